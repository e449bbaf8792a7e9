"""docs/dependensi.md gives a reason for every direct dependency; the locks hold hashes and no address."""

import re

import pytest
from django.conf import settings

AKAR = settings.BASE_DIR


def _diminta(berkas: str) -> set[str]:
    isi = (AKAR / berkas).read_text(encoding="utf-8")
    return {m.lower() for m in re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", isi, re.M)}


def test_every_direct_dependency_has_its_line_of_reason():
    dokumen = (AKAR / "docs/dependensi.md").read_text(encoding="utf-8")
    beralasan = [m.lower() for m in re.findall(r"^\| `([^`]+)` \| \S.{10,} \|$", dokumen, re.M)]
    assert len(beralasan) == len(set(beralasan))
    assert set(beralasan) == _diminta("requirements.in") | _diminta("requirements-dev.in")


@pytest.mark.parametrize(
    ("masukan", "kunci"),
    [("requirements.in", "requirements.txt"), ("requirements-dev.in", "requirements-dev.txt")],
)
def test_the_lock_pins_every_direct_dependency_by_hash_without_an_address(masukan, kunci):
    isi = (AKAR / kunci).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--index|--find-links|file:", isi)
    butir = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==\S+.*?(?=^\S|\Z)", isi, re.M | re.S)
    blok = re.split(r"^(?=[A-Za-z0-9])", isi, flags=re.M)[1:]
    assert len(blok) == len(butir)
    assert all("--hash=sha256:" in satu for satu in blok)
    assert _diminta(masukan) <= {x.lower() for x in butir}
