"""A value that cannot well be in the unit of its target: rupiah in a column of percent."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ukuran import iter_ukuran, sebab_tak_wajar


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find realisasi of reported indicators far out of the scale of the target or of the unit."""
    for u in iter_ukuran(bahan):
        sebab = sebab_tak_wajar(u)
        if not sebab:
            continue
        satuan = f" (satuan {u.satuan})" if u.satuan else ""
        misal = ", misalnya rupiah dalam kolom persen" if u.jenis in ("persen", "indeks") else ""
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=u.lokasi,
            pesan=(
                f"Realisasi {u.nama} adalah {u.realisasi.teks}, sedangkan targetnya {u.target.teks}{satuan}: "
                f"{sebab}. Mungkin satuannya keliru{misal}. Perbaiki nilainya."
            ),
            nilai=(("target", u.target.teks), ("realisasi", u.realisasi.teks)),
            tautan=f"realisasi:{u.kode}",
            sebab=f"wajar:{u.kode}",
        )


PEMERIKSAAN = Pemeriksaan(
    kode="nilai_tak_wajar",
    nama="Realisasi tidak wajar bagi satuannya",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh N5, N6, K4",
    periksa=periksa,
    boleh_dikecualikan=True,
)
