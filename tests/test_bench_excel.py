"""The script that measures Excel works: its part without a database, with small numbers."""

from __future__ import annotations

import subprocess
import sys

from django.conf import settings


def test_bench_pembaca():
    hasil = subprocess.run(
        [sys.executable, "bench/excel.py", "--cepat", "--hanya", "baca"],
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=True,
    )  # fmt: skip
    baris = [b.split(" | ") for b in hasil.stdout.splitlines() if b.startswith("| SIPD, 300 rows")]
    assert [b[1] for b in baris] == ["ours", "openpyxl read_only", "openpyxl"]
    assert baris[0][5] == "1.0"
    assert all(float(b[2]) > 0 for b in baris)
