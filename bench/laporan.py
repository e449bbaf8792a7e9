"""Measures a whole report against bare WeasyPrint on the same HTML, and how both grow.

    .venv/bin/python bench/laporan.py [--ulang 5] [--kali 1,4,16] [--tulis]

For 1, 4 and 16 times the indicators and programmes of Kecamatan Contoh 2024, in a temporary SQLite
database: time and queries of the konteks, time of templates, a whole report (konteks + templates + PDF,
one fresh process each), bare WeasyPrint with the same HTML (fresh process, same options, garbage
collector as Python sets it), peak memory of each. Runs are interleaved; medians and ratios are printed
and, with ``--tulis``, written to docs/kinerja.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENTRI = "<!-- entri:mulai -->"
AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR), str(AKAR / "bench")]


def _siapkan(folder: Path, kali: int) -> dict[str, str]:
    """Make a database with the example office, multiplied; return the environment that uses it."""
    lingkungan = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder}/db{kali}.sqlite3",
        "SAKIP_MEDIA": str(folder / "media"),
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "sakip.settings"),
    }
    for perintah in (["migrate", "-v0"], ["muat_rujukan"], ["muat_contoh"]):
        subprocess.run(
            [sys.executable, str(AKAR / "manage.py"), *perintah],
            env=lingkungan,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    if kali > 1:
        _anak("gandakan", lingkungan, str(kali))
    return lingkungan


def _anak(tugas: str, lingkungan: dict[str, str], *args: str) -> dict[str, float]:
    hasil = subprocess.run(
        [sys.executable, __file__, "--anak", tugas, *args],
        env=lingkungan,
        check=True,
        capture_output=True,
        text=True,
    )
    isi: dict[str, float] = json.loads(hasil.stdout.splitlines()[-1])
    return isi


def jalankan_anak(tugas: str, args: list[str]) -> None:
    """Do one task in this fresh process and print its figures as JSON."""
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from pelaporan.models import Laporan

    laporan = Laporan.objects.select_related("perangkat_daerah__pemda").get(perangkat_daerah__slug="contoh")
    hasil: dict[str, float] = {}
    if tugas == "gandakan":
        from gandakan import gandakan

        gandakan(laporan, int(args[0]))
    elif tugas == "konteks":
        from pelaporan.susun import build_konteks_lkjip

        with CaptureQueriesContext(
            connection,
        ) as kueri:
            mulai = time.perf_counter()
            build_konteks_lkjip(laporan)
            hasil["detik"] = time.perf_counter() - mulai
        hasil["kueri"] = len(kueri)
    elif tugas == "laporan":
        mulai = time.perf_counter()
        from pelaporan.lampiran import ambil_berkas
        from pelaporan.susun import build_konteks_lkjip
        from pelaporan.terbit import render_pdf

        konteks = build_konteks_lkjip(laporan)
        pdf = render_pdf(konteks, ambil_berkas)
        hasil = {"detik": time.perf_counter() - mulai, "bita": len(pdf), "halaman": _halaman(pdf)}
    elif tugas == "html":
        from pelaporan.susun import build_konteks_lkjip
        from pelaporan.terbit import render_html

        konteks = build_konteks_lkjip(laporan)
        mulai = time.perf_counter()
        html = render_html(konteks, media="kertas")
        hasil["detik"] = time.perf_counter() - mulai
        Path(args[0]).write_text(html, encoding="utf-8")
    elif tugas == "hangat":
        hasil = _hangat(laporan, args[0], int(args[1]))
    elif tugas == "polos":
        mulai = time.perf_counter()
        hasil = _polos(args[0])
        hasil["detik"] = time.perf_counter() - mulai
    hasil["mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(hasil))


def _polos(berkas: str) -> dict[str, float]:
    """Bare WeasyPrint: the same HTML, stylesheet, fonts and PDF variant, nothing of ours around it."""
    from weasyprint import HTML

    from pelaporan.lampiran import ambil_berkas
    from pelaporan.pengambil import AssetFetcher
    from pelaporan.terbit import folder_statis

    pengambil = AssetFetcher(folder_statis(), ambil_berkas)
    dokumen = HTML(string=Path(berkas).read_text(encoding="utf-8"), base_url="asset:", url_fetcher=pengambil)
    return {"bita": len(dokumen.write_pdf(pdf_variant="pdf/a-3a") or b"")}


def _hangat(laporan: object, berkas: str, ulang: int) -> dict[str, float]:
    """Whole report and bare WeasyPrint in turn inside one warm process, as a permanent worker would."""
    import gc

    from pelaporan.lampiran import ambil_berkas
    from pelaporan.susun import build_konteks_lkjip
    from pelaporan.terbit import render_pdf

    waktu: dict[str, list[float]] = {"laporan": [], "polos": []}
    for ke in range(ulang + 1):
        for nama in waktu:
            gc.collect()
            mulai = time.perf_counter()
            if nama == "laporan":
                render_pdf(build_konteks_lkjip(laporan), ambil_berkas)  # type: ignore[arg-type]
            else:
                _polos(berkas)
            if ke:
                waktu[nama].append(time.perf_counter() - mulai)
    return {nama: statistics.median(isi) for nama, isi in waktu.items()}


def _halaman(pdf: bytes) -> int:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as f:
        f.write(pdf)
        f.flush()
        teks = subprocess.run(["pdfinfo", f.name], capture_output=True, text=True, check=True).stdout
    return int(next(b.split()[1] for b in teks.splitlines() if b.startswith("Pages:")))


def ukur(kali: int, ulang: int, folder: Path) -> dict[str, float]:
    """Measure one size; runs of the compared pair are interleaved."""
    lingkungan = _siapkan(folder, kali)
    html = str(folder / f"{kali}.html")
    isi: dict[str, list[dict[str, float]]] = {"konteks": [], "html": [], "laporan": [], "polos": []}
    for _ in range(ulang):
        isi["konteks"].append(_anak("konteks", lingkungan))
        isi["html"].append(_anak("html", lingkungan, html))
        isi["laporan"].append(_anak("laporan", lingkungan))
        isi["polos"].append(_anak("polos", lingkungan, html))

    def tengah(tugas: str, apa: str) -> float:
        return statistics.median(h[apa] for h in isi[tugas])

    return {
        "kali": kali,
        "halaman": tengah("laporan", "halaman"),
        "kueri": tengah("konteks", "kueri"),
        "konteks": tengah("konteks", "detik"),
        "html": tengah("html", "detik"),
        "laporan": tengah("laporan", "detik"),
        "polos": tengah("polos", "detik"),
        "rasio": tengah("laporan", "detik") / tengah("polos", "detik"),
        "mib_laporan": tengah("laporan", "mib"),
        "mib_polos": tengah("polos", "mib"),
        "bita": tengah("laporan", "bita"),
    }


def tabel(baris: list[dict[str, float]], hangat: dict[str, float], ulang: int) -> str:
    """Return the figures as a Markdown page."""
    kepala = (
        "| size | pages | queries | konteks s | templates s | whole report s | bare WeasyPrint s | ratio | "
        "peak MiB report / bare | PDF KiB |\n|---|---|---|---|---|---|---|---|---|---|"
    )
    isi = "\n".join(
        f"| {b['kali']:.0f} x | {b['halaman']:.0f} | {b['kueri']:.0f} | {b['konteks']:.2f} | "
        f"{b['html']:.2f} | "
        f"{b['laporan']:.2f} | {b['polos']:.2f} | {b['rasio']:.2f} | "
        f"{b['mib_laporan']:.0f} / {b['mib_polos']:.0f} | {b['bita'] / 1024:.0f} |"
        for b in baris
    )
    return (
        "# Speed and memory\n\n"
        "Made by `bench/laporan.py --tulis`; do not edit. Medians of "
        f"{ulang} interleaved runs (16 x: one run), each in a fresh process, on Python "
        f"{platform.python_version()} "
        f'({platform.machine()}, {os.cpu_count()} cores). "Whole report" holds konteks, templates, checks of '
        'glyphs, PDF/A-3a with attachments and the PDF/UA finisher; "bare WeasyPrint" only turns the same '
        "HTML and CSS into PDF/A-3a. Sizes multiply the indicators and programmes of Kecamatan Contoh 2024. "
        "Compare inside one table only: the machine drifts.\n\n"
        f"{kepala}\n{isi}\n\n"
        "In one warm process (a permanent worker), 1 x, in turn: whole report "
        f"{hangat['laporan']:.2f} s, bare WeasyPrint {hangat['polos']:.2f} s, ratio "
        f"{hangat['laporan'] / hangat['polos']:.2f}.\n\n"
        "The number of queries does not grow with the rows. Konteks and templates take about 3 % of the\n"
        "time. Our one lever against the bare engine is Python's garbage collector, paused while\n"
        "rendering: it pays in a warm process and hardly in a fresh one. The target of the issue (at most\n"
        "0,90 x) is not reached.\n"
    )


def main() -> None:
    """Parse arguments, measure, print."""
    if sys.argv[1:2] == ["--anak"]:
        jalankan_anak(sys.argv[2], sys.argv[3:])
        return
    pilihan = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    pilihan.add_argument("--ulang", type=int, default=5)
    pilihan.add_argument("--kali", default="1,4,16")
    pilihan.add_argument("--tulis", action="store_true", help="write docs/kinerja.md")
    args = pilihan.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        baris = [ukur(int(k), args.ulang if int(k) < 16 else 1, Path(folder)) for k in args.kali.split(",")]
        hangat = _anak("hangat", _siapkan(Path(folder), 1), f"{folder}/1.html", str(args.ulang))
    halaman = tabel(baris, hangat, args.ulang)
    print(halaman)
    if args.tulis:
        jalur = AKAR / "docs" / "kinerja.md"
        lama = jalur.read_text(encoding="utf-8") if jalur.exists() else ""
        entri = lama[lama.index(ENTRI) :] if ENTRI in lama else ""  # what bench/entri.py measured
        jalur.write_text(f"{halaman.rstrip()}\n\n{entri}".rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
