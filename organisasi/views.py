"""Pages of a person's own account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def akun(request: HttpRequest) -> HttpResponse:
    """Show who is in, with which tasks."""
    return render(request, "umum/akun.html", {"menu_kini": "akun"})
