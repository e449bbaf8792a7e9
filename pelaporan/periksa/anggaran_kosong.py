"""Ceilings and spending that are not filled, at the level where they are recorded."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaProgram
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_anggaran, lokasi_tabel, sebut_program
from sakip.umum.hitung import Keadaan
from sakip.umum.teks import gabung_kata

CARA = "Isi nilainya; tulis 0 bila memang tidak ada belanja."


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find blank pagu and blank or incomplete realisasi anggaran; where all are blank, once."""
    k = bahan.konteks
    if not bahan.program and not k.bab3.anggaran:
        pesan = (
            f"Belum ada program dengan pagu pada tahun {k.identitas.tahun}, sehingga tabel anggaran kosong. "
            "Isi DPA dengan program dan pagunya."
        )
        yield _temuan(lokasi_tabel(k, "t_anggaran"), pesan, "program", "dpa", "anggaran")
    dicatat = [p for p in bahan.program if p.is_dicatat]
    yield from _pagu(bahan, dicatat)
    yield from _realisasi(bahan, dicatat)


def is_dihapus(bahan: BahanPeriksa, program: FaktaProgram) -> bool:
    """Whether an earlier DPA held the node and the one in force has dropped it: nothing to fill."""
    bab2 = bahan.konteks.bab2
    jumlah = bab2.jumlah_pagu.sesudah
    if jumlah is None or not jumlah.is_terukur:
        return False
    return any(b.kode == program.kode and b.perubahan == "dihapus" for b in bab2.pagu)


def _pagu(bahan: BahanPeriksa, dicatat: list[FaktaProgram]) -> Iterator[Temuan]:
    if not bahan.konteks.bab2.revisi_dpa:
        return  # no DPA at all is the cause (dpa_tidak_ada)
    kosong = [p for p in dicatat if p.pagu.keadaan is Keadaan.BELUM_DIISI and not is_dihapus(bahan, p)]
    if len(kosong) == len(dicatat) > 1:
        dpa = bahan.dpa[-1].nama if bahan.dpa else "DPA"
        pesan = f"Pagu {dpa} belum diisi untuk seluruh {len(kosong)} rinciannya. Isi pagu setiap rincian."
        yield _temuan(lokasi_tabel(bahan.konteks, "t_anggaran"), pesan, "pagu", "dpa", "pagu")
        return
    for p in kosong:
        pesan = f"Pagu {sebut_program(p)} belum diisi. Isi pagunya menurut DPA yang berlaku."
        tempat = lokasi_anggaran(bahan.konteks, p.kode)
        yield _temuan(tempat, pesan, "pagu", f"pagu:{p.kode}", f"pagu:{p.kode}")


def _realisasi(bahan: BahanPeriksa, dicatat: list[FaktaProgram]) -> Iterator[Temuan]:
    kosong = [p for p in dicatat if _is_kurang(bahan, p)]
    sama = len({_triwulan_kosong(p) for p in kosong}) == 1
    if sama and len(kosong) == len(dicatat) > 1:
        pesan = (
            f"Realisasi anggaran{_triwulan_kosong(kosong[0])} belum diisi untuk seluruh {len(kosong)} "
            f"rincian. {CARA}"
        )
        tempat = lokasi_tabel(bahan.konteks, "t_anggaran")
        yield _temuan(tempat, pesan, "realisasi", f"anggaran:{kosong[0].kode}", "anggaran")
        return
    for p in kosong:
        pesan = f"Realisasi anggaran {sebut_program(p)}{_triwulan_kosong(p)} belum diisi. {CARA}"
        tempat = lokasi_anggaran(bahan.konteks, p.kode)
        yield _temuan(tempat, pesan, "realisasi", f"anggaran:{p.kode}", f"anggaran:{p.kode}")


def _is_kurang(bahan: BahanPeriksa, p: FaktaProgram) -> bool:
    if p.realisasi.keadaan is not Keadaan.BELUM_DIISI:
        return False
    mulai = any(isi for _, isi in p.triwulan)
    return mulai or not is_dihapus(bahan, p)


def _triwulan_kosong(p: FaktaProgram) -> str:
    """Return " Triwulan II dan IV"; empty where nothing at all is filled."""
    kosong = [nama.removeprefix("Triwulan ") for nama, isi in p.triwulan if not isi]
    if not kosong or len(kosong) == len(p.triwulan):
        return ""
    return f" Triwulan {gabung_kata(kosong)}"


def _temuan(tempat: Lokasi, pesan: str, apa: str, tautan: str, sebab: str) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=Lokasi(tempat.kunci, tempat.teks, f"{apa} {tempat.objek}".strip()),
        pesan=pesan,
        nilai=((apa, "belum diisi"),),
        tautan=tautan,
        sebab=sebab,
    )


PEMERIKSAAN = Pemeriksaan(
    kode="anggaran_kosong",
    nama="Pagu atau realisasi anggaran belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: realisasi anggaran; audit contoh P3, T4",
    periksa=periksa,
)
