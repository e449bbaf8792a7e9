"""Who filled, sent, checked and approved a quarter, by unit, as the rows of TahapPengukuran say."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kinerja.isian import BarisBelanja, BarisKinerja, KeadaanSel
from kinerja.models import TahapPengukuran
from kinerja.pilihan import Tahap
from organisasi.models import PerangkatDaerah, UnitKerja
from sakip.umum.tanggal import format_waktu


@dataclass(frozen=True)
class Tindakan:
    """What one person did: name, role (where it is recorded) and moment."""

    nama: str
    peran: str
    waktu: str
    rincian: str = ""


@dataclass(frozen=True)
class LangkahUnit:
    """The quarter of one unit; a step that was not taken, or was taken back, is None."""

    nomor: str
    unit: str
    isian: str  # "12 dari 12"
    pengisi: tuple[Tindakan, ...]
    dikirim: Tindakan | None
    diperiksa: Tindakan | None
    disetujui: Tindakan | None
    keadaan: str  # "disetujui" | "belum disetujui"


@dataclass(frozen=True)
class Pengembalian:
    """A quarter that was given back or opened again, with the reason."""

    unit: str
    tindakan: str
    oleh: Tindakan
    catatan: str


class PenulisWaktu:
    """Prints moments in the time zone of the government: "5 April 2024 pukul 10.15 WIB"."""

    def __init__(self, kantor: PerangkatDaerah) -> None:
        self.zona = ZoneInfo(kantor.pemda.zona_waktu)
        self.singkatan = kantor.pemda.get_zona_waktu_display()

    def sebut(self, waktu: datetime.datetime) -> str:
        """Return a moment in words."""
        return f"{format_waktu(waktu.astimezone(self.zona))} {self.singkatan}"

    def tanggal(self, waktu: datetime.datetime) -> datetime.date:
        """Return the day of a moment."""
        return waktu.astimezone(self.zona).date()


def build_langkah(
    unit: Sequence[UnitKerja],
    baris: Sequence[BarisKinerja | BarisBelanja],
    tahap: Iterable[TahapPengukuran],
    triwulan: int,
    waktu: PenulisWaktu,
) -> tuple[tuple[LangkahUnit, ...], tuple[Pengembalian, ...]]:
    """Return the steps of each unit in force, and what was given back; ``tahap`` in the order of time."""
    menurut_unit: dict[int, list[TahapPengukuran]] = defaultdict(list)
    for t in tahap:
        menurut_unit[t.unit_id].append(t)
    langkah, kembali = [], []
    for n, u in enumerate(unit, start=1):
        milik = [b for b in baris if b.unit_id == u.pk]
        langkah.append(_langkah(str(n), u, milik, menurut_unit[u.pk], triwulan, waktu))
        kembali += [
            Pengembalian(u.nama, t.get_tahap_display(), _tindakan(t, waktu), t.catatan)
            for t in menurut_unit[u.pk]
            if t.tahap in (Tahap.DIKEMBALIKAN, Tahap.DIBUKA)
        ]
    return tuple(langkah), tuple(kembali)


def disetujui_pada(tahap: Iterable[TahapPengukuran], unit: Sequence[UnitKerja]) -> datetime.datetime | None:
    """Return when the last unit was approved, None while one is not."""
    terakhir = {t.unit_id: t for t in tahap}
    ada = [t for u in unit if (t := terakhir.get(u.pk)) is not None and t.tahap == Tahap.DISETUJUI]
    return max(t.pada for t in ada) if unit and len(ada) == len(unit) else None


def _langkah(
    nomor: str,
    unit: UnitKerja,
    baris: Sequence[BarisKinerja | BarisBelanja],
    tahap: Sequence[TahapPengukuran],
    triwulan: int,
    waktu: PenulisWaktu,
) -> LangkahUnit:
    berlaku: dict[str, TahapPengukuran] = {}
    for t in tahap:
        if t.tahap in (Tahap.DIKEMBALIKAN, Tahap.DIBUKA):
            berlaku = {}
        else:
            berlaku[t.tahap] = t
    keadaan = [k for b in baris if (k := b.keadaan(triwulan)) is not KeadaanSel.BELUM_WAKTUNYA]
    terisi = sum(1 for k in keadaan if k is not KeadaanSel.BELUM_DIISI)

    def satu(nama: str) -> Tindakan | None:
        return _tindakan(berlaku[nama], waktu) if nama in berlaku else None

    return LangkahUnit(
        nomor=nomor,
        unit=unit.nama,
        isian=f"{terisi} dari {len(keadaan)}" if keadaan else "belum waktunya",
        pengisi=_pengisi(baris, triwulan, waktu),
        dikirim=satu(Tahap.DIKIRIM),
        diperiksa=satu(Tahap.DIPERIKSA),
        disetujui=satu(Tahap.DISETUJUI),
        keadaan="disetujui" if Tahap.DISETUJUI in berlaku else "belum disetujui",
    )


def _tindakan(t: TahapPengukuran, waktu: PenulisWaktu) -> Tindakan:
    return Tindakan(str(t.oleh) if t.oleh else "tidak tercatat", t.peran, waktu.sebut(t.pada))


def _pengisi(
    baris: Sequence[BarisKinerja | BarisBelanja], triwulan: int, waktu: PenulisWaktu
) -> tuple[Tindakan, ...]:
    """Return who entered the cells of a quarter, each with how many and when the last."""
    isi: dict[str, list[datetime.datetime]] = defaultdict(list)
    for b in baris:
        s = b.sel(triwulan)
        if s is not None and s.diisi_oleh is not None and s.diisi_pada is not None:
            isi[str(s.diisi_oleh)].append(s.diisi_pada)
    return tuple(
        Tindakan(nama, "", waktu.sebut(max(saat)), f"{len(saat)} isian") for nama, saat in sorted(isi.items())
    )
