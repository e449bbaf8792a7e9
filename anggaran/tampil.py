"""The DPA as pages show it: every text is made here, the templates only place it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from anggaran import bahan
from anggaran.bahan import Belanja, Pohon
from anggaran.beda import BedaDPA, BedaPagu, Kunci, Simpul, Ubah, jumlahkan
from anggaran.models import DPA
from anggaran.periksa import sebut_kurang
from anggaran.rumus import compute_serapan
from sakip.umum.angka import STRIP, format_angka, format_persen, format_rupiah
from sakip.umum.hitung import Capaian, Keadaan
from sakip.umum.tanggal import format_tanggal

BELUM_DIISI = "Belum diisi"
TANDA_UBAH = {
    Ubah.TETAP: ("lewat", "Tetap"),
    Ubah.BERUBAH: ("proses", "Berubah"),
    Ubah.BARU: ("baik", "Ditambahkan"),
    Ubah.DIHAPUS: ("awas", "Dihapus"),
}
NAMA_TINGKAT = {1: "program", 2: "kegiatan", 3: "sub kegiatan"}


def nama_masukan(kunci: Kunci) -> str:
    """Return the name of the input of a node."""
    return f"pagu-{kunci[0]}-{kunci[1]}"


def bertanda(nilai: Decimal) -> str:
    """Return a difference with its sign: "+321.841.804"."""
    return f"+{format_angka(nilai)}" if nilai > 0 else format_angka(nilai)


def sebut_serapan(serapan: Capaian) -> str:
    """Return "97,64%", or in words why there is no percentage."""
    if serapan.nilai is not None:
        return format_persen(serapan.nilai)
    return (
        BELUM_DIISI if serapan.keadaan is Keadaan.BELUM_DIISI else f"Tidak dapat dihitung: {serapan.alasan}"
    )


# Versions -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class VersiDPA:
    """One version in the list."""

    dpa: DPA
    nomor: str
    tanggal: str
    jumlah: str
    selisih: str
    tanda: str
    kata: str
    jumlah_baris: int


def daftar_versi(versi: Sequence[DPA], pagu: Mapping[int, Mapping[Kunci, Decimal]]) -> list[VersiDPA]:
    """Return the versions of a year with their totals and the difference to the one before."""
    berlaku = bahan.dpa_berlaku(list(versi))
    hasil = []
    sebelum: Decimal | None = None
    for d in versi:
        jumlah = bahan.total(pagu[d.pk])
        tanda, kata = ("kosong", "Konsep") if not d.is_ditetapkan else ("lewat", "Digantikan")
        if berlaku is not None and d.pk == berlaku.pk:
            tanda, kata = "baik", "Berlaku"
        hasil.append(
            VersiDPA(
                dpa=d,
                nomor=d.nomor or BELUM_DIISI,
                tanggal=format_tanggal(d.tanggal) if d.tanggal else BELUM_DIISI,
                jumlah=format_angka(jumlah) if pagu[d.pk] else BELUM_DIISI,
                selisih=STRIP if sebelum is None else bertanda(jumlah - sebelum),
                tanda=tanda,
                kata=kata,
                jumlah_baris=len(pagu[d.pk]),
            )
        )
        sebelum = jumlah
    return hasil


# Spending -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BarisSerapan:
    """Ceiling and spending so far of a programme, or of all."""

    kode: str
    nama: str
    pagu: str
    realisasi: str
    serapan: str
    sisa: str
    rincian: str


@dataclass(frozen=True)
class Serapan:
    """Spending so far against one version."""

    baris: tuple[BarisSerapan, ...]
    jumlah: BarisSerapan
    is_ada: bool


def build_serapan(pohon: Pohon, pagu: Mapping[Kunci, Decimal], belanja: Mapping[Kunci, Belanja]) -> Serapan:
    """Return ceiling, spending so far and its share of the ceiling by programme and in all."""
    atas, terpakai = jumlahkan(pohon.simpul, pagu), bahan.jumlah_belanja(pohon, belanja)
    baris = tuple(
        _baris_serapan(
            s.kode, s.nama, atas.get(s.kunci), terpakai.get(s.kunci), _lengkap(pohon, pagu, belanja, s)
        )
        for s in pohon.simpul
        if s.tingkat == 1 and (s.kunci in atas or s.kunci in terpakai)
    )
    jumlah = _baris_serapan(
        "",
        "JUMLAH",
        bahan.total(pagu) if pagu else None,
        sum((b.jumlah for b in belanja.values()), Decimal(0)) if belanja else None,
        "",
    )
    return Serapan(baris, jumlah, bool(belanja))


def _lengkap(
    pohon: Pohon, pagu: Mapping[Kunci, Decimal], belanja: Mapping[Kunci, Belanja], program: Simpul
) -> str:
    """Return how many ceilings of a programme have their whole year of spending."""
    milik = [k for k in pagu if pohon.program[k] == program.kunci[1]]
    penuh = sum(1 for k in milik if k in belanja and belanja[k].is_lengkap)
    return f"lengkap setahun {penuh} dari {len(milik)} pagu" if milik else ""


def _baris_serapan(
    kode: str, nama: str, pagu: Decimal | None, realisasi: Decimal | None, rincian: str
) -> BarisSerapan:
    return BarisSerapan(
        kode=kode,
        nama=nama,
        pagu=BELUM_DIISI if pagu is None else format_angka(pagu),
        realisasi=BELUM_DIISI if realisasi is None else format_angka(realisasi),
        serapan=sebut_serapan(compute_serapan(pagu=pagu, realisasi=realisasi)),
        sisa=STRIP if pagu is None or realisasi is None else format_angka(pagu - realisasi),
        rincian=rincian,
    )


# Table of one version -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Isian:
    """One amount as typed, and what is wrong with it."""

    teks: str = ""
    galat: str = ""


@dataclass(frozen=True)
class BarisPagu:
    """One row of the table of a version."""

    nama_masukan: str
    tingkat: int
    kode: str
    nama: str
    sebelum: str
    realisasi: str
    jumlah: str
    is_masukan: bool
    teks: str
    galat: str
    catatan: str
    serapan: str


@dataclass(frozen=True)
class TabelPagu:
    """The table of a version with its totals."""

    baris: tuple[BarisPagu, ...]
    jumlah: str
    jumlah_sebelum: str
    jumlah_realisasi: str
    serapan: str
    galat: tuple[tuple[str, str, str], ...]  # anchor, row, sentence


@dataclass(frozen=True)
class BahanTabel:
    """What the table of a version is built from, in rupiah."""

    dpa: DPA
    pohon: Pohon
    tempat: frozenset[Kunci]
    pagu: Mapping[Kunci, Decimal]
    sebelum: Mapping[Kunci, Decimal]
    belanja: Mapping[Kunci, Belanja]
    isian: Mapping[Kunci, Isian] = field(default_factory=dict)
    terbaca: Mapping[Kunci, Decimal | None] = field(default_factory=dict)
    is_terbuka: bool = False


def build_tabel(b: BahanTabel) -> TabelPagu:
    """Return the rows of a version; sums are made of what was typed where something was."""
    kini: dict[Kunci, Decimal] = dict(b.pagu)
    for kunci, nilai in b.terbaca.items():
        kini.pop(kunci, None)
        if nilai is not None:
            kini[kunci] = nilai
    atas = jumlahkan(b.pohon.simpul, kini)
    dulu = jumlahkan(b.pohon.simpul, b.sebelum)
    terpakai = bahan.jumlah_belanja(b.pohon, b.belanja)
    kurang = bahan.di_bawah_belanja(kini, b.belanja)
    baris = [_baris_pagu(b, s, atas, dulu, terpakai, kurang) for s in b.pohon.simpul]
    belanja = sum((x.jumlah for x in b.belanja.values()), Decimal(0)) if b.belanja else None
    return TabelPagu(
        baris=tuple(baris),
        jumlah=format_angka(bahan.total(kini)),
        jumlah_sebelum=format_angka(bahan.total(b.sebelum)),
        jumlah_realisasi=BELUM_DIISI if belanja is None else format_angka(belanja),
        serapan=sebut_serapan(compute_serapan(pagu=bahan.total(kini) if kini else None, realisasi=belanja)),
        galat=tuple((r.nama_masukan, f"{r.kode} {r.nama}", r.galat) for r in baris if r.galat),
    )


def _baris_pagu(
    b: BahanTabel,
    s: Simpul,
    atas: Mapping[Kunci, Decimal],
    dulu: Mapping[Kunci, Decimal],
    terpakai: Mapping[Kunci, Decimal],
    kurang: Mapping[Kunci, tuple[Decimal, Decimal]],
) -> BarisPagu:
    tersimpan = b.pagu.get(s.kunci)
    isian = b.isian.get(s.kunci, Isian("" if tersimpan is None else format_angka(tersimpan)))
    is_masukan = b.is_terbuka and s.kunci in b.tempat
    return BarisPagu(
        nama_masukan=nama_masukan(s.kunci),
        tingkat=s.tingkat,
        kode=s.kode,
        nama=s.nama,
        sebelum=_rupiah(dulu, s.kunci),
        realisasi=_rupiah(terpakai, s.kunci),
        jumlah=_rupiah(atas, s.kunci),
        is_masukan=is_masukan,
        teks=isian.teks,
        galat=isian.galat,
        catatan=_catatan(b, s, isian, kurang),
        serapan=sebut_serapan(compute_serapan(pagu=atas.get(s.kunci), realisasi=terpakai.get(s.kunci))),
    )


def _catatan(b: BahanTabel, s: Simpul, isian: Isian, kurang: Mapping[Kunci, tuple[Decimal, Decimal]]) -> str:
    """Return what stands under an amount: below the spending, stored otherwise, on another level."""
    hasil = []
    tersimpan = b.pagu.get(s.kunci)
    if s.kunci in b.isian and not isian.galat and b.terbaca.get(s.kunci) != tersimpan:
        hasil.append(f"Tersimpan: {BELUM_DIISI if tersimpan is None else format_rupiah(tersimpan)}.")
    if s.kunci in kurang and not isian.galat and (s.kunci in b.tempat or s.kunci in b.pagu):
        teks = sebut_kurang(b.dpa, *kurang[s.kunci])
        hasil.append(teks[0].upper() + teks[1:])
    if tersimpan is not None and b.is_terbuka and s.kunci not in b.tempat:
        hasil.append(
            f"{format_rupiah(tersimpan)} tercatat pada tingkat {NAMA_TINGKAT[s.tingkat]}. Isi pada tingkat "
            "di bawahnya; catatan ini hilang saat disimpan."
        )
    return " ".join(hasil)


def _rupiah(isi: Mapping[Kunci, Decimal], kunci: Kunci) -> str:
    return format_angka(isi[kunci]) if kunci in isi else BELUM_DIISI


# Diff -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class BarisBeda:
    """One row of the diff."""

    tingkat: int
    kode: str
    nama: str
    lama: str
    baru: str
    selisih: str
    persen: str
    ubah: str
    tanda: str
    kata: str


def build_beda(beda: BedaDPA) -> tuple[tuple[BarisBeda, ...], BarisBeda]:
    """Return the rows of a diff and its total in words."""
    return tuple(_baris_beda(b) for b in beda.baris), _baris_beda(beda.jumlah)


def _baris_beda(b: BedaPagu) -> BarisBeda:
    tanda, kata = TANDA_UBAH[b.ubah]
    persen = "" if b.persen is None or b.ubah is Ubah.TETAP else format_persen(b.persen, batas=())
    return BarisBeda(
        tingkat=b.tingkat,
        kode=b.kode,
        nama=b.nama,
        lama=STRIP if b.lama is None else format_angka(b.lama),
        baru=STRIP if b.baru is None else format_angka(b.baru),
        selisih=bertanda(b.selisih),
        persen=f"+{persen}" if persen and b.selisih > 0 else persen,
        ubah=str(b.ubah),
        tanda=tanda,
        kata=kata,
    )
