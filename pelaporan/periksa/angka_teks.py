"""Recognising figures that were typed in prose: digits, percent, rupiah, words, fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from pelaporan.periksa.angka_lewat import TUTUP, tutup


class JenisKetik(StrEnum):
    """What a typed figure says it is."""

    PERSEN = "persen"
    RUPIAH = "rupiah"
    JUMLAH = "jumlah"


@dataclass(frozen=True)
class Bacaan:
    """One reading of a typed figure: its value, and the worth of its last written digit."""

    nilai: Fraction
    teliti: Fraction


@dataclass(frozen=True)
class AngkaTerketik:
    """A typed figure and where it stands. ``bacaan`` holds two where "3,012" may be either form."""

    teks: str
    jenis: JenisKetik
    bacaan: tuple[Bacaan, ...]
    awal: int
    akhir: int

    @property
    def is_bulat(self) -> bool:
        """Whether every reading is a whole number: equal to another by chance more easily."""
        return all(b.nilai.denominator == 1 for b in self.bacaan)

    @property
    def is_kata_kecil(self) -> bool:
        """Whether it is a count below ten in words ("dua orang"): said in passing as a rule."""
        return self.jenis is JenisKetik.JUMLAH and self.teks[:1].isalpha() and self.bacaan[0].nilai < 10


_ANGKA = r"\d(?:[\d.,]*\d)?"
_KALI = r"ribu|juta|jt|miliar|milyar|triliun"
NILAI_KALI = {
    "ribu": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12,
}  # fmt: skip
# From the beginning of a run of digits only: from each of its digits it would be read to its end.
_DERET = rf"(?<!\d)(?<!\d[.,]){_ANGKA}"
# More digits than this are no figure of any kind, and int() refuses thousands of them.
DIGIT_TERBANYAK = 30
_PERSEN = re.compile(rf"({_DERET})\s*(?:%|(?i:persen|per\s?sen|prosen|percent)\b)")
_RUPIAH = re.compile(
    rf"(?:\b(?i:rp)\.?|\bIDR)\s*({_ANGKA})(?:,-+|\.-+)?(?:\s*({_KALI}|M\b))?(?:\s*rupiah\b)?"
    rf"|({_DERET})\s*({_KALI})?\s*rupiah\b"
)
_PECAHAN = re.compile(r"(?<![\w/.,])(\d{1,3})/(\d{1,3})(?![\w/]|[.,]\d)")
_JUMLAH = re.compile(rf"(?<![\w{TUTUP}])({_ANGKA})(?![{TUTUP}])(?:\s*({_KALI})\b)?")
_TEKS_TERPANJANG = 120
_RIBUAN = re.compile(r"\d{1,3}(?:\.\d{3})+")
_RIBUAN_INGGRIS = re.compile(r"\d{1,3}(?:,\d{3})+")

# Words that are counted; behind a number in words they make it a figure.
BENDA = (
    r"desa|kelurahan|dusun|orang|pegawai|jiwa|penduduk|keluarga|kepala\s+keluarga|kasus|kejadian|gangguan|laporan|"
    r"dokumen|lembaga|kelompok|unit|paket|layanan|berkas|kegiatan|sub\s+kegiatan|usulan|permohonan|hari|poin|"
    r"indikator|program|sasaran|tujuan|misi"
)
_SATUAN = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9,
}  # fmt: skip
_SEDERET = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_PENGALI = {"belas": 1, "puluh": 10, "ratus": 100}
_KATA = "|".join(
    [*_SATUAN, *_SEDERET, *_PENGALI, "seribu", "koma", "ribu", "juta", "miliar", "milyar", "triliun"]
)
KATA_BILANGAN = rf"(?:{'|'.join([*_SATUAN, *_SEDERET, 'seribu'])})(?:\s+(?:{_KATA})){{0,30}}"
_TERBILANG = re.compile(
    rf"(?<![\w-])({KATA_BILANGAN})\s*(?:\(\s*[\d.,]+\s*%?\s*\)\s*)?(persen\b|rupiah\b|(?:{BENDA})\b)",
    re.IGNORECASE,
)


def cari_angka(teks: str, milik: Sequence[tuple[int, int]] = ()) -> tuple[AngkaTerketik, ...]:
    """Return the typed figures of a sentence in order, without those that pass by rule.

    ``milik`` are stretches that another check answers for.
    """
    for awal, akhir in milik:
        teks = teks[:awal] + TUTUP * (akhir - awal) + teks[akhir:]
    semua = sorted(_iter_angka(teks), key=lambda a: a.awal)
    return tuple(a for i, a in enumerate(semua) if not (i and _is_ulangan(semua[i - 1], a, teks)))


def _is_ulangan(lalu: AngkaTerketik, ini: AngkaTerketik, teks: str) -> bool:
    """Whether a figure in brackets says the one before again: "Rp1.000.000 (satu juta rupiah)"."""
    antara = teks[lalu.akhir : ini.awal].strip(" -,")
    return antara == "(" and bool({b.nilai for b in lalu.bacaan} & {b.nilai for b in ini.bacaan})


def _iter_angka(asli: str) -> Iterator[AngkaTerketik]:
    teks = tutup(asli)
    for pola, baca in ((_RUPIAH, _rupiah), (_PERSEN, _persen), (_TERBILANG, _terbilang), (_PECAHAN, _pecahan),
                       (_JUMLAH, _jumlah)):  # fmt: skip
        for m in list(pola.finditer(teks)):
            hasil = baca(m)
            if hasil is None:
                continue
            tertulis = asli[m.start() : hasil[2]].strip()
            if len(tertulis) > _TEKS_TERPANJANG:
                tertulis = f"{tertulis[:_TEKS_TERPANJANG]}…"
            yield AngkaTerketik(tertulis, hasil[0], hasil[1], m.start(), hasil[2])
            teks = teks[: m.start()] + TUTUP * (hasil[2] - m.start()) + teks[hasil[2] :]


_Hasil = tuple[JenisKetik, tuple[Bacaan, ...], int]


def _rupiah(m: re.Match[str]) -> _Hasil:
    kali = {"M": 10**9}.get(m[2] or "", NILAI_KALI.get(m[2] or m[4] or "", 1))
    return JenisKetik.RUPIAH, baca_digit(m[1] or m[3], kali, ribuan=True), m.end()


def _persen(m: re.Match[str]) -> _Hasil:
    return JenisKetik.PERSEN, baca_digit(m[1]), m.end()


def _jumlah(m: re.Match[str]) -> _Hasil:
    return JenisKetik.JUMLAH, baca_digit(m[1], NILAI_KALI.get((m[2] or "").lower(), 1)), m.end()


def _pecahan(m: re.Match[str]) -> _Hasil | None:
    if int(m[2]) == 0:
        return None
    return JenisKetik.JUMLAH, (Bacaan(Fraction(int(m[1]), int(m[2])), Fraction(0)),), m.end()


def _terbilang(m: re.Match[str]) -> _Hasil | None:
    bacaan = baca_kata(m[1])
    akhir = m[2].lower()
    # "satu desa" and "salah satu lembaga" count nothing.
    if bacaan is None or (bacaan.nilai <= 1 and akhir not in ("persen", "rupiah")):
        return None
    jenis = {"persen": JenisKetik.PERSEN, "rupiah": JenisKetik.RUPIAH}.get(akhir, JenisKetik.JUMLAH)
    return jenis, (bacaan,), m.end() if jenis is not JenisKetik.JUMLAH else m.start(2)


def baca_digit(teks: str, kali: int = 1, *, ribuan: bool = False) -> tuple[Bacaan, ...]:
    """Return the readings of digits with marks; ``ribuan``: three digits behind one mark are thousands.

    Marks that fit no form ("12.6950.500") are dropped: the figure is whatever its digits say. A run of
    more than thirty digits reads as a number that equals nothing.
    """
    if len(re.sub(r"\D", "", teks)) > DIGIT_TERBANYAK:
        return (_TERLALU_PANJANG,)
    hasil = []
    utuh, _, pecahan = teks.partition(",")
    is_ribuan = bool(_RIBUAN.fullmatch(utuh)) and pecahan.isdigit() == ("," in teks)
    if "," not in teks and "." not in teks:
        hasil.append((teks, ""))
    elif is_ribuan or ("." not in teks and teks.count(",") == 1):
        hasil.append((utuh, pecahan))
    utuh, _, pecahan = teks.partition(".")
    is_ribuan = bool(_RIBUAN_INGGRIS.fullmatch(utuh)) and pecahan.isdigit() == ("." in teks)
    is_desimal = "," not in teks and teks.count(".") == 1 and not (ribuan and _RIBUAN.fullmatch(teks))
    if is_ribuan or is_desimal:
        hasil.append((utuh, pecahan))
    if not hasil:
        hasil.append((teks, ""))
    return tuple(dict.fromkeys(_bacaan(u, p, kali) for u, p in hasil))


_TERLALU_PANJANG = Bacaan(Fraction(10 ** (DIGIT_TERBANYAK + 20)), Fraction(0))


def _bacaan(utuh: str, pecahan: str, kali: int) -> Bacaan:
    pecahan = re.sub(r"\D", "", pecahan)
    angka = int(re.sub(r"\D", "", utuh) + pecahan or "0")
    teliti = Fraction(kali, 10 ** len(pecahan))
    return Bacaan(angka * teliti, teliti)


def baca_kata(teks: str) -> Bacaan | None:
    """Return the number of Indonesian words ("sembilan puluh tujuh koma enam"), None where they make none."""
    utuh, _, pecahan = teks.lower().partition("koma")
    bulat = _baca_bulat(utuh.split())
    if bulat is None:
        return None
    desimal = [_SATUAN.get(k) for k in pecahan.split()]
    if any(d is None for d in desimal):
        return None
    teliti = Fraction(1, 10 ** len(desimal))
    nilai = sum((Fraction(d or 0, 10 ** (i + 1)) for i, d in enumerate(desimal)), Fraction(bulat))
    return Bacaan(nilai, teliti)


def _baca_bulat(kata: Sequence[str]) -> int | None:
    jumlah = kelompok = 0
    satuan: int | None = None
    for k in kata:
        if k in _SATUAN:
            if satuan is not None:
                return None
            satuan = _SATUAN[k]
        elif k in _SEDERET:
            kelompok += _SEDERET[k]
        elif k in _PENGALI:
            kelompok += (satuan or 0) * _PENGALI[k] + (10 if k == "belas" else 0)
            satuan = None
        elif k == "seribu":
            jumlah += 1000
        elif k in NILAI_KALI:
            jumlah += ((kelompok + (satuan or 0)) or 1) * NILAI_KALI[k]
            kelompok, satuan = 0, None
        else:  # a letter of another script that the pattern takes for one of these
            return None
    return jumlah + kelompok + (satuan or 0)


def _is_sekitar(bacaan: Bacaan, nilai: Fraction) -> bool:
    """Whether a value is near enough to be rounded to a typed one: told without exact division."""
    a, b = float(bacaan.nilai), float(nilai)
    return abs(a - b) <= 2 * float(bacaan.teliti) + 1e-9 * abs(b)


def is_sebesar(bacaan: Bacaan, nilai: Fraction) -> bool:
    """Whether a typed figure is a value, or the value rounded half up to the digits that were typed."""
    if bacaan.nilai == nilai:
        return True
    if bacaan.teliti == 0 or not _is_sekitar(bacaan, nilai):
        return False
    bulat = (nilai / bacaan.teliti + Fraction(1, 2)).__floor__() * bacaan.teliti
    # 99,95 is not 100: a bound that was not reached is not rounded to.
    return bulat == bacaan.nilai and not (nilai < 100 <= bulat and bacaan.teliti <= 1)
