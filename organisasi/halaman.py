"""Pages of one office and year: who may open them, and what every one of them needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from organisasi.izin import Pelaku
from organisasi.models import Pengguna, PerangkatDaerah

TAHUN_PALING_AWAL, TAHUN_PALING_AKHIR = 2000, 2100


class RequestKantor(HttpRequest):
    """A request to a page of an office and year (for type checks only)."""

    user: Pengguna  # type: ignore[assignment]
    kantor: PerangkatDaerah
    tahun: int
    pelaku: Pelaku


Pandangan = Callable[..., HttpResponseBase]


def pelaku_dari(request: HttpRequest) -> Pelaku:
    """Return who the person of a request is."""
    return request.user.pelaku  # type: ignore[union-attr, no-any-return]


def halaman_kantor(*peran: str) -> Callable[[Pandangan], Pandangan]:
    """Guard a view ``(request, …)`` whose address holds ``slug`` and ``tahun``.

    Another office answers 404, as if it did not exist. ``peran`` names the roles that may open the page
    at all (none: everybody who sees the office); others get 403. The view finds ``request.kantor``,
    ``request.tahun`` and ``request.pelaku``.
    """

    def hias(pandangan: Pandangan) -> Pandangan:
        @wraps(pandangan)
        def jaga(request: Any, slug: str, tahun: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not TAHUN_PALING_AWAL <= tahun <= TAHUN_PALING_AKHIR:
                raise Http404("tahun tidak ada")
            kantor = (
                PerangkatDaerah.objects.untuk(request.user).select_related("pemda").filter(slug=slug).first()
            )
            if kantor is None:
                raise Http404("perangkat daerah tidak ada")
            request.kantor, request.tahun, request.pelaku = kantor, tahun, pelaku_dari(request)
            if peran and not request.pelaku.is_peran(kantor.pk, *peran):
                raise PermissionDenied("peran")
            return pandangan(request, *args, **kwargs)

        return jaga

    return hias


def halaman_kabupaten(*peran: str) -> Callable[[Pandangan], Pandangan]:
    """Guard a view of the whole government: these roles, or a superuser. Others get 403."""

    def hias(pandangan: Pandangan) -> Pandangan:
        @wraps(pandangan)
        def jaga(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.pelaku = pelaku_dari(request)
            request.tahun = kwargs.get("tahun")
            if not request.pelaku.is_semua and not request.pelaku.peran & set(peran):
                raise PermissionDenied("peran")
            return pandangan(request, *args, **kwargs)

        return jaga

    return hias
