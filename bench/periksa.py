"""Measures the gate: all checks on one report of 40 indicators and 60 sub kegiatan, and what they find.

    .venv/bin/python bench/periksa.py [--ulang 15] [--tulis]

In a temporary SQLite database: an office with a whole year, every section written, a report of the year
before, and 69 other offices with reports whose paragraphs are compared. Prints medians of composing what
the checks read, of the checks themselves and of the whole; the number of queries for this report and for
one of a quarter of its size; and how many sound sentences raise an alarm and planted defects are found
(``tests/pelaporan/periksa/kalimat.py``). ``--tulis`` writes the section of docs/kinerja.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR), str(AKAR / "bench")]
MULAI, SELESAI = "<!-- periksa:mulai -->", "<!-- periksa:selesai -->"
BATAS_DETIK = 0.5


def _anak(tugas: str, lingkungan: dict[str, str], *args: str) -> dict[str, float]:
    hasil = subprocess.run(
        [sys.executable, __file__, "--anak", tugas, *args], env=lingkungan, capture_output=True, text=True
    )
    if hasil.returncode:
        raise SystemExit(hasil.stderr)
    isi: dict[str, float] = json.loads(hasil.stdout.splitlines()[-1])
    return isi


# In the child ---------------------------------------------------------------------------------------


def jalankan_anak(tugas: str, args: list[str]) -> None:
    """Do one task with the database of the environment and print its figures as JSON."""
    import django

    django.setup()
    tugas_anak: dict[str, Callable[..., dict[str, float]]] = {"isi": _isi, "ukur": _ukur}
    print(json.dumps(tugas_anak[tugas](*map(int, args))))


def _isi(indikator: int, sub: int, kantor: int) -> dict[str, float]:
    from excel_isi import TAHUN, isi_dasar, isi_penuh

    from kinerja.models import AturanPengukuran, Indikator, SkalaCapaian
    from organisasi.models import PemerintahDaerah, PerangkatDaerah
    from pelaporan.models import Laporan

    isi_dasar(kantor)
    isi_penuh(indikator, sub)
    pemda = PemerintahDaerah.objects.get(kode="98.01")
    AturanPengukuran.objects.create(
        pemda=pemda, tahun=TAHUN - 1, skala=SkalaCapaian.objects.get(nama="Skala lima kelas")
    )
    penuh = PerangkatDaerah.objects.get(slug="penuh")
    kode = list(Indikator.objects.filter(perangkat_daerah=penuh).values_list("kode", flat=True))
    _tulis_narasi(Laporan.objects.get(perangkat_daerah=penuh, tahun=TAHUN), kode)
    _tulis_narasi(Laporan.objects.create(perangkat_daerah=penuh, tahun=TAHUN - 1), kode)
    for lain in PerangkatDaerah.objects.exclude(pk=penuh.pk):
        _tulis_narasi(Laporan.objects.create(perangkat_daerah=lain, tahun=TAHUN), kode, f"{lain.slug}, ")
    return {}


def _tulis_narasi(laporan: object, kode: list[str], awal: str = "") -> None:
    """Write every section: five paragraphs with tokens, laws and dates, two typed figures in the first."""
    from pelaporan.kerangka import BAGIAN_NARASI
    from pelaporan.models import Narasi

    baris = []
    for n, (bagian, nama) in enumerate(BAGIAN_NARASI):
        paragraf = [
            f"{awal}{nama} pada alinea ke-{k} menerangkan capaian [[capaian:{kode[(n + k) % len(kode)]}]] dari target "
            f"[[target:{kode[(n * k) % len(kode)]}]] menurut [[hukum:perpres-29-2014]] dan Peraturan Menteri "
            "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014. Rapat pada 20 November "
            f"2024 pukul 09.00 di Jalan Raya Nomor {n + 1} dihadiri seluruh seksi; "
            + (
                "serapan program 97,64% dan 12 desa dibina."
                if k == 1
                else "tindak lanjutnya dibagi per seksi."
            )
            for k in range(1, 6)
        ]
        baris.append(Narasi(laporan=laporan, bagian=bagian, isi="\n\n".join(paragraf)))
    Narasi.objects.bulk_create(baris)


def _ukur(ulang: int) -> dict[str, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from pelaporan.models import Laporan
    from pelaporan.periksa.daftar import DAFTAR
    from pelaporan.periksa.jalankan import jalankan
    from pelaporan.susun import susun
    from pelaporan.susun.periksa import build_bahan_periksa

    laporan = Laporan.objects.select_related("perangkat_daerah__pemda").get(
        perangkat_daerah__slug="penuh", tahun=2024
    )
    waktu: dict[str, list[float]] = {"konteks": [], "bahan": [], "cek": [], "semua": []}
    hasil = None
    for ke in range(ulang + 1):
        a = time.perf_counter()
        susunan = susun(laporan)
        b = time.perf_counter()
        bahan = build_bahan_periksa(laporan, susunan)
        c = time.perf_counter()
        hasil = jalankan(bahan)
        d = time.perf_counter()
        if ke:
            for nama, nilai in zip(waktu, (b - a, c - b, d - c, d - a), strict=True):
                waktu[nama].append(nilai)
    with CaptureQueriesContext(connection) as kueri:
        build_bahan_periksa(laporan)
    assert hasil is not None
    return {nama: statistics.median(isi) for nama, isi in waktu.items()} | {
        "kueri": len(kueri),
        "cek_n": len(DAFTAR),
        "indikator": len(bahan.indikator),
        "program": len(bahan.program),
        "galat": len(hasil.galat),
        "peringatan": len(hasil.peringatan),
        "info": len(hasil.info),
    }


# In the parent --------------------------------------------------------------------------------------


def _dunia(folder: Path, indikator: int, sub: int, kantor: int) -> dict[str, str]:
    lingkungan = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder}/db{indikator}.sqlite3",
        "SAKIP_MEDIA": str(folder / "media"),
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "sakip.settings"),
    }
    for perintah in (["migrate", "-v0"], ["muat_rujukan"]):
        subprocess.run(
            [sys.executable, str(AKAR / "manage.py"), *perintah],
            env=lingkungan,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    _anak("isi", lingkungan, str(indikator), str(sub), str(kantor))
    return lingkungan


def _kalimat() -> str:
    """Say how many sentences the tests hold; that none of the sound ones alarms is what the test asserts."""
    from tests.pelaporan.periksa.kalimat import CACAT, SEHAT

    hasil = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "tests/pelaporan/periksa/test_kalimat.py",
        ],
        cwd=AKAR,
        capture_output=True,
        text=True,
    )
    if hasil.returncode:
        raise SystemExit(hasil.stdout)
    return (
        f"{len(SEHAT)} sound sentences: none gives a galat or a peringatan. {len(CACAT)} planted defects: all "
        "found with the expected check (`tests/pelaporan/periksa/test_kalimat.py`)."
    )


def halaman(besar: dict[str, float], kecil: dict[str, float], kalimat: str, ulang: int) -> str:
    """Return the section of docs/kinerja.md."""
    capai = "yes" if besar["semua"] <= BATAS_DETIK else "no"
    tetap = "yes" if besar["kueri"] == kecil["kueri"] else "no"
    return (
        f"{MULAI}\n\n## The gate\n\n"
        f"Made by `bench/periksa.py --tulis`; do not edit. Medians of {ulang} runs in one process, "
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, SQLite. "
        f"{besar['cek_n']:.0f} checks on a report of {besar['indikator']:.0f} indicators and "
        f"{besar['program']:.0f} programmes, kegiatan and sub kegiatan (60 sub kegiatan), 21 written sections, a "
        "report of the year before, and the paragraphs of 69 other offices.\n\n"
        "| goal | at most | seen | reached |\n|---|---|---|---|\n"
        f"| all checks, report composed and rows read | {BATAS_DETIK} s | {besar['semua']:.3f} s | {capai} |\n"
        f"| queries do not grow (a quarter of the rows: {kecil['kueri']:.0f}) | {kecil['kueri']:.0f} | "
        f"{besar['kueri']:.0f} | {tetap} |\n"
        "| on save | 50 ms | 0 ms: nothing is checked on save (decision 5) | yes |\n\n"
        "| report composed s | what the checks read s | checks s | together s | galat / peringatan / info |\n"
        "|---|---|---|---|---|\n"
        f"| {besar['konteks']:.3f} | {besar['bahan']:.3f} | {besar['cek']:.3f} | {besar['semua']:.3f} | "
        f"{besar['galat']:.0f} / {besar['peringatan']:.0f} / {besar['info']:.0f} |\n\n"
        f"{kalimat}\n\n{SELESAI}"
    )


def main() -> None:
    """Parse arguments, measure, print."""
    if sys.argv[1:2] == ["--anak"]:
        jalankan_anak(sys.argv[2], sys.argv[3:])
        return
    pilihan = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    pilihan.add_argument("--ulang", type=int, default=15)
    pilihan.add_argument("--tulis", action="store_true", help="write docs/kinerja.md")
    args = pilihan.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kecil = _anak("ukur", _dunia(Path(folder), 10, 15, 69), "1")
        besar = _anak("ukur", _dunia(Path(folder), 40, 60, 69), str(args.ulang))
    teks = halaman(besar, kecil, _kalimat(), args.ulang)
    print(teks)
    if args.tulis:
        jalur = AKAR / "docs" / "kinerja.md"
        lama = jalur.read_text(encoding="utf-8")
        if MULAI in lama:
            lama = lama[: lama.index(MULAI)] + lama[lama.index(SELESAI) + len(SELESAI) :]
        jalur.write_text(f"{lama.rstrip()}\n\n{teks}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
