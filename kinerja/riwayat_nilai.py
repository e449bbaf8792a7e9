"""History of one figure in words: who wrote what over what, when."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.kisi import cetak_realisasi
from kinerja.models import Realisasi
from sakip.umum.waktu import sebut_waktu


@dataclass(frozen=True)
class PerubahanNilai:
    """One change of a figure."""

    pada: str
    oleh: str
    alamat_asal: str
    sebelum: str
    sesudah: str
    keterangan: str


def riwayat_realisasi(realisasi: Realisasi) -> list[PerubahanNilai]:
    """Return the changes of a value, the newest first: one query."""
    semua = list(
        realisasi.riwayat.select_related("history_user", "predikat").order_by("history_id")  # type: ignore[attr-defined]
    )
    hasil = []
    for sebelum, kini in zip([None, *semua], semua, strict=False):
        teks, lama = _sebut(kini), _sebut(sebelum) if sebelum is not None else "belum diisi"
        if sebelum is not None and teks == lama and kini.keterangan == sebelum.keterangan:
            continue
        hasil.append(
            PerubahanNilai(
                pada=sebut_waktu(kini.history_date),
                oleh=str(kini.history_user or "Sistem (pemuatan data)"),
                alamat_asal=kini.alamat_asal or "",
                sebelum=lama,
                sesudah=teks,
                keterangan=kini.keterangan,
            )
        )
    return hasil[::-1]


def _sebut(baris: Realisasi) -> str:
    if not baris.berlaku:
        return "tidak berlaku"
    if baris.nilai is None and baris.predikat_id is None and baris.pembilang is None:
        return "belum diisi"
    return cetak_realisasi(baris)
