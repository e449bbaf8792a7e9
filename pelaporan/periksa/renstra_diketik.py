"""The year within the Renstra, or its period, typed otherwise than the report counts it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.konteks import Periode
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import Kalimat, iter_kalimat_semua, lokasi_kalimat
from sakip.umum.tanggal import angka_romawi, sebut_urutan

_URUTAN = {sebut_urutan(n): n for n in range(1, 11)} | {"kesatu": 1}
_ROMAWI = {angka_romawi(n): n for n in range(1, 11)}
_RENSTRA = re.compile(r"\b(?:renstra|rencana\s+strategis)\b", re.IGNORECASE)
_TAHUN_KE = re.compile(
    rf"\btahun\s+(?P<sebut>ke[-\s]?(?P<angka>\d{{1,2}})\b|ke[-\s]?(?P<romawi>(?-i:[IVX]+))\b|"
    rf"(?P<kata>{'|'.join(_URUTAN)})\b|(?P<polos>\d)\s+(?:dari\s+)?(?=(?:periode\s+)?(?:renstra|rencana\s+strategis)\b))",
    re.IGNORECASE,
)
# A year that is a bound of time, not the year that the report is about.
_BATAS = re.compile(
    r"\b(?:sejak|mulai|dari|hingga|sampai(?:\s+dengan)?|menjelang|target|pada\s+target|akhir)\s*$",
    re.IGNORECASE,
)
_SAMPAI = re.compile(r"\s*(?:sampai|hingga|s\.d|[-–])", re.IGNORECASE)
_PERIODE = re.compile(
    r"\b(?:renstra|rencana\s+strategis)\b(?P<isi>[^.;\d]{0,90}?)(?P<awal>20\d\d)\s*(?:[-–/]|s\.?\s?d\.?|sampai(?:\s+dengan)?|"
    r"hingga)\s*(?P<akhir>20\d\d)\b",
    re.IGNORECASE,
)
_MILIK_LAIN = re.compile(
    r"\b(?:kementerian|K/L|provinsi|nasional|RPJMN|bappenas|kemendagri|lembaga)\b", re.IGNORECASE
)
_PERIODE_LAIN = re.compile(
    r"\b(?:sebelumnya|terdahulu|yang\s+lalu|lama|berikutnya|mendatang|selanjutnya|baru|penyusunan|disusun|berakhir)\b",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"\b(20\d\d)\b(?!\s*[-–])")


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find "tahun ke-IV Renstra" and "Renstra 2021-2025" that are not so."""
    periode = bahan.konteks.periode
    for kalimat in iter_kalimat_semua(bahan.konteks):
        if not _RENSTRA.search(kalimat.ketikan):
            continue
        yield from _tahun_ke(kalimat, periode, bahan.konteks.identitas.tahun)
        yield from _periode(kalimat, periode, bahan.konteks.identitas.tahun)


def _tahun_ke(kalimat: Kalimat, periode: Periode, tahun: int) -> Iterator[Temuan]:
    benar = _URUTAN.get(periode.tahun_ke)
    if benar is None:
        return
    teks = kalimat.ketikan
    for m in _TAHUN_KE.finditer(teks):
        n = _nilai(m)
        lain = {int(t) for t in _TAHUN.findall(teks[m.end() : m.end() + 12])} - {tahun}
        sambung = _SAMPAI.match(teks, m.end())
        if n is None or lain or sambung or _BATAS.search(teks[: m.start()]):
            continue
        disebut = _TAHUN.findall(teks[: m.start()])  # "Tahun 2025 menjadi tahun keempat Renstra"
        if n == benar + (int(disebut[-1]) - tahun if disebut else 0):
            continue
        tertulis = re.sub(r"\s*dari\s*$", "", m["sebut"]).strip()
        yield _temuan(
            kalimat,
            f"Tahun {tahun} ditulis sebagai tahun {tertulis} Renstra, sedangkan menurut target "
            f"Renstra "
            f"{periode.nama} tahun {tahun} adalah tahun {periode.tahun_ke}. Perbaiki urutannya.",
            tertulis,
            periode.tahun_ke,
        )


def _nilai(m: re.Match[str]) -> int | None:
    if m["angka"] or m["polos"]:
        return int(m["angka"] or m["polos"])
    return _ROMAWI.get(m["romawi"]) if m["romawi"] else _URUTAN.get((m["kata"] or "").lower())


def _periode(kalimat: Kalimat, periode: Periode, tahun: int) -> Iterator[Temuan]:
    for m in _PERIODE.finditer(kalimat.ketikan):
        rentang = (int(m["awal"]), int(m["akhir"]))
        sah = {(periode.tahun_awal, periode.tahun_akhir)}
        if periode.tahun_target:
            sah.add((periode.tahun_target[0], periode.tahun_target[-1]))
        if rentang in sah or _MILIK_LAIN.search(m["isi"]):
            continue
        is_lain = rentang[0] > tahun or rentang[1] <= periode.tahun_awal
        if is_lain and _PERIODE_LAIN.search(kalimat.ketikan):
            continue
        tertulis = f"{rentang[0]}-{rentang[1]}"
        yield _temuan(
            kalimat,
            f"Periode Renstra ditulis {tertulis}, sedangkan Renstra laporan ini adalah {periode.nama}. "
            f"Perbaiki, atau "
            "pakai token [[periode]].",
            tertulis,
            periode.nama,
        )


def _temuan(kalimat: Kalimat, pesan: str, tertulis: str, benar: str) -> Temuan:
    nilai = (("tertulis", tertulis), ("seharusnya", benar))
    lokasi, tautan = lokasi_kalimat(kalimat), kalimat.paragraf.tautan
    return Temuan(PEMERIKSAAN.kode, Tingkat.GALAT, lokasi, pesan, nilai, tautan)


PEMERIKSAAN = Pemeriksaan(
    kode="renstra_diketik",
    nama="Tahun dan periode Renstra yang diketik",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh S2: tahun ke-IV",
    periksa=periksa,
)
