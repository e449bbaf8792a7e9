"""Measures Excel in and out: SIPD files of 100.000 rows, the workbook of a full office, others for comparison.

    .venv/bin/python bench/excel.py [--ulang 5] [--cepat] [--hanya sipd,buku,baca,impor] [--tulis]

Everything runs on SQLite with the settings of production in a temporary folder, uploads through their real
queue, worker and reader, while another process writes through the ORM every 50 ms. ``--cepat`` takes small
numbers, to see that the script works; ``--tulis`` puts the table into docs/kinerja.md. Wall times depend on
what else the machine does: CPU times and the load stand beside them.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import sqlite3
import statistics
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from excel_dunia import AKAR, Dunia, Puncak, unggah

sys.path.insert(0, str(AKAR))

MULAI, SELESAI = "<!-- excel:mulai -->", "<!-- excel:selesai -->"
BAGIAN = ("sipd", "buku", "baca", "impor")
PILIHAN_SIPD = json.dumps({"muat": "pagu", "jenis": "murni"})
UKURAN = {"baris": 100_000, "kantor": 70, "indikator": 40, "sub": 60, "impor": 2_000}
KECIL = {"baris": 300, "kantor": 3, "indikator": 4, "sub": 6, "impor": 30}


# Parts ----------------------------------------------------------------------------------------------


class Sasaran:
    """What the issue asks for beside what was seen."""

    def __init__(self) -> None:
        self.baris: list[str] = []

    def catat(self, apa: str, batas: float, dilihat: float, satuan: str = "s") -> None:
        """Take one figure."""
        is_tercapai = "yes" if dilihat <= batas else "**no**"
        self.baris.append(f"| {apa} | {batas:g} {satuan} | {dilihat:.2f} {satuan} | {is_tercapai} |")

    def unggahan(self, nama: str, satu: dict[str, Any]) -> None:
        """Take the figures of a SIPD file."""
        periksa, terapkan = satu["periksa"], satu["terapkan"]
        self.catat(f"{nama}: read and checked", 10, periksa["detik"])
        self.catat(f"{nama}: applied", 30, terapkan["detik"])
        self.catat(
            f"{nama}: peak of the worker", 300, max(t["mib"]["diri"] for t in (periksa, terapkan)), "MiB"
        )
        self.catat(f"{nama}: peak of its reader", 300, periksa["mib"]["anak"], "MiB")
        self.catat(f"{nama}: longest wait of another writer", 2, max(periksa["maks"], terapkan["maks"]))

    def tabel(self) -> list[str]:
        """Return the table."""
        return ["| goal | at most | seen | reached |", "|---|---|---|---|", *self.baris]


def beban() -> str:
    """Return the load of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def ukur_sipd(dunia: Dunia, bahan: Any, ukuran: dict[str, int], sasaran: Sasaran) -> list[str]:
    """SIPD files of one office and of many."""
    from sipd_buat import buat_sipd

    baris = [
        "| SIPD file | step | job s | with start of the worker s | CPU worker + reader s | peak MiB worker / reader | "
        "another writer: longest / p95 s (writes) | load |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for banyak in (ukuran["kantor"], 1):
        berkas = dunia.folder / f"sipd-{banyak}.xlsx"
        jumlah = buat_sipd(
            berkas,
            baris=ukuran["baris"],
            tahun=bahan["tahun"],
            kantor=bahan["kantor"][:banyak],
            sub=bahan["sub"],
        )
        dunia.salin("dasar", f"sipd-{banyak}")
        satu = unggah(dunia, "sipd", berkas, "ukur-00" if banyak == 1 else "", PILIHAN_SIPD)
        if satu["hasil"]["jumlah"] != jumlah:
            raise SystemExit(f"jumlah tersimpan {satu['hasil']['jumlah']}, dalam berkas {jumlah}")
        nama = f"{ukuran['baris']} rows, {banyak} office{'s' if banyak > 1 else ''}"
        baris += _baris_unggah(nama, satu)
        sasaran.unggahan(nama, satu)
    return baris


def _baris_unggah(nama: str, satu: dict[str, Any]) -> list[str]:
    return [
        f"| {nama} | {sebut} | {t['detik']:.1f} | {t['wall']:.1f} | {t['cpu']:.1f} + {t['cpu_anak']:.1f} | "
        f"{t['mib']['diri']:.0f} / {t['mib']['anak']:.0f} | {t['maks']:.2f} / {t['p95']:.2f} ({t['tulisan']}) | "
        f"{beban()} |"
        for sebut, t in (("read and checked", satu["periksa"]), ("applied", satu["terapkan"]))
    ]


def ukur_buku(dunia: Dunia, ukuran: dict[str, int], ulang: int, sasaran: Sasaran) -> list[str]:
    """The workbook of a full office: down, up unchanged, up changed, up as a new office."""
    dunia.salin("dasar", "penuh")
    dunia.anak("penuh", str(ukuran["indikator"]), str(ukuran["sub"]))
    berkas, ubahan = dunia.folder / "buku.xlsx", dunia.folder / "buku-ubah.xlsx"
    isi = dunia.anak("buku", str(berkas), str(ubahan), str(ulang))
    t, angka = isi["tahap"], isi["angka"]
    sama = [a + b for a, b in zip(t["baca"], t["periksa"], strict=True)]
    ubah = [a + b for a, b in zip(t["baca"], t["periksa ubah"], strict=True)]
    sasaran.catat("workbook: written", 2, t["tulis"][0])
    sasaran.catat("workbook: read and checked, unchanged", 3, sama[0])
    sasaran.catat("workbook: read and checked, every measured value changed", 3, ubah[0])
    nama = f"{ukuran['indikator']} indicators, {ukuran['sub']} sub kegiatan, {isi['bita'] / 1024:.0f} KiB"
    baris = [
        f"| workbook: {nama} | median s | CPU s | first run s | load |", "|---|---|---|---|---|",
        _baris_tahap("written", t["tulis"]), _baris_tahap("read", t["baca"]),
        _baris_tahap(f"read and checked, unchanged ({angka['sama']['tetap']} rows)", sama),
        _baris_tahap(f"read and checked, {angka['ubah']['berubah']} rows changed", ubah), "",
        "| workbook through the queue | step | job s | with start of the worker s | CPU worker + reader s | "
        "peak MiB worker / reader | another writer: longest / p95 s (writes) | load |",
        "|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    baris += _baris_unggah(
        f"{angka['ubah']['berubah']} rows changed", unggah(dunia, "buku_kerja", ubahan, "penuh")
    )
    dunia.salin("dasar", "baru")
    baru = unggah(dunia, "buku_kerja", berkas)
    if baru["hasil"]["realisasi"] != 4 * ukuran["indikator"]:
        raise SystemExit(f"kantor baru tidak utuh: {baru['hasil']}")
    return baris + _baris_unggah("new office", baru)


def _baris_tahap(nama: str, nilai: list[float]) -> str:
    return f"| {nama} | {nilai[0]:.2f} | {nilai[1]:.2f} | {nilai[2]:.2f} | {beban()} |"


def ukur_baca(dunia: Dunia, berkas: list[tuple[str, Path, str]], ulang: int) -> list[str]:
    """Our reader against openpyxl on the same files, in turn, each time in a fresh process."""
    baris = [
        "| file | reader | s | CPU s | peak MiB process / child | times ours (s) | times ours (CPU) | load |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for nama, jalur, jenis in berkas:
        isi: dict[str, list[dict[str, Any]]] = {"kami": [], "read_only": [], "openpyxl": []}
        for _ in range(ulang if jenis == "buku" else 1):
            for cara, semua in isi.items():
                proses = dunia.mulai("baca", cara, str(jalur), jenis)
                puncak = Puncak(proses.pid)
                semua.append(dunia.tunggu(proses))
                puncak.join()
                semua[-1]["mib"] = puncak.mib
        if len({b["baris"] for semua in isi.values() for b in semua}) != 1:
            raise SystemExit(f"{nama}: pembaca tidak sepakat: { {c: b[0]['baris'] for c, b in isi.items()} }")
        tengah = {c: [statistics.median(s[k] for s in b) for k in ("detik", "cpu")] for c, b in isi.items()}
        for cara, sebut in (("kami", "ours"), ("read_only", "openpyxl read_only"), ("openpyxl", "openpyxl")):
            (detik, cpu), mib = tengah[cara], isi[cara][-1]["mib"]
            kali = [a / b for a, b in zip(tengah[cara], tengah["kami"], strict=True)]
            baris.append(
                f"| {nama} | {sebut} | {detik:.2f} | {cpu:.2f} | {mib['diri']:.0f} / {mib['anak']:.0f} | "
                f"{kali[0]:.1f} | {kali[1]:.1f} | {beban()} |"
            )
    return baris


def ukur_impor(dunia: Dunia, banyak: int, ulang: int) -> list[str]:
    """Our way of writing new rows with history against import-export's default, in turn."""
    sebut = {
        "admin": "ours, import of the admin: each row checked and compared, one transaction",
        "kami": "ours, plain: fields checked, one transaction",
        "import-export": "import-export, default",
    }
    isi: dict[str, list[dict[str, float]]] = {cara: [] for cara in sebut}
    for _ in range(ulang):
        for cara, semua in isi.items():
            dunia.salin("dasar", f"impor-{cara}")
            semua.append(dunia.anak("impor", cara, str(banyak)))
    baris = [
        f"| {banyak} new rows with history | rows/s | CPU s | write lock held at most s | "
        "import-export: times the seconds / CPU / lock | load |",
        "|---|---|---|---|---|---|",
    ]
    tengah = {
        c: {k: statistics.median(s[k] for s in b) for k in ("detik", "cpu", "kunci")} for c, b in isi.items()
    }
    for cara, nama in sebut.items():
        t = tengah[cara]
        kali = " / ".join(f"{tengah['import-export'][k] / t[k]:.1f}" for k in t)
        baris.append(
            f"| {nama} | {banyak / t['detik']:.0f} | {t['cpu']:.2f} | {t['kunci']:.3f} | {kali} | {beban()} |"
        )
    return baris


# All ------------------------------------------------------------------------------------------------


def ukur(folder: Path, hanya: list[str], ukuran: dict[str, int], ulang: int) -> list[list[str]]:
    """Measure the parts asked for; return tables."""
    from sipd_buat import buat_sipd

    dunia, sasaran = Dunia(folder), Sasaran()
    bahan: Any = {
        "tahun": 2024,
        "kantor": [("7.01.0.00.0.00.01.0000", "KECAMATAN UKUR")],
        "sub": [("7.01.01.2.01.0001", "Sub")],
    }
    if set(hanya) - {"baca"}:
        bahan = dunia.buat(ukuran["kantor"])
    tabel = []
    if "sipd" in hanya:
        tabel.append(_cetak(ukur_sipd(dunia, bahan, ukuran, sasaran)))
    if "buku" in hanya:
        tabel.append(_cetak(ukur_buku(dunia, ukuran, ulang, sasaran)))
    if "baca" in hanya:
        sipd, buku = folder / "sipd-1.xlsx", folder / "buku.xlsx"
        if not sipd.exists():
            buat_sipd(sipd, baris=ukuran["baris"], tahun=2024, kantor=bahan["kantor"][:1], sub=bahan["sub"])
        berkas = [(f"SIPD, {ukuran['baris']} rows", sipd, "sipd")]
        if buku.exists():
            berkas.append(("workbook", buku, "buku"))
        tabel.append(_cetak(ukur_baca(dunia, berkas, ulang)))
    if "impor" in hanya:
        tabel.append(_cetak(ukur_impor(dunia, ukuran["impor"], ulang)))
    if sasaran.baris:
        tabel.insert(0, _cetak(sasaran.tabel()))
    return tabel


def _cetak(baris: list[str]) -> list[str]:
    print("\n".join(baris), end="\n\n", flush=True)
    return baris


def kepala(ulang: int) -> str:
    """Return what the tables were made with."""
    paket = ", ".join(f"{p} {version(p)}" for p in ("Django", "openpyxl", "django-import-export"))
    return (
        f"Made by `bench/excel.py --tulis` on {datetime.date.today()}; do not edit. {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {paket}. "
        f"SQLite with the settings of production; uploads through queue, worker and reader. The workbook, the "
        f"readers and the writers are medians of {ulang} runs (readers of the large file: one). \"Another writer\" "
        "saves a row with its history every 50 ms; its wait is the whole of its transaction. Load is that of the "
        "last minute: where it is high, compare CPU. Our reader parses in a child process with limits, openpyxl in "
        "the process itself. Of the writers import-export is a ModelResource with its defaults, without the preview; "
        "ours checks before its one transaction."
    )  # fmt: skip


def tulis(tabel: list[list[str]], ulang: int) -> None:
    """Put the tables between the markers of docs/kinerja.md."""
    jalur = AKAR / "docs" / "kinerja.md"
    lama = jalur.read_text(encoding="utf-8")
    depan, _, sisa = lama.partition(MULAI)
    belakang = sisa.partition(SELESAI)[2].strip()
    isi = "\n\n".join("\n".join(t) for t in tabel)
    teks = f"{depan.rstrip()}\n\n{MULAI}\n\n## Excel\n\n{kepala(ulang)}\n\n{isi}\n\n{SELESAI}\n"
    jalur.write_text(teks + (f"\n{belakang}\n" if belakang else ""), encoding="utf-8")


def jalankan_anak(tugas: str, args: list[str]) -> None:
    """Do one task in this process and print JSON."""
    import excel_banding

    if tugas == "baca":
        print(json.dumps(excel_banding.baca(*args)))
        return
    import django
    import excel_anak

    django.setup()
    kerja = excel_banding.impor if tugas == "impor" else excel_anak.kumpulan()[tugas]
    print(json.dumps(kerja(*args)))


def main() -> None:
    """Read the command line and measure."""
    pilihan = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    pilihan.add_argument("--ulang", type=int, default=5)
    pilihan.add_argument("--cepat", action="store_true")
    pilihan.add_argument("--hanya", default=",".join(BAGIAN))
    pilihan.add_argument("--tulis", action="store_true")
    pilihan.add_argument("--anak", nargs="+")
    args = pilihan.parse_args()
    if args.anak:
        jalankan_anak(args.anak[0], args.anak[1:])
        return
    hanya = args.hanya.split(",")
    ulang = 1 if args.cepat else args.ulang
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as f:
        tabel = ukur(Path(f), hanya, KECIL if args.cepat else UKURAN, ulang)
    if args.tulis:
        tulis(tabel, ulang)


if __name__ == "__main__":
    main()
