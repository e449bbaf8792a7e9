"""Totals that do not agree: a guard against this program itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_anggaran, lokasi_tabel
from sakip.umum.angka import format_rupiah


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Compare the sums of Tabel 3.8 with JUMLAH, Tabel 2.6 with Tabel 3.8, and the PK with its DPA."""
    yield from _jumlah_tabel(bahan)
    yield from _pagu_dua_tabel(bahan)
    yield from _anggaran_pk(bahan)


def _jumlah_tabel(bahan: BahanPeriksa) -> Iterator[Temuan]:
    b = bahan.konteks.bab3
    program = [x for x in b.anggaran if x.tingkat == 1]
    tempat = lokasi_tabel(bahan.konteks, "t_anggaran", "JUMLAH", "JUMLAH")
    for nama, rincian, jumlah in (
        ("pagu", [x.pagu for x in program], b.jumlah_anggaran.pagu),
        ("realisasi", [x.realisasi for x in program], b.jumlah_anggaran.realisasi),
    ):
        isi = _jumlahkan(rincian)
        if isi is not None and jumlah.nilai is not None and isi != jumlah.nilai:
            yield _temuan(
                tempat, (f"jumlah {nama} program", format_rupiah(isi)), (f"JUMLAH {nama}", f"Rp{jumlah.teks}")
            )


def _jumlahkan(daftar: list[Angka]) -> Decimal | None:
    """Return the sum; None while one of them is blank."""
    ada = [a.nilai for a in daftar if a.nilai is not None]
    return sum(ada, Decimal(0)) if ada and len(ada) == len(daftar) else None


def _pagu_dua_tabel(bahan: BahanPeriksa) -> Iterator[Temuan]:
    k = bahan.konteks
    nomor = k.kerangka.tabel_ke("t_pagu").nomor
    bab2 = {b.kode: b.sesudah for b in (*k.bab2.pagu, k.bab2.jumlah_pagu) if b.sesudah is not None}
    for x in (*k.bab3.anggaran, k.bab3.jumlah_anggaran):
        satu = bab2.get(x.kode)
        if satu is None or satu.nilai is None or x.pagu.nilai is None or satu.nilai == x.pagu.nilai:
            continue
        tempat = lokasi_anggaran(k, x.kode) if x.kode else lokasi_tabel(k, "t_anggaran", "JUMLAH", "Tabel 2")
        yield _temuan(tempat, (f"pagu Tabel {nomor}", f"Rp{satu.teks}"), (tempat.teks, f"Rp{x.pagu.teks}"))


def _anggaran_pk(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """The PK's own sum; and the DPA that it prints, where the report knows that DPA's total."""
    pk = bahan.konteks.naskah_pk
    if pk is None or pk.jumlah.nilai is None:
        return
    tempat = Lokasi("lampiran.pk", f"Lampiran {bahan.konteks.kerangka.bagian('lampiran.pk').judul}", "jumlah")
    ada = [p.anggaran for p in pk.program if p.anggaran.nilai is not None]
    isi = _jumlahkan(ada)
    if isi is not None and isi != pk.jumlah.nilai:
        yield _temuan(
            tempat, ("jumlah anggaran program", format_rupiah(isi)), ("JUMLAH", f"Rp{pk.jumlah.teks}")
        )
    nama, pagu = _pagu_dpa_pk(bahan)
    if pagu is not None and pagu.nilai is not None and pagu.nilai != pk.jumlah.nilai:
        yield _temuan(tempat, (f"pagu {nama}", f"Rp{pagu.teks}"), ("anggaran PK", f"Rp{pk.jumlah.teks}"))


def _pagu_dpa_pk(bahan: BahanPeriksa) -> tuple[str, Angka | None]:
    jumlah = bahan.konteks.bab2.jumlah_pagu
    dpa = next((d for d in bahan.dpa if bahan.pk and d.revisi == bahan.pk[-1].dpa), None)
    if dpa is None:
        return "", None
    if dpa is bahan.dpa[-1]:
        return dpa.nama, jumlah.sesudah
    return dpa.nama, jumlah.sebelum if dpa is bahan.dpa[0] else None


def _temuan(tempat: Lokasi, satu: tuple[str, str], dua: tuple[str, str]) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=tempat,
        pesan=(
            f"{tempat.teks}: {satu[0]} adalah {satu[1]}, sedangkan {dua[0]} adalah {dua[1]}. Keduanya "
            "dihitung oleh aplikasi dan seharusnya sama; laporkan kepada admin kabupaten."
        ),
        nilai=(satu, dua),
        tautan="dpa",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="jumlah_tidak_cocok",
    nama="Jumlah antartabel tidak cocok",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh T1, T4: jumlah dihitung dan sama di semua tabel",
    periksa=periksa,
)
