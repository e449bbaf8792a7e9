"""The sample as it was published: the gate names what its sentences claim, each at its place."""

from __future__ import annotations

import pytest

from pelaporan.periksa.jalankan import jalankan

# (section, what was typed, a word that the finding must hold)
KLAIM = (
    ("bab4.kesimpulan", "6 tujuan", "tujuan"),
    ("bab4.kesimpulan", "13 sasaran", "sasaran"),
    ("bab4.kesimpulan", "32 indikator", "indikator"),
    ("bab4.kesimpulan", "100%", "97,64%"),
    ("bab4.kesimpulan", "3.012.968.600", "3.015.390.600"),
    ("bab4.kesimpulan", "(kategori)", "(kategori)"),
    ("bab4.kesimpulan", "Pemerintah Daerah Kabupaten Sumenep", "Kecamatan Batang-batang"),
    ("bab2.renstra", "Misi ke 1, 4, dan 7", "7"),
    ("bab2.renstra", "Kabupaten/Kota", "Kabupaten/Kota"),
    ("bab2.renstra", "Batangbatang", "Batangbatang"),
    ("depan.pengantar", "ke-IV", "kedua"),
    ("bab2.pk", "(dipilih point 1 s.d. 3)", "dipilih"),
    ("bab1.organisasi", "Kepala Bidang", "Kepala Bidang"),
    ("bab3.capaian", "Dinas/Badan", "Dinas/Badan"),
    ("tabel.t_capaian", "99,93%", "99,93%"),
    ("tabel.t_banding", "2024", "2024"),
    ("tabel.t_kemajuan", ".....", "...."),
    ("tabel.t_menunjang", ".....", "...."),
)


@pytest.fixture(scope="session")
def temuan(bahan_semua):
    """All findings of the office as published."""
    return jalankan(bahan_semua["batang-batang-seperti-terbit"]).temuan


@pytest.mark.django_db
@pytest.mark.parametrize(("bagian", "tertulis", "kata"), KLAIM)
def test_each_claim_is_named_where_it_stands(temuan, bagian, tertulis, kata):
    milik = [t for t in temuan if t.lokasi.kunci == bagian]
    isi = [t.pesan + " ".join(n for _, n in t.nilai) for t in milik]
    assert any(tertulis in x and kata in x for x in isi), isi


@pytest.mark.django_db
def test_rupiah_in_the_place_of_an_index_is_named(temuan):
    milik = [t for t in temuan if t.lokasi.objek == "skm" and "14.671.200" in t.pesan]
    assert milik, [t.pesan for t in temuan if t.lokasi.objek == "skm"]
    assert milik[0].tingkat == "galat"
