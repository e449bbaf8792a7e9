"""A Perjanjian Kinerja signed by someone who did not hold the post on its day."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaPihak
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from sakip.umum.tanggal import format_tanggal
from sakip.umum.teks import gabung_kata


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find PKs of the year whose parties were not in office on the day of the PK."""
    for pk in bahan.pk:
        if pk.tanggal is None:
            continue
        hari = pk.tanggal
        salah = [p for p in pk.pihak if not p.is_menjabat(hari)]
        if not salah:
            continue
        siapa = gabung_kata([f"{p.nama} menjabat {p.jabatan} {_masa(p)}, bukan" for p in salah])
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=Lokasi("bab2.pk", f"Bab II, {pk.nama}", pk.nama),
            pesan=(
                f"{pk.nama} bertanggal {format_tanggal(hari)}, sedangkan {siapa} pada hari itu. Perbaiki "
                "tanggal PK, pihaknya, atau masa jabatannya."
            ),
            nilai=(
                (f"tanggal {pk.nama}", format_tanggal(hari)),
                *((f"{p.nama}, {p.jabatan}", _masa(p)) for p in pk.pihak),
            ),
            tautan="pk",
            sebab=f"pihak:{pk.nama}",
        )


def _masa(p: FaktaPihak) -> str:
    sampai = f" sampai {format_tanggal(p.sampai)}" if p.sampai else ""
    return f"sejak {format_tanggal(p.mulai)}{sampai}"


PEMERIKSAAN = Pemeriksaan(
    kode="pihak_pk_tidak_menjabat",
    nama="Pihak Perjanjian Kinerja tidak menjabat pada tanggalnya",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014: PK antara pemangku jabatan; isu 6 bagian 2: pejabat pada tanggalnya",
    periksa=periksa,
    boleh_dikecualikan=True,
)
