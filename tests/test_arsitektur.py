"""What the docs say of the code is the code's."""

from django.conf import settings

from pelaporan.dokumen_konteks import build_dokumen
from sakip.umum.diagram import replace_diagram


def test_the_diagram_is_current():
    teks = (settings.BASE_DIR / "docs" / "arsitektur.md").read_text(encoding="utf-8")
    assert replace_diagram(teks) == teks, "jalankan manage.py gambar_arsitektur"


def test_every_key_of_the_json_is_described():
    teks = (settings.BASE_DIR / "docs" / "konteks.md").read_text(encoding="utf-8")
    assert build_dokumen() == teks, "jalankan manage.py gambar_arsitektur"
