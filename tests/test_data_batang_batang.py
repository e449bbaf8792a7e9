"""Batang-batang 2023 holds what the published report supports, and nothing that it gets wrong."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    Indikator,
    NilaiTahunLalu,
    PerjanjianKinerja,
    Realisasi,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from organisasi.models import Jabatan, Pegawai, PemangkuJabatan, PerangkatDaerah, UnitKerja
from pelaporan.management.commands.muat_contoh import tetapkan_dokumen
from pelaporan.models import Laporan
from pelaporan.narasi import iter_token, urai_narasi
from renstra.models import IsuStrategis, Misi, Program, Sasaran, SasaranProgram
from sakip.umum.nip import BentukNip, periksa_nip
from sakip.umum.pemuat import muat_berkas

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
RUJUKAN = sorted((FIXTURES / "rujukan").glob("*.json"))
CONTOH = sorted((FIXTURES / "contoh").glob("batang-batang-2023-*.json"))
TERBIT = sorted((FIXTURES / "contoh/batang-batang-seperti-terbit").glob("*.json"))

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor() -> PerangkatDaerah:
    """The office with its reference data."""
    muat_berkas(*RUJUKAN, *CONTOH)
    tetapkan_dokumen("batang-batang")
    return PerangkatDaerah.objects.get(slug="batang-batang")


@pytest.fixture
def terbit() -> PerangkatDaerah:
    """The office as published, loaded without the repaired one."""
    muat_berkas(*RUJUKAN, *TERBIT)
    tetapkan_dokumen("batang-batang-seperti-terbit")
    return PerangkatDaerah.objects.get(slug="batang-batang-seperti-terbit")


def _pagu(kantor: PerangkatDaerah, urutan: int) -> dict[str, Decimal]:
    dpa = DPA.objects.get(perangkat_daerah=kantor, tahun=2023, urutan=urutan)
    return {p.program.kode: p.nilai for p in PaguAnggaran.objects.filter(dpa=dpa)}


def _realisasi_anggaran(kantor: PerangkatDaerah) -> dict[str, Decimal]:
    baris = RealisasiAnggaran.objects.filter(program__perangkat_daerah=kantor)
    assert all(b.periode == "tahun" and b.sumber for b in baris)
    return {b.program.kode: b.nilai for b in baris}


def test_loading_again_creates_nothing_in_any_order(kantor: PerangkatDaerah) -> None:
    muat_berkas(*TERBIT)
    assert muat_berkas(*CONTOH).dibuat == 0
    assert muat_berkas(*TERBIT).dibuat == 0
    assert muat_berkas(*RUJUKAN, *TERBIT, *CONTOH).dibuat == 0


def test_ceilings_and_spending_sum_to_the_printed_budget(kantor: PerangkatDaerah) -> None:
    murni, perubahan, nyata = _pagu(kantor, 0), _pagu(kantor, 1), _realisasi_anggaran(kantor)
    assert list(
        Program.objects.filter(perangkat_daerah=kantor).values_list("nomenklatur__kode", flat=True)
    ) == [f"7.01.0{i}" for i in range(1, 7)]
    assert sum(murni.values()) == 2_766_487_142
    assert sum(perubahan.values()) == 3_088_328_946
    assert sum(nyata.values()) == 3_015_390_600
    assert nyata["7.01.05"] == 126_950_500
    assert {k for k in murni if murni[k] != perubahan[k]} == {"7.01.01"}
    assert all(nyata[k] <= perubahan[k] for k in nyata)


def test_nine_units_form_one_tree_with_duties(kantor: PerangkatDaerah) -> None:
    unit = UnitKerja.objects.filter(perangkat_daerah=kantor)
    assert unit.count() == 9
    assert [u.nama for u in unit.filter(induk=None)] == ["Camat"]
    assert unit.filter(induk__jenis="sekretariat", jenis="sub_bagian").count() == 2
    assert unit.filter(induk__jenis="pimpinan", jenis="seksi").count() == 5
    for u in unit:
        fungsi = list(u.fungsi.order_by("urutan").values_list("uraian", flat=True))
        assert u.tugas
        assert fungsi[-2].endswith("; dan")
        assert fungsi[-1].endswith(".")
        assert all(f.endswith(";") for f in fungsi[:-2])
    assert unit.get(induk=None).fungsi.count() == 10


def test_posts_are_held_by_people_with_valid_nip(kantor: PerangkatDaerah) -> None:
    assert Jabatan.objects.filter(perangkat_daerah=kantor).count() == 9
    camat = Jabatan.objects.get(perangkat_daerah=kantor, tingkat="kepala_pd")
    assert str(camat) == "Camat Batang-batang"
    assert str(camat.atasan) == "Bupati Sumenep"
    assert PemangkuJabatan.objects.filter(jabatan__perangkat_daerah=kantor, sampai=None).count() == 9
    for pegawai in Pegawai.objects.exclude(nip=None):
        periksa_nip(pegawai.nip or "", BentukNip.PNS)
    assert [p.pemangkuan.get().jabatan.nama for p in Pegawai.objects.filter(nip=None)] == ["Bupati Sumenep"]
    assert not Pegawai.objects.filter(nip="197307161996021001").exists()


def test_plan_has_five_misi_two_tujuan_and_eight_sasaran(kantor: PerangkatDaerah) -> None:
    assert list(Misi.objects.values_list("nomor", flat=True)) == [1, 2, 3, 4, 5]
    sasaran = Sasaran.objects.filter(renstra__perangkat_daerah=kantor)
    assert sasaran.filter(sumber="renstra").count() == 3
    assert sasaran.filter(sumber="sk_iku").count() == 5
    assert not sasaran.exclude(sasaran_rpjmd=None).exists()
    assert not SasaranProgram.objects.filter(sasaran__in=sasaran).exists()
    assert not IsuStrategis.objects.filter(perangkat_daerah=kantor, cakupan="tahun").exists()


def test_seven_iku_and_one_identity_for_each_indicator(kantor: PerangkatDaerah) -> None:
    indikator = Indikator.objects.filter(perangkat_daerah=kantor)
    assert indikator.filter(is_iku=True).count() == 7
    assert indikator.filter(program=None).count() == 11
    assert indikator.exclude(program=None).count() == 6
    assert all(i.definisi.count() == 1 for i in indikator)


def test_targets_stand_in_their_own_documents(kantor: PerangkatDaerah) -> None:
    renstra = TargetRenstra.objects.filter(indikator__perangkat_daerah=kantor, versi__nomor=1)
    skm = {t.tahun: t.nilai for t in renstra.filter(indikator__kode="skm")}
    assert skm == {
        2022: 87,
        2023: Decimal("87.15"),
        2024: Decimal("87.3"),
        2025: Decimal("87.45"),
        2026: Decimal("87.55"),
    }
    assert [str(t.predikat) for t in renstra.filter(indikator__kode="sakip")] == ["BB", "BB", "A", "A", "A"]
    assert {t.nilai for t in renstra.filter(indikator__kode="desa-terfasilitasi")} == {None}
    assert not TargetRKT.objects.filter(indikator__perangkat_daerah=kantor).exists()
    pk = PerjanjianKinerja.objects.filter(jabatan__perangkat_daerah=kantor).order_by("revisi")
    assert [(p.tanggal.isoformat(), p.alasan) for p in pk] == [("2023-01-25", ""), ("2023-11-20", "strategi")]
    for p in pk:
        target = TargetPK.objects.filter(perjanjian=p).order_by("urutan")
        assert [(t.indikator.kode, t.nilai) for t in target] == [
            ("skm", 80),
            ("desa-terfasilitasi", 100),
            ("capaian-kinerja-pd", 100),
        ]


def test_only_values_that_are_values_are_measured(kantor: PerangkatDaerah) -> None:
    realisasi = Realisasi.objects.filter(pengukuran__indikator__perangkat_daerah=kantor)
    assert {r.pengukuran.indikator.kode: r.nilai for r in realisasi} == {
        "skm": 80,
        "kamtibmas": 100,
        "masyarakat-berdaya": 79,
        "usulan-musrenbang": 80,
    }
    assert all(r.pengukuran.sumber for r in realisasi)
    lalu = NilaiTahunLalu.objects.filter(indikator__perangkat_daerah=kantor)
    assert {(n.indikator.kode, n.tahun, n.target, n.realisasi) for n in lalu} == {
        ("skm", 2022, Decimal(78), Decimal(78)),
        ("kamtibmas", 2022, Decimal(100), Decimal(100)),
    }


def test_narrative_is_readable_and_holds_no_typed_figure(kantor: PerangkatDaerah) -> None:
    laporan = Laporan.objects.get(perangkat_daerah=kantor, tahun=2023)
    assert laporan.narasi.exists()
    for n in laporan.narasi.all():
        urai_narasi(n.isi)
        assert iter_token(n.isi) or n.bagian == "bab2.pk"
        assert not re.search(r"\d", re.sub(r"\[\[.*?\]\]", "", n.isi)), n.bagian


def test_legal_bases_and_the_absent_appendix_are_recorded(kantor: PerangkatDaerah) -> None:
    laporan = Laporan.objects.get(perangkat_daerah=kantor, tahun=2023)
    assert laporan.landasan.count() == 9
    lampiran = laporan.lampiran.get()
    assert (lampiran.judul, lampiran.jenis, lampiran.alasan) == (
        "SK Tim SAKIP",
        "tidak_ada",
        "Belum diunggah.",
    )


def test_office_has_one_spelling_and_no_error_of_the_sample() -> None:
    teks = "\n".join(b.read_text(encoding="utf-8") for b in CONTOH)
    for salah in (
        "Batangbatang",
        "Batang Batang",
        "BATANG BATANG",
        "prigram",
        "pelaksana tugas",
        "dilingkungan",
    ):
        assert salah not in teks
    assert set(re.findall(r"batang[- ]?batang", teks, re.I)) == {"Batang-batang", "batang-batang"}
    for angka in ("14671200", "12600000", "3012968600", "12695050", "28.25.774.100"):
        assert f'"{angka}"' not in teks
    unit = next(
        b["baris"]
        for b in json.loads(CONTOH[0].read_text(encoding="utf-8"))
        if b["model"].endswith("UnitKerja")
    )
    assert [u["nama"] for u in unit if "etentraman" in u["nama"]] == ["Seksi Ketentraman dan Ketertiban Umum"]
    assert not any("etentraman" in u["tugas"] for u in unit)


def test_published_office_keeps_the_errors_that_the_models_can_hold(terbit: PerangkatDaerah) -> None:
    nilai = {
        r.pengukuran.indikator.kode: r.nilai
        for r in Realisasi.objects.filter(pengukuran__indikator__perangkat_daerah=terbit)
    }
    assert nilai["skm"] == 14_671_200
    assert nilai["kamtibmas"] == 12_600_000
    assert nilai["koordinasi-kecamatan"] == 126_950_500
    assert sum(_realisasi_anggaran(terbit).values()) == 3_015_390_600
    assert TargetRKT.objects.filter(indikator__perangkat_daerah=terbit, nilai=98).count() == 6
    desa = TargetRenstra.objects.filter(
        indikator__perangkat_daerah=terbit, indikator__kode="desa-terfasilitasi"
    )
    assert {t.nilai for t in desa} == {17}
    assert UnitKerja.objects.get(perangkat_daerah=terbit, induk=None).fungsi.count() == 11
    isu = IsuStrategis.objects.filter(perangkat_daerah=terbit, cakupan="tahun").order_by("urutan")
    assert [i.uraian for i in isu] == [";", ";", ";", "Dst."]
    assert (
        "3.012.968.600"
        in Laporan.objects.get(perangkat_daerah=terbit).narasi.get(bagian="bab4.kesimpulan").isi
    )
