"""No profile of staff and area in Bab I, or one with blanks."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import lokasi_bagian
from pelaporan.periksa.sebut import sebut
from pelaporan.periksa.tempat import is_kosong


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a profile that is missing, or its rows without a number (one finding)."""
    k = bahan.konteks
    kosong = [f"{b.kelompok}, {b.uraian}" for b in k.bab1.profil if is_kosong(b.jumlah)]
    if not k.bab1.profil:
        pesan = (
            f"Profil pegawai dan wilayah kerja tahun {k.identitas.tahun} belum diisi. Isi jumlah pegawai "
            "dan desa atau "
            "kelurahannya."
        )
    elif kosong:
        pesan = (
            f"{len(kosong)} jumlah dalam profil tahun {k.identitas.tahun} belum diisi: {sebut(kosong)}. Isi "
            "jumlahnya."
        )
    else:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_bagian("bab1.organisasi", "profil", "profil"),
        pesan=pesan,
        nilai=tuple((x, "belum diisi") for x in kosong or ["profil"]),
        tautan="profil",
        sebab="profil",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="profil_kosong",
    nama="Profil organisasi belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: penjelasan umum organisasi",
    periksa=periksa,
)
