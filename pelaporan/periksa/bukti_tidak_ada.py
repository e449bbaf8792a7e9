"""Values of reported indicators that no file proves."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Name the reported indicators with filled periods and no evidence, in one finding."""
    tanpa = [(i, nama) for i in bahan.indikator if i.is_dilaporkan and (nama := _tanpa_bukti(i))]
    if not tanpa:
        return
    jumlah = sum(len(nama) for _, nama in tanpa)
    isi = [f"{i.nama} ({', '.join(nama)})" for i, nama in tanpa]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(bahan.konteks, "t_capaian", objek="bukti"),
        pesan=(
            f"{jumlah} nilai dari {len(tanpa)} indikator belum disertai bukti: {sebut(isi)}. Unggah bukti "
            "setiap nilai, atau tulis alasannya."
        ),
        nilai=(
            ("nilai tanpa bukti", str(jumlah)),
            ("indikator tanpa bukti", str(len(tanpa))),
            *((i.nama, ", ".join(nama)) for i, nama in tanpa),
        ),
        tautan=f"bukti:{tanpa[0][0].kode}",
    )


def _tanpa_bukti(i: FaktaIndikator) -> list[str]:
    return [p.nama for p in i.periode if p.terisi and p.berlaku and not p.bukti]


PEMERIKSAAN = Pemeriksaan(
    kode="bukti_tidak_ada",
    nama="Nilai belum disertai bukti",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 88/2021 komponen pengukuran: data kinerja dapat dibuktikan",
    periksa=periksa,
)
