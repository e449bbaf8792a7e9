"""Tasks of bench/excel.py that need a process of their own; each prints one JSON object as its last line."""

from __future__ import annotations

import gc
import json
import logging
import os
import resource
import signal
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

JEDA_PENULIS = 0.05


def kumpulan() -> dict[str, Callable[..., Any]]:
    """Return the tasks that need Django, by name."""
    semua = (dasar, penuh, terima, konfirmasi, hasil, penulis, kerja, buku)
    return {satu.__name__: satu for satu in semua}


# Data and uploads -----------------------------------------------------------------------------------


def dasar(kantor: str) -> Any:
    """Make the pemda with empty offices; return what bench/sipd_buat.py needs."""
    import excel_isi

    excel_isi.isi_dasar(int(kantor))
    daftar, sub = excel_isi.daftar_sipd()
    return {"kantor": daftar, "sub": sub, "tahun": excel_isi.TAHUN}


def penuh(indikator: str, sub: str) -> Any:
    """Make the office with a whole year."""
    import excel_isi

    excel_isi.isi_penuh(int(indikator), int(sub))
    return {}


def terima(jenis: str, jalur: str, slug: str, pilihan: str) -> Any:
    """Hand a file in as a person does; the worker is started by the bench."""
    from django.core.files import File
    from excel_isi import TAHUN

    from organisasi.models import PemerintahDaerah, Pengguna, PerangkatDaerah
    from organisasi.unggahan import alur

    kantor = PerangkatDaerah.objects.filter(slug=slug).first()
    with Path(jalur).open("rb") as isi:
        satu = alur.terima(
            File(isi, Path(jalur).name), jenis=jenis, oleh=Pengguna.objects.get(username="ukur"),
            kantor=kantor, pemda=PemerintahDaerah.objects.get(kode="98.01"), tahun=TAHUN,
            pilihan=json.loads(pilihan),
        )  # fmt: skip
    return {"pk": satu.pk}


def konfirmasi(pk: str) -> Any:
    """Confirm the preview; an upload that is not ready ends the bench."""
    from organisasi.models import Pengguna, Unggahan
    from organisasi.unggahan import alur

    satu = Unggahan.objects.get(pk=pk)
    if satu.status != "siap" or satu.hasil.get("belum_siap"):
        raise SystemExit(f"tidak siap: {satu.status} {satu.pesan} {json.dumps(satu.hasil)[:3000]}")
    alur.konfirmasi(satu, Pengguna.objects.get(username="ukur"))
    return {}


def hasil(pk: str) -> Any:
    """Return how the upload ended and what stands in the database now."""
    from django.db.models import Sum

    from anggaran.models import DPA, PaguAnggaran
    from kinerja.models import Realisasi
    from organisasi.models import Unggahan

    satu = Unggahan.objects.get(pk=pk)
    return {
        "status": satu.status, "pesan": satu.pesan, "dibaca": satu.dibaca, "diterapkan": satu.diterapkan,
        "dpa": DPA.objects.count(), "pagu": PaguAnggaran.objects.count(),
        "jumlah": int(PaguAnggaran.objects.aggregate(n=Sum("nilai"))["n"] or 0),
        "realisasi": Realisasi.objects.count(),
    }  # fmt: skip


def kerja() -> Any:
    """Empty the queue as the worker of the default install does; return CPU of it and of its reader."""
    from django.core.management import call_command

    from organisasi.unggahan import tugas

    detik: list[float] = []
    asli = tugas.jalankan

    def jalankan(*args: Any) -> None:
        mulai = time.perf_counter()
        asli(*args)
        detik.append(time.perf_counter() - mulai)

    tugas.jalankan = jalankan  # type: ignore[assignment]
    logging.disable(logging.INFO)  # the worker tells of each task
    call_command("kerjakan_antrean")
    return {"detik": sum(detik), **_cpu()}


def _cpu() -> dict[str, float]:
    diri, anak = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"cpu": diri.ru_utime + diri.ru_stime, "cpu_anak": anak.ru_utime + anak.ru_stime}


# Another writer -------------------------------------------------------------------------------------


def penulis() -> Any:
    """Write through the ORM every 50 ms until SIGTERM; return when each began and how long it took."""
    from django.db import transaction

    from organisasi.models import Pegawai

    henti: list[int] = []
    signal.signal(signal.SIGTERM, lambda *_: henti.append(1))
    orang = Pegawai.objects.create(nama="Penulis")
    catatan = []
    print(json.dumps("siap"), flush=True)
    while not henti:
        saat, mulai = time.time(), time.perf_counter()
        with transaction.atomic():
            orang.nama = f"Penulis {len(catatan)}"
            orang.save()  # and its history
        catatan.append((saat, time.perf_counter() - mulai))
        time.sleep(JEDA_PENULIS)
    return catatan


# The workbook ---------------------------------------------------------------------------------------


class Tahap:
    """Wall and CPU time (children included) of named steps."""

    def __init__(self) -> None:
        self.semua: dict[str, list[tuple[float, float]]] = {}

    @contextmanager
    def __call__(self, nama: str) -> Iterator[None]:
        """Measure one run of a step."""
        gc.collect()
        t0, c0 = time.perf_counter(), sum(os.times()[:4])
        yield
        baris = (time.perf_counter() - t0, sum(os.times()[:4]) - c0)
        self.semua.setdefault(nama, []).append(baris)

    def tengah(self) -> dict[str, list[float]]:
        """Return name -> [median wall, median CPU, first wall]."""
        return {
            n: [statistics.median(w for w, _ in b), statistics.median(c for _, c in b), b[0][0]]
            for n, b in self.semua.items()
        }


def buku(jalur: str, ubahan: str, ulang: str) -> Any:
    """Write, read and check the workbook of the full office; leave it at ``jalur`` and, changed, ``ubahan``."""
    from django.utils import timezone
    from excel_isi import PENUH, TAHUN

    from organisasi.models import Pengguna, PerangkatDaerah
    from pelaporan.buku.bahan import Bahan
    from pelaporan.buku.terap import periksa_buku
    from pelaporan.buku.unduh import buat_buku
    from sakip.umum.excel.baca import baca_rinci
    from sakip.umum.excel.batas import BATAS_BUKU

    orang = Pengguna.objects.get(username="ukur")
    tahap, berkas = Tahap(), Path(jalur)
    angka: dict[str, Any] = {}
    for _ in range(int(ulang)):
        with tahap("tulis"):
            isi = buat_buku(Bahan(PerangkatDaerah.objects.get(slug=PENUH), TAHUN, orang), timezone.now())
        berkas.write_bytes(isi)
        with tahap("baca"):
            mentah = baca_rinci(berkas, BATAS_BUKU)
        with tahap("periksa"):
            angka["sama"] = _wajib_bersih(periksa_buku(mentah, orang))
        angka["sel"] = _ubah(mentah)
        with tahap("periksa ubah"):
            angka["ubah"] = _wajib_bersih(periksa_buku(mentah, orang))
    _simpan_ubahan(berkas, Path(ubahan))
    return {"tahap": tahap.tengah(), "angka": angka, "bita": berkas.stat().st_size}


def _wajib_bersih(satu: Any) -> dict[str, int]:
    angka = satu.angka()
    temuan = angka.pop("temuan")
    if temuan:
        raise SystemExit(f"buku ditolak: {temuan[:5]}")
    return dict(angka)


def _ubah(mentah: Any) -> int:
    """Change every value of the sheet of measurements in memory; return how many."""
    lembar = next(s for s in mentah.lembar if s.nama == "Realisasi kinerja")
    kolom = lembar.baris[2].index("Realisasi")
    baris = [b for n, b in lembar.baris.items() if n > 2 and len(b) > kolom and b[kolom] is not None]
    for satu in baris:
        satu[kolom] += Decimal("0.5")
    return len(baris)


def _simpan_ubahan(asal: Path, tujuan: Path) -> None:
    import openpyxl

    wb = openpyxl.load_workbook(asal)
    ws = wb["Realisasi kinerja"]
    kolom = next(c.column for c in ws[2] if c.value == "Realisasi")
    for (sel,) in ws.iter_rows(min_row=3, min_col=kolom, max_col=kolom):
        if sel.value is not None:
            sel.value += 0.5
    wb.save(tujuan)
