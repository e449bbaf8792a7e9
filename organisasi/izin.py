"""Who a person is for the system: what the Penugasan of today allow to see and to write.

The acting role is read from the rows of Penugasan on every request, never from the browser. Where a
person holds several roles at an office the rights add up, and each act records the role that allowed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q
from django.utils import timezone

from organisasi.models import Pengguna, Penugasan, PerangkatDaerah
from organisasi.pilihan import PERAN_KABUPATEN, Peran

SUPERUSER = "superuser"


@dataclass(frozen=True)
class Tugas:
    """One Penugasan in force: the role and where it holds."""

    peran: str
    pemda_id: int | None
    kantor_id: int | None
    unit_id: int | None


@dataclass(frozen=True)
class Pelaku:
    """A person with the tasks of today."""

    pengguna_id: int | None
    is_semua: bool
    tugas: tuple[Tugas, ...]
    kantor_terlihat: frozenset[int] = field(default_factory=frozenset)
    pemda_terlihat: frozenset[int] = field(default_factory=frozenset)
    kantor_pemda: Mapping[int, int] = field(default_factory=dict)  # offices under a kabupaten role
    wajib_dua_langkah: bool = False

    @property
    def is_bertugas(self) -> bool:
        """Whether the person has anything to do here."""
        return self.is_semua or bool(self.tugas)

    @property
    def peran(self) -> frozenset[str]:
        """All roles, wherever they hold."""
        return frozenset(t.peran for t in self.tugas)

    def peran_di(self, kantor_id: int | None, pemda_id: int | None = None) -> frozenset[str]:
        """Return the roles that hold for an office: its own, and those for its whole government."""
        hasil = {t.peran for t in self.tugas if t.kantor_id is not None and t.kantor_id == kantor_id}
        if kantor_id is not None:
            pemda_id = self.kantor_pemda.get(kantor_id, pemda_id)
        if pemda_id is not None:
            hasil |= {t.peran for t in self.tugas if t.pemda_id == pemda_id}
        return frozenset(hasil)

    def terlihat(self, pembaca: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int]]:
        """Return offices and governments whose rows may be looked at by these roles (empty: by all)."""
        if not pembaca:
            return self.kantor_terlihat, self.pemda_terlihat
        kantor = frozenset(k for k in self.kantor_terlihat if self.peran_di(k) & set(pembaca))
        pemda = frozenset(t.pemda_id for t in self.tugas if t.pemda_id is not None and t.peran in pembaca)
        return kantor, pemda

    def is_peran(self, kantor_id: int | None, *peran: str) -> bool:
        """Whether one of these roles holds for an office; a superuser has all of them."""
        return self.is_semua or bool(self.peran_di(kantor_id) & set(peran))

    def unit_di(self, kantor_id: int | None) -> frozenset[int]:
        """Return the units for which the person is staff at an office."""
        return frozenset(
            t.unit_id
            for t in self.tugas
            if t.kantor_id == kantor_id and t.peran == Peran.STAF and t.unit_id is not None
        )

    def is_seluruh_kantor(self, kantor_id: int | None) -> bool:
        """Whether the person works on all units of an office, and not on own ones only."""
        return self.is_peran(kantor_id, Peran.VERIFIKATOR, Peran.PENYUSUN, Peran.CAMAT)

    def sebut_peran(self, kantor_id: int | None) -> str:
        """Return the roles at an office in words: "Verifikator, Penyusun laporan"."""
        if self.is_semua and not self.tugas:
            return "Administrator sistem"
        ada = self.peran_di(kantor_id) or self.peran
        return ", ".join(p.label for p in Peran if p.value in ada)

    # Models and rows --------------------------------------------------------------------------------

    def boleh_lihat(self, model: type[Model]) -> bool:
        """Whether rows of a model may be looked at, office aside."""
        if self.is_semua:
            return True
        lingkup = getattr(model, "lingkup", None)
        if lingkup is None or not self.tugas:
            return False
        return not lingkup.pembaca or bool(self.peran & set(lingkup.pembaca))

    def boleh_tulis(self, model: type[Model]) -> bool:
        """Whether the person writes rows of a model somewhere."""
        lingkup = getattr(model, "lingkup", None)
        return self.is_semua or (lingkup is not None and bool(self.peran & set(lingkup.penulis)))

    def boleh_tulis_objek(self, objek: Any) -> bool:
        """Whether the person writes this row, saved or as typed."""
        if self.is_semua:
            return True
        lingkup = getattr(objek, "lingkup", None)
        if lingkup is None or not lingkup.penulis:
            return False
        if lingkup.is_rujukan:
            return bool(self.peran & set(lingkup.penulis))
        kantor_id, pemda_id = lingkup.kantor_dari(objek), lingkup.pemda_dari(objek)
        if kantor_id is None and pemda_id is None:
            return lingkup.nasional and bool(self.peran & set(lingkup.penulis))
        ada = self.peran_di(kantor_id, pemda_id) & set(lingkup.penulis)
        if ada == {Peran.STAF.value}:
            return objek.unit_penulis() in self.unit_di(kantor_id)
        return bool(ada)


TAK_DIKENAL = Pelaku(None, False, ())


def build_pelaku(pengguna: Pengguna) -> Pelaku:
    """Read the tasks in force today: one query, and one more for a role of the whole government."""
    if not pengguna.is_active:
        return TAK_DIKENAL
    hari = timezone.localdate()
    baris = list(
        Penugasan.objects.filter(pengguna=pengguna, mulai__lte=hari)
        .filter(Q(sampai=None) | Q(sampai__gte=hari))
        .select_related("perangkat_daerah", "pemda")
        .order_by("id")
    )
    tugas = tuple(Tugas(p.peran, p.pemda_id, p.perangkat_daerah_id, p.unit_id) for p in baris)
    pemda = frozenset(t.pemda_id for t in tugas if t.pemda_id is not None)
    kantor_pemda = _kantor_pemda(pemda) if pemda else {}
    kantor = frozenset(t.kantor_id for t in tugas if t.kantor_id is not None)
    return Pelaku(
        pengguna_id=pengguna.pk,
        is_semua=pengguna.is_superuser,
        tugas=tugas,
        kantor_terlihat=kantor | frozenset(kantor_pemda),
        pemda_terlihat=pemda | _pemda_kantor(baris),
        kantor_pemda=kantor_pemda,
        wajib_dua_langkah=any(_wajib_dua_langkah(p) for p in baris),
    )


def _kantor_pemda(pemda: frozenset[int]) -> dict[int, int]:
    return dict(PerangkatDaerah.objects.filter(pemda__in=pemda).values_list("pk", "pemda"))


def _pemda_kantor(baris: Iterable[Penugasan]) -> frozenset[int]:
    return frozenset(p.perangkat_daerah.pemda_id for p in baris if p.perangkat_daerah is not None)


def _wajib_dua_langkah(tugas: Penugasan) -> bool:
    """Whether a task requires the second step of the login: a head's office, an admin's government."""
    if tugas.peran == Peran.CAMAT and tugas.perangkat_daerah is not None:
        return tugas.perangkat_daerah.wajib_dua_langkah
    if tugas.peran == Peran.ADMIN_KABUPATEN and tugas.pemda is not None:
        return tugas.pemda.wajib_dua_langkah
    return False


def is_kabupaten(pelaku: Pelaku) -> bool:
    """Whether the person works for the whole government."""
    return bool(pelaku.peran & set(PERAN_KABUPATEN))
