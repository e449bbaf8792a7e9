"""Tabel 3.5: against benchmarks, one result per indicator. Benchmarks are not named: the table does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelaporan.draf.dasar import (
    SERATUS,
    Baris,
    Draf,
    Kalimat,
    Kelompok,
    bersatuan,
    kode_indikator,
    nama_indikator,
)
from pelaporan.konteks import BarisPembanding, KonteksLKjIP
from sakip.umum.hitung import Keadaan

KALIMAT = {
    "unggul": Kalimat(
        "menyamai atau melampaui seluruh pembandingnya",
        "{indikator} dengan realisasi {realisasi} menyamai atau melampaui seluruh pembandingnya.",
    ),
    "sebagian": Kalimat(
        "menyamai atau melampaui sebagian pembandingnya",
        "{indikator} dengan realisasi {realisasi} melampaui sebagian pembandingnya dan masih di bawah yang "
        "lain.",
    ),
    "di_bawah": Kalimat(
        "di bawah seluruh pembandingnya",
        "{indikator} dengan realisasi {realisasi} masih di bawah pembandingnya.",
    ),
    "tidak_dapat_dihitung": Kalimat(
        "pembanding ada, tetapi perbandingan belum memberi angka",
        "{indikator} belum dapat dibandingkan karena nilainya belum tersedia.",
    ),
    "tidak_ada": Kalimat(
        "dinyatakan tidak ada pembanding, dengan alasan",
        "Pembanding untuk {indikator} tidak ada, dengan alasan yang dicantumkan dalam tabel.",
    ),
    "belum_diisi": Kalimat(
        "pembanding belum diisi dan tidak dinyatakan tidak ada",
        "Pembanding untuk {indikator} belum dicatat.",
    ),
}
KELOMPOK = (
    Kelompok(("unggul",), "Seluruh pembanding juga disamai atau dilampaui oleh {daftar}.", 1),
    Kelompok(("sebagian",), "Baru sebagian pembanding yang dilampaui {daftar}."),
    Kelompok(("di_bawah",), "Pembanding belum disamai pula oleh {daftar}.", 2, paragraf=2),
    Kelompok(
        ("tidak_dapat_dihitung",),
        "Perbandingan belum dapat dihitung untuk {daftar}.",
        paragraf=3,
        hampa=True,
    ),
    Kelompok(
        ("tidak_ada",),
        "Pembanding tidak ada, dengan alasan yang dicantumkan dalam tabel, untuk {daftar}.",
        paragraf=3,
        hampa=True,
    ),
    Kelompok(("belum_diisi",), "Pembanding belum dicatat untuk {daftar}.", paragraf=3, hampa=True),
)


def kode(baris: Sequence[BarisPembanding]) -> str:
    """Return the result code of an indicator from its rows."""
    nilai = [b.capaian.nilai for b in baris if b.capaian.is_terukur and b.capaian.nilai is not None]
    if nilai:
        sampai = sum(1 for n in nilai if n >= SERATUS)
        return "unggul" if sampai == len(nilai) else "sebagian" if sampai else "di_bawah"
    if any(b.nilai.is_terukur for b in baris):
        return "tidak_dapat_dihitung"
    return "tidak_ada" if all(b.nilai.keadaan is Keadaan.TIDAK_BERLAKU for b in baris) else "belum_diisi"


def baris(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield one row per indicator."""
    kelompok: list[list[BarisPembanding]] = []
    for b in konteks.bab3.pembanding:
        if b.rs_indikator:
            kelompok.append([])
        kelompok[-1].append(b)
    for i, milik in zip(kode_indikator((m[0].indikator for m in kelompok), konteks), kelompok, strict=True):
        nama = nama_indikator(i.kode)
        isi = {"indikator": nama, "realisasi": bersatuan(i, "realisasi", i.kode)}
        yield Baris(kode(milik), nama, isi)


DRAF = Draf("tabel.t_pembanding", KALIMAT, KELOMPOK, baris, "indikator lain dalam tabel")
