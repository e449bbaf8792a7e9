"""Days of DPA and Perjanjian Kinerja in an order that cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from pelaporan.periksa.bahan import BahanPeriksa, FaktaDokumen
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from sakip.umum.tanggal import format_tanggal


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find days outside the year and revisions before their elders (galat), and a PK before its DPA.

    A document whose day is wrong in itself is not compared with others: one cause, one finding.
    """
    semua = [("dpa", bahan.dpa), ("pk", bahan.pk)]
    luar = [(t, d) for t, daftar in semua for d in daftar if _di_luar(bahan, d)]
    tahun = bahan.konteks.identitas.tahun
    for tautan, d in luar:
        assert d.tanggal is not None
        hari = format_tanggal(d.tanggal)
        yield _temuan(
            Tingkat.GALAT,
            tautan,
            f"{d.nama} bertanggal {hari}, di luar tahun {tahun}. Perbaiki tanggalnya.",
            ((d.nama, hari), ("tahun", str(tahun))),
        )
    for tautan, daftar in semua:
        for lama, baru in _terbalik([d for d in daftar if (tautan, d) not in luar]):
            yield _pasangan(Tingkat.GALAT, tautan, baru, lama, "Perbaiki salah satunya.")
    for pk, dpa in pasangan_pk(bahan):
        if pk.tanggal is not None and dpa.tanggal is not None and pk.tanggal < dpa.tanggal:
            lanjut = (
                "PK itu memuat anggaran menurut DPA tersebut. Periksa tanggal atau DPA-nya, atau tulis "
                "alasannya."
            )
            yield _pasangan(Tingkat.PERINGATAN, "pk", pk, dpa, lanjut)


def pasangan_pk(bahan: BahanPeriksa) -> Iterator[tuple[FaktaDokumen, FaktaDokumen]]:
    """Yield each PK with the DPA that it prints, where both days can stand in themselves."""
    janggal = [d for d in (*bahan.dpa, *bahan.pk) if d.tanggal is None or _di_luar(bahan, d)]
    for daftar in (bahan.dpa, bahan.pk):
        janggal += [baru for _, baru in _terbalik(daftar)]
    for pk in bahan.pk:
        dpa = next((d for d in bahan.dpa if d.revisi == pk.dpa), None)
        if dpa is not None and pk not in janggal and dpa not in janggal:
            yield pk, dpa


def _di_luar(bahan: BahanPeriksa, d: FaktaDokumen) -> bool:
    """Whether a day lies outside the year; a first DPA or PK may be approved just before it begins."""
    tahun = bahan.konteks.identitas.tahun
    awal = datetime.date(tahun, 1, 1) if d.revisi else datetime.date(tahun - 1, 11, 1)
    return d.tanggal is not None and not awal <= d.tanggal <= datetime.date(tahun, 12, 31)


def _terbalik(daftar: Sequence[FaktaDokumen]) -> Iterator[tuple[FaktaDokumen, FaktaDokumen]]:
    """Yield (elder, revision) where the revision's day is before the elder's."""
    lama: FaktaDokumen | None = None
    for d in daftar:
        if d.tanggal is None:
            continue
        if lama is not None and lama.tanggal is not None and d.tanggal < lama.tanggal:
            yield lama, d
        else:
            lama = d


def _pasangan(tingkat: Tingkat, tautan: str, satu: FaktaDokumen, acuan: FaktaDokumen, lanjut: str) -> Temuan:
    assert satu.tanggal is not None
    assert acuan.tanggal is not None
    hari, hari_acuan = format_tanggal(satu.tanggal), format_tanggal(acuan.tanggal)
    return _temuan(
        tingkat,
        tautan,
        f"{satu.nama} bertanggal {hari}, lebih awal daripada {acuan.nama} ({hari_acuan}). {lanjut}",
        ((satu.nama, hari), (acuan.nama, hari_acuan)),
    )


def _temuan(tingkat: Tingkat, tautan: str, pesan: str, nilai: tuple[tuple[str, str], ...]) -> Temuan:
    nama = nilai[0][0]
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=tingkat,
        lokasi=Lokasi("bab2.pk", f"Bab II, {nama}", nama),
        pesan=pesan,
        nilai=nilai,
        tautan=tautan,
        sebab=f"tanggal:{nama}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="urutan_tanggal",
    nama="Urutan tanggal DPA dan Perjanjian Kinerja",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014: PK setelah dokumen anggaran; isu 6 bagian 2: urutan tanggal",
    periksa=periksa,
)
