"""Sasaran of the Renstra that name no sasaran of the RPJMD: which misi they serve is not known."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them in one finding; without an RPJMD there is nothing to link to."""
    k = bahan.konteks
    if not k.bab2.rpjmd:
        return
    renstra = [s for s in bahan.sasaran if s.is_renstra]
    lepas = [s for s in renstra if not s.is_dipetakan_rpjmd]
    if not lepas:
        return
    akibat = "; tabel ini karena itu memuat seluruh misi" if len(lepas) == len(renstra) else ""
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(k, "t_rpjmd", objek="misi"),
        pesan=(
            f"{len(lepas)} dari {len(renstra)} sasaran Renstra belum dikaitkan dengan sasaran RPJMD, "
            "sehingga misi yang "
            f"didukung tidak diketahui{akibat}: {sebut([s.uraian for s in lepas])}. Kaitkan sasarannya, "
            "atau tulis "
            "alasannya."
        ),
        nilai=tuple((s.uraian, "belum dikaitkan") for s in lepas),
        tautan="renstra",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="misi_belum_dipetakan",
    nama="Sasaran belum dikaitkan dengan RPJMD",
    tingkat=Tingkat.PERINGATAN,
    sumber="Permendagri 86/2017: Renstra menjabarkan RPJMD; audit contoh S3",
    periksa=periksa,
)
