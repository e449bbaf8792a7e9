"""A head of office signs with NIP and rank."""

from dataclasses import replace

import pytest

from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.penanda_tangan_tidak_lengkap import periksa
from tests.pelaporan.periksa.tanam import ganti

pytestmark = pytest.mark.django_db


def _penanda(bahan, **isi):
    """The same person in both blocks."""
    k = bahan.konteks
    orang = replace(k.pengesahan.penanda_tangan, **isi)
    return ganti(
        bahan,
        pengesahan=replace(k.pengesahan, penanda_tangan=orang),
        naskah_pk=replace(k.naskah_pk, pihak_pertama=orang),
    )


def test_a_full_block_is_not_found_and_the_regent_needs_none(bersih):
    assert bersih.konteks.naskah_pk.pihak_kedua.nip == ""
    assert list(periksa(bersih)) == []


def test_a_missing_nip_and_rank_of_one_person_are_one_finding(bersih):
    (t,) = periksa(_penanda(bersih, nip="", pangkat=""))
    assert (t.tingkat, t.tautan) == (Tingkat.PERINGATAN, "pejabat")
    assert "Dra. Ratna Pramesti, M.Si., Camat Contoh, belum mempunyai NIP dan pangkat" in t.pesan
    assert t.nilai == (("NIP", "belum diisi"), ("pangkat", "belum diisi"))


def test_the_person_who_signed_the_pk_is_looked_at_too(bersih):
    naskah = bersih.konteks.naskah_pk
    lama = replace(naskah.pihak_pertama, nama="Budi Santosa, S.Sos.", pangkat="")
    (t,) = periksa(ganti(bersih, naskah_pk=replace(naskah, pihak_pertama=lama)))
    assert t.lokasi.objek == "Budi Santosa, S.Sos."
