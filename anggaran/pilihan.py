"""Choices of anggaran."""

from django.db.models import IntegerChoices, TextChoices


class JenisDPA(TextChoices):
    """Kinds of DPA version (Permendagri 77/2020)."""

    MURNI = "murni", "Murni"
    PERGESERAN = "pergeseran", "Pergeseran"
    PERUBAHAN = "perubahan", "Perubahan"


class TingkatAnggaran(IntegerChoices):
    """The level at which the budget of a programme is recorded: one level for a programme."""

    PROGRAM = 1, "Program"
    KEGIATAN = 2, "Kegiatan"
    SUB_KEGIATAN = 3, "Sub kegiatan"


class PeriodeAnggaran(TextChoices):
    """Period of a budget realisation: a quarter, or the whole year where only that is known."""

    TW1 = "tw1", "Triwulan I"
    TW2 = "tw2", "Triwulan II"
    TW3 = "tw3", "Triwulan III"
    TW4 = "tw4", "Triwulan IV"
    TAHUN = "tahun", "Setahun"
