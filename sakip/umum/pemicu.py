"""The one home of database triggers: what no CheckConstraint can hold.

Altering a table on SQLite drops its triggers silently, so they are installed after every migrate
(``post_migrate``) and a system check says where one is missing. A trigger is one SQL condition on
``NEW`` that both SQLite and PostgreSQL understand; where it is true, the row is refused with an
IntegrityError that carries the Indonesian sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True)
class Pemicu:
    """One rule: rows of ``tabel`` for which ``syarat`` (SQL on NEW) holds are refused."""

    nama: str
    tabel: str
    syarat: str
    pesan: str

    def nama_lengkap(self, peristiwa: str) -> str:
        """Return the trigger's name for one event ("insert" or "update")."""
        return f"pemicu_{self.nama}_{peristiwa}"


PERISTIWA = ("insert", "update")
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
    for peristiwa in PERISTIWA:
        nama = p.nama_lengkap(peristiwa)
        if vendor == "sqlite":
            hasil += [
                f"DROP TRIGGER IF EXISTS {nama}",
                f"CREATE TRIGGER {nama} BEFORE {peristiwa.upper()} ON {p.tabel} FOR EACH ROW "
                f"WHEN ({p.syarat}) BEGIN SELECT RAISE(ABORT, '{pesan}'); END",
            ]
        else:
            hasil += [
                f"CREATE OR REPLACE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF ({p.syarat}) THEN RAISE EXCEPTION '{pesan.replace('%', '%%')}' "
                f"USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$",
                f"DROP TRIGGER IF EXISTS {nama} ON {p.tabel}",
                f"CREATE TRIGGER {nama} BEFORE {peristiwa.upper()} ON {p.tabel} "
                f"FOR EACH ROW EXECUTE FUNCTION {nama}()",
            ]
    return hasil


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
            hilang = [n for e in PERISTIWA if (n := p.nama_lengkap(e)) not in ada]
            if p.tabel in tabel and hilang:
                temuan.append(
                    Error(
                        f"Pemicu basis data hilang: {', '.join(hilang)}",
                        hint="Jalankan manage.py migrate.",
                        id="sakip.E001",
                    )
                )
    return temuan
