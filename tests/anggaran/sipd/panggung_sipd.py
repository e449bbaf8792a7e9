"""Office A with a small nomenclature, files as people hand them in, and what is done with them."""

from __future__ import annotations

import csv
import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from anggaran.models import PaguAnggaran
from organisasi.unggahan import alur
from tests.anggaran.sipd import bahan_sipd as b
from tests.pelaporan.kantor_uji import TAHUN

KODE = "7.01.0.00.0.00.07.0000"
S1, S2, S3 = "7.01.01.2.01.0001", "7.01.01.2.01.0002", "7.01.02.2.01.0001"


def xlsx(*lembar):
    """Return a workbook of rows (header first) by sheet."""
    buku = openpyxl.Workbook(write_only=True)
    for n, isi in enumerate(lembar, start=1):
        ws = buku.create_sheet(f"Lembar{n}")
        for satu in isi:
            ws.append(satu.nilai)
    aliran = io.BytesIO()
    buku.save(aliran)
    return SimpleUploadedFile("tarikan.xlsx", aliran.getvalue())


def csv_titik_koma(isi, nama="realisasi.csv"):
    aliran = io.StringIO()
    tulis = csv.writer(aliran, delimiter=";")
    for satu in isi:
        tulis.writerow(["" if s is None else s for s in satu.nilai])
    return SimpleUploadedFile(nama, ("\ufeff" + aliran.getvalue()).encode())


class Panggung:
    """Office A with a nomenclature of three sub kegiatan; office B beside it."""

    def __init__(self, pemeran):
        self.p, self.a = pemeran, pemeran.a
        self.a.kantor.kode_skpd = KODE
        self.a.kantor.save()
        for kode, tingkat in (
            ("7.01.01", 3), ("7.01.02", 3), ("7.01.01.2.01", 4), ("7.01.02.2.01", 4),
            (S1, 5), (S2, 5), (S3, 5),
        ):  # fmt: skip
            self.a.nomenklatur(kode, tingkat)

    def muat(self, berkas, pilihan=None, oleh=None, kantor=True):
        """Hand in a file with choices; return the upload after its check."""
        tempat = {"kantor": self.a.kantor} if kantor else {"pemda": self.p.pemda}
        u = alur.terima(
            berkas, jenis="sipd", oleh=oleh or self.p.dewi, tahun=TAHUN, pilihan=pilihan or {}, **tempat
        )
        u.refresh_from_db()
        return u

    def terapkan(self, *args, **kwargs):
        u = self.muat(*args, **kwargs)
        assert not u.hasil["belum_siap"], (u.hasil["halangan"], u.hasil["perlu"])
        alur.konfirmasi(u, u.oleh)
        u.refresh_from_db()
        assert u.status == "selesai", u.pesan
        return u


def a(sub, pagu, **lain):
    return {"TAHUN": TAHUN, "KODE SKPD": KODE, "NAMA SKPD": "Kecamatan Alfa", "KODE SUB KEGIATAN": sub,
            "NAMA SUB KEGIATAN": f"NAMA {sub}", "PAGU": pagu, **lain}  # fmt: skip


def berkas_a(*isi):
    return xlsx(b.baris(b.KEPALA_A, *isi))


MURNI = {"muat": "pagu", "jenis": "murni"}
PERUBAHAN = {"muat": "pagu", "jenis": "perubahan", "alasan": "APBD Perubahan", "nomor": "2/DPA"}


def pagu(dpa):
    return {p.node.kode: p.nilai for p in PaguAnggaran.objects.filter(dpa=dpa)}
