"""Units of measure from a file."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from organisasi.models import Satuan
from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.resource import ResourceImpor
from sakip.umum.impor.widget import Teks, YaTidak, kunci

KOLOM_SATUAN = (
    Kolom("nama", "Nama", Teks(), "Orang/bulan", "Nama satuan, satu ejaan.", is_wajib=True, is_kunci=True),
    Kolom(
        "is_persen", "Persentase", YaTidak(), "tidak", "ya bila nilainya dicetak dengan tanda persen.",
        is_biarkan=True,
    ),
)  # fmt: skip


class ResourceSatuan(ResourceImpor):
    """Found by name; a name in other letters is no second unit."""

    class Meta:
        model = Satuan
        fields = ()

    kolom = KOLOM_SATUAN
    urutan_tulis = (Satuan,)

    def muat(self, kunci: set[Hashable]) -> dict[Hashable, Any]:
        """Return all units: they are few."""
        return {(s.nama,): s for s in Satuan.objects.untuk(self.pengguna)}

    def tanda_ejaan(self, objek: Any) -> tuple[Hashable, str]:
        """Names are compared without case."""
        return kunci(objek.nama), objek.nama

    def periksa_bersama(self) -> None:
        """Refuse a new name that differs from another by its letters only."""
        ada = dict(self.tanda_ejaan(o) for o in self.milik.values() if o.pk is not None)
        self.tolak_ejaan("nama", ada, "Satuan")
