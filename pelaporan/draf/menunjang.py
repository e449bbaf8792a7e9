"""Tabel 3.7: which programmes serve each sasaran, and whether they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pelaporan.draf.dasar import (
    Baris,
    Draf,
    Kalimat,
    Kelompok,
    KodeTanpaKalimat,
    nama_sasaran,
    sebut_daftar,
    token,
)
from pelaporan.konteks import BarisMenunjang, KonteksLKjIP

KALIMAT = {
    "ditunjang": Kalimat(
        "seluruh programnya menunjang",
        "Sasaran {sasaran} ditunjang oleh {menunjang}.",
    ),
    "sebagian": Kalimat(
        "sebagian programnya menunjang, sebagian tidak atau belum terukur",
        "Sasaran {sasaran} ditunjang oleh {menunjang}, sedangkan {lain} belum terbukti menunjang.",
    ),
    "tidak_ditunjang": Kalimat(
        "tidak satu pun programnya menunjang",
        "Sasaran {sasaran} belum ditunjang: {lain} tidak mencapai kelas capaian yang disyaratkan.",
    ),
    "belum_terukur": Kalimat(
        "tidak satu pun programnya menunjang, dan ada yang belum terukur",
        "Dukungan bagi sasaran {sasaran} belum dapat dinilai karena capaian programnya belum terukur.",
    ),
    "tanpa_program": Kalimat(
        "tidak ada program yang dipetakan ke sasaran itu",
        "Sasaran {sasaran} belum mempunyai program yang dipetakan kepadanya.",
    ),
}
KELOMPOK = (
    Kelompok(("sebagian", "tidak_ditunjang"), "Dukungan program belum penuh pula bagi {daftar}.", 3),
    Kelompok(("ditunjang",), "Seluruh program juga menunjang {daftar}.", 4, paragraf=2),
    Kelompok(
        ("belum_terukur",),
        "Dukungan program belum dapat dinilai bagi {daftar} karena capaian programnya belum terukur.",
        paragraf=3,
        hampa=True,
    ),
    Kelompok(
        ("tanpa_program",),
        "Yang belum mempunyai program yang dipetakan kepadanya adalah {daftar}.",
        paragraf=3,
        hampa=True,
    ),
)
STATUS: Mapping[str, str] = {
    "Menunjang": "menunjang",
    "Tidak menunjang": "tidak",
    "belum terukur": "belum",
}


def kode(status: Sequence[str]) -> str:
    """Return the result code of a sasaran from what Tabel 3.7 prints of its programmes."""
    for s in status:
        if s not in STATUS:
            raise KodeTanpaKalimat(f"tabel.t_menunjang: {s}")
    nilai = {STATUS[s] for s in status}
    if not nilai:
        return "tanpa_program"
    if "menunjang" in nilai:
        return "ditunjang" if nilai == {"menunjang"} else "sebagian"
    return "belum_terukur" if "belum" in nilai else "tidak_ditunjang"


def baris(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield one row per sasaran."""
    per_sasaran: dict[str, list[BarisMenunjang]] = {}
    for b in konteks.bab3.menunjang:
        milik = per_sasaran.setdefault(b.sasaran, [])
        if b.program:
            milik.append(b)
    for uraian, milik in per_sasaran.items():
        sasaran = nama_sasaran(uraian, konteks)
        ya = [b for b in milik if STATUS.get(b.menunjang) == "menunjang"]
        lain = [b for b in milik if b not in ya]
        isi = {"sasaran": sasaran, "menunjang": _sebut(ya), "lain": _sebut(lain)}
        yield Baris(kode([b.menunjang for b in milik]), f"sasaran {sasaran}", isi)


def _sebut(baris: Sequence[BarisMenunjang]) -> str:
    """Name programmes with their mean capaian: "Program A (98,00%) dan Program B"."""
    butir = []
    for b in baris:
        kode_program = b.program.partition(" ")[0]
        ada = b.capaian_program is not None and b.capaian_program.is_terukur
        capaian = f" ({token('capaian', kode_program)})" if ada else ""
        butir.append(f"{token('program', kode_program)}{capaian}")
    return sebut_daftar(butir, "program lain dalam tabel")


DRAF = Draf("tabel.t_menunjang", KALIMAT, KELOMPOK, baris, "sasaran lain dalam tabel")
