"""What the docs say of the code is the code's."""

import pytest
from django.conf import settings

from pelaporan.management.commands.gambar_arsitektur import HALAMAN
from sakip.umum.diagram import replace_diagram


def test_the_diagram_is_current():
    teks = (settings.BASE_DIR / "docs" / "arsitektur.md").read_text(encoding="utf-8")
    assert replace_diagram(teks) == teks, "jalankan manage.py gambar_arsitektur"


@pytest.mark.parametrize("nama", HALAMAN)
def test_a_page_made_from_the_code_is_current(nama):
    teks = (settings.BASE_DIR / "docs" / nama).read_text(encoding="utf-8")
    assert HALAMAN[nama]() == teks, "jalankan manage.py gambar_arsitektur"
