"""The report has one name."""

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.istilah import periksa
from tests.pelaporan.periksa.bersih import tulis

pytestmark = pytest.mark.django_db


def test_a_report_that_uses_its_name_is_not_found(bersih):
    assert list(periksa(bersih)) == []
    assert (
        list(periksa(tulis(bersih, "depan.pengantar", "LKjIP ini adalah Laporan Kinerja kecamatan."))) == []
    )
    teks = "Sistem Akuntabilitas Kinerja Instansi Pemerintah diterapkan."
    assert list(periksa(tulis(bersih, "depan.pengantar", teks))) == []


@pytest.mark.parametrize("nama", ["LKJiP", "LKJIP", "LkjIP", "LAKIP", "Laporan Akuntabilitas Kinerja"])
def test_another_name_is_told_at_its_section(bersih, nama):
    (t,) = periksa(tulis(bersih, "depan.pengantar", f"Penyusunan {nama} ini dibantu seluruh seksi."))
    assert (t.tingkat, t.lokasi.kunci, t.tautan) == (
        Tingkat.INFO,
        "depan.pengantar",
        "narasi:depan.pengantar",
    )
    assert f"“{nama}”" in t.pesan
