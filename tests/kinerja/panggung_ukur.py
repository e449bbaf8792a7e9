"""An office whose quarters can be filled: indicators of every kind, a budget, windows that are open."""

from __future__ import annotations

import datetime
from decimal import Decimal as D
from typing import Any

from django.utils import timezone

from kinerja.models import JendelaPengisian, RencanaAksi, TargetPeriode
from tests.pelaporan.kantor_uji import TAHUN, rapi, sekali_diperiksa
from tests.pemeran import KantorBerunit


def buka_jendela(kantor: KantorBerunit, *triwulan: int, hari: datetime.date | None = None) -> None:
    """Open quarters around a day (today by default)."""
    hari = hari or timezone.localdate()
    for t in triwulan or (1, 2, 3, 4):
        JendelaPengisian.objects.update_or_create(
            perangkat_daerah=kantor.kantor, tahun=TAHUN, triwulan=t,
            defaults={"buka": hari - datetime.timedelta(days=5), "tutup": hari + datetime.timedelta(days=5)},
        )  # fmt: skip


def tutup_jendela(kantor: KantorBerunit, *triwulan: int) -> None:
    """Close quarters yesterday."""
    kemarin = timezone.localdate() - datetime.timedelta(days=1)
    JendelaPengisian.objects.filter(perangkat_daerah=kantor.kantor, triwulan__in=triwulan).update(
        buka=kemarin - datetime.timedelta(days=9), tutup=kemarin
    )


class PanggungUkur:
    """Indicators of Subbag Program and of Seksi Pelayanan (layanan), and a budget of both."""

    @sekali_diperiksa
    def __init__(self, k: KantorBerunit) -> None:
        self.k = k
        program, seksi = k.unit["Subbag Program"], k.unit["Seksi Pelayanan"]
        tw: dict[str, Any] = {"frekuensi": "triwulan", "penanggung_jawab": program}
        self.skm = k.indikator("skm", **tw)
        self.desa = k.indikator("desa", **{**tw, "jenis": "angka", "metode": "jumlah"})
        self.rasio = k.indikator(
            "rasio", jenis="persen", metode="rasio_jumlah", satuan=k.persen,
            label_pembilang="Selesai", label_penyebut="Masuk", **tw,
        )  # fmt: skip
        self.sakip = k.indikator(
            "sakip", jenis="predikat", skala="akip", satuan=None, penanggung_jawab=program
        )
        self.layanan = k.indikator(
            "layanan", jenis="persen", metode="akhir", satuan=k.persen, frekuensi="semester",
            penanggung_jawab=seksi,
        )  # fmt: skip
        self.pk = k.pk(
            {self.skm: "87.15", self.desa: 17, self.rasio: 100, self.sakip: "BB", self.layanan: 100}
        )
        self.rencana = rapi(RencanaAksi(perjanjian=self.pk))
        for periode, nilai in (("tw1", 4), ("tw2", 5), ("tw3", 4), ("tw4", 4)):
            rapi(
                TargetPeriode(rencana_aksi=self.rencana, indikator=self.desa, periode=periode, nilai=D(nilai))
            )
        self.program = k.program("7.01.02", {k.sasaran: 100})
        self.sub = k.sub_kegiatan(self.program, "7.01.02.2.01.0001")
        self.sub_lain = k.sub_kegiatan(self.program, "7.01.02.2.01.0002")
        self.sub.unit, self.sub_lain.unit = program, seksi
        self.sub.save()
        self.sub_lain.save()
        self.dpa = k.dpa({self.sub: 1_000_000, self.sub_lain: 500_000})
        k.tetapkan()
        buka_jendela(k)

    def alamat(self, triwulan: int, sisa: str = "") -> str:
        """Return an address under a quarter."""
        return f"/kantor/{self.k.kantor.slug}/{TAHUN}/pengukuran/tw/{triwulan}/{sisa}"


def isian(objek: Any, **isi: str) -> dict[str, str]:
    """Return the POST fields of one indicator's row."""
    bawaan = {"versi": "0", "keadaan": "isi", "keterangan": ""}
    return {f"indikator-{objek.pk}-{k}": v for k, v in {**bawaan, **isi}.items()}
