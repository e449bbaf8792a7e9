"""One cast for each module of tests here; every test is rolled back."""

import pytest
from django.db import transaction

from tests.anggaran.sipd.panggung_sipd import Panggung
from tests.pemeran import Pemeran


@pytest.fixture(scope="module")
def dunia_sipd(django_db_setup, django_db_blocker):
    """The cast with its two offices."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Panggung(Pemeran())
        transaction.set_rollback(True)


@pytest.fixture
def panggung(dunia_sipd):
    return dunia_sipd
