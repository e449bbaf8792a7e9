"""Positions that this office does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import Paragraf, iter_kalimat, iter_paragraf, lokasi_bagian, normal
from pelaporan.periksa.sebut import sebut

_JABATAN = re.compile(
    r"\b(?:kepala\s+(?P<jenis>sub\s?bidang|bidang|sub\s?bagian|bagian|seksi|uptd?)|kabid|kasubbid|kabag|"
    r"(?:sekretaris|kepala)\s+(?:dinas|badan))\b",
    re.IGNORECASE,
)
_BERSAMA = re.compile(r"/\s*(?P<apa>sub\s?bidang|bidang)\b", re.IGNORECASE)
# The name of the unit: words in capitals up to a comma or the next position.
_NAMA = re.compile(
    r"\s+((?!Kepala|Sekretaris|Camat|Kasi|Lurah|Bupati)[A-Z][\w-]*"
    r"(?:(?:\s+dan)?\s+(?!Kepala|Sekretaris|Camat|Kasi|Kasubbag|Lurah|Bupati|Seksi|Sub|Staf)[A-Z][\w-]*)*)"
)
_AKHIR_FRASA = re.compile(
    r"[.;:(),]|\bserta\b|\b(?:kepala|camat|sekretaris|kasi|kasubbag|lurah)\b", re.IGNORECASE
)
# Whoever stands with the name of another institution is a partner, not staff of the office.
_LUAR = re.compile(
    r"\b(?:dinas|badan|inspektorat|bappeda|bapenda|bpbd|bkpsdm|setda|sekretariat daerah|kabupaten|provinsi|"
    r"kementerian|kantor|polres|polsek|koramil|kodim|puskesmas|rumah sakit|rsud|universitas|bank|kejaksaan|"
    r"pengadilan|kelurahan|(?-i:desa|dusun)|(?:pemerintah|perangkat) desa|perangkat daerah|OPD|instansi|"
    r"satpol|satuan polisi|bulog|pln|pdam|telkom|baznas|kua|kemenag|dpmd|dispenduk\w*|diskominfo|"
    r"dinsos|dinkes|terkait|teknis|pengampu|lain)\b",
    re.IGNORECASE,
)
_BANYAK = re.compile(r"\b(?:para|seluruh|setiap|semua|beberapa|sejumlah|antar)\s+$", re.IGNORECASE)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find positions outside the structure in the narrative; one finding per section."""
    if not bahan.unit:
        return
    unit = tuple(_samakan(u) for u in bahan.unit)
    hasil: dict[str, list[tuple[str, str]]] = {}
    for p in iter_paragraf(bahan.konteks):
        for jabatan in cari_jabatan(p.teks, unit):
            hasil.setdefault(p.bagian, []).extend((jabatan, kalimat) for kalimat in _kalimat(p, jabatan))
    for bagian, semua in hasil.items():
        yield _temuan(bagian, list(dict.fromkeys(semua)))


def _kalimat(p: Paragraf, jabatan: str) -> list[str]:
    """Return the sentences that name a position: a reason is about them."""
    semua = [normal(k.mentah) for k in iter_kalimat(p) if jabatan in k.teks]
    return semua or [normal(p.mentah)]


def cari_jabatan(teks: str, unit: tuple[str, ...]) -> Iterator[str]:
    """Yield the positions of a text that no unit of the office has and no other institution is named for."""
    for m in _JABATAN.finditer(teks):
        ekor = teks[m.end() : m.end() + 120]
        if _LUAR.search(_AKHIR_FRASA.split(ekor, maxsplit=1)[0]):
            continue
        nama = (n[1] if (n := _NAMA.match(ekor)) else "").strip()
        if m["jenis"]:
            if not _ada_unit(m["jenis"], nama, unit):
                yield f"{m.group()} {nama}".strip()
        elif not nama and not _BANYAK.search(teks[: m.start()]) and ekor[:1] != "/":
            yield m.group()
    if not any(u.startswith(("bidang", "subbidang")) for u in unit):
        yield from (m["apa"] for m in _BERSAMA.finditer(teks))


def _ada_unit(jenis: str, nama: str, unit: tuple[str, ...]) -> bool:
    """Whether the office has such a unit; a named Bagian or UPT is one of another institution."""
    awal = _samakan(jenis).removesuffix("d")
    if awal in ("bagian", "upt") and nama:
        return True
    milik = [u.removeprefix(awal).strip() for u in unit if u.startswith(awal)]
    kata = _samakan(nama)
    if not kata or nama.isupper():  # "Kepala Seksi PMD": an abbreviation says nothing
        return bool(milik)
    return any(x.startswith(kata) or kata.startswith(x) for x in milik)


def _samakan(teks: str) -> str:
    hasil = " ".join(teks.casefold().replace(",", " ").replace("&", "dan").split())
    for lama, baru in (
        ("ketentraman", "ketenteraman"),
        ("sub bagian", "subbagian"),
        ("sub bidang", "subbidang"),
    ):
        hasil = hasil.replace(lama, baru)
    return hasil


def _temuan(bagian: str, isi: list[tuple[str, str]]) -> Temuan:
    lokasi = lokasi_bagian(bagian)
    jabatan = list(dict.fromkeys(j for j, _ in isi))
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi,
        pesan=(
            f"{lokasi.teks} menyebut {sebut(jabatan)}, sedangkan susunan organisasi perangkat daerah ini "
            "tidak mempunyai jabatan itu. Perbaiki sebutannya, atau sebutkan instansi asal pejabatnya."
        ),
        nilai=tuple(isi),
        tautan=f"narasi:{bagian}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="jabatan_luar_struktur",
    nama="Jabatan di luar susunan organisasi",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh S6",
    periksa=periksa,
)
