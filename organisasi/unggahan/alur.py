"""What a person does with an upload: hand in, confirm, check again, cancel."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from simple_history.models import HistoricalRecords

from organisasi.models import PemerintahDaerah, Pengguna, PerangkatDaerah, Unggahan
from organisasi.pilihan import STATUS_BEKERJA, StatusUnggahan
from organisasi.unggahan import pekerja
from organisasi.unggahan.berkas import bersihkan_nama, simpan, wajib_sah
from organisasi.unggahan.bersih import bersihkan
from organisasi.unggahan.hak import boleh_putuskan
from organisasi.unggahan.keadaan import is_terhenti
from organisasi.unggahan.langkah import PERIKSA, TERAPKAN, pindah
from organisasi.unggahan.penangan import UnggahanDitolak, ambil
from sakip.umum.riwayat import alamat_dari

ANTRE_TERBANYAK = 5  # of one person
DAPAT_DIULANG = (StatusUnggahan.SIAP, StatusUnggahan.DITOLAK, StatusUnggahan.GAGAL)
DAPAT_DIBATALKAN = (StatusUnggahan.ANTRE, StatusUnggahan.MEMERIKSA, StatusUnggahan.SIAP)


class AlurGagal(UnggahanDitolak):
    """The upload is not where the act would begin."""


def terima(
    berkas: Any,
    *,
    jenis: str,
    oleh: Pengguna,
    kantor: PerangkatDaerah | None = None,
    pemda: PemerintahDaerah | None = None,
    tahun: int | None = None,
    pilihan: dict[str, Any] | None = None,
) -> Unggahan:
    """Store a file and queue its check. Raises UnggahanDitolak with what to say at the field.

    ``kantor`` or, for a file of many offices, ``pemda`` says whose it is. The handler's ``boleh`` is asked.
    """
    penangan = ambil(jenis)
    if penangan is None:
        raise ValueError(f"jenis unggahan {jenis} tidak terdaftar")
    wajib_sah(berkas, penangan)
    bersihkan(paling_banyak=20)
    unggahan = Unggahan(
        jenis=jenis,
        perangkat_daerah=kantor,
        pemda=kantor.pemda if kantor else pemda,
        tahun=tahun,
        nama=bersihkan_nama(str(berkas.name)),
        ukuran=berkas.size,
        pilihan=pilihan or {},
        oleh=oleh,
        alamat_asal=_alamat(),
        diubah_pada=timezone.now(),
        hapus_setelah=timezone.localdate() + datetime.timedelta(days=settings.UNGGAHAN_HARI),
    )
    _wajib_boleh(unggahan, oleh)
    if Unggahan.objects.filter(oleh=oleh, status__in=STATUS_BEKERJA).count() >= ANTRE_TERBANYAK:
        raise UnggahanDitolak(
            f"Masih ada {ANTRE_TERBANYAK} unggahan Anda yang dikerjakan. Tunggu salah satunya selesai, atau "
            "batalkan di daftar Unggahan."
        )
    _simpan_baru(unggahan, berkas)
    pekerja.mulai(unggahan.pk, unggahan.giliran, PERIKSA)
    unggahan.refresh_from_db()
    return unggahan


def _simpan_baru(unggahan: Unggahan, berkas: Any) -> None:
    """Keep the file and its row, or neither."""
    unggahan.berkas.name, unggahan.sha256 = simpan(berkas)
    try:
        with transaction.atomic():
            unggahan.save()
            pekerja.antrekan(unggahan.pk, unggahan.giliran, PERIKSA)
    except BaseException:
        default_storage.delete(unggahan.berkas.name)
        raise


def konfirmasi(
    unggahan: Unggahan, oleh: Pengguna, pilihan: dict[str, Any] | None = None, giliran: int | None = None
) -> None:
    """Queue the change of a checked upload; a second confirmation raises AlurGagal.

    ``giliran`` is the run whose preview the person saw: where it was checked again meanwhile, nothing is
    applied unseen.
    """
    _wajib_boleh(unggahan, oleh)
    dari = giliran or unggahan.giliran
    _antre(unggahan, [StatusUnggahan.SIAP], StatusUnggahan.MENERAPKAN, dari, TERAPKAN, pilihan)


def periksa_ulang(unggahan: Unggahan, oleh: Pengguna, pilihan: dict[str, Any] | None = None) -> None:
    """Check again, with other choices or after a worker died."""
    _wajib_boleh(unggahan, oleh)
    dari = [s.value for s in DAPAT_DIULANG]
    if is_terhenti(unggahan):
        dari += STATUS_BEKERJA
    nol = dict.fromkeys(("dibaca", "diperiksa", "diterapkan", "total"), 0)
    _antre(unggahan, dari, StatusUnggahan.ANTRE, unggahan.giliran, PERIKSA, pilihan, pesan="", **nol)


def batalkan(unggahan: Unggahan, oleh: Pengguna) -> None:
    """Cancel before the change; while it is being applied it cannot be stopped."""
    _wajib_boleh(unggahan, oleh)
    if not pindah(unggahan.pk, DAPAT_DIBATALKAN, StatusUnggahan.DIBATALKAN, unggahan.giliran):
        _tolak(unggahan)
    unggahan.refresh_from_db()


def _antre(
    unggahan: Unggahan,
    dari: Any,
    ke: str,
    giliran: int,
    langkah: str,
    pilihan: dict[str, Any] | None,
    **isi: Any,
) -> None:
    with transaction.atomic():
        isi |= {"giliran": F("giliran") + 1, "alamat_asal": _alamat()}
        if pilihan is not None:
            isi["pilihan"] = {**unggahan.pilihan, **pilihan}
        if not pindah(unggahan.pk, dari, ke, giliran, isi):
            _tolak(unggahan)
        pekerja.antrekan(unggahan.pk, giliran + 1, langkah)
    pekerja.mulai(unggahan.pk, giliran + 1, langkah)
    unggahan.refresh_from_db()


def _tolak(unggahan: Unggahan) -> None:
    kini = Unggahan.objects.only("status", "giliran").filter(pk=unggahan.pk).first()
    keadaan = kini.get_status_display().lower() if kini else "sudah dihapus"
    raise AlurGagal(f"Tidak dilakukan, karena keadaan unggahan ini sudah berubah: {keadaan}.")


def _wajib_boleh(unggahan: Unggahan, oleh: Pengguna) -> None:
    if not boleh_putuskan(oleh.pelaku, unggahan):
        raise PermissionDenied("unggahan")


def _alamat() -> str | None:
    return alamat_dari(getattr(HistoricalRecords.context, "request", None))
