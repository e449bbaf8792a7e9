"""The page of a rencana aksi as data: targets by quarter, what they give together, and the actions.

A column is a quarter: semester targets stand in TW II and TW IV, yearly ones in TW IV. Names in the form:
``i<indikator>-<periode>-nilai`` (see ``forms_nilai``) and ``a<aksi>-…`` or ``b<n>-…`` for new actions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.alur_rencana_aksi import IsiAksi, IsiTargetPeriode
from kinerja.bahan_pk import sebut_satuan, sebut_target, target_berurut
from kinerja.forms_nilai import SelNilai, Skala, baca_sel, build_sel
from kinerja.kunci_rencana import Kunci, Sel, kantor_pk, muat_kunci, target_terkunci
from kinerja.models import Aksi, DefinisiIndikator, PerjanjianKinerja, SkalaNilai, TargetPeriode, TargetPK
from kinerja.periksa_rencana import TargetSatuPeriode, periksa_gabungan
from kinerja.pilihan import (
    PERIODE_FREKUENSI,
    TRIWULAN_PERIODE,
    Frekuensi,
    JenisNilai,
    MetodePeriode,
    Periode,
)
from kinerja.rumus import MetodeTriwulan
from kinerja.sebut_nilai import sebut_angka
from kinerja.tanggung_jawab import definisi_kantor
from organisasi.models import UnitKerja
from renstra.models import SubKegiatan

BARIS_KOSONG = 3
TRIWULAN = (1, 2, 3, 4)
Pilihan = tuple[tuple[str, str], ...]


@dataclass
class SelPeriode:
    """A cell of the table: a period that is asked in this quarter, or none."""

    periode: str = ""
    nama: str = ""
    sel: SelNilai | None = None


@dataclass
class BarisRencana:
    """One indicator of the PK with its targets by period."""

    target: TargetPK
    definisi: DefinisiIndikator | None
    satuan: str
    setahun: str
    metode: str
    kolom: list[SelPeriode]
    predikat: Mapping[int, SkalaNilai]

    @property
    def diminta(self) -> list[SelPeriode]:
        """The cells that are asked."""
        return [s for s in self.kolom if s.sel is not None]

    @property
    def bergalat(self) -> bool:
        """Whether a cell is refused or asked about."""
        return any(s.sel and not s.sel.is_sah for s in self.kolom)

    @property
    def catatan(self) -> str:
        """What keeps the periods from giving the year's target; approved blanks of the past stand outside."""
        d = self.definisi
        if d is None:
            return "Definisi indikator ini belum diisi untuk tahun ini."
        periode = [
            _satu(s, self.predikat)
            for s in self.diminta
            if s.sel and not (s.sel.terkunci and s.sel.isi == (None, None, None))
        ]
        if not periode:
            return ""
        setahun = _ke_angka(
            (self.target.nilai, self.target.nilai_atas, self.target.predikat_id), self.predikat
        )
        if d.jenis == JenisNilai.PREDIKAT:
            kode = {Decimal(p.peringkat): p.kode for p in self.predikat.values() if p.skala == d.skala}
            return periksa_gabungan(
                periode, MetodeTriwulan(d.metode), setahun, lambda n: kode.get(n, str(n)), None
            )
        return periksa_gabungan(
            periode, MetodeTriwulan(d.metode), setahun, lambda n: sebut_angka(n, d.desimal), d.desimal
        )


def _satu(s: SelPeriode, predikat: Mapping[int, SkalaNilai]) -> TargetSatuPeriode:
    assert s.sel is not None
    bawah, atas = _ke_angka(s.sel.isi, predikat)
    return TargetSatuPeriode(s.nama, bawah, atas)


def _ke_angka(
    isi: tuple[Decimal | None, Decimal | None, int | None], predikat: Mapping[int, SkalaNilai]
) -> tuple[Decimal | None, Decimal | None]:
    if isi[2] is not None:
        return Decimal(predikat[isi[2]].peringkat), None
    return isi[0], isi[1]


@dataclass
class BarisAksi:
    """One action as stored or typed; ``kunci`` is its name in the form."""

    kunci: str
    aksi_id: int | None = None
    uraian: str = ""
    keluaran: str = ""
    unit: str = ""
    periode: str = ""
    sub_kegiatan: str = ""
    hapus: bool = False
    terkunci: bool = False
    galat: str = ""
    sebut_unit: str = ""
    sebut_periode: str = ""
    sebut_sub: str = ""

    @property
    def is_kosong(self) -> bool:
        """Whether a new row was left alone."""
        return self.aksi_id is None and not (self.uraian or self.keluaran)


@dataclass
class LembarRencana:
    """Everything that the page of a plan shows."""

    baris: list[BarisRencana]
    aksi: list[BarisAksi]
    pilihan_unit: Pilihan
    pilihan_sub: Pilihan
    pilihan_periode: Pilihan = field(default=tuple((p.value, p.label) for p in Periode))

    @property
    def is_sah(self) -> bool:
        """Whether everything typed can be saved."""
        return not any(b.bergalat for b in self.baris) and not any(a.galat for a in self.aksi)

    @property
    def jumlah_peringatan(self) -> int:
        """How many indicators do not add up."""
        return sum(1 for b in self.baris if b.catatan)

    def isi_target(self) -> dict[Sel, IsiTargetPeriode]:
        """Return the typed targets; locked cells are not named."""
        return {
            (b.target.indikator_id, s.periode): IsiTargetPeriode(*s.sel.isi)
            for b in self.baris
            for s in b.diminta
            if s.sel and not s.sel.terkunci
        }

    def aksi_terketik(self) -> list[BarisAksi]:
        """Return the rows that a save concerns."""
        return [a for a in self.aksi if not a.is_kosong and not a.terkunci]

    def isi_aksi(self) -> list[IsiAksi]:
        """Return the typed actions in the order of ``aksi_terketik``."""
        return [
            IsiAksi(
                kunci=a.aksi_id,
                uraian=a.uraian,
                keluaran=a.keluaran,
                unit_id=int(a.unit or 0),
                periode=a.periode,
                sub_kegiatan_id=int(a.sub_kegiatan) if a.sub_kegiatan else None,
                hapus=a.hapus,
            )
            for a in self.aksi_terketik()
        ]


# Reading -----------------------------------------------------------------------------------------------


def build_lembar_rencana(pk: PerjanjianKinerja, skala: Skala) -> LembarRencana:
    """Read the plan of a revision: a constant number of queries.

    In a draft the approved quarters show what the revision in force holds: that is what will be set.
    """
    kantor = kantor_pk(pk)
    kunci = muat_kunci(kantor, pk.tahun)
    definisi = definisi_kantor(kantor, pk.tahun)
    ada: dict[Sel, TargetPeriode] = {
        (t.indikator_id, t.periode): t
        for t in TargetPeriode.objects.filter(rencana_aksi__perjanjian=pk).select_related("predikat")
    }
    if not pk.is_ditetapkan:
        ada.update(target_terkunci(pk, kunci))
    predikat = {s.pk: s for semua in skala.values() for s in semua}
    baris = [_baris(t, definisi.get(t.indikator_id), ada, kunci, skala, predikat) for t in target_berurut(pk)]
    unit = UnitKerja.objects.filter(perangkat_daerah=kantor).order_by("urutan")
    sub = SubKegiatan.objects.filter(
        kegiatan__program__perangkat_daerah=kantor, kegiatan__program__tahun=pk.tahun
    ).select_related("nomenklatur")
    return LembarRencana(
        baris=baris,
        aksi=_muat_aksi(pk, kunci),
        pilihan_unit=tuple((str(u.pk), u.nama) for u in unit),
        pilihan_sub=tuple((str(s.pk), str(s)) for s in sorted(sub, key=lambda s: s.kode)),
    )


def _baris(
    t: TargetPK,
    d: DefinisiIndikator | None,
    ada: Mapping[Sel, TargetPeriode],
    kunci: Kunci,
    skala: Skala,
    predikat: Mapping[int, SkalaNilai],
) -> BarisRencana:
    kolom = {n: SelPeriode() for n in TRIWULAN}
    for p in PERIODE_FREKUENSI[Frekuensi(d.frekuensi)] if d else ():
        sel = build_sel(
            f"i{t.indikator_id}-{p.value}",
            f"Target {p.label}, {t.indikator.nama}",
            d,
            ada.get((t.indikator_id, p.value)),
            skala,
            terkunci=kunci.is_sel(t.indikator_id, p.value),
        )
        kolom[TRIWULAN_PERIODE[p]] = SelPeriode(p.value, p.label, sel)
    return BarisRencana(
        target=t,
        definisi=d,
        satuan=sebut_satuan(d),
        setahun=sebut_target(t, d),
        metode=MetodePeriode(d.metode).label if d else "",
        kolom=[kolom[n] for n in TRIWULAN],
        predikat=predikat,
    )


def _muat_aksi(pk: PerjanjianKinerja, kunci: Kunci) -> list[BarisAksi]:
    simpanan = Aksi.objects.filter(rencana_aksi__perjanjian=pk).select_related(
        "unit", "sub_kegiatan__nomenklatur"
    )
    hasil = [
        BarisAksi(
            kunci=f"a{a.pk}",
            aksi_id=a.pk,
            uraian=a.uraian,
            keluaran=a.keluaran,
            unit=str(a.unit_id),
            periode=a.periode,
            sub_kegiatan=str(a.sub_kegiatan_id or ""),
            terkunci=kunci.is_unit(a.unit_id, a.periode),
            sebut_unit=a.unit.nama,
            sebut_periode=Periode(a.periode).label,
            sebut_sub=str(a.sub_kegiatan or ""),
        )
        for a in simpanan.order_by("urutan")
    ]
    return hasil + [BarisAksi(kunci=f"b{n}") for n in range(1, BARIS_KOSONG + 1)]


# Typed ---------------------------------------------------------------------------------------------------


def baca_rencana(data: Mapping[str, str], lembar: LembarRencana) -> LembarRencana:
    """Fill the page from a POST: every cell by the one parser, every action with its choices."""
    for b in lembar.baris:
        for s in b.diminta:
            if s.sel is not None:
                baca_sel(data, s.sel, b.definisi, b.target.nilai)
    sah = defaultdict(
        set,
        unit={k for k, _ in lembar.pilihan_unit},
        periode={k for k, _ in lembar.pilihan_periode},
        sub_kegiatan={k for k, _ in lembar.pilihan_sub} | {""},
    )
    for a in lembar.aksi:
        if not a.terkunci and f"{a.kunci}-uraian" in data:
            _baca_aksi(data, a, sah)
    return lembar


def _baca_aksi(data: Mapping[str, str], a: BarisAksi, sah: Mapping[str, set[str]]) -> None:
    for nama in ("uraian", "keluaran", "unit", "periode", "sub_kegiatan"):
        setattr(a, nama, data.get(f"{a.kunci}-{nama}", "").strip())
    a.hapus = bool(data.get(f"{a.kunci}-hapus"))
    if a.is_kosong or a.hapus:
        return
    if not a.uraian:
        a.galat = "Tulis uraian aksi, misalnya: Survei kepuasan masyarakat di loket pelayanan."
    elif a.unit not in sah["unit"]:
        a.galat = "Pilih unit kerja yang melaksanakan aksi ini."
    elif a.periode not in sah["periode"]:
        a.galat = "Pilih periode pelaksanaan aksi ini."
    elif a.sub_kegiatan not in sah["sub_kegiatan"]:
        a.galat = "Sub kegiatan ini tidak ada pada tahun ini. Pilih dari daftar."
    elif len(a.keluaran) > 250:
        a.galat = f"Keluaran {len(a.keluaran)} huruf; paling banyak 250. Persingkat."


def cari_sel(lembar: LembarRencana, sel: Sel) -> tuple[SelNilai, DefinisiIndikator | None] | None:
    """Return the cell of an indicator and period."""
    for b in lembar.baris:
        if b.target.indikator_id == sel[0]:
            for s in b.diminta:
                if s.periode == sel[1] and s.sel is not None:
                    return s.sel, b.definisi
    return None


def daftar_galat(lembar: LembarRencana) -> Sequence[tuple[str, str]]:
    """Return (anchor, sentence) of everything that is refused or asked."""
    hasil = [
        (s.sel.kunci, f"{s.sel.label}: {s.sel.semua_galat}")
        for b in lembar.baris
        for s in b.diminta
        if s.sel and not s.sel.is_sah
    ]
    return hasil + [(a.kunci, f"Aksi: {a.galat}") for a in lembar.aksi if a.galat]
