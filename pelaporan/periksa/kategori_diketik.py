"""A typed class of performance or efficiency that is not the one the figure beside it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.konteks import KonteksLKjIP
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import Kalimat, iter_kalimat_semua, lokasi_kalimat

_PETUNJUK = r"(?:kategori|berkategori|predikat|berpredikat|kriteria|kelas|tergolong|termasuk|kualifikasi)"
_EFISIEN = re.compile(
    r"\b(?P<tidak>tidak|belum|kurang)?\s*(?<!lebih )(?<!secara )(?<!cukup )efisien\b", re.IGNORECASE
)
_TOKEN_INDIKATOR = frozenset({"capaian", "realisasi", "kategori"})
_TOKEN_EFISIENSI = frozenset({"efisiensi", "kategori_efisiensi"})


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Read sentences that hold the token of one indicator, of the office's mean, or of an efficiency."""
    konteks = bahan.konteks
    kelas = _pola_kelas(konteks)
    for kalimat in iter_kalimat_semua(konteks):
        if kelas is not None:
            yield from _kategori(konteks, kalimat, kelas)
        yield from _efisiensi(konteks, kalimat)


def _pola_kelas(konteks: KonteksLKjIP) -> re.Pattern[str] | None:
    nama = sorted((k.nama for k in konteks.bab3.kelas), key=len, reverse=True)
    if not nama:
        return None
    # A class name is a common word too: it counts behind "kategori", or as a name of two capitals.
    dua = [re.escape(n) for n in nama if " " in n]
    pilihan = "|".join(map(re.escape, nama))
    pola = rf"(?i:\b{_PETUNJUK}\s+(?:\w+\s+){{0,2}}?[“\"(]?(?P<a>{pilihan})\b)"
    return re.compile(pola + (rf"|\b(?P<b>{'|'.join(dua)})\b" if dua else ""))


def _objek(kalimat: Kalimat) -> str | None:
    """Return the one indicator of which the sentence has tokens of this year; "" for the office's mean."""
    objek: set[str] = set()
    for k in kalimat.kunci:
        jenis, _, sisa = k.partition(":")
        kode, _, tahun = sisa.partition(":")
        if tahun not in ("", "N"):
            return None
        if jenis in _TOKEN_INDIKATOR and kode:
            objek.add(kode)
        elif k in ("rerata", "kategori"):
            objek.add("")
    return objek.pop() if len(objek) == 1 else None


def _kategori(konteks: KonteksLKjIP, kalimat: Kalimat, kelas: re.Pattern[str]) -> Iterator[Temuan]:
    objek = _objek(kalimat)
    if objek is None:
        return
    if objek:
        baris = next((b for b in konteks.bab3.capaian if b.kode == objek), None)
        if baris is None or not baris.kategori.is_terukur:
            return
        nama, benar = f"Capaian {baris.indikator}", baris.kategori.teks
    else:
        if not konteks.ikhtisar.kategori.is_terukur:
            return
        nama, benar = "Rata-rata capaian", konteks.ikhtisar.kategori.teks
    for m in kelas.finditer(kalimat.ketikan):
        tertulis = m["a"] or m["b"]
        if tertulis.casefold() != benar.casefold():
            token = f"kategori:{objek}" if objek else "kategori"
            yield _temuan(kalimat, nama, tertulis, benar, token)


def _efisiensi(konteks: KonteksLKjIP, kalimat: Kalimat) -> Iterator[Temuan]:
    kunci = [k for k in kalimat.kunci if k.partition(":")[0] in _TOKEN_EFISIENSI]
    m = _EFISIEN.search(kalimat.ketikan)
    if not kunci or m is None or len({k.partition(":")[2] for k in kunci}) != 1:
        return
    objek = kunci[0].partition(":")[2]
    if not objek:
        nama, benar = "Efisiensi kantor", konteks.ikhtisar.kategori_efisiensi
    else:
        nama, benar = f"Efisiensi {objek}", _kategori_efisiensi(konteks, objek)
    tertulis = "tidak efisien" if m["tidak"] else "efisien"
    if benar and tertulis != benar and not (tertulis == "efisien" and benar == "cukup efisien"):
        token = f"kategori_efisiensi:{objek}" if objek else "kategori_efisiensi"
        yield _temuan(kalimat, nama, tertulis, benar, token)


def _kategori_efisiensi(konteks: KonteksLKjIP, objek: str) -> str:
    from pelaporan.token import build_token

    angka = build_token(konteks).get(f"kategori_efisiensi:{objek}")
    return angka.teks if angka is not None and angka.is_terukur else ""


def _temuan(kalimat: Kalimat, nama: str, tertulis: str, benar: str, token: str) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_kalimat(kalimat, token),
        pesan=(
            f"{nama} ditulis “{tertulis}”, sedangkan menurut perhitungan “{benar}”. Ganti dengan token "
            f"[[{token}]], atau "
            "tulis alasannya."
        ),
        nilai=(("tertulis", tertulis), ("seharusnya", benar)),
        tautan=kalimat.paragraf.tautan,
    )


PEMERIKSAAN = Pemeriksaan(
    kode="kategori_diketik",
    nama="Kategori yang diketik",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh T15: capaian 73% disebut seperti yang lain",
    periksa=periksa,
)
