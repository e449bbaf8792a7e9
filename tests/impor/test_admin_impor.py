"""An import in the admin: what is shown, what one confirmation writes, for whom the file waits."""

from __future__ import annotations

import io
import os
import re
import time
from pathlib import Path

import openpyxl
import pytest
import tablib
from django.conf import settings
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext, ngettext

from organisasi.impor.kolom_pejabat import KOLOM_PEJABAT
from organisasi.models import DasarHukum, FungsiUnit, Pegawai, PemangkuJabatan, Satuan, UnitKerja
from renstra.impor import KOLOM_NOMENKLATUR
from renstra.models import Nomenklatur
from sakip.umum.impor import simpanan
from sakip.umum.impor.admin import BERUBAH, PERLU_YAKIN, AdminImpor
from sakip.umum.impor.simpanan import HILANG
from tests.bahan_admin import teks
from tests.impor.panggung import alamat, buku, simpan, unggah
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.test_admin_bahasa import periksa

pytestmark = pytest.mark.django_db
MODEL = (Satuan, DasarHukum, UnitKerja, PemangkuJabatan, Nomenklatur)
nama = lambda m: m.__name__  # noqa: E731 - ids of parameters
JUDUL = ["Nama", "Persentase"]
ISI = buku(JUDUL, ["Jam", "tidak"], ["Indeks", "ya"], ["Persen", "ya"])


def pesan(jawaban):
    return [str(m) for m in jawaban.context["messages"]]


def test_these_lists_have_an_import_and_no_others():
    assert {m for m, a in admin.site._registry.items() if isinstance(a, AdminImpor)} == set(MODEL)


def test_from_the_list_to_the_rows_with_person_and_address(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    assert f'href="{alamat(Satuan, "import")}"' in tamu.get(alamat(Satuan, "changelist")).content.decode()
    pratinjau = unggah(tamu, Satuan, ISI, "satuan 2024.xlsx")
    assert Satuan.objects.filter(nama="Jam").exists() is False
    isi = " ".join(teks(pratinjau).split())
    assert "satuan 2024.xlsx: 3 baris. Belum ada yang tersimpan." in isi
    assert re.search(r"Ditolak 0 .*Berubah 1 .*Baru 1 .*Tetap 1", isi)
    assert "<del>tidak</del> <ins>ya</ins>" in pratinjau.content.decode()
    jawaban = simpan(tamu, Satuan, pratinjau, REMOTE_ADDR="10.1.2.3")
    assert pesan(jawaban) == ["Tersimpan dari satuan 2024.xlsx: 1 baris baru, 1 baris berubah."]
    assert Satuan.objects.get(nama="Indeks").is_persen
    riwayat = Satuan.riwayat.filter(history_change_reason="Dari berkas satuan 2024.xlsx").order_by("nama")
    assert [(r.nama, r.history_type, r.history_user, r.alamat_asal) for r in riwayat] == [
        ("Indeks", "~", pemeran.eko, "10.1.2.3"), ("Jam", "+", pemeran.eko, "10.1.2.3"),
    ]  # fmt: skip
    assert list((Path(settings.MEDIA_ROOT) / "impor").iterdir()) == []
    assert pesan(simpan(tamu, Satuan, pratinjau)) == [HILANG]
    lagi = unggah(tamu, Satuan, ISI)
    assert "Semua baris sudah sama dengan yang tersimpan" in teks(lagi)


def test_a_refused_row_keeps_all_out(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    pratinjau = unggah(tamu, Satuan, buku(JUDUL, ["Jam", "tidak"], ["Menit", "12.6950.500"]))
    assert "1 baris ditolak, jadi tidak ada yang dapat disimpan" in teks(pratinjau)
    assert "12.6950.500: tulis ya atau tidak." in teks(pratinjau)
    assert "Periksa kolom Persentase." in teks(pratinjau)
    assert b'value="Simpan' not in pratinjau.content
    assert pesan(simpan(tamu, Satuan, pratinjau)) == ["Tidak ada yang dapat disimpan."]
    assert not Satuan.objects.filter(nama="Jam").exists()


def test_what_changed_since_the_preview_is_shown_again_first(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    pratinjau = unggah(tamu, Satuan, ISI)
    satuan = Satuan.objects.get(nama="Persen")
    satuan.is_persen = False
    satuan.save()
    jawaban = simpan(tamu, Satuan, pratinjau)
    assert pesan(jawaban) == [BERUBAH]
    assert not Satuan.objects.filter(nama="Jam").exists()
    assert jawaban.context["pratinjau"].ditulis == 3
    assert pesan(simpan(tamu, Satuan, jawaban)) == [
        "Tersimpan dari isian.xlsx: 1 baris baru, 2 baris berubah."
    ]


def test_the_file_waits_for_this_person_in_this_session_only(pemeran, masuk, client):
    tamu = masuk(pemeran.eko)
    pratinjau = unggah(tamu, Satuan, ISI)
    for orang in (pemeran.eko, pemeran.admin):
        lain = Client()
        lain.force_login(orang, backend="django.contrib.auth.backends.ModelBackend")
        assert pesan(simpan(lain, Satuan, pratinjau)) == [HILANG]
        url = f"{alamat(Satuan, 'import')}?berkas={pratinjau.context['simpanan'].token}"
        assert pesan(lain.get(url, follow=True)) == [HILANG]
    assert pesan(simpan(tamu, DasarHukum, pratinjau)) == [HILANG], "nor for another list"
    pratinjau.context["simpanan"].berkas.write_bytes(buku(JUDUL, ["Lain", "ya"]))
    assert pesan(simpan(tamu, Satuan, pratinjau)) == [HILANG], "nor with other bytes"
    assert not Satuan.objects.filter(nama__in=["Jam", "Lain"]).exists()


def test_a_newer_file_takes_the_place_and_a_cancelled_one_goes(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    dahulu = unggah(tamu, Satuan, ISI)
    kini = unggah(tamu, Satuan, buku(JUDUL, ["Menit", None]))
    assert pesan(simpan(tamu, Satuan, dahulu)) == [HILANG]
    assert pesan(simpan(tamu, Satuan, kini, batal="ya")) == ["Unggahan dibatalkan. Tidak ada yang berubah."]
    assert pesan(simpan(tamu, Satuan, kini)) == [HILANG]
    assert not Satuan.objects.filter(nama__in=["Jam", "Menit"]).exists()


def test_what_nobody_confirms_goes_after_a_day(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    lama = unggah(tamu, Satuan, ISI).context["simpanan"].berkas.parent
    os.utime(lama, (time.time() - simpanan.UMUR_DETIK - 1,) * 2)
    unggah(tamu, DasarHukum, b"bukan")
    assert not lama.exists()


def test_a_name_in_use_needs_a_tick(pemeran, masuk):
    lama = pemeran.a.program("7.01.02", {pemeran.a.sasaran: "100"}).nomenklatur
    judul = [k.judul for k in KOLOM_NOMENKLATUR if k.is_wajib]
    isi = buku(judul, [lama.dasar_hukum.kunci, lama.mulai_tahun, lama.kode, "Nama lain"])
    tamu = masuk(pemeran.eko)
    pratinjau = unggah(tamu, Nomenklatur, isi)
    assert f"Sudah dipakai oleh program tahun {TAHUN}" in teks(pratinjau)
    assert pesan(simpan(tamu, Nomenklatur, pratinjau)) == [PERLU_YAKIN]
    lama.refresh_from_db()
    assert lama.nama != "Nama lain"
    simpan(tamu, Nomenklatur, pratinjau, yakin="1")
    lama.refresh_from_db()
    assert lama.nama == "Nama lain"


@pytest.mark.parametrize(
    ("nama", "isi", "sebab"),
    [
        ("a.pdf", b"%PDF-1.7", "Unggah berkas .xlsx, .xls, atau .csv."),
        ("a.xlsx", ISI[:400], "rusak"),
        ("a.xlsx", b"", "kosong"),
        ("a.xls", b"<html><table></table></html>", "HTML"),
        ("a.csv", b"Satuan;Persen\nJam;ya\n", "Judul kolom tidak ditemukan"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(pemeran, masuk, nama, isi, sebab):
    jawaban = unggah(masuk(pemeran.eko), Satuan, isi, nama)
    periksa(jawaban, nama)
    assert sebab in teks(jawaban)
    assert list((Path(settings.MEDIA_ROOT) / "impor").glob("*")) == []


def test_csv_with_semicolons(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    simpan(tamu, Satuan, unggah(tamu, Satuan, "\ufeffNama;Persentase\r\nJam;tidak\r\n".encode(), "a.csv"))
    assert Satuan.objects.filter(nama="Jam").exists()


def test_tablib_opens_no_file(pemeran, masuk, monkeypatch):
    def tolak(*args, **kwargs):
        raise AssertionError("tablib membuka berkas")

    for tempat, nama in ((tablib, "import_set"), (tablib.Dataset, "load"), (openpyxl, "load_workbook")):
        monkeypatch.setattr(tempat, nama, tolak)
    assert unggah(masuk(pemeran.eko), Satuan, ISI).context["pratinjau"].is_siap


@pytest.mark.parametrize("model", MODEL, ids=nama)
def test_no_english_on_any_of_its_pages(pemeran, masuk, model):
    tamu = masuk(pemeran.eko)
    periksa(tamu.get(alamat(model, "import")), "unggah")
    periksa(tamu.post(alamat(model, "import"), {}), "tanpa berkas")
    kolom = admin.site._registry[model].resource_classes[0].kolom
    judul = [k.judul for k in kolom]
    jawaban = unggah(
        tamu, model, buku([*judul, "Lain"], [k.contoh for k in kolom], ["?"] * len(kolom), ["a"])
    )
    periksa(jawaban, "pratinjau")
    for akhir in ("&keadaan=baru", "&keadaan=tetap", "&p=99"):
        periksa(tamu.get(f"{jawaban.redirect_chain[-1][0]}{akhir}"), akhir)
    periksa(simpan(tamu, model, jawaban), "simpan")


@pytest.mark.parametrize("model", MODEL, ids=nama)
def test_the_blank_template_has_the_headings_that_are_read(pemeran, masuk, model):
    jawaban = masuk(pemeran.eko).get(alamat(model, "import_templat"))
    wb = openpyxl.load_workbook(io.BytesIO(jawaban.content))
    kolom = admin.site._registry[model].resource_classes[0].kolom
    assert [s.value for s in wb["Isian"][1]] == [k.judul for k in kolom]
    assert wb["Isian"].column_dimensions["A"].number_format == "@"
    petunjuk = list(wb["Petunjuk"].iter_rows(min_row=2, values_only=True))
    assert [p[0] for p in petunjuk] == [k.judul for k in kolom]
    assert all(p[2] and p[3] for p in petunjuk), "every column has an example and a word about it"
    kosong = unggah(masuk(pemeran.eko), model, jawaban.content)
    assert "Belum ada baris di bawah judul kolomnya." in teks(kosong)


@pytest.mark.parametrize("model", MODEL, ids=nama)
def test_what_goes_out_comes_back_unchanged(pemeran, masuk, model):
    Pegawai.objects.update(pemda=pemeran.pemda)
    rapi(FungsiUnit(unit=pemeran.a.unit["Seksi Pelayanan"], urutan=1, uraian="satu fungsi"))
    pemeran.a.program("7.01.02", {pemeran.a.sasaran: "100"})
    Nomenklatur.objects.exclude(kode="7.01.02").delete()
    dasar = pemeran.a.dasar
    for n, kode in enumerate(("7", "7.01"), start=1):
        rapi(Nomenklatur(dasar_hukum=dasar, mulai_tahun=2022, tingkat=n, kode=kode, nama=kode))
    tamu = masuk(pemeran.eko)
    with CaptureQueriesContext(connection) as kueri:
        unduh = tamu.get(f"{alamat(model, 'import_templat')}?isi=kini")
    assert len(kueri) <= 14  # however many rows
    hasil = unggah(tamu, model, unduh.content)
    assert hasil.context["pratinjau"].baris
    assert {b.keadaan for b in hasil.context["pratinjau"].baris} == {"tetap"}


def test_pages_of_a_long_file(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    jawaban = unggah(
        tamu, Satuan, buku(JUDUL, *[[f"Satuan {n}", "tidak"] for n in range(201)], ["Persen", "ya"])
    )
    assert "halaman 1 dari 2" in teks(jawaban)
    with CaptureQueriesContext(connection) as pertama:
        dua = tamu.get(f"{jawaban.redirect_chain[-1][0]}&keadaan=&p=2")
    assert [b.keadaan for b in dua.context["halaman"]] == ["baru", "tetap"]
    with CaptureQueriesContext(connection) as unggahan:
        tamu.get(alamat(Satuan, "import"))
    assert (len(pertama), len(unggahan)) == (6, 6)


def test_every_sentence_of_the_library_is_indonesian():
    po = Path(__import__("import_export").__file__).parent / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    isi = po.read_text(encoding="utf-8").split("\n#~")[0]
    isi = re.sub(r'"\n"', "", isi)
    semua = re.findall(r'^msgid "(.+)"$(?:\n^msgid_plural "(.+)"$)?', isi.replace('\\"', "'"), re.M)
    assert len(semua) > 30
    kutip = {a: a.replace("'%(r", '"%(r').replace("s' to", 's" to') for a, _ in semua}
    asing = [a for a, banyak in semua if (ngettext(a, banyak, 1) if banyak else gettext(kutip[a])) == a]
    assert asing == []


def test_a_duplicate_is_said_to_be_there():
    """Django's own Indonesian says the opposite ("ini tidak ada")."""
    kalimat = gettext("%(model_name)s with this %(field_labels)s already exists.")
    assert kalimat == "%(model_name)s dengan %(field_labels)s ini sudah ada."


def test_columns_are_named_once():
    for kolom in (KOLOM_PEJABAT, KOLOM_NOMENKLATUR):
        judul = [k.judul.casefold() for k in kolom]
        assert len(judul) == len(set(judul))
