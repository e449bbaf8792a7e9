"""Writing a section of the report: never over what somebody else wrote, and an offer never over a person's.

A page sends the hash of the text that it showed. Where another text stands there by now nothing is written,
and both texts stay. The row of the report is locked, so that the first text of a section is guarded too.
Who wrote what is kept by the history of the row; none of this is a legal act, so the log is left alone.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from organisasi.izin import Pelaku
from organisasi.models import Pengguna
from pelaporan.beda_teks import HAPUS, beda_kata
from pelaporan.draf import BAGIAN_BERDRAF, susun_draf
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import KonteksLKjIP
from pelaporan.models import Laporan, Narasi
from pelaporan.narasi import NarasiTidakSah, urai_narasi
from pelaporan.pilihan import AsalTawaran
from sakip.umum.angka import format_angka

PANJANG = 20_000
BANYAK_VERSI = 50
# Saves of one person without a longer pause are one version: a page saves while a person types.
JEDA_VERSI = datetime.timedelta(minutes=10)
RIWAYAT_TERBANYAK = 500  # rows of history that are looked through
HURUF_TERTIK = 20  # letters that may go between two saves of one version: a word that is typed again
# A line break of a word processor is a line break; other control characters print nowhere, and PostgreSQL
# refuses the first of them.
_KENDALI = {n: None for n in (*range(32), 127) if chr(n) not in "\t\n"} | dict.fromkeys((11, 12), "\n")
SUDAH_DITULIS = (
    "Bagian ini sudah ditulis orang, sehingga tawaran tidak menimpanya. Kosongkan dahulu bagian ini bila "
    "tulisan itu memang hendak diganti."
)


class NarasiBerubah(Exception):
    """Somebody else wrote the section since the page was read; ``terkini`` is what stands there now."""

    def __init__(self, terkini: Narasi) -> None:
        super().__init__("Bagian ini sudah diubah orang lain sejak halaman dibuka.")
        self.terkini = terkini


class NarasiDitolak(ValueError):
    """The text or the offer cannot be taken; the message is for the person."""


@dataclass(frozen=True)
class VersiNarasi:
    """An earlier text of a section. ``nomor`` names its row of history."""

    pada: datetime.datetime
    oleh: str
    isi: str
    nomor: int


def boleh_menulis(pelaku: Pelaku, laporan: Laporan, bagian: str) -> bool:
    """Whether a person writes a section: penyusun, verifikator, staff of the unit that answers for it."""
    return pelaku.boleh_tulis_objek(Narasi(laporan=laporan, bagian=bagian))


def sidik_teks(isi: str) -> str:
    """Return the hash of a text as a page shows it; nothing written has none."""
    return hashlib.sha256(isi.encode("utf-8")).hexdigest() if isi else ""


def rapikan(isi: str) -> str:
    """Return a text as it is stored: one kind of line end, no control characters, nothing around it."""
    return isi.replace("\r\n", "\n").replace("\r", "\n").translate(_KENDALI).strip()


@transaction.atomic
def simpan_narasi(
    laporan: Laporan, bagian: str, isi: str, *, oleh: Pengguna, sidik_dibaca: str, siap: bool = False
) -> Narasi:
    """Store what a person wrote, and with ``siap`` mark it as ready.

    ``sidik_dibaca`` is the hash of the text that the page showed, empty where there was none. Raises
    NarasiBerubah where another text stands there (unless it is the same as this), NarasiDitolak for a text
    that cannot be printed, PermissionDenied. An unchanged text writes nothing.
    """
    narasi = _kunci(laporan, bagian, oleh)
    isi = rapikan(isi)
    periksa_tulisan(isi)
    if siap and not isi:
        raise NarasiDitolak("Bagian yang masih kosong tidak dapat ditandai siap.")
    if isi != narasi.isi:
        if sidik_teks(narasi.isi) != _sidik_dibaca(sidik_dibaca):
            raise NarasiBerubah(narasi)
        narasi.isi = isi
        berubah = True
    else:
        berubah = False
    if siap and narasi.keadaan != "siap":
        narasi.tawaran, narasi.sidik_tawaran = "", ""
        narasi.sidik_siap = narasi.sidik
        berubah = True
    return _tulis(narasi, oleh, "narasi ditulis") if berubah else narasi


@transaction.atomic
def tawarkan(laporan: Laporan, bagian: str, asal: str, konteks: KonteksLKjIP, *, oleh: Pengguna) -> Narasi:
    """Write an offered text, marked as such, where nobody has written: ``asal`` "draf" or "tahun_lalu".

    Raises NarasiDitolak where a person's text stands there, or where there is nothing to offer.
    """
    narasi = _kunci(laporan, bagian, oleh)
    if narasi.isi.strip() and not narasi.asal_tawaran:
        raise NarasiDitolak(SUDAH_DITULIS)
    isi = _isi_tawaran(laporan, bagian, asal, konteks)
    if narasi.isi == isi and narasi.asal_tawaran == asal:
        return narasi
    narasi.isi, narasi.tawaran = isi, asal
    narasi.sidik_tawaran = narasi.sidik
    return _tulis(narasi, oleh, f"tawaran: {AsalTawaran(asal).label}")


@transaction.atomic
def terima_tawaran(laporan: Laporan, bagian: str, *, oleh: Pengguna) -> Narasi:
    """Accept an offered text as it is: it is a person's from here on. Raises NarasiDitolak."""
    narasi = _kunci(laporan, bagian, oleh)
    if not narasi.asal_tawaran:
        raise NarasiDitolak("Bagian ini tidak memuat tulisan yang ditawarkan.")
    narasi.tawaran, narasi.sidik_tawaran = "", ""
    return _tulis(narasi, oleh, "tawaran diterima")


def riwayat_narasi(laporan: Laporan, bagian: str) -> list[VersiNarasi]:
    """Return the earlier texts of a section and the one that stands there, newest first, at most fifty.

    A text is left out only where its writer went on from it soon after and kept what it says: a page saves
    while a person types. What was emptied, shortened or replaced by an older version is a version.
    """
    riwayat = Narasi.riwayat.model.objects.filter(laporan_id=laporan.pk, bagian=bagian).exclude(  # type: ignore[attr-defined]
        history_type="-"
    )
    hasil: list[VersiNarasi] = []
    sesudah: tuple[datetime.datetime, int | None, str] | None = None
    for h in riwayat.select_related("history_user").order_by("-history_id")[:RIWAYAT_TERBANYAK].iterator(50):
        kini = (h.history_date, h.history_user_id, h.isi)
        if sesudah is not None and sesudah[2] == h.isi:
            if hasil[-1].isi == h.isi:
                hasil[-1] = _versi(h)  # only a mark changed later
        elif sesudah is None or not _is_lanjutan(kini, (*sesudah[:2], hasil[-1].isi)):
            hasil.append(_versi(h))
        sesudah = kini
        if len(hasil) > BANYAK_VERSI:
            break
    return hasil[:BANYAK_VERSI]


def _versi(h: Any) -> VersiNarasi:
    orang = str(h.history_user) if h.history_user else "sistem"
    return VersiNarasi(h.history_date, orang, h.isi, h.history_id)


def _is_lanjutan(
    lama: tuple[datetime.datetime, int | None, str], baru: tuple[datetime.datetime, int | None, str]
) -> bool:
    """Whether a text is an unfinished state of the next: the same person, soon after, nothing taken away."""
    if lama[1] != baru[1] or baru[0] - lama[0] > JEDA_VERSI:
        return False
    if baru[2].startswith(lama[2]):
        return True
    hilang = "".join(p.teks for p in beda_kata(lama[2], baru[2]) if p.jenis == HAPUS)
    huruf = len("".join(hilang.split()))
    return huruf <= HURUF_TERTIK and 4 * huruf <= len(lama[2])


def _kunci(laporan: Laporan, bagian: str, oleh: Pengguna) -> Narasi:
    """Lock the report and return the section's row, new where there is none. The caller has a transaction."""
    if bagian not in dict(BAGIAN_NARASI):
        raise NarasiDitolak("Bagian laporan itu tidak dikenal.")
    Laporan.objects.select_for_update().get(pk=laporan.pk)
    narasi = Narasi.objects.filter(laporan=laporan, bagian=bagian).first() or Narasi(bagian=bagian)
    narasi.laporan = laporan
    if not boleh_menulis(oleh.pelaku, laporan, bagian):
        raise PermissionDenied("narasi")
    return narasi


def _sidik_dibaca(sidik: str) -> str:
    """An empty text has a hash too: a page may send that of the row, or none."""
    return "" if sidik == hashlib.sha256(b"").hexdigest() else sidik


def periksa_tulisan(isi: str) -> None:
    """Raise NarasiDitolak for a text that is too long, or that cannot be printed."""
    if len(isi) > PANJANG:
        raise NarasiDitolak(
            f"Tulisan ini {format_angka(Decimal(len(isi)))} huruf, paling banyak "
            f"{format_angka(Decimal(PANJANG))}. Pendekkan, atau pindahkan sebagian ke bagian lain."
        )
    try:
        urai_narasi(isi)
    except NarasiTidakSah as galat:
        raise NarasiDitolak(str(galat)) from galat


def _isi_tawaran(laporan: Laporan, bagian: str, asal: str, konteks: KonteksLKjIP) -> str:
    if asal == AsalTawaran.DRAF:
        isi = susun_draf(konteks, bagian) if bagian in BAGIAN_BERDRAF else ""
        if not isi:
            raise NarasiDitolak("Belum ada angka yang dapat diceritakan untuk bagian ini.")
    elif asal == AsalTawaran.TAHUN_LALU:
        lalu = Narasi.objects.filter(
            laporan__perangkat_daerah=laporan.perangkat_daerah_id,
            laporan__tahun=laporan.tahun - 1,
            bagian=bagian,
        ).first()
        isi = rapikan(lalu.isi) if lalu else ""
        if not isi:
            raise NarasiDitolak(f"Bagian ini tidak ditulis dalam laporan tahun {laporan.tahun - 1}.")
    else:
        raise NarasiDitolak("Asal tawaran itu tidak dikenal.")
    periksa_tulisan(isi)
    return isi


def _tulis(narasi: Any, oleh: Pengguna, alasan: str) -> Narasi:
    narasi._history_user, narasi._change_reason = oleh, alasan
    narasi.save()
    return narasi  # type: ignore[no-any-return]
