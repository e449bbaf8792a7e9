"""The coat of arms: kept by the hash that the report names."""

import hashlib
import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from pelaporan.lampiran import ambil_berkas
from tests.pelaporan.kantor_uji import KantorUji, rapi


@pytest.mark.django_db
def test_the_report_names_the_coat_of_arms_by_its_hash_and_finds_it():
    k = KantorUji()
    isi = io.BytesIO()
    Image.new("RGB", (20, 24), "#1d4f91").save(isi, "PNG")
    k.pemda.lambang = ContentFile(isi.getvalue(), name="lambang.png")
    rapi(k.pemda)
    lambang = k.konteks().identitas.lambang
    assert lambang == hashlib.sha256(isi.getvalue()).hexdigest()
    assert ambil_berkas(lambang) == isi.getvalue()
