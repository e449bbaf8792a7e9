"""Drafts of sections, in sentences of fact: decision tables from a row's result to a sentence."""

from __future__ import annotations

from pelaporan.konteks import KonteksLKjIP

BAGIAN_BERDRAF: tuple[str, ...] = ()


def susun_draf(konteks: KonteksLKjIP, bagian: str) -> str:
    """Return the draft of a section, empty where nothing can be offered."""
    return ""
