"""Kecamatan Contoh 2024 is complete; its figures are those of fixtures/contoh/contoh-2024.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    AnalisisCapaian,
    DefinisiIndikator,
    Indikator,
    NilaiTahunLalu,
    Pembanding,
    PerjanjianKinerja,
    Realisasi,
    TargetDPA,
    TargetPeriode,
    TargetPK,
    TargetRKT,
)
from kinerja.pilihan import PERIODE_FREKUENSI, Frekuensi, MetodePeriode
from organisasi.models import PerangkatDaerah, RincianProfil
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import KonteksLKjIP
from pelaporan.management.commands.muat_contoh import tetapkan_dokumen
from pelaporan.models import Laporan, Narasi
from pelaporan.narasi import TOKEN
from pelaporan.susun import build_konteks_lkjip
from renstra.models import Program, SasaranProgram, SubKegiatan
from sakip.umum.hitung import Keadaan
from sakip.umum.pemuat import HasilMuat, muat_berkas
from sakip.umum.riwayat import AsalRiwayat

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
RUJUKAN = sorted((FIXTURES / "rujukan").glob("*.json"))
CONTOH = sorted((FIXTURES / "contoh").glob("contoh-2024-*.json"))
APLIKASI = ("organisasi", "renstra", "anggaran", "kinerja", "pelaporan")

# The tables of fixtures/contoh/contoh-2024.md, added up by hand.
PAGU_PROGRAM = {  # code -> murni, pergeseran 1, perubahan 1
    "7.01.01": (3_245_500_000, 3_245_500_000, 3_245_000_000),
    "7.01.02": (330_000_000, 330_000_000, 382_000_000),
    "7.01.03": (186_000_000, 186_000_000, 288_000_000),
    "7.01.04": (174_000_000, 174_000_000, 188_000_000),
    "7.01.05": (96_000_000, 96_000_000, 110_000_000),
    "7.01.06": (182_000_000, 182_000_000, 186_000_000),
}
PAGU = (4_213_500_000, 4_213_500_000, 4_399_000_000)
REALISASI_PROGRAM = {  # code -> TW I, TW II, TW III, TW IV, setahun
    "7.01.01": (690_068_418, 913_872_540, 813_014_866, 757_111_652, 3_174_067_476),
    "7.01.02": (53_310_000, 93_780_000, 109_310_000, 116_160_000, 372_560_000),
    "7.01.03": (66_500_000, 37_900_000, 41_730_000, 135_570_000, 281_700_000),
    "7.01.04": (32_820_000, 46_710_000, 49_600_000, 54_000_000, 183_130_000),
    "7.01.05": (14_280_000, 22_965_000, 35_410_000, 24_312_500, 96_967_500),
    "7.01.06": (32_675_000, 47_830_000, 47_045_000, 53_380_000, 180_930_000),
}
REALISASI = (889_653_418, 1_163_057_540, 1_096_109_866, 1_140_534_152, 4_289_354_976)
CAPAIAN = {  # code -> target, value, capaian
    "skm": ("86,50", "87,35", "100,98%"),
    "hari-layanan": ("2,00", "1,90", "105,00%"),
    "beban-loket": ("8,00 sampai 10,00", "9,50", "100,00%"),
    "sakip": ("BB", "BB", "100,00%"),
    "pbb": ("1.250.000.000", "1.052.375.400", "84,19%"),
    "desa-mandiri": ("5", "5", "100,00%"),
    "dokumen-desa": ("95,00", "92,75", "97,64%"),
    "kelompok-usaha": ("25", "28", "112,00%"),
    "gangguan": ("24", "25", "95,83%"),
    "data-kesos": ("97,00", "96,85", "99,84%"),
    "ipp": ("3,60", "3,72", "103,33%"),
    "usulan-musrenbang": ("65,00", "66,00", "101,54%"),
}
CAPAIAN_LALU = {  # code -> 2023, 2022
    "skm": ("100,59%", "99,55%"),
    "hari-layanan": ("100,00%", "96,00%"),
    "beban-loket": ("94,00%", "88,00%"),
    "sakip": ("100,00%", "75,00%"),
    "pbb": ("97,36%", "96,43%"),
    "desa-mandiri": ("100,00%", "100,00%"),
    "dokumen-desa": ("98,96%", "98,77%"),
    "kelompok-usaha": ("106,67%", "100,00%"),
    "gangguan": ("96,43%", "90,63%"),
    "data-kesos": ("99,77%", "99,05%"),
    "ipp": ("101,76%", "99,38%"),
    "usulan-musrenbang": ("103,33%", "96,36%"),
}

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def muatan(django_db_setup: None, django_db_blocker: Any) -> Iterator[HasilMuat]:
    """The reference data and the office, loaded once for this file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        muat_berkas(*RUJUKAN)
        hasil = muat_berkas(*CONTOH)
        tetapkan_dokumen("contoh")
        yield hasil
        transaction.set_rollback(True)


@pytest.fixture
def kantor(muatan: HasilMuat) -> PerangkatDaerah:
    """The invented office."""
    return PerangkatDaerah.objects.get(slug="contoh")


@pytest.fixture(scope="module")
def konteks(muatan: HasilMuat, django_db_blocker: Any) -> KonteksLKjIP:
    """The report of the office."""
    with django_db_blocker.unblock():
        return build_konteks_lkjip(Laporan.objects.get(perangkat_daerah__slug="contoh", tahun=2024))


def _strategis(kantor: PerangkatDaerah) -> list[Indikator]:
    return list(kantor.indikator.filter(program=None, kegiatan=None, sub_kegiatan=None))


def test_loads_after_the_reference_data_and_again_without_change(muatan: HasilMuat) -> None:
    assert muatan.dibuat and not muatan.sudah_ada
    kedua = muat_berkas(*CONTOH)
    assert (kedua.dibuat, kedua.sudah_ada) == (0, muatan.dibuat)


def test_every_row_validates(kantor: PerangkatDaerah) -> None:
    for aplikasi in APLIKASI:
        for model in apps.get_app_config(aplikasi).get_models():
            if issubclass(model, AsalRiwayat):
                continue
            for baris in model._default_manager.all():
                baris.full_clean()


def test_the_page_beside_the_data_prints_the_same_totals() -> None:
    halaman = (FIXTURES / "contoh" / "contoh-2024.md").read_text(encoding="utf-8")
    for kode, pagu in (*PAGU_PROGRAM.items(), ("**JUMLAH**", PAGU)):
        realisasi = REALISASI_PROGRAM.get(kode, REALISASI)
        sel = " | ".join(f"{n:,}".replace(",", ".") for n in (*pagu, *realisasi))
        assert f"| {kode} | {sel} |" in halaman, kode
    for kode, (_, realisasi_teks, capaian) in CAPAIAN.items():
        baris = next(b for b in halaman.splitlines() if b.startswith(f"| {kode} "))
        sel_baris = {s.strip() for s in baris.split("|")}
        assert sel_baris >= {realisasi_teks.removesuffix(",00"), capaian.removesuffix("%")}, kode


def test_profile_counts_every_employee_once(kantor: PerangkatDaerah) -> None:
    for tahun, pegawai in ((2023, 23), (2024, 24)):
        for kelompok in ("golongan", "pendidikan", "jenis_kelamin"):
            baris = RincianProfil.objects.filter(
                profil__perangkat_daerah=kantor, profil__tahun=tahun, kelompok=kelompok
            )
            assert sum(b.jumlah for b in baris if b.jumlah is not None) == pegawai, (tahun, kelompok)


def test_pagu_is_the_hand_total(kantor: PerangkatDaerah) -> None:
    for i, dpa in enumerate(DPA.objects.filter(perangkat_daerah=kantor, tahun=2024).order_by("urutan")):
        baris = list(PaguAnggaran.objects.filter(dpa=dpa))
        assert len(baris) == SubKegiatan.objects.filter(kegiatan__program__perangkat_daerah=kantor).count()
        assert sum(b.nilai for b in baris) == PAGU[i] == sum(p[i] for p in PAGU_PROGRAM.values())
        for kode, pagu in PAGU_PROGRAM.items():
            assert sum(b.nilai for b in baris if b.program.kode == kode) == pagu[i], (dpa.nama, kode)
    assert PaguAnggaran.objects.filter(dpa__perangkat_daerah=kantor, nilai=0).count() == 2


def test_realisasi_anggaran_is_the_hand_total(kantor: PerangkatDaerah) -> None:
    semua = list(RealisasiAnggaran.objects.filter(program__perangkat_daerah=kantor))
    for i, periode in enumerate(("tw1", "tw2", "tw3", "tw4")):
        baris = [b for b in semua if b.periode == periode]
        assert sum(b.nilai for b in baris) == REALISASI[i] == sum(p[i] for p in REALISASI_PROGRAM.values())
        for kode, nilai in REALISASI_PROGRAM.items():
            assert sum(b.nilai for b in baris if b.program.kode == kode) == nilai[i], (periode, kode)
    assert sum(b.nilai for b in semua) == REALISASI[4] == sum(p[4] for p in REALISASI_PROGRAM.values())


def test_nothing_is_spent_above_the_ceiling(kantor: PerangkatDaerah) -> None:
    for pagu in PaguAnggaran.objects.filter(dpa__perangkat_daerah=kantor, dpa__urutan=2):
        terpakai = RealisasiAnggaran.objects.filter(sub_kegiatan=pagu.sub_kegiatan)
        assert terpakai.count() == 4
        assert sum(r.nilai for r in terpakai) <= pagu.nilai


def test_porsi_of_each_program_is_100(kantor: PerangkatDaerah) -> None:
    for program in Program.objects.filter(perangkat_daerah=kantor):
        porsi = SasaranProgram.objects.filter(program=program)
        assert sum((p.porsi_persen for p in porsi), Decimal(0)) == 100, program.kode


def test_every_reported_indicator_has_all_asked_periods(kantor: PerangkatDaerah) -> None:
    for indikator in kantor.indikator.all():
        is_strategis = indikator in _strategis(kantor)
        for tahun in (2023, 2024) if is_strategis else (2024,):
            definisi = DefinisiIndikator.objects.get(indikator=indikator, mulai_tahun__lte=tahun)
            diukur = Realisasi.objects.filter(pengukuran__indikator=indikator, pengukuran__tahun=tahun)
            baris = {r.periode: r for r in diukur}
            assert set(baris) == set(PERIODE_FREKUENSI[Frekuensi(definisi.frekuensi)]), (
                indikator.kode,
                tahun,
            )
            for r in baris.values():
                berpasangan = definisi.metode == MetodePeriode.RASIO_JUMLAH
                assert not r.berlaku or (r.pembilang is not None if berpasangan else not r.is_kosong)
        if is_strategis:
            lalu = NilaiTahunLalu.objects.get(indikator=indikator, tahun=2022)
            assert lalu.sumber and (lalu.realisasi is not None or lalu.realisasi_predikat)


def test_every_indicator_has_its_targets(kantor: PerangkatDaerah) -> None:
    for indikator in _strategis(kantor):
        assert TargetRKT.objects.filter(indikator=indikator).count() == 2
        tahun = indikator.target_renstra.values_list("versi__nomor", "tahun")
        assert sorted(tahun) == [(0, t) for t in range(2022, 2027)] + [(1, t) for t in range(2024, 2027)]
    lain = [i for i in kantor.indikator.all() if i not in _strategis(kantor)]
    for indikator in lain:
        assert TargetDPA.objects.filter(indikator=indikator).count() == 2, indikator.kode


def test_two_targets_change_with_the_revision_and_only_in_the_open_quarter(kantor: PerangkatDaerah) -> None:
    murni, perubahan = PerjanjianKinerja.objects.filter(
        jabatan__perangkat_daerah=kantor, jabatan__tingkat="kepala_pd", tahun=2024
    ).order_by("revisi")

    def target(pk: PerjanjianKinerja) -> dict[str, tuple[object, ...]]:
        baris = TargetPK.objects.filter(perjanjian=pk)
        return {t.indikator.kode: (t.nilai, t.nilai_atas, t.predikat_id) for t in baris}

    awal, akhir = target(murni), target(perubahan)
    assert list(awal) == list(akhir) and len(awal) == 10
    assert {k for k in awal if awal[k] != akhir[k]} == {"skm", "kelompok-usaha"}

    def periode(pk: PerjanjianKinerja) -> dict[tuple[str, str], object]:
        baris = TargetPeriode.objects.filter(rencana_aksi__perjanjian=pk)
        return {(t.indikator.kode, t.periode): t.nilai for t in baris}

    awal_p, akhir_p = periode(murni), periode(perubahan)
    assert {k for k in awal_p if awal_p[k] != akhir_p[k]} == {("skm", "tw4"), ("kelompok-usaha", "tw4")}


def test_every_reported_indicator_is_compared_and_explained(kantor: PerangkatDaerah) -> None:
    for indikator in _strategis(kantor):
        assert Pembanding.objects.filter(indikator=indikator, tahun=2024).exists(), indikator.kode
    dijelaskan = [*_strategis(kantor), *kantor.indikator.filter(program__isnull=False)]
    for indikator in dijelaskan:
        analisis = AnalisisCapaian.objects.get(indikator=indikator, tahun=2024)
        for isi in (analisis.penyebab, analisis.hambatan, analisis.solusi, analisis.rencana_perbaikan):
            assert isi.endswith(".") and not re.search(r"\d", isi), (indikator.kode, isi)


def test_every_section_is_written_without_a_typed_figure(kantor: PerangkatDaerah) -> None:
    narasi = {n.bagian: n.isi for n in Narasi.objects.filter(laporan__perangkat_daerah=kantor)}
    assert set(narasi) == {kunci for kunci, _ in BAGIAN_NARASI}
    for bagian, isi in narasi.items():
        assert isi.strip(), bagian
        assert not re.search(r"\d", TOKEN.sub("", isi)), bagian


def test_the_report_has_the_figures_of_the_page(konteks: KonteksLKjIP) -> None:
    tercetak = {b.kode: (b.target.teks, b.realisasi.teks, b.capaian.teks) for b in konteks.bab3.capaian}
    assert tercetak == CAPAIAN
    lalu = {
        b.kode: tuple(t.capaian.teks for t in sorted(b.tahun, key=lambda t: -t.tahun) if t.tahun < 2024)
        for b in konteks.bab3.banding
    }
    assert lalu == CAPAIAN_LALU
    i = konteks.ikhtisar
    assert (i.jumlah_indikator_pk, i.jumlah_indikator_dilaporkan, i.jumlah_tercapai) == (10, 12, 8)
    assert (i.capaian.teks, i.serapan.teks) == ("99,55%", "97,51%")
    assert (i.pagu.nilai, i.realisasi.nilai, i.sisa.nilai) == (PAGU[2], REALISASI[4], 109_645_024)


def test_every_token_of_the_narrative_finds_its_figure(konteks: KonteksLKjIP) -> None:
    assert konteks.narasi
    for bagian in konteks.narasi:
        for blok in bagian.blok:
            for butir in blok.butir:
                for potongan in butir:
                    assert potongan.keadaan is Keadaan.TERUKUR, (bagian.bagian, potongan.teks)
