"""Whether the targets of the periods give the target of the year, by the indicator's method. Pure.

PermenPANRB 88/2021 (criterion 1.a) asks for a rencana aksi whose parts lead to the year's target. What does
not agree is a warning: the plan is saved, and the page says by how much.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.rumus import MetodeTriwulan, gabung_triwulan
from sakip.umum.angka import bulatkan

Cetak = Callable[[Decimal], str]


@dataclass(frozen=True)
class TargetSatuPeriode:
    """The target of one asked period: its name, lower (or only) value or rank, upper value of a range."""

    nama: str
    bawah: Decimal | None = None
    atas: Decimal | None = None

    @property
    def is_kosong(self) -> bool:
        """Whether nothing is filled."""
        return self.bawah is None


def periksa_gabungan(
    periode: Sequence[TargetSatuPeriode],
    metode: MetodeTriwulan,
    setahun: tuple[Decimal | None, Decimal | None],
    cetak: Cetak,
    desimal: int | None,
) -> str:
    """Return what keeps the periods from giving the year's target, an empty text where they do.

    ``periode`` holds the asked periods in order, approved quarters with their old target; ``setahun`` is
    (lower or only value, upper value) in the same unit, ranks for grades; ``cetak`` prints one value;
    ``desimal`` is the indicator's number of decimals, to which a mean is compared (None: grades).
    RASIO_JUMLAH has no numerators in a plan: the year's percentage is a weighted mean of the periods', so
    it must lie between the lowest and the highest.
    """
    bawah, atas = setahun
    if bawah is None:
        return "Target setahun belum diisi dalam PK."
    kosong = [p.nama for p in periode if p.is_kosong]
    if len(kosong) == len(periode):
        return f"Target per periode belum diisi; target setahun {cetak(bawah)}."
    if kosong:
        ada = [p.bawah for p in periode if p.bawah is not None]
        sementara = _sebut_sementara(ada, metode, bawah, cetak)
        return f"{_deret(kosong)} belum diisi.{sementara}"
    nilai = [p.bawah for p in periode if p.bawah is not None]
    if atas is None:
        return _periksa_satu(periode, nilai, metode, bawah, cetak, desimal)
    tinggi = [p.bawah if p.atas is None else p.atas for p in periode if p.bawah is not None]
    hasil = (
        ("Batas bawah: ", _periksa_satu(periode, nilai, metode, bawah, cetak, desimal)),
        (
            "Batas atas: ",
            _periksa_satu(periode, [t for t in tinggi if t is not None], metode, atas, cetak, desimal),
        ),
    )
    return " ".join(f"{depan}{kalimat}" for depan, kalimat in hasil if kalimat)


def _periksa_satu(
    periode: Sequence[TargetSatuPeriode],
    nilai: Sequence[Decimal],
    metode: MetodeTriwulan,
    setahun: Decimal,
    cetak: Cetak,
    desimal: int | None,
) -> str:
    if metode is MetodeTriwulan.RASIO_JUMLAH:
        if min(nilai) <= setahun <= max(nilai):
            return ""
        return (
            f"Target setahun {cetak(setahun)} di luar target {_rentang(periode)}, "
            f"{cetak(min(nilai))} sampai {cetak(max(nilai))}."
        )
    hasil = gabung_triwulan(nilai, metode)
    assert hasil is not None  # nothing is blank here
    if metode is MetodeTriwulan.RATA_RATA and desimal is not None:
        hasil = bulatkan(hasil, max(desimal, _tempat(setahun)))
    if hasil == setahun:
        return ""
    kalimat = f"{_sebutan(metode, periode)} {cetak(hasil)}, target setahun {cetak(setahun)}"
    if desimal is None:
        return f"{kalimat}."
    return f"{kalimat}: {'kurang' if hasil < setahun else 'lebih'} {cetak(abs(setahun - hasil))}."


def _tempat(nilai: Decimal) -> int:
    return len(f"{nilai:f}".partition(".")[2].rstrip("0"))


def _sebutan(metode: MetodeTriwulan, periode: Sequence[TargetSatuPeriode]) -> str:
    if metode is MetodeTriwulan.AKHIR or len(periode) == 1:
        return f"Target {periode[-1].nama}"
    kata = {
        MetodeTriwulan.JUMLAH: "Jumlah",
        MetodeTriwulan.RATA_RATA: "Rata-rata",
        MetodeTriwulan.MAKSIMUM: "Nilai tertinggi",
    }[metode]
    return f"{kata} {_rentang(periode)}"


def _rentang(periode: Sequence[TargetSatuPeriode]) -> str:
    awal, akhir = periode[0].nama, periode[-1].nama
    if awal == akhir:
        return awal
    depan, _, angka = akhir.rpartition(" ")
    return f"{awal} sampai {angka if awal.startswith(f'{depan} ') else akhir}"


def _deret(nama: Sequence[str]) -> str:
    return nama[0] if len(nama) == 1 else f"{', '.join(nama[:-1])} dan {nama[-1]}"


def _sebut_sementara(ada: Sequence[Decimal], metode: MetodeTriwulan, setahun: Decimal, cetak: Cetak) -> str:
    if metode is not MetodeTriwulan.JUMLAH:
        return f" Target setahun {cetak(setahun)}."
    jumlah = sum(ada, Decimal(0))
    return f" Jumlah sementara {cetak(jumlah)}, target setahun {cetak(setahun)}."
