"""The child that parses: whatever becomes of it is a refusal with a sentence, and none is left behind."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from sakip.umum.excel import baca
from sakip.umum.excel.baca import BerkasDitolak, baca_baris
from sakip.umum.excel.batas import BATAS_BUKU, MB

from .bahan_excel import buku_xls, lembar, teks_bersama, tulis_buku


@pytest.fixture
def anak(monkeypatch):
    """Return a list of the children that were started."""
    semua = []

    class Popen(subprocess.Popen):
        def __init__(self, *a, **k):
            super().__init__(*a, **k)
            semua.append(self)

    monkeypatch.setattr(baca.subprocess, "Popen", Popen)
    return semua


def tolak(jalur, batas=BATAS_BUKU):
    with pytest.raises(BerkasDitolak) as galat:
        list(baca_baris(jalur, jalur.name, batas))
    return galat.value


def ganti_anak(monkeypatch, isi):
    """Run a line of Python in place of the child."""
    monkeypatch.setattr(baca, "perintah_anak", lambda *_: [sys.executable, "-c", isi])


BARIS = 'print(\'{"lembar": "A", "tersembunyi": false}\\n[1, false, false, [5], []]\', flush=True)'


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ("import os; os.kill(os.getpid(), 9)", "terhenti"),
        ("import os; os.abort()", "terhenti"),
        (f"{BARIS}; import os; os.kill(os.getpid(), 9)", "terhenti"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "waktu"),
        ("import time; time.sleep(60)", "waktu"),
        (f"{BARIS}; print('[2, fal', end='')", "terhenti"),
        ('print(\'{"jejak": "Traceback"}\')', "rusak"),
    ],
)
def test_a_child_that_dies_is_a_refusal_and_no_zombie(tmp_path, monkeypatch, anak, isi, kode):
    ganti_anak(monkeypatch, isi)
    galat = tolak(tmp_path / "a.xlsx", replace(BATAS_BUKU, detik=0.5))
    assert galat.kode == kode
    assert galat.pesan.endswith(".")
    assert anak[0].returncode is not None
    with pytest.raises(ProcessLookupError):
        os.kill(anak[0].pid, 0)


def test_rows_read_before_are_given_before_the_refusal(tmp_path, monkeypatch):
    ganti_anak(monkeypatch, f"{BARIS}; import os; os.abort()")
    semua = baca_baris(tmp_path / "a.xlsx", "a.xlsx", BATAS_BUKU)
    assert next(semua).nilai == [5]
    with pytest.raises(BerkasDitolak):
        next(semua)


def test_closing_early_ends_the_child(tmp_path, monkeypatch, anak):
    ganti_anak(monkeypatch, f"{BARIS}; import time; time.sleep(60)")
    semua = baca_baris(tmp_path / "a.xlsx", "a.xlsx", BATAS_BUKU)
    next(semua)
    semua.close()
    assert anak[0].returncode == -9


def test_time_spent_by_the_caller_is_not_the_childs(tmp_path, monkeypatch):
    import time

    ganti_anak(monkeypatch, f"{BARIS}; print('{{\"selesai\": true}}')")
    semua = baca_baris(tmp_path / "a.xlsx", "a.xlsx", replace(BATAS_BUKU, detik=0.5))
    next(semua)
    time.sleep(0.6)
    assert list(semua) == []


def test_a_file_that_needs_more_memory_than_allowed(tmp_path):
    teks = teks_bersama(*(f"<t>{n}{'x' * 2000}</t>" for n in range(25_000)))
    jalur = tulis_buku(tmp_path / "a.xlsx", lembar(""), sst=teks)
    batas = replace(BATAS_BUKU, memori=64 * MB, rasio=10_000, terurai=100 * MB)
    assert tolak(jalur, batas).kode == "memori"


def test_an_old_workbook_that_makes_the_parser_abort(tmp_path):
    """calamine holds all cells between the first and the last; without memory it ends its process."""
    jalur = tmp_path / "a.xls"
    jalur.write_bytes(buku_xls("Pagu", (0, 0, 1.0), (65_535, 16_000, 1.0)))
    assert tolak(jalur, replace(BATAS_BUKU, memori=256 * MB)).kode == "terhenti"


def test_the_child_gets_none_of_the_secrets_and_no_django(tmp_path, monkeypatch):
    monkeypatch.setenv("SAKIP_RAHASIA", "rahasia")
    ganti_anak(
        monkeypatch,
        "import os, json; print(json.dumps({'lembar': ','.join(sorted(os.environ)), 'tersembunyi': False}));"
        "print(json.dumps([1, False, False, [','.join(sorted(os.environ))], []])); print('{\"selesai\": 1}')",
    )
    (baris,) = baca_baris(tmp_path / "a.xlsx", "a.xlsx", BATAS_BUKU)
    assert "RAHASIA" not in baris.nilai[0]
    kode = (
        "import sys; from sakip.umum.excel import anak, gerbang, buku, lembar, teks_csv, xls; "
        "print('django' in sys.modules)"
    )
    hasil = subprocess.run([sys.executable, "-c", kode], cwd=baca.PANGKAL, capture_output=True, check=True)
    assert hasil.stdout.strip() == b"False"
