"""A token without a figure: its key is not known, or what it names is blank."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.konteks import Angka, KonteksLKjIP, Penggalan
from pelaporan.narasi import KUTIPAN
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import Paragraf, iter_paragraf, lokasi_bagian, normal
from pelaporan.token import build_token
from sakip.umum.hitung import Keadaan

TIDAK_DIKENAL = "(token tidak dikenal"
_KOSONG = "belum diisi"


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find tokens that print words instead of a figure, once per section."""
    token = build_token(bahan.konteks)
    for paragraf in iter_paragraf(bahan.konteks):
        for p in paragraf.penggalan:
            if p.kunci and not p.kunci.lower().startswith(KUTIPAN):
                temuan = _temuan(bahan, paragraf, p, token.get(p.kunci))
                if temuan is not None:
                    yield temuan


def _temuan(bahan: BahanPeriksa, paragraf: Paragraf, p: Penggalan, angka: Angka | None) -> Temuan | None:
    tulis = f"[[{p.kunci}]]"
    alasan = f": {angka.alasan}" if angka is not None and angka.alasan and angka.alasan != _KOSONG else ""
    if p.teks.startswith(TIDAK_DIKENAL):
        return _satu(
            paragraf,
            p.kunci,
            Tingkat.GALAT,
            f"Token {tulis} tidak dikenal, atau sumbernya sudah tidak ada. Pilih token lain dari menu, "
            f"atau hapus.",
            "tidak dikenal",
        )
    if p.keadaan is Keadaan.BELUM_DIISI:
        return _satu(
            paragraf,
            p.kunci,
            Tingkat.GALAT,
            f"Token {tulis} mencetak “{p.teks}”{alasan}. Isi datanya lebih dahulu, atau hapus token itu "
            f"dari kalimat.",
            p.teks,
            _sebab(bahan, p.kunci),
        )
    if p.keadaan is not Keadaan.TERUKUR:
        return _satu(
            paragraf,
            p.kunci,
            Tingkat.PERINGATAN,
            f"Token {tulis} mencetak “{p.teks}”{alasan}. Tulis ulang kalimatnya, atau jelaskan mengapa "
            f"demikian.",
            p.teks,
        )
    return None


def _satu(
    paragraf: Paragraf, kunci: str, tingkat: Tingkat, pesan: str, keadaan: str, sebab: str = ""
) -> Temuan:
    rincian = f"paragraf {paragraf.nomor}"
    lokasi = lokasi_bagian(paragraf.bagian, rincian, f"{rincian}, {kunci}")
    nilai = [(kunci, keadaan)]
    if tingkat is Tingkat.PERINGATAN:  # its reason is about these words
        nilai.append(("paragraf", normal(paragraf.mentah)))
    return Temuan(PEMERIKSAAN.kode, tingkat, lokasi, pesan, tuple(nilai), paragraf.tautan, sebab)


def _sebab(bahan: BahanPeriksa, kunci: str) -> str:
    """Return the cause that a check of the data names: the blank behind a blank token."""
    jenis, _, sisa = kunci.partition(":")
    objek = sisa.partition(":")[0]
    konteks = bahan.konteks
    if jenis in ("pagu", "realisasi_anggaran", "serapan", "sisa"):
        return _sebab_uang(konteks, jenis, objek)
    for b in konteks.bab3.capaian:
        if not objek or b.kode == objek:
            if jenis not in ("target", "target_akhir") and b.realisasi.keadaan is Keadaan.BELUM_DIISI:
                return f"realisasi:{b.kode}"
            if b.target.keadaan is Keadaan.BELUM_DIISI:
                return f"target:{b.kode}"
    return f"{jenis}:{objek}" if objek else jenis


def _sebab_uang(konteks: KonteksLKjIP, jenis: str, objek: str) -> str:
    for b in konteks.bab3.anggaran:
        if objek and b.kode != objek:
            continue
        if jenis != "realisasi_anggaran" and b.pagu.keadaan is Keadaan.BELUM_DIISI:
            return f"pagu:{b.kode}"
        if jenis != "pagu" and b.realisasi.keadaan is Keadaan.BELUM_DIISI:
            return f"anggaran:{b.kode}"
    return f"{jenis}:{objek}"


PEMERIKSAAN = Pemeriksaan(
    kode="token_rusak",
    nama="Token tanpa angka",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh T12: angka naskah terikat pada data",
    periksa=periksa,
)
