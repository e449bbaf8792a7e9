"""Text helpers for print."""

from __future__ import annotations

from collections.abc import Sequence


def gabung_kata(kata: Sequence[str], penghubung: str = "dan") -> str:
    """Return "a", "a dan b" or "a, b, dan c"."""
    if len(kata) <= 1:
        return "".join(kata)
    if len(kata) == 2:
        return f"{kata[0]} {penghubung} {kata[1]}"
    return f"{', '.join(kata[:-1])}, {penghubung} {kata[-1]}"


def huruf_awal_besar(teks: str) -> str:
    """Return the text with its first letter in upper case; the rest as it is."""
    return teks[:1].upper() + teks[1:]


def huruf_awal_kecil(teks: str) -> str:
    """Return the text with its first letter in lower case; the rest as it is."""
    return teks[:1].lower() + teks[1:]


def satu_spasi(teks: str) -> str:
    """Return the text with every run of white space as one blank."""
    return " ".join(teks.split())


def format_nip(nip: str) -> str:
    """Return an 18-digit NIP grouped 8 6 1 3."""
    return f"{nip[:8]} {nip[8:14]} {nip[14:15]} {nip[15:]}" if len(nip) == 18 else nip


def huruf_ke(n: int) -> str:
    """Return the letter of position n (from 1): a … z, aa …"""
    hasil = ""
    while n > 0:
        n, sisa = divmod(n - 1, 26)
        hasil = chr(ord("a") + sisa) + hasil
    return hasil
