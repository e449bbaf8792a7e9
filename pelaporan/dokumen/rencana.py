"""What the planning documents share: rows read once, and the head who signs them."""

from __future__ import annotations

import datetime

from organisasi.models import DokumenPenetapan, PerangkatDaerah
from organisasi.pilihan import JenisDokumen, TingkatJabatan
from pelaporan.dokumen.dasar import DokumenGagal, TandaTangan, build_tanda_tangan, laporan_kantor
from pelaporan.konteks import Identitas
from pelaporan.susun.akhir import pejabat_pada
from pelaporan.susun.muat import Data, SusunGagal, muat
from sakip.umum.tanggal import format_tanggal


def muat_rencana(kantor: PerangkatDaerah, tahun: int) -> Data:
    """Return the rows of an office and year as the report reads them: the number of queries is constant."""
    try:
        return muat(laporan_kantor(kantor, tahun))
    except SusunGagal as galat:
        raise DokumenGagal(str(galat)) from galat


def tanda_tangan_rencana(
    data: Data, identitas: Identitas, tanggal: datetime.date | None = None
) -> TandaTangan:
    """Return the block of the head: of the document's own day, else of the day of the first PK.

    Without a day of its own the document leaves room to write it by hand.
    """
    pk = data.pk.get(data.tahun, [])
    hari = tanggal or (pk[0].tanggal if pk else datetime.date(data.tahun, 12, 31))
    pejabat = pejabat_pada(data, TingkatJabatan.KEPALA_PD, hari)
    return build_tanda_tangan(identitas, pejabat, format_tanggal(tanggal) if tanggal else "")


def dokumen_penetapan(
    kantor: PerangkatDaerah, jenis: JenisDokumen, tahun: int, *, tepat: bool = False
) -> DokumenPenetapan | None:
    """Return the document that sets something: of that year, or (not ``tepat``) the last one until then."""
    semua = DokumenPenetapan.objects.filter(perangkat_daerah=kantor, jenis=jenis, tahun__lte=tahun)
    return semua.filter(**({"tahun": tahun} if tepat else {})).order_by("-tahun").first()
