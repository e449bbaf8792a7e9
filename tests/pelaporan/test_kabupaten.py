"""All offices at a glance: the same figures as each office's own pages and report."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal as D
from fractions import Fraction

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kinerja.isian import KeadaanSel, muat_isian
from kinerja.models import PermintaanBuka, TahapPengukuran
from organisasi.models import PemerintahDaerah, Penugasan, PerangkatDaerah
from organisasi.pilihan import Peran
from pelaporan.kabupaten import kantor_kelola, lebar_batang, pilih_baris, susun_ubin, triwulan_berjalan
from pelaporan.kabupaten_hitung import susun_kabupaten
from tests.pelaporan.kantor_uji import TAHUN, KantorUji, rapi

pytestmark = pytest.mark.django_db


def isi_kantor(k: KantorUji, *, kali: int = 1) -> None:
    """Fill an office: strategic and programme indicators, a PK, a DPA, values and spending."""
    target = {}
    for n in range(kali):
        a = k.indikator(f"A{n}", frekuensi="triwulan", metode="jumlah")
        b = k.indikator(f"B{n}", frekuensi="semester", metode="rata_rata", jenis="persen")
        c = k.indikator(f"C{n}")
        d = k.indikator(f"D{n}", arah="makin_rendah")
        target |= {a: 10, b: 80, c: 90, d: 5}
        k.periode_isi(a, {"tw1": 1, "tw2": "-", "tw3": 3, "tw4": 4})
        k.periode_isi(b, {"s1": 70})
        k.setahun(c, D("87.15"))
        k.setahun(d, D("4.5"))
        program = k.program(f"7.01.{n + 1:02}", {k.sasaran: 100})
        sub1 = k.sub_kegiatan(program, f"7.01.{n + 1:02}.2.01.0001")
        sub2 = k.sub_kegiatan(program, f"7.01.{n + 1:02}.2.01.0002")
        p = k.indikator(f"P{n}", node=program, frekuensi="triwulan", metode="akhir")
        k.indikator(f"S{n}", node=sub1, frekuensi="triwulan", metode="akhir")
        k.periode_isi(p, {"tw1": 5})
        if not n:
            k.dpa({sub1: 1000, sub2: 3000})
        k.belanja(sub1, {"tw1": 100, "tw2": 0, "tw3": 400, "tw4": 300})
        k.belanja(sub2, {"tahun": 2500} if n % 2 else {"tw1": 700})
    k.pk(target)
    k.tetapkan()


def hitung_isian(kantor: PerangkatDaerah, sampai: int) -> tuple[int, int]:
    """Count as the office's own page does."""
    isian = muat_isian(kantor, TAHUN)
    keadaan = [b.keadaan(tw) for b in isian.baris() for tw in range(1, sampai + 1)]
    diminta = [k for k in keadaan if k is not KeadaanSel.BELUM_WAKTUNYA]
    return len(diminta), sum(1 for k in diminta if k is not KeadaanSel.BELUM_DIISI)


# The same figures as elsewhere ---------------------------------------------------------------------


@pytest.mark.parametrize("sampai", [1, 2, 3, 4])
def test_filling_is_that_of_the_offices_own_page(pemeran, sampai):
    isi_kantor(pemeran.a, kali=2)
    isi_kantor(pemeran.b)
    for baris in susun_kabupaten([pemeran.a.kantor, pemeran.b.kantor], TAHUN, sampai):
        assert (baris.diminta, baris.terisi) == hitung_isian(baris.kantor, sampai)
        assert baris.isian == Fraction(baris.terisi * 100, baris.diminta)
        assert baris.diminta > baris.terisi > 0


def test_units_that_have_to_fill_are_those_of_the_offices_own_page(pemeran):
    a = pemeran.a
    isi_kantor(a)
    seksi = a.unit["Seksi Pelayanan"]
    a.indikator("seksi", frekuensi="semester", metode="akhir", penanggung_jawab=seksi)
    (baris,) = susun_kabupaten([a.kantor], TAHUN, 4)
    isian = muat_isian(a.kantor, TAHUN)
    for langkah in baris.langkah:
        wajib = [u for u in isian.unit if isian.ringkas(u, langkah.triwulan).diminta]
        assert langkah.unit == len(wajib)
    assert [s.unit for s in baris.langkah] == [1, 2, 1, 2]  # the seksi has something in TW II and IV


def test_capaian_and_absorption_are_those_of_the_report(pemeran):
    a = pemeran.a
    isi_kantor(a)
    a.belanja(a_sub(a, 1), {"tw2": 800, "tw3": 500, "tw4": 900})
    kantor = a.konteks().bab3.kantor
    jumlah = a.konteks().bab3.jumlah_anggaran
    (baris,) = susun_kabupaten([a.kantor], TAHUN, 4)
    assert baris.capaian.persen == kantor.capaian.nilai
    assert baris.teks_capaian == kantor.capaian.teks
    assert (baris.rerata.terukur, baris.rerata.jumlah) == (kantor.terukur, kantor.jumlah)
    assert baris.dasar_capaian == "3 dari 4 indikator PK terukur"
    assert baris.is_capaian_sementara
    assert baris.serapan.nilai == Fraction(3700, 4000) * 100
    assert baris.uang.lengkap
    assert jumlah.serapan.nilai == baris.serapan.persen


def a_sub(k: KantorUji, n: int):
    """Return the n-th sub kegiatan of an office."""
    from renstra.models import SubKegiatan

    return SubKegiatan.objects.filter(kegiatan__program__perangkat_daerah=k.kantor).order_by("pk")[n]


def test_without_a_pk_the_iku_count_and_the_page_says_so(pemeran):
    a = pemeran.a
    iku = a.indikator("iku")
    a.indikator("bukan", is_iku=False)
    a.target_renstra(iku, {TAHUN: 50})
    a.setahun(iku, 45)
    (baris,) = susun_kabupaten([a.kantor], TAHUN, 4)
    assert baris.capaian.nilai == 90
    assert baris.dasar_capaian == "1 dari 1 indikator IKU terukur"


def test_what_is_not_measured_is_never_a_number(pemeran):
    isi_kantor(pemeran.a)
    baris_a, baris_b = susun_kabupaten([pemeran.a.kantor, pemeran.b.kantor], TAHUN, 4)
    assert not baris_b.is_berdata
    assert baris_b.isian is None
    assert baris_b.capaian.persen is None
    assert baris_b.serapan.persen is None
    assert baris_b.teks_isian == baris_b.teks_serapan == "–"
    ubin = susun_ubin([baris_a, baris_b])
    assert ubin[2].nilai == baris_a.teks_capaian
    assert ubin[2].dasar == "1 dari 2 perangkat daerah terukur, 1 sementara"
    assert "1 tanpa data" in ubin[1].dasar
    assert ubin[3].dasar == "Rp1.500 dari Rp4.000, 1 dari 2 perangkat daerah"
    assert ubin[3].nilai == "37,50%"


def test_an_office_without_rules_has_no_capaian(pemeran):
    isi_kantor(pemeran.a)
    pemeran.a.aturan.delete()
    (baris,) = susun_kabupaten([pemeran.a.kantor], TAHUN, 4)
    assert baris.capaian.persen is None
    assert baris.teks_capaian == "belum ada aturan pengukuran"


def test_the_last_step_of_each_unit_counts(pemeran):
    a = pemeran.a
    isi_kantor(a)
    camat = a.unit["Camat"]
    for tahap, catatan in (("dikirim", ""), ("diperiksa", ""), ("disetujui", "")):
        TahapPengukuran.objects.create(unit=camat, tahun=TAHUN, triwulan=1, tahap=tahap, catatan=catatan)
    TahapPengukuran.objects.create(unit=camat, tahun=TAHUN, triwulan=2, tahap="dikembalikan", catatan="x")
    (baris,) = susun_kabupaten([a.kantor], TAHUN, 4)
    assert [(s.teks, s.tanda) for s in baris.langkah] == [
        ("1 dari 1", "baik"),
        ("0 dari 1", "awas"),
        ("0 dari 1", "kosong"),
        ("0 dari 1", "kosong"),
    ]
    TahapPengukuran.objects.create(unit=camat, tahun=TAHUN, triwulan=1, tahap="dibuka", catatan="x")
    (baris,) = susun_kabupaten([a.kantor], TAHUN, 4)
    assert baris.langkah[0].teks == "0 dari 1"


# Reading --------------------------------------------------------------------------------------------


def test_the_number_of_queries_does_not_grow_with_offices_or_rows(pemeran):
    isi_kantor(pemeran.a)
    with CaptureQueriesContext(connection) as sedikit:
        susun_kabupaten([pemeran.a.kantor, pemeran.b.kantor], TAHUN, 4)
    isi_kantor(pemeran.b, kali=3)
    lain = [KantorUji(f"lain-{n}") for n in range(3)]
    for k in lain:
        isi_kantor(k, kali=2)
    with CaptureQueriesContext(connection) as banyak:
        susun_kabupaten([pemeran.a.kantor, pemeran.b.kantor, *(k.kantor for k in lain)], TAHUN, 4)
    assert len(banyak) <= len(sedikit) <= 27


def test_sorting_and_choosing(pemeran):
    isi_kantor(pemeran.a)
    baris = susun_kabupaten([pemeran.a.kantor, pemeran.b.kantor], TAHUN, 4)
    nama = [b.kantor.slug for b in pilih_baris(baris)]
    assert nama == ["beta", "alfa"]  # the least filled first
    assert [b.kantor.slug for b in pilih_baris(baris, urut="-isian")] == ["alfa", "beta"]
    for urut in ("capaian", "-capaian", "serapan", "-serapan"):  # blanks come last either way
        assert [b.kantor.slug for b in pilih_baris(baris, urut=urut)] == ["alfa", "beta"]
    assert [b.kantor.slug for b in pilih_baris(baris, urut="-nama")] == ["beta", "alfa"]
    assert [b.kantor.slug for b in pilih_baris(baris, cari="camatan BET")] == ["beta"]
    assert [b.kantor.slug for b in pilih_baris(baris, keadaan="tanpa_data")] == ["beta"]
    assert [b.kantor.slug for b in pilih_baris(baris, keadaan="belum_lengkap")] == ["alfa"]
    assert len(pilih_baris(baris, keadaan="laporan_draf")) == 2
    assert not pilih_baris(baris, keadaan="tanpa_laporan")
    assert len(pilih_baris(baris, urut="tidak-ada", keadaan="tidak-ada")) == 2


@pytest.mark.parametrize(
    ("tahun", "hari", "triwulan"),
    [
        (2023, "2024-01-02", 4),
        (2024, "2024-01-02", 1),
        (2024, "2024-03-01", 1),
        (2024, "2024-05-31", 1),
        (2024, "2024-06-01", 2),
        (2024, "2024-12-01", 4),
        (2025, "2024-12-01", 1),
    ],
)
def test_filling_counts_to_the_quarter_whose_last_month_has_begun(tahun, hari, triwulan):
    assert triwulan_berjalan(tahun, datetime.date.fromisoformat(hari)) == triwulan


def test_bars_have_a_decimal_point_and_an_end():
    assert lebar_batang(Fraction(7262, 100)) == "72.62"
    assert lebar_batang(Fraction(340)) == "100.00"
    assert lebar_batang(Fraction(-3)) == lebar_batang(None) == "0.00"


# Who sees what ---------------------------------------------------------------------------------------


def test_only_the_offices_of_the_own_government(pemeran):
    lain = rapi(PemerintahDaerah(kode="88.08", jenis="kota", nama="Lain", ibu_kota="Lain"))
    jauh = rapi(
        PerangkatDaerah(pemda=lain, nama="Kecamatan Jauh", slug="jauh", jenis="kecamatan", tempat="x")
    )
    assert {k.slug for k in kantor_kelola(pemeran.eko, Peran.ADMIN_KABUPATEN)} == {"alfa", "beta"}
    assert {k.slug for k in kantor_kelola(pemeran.admin, Peran.ADMIN_KABUPATEN)} == {"alfa", "beta", "jauh"}
    assert not kantor_kelola(pemeran.farid, Peran.ADMIN_KABUPATEN)
    # Inspektorat of one government, admin of another: each role counts where it holds.
    rapi(Penugasan(pengguna=pemeran.farid, peran=Peran.ADMIN_KABUPATEN, pemda=lain, mulai="2020-01-01"))
    pemeran.farid.__dict__.pop("pelaku", None)
    assert list(kantor_kelola(pemeran.farid, Peran.ADMIN_KABUPATEN)) == [jauh]
    assert len(kantor_kelola(pemeran.farid, Peran.ADMIN_KABUPATEN, Peran.INSPEKTORAT)) == 3


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("eko", 200),
        ("farid", 200),
        ("admin", 200),
        ("ani", 403),
        ("citra", 403),
        ("dewi", 403),
        ("asing", None),
    ],
)
@pytest.mark.parametrize("halaman", ["kabupaten", "kabupaten_rekap"])
def test_roles(pemeran, masuk, nama, kode, halaman):
    jawaban = masuk(getattr(pemeran, nama)).get(reverse(halaman, args=[TAHUN]))
    assert jawaban.status_code in ((302, 403) if kode is None else (kode,))  # without a task: nowhere


def test_the_page_shows_figures_with_their_base(pemeran, masuk):
    isi_kantor(pemeran.a)
    teks = masuk(pemeran.eko).get(reverse("kabupaten", args=[TAHUN])).content.decode()
    assert "Kecamatan Alfa" in teks
    assert "Tanpa data" in teks
    assert "3 dari 4 indikator PK terukur" in teks
    assert "Rp1.500 dari Rp4.000, 5 dari 8 isian" in teks
    assert teks.count('aria-sort="ascending"') == 1
    assert 'style="' not in teks
    teks = masuk(pemeran.eko).get(reverse("kabupaten", args=[TAHUN]), {"cari": "beta"}).content.decode()
    assert "Kecamatan Alfa" not in teks


def test_the_page_without_a_match_says_so(pemeran, masuk):
    jawaban = masuk(pemeran.eko).get(reverse("kabupaten", args=[TAHUN]), {"cari": "zzz"})
    assert "Tidak ada perangkat daerah yang cocok" in jawaban.content.decode()


def test_waiting_requests_are_named_to_the_admin_only(pemeran, masuk):
    rapi(
        PermintaanBuka(
            unit=pemeran.a.unit["Seksi Pelayanan"],
            tahun=TAHUN,
            triwulan=1,
            sampai=timezone.localdate(),
            alasan="salah ketik",
            diminta_oleh=pemeran.dewi,
        )
    )
    alamat = reverse("kabupaten", args=[TAHUN])
    assert "1 permintaan buka menunggu keputusan" in masuk(pemeran.eko).get(alamat).content.decode()
    assert "permintaan buka menunggu" not in masuk(pemeran.farid).get(alamat).content.decode()


# The workbook ---------------------------------------------------------------------------------------


def test_the_workbook_holds_the_table_with_numbers_as_numbers(pemeran, masuk):
    isi_kantor(pemeran.a)
    jawaban = masuk(pemeran.eko).get(reverse("kabupaten_rekap", args=[TAHUN]), {"urut": "nama"})
    assert jawaban["Content-Type"].startswith("application/vnd.openxmlformats")
    assert "ikhtisar-2023.xlsx" in jawaban["Content-Disposition"]
    lembar = openpyxl.load_workbook(io.BytesIO(jawaban.content)).active
    kepala = [c.value for c in lembar[3]]
    alfa = dict(zip(kepala, [c.value for c in lembar[4]], strict=True))
    beta = dict(zip(kepala, [c.value for c in lembar[5]], strict=True))
    assert alfa["Perangkat daerah"] == "Kecamatan Alfa"
    assert alfa["Isian diminta"] == hitung_isian(pemeran.a.kantor, 4)[0]
    assert alfa["Serapan (%)"] == 37.5
    assert alfa["Pagu (Rp)"] == 4000
    assert alfa["Indikator terukur"] == 3
    assert beta["Capaian (%)"] is None
    assert beta["Keterangan"] == "Tanpa data"


def test_the_workbook_is_the_same_twice_and_holds_no_formula(pemeran, masuk):
    pemeran.b.kantor.nama = "=HYPERLINK(1)"
    pemeran.b.kantor.save()
    klien = masuk(pemeran.eko)
    satu = klien.get(reverse("kabupaten_rekap", args=[TAHUN])).content
    assert satu == klien.get(reverse("kabupaten_rekap", args=[TAHUN])).content
    lembar = openpyxl.load_workbook(io.BytesIO(satu)).active
    sel = [c for baris in lembar.iter_rows() for c in baris if c.value == "=HYPERLINK(1)"]
    assert [c.data_type for c in sel] == ["s"]
    assert sel[0].quotePrefix
