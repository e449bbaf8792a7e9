"""docs/glosarium.md knows every model and every word of a field's name."""

import re

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractUser

from sakip.umum.diagram import APP
from sakip.umum.riwayat import AsalRiwayat

TEKS = (settings.BASE_DIR / "docs" / "glosarium.md").read_text(encoding="utf-8")


def _riwayat(model):
    return issubclass(model, AsalRiwayat)


def _model():
    return [m for app in APP for m in apps.get_app_config(app).get_models() if not _riwayat(m)]


def test_every_model_stands_in_the_glossary():
    di_kode = set(re.findall(r"`(\w+)`", TEKS))
    assert {m.__name__ for m in _model()} - di_kode == set()


def test_every_word_of_a_field_name_stands_in_the_list():
    daftar = set(TEKS.split("## Words in field names")[1].split())
    bawaan = {f.name for f in AbstractUser._meta.get_fields()}
    kata = {
        k
        for m in _model()
        for f in m._meta.concrete_fields
        if f.name not in bawaan and f.name != "id"
        for k in f.name.split("_")
    }
    assert kata - daftar == set()
