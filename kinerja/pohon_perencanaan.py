"""The plan of an office and year as a tree; what is missing is said at its place. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.urls import reverse

from anggaran.models import DPA
from kinerja.models import DefinisiIndikator, Indikator, TargetDPA, TargetRenstra, TargetRKT
from kinerja.models.nilai import Nilai
from kinerja.sebut_nilai import BELUM_DIISI, sebut_nilai
from organisasi.models import PerangkatDaerah, UnitKerja
from renstra.models import Kegiatan, Program, Renstra, Sasaran, SasaranProgram, SubKegiatan, Tujuan
from sakip.umum.angka import format_angka

SERATUS = Decimal(100)


@dataclass
class Simpul:
    """One node of the tree in words; ``pk`` with ``model`` names the row for the links of the template."""

    jenis: str
    judul: str
    model: str
    pk: int
    rincian: list[str] = field(default_factory=list)
    kurang: list[str] = field(default_factory=list)
    anak: list[Simpul] = field(default_factory=list)
    is_iku: bool = False
    is_ulang: bool = False  # a programme that stands in full under an earlier sasaran

    @property
    def kunci(self) -> str:
        """The anchor on the page."""
        return f"{self.model}-{self.pk}"

    @property
    def alamat_ubah(self) -> str:
        """Where the row is changed."""
        aplikasi = "kinerja" if self.model == "indikator" else "renstra"
        return reverse(f"admin:{aplikasi}_{self.model}_change", args=[self.pk])

    @property
    def jumlah_kurang(self) -> int:
        """How much is missing here and below."""
        return len(self.kurang) + sum(a.jumlah_kurang for a in self.anak)


@dataclass(frozen=True)
class PohonRencana:
    """The plan of a year; ``renstra`` None where no Renstra covers it."""

    renstra: Renstra | None
    akar: tuple[Simpul, ...]
    luar: tuple[Simpul, ...]  # programmes that serve no sasaran
    jumlah_indikator: int
    jumlah_program: int

    @property
    def jumlah_kurang(self) -> int:
        """How much is missing in all."""
        return sum(s.jumlah_kurang for s in (*self.akar, *self.luar))


def renstra_pada(kantor: PerangkatDaerah, tahun: int) -> Renstra | None:
    """Return the Renstra that covers a year; of two the later one."""
    return (
        Renstra.objects.filter(
            perangkat_daerah=kantor, periode__tahun_awal__lte=tahun, periode__tahun_akhir__gte=tahun
        )
        .select_related("periode", "perangkat_daerah")
        .order_by("-periode__tahun_awal")
        .first()
    )


class _Bahan:
    """Rows of a year, read once."""

    def __init__(self, kantor: PerangkatDaerah, tahun: int) -> None:
        self.tahun = tahun
        self.renstra = renstra_pada(kantor, tahun)
        milik = {"program__perangkat_daerah": kantor, "program__tahun": tahun}
        self.program = {
            p.pk: p
            for p in Program.objects.filter(perangkat_daerah=kantor, tahun=tahun)
            .select_related("nomenklatur")
            .order_by("nomenklatur__kode")
        }
        self.kegiatan: dict[int, list[Kegiatan]] = defaultdict(list)
        for k in Kegiatan.objects.filter(**milik).select_related("nomenklatur").order_by("nomenklatur__kode"):
            self.kegiatan[k.program_id].append(k)
        self.sub: dict[int, list[SubKegiatan]] = defaultdict(list)
        for s in (
            SubKegiatan.objects.filter(
                kegiatan__program__perangkat_daerah=kantor, kegiatan__program__tahun=tahun
            )
            .select_related("nomenklatur")
            .order_by("nomenklatur__kode")
        ):
            self.sub[s.kegiatan_id].append(s)
        self.peta = list(SasaranProgram.objects.filter(**milik).order_by("program__nomenklatur__kode"))
        self.unit = {u.pk: u.nama for u in UnitKerja.objects.filter(perangkat_daerah=kantor)}
        self.indikator: dict[str, list[Indikator]] = defaultdict(list)
        for i in Indikator.objects.filter(perangkat_daerah=kantor).order_by("urutan", "kode"):
            self.indikator[kunci_node(i)].append(i)
        self.definisi: dict[int, DefinisiIndikator] = {}
        for d in (
            DefinisiIndikator.objects.filter(indikator__perangkat_daerah=kantor, mulai_tahun__lte=tahun)
            .select_related("satuan")
            .order_by("mulai_tahun")
        ):
            self.definisi[d.indikator_id] = d
        self.target = _target_tahun(kantor, tahun)


def kunci_node(i: Indikator) -> str:
    """Return the name of the row that an indicator measures."""
    for nama in ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan"):
        pk = getattr(i, f"{nama}_id")
        if pk is not None:
            return f"{nama}-{pk}"
    raise ValueError("indikator tanpa induk")


def _target_tahun(kantor: PerangkatDaerah, tahun: int) -> dict[int, tuple[str, Nilai]]:
    """Return the target of a year by indicator with its document: RKT, else Renstra, else DPA."""
    hasil: dict[int, tuple[str, Nilai]] = {}
    milik = {"indikator__perangkat_daerah": kantor}
    dpa = (
        DPA.objects.filter(perangkat_daerah=kantor, tahun=tahun, ditetapkan_pada__isnull=False)
        .filter(target__isnull=False)
        .order_by("-urutan")
        .values("pk")[:1]
    )
    renstra = TargetRenstra.objects.filter(**milik, tahun=tahun, versi__mulai_tahun__lte=tahun)
    sumber: tuple[tuple[str, Any], ...] = (
        ("DPA", TargetDPA.objects.filter(dpa__in=dpa)),
        ("Renstra", renstra.order_by("versi__nomor")),
        ("RKT", TargetRKT.objects.filter(**milik, tahun=tahun)),
    )
    for nama, rows in sumber:
        for t in rows.select_related("predikat"):
            hasil[t.indikator_id] = (nama, t)
    return hasil


def build_pohon(kantor: PerangkatDaerah, tahun: int) -> PohonRencana:
    """Return the tree of a year: tujuan, sasaran, indikator, program, kegiatan, sub kegiatan."""
    b = _Bahan(kantor, tahun)
    tujuan = list(Tujuan.objects.filter(renstra=b.renstra).order_by("urutan")) if b.renstra else []
    sasaran = list(Sasaran.objects.filter(renstra=b.renstra).order_by("urutan")) if b.renstra else []
    pembuat = _Pembuat(b)
    akar = [pembuat.tujuan(t, [s for s in sasaran if s.tujuan_id == t.pk]) for t in tujuan]
    akar += [pembuat.sasaran(s, "Sasaran SK IKU") for s in sasaran if s.tujuan_id is None]
    tampak = {p.sasaran_id for p in b.peta} & {s.pk for s in sasaran}
    terpakai = {p.program_id for p in b.peta if p.sasaran_id in tampak}
    luar = [pembuat.program(p) for p in b.program.values() if p.pk not in terpakai]
    return PohonRencana(
        renstra=b.renstra,
        akar=tuple(akar),
        luar=tuple(luar),
        jumlah_indikator=pembuat.jumlah_indikator,
        jumlah_program=len(b.program),
    )


class _Pembuat:
    """Makes nodes in words."""

    def __init__(self, b: _Bahan) -> None:
        self.b = b
        self.jumlah_indikator = 0
        self.sudah: set[int] = set()

    def tujuan(self, t: Tujuan, sasaran: Sequence[Sasaran]) -> Simpul:
        """A tujuan with its indicators and sasaran."""
        simpul = Simpul(f"Tujuan {t.urutan}", t.uraian, "tujuan", t.pk, anak=self.indikator(f"tujuan-{t.pk}"))
        if not sasaran:
            simpul.kurang.append("Belum ada sasaran")
        simpul.anak += [self.sasaran(s, "Sasaran") for s in sasaran]
        return simpul

    def sasaran(self, s: Sasaran, sebutan: str) -> Simpul:
        """A sasaran with its indicators and the programmes that serve it."""
        simpul = Simpul(
            f"{sebutan} {s.urutan}", s.uraian, "sasaran", s.pk, anak=self.indikator(f"sasaran-{s.pk}")
        )
        if not simpul.anak:
            simpul.kurang.append("Belum ada indikator")
        peta = [p for p in self.b.peta if p.sasaran_id == s.pk and p.program_id in self.b.program]
        if not peta:
            simpul.kurang.append("Belum ada program pendukung")
        simpul.anak += [self.program(self.b.program[p.program_id], p) for p in peta]
        return simpul

    def program(self, p: Program, peta: SasaranProgram | None = None) -> Simpul:
        """A programme, in full where it stands first."""
        simpul = Simpul("Program", f"{p.kode} {p.nama}", "program", p.pk, rincian=self._unit(p.unit_id))
        if peta is not None:
            simpul.rincian.insert(0, f"porsi {_persen(peta.porsi_persen)} untuk sasaran ini")
        if p.pk in self.sudah:
            simpul.is_ulang = True
            return simpul
        self.sudah.add(p.pk)
        porsi = sum((x.porsi_persen for x in self.b.peta if x.program_id == p.pk), Decimal(0))
        if porsi < SERATUS:
            simpul.kurang.append(f"Porsi {_persen(porsi)} dari 100%")
        simpul.anak = self.indikator(f"program-{p.pk}")
        if not simpul.anak:
            simpul.kurang.append("Belum ada indikator")
        kegiatan = self.b.kegiatan[p.pk]
        if not kegiatan:
            simpul.kurang.append("Belum ada kegiatan")
        simpul.anak += [self.kegiatan(k) for k in kegiatan]
        return simpul

    def kegiatan(self, k: Kegiatan) -> Simpul:
        """A kegiatan with its indicators and sub kegiatan."""
        simpul = Simpul("Kegiatan", f"{k.kode} {k.nama}", "kegiatan", k.pk, rincian=self._unit(k.unit_id))
        simpul.anak = self.indikator(f"kegiatan-{k.pk}")
        sub = self.b.sub[k.pk]
        if not simpul.anak:
            simpul.kurang.append("Belum ada indikator")
        if not sub:
            simpul.kurang.append("Belum ada sub kegiatan")
        simpul.anak += [self.sub_kegiatan(s) for s in sub]
        return simpul

    def sub_kegiatan(self, s: SubKegiatan) -> Simpul:
        """A sub kegiatan with its indicators."""
        simpul = Simpul(
            "Sub kegiatan", f"{s.kode} {s.nama}", "subkegiatan", s.pk, rincian=self._unit(s.unit_id)
        )
        simpul.anak = self.indikator(f"sub_kegiatan-{s.pk}")
        if not simpul.anak:
            simpul.kurang.append("Belum ada indikator")
        return simpul

    def indikator(self, kunci: str) -> list[Simpul]:
        """The indicators of a node."""
        return [self._indikator(i) for i in self.b.indikator[kunci]]

    def _indikator(self, i: Indikator) -> Simpul:
        self.jumlah_indikator += 1
        simpul = Simpul("Indikator", i.nama, "indikator", i.pk, is_iku=i.is_iku)
        d = self.b.definisi.get(i.pk)
        if d is None:
            simpul.kurang.append(f"Belum ada definisi untuk tahun {self.b.tahun}")
            return simpul
        simpul.rincian = [d.satuan.nama if d.satuan else d.get_jenis_display(), d.get_arah_display().lower()]
        sumber, target = self.b.target.get(i.pk, ("", None))
        teks = sebut_target(target, d)
        if teks == BELUM_DIISI:
            simpul.kurang.append(f"Target {self.b.tahun} belum diisi")
        else:
            simpul.rincian.append(f"target {self.b.tahun} {teks} ({sumber})")
        if d.penanggung_jawab_id in self.b.unit:
            simpul.rincian.append(self.b.unit[d.penanggung_jawab_id])
        elif not (i.program_id or i.kegiatan_id or i.sub_kegiatan_id):
            simpul.kurang.append("Penanggung jawab belum ditentukan")
        return simpul

    def _unit(self, pk: int | None) -> list[str]:
        return [self.b.unit[pk]] if pk in self.b.unit and pk is not None else []


def sebut_target(target: Nilai | None, d: DefinisiIndikator) -> str:
    """Return a target as it is printed. The target needs ``predikat``."""
    if target is None:
        return BELUM_DIISI
    kode = target.predikat.kode if target.predikat is not None else ""
    return sebut_nilai(target.nilai, target.nilai_atas, kode, d.desimal)


def _persen(nilai: Decimal) -> str:
    return f"{format_angka(nilai)}%"
