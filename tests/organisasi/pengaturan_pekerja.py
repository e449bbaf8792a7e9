"""Settings of a worker process that knows the kind of upload of the tests."""

from sakip.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "tests.organisasi.aplikasi.AplikasiUji"]  # noqa: F405
