"""The task that the queue holds."""

from __future__ import annotations

from django_tasks import task

from organisasi.unggahan.jalan import jalankan


@task()
def kerjakan(pk: int, giliran: int, langkah: str) -> None:
    """Do one step of one run of an upload."""
    jalankan(pk, giliran, langkah)
