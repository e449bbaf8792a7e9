"""The one home of database triggers: what no CheckConstraint can hold.

Altering a table on SQLite drops its triggers silently, so they are installed after every migrate
(``post_migrate``) and a system check says where one is missing. A trigger is one SQL condition on
``NEW`` that both SQLite and PostgreSQL understand; where it is true, the row is refused with an
IntegrityError that carries the Indonesian sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Pemicu:
    """One rule: rows of ``tabel`` for which ``syarat`` (SQL on NEW, or OLD at a delete) holds are refused.

    ``peristiwa`` names the events; with ``lama`` the condition of an update is asked of the row as it
    was (OLD) as well, so that a lock can be left neither with the old keys nor with new ones.
    """

    nama: str
    tabel: str
    syarat: str
    pesan: str
    peristiwa: tuple[str, ...] = ("insert", "update")
    lama: bool = False

    def syarat_pada(self, peristiwa: str) -> str:
        """Return the condition for one event."""
        if peristiwa == "delete":
            return self.syarat.replace("NEW.", "OLD.")
        if peristiwa == "update" and self.lama:
            return f"({self.syarat}) OR ({self.syarat.replace('NEW.', 'OLD.')})"
        return self.syarat

    def nama_lengkap(self, peristiwa: str) -> str:
        """Return the trigger's name for one event ("insert" or "update")."""
        return f"pemicu_{self.nama}_{peristiwa}"


def kekal(tabel: str, sebutan: str, kunci: str = "id") -> tuple[Pemicu, ...]:
    """Return the triggers of a table whose rows are only inserted.

    ``INSERT OR REPLACE`` of SQLite passes triggers on UPDATE and DELETE (seen), so an insert with an
    existing key is refused too.
    """
    return (
        Pemicu(
            nama=f"kekal_{tabel}",
            tabel=tabel,
            syarat="1 = 1",
            pesan=f"{sebutan} tidak dapat diubah atau dihapus.",
            peristiwa=("update", "delete"),
        ),
        kunci_baru(tabel, sebutan, kunci),
    )


def kunci_baru(tabel: str, sebutan: str, kunci: str = "id") -> Pemicu:
    """Return the trigger that refuses an insert over an existing key."""
    return Pemicu(
        nama=f"kunci_baru_{tabel}",
        tabel=tabel,
        syarat=f"EXISTS (SELECT 1 FROM {tabel} x WHERE x.{kunci} = NEW.{kunci})",  # noqa: S608 - constants
        pesan=f"{sebutan} tidak dapat ditimpa.",
        peristiwa=("insert",),
    )


_daftar: dict[str, Pemicu] = {}


def daftarkan(*pemicu: Pemicu) -> None:
    """Register triggers; called from the ``pemicu`` module of each app when Django starts."""
    for satu in pemicu:
        _daftar[satu.nama] = satu


def semua() -> tuple[Pemicu, ...]:
    """Return all registered triggers in order of name."""
    return tuple(_daftar[nama] for nama in sorted(_daftar))


def pasang(koneksi: BaseDatabaseWrapper, pemicu: Iterable[Pemicu]) -> None:
    """Create (or create again) the triggers whose table exists."""
    with koneksi.cursor() as kursor:
        tabel = set(koneksi.introspection.table_names(kursor))
        for satu in pemicu:
            if satu.tabel in tabel:
                for perintah in _perintah(koneksi.vendor, satu):
                    kursor.execute(perintah)


def _perintah(vendor: str, p: Pemicu) -> list[str]:
    pesan = p.pesan.replace("'", "''")
    hasil = []
    for peristiwa in p.peristiwa:
        nama, syarat = p.nama_lengkap(peristiwa), p.syarat_pada(peristiwa)
        baris = "OLD" if peristiwa == "delete" else "NEW"
        if vendor == "sqlite":
            hasil += [
                f"DROP TRIGGER IF EXISTS {nama}",
                f"CREATE TRIGGER {nama} BEFORE {peristiwa.upper()} ON {p.tabel} FOR EACH ROW "
                f"WHEN ({syarat}) BEGIN SELECT RAISE(ABORT, '{pesan}'); END",
            ]
        else:
            hasil += [
                f"CREATE OR REPLACE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF ({syarat}) THEN RAISE EXCEPTION '{pesan.replace('%', '%%')}' "
                f"USING ERRCODE = 'check_violation'; END IF; RETURN {baris}; END $$",
                f"DROP TRIGGER IF EXISTS {nama} ON {p.tabel}",
                f"CREATE TRIGGER {nama} BEFORE {peristiwa.upper()} ON {p.tabel} "
                f"FOR EACH ROW EXECUTE FUNCTION {nama}()",
            ]
    return hasil


def lepas(koneksi: BaseDatabaseWrapper, pemicu: Iterable[Pemicu]) -> None:
    """Drop triggers."""
    with koneksi.cursor() as kursor:
        tabel = set(koneksi.introspection.table_names(kursor))
        for satu in pemicu:
            if satu.tabel not in tabel:
                continue
            for peristiwa in satu.peristiwa:
                nama = satu.nama_lengkap(peristiwa)
                akhir = "" if koneksi.vendor == "sqlite" else f" ON {satu.tabel}"
                kursor.execute(f"DROP TRIGGER IF EXISTS {nama}{akhir}")


@contextmanager
def terangkat(koneksi: BaseDatabaseWrapper) -> Iterator[None]:
    """Lift all triggers inside the block; they stand again after it.

    Only for resetting the example offices and for emptying a test database: the owner of a database
    can always do this, a person of the application never.
    """
    lepas(koneksi, semua())
    try:
        yield
    finally:
        pasang(koneksi, semua())


def pasang_setelah_migrate(sender: AppConfig, using: str, **_: Any) -> None:
    """Install the triggers of one app's tables (receiver of ``post_migrate``)."""
    awalan = f"{sender.label}_"
    pasang(connections[using], [p for p in semua() if p.tabel.startswith(awalan)])


def nama_terpasang(koneksi: BaseDatabaseWrapper) -> set[str]:
    """Return the names of all triggers that the database has."""
    sql = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if koneksi.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with koneksi.cursor() as kursor:
        kursor.execute(sql)
        return {baris[0] for baris in kursor.fetchall()}


def periksa_pemicu(app_configs: Any, databases: Any = None, **_: Any) -> list[CheckMessage]:
    """System check (database tag): every registered trigger of an existing table is installed."""
    temuan: list[CheckMessage] = []
    for alias in databases or []:
        koneksi = connections[alias]
        with koneksi.cursor() as kursor:
            tabel = set(koneksi.introspection.table_names(kursor))
        ada = nama_terpasang(koneksi)
        for p in semua():
            hilang = [n for e in p.peristiwa if (n := p.nama_lengkap(e)) not in ada]
            if p.tabel in tabel and hilang:
                temuan.append(
                    Error(
                        f"Pemicu basis data hilang: {', '.join(hilang)}",
                        hint="Jalankan manage.py migrate.",
                        id="sakip.E001",
                    )
                )
    return temuan
