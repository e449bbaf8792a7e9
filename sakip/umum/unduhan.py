"""How a workbook leaves the server."""

from __future__ import annotations

from django.http import HttpResponse

from sakip.umum.xlsx import JENIS_ISI


def kirim_xlsx(isi: bytes, nama: str) -> HttpResponse:
    """Return a workbook as a download under a name (ASCII)."""
    tajuk = {"Content-Disposition": f'attachment; filename="{nama}"'}
    return HttpResponse(isi, content_type=JENIS_ISI, headers=tajuk)
