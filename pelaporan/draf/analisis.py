"""Tabel 3.6: which explanations the table holds. What they say is a person's: never invented here."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.draf.dasar import Baris, Draf, Kalimat, Kelompok, kode_indikator, nama_indikator, token
from pelaporan.fakta import judul_program
from pelaporan.konteks import BarisAnalisis, BarisCapaian, KonteksLKjIP

KALIMAT = {
    "perlu_perbaikan": Kalimat(
        "belum mencapai target; sebab dan solusinya sudah ditulis",
        "{indikator}, dengan capaian {capaian}, menjadi perhatian utama; sebab dan solusinya diuraikan dalam "
        "tabel.",
    ),
    "berhasil": Kalimat(
        "mencapai target; sebab keberhasilan dan solusinya sudah ditulis",
        "Sebab keberhasilan {indikator} diuraikan dalam tabel.",
    ),
    "belum_diuraikan": Kalimat(
        "sebab atau solusinya belum ditulis",
        "Sebab dan solusi {indikator} belum diuraikan lengkap.",
    ),
    "belum_terukur": Kalimat(
        "capaiannya belum terukur",
        "Sebab berhasil atau tidaknya {indikator} belum dapat disimpulkan karena capaiannya belum terukur.",
    ),
    "program": Kalimat(
        "program dengan capaian atau serapan yang wajib dijelaskan",
        "Pada tingkat program, penjelasan diberikan untuk {program}.",
    ),
}
KELOMPOK = (
    Kelompok(
        ("perlu_perbaikan",),
        "Sebab dan solusi atas target yang belum tercapai diuraikan pula untuk {daftar}.",
        1,
        "naik",
    ),
    Kelompok(("berhasil",), "Sebab keberhasilan diuraikan dalam tabel untuk {daftar}."),
    Kelompok(("program",), "Pada tingkat program, penjelasan diberikan untuk {daftar}."),
    Kelompok(
        ("belum_diuraikan",),
        "Sebab dan solusi belum diuraikan lengkap untuk {daftar}.",
        paragraf=2,
        hampa=True,
    ),
    Kelompok(
        ("belum_terukur",),
        "Sebab berhasil atau tidaknya belum dapat disimpulkan untuk {daftar}, yang capaiannya belum terukur.",
        paragraf=2,
        hampa=True,
    ),
)
_STRATEGIS = ("Tujuan", "Sasaran")


def kode(b: BarisAnalisis, indikator: BarisCapaian) -> str:
    """Return the result code of a row of tujuan or sasaran."""
    if not b.capaian.is_terukur:
        return "belum_terukur"
    if not (b.analisis.is_terukur and b.solusi.is_terukur):
        return "belum_diuraikan"
    return "berhasil" if indikator.tercapai else "perlu_perbaikan"


def baris(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield the indicators of tujuan and sasaran, then the programmes that must be explained."""
    strategis = [b for b in konteks.bab3.analisis if b.tingkat in _STRATEGIS]
    for b, i in zip(strategis, kode_indikator((b.indikator for b in strategis), konteks), strict=True):
        nama, capaian = nama_indikator(i.kode), token("capaian", i.kode)
        satu = kode(b, i)
        butir = f"{nama} ({capaian})" if satu == "perlu_perbaikan" else nama
        yield Baris(satu, butir, {"indikator": nama, "capaian": capaian}, i.capaian.nilai)
    program = {p.nama: p.kode for p in konteks.bab3.anggaran if p.tingkat == 1}
    wajib = [b for b in konteks.bab3.analisis if b.wajib and b.tingkat == "Program" and b.analisis.is_terukur]
    for nama in dict.fromkeys(b.node for b in wajib):
        sebut = token("program", program[nama]) if nama in program else judul_program(nama)
        yield Baris("program", sebut, {"program": sebut})


DRAF = Draf("tabel.t_analisis", KALIMAT, KELOMPOK, baris, "indikator lain dalam tabel")
