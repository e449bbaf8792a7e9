"""No IKU at all: Tabel 2.3 is empty."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find an office that has named none of its indicators an IKU."""
    k = bahan.konteks
    if k.bab2.iku:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_tabel(k, "t_iku", objek="iku"),
        pesan=(
            f"{k.identitas.perangkat_daerah} belum mempunyai Indikator Kinerja Utama (IKU). Tandai "
            "indikator yang "
            "ditetapkan sebagai IKU, lalu lengkapi definisinya."
        ),
        nilai=(("IKU", "belum ada"),),
        tautan="renstra",
        sebab="iku",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="iku_kosong",
    nama="IKU belum ada",
    tingkat=Tingkat.GALAT,
    sumber="PER/09/M.PAN/5/2007: setiap perangkat daerah menetapkan IKU; audit contoh K6",
    periksa=periksa,
)
