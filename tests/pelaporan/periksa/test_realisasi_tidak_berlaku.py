"""An indicator that was declared not applicable needs a reason; a year without any measure blocks."""

import pytest

from pelaporan.konteks import Angka
from pelaporan.models import Laporan
from pelaporan.periksa import realisasi_kosong
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.jalankan import jalankan
from pelaporan.periksa.realisasi_tidak_berlaku import PEMERIKSAAN, periksa
from pelaporan.susun.periksa import build_bahan_periksa
from sakip.umum.hitung import Keadaan
from tests.pelaporan.kantor_uji import KantorUji
from tests.pelaporan.periksa.bersih import KOSONG, ubah_capaian, ubah_indikator

pytestmark = pytest.mark.django_db


def tiada(alasan="survei tidak dilaksanakan"):
    return Angka("tidak berlaku", Keadaan.TIDAK_BERLAKU, None, alasan)


def semua_tiada(bahan, kecuali=(), isi=None):
    for b in bahan.konteks.bab3.capaian:
        if b.kode not in kecuali:
            bahan = ubah_capaian(bahan, b.kode, realisasi=tiada())
        elif isi is not None:
            bahan = ubah_capaian(bahan, b.kode, realisasi=isi)
    return bahan


def test_a_measured_year_is_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_one_that_is_not_applicable_is_a_warning_at_its_row_with_its_reason(bersih):
    (t,) = periksa(ubah_capaian(bersih, "skm", realisasi=tiada()))
    assert (t.tingkat, t.lokasi.objek, t.tautan) == (Tingkat.PERINGATAN, "skm", "realisasi:skm")
    assert t.lokasi.teks.startswith("Tabel 3.2, baris ")
    assert "Kepuasan Masyarakat (IKM) (survei tidak dilaksanakan)" in t.pesan
    assert t.nilai[0][1] == "survei tidak dilaksanakan"


def test_several_are_one_warning_and_another_reason_is_another_finding(bersih):
    dua = ubah_capaian(ubah_capaian(bersih, "skm", realisasi=tiada()), "ipp", realisasi=tiada())
    (t,) = periksa(dua)
    assert (t.lokasi.teks, len(t.nilai)) == ("Tabel 3.2", 2)
    (lain,) = periksa(ubah_capaian(dua, "ipp", realisasi=tiada("sebab lain")))
    assert lain.kunci != t.kunci


def test_without_a_single_measured_indicator_it_blocks_and_cannot_be_overridden(bersih):
    cacat = semua_tiada(bersih)
    (t,) = periksa(cacat)
    assert t.tingkat is Tingkat.GALAT
    assert f"Tidak satu pun dari {len(cacat.konteks.bab3.capaian)} indikator" in t.pesan
    assert len(t.nilai) == len(cacat.konteks.bab3.capaian)
    assert not PEMERIKSAAN.boleh_dikecualikan
    assert t in jalankan(cacat).galat


def test_a_blank_among_them_is_the_blank_s_error_alone(bersih):
    cacat = semua_tiada(bersih, ("skm",), KOSONG)
    assert [t.tingkat for t in periksa(cacat)] == [Tingkat.PERINGATAN]
    assert [t.lokasi.objek for t in realisasi_kosong.periksa(cacat)] == ["skm"]


def test_a_programme_indicator_is_a_warning_at_its_table(bersih):
    i = next(x for x in bersih.indikator if x.tingkat == "sub_kegiatan")
    (t,) = periksa(ubah_indikator(bersih, i.kode, realisasi=tiada()))
    assert (t.tingkat, t.lokasi.kunci, t.lokasi.objek) == (
        Tingkat.PERINGATAN,
        "t_efisiensi_program",
        i.kode,
    )


def test_every_period_not_applicable_is_found_with_what_was_written_at_the_periods():
    k = KantorUji("tiada")
    satu, dua = k.indikator("a", frekuensi="semester"), k.indikator("b")
    k.pk({satu: 10, dua: 10})
    k.periode_isi(satu, {"s1": "-", "s2": "-"})
    k.setahun(dua, 9)
    laporan = Laporan.objects.select_related("perangkat_daerah__pemda").get(pk=k.laporan.pk)
    (t,) = periksa(build_bahan_periksa(laporan))
    assert t.nilai == (("Indikator a", "tidak ada layanan"),)
