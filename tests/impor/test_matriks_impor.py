"""Who may open which page of an import; read as tests/test_matriks_url.py, in the order of ORANG."""

from __future__ import annotations

import pytest

from tests.impor.panggung import alamat
from tests.impor.test_admin_impor import MODEL, nama
from tests.matriks import ORANG, minta

pytestmark = pytest.mark.django_db
HAK = {  # what GET gives, what POST gives: only who writes such rows
    "import": ("llxxxxxxvv", "llxxxxxxvv"),
    "import_templat": ("llxxxxxxvv", "llxxxxxxvv"),
    "process_import": ("llmmmmmmmm", "llxxxxxxrr"),
}


@pytest.mark.parametrize("model", MODEL, ids=nama)
def test_what_each_person_gets(dunia, model):
    for halaman, (dapat, kirim) in HAK.items():
        a = alamat(model, halaman)
        assert "".join(minta(dunia, o, a, "get") for o in ORANG) == dapat, halaman
        assert "".join(minta(dunia, o, a, "post") for o in ORANG) == kirim, halaman
