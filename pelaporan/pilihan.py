"""Choices of pelaporan."""

from django.db.models import TextChoices

from pelaporan.kerangka import BAGIAN_NARASI


class StatusLaporan(TextChoices):
    """State of a report. Later acts (ajukan, sahkan) add to it."""

    DRAF = "draf", "Draf"


class JenisLampiran(TextChoices):
    """An uploaded appendix, or a recorded "there is none"."""

    BERKAS = "berkas", "Berkas"
    TIDAK_ADA = "tidak_ada", "Tidak ada"


class SumberRekomendasi(TextChoices):
    """Where a recommendation comes from."""

    LHE = "lhe", "LHE AKIP"
    LHR = "lhr", "LHR LKjIP"


class StatusTindakLanjut(TextChoices):
    """How far a recommendation was followed."""

    SELESAI = "selesai", "Selesai"
    PROSES = "proses", "Dalam proses"
    BELUM = "belum", "Belum ditindaklanjuti"


class AsalTawaran(TextChoices):
    """Where an offered text comes from."""

    DRAF = "draf", "Draf dari angka"
    TAHUN_LALU = "tahun_lalu", "Tulisan tahun lalu"


class KeadaanNarasi(TextChoices):
    """How far a section is."""

    KOSONG = "kosong", "Kosong"
    DRAF = "draf", "Draf"
    SIAP = "siap", "Siap"


class JenisTanggapan(TextChoices):
    """What was answered to a finding."""

    ALASAN = "alasan", "Alasan"
    PENGECUALIAN = "pengecualian", "Pengecualian"


class JawabanYaTidak(TextChoices):
    """A person's answer to a criterion."""

    YA = "ya", "Ya"
    TIDAK = "tidak", "Tidak"


def pilihan_bagian() -> list[tuple[str, str]]:
    """Return the sections that a person writes, for choices (callable: no migration when one is added)."""
    return list(BAGIAN_NARASI)
