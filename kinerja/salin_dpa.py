"""What kinerja copies into a revision of the DPA: the targets of programme, kegiatan and sub kegiatan."""

from __future__ import annotations

from anggaran.models import DPA
from kinerja.models import TargetDPA
from organisasi.models import Pengguna
from sakip.umum.riwayat import buat_banyak


def salin_target_dpa(lama: DPA, baru: DPA, oleh: Pengguna) -> None:
    """Copy the targets in force at ``lama`` to ``baru``.

    A pergeseran often states no targets: then those of the last version before it that has some hold.
    """
    sumber = (
        DPA.objects.filter(
            perangkat_daerah=lama.perangkat_daerah_id, tahun=lama.tahun, urutan__lte=lama.urutan,
            target__isnull=False,
        )
        .order_by("-urutan")
        .first()
    )  # fmt: skip
    if sumber is None:
        return
    buat_banyak(
        [
            TargetDPA(
                dpa=baru, indikator_id=t.indikator_id, nilai=t.nilai, nilai_atas=t.nilai_atas,
                predikat_id=t.predikat_id,
            )
            for t in sumber.target.order_by("pk")
        ],
        oleh=oleh,
    )  # fmt: skip
