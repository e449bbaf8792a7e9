"""The ceiling of the report against the SIPD file that was loaded."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from sakip.umum.angka import format_rupiah
from sakip.umum.tanggal import format_tanggal


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Compare the total pagu in force with the total of the last SIPD file."""
    pagu = bahan.konteks.bab3.jumlah_anggaran.pagu
    sipd = next((s for s in bahan.sipd if s.apa == "pagu"), None)
    if sipd is None or sipd.jumlah.nilai is None or pagu.nilai is None or sipd.jumlah.nilai == pagu.nilai:
        return
    nama = bahan.dpa[-1].nama if bahan.dpa else "DPA"
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(bahan.konteks, "t_anggaran", "JUMLAH", "pagu SIPD"),
        pesan=(
            f"Jumlah pagu {nama} adalah Rp{pagu.teks}, sedangkan berkas {sipd.berkas} yang dimuat "
            f"{format_tanggal(sipd.tanggal)} berjumlah Rp{sipd.jumlah.teks}; selisihnya "
            f"{format_rupiah(abs(pagu.nilai - sipd.jumlah.nilai))}. Samakan dengan SIPD, atau tulis alasan "
            "perbedaannya."
        ),
        nilai=((f"pagu {nama}", f"Rp{pagu.teks}"), ("pagu SIPD", f"Rp{sipd.jumlah.teks}")),
        tautan="dpa",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="sipd_beda",
    nama="Jumlah pagu berbeda dengan SIPD",
    tingkat=Tingkat.PERINGATAN,
    sumber="Permendagri 70/2019: SIPD; isu 6 bagian 2: jumlah terhadap SIPD",
    periksa=periksa,
)
