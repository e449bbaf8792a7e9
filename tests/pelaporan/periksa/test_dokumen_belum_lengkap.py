"""DPA and PK have a number and a day."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.dokumen_belum_lengkap import periksa
from tests.pelaporan.periksa.tanam import ubah_ke

pytestmark = pytest.mark.django_db


def test_full_documents_are_not_found(bersih):
    assert list(periksa(bersih)) == []


def test_dpas_without_day_are_one_warning(bersih):
    dpa = ubah_ke(ubah_ke(bersih.dpa, 0, tanggal=None), 2, tanggal=None, nomor="")
    (t,) = periksa(replace(bersih, dpa=dpa))
    assert (t.tingkat, t.tautan, t.lokasi.kunci) == (Tingkat.PERINGATAN, "dpa", "bab2.pk")
    assert t.nilai == (
        ("DPA", "tanggal belum diisi"),
        ("DPA Perubahan 1", "nomor dan tanggal belum diisi"),
    )


def test_a_pk_without_number_is_found_apart(bersih):
    (t,) = periksa(replace(bersih, pk=ubah_ke(bersih.pk, 0, nomor=" ")))
    assert (t.tautan, t.nilai) == ("pk", (("Perjanjian Kinerja", "nomor belum diisi"),))
