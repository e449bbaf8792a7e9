"""The scale of predikat for capaian: lower bounds, one open class, exactly one answer for any value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from sakip.umum.angka import bulatkan


@dataclass(frozen=True)
class Kelas:
    """A class; ``batas_bawah`` None is open below."""

    nama: str
    batas_bawah: Decimal | None


class Skala:
    """Ordered classes, highest first. ``metode`` "bulatkan" rounds half up to a whole number first."""

    def __init__(self, kelas: Sequence[Kelas], metode: str = "ambang") -> None:
        batas = [k.batas_bawah for k in kelas]
        if not kelas or batas[-1] is not None or any(b is None for b in batas[:-1]):
            raise ValueError("Skala harus mempunyai tepat satu kelas terbuka, yaitu yang terendah.")
        isi = [b for b in batas if b is not None]
        if any(a <= b for a, b in pairwise(isi)):
            raise ValueError("Batas kelas harus berurutan dari yang tertinggi dan tidak boleh sama.")
        if len({k.nama for k in kelas}) != len(kelas):
            raise ValueError("Nama kelas tidak boleh sama.")
        if metode not in ("ambang", "bulatkan"):
            raise ValueError(f"Metode skala tidak dikenal: {metode}.")
        self.kelas = tuple(kelas)
        self.metode = metode

    @property
    def batas(self) -> tuple[Decimal, ...]:
        """The lower bounds, highest first."""
        return tuple(k.batas_bawah for k in self.kelas if k.batas_bawah is not None)

    def predikat(self, persen: Decimal | Fraction) -> Kelas:
        """Return the class of a percentage, compared exactly."""
        nilai = Fraction(bulatkan(persen, 0)) if self.metode == "bulatkan" else Fraction(persen)
        for kelas in self.kelas:
            if kelas.batas_bawah is None or nilai >= Fraction(kelas.batas_bawah):
                return kelas
        raise AssertionError("kelas terbuka menjawab setiap nilai")

    def is_minimal(self, persen: Decimal | Fraction, nama: str) -> bool:
        """Whether the class is the named one or better; raises ValueError for an unknown name."""
        urutan = [k.nama for k in self.kelas]
        if nama not in urutan:
            raise ValueError(f"Kelas {nama} tidak ada pada skala ini.")
        return urutan.index(self.predikat(persen).nama) <= urutan.index(nama)


SKALA_CAPAIAN = Skala(
    [
        Kelas("Sangat Tinggi", Decimal(91)),
        Kelas("Tinggi", Decimal(76)),
        Kelas("Sedang", Decimal(66)),
        Kelas("Rendah", Decimal(51)),
        Kelas("Sangat Rendah", None),
    ]
)
