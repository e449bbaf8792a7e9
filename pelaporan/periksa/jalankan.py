"""Runs the checks and holds what came of them."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat

BERAT = {Tingkat.INFO: 0, Tingkat.PERINGATAN: 1, Tingkat.GALAT: 2}
TEMPAT_GAGAL = "bab1"  # a key of the skeleton: the finding is about the whole report
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Tanggapan:
    """What a person answered to a finding, whose ``pesan`` he saw; ``berlaku_sampai``: of an override."""

    kunci: str
    pesan: str
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
    """Run the checks in their order; of findings with one cause the worst stays.

    A check that raises is a galat itself: the gate never opens because it could not look.
    """
    if daftar is None:
        from pelaporan.periksa.daftar import DAFTAR

        daftar = DAFTAR
    temuan: list[Temuan] = []
    for p in daftar:
        if p.nonaktif is None:
            temuan.extend(_periksa(p, bahan))
    return HasilPeriksa(
        temuan=tuple(_satu_per_sebab(temuan)),
        pemeriksaan=tuple(daftar),
        alasan={t.kunci: t for t in alasan},
        pengecualian={t.kunci: t for t in pengecualian},
        hari=hari,
    )


def _periksa(p: Pemeriksaan, bahan: BahanPeriksa) -> list[Temuan]:
    try:
        return list(p.periksa(bahan))
    except Exception as galat:
        log.exception("pemeriksaan %s", p.kode)
        return [
            Temuan(
                kode=p.kode,
                tingkat=Tingkat.GALAT,
                lokasi=Lokasi(TEMPAT_GAGAL, "Seluruh laporan", "gagal"),
                pesan=(
                    "Pemeriksaan ini tidak dapat dijalankan atas isi laporan yang sekarang. Periksa tulisan "
                    "yang terakhir diubah, lalu beri tahu pengelola sistem."
                ),
                nilai=(("kesalahan", type(galat).__name__),),
                tautan="laporan",
            )
        ]


def _satu_per_sebab(semua: Sequence[Temuan]) -> Iterable[Temuan]:
    """Yield one finding per cause: the worst, and of equals the first; a finding said twice once."""
    terburuk: dict[str, Temuan] = {}
    for t in semua:
        ada = terburuk.setdefault(t.sebab or t.kunci, t)
        if BERAT[t.tingkat] > BERAT[ada.tingkat]:
            terburuk[t.sebab or t.kunci] = t
    for t in semua:
        if terburuk.get(t.sebab or t.kunci) is t:
            yield t
            del terburuk[t.sebab or t.kunci]
