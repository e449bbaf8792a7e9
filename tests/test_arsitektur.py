"""The drawing in docs/arsitektur.md is the code's."""

from django.conf import settings

from sakip.umum.diagram import replace_diagram


def test_the_diagram_is_current():
    teks = (settings.BASE_DIR / "docs" / "arsitektur.md").read_text(encoding="utf-8")
    assert replace_diagram(teks) == teks, "jalankan manage.py gambar_arsitektur"
