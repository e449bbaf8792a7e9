"""How far a change is while its transaction is open: a small file, since no row is seen before the end.

It is the sign of life of the change too. A database cannot carry either: on SQLite the transaction holds the
one write lock, on PostgreSQL the row of the upload.
"""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def folder_pekerja() -> Path:
    """Return the folder of what belongs to workers: places, log, signs of life."""
    folder = Path(settings.MEDIA_ROOT) / "pekerja"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _berkas(pk: int, giliran: int) -> Path:
    return folder_pekerja() / f"denyut-{pk}-{giliran}"


def tulis(pk: int, giliran: int, n: int) -> None:
    """Say how many rows are applied; a full disk stops no change."""
    with suppress(OSError):
        berkas = _berkas(pk, giliran)
        baru = berkas.with_suffix(".baru")
        baru.write_text(str(n), encoding="ascii")
        baru.replace(berkas)


def baca(pk: int, giliran: int) -> tuple[int, datetime.datetime] | None:
    """Return the count and when it was written, None where nothing is being applied."""
    try:
        berkas = _berkas(pk, giliran)
        saat = datetime.datetime.fromtimestamp(berkas.stat().st_mtime, tz=datetime.UTC)
        return int(berkas.read_text(encoding="ascii")), saat
    except (OSError, ValueError):
        return None


def hapus(pk: int, giliran: int) -> None:
    """Forget it: the row says it now."""
    with suppress(OSError):
        _berkas(pk, giliran).unlink(missing_ok=True)


def hapus_lama() -> None:
    """Forget what a killed process left behind a day ago."""
    batas = (timezone.now() - datetime.timedelta(days=1)).timestamp()
    for berkas in folder_pekerja().glob("denyut-*"):
        with suppress(OSError):
            if berkas.stat().st_mtime < batas:
                berkas.unlink()
