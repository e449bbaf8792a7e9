"""Choices of organisasi."""

from django.db.models import TextChoices


class JenisPemda(TextChoices):
    """Kinds of regional government (UU 23/2014)."""

    PROVINSI = "provinsi", "Provinsi"
    KABUPATEN = "kabupaten", "Kabupaten"
    KOTA = "kota", "Kota"


class ZonaWaktu(TextChoices):
    """The three time zones of Indonesia."""

    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


class JenisPerangkatDaerah(TextChoices):
    """Kinds of perangkat daerah (PP 18/2016)."""

    KECAMATAN = "kecamatan", "Kecamatan"
    DINAS = "dinas", "Dinas"
    BADAN = "badan", "Badan"
    SEKRETARIAT = "sekretariat", "Sekretariat"
    INSPEKTORAT = "inspektorat", "Inspektorat"


class JenisUnit(TextChoices):
    """Kinds of unit inside an office."""

    PIMPINAN = "pimpinan", "Pimpinan"
    SEKRETARIAT = "sekretariat", "Sekretariat"
    SUB_BAGIAN = "sub_bagian", "Sub bagian"
    BIDANG = "bidang", "Bidang"
    SEKSI = "seksi", "Seksi"
    FUNGSIONAL = "fungsional", "Kelompok jabatan fungsional"


class TingkatJabatan(TextChoices):
    """Level of a jabatan in the chain of mandates."""

    KEPALA_DAERAH = "kepala_daerah", "Kepala daerah"
    KEPALA_PD = "kepala_pd", "Kepala perangkat daerah"
    SEKRETARIS = "sekretaris", "Sekretaris"
    KASI = "kasi", "Kepala seksi"
    KASUBBAG = "kasubbag", "Kepala sub bagian"


class StatusPemangku(TextChoices):
    """How a jabatan is held (UU 30/2014, SE BKN 1/2021)."""

    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Pelaksana tugas (Plt.)"
    PLH = "plh", "Pelaksana harian (Plh.)"
    PJ = "pj", "Penjabat (Pj.)"


class BentukNIP(TextChoices):
    """Form of the employee number."""

    PNS = "pns", "NIP (PNS)"
    PPPK = "pppk", "NI PPPK"


class JenisDasarHukum(TextChoices):
    """Kinds of regulation, in order of rank (UU 12/2011)."""

    UU = "uu", "Undang-Undang"
    PP = "pp", "Peraturan Pemerintah"
    PERPRES = "perpres", "Peraturan Presiden"
    PERMEN = "permen", "Peraturan Menteri"
    KEPMEN = "kepmen", "Keputusan Menteri"
    PERDA = "perda", "Peraturan Daerah"
    PERKADA = "perkada", "Peraturan Kepala Daerah"
    KEPUTUSAN = "keputusan", "Keputusan Kepala Perangkat Daerah"


class Peran(TextChoices):
    """Roles that a Penugasan gives."""

    STAF = "staf", "Staf"
    PENYUSUN = "penyusun", "Penyusun laporan"
    VERIFIKATOR = "verifikator", "Verifikator"
    CAMAT = "camat", "Kepala perangkat daerah"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    ADMIN_KABUPATEN = "admin_kabupaten", "Admin kabupaten"


# Who writes what; the models name these (sakip.umum.lingkup).
PERENCANA = (Peran.VERIFIKATOR.value, Peran.PENYUSUN.value)
ADMIN = (Peran.ADMIN_KABUPATEN.value,)
PERENCANA_DAN_ADMIN = (*PERENCANA, *ADMIN)
PENULIS_UNIT = (*PERENCANA, Peran.STAF.value)
PENGISI = (*PENULIS_UNIT, Peran.CAMAT.value)
PERAN_KABUPATEN = (Peran.INSPEKTORAT.value, Peran.ADMIN_KABUPATEN.value)


class JenisDokumen(TextChoices):
    """Documents that set something for an office."""

    RENSTRA = "renstra", "Renstra"
    RENJA = "renja", "Renja"
    SK_IKU = "sk_iku", "SK Penetapan IKU"
    SK_TIM_SAKIP = "sk_tim_sakip", "SK Tim SAKIP"


class KelompokProfil(TextChoices):
    """Groups of the organisation's profile."""

    GOLONGAN = "golongan", "Pegawai menurut golongan"
    PENDIDIKAN = "pendidikan", "Pegawai menurut pendidikan"
    JENIS_KELAMIN = "jenis_kelamin", "Pegawai menurut jenis kelamin"
    WILAYAH = "wilayah", "Wilayah kerja"


class StatusUnggahan(TextChoices):
    """How far an uploaded file is."""

    ANTRE = "antre", "Menunggu giliran"
    MEMERIKSA = "memeriksa", "Sedang diperiksa"
    SIAP = "siap", "Siap diterapkan"
    DITOLAK = "ditolak", "Ditolak"
    MENERAPKAN = "menerapkan", "Sedang diterapkan"
    SELESAI = "selesai", "Selesai diterapkan"
    GAGAL = "gagal", "Gagal"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


STATUS_BEKERJA = (
    StatusUnggahan.ANTRE.value,
    StatusUnggahan.MEMERIKSA.value,
    StatusUnggahan.MENERAPKAN.value,
)
