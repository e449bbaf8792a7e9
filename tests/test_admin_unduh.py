"""Lists of the admin as workbooks: what the page shows, all pages of it, numbers as numbers."""

from __future__ import annotations

import datetime
import html
import re

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anggaran.models import PaguAnggaran
from kinerja.models import NilaiTahunLalu, Realisasi
from organisasi.models import Pengguna, Satuan
from renstra.models import Tujuan
from sakip.umum import admin_unduh
from tests.bahan_admin import MODEL, alamat, isi_kantor, nama_model
from tests.buku import berumus, buka, polos, tercetak

pytestmark = pytest.mark.django_db
SAAT = datetime.datetime(2024, 2, 26, 3, 5, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def kantor(django_db_setup, django_db_blocker):
    """Two offices with a row of every model, for the whole module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield [isi_kantor("satu"), isi_kantor("dua")]
        transaction.set_rollback(True)


@pytest.fixture
def tamu(kantor):
    """A client of a superuser."""
    klien = Client()
    siapa = Pengguna.objects.create_superuser("pengelola", password="x" * 12, first_name="Peni")
    klien.force_login(siapa, backend="django.contrib.auth.backends.ModelBackend")
    return klien


def unduh(klien, model, kueri=""):
    jawaban = klien.get(f"{alamat(model, 'unduh')}{kueri}")
    assert jawaban.status_code == 200, model
    return jawaban.content


def baris(isi: bytes) -> list[list]:
    """The rows of a download below its headings."""
    return [list(b) for b in buka(isi).active.iter_rows(min_row=5)]


def kolom(isi: bytes, judul: str) -> list:
    lembar = buka(isi).active
    letak = [c.value for c in lembar[4]].index(judul)
    return [b[letak].value for b in lembar.iter_rows(min_row=5)]


def halaman(klien, model) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of the page of a list as they are read."""
    isi = klien.get(alamat(model, "changelist")).content.decode()
    tabel = re.search(r'<table id="result_list".*?</table>', isi, re.S)[0]
    kepala = re.findall(r'class="text">(.*?)</div>', tabel, re.S)
    pola = re.compile(r'<t[dh] class="(?:field|nowrap)[^>]*>(.*?)</t[dh]>', re.S)
    semua = [[_teks(s) for s in pola.findall(b)] for b in tabel.split("<tbody>")[1].split("</tr>")]
    return [t for k in kepala if (t := _teks(k))], [b for b in semua if b]


def _teks(isi: str) -> str:
    return polos(html.unescape(re.sub(r"<[^>]+>", " ", isi)))


# What the page shows ---------------------------------------------------------------------------------


def _sama(sel, cetak: str) -> bool:
    """Whether a cell holds what the page prints; a percent of the page is rounded, the cell's is exact."""
    isi = tercetak(sel)
    if sel.value is None:
        return cetak in ("", "–", "-")
    if sel.is_date:
        return cetak.startswith(isi.split(" pukul ")[0])
    return cetak.replace("Rp", "") in (isi, isi.replace("%", ",00%"))


@pytest.mark.parametrize("model", MODEL, ids=nama_model)
def test_the_download_holds_what_the_page_shows(tamu, model):
    kepala, isi = halaman(tamu, model)
    berkas = unduh(tamu, model)
    lembar = buka(berkas).active
    judul = [str(c.value).removesuffix(" (Rp)") for c in lembar[4]]
    assert [j.casefold() for j in judul[: len(kepala)]] == [k.casefold() for k in kepala]
    assert judul[len(kepala) :] in ([], ["Perangkat daerah"])
    semua = baris(berkas)
    assert len(semua) == len(isi)
    for b, cetak in zip(semua, isi, strict=True):
        beda = [(n, s.value, c) for n, (s, c) in enumerate(zip(b, cetak, strict=False)) if not _sama(s, c)]
        assert beda == []
    assert berumus(berkas) == []
    assert lembar.auto_filter.ref


def test_numbers_are_numbers(tamu):
    pagu = unduh(tamu, PaguAnggaran)
    assert kolom(pagu, "Jumlah (Rp)") == [1000, 1000]
    assert "[$-421]#,##0" in {c.number_format for b in baris(pagu) for c in b}
    assert kolom(unduh(tamu, NilaiTahunLalu), "Realisasi") == [71, 71]
    for model in MODEL:
        milik = admin.site._registry[model]
        bernilai = [n for n in milik.list_display if str(n).startswith("angka_")]
        for nama in bernilai:
            assert hasattr(getattr(milik, nama), "nilai_kolom"), (model, nama)


def test_a_list_costs_the_same_for_any_number_of_rows(tamu):
    def ukur():
        hasil = {}
        for model in MODEL:
            with CaptureQueriesContext(connection) as kueri:
                unduh(tamu, model)
            hasil[model._meta.model_name] = len(kueri)
        return hasil

    dua = ukur()
    isi_kantor("tiga")
    assert ukur() == dua
    assert max(dua.values()) <= 9


def test_all_pages_are_in_the_download(tamu):
    Satuan.objects.bulk_create(Satuan(nama=f"satuan {n:03}") for n in range(95))
    assert len(halaman(tamu, Satuan)[1]) == 40
    nama = kolom(unduh(tamu, Satuan, "?p=2"), "Nama")
    assert len(nama) == Satuan.objects.count() and nama[-95:] == [f"satuan {n:03}" for n in range(95)]


def test_filters_search_and_order_are_those_of_the_page(tamu, kantor):
    a, b = kantor
    semua = kolom(unduh(tamu, Tujuan), "Perangkat daerah")
    assert sorted(semua) == sorted([a.kantor.nama, b.kantor.nama])
    saring = f"?renstra__perangkat_daerah__id__exact={a.kantor.pk}"
    berkas = unduh(tamu, Tujuan, saring)
    assert kolom(berkas, "Perangkat daerah") == [a.kantor.nama]
    assert buka(berkas).active["A3"].value == f"Saringan: perangkat daerah: {a.kantor.nama}."
    cari = unduh(tamu, PaguAnggaran, f"?q=7.01.{b.kantor.pk:02}&o=-1")
    assert buka(cari).active["A3"].value == f"Saringan: pencarian: 7.01.{b.kantor.pk:02}."
    assert len(baris(cari)) == 1
    naik, turun = (kolom(unduh(tamu, PaguAnggaran, f"?o={o}1"), "Tingkat") for o in ("", "-"))
    assert naik == turun[::-1]


def test_the_button_leads_to_the_list_as_it_is_shown(tamu, kantor):
    saring = f"renstra__perangkat_daerah__id__exact={kantor[0].kantor.pk}"
    isi = tamu.get(f"{alamat(Tujuan, 'changelist')}?{saring}&o=1&p=1").content.decode()
    tombol = re.search(r'<a href="([^"]+)" class="historylink">Unduh Excel</a>', isi)[1].replace("&amp;", "&")
    assert tombol.startswith(alamat(Tujuan, "unduh") + "?")
    assert saring in tombol and "o=1" in tombol and "p=1" not in tombol
    hampa = tamu.get(alamat(Tujuan, "changelist"), {"q": "zzz"}).content.decode()
    assert "Unduh Excel" not in hampa
    assert "Unduh Excel" not in tamu.get(alamat(Tujuan, "changelist"), {"_popup": 1}).content.decode()


# Who, when, what is left out -------------------------------------------------------------------------


def test_the_same_rows_at_the_same_moment_give_the_same_bytes(tamu, monkeypatch):
    monkeypatch.setattr(admin_unduh.timezone, "now", lambda: SAAT)
    berkas = unduh(tamu, Satuan)
    assert berkas == unduh(tamu, Satuan)
    lembar = buka(berkas).active
    banyak = Satuan.objects.count()
    assert [lembar[f"A{n}"].value for n in (1, 2, 3)] == [
        "Satuan", f"Diunduh 26 Februari 2024 pukul 10.05 WIB oleh Peni; {banyak} baris.", "Tanpa saringan.",
    ]  # fmt: skip
    assert lembar.freeze_panes == "A5"


def test_choices_yes_and_no_and_moments_are_read_as_on_paper(tamu):
    assert set(kolom(unduh(tamu, Satuan), "Persentase")) <= {"Ya", "Tidak"}
    assert set(kolom(unduh(tamu, Realisasi), "Keadaan")) == {"Terisi"}
    akun = unduh(tamu, Pengguna)
    assert "Tidak" not in kolom(akun, "Aktif")


def test_secrets_stay_whatever_a_list_shows(tamu, monkeypatch):
    milik = admin.site._registry[Pengguna]
    for satu in admin.site._registry.values():
        assert not admin_unduh.RAHASIA & set(map(str, satu.list_display))
    kepala = [c.value for c in buka(unduh(tamu, Pengguna)).active[4]]
    monkeypatch.setattr(milik, "list_display", [*milik.list_display, "password"])
    berkas = unduh(tamu, Pengguna)
    assert [c.value for c in buka(berkas).active[4]] == kepala
    assert not [c.value for b in baris(berkas) for c in b if "$" in str(c.value)]


@pytest.mark.parametrize("teks", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1"])
def test_a_text_of_a_person_is_never_a_formula(tamu, teks):
    Satuan.objects.create(nama=teks)
    berkas = unduh(tamu, Satuan)
    assert berumus(berkas) == []
    sel = [c for b in baris(berkas) for c in b[:1] if c.value and c.value.strip() == teks.strip()]
    assert [(c.data_type, c.quotePrefix) for c in sel] == [("s", True)]


def test_the_search_of_a_person_is_never_a_formula(tamu):
    berkas = unduh(tamu, Satuan, "?q==1%2B1")
    assert berumus(berkas) == []
    assert buka(berkas).active["A3"].value == "Saringan: pencarian: =1+1."
    assert buka(berkas).active["A5"].value == "Tidak ada baris yang cocok."


def test_refusals(tamu, monkeypatch):
    assert tamu.post(alamat(Satuan, "unduh")).status_code == 405
    salah = tamu.get(alamat(Satuan, "unduh"), {"is_persen__exact": "x", "p": "x"})
    assert salah.status_code == 302 and salah.url == alamat(Satuan, "changelist")
    monkeypatch.setattr(admin_unduh, "BARIS_TERBANYAK", 0)
    banyak = tamu.get(alamat(Tujuan, "unduh"), {"o": "1"}, follow=True)
    assert "paling banyak 0 baris dapat diunduh" in banyak.content.decode()
