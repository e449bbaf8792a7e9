"""A PK is set at most one month after its budget document."""

import datetime
from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pk_terlambat import periksa
from tests.pelaporan.periksa.tanam import ubah_ke

pytestmark = pytest.mark.django_db
D = datetime.date


def _pk(bahan, ke, **isi):
    return replace(bahan, pk=ubah_ke(bahan.pk, ke, **isi))


def test_pks_in_time_are_not_found(bersih):
    assert list(periksa(bersih)) == []
    assert list(periksa(_pk(bersih, 0, tanggal=D(2024, 2, 3)))) == []


def test_a_late_pk_is_a_warning_with_both_days_and_the_last_day(bersih):
    (t,) = periksa(_pk(bersih, 0, tanggal=D(2024, 2, 4)))
    assert (t.tingkat, t.tautan, t.lokasi.objek) == (Tingkat.PERINGATAN, "pk", "Perjanjian Kinerja")
    assert t.nilai == (("Perjanjian Kinerja", "4 Februari 2024"), ("DPA", "3 Januari 2024"))
    assert "paling lambat 3 Februari 2024" in t.pesan


def test_a_reason_that_was_written_when_it_was_set_only_informs(bersih):
    (t,) = periksa(_pk(bersih, 0, tanggal=D(2024, 2, 4), alasan_terlambat="Camat baru dilantik."))
    assert t.tingkat is Tingkat.INFO
    assert t.pesan.endswith("Alasan yang tercatat: Camat baru dilantik.")


def test_a_late_revision_is_found(bersih):
    (t,) = periksa(_pk(bersih, 1, tanggal=D(2024, 11, 20)))
    assert t.lokasi.objek == "Perjanjian Kinerja Perubahan"


def test_a_revision_that_prints_the_same_dpa_is_not_late(bersih):
    assert list(periksa(_pk(bersih, 1, tanggal=D(2024, 11, 20), dpa=0))) == []


def test_a_day_that_cannot_be_is_another_finding(bersih):
    assert list(periksa(_pk(bersih, 0, tanggal=D(2025, 2, 4)))) == []
