"""The frozen report: everything an LKjIP prints, as plain values.

``pelaporan.susun`` turns querysets into a :class:`KonteksLKjIP`; checks, rendering and (on signing)
the stored canonical JSON read only this. Nothing here touches Django or a database. Every printed
figure is an :class:`Angka`: the exact value beside the text that is printed, so that a template
never formats and never computes.

The sections follow PermenPANRB 53/2014 annex II and the tables of ``docs/konteks.md``.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from sakip.umum.hitung import Keadaan

FORMAT_KONTEKS = 1


@dataclass(frozen=True)
class Angka:
    """One figure as it is printed: ``teks`` for the reader, ``nilai`` (unrounded) for checks.

    ``keadaan`` other than TERUKUR means that there is no figure; ``teks`` then says so in words
    ("belum diisi") and ``alasan`` says why.
    """

    teks: str
    keadaan: Keadaan = Keadaan.TERUKUR
    nilai: Decimal | None = None
    alasan: str = ""

    @property
    def is_terukur(self) -> bool:
        """Whether a figure stands here."""
        return self.keadaan is Keadaan.TERUKUR


# Narrative ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Penggalan:
    """A run of text: plain, bold, italic, or ``terhitung`` (it came from a token, not from a keyboard).

    ``kunci`` is the token's key; a typed source (``kutipan:…``) has one too, without being computed.
    """

    teks: str
    tebal: bool = False
    terhitung: bool = False
    keadaan: Keadaan = Keadaan.TERUKUR
    miring: bool = False
    kunci: str = ""


@dataclass(frozen=True)
class Blok:
    """A paragraph (one butir) or a list (a butir per item) of a narrative."""

    jenis: str  # "paragraf" | "daftar"
    butir: tuple[tuple[Penggalan, ...], ...]


@dataclass(frozen=True)
class NarasiBagian:
    """What a person wrote for one section; ``blok`` empty means nothing was written yet."""

    bagian: str
    blok: tuple[Blok, ...] = ()


# The document's skeleton ------------------------------------------------------------------------


@dataclass(frozen=True)
class Judul:
    """A heading with its generated number: ``nomor`` is "BAB I", "A" or "1"; ``tingkat`` 0 to 3.

    ``tingkat`` 0 is front matter or an appendix group, 1 a Bab, 2 a letter, 3 a number.
    """

    kunci: str
    tingkat: int
    nomor: str
    judul: str
    uraian: str = ""  # one sentence for the Sistematika


@dataclass(frozen=True)
class JudulTabel:
    """A table or figure with its generated number ("3.2")."""

    kunci: str
    nomor: str
    judul: str
    jenis: str = "tabel"  # "tabel" | "gambar"


@dataclass(frozen=True)
class Kerangka:
    """All headings, tables and figures of the document, in order."""

    judul: tuple[Judul, ...]
    tabel: tuple[JudulTabel, ...]

    def bagian(self, kunci: str) -> Judul:
        """Return the heading of that key; an unknown key is a programming error."""
        return next(j for j in self.judul if j.kunci == kunci)

    def tabel_ke(self, kunci: str) -> JudulTabel:
        """Return the table or figure of that key."""
        return next(t for t in self.tabel if t.kunci == kunci)


# Who and when -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Identitas:
    """The office and its government, each name in its one spelling."""

    perangkat_daerah: str  # "Kecamatan Batang-batang"
    slug: str
    singkatan: str
    kode: str
    jenis: str  # "kecamatan"
    alamat: str
    sebutan_kepala: str  # "Camat"
    pemda: str  # "Kabupaten Sumenep"
    jenis_pemda: str  # "kabupaten"
    nama_pemda: str  # "Sumenep"
    kepala_daerah: str  # "Bupati Sumenep"
    ibu_kota: str
    tempat_tanda_tangan: str
    tahun: int
    lambang: str = ""  # SHA-256 of the coat of arms, or empty


@dataclass(frozen=True)
class PenandaTangan:
    """A person in a signature block, as in office on the date of the block."""

    nama: str
    jabatan: str  # "Camat Batang-batang"; for an acting head "Plt. Camat Batang-batang"
    pangkat: str = ""
    nip: str = ""  # grouped 8 6 1 3, or empty (a Bupati has none)


@dataclass(frozen=True)
class Pengesahan:
    """State of the document. A draft has no date: same data, same bytes."""

    status: str  # "draf" | "disahkan"
    versi: int
    penanda_tangan: PenandaTangan | None
    tempat: str
    tanggal: str = ""  # printed date; empty while "belum disahkan"


@dataclass(frozen=True)
class Periode:
    """Planning period: ``tahun_target`` are the years that have Renstra targets."""

    nama: str  # "2021-2026"
    tahun_awal: int
    tahun_akhir: int
    tahun_target: tuple[int, ...]
    tahun_ke: str  # "kedua": counted from the first target year
    dokumen_renstra: str  # citation of the regulation that sets the Renstra
    dokumen_rpjmd: str

    @property
    def nomor_kolom(self) -> tuple[int, ...]:
        """Column numbers of the target years in Tabel 2.2: after four columns."""
        return tuple(range(5, 5 + len(self.tahun_target)))

    @property
    def jumlah_kolom(self) -> int:
        """Columns of Tabel 2.2."""
        return 4 + len(self.tahun_target)


# Bab I --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Unit:
    """A unit of the organisation with its duty and functions; ``anak`` are the units below it."""

    nama: str
    jenis: str
    tugas: str
    fungsi: tuple[str, ...]
    anak: tuple[Unit, ...] = ()
    nomor: str = ""  # "1", "1.1"; empty for the head


@dataclass(frozen=True)
class BarisProfil:
    """A row of the organisation's profile: ("Pegawai menurut golongan", "III", 12)."""

    kelompok: str
    uraian: str
    jumlah: Angka
    satuan: str


@dataclass(frozen=True)
class KelompokIsu:
    """Strategic issues under one aspect."""

    aspek: str
    butir: tuple[str, ...]


@dataclass(frozen=True)
class Bab1:
    """Pendahuluan."""

    dasar_organisasi: str  # citation of the regulation on structure; empty where none is recorded
    organisasi: Unit | None
    profil: tuple[BarisProfil, ...]
    isu_renstra: tuple[KelompokIsu, ...]
    isu_tahun: tuple[str, ...]
    landasan_hukum: tuple[str, ...]
    kunci_hukum: tuple[tuple[str, str], ...] = ()  # (key, short citation) for tokens


# Bab II -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BarisRPJMD:
    """A row of Tabel 2.1. ``rs_misi`` and ``rs_tujuan``: rows the cell spans, 0 where covered."""

    nomor: str
    misi: str
    tujuan: str
    sasaran: str
    indikator: tuple[str, ...]
    rs_misi: int
    rs_tujuan: int


@dataclass(frozen=True)
class BarisRenstra:
    """A row of Tabel 2.2 and of the Matriks Renstra; ``target`` has one cell per target year."""

    nomor: str
    tujuan: str
    sasaran: str  # empty for an indicator of the tujuan itself
    indikator: str
    satuan: str
    target: tuple[Angka, ...]
    rs_tujuan: int
    rs_sasaran: int


@dataclass(frozen=True)
class BarisIKU:
    """A row of Tabel 2.3 and of the appendix Penetapan IKU."""

    nomor: str
    node: str
    rs_node: int
    indikator: str
    satuan: str
    definisi: Angka
    formulasi: Angka
    sumber_data: Angka
    penanggung_jawab: Angka


@dataclass(frozen=True)
class BarisRKT:
    """A row of Tabel 2.4."""

    nomor: str
    tujuan: str
    sasaran: str
    indikator: str
    satuan: str
    target: Angka
    rs_tujuan: int
    rs_sasaran: int


@dataclass(frozen=True)
class RevisiPK:
    """One Perjanjian Kinerja: murni or a revision, with what made it."""

    nama: str  # "Perjanjian Kinerja" | "Perjanjian Kinerja Perubahan ke-1"
    nomor: str
    tanggal: str
    alasan: str


@dataclass(frozen=True)
class BarisPK:
    """A row of Tabel 2.5; ``sebelum`` is None where there was no revision.

    ``perubahan``: "tetap", "berubah", "ditambahkan", "dihapus".
    """

    nomor: str
    node: str
    rs_node: int
    indikator: str
    satuan: str
    sebelum: Angka | None
    sesudah: Angka
    perubahan: str


@dataclass(frozen=True)
class RevisiDPA:
    """One version of the DPA."""

    nama: str  # "DPA", "DPA Pergeseran 1", "DPA Perubahan"
    nomor: str
    tanggal: str
    alasan: str


@dataclass(frozen=True)
class BarisPagu:
    """A row of Tabel 2.6. One row per indicator of the node; amounts stand on its first row.

    ``tingkat`` 1 program, 2 kegiatan, 3 sub kegiatan. Amounts are None on later rows of a node,
    and on nodes above the level at which the budget is recorded they are the sums.
    """

    kode: str
    nama: str
    tingkat: int
    rs_node: int
    indikator: str
    satuan: str
    target_sebelum: Angka | None
    target_sesudah: Angka | None
    sebelum: Angka | None
    sesudah: Angka | None
    selisih: Angka | None
    perubahan: str


@dataclass(frozen=True)
class Bab2:
    """Perencanaan Kinerja."""

    visi: str
    misi: tuple[tuple[str, str], ...]  # (nomor, uraian)
    rpjmd: tuple[BarisRPJMD, ...]
    catatan_rpjmd: str
    misi_didukung: tuple[str, ...]  # numbers of the misi that the Renstra supports
    renstra: tuple[BarisRenstra, ...]
    iku: tuple[BarisIKU, ...]
    dokumen_iku: str
    rkt: tuple[BarisRKT, ...]
    revisi_pk: tuple[RevisiPK, ...]  # murni first, the one in force last
    pk: tuple[BarisPK, ...]
    catatan_pk: str  # "Tidak ada perubahan …" or "2 dari 3 target berubah."
    revisi_dpa: tuple[RevisiDPA, ...]
    sebutan_dpa_akhir: str  # "Setelah Perubahan" | "Setelah Pergeseran 2" | ""
    pagu: tuple[BarisPagu, ...]
    jumlah_pagu: BarisPagu
    catatan_pagu: str
    jumlah_tujuan: int
    jumlah_sasaran: int
    jumlah_indikator_renstra: int
    indikator_rpjmd_per_tujuan: bool = False  # the RPJMD's indicators hang on its tujuan


# Bab III ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BarisKelas:
    """A row of Tabel 3.1."""

    nomor: str
    nama: str
    rentang: str  # "76,00% sampai di bawah 91,00%"


@dataclass(frozen=True)
class BarisCapaian:
    """A reported indicator: a row of Tabel 3.2.

    ``tanda`` holds "PK" and/or "IKU"; ``tercapai`` is None where it cannot be said.
    """

    nomor: str
    kode: str
    tujuan: str
    node: str
    tingkat: str  # "tujuan" | "sasaran"
    rs_node: int
    indikator: str
    satuan: str
    arah: str
    tanda: tuple[str, ...]
    target: Angka
    sumber_target: str
    realisasi: Angka
    capaian: Angka
    kategori: Angka
    tercapai: bool | None
    sumber_data: Angka
    catatan: str = ""


@dataclass(frozen=True)
class NilaiTahun:
    """Target, realisasi and capaian of one year in Tabel 3.3."""

    tahun: int
    target: Angka
    realisasi: Angka
    capaian: Angka


@dataclass(frozen=True)
class BarisBanding:
    """A row of Tabel 3.3. ``perubahan``: "membaik", "menurun", "tetap" by polarity, or ""."""

    nomor: str
    kode: str
    node: str
    rs_node: int
    indikator: str
    satuan: str
    tahun: tuple[NilaiTahun, ...]
    perubahan: str
    catatan: str = ""


@dataclass(frozen=True)
class BarisKemajuan:
    """A row of Tabel 3.4."""

    nomor: str
    node: str
    rs_node: int
    indikator: str
    satuan: str
    realisasi: Angka
    target_akhir: Angka
    kemajuan: Angka
    catatan: str = ""


@dataclass(frozen=True)
class BarisPembanding:
    """A row of Tabel 3.5: one per benchmark, or one that says that there is none and why."""

    nomor: str
    node: str
    rs_node: int
    indikator: str
    rs_indikator: int
    satuan: str
    realisasi: Angka
    pembanding: str  # "Nasional: standar pelayanan …"; the reason where there is none
    nilai: Angka
    capaian: Angka
    sumber: str


@dataclass(frozen=True)
class BarisAnalisis:
    """A row of Tabel 3.6; ``wajib``: an explanation is required here."""

    nomor: str
    tingkat: str  # "Tujuan" | "Sasaran" | "Program" | "Kegiatan" | "Sub kegiatan"
    node: str
    rs_node: int
    indikator: str
    satuan: str
    target: Angka
    realisasi: Angka
    capaian: Angka
    analisis: Angka
    solusi: Angka
    wajib: bool


@dataclass(frozen=True)
class BarisMenunjang:
    """A row of Tabel 3.7: of an indicator of the sasaran, or of a programme that serves it."""

    nomor: str
    sasaran: str
    rs_sasaran: int
    indikator: str
    capaian: Angka | None
    program: str
    indikator_program: tuple[str, ...]
    capaian_program: Angka | None
    menunjang: str


@dataclass(frozen=True)
class BarisAnggaran:
    """A row of Tabel 3.8; ``tingkat`` 0 is JUMLAH."""

    nomor: str
    kode: str
    nama: str
    tingkat: int
    pagu: Angka
    realisasi: Angka
    serapan: Angka
    is_rendah: bool = False  # serapan below the setting that asks for an explanation


@dataclass(frozen=True)
class BarisEfisiensi:
    """A row of Tabel 3.9 or 3.10.

    ``jenis``: "indikator" (figures of one indicator; a budget only on the first row of its node),
    "node" (a sasaran or programme without indicator, or its mean line), "tujuan", "kantor",
    "sisa" (budget that is not mapped to a sasaran).
    """

    jenis: str
    nomor: str
    node: str
    rs_node: int
    indikator: str
    target: Angka | None
    realisasi: Angka | None
    capaian: Angka | None
    pagu: Angka | None
    realisasi_anggaran: Angka | None
    serapan: Angka | None
    efisiensi: Angka | None
    kategori: str = ""
    rs_anggaran: int = 1
    tingkat: int = 1
    keterangan: str = ""


@dataclass(frozen=True)
class BarisTindakLanjut:
    """A recommendation of the LHE or LHR and what was done about it (Bab III D)."""

    nomor: str
    sumber: str
    tahun: int
    rekomendasi: str
    tindak_lanjut: Angka
    status: str
    bukti: str


@dataclass(frozen=True)
class RingkasanNode:
    """Mean capaian of a group: "2 dari 3 terukur, 1 tidak berlaku"."""

    nama: str
    capaian: Angka
    kategori: Angka
    terukur: int
    jumlah: int
    tidak_berlaku: int
    keterangan: str  # "2 dari 3 indikator terukur, 1 tidak berlaku"
    catatan: str = ""
    efisiensi: Angka | None = None
    kategori_efisiensi: str = ""

    @property
    def is_lengkap(self) -> bool:
        """Whether every indicator that applies is measured."""
        return self.jumlah > 0 and self.terukur == self.jumlah


@dataclass(frozen=True)
class Bab3:
    """Akuntabilitas Kinerja."""

    kelas: tuple[BarisKelas, ...]
    aturan: tuple[str, ...]  # the rules in force, one sentence each, printed under Tabel 3.1
    tahun_banding: tuple[int, ...]
    tahun_akhir: int
    capaian: tuple[BarisCapaian, ...]
    banding: tuple[BarisBanding, ...]
    kemajuan: tuple[BarisKemajuan, ...]
    pembanding: tuple[BarisPembanding, ...]
    analisis: tuple[BarisAnalisis, ...]
    menunjang: tuple[BarisMenunjang, ...]
    catatan_menunjang: str
    anggaran: tuple[BarisAnggaran, ...]
    jumlah_anggaran: BarisAnggaran
    catatan_anggaran: tuple[str, ...]
    efisiensi_sasaran: tuple[BarisEfisiensi, ...]
    efisiensi_program: tuple[BarisEfisiensi, ...]
    catatan_efisiensi: tuple[str, ...]
    tindak_lanjut: tuple[BarisTindakLanjut, ...]
    per_tujuan: tuple[RingkasanNode, ...]
    per_sasaran: tuple[RingkasanNode, ...]
    per_program: tuple[RingkasanNode, ...]
    kantor: RingkasanNode


@dataclass(frozen=True)
class Ikhtisar:
    """Counts and totals of the whole report, for the Ikhtisar, Bab IV and tokens."""

    jumlah_tujuan: int
    jumlah_sasaran: int
    jumlah_indikator_pk: int
    jumlah_indikator_dilaporkan: int
    jumlah_terukur: int
    jumlah_tercapai: int
    jumlah_belum_tercapai: int
    jumlah_program: int
    capaian: Angka
    kategori: Angka
    pagu: Angka
    realisasi: Angka
    sisa: Angka
    serapan: Angka
    efisiensi: Angka
    kategori_efisiensi: str
    jumlah_sasaran_efisien: int
    jumlah_sasaran_dinilai_efisiensi: int


# Appendices ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ProgramPK:
    """A line of the second block of the PK's annex."""

    nomor: str
    kode: str
    nama: str
    anggaran: Angka
    keterangan: str = ""


@dataclass(frozen=True)
class SasaranPK:
    """A line of the first block of the PK's annex."""

    nomor: str
    node: str
    rs_node: int
    indikator: str
    satuan: str
    target: Angka


@dataclass(frozen=True)
class NaskahPK:
    """A Perjanjian Kinerja as it is printed: pihak kedua (superior) left, pihak pertama right."""

    judul: str  # "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023"
    nomor: str
    tempat: str
    tanggal: str
    pihak_pertama: PenandaTangan
    pihak_kedua: PenandaTangan
    sasaran: tuple[SasaranPK, ...]
    program: tuple[ProgramPK, ...]
    jumlah: Angka


@dataclass(frozen=True)
class HalamanPindaian:
    """One page of an uploaded scan, kept by the hash of its image."""

    sha256: str
    lebar: int
    tinggi: int


@dataclass(frozen=True)
class LampiranBerkas:
    """An uploaded appendix: page images with a text alternative; the file itself is attached."""

    kunci: str
    judul: str
    alternatif: str
    nama_berkas: str
    sha256: str
    jenis_isi: str
    halaman: tuple[HalamanPindaian, ...]


@dataclass(frozen=True)
class LampiranTiada:
    """An appendix that does not exist, with the recorded reason."""

    kunci: str
    judul: str
    alasan: str


@dataclass(frozen=True)
class CatatanTemuan:
    """The written answer to a finding of the checks that still stands: a reason, or an override of a galat.

    ``tingkat`` is "peringatan" or "galat"; ``nama`` what the check looks for; ``berlaku_sampai`` the last day
    of an override, empty for a reason.
    """

    tingkat: str
    kode: str
    nama: str
    lokasi: str
    pesan: str
    alasan: str
    oleh: str
    peran: str
    tanggal: str
    berlaku_sampai: str = ""


@dataclass(frozen=True)
class Fakta:
    """Sentences of fact under one table, computed from the figures of this konteks."""

    tabel: str
    kalimat: tuple[str, ...]


@dataclass(frozen=True)
class KonteksLKjIP:
    """A whole report. Frozen: rendering it needs nothing else but the stored files it names."""

    format: int
    identitas: Identitas
    pengesahan: Pengesahan
    periode: Periode
    kerangka: Kerangka
    ikhtisar: Ikhtisar
    bab1: Bab1
    bab2: Bab2
    bab3: Bab3
    naskah_pk: NaskahPK | None
    lampiran_berkas: tuple[LampiranBerkas, ...]
    lampiran_tiada: tuple[LampiranTiada, ...]
    fakta: tuple[Fakta, ...] = ()
    narasi: tuple[NarasiBagian, ...] = ()
    catatan_pemeriksaan: tuple[CatatanTemuan, ...] = ()

    def narasi_bagian(self, kunci: str) -> NarasiBagian:
        """Return the narrative of a section; an empty one where nothing was written."""
        return next((n for n in self.narasi if n.bagian == kunci), NarasiBagian(kunci))

    def fakta_tabel(self, tabel: str) -> tuple[str, ...]:
        """Return the computed sentences under a table."""
        return next((f.kalimat for f in self.fakta if f.tabel == tabel), ())


# Canonical JSON -----------------------------------------------------------------------------------


def _polos(nilai: Any) -> Any:
    if dataclasses.is_dataclass(nilai) and not isinstance(nilai, type):
        return {f.name: _polos(getattr(nilai, f.name)) for f in dataclasses.fields(nilai)}
    if isinstance(nilai, tuple):
        return [_polos(n) for n in nilai]
    if isinstance(nilai, Enum):
        return nilai.value
    if isinstance(nilai, Decimal):
        return format(nilai, "f")
    return nilai


def to_json(konteks: KonteksLKjIP) -> str:
    """Return the canonical JSON: sorted keys, no blanks, Decimal as a plain string, UTF-8 text.

    The same konteks always gives the same characters; keys are described in ``docs/konteks.md``.
    """
    return json.dumps(_polos(konteks), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def compute_hash(konteks: KonteksLKjIP) -> str:
    """Return the SHA-256 (hex) of the canonical JSON."""
    return hashlib.sha256(to_json(konteks).encode("utf-8")).hexdigest()


def sidik_pendek(konteks: KonteksLKjIP) -> str:
    """Return the first 12 hex digits of the content hash in groups of four."""
    sidik = compute_hash(konteks)[:12]
    return f"{sidik[:4]} {sidik[4:8]} {sidik[8:12]}"


def iter_angka(nilai: Any, jalur: str = "") -> Iterator[tuple[str, Angka]]:
    """Yield every figure of a konteks with the path where it stands."""
    if isinstance(nilai, Angka):
        yield jalur, nilai
    elif dataclasses.is_dataclass(nilai) and not isinstance(nilai, type):
        for f in dataclasses.fields(nilai):
            yield from iter_angka(getattr(nilai, f.name), f"{jalur}.{f.name}".lstrip("."))
    elif isinstance(nilai, tuple):
        for i, n in enumerate(nilai):
            yield from iter_angka(n, f"{jalur}[{i}]")
