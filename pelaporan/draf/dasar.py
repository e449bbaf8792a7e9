"""How a draft is made: rows get a result code, a code has a sentence, groups of codes become paragraphs.

A decision table is a dict from code to :class:`Kalimat`; an official reads it in ``docs/draf.md``. Sentences
hold tokens only where a figure stands, so that a draft stays right when a figure changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pelaporan.konteks import BarisCapaian, KonteksLKjIP
from sakip.umum.hitung import Keadaan
from sakip.umum.teks import gabung_kata

SEBUT_PALING_BANYAK = 5
TANPA_DAFTAR = ""  # of codes that one row at most has
SERATUS = Decimal(100)

# Words for the three states without a figure: the codes are those of every table.
KODE_KEADAAN: Mapping[Keadaan, str] = {
    Keadaan.BELUM_DIISI: "belum_diisi",
    Keadaan.TIDAK_DAPAT_DIHITUNG: "tidak_dapat_dihitung",
    Keadaan.TIDAK_BERLAKU: "tidak_berlaku",
}


class KodeTanpaKalimat(LookupError):
    """A row has a result code that its table does not know."""


@dataclass(frozen=True)
class Kalimat:
    """A line of a decision table: when the code is given, and the sentence for one row."""

    kapan: str
    teks: str


@dataclass(frozen=True)
class Kelompok:
    """Codes that are told together.

    The first ``rinci`` rows get the sentence of their code; those behind them are one sentence, ``daftar``
    (a single one gets its own). ``urut``: "turun" best first, "naik" weakest first, empty as in the table.
    ``hampa``: rows about which there is nothing to say but that a figure is missing.
    """

    kode: tuple[str, ...]
    daftar: str
    rinci: int = 0
    urut: str = ""
    paragraf: int = 1
    hampa: bool = False


@dataclass(frozen=True)
class Baris:
    """A row of the report as the draft sees it: code, words for the sentence, how it is named in a list."""

    kode: str
    butir: str
    isi: Mapping[str, str] = field(default_factory=dict)
    nilai: Decimal | None = None


@dataclass(frozen=True)
class Draf:
    """The decision table of one section. ``baris`` gives each row of the report its code."""

    bagian: str
    kalimat: Mapping[str, Kalimat]
    kelompok: tuple[Kelompok, ...]
    baris: Callable[[KonteksLKjIP], Iterable[Baris]]
    lain: str = "baris lain dalam tabel"  # ends a list that is too long

    def susun(self, konteks: KonteksLKjIP) -> str:
        """Return the draft; empty where no row has a figure. Raises KodeTanpaKalimat."""
        return self.rangkai(list(self.baris(konteks)))

    def rangkai(self, baris: Sequence[Baris]) -> str:
        """Return the sentences of these rows as paragraphs."""
        per_kode = {kode: n for n, k in enumerate(self.kelompok) for kode in k.kode}
        isi: dict[int, list[Baris]] = {}
        for b in baris:
            if b.kode not in self.kalimat or b.kode not in per_kode:
                raise KodeTanpaKalimat(f"{self.bagian}: {b.kode}")
            isi.setdefault(per_kode[b.kode], []).append(b)
        if all(self.kelompok[n].hampa for n in isi):
            return ""
        paragraf: dict[int, list[str]] = {}
        for n, k in enumerate(self.kelompok):
            paragraf.setdefault(k.paragraf, []).extend(self._kalimat(k, isi.get(n, [])))
        return "\n\n".join(" ".join(kalimat) for kalimat in paragraf.values() if kalimat)

    def _kalimat(self, kelompok: Kelompok, baris: Sequence[Baris]) -> Iterator[str]:
        urut = sorted(baris, key=lambda b: b.nilai or Decimal(0), reverse=kelompok.urut == "turun")
        semua = urut if kelompok.urut else list(baris)
        rinci = kelompok.rinci
        if len(semua) == rinci + 1:
            rinci += 1
        for b in semua[:rinci]:
            yield self.kalimat[b.kode].teks.format_map(dict(b.isi))
        if semua[rinci:]:
            if kelompok.daftar == TANPA_DAFTAR:
                raise KodeTanpaKalimat(f"{self.bagian}: {semua[rinci].kode} lebih dari sekali")
            yield kelompok.daftar.format(daftar=sebut_daftar([b.butir for b in semua[rinci:]], self.lain))


def sebut_daftar(butir: Sequence[str], lain: str) -> str:
    """Return "a, b, dan c"; a long list ends with "… dan indikator lain dalam tabel"."""
    if len(butir) <= SEBUT_PALING_BANYAK + 1:
        return gabung_kata(list(butir))
    return gabung_kata([*butir[:SEBUT_PALING_BANYAK], lain])


def token(jenis: str, *objek: str) -> str:
    """Return a token as it is typed."""
    return f"[[{':'.join((jenis, *objek))}]]"


def nama_indikator(kode: str) -> str:
    """Return the token of an indicator's name: a name may hold digits, and may be changed."""
    return token("indikator", kode)


_TANPA_SATUAN = ("indeks", "nilai", "predikat", "skor")


def bersatuan(b: BarisCapaian, *kunci: str) -> str:
    """Return a figure of an indicator with its unit as a sentence writes it: "Rp…", "…%", "… hari"."""
    angka, satuan = token(*kunci), b.satuan.casefold()
    if satuan == "rupiah":
        return f"Rp{angka}"
    if satuan == "persen":
        return f"{angka}%"
    if not satuan or satuan in _TANPA_SATUAN:
        return angka
    return f"{angka} {token('satuan', b.kode)}"


def arah(b: BarisCapaian) -> str:
    """Return "tinggi", "rendah" or "rentang": which way of an indicator is the good one."""
    kata = b.arah.replace("_", " ").casefold()
    if "rentang" in kata:
        return "rentang"
    return "rendah" if kata.startswith("makin rendah") else "tinggi"


def kode_indikator(nama: Iterable[str], konteks: KonteksLKjIP) -> list[BarisCapaian]:
    """Return the rows of Tabel 3.2 of these names, which stand in the same order.

    Other tables name their indicators without code. Raises LookupError for a name that is not there.
    """
    sisa = list(konteks.bab3.capaian)
    hasil = []
    for satu in nama:
        cocok = next((b for b in sisa if b.indikator == satu), None)
        if cocok is None:
            raise LookupError(f"indikator {satu} tidak dilaporkan")
        sisa.remove(cocok)
        hasil.append(cocok)
    return hasil


def nama_sasaran(uraian: str, konteks: KonteksLKjIP) -> str:
    """Return a sasaran in quotes, by the token of its first indicator where it has one."""
    milik = next((b for b in konteks.bab3.capaian if b.tingkat == "sasaran" and b.node == uraian), None)
    return f"“{token('sasaran', milik.kode) if milik else uraian}”"
