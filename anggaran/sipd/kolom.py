"""Columns of SIPD exports: one alias table, the header row, and what it holds. Pure.

No genuine export was seen; names are those of public code that reads such files. What the table does not know
is named, and a person says what it is (``anggaran.models.KolomSIPD`` remembers it). Checklist:
docs/menambah-impor.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

CARI_JUDUL = 30  # rows of a sheet in which its header is looked for
PALING_SEDIKIT = 3  # known columns that make a row a header
ABAIKAN = "abaikan"


class Kolom(StrEnum):
    """What a column means for the import."""

    TAHUN = "tahun"
    KODE_SKPD = "kode_skpd"
    NAMA_SKPD = "nama_skpd"
    KODE_BIDANG = "kode_bidang"
    KODE_SUB_KEGIATAN = "kode_sub_kegiatan"
    NAMA_SUB_KEGIATAN = "nama_sub_kegiatan"
    PAGU = "pagu"
    REALISASI = "realisasi"
    SETORAN = "setoran"
    TANGGAL_DOKUMEN = "tanggal_dokumen"
    TANGGAL_SP2D = "tanggal_sp2d"
    TANGGAL_TRANSFER = "tanggal_transfer"


SEBUTAN: Mapping[Kolom, str] = {
    Kolom.TAHUN: "tahun anggaran",
    Kolom.KODE_SKPD: "kode SKPD",
    Kolom.NAMA_SKPD: "nama SKPD",
    Kolom.KODE_BIDANG: "kode bidang urusan",
    Kolom.KODE_SUB_KEGIATAN: "kode sub kegiatan",
    Kolom.NAMA_SUB_KEGIATAN: "nama sub kegiatan",
    Kolom.PAGU: "pagu",
    Kolom.REALISASI: "realisasi",
    Kolom.SETORAN: "setoran",
    Kolom.TANGGAL_DOKUMEN: "tanggal dokumen",
    Kolom.TANGGAL_SP2D: "tanggal SP2D",
    Kolom.TANGGAL_TRANSFER: "tanggal transfer",
}
ALIAS: Mapping[Kolom, tuple[str, ...]] = {
    Kolom.TAHUN: ("TAHUN", "TAHUN ANGGARAN"),
    Kolom.KODE_SKPD: ("KODE SKPD", "KODE OPD", "KODE PERANGKAT DAERAH"),
    Kolom.NAMA_SKPD: ("NAMA SKPD", "NAMA OPD", "NAMA PERANGKAT DAERAH", "SKPD", "PERANGKAT DAERAH"),
    Kolom.KODE_BIDANG: ("KODE BIDANG URUSAN", "KODE BIDANG"),
    Kolom.KODE_SUB_KEGIATAN: ("KODE SUB KEGIATAN", "KODE SUBKEGIATAN", "KODE SUB GIAT"),
    Kolom.NAMA_SUB_KEGIATAN: ("NAMA SUB KEGIATAN", "NAMA SUBKEGIATAN", "NAMA SUB GIAT"),
    Kolom.PAGU: ("PAGU", "NILAI", "NILAI RINCIAN", "NILAI PAGU", "PAGU ANGGARAN"),
    Kolom.REALISASI: ("REALISASI", "NILAI REALISASI", "REALISASI ANGGARAN"),
    Kolom.SETORAN: ("NILAI SETORAN",),
    Kolom.TANGGAL_DOKUMEN: ("TANGGAL DOKUMEN",),
    Kolom.TANGGAL_SP2D: ("TANGGAL SP2D",),
    Kolom.TANGGAL_TRANSFER: ("TANGGAL TRANSFER",),
}
TANGGAL = (Kolom.TANGGAL_DOKUMEN, Kolom.TANGGAL_SP2D, Kolom.TANGGAL_TRANSFER)
# Known, and of no use here: never asked about.
DIABAIKAN: frozenset[str] = frozenset(
    [
        "NO", "NOMOR", "ID DPA", "DAERAH", "TAHAPAN", "KODE URUSAN", "NAMA URUSAN", "KODE SUB UNIT",
        "NAMA SUB UNIT", "KODE SUB SKPD", "NAMA SUB SKPD", "NAMA BIDANG URUSAN", "KODE PROGRAM",
        "NAMA PROGRAM", "KODE KEGIATAN", "NAMA KEGIATAN", "KODE SUMBER DANA", "NAMA SUMBER DANA",
        "SUMBER DANA", "KODE REKENING", "NAMA REKENING", "KODE AKUN", "NAMA AKUN", "PAKET/KELOMPOK",
        "NAMA PAKET/KELOMPOK", "AKUN", "KELOMPOK", "JENIS", "OBJEK", "RINCIAN OBJEK", "SUB RINCIAN OBJEK",
        "KODE FUNGSI", "NAMA FUNGSI", "KODE SUB FUNGSI", "NAMA SUB FUNGSI", "NOMOR DOKUMEN",
        "JENIS DOKUMEN", "JENIS TRANSAKSI", "NOMOR DPT", "KETERANGAN DOKUMEN", "TANGGAL SIMPAN",
        "NOMOR SPD", "PERIODE SPD", "NILAI SPD", "TAHAPAN SPD", "NAMA SUB TAHAPAN JADWAL", "TAHAPAN APBD",
        "NOMOR SPP", "TANGGAL SPP", "NOMOR SPM", "TANGGAL SPM", "NOMOR SP2D", "NILAI SP2D",
        "TOTAL RINCIAN ANGGARAN KEGIATAN", "TIPE DOKUMEN", *(f"BULAN {n}" for n in range(1, 13)),
    ]
)  # fmt: skip
# A header with one of these words holds personal data: dropped while reading, never asked about.
PRIBADI: frozenset[str] = frozenset(["NIP", "NIK", "NPWP", "PEGAWAI", "PENERIMA", "BENDAHARA", "PPTK"])
_PETA: Mapping[str, Kolom] = {nama: kolom for kolom, semua in ALIAS.items() for nama in semua}
_TAK_TAMPAK = re.compile("[\ufeff\u200b-\u200d\u2060]")


class Tata(StrEnum):
    """Layouts of ``docs/menambah-impor.md``; which one a file has follows from its columns."""

    A = "A"  # pagu per rekening
    B = "B"  # pagu and realisasi
    C_PAGU = "C pagu"  # without an office
    C_REALISASI = "C realisasi"
    D = "D"  # realisasi per document, with dates
    E = "E"  # DPA with its cash plan


@dataclass(frozen=True)
class Judul:
    """The header row of a sheet: where, which columns are what, what is not known or stands there twice."""

    lembar: str
    nomor: int
    teks: tuple[str, ...]  # as written, "" for a blank
    kolom: Mapping[Kolom, int]
    tak_dikenal: tuple[str, ...]
    ganda: tuple[str, ...]
    pribadi: frozenset[int]

    @property
    def dipakai(self) -> frozenset[int]:
        """The places of the columns that are read."""
        return frozenset(self.kolom.values())

    def tata(self) -> Tata | None:
        """Return the layout, None where a needed column is missing."""
        ada = self.kolom
        if Kolom.KODE_SUB_KEGIATAN not in ada:
            return None
        if Kolom.REALISASI in ada:
            if any(t in ada for t in TANGGAL) and Kolom.PAGU not in ada:
                return Tata.D
            return Tata.B if Kolom.PAGU in ada else Tata.C_REALISASI
        if Kolom.PAGU not in ada:
            return None
        if any(normal(t) == "BULAN 1" for t in self.teks):
            return Tata.E
        return Tata.A if {Kolom.KODE_SKPD, Kolom.NAMA_SKPD} & set(ada) else Tata.C_PAGU

    def kurang(self) -> tuple[str, ...]:
        """Return what a file must have and this header lacks, in words."""
        hasil = []
        if Kolom.KODE_SUB_KEGIATAN not in self.kolom:
            hasil.append(SEBUTAN[Kolom.KODE_SUB_KEGIATAN])
        if not {Kolom.PAGU, Kolom.REALISASI} & set(self.kolom):
            hasil.append("pagu atau realisasi")
        return tuple(hasil)


def normal(teks: Any) -> str:
    """Return a header as the table knows it: upper case, one blank, no BOM, underscore, dot or "(Rp)"."""
    if not isinstance(teks, str):
        return ""
    isi = _TAK_TAMPAK.sub("", teks).replace("\u00a0", " ").replace("_", " ").upper()
    isi = re.sub(r"\(\s*RP\.?\s*\)", " ", isi).strip(" \t\r\n.:'\"")
    return re.sub(r"\s*/\s*", "/", " ".join(isi.split()))


def is_pribadi(nama: str) -> bool:
    """Whether a normal header names a column of personal data."""
    return bool(PRIBADI & set(re.split(r"[ /]", nama)))


def arti(nama: str, tambahan: Mapping[str, str] | None = None) -> Kolom | str | None:
    """Return what a normal header means: a Kolom, ABAIKAN, or None where nobody has said yet.

    ``tambahan`` is what people of this government said (normal header to a value of Kolom or ABAIKAN); it
    stands over the table. Personal data is never read, whatever anybody said.
    """
    if is_pribadi(nama):
        return ABAIKAN
    if tambahan and nama in tambahan:
        pilih = tambahan[nama]
        return ABAIKAN if pilih == ABAIKAN else Kolom(pilih)
    if nama in _PETA:
        return _PETA[nama]
    return ABAIKAN if not nama or nama in DIABAIKAN else None


def is_judul(sel: Sequence[Any], tambahan: Mapping[str, str] | None = None) -> bool:
    """Whether a row is a header: enough columns that the table knows."""
    dikenal = {nama for s in sel if (nama := normal(s)) and arti(nama, tambahan) is not None}
    dipakai = {a for n in dikenal if isinstance(a := arti(n, tambahan), Kolom)}
    return len(dikenal) >= PALING_SEDIKIT and bool(dipakai)


def kenali(lembar: str, nomor: int, sel: Sequence[Any], tambahan: Mapping[str, str] | None = None) -> Judul:
    """Return what a header row holds. A meaning that two columns have belongs to neither (``ganda``)."""
    teks = tuple(s.strip() if isinstance(s, str) else "" for s in sel)
    tempat: dict[Kolom, list[int]] = {}
    tak_dikenal: list[str] = []
    for i, satu in enumerate(teks):
        makna = arti(normal(satu), tambahan)
        if isinstance(makna, Kolom):
            tempat.setdefault(makna, []).append(i)
        elif makna is None and normal(satu) not in tak_dikenal:
            tak_dikenal.append(normal(satu))
    return Judul(
        lembar=lembar,
        nomor=nomor,
        teks=teks,
        kolom={k: semua[0] for k, semua in tempat.items() if len(semua) == 1},
        tak_dikenal=tuple(tak_dikenal),
        ganda=tuple(normal(teks[i]) for semua in tempat.values() if len(semua) > 1 for i in semua),
        pribadi=frozenset(i for i, satu in enumerate(teks) if is_pribadi(normal(satu))),
    )
