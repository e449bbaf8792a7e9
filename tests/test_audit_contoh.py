"""docs/audit-contoh.md tells the truth: every row of the audit, closed by what is really there."""

from __future__ import annotations

import ast
import importlib
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model

from pelaporan.periksa.daftar import DAFTAR

AKAR = Path(settings.BASE_DIR)
HALAMAN = (AKAR / "docs" / "audit-contoh.md").read_text(encoding="utf-8")
JUMLAH = {"N": 9, "T": 15, "K": 14, "P": 14, "S": 16, "R": 13, "A": 6}
SEMUA = [f"{huruf}{n}" for huruf, banyak in JUMLAH.items() for n in range(1, banyak + 1)]
CARA = ("mustahil", "ditemukan", "bekas konversi")
KODE = {p.kode for p in DAFTAR}


@dataclass(frozen=True)
class Baris:
    """A row of the page."""

    nomor: str
    temuan: str
    cara: str
    lewat: tuple[str, ...]
    uji: tuple[str, ...]

    @property
    def tempat(self) -> list[str]:
        """Places in the code."""
        return [x for x in self.lewat if "." in x]

    @property
    def pemeriksaan(self) -> list[str]:
        """Codes of checks."""
        return [x for x in self.lewat if "." not in x]


def _baca() -> list[Baris]:
    hasil = []
    for m in re.finditer(r"^\| ([A-Z]\d+) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", HALAMAN, re.MULTILINE):
        lewat, uji = (tuple(re.findall(r"`([^`]+)`", x)) for x in (m[4], m[5]))
        hasil.append(Baris(m[1], m[2], m[3], lewat, uji))
    return hasil


BARIS = _baca()
MASING = pytest.mark.parametrize("baris", BARIS, ids=[b.nomor for b in BARIS])


def cari_tempat(nama: str) -> Any:
    """Return what a dotted path names: a module, an attribute, or a field or constraint of a model."""
    bagian = nama.split(".")
    for n in range(len(bagian), 0, -1):
        try:
            benda: Any = importlib.import_module(".".join(bagian[:n]))
        except ModuleNotFoundError:
            continue
        for satu in bagian[n:]:
            benda = _anggota(benda, satu)
        return benda
    raise LookupError(nama)


def _anggota(benda: Any, nama: str) -> Any:
    if isinstance(benda, type) and issubclass(benda, Model):
        for batasan in benda._meta.constraints:
            if batasan.name == nama:
                return batasan
        try:
            return benda._meta.get_field(nama)
        except FieldDoesNotExist:
            pass
    if nama in getattr(benda, "__dataclass_fields__", {}):
        return benda.__dataclass_fields__[nama]
    return getattr(benda, nama)


@cache
def fungsi_uji(berkas: str) -> frozenset[str]:
    """Return the names of the test functions of a file."""
    pohon = ast.parse((AKAR / "tests" / berkas).read_text(encoding="utf-8"))
    return frozenset(n.name for n in pohon.body if isinstance(n, ast.FunctionDef))


def test_every_row_of_the_audit_stands_once():
    assert len(SEMUA) == 87
    assert [b.nomor for b in BARIS] == SEMUA


def test_the_counts_on_the_page_are_those_of_its_rows():
    jumlah = Counter(b.cara for b in BARIS)
    tertulis = re.search(
        r"Mustahil (\d+), ditemukan (\d+), bekas konversi (\d+); seluruhnya (\d+)\.", HALAMAN
    )
    assert tertulis is not None
    assert [int(x) for x in tertulis.groups()] == [*(jumlah[c] for c in CARA), len(BARIS)]


def test_the_page_names_no_place_outside_the_project():
    assert "../shared" not in HALAMAN


@MASING
def test_a_row_says_what_and_how(baris):
    assert baris.temuan.strip()
    assert baris.cara in CARA
    if baris.cara == "ditemukan":
        assert baris.pemeriksaan
    if baris.cara == "mustahil":
        assert baris.tempat
        assert [u for u in baris.uji if not u.startswith("pelaporan/periksa/")]
    if baris.cara != "bekas konversi":
        assert baris.uji


@MASING
def test_every_named_check_is_registered_and_tested(baris):
    for kode in baris.pemeriksaan:
        assert kode in KODE
        assert (AKAR / "tests" / "pelaporan" / "periksa" / f"test_{kode}.py").is_file()


@MASING
def test_every_named_place_is_there(baris):
    for nama in baris.tempat:
        assert cari_tempat(nama) is not None


@MASING
def test_every_named_test_is_there(baris):
    for nama in baris.uji:
        berkas, _, fungsi = nama.partition("::")
        assert fungsi in fungsi_uji(berkas), nama


@MASING
def test_what_is_said_to_be_found_is_found_by_a_test_of_its_check_or_of_its_sentence(baris):
    """The first check of a row is proven in its own file, or with the sample's own claims and sentences."""
    if baris.cara != "ditemukan":
        return
    berkas = {u.partition("::")[0] for u in baris.uji}
    milik = {f"pelaporan/periksa/test_{k}.py" for k in baris.pemeriksaan}
    umum = {"pelaporan/periksa/test_kalimat.py", "pelaporan/test_seperti_terbit.py"}
    assert berkas & (milik | umum)


def test_a_place_that_is_not_there_is_noticed():
    for nama in ("sakip.umum.angka.parse_nomor", "kinerja.models.TargetPK.tiada_unik", "tiada.sama.sekali"):
        with pytest.raises((AttributeError, LookupError)):
            cari_tempat(nama)


def rujukan(sumber: str) -> set[str]:
    """Return the rows that a source names: "audit contoh P1 sampai P3", "audit contoh N5, N6"."""
    ekor = sumber.partition("audit contoh")[2]
    nomor = set(re.findall(r"\b([NTKPSRA]\d{1,2})\b", ekor))
    if m := re.search(r"\b([A-Z])(\d+) sampai [A-Z]?(\d+)", ekor):
        nomor |= {f"{m[1]}{n}" for n in range(int(m[2]), int(m[3]) + 1)}
    return nomor


@pytest.mark.parametrize("p", DAFTAR, ids=[p.kode for p in DAFTAR])
def test_the_rows_that_a_check_names_as_its_source_name_the_check(p):
    pada = {b.nomor for b in BARIS if p.kode in b.pemeriksaan}
    assert sorted(rujukan(p.sumber) - pada) == []


def test_every_check_has_a_test_file():
    ada = {f.stem.removeprefix("test_") for f in (AKAR / "tests" / "pelaporan" / "periksa").glob("test_*.py")}
    assert sorted(KODE - ada) == []
