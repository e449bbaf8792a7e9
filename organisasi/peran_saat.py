"""Which role a person had on a day, for the history of a record."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q

from organisasi.models import Penugasan
from organisasi.pilihan import Peran


def peran_saat(pengguna: Iterable[int], objek: Any) -> Callable[[int | None, datetime.date], str]:
    """Return a function (person, day) -> "Verifikator": roles at the record's office, one query.

    A role is read from Penugasan as it stands now; where none was in force the answer is empty.
    """
    lingkup = getattr(objek, "lingkup", None)
    kantor = lingkup.kantor_dari(objek) if lingkup else None
    pemda = lingkup.pemda_dari(objek) if lingkup else None
    milik = Q(pk__in=[])
    if kantor:
        milik |= Q(perangkat_daerah=kantor) | Q(pemda__perangkatdaerah=kantor)
    if pemda:
        milik |= Q(pemda=pemda)
    baris = list(
        Penugasan.objects.filter(milik, pengguna__in=set(pengguna))
        .values_list("pengguna_id", "peran", "mulai", "sampai")
        .distinct()
    )

    def sebut(siapa: int | None, hari: datetime.date) -> str:
        ada = {p for o, p, dari, ke in baris if o == siapa and dari <= hari and (ke is None or hari <= ke)}
        return ", ".join(p.label for p in Peran if p.value in ada)

    return sebut
