"""Tabel 3.5 without benchmarks, and without saying that there are none."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from pelaporan.periksa.tempat import is_kosong

CARA = "Isi pembandingnya beserta sumber, atau nyatakan tidak ada beserta alasannya."


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find rows that are belum diisi: one finding an indicator, one for all where all are blank."""
    k = bahan.konteks
    jumlah = len(k.bab3.capaian)
    kosong = list(_kosong(bahan))
    belum = {kode for kode, _, _, tercatat in kosong if not tercatat}
    if len(belum) == jumlah > 1:
        pesan = f"Pembanding seluruh {jumlah} indikator belum diisi. {CARA}"
        tempat = lokasi_tabel(k, "t_pembanding", objek="pembanding")
        yield _temuan(tempat, pesan, f"pembanding:{k.bab3.capaian[0].kode}", "pembanding")
        return
    for kode, nama, n, tercatat in kosong:
        apa = f"Nilai pembanding {nama} ({tercatat})" if tercatat else f"Pembanding {nama}"
        tempat = lokasi_tabel(k, "t_pembanding", f"baris {n}", kode)
        yield _temuan(tempat, f"{apa} belum diisi. {CARA}", f"pembanding:{kode}", f"pembanding:{kode}")


def _kosong(bahan: BahanPeriksa) -> Iterator[tuple[str, str, int, str]]:
    """Yield (code, name, row, benchmark); the benchmark is empty where none is recorded."""
    ke = -1
    capaian = bahan.konteks.bab3.capaian
    for n, b in enumerate(bahan.konteks.bab3.pembanding, start=1):
        ke += bool(b.rs_indikator)
        if is_kosong(b.nilai) and 0 <= ke < len(capaian):
            tercatat = b.pembanding if b.pembanding != b.nilai.teks else ""
            yield capaian[ke].kode, capaian[ke].indikator, n, tercatat


def _temuan(lokasi: Lokasi, pesan: str, tautan: str, sebab: str) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi,
        pesan=pesan,
        nilai=(("pembanding", "belum diisi"),),
        tautan=tautan,
        sebab=sebab,
    )


PEMERIKSAAN = Pemeriksaan(
    kode="pembanding_kosong",
    nama="Pembanding belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: perbandingan dengan standar nasional; audit contoh P1",
    periksa=periksa,
)
