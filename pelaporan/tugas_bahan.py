"""What the items of an office and year are made of: read once, and only where a role asks for it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from functools import cached_property

from django.db.models import Count, Q

from kinerja.isian import DIISI, BarisBelanja, BarisKinerja, IsianKantor, muat_isian
from kinerja.models import (
    AnalisisCapaian,
    AturanPengukuran,
    Bukti,
    CatatanPemeriksaan,
    PerjanjianKinerja,
    PermintaanBuka,
    TahapPengukuran,
)
from kinerja.pilihan import Keputusan, Tahap
from organisasi.models import Penugasan, PerangkatDaerah
from organisasi.pilihan import Peran
from pelaporan.models import Laporan, Narasi, PenanggungBagian
from pelaporan.pilihan import StatusLaporan
from pelaporan.tenggat import TenggatLaporan, tenggat_laporan

Baris = BarisKinerja | BarisBelanja


class BahanTugas:
    """Rows of one office and year for one day; shared by all persons of the office."""

    def __init__(
        self, kantor: PerangkatDaerah, tahun: int, hari: datetime.date, isian: IsianKantor | None = None
    ) -> None:
        self.kantor, self.tahun, self.hari = kantor, tahun, hari
        self._isian = isian

    @cached_property
    def isian(self) -> IsianKantor:
        """What is filled."""
        return self._isian or muat_isian(self.kantor, self.tahun)

    @cached_property
    def tenggat(self) -> TenggatLaporan:
        """The days of the LKjIP."""
        return tenggat_laporan(self.kantor.pemda, self.tahun)

    # Quarters ---------------------------------------------------------------------------------------

    def is_diisi(self, unit_id: int, triwulan: int) -> bool:
        """Whether a unit's quarter is in the hands of who fills it, and asks for anything."""
        langkah = self.isian.keadaan(unit_id, triwulan)
        return langkah in (DIISI, Tahap.DIKEMBALIKAN) and bool(self.isian.ringkas(unit_id, triwulan).diminta)

    def is_terbuka(self, unit_id: int, triwulan: int) -> bool:
        """Whether the window is open today."""
        return self.isian.is_jendela_terbuka(unit_id, triwulan, self.hari)

    def is_tertutup(self, unit_id: int, triwulan: int) -> bool:
        """Whether the window was open and is so no more; one that was never set is not."""
        batas = self.isian.batas_isi(unit_id, triwulan)
        return batas is not None and batas < self.hari

    @cached_property
    def penugasan(self) -> list[tuple[str, int | None, int]]:
        """Tasks in force at the office: (role, unit, person)."""
        berlaku = Q(sampai=None) | Q(sampai__gte=self.hari)
        return list(
            Penugasan.objects.filter(
                berlaku, perangkat_daerah=self.kantor, mulai__lte=self.hari, pengguna__is_active=True
            ).values_list("peran", "unit_id", "pengguna_id")
        )

    @cached_property
    def unit_berstaf(self) -> frozenset[int]:
        """Units that have staff today."""
        return frozenset(
            unit for peran, unit, _ in self.penugasan if peran == Peran.STAF and unit is not None
        )

    @cached_property
    def verifikator(self) -> frozenset[int]:
        """Persons who check."""
        return frozenset(orang for peran, _, orang in self.penugasan if peran == Peran.VERIFIKATOR)

    @cached_property
    def catatan(self) -> dict[int, list[CatatanPemeriksaan]]:
        """Notes at rows of quarters that were given back, by step."""
        kembali = [t.pk for t in self.isian.tahap.values() if t.tahap == Tahap.DIKEMBALIKAN]
        hasil: dict[int, list[CatatanPemeriksaan]] = defaultdict(list)
        if kembali:
            for c in (
                CatatanPemeriksaan.objects.filter(tahap__in=kembali)
                .select_related("realisasi__pengukuran")
                .order_by("id")
            ):
                hasil[c.tahap_id].append(c)
        return hasil

    def kembali(self, unit_id: int, triwulan: int) -> TahapPengukuran | None:
        """Return the step by which a unit's quarter was given back, if that is where it stands."""
        langkah = self.isian.tahap.get((unit_id, triwulan))
        return langkah if langkah is not None and langkah.tahap == Tahap.DIKEMBALIKAN else None

    @cached_property
    def baris_anggaran(self) -> dict[int, BarisBelanja]:
        """The budget row of each stored amount."""
        return {r.pk: b for b in self.isian.belanja for r in b.realisasi.values()}

    @cached_property
    def baris_kinerja(self) -> dict[int, BarisKinerja]:
        """The row of each stored value."""
        return {r.pk: b for b in self.isian.kinerja for r in b.realisasi.values()}

    @cached_property
    def berbukti(self) -> frozenset[int]:
        """Values that have evidence."""
        return frozenset(
            Bukti.objects.filter(
                realisasi__pengukuran__indikator__perangkat_daerah=self.kantor,
                realisasi__pengukuran__tahun=self.tahun,
            ).values_list("realisasi_id", flat=True)
        )

    @cached_property
    def permintaan(self) -> dict[tuple[int, int], PermintaanBuka]:
        """The last request to open each unit's quarter."""
        return {
            (p.unit_id, p.triwulan): p
            for p in PermintaanBuka.objects.filter(unit__perangkat_daerah=self.kantor, tahun=self.tahun)
            .select_related("unit__perangkat_daerah", "diminta_oleh", "diputus_oleh")
            .order_by("id")
        }

    def menunggu(self) -> list[PermintaanBuka]:
        """Return the requests without an answer."""
        return [p for p in self.permintaan.values() if p.keputusan == Keputusan.MENUNGGU]

    @cached_property
    def pk_draf(self) -> list[PerjanjianKinerja]:
        """PK of the office that are not set."""
        return list(
            PerjanjianKinerja.objects.filter(
                jabatan__perangkat_daerah=self.kantor, tahun=self.tahun, ditetapkan_pada=None
            )
            .select_related("jabatan", "dpa")
            .order_by("jabatan__nama", "revisi")
        )

    # The report --------------------------------------------------------------------------------------

    @cached_property
    def mulai_naskah(self) -> datetime.date:
        """The day from which the report is written: when TW IV opens, at the latest 1 January after."""
        jendela = self.isian.jendela.get(4)
        akhir = datetime.date(self.tahun + 1, 1, 1)
        return min(jendela.buka, akhir) if jendela else akhir

    @cached_property
    def laporan(self) -> Laporan | None:
        """The report, with the number of its appendices."""
        return (
            Laporan.objects.filter(perangkat_daerah=self.kantor, tahun=self.tahun)
            .annotate(jumlah_lampiran=Count("lampiran"))
            .first()
        )

    @property
    def jumlah_lampiran(self) -> int:
        """How many appendices the report has."""
        return int(getattr(self.laporan, "jumlah_lampiran", 0))

    @property
    def is_disusun(self) -> bool:
        """Whether the report is being written today."""
        return self.hari >= self.mulai_naskah and (
            self.laporan is None or self.laporan.status == StatusLaporan.DRAF
        )

    @cached_property
    def narasi(self) -> dict[str, Narasi]:
        """What was written, by section."""
        return {n.bagian: n for n in Narasi.objects.filter(laporan=self.laporan)} if self.laporan else {}

    @cached_property
    def penanggung(self) -> dict[str, int]:
        """The unit that is answerable for a section."""
        return dict(
            PenanggungBagian.objects.filter(perangkat_daerah=self.kantor).values_list("bagian", "unit_id")
        )

    @cached_property
    def analisis(self) -> dict[int, AnalisisCapaian]:
        """Analyses of the year, by indicator."""
        return {
            a.indikator_id: a
            for a in AnalisisCapaian.objects.filter(indikator__perangkat_daerah=self.kantor, tahun=self.tahun)
        }

    @cached_property
    def aturan(self) -> AturanPengukuran | None:
        """The rules in force: the office's own row, else the government's."""
        berlaku = AturanPengukuran.objects.filter(
            Q(perangkat_daerah=self.kantor) | Q(perangkat_daerah=None),
            pemda=self.kantor.pemda_id,
            tahun=self.tahun,
        )
        return max(berlaku, key=lambda a: a.perangkat_daerah_id is not None, default=None)


def nama_baris(baris: Baris) -> str:
    """Return what a row is called: the indicator, or "7.01.01 Nama program"."""
    return baris.indikator.nama if isinstance(baris, BarisKinerja) else f"{baris.node.kode} {baris.node.nama}"


def kunci_baris(baris: Baris) -> str:
    """Return the name of a row in the grid: "indikator-12", "subkegiatan-7"."""
    return f"indikator-{baris.indikator.pk}" if isinstance(baris, BarisKinerja) else baris.kunci
