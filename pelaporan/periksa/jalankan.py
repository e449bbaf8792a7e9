"""Runs the checks and holds what came of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat


@dataclass(frozen=True)
class Tanggapan:
    """What a person answered to a finding; ``berlaku_sampai`` only for an override of a galat."""

    kunci: str
    alasan: str
    oleh: str
    peran: str
    tanggal: str
    berlaku_sampai: datetime.date | None = None


@dataclass(frozen=True)
class HasilPeriksa:
    """All findings of one report, with the answers that fit them."""

    temuan: tuple[Temuan, ...]
    pemeriksaan: tuple[Pemeriksaan, ...]
    alasan: Mapping[str, Tanggapan] = field(default_factory=dict)
    pengecualian: Mapping[str, Tanggapan] = field(default_factory=dict)
    hari: datetime.date | None = None

    def setingkat(self, tingkat: Tingkat) -> tuple[Temuan, ...]:
        """Return the findings of a level, in order."""
        return tuple(t for t in self.temuan if t.tingkat is tingkat)

    @property
    def galat(self) -> tuple[Temuan, ...]:
        """What blocks, overridden or not."""
        return self.setingkat(Tingkat.GALAT)

    @property
    def peringatan(self) -> tuple[Temuan, ...]:
        """What needs a reason."""
        return self.setingkat(Tingkat.PERINGATAN)

    @property
    def info(self) -> tuple[Temuan, ...]:
        """What only informs."""
        return self.setingkat(Tingkat.INFO)

    def is_dikecualikan(self, temuan: Temuan) -> bool:
        """Whether an override of the finding is in force today."""
        satu = self.pengecualian.get(temuan.kunci)
        if satu is None or satu.berlaku_sampai is None or self.hari is None:
            return False
        boleh = any(p.kode == temuan.kode and p.boleh_dikecualikan for p in self.pemeriksaan)
        return boleh and self.hari <= satu.berlaku_sampai

    @property
    def penghalang(self) -> tuple[Temuan, ...]:
        """Galat without an override in force."""
        return tuple(t for t in self.galat if not self.is_dikecualikan(t))

    @property
    def tanpa_alasan(self) -> tuple[Temuan, ...]:
        """Warnings that nobody has answered with these values."""
        return tuple(t for t in self.peringatan if t.kunci not in self.alasan)

    @property
    def is_lolos(self) -> bool:
        """Whether nothing stands against signing."""
        return not self.penghalang and not self.tanpa_alasan

    @property
    def dijalankan(self) -> tuple[Pemeriksaan, ...]:
        """Checks that ran."""
        return tuple(p for p in self.pemeriksaan if p.nonaktif is None)

    @property
    def lulus(self) -> tuple[Pemeriksaan, ...]:
        """Checks that found nothing."""
        ada = {t.kode for t in self.temuan}
        return tuple(p for p in self.dijalankan if p.kode not in ada)


def jalankan(
    bahan: BahanPeriksa,
    daftar: Sequence[Pemeriksaan] | None = None,
    *,
    alasan: Iterable[Tanggapan] = (),
    pengecualian: Iterable[Tanggapan] = (),
    hari: datetime.date | None = None,
) -> HasilPeriksa:
    """Run the checks in their order; of findings with one cause the first stays."""
    if daftar is None:
        from pelaporan.periksa.daftar import DAFTAR

        daftar = DAFTAR
    temuan: list[Temuan] = []
    for p in daftar:
        if p.nonaktif is None:
            temuan.extend(p.periksa(bahan))
    return HasilPeriksa(
        temuan=tuple(_satu_per_sebab(temuan)),
        pemeriksaan=tuple(daftar),
        alasan={t.kunci: t for t in alasan},
        pengecualian={t.kunci: t for t in pengecualian},
        hari=hari,
    )


def _satu_per_sebab(semua: Iterable[Temuan]) -> Iterable[Temuan]:
    dilihat: set[str] = set()
    for t in semua:
        tanda = [x for x in (t.sebab, t.kunci) if x]
        if dilihat.isdisjoint(tanda):
            yield t
        dilihat.update(tanda)
