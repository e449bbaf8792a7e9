"""Who may open an upload, and who decides on it."""

from __future__ import annotations

from organisasi.izin import Pelaku
from organisasi.models import Unggahan
from organisasi.pilihan import Peran
from organisasi.unggahan.penangan import ambil


def boleh_buka(pelaku: Pelaku, unggahan: Unggahan) -> bool:
    """Whoever handed it in and the admin kabupaten, as far as its kind admits them; a superuser."""
    if pelaku.is_semua:
        return True
    penangan = ambil(unggahan.jenis)
    sendiri = unggahan.oleh_id == pelaku.pengguna_id
    admin = Peran.ADMIN_KABUPATEN in pelaku.peran_di(unggahan.perangkat_daerah_id, unggahan.pemda_id)
    return penangan is not None and (sendiri or admin) and penangan.boleh(pelaku, unggahan)


def boleh_putuskan(pelaku: Pelaku, unggahan: Unggahan) -> bool:
    """Only who handed it in: what is applied is applied with their rights and under their name."""
    penangan = ambil(unggahan.jenis)
    sendiri = unggahan.oleh_id == pelaku.pengguna_id
    return penangan is not None and sendiri and penangan.boleh(pelaku, unggahan)
