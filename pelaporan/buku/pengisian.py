"""Whether a quarter of a unit may be filled through the workbook: the same rules as on the page."""

from __future__ import annotations

from kinerja.alur import boleh_isi
from kinerja.alur_isian import BUKAN_TUGAS
from kinerja.isian import DIISI
from kinerja.pilihan import NAMA_TRIWULAN, Tahap
from organisasi.pilihan import Peran
from pelaporan.buku.bahan import Bahan

PENGISI_TRIWULAN = (Peran.STAF.value, Peran.VERIFIKATOR.value, Peran.CAMAT.value)


def boleh_isi_triwulan(b: Bahan, unit_id: int | None, triwulan: int) -> str:
    """Return why values of a unit's quarter may not change; "" where they may.

    A quarter that was sent or approved is closed to everybody. A person needs the task and an open window;
    the system and who makes a new office need no window.
    """
    isian = b.isian
    if isian is None or b.kantor is None:
        return ""
    if unit_id is not None:
        langkah = isian.keadaan(unit_id, triwulan)
        if langkah not in (DIISI, Tahap.DIKEMBALIKAN):
            return (
                f"{NAMA_TRIWULAN[triwulan]} sudah {Tahap(langkah).label.lower()}, jadi isinya tidak berubah."
            )
    if b.pengguna is None or b.pengguna.pelaku.is_semua or b.is_penyiapan:
        return ""
    if not boleh_isi(b.pengguna.pelaku, b.kantor.pk, unit_id):
        return BUKAN_TUGAS
    if unit_id is None or not isian.is_jendela_terbuka(unit_id, triwulan, b.hari):
        return f"Jendela pengisian {NAMA_TRIWULAN[triwulan]} tertutup hari ini."
    return ""
