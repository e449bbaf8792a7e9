"""Bab I without a structure, without the regulation that sets it, or with units that have no duty."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.konteks import Unit
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import lokasi_bagian
from pelaporan.periksa.sebut import sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find each of the three; an empty Landasan Hukum is a finding of its own."""
    b = bahan.konteks.bab1
    kantor = bahan.konteks.identitas.perangkat_daerah
    if b.organisasi is None:
        yield _temuan(
            "unit", f"Susunan organisasi {kantor} belum diisi. Isi unit kerja beserta tugasnya.", "unit"
        )
    if b.landasan_hukum and not b.dasar_organisasi:
        pesan = (
            f"Peraturan tentang susunan organisasi {kantor} tidak ada dalam landasan hukum. Pilih peraturan "
            "tentang "
            "kedudukan, susunan organisasi, tugas, dan fungsinya."
        )
        yield _temuan("peraturan", pesan, "landasan")
    tanpa = [u.nama for u in _iter_unit(b.organisasi) if not u.tugas.strip()]
    if tanpa:
        pesan = (
            f"Tugas {len(tanpa)} unit kerja belum diisi: {sebut(tanpa)}. Isi menurut peraturan susunan "
            "organisasi."
        )
        yield _temuan("tugas", pesan, "unit", tanpa)


def _iter_unit(unit: Unit | None) -> Iterator[Unit]:
    if unit is None:
        return
    yield unit
    for anak in unit.anak:
        yield from _iter_unit(anak)


def _temuan(objek: str, pesan: str, tautan: str, nama: list[str] | None = None) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_bagian("bab1.organisasi", objek=objek),
        pesan=pesan,
        nilai=tuple((n, "belum diisi") for n in nama or [objek]),
        tautan=tautan,
        sebab=f"organisasi:{objek}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="organisasi_kosong",
    nama="Susunan organisasi belum lengkap",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: penjelasan umum organisasi; audit contoh P10, S6",
    periksa=periksa,
)
