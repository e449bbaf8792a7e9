"""The report that a command names by office and year."""

from __future__ import annotations

from organisasi.models import PerangkatDaerah
from pelaporan.models import Laporan


def cari_laporan(slug: str, tahun: int) -> Laporan | None:
    """Return a report with its office and government."""
    laporan: Laporan | None = (
        Laporan.objects.milik(slug).tahun(tahun).select_related("perangkat_daerah__pemda").first()
    )
    return laporan


def sebut_tidak_ada(slug: str, tahun: int) -> str:
    """Return the sentence for an office or year that is not there, with what is."""
    if not PerangkatDaerah.objects.filter(slug=slug).exists():
        ada = ", ".join(PerangkatDaerah.objects.order_by("slug").values_list("slug", flat=True)[:10])
        return f"Perangkat daerah {slug} tidak ada. Yang ada: {ada or 'belum satu pun'}."
    tahun_ada = Laporan.objects.milik(slug).order_by("tahun").values_list("tahun", flat=True)
    ada = ", ".join(str(t) for t in tahun_ada)
    return f"Laporan {slug} tahun {tahun} tidak ada. Tahun yang ada: {ada or 'belum satu pun'}."
