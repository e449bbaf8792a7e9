"""Choices of kinerja. Those with arithmetic behind them mirror the enums of ``kinerja.rumus``."""

from django.db.models import TextChoices

from kinerja import rumus


class ArahIndikator(TextChoices):
    """Polarity."""

    MAKIN_TINGGI = rumus.Arah.MAKIN_TINGGI.value, "Makin tinggi makin baik"
    MAKIN_RENDAH = rumus.Arah.MAKIN_RENDAH.value, "Makin rendah makin baik"
    RENTANG = rumus.Arah.RENTANG.value, "Di dalam rentang"


class RumusRendah(TextChoices):
    """Formula for lower-is-better."""

    SELISIH = rumus.RumusMakinRendah.SELISIH.value, "(2 x target - realisasi) / target"
    RASIO = rumus.RumusMakinRendah.RASIO.value, "target / realisasi"


class MetodePeriode(TextChoices):
    """How the values of a year's periods become the year's value."""

    JUMLAH = rumus.MetodeTriwulan.JUMLAH.value, "Jumlah"
    AKHIR = rumus.MetodeTriwulan.AKHIR.value, "Nilai periode terakhir"
    RATA_RATA = rumus.MetodeTriwulan.RATA_RATA.value, "Rata-rata"
    MAKSIMUM = rumus.MetodeTriwulan.MAKSIMUM.value, "Nilai tertinggi"
    RASIO_JUMLAH = rumus.MetodeTriwulan.RASIO_JUMLAH.value, "Jumlah pembilang / jumlah penyebut x 100"


class JenisNilai(TextChoices):
    """What kind of value an indicator has."""

    ANGKA = "angka", "Angka"
    PERSEN = "persen", "Persentase"
    INDEKS = "indeks", "Indeks"
    RUPIAH = "rupiah", "Rupiah"
    PREDIKAT = "predikat", "Predikat"


class Frekuensi(TextChoices):
    """How often a value is asked in the year."""

    TRIWULAN = "triwulan", "Triwulanan"
    SEMESTER = "semester", "Semesteran"
    TAHUNAN = "tahunan", "Tahunan"


class Periode(TextChoices):
    """A period of measurement."""

    TW1 = "tw1", "TW I"
    TW2 = "tw2", "TW II"
    TW3 = "tw3", "TW III"
    TW4 = "tw4", "TW IV"
    S1 = "s1", "Semester I"
    S2 = "s2", "Semester II"
    TAHUN = "tahun", "Setahun"


PERIODE_FREKUENSI = {
    Frekuensi.TRIWULAN: (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4),
    Frekuensi.SEMESTER: (Periode.S1, Periode.S2),
    Frekuensi.TAHUNAN: (Periode.TAHUN,),
}


class CaraUkur(TextChoices):
    """A year is measured by period or by one annual value, never both."""

    PERIODE = "periode", "Per periode"
    SETAHUN = "setahun", "Satu nilai setahun"


class AkumulasiRenstra(TextChoices):
    """How a yearly value stands against the target at the end of the Renstra (Tabel 3.4)."""

    TAHUNAN = "tahunan", "Nilai tahun berjalan"
    KUMULATIF = "kumulatif", "Jumlah sejak tahun pertama"


class JenisPembanding(TextChoices):
    """What a benchmark is."""

    NASIONAL = "nasional", "Standar nasional"
    PROVINSI = "provinsi", "Provinsi"
    KABUPATEN = "kabupaten", "Kabupaten/kota"
    KECAMATAN = "kecamatan", "Kecamatan lain"
    TIDAK_ADA = "tidak_ada", "Tidak ada pembanding"


class AlasanPerubahanPK(TextChoices):
    """The three cases in which a PK may be revised (PermenPANRB 53/2014)."""

    PEJABAT = "pejabat", "Pergantian atau mutasi pejabat"
    STRATEGI = "strategi", "Perubahan strategi: program, kegiatan, atau alokasi anggaran"
    PRIORITAS = "prioritas", "Perubahan prioritas atau asumsi yang berakibat signifikan"


class MetodeSkala(TextChoices):
    """How a value between two classes is graded."""

    AMBANG = "ambang", "Ambang bawah, sebelum dibulatkan"
    BULATKAN = "bulatkan", "Dibulatkan ke bilangan bulat lebih dahulu"


class PersenProgram(TextChoices):
    """How a programme's own percentage comes from its sub kegiatan."""

    RASIO = "rasio", "Rasio jumlah"
    RERATA = "rerata", "Rata-rata persentase"


class AturanEfisiensiPilihan(TextChoices):
    """Rule of efficiency."""

    RASIO = "rasio", "Capaian / serapan"
    SELISIH = "selisih", "Capaian - serapan"
    SISA_ANGGARAN = "sisa_anggaran", "100% - serapan bila capaian 100% atau lebih"


class PeringatanPK(TextChoices):
    """What a PK is warned of when it is set; a reason is stored for each."""

    TERLAMBAT = "terlambat", "Lewat satu bulan sejak DPA disahkan"
    DI_BAWAH_RENSTRA = "di_bawah_renstra", "Target lebih lemah daripada target Renstra"
    LUAR_RENSTRA = "luar_renstra", "Indikator tidak ada dalam Renstra"


class Tahap(TextChoices):
    """Steps of the measurement of a unit in a quarter. Without a step a quarter is being filled."""

    DIKIRIM = "dikirim", "Dikirim"
    DIPERIKSA = "diperiksa", "Diperiksa"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DISETUJUI = "disetujui", "Disetujui"
    DIBUKA = "dibuka", "Dibuka kembali"


class Keputusan(TextChoices):
    """Answer of the admin kabupaten to a request."""

    MENUNGGU = "menunggu", "Menunggu keputusan"
    DITERIMA = "diterima", "Diterima"
    DITOLAK = "ditolak", "Ditolak"


# The quarter in which a period is asked: semester in TW II and IV, tahunan in TW IV.
TRIWULAN_PERIODE = {
    Periode.TW1: 1,
    Periode.TW2: 2,
    Periode.S1: 2,
    Periode.TW3: 3,
    Periode.TW4: 4,
    Periode.S2: 4,
    Periode.TAHUN: 4,
}
NAMA_TRIWULAN = {1: "Triwulan I", 2: "Triwulan II", 3: "Triwulan III", 4: "Triwulan IV"}
