"""The searchable menu of tokens: every figure of the report with a label a person looks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from pelaporan.fakta import judul_program
from pelaporan.konteks import KonteksLKjIP
from pelaporan.token import build_token
from sakip.umum.teks import huruf_awal_besar

UMUM = "Umum"
JUMLAH = "Jumlah"
ANGGARAN = "Anggaran per program"
HUKUM = "Landasan hukum"
PEJABAT = "Pejabat"

# kind without an object -> (group, label)
_TUNGGAL: Mapping[str, tuple[str, str]] = {
    "perangkat_daerah": (UMUM, "Nama perangkat daerah"),
    "pemda": (UMUM, "Nama pemerintah daerah"),
    "ibu_kota": (UMUM, "Ibu kota daerah"),
    "periode": (UMUM, "Periode Renstra"),
    "tahun_ke": (UMUM, "Tahun ke berapa dalam periode Renstra"),
    "tahun_akhir": (UMUM, "Tahun akhir Renstra"),
    "tahun": (UMUM, "Tahun laporan"),
    "misi_didukung": (UMUM, "Misi yang didukung"),
    "pagu": (JUMLAH, "Pagu anggaran seluruhnya"),
    "realisasi_anggaran": (JUMLAH, "Realisasi anggaran seluruhnya"),
    "sisa": (JUMLAH, "Sisa anggaran"),
    "serapan": (JUMLAH, "Serapan anggaran seluruhnya"),
    "rerata": (JUMLAH, "Rata-rata capaian kantor"),
    "kategori": (JUMLAH, "Kategori capaian kantor"),
    "efisiensi": (JUMLAH, "Nilai efisiensi kantor"),
    "kategori_efisiensi": (JUMLAH, "Kategori efisiensi kantor"),
    "kepala_daerah": (PEJABAT, "Sebutan kepala daerah"),
    "sebutan_kepala": (PEJABAT, "Sebutan kepala perangkat daerah"),
    "kepala": (PEJABAT, "Nama kepala perangkat daerah"),
    "jabatan_kepala": (PEJABAT, "Jabatan kepala perangkat daerah"),
    "nip_kepala": (PEJABAT, "NIP kepala perangkat daerah"),
}
_JUMLAH: Mapping[str, str] = {
    "misi": "Jumlah misi RPJMD",
    "tujuan": "Jumlah tujuan",
    "sasaran": "Jumlah sasaran",
    "indikator": "Jumlah indikator yang dilaporkan",
    "indikator_pk": "Jumlah indikator Perjanjian Kinerja",
    "terukur": "Jumlah indikator yang terukur",
    "tercapai": "Jumlah indikator yang mencapai target",
    "belum_tercapai": "Jumlah indikator yang belum mencapai target",
    "program": "Jumlah program",
}
# kind of an indicator's key -> label
_INDIKATOR: Mapping[str, str] = {
    "indikator": "Nama indikator {nama}",
    "satuan": "Satuan {nama}",
    "tujuan": "Tujuan yang memuat {nama}",
    "sasaran": "Sasaran yang memuat {nama}",
    "target": "Target {nama} {tahun}",
    "realisasi": "Realisasi {nama} {tahun}",
    "capaian": "Capaian {nama} {tahun}",
    "kategori": "Kategori {nama} {tahun}",
    "perubahan": "Perubahan {nama} dari tahun sebelumnya",
    "target_akhir": "Target akhir Renstra {nama}",
    "kemajuan": "Kemajuan {nama} terhadap target akhir Renstra",
    "rerata": "Rata-rata capaian sasaran yang memuat {nama}",
    "efisiensi": "Nilai efisiensi sasaran yang memuat {nama}",
    "kategori_efisiensi": "Kategori efisiensi sasaran yang memuat {nama}",
}
# kind of a programme's key -> label; {apa} is program, kegiatan or sub kegiatan
_PROGRAM: Mapping[str, str] = {
    "program": "Nama {apa} {nama}",
    "pagu": "Pagu {apa} {nama}",
    "realisasi_anggaran": "Realisasi anggaran {apa} {nama}",
    "serapan": "Serapan {apa} {nama}",
    "capaian": "Rata-rata capaian {apa} {nama}",
    "efisiensi": "Nilai efisiensi {apa} {nama}",
    "kategori_efisiensi": "Kategori efisiensi {apa} {nama}",
}
_APA = {1: "program", 2: "kegiatan", 3: "sub kegiatan"}


_V = TypeVar("_V")


class TokenTanpaSebutan(LookupError):
    """A key of the report has no label: a kind was added and its label was not."""


@dataclass(frozen=True)
class ButirToken:
    """One entry: ``kunci`` is what is stored, ``teks`` what it prints today."""

    kunci: str
    sebutan: str
    kelompok: str
    teks: str
    is_terukur: bool


def daftar_token(konteks: KonteksLKjIP) -> tuple[ButirToken, ...]:
    """Return the menu in the order of the report.

    A second name of the same figure (``tahun:N``, ``capaian:skm:N``) is left out. Raises
    TokenTanpaSebutan where a key has no label.
    """
    penyebut = _Penyebut(konteks)
    butir = [
        ButirToken(kunci, *penyebut.sebut(kunci), angka.teks, angka.is_terukur)
        for kunci, angka in build_token(konteks).items()
        if not kunci.endswith(":N")
    ]
    urutan = penyebut.urutan()
    return tuple(sorted(butir, key=lambda b: urutan[b.kelompok]))


def _cari(daftar: Mapping[str, _V], jenis: str, kunci: str) -> _V:
    if jenis not in daftar:
        raise TokenTanpaSebutan(kunci)
    return daftar[jenis]


class _Penyebut:
    """Labels of one report."""

    def __init__(self, konteks: KonteksLKjIP) -> None:
        self.tahun = konteks.identitas.tahun
        self.indikator = {b.kode: b.indikator for b in konteks.bab3.capaian}
        self.program = {b.kode: (b.nama, b.tingkat) for b in konteks.bab3.anggaran}
        self.hukum = dict(konteks.bab1.kunci_hukum)

    def urutan(self) -> dict[str, int]:
        """Return the groups with their place; indicators of one name share a group."""
        kelompok = [UMUM, JUMLAH, *self.indikator.values(), ANGGARAN, HUKUM, PEJABAT]
        return {nama: n for n, nama in enumerate(dict.fromkeys(kelompok))}

    def sebut(self, kunci: str) -> tuple[str, str]:
        """Return label and group of a key."""
        jenis, _, sisa = kunci.partition(":")
        if not sisa:
            kelompok, sebutan = _cari(_TUNGGAL, jenis, kunci)
            return sebutan, kelompok
        if jenis == "jumlah":
            return _cari(_JUMLAH, sisa, kunci), JUMLAH
        if jenis == "tahun":
            return f"Tahun {self._tahun(sisa)}", UMUM
        objek, _, tahun = sisa.partition(":")
        if objek in self.indikator and jenis in _INDIKATOR:
            nama = self.indikator[objek]
            return _INDIKATOR[jenis].format(nama=nama, tahun=self._tahun(tahun or "N")), nama
        if objek in self.program:
            nama, tingkat = self.program[objek]
            isi = {"apa": _APA[tingkat], "nama": f"{objek} {judul_program(nama)}"}
            return _cari(_PROGRAM, jenis, kunci).format(**isi), ANGGARAN
        if jenis == "hukum" and sisa in self.hukum:
            return huruf_awal_besar(self.hukum[sisa]), HUKUM
        raise TokenTanpaSebutan(kunci)

    def _tahun(self, tanda: str) -> int:
        return self.tahun + int(tanda.removeprefix("N") or 0)
