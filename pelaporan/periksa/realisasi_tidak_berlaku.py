"""A reported indicator that was declared not applicable this year."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from sakip.umum.hitung import Keadaan

TANPA_ALASAN = "tanpa alasan tercatat"


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Name them with their stated reasons, one finding a table; where nothing at all is measured it blocks.

    A row that is blank is ``realisasi_kosong``'s: while there is one, the year may still be measured.
    """
    k = bahan.konteks
    strategis = [
        (b.kode, b.indikator, _alasan(bahan.indikator_kode(b.kode), b.realisasi))
        for b in k.bab3.capaian
        if b.realisasi.keadaan is Keadaan.TIDAK_BERLAKU
    ]
    if strategis and len(strategis) == len(k.bab3.capaian):
        yield _temuan(lokasi_tabel(k, "t_capaian", objek="semua tidak berlaku"), strategis, Tingkat.GALAT)
    elif strategis:
        baris = next(n for n, b in enumerate(k.bab3.capaian, start=1) if b.kode == strategis[0][0])
        yield _temuan(_lokasi(bahan, "t_capaian", f"baris {baris}", strategis), strategis)
    rendah = [
        (i.kode, f"{i.nama} ({i.kode_node})", _alasan(i, i.realisasi))
        for i in bahan.indikator
        if i.tingkat in ("program", "kegiatan", "sub_kegiatan")
        and i.realisasi is not None
        and i.realisasi.keadaan is Keadaan.TIDAK_BERLAKU
    ]
    if rendah:
        yield _temuan(_lokasi(bahan, "t_efisiensi_program", "", rendah), rendah)


def _alasan(i: FaktaIndikator | None, realisasi: Angka) -> str:
    """Return what people wrote at the periods, each once; else what the year says."""
    tertulis = dict.fromkeys(p.alasan.rstrip(".") for p in i.periode if p.alasan) if i else {}
    return "; ".join(tertulis) or realisasi.alasan.strip().rstrip(".") or TANPA_ALASAN


def _lokasi(bahan: BahanPeriksa, tabel: str, rincian: str, milik: list[tuple[str, str, str]]) -> Lokasi:
    if len(milik) == 1:
        return lokasi_tabel(bahan.konteks, tabel, rincian, milik[0][0])
    return lokasi_tabel(bahan.konteks, tabel, objek="tidak berlaku")


def _temuan(
    lokasi: Lokasi, milik: list[tuple[str, str, str]], tingkat: Tingkat = Tingkat.PERINGATAN
) -> Temuan:
    isi = [f"{nama} ({alasan})" for _, nama, alasan in milik]
    if tingkat is Tingkat.GALAT:
        pesan = (
            f"Tidak satu pun dari {len(milik)} indikator yang dilaporkan diukur; semuanya dinyatakan tidak "
            f"berlaku: {sebut(isi)}. Laporan kinerja harus memuat hasil pengukuran; isi realisasinya."
        )
    else:
        pesan = (
            f"{len(milik)} indikator dinyatakan tidak berlaku sehingga tidak diukur: {sebut(isi)}. Isi "
            "realisasinya bila dapat diukur, atau tulis mengapa alasan itu dapat diterima."
        )
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=tingkat,
        lokasi=lokasi,
        pesan=pesan,
        nilai=tuple((nama, alasan) for _, nama, alasan in milik),
        tautan=f"realisasi:{milik[0][0]}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="realisasi_tidak_berlaku",
    nama="Indikator dinyatakan tidak berlaku",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: realisasi setiap indikator; audit contoh K1, K3",
    periksa=periksa,
)
