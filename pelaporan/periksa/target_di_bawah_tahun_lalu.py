"""A target that asks less than what was reached last year."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.rumus import Arah
from pelaporan.konteks import BarisBanding
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find rows of Tabel 3.3 whose target is weaker, by polarity, than last year's realisasi."""
    k = bahan.konteks
    lemah = [(n, b) for n, b in enumerate(k.bab3.banding, start=1) if _is_lemah(bahan, b)]
    if not lemah:
        return
    tahun = k.identitas.tahun
    isi = [
        f"{b.indikator} (target {b.tahun[-1].target.teks}, "
        f"realisasi {tahun - 1} {b.tahun[-2].realisasi.teks})"
        for _, b in lemah
    ]
    baris, satu = lemah[0]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(
            k,
            "t_banding",
            f"baris {baris}" if len(lemah) == 1 else "",
            satu.kode if len(lemah) == 1 else "target",
        ),
        pesan=(
            f"Target tahun {tahun} {len(lemah)} indikator lebih lemah daripada realisasi tahun {tahun - 1}: "
            f"{sebut(isi)}. Target seharusnya mendorong perbaikan; tulis alasan penurunannya."
        ),
        nilai=tuple(
            (b.indikator, f"{b.tahun[-1].target.teks} terhadap {b.tahun[-2].realisasi.teks}")
            for _, b in lemah
        ),
        tautan=f"target_pk:{satu.kode}",
    )


def _is_lemah(bahan: BahanPeriksa, b: BarisBanding) -> bool:
    i = bahan.indikator_kode(b.kode)
    if i is None or i.arah == Arah.RENTANG or len(b.tahun) < 2:
        return False
    target, lalu = b.tahun[-1].target.nilai, b.tahun[-2].realisasi.nilai
    if target is None or lalu is None:
        return False
    return target > lalu if i.arah == Arah.MAKIN_RENDAH else target < lalu


PEMERIKSAAN = Pemeriksaan(
    kode="target_di_bawah_tahun_lalu",
    nama="Target lebih lemah daripada realisasi tahun lalu",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 88/2021: target menantang; isu 6 bagian 2",
    periksa=periksa,
)
