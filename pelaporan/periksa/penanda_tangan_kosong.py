"""Nobody holds the head's post on the planned day of signing."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from sakip.umum.tanggal import format_tanggal

TEMPAT = "Kata Pengantar dan Penutup, tanda tangan"


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a report that nobody can sign."""
    k = bahan.konteks
    if k.pengesahan.penanda_tangan is not None:
        return
    hari = (bahan.laporan.tanggal_rencana or bahan.laporan.tenggat) if bahan.laporan else None
    pada = f" pada {format_tanggal(hari)}" if hari else ""
    kepala = f"{k.identitas.sebutan_kepala} {k.identitas.perangkat_daerah.partition(' ')[2]}".strip()
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=Lokasi("depan.pengantar", TEMPAT, "penanda tangan"),
        pesan=(
            f"Tidak ada pejabat yang memangku jabatan {kepala}{pada}, sehingga tidak ada yang dapat "
            "menandatangani laporan. Catat pemangku jabatannya, termasuk bila Plt. atau Plh."
        ),
        nilai=(("penanda tangan", "belum ada"),),
        tautan="pejabat",
        sebab="penanda_tangan",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="penanda_tangan_kosong",
    nama="Tidak ada penanda tangan",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014: laporan ditandatangani pimpinan; audit contoh A1",
    periksa=periksa,
)
