"""Tabel 3.9 and 3.10: whether a sasaran or a programme was worth its money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pelaporan.draf.dasar import (
    Baris,
    Draf,
    Kalimat,
    Kelompok,
    KodeTanpaKalimat,
    nama_sasaran,
    token,
)
from pelaporan.konteks import Angka, BarisEfisiensi, KonteksLKjIP

# category as Tabel 3.9 prints it -> code (pelaporan.efisiensi names them)
KATEGORI: Mapping[str, str] = {
    "efisien": "efisien",
    "cukup efisien": "cukup_efisien",
    "sesuai anggaran": "sesuai_anggaran",
    "tidak efisien": "tidak_efisien",
}


def _kalimat(nama: str) -> dict[str, Kalimat]:
    """Return the sentences of a table; ``nama`` is how its rows are named."""
    rincian = "nilai {efisiensi} dan rata-rata capaian {rerata}"
    return {
        "efisien": Kalimat("dinilai efisien", f"{nama} efisien dengan {rincian}."),
        "cukup_efisien": Kalimat("dinilai cukup efisien", f"{nama} cukup efisien dengan {rincian}."),
        "sesuai_anggaran": Kalimat("dinilai sesuai anggaran", f"{nama} sesuai anggaran dengan {rincian}."),
        "tidak_efisien": Kalimat("dinilai tidak efisien", f"{nama} tidak efisien dengan {rincian}."),
        "belum_dinilai": Kalimat(
            "capaian atau serapannya belum terukur, atau aturan efisiensi tidak memberi nilai",
            f"Efisiensi {nama[:1].lower()}{nama[1:]} belum dapat dinilai.",
        ),
    }


def _kelompok() -> tuple[Kelompok, ...]:
    return (
        Kelompok(("tidak_efisien",), "Yang juga tidak efisien adalah {daftar}.", 3, "naik"),
        Kelompok(
            ("sesuai_anggaran", "cukup_efisien"), "Yang cukup efisien atau sesuai anggaran adalah {daftar}."
        ),
        Kelompok(("efisien",), "Yang juga efisien adalah {daftar}.", 1, "turun", paragraf=2),
        Kelompok(("belum_dinilai",), "Efisiensi belum dapat dinilai untuk {daftar}.", paragraf=3, hampa=True),
    )


def kode(efisiensi: Angka | None, kategori: str) -> str:
    """Return the result code of a sasaran or programme."""
    if efisiensi is None or not efisiensi.is_terukur:
        return "belum_dinilai"
    if kategori not in KATEGORI:
        raise KodeTanpaKalimat(f"efisiensi: {kategori}")
    return KATEGORI[kategori]


def baris_sasaran(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield the sasaran of Tabel 3.9 that have a row of an indicator."""
    for b in konteks.bab3.efisiensi_sasaran:
        milik = [c for c in konteks.bab3.capaian if c.tingkat == "sasaran" and c.node == b.node]
        if b.jenis == "indikator" and b.rs_node and milik:
            nama, kunci = nama_sasaran(b.node, konteks), milik[0].kode
            yield _baris(b, nama, f"sasaran {nama}", kunci, token("rerata", kunci))


def baris_program(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield the programmes of Tabel 3.10."""
    for b in konteks.bab3.efisiensi_program:
        if b.tingkat == 1 and b.rs_node and b.jenis in ("indikator", "node"):
            kunci = b.node.partition(" ")[0]
            nama = token("program", kunci)
            yield _baris(b, nama, nama, kunci, token("capaian", kunci))


def _baris(b: BarisEfisiensi, nama: str, butir: str, kunci: str, rerata: str) -> Baris:
    satu, nilai = kode(b.efisiensi, b.kategori), token("efisiensi", kunci)
    return Baris(
        kode=satu,
        butir=butir if satu == "belum_dinilai" else f"{butir} ({nilai})",
        isi={"nama": nama, "efisiensi": nilai, "rerata": rerata},
        nilai=b.efisiensi.nilai if b.efisiensi is not None else None,
    )


SASARAN = Draf(
    "tabel.t_efisiensi_sasaran",
    _kalimat("Sasaran {nama}"),
    _kelompok(),
    baris_sasaran,
    "sasaran lain dalam tabel",
)
PROGRAM = Draf(
    "tabel.t_efisiensi_program", _kalimat("{nama}"), _kelompok(), baris_program, "program lain dalam tabel"
)
