"""Who does the work: a short-lived process that the web process begins, or a standing one.

In the default install (``SAKIP_PEKERJA=otomatis``) there is no other service. A new task begins a detached
``manage.py kerjakan_antrean``, which survives the request and a restart of the web worker, empties the
queue and ends. At most ``SAKIP_PEKERJA_BANYAK`` of them run: each holds a lock on a file, which the
operating system gives back even where the process is killed.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from organisasi.unggahan.denyut import folder_pekerja

OTOMATIS, LUAR, LANGSUNG = "otomatis", "luar", "langsung"  # the last one for tests and commands
BATAS_LOG = 1_000_000


def antrekan(pk: int, giliran: int, langkah: str) -> None:
    """Put a step into the queue, in the caller's transaction."""
    if settings.PEKERJA != LANGSUNG:
        from organisasi.unggahan.tugas import kerjakan

        kerjakan.enqueue(pk, giliran, langkah)


def mulai(pk: int, giliran: int, langkah: str) -> None:
    """See to it that somebody does the step, once the caller's transaction is through."""
    if settings.PEKERJA == LANGSUNG:
        from organisasi.unggahan.jalan import jalankan

        jalankan(pk, giliran, langkah)
    elif settings.PEKERJA == OTOMATIS:
        transaction.on_commit(bangunkan, robust=True)


def is_ada_antrean() -> bool:
    """Whether a task waits."""
    return DBTaskResult.objects.ready().exists()


@contextmanager
def ambil_tempat() -> Iterator[bool]:
    """Hold one of the places of a worker; False where all are taken.

    Who holds a place looks at the queue again after giving it back (``kosongkan``), so a task that was put
    there before this said no is never left behind.
    """
    folder = folder_pekerja()
    for nomor in range(1, settings.PEKERJA_BANYAK + 1):
        berkas = os.open(folder / f"tempat-{nomor}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
        try:
            try:
                fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield True
            return
        finally:
            os.close(berkas)
    yield False


def bangunkan() -> bool:
    """Begin a worker where a place is free; True where one was begun."""
    with ambil_tempat() as ada:
        pass
    if not ada:
        return False
    with _buka_log() as catatan:
        proses = subprocess.Popen(
            [sys.executable, str(settings.BASE_DIR / "manage.py"), "kerjakan_antrean"],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=catatan,
            stderr=catatan,
            start_new_session=True,
        )
    # Nobody waits for it but a thread, so that no dead process is left in the table.
    threading.Thread(target=proses.wait, daemon=True, name="tunggu-pekerja").start()
    return True


@contextmanager
def _buka_log() -> Iterator[int]:
    """Open ``pekerja/pekerja.log``; one older file is kept."""
    jalur = folder_pekerja() / "pekerja.log"
    if jalur.exists() and jalur.stat().st_size > BATAS_LOG:
        jalur.replace(jalur.with_suffix(".log.1"))
    berkas = os.open(jalur, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        yield berkas
    finally:
        os.close(berkas)
