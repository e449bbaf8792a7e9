"""Ikhtisar eksekutif and Bab IV: what stands out. Counts and totals the report prints there by itself."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.draf import banding
from pelaporan.draf.dasar import (
    SERATUS,
    TANPA_DAFTAR,
    Baris,
    Draf,
    Kalimat,
    Kelompok,
    nama_indikator,
    nama_sasaran,
    token,
)
from pelaporan.konteks import BarisCapaian, KonteksLKjIP
from sakip.umum.hitung import Keadaan

IKHTISAR_KALIMAT = {
    "tertinggi": Kalimat(
        "capaian terukur yang paling tinggi",
        "Hasil terbaik diperoleh pada {indikator} dengan capaian {capaian}.",
    ),
    "tunggal": Kalimat(
        "hanya satu indikator yang terukur",
        "Baru {indikator} yang terukur, dengan capaian {capaian}.",
    ),
    "seragam": Kalimat(
        "seluruh capaian yang terukur sama", "Seluruh indikator yang terukur mempunyai capaian {capaian}."
    ),
    "belum_terukur": Kalimat(
        "tidak satu pun indikator terukur", "Belum ada indikator yang capaiannya dapat diukur."
    ),
    "belum_tercapai": Kalimat(
        "indikator terukur yang belum mencapai target",
        "Target yang belum tercapai terdapat pada {indikator} dengan capaian {capaian}.",
    ),
    "semua_tercapai": Kalimat(
        "seluruh indikator terukur dan mencapai target",
        "Tidak ada indikator yang capaiannya di bawah target.",
    ),
    "sementara_tercapai": Kalimat(
        "yang terukur mencapai target, tetapi ada indikator yang belum terukur",
        "Belum semua indikator terukur; yang terukur tidak ada yang di bawah target.",
    ),
    "membaik": Kalimat(
        "kinerjanya membaik dari tahun sebelumnya",
        "Dibandingkan dengan tahun [[tahun:N-1]], perbaikan terjadi pada {indikator}.",
    ),
    "menurun": Kalimat(
        "kinerjanya menurun dari tahun sebelumnya",
        "Penurunan dari tahun [[tahun:N-1]] terjadi pada {indikator}.",
    ),
    "serapan_rendah": Kalimat(
        "program dengan serapan di bawah batas yang wajib dijelaskan",
        "Serapan anggaran yang perlu dijelaskan terdapat pada {program}, yaitu {serapan}.",
    ),
    "serapan_wajar": Kalimat(
        "serapan seluruh program terukur dan tidak satu pun di bawah batas itu",
        "Tidak ada program yang serapannya di bawah batas yang wajib dijelaskan.",
    ),
    "serapan_belum": Kalimat(
        "serapan keseluruhan belum dapat dihitung",
        "Serapan anggaran keseluruhan belum dapat dihitung karena datanya belum tersedia.",
    ),
    "tidak_efisien": Kalimat(
        "sasaran yang dinilai tidak efisien",
        "Penggunaan anggaran yang belum efisien terdapat pada sasaran {sasaran}.",
    ),
}
IKHTISAR_KELOMPOK = (
    Kelompok(("tertinggi",), "Hasil terbaik yang sama diperoleh pada {daftar}.", 1),
    Kelompok(("tunggal", "seragam"), TANPA_DAFTAR, 1),
    Kelompok(("belum_terukur",), TANPA_DAFTAR, 1, hampa=True),
    Kelompok(("belum_tercapai",), "Target yang belum tercapai terdapat pada {daftar}.", 0, "naik"),
    Kelompok(("semua_tercapai", "sementara_tercapai"), TANPA_DAFTAR, 1),
    Kelompok(
        ("membaik",),
        "Dibandingkan dengan tahun [[tahun:N-1]], perbaikan terjadi pada {daftar}.",
        0,
        "turun",
        paragraf=2,
    ),
    Kelompok(
        ("menurun",), "Penurunan dari tahun [[tahun:N-1]] terjadi pada {daftar}.", 0, "turun", paragraf=2
    ),
    Kelompok(
        ("serapan_rendah",),
        "Serapan anggaran yang perlu dijelaskan terdapat pada {daftar}.",
        0,
        "naik",
        paragraf=3,
    ),
    Kelompok(("serapan_wajar",), TANPA_DAFTAR, 1, paragraf=3),
    Kelompok(("serapan_belum",), TANPA_DAFTAR, 1, paragraf=3, hampa=True),
    Kelompok(
        ("tidak_efisien",), "Penggunaan anggaran yang belum efisien terdapat pada {daftar}.", paragraf=3
    ),
)

KESIMPULAN_KALIMAT = {
    "sasaran_tercapai": Kalimat(
        "seluruh indikator sasaran itu terukur dan mencapai target",
        "Sasaran yang seluruh indikatornya mencapai target adalah {sasaran}.",
    ),
    "sasaran_sebagian": Kalimat(
        "sebagian indikatornya mencapai target, sebagian belum atau belum terukur",
        "Sasaran yang baru sebagian indikatornya mencapai target adalah {sasaran}.",
    ),
    "sasaran_belum": Kalimat(
        "indikatornya terukur dan tidak satu pun mencapai target",
        "Sasaran yang indikatornya belum mencapai target adalah {sasaran}.",
    ),
    "sasaran_belum_terukur": Kalimat(
        "tidak satu pun indikatornya mencapai target, dan ada yang belum terukur",
        "Keberhasilan sasaran {sasaran} belum dapat disimpulkan karena indikatornya belum terukur.",
    ),
    "akhir_tercapai": Kalimat(
        "kemajuan terhadap target akhir Renstra seratus persen atau lebih",
        "Target akhir Renstra tahun [[tahun_akhir]] sudah tercapai pada {indikator}.",
    ),
    "akhir_jauh": Kalimat(
        "kemajuan terhadap target akhir Renstra di bawah lima puluh persen",
        "Kurang dari separuh target akhir Renstra baru ditempuh pada {indikator}, yaitu {kemajuan}.",
    ),
    "diupayakan": Kalimat(
        "indikator terukur yang belum mencapai target",
        "Indikator yang masih harus diupayakan pada tahun [[tahun:N+1]] adalah {indikator}.",
    ),
    "diukur": Kalimat(
        "indikator yang datanya belum diisi",
        "Data yang masih harus dilengkapi adalah data {indikator}.",
    ),
}
KESIMPULAN_KELOMPOK = (
    Kelompok(("sasaran_tercapai",), "Sasaran yang seluruh indikatornya mencapai target adalah {daftar}."),
    Kelompok(
        ("sasaran_sebagian",), "Sasaran yang baru sebagian indikatornya mencapai target adalah {daftar}."
    ),
    Kelompok(("sasaran_belum",), "Sasaran yang indikatornya belum mencapai target adalah {daftar}."),
    Kelompok(
        ("sasaran_belum_terukur",),
        "Yang belum dapat disimpulkan karena indikatornya belum terukur adalah sasaran {daftar}.",
        hampa=True,
    ),
    Kelompok(
        ("akhir_tercapai",),
        "Target akhir Renstra tahun [[tahun_akhir]] sudah tercapai pada {daftar}.",
        paragraf=2,
    ),
    Kelompok(
        ("akhir_jauh",),
        "Kurang dari separuh target akhir Renstra baru ditempuh pada {daftar}.",
        0,
        "naik",
        paragraf=2,
    ),
    Kelompok(
        ("diupayakan",),
        "Indikator yang masih harus diupayakan pada tahun [[tahun:N+1]] adalah {daftar}.",
        0,
        "naik",
        paragraf=3,
    ),
    Kelompok(("diukur",), "Data yang masih harus dilengkapi adalah data {daftar}.", paragraf=3, hampa=True),
)


def _indikator(kode: str, b: BarisCapaian, *, berangka: bool = True) -> Baris:
    nama, capaian = nama_indikator(b.kode), token("capaian", b.kode)
    butir = f"{nama} ({capaian})" if berangka else nama
    return Baris(kode, butir, {"indikator": nama, "capaian": capaian}, b.capaian.nilai)


def baris_ikhtisar(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield what stands out in the year."""
    terukur = [b for b in konteks.bab3.capaian if b.capaian.is_terukur and b.capaian.nilai is not None]
    if not terukur:
        yield Baris("belum_terukur", "")
    else:
        berlaku = [b for b in konteks.bab3.capaian if b.capaian.keadaan is not Keadaan.TIDAK_BERLAKU]
        yield from _capaian_menonjol(terukur, lengkap=len(terukur) == len(berlaku))
        for b in banding.baris(konteks):
            jurusan = b.kode.partition("_")[0]
            if jurusan in ("membaik", "menurun"):
                yield Baris(jurusan, b.isi["indikator"], b.isi, b.nilai)
    yield from _serapan(konteks)
    for s in konteks.bab3.per_sasaran:
        if s.efisiensi is not None and s.efisiensi.is_terukur and s.kategori_efisiensi == "tidak efisien":
            nama = nama_sasaran(s.nama, konteks)
            yield Baris("tidak_efisien", f"sasaran {nama}", {"sasaran": nama})


def _capaian_menonjol(terukur: list[BarisCapaian], *, lengkap: bool) -> Iterator[Baris]:
    nilai = [b.capaian.nilai for b in terukur]
    if len(set(nilai)) == 1:
        yield _indikator("seragam" if len(terukur) > 1 else "tunggal", terukur[0])
    else:
        puncak = max(n for n in nilai if n is not None)
        for b in terukur:
            if b.capaian.nilai == puncak and b.tercapai:
                yield _indikator("tertinggi", b)
    belum = [b for b in terukur if not b.tercapai]
    if not belum:
        yield Baris("semua_tercapai" if lengkap else "sementara_tercapai", "")
    for b in belum:
        yield _indikator("belum_tercapai", b)


def _serapan(konteks: KonteksLKjIP) -> Iterator[Baris]:
    if not konteks.bab3.jumlah_anggaran.serapan.is_terukur:
        yield Baris("serapan_belum", "")
        return
    rendah = [b for b in konteks.bab3.anggaran if b.tingkat == 1 and b.is_rendah]
    if not rendah:
        yield Baris("serapan_wajar", "")
    for b in rendah:
        nama, serapan = token("program", b.kode), token("serapan", b.kode)
        isi = {"program": nama, "serapan": serapan}
        yield Baris("serapan_rendah", f"{nama} ({serapan})", isi, b.serapan.nilai)


def kode_sasaran(baris: list[BarisCapaian]) -> str:
    """Return the result code of a sasaran from its reported indicators; tidak berlaku counts for nothing."""
    berlaku = [b for b in baris if b.capaian.keadaan is not Keadaan.TIDAK_BERLAKU]
    terukur = [b for b in berlaku if b.capaian.is_terukur]
    tercapai = sum(1 for b in terukur if b.tercapai)
    if tercapai:
        return "sasaran_tercapai" if tercapai == len(berlaku) else "sasaran_sebagian"
    return "sasaran_belum" if terukur and len(terukur) == len(berlaku) else "sasaran_belum_terukur"


def baris_kesimpulan(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield what follows from the year: by sasaran, towards the end of the Renstra, and what is left."""
    per_sasaran: dict[str, list[BarisCapaian]] = {}
    for b in konteks.bab3.capaian:
        if b.tingkat == "sasaran":
            per_sasaran.setdefault(b.node, []).append(b)
    for uraian, milik in per_sasaran.items():
        nama = nama_sasaran(uraian, konteks)
        yield Baris(kode_sasaran(milik), nama, {"sasaran": nama})
    for b, m in zip(konteks.bab3.capaian, konteks.bab3.kemajuan, strict=True):
        if m.kemajuan.nilai is None or not m.kemajuan.is_terukur:
            continue
        nama, angka = nama_indikator(b.kode), token("kemajuan", b.kode)
        if m.kemajuan.nilai >= SERATUS:
            yield Baris("akhir_tercapai", nama, {"indikator": nama})
        elif 2 * m.kemajuan.nilai < SERATUS:
            isi = {"indikator": nama, "kemajuan": angka}
            yield Baris("akhir_jauh", f"{nama} ({angka})", isi, m.kemajuan.nilai)
    for b in konteks.bab3.capaian:
        if b.capaian.is_terukur and not b.tercapai:
            yield _indikator("diupayakan", b, berangka=False)
        elif b.capaian.keadaan is Keadaan.BELUM_DIISI:
            yield _indikator("diukur", b, berangka=False)


IKHTISAR = Draf("depan.ikhtisar", IKHTISAR_KALIMAT, IKHTISAR_KELOMPOK, baris_ikhtisar, "yang lainnya")
KESIMPULAN = Draf(
    "bab4.kesimpulan", KESIMPULAN_KALIMAT, KESIMPULAN_KELOMPOK, baris_kesimpulan, "yang lainnya"
)
