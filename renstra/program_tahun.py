"""Programmes, kegiatan and sub kegiatan of a year, added from the nomenclature in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from organisasi.jejak import catat
from organisasi.models import Pengguna, PerangkatDaerah
from organisasi.pilihan import PERENCANA
from renstra.models import Kegiatan, Nomenklatur, Program, SubKegiatan
from renstra.pilihan import TingkatNomenklatur
from sakip.umum.riwayat import buat_banyak

DIPILIH = (TingkatNomenklatur.PROGRAM, TingkatNomenklatur.KEGIATAN, TingkatNomenklatur.SUB_KEGIATAN)


class RencanaGagal(ValueError):
    """A plan that cannot be changed so; the text is for the person."""


@dataclass
class PilihanNomenklatur:
    """A row of the nomenclature to choose, with those below it; ``is_ada`` where the year has it."""

    baris: Nomenklatur
    is_ada: bool
    anak: list[PilihanNomenklatur] = field(default_factory=list)

    @property
    def jumlah(self) -> int:
        """How many rows stand here and below."""
        return 1 + sum(a.jumlah for a in self.anak)

    @property
    def jumlah_ada(self) -> int:
        """How many of them the year has already."""
        return int(self.is_ada) + sum(a.jumlah_ada for a in self.anak)

    def memuat(self, kunci: Set[int]) -> bool:
        """Whether one of these rows stands here or below."""
        return self.baris.pk in kunci or any(a.memuat(kunci) for a in self.anak)


@dataclass(frozen=True)
class Tambahan:
    """What was added."""

    program: int
    kegiatan: int
    sub_kegiatan: int

    @property
    def jumlah(self) -> int:
        """All rows."""
        return self.program + self.kegiatan + self.sub_kegiatan

    def sebut(self) -> str:
        """Return "1 program, 2 kegiatan, dan 3 sub kegiatan"."""
        return f"{self.program} program, {self.kegiatan} kegiatan, dan {self.sub_kegiatan} sub kegiatan"


def nomenklatur_berlaku(tahun: int) -> int | None:
    """Return the key of the regulation whose nomenclature is the newest in force in a year."""
    baris = (
        Nomenklatur.objects.filter(mulai_tahun__lte=tahun)
        .order_by("-mulai_tahun", "-dasar_hukum__tahun", "-dasar_hukum")
        .values_list("dasar_hukum", flat=True)
        .first()
    )
    return None if baris is None else int(baris)


def daftar_bidang(tahun: int) -> list[Nomenklatur]:
    """Return the bidang urusan of the nomenclature in force."""
    semua = Nomenklatur.objects.filter(
        dasar_hukum=nomenklatur_berlaku(tahun), mulai_tahun__lte=tahun, tingkat=TingkatNomenklatur.BIDANG
    )
    return list(semua.order_by("kode"))


def kode_tahun(kantor: PerangkatDaerah, tahun: int) -> set[str]:
    """Return the codes that the year has already."""
    program = Program.objects.filter(perangkat_daerah=kantor, tahun=tahun)
    kegiatan = Kegiatan.objects.filter(program__in=program)
    sub = SubKegiatan.objects.filter(kegiatan__program__in=program)
    return {
        kode
        for rows in (program, kegiatan, sub)
        for kode in rows.order_by().values_list("nomenklatur__kode", flat=True)
    }


def pilihan_nomenklatur(
    kantor: PerangkatDaerah, tahun: int, bidang: str, cari: str = ""
) -> list[PilihanNomenklatur]:
    """Return what may be chosen under a bidang urusan as a tree by programme.

    ``cari`` keeps rows whose code or name has the words, with the rows above them.
    """
    semua = Nomenklatur.objects.filter(
        dasar_hukum=nomenklatur_berlaku(tahun), mulai_tahun__lte=tahun, tingkat__in=DIPILIH,
        kode__startswith=f"{bidang}.",
    ).order_by("kode")  # fmt: skip
    ada = kode_tahun(kantor, tahun)
    baris = list(semua)
    if cari:
        kata = cari.casefold()
        cocok = {n.kode for n in baris if kata in n.kode.casefold() or kata in n.nama.casefold()}
        baris = [n for n in baris if any(k == n.kode or k.startswith(f"{n.kode}.") for k in cocok)]
    akar: list[PilihanNomenklatur] = []
    tumpukan: list[PilihanNomenklatur] = []
    for n in baris:
        satu = PilihanNomenklatur(n, n.kode in ada)
        while tumpukan and not n.kode.startswith(f"{tumpukan[-1].baris.kode}."):
            tumpukan.pop()
        (tumpukan[-1].anak if tumpukan else akar).append(satu)
        tumpukan.append(satu)
    return akar


def tambah_program(
    kantor: PerangkatDaerah, tahun: int, dipilih: Iterable[int], *, oleh: Pengguna
) -> Tambahan:
    """Add the chosen rows of the nomenclature to a year, all or nothing, with the rows above them.

    What the year has already (by code) is left alone. Raises RencanaGagal for a row that is not of the
    nomenclature in force, and where nothing was chosen.
    """
    if not oleh.pelaku.is_peran(kantor.pk, *PERENCANA):
        raise PermissionDenied("perencanaan")
    kunci = set(dipilih)
    if not kunci:
        raise RencanaGagal("Pilih paling sedikit satu kode.")
    return tambah_kode(kantor, tahun, kunci, oleh=oleh)


def tambah_kode(kantor: PerangkatDaerah, tahun: int, kunci: Set[int], *, oleh: Pengguna) -> Tambahan:
    """Do the same for a caller that has asked for the right itself (an import of the budget)."""
    with transaction.atomic():
        PerangkatDaerah.objects.select_for_update().get(pk=kantor.pk)
        berlaku = Nomenklatur.objects.filter(dasar_hukum=nomenklatur_berlaku(tahun), mulai_tahun__lte=tahun)
        baris = list(berlaku.filter(pk__in=kunci, tingkat__in=DIPILIH))
        if len(baris) < len(kunci):
            raise RencanaGagal(f"Ada kode yang bukan dari nomenklatur tahun {tahun}. Muat ulang halaman ini.")
        semua = list(berlaku.filter(_dan_atasnya(baris)))
        hasil = _tambah(kantor, tahun, semua, oleh)
        if hasil.jumlah:
            catat(
                "Program tahun ditambah", kantor, oleh=oleh, kantor=kantor,
                peran=oleh.pelaku.sebut_peran(kantor.pk)[:40], uraian=f"Tahun {tahun}: {hasil.sebut()}",
            )  # fmt: skip
    return hasil


def _dan_atasnya(baris: Sequence[Nomenklatur]) -> Q:
    """Return the condition for rows and the programme and kegiatan above them, by their codes."""
    kode = {n.kode for n in baris}
    for n in baris:
        bagian = n.kode.split(".")
        kode |= {".".join(bagian[:i]) for i in range(1, len(bagian))}
    return Q(kode__in=kode, tingkat__in=DIPILIH)


def _tambah(kantor: PerangkatDaerah, tahun: int, semua: Sequence[Nomenklatur], oleh: Pengguna) -> Tambahan:
    menurut = {t: [n for n in semua if n.tingkat == t] for t in DIPILIH}
    program = {
        p.kode: p
        for p in Program.objects.filter(perangkat_daerah=kantor, tahun=tahun).select_related("nomenklatur")
    }
    p_baru = [
        Program(perangkat_daerah=kantor, tahun=tahun, nomenklatur=n)
        for n in menurut[TingkatNomenklatur.PROGRAM]
        if n.kode not in program
    ]
    program |= {p.kode: p for p in buat_banyak(p_baru, oleh=oleh)}
    kegiatan = {
        k.kode: k for k in Kegiatan.objects.filter(program__in=program.values()).select_related("nomenklatur")
    }
    k_baru = [
        Kegiatan(program=program[_induk(n, program)], nomenklatur=n)
        for n in menurut[TingkatNomenklatur.KEGIATAN]
        if n.kode not in kegiatan
    ]
    kegiatan |= {k.kode: k for k in buat_banyak(k_baru, oleh=oleh)}
    ada = set(
        SubKegiatan.objects.filter(kegiatan__in=kegiatan.values()).values_list("nomenklatur__kode", flat=True)
    )
    s_baru = [
        SubKegiatan(kegiatan=kegiatan[_induk(n, kegiatan)], nomenklatur=n)
        for n in menurut[TingkatNomenklatur.SUB_KEGIATAN]
        if n.kode not in ada
    ]
    buat_banyak(s_baru, oleh=oleh)
    return Tambahan(len(p_baru), len(k_baru), len(s_baru))


def _induk(n: Nomenklatur, di_atas: Iterable[str]) -> str:
    """Return the code of the row above one."""
    calon = [kode for kode in di_atas if n.kode.startswith(f"{kode}.")]
    if not calon:
        raise RencanaGagal(f"{n.kode} {n.nama}: baris di atasnya tidak ada dalam nomenklatur.")
    return max(calon, key=len)
