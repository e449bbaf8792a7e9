"""Measures entry under load with a real server: 8 people at once, and 20 who save for a minute.

    .venv/bin/python bench/entri.py [--kantor 70] [--detik 20] [--simpan 60] [--postgres URL] [--tulis]

Fills a database with 70 offices x 5 years x 40 indicators, starts gunicorn with two workers, and asks for
the start page, the grid with 40 indicators, the largest change list and the page of the kabupaten: queries
(the same number for every size), p50 and p95 in milliseconds under 8 connections. Then 20 people save
different cells of one office for a minute: errors and lost values are counted. On SQLite always, on
PostgreSQL where ``--postgres`` (or SAKIP_UJI_POSTGRES) names a server. ``--tulis`` writes docs/kinerja.md.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(AKAR), str(AKAR / "bench")]
MULAI, SELESAI = "<!-- entri:mulai -->", "<!-- entri:selesai -->"
COOKIE = "sakip_sesi"


def siapkan(folder: Path, url: str, kantor: int) -> tuple[dict[str, str], dict[str, Any]]:
    """Make and fill the database; return the environment and what the people need."""
    lingkungan = os.environ | {
        "DATABASE_URL": url,
        "SAKIP_MEDIA": str(folder / "media"),
        "SAKIP_STATIC": str(folder / "static"),
        "SAKIP_HOST": "127.0.0.1",
        "SAKIP_HTTPS": "tidak",
        "DJANGO_SETTINGS_MODULE": "sakip.settings",
    }
    lingkungan.setdefault("SAKIP_RAHASIA", "bench-" + "x" * 60)
    for perintah in (["migrate", "-v0"], ["muat_rujukan"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run(
            [sys.executable, str(AKAR / "manage.py"), *perintah], env=lingkungan, check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
    hasil = subprocess.run(
        [sys.executable, __file__, "--anak", "isi", str(kantor)], env=lingkungan, check=True,
        capture_output=True, text=True,
    )  # fmt: skip
    data: dict[str, Any] = json.loads(hasil.stdout.splitlines()[-1])
    return lingkungan, data


def jalankan_anak(tugas: str, args: list[str]) -> None:
    """Run one task with Django in this process and print JSON."""
    import django

    django.setup()
    if tugas == "isi":
        from isi_banyak import isi

        print(json.dumps(isi(int(args[0]))))
    else:
        print(json.dumps(_kueri(json.loads(args[0]))))


def _kueri(minta: list[list[str]]) -> dict[str, int]:
    """Return how many queries each page needs."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    hasil = {}
    for nama, alamat, sesi in minta:
        c = Client(SERVER_NAME="127.0.0.1")
        c.cookies[COOKIE] = sesi
        c.get(alamat)
        with CaptureQueriesContext(connection) as kueri:
            jawab = c.get(alamat)
        assert jawab.status_code == 200, (alamat, jawab.status_code)
        hasil[nama] = len(kueri)
    return hasil


class Server:
    """gunicorn with two workers on a free port."""

    def __init__(self, lingkungan: dict[str, str]) -> None:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.proses = subprocess.Popen(
            [
                str(Path(sys.executable).parent / "gunicorn"), "sakip.wsgi", "--workers", "2", "--timeout", "60",
                "--bind", f"127.0.0.1:{self.port}", "--log-level", "error", "--chdir", str(AKAR),
            ],
            env=lingkungan,
        )  # fmt: skip
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("server tidak mulai")

    def tutup(self) -> None:
        """Stop it."""
        self.proses.terminate()
        self.proses.wait(10)


class Orang:
    """A browser of one person: a session and a CSRF token."""

    def __init__(self, port: int, sesi: str) -> None:
        self.koneksi = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookie = {COOKIE: sesi}

    def minta(self, alamat: str, isi: dict[str, str] | None = None) -> tuple[int, str]:
        """Ask once; return status and text."""
        kepala = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookie.items())}
        badan = None
        if isi is not None:
            badan = urllib.parse.urlencode(isi)
            kepala["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self.koneksi.request("POST" if isi is not None else "GET", alamat, badan, kepala)
            jawab = self.koneksi.getresponse()
        except (http.client.HTTPException, ConnectionError):
            self.koneksi.close()  # gunicorn's sync worker closes after each answer
            self.koneksi.request("POST" if isi is not None else "GET", alamat, badan, kepala)
            jawab = self.koneksi.getresponse()
        for nama, nilai in jawab.getheaders():
            if nama.lower() == "set-cookie" and (m := re.match(r"([^=]+)=([^;]*)", nilai)):
                self.cookie[m[1]] = m[2]
        return jawab.status, jawab.read().decode(errors="replace")


def beban(port: int, alamat: list[tuple[str, str]], detik: float) -> list[float]:
    """Ask as fast as the answers come, one person a connection; return milliseconds."""
    waktu: list[float] = []
    galat: list[str] = []
    akhir = time.monotonic() + detik

    def kerja(sesi: str, jalur: str) -> None:
        orang = Orang(port, sesi)
        while time.monotonic() < akhir:
            awal = time.perf_counter()
            status, _ = orang.minta(jalur)
            waktu.append((time.perf_counter() - awal) * 1000)
            if status != 200:
                galat.append(f"{jalur}: {status}")
                return

    utas = [threading.Thread(target=kerja, args=satu) for satu in alamat]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    if galat:
        raise RuntimeError(galat[0])
    return waktu


def simpan(port: int, data: dict[str, Any], detik: float) -> dict[str, Any]:
    """Let people save different cells of one grid for a while; compare with what is stored at the end."""
    jalur = f"/kantor/{data['slug']}/{data['tahun']}/pengukuran/tw/4/?unit=semua"
    tersimpan: dict[int, str] = {}
    galat: list[str] = []
    waktu: list[float] = []
    akhir = time.monotonic() + detik

    def kerja(n: int, sesi: str) -> None:
        orang, baris = Orang(port, sesi), data["indikator"][n]
        ke = 0
        while time.monotonic() < akhir:
            _, teks = orang.minta(jalur)
            token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', teks)
            versi = re.search(rf'name="indikator-{baris}-versi" value="(\d+)"', teks)
            if not token or not versi:
                galat.append(f"{n}: halaman tanpa isian")
                return
            ke += 1
            nilai = f"{(n * 7 + ke) % 100},{ke % 10}"
            isi = {
                "csrfmiddlewaretoken": token[1], f"indikator-{baris}-versi": versi[1],
                f"indikator-{baris}-nilai": nilai, f"indikator-{baris}-keadaan": "isi",
                f"indikator-{baris}-keterangan": "",
            }  # fmt: skip
            awal = time.perf_counter()
            status, _ = orang.minta(jalur, isi)
            waktu.append((time.perf_counter() - awal) * 1000)
            if status != 302:
                galat.append(f"{n}: {status}")
            else:
                tersimpan[baris] = nilai

    utas = [threading.Thread(target=kerja, args=(n, s)) for n, s in enumerate(data["penyimpan"])]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    _, teks = Orang(port, data["penyimpan"][0]).minta(jalur)
    hilang = 0
    for baris, nilai in tersimpan.items():
        m = re.search(rf'name="indikator-{baris}-nilai" value="([^"]*)"', teks)
        hilang += m is None or m[1] != (nilai.removesuffix(",0") if nilai.endswith(",0") else nilai)
    return {"kali": len(waktu), "galat": galat, "hilang": hilang, "waktu": waktu}


def persentil(waktu: list[float], p: int) -> float:
    """Return a percentile in milliseconds."""
    return statistics.quantiles(waktu, n=100)[p - 1]


def ukur(nama: str, url: str, args: argparse.Namespace, folder: Path) -> list[str]:
    """Measure one database; return rows of the table."""
    lingkungan, data = siapkan(folder, url, args.kantor)
    tahun = data["tahun"]
    halaman = {
        "beranda": [(s, f"/kantor/{k}/{tahun}/") for s, k in zip(data["sesi"], data["kantor"], strict=True)],
        "kisi, 40 indikator": [
            (s, f"/kantor/{k}/{tahun}/pengukuran/tw/4/?unit=semua")
            for s, k in zip(data["sesi"], data["kantor"], strict=True)
        ],
        f"daftar realisasi, {data['baris']} baris": [(data["admin"], "/admin/kinerja/realisasi/")] * 8,
        f"ikhtisar {args.kantor} perangkat daerah, satu orang": [(data["admin"], f"/kabupaten/{tahun}/")],
    }
    minta = [[n, a[0][1], a[0][0]] for n, a in halaman.items()]
    kueri = json.loads(
        subprocess.run(
            [sys.executable, __file__, "--anak", "kueri", json.dumps(minta)], env=lingkungan, check=True,
            capture_output=True, text=True,
        ).stdout.splitlines()[-1]
    )  # fmt: skip
    server = Server(lingkungan)
    baris = []
    try:
        for apa, alamat in halaman.items():
            beban(server.port, alamat, 3)  # warm
            waktu = beban(server.port, alamat, args.detik)
            baris.append(
                f"| {nama} | {apa} | {kueri[apa]} | {len(waktu)} | {persentil(waktu, 50):.0f} | "
                f"{persentil(waktu, 95):.0f} |"
            )
            print(baris[-1], flush=True)
        s = simpan(server.port, data, args.simpan)
        baris.append(
            f"| {nama} | 20 orang menyimpan {args.simpan:.0f} detik: {len(s['galat'])} galat, {s['hilang']} nilai "
            f"hilang | | {s['kali']} | {persentil(s['waktu'], 50):.0f} | {persentil(s['waktu'], 95):.0f} |"
        )
        print(baris[-1], *s["galat"][:5], sep="\n", flush=True)
    finally:
        server.tutup()
    return baris


def tulis(baris: list[str], kantor: int) -> None:
    """Put the table between the markers of docs/kinerja.md."""
    teks = "\n".join(
        [
            "## Entry under load", "",
            f"Made by `bench/entri.py --tulis`; do not edit. {kantor} offices x 5 years x 40 indicators, gunicorn with "
            "two sync workers and 8 connections on the same two cores as the client, milliseconds.", "",
            "| database | page | queries | requests | p50 | p95 |", "|---|---|---|---|---|---|", *baris,
        ]
    )  # fmt: skip
    jalur = AKAR / "docs" / "kinerja.md"
    lama = jalur.read_text(encoding="utf-8")
    depan, belakang = lama.split(MULAI)[0].rstrip(), lama.partition(SELESAI)[2].strip()
    isi = f"{depan}\n\n{MULAI}\n\n{teks}\n\n{SELESAI}\n"
    jalur.write_text(isi + (f"\n{belakang}\n" if belakang else ""), encoding="utf-8")


def main() -> None:
    """Read the command line and measure."""
    pilihan = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    pilihan.add_argument("--kantor", type=int, default=70)
    pilihan.add_argument("--detik", type=float, default=20)
    pilihan.add_argument("--simpan", type=float, default=60)
    pilihan.add_argument("--postgres", default=os.environ.get("SAKIP_UJI_POSTGRES", ""))
    pilihan.add_argument("--tulis", action="store_true")
    pilihan.add_argument("--anak", nargs="+")
    args = pilihan.parse_args()
    if args.anak:
        jalankan_anak(args.anak[0], args.anak[1:])
        return
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as f:
        folder = Path(f)
        baris = ukur("SQLite", f"sqlite:///{folder}/entri.sqlite3", args, folder)
        if args.postgres:
            baris += ukur("PostgreSQL", args.postgres, args, folder)
    if args.tulis:
        tulis(baris, args.kantor)


if __name__ == "__main__":
    main()
