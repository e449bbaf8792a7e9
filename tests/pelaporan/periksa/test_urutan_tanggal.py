"""Days of DPA and PK: inside the year, ascending, a PK after its DPA; one cause, one finding."""

import datetime
from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.urutan_tanggal import periksa
from tests.pelaporan.periksa.tanam import ubah_ke

pytestmark = pytest.mark.django_db
D = datetime.date


def _dpa(bahan, ke, hari):
    return replace(bahan, dpa=ubah_ke(bahan.dpa, ke, tanggal=hari))


def _pk(bahan, ke, hari):
    return replace(bahan, pk=ubah_ke(bahan.pk, ke, tanggal=hari))


def test_the_days_of_a_sound_year_are_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize("hari", [D(2023, 1, 23), D(2023, 10, 31), D(2025, 1, 2)])
def test_a_pk_outside_the_year_blocks_and_is_one_finding(bersih, hari):
    (t,) = periksa(_pk(bersih, 0, hari))
    assert (t.tingkat, t.tautan, t.lokasi.objek) == (Tingkat.GALAT, "pk", "Perjanjian Kinerja")
    assert "di luar tahun 2024" in t.pesan


def test_a_first_dpa_may_be_approved_just_before_the_year(bersih):
    assert list(periksa(_dpa(bersih, 0, D(2023, 12, 29)))) == []
    (t,) = periksa(_dpa(bersih, 2, D(2023, 12, 29)))
    assert (t.tingkat, t.tautan) == (Tingkat.GALAT, "dpa")


def test_a_revision_before_its_elder_blocks_with_both_days(bersih):
    (t,) = periksa(_dpa(bersih, 2, D(2024, 5, 1)))
    assert (t.tingkat, t.tautan) == (Tingkat.GALAT, "dpa")
    assert t.nilai == (("DPA Perubahan 1", "1 Mei 2024"), ("DPA Pergeseran 1", "20 Mei 2024"))


def test_a_pk_revision_before_the_dpa_that_caused_it_is_a_warning(bersih):
    (t,) = periksa(_pk(bersih, 1, D(2024, 10, 1)))
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "pk")
    assert t.nilai == (
        ("Perjanjian Kinerja Perubahan", "1 Oktober 2024"),
        ("DPA Perubahan 1", "7 Oktober 2024"),
    )


def test_a_first_pk_before_its_dpa_is_a_warning(bersih):
    (t,) = periksa(_pk(bersih, 0, D(2024, 1, 2)))
    assert t.tingkat is Tingkat.PERINGATAN
    assert "lebih awal daripada DPA (3 Januari 2024)" in t.pesan


def test_a_dpa_without_day_is_not_compared(bersih):
    assert list(periksa(_dpa(_pk(bersih, 0, D(2024, 1, 2)), 0, None))) == []
