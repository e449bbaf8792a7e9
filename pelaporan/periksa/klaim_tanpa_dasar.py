"""Praise for everything, printed while something was not reached or not measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import Kalimat, iter_kalimat_semua, lokasi_kalimat

_APA = r"(?:indikator|sasaran|tujuan|target|kinerja|capaian|program\s+dan\s+kegiatan|hasil)"
_CAPAI = (
    r"(?:(?:telah|sudah|dapat|berhasil)\s+)*(?:mencapai|memenuhi|melampaui|sesuai(?:\s+dengan)?|di\s+atas)\s+"
    r"(?:\w+\s+){0,3}?(?:target|rencana|sasaran|yang\s+(?:telah\s+)?(?:ditetapkan|direncanakan))"
    r"|(?:(?:telah|sudah|dapat|berhasil)\s+)+(?:tercapai|terpenuhi|terlaksana|dicapai|terealisasi)|tercapai\b"
)
_SEMUA = re.compile(
    rf"\b(?P<kata>seluruh|semua|segenap|keseluruhan)\s+(?:\w+\s+){{0,2}}?{_APA}\b[^.;]{{0,80}}?(?:{_CAPAI})",
    re.IGNORECASE,
)
_UMUM = re.compile(
    rf"\b(?P<kata>secara\s+umum|pada\s+umumnya|secara\s+keseluruhan)\b[^.;]{{0,60}}?{_APA}\b[^.;]{{0,80}}?(?:{_CAPAI})",
    re.IGNORECASE,
)
_UMUM_BALIK = re.compile(
    rf"\b{_APA}\b[^.;]{{0,60}}?(?P<kata>secara\s+umum|pada\s+umumnya|secara\s+keseluruhan)\b[^.;]{{0,40}}?(?:{_CAPAI})",
    re.IGNORECASE,
)
_MULUS = re.compile(
    r"\b(?:tidak\s+(?:ada|terdapat|dijumpai|ditemukan|mengalami)\s+(?:\w+\s+){0,1}?(?:kendala|hambatan|masalah|permasalahan)|"
    r"tanpa\s+(?:kendala|hambatan)|berhasil\s+dengan\s+(?:sangat\s+)?baik|berjalan\s+dengan\s+(?:sangat\s+)?baik\s+dan\s+lancar|"
    r"(?:sangat|amat)\s+(?:memuaskan|berhasil))\b",
    re.IGNORECASE,
)
# A wish, a denial or a condition is no claim.
_BUKAN = re.compile(
    r"\b(?:agar|supaya|diharapkan|harapan|akan|untuk|guna|upaya|apabila|jika|bila|belum|tidak)\s+(?:\w+\s+){0,2}?$",
    re.IGNORECASE,
)
_LANJUT = re.compile(
    r"\b(?:belum|tidak|kurang)\s+(?:\w+\s+)?(?:mencapai|memenuhi|tercapai|sesuai)", re.IGNORECASE
)
_KECUALI = re.compile(r"\b(?:kecuali|selain)\b", re.IGNORECASE)
# All indicators of one tujuan or sasaran: a smaller claim, that words alone do not tell.
_SEBAGIAN = re.compile(
    r"indikator\s+(?:\w+\s+)?(?:pada|dalam|dari|untuk)?\s*(?:sasaran|tujuan|program)\s+\w+", re.IGNORECASE
)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find claims of success for all, against what Tabel 3.2 says."""
    i = bahan.konteks.ikhtisar
    belum = i.jumlah_indikator_dilaporkan - i.jumlah_tercapai
    if belum <= 0:
        return
    for kalimat in iter_kalimat_semua(bahan.konteks):
        klaim = _klaim(kalimat, i.jumlah_tercapai * 2 < i.jumlah_indikator_dilaporkan)
        if klaim:
            yield _temuan(bahan, kalimat, klaim)


def _klaim(kalimat: Kalimat, is_sedikit: bool) -> str:
    """Return the words of a claim, empty where there is none.

    "Secara umum" is one only where fewer than half were reached (``is_sedikit``).
    """
    teks = kalimat.teks
    for pola in (_SEMUA, _UMUM, _UMUM_BALIK):
        m = pola.search(teks)
        if m is None or _BUKAN.search(teks[: m.start()]) or _LANJUT.search(m[0]):
            continue
        if pola is _SEMUA and (_KECUALI.search(teks) or _SEBAGIAN.search(m[0])):
            continue
        if pola is not _SEMUA and not is_sedikit and "seluruh" not in m[0] and "semua" not in m[0]:
            continue
        return m[0]
    m = _MULUS.search(teks)
    return m[0] if m and not _BUKAN.search(teks[: m.start()]) else ""


def _temuan(bahan: BahanPeriksa, kalimat: Kalimat, klaim: str) -> Temuan:
    i = bahan.konteks.ikhtisar
    tabel = bahan.konteks.kerangka.tabel_ke("t_capaian").nomor
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_kalimat(kalimat),
        pesan=(
            f"Tertulis “{klaim}”, sedangkan menurut Tabel {tabel} {i.jumlah_tercapai} dari "
            f"{i.jumlah_indikator_dilaporkan} indikator mencapai target dan {i.jumlah_terukur} terukur. "
            f"Sebut yang belum "
            "tercapai atau belum terukur, atau tulis alasannya."
        ),
        nilai=(
            ("tertulis", klaim),
            ("tercapai", f"{i.jumlah_tercapai} dari {i.jumlah_indikator_dilaporkan}"),
        ),
        tautan=kalimat.paragraf.tautan,
    )


PEMERIKSAAN = Pemeriksaan(
    kode="klaim_tanpa_dasar",
    nama="Pernyataan berhasil tanpa dasar",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh T14; PermenPANRB 53/2014: analisis keberhasilan dan kegagalan",
    periksa=periksa,
)
