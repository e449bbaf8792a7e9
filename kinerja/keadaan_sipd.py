"""What an import of spending asks of measurement: the unit of a node, and whether its quarter is open."""

from __future__ import annotations

from anggaran.beda import Kunci
from anggaran.pilihan import TingkatAnggaran
from kinerja.isian import DIISI, muat_tahap
from kinerja.pilihan import Tahap
from kinerja.tanggung_jawab import unit_node, unit_pimpinan
from organisasi.models import PerangkatDaerah
from renstra.models import Kegiatan, Program, SubKegiatan
from sakip.umum.tanggal import angka_romawi

_SEBUT = {
    Tahap.DIKIRIM: "sudah dikirim untuk diperiksa",
    Tahap.DIPERIKSA: "sudah diperiksa dan menunggu persetujuan",
    Tahap.DISETUJUI: "sudah disetujui dan terkunci",
}


class KeadaanKantor:
    """The quarters of an office and year: five queries.

    A quarter is open until it is sent, and again when it was given back or opened; windows bind those who
    fill in the grid, not a file of the whole office.
    """

    def __init__(self, kantor: PerangkatDaerah, tahun: int) -> None:
        milik = {"program__perangkat_daerah": kantor, "program__tahun": tahun}
        atas = {f"kegiatan__{nama}": nilai for nama, nilai in milik.items()}
        self._pimpinan = unit_pimpinan(kantor)
        self._unit: dict[Kunci, int | None] = {}
        for p in Program.objects.filter(perangkat_daerah=kantor, tahun=tahun).order_by():
            self._unit[TingkatAnggaran.PROGRAM, p.pk] = unit_node(p)
        for k in Kegiatan.objects.filter(**milik).select_related("program").order_by():
            self._unit[TingkatAnggaran.KEGIATAN, k.pk] = unit_node(k)
        for s in SubKegiatan.objects.filter(**atas).select_related("kegiatan__program").order_by():
            self._unit[TingkatAnggaran.SUB_KEGIATAN, s.pk] = unit_node(s)
        self._tahap = {kunci: t.tahap for kunci, t in muat_tahap(kantor, tahun).items()}

    def unit(self, kunci: Kunci | None) -> int | None:
        """Return the unit of a node: its own, that above it, else the top of the office."""
        return (self._unit.get(kunci) if kunci is not None else None) or self._pimpinan

    def halangan(self, unit_id: int | None, triwulan: int) -> str:
        """Return why a quarter is closed."""
        langkah = self._tahap.get((unit_id or 0, triwulan), DIISI)
        if langkah not in _SEBUT:
            return ""
        sebut = f"Triwulan {angka_romawi(triwulan)} {_SEBUT[Tahap(langkah)]}"
        return f"{sebut}. Minta dikembalikan atau dibuka dahulu."
