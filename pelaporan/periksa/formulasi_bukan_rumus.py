"""A formulasi that says no more than a name: from it nobody can compute the value again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import STRATEGIS, lokasi_baris

# Any of these makes it a way of reckoning, or names a value that somebody else gives.
RUMUS = re.compile(
    r"[×÷=+*/:∑Σ%]|\bx\b|\b(?:di)?(?:bagi|kali)(?:kan)?\b|\b(?:per|pem)bagian\b|\bperkalian\b|"
    r"\b\w*jumlah\w*\b|"
    r"\b(?:rata-rata|rerata|nilai|persentase|prosentase|predikat|hasil|skor|banyaknya|total|selisih|rasio|"
    r"perbandingan|akumulasi|dikurangi|ditambah|dihitung|dikonversi|konversi|opini|kategori|realisasi)\b",
    re.IGNORECASE,
)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find reported indicators and IKU whose formulasi has neither an operator nor a word of reckoning."""
    k = bahan.konteks
    milik = [
        i
        for i in bahan.indikator
        if i.tingkat in STRATEGIS
        and (i.is_dilaporkan or i.is_iku)
        and i.jenis != "predikat"
        and i.formulasi
        and not RUMUS.search(i.formulasi)
    ]
    if not milik:
        return
    satu = milik[0]
    isi = [f"{i.nama}, tertulis \u201c{i.formulasi}\u201d" for i in milik]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_baris(k, "t_iku", k.bab2.iku, satu.nama, satu.kode)
        if len(milik) == 1
        else lokasi_tabel(k, "t_iku", objek="formulasi"),
        pesan=(
            f"Formulasi {len(milik)} indikator belum menyebut cara menghitung: "
            f"{sebut(isi)}. Tulis rumusnya, misalnya "
            "jumlah yang memenuhi dibagi jumlah seluruhnya dikalikan seratus."
        ),
        nilai=tuple((i.kode, i.formulasi) for i in milik),
        tautan=f"definisi:{satu.kode}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="formulasi_bukan_rumus",
    nama="Formulasi bukan rumus",
    tingkat=Tingkat.PERINGATAN,
    sumber="PER/09/M.PAN/5/2007: formulasi pengukuran; audit contoh K6",
    periksa=periksa,
)
