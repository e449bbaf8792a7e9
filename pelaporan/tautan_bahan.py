"""What the ways to fields are made of: rows of one office and year, each kind read once when first asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from anggaran.models import DPA
from kinerja.isian import IsianKantor, muat_isian
from kinerja.models import (
    AnalisisCapaian,
    Bukti,
    Indikator,
    Pembanding,
    PerjanjianKinerja,
    TargetDPA,
    TargetRenstra,
    TargetRKT,
)
from organisasi.models import PerangkatDaerah, ProfilOrganisasi
from pelaporan.models import PenanggungBagian
from renstra.models import Renstra


class BahanTautan:
    """Rows of an office and year by what a symbolic key names."""

    def __init__(self, kantor: PerangkatDaerah, tahun: int) -> None:
        self.kantor, self.tahun = kantor, tahun

    @cached_property
    def penanggung(self) -> Mapping[str, int]:
        """Section -> unit that writes it."""
        milik = PenanggungBagian.objects.filter(perangkat_daerah=self.kantor)
        return dict(milik.values_list("bagian", "unit"))

    @cached_property
    def isian(self) -> IsianKantor:
        """The grids of the year."""
        return muat_isian(self.kantor, self.tahun)

    @cached_property
    def indikator(self) -> Mapping[str, Indikator]:
        """Code -> indicator."""
        return {i.kode: i for i in Indikator.objects.filter(perangkat_daerah=self.kantor)}

    @cached_property
    def berbukti(self) -> frozenset[int]:
        """Values that a file in force proves."""
        milik = Bukti.objects.filter(
            realisasi__pengukuran__indikator__perangkat_daerah=self.kantor,
            realisasi__pengukuran__tahun=self.tahun,
            pengganti=None,
        )
        return frozenset(milik.values_list("realisasi", flat=True))

    @cached_property
    def pk(self) -> PerjanjianKinerja | None:
        """The newest revision of the head's PK, a draft included."""
        semua = PerjanjianKinerja.objects.kepala().filter(
            jabatan__perangkat_daerah=self.kantor, tahun=self.tahun
        )
        return semua.order_by("-revisi").first()

    @cached_property
    def dpa(self) -> DPA | None:
        """The newest version of the DPA, a draft included."""
        return DPA.objects.filter(perangkat_daerah=self.kantor, tahun=self.tahun).order_by("-urutan").first()

    def _per_indikator(self, rows: Any) -> dict[int, int]:
        """Return indicator -> row."""
        return dict(rows.values_list("indikator", "pk"))

    @cached_property
    def target_rkt(self) -> dict[int, int]:
        """Indicator -> its target of the RKT."""
        milik = TargetRKT.objects.filter(indikator__perangkat_daerah=self.kantor, tahun=self.tahun)
        return self._per_indikator(milik.order_by())

    @cached_property
    def target_dpa(self) -> dict[int, int]:
        """Indicator -> its target in the newest DPA."""
        return self._per_indikator(TargetDPA.objects.filter(dpa=self.dpa).order_by())

    @cached_property
    def target_renstra(self) -> dict[int, int]:
        """Indicator -> its target of the year in the newest version of the Renstra."""
        milik = TargetRenstra.objects.filter(indikator__perangkat_daerah=self.kantor, tahun=self.tahun)
        return self._per_indikator(milik.order_by("versi__nomor"))

    @cached_property
    def analisis(self) -> dict[int, int]:
        """Indicator -> its causes and solutions."""
        milik = AnalisisCapaian.objects.filter(indikator__perangkat_daerah=self.kantor, tahun=self.tahun)
        return self._per_indikator(milik.order_by())

    @cached_property
    def pembanding(self) -> dict[int, int]:
        """Indicator -> its first benchmark."""
        milik = Pembanding.objects.filter(indikator__perangkat_daerah=self.kantor, tahun=self.tahun)
        return self._per_indikator(milik.order_by("-pk"))

    @cached_property
    def profil(self) -> int | None:
        """The profile of the year."""
        milik = ProfilOrganisasi.objects.filter(perangkat_daerah=self.kantor, tahun=self.tahun)
        return milik.values_list("pk", flat=True).first()

    @cached_property
    def renstra(self) -> int | None:
        """The Renstra of the year."""
        milik = Renstra.objects.filter(
            perangkat_daerah=self.kantor,
            periode__tahun_awal__lte=self.tahun,
            periode__tahun_akhir__gte=self.tahun,
        )
        return milik.order_by("-periode__tahun_awal").values_list("pk", flat=True).first()
