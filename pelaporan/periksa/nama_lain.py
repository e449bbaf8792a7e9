"""A name of another office or government: text that came from somebody else's report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.hukum_teks import cari_sitasi
from pelaporan.periksa.nama_teks import (
    Bacaan,
    NamaWilayah,
    inti_nama,
    is_salah_eja,
    is_sendiri,
    iter_bacaan,
    iter_wilayah,
    nama_sendiri,
    pola_nama,
    rapat,
    tanpa_kurung,
)
from pelaporan.periksa.naskah import lokasi_kalimat
from sakip.umum.teks import gabung_kata, satu_spasi

# Sentences that may speak of others: borders, benchmarks, visits, meetings.
_BOLEH = re.compile(
    r"\b(?:(?:di|per|pem)?banding\w*|berbatasan|perbatasan|batas\s+wilayah|sebelah|tetangga|studi|kaji|kunjungan\w*|"
    r"benchmark\w*|kerja\s*sama|juara|lomba|rapat|pelatihan|bimbingan|bimtek|diklat|pameran|lokakarya|workshop|"
    r"perjalanan\s+dinas|jarak|berjarak|kilometer)\b",
    re.IGNORECASE,
)
_KEPALA = frozenset({"Camat", "Bupati", "Wali Kota", "Walikota", "Wali kota"})


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find names of other regions, and of the other offices that the installation holds."""
    milik = nama_sendiri(bahan.konteks.identitas)
    dikenal = _pola_dikenal(bahan, milik)
    for b in iter_bacaan(bahan.konteks):
        ada = _dikenal(b.teks, dikenal)
        lain = list(_lain(b.teks, milik, ada))
        # A single name behind "Camat" may be a person's: that is no galat.
        boleh = bool(_BOLEH.search(b.teks)) or (not ada and all(w.jenis in _KEPALA for w in lain))
        nama = list(dict.fromkeys([*ada, *(w.teks for w in lain)]))
        berkutipan = b.kalimat is not None and b.kalimat.is_berkutipan
        if nama and not (berkutipan and boleh):  # a source answers the warning; a galat it makes one
            boleh = boleh or berkutipan
            yield _temuan(b, nama, bahan.konteks.identitas.perangkat_daerah, boleh=boleh)


def _pola_dikenal(bahan: BahanPeriksa, milik: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern for the names of other offices in any spelling, with what stands before a name."""
    inti = {inti_nama(n) for n in bahan.nama_lain}
    lain = sorted((n for n in inti if n and not is_sendiri(n, milik)), key=len, reverse=True)
    if not lain:
        return None
    return re.compile(
        rf"\b(?:kecamatan|kec\.?|camat|kabupaten|kab\.?|"
        rf"bupati)\s+(?:{'|'.join(map(pola_nama, lain))})(?![\w-])",
        re.IGNORECASE,
    )


def _dikenal(teks: str, dikenal: re.Pattern[str] | None) -> list[str]:
    return [satu_spasi(m[0]) for m in dikenal.finditer(teks)] if dikenal else []


def _lain(teks: str, milik: tuple[str, ...], ada: list[str]) -> Iterator[NamaWilayah]:
    """Yield names that are neither the office's own nor already found by name."""
    sitasi = [(s.awal, s.akhir) for s in cari_sitasi(teks)]
    for w in iter_wilayah(teks):
        # A regulation of somebody else is hukum_diketik's to name.
        if any(awal <= w.awal < akhir for awal, akhir in sitasi):
            continue
        if is_sendiri(w.nama, milik) or is_salah_eja(w.nama, milik):
            continue
        # "Camat Budi Santoso" is a person.
        if w.jenis in _KEPALA and len(w.nama.split()) > 1:
            continue
        if not any(rapat(x).startswith(rapat(w.teks)) or rapat(w.teks).startswith(rapat(x)) for x in ada):
            yield w


def _temuan(b: Bacaan, nama: list[str], kantor: str, *, boleh: bool) -> Temuan:
    daftar = gabung_kata(nama)
    if boleh:
        pesan = (
            f"Kalimat ini menyebut {daftar}. Tulis alasan penyebutannya, atau hapus bila tidak diperlukan."
        )
    else:
        pesan = (
            f"Kalimat ini menyebut {daftar}, padahal laporan ini milik {tanpa_kurung(kantor)}. Perbaiki "
            f"atau hapus; "
            "bila memang bahan perbandingan, sebutkan sumbernya dengan [[kutipan:sumber]] dan "
            "tulis alasannya."
        )
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN if boleh else Tingkat.GALAT,
        lokasi=lokasi_kalimat(b.kalimat) if b.kalimat else b.lokasi,
        pesan=pesan,
        nilai=(("tertulis", "; ".join(nama)),),
        tautan=b.tautan,
    )


PEMERIKSAAN = Pemeriksaan(
    kode="nama_lain",
    nama="Nama perangkat daerah atau pemerintah daerah lain",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh S4: teks perangkat daerah lain",
    periksa=periksa,
    boleh_dikecualikan=True,
)
