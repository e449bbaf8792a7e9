"""A misi named by number that does not exist, or that the Renstra is not mapped to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import Kalimat, iter_kalimat_semua, lokasi_kalimat
from sakip.umum.tanggal import angka_romawi, sebut_urutan
from sakip.umum.teks import gabung_kata

_URUTAN = {sebut_urutan(n): n for n in range(1, 13)} | {"kesatu": 1}
_ROMAWI = {angka_romawi(n): n for n in range(1, 13)}
_SATU = rf"(?:ke[-\s]?)?(?:\d{{1,2}}|(?-i:[IVX]+)|{'|'.join(_URUTAN)})\b"
_MISI = re.compile(
    rf"\bmisi\s+(?P<deret>{_SATU}(?:(?:\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta|atau)\s+)(?:misi\s+)?{_SATU})*)"
    r"(?!\s*(?:%|persen)|[.,]\d)",
    re.IGNORECASE,
)
_DUKUNG = re.compile(
    r"\b(?:mendukung|didukung|dukungan|mengacu|menunjang|selaras|sesuai|berkaitan|terkait|mewujudkan|diintervensi|"
    r"kontribusi|berkontribusi|menjabarkan|penjabaran)\b",
    re.IGNORECASE,
)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Compare typed numbers of misi with the RPJMD, and with the misi that Tabel 2.1 shows as supported."""
    jumlah = bahan.laporan.jumlah_misi if bahan.laporan else len(bahan.konteks.bab2.misi)
    if not jumlah:
        return
    didukung = [int(n) for n in bahan.konteks.bab2.misi_didukung if n.isdecimal()]
    for kalimat in iter_kalimat_semua(bahan.konteks):
        for m in _MISI.finditer(kalimat.ketikan):
            nomor = _nomor(m["deret"])
            tiada = [n for n in nomor if n > jumlah]
            luar = [n for n in nomor if n <= jumlah and n not in didukung]
            if not (didukung and _DUKUNG.search(kalimat.ketikan)):
                luar = []
            if tiada or luar:
                yield _temuan(bahan, kalimat, m[0].strip(" ,"), tiada, luar, didukung, jumlah)


def _nomor(deret: str) -> list[int]:
    hasil = []
    for kata in re.findall(r"\d+|[A-Za-z]+", re.sub(r"\bke[-\s]?(?=[\dIVX])", "", deret)):
        n = int(kata) if kata.isdigit() else _ROMAWI.get(kata) or _URUTAN.get(kata.lower())
        if n:
            hasil.append(n)
    return hasil


def _temuan(
    bahan: BahanPeriksa,
    kalimat: Kalimat,
    tertulis: str,
    tiada: list[int],
    luar: list[int],
    didukung: list[int],
    jumlah: int,
) -> Temuan:
    bagian = []
    if tiada:
        bagian.append(
            f"misi {gabung_kata([str(n) for n in tiada])} tidak ada karena RPJMD memuat {jumlah} misi"
        )
    if luar:
        tabel = bahan.konteks.kerangka.tabel_ke("t_rpjmd").nomor
        bagian.append(
            f"misi {gabung_kata([str(n) for n in luar])} tidak termasuk misi yang didukung menurut Tabel "
            f"{tabel}"
        )
    benar = gabung_kata([str(n) for n in didukung]) if didukung else f"1 sampai {jumlah}"
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_kalimat(kalimat),
        pesan=f"Tertulis “{tertulis}”, padahal {gabung_kata(bagian)}. Perbaiki nomor misinya, atau petanya.",
        nilai=(("tertulis", tertulis), ("seharusnya", benar)),
        tautan=kalimat.paragraf.tautan,
    )


PEMERIKSAAN = Pemeriksaan(
    kode="misi_diketik",
    nama="Nomor misi yang diketik",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh S3: Misi 7 dari lima misi",
    periksa=periksa,
)
