"""The guides name pictures that are there and sentences that the application says."""

import re

import pytest
from django.conf import settings

AKAR = settings.BASE_DIR
FOLDER = AKAR / "docs" / "panduan"
GAMBAR = re.compile(r"!\[[^\]]+\]\((gambar/[\w-]+\.png)\)")
TAUTAN = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]+)\)")
APP = ("sakip/umum", "organisasi", "renstra", "anggaran", "kinerja", "pelaporan")
BAGIAN = re.compile(r"…|TRUE")


def _panduan():
    return sorted(FOLDER.glob("*.md"))


@pytest.mark.parametrize("panduan", _panduan(), ids=lambda p: p.stem)
def test_pictures_and_links_lead_somewhere(panduan):
    teks = panduan.read_text(encoding="utf-8")
    tujuan = GAMBAR.findall(teks) + TAUTAN.findall(teks)
    assert [t for t in tujuan if not (FOLDER / t).is_file()] == []


def test_every_picture_is_shown_and_is_taken_by_the_script():
    teks = "".join(p.read_text(encoding="utf-8") for p in _panduan())
    ada = {f"gambar/{p.name}" for p in (FOLDER / "gambar").iterdir()}
    assert set(GAMBAR.findall(teks)) == ada
    skrip = "".join(p.read_text(encoding="utf-8") for p in (AKAR / "script").glob("_gambar_*.py"))
    assert {n for n in ada if f'"{n[7:-4]}"' not in skrip} == set()


def _sumber():
    """The sentences of the program: texts that go on in the next line are put together."""
    semua = (p for a in APP for p in (AKAR / a).rglob("*.py") if "migrations" not in p.parts)
    py = [p.read_text(encoding="utf-8") for p in semua]
    return re.sub(r'"\s*\n\s*f?"', "", "\n".join(py))


@pytest.mark.parametrize(("panduan", "paling_sedikit"), [("excel", 40), ("temuan", 8)])
def test_every_message_that_the_guide_explains_is_said_by_the_application(panduan, paling_sedikit):
    teks = (FOLDER / f"{panduan}.md").read_text(encoding="utf-8")
    bagian = teks.split("## 6.")[1].split("## 7.")[0]
    pesan = [b.split("|")[1].strip() for b in bagian.splitlines() if b.startswith("| ")][2:]
    assert len(pesan) >= paling_sedikit
    sumber = _sumber()
    asing = {p: [k for k in map(str.strip, BAGIAN.split(p)) if k and k not in sumber] for p in pesan}
    assert {p: k for p, k in asing.items() if k} == {}
