"""The employee number (NIP of a PNS, NI of a PPPK): 18 digits that say something (Perka BKN 22/2007)."""

from __future__ import annotations

import datetime
from enum import StrEnum


class BentukNip(StrEnum):
    """Form of the number."""

    PNS = "pns"
    PPPK = "pppk"


class NipTidakSah(ValueError):
    """A number that cannot be; the message is for the person who typed it."""


def periksa_nip(nip: str, bentuk: BentukNip = BentukNip.PNS) -> None:
    """Refuse a number whose dates or sex digit cannot be.

    PNS: birth YYYYMMDD, appointment YYYYMM, sex 1 or 2, serial. PPPK: birth YYYYMMDD, year, two digits
    of the frequency of appointment, sex, serial. Raises NipTidakSah.
    """
    if not (nip.isascii() and nip.isdigit()):
        raise NipTidakSah("NIP hanya terdiri atas angka.")
    if len(nip) != 18:
        raise NipTidakSah(f"NIP harus 18 angka; yang tertulis {len(nip)} angka.")
    try:
        lahir = datetime.date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        raise NipTidakSah(f"Delapan angka pertama NIP ({nip[:8]}) bukan tanggal lahir yang sah.") from None
    tahun = int(nip[8:12])
    if bentuk is BentukNip.PNS and not 1 <= int(nip[12:14]) <= 12:
        raise NipTidakSah(f"Angka ke-13 dan ke-14 NIP ({nip[12:14]}) bukan bulan pengangkatan.")
    bulan = int(nip[12:14]) if bentuk is BentukNip.PNS else 12  # a PPPK's number names no month
    if (tahun, bulan) < (lahir.year + 15, lahir.month):
        saat = nip[8:14] if bentuk is BentukNip.PNS else nip[8:12]
        raise NipTidakSah(f"Pengangkatan pada NIP ({saat}) terlalu dekat dengan tanggal lahir.")
    if nip[14] not in "12":
        raise NipTidakSah(f"Angka ke-15 NIP harus 1 (pria) atau 2 (wanita); yang tertulis {nip[14]}.")
