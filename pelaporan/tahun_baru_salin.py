"""Composes the rows of a new year in memory, and inserts them with their history."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Model

from kinerja.models import AturanPengukuran, DefinisiIndikator, Indikator, JendelaPengisian
from kinerja.pilihan import NAMA_TRIWULAN
from organisasi.models import Pengguna, PerangkatDaerah, ProfilOrganisasi, RincianProfil
from pelaporan.jendela import jendela_baku
from pelaporan.models import LandasanHukum, Laporan
from pelaporan.tahun_baru_bahan import BahanTahunBaru
from renstra.models import Kegiatan, NodeProgram, Nomenklatur, Program, SasaranProgram, SubKegiatan
from sakip.umum.angka import format_persen
from sakip.umum.riwayat import buat_banyak
from sakip.umum.tanggal import format_tanggal

T = TypeVar("T", bound=Model)
N = TypeVar("N", bound=NodeProgram)
PANJANG_KODE = 60
Isi = tuple[str, list[str], int]  # heading, names of new rows, how many exist


def tiru(objek: T, **ubah: Any) -> T:
    """Return an unsaved copy of a row with some columns changed."""
    kolom = {f.attname: getattr(objek, f.attname) for f in objek._meta.concrete_fields if not f.primary_key}
    baru = type(objek)(**kolom)
    for nama, nilai in ubah.items():
        setattr(baru, nama, nilai)
    return baru


def kode_tahun(kode: str, dari: int, ke: int, terpakai: set[str]) -> str:
    """Return the short code of the year's copy: "prog-desa" and "prog-desa-2024" give "prog-desa-2025"."""
    dasar = re.sub(rf"-{dari}$", "", kode)
    akhiran = f"-{ke}"
    calon = f"{dasar[: PANJANG_KODE - len(akhiran)]}{akhiran}"
    n = 2
    while calon in terpakai:
        akhiran = f"-{ke}-{n}"
        calon = f"{dasar[: PANJANG_KODE - len(akhiran)]}{akhiran}"
        n += 1
    return calon


class Penyalin:
    """What one office's new year lacks, as unsaved rows that point to each other."""

    def __init__(self, kantor: PerangkatDaerah, bahan: BahanTahunBaru) -> None:
        self.kantor, self.bahan = kantor, bahan
        self._perhatian: dict[str, list[str]] = {}
        self.baru: dict[type[Model], list[Any]] = {}
        self.ada: dict[type[Model], int] = {}
        self.node: dict[tuple[type[Model], int], Any] = {}  # (model, key in N) -> row of N+1, saved or not
        self.indikator: dict[int, Indikator] = {}  # key in N -> row of N+1
        self.induk_tunda: list[tuple[Indikator, Indikator]] = []
        self._salin_program()
        self._salin_porsi()
        self._salin_indikator()
        self._salin_aturan()
        self._salin_profil()
        self.laporan_ke = self._salin_laporan()
        self._salin_jendela()

    @property
    def is_berisi(self) -> bool:
        """Whether year N holds anything that could be copied."""
        dari = self.bahan.dari
        tahun = {p.tahun for p in self.bahan.program.get(self.kantor.pk, [])}
        return dari in tahun | {x.tahun for x in self.bahan.laporan.get(self.kantor.pk, [])}

    def isi(self) -> Iterator[Isi]:
        """Yield each kind of row with the names of new ones, in the order of the year's work."""
        for model, judul, sebut in URUTAN:
            yield judul, [sebut(x) for x in self.baru.get(model, [])], self.ada.get(model, 0)

    def perhatian(self) -> Iterator[tuple[str, list[str]]]:
        """Yield what a person has to look at: a sentence and the names that it is about."""
        yield from self._perhatian.items()

    def _perhatikan(self, kalimat: str, nama: str) -> None:
        self._perhatian.setdefault(kalimat, []).append(nama)

    def _tambah(self, objek: T) -> T:
        self.baru.setdefault(type(objek), []).append(objek)
        return objek

    def _sudah(self, model: type[Model], jumlah: int = 1) -> None:
        self.ada[model] = self.ada.get(model, 0) + jumlah

    # Programmes ---------------------------------------------------------------------------------------

    def _salin_program(self) -> None:
        b = self.bahan
        semua = b.program.get(self.kantor.pk, [])
        baru = {p.nomenklatur.kode: p for p in semua if p.tahun == b.ke}
        for lama in (p for p in semua if p.tahun == b.dari):
            program = self._node(lama, baru, tahun=b.ke)
            kegiatan_baru = self._anak(b.kegiatan, program)
            for kegiatan_lama in b.kegiatan.get(lama.pk, []):
                kegiatan = self._node(kegiatan_lama, kegiatan_baru, program=program)
                sub_baru = self._anak(b.sub_kegiatan, kegiatan)
                for sub_lama in b.sub_kegiatan.get(kegiatan_lama.pk, []):
                    self._node(sub_lama, sub_baru, kegiatan=kegiatan)

    @staticmethod
    def _anak(semua: dict[int, list[N]], induk: NodeProgram) -> dict[str, N]:
        return {} if induk.pk is None else {a.nomenklatur.kode: a for a in semua.get(induk.pk, [])}

    def _node(self, lama: N, ada: dict[str, N], **ubah: Any) -> N:
        """Return the row of N+1 that continues a row of N: the one with its code, or a new one."""
        kode = lama.nomenklatur.kode
        if kode in ada:
            self._sudah(type(lama))
            baru = ada[kode]
        else:
            baru = self._tambah(tiru(lama, nomenklatur=self._pilih_nomenklatur(lama), **ubah))
            ada[kode] = baru
        self.node[type(lama), lama.pk] = baru
        return baru

    def _pilih_nomenklatur(self, lama: NodeProgram) -> Nomenklatur:
        """Return the row of the newest regulation in force with the same code, else the same row."""
        kini = lama.nomenklatur
        calon = [n for n in self.bahan.nomenklatur.get(kini.kode, []) if n.tingkat == kini.tingkat]
        terbaru = calon[0] if calon else kini
        if terbaru.pk != kini.pk:
            ganti = f" menjadi {terbaru.nama}" if terbaru.nama != kini.nama else ""
            self._perhatikan(
                f"Memakai nomenklatur {terbaru.dasar_hukum.sebutan}", f"{kini.kode} {kini.nama}{ganti}"
            )
        peraturan = self.bahan.peraturan.get(kini.tingkat)
        if peraturan is not None and terbaru.dasar_hukum_id != peraturan.pk:
            self._perhatikan(
                f"Tidak ada dalam {peraturan.sebutan}, jadi baris yang lama tetap dipakai",
                f"{kini.kode} {kini.nama}",
            )
        return terbaru

    # Shares -------------------------------------------------------------------------------------------

    def _salin_porsi(self) -> None:
        for lama in self.bahan.program.get(self.kantor.pk, []):
            program = self.node.get((Program, lama.pk))
            porsi = self.bahan.porsi.get(lama.pk, [])
            if program is None or lama.tahun != self.bahan.dari or not porsi:
                continue
            if program.pk is not None and (ada := self.bahan.porsi.get(program.pk)):
                self._sudah(SasaranProgram, len(ada))  # mapped by a person: left alone
                continue
            for satu in porsi:
                if satu.sasaran.renstra.periode.tahun_akhir < self.bahan.ke:
                    self._perhatikan(
                        "Porsi tidak disalin karena Renstra sasarannya berakhir "
                        f"{satu.sasaran.renstra.periode.tahun_akhir}; petakan ke sasaran baru",
                        f"{lama.kode} untuk {satu.sasaran}",
                    )
                else:
                    self._tambah(
                        SasaranProgram(
                            sasaran=satu.sasaran, program=program, porsi_persen=Decimal(satu.porsi_persen)
                        )
                    )

    # Indicators of programmes -------------------------------------------------------------------------

    def _salin_indikator(self) -> None:
        semua = self.bahan.indikator.get(self.kantor.pk, [])
        terpakai = set(self.bahan.kode.get(self.kantor.pk, set()))
        lama = [i for i in semua if self._node_baru(i) is not None]
        di_lama = {i.pk for i in lama}
        di_baru = {(self._kunci_node(i), i.nama.casefold()): i for i in semua}
        penerus = {i.pendahulu_id: i for i in semua if i.pk not in di_lama}
        dibuat = []
        for i in lama:
            kolom, node = self._node_baru(i)  # type: ignore[misc]
            ada = penerus.get(i.pk)
            if ada is None and node.pk is not None:
                ada = di_baru.get(((kolom, node.pk), i.nama.casefold()))
                if ada is not None and ada.pendahulu_id is None:
                    self._perhatikan(
                        f"Sudah ada di {self.bahan.ke} tanpa melanjutkan indikator {self.bahan.dari}; isi "
                        "kolom melanjutkan agar nilainya terbaca",
                        i.nama,
                    )
            if ada is not None:
                self.indikator[i.pk] = ada
                self._sudah(Indikator)
                if self.bahan.definisi.get(ada.pk):
                    self._sudah(DefinisiIndikator)
                else:
                    self._salin_definisi(i)
                continue
            kode = kode_tahun(i.kode, self.bahan.dari, self.bahan.ke, terpakai)
            terpakai.add(kode)
            self.indikator[i.pk] = self._tambah(tiru(i, kode=kode, pendahulu=i, induk=None, **{kolom: node}))
            dibuat.append(i)
        for i in dibuat:
            self._salin_definisi(i)
            self._kait_induk(i)

    def _node_baru(self, i: Indikator) -> tuple[str, Any] | None:
        kolom, pk = self._kunci_node(i)
        model: type[Model] = {"program": Program, "kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan}[kolom]
        node = self.node.get((model, pk))
        return None if node is None else (kolom, node)

    @staticmethod
    def _kunci_node(i: Indikator) -> tuple[str, int]:
        for kolom in ("program", "kegiatan", "sub_kegiatan"):
            if (pk := getattr(i, f"{kolom}_id")) is not None:
                return kolom, pk
        raise AssertionError("indikator program")

    def _salin_definisi(self, lama: Indikator) -> None:
        definisi = self.bahan.definisi.get(lama.pk, [])
        if not definisi:
            self._perhatikan("Indikator belum mempunyai definisi", lama.nama)
            return
        self._tambah(
            tiru(
                definisi[-1],
                indikator=self.indikator[lama.pk],
                mulai_tahun=self.bahan.ke,
                alasan_perubahan="",
            )
        )

    def _kait_induk(self, lama: Indikator) -> None:
        """Hang the copy on the copy of the superior's indicator, or on a strategic one as it is."""
        if lama.induk is None:
            return
        baru = self.indikator[lama.pk]
        induk = self.indikator.get(lama.induk.pk)
        if induk is not None and induk.pk is None:
            self.induk_tunda.append((baru, induk))
        elif induk is not None or lama.induk.tujuan_id or lama.induk.sasaran_id:
            baru.induk = induk or lama.induk
        else:
            self._perhatikan(
                "Tidak lagi tersambung ke indikator atasan yang tidak disalin",
                f"{lama.nama} ke {lama.induk.nama}",
            )

    # Rules, profile, report, windows ------------------------------------------------------------------

    def _salin_aturan(self) -> None:
        per_tahun = {a.tahun: a for a in self.bahan.aturan.get(self.kantor.pk, [])}
        if self.bahan.ke in per_tahun:
            self._sudah(AturanPengukuran)
        elif lama := per_tahun.get(self.bahan.dari):
            self._tambah(tiru(lama, tahun=self.bahan.ke, perangkat_daerah=self.kantor))

    def _salin_profil(self) -> None:
        """Copy the lines of the profile without figures; who fills them names their source."""
        per_tahun = {p.tahun: p for p in self.bahan.profil.get(self.kantor.pk, [])}
        if self.bahan.ke in per_tahun:
            self._sudah(ProfilOrganisasi)
            self._sudah(RincianProfil, len(self.bahan.rincian.get(per_tahun[self.bahan.ke].pk, [])))
        elif lama := per_tahun.get(self.bahan.dari):
            baru = self._tambah(tiru(lama, tahun=self.bahan.ke, sumber="", perangkat_daerah=self.kantor))
            for baris in self.bahan.rincian.get(lama.pk, []):
                self._tambah(tiru(baris, profil=baru, jumlah=None))

    def _salin_laporan(self) -> Laporan:
        per_tahun = {x.tahun: x for x in self.bahan.laporan.get(self.kantor.pk, [])}
        laporan = per_tahun.get(self.bahan.ke)
        if laporan is not None:
            self._sudah(Laporan)
        else:
            laporan = self._tambah(Laporan(perangkat_daerah=self.kantor, tahun=self.bahan.ke))
        ada = self.bahan.landasan.get(laporan.pk, []) if laporan.pk else []
        self._sudah(LandasanHukum, len(ada))
        lama = per_tahun.get(self.bahan.dari)
        if lama is not None and not ada:
            for baris in self.bahan.landasan.get(lama.pk, []):
                self._tambah(
                    LandasanHukum(laporan=laporan, urutan=baris.urutan, dasar_hukum=baris.dasar_hukum)
                )
        return laporan

    def _salin_jendela(self) -> None:
        ada = {j.triwulan for j in self.bahan.jendela.get(self.kantor.pk, [])}
        self._sudah(JendelaPengisian, len(ada))
        for triwulan in NAMA_TRIWULAN:
            if triwulan not in ada:
                buka, tutup = jendela_baku(self.kantor.pemda, self.bahan.ke, triwulan)
                self._tambah(
                    JendelaPengisian(
                        perangkat_daerah=self.kantor, tahun=self.bahan.ke, triwulan=triwulan, buka=buka,
                        tutup=tutup,
                    )
                )  # fmt: skip


def _sebut_porsi(p: SasaranProgram) -> str:
    return f"{p.program.kode}: {format_persen(p.porsi_persen)} untuk {p.sasaran}"


def _sebut_jendela(j: JendelaPengisian) -> str:
    return f"{NAMA_TRIWULAN[j.triwulan]}: {format_tanggal(j.buka)} sampai {format_tanggal(j.tutup)}"


# In the order in which they are inserted: what others point to comes first.
URUTAN: tuple[tuple[type[Model], str, Callable[[Any], str]], ...] = (
    (Program, "Program", str),
    (Kegiatan, "Kegiatan", str),
    (SubKegiatan, "Sub kegiatan", str),
    (SasaranProgram, "Porsi untuk sasaran", _sebut_porsi),
    (Indikator, "Indikator program", lambda i: f"{i.nama} ({i.kode})"),
    (DefinisiIndikator, "Definisi indikator", lambda d: d.indikator.nama),
    (AturanPengukuran, "Aturan pengukuran", str),
    (ProfilOrganisasi, "Profil organisasi", lambda p: f"Profil tahun {p.tahun}, tanpa angka"),
    (RincianProfil, "Baris profil tanpa angka", str),
    (Laporan, "Laporan", str),
    (LandasanHukum, "Landasan hukum laporan", str),
    (JendelaPengisian, "Jendela pengisian", _sebut_jendela),
)


def salin(p: Penyalin, oleh: Pengguna | None) -> None:
    """Insert the rows of a new year; the caller holds the transaction."""
    for model, _, _ in URUTAN:
        semua = p.baru.get(model, [])
        if model is Indikator:
            _salin_berlapis(p, semua, oleh)
        else:
            buat_banyak(semua, oleh=oleh)


def _salin_berlapis(p: Penyalin, semua: list[Indikator], oleh: Pengguna | None) -> None:
    """Insert the superior's indicators before those that hang on them."""
    tunda = {id(anak): induk for anak, induk in p.induk_tunda}
    sisa = list(semua)
    while sisa:
        siap = [i for i in sisa if id(i) not in tunda or tunda[id(i)].pk is not None]
        if not siap:  # a ring of superiors: nobody comes first
            siap = sisa
            for i in siap:
                tunda.pop(id(i), None)
        for i in siap:
            if id(i) in tunda:
                i.induk = tunda[id(i)]
        buat_banyak(siap, oleh=oleh)
        dipilih = {id(i) for i in siap}
        sisa = [i for i in sisa if id(i) not in dipilih]
