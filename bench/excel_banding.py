"""Other ways to do the same, for bench/excel.py: openpyxl as a reader, import-export as a writer."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def baca(cara: str, jalur: str, jenis: str) -> Any:
    """Read a whole file one way; needs no Django. Return seconds, CPU and how many rows held something."""
    t0, c0 = time.perf_counter(), sum(os.times()[:4])
    baris = {"kami": _baca_kami, "openpyxl": _baca_openpyxl, "read_only": _baca_hemat}[cara](jalur, jenis)
    return {"detik": time.perf_counter() - t0, "cpu": sum(os.times()[:4]) - c0, "baris": baris}


def _baca_kami(jalur: str, jenis: str) -> int:
    from sakip.umum.excel.baca import baca_baris, baca_rinci
    from sakip.umum.excel.batas import BATAS_BUKU, BATAS_SIPD

    if jenis == "buku":
        return sum(len(s.baris) for s in baca_rinci(Path(jalur), BATAS_BUKU).lembar)
    return sum(1 for _ in baca_baris(Path(jalur), "a.xlsx", BATAS_SIPD))


def _baca_openpyxl(jalur: str, jenis: str, **pilihan: Any) -> int:
    import openpyxl

    wb = openpyxl.load_workbook(jalur, data_only=True, **pilihan)
    return sum(any(s is not None for s in baris) for ws in wb for baris in ws.iter_rows(values_only=True))


def _baca_hemat(jalur: str, jenis: str) -> int:
    return _baca_openpyxl(jalur, jenis, read_only=True)


class Kunci:
    """How long this process holds SQLite's write lock: from BEGIN IMMEDIATE to the end of the transaction."""

    def __init__(self) -> None:
        from django.db import connection

        self.detik: list[float] = []
        self._mulai = 0.0
        asli_mulai = connection._start_transaction_under_autocommit
        asli_akhir = {nama: getattr(connection, nama) for nama in ("commit", "rollback")}

        def mulai() -> None:
            asli_mulai()
            self._mulai = time.perf_counter()

        def akhiri(nama: str) -> Callable[[], None]:
            def akhir() -> None:
                asli_akhir[nama]()
                self.detik.append(time.perf_counter() - self._mulai)

            return akhir

        connection._start_transaction_under_autocommit = mulai  # type: ignore[method-assign]
        for nama in asli_akhir:
            setattr(connection, nama, akhiri(nama))


JUDUL = ("dasar_hukum", "mulai_tahun", "tingkat", "kode", "nama", "indikator", "satuan", "sumber")
INDUK = ("7", "7.01", "7.01.01", "7.01.01.2.01")


def impor(cara: str, baris: str) -> Any:
    """Write new rows of the nomenclature with history, one way; return seconds, CPU, longest lock."""
    import tablib

    from organisasi.models import DasarHukum
    from renstra.models import Nomenklatur

    hukum = DasarHukum.objects.create(
        kunci="ukur", jenis="kepmen", lembaga="M", nomor="1", tahun=2025, tentang="x"
    )
    kode = [*INDUK, *(f"{INDUK[-1]}.{n:04d}" for n in range(1, int(baris) - len(INDUK) + 1))]
    data = tablib.Dataset(headers=JUDUL)
    for n, satu in enumerate(kode, start=1):
        data.append((hukum.kunci, 2026, min(n, 5), satu, f"Nama {satu}", "Jumlah", "Dokumen", "B"))
    kerja = {"admin": _impor_admin, "kami": _impor_kami, "import-export": _impor_bawaan}[cara](data)
    kunci = Kunci()
    t0, c0 = time.perf_counter(), time.process_time()
    kerja()
    hasil = {"detik": time.perf_counter() - t0, "cpu": time.process_time() - c0, "kunci": max(kunci.detik)}
    milik = Nomenklatur.objects.filter(dasar_hukum=hukum)
    riwayat = Nomenklatur.riwayat.filter(dasar_hukum=hukum)  # type: ignore[attr-defined]
    if (milik.count(), riwayat.count()) != (len(data), len(data)):
        raise SystemExit(f"{cara}: {milik.count()} baris, {riwayat.count()} riwayat")
    return hasil


def _impor_admin(data: Any) -> Callable[[], None]:
    """The import of the admin: every row checked and compared, then all written in one transaction."""
    from openpyxl import Workbook

    from organisasi.models import Pengguna
    from renstra.impor import KOLOM_NOMENKLATUR, ResourceNomenklatur
    from sakip.umum.impor.tabel import FormatXlsx
    from sakip.umum.impor.tulis import terapkan

    with tempfile.NamedTemporaryFile(suffix=".xlsx") as berkas:
        buku = Workbook()
        lembar = buku.active
        lembar.append([k.judul for k in KOLOM_NOMENKLATUR])
        for b in data.dict:
            lembar.append(
                [b["dasar_hukum"], b["mulai_tahun"], None, b["kode"], None, b["nama"], b["indikator"], b["satuan"],
                 b["sumber"], "ya"]
            )  # fmt: skip
        buku.save(berkas.name)
        tabel = FormatXlsx().create_dataset(Path(berkas.name), KOLOM_NOMENKLATUR)

    def kerja() -> None:
        resource = ResourceNomenklatur(Pengguna.objects.get(username="ukur"))
        if not (pratinjau := resource.periksa(tabel)).is_siap:
            raise SystemExit(f"impor ditolak: {pratinjau.ringkas}")
        terapkan(resource, "ukur")

    return kerja


def _impor_kami(data: Any) -> Callable[[], None]:
    return lambda: _tulis_kami(data)


def _tulis_kami(data: Any) -> None:
    """Check the fields of every row outside the transaction, then write all with history in one short one."""
    from django.db import transaction

    from organisasi.models import DasarHukum
    from renstra.models import Nomenklatur
    from sakip.umum.riwayat import buat_banyak

    hukum = {h.kunci: h for h in DasarHukum.objects.all()}
    ada = set(Nomenklatur.objects.values_list("dasar_hukum", "kode"))
    baru = []
    for baris in data.dict:
        satu = Nomenklatur(**{**baris, "dasar_hukum": hukum[baris["dasar_hukum"]]})
        satu.clean_fields()
        satu.clean()
        if (satu.dasar_hukum_id, satu.kode) not in ada:
            baru.append(satu)
    with transaction.atomic():
        buat_banyak(baru)


def _impor_bawaan(data: Any) -> Callable[[], None]:
    from import_export import fields, resources, widgets

    from organisasi.models import DasarHukum
    from renstra.models import Nomenklatur

    class Bawaan(resources.ModelResource):  # type: ignore[misc]
        dasar_hukum = fields.Field(
            "dasar_hukum", "dasar_hukum", widgets.ForeignKeyWidget(DasarHukum, "kunci")
        )

        class Meta:
            model = Nomenklatur
            fields = tuple(data.headers)
            import_id_fields = ("dasar_hukum", "kode")

    def kerja() -> None:
        Bawaan().import_data(data, dry_run=False, raise_errors=True)

    return kerja
