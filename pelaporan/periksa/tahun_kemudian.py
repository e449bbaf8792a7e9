"""A year after the report's year, told as past or as measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.ketikan import penggal
from pelaporan.periksa.naskah import Kalimat, iter_kalimat_semua, lokasi_bagian, normal
from pelaporan.periksa.sebut import sebut

_TAHUN = re.compile(r"(?<![\w/.,–-])(20\d\d)(?![\w/–]|-\d|[.,]\d)")
# Clauses: what is planned in one says nothing of what was measured in the next.
_ANAK_KALIMAT = re.compile(
    r"[;,:]\s+|\s+(?=(?:sedangkan|sehingga|karena|namun|tetapi|agar|supaya|sementara|walaupun|meskipun|setelah)\b)"
)
_PASTI = re.compile(r"\b(?:terealisasi|terserap|terealisir)\b", re.IGNORECASE)
_DIHARAP = re.compile(r"\b(?:akan|agar|supaya|diharap\w*|diproyeksi\w*|diperkira\w*)\b", re.IGNORECASE)
_BELANJA = re.compile(r"\b(?:realisasi|serapan) (?:anggaran|belanja|program|pagu)\b", re.IGNORECASE)
_TERUKUR = re.compile(
    r"\b(?:realisasi(?:nya)?|capaian(?:nya)?|tercapai|tercatat|terlaksana|memperoleh|meraih|menghasilkan)\b",
    re.IGNORECASE,
)
_LAMPAU = re.compile(r"\b(?:telah|sudah|berhasil|mencapai|meningkat|menurun|naik|turun)\b", re.IGNORECASE)
_RENCANA = re.compile(
    r"\b(?:akan|agar|supaya|target(?:nya)?|ditarget\w*|rencana(?:nya)?|direncana\w*|diharap\w*|diarah\w*|perlu|harus|"
    r"diupayakan|dijadwalkan|diusulkan|dianggarkan|diproyeksi\w*|proyeksi|diperkira\w*|perbaikan|langkah|ingin|"
    r"hendak|dimajukan|menunggu|bahan|dasar|masukan|menjelang|prakiraan|upaya|meningkatkan|"
    r"mempercepat|memperbaiki|mendorong|dilanjutkan|ditingkatkan|dipercepat|diperbaiki|dipertahankan|"
    r"menetapkan|ditetapkan|menyusun|disusun|disepakati|disahkan)\b",
    re.IGNORECASE,
)
# A document, an event or a day of that year, and the end of a period, may be named in any report.
_MILIK = re.compile(
    r"(?:\bnomor\s+\S+\s+tahun|\btarget(?:\s+(?:akhir|tahun|renstra|rpjmd|pada))*|"
    r"\b(?:APB\w+|RKP\w*|DPA|RKA|renja|RKT|pagu|anggaran|perjanjian kinerja|rencana(?:\s\w+){0,2}|"
    r"program kerja|jadwal|pemilu|pilkada|pemilihan(?:\s\w+){1,3})(?:\s+perubahan)?"
    r"(?:\s+tahun(?:\s+anggaran)?)?|"
    r"\b(?:sampai(?: dengan)?|hingga|menuju|s\.?d\.?)(?:\s+(?:akhir|tahun))*|"
    r"\b(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember))\s+$",
    re.IGNORECASE,
)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find later years told as past in the narrative; one finding per section."""
    tahun = bahan.konteks.identitas.tahun
    hasil: dict[str, list[tuple[str, Kalimat]]] = {}
    for k in iter_kalimat_semua(bahan.konteks):
        for lain in cari_tahun(k.teks, tahun):
            hasil.setdefault(k.paragraf.bagian, []).append((lain, k))
    for bagian, isi in hasil.items():
        yield _temuan(lokasi_bagian(bagian), isi, tahun)


def cari_tahun(kalimat: str, tahun: int) -> Iterator[str]:
    """Yield the years after ``tahun`` that a sentence tells as past or measured."""
    for anak in _ANAK_KALIMAT.split(kalimat):
        for m in _TAHUN.finditer(anak):
            if int(m[1]) > tahun and _is_lampau(anak, bool(_MILIK.search(anak[: m.start()]))):
                yield m[1]


def _is_lampau(anak: str, is_milik: bool) -> bool:
    if _PASTI.search(anak):
        return _DIHARAP.search(anak) is None
    if _RENCANA.search(anak):
        return False
    if is_milik:
        return _BELANJA.search(anak) is not None
    return bool(_TERUKUR.search(anak) or _LAMPAU.search(anak))


def _temuan(lokasi: Lokasi, isi: list[tuple[str, Kalimat]], tahun: int) -> Temuan:
    sebutan = sebut([f"tahun {t} (“{penggal(k.teks, 100)}”)" for t, k in isi])
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi,
        pesan=(
            f"{lokasi.teks} menceritakan {sebutan} sebagai hal yang sudah terjadi, sedangkan laporan ini "
            f"tentang tahun {tahun}. Perbaiki tahunnya, tulis sebagai rencana, atau jelaskan."
        ),
        nilai=tuple((f"tahun {t}", normal(k.mentah)) for t, k in isi),
        tautan=f"narasi:{lokasi.kunci}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tahun_kemudian",
    nama="Tahun sesudah tahun laporan diceritakan sebagai hasil",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh S1",
    periksa=periksa,
)
