"""What is asked of a draft DPA before it is set: date, number, levels, spending, totals. Reads only."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from anggaran import bahan
from anggaran.beda import Kunci
from anggaran.models import DPA
from anggaran.pilihan import JenisDPA, TingkatAnggaran
from sakip.umum.angka import format_rupiah
from sakip.umum.tanggal import format_tanggal


class DPAGagal(ValueError):
    """A DPA that cannot be made, changed or set now; the text is for the person."""


def sebelum_dpa(dpa: DPA) -> DPA | None:
    """Return the version before one."""
    return (
        DPA.objects.filter(perangkat_daerah=dpa.perangkat_daerah_id, tahun=dpa.tahun, urutan__lt=dpa.urutan)
        .order_by("-urutan")
        .first()
    )


def is_terakhir(dpa: DPA) -> bool:
    """Whether no version of the year came after this one."""
    return not DPA.objects.filter(
        perangkat_daerah=dpa.perangkat_daerah_id, tahun=dpa.tahun, urutan__gt=dpa.urutan
    ).exists()


def salah_tanggal(dpa: DPA, sebelum: DPA | None) -> str:
    """Return what is wrong with a date: outside the year or before the version before; "" where nothing is.

    The murni may be of the last quarter before its year.
    """
    if dpa.tanggal is None:
        return ""
    awal = datetime.date(dpa.tahun - 1, 10, 1) if dpa.urutan == 0 else datetime.date(dpa.tahun, 1, 1)
    if not awal <= dpa.tanggal <= datetime.date(dpa.tahun, 12, 31):
        return (
            f"{format_tanggal(dpa.tanggal)}: tanggal {dpa.nama} berada pada tahun {dpa.tahun}, misalnya "
            f"3 Januari {dpa.tahun}."
        )
    if sebelum is not None and sebelum.tanggal is not None and dpa.tanggal < sebelum.tanggal:
        return f"Tanggal tidak boleh lebih awal daripada {sebelum.nama}, {format_tanggal(sebelum.tanggal)}."
    return ""


def wajib_tanggal(dpa: DPA, sebelum: DPA | None) -> None:
    """Raise DPAGagal where a date is wrong."""
    if salah := salah_tanggal(dpa, sebelum):
        raise DPAGagal(salah)


@dataclass(frozen=True)
class PeriksaDPA:
    """What stands in the way of setting a draft, what only warns, and its total in rupiah."""

    halangan: tuple[str, ...]
    peringatan: tuple[str, ...]
    jumlah: Decimal


def periksa_dpa(dpa: DPA) -> PeriksaDPA:
    """Return the checks of a draft: number, date, levels, spending, total of a pergeseran."""
    pohon = bahan.muat_pohon(dpa.perangkat_daerah, dpa.tahun)
    sebelum = sebelum_dpa(dpa)
    semua = bahan.muat_pagu([dpa, *([sebelum] if sebelum else [])])
    pagu = semua[dpa.pk]
    jumlah = bahan.total(pagu)
    belanja = bahan.muat_belanja(dpa.perangkat_daerah, dpa.tahun)
    halangan = [*_halangan_kepala(dpa, sebelum), *_halangan_tingkat(pohon, pagu)]
    if not pagu:
        halangan.append("Belum ada pagu. Isi paling sedikit satu pagu; 0 ditulis 0.")
    if is_terakhir(dpa):  # an older version was replaced: what was spent is held against the last one
        halangan += [
            f"{pohon.sebut(kunci)}: {sebut_kurang(dpa, nilai, terpakai)}"
            for kunci, (nilai, terpakai) in sorted(bahan.di_bawah_belanja(pagu, belanja).items())
        ]
    return PeriksaDPA(tuple(halangan), _peringatan(dpa, sebelum, pohon, semua), jumlah)


def sebut_kurang(dpa: DPA, pagu: Decimal, realisasi: Decimal) -> str:
    """Return the sentence about a ceiling below what is spent, with both figures."""
    nama = "pagu" if dpa.jenis == JenisDPA.MURNI else f"pagu {dpa.get_jenis_display().lower()}"
    return (
        f"{nama} {format_rupiah(pagu)} lebih kecil daripada realisasi {format_rupiah(realisasi)}. "
        "Periksa salah satunya."
    )


def _halangan_kepala(dpa: DPA, sebelum: DPA | None) -> list[str]:
    hasil = []
    if not dpa.nomor:
        hasil.append("Nomor belum diisi. Tulis nomor pada dokumen DPA.")
    if dpa.tanggal is None:
        hasil.append(f"Tanggal pengesahan belum diisi, misalnya 3 Januari {dpa.tahun}.")
    elif dpa.tanggal > timezone.localdate():
        hasil.append(f"Tanggal pengesahan {format_tanggal(dpa.tanggal)} belum tiba.")
    if salah := salah_tanggal(dpa, sebelum):
        hasil.append(salah)
    return hasil


def _halangan_tingkat(pohon: bahan.Pohon, pagu: Mapping[Kunci, Decimal]) -> list[str]:
    tingkat: dict[int, set[int]] = {}
    for kunci in pagu:
        tingkat.setdefault(pohon.program[kunci], set()).add(kunci[0])
    return [
        f"{pohon.sebut((TingkatAnggaran.PROGRAM, p))}: pagunya tercatat pada lebih dari satu tingkat. "
        "Pakai satu tingkat saja."
        for p, semua in sorted(tingkat.items())
        if len(semua) > 1
    ]


def _peringatan(
    dpa: DPA, sebelum: DPA | None, pohon: bahan.Pohon, semua: Mapping[int, Mapping[Kunci, Decimal]]
) -> tuple[str, ...]:
    pagu = semua[dpa.pk]
    hasil = []
    berisi = {pohon.program[kunci] for kunci in pagu}
    hasil += [
        f"{s.kode} {s.nama}: program ini belum berpagu. Tulis 0 bila memang tanpa anggaran."
        for s in pohon.simpul
        if s.tingkat == TingkatAnggaran.PROGRAM and s.kunci[1] not in berisi
    ]
    if sebelum is not None and dpa.jenis == JenisDPA.PERGESERAN:
        lama, baru = bahan.total(semua[sebelum.pk]), bahan.total(pagu)
        if lama != baru:
            hasil.append(
                f"Jumlah pergeseran {format_rupiah(baru)} berbeda dengan {sebelum.nama} "
                f"{format_rupiah(lama)}. Pergeseran biasanya tidak mengubah jumlah; periksa pagunya."
            )
    return tuple(hasil)
