"""Indicators of programmes and below without a unit: their targets are bare numbers."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import STRATEGIS


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them in one finding (for tujuan and sasaran: ``definisi_tidak_lengkap``)."""
    k = bahan.konteks
    milik = [i for i in bahan.indikator if i.tingkat not in STRATEGIS and not i.satuan]
    if not milik:
        return
    satu = milik[0]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(k, "t_pagu", satu.kode_node, satu.kode)
        if len(milik) == 1
        else lokasi_tabel(k, "t_pagu", objek="satuan"),
        pesan=(
            f"Satuan {len(milik)} indikator program, kegiatan, atau sub kegiatan belum diisi: "
            f"{sebut([f'{i.nama} ({i.kode_node})' for i in milik])}. Pilih satuannya."
        ),
        nilai=tuple((i.kode, "tanpa satuan") for i in milik),
        tautan=f"definisi:{satu.kode}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="satuan_kosong",
    nama="Satuan indikator program belum diisi",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II; audit contoh K11, N4",
    periksa=periksa,
)
