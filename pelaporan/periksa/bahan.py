"""What the checks read: the frozen report, and facts around it that the report does not print.

Plain values only; ``pelaporan.susun.periksa`` fills them from rows. Every part but ``konteks`` may be empty
(an old version has nothing else): a check then says nothing about it.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from pelaporan.konteks import Angka, KonteksLKjIP


@dataclass(frozen=True)
class FaktaPeriode:
    """A period of an indicator's year: whether it is filled, and how many files prove it."""

    nama: str  # "TW II"
    terisi: bool
    berlaku: bool = True
    bukti: int = 0
    alasan: str = ""  # written where it is not applicable


@dataclass(frozen=True)
class FaktaIndikator:
    """An indicator of the office in the report's year, reported or not.

    Targets are printed figures (``Angka``; ``nilai`` is None for a range), None where the document does not
    hold the indicator, an Angka that is BELUM_DIISI where it does with a blank.
    """

    kode: str
    nama: str
    tingkat: str  # "tujuan" | "sasaran" | "program" | "kegiatan" | "sub_kegiatan"
    node: str  # its text or official name
    kode_node: str = ""  # "7.01.05" for programmes and below
    is_node_renstra: bool = True  # False: a sasaran that only the IKU decree knows
    is_iku: bool = False
    is_pk: bool = False
    is_dilaporkan: bool = False  # a row of Tabel 3.2, or of 3.6 to 3.10 for programmes and below
    is_diukur: bool = False  # has a value this year
    satuan: str = ""
    is_persen: bool = False  # the unit is a percentage
    jenis: str = ""  # "angka" | "persen" | "indeks" | "rupiah" | "predikat"
    arah: str = ""  # "makin_tinggi" | "makin_rendah" | "rentang"
    frekuensi: str = ""
    definisi_operasional: str = ""
    formulasi: str = ""
    sumber_data: str = ""
    penanggung_jawab: str = ""
    target_pk: Angka | None = None
    target_pk_awal: Angka | None = None  # of revision 0
    target_rkt: Angka | None = None
    target_renstra: Angka | None = None
    renstra_setahun: Angka | None = None  # the year's own part; only where Renstra targets are sums
    target_akhir: Angka | None = None  # Renstra, last year
    target_dpa: Angka | None = None
    alasan_pk: tuple[tuple[str, str], ...] = ()  # (warning of the PK, reason written when it was set)
    realisasi: Angka | None = None
    capaian: Angka | None = None
    lalu: Angka | None = None  # realisasi of the year before
    target_lalu: Angka | None = None
    periode: tuple[FaktaPeriode, ...] = ()


@dataclass(frozen=True)
class FaktaSasaran:
    """A sasaran of the Renstra with what hangs on it."""

    uraian: str
    tujuan: str
    is_renstra: bool
    indikator: int  # how many indicators it has
    program: tuple[str, ...]  # codes of the programmes that serve it
    is_dipetakan_rpjmd: bool = False


@dataclass(frozen=True)
class FaktaProgram:
    """A programme, kegiatan or sub kegiatan of the year. Amounts in rupiah; a blank is BELUM_DIISI."""

    kode: str
    nama: str
    tingkat: int  # 1 program, 2 kegiatan, 3 sub kegiatan
    indikator: int
    pagu: Angka
    realisasi: Angka
    serapan: Angka
    is_dicatat: bool = True  # ceilings and spending are recorded at this level, not summed
    porsi: Angka | None = None  # share mapped to sasaran, in percent (programmes only)
    capaian: Angka | None = None  # mean of its own indicators
    triwulan: tuple[tuple[str, bool], ...] = ()  # (quarter, filled) where spending is by quarter


@dataclass(frozen=True)
class FaktaPihak:
    """A party to a PK with the term of the post that it signs for."""

    nama: str
    jabatan: str
    mulai: datetime.date
    sampai: datetime.date | None

    def is_menjabat(self, hari: datetime.date) -> bool:
        """Whether the post was held on a day."""
        return self.mulai <= hari and (self.sampai is None or hari <= self.sampai)


@dataclass(frozen=True)
class FaktaDokumen:
    """A PK or DPA with its day."""

    nama: str
    nomor: str
    revisi: int
    tanggal: datetime.date | None
    alasan: str = ""
    pihak: tuple[FaktaPihak, ...] = ()  # those who sign a PK
    dpa: int | None = None  # revisi of the DPA whose budget a PK prints
    alasan_terlambat: str = ""  # written when a PK was set later than a month after its DPA


@dataclass(frozen=True)
class FaktaTahap:
    """A quarter of a unit that has values, or began a step, and whose last step is no approval."""

    unit: str
    triwulan: str
    keadaan: str
    is_dimulai: bool = True  # whether any step was taken; without one nobody was ever asked to approve


@dataclass(frozen=True)
class FaktaPejabat:
    """Who holds a post of the office: printed name, NIP digits, post, from and to."""

    nama: str
    nama_polos: str  # without academic titles
    nip: str
    jabatan: str
    tingkat: str
    status: str
    mulai: datetime.date
    sampai: datetime.date | None


@dataclass(frozen=True)
class FaktaHukum:
    """A regulation that the installation knows; ``is_landasan``: listed under Landasan Hukum."""

    kunci: str
    jenis: str
    lembaga: str
    nomor: str
    tahun: int
    tentang: str
    sebutan: str
    is_landasan: bool


@dataclass(frozen=True)
class FaktaSIPD:
    """Totals of the last SIPD file that was loaded for the year, in rupiah."""

    apa: str  # "pagu" | "realisasi"
    jumlah: Angka
    berkas: str
    tanggal: datetime.date


@dataclass(frozen=True)
class FaktaLaporan:
    """Days around the report. ``tanggal_rencana`` is None where nobody planned one."""

    tanggal_rencana: datetime.date | None
    tenggat: datetime.date
    jumlah_misi: int = 0
    tahun_target_awal: int = 0


@dataclass(frozen=True)
class BahanPeriksa:
    """Everything that a check may read."""

    konteks: KonteksLKjIP
    lalu: KonteksLKjIP | None = None  # last year's report of the office
    laporan: FaktaLaporan | None = None
    indikator: tuple[FaktaIndikator, ...] = ()
    sasaran: tuple[FaktaSasaran, ...] = ()
    program: tuple[FaktaProgram, ...] = ()
    pk: tuple[FaktaDokumen, ...] = ()
    dpa: tuple[FaktaDokumen, ...] = ()
    tahap: tuple[FaktaTahap, ...] = ()
    pejabat: tuple[FaktaPejabat, ...] = ()
    hukum: tuple[FaktaHukum, ...] = ()
    sipd: tuple[FaktaSIPD, ...] = ()
    tawaran: Mapping[str, str] = field(default_factory=dict)  # section -> "draf" | "tahun_lalu"
    sidik_lain: frozenset[str] = frozenset()  # hashes of paragraphs in reports of other offices
    nama_lain: tuple[str, ...] = ()  # names of other offices and governments
    unit: tuple[str, ...] = ()  # names of the office's units

    def indikator_kode(self, kode: str) -> FaktaIndikator | None:
        """Return the facts of an indicator by its short code."""
        return next((i for i in self.indikator if i.kode == kode), None)
