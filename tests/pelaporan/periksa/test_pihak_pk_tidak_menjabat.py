"""Those who sign a PK hold their posts on its day."""

import datetime
from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.pihak_pk_tidak_menjabat import PEMERIKSAAN, periksa
from tests.pelaporan.periksa.tanam import ubah_ke

pytestmark = pytest.mark.django_db


def _ubah(bahan, pk, pihak, **isi):
    """Change a party of one PK of the year."""
    baru = ubah_ke(bahan.pk[pk].pihak, pihak, **isi)
    return replace(bahan, pk=ubah_ke(bahan.pk, pk, pihak=baru))


def test_parties_in_office_are_not_found(bersih):
    assert all(len(p.pihak) == 2 for p in bersih.pk)
    assert list(periksa(bersih)) == []


def test_a_party_out_of_office_is_named_with_the_term(bersih):
    (t,) = periksa(_ubah(bersih, 1, 0, mulai=datetime.date(2024, 11, 1)))
    assert (t.tingkat, t.tautan, t.lokasi.objek) == (Tingkat.GALAT, "pk", "Perjanjian Kinerja Perubahan")
    assert "bertanggal 16 Oktober 2024" in t.pesan
    assert "Dra. Ratna Pramesti, M.Si. menjabat Camat Contoh sejak 1 November 2024, bukan pada" in t.pesan
    assert PEMERIKSAAN.boleh_dikecualikan


def test_the_party_of_an_earlier_pk_is_named_too(bersih):
    (t,) = periksa(_ubah(bersih, 0, 1, sampai=datetime.date(2023, 12, 31)))
    assert t.lokasi.objek == "Perjanjian Kinerja"
    assert f"{bersih.pk[0].pihak[1].nama} menjabat" in t.pesan
    assert "sampai 31 Desember 2023, bukan pada hari itu" in t.pesan


@pytest.mark.parametrize("pk", [0, 1])
def test_an_override_holds_for_one_pair_of_parties_and_their_days(bersih, pk):
    cacat = _ubah(bersih, pk, 0, mulai=datetime.date(2024, 11, 1))
    semua = [
        cacat,
        _ubah(cacat, pk, 0, nama="Orang Lain"),
        _ubah(cacat, pk, 0, mulai=datetime.date(2024, 12, 1)),
        _ubah(cacat, pk, 1, nama="Bupati Lain"),
        _ubah(cacat, pk, 1, sampai=datetime.date(2023, 1, 1)),
    ]
    assert len({t.kunci for bahan in semua for t in periksa(bahan)}) == len(semua)


def test_a_pk_without_a_day_or_without_parties_says_nothing(bersih):
    cacat = _ubah(bersih, 0, 0, mulai=datetime.date(2024, 11, 1))
    assert list(periksa(replace(cacat, pk=ubah_ke(cacat.pk, 0, tanggal=None)))) == []
    assert list(periksa(replace(cacat, pk=ubah_ke(cacat.pk, 0, pihak=())))) == []
