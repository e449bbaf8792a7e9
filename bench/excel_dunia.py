"""Databases, processes and the watching of them for bench/excel.py."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
SKRIP = AKAR / "bench" / "excel.py"


class Dunia:
    """A folder with databases; each measurement gets a copy of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lingkungan = os.environ | {
            "SAKIP_MEDIA": str(folder / "media"), "SAKIP_STATIC": str(folder / "static"),
            "SAKIP_HOST": "127.0.0.1", "SAKIP_HTTPS": "tidak", "SAKIP_PEKERJA": "luar",
            "DJANGO_SETTINGS_MODULE": "sakip.settings",
        }  # fmt: skip
        self.lingkungan.setdefault("SAKIP_RAHASIA", "bench-" + "x" * 60)
        self.pakai("dasar")

    def pakai(self, nama: str) -> None:
        """Make a database the one that children use."""
        self.basis = self.folder / f"{nama}.sqlite3"
        self.lingkungan["DATABASE_URL"] = f"sqlite:///{self.basis}"

    def salin(self, asal: str, nama: str) -> None:
        """Copy a database and use the copy."""
        with (
            sqlite3.connect(self.folder / f"{asal}.sqlite3") as a,
            sqlite3.connect(self.folder / f"{nama}.sqlite3") as b,
        ):
            a.backup(b)
        self.pakai(nama)

    def buat(self, kantor: int) -> Any:
        """Make the first database as an installation does, with empty offices."""
        for perintah in (["migrate", "-v0"], ["muat_rujukan"]):
            subprocess.run(
                [sys.executable, str(AKAR / "manage.py"), *perintah], env=self.lingkungan, check=True,
                stdout=subprocess.DEVNULL,
            )  # fmt: skip
        return self.anak("dasar", str(kantor))

    def mulai(self, tugas: str, *args: str) -> subprocess.Popen[str]:
        """Begin a task in a process of its own."""
        return subprocess.Popen(
            [sys.executable, str(SKRIP), "--anak", tugas, *args], env=self.lingkungan, text=True,
            stdout=subprocess.PIPE,
        )  # fmt: skip

    def anak(self, tugas: str, *args: str) -> Any:
        """Do a task and return what it found."""
        return self.tunggu(self.mulai(tugas, *args))

    @staticmethod
    def tunggu(proses: subprocess.Popen[str]) -> Any:
        """Wait for a task."""
        keluaran, _ = proses.communicate()
        if proses.returncode:
            raise SystemExit(f"{proses.args} berakhir dengan {proses.returncode}")
        return json.loads(keluaran.splitlines()[-1])


class Puncak(threading.Thread):
    """Peak memory (VmHWM, MiB) of a process and of the largest child, looked up every 20 ms."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.mib = pid, {"diri": 0.0, "anak": 0.0}
        self.start()

    def run(self) -> None:
        """Look until the process ends."""
        while self._lihat(self.pid, "diri"):
            try:
                anak = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
            except OSError:
                return
            for satu in anak:
                self._lihat(int(satu), "anak")
            time.sleep(0.02)

    def _lihat(self, pid: int, nama: str) -> bool:
        try:
            # Between fork and exec a child is still its parent: its own program tells them apart.
            if nama == "anak" and b"sakip.umum.excel.anak" not in Path(f"/proc/{pid}/cmdline").read_bytes():
                return True
            teks = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            return False
        letak = teks.find("VmHWM:")
        if letak < 0:
            return False
        self.mib[nama] = max(self.mib[nama], int(teks[letak:].split()[1]) / 1024)
        return True


def kerja(dunia: Dunia) -> dict[str, Any]:
    """Let a worker empty the queue; return wall, CPU and peaks of it and of its reader, and when."""
    mulai = time.time()
    proses = dunia.mulai("kerja")
    puncak = Puncak(proses.pid)
    hasil: dict[str, Any] = dunia.tunggu(proses)
    puncak.join()
    return hasil | {"jendela": (mulai, time.time()), "mib": puncak.mib, "wall": time.time() - mulai}


def unggah(dunia: Dunia, jenis: str, berkas: Path, slug: str = "", pilihan: str = "{}") -> dict[str, Any]:
    """Hand a file in, check and apply it by the worker, with another writer all the while."""
    penulis = dunia.mulai("penulis")
    assert penulis.stdout is not None
    penulis.stdout.readline()
    try:
        pk = str(dunia.anak("terima", jenis, str(berkas), slug, pilihan)["pk"])
        periksa = kerja(dunia)
        dunia.anak("konfirmasi", pk)
        terapkan = kerja(dunia)
    finally:
        penulis.send_signal(signal.SIGTERM)
    catatan = dunia.tunggu(penulis)
    for tahap in (periksa, terapkan):
        dari, sampai = tahap["jendela"]
        tunggu = [w for saat, w in catatan if saat + w >= dari and saat <= sampai]
        tahap |= {
            "tulisan": len(tunggu),
            "maks": max(tunggu),
            "p95": statistics.quantiles(tunggu, n=20, method="inclusive")[-1],
        }
    hasil = dunia.anak("hasil", pk)
    if hasil["status"] != "selesai":
        raise SystemExit(f"tidak selesai: {hasil}")
    return {"periksa": periksa, "terapkan": terapkan, "hasil": hasil}
