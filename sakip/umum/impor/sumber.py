"""What a file may point to, by the words that people use: only rows of the person, each list read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import Model

from sakip.umum.impor.widget import kunci, kutip, usulkan

USULAN_TERBANYAK = 100  # nearest names of one file: each compares with a whole list


class Sumber:
    """Lists by name for one check of one file."""

    def __init__(self, pengguna: Any) -> None:
        self.pengguna = pengguna
        self.pelaku = pengguna.pelaku
        self._daftar: dict[Any, dict[str, Any]] = {}
        self._nama: dict[Any, list[str]] = {}
        self._baru: dict[Any, dict[str, Any]] = {}
        self._usulan = 0
        self.kamus: dict[str, dict[Any, Any]] = {}  # what a resource looks up by more than a name

    def cari(
        self, model: type[Model], teks: str, *, sebutan: str, nama: Callable[[Any], Iterable[str]],
        is_ditulis: bool = False, terkait: tuple[str, ...] = (),
    ) -> Any:  # fmt: skip
        """Return the row that a name means; another government's row does not exist.

        ``nama`` gives the names of a row, first the one to propose. With ``is_ditulis`` only rows that the
        person writes count. A name that two rows share means none. Raises ValueError.
        """
        tanda = (model, sebutan)
        if tanda not in self._daftar:
            self._muat(tanda, nama, is_ditulis, terkait)
        hasil = self._daftar[tanda].get(kunci(teks)) or self._baru.get(tanda, {}).get(kunci(teks))
        if hasil is None:
            dekat = self.usulkan(teks, self._nama[tanda])
            raise ValueError(f"{sebutan} {kutip(teks)} tidak ada dalam daftar Anda.{dekat}")
        return hasil

    def usulkan(self, teks: str, ada: Iterable[str]) -> str:
        """Return " Maksud Anda …?" with the nearest name; nothing once a file has had many."""
        self._usulan += 1
        return usulkan(teks, ada) if self._usulan <= USULAN_TERBANYAK else ""

    def tambah(self, model: type[Model], sebutan: str, baru: Mapping[str, Any]) -> None:
        """Let a file point to rows that it makes itself."""
        self._baru[model, sebutan] = {kunci(nama): objek for nama, objek in baru.items()}

    def _muat(self, tanda: Any, nama: Callable[[Any], Iterable[str]], is_ditulis: bool, terkait: Any) -> None:
        daftar: dict[str, Any] = {}
        depan: list[str] = []
        rows = tanda[0].objects.untuk(self.pengguna).order_by("pk")
        for objek in rows.select_related(*terkait) if terkait else rows:
            if is_ditulis and not self.pelaku.boleh_tulis_objek(objek):
                continue
            semua = [n for n in nama(objek) if n]
            depan += semua[:1]
            for satu in {kunci(n) for n in semua}:
                daftar[satu] = None if satu in daftar else objek
        self._daftar[tanda], self._nama[tanda] = daftar, depan
