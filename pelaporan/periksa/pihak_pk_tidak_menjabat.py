"""A Perjanjian Kinerja signed by someone who did not hold the post on its day."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.konteks import PenandaTangan
from pelaporan.periksa.bahan import BahanPeriksa, FaktaDokumen
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from sakip.umum.tanggal import format_tanggal
from sakip.umum.teks import gabung_kata


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find PKs of the year whose parties were not in office on the day of the PK."""
    for pk in bahan.pk:
        if pk.pihak_menjabat or pk.tanggal is None:
            continue
        hari = format_tanggal(pk.tanggal)
        siapa = _siapa(bahan, pk)
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=Lokasi("bab2.pk", f"Bab II, {pk.nama}", pk.nama),
            pesan=(
                f"{pk.nama} bertanggal {hari}, sedangkan {siapa} pada hari itu. Perbaiki tanggal PK, "
                "pihaknya, atau masa jabatannya."
            ),
            nilai=((f"tanggal {pk.nama}", hari), ("pihak", siapa)),
            tautan="pk",
            sebab=f"pihak:{pk.nama}",
        )


def _siapa(bahan: BahanPeriksa, pk: FaktaDokumen) -> str:
    """Name the party and its term where the report prints this PK; else say it of either."""
    naskah = bahan.konteks.naskah_pk
    pihak = (naskah.pihak_pertama, naskah.pihak_kedua) if naskah and pk is bahan.pk[-1] else ()
    salah = [x for p in pihak if (x := _masa(bahan, pk, p))]
    return gabung_kata(salah) or "pihak pertama atau pihak kedua tidak memangku jabatannya"


def _masa(bahan: BahanPeriksa, pk: FaktaDokumen, pihak: PenandaTangan) -> str:
    milik = [p for p in bahan.pejabat if (p.nama, p.jabatan) == (pihak.nama, pihak.jabatan)]
    assert pk.tanggal is not None
    if not milik or any(
        p.mulai <= pk.tanggal and (p.sampai is None or pk.tanggal <= p.sampai) for p in milik
    ):
        return ""
    satu = milik[-1]
    sampai = f" sampai {format_tanggal(satu.sampai)}" if satu.sampai else ""
    return f"{pihak.nama} menjabat {pihak.jabatan} sejak {format_tanggal(satu.mulai)}{sampai}, bukan"


PEMERIKSAAN = Pemeriksaan(
    kode="pihak_pk_tidak_menjabat",
    nama="Pihak Perjanjian Kinerja tidak menjabat pada tanggalnya",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014: PK antara pemangku jabatan; isu 6 bagian 2: pejabat pada tanggalnya",
    periksa=periksa,
    boleh_dikecualikan=True,
)
