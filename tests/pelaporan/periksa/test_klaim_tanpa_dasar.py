"""Success of everything is claimed only where everything was measured and reached."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.klaim_tanpa_dasar import periksa
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

BAGIAN = "bab4.kesimpulan"


def temukan(bahan, teks):
    return list(periksa(tambahi(bahan, BAGIAN, teks)))


def hitung(bahan, **isi):
    ikhtisar = replace(bahan.konteks.ikhtisar, **isi)
    return replace(bahan, konteks=replace(bahan.konteks, ikhtisar=ikhtisar))


def test_a_clean_report_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(
    "teks",
    [
        "Seluruh indikator kinerja telah mencapai target.",
        "Secara umum seluruh sasaran telah mencapai target Perjanjian Kinerja.",
        "Tidak dijumpai kendala dalam pelaksanaan kegiatan.",
        "Program berhasil dengan baik.",
    ],
)
def test_a_claim_for_all_warns_with_the_counts(bersih, teks):
    (t,) = temukan(bersih, teks)
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (Tingkat.PERINGATAN, BAGIAN, f"narasi:{BAGIAN}")
    assert t.nilai[1] == ("tercapai", "8 dari 12")


def test_secara_umum_is_baseless_where_fewer_than_half_were_reached(bersih):
    teks = "Pada umumnya sasaran sudah tercapai, walaupun beberapa indikator di bawah target."
    assert temukan(bersih, teks) == []
    assert len(temukan(hitung(bersih, jumlah_tercapai=5), teks)) == 1


def test_a_true_claim_is_left_alone(bersih):
    bahan = hitung(bersih, jumlah_tercapai=12, jumlah_belum_tercapai=0)
    assert temukan(bahan, "Seluruh indikator kinerja telah mencapai target.") == []


@pytest.mark.parametrize(
    "teks",
    [
        "Belum seluruh indikator mencapai target.",
        "Upaya dilakukan agar seluruh indikator mencapai target.",
        "Semua indikator mencapai target, kecuali penerimaan pajak.",
        "Seluruh desa telah menyampaikan laporan.",
        "Seluruh indikator sasaran pelayanan telah mencapai target.",
    ],
)
def test_denials_wishes_exceptions_and_parts_are_no_claim(bersih, teks):
    assert temukan(bersih, teks) == []


def test_a_finding_keeps_its_key_where_a_paragraph_is_written_above(bersih):
    teks = "Seluruh indikator kinerja telah mencapai target."
    (asli,), (turun,) = temukan(bersih, teks), temukan(bersih, f"Alinea baru.\n\n{teks}")
    assert asli.kunci == turun.kunci
    assert asli.lokasi.teks != turun.lokasi.teks
