"""Causes and solutions that must be written and are not, or are a word."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.konteks import Angka, BarisAnalisis
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from sakip.umum.teks import huruf_awal_besar

KATA_PALING_SEDIKIT = 4
STRATEGIS = ("Tujuan", "Sasaran")


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find rows of Tabel 3.6 that must be explained and are not; a short text elsewhere is a warning."""
    singkat: list[tuple[int, BarisAnalisis]] = []
    for n, b in enumerate(bahan.konteks.bab3.analisis, start=1):
        kurang = [(nama, isi) for nama, isi in (("sebab", b.analisis), ("solusi", b.solusi)) if _kurang(isi)]
        if b.wajib and kurang:
            yield _wajib(bahan, n, b, kurang)
        elif any(isi.is_terukur for _, isi in kurang):
            singkat.append((n, b))
    if singkat:
        yield _singkat(bahan, singkat)


def _kurang(isi: Angka) -> bool:
    return not isi.is_terukur or len(isi.teks.split()) < KATA_PALING_SEDIKIT


def _wajib(bahan: BahanPeriksa, n: int, b: BarisAnalisis, kurang: list[tuple[str, Angka]]) -> Temuan:
    kode = kode_analisis(bahan, b)
    kosong = [nama for nama, isi in kurang if not isi.is_terukur]
    pendek = [f"{nama} hanya berisi “{isi.teks}”" for nama, isi in kurang if isi.is_terukur]
    isi = [*([f"{' dan '.join(kosong)} belum ditulis"] if kosong else []), *pendek]
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_tabel(bahan.konteks, "t_analisis", f"baris {n}", kode or b.indikator),
        pesan=(
            f"{b.indikator}: {' dan '.join(isi)}. {huruf_awal_besar(alasan_wajib(bahan, b))}. "
            f"Tulis {' dan '.join(nama for nama, _ in kurang)}nya dalam kalimat."
        ),
        nilai=tuple((nama, isi.teks) for nama, isi in kurang),
        tautan=f"analisis:{kode}" if kode else "",
        sebab=f"analisis:{kode or b.indikator}",
    )


def alasan_wajib(bahan: BahanPeriksa, b: BarisAnalisis) -> str:
    """Return why a row must be explained, with the values that make it so."""
    bab3 = bahan.konteks.bab3
    if b.tingkat in STRATEGIS:
        kurang = b.capaian.nilai is not None and b.capaian.nilai < 100
        tambah = f", apalagi capaiannya {b.capaian.teks}" if kurang else ""
        return f"setiap indikator tujuan dan sasaran wajib dijelaskan{tambah}"
    alasan = []
    capaian = next((p.capaian for p in bab3.per_program if p.nama == b.node), b.capaian)
    if capaian.nilai is None:
        alasan.append("capaian programnya belum terukur")
    elif capaian.nilai < 100:
        alasan.append(f"capaian programnya {capaian.teks}, di bawah 100%")
    uang = next((x for x in bab3.anggaran if x.tingkat == 1 and x.nama == b.node), None)
    if uang is not None and uang.is_rendah:
        nomor = bahan.konteks.kerangka.tabel_ke("t_anggaran").nomor
        alasan.append(f"serapannya {uang.serapan.teks} (Tabel {nomor}), di bawah batas yang ditetapkan")
    return f"wajib dijelaskan karena {' dan '.join(alasan)}" if alasan else "baris ini wajib dijelaskan"


def kode_analisis(bahan: BahanPeriksa, b: BarisAnalisis) -> str:
    """Return the short code of the row's indicator, or an empty text: the row does not hold it."""
    tingkat = b.tingkat.casefold().replace(" ", "_")
    return next(
        (i.kode for i in bahan.indikator if (i.nama, i.node, i.tingkat) == (b.indikator, b.node, tingkat)),
        "",
    )


def _singkat(bahan: BahanPeriksa, singkat: list[tuple[int, BarisAnalisis]]) -> Temuan:
    isi = [f"{b.indikator} (“{_pendek(b)[0]}”)" for _, b in singkat]
    n, satu = singkat[0]
    kode = kode_analisis(bahan, satu)
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(
            bahan.konteks, "t_analisis", f"baris {n}" if len(singkat) == 1 else "", kode or "singkat"
        ),
        pesan=(
            f"Penjelasan {len(singkat)} indikator terlalu singkat: {sebut(isi)}. Tulis sebab dan solusinya "
            "dalam kalimat, atau kosongkan bila tidak diwajibkan."
        ),
        nilai=tuple((b.indikator, teks) for _, b in singkat for teks in _pendek(b)),
        tautan=f"analisis:{kode}" if kode else "",
    )


def _pendek(b: BarisAnalisis) -> list[str]:
    return [x.teks for x in (b.analisis, b.solusi) if x.is_terukur and _kurang(x)]


PEMERIKSAAN = Pemeriksaan(
    kode="analisis_kosong",
    nama="Sebab dan solusi belum diuraikan",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II butir 5; audit contoh K14, T15",
    periksa=periksa,
)
