"""Quarters that were begun and are not approved block; those that were never sent need a reason."""

from dataclasses import replace

import pytest

from kinerja.models import TahapPengukuran
from organisasi.models import UnitKerja
from pelaporan.models import Laporan
from pelaporan.periksa.bahan import FaktaTahap
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.tahap_belum_disetujui import PEMERIKSAAN, periksa
from pelaporan.susun.periksa import build_bahan_periksa
from tests.pelaporan.kantor_uji import KantorUji

pytestmark = pytest.mark.django_db


def test_a_year_without_open_quarters_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_open_quarters_are_one_finding_with_unit_and_state(bersih):
    tahap = (
        FaktaTahap("Seksi Pelayanan Umum", "Triwulan III", "Dikirim"),
        FaktaTahap("Sekretariat", "Triwulan IV", "Dikembalikan"),
    )
    (t,) = periksa(replace(bersih, tahap=tahap))
    assert (t.tingkat, t.tautan) == (Tingkat.GALAT, "pengukuran")
    assert "Triwulan III Seksi Pelayanan Umum (dikirim); Triwulan IV Sekretariat (dikembalikan)" in t.pesan
    assert t.nilai[1] == ("Triwulan IV Sekretariat", "Dikembalikan")
    assert not PEMERIKSAAN.boleh_dikecualikan


def test_quarters_never_sent_are_a_warning_that_names_five_and_keeps_all(bersih):
    lepas = tuple(FaktaTahap(f"Seksi {n}", "Triwulan IV", "Belum dikirim", False) for n in range(7))
    dikirim = FaktaTahap("Sekretariat", "Triwulan III", "Dikirim")
    galat, t = periksa(replace(bersih, tahap=(dikirim, *lepas)))
    assert galat.tingkat is Tingkat.GALAT
    assert galat.nilai == (("Triwulan III Sekretariat", "Dikirim"),)
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "pengukuran")
    assert "Nilai 7 triwulan unit tidak pernah dikirim" in t.pesan
    assert "Triwulan IV Seksi 4; dan 2 lainnya" in t.pesan
    assert len(t.nilai) == 7
    (lain,) = periksa(replace(bersih, tahap=lepas[:6]))
    assert lain.kunci != t.kunci


def test_kecamatan_contoh_as_loaded_took_no_step_at_all(bahan_contoh):
    (t,) = periksa(bahan_contoh)
    assert t.tingkat is Tingkat.PERINGATAN
    assert {nama.split(" ")[1] for nama, _ in t.nilai} == {"I", "II", "III", "IV"}


# From rows --------------------------------------------------------------------------------------------


SELESAI = [(triwulan, tahap) for triwulan in (1, 2) for tahap in ("dikirim", "diperiksa", "disetujui")]


def _unit(k, urutan, nama, induk=None):
    return UnitKerja.objects.create(perangkat_daerah=k.kantor, nama=nama, urutan=urutan, induk=induk)


def _tahap(k):
    laporan = Laporan.objects.select_related("perangkat_daerah__pemda").get(pk=k.laporan.pk)
    return build_bahan_periksa(laporan).tahap


def test_without_any_step_every_quarter_with_values_is_known():
    k = KantorUji("tanpa-tahap")
    camat = _unit(k, 1, "Camat")
    seksi = _unit(k, 2, "Seksi Pelayanan", camat)
    k.periode_isi(k.indikator("a", frekuensi="triwulan"), {"tw1": 1, "tw3": "-"})
    k.periode_isi(k.indikator("b", frekuensi="semester", penanggung_jawab=seksi), {"s1": 2, "s2": 3})
    k.setahun(k.indikator("c", frekuensi="triwulan"), 5)
    assert [(t.unit, t.triwulan, t.keadaan, t.is_dimulai) for t in _tahap(k)] == [
        ("Camat", "Triwulan I", "Belum dikirim", False),
        ("Seksi Pelayanan", "Triwulan II", "Belum dikirim", False),
        ("Camat", "Triwulan III", "Belum dikirim", False),
        ("Seksi Pelayanan", "Triwulan IV", "Belum dikirim", False),
    ]


def test_money_by_quarter_counts_for_the_unit_of_its_node_or_of_the_node_above():
    k = KantorUji("uang-tahap")
    camat = _unit(k, 1, "Camat")
    seksi = _unit(k, 2, "Seksi Pelayanan", camat)
    program, lain, setahun = k.program("7.01.01"), k.program("7.01.02"), k.program("7.01.03")
    program.unit = seksi
    program.save()
    k.belanja(k.sub_kegiatan(program, "7.01.01.2.01.0001"), {"tw2": 10})
    k.belanja(lain, {"tw4": 10})
    k.belanja(setahun, {"tahun": 10})
    assert [(t.unit, t.triwulan) for t in _tahap(k)] == [
        ("Seksi Pelayanan", "Triwulan II"),
        ("Camat", "Triwulan IV"),
    ]


def test_the_last_step_decides_and_a_begun_quarter_without_values_is_known():
    k = KantorUji("langkah-tahap")
    camat = _unit(k, 1, "Camat")
    k.periode_isi(k.indikator("a", frekuensi="triwulan"), {"tw1": 1, "tw2": 1})
    for triwulan, tahap in (*SELESAI, (2, "dibuka"), (3, "dikirim")):
        TahapPengukuran.objects.create(
            unit=camat, tahun=2023, triwulan=triwulan, tahap=tahap, catatan="sebab"
        )
    assert [(t.triwulan, t.keadaan, t.is_dimulai) for t in _tahap(k)] == [
        ("Triwulan II", "Dibuka kembali", True),
        ("Triwulan III", "Dikirim", True),
    ]
