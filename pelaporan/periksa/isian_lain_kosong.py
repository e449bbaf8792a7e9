"""The safety net: a blank that would be printed and that no other check has named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pelaporan.konteks import Angka, KonteksLKjIP, iter_angka
from pelaporan.periksa import (
    analisis_kosong,
    anggaran_kosong,
    definisi_tidak_lengkap,
    dpa_tidak_ada,
    iku_di_luar_renstra,
    kemajuan_kosong,
    pembanding_kosong,
    pk_di_luar_renstra,
    pk_tidak_ada,
    profil_kosong,
    program_tanpa_indikator,
    program_tanpa_sasaran,
    realisasi_kosong,
    rkt_kosong,
    sasaran_tanpa_indikator,
    sasaran_tanpa_program,
    tahun_lalu_rumpang,
    target_kosong,
    target_renstra_kosong,
    tindak_lanjut_kosong,
)
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import is_kosong

# Where a blank is typed (its path in the konteks), and the checks that name it. The first that fits counts.
ISIAN: tuple[tuple[str, tuple[Pemeriksaan, ...]], ...] = (
    (r"bab1\.profil", (profil_kosong.PEMERIKSAAN,)),
    (r"bab2\.renstra", (target_renstra_kosong.PEMERIKSAAN,)),
    (r"bab2\.iku", (definisi_tidak_lengkap.PEMERIKSAAN,)),
    (r"bab2\.rkt", (rkt_kosong.PEMERIKSAAN, target_kosong.PEMERIKSAAN)),
    (r"bab2\.pk\[\d+\]\.sesudah|naskah_pk\.sasaran", (target_kosong.PEMERIKSAAN,)),
    (r"bab2\.pagu\[\d+\]\.target_sesudah", (target_kosong.PEMERIKSAAN, dpa_tidak_ada.PEMERIKSAAN)),
    (
        r"bab2\.(?:jumlah_)?pagu\b.*\.(?:sesudah|selisih)|naskah_pk\.(?:program|jumlah)",
        (anggaran_kosong.PEMERIKSAAN, dpa_tidak_ada.PEMERIKSAAN),
    ),
    (r"bab3\.capaian\[\d+\]\.target", (target_kosong.PEMERIKSAAN, rkt_kosong.PEMERIKSAAN)),
    (r"bab3\.capaian\[\d+\]\.realisasi", (realisasi_kosong.PEMERIKSAAN,)),
    (r"bab3\.capaian\[\d+\]\.sumber_data", (definisi_tidak_lengkap.PEMERIKSAAN,)),
    (r"bab3\.banding\[\d+\]\.tahun\[(?:0|1)\]", (tahun_lalu_rumpang.PEMERIKSAAN,)),
    (
        r"bab3\.kemajuan\[\d+\]\.target_akhir",
        (
            target_renstra_kosong.PEMERIKSAAN,
            pk_di_luar_renstra.PEMERIKSAAN,
            iku_di_luar_renstra.PEMERIKSAAN,
        ),
    ),
    (
        r"bab3\.kemajuan\[\d+\]\.realisasi",
        (realisasi_kosong.PEMERIKSAAN, kemajuan_kosong.PEMERIKSAAN),
    ),
    (r"bab3\.pembanding\[\d+\]\.nilai", (pembanding_kosong.PEMERIKSAAN,)),
    (r"bab3\.analisis\[\d+\]\.(?:analisis|solusi)", (analisis_kosong.PEMERIKSAAN,)),
    (r"bab3\.tindak_lanjut", (tindak_lanjut_kosong.PEMERIKSAAN,)),
)
# Every other blank is computed: any of these makes one.
AKAR: tuple[Pemeriksaan, ...] = (
    realisasi_kosong.PEMERIKSAAN,
    target_kosong.PEMERIKSAAN,
    target_renstra_kosong.PEMERIKSAAN,
    anggaran_kosong.PEMERIKSAAN,
    pk_tidak_ada.PEMERIKSAAN,
    dpa_tidak_ada.PEMERIKSAAN,
    pembanding_kosong.PEMERIKSAAN,
    kemajuan_kosong.PEMERIKSAAN,
    pk_di_luar_renstra.PEMERIKSAAN,
    iku_di_luar_renstra.PEMERIKSAAN,
    program_tanpa_sasaran.PEMERIKSAAN,
    sasaran_tanpa_program.PEMERIKSAAN,
    sasaran_tanpa_indikator.PEMERIKSAAN,
    program_tanpa_indikator.PEMERIKSAAN,
)
TABEL = {
    "bab2.renstra": "t_renstra",
    "bab2.iku": "t_iku",
    "bab2.rkt": "t_rkt",
    "bab2.pk": "t_pk",
    "bab2.pagu": "t_pagu",
    "bab2.jumlah_pagu": "t_pagu",
    "bab3.capaian": "t_capaian",
    "bab3.banding": "t_banding",
    "bab3.kemajuan": "t_kemajuan",
    "bab3.pembanding": "t_pembanding",
    "bab3.analisis": "t_analisis",
    "bab3.menunjang": "t_menunjang",
    "bab3.anggaran": "t_anggaran",
    "bab3.jumlah_anggaran": "t_anggaran",
    "bab3.efisiensi_sasaran": "t_efisiensi_sasaran",
    "bab3.efisiensi_program": "t_efisiensi_program",
    "bab3.tindak_lanjut": "t_tindak_lanjut",
}
_JALUR = re.compile(r"(\w+\.\w+)(?:\[(\d+)\])?")


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find blanks for which every check that could name them is silent; all of them in one finding."""
    k = bahan.konteks
    tempat: dict[str, Lokasi] = {}
    for jalur, angka in _tak_disebut(bahan):
        lokasi = _lokasi(k, jalur)
        tempat.setdefault(f"{lokasi.teks} ({angka.alasan or angka.teks})", lokasi)
    if not tempat:
        return
    isi = list(tempat)
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=next(iter(tempat.values())),
        pesan=f"Masih ada isian yang belum diisi pada {len(isi)} tempat: {sebut(isi)}. Lengkapi datanya.",
        nilai=tuple((x, "belum diisi") for x in isi),
        tautan="laporan",
    )


def _tak_disebut(bahan: BahanPeriksa) -> Iterator[tuple[str, Angka]]:
    @cache
    def berbunyi(p: Pemeriksaan) -> bool:
        return any(True for _ in p.periksa(bahan))

    for jalur, angka in iter_angka(bahan.konteks):
        if not is_kosong(angka) or _memang_tiada(bahan.konteks, jalur):
            continue
        nama = next((p for pola, p in ISIAN if re.match(pola, jalur)), AKAR)
        if not any(berbunyi(p) for p in nama):
            yield jalur, angka


def _memang_tiada(k: KonteksLKjIP, jalur: str) -> bool:
    """Whether a figure has nothing to be: before a node was added to the DPA, and after it was dropped."""
    m = _JALUR.match(jalur)
    if m is None or m[2] is None:
        return False
    n = int(m[2])
    if m[1] == "bab2.pagu":
        return jalur.endswith(("sebelum", "selisih")) or k.bab2.pagu[n].perubahan == "dihapus"
    dihapus = [b for b in k.bab2.pagu if b.kode and b.perubahan == "dihapus"]
    if m[1] == "bab3.anggaran":
        return any(b.kode == k.bab3.anggaran[n].kode for b in dihapus)
    if m[1] == "bab3.efisiensi_program":
        return any(f"{b.kode} {b.nama}" == k.bab3.efisiensi_program[n].node for b in dihapus)
    return False


def _lokasi(k: KonteksLKjIP, jalur: str) -> Lokasi:
    m = _JALUR.match(jalur)
    tabel = TABEL.get(m[1]) if m else None
    if tabel is None or m is None:
        return Lokasi("lampiran" if jalur.startswith("naskah_pk") else "depan.ikhtisar", "Ringkasan", jalur)
    return lokasi_tabel(k, tabel, f"baris {int(m[2]) + 1}" if m[2] else "JUMLAH", jalur)


PEMERIKSAAN = Pemeriksaan(
    kode="isian_lain_kosong",
    nama="Isian lain belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II; audit contoh P1 sampai P3",
    periksa=periksa,
)
