"""Models of renstra: the medium-term plan of the government and of its offices, and the programmes."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from organisasi.models import DasarHukum, PemerintahDaerah, PerangkatDaerah, UnitKerja
from organisasi.pilihan import ADMIN, PERENCANA, PERENCANA_DAN_ADMIN
from renstra.pilihan import AspekIsu, CakupanIsu, SumberNode, TingkatNomenklatur
from sakip.umum.lingkup import Lingkup, Tercatat
from sakip.umum.ranah import TahunField, tepat_satu


class PeriodePerencanaan(Tercatat):
    """A planning period of a government with its RPJMD: visi and the years that have targets.

    A period 2021-2026 may have Renstra targets only for 2022 to 2026; "tahun ke-n" counts from the
    first target year (Permendagri 86/2017).
    """

    lingkup = Lingkup(pemda="pemda", penulis=ADMIN)
    pemda = models.ForeignKey(PemerintahDaerah, models.PROTECT, verbose_name="pemerintah daerah")
    tahun_awal = TahunField("tahun awal")
    tahun_akhir = TahunField("tahun akhir")
    tahun_target_awal = TahunField("tahun target pertama")
    tahun_target_akhir = TahunField("tahun target terakhir")
    visi = models.TextField("visi", blank=True)
    dasar_hukum = models.ForeignKey(
        DasarHukum, models.PROTECT, verbose_name="dasar hukum RPJMD", null=True, blank=True
    )

    class Meta:
        verbose_name = "periode perencanaan"
        verbose_name_plural = "periode perencanaan"
        ordering = ["pemda", "-tahun_awal"]
        constraints = [
            models.UniqueConstraint(fields=["pemda", "tahun_awal"], name="periode_unik"),
            models.CheckConstraint(
                name="periode_tahun_urut",
                condition=Q(
                    tahun_awal__lte=F("tahun_target_awal"),
                    tahun_target_awal__lte=F("tahun_target_akhir"),
                    tahun_target_akhir__lte=F("tahun_akhir"),
                ),
                violation_error_message="Tahun target harus berada di dalam periode dan berurutan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pemda} {self.nama}"

    @property
    def nama(self) -> str:
        """ "2021-2026"."""
        return f"{self.tahun_awal}-{self.tahun_akhir}"

    @property
    def tahun_target(self) -> tuple[int, ...]:
        """The years that have Renstra targets."""
        return tuple(range(self.tahun_target_awal, self.tahun_target_akhir + 1))


class Misi(Tercatat):
    """A misi of the RPJMD."""

    lingkup = Lingkup(pemda="periode__pemda", penulis=ADMIN)
    periode = models.ForeignKey(
        PeriodePerencanaan, models.CASCADE, verbose_name="periode", related_name="misi"
    )
    nomor = models.PositiveSmallIntegerField("nomor")
    uraian = models.TextField("uraian")

    class Meta:
        verbose_name = "misi RPJMD"
        verbose_name_plural = "misi RPJMD"
        ordering = ["periode", "nomor"]
        constraints = [models.UniqueConstraint(fields=["periode", "nomor"], name="misi_nomor_unik")]

    def __str__(self) -> str:
        return f"Misi {self.nomor}: {self.uraian[:60]}"


class TujuanRPJMD(Tercatat):
    """A tujuan of the RPJMD under a misi."""

    lingkup = Lingkup(pemda="misi__periode__pemda", penulis=ADMIN)
    misi = models.ForeignKey(Misi, models.CASCADE, verbose_name="misi", related_name="tujuan")
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.TextField("uraian")

    class Meta:
        verbose_name = "tujuan RPJMD"
        verbose_name_plural = "tujuan RPJMD"
        ordering = ["misi", "urutan"]
        constraints = [models.UniqueConstraint(fields=["misi", "urutan"], name="tujuan_rpjmd_urutan_unik")]

    def __str__(self) -> str:
        return self.uraian[:80]


class SasaranRPJMD(Tercatat):
    """A sasaran of the RPJMD; a sasaran of an office supports one."""

    lingkup = Lingkup(pemda="tujuan__misi__periode__pemda", penulis=ADMIN)
    tujuan = models.ForeignKey(TujuanRPJMD, models.CASCADE, verbose_name="tujuan", related_name="sasaran")
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.TextField("uraian")

    class Meta:
        verbose_name = "sasaran RPJMD"
        verbose_name_plural = "sasaran RPJMD"
        ordering = ["tujuan", "urutan"]
        constraints = [models.UniqueConstraint(fields=["tujuan", "urutan"], name="sasaran_rpjmd_urutan_unik")]

    def __str__(self) -> str:
        return self.uraian[:80]


class IndikatorRPJMD(Tercatat):
    """An indicator of the RPJMD. The sample prints them by tujuan, other documents by sasaran."""

    lingkup = Lingkup(
        pemda=("tujuan__misi__periode__pemda", "sasaran__tujuan__misi__periode__pemda"), penulis=ADMIN
    )
    tujuan = models.ForeignKey(
        TujuanRPJMD, models.CASCADE, verbose_name="tujuan", null=True, blank=True, related_name="indikator"
    )
    sasaran = models.ForeignKey(
        SasaranRPJMD, models.CASCADE, verbose_name="sasaran", null=True, blank=True, related_name="indikator"
    )
    urutan = models.PositiveSmallIntegerField("urutan")
    nama = models.CharField("nama", max_length=200)

    class Meta:
        verbose_name = "indikator RPJMD"
        verbose_name_plural = "indikator RPJMD"
        ordering = ["tujuan", "sasaran", "urutan"]
        constraints = [
            tepat_satu("indikator_rpjmd_satu_induk", "tujuan", "sasaran"),
            models.UniqueConstraint(fields=["tujuan", "nama"], name="indikator_rpjmd_tujuan_unik"),
            models.UniqueConstraint(fields=["sasaran", "nama"], name="indikator_rpjmd_sasaran_unik"),
        ]

    def __str__(self) -> str:
        return self.nama


class Renstra(Tercatat):
    """The strategic plan of an office in a period (Permendagri 86/2017)."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA_DAN_ADMIN)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="renstra"
    )
    periode = models.ForeignKey(PeriodePerencanaan, models.PROTECT, verbose_name="periode")

    class Meta:
        verbose_name = "renstra"
        verbose_name_plural = "renstra"
        ordering = ["perangkat_daerah", "-periode__tahun_awal"]
        constraints = [models.UniqueConstraint(fields=["perangkat_daerah", "periode"], name="renstra_unik")]

    def __str__(self) -> str:
        return f"Renstra {self.perangkat_daerah} {self.periode.nama}"


class VersiRenstra(Tercatat):
    """A version of the Renstra: 0 murni, then perubahan 1..n, each with its legal basis.

    ``mulai_tahun`` is the first year whose targets this version sets.
    """

    lingkup = Lingkup(kantor="renstra__perangkat_daerah", penulis=PERENCANA_DAN_ADMIN)
    renstra = models.ForeignKey(Renstra, models.CASCADE, verbose_name="renstra", related_name="versi")
    nomor = models.PositiveSmallIntegerField("perubahan ke", help_text="0 untuk renstra murni.")
    mulai_tahun = TahunField("berlaku mulai tahun")
    dasar_hukum = models.ForeignKey(
        DasarHukum, models.PROTECT, verbose_name="dasar hukum", null=True, blank=True
    )

    class Meta:
        verbose_name = "versi renstra"
        verbose_name_plural = "versi renstra"
        ordering = ["renstra", "nomor"]
        constraints = [models.UniqueConstraint(fields=["renstra", "nomor"], name="versi_renstra_unik")]

    def __str__(self) -> str:
        nama = f"perubahan {self.nomor}" if self.nomor else "murni"
        return f"{self.renstra} ({nama})"


class Tujuan(Tercatat):
    """A tujuan of an office."""

    lingkup = Lingkup(kantor="renstra__perangkat_daerah", penulis=PERENCANA)
    renstra = models.ForeignKey(Renstra, models.CASCADE, verbose_name="renstra", related_name="tujuan")
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.TextField("uraian")

    class Meta:
        verbose_name = "tujuan"
        verbose_name_plural = "tujuan"
        ordering = ["renstra", "urutan"]
        constraints = [models.UniqueConstraint(fields=["renstra", "urutan"], name="tujuan_urutan_unik")]

    def __str__(self) -> str:
        return self.uraian[:80]


class Sasaran(Tercatat):
    """A sasaran strategis of an office, and the RPJMD sasaran that it supports.

    ``sumber`` SK_IKU marks a sasaran that only the IKU decree knows: it may stand without a tujuan
    and never enters Tabel 2.2.
    """

    lingkup = Lingkup(kantor="renstra__perangkat_daerah", penulis=PERENCANA)
    renstra = models.ForeignKey(Renstra, models.CASCADE, verbose_name="renstra", related_name="sasaran")
    tujuan = models.ForeignKey(
        Tujuan, models.PROTECT, verbose_name="tujuan", null=True, blank=True, related_name="sasaran"
    )
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.TextField("uraian")
    sumber = models.CharField("sumber", max_length=10, choices=SumberNode.choices, default=SumberNode.RENSTRA)
    sasaran_rpjmd = models.ForeignKey(
        SasaranRPJMD,
        models.PROTECT,
        verbose_name="sasaran RPJMD yang didukung",
        null=True,
        blank=True,
        related_name="didukung_oleh",
    )
    program: models.ManyToManyField[Program, SasaranProgram] = models.ManyToManyField(
        "Program", through="SasaranProgram", related_name="sasaran_didukung"
    )

    class Meta:
        verbose_name = "sasaran"
        verbose_name_plural = "sasaran"
        ordering = ["renstra", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["renstra", "urutan"], name="sasaran_urutan_unik"),
            models.CheckConstraint(
                name="sasaran_renstra_punya_tujuan",
                condition=Q(tujuan__isnull=False) | Q(sumber=SumberNode.SK_IKU),
                violation_error_message="Sasaran Renstra harus berada di bawah sebuah tujuan.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian[:80]

    def clean(self) -> None:
        """Refuse a tujuan of another Renstra."""
        if self.tujuan and self.tujuan.renstra_id != self.renstra_id:
            raise ValidationError({"tujuan": "Tujuan ini milik Renstra lain."})


class IsuStrategis(Tercatat):
    """A strategic issue of an office: of its Renstra, or handled in one year (53/2014, Bab I)."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA)
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="isu"
    )
    tahun = TahunField("tahun laporan")
    cakupan = models.CharField("cakupan", max_length=8, choices=CakupanIsu.choices)
    aspek = models.CharField("aspek", max_length=16, choices=AspekIsu.choices, default=AspekIsu.LAINNYA)
    urutan = models.PositiveSmallIntegerField("urutan")
    uraian = models.TextField("uraian")

    class Meta:
        verbose_name = "isu strategis"
        verbose_name_plural = "isu strategis"
        ordering = ["perangkat_daerah", "-tahun", "cakupan", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "tahun", "cakupan", "urutan"], name="isu_urutan_unik"
            )
        ]

    def __str__(self) -> str:
        return self.uraian[:80]


class Nomenklatur(Tercatat):
    """A row of the national nomenclature, versioned by regulation (Permendagri 90/2019 and updates).

    ``kode`` has the shape with four digits at a sub kegiatan (7.01.01.2.01.0001); ``kode_lama`` the
    older shape with two. ``sumber`` holds the letters of docs/nomenklatur.md; a row that is not
    ``terkonfirmasi`` was shortened or seen in one secondary source only.
    """

    lingkup = Lingkup(penulis=ADMIN)
    dasar_hukum = models.ForeignKey(DasarHukum, models.PROTECT, verbose_name="dasar hukum")
    mulai_tahun = TahunField("berlaku mulai tahun")
    tingkat = models.PositiveSmallIntegerField("tingkat", choices=TingkatNomenklatur.choices)
    kode = models.CharField("kode", max_length=24)
    kode_lama = models.CharField("kode bentuk lama", max_length=24, blank=True)
    nama = models.TextField("nama")
    indikator = models.TextField("indikator keluaran", blank=True)
    satuan = models.CharField("satuan", max_length=40, blank=True)
    sumber = models.CharField("sumber", max_length=10, blank=True)
    terkonfirmasi = models.BooleanField("terkonfirmasi", default=True)

    class Meta:
        verbose_name = "nomenklatur"
        verbose_name_plural = "nomenklatur"
        ordering = ["dasar_hukum", "kode"]
        constraints = [models.UniqueConstraint(fields=["dasar_hukum", "kode"], name="nomenklatur_kode_unik")]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama[:70]}"


class NodeProgram(Tercatat):
    """What Program, Kegiatan and SubKegiatan share: a nomenclature row, what it should bring, its unit."""

    nomenklatur = models.ForeignKey(Nomenklatur, models.PROTECT, verbose_name="nomenklatur")
    sasaran_teks = models.TextField("sasaran", blank=True, help_text="Hasil yang diharapkan.")
    unit = models.ForeignKey(
        UnitKerja, models.SET_NULL, verbose_name="unit penanggung jawab", null=True, blank=True
    )
    tingkat_nomenklatur: TingkatNomenklatur

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    @property
    def kode(self) -> str:
        """Official code."""
        return self.nomenklatur.kode

    @property
    def nama(self) -> str:
        """Official name: from the nomenclature, never typed."""
        return self.nomenklatur.nama

    def clean(self) -> None:
        """Refuse a nomenclature row of another level."""
        if self.nomenklatur_id and self.nomenklatur.tingkat != self.tingkat_nomenklatur:
            raise ValidationError(
                {"nomenklatur": f"Pilih kode tingkat {self.tingkat_nomenklatur.label.lower()}."}
            )


class Program(NodeProgram):
    """A programme of an office in one year."""

    lingkup = Lingkup(kantor="perangkat_daerah", penulis=PERENCANA)
    tingkat_nomenklatur = TingkatNomenklatur.PROGRAM
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", related_name="program"
    )
    tahun = TahunField("tahun")

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "program"
        ordering = ["perangkat_daerah", "-tahun", "nomenklatur__kode"]
        constraints = [
            models.UniqueConstraint(fields=["perangkat_daerah", "tahun", "nomenklatur"], name="program_unik")
        ]


class Kegiatan(NodeProgram):
    """A kegiatan of a programme."""

    lingkup = Lingkup(kantor="program__perangkat_daerah", penulis=PERENCANA)
    tingkat_nomenklatur = TingkatNomenklatur.KEGIATAN
    program = models.ForeignKey(Program, models.CASCADE, verbose_name="program", related_name="kegiatan")

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["program", "nomenklatur__kode"]
        constraints = [models.UniqueConstraint(fields=["program", "nomenklatur"], name="kegiatan_unik")]


class SubKegiatan(NodeProgram):
    """A sub kegiatan of a kegiatan."""

    lingkup = Lingkup(kantor="kegiatan__program__perangkat_daerah", penulis=PERENCANA)
    tingkat_nomenklatur = TingkatNomenklatur.SUB_KEGIATAN
    kegiatan = models.ForeignKey(
        Kegiatan, models.CASCADE, verbose_name="kegiatan", related_name="sub_kegiatan"
    )

    class Meta:
        verbose_name = "sub kegiatan"
        verbose_name_plural = "sub kegiatan"
        ordering = ["kegiatan", "nomenklatur__kode"]
        constraints = [models.UniqueConstraint(fields=["kegiatan", "nomenklatur"], name="sub_kegiatan_unik")]


class SasaranProgram(Tercatat):
    """Which share of a programme's budget serves which sasaran.

    The shares of a programme sum to at most 100 (a trigger holds it), so that no rupiah is counted
    twice; what is left prints as "belum dipetakan".
    """

    lingkup = Lingkup(kantor="program__perangkat_daerah", penulis=PERENCANA)
    sasaran = models.ForeignKey(Sasaran, models.CASCADE, verbose_name="sasaran", related_name="peta_program")
    program = models.ForeignKey(Program, models.CASCADE, verbose_name="program", related_name="peta_sasaran")
    porsi_persen = models.DecimalField(
        "porsi anggaran (%)",
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    class Meta:
        verbose_name = "program pendukung sasaran"
        verbose_name_plural = "program pendukung sasaran"
        ordering = ["sasaran", "program"]
        constraints = [
            models.UniqueConstraint(fields=["sasaran", "program"], name="sasaran_program_unik"),
            models.CheckConstraint(
                name="porsi_0_sampai_100", condition=Q(porsi_persen__gte=0, porsi_persen__lte=100)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.program.kode}: {self.porsi_persen}% untuk {self.sasaran}"

    def clean(self) -> None:
        """Refuse shares of one programme that sum to more than 100."""
        if self.program_id and self.porsi_persen is not None:
            lain = SasaranProgram.objects.filter(program_id=self.program_id).exclude(pk=self.pk)
            if sum((p.porsi_persen for p in lain), self.porsi_persen) > 100:
                raise ValidationError({"porsi_persen": "Jumlah porsi program ini melebihi 100%."})
