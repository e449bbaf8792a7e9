"""A draft of the report set aside, to see later what changed since."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from organisasi.models import Pengguna
from organisasi.pilihan import PERENCANA
from pelaporan.beda_konteks import Perubahan, PerubahanAngka, PerubahanNaskah, bandingkan
from pelaporan.konteks import KonteksLKjIP, compute_hash, to_json
from pelaporan.konteks_json import dari_json
from pelaporan.models import Laporan, PotretLaporan

__all__ = [
    "BANYAK",
    "Perubahan",
    "PerubahanAngka",
    "PerubahanNaskah",
    "baca_potret",
    "bandingkan",
    "simpan_potret",
]

BANYAK = 20


@transaction.atomic
def simpan_potret(laporan: Laporan, konteks: KonteksLKjIP, *, oleh: Pengguna) -> PotretLaporan:
    """Set the report aside as it stands; the newest draft itself where nothing changed since.

    The newest twenty are kept. Raises PermissionDenied for who does not write the report.
    """
    if not oleh.pelaku.is_peran(laporan.perangkat_daerah_id, *PERENCANA):
        raise PermissionDenied("potret")
    Laporan.objects.select_for_update().get(pk=laporan.pk)
    sidik = compute_hash(konteks)
    terakhir = PotretLaporan.objects.filter(laporan=laporan).order_by("-nomor").first()
    if terakhir is not None and terakhir.sha256 == sidik:
        return terakhir
    baru = PotretLaporan.objects.create(
        laporan=laporan,
        nomor=terakhir.nomor + 1 if terakhir else 1,
        isi=to_json(konteks),
        sha256=sidik,
        oleh=oleh,
    )
    PotretLaporan.objects.filter(laporan=laporan, nomor__lte=baru.nomor - BANYAK).delete()
    return baru


def baca_potret(potret: PotretLaporan) -> KonteksLKjIP:
    """Return the report of a draft that was set aside. Raises JsonTidakCocok for one of another shape."""
    return dari_json(potret.isi)
