"""A small office for tests of documents: units with budgets, PKs of three levels, a plan, two quarters."""

from __future__ import annotations

import datetime
from typing import Any

from kinerja.models import Aksi, PerjanjianKinerja, RencanaAksi, TargetPeriode, TargetPK
from organisasi.models import Jabatan
from pelaporan.dokumen.jenis import BERKAIT_PK
from tests.pelaporan.kantor_uji import TAHUN, kolom_nilai, rapi
from tests.pemeran import KantorBerunit

TRIWULANAN = {"frekuensi": "triwulan", "metode": "jumlah"}


class KantorDokumen(KantorBerunit):
    """Kecamatan with what its documents print; nothing is set (``tetapkan``) yet."""

    def __init__(self, slug: str = "alfa", **aturan: Any) -> None:
        super().__init__(slug, **aturan)
        self.lengkapi()

    def lengkapi(self) -> None:
        """Add indicators, budget, PK and plan to an office that has only people."""
        self.jumlah = self.indikator("jumlah", **TRIWULANAN)
        self.indeks = self.indikator("indeks")
        self.prog = self.program("7.01.01")
        self.sub = [self.sub_kegiatan(self.prog, f"7.01.01.2.0{n}.0001") for n in (1, 2)]
        for satu, unit in zip(self.sub, ("Seksi Pelayanan", "Subbag Program"), strict=True):
            satu.unit = self.unit[unit]
            satu.save()
        self.anggaran = self.dpa({self.sub[0]: 1000, self.sub[1]: 3000})
        self.pk_camat = self.pk({self.jumlah: 40, self.indeks: 80})
        self.rencana = rapi(RencanaAksi(perjanjian=self.pk_camat))
        for periode in ("tw1", "tw2", "tw3", "tw4"):
            self.target_periode(self.jumlah, periode, 10)

    def target_periode(self, indikator: Any, periode: str, nilai: Any) -> None:
        """Plan a target of a period."""
        rapi(
            TargetPeriode(
                rencana_aksi=self.rencana, indikator=indikator, periode=periode, **kolom_nilai(nilai)
            )
        )

    def aksi(self, uraian: str, unit: str, periode: str = "tw1", **isi: Any) -> Aksi:
        """Plan an action."""
        urutan = Aksi.objects.filter(rencana_aksi=self.rencana).count() + 1
        return rapi(
            Aksi(
                rencana_aksi=self.rencana, urutan=urutan, uraian=uraian, unit=self.unit[unit],
                periode=periode, **isi,
            )
        )  # fmt: skip

    def pk_bawahan(
        self, tingkat: str, unit: str, target: dict[Any, Any], revisi: int = 0, **isi: Any
    ) -> PerjanjianKinerja:
        """Add the PK of a post below the head."""
        jabatan = Jabatan.objects.filter(unit=self.unit[unit]).first() or rapi(
            Jabatan(
                perangkat_daerah=self.kantor, tingkat=tingkat, nama=f"Kepala {unit}", atasan=self.jabatan,
                unit=self.unit[unit],
            )
        )  # fmt: skip
        orang = jabatan.pemangku.first() or self.pangku(jabatan, f"Pejabat {unit}")
        pk = rapi(
            PerjanjianKinerja(
                jabatan=jabatan, tahun=TAHUN, revisi=revisi, tanggal=datetime.date(TAHUN, 1, 25),
                pihak_pertama=orang, pihak_kedua=self.camat, dpa=self.anggaran, **isi,
            )
        )  # fmt: skip
        for n, (i, nilai) in enumerate(target.items(), start=1):
            rapi(TargetPK(perjanjian=pk, indikator=i, urutan=n, **kolom_nilai(nilai)))
        return pk


def muat_pk(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    """Return a PK as pages read it."""
    satu: PerjanjianKinerja = PerjanjianKinerja.objects.select_related(*BERKAIT_PK).get(pk=pk.pk)
    return satu
