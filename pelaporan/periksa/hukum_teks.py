"""Recognising regulations that were cited by hand, in full or in short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pelaporan.periksa.bahan import FaktaHukum
from pelaporan.periksa.naskah import himpunan_kata

# kind -> how prose begins its citation
_JENIS = (
    ("uu", r"[Uu]ndang[-–\s]*[Uu]ndang(?!\s+Dasar)|UU"),
    ("pp", r"Peraturan\s+Pemerintah(?!\s+(?:Daerah|Pengganti|Desa|Kabupaten|Kota))|PP"),
    ("perpres", r"Peraturan\s+Presiden|P(?:erpres|ERPRES)"),
    ("inpres", r"Instruksi\s+Presiden|Inpres"),
    ("keppres", r"Keputusan\s+Presiden|Keppres"),
    ("permen", r"Peraturan\s+(?:Bersama\s+)?Menteri|P(?:ermen|ERMEN)[A-Za-z]*|PMK"),
    ("kepmen", r"Keputusan\s+(?:Bersama\s+)?Menteri|Kepmen[A-Za-z]*|KMK"),
    ("perda", r"Peraturan\s+Daerah|Perda"),
    ("perkada", r"Peraturan\s+(?:Bupati|Wali\s?[Kk]ota|Gubernur)|Perbup|Perwali|Pergub"),
    (
        "keputusan",
        r"(?:Surat\s+)?Keputusan\s+(?:Bupati|Wali\s?[Kk]ota|Gubernur|Camat|Kepala|Sekretaris)|"
        r"SK\s+(?:Bupati|Wali\s?[Kk]ota|Gubernur|Camat|Kepala)|Kepbup",
    ),
    ("edaran", r"Surat\s+Edaran"),
)
_AWAL = "|".join(f"(?P<{jenis}>{pola})" for jenis, pola in _JENIS)
# Between the kind and its number: issuer words, no digit, no other regulation, no title.
_ISI = (
    r"(?:(?!\b(?:tentang|Peraturan|Undang|Keputusan|Instruksi|UU|PP|Perpres|Permen|Perda|Perbup|Pergub)\b)"
    r"[^\d;:.()\ufffc]){0,140}?(?:\([^)\d]{0,40}\)\s*)?"
)
_NO = r"(?:[Nn]omor|[Nn]o\.?|[Nn]omer|NOMOR)\s*:?\s*"
_NOMOR = (
    rf"(?:{_NO}(?P<nomor1>[A-Za-z0-9][\w./\-]*?)\s*,?\s*(?:[Tt]ahun|TAHUN|Th\.?)\s*(?P<tahun1>(?:19|20)\d\d)"
    rf"|(?:{_NO})?(?P<nomor2>\d{{1,3}}[A-Z]?)\s*/\s*(?P<tahun2>(?:19|20)\d\d)(?![\d/])"
    r"|(?P<nomor3>\d[\d.\-]{0,14}[A-Z]?)\s+(?:[Tt]ahun|Th\.?)\s*(?P<tahun3>(?:19|20)\d\d)"
    rf"|(?:{_NO})?(?P<nomor4>(?:[A-Z]{{2,}}|\d+)[-/.][\w./\-]*/(?P<tahun4>(?:19|20)\d\d)))"
)
_SITASI = re.compile(rf"\b(?:{_AWAL})\b(?P<isi>{_ISI})\s*{_NOMOR}")
_PER = re.compile(r"\bPER[-/]?\d+/M\.PAN/[\w/]+/(?P<tahun>(?:19|20)\d\d)")
_JUDUL = re.compile(r"\s*,?\s*\btentang\s+")
_UBAH = re.compile(r"\s*,?\s*tentang\s+Perubahan\s+(?:\w+\s+){0,2}[Aa]tas\s*$")
_PARTIKEL = himpunan_kata(
    "dan di dari ke pada yang atas untuk oleh bagi serta dengan terhadap dalam antara kepada tentang atau "
    "sebagai menjadi tahun nomor"
)
_KATA = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_LEMBAGA_UMUM = himpunan_kata("kabupaten kota provinsi daerah republik indonesia negara ri tahun")


@dataclass(frozen=True)
class Sitasi:
    """A citation: kind, key of the issuer ("" where it is not named), number, year and typed title."""

    teks: str
    awal: int
    akhir: int
    jenis: str
    lembaga: str
    nomor: str
    tahun: int
    judul: str = ""

    @property
    def tanda(self) -> str:
        """What names the regulation, however it was cited."""
        return f"{self.jenis}:{self.lembaga}:{self.nomor}:{self.tahun}"


def cari_sitasi(teks: str) -> tuple[Sitasi, ...]:
    """Return the citations of a text in order; one inside the title of another is part of that title."""
    return tuple(_iter_sitasi(teks))


def _iter_sitasi(teks: str) -> Iterator[Sitasi]:
    cocok = sorted([*_SITASI.finditer(teks), *_PER.finditer(teks)], key=lambda m: (m.start(), -m.end()))
    akhir = -1
    for m in cocok:
        if m.start() < akhir or not _is_masuk_akal(m):
            continue
        if akhir >= 0 and _UBAH.match(teks[akhir : m.start()]):
            akhir = m.end()
            continue
        akhir = m.end()
        yield _sitasi(m, teks, _judul(teks, m.end(), [c.start() for c in cocok if c.start() >= m.end()]))


def _is_masuk_akal(m: re.Match[str]) -> bool:
    """Whether the words before the number can belong to the kind: a national one has no long issuer."""
    if m.re is _PER or not (m["uu"] or m["pp"] or m["perpres"] or m["inpres"] or m["keppres"]):
        return True
    return not any(k.islower() for k in _KATA.findall(m["isi"]))


def _sitasi(m: re.Match[str], teks: str, judul: str) -> Sitasi:
    if m.re is _PER:
        return Sitasi(m[0], m.start(), m.end(), "permen", "pan", _nomor(m[0]), int(m["tahun"]), judul)
    jenis = next(j for j, _ in _JENIS if m[j])
    n = next(n for n in "1234" if m[f"nomor{n}"])
    lembaga = kunci_lembaga(jenis, f"{m[jenis]} {m['isi']}")
    return Sitasi(
        m[0], m.start(), m.end(), jenis, lembaga, _nomor(m[f"nomor{n}"]), int(m[f"tahun{n}"]), judul
    )


def _nomor(nomor: str) -> str:
    return nomor.casefold().replace(" ", "").lstrip("0").rstrip(".,")


def _judul(teks: str, akhir: int, berikut: list[int]) -> str:
    """Return the typed title: to the next citation, or the first word that no title holds."""
    m = _JUDUL.match(teks, akhir)
    if m is None:
        return ""
    sisa = teks[m.end() :]
    if not _UBAH.search(teks[akhir : berikut[0]] if berikut else ""):
        batas = next((b for b in berikut if b > m.end()), len(teks))
        sisa = teks[m.end() : batas]
    sisa = re.split(r"[;.(\ufffc]", sisa, maxsplit=1)[0]
    kata = list(_KATA.finditer(sisa))
    if not kata or not kata[0][0][:1].isupper():
        return " ".join(k[0] for k in kata)
    diambil: list[str] = []
    for k in kata:
        if k[0][:1].islower() and k[0] not in _PARTIKEL:
            break
        diambil.append(k[0])
    while diambil and diambil[-1] in _PARTIKEL:
        diambil.pop()
    return " ".join(diambil)


def kunci_lembaga(jenis: str, teks: str) -> str:
    """Return the key under which issuers are compared; empty where only one could have issued it."""
    rapat = re.sub(r"[\s\-]+", "", teks.casefold())
    if jenis in ("permen", "kepmen", "edaran"):
        for kunci, tanda in (
            ("pan", ("pendayagunaan", "panrb", "menpan", "menteripan")),
            ("dagri", ("dalamnegeri", "dagri")),
            ("keuangan", ("keuangan", "menkeu", "pmk", "kmk")),
            ("desa", ("desa", "mendes")),
        ):
            if any(t in rapat for t in tanda):
                return kunci
    kata = [k.casefold() for k in _KATA.findall(teks) if k.casefold() not in _LEMBAGA_UMUM]
    if jenis in ("perda", "perkada"):
        tingkat = "gubernur " if "gubernur" in rapat or "pergub" in rapat else ""
        wilayah = [k for k in kata if k not in _KATA_JENIS]
        return tingkat + " ".join(wilayah)
    if jenis in ("permen", "kepmen", "keputusan", "edaran"):
        return " ".join(k for k in kata if k not in ("peraturan", "menteri", "surat", "sk"))
    return ""


_KATA_JENIS = himpunan_kata("peraturan daerah perda bupati walikota wali gubernur perbup perwali pergub")


def is_sama_lembaga(sitasi: Sitasi, hukum: FaktaHukum) -> bool:
    """Whether kind and issuer agree; a region that was not named is the office's own."""
    if sitasi.jenis != hukum.jenis:
        return False
    kunci = kunci_lembaga(hukum.jenis, hukum.lembaga)
    if sitasi.jenis in ("perda", "perkada"):
        return sitasi.lembaga in ("", kunci)
    return sitasi.lembaga == kunci


def is_sama_nomor(sitasi: Sitasi, hukum: FaktaHukum) -> bool:
    """Whether the number is that of a regulation, "53" or "PER/09/M.PAN/5/2007"."""
    a, b = sitasi.nomor, _nomor(hukum.nomor)
    return a == b or (sitasi.jenis == "permen" and re.sub(r"\W", "", a) == re.sub(r"\W", "", b))


def is_judul_cocok(judul: str, tentang: str) -> bool:
    """Whether a typed title is that of the regulation, its beginning, or runs on behind it."""
    a = [k.casefold() for k in _KATA.findall(judul)]
    b = [k.casefold() for k in _KATA.findall(tentang)]
    if not a or judul.split()[0].isupper():  # "tentang SAKIP": a short form
        return True
    n = min(len(a), len(b))
    if a[:n] == b[:n]:
        return True
    # All in lower case one cannot tell where the title ends.
    return judul[:1].islower() and a[:3] == b[:3]


def kedekatan_judul(judul: str, tentang: str) -> float:
    """Return the share of the words of the typed title that the record's title has, 0 to 1."""
    a = {k.casefold() for k in _KATA.findall(judul)} - _PARTIKEL
    b = {k.casefold() for k in _KATA.findall(tentang)} - _PARTIKEL
    return len(a & b) / len(a) if a else 0.0


def is_terpeleset(a: str, b: str) -> bool:
    """Whether two numbers are one slip apart: a digit changed, dropped, added, or two swapped."""
    if a == b or not (a.isdigit() and b.isdigit()):
        return False
    if len(a) == len(b):
        beda = [i for i in range(len(a)) if a[i] != b[i]]
        if len(beda) == 1:
            return len(a) > 1
        return len(beda) == 2 and a[beda[0]] == b[beda[1]] and a[beda[1]] == b[beda[0]]
    panjang, pendek = (a, b) if len(a) > len(b) else (b, a)
    sisip = (panjang[:i] + panjang[i + 1 :] for i in range(len(panjang)))
    return len(panjang) - len(pendek) == 1 and len(pendek) > 1 and pendek in sisip
