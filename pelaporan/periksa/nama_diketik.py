"""The office's own name in other spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.nama_teks import (
    inti_nama,
    is_salah_eja,
    iter_bacaan,
    iter_wilayah,
    nama_sendiri,
    pola_nama,
)
from pelaporan.periksa.naskah import NAMA_BAGIAN, lokasi_bagian
from sakip.umum.teks import gabung_kata, satu_spasi


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """List the spellings that differ, one finding per section."""
    i = bahan.konteks.identitas
    inti = inti_nama(i.perangkat_daerah)
    if not inti or not i.perangkat_daerah.startswith("Kecamatan "):
        return
    pola = re.compile(
        rf"(?<![\w-])(?:(?P<awal>kecamatan|kec)\b\.?\s+)?(?P<inti>{pola_nama(inti)})(?![\w-])", re.I
    )
    milik = nama_sendiri(i)
    varian: dict[tuple[str, str, Tingkat], Counter[str]] = {}
    tempat: dict[tuple[str, str], Lokasi] = {}
    for b in iter_bacaan(bahan.konteks):
        for tertulis in (*_varian(b.teks, pola, inti), *_salah_eja(b.teks, milik)):
            tempat.setdefault((b.lokasi.kunci, b.tautan), b.lokasi)
            kunci = (b.lokasi.kunci, b.tautan, _tingkat(tertulis, inti))
            varian.setdefault(kunci, Counter())[tertulis] += 1
    for (bagian, tautan, tingkat), hitung in varian.items():
        yield _temuan(tempat[bagian, tautan], tautan, tingkat, hitung, f"Kecamatan {inti}")


def _tingkat(tertulis: str, inti: str) -> Tingkat:
    """Return an info for "kecamatan Batang-batang" in running text: the name itself is right."""
    awal, _, nama = tertulis.partition(" ")
    is_ejaan_tepat = awal.casefold() == "kecamatan" and nama == inti
    return Tingkat.INFO if is_ejaan_tepat else Tingkat.PERINGATAN


def _varian(teks: str, pola: re.Pattern[str], inti: str) -> Iterator[str]:
    for m in pola.finditer(teks):
        awal, tertulis = m["awal"], m["inti"]
        # Without "Kecamatan" a name of one word, or one in small letters, may be a common word.
        if awal is None and (inti.isalpha() or tertulis.islower()):
            continue
        if tertulis != inti or (awal is not None and awal != "Kecamatan"):
            yield satu_spasi(m[0])


def _salah_eja(teks: str, milik: tuple[str, ...]) -> Iterator[str]:
    for w in iter_wilayah(teks):
        if is_salah_eja(w.nama, milik):
            yield w.teks


def _temuan(lokasi: Lokasi, tautan: str, tingkat: Tingkat, hitung: Counter[str], benar: str) -> Temuan:
    daftar = [f"“{nama}”" + (f" ({n} kali)" if n > 1 else "") for nama, n in hitung.items()]
    if lokasi.kunci in NAMA_BAGIAN and tautan.startswith("narasi:"):
        lokasi = lokasi_bagian(lokasi.kunci, "", "nama kantor")
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=tingkat,
        lokasi=lokasi,
        pesan=(
            f"Nama ditulis {gabung_kata(daftar)}, sedangkan ejaan yang dipakai laporan adalah “{benar}”. "
            f"Samakan "
            "ejaannya, atau pakai token [[perangkat_daerah]]."
        ),
        nilai=(("tertulis", "; ".join(hitung)), ("seharusnya", benar)),
        tautan=tautan,
    )


PEMERIKSAAN = Pemeriksaan(
    kode="nama_diketik",
    nama="Ejaan nama perangkat daerah",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh A4: empat ejaan nama kecamatan",
    periksa=periksa,
)
