"""What the words around a typed figure say of it: measure, year, indicator, programme."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pelaporan.periksa.angka_teks import AngkaTerketik, JenisKetik, cari_angka
from pelaporan.periksa.hitungan_teks import cari_hitungan
from pelaporan.periksa.hukum_teks import cari_sitasi
from pelaporan.periksa.naskah import TERISI, Kalimat, himpunan_kata
from pelaporan.periksa.sebutan_teks import Sebutan, cari_sebutan

_TOKEN_ANGKA = himpunan_kata(
    "target realisasi capaian pagu realisasi_anggaran serapan sisa rerata kemajuan efisiensi jumlah "
    "target_akhir"
)
_UKUR_PERSEN = re.compile(
    r"(?P<serapan>(?:daya\s+serap|penyerapan|serapan)(?:nya)?(?:\s+(?:anggaran|belanja))?|terserap|menyerap|"
    r"realisasi\s+(?:anggaran|belanja|keuangan))"
    r"|(?P<efisiensi>efisiensi(?:nya)?(?:\s+(?:anggaran|penggunaan\s+(?:anggaran|sumber\s+daya)))?)"
    r"|(?P<rerata>rata-?\s?rata\s+(?:capaian|kinerja|pencapaian)(?:\s+kinerja)?|rerata|capaian\s+rata-rata)"
    r"|(?P<kemajuan>kemajuan|target\s+akhir)"
    r"|(?P<capaian>(?:pen)?capaian(?:nya)?(?:\s+kinerja)?|tercapai|ketercapaian)"
    r"|(?P<target>(?:di)?target(?:nya|kan)?)"
    r"|(?P<realisasi>(?:ter)?realisasi(?:nya)?|direalisasikan)",
    re.IGNORECASE,
)
_UKUR_RUPIAH = re.compile(
    r"(?P<sisa>sisa(?:nya)?(?:\s+(?:anggaran|lebih))?|tersisa|(?:tidak|belum)\s+terserap|silpa)"
    r"|(?P<realisasi_anggaran>(?:ter)?realisasi(?:nya)?(?:\s+(?:anggaran|belanja|keuangan|pagu))?|direalisasikan|"
    r"terserap|(?:penyerapan|serapan)(?:\s+anggaran)?|penggunaan\s+anggaran|digunakan|terpakai|dibelanjakan|menyerap)"
    r"|(?P<target>(?:di)?target(?:nya|kan)?)"
    r"|(?P<pagu>pagu(?:nya)?(?:\s+anggaran)?|(?:di)?anggaran?(?:kan|nya)?|alokasi|dialokasikan|APBD|DPA)",
    re.IGNORECASE,
)
_UKUR_JUMLAH = re.compile(
    r"(?P<capaian>(?:pen)?capaian(?:nya)?(?:\s+kinerja)?)"
    r"|(?P<efisiensi>efisiensi(?:nya)?(?:\s+(?:anggaran|penggunaan\s+(?:anggaran|sumber\s+daya)))?)"
    r"|(?P<target_akhir>target\s+akhir)"
    r"|(?P<target>(?:di)?target(?:nya|kan)?)"
    r"|(?P<realisasi>(?:ter)?realisasi(?:nya)?|\bnilai(?:nya)?\b|\bindeks(?:nya)?\b|\bskor(?:nya)?\b|\bhasil(?:nya)?\b)",
    re.IGNORECASE,
)
UKUR = {
    JenisKetik.PERSEN: _UKUR_PERSEN,
    JenisKetik.RUPIAH: _UKUR_RUPIAH,
    JenisKetik.JUMLAH: _UKUR_JUMLAH,
}
_SESUDAH = re.compile(
    r"\s*(?:(?:dari\s+)?(?:seluruh\s+)?anggaran\s+(?:telah\s+)?(?:terserap|terealisasi)|serapan)"
)
_TAHUN = re.compile(r"(?<![\d\-–/])((?:19|20)\d\d)(?!\s*[-–/]\s*\d|\d|[.,]\d)")
_TAHUN_LALU = re.compile(r"tahun\s+(?:sebelumnya|lalu|yang\s+lalu)", re.IGNORECASE)
# "85,50 pada tahun 2023 menjadi …": a year right behind a figure is of that figure alone.
_TAHUN_SESUDAH = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:pada|di|untuk|dalam)\s+)?tahun(?:\s+anggaran)?\s+(?=(?:19|20)\d\d|\ufffc)",
    re.IGNORECASE,
)
# "terealisasi Rp3.015.390.600 atau 97,64%": the percent of what was just said in rupiah.
_ATAU = re.compile(
    r"\W*(?:atau|yaitu|yakni|setara|sebesar|sekitar|dengan\s+persentase|dengan)?(?:\s+(?:sebesar|sekitar))?\W*$",
    re.IGNORECASE,
)
_SEBAGIAN_TAHUN = re.compile(
    r"\b(?:triwulan|tribulan|TW|semester|kuartal|bulan|sebelum\s+perubahan|murni)\b", re.IGNORECASE
)


_KATA_PROGRAM = re.compile(r"\b(?:program|kegiatan)\b", re.IGNORECASE)
_GESER = re.compile(r"(?:N?([+-]\d{1,2}))?|N")  # of a token: "" | "N" | "N-1"
ANGKA_TERBANYAK = 40  # a sentence with more figures is a pasted table
_Sebut = tuple[tuple[Sebutan, ...], tuple[Sebutan, ...]]


@dataclass(frozen=True)
class Klausa:
    """What is said of one typed figure. ``is_langsung``: its own words name the indicator."""

    angka: AngkaTerketik
    teks: str
    ukur: str
    is_ukur_turunan: bool  # taken over from the figure before
    tahun: int | None
    indikator: tuple[Sebutan, ...]
    is_langsung: bool
    program: tuple[Sebutan, ...]
    is_sebagian_tahun: bool


@dataclass(frozen=True)
class _IsiKalimat:
    """What is read of a sentence once, for all its figures. ``batas`` are the ends of figures and tokens."""

    ketikan: str
    token: dict[int, str]
    batas: list[int]
    tahun_di: list[tuple[int, int]]
    tahun_sebelum: list[tuple[int, int]]  # without years that stand right behind a figure
    sebut: _Sebut
    is_sebagian_tahun: bool


def baca_klausa(
    kalimat: Kalimat, daftar: Sequence[Sebutan], tahun_laporan: int
) -> tuple[tuple[Klausa, ...], int]:
    """Return the typed figures of a sentence with what its words say of each, and how many there are.

    Of a pasted table only the first forty are read.
    """
    hitungan = cari_hitungan(kalimat.ketikan)
    angka = cari_angka(kalimat.ketikan, [(h.awal, h.akhir) for h in hitungan])
    if not angka:
        return (), 0
    akhir = [a.akhir for a in angka] + [h.akhir for h in hitungan]
    isi = _isi_kalimat(kalimat, akhir, daftar, tahun_laporan)
    hasil: list[Klausa] = []
    for a in angka[:ANGKA_TERBANYAK]:
        hasil.append(_klausa(a, isi, hasil[-1] if hasil else None, daftar))
    return tuple(hasil), len(angka)


def _isi_kalimat(
    kalimat: Kalimat, akhir: Sequence[int], daftar: Sequence[Sebutan], tahun_laporan: int
) -> _IsiKalimat:
    ketikan = kalimat.ketikan
    token = _posisi_token(kalimat)
    batas = sorted([*akhir, *(i + 1 for i, k in token if k.partition(":")[0] in _TOKEN_ANGKA)])
    tahun_di = _tahun_di(ketikan, token, tahun_laporan)
    milik_angka = {m.end() for n in batas if (m := _TAHUN_SESUDAH.match(ketikan, n))}
    return _IsiKalimat(
        ketikan=ketikan,
        token=dict(token),
        batas=batas,
        tahun_di=tahun_di,
        tahun_sebelum=[(i, t) for i, t in tahun_di if i not in milik_angka],
        sebut=_sebut(ketikan, [k for _, k in token], daftar),
        is_sebagian_tahun=bool(_SEBAGIAN_TAHUN.search(ketikan)),
    )


def _klausa(a: AngkaTerketik, isi: _IsiKalimat, lalu: Klausa | None, daftar: Sequence[Sebutan]) -> Klausa:
    n = bisect_right(isi.batas, a.awal)
    awal = isi.batas[n - 1] if n else 0
    sebelum = isi.ketikan[awal : a.awal]
    milik = _sebut(sebelum, [k for i, k in isi.token.items() if awal <= i < a.awal], daftar)
    langsung = _ukur(a.jenis, sebelum, isi.ketikan[a.akhir :])
    atau = "" if langsung else _ukur_atau(a, sebelum, lalu, isi.token.get(awal - 1))
    ukur = langsung or atau
    # "… 87,35, melampaui target 85,50": a few words on are still about the one indicator.
    dekat = bool(langsung and lalu) and len(sebelum.split()) <= 4 and len(isi.sebut[0]) == 1
    return Klausa(
        angka=a,
        teks=f"{lalu.teks} {sebelum}" if atau and lalu else sebelum,
        ukur=ukur or (lalu.ukur if lalu and lalu.angka.jenis is a.jenis else ""),
        is_ukur_turunan=not ukur,
        tahun=_tahun(a, isi),
        indikator=milik[0] or isi.sebut[0],
        is_langsung=bool(milik[0]) or dekat or atau == "capaian",
        program=milik[1] or isi.sebut[1],
        is_sebagian_tahun=isi.is_sebagian_tahun,
    )


def _ukur_atau(angka: AngkaTerketik, sebelum: str, lalu: Klausa | None, token: str | None) -> str:
    """Return what a percent right behind an amount measures: that amount against its ceiling or target."""
    if angka.jenis is not JenisKetik.PERSEN or not _ATAU.match(sebelum):
        return ""
    if token is not None and token.partition(":")[0] == "realisasi_anggaran":
        return "serapan"
    if lalu is None or lalu.angka.jenis is not JenisKetik.RUPIAH or lalu.ukur != "realisasi_anggaran":
        return ""
    return "capaian" if lalu.indikator and not lalu.program else "serapan"


def _tahun(angka: AngkaTerketik, isi: _IsiKalimat) -> int | None:
    """Return the year of a figure.

    It stands right behind it, or is the last one before it that is not another figure's.
    """
    m = _TAHUN_SESUDAH.match(isi.ketikan, angka.akhir)
    if m is not None:
        return next((t for i, t in isi.tahun_di if i == m.end()), None)
    return next((t for i, t in reversed(isi.tahun_sebelum) if i < angka.awal), None)


def _posisi_token(kalimat: Kalimat) -> list[tuple[int, str]]:
    tempat = [i for i, c in enumerate(kalimat.ketikan) if c == TERISI]
    return list(zip(tempat, kalimat.kunci, strict=True))


def _sebut(teks: str, kunci: Sequence[str], daftar: Sequence[Sebutan]) -> _Sebut:
    """Return indicators and programmes that words or tokens name; a token is surer than words."""
    objek = {k.split(":")[1] for k in kunci if ":" in k}
    dari_token = [s for s in daftar if s.kode in objek] if objek else []
    indikator = tuple(s for s in dari_token if s.jenis == "indikator") or cari_sebutan(
        teks, daftar, "indikator"
    )
    program = tuple(s for s in dari_token if s.jenis == "program")
    if not program and _KATA_PROGRAM.search(teks):
        program = cari_sebutan(teks, daftar, "program")
    return indikator, program


def _ukur(jenis: JenisKetik, sebelum: str, sesudah: str) -> str:
    cocok = list(UKUR[jenis].finditer(sebelum))
    if cocok:
        return cocok[-1].lastgroup or ""
    if jenis is JenisKetik.PERSEN and _SESUDAH.match(sesudah):
        return "serapan"
    return ""


def _tahun_di(ketikan: str, token: Sequence[tuple[int, str]], tahun_laporan: int) -> list[tuple[int, int]]:
    """Return (place, year) of every year that the sentence names, in order."""
    sitasi = [(s.awal, s.akhir) for s in cari_sitasi(ketikan)]
    hasil = [
        (m.start(), int(m[1]))
        for m in _TAHUN.finditer(ketikan)
        if not any(awal <= m.start() < akhir for awal, akhir in sitasi)
    ]
    hasil += [(m.start(), tahun_laporan - 1) for m in _TAHUN_LALU.finditer(ketikan)]
    for i, k in token:
        jenis, _, tanda = k.partition(":")
        if jenis == "tahun" and (m := _GESER.fullmatch(tanda)):
            hasil.append((i, tahun_laporan + int(m[1] or 0)))
    return sorted(hasil)
