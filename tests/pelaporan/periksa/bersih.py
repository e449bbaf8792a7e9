"""What Kecamatan Contoh leaves open, filled in so that nothing is found; and ways to plant a defect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pelaporan.konteks import Angka, NarasiBagian
from pelaporan.narasi import susun_narasi
from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.token import build_token, cari_token
from sakip.umum.hitung import Keadaan

KOSONG = Angka("belum diisi", Keadaan.BELUM_DIISI, None, "belum diisi")


def bersihkan(bahan: BahanPeriksa) -> BahanPeriksa:
    """Return the clean report."""
    return replace(
        bahan,
        tahap=(),
        indikator=tuple(
            _sebagaimana_janji(replace(i, periode=tuple(replace(p, bukti=1) for p in i.periode)))
            for i in bahan.indikator
        ),
    )


def _sebagaimana_janji(i: FaktaIndikator) -> FaktaIndikator:
    """The revised PK raised two targets with a reason, which is an info: plans as the PK has them."""
    return replace(i, renstra_setahun=i.target_pk, target_rkt=i.target_pk) if i.target_pk else i


def tulis(bahan: BahanPeriksa, bagian: str, teks: str) -> BahanPeriksa:
    """Return the report with a section written anew, marks and tokens read as on a page."""
    token = build_token(bahan.konteks)
    baru = susun_narasi(bagian, teks, lambda kunci: cari_token(token, kunci))
    return _pasang(bahan, baru)


def tambahi(bahan: BahanPeriksa, bagian: str, teks: str) -> BahanPeriksa:
    """Return the report with a paragraph more at the end of a section."""
    token = build_token(bahan.konteks)
    baru = susun_narasi(bagian, teks, lambda kunci: cari_token(token, kunci))
    lama = bahan.konteks.narasi_bagian(bagian)
    return _pasang(bahan, NarasiBagian(bagian, (*lama.blok, *baru.blok)))


def _pasang(bahan: BahanPeriksa, baru: NarasiBagian) -> BahanPeriksa:
    lain = [n for n in bahan.konteks.narasi if n.bagian != baru.bagian]
    narasi = tuple(sorted([*lain, baru], key=lambda n: n.bagian))
    return replace(bahan, konteks=replace(bahan.konteks, narasi=narasi))


def ubah_baris(baris: Iterable, kode: str, **isi) -> tuple:
    """Return rows with the one of that ``kode`` replaced."""
    return tuple(replace(b, **isi) if b.kode == kode else b for b in baris)


def ubah_capaian(bahan: BahanPeriksa, kode: str, **isi) -> BahanPeriksa:
    """Return the report with a row of Tabel 3.2 replaced."""
    bab3 = replace(bahan.konteks.bab3, capaian=ubah_baris(bahan.konteks.bab3.capaian, kode, **isi))
    return replace(bahan, konteks=replace(bahan.konteks, bab3=bab3))


def ubah_indikator(bahan: BahanPeriksa, kode: str, **isi) -> BahanPeriksa:
    """Return the report with the facts of an indicator replaced."""
    assert bahan.indikator_kode(kode), kode
    return replace(bahan, indikator=ubah_baris(bahan.indikator, kode, **isi))


def ubah_program(bahan: BahanPeriksa, kode: str, **isi) -> BahanPeriksa:
    """Return the report with the facts of a programme, kegiatan or sub kegiatan replaced."""
    return replace(bahan, program=ubah_baris(bahan.program, kode, **isi))
