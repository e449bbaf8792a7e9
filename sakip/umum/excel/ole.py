"""The container of old Office files: is it a workbook, without a password and without macros?"""

from __future__ import annotations

import struct

from .tolak import tolak

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRI = 128  # bytes of an entry of the directory; entries stand at multiples of it
FILEPASS = 0x2F
CATATAN_AWAL = 4  # a password is said within the first records of a workbook


def periksa_ole(isi: bytes) -> None:
    """Refuse a container without a readable .xls; an encrypted .xlsx lies in such a container too."""
    if _cari(isi, "EncryptedPackage") >= 0:
        raise tolak("kata-sandi")
    if _cari(isi, "_VBA_PROJECT_CUR") >= 0:
        raise tolak("makro")
    letak = max(_cari(isi, "Workbook"), _cari(isi, "Book"))
    if letak < 0:
        raise tolak("jenis", apa="dokumen lain dari Office")
    if _is_bersandi(isi, letak):
        raise tolak("kata-sandi")


def _cari(isi: bytes, nama: str) -> int:
    """Return where the directory names that stream, or -1."""
    dicari = nama.encode("utf-16-le") + b"\0\0"
    letak = isi.find(dicari)
    while letak >= 0 and letak % ENTRI:
        letak = isi.find(dicari, letak + 1)
    return letak


def _is_bersandi(isi: bytes, entri: int) -> bool:
    """Whether the stream of that entry begins with the record of a password."""
    try:
        (sektor,) = struct.unpack_from("<i", isi, entri + 116)
        letak = (sektor + 1) << isi[30]
        for _ in range(CATATAN_AWAL):
            kode, panjang = struct.unpack_from("<HH", isi, letak)
            if kode == FILEPASS:
                return True
            letak += 4 + panjang
    except (struct.error, IndexError, OverflowError, ValueError):
        pass  # a damaged container: the parser says so
    return False
