"""Choices of renstra."""

from django.db.models import IntegerChoices, TextChoices


class SumberNode(TextChoices):
    """Which document knows a tujuan or sasaran."""

    RENSTRA = "renstra", "Renstra"
    SK_IKU = "sk_iku", "SK Penetapan IKU"


class CakupanIsu(TextChoices):
    """Whether an issue is of the whole Renstra or handled in one year."""

    RENSTRA = "renstra", "Isu strategis Renstra"
    TAHUN = "tahun", "Isu yang ditangani tahun ini"


class AspekIsu(TextChoices):
    """Aspects under which the Renstra looks at issues (Permendagri 86/2017)."""

    PELAYANAN = "pelayanan", "Gambaran pelayanan perangkat daerah"
    RENSTRA_ATASAN = "renstra_atasan", "Sasaran jangka menengah pada Renstra K/L dan provinsi"
    TATA_RUANG = "tata_ruang", "Rencana tata ruang wilayah"
    LAINNYA = "lainnya", "Lainnya"


class TingkatNomenklatur(IntegerChoices):
    """Levels of the nomenclature (Permendagri 90/2019)."""

    URUSAN = 1, "Urusan"
    BIDANG = 2, "Bidang urusan"
    PROGRAM = 3, "Program"
    KEGIATAN = 4, "Kegiatan"
    SUB_KEGIATAN = 5, "Sub kegiatan"
