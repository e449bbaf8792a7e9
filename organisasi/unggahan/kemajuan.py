"""How far a run is, written rarely and shortly: on SQLite every write asks for the one write lock."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import OperationalError, transaction
from django.utils import timezone

from organisasi.models import Unggahan
from organisasi.pilihan import StatusUnggahan
from organisasi.unggahan import denyut
from organisasi.unggahan.langkah import pindah
from organisasi.unggahan.penangan import Dibatalkan

JEDA_TULIS = 1.0  # seconds between two writes; a page asks every 1.5 s
log = logging.getLogger(__name__)


class Kemajuan:
    """Takes counts from a handler. Every call may raise Dibatalkan: let it pass.

    Counts are absolute: ``dibaca(1200)`` means 1.200 rows so far. ``setelah_terap`` runs in the
    transaction of the change itself (the jejak).
    """

    def __init__(self, unggahan: Unggahan, setelah_terap: Callable[[], None] | None = None) -> None:
        self._pk, self._giliran = unggahan.pk, unggahan.giliran
        self._hitung: dict[str, int] = {}
        self._ditulis = time.monotonic()
        self._dalam_transaksi = False
        self._setelah_terap = setelah_terap

    def total(self, n: int) -> None:
        """How many rows there are."""
        self._catat("total", n)

    def dibaca(self, n: int) -> None:
        """Rows read so far."""
        self._catat("dibaca", n)

    def diperiksa(self, n: int) -> None:
        """Rows checked so far."""
        self._catat("diperiksa", n)

    def diterapkan(self, n: int) -> None:
        """Rows applied so far."""
        self._catat("diterapkan", n)

    @property
    def hitungan(self) -> dict[str, int]:
        """All counts, for the last write."""
        return dict(self._hitung)

    def _catat(self, kunci: str, n: int) -> None:
        self._hitung[kunci] = n
        if time.monotonic() - self._ditulis >= JEDA_TULIS:
            self.tulis()

    def tulis(self) -> None:
        """Write the counts now; this is the sign of life of the run too."""
        self._ditulis = time.monotonic()
        if self._dalam_transaksi:
            denyut.tulis(self._pk, self._giliran, self._hitung.get("diterapkan", 0))
            return
        bekerja = (StatusUnggahan.MEMERIKSA, StatusUnggahan.MENERAPKAN)
        baris = Unggahan.objects.filter(pk=self._pk, giliran=self._giliran, status__in=bekerja)
        try:
            ada = baris.update(**self._hitung, diubah_pada=timezone.now())
        except OperationalError:  # the base is busy: a count may be old, the work goes on
            log.warning("Kemajuan unggahan %s tidak tertulis", self._pk, exc_info=True)
            return
        if not ada:
            raise Dibatalkan

    @contextmanager
    def transaksi(self) -> Iterator[None]:
        """Hold the one transaction of a change: it is applied once, or not at all.

        The row of the upload is asked first and marked done last, in the same transaction; a run that was
        overtaken finds nothing to mark and writes nothing.
        """
        with self.bagian():
            try:
                yield
            finally:
                denyut.hapus(self._pk, self._giliran)
            self.tandai_selesai()

    @contextmanager
    def bagian(self) -> Iterator[None]:
        """Hold the transaction of a part that stands for itself (one office of many), all or nothing.

        A run that was overtaken raises Dibatalkan before the part writes; what parts before it wrote stays.
        """
        with transaction.atomic():
            if not pindah(self._pk, [_MENERAPKAN], _MENERAPKAN, self._giliran):
                raise Dibatalkan
            self._dalam_transaksi = True
            try:
                yield
            finally:
                self._dalam_transaksi = False

    def tandai_selesai(self) -> None:
        """Mark the change as applied, with its jejak; the caller holds the transaction."""
        ke = StatusUnggahan.SELESAI
        if not pindah(self._pk, [_MENERAPKAN], ke, self._giliran, self._hitung):
            raise Dibatalkan
        if self._setelah_terap is not None:
            self._setelah_terap()


_MENERAPKAN = StatusUnggahan.MENERAPKAN.value


class KemajuanDiam(Kemajuan):
    """For a command: nobody watches, nobody cancels, no row is kept."""

    def __init__(self) -> None:
        self._hitung = {}

    def _catat(self, kunci: str, n: int) -> None:
        self._hitung[kunci] = n

    def tulis(self) -> None:
        """Write nothing."""

    @contextmanager
    def transaksi(self) -> Iterator[None]:
        """Hold a transaction."""
        with transaction.atomic():
            yield
