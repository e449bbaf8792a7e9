"""Tables of the report as a workbook: one function for each, every figure the number that is printed.

They read the frozen konteks only. A table of the report without a function here fails a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pelaporan.konteks import KonteksLKjIP, sidik_pendek
from pelaporan.tabel_xlsx import bab2, bab3, bab3_uang
from sakip.umum.xlsx_buku import tulis_buku
from sakip.umum.xlsx_tabel import Isi, Jenis, Kolom, Tabel, Tautan

TABEL: dict[str, Callable[[KonteksLKjIP], Tabel]] = {
    "t_rpjmd": bab2.t_rpjmd,
    "t_renstra": bab2.t_renstra,
    "t_iku": bab2.t_iku,
    "t_rkt": bab2.t_rkt,
    "t_pk": bab2.t_pk,
    "t_pagu": bab2.t_pagu,
    "t_kelas": bab3.t_kelas,
    "t_capaian": bab3.t_capaian,
    "t_banding": bab3.t_banding,
    "t_kemajuan": bab3.t_kemajuan,
    "t_pembanding": bab3.t_pembanding,
    "t_analisis": bab3.t_analisis,
    "t_menunjang": bab3.t_menunjang,
    "t_anggaran": bab3_uang.t_anggaran,
    "t_efisiensi_sasaran": bab3_uang.t_efisiensi_sasaran,
    "t_efisiensi_program": bab3_uang.t_efisiensi_program,
    "t_tindak_lanjut": bab3_uang.t_tindak_lanjut,
}


def buku_tabel(k: KonteksLKjIP) -> bytes:
    """Return all tables of a report as one workbook, with a list of them in front."""
    keadaan = _keadaan(k)
    semua = [_bertanda(TABEL[t.kunci](k), keadaan) for t in k.kerangka.tabel if t.jenis == "tabel"]
    return tulis_buku([_daftar(k, keadaan), *semua], f"Tabel {_nama(k)}")


def buku_satu(k: KonteksLKjIP, kunci: str) -> bytes:
    """Return one table as a workbook."""
    return tulis_buku([_bertanda(TABEL[kunci](k), _keadaan(k))])


def _nama(k: KonteksLKjIP) -> str:
    return f"LKjIP {k.identitas.perangkat_daerah} Tahun {k.identitas.tahun}"


def _keadaan(k: KonteksLKjIP) -> tuple[str, str]:
    """Return whose tables these are, and whether the report is a draft, with its short hash."""
    sah = k.pengesahan
    status = "DRAF, belum disahkan" if sah.status == "draf" else f"Disahkan {sah.tanggal}, versi {sah.versi}"
    return f"{_nama(k)}, {k.identitas.pemda}", f"{status}. Sidik isi {sidik_pendek(k)}."


def _bertanda(satu: Tabel, keadaan: tuple[str, str]) -> Tabel:
    return replace(satu, keterangan=keadaan)


def _daftar(k: KonteksLKjIP, keadaan: tuple[str, str]) -> Tabel:
    baris: list[list[Isi]] = [
        [Tautan(f"Tabel {t.nomor}", f"Tabel {t.nomor}"), t.judul]
        for t in k.kerangka.tabel
        if t.jenis == "tabel"
    ]
    kolom = [Kolom("Tabel", lebar=12), Kolom("Judul", Jenis.TEKS, 90)]
    return Tabel("Daftar Tabel", kolom, baris, keterangan=keadaan)
