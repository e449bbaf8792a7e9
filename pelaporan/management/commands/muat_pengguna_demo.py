"""Makes the account with which the demonstration is looked at."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAMA = "demo"
SANDI = "peragaan-2024"  # the script prints it: an account for the demonstration, not a secret


class Command(BaseCommand):
    """``manage.py muat_pengguna_demo``."""

    help = "Buat akun peragaan bila belum ada; akun yang sudah ada tidak diubah."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the login, or that its password is no longer ours to print."""
        model = get_user_model()
        pengguna = model.objects.filter(username=NAMA).first()
        if pengguna is None:
            pengguna = model.objects.create_superuser(
                NAMA, "", SANDI, first_name="Akun", last_name="Peragaan"
            )
        if pengguna.check_password(SANDI):
            self.stdout.write(f"Akun peragaan: {NAMA}, kata sandi: {SANDI}")
        else:
            self.stdout.write(f"Akun peragaan: {NAMA}, kata sandinya sudah diganti.")
