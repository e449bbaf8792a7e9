"""Recognising typed counts of tujuan, sasaran, indikator, program and misi, and typed labels ("Tujuan 6")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pelaporan.periksa.angka_lewat import tutup
from pelaporan.periksa.angka_teks import KATA_BILANGAN, baca_kata
from pelaporan.periksa.naskah import TERISI


class Cakupan(StrEnum):
    """What a count is said to count: all of a kind, or which part of it."""

    SEMUA = "semua"
    PK = "pk"
    IKU = "iku"
    TERUKUR = "terukur"
    TERCAPAI = "tercapai"
    BELUM = "belum_tercapai"
    BAGIAN = "bagian"  # a part that the words do not define
    LABEL = "label"  # no count: the number of one of them


@dataclass(frozen=True)
class Hitungan:
    """A typed count; ``awal`` and ``akhir`` hold its number."""

    benda: str  # "tujuan" | "sasaran" | "indikator" | "program" | "misi"
    nilai: int
    cakupan: Cakupan
    teks: str
    awal: int
    akhir: int


_N = rf"(?:\d{{1,3}}|{KATA_BILANGAN})"
_BENDA = (
    r"(?P<benda>tujuan(?:\s+strategis)?|sasaran(?:\s+strategis)?|indikator(?:\s+kinerja)?(?:\s+(?:utama|kunci))?"
    r"|IKU|program|misi)\b"
)
# Of somebody else, or another kind of programme: no count of this report.
_LAIN = (
    r"(?!\s+(?:RPJM\w*|SDGs?|TPB|pembangunan|kabupaten|provinsi|nasional|kementerian|studi|televisi|keluarga|unggulan|"
    r"prioritas|magister|sarjana|pelatihan|mutu\b))"
)
_SEKITAR = 300  # characters around a count in which the words about it are looked for
_SELA = r"\s*(?:\(\s*[\w\s]+\s*\)\s*)?(?:buah\s+)?"
_HITUNG = re.compile(rf"(?<![\w.,/\-{TERISI}])(?P<n>{_N}){_SELA}(?<=\s){_BENDA}{_LAIN}", re.IGNORECASE)
_DARI = re.compile(
    rf"(?<![\w.,/\-])(?P<n>{_N})\s+(?:di\s+antaranya\s+)?dari\s+(?:seluruh\s+|total\s+)?(?:{_N}|{TERISI})\s+{_BENDA}{_LAIN}",
    re.IGNORECASE,
)
_SEBANYAK = re.compile(
    rf"\b(?:jumlah\s+)?{_BENDA}{_LAIN}\s+(?:\w+\s+){{0,3}}?(?:sebanyak|berjumlah|adalah)\s+(?P<n>\d{{1,3}})\b"
    r"(?!\s*(?:%|persen)|[.,]\d|\s+(?:tujuan|sasaran|indikator|program|misi|IKU)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?P<benda>tujuan|sasaran(?:\s+(?:strategis|program|kegiatan))?|indikator|program|misi)\s+"
    r"(?P<n>\d{1,2})\b(?P<lanjut>(?:\s*(?:,\s*(?:dan\s+)?|dan|serta)\s*\d{1,2}\b)*)"
    r"(?!\s*(?:%|persen|rupiah|juta|miliar)|[.,]\d|\s+(?:orang|desa|kasus|unit|paket|indikator|sasaran|program|kegiatan|"
    r"laporan|dokumen|lembaga|kelompok|dari)\b)",
    re.IGNORECASE,
)

_BELUM = r"(?:yang\s+)?(?:masih\s+)?(?:belum|tidak)\s+(?:dapat\s+)?(?:mencapai|memenuhi|tercapai|sesuai)"
_TERCAPAI = r"(?:yang\s+)?(?:telah\s+|sudah\s+|berhasil\s+|dapat\s+)*(?:mencapai|memenuhi|melampaui|tercapai)"
_TERUKUR = r"(?:yang\s+)?(?:telah\s+|sudah\s+|dapat\s+)*(?:terukur|diukur)"
_PK = r"(?:dalam\s+|pada\s+|yang\s+tercantum\s+dalam\s+)?(?:dokumen\s+)?(?:Perjanjian\s+Kinerja|PK)\b"
_SESUDAH: tuple[tuple[Cakupan, re.Pattern[str]], ...] = (
    (Cakupan.BELUM, re.compile(rf"\s+(?:di\s+antaranya\s+)?{_BELUM}", re.IGNORECASE)),
    (Cakupan.TERCAPAI, re.compile(rf"\s+(?:di\s+antaranya\s+)?{_TERCAPAI}", re.IGNORECASE)),
    (Cakupan.TERUKUR, re.compile(rf"\s+(?:di\s+antaranya\s+)?{_TERUKUR}", re.IGNORECASE)),
    (Cakupan.PK, re.compile(rf"\s+{_PK}", re.IGNORECASE)),
    (
        Cakupan.BAGIAN,
        re.compile(
            r"\s+(?:yang(?!\s+(?:ingin|akan|dilaporkan|ditetapkan|harus))|lain|lainnya|di\s+antaranya|belum|tidak|masih|"
            r"berkategori|dengan\s+(?:kategori|capaian|predikat)|menunjang|mendukung|pendukung|penunjang|efisien|"
            r"tujuan|sasaran|program|kegiatan|pelayanan|pada\s+(?:tujuan|sasaran|program)|menurun|membaik|meningkat|"
            r"tetap|turun|naik)",
            re.IGNORECASE,
        ),
    ),
)
_SEBELUM_BAGIAN = re.compile(
    r"(?:di\s+antaranya|sisanya|hanya|masing-masing|setiap\s+\w+|tiap\s+\w+|minimal|paling\s+\w+|"
    r"sebagian\s+\w+|baru)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_SEBELUM_DARI = re.compile(rf"(?:(?:{_N}|{TERISI})\s+|^)dari\s+(?:seluruh\s+|total\s+)?$", re.IGNORECASE)
# "Dari 12 indikator, 8 …": what follows is a part.
_DARI_SEMUA = re.compile(
    rf"\bdari\s+(?:seluruh\s+|total\s+)?(?:{_N}|{TERISI})\s+(?:\w+\s+)*\w+\s*,", re.IGNORECASE
)
_SEBELUM_PK = re.compile(
    r"(?:Perjanjian\s+Kinerja|\bPK)\s+(?:\S+\s+){0,4}?(?:memuat|berisi|terdiri|mencantumkan)\s+(?:dari\s+|atas\s+)?$",
    re.IGNORECASE,
)
_SEBELUM_NODE = re.compile(
    rf"(?<![\d{TERISI}])(?<!\d\s)(?<!{TERISI}\s)\b(?:tujuan|sasaran|program|misi)\b[^;{TERISI}\d]*"
    r"(?:memiliki|mempunyai|terdiri(?:\s+(?:dari|atas))?|didukung|diukur|ditunjang|dijabarkan|mencakup|melalui|dengan|"
    r"memuat)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def cari_hitungan(teks: str) -> tuple[Hitungan, ...]:
    """Return the typed counts and labels of a sentence in order."""
    hasil: list[Hitungan] = []
    for h in _iter_hitungan(tutup(teks), teks):
        if all(h.akhir <= lain.awal or h.awal >= lain.akhir for lain in hasil):
            hasil.append(h)
    return tuple(sorted(hasil, key=lambda h: h.awal))


def _iter_hitungan(tertutup: str, asli: str) -> Iterator[Hitungan]:
    label = list(_iter_label(tertutup, asli))
    yield from label
    for pola in (_DARI, _HITUNG, _SEBANYAK):
        for m in pola.finditer(tertutup):
            nilai = _nilai(m["n"])
            if nilai is None:
                continue
            sebelum = tertutup[max(0, m.start("n") - _SEKITAR) : m.start("n")]
            sesudah = tertutup[m.end() : m.end() + _SEKITAR]
            cakupan = _cakupan(m["benda"], sebelum, sesudah, bagian=pola is _DARI)
            ada_label = any(x.akhir <= m.start("n") for x in label)
            if ada_label and cakupan is Cakupan.SEMUA:
                cakupan = Cakupan.BAGIAN
            teks = asli[m.start() : m.end()].replace(TERISI, "…").strip()
            yield Hitungan(_benda(m["benda"]), nilai, cakupan, teks, m.start("n"), m.end("n"))


def _iter_label(tertutup: str, asli: str) -> Iterator[Hitungan]:
    for m in _LABEL.finditer(tertutup):
        benda = m["benda"].lower()
        # "Sasaran Program 32" is a label of something that the report does not number.
        benda = "" if "program" in benda and benda != "program" else benda.split()[0]
        awalan = asli[m.start("benda") : m.end("benda")]
        yield Hitungan(benda, int(m["n"]), Cakupan.LABEL, f"{awalan} {m['n']}", m.start("n"), m.end("n"))
        for n in re.finditer(r"\d{1,2}", m["lanjut"]):
            awal = m.start("lanjut") + n.start()
            yield Hitungan(benda, int(n[0]), Cakupan.LABEL, f"{awalan} {n[0]}", awal, awal + len(n[0]))


def _nilai(teks: str) -> int | None:
    if teks.isdigit():
        return int(teks)
    bacaan = baca_kata(teks)
    # "satu indikator" is said without counting.
    return None if bacaan is None or bacaan.nilai < 2 else int(bacaan.nilai)


def _benda(teks: str) -> str:
    return "indikator" if teks.upper() == "IKU" else teks.lower().split()[0]


def _cakupan(benda: str, sebelum: str, sesudah: str, *, bagian: bool) -> Cakupan:
    is_indikator = _benda(benda) == "indikator"
    sesudah = re.sub(r"^\s*\([^)]*\)", "", sesudah)  # "8 indikator (66,67%) mencapai target"
    if not bagian and _SEBELUM_DARI.search(sebelum):
        return Cakupan.SEMUA
    for cakupan, pola in _SESUDAH:
        if pola.match(sesudah):
            if _SEBELUM_NODE.search(sebelum) or not is_indikator:
                return Cakupan.BAGIAN
            return Cakupan.BAGIAN if bagian and cakupan is Cakupan.PK else cakupan
    if bagian or _SEBELUM_BAGIAN.search(sebelum) or _DARI_SEMUA.search(sebelum):
        return Cakupan.BAGIAN
    if is_indikator and _SEBELUM_PK.search(sebelum):
        return Cakupan.PK
    if _SEBELUM_NODE.search(sebelum):
        return Cakupan.BAGIAN
    if is_indikator and (benda.upper() == "IKU" or benda.lower().endswith("utama")):
        return Cakupan.IKU
    return Cakupan.SEMUA
