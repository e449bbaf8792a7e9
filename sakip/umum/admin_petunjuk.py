"""Help texts of the admin's fields: what to write, with an example. One place, so no migration follows.

Each app declares its own (``<app>/petunjuk.py``) by model and field; fields that mean the same
everywhere stand here.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models

UMUM: dict[str, str] = {
    "tahun": "Empat angka, misalnya 2024.",
    "urutan": "Nomor urut dalam daftar, misalnya 1.",
    "mulai": "Hari pertama, misalnya 02-01-2024.",
    "sampai": "Hari terakhir, misalnya 31-12-2024. Kosongkan bila masih berlaku.",
    "tanggal": "Tanggal-bulan-tahun, misalnya 20-01-2024.",
    "nomor": "Nomor surat, misalnya 050/12/435.408/2024.",
    "sumber": "Dokumen asal angka, misalnya Laporan Realisasi Anggaran 2023.",
    "perangkat_daerah": "Ketik sebagian namanya, misalnya Batang-batang.",
    "pemda": "Ketik sebagian namanya, misalnya Sumenep.",
    "unit": "Ketik sebagian namanya, misalnya Seksi Pelayanan Umum.",
    "indikator": "Ketik sebagian nama atau kodenya, misalnya skm.",
    "predikat": "Hanya untuk indikator bernilai predikat. Ketik predikatnya, misalnya BB.",
    "nilai": "Ribuan dengan titik, desimal dengan koma, misalnya 87,15 atau 1.250. Nol ditulis 0.",
    "nilai_atas": "Hanya untuk target rentang: batas atasnya, misalnya 10 pada rentang 8 sampai 10.",
    "program": "Ketik sebagian kode atau namanya, misalnya 7.01.02.",
    "kegiatan": "Ketik sebagian kode atau namanya, misalnya 7.01.02.2.01. Kosongkan bila bukan kegiatan.",
    "sub_kegiatan": "Ketik sebagian kode atau namanya, misalnya 7.01.02.2.01.0001. Kosongkan bila bukan.",
    "dasar_hukum": "Ketik sebagian nomor, tahun, atau judulnya, misalnya 53.",
    "nomenklatur": "Ketik sebagian kode atau namanya, misalnya 7.01.02. Nama resmi mengikuti kodenya.",
    "periode": "Pilih periode pengukurannya, misalnya TW I.",
    "laporan": "Ketik sebagian nama perangkat daerah atau tahunnya, misalnya 2023.",
    "bagian": "Pilih bagian laporannya, misalnya Kata pengantar.",
    "renstra": "Ketik sebagian nama perangkat daerahnya, misalnya Batang-batang.",
}
_DAFTAR: dict[tuple[str, str], str] = {}


def daftarkan_petunjuk(app: str, isi: Mapping[str, Mapping[str, str]]) -> None:
    """Register the help texts of an app: model name -> field -> sentence."""
    for model, bidang in isi.items():
        _DAFTAR.update({(f"{app}.{model}".lower(), nama): teks for nama, teks in bidang.items()})


def petunjuk(model: type[models.Model], nama: str, bawaan: str = "") -> str:
    """Return the help text of a field: of its model, else the common one, else the field's own."""
    return _DAFTAR.get((model._meta.label_lower, nama)) or UMUM.get(nama) or bawaan
