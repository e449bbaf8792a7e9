"""Performance and money that do not fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pelaporan.fakta import judul_program
from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut

PENUH = Decimal(100)
SETENGAH = Decimal(50)
HABIS = Decimal(95)
MUSTAHIL = Decimal(1000)  # such a capaian is a wrong value, found by nilai_tak_wajar


@dataclass(frozen=True)
class _Pasang:
    nama: str
    kode: str
    capaian: Angka
    serapan: Angka


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find sasaran (Tabel 3.9) and programmes (Tabel 3.10) whose performance and money do not fit.

    100% reached or more with under 50% absorbed; 95% absorbed or more with under 50% reached.
    """
    for tabel, daftar, apa in (
        ("t_efisiensi_sasaran", list(_sasaran(bahan)), "sasaran"),
        ("t_efisiensi_program", list(_program(bahan)), "program"),
    ):
        timpang = [p for p in daftar if _is_timpang(p)]
        if timpang:
            yield _temuan(bahan, tabel, timpang, apa)


def _sasaran(bahan: BahanPeriksa) -> Iterable[_Pasang]:
    b = bahan.konteks.bab3
    serapan = {x.node: x.serapan for x in b.efisiensi_sasaran if x.serapan and x.rs_anggaran}
    for s in b.per_sasaran:
        if s.is_lengkap and s.nama in serapan:
            yield _Pasang(s.nama, s.nama, s.capaian, serapan[s.nama])


def _program(bahan: BahanPeriksa) -> Iterable[_Pasang]:
    b = bahan.konteks.bab3
    capaian = {p.nama: p.capaian for p in b.per_program if p.is_lengkap}
    for x in b.anggaran:
        if x.tingkat == 1 and x.nama in capaian:
            yield _Pasang(judul_program(x.nama), x.kode, capaian[x.nama], x.serapan)


def _is_timpang(p: _Pasang) -> bool:
    capaian, serapan = p.capaian.nilai, p.serapan.nilai
    if capaian is None or serapan is None or capaian > MUSTAHIL:
        return False
    return (capaian >= PENUH and serapan < SETENGAH) or (serapan >= HABIS and capaian < SETENGAH)


def _temuan(bahan: BahanPeriksa, tabel: str, timpang: list[_Pasang], apa: str) -> Temuan:
    isi = [f"{p.nama} (capaian {p.capaian.teks}, serapan {p.serapan.teks})" for p in timpang]
    satu = timpang[0].kode if len(timpang) == 1 else ""
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(bahan.konteks, tabel, satu, satu or apa),
        pesan=(
            f"Capaian kinerja dan serapan anggaran {len(timpang)} {apa} tidak sejalan: {sebut(isi)}. "
            "Periksa kedua nilainya, atau tulis mengapa keduanya berbeda sejauh itu."
        ),
        nilai=tuple((p.nama, f"capaian {p.capaian.teks}, serapan {p.serapan.teks}") for p in timpang),
        tautan=f"anggaran:{timpang[0].kode}" if apa == "program" else "peta",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="kinerja_serapan_timpang",
    nama="Capaian kinerja dan serapan anggaran tidak sejalan",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II butir 6; isu 6 bagian 2",
    periksa=periksa,
)
