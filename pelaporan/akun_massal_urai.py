"""Lines of accounts and tasks as they were pasted or uploaded, cell by cell."""

from __future__ import annotations

import csv
import datetime
import io
import tempfile
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from organisasi.models import Pengguna
from pelaporan.akun_kabupaten import IsianAkun, IsianTugas
from sakip.umum.excel.baca import BerkasDitolak, Nilai, baca_baris
from sakip.umum.excel.batas import BATAS_RUJUKAN

KOLOM = ("nama pengguna", "nama lengkap", "surel", "perangkat daerah", "peran", "unit", "mulai", "sampai")
BARIS_TERBANYAK = 200
BITA_TERBANYAK = 256 * 1024
BUKU = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .xls


class MassalGagal(ValueError):
    """Lines that cannot be taken; the text is for the person."""


class KeadaanBaris(StrEnum):
    """What will become of a line."""

    BARU = "baru"  # a new account with its task
    TUGAS = "tugas"  # an account that exists (or a line above makes) gets a task
    ADA = "ada"  # both exist: nothing happens
    DITOLAK = "ditolak"


@dataclass
class BarisAkun:
    """A line as it was read, and what will become of it."""

    nomor: int
    isi: dict[str, str]
    galat: list[tuple[str, str]] = field(default_factory=list)  # (column, reason)
    catatan: str = ""
    keadaan: KeadaanBaris = KeadaanBaris.BARU
    akun: IsianAkun | None = None
    tugas: IsianTugas | None = None
    pengguna: Pengguna | None = None

    @property
    def sel(self) -> list[tuple[str, str, str]]:
        """(column, text, what is wrong with it) for each column."""
        salah = dict(self.galat)
        return [(k, self.isi[k], salah.get(k, "")) for k in KOLOM]

    @property
    def teks_keadaan(self) -> str:
        """Words for the state."""
        return {
            KeadaanBaris.BARU: "Akun dan tugas baru",
            KeadaanBaris.TUGAS: "Tugas baru",
            KeadaanBaris.ADA: "Sudah ada",
            KeadaanBaris.DITOLAK: "Ditolak",
        }[self.keadaan]

    @property
    def tanda(self) -> str:
        """Name of the status tag."""
        return {
            KeadaanBaris.BARU: "baik",
            KeadaanBaris.TUGAS: "proses",
            KeadaanBaris.ADA: "lewat",
            KeadaanBaris.DITOLAK: "galat",
        }[self.keadaan]


@dataclass(frozen=True)
class RencanaAkun:
    """All lines of one paste."""

    baris: list[BarisAkun]

    def jumlah(self, keadaan: KeadaanBaris) -> int:
        """How many lines are in a state."""
        return sum(1 for b in self.baris if b.keadaan is keadaan)

    @property
    def baru(self) -> int:
        """How many accounts will be made."""
        return self.jumlah(KeadaanBaris.BARU)

    @property
    def tugas(self) -> int:
        """How many tasks will be given."""
        return self.baru + self.jumlah(KeadaanBaris.TUGAS)

    @property
    def ada(self) -> int:
        """How many lines change nothing."""
        return self.jumlah(KeadaanBaris.ADA)

    @property
    def ditolak(self) -> int:
        """How many lines are refused."""
        return self.jumlah(KeadaanBaris.DITOLAK)

    @property
    def is_siap(self) -> bool:
        """Whether something can be written: nothing refused, something new."""
        return not self.ditolak and self.tugas > 0


def baca_berkas(isi: bytes, nama: str = "") -> str:
    """Return the text of an uploaded CSV or workbook, a line for each row. Raises MassalGagal."""
    if len(isi) > BITA_TERBANYAK:
        raise MassalGagal("Berkas lebih dari 256 KB. Bagi menjadi beberapa berkas, masing-masing 200 baris.")
    if isi.startswith(BUKU):
        return _baca_buku(isi, nama)
    if b"\x00" in isi:
        raise MassalGagal("Berkas ini bukan tabel. Simpan sebagai .xlsx atau CSV UTF-8, lalu unggah lagi.")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", errors="replace")


def _baca_buku(isi: bytes, nama: str) -> str:
    """Return the first sheet of a workbook as lines with tabs, each at the number of its row."""
    baris: dict[int, str] = {}
    lembar: str | None = None
    with tempfile.NamedTemporaryFile() as berkas:
        berkas.write(isi)
        berkas.flush()
        try:
            for satu in baca_baris(Path(berkas.name), nama, BATAS_RUJUKAN):
                lembar = lembar if lembar is not None else satu.lembar
                if satu.lembar == lembar:
                    baris[satu.nomor] = "\t".join(_sel_buku(s) for s in satu.nilai)
        except BerkasDitolak as galat:
            raise MassalGagal(galat.pesan) from galat
    return "\n".join(baris.get(n, "") for n in range(1, max(baris, default=0) + 1))


def _sel_buku(isi: Nilai) -> str:
    """Return a cell as a person would type it into a line."""
    if isi is None:
        return ""
    if isinstance(isi, datetime.date):
        return f"{isi:%d-%m-%Y}"
    return " ".join(str(isi).split())


def urai_baris(teks: str) -> list[BarisAkun]:
    """Return the lines with their cells; a heading and blank lines are left out. Raises MassalGagal."""
    if len(teks.encode()) > BITA_TERBANYAK:
        raise MassalGagal("Teks lebih dari 256 KB. Bagi menjadi beberapa bagian, masing-masing 200 baris.")
    teks = teks.replace("\r\n", "\n").replace("\r", "\n")
    pemisah = "\t" if "\t" in teks.split("\n", 1)[0] else ";"
    hasil = []
    try:
        for nomor, sel in _pecah(teks, pemisah):
            hasil.append(_baris(nomor, sel))
    except csv.Error as galat:
        raise MassalGagal(
            f"Baris {len(hasil) + 1} tidak dapat dibaca. Periksa tanda kutip yang tidak ditutup."
        ) from galat
    if not hasil:
        raise MassalGagal(f"Belum ada baris. Tulis paling sedikit satu, dengan kolom: {'; '.join(KOLOM)}.")
    if len(hasil) > BARIS_TERBANYAK:
        raise MassalGagal(
            f"{len(hasil)} baris melebihi batas {BARIS_TERBANYAK}. Bagi menjadi beberapa bagian."
        )
    return hasil


def _pecah(teks: str, pemisah: str) -> list[tuple[int, list[str]]]:
    pembaca = csv.reader(io.StringIO(teks), delimiter=pemisah, strict=True)
    hasil = []
    for sel in pembaca:
        rapi = [" ".join(s.split()) for s in sel]
        if any(rapi) and rapi[0].casefold() != KOLOM[0]:
            hasil.append((pembaca.line_num, rapi))
    return hasil


def _baris(nomor: int, sel: list[str]) -> BarisAkun:
    baris = BarisAkun(nomor, {k: sel[n] if n < len(sel) else "" for n, k in enumerate(KOLOM)})
    if len(sel) > len(KOLOM) and any(sel[len(KOLOM) :]):
        baris.galat.append((KOLOM[-1], f"Ada {len(sel)} kolom; tulis {len(KOLOM)} kolom."))
    elif len(sel) < 5:
        contoh = "budi;Budi Santoso;budi@contoh.id;alfa;staf;Seksi Pelayanan;01-01-2026;"
        baris.galat.append((KOLOM[0], f"Hanya {len(sel)} kolom. Pisahkan dengan titik koma: {contoh}"))
    return baris
