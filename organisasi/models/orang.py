"""People: accounts, employees, posts and who holds them when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property

from organisasi.models.perangkat import PemerintahDaerah, PerangkatDaerah, UnitKerja
from organisasi.pilihan import ADMIN, BentukNIP, Peran, StatusPemangku, TingkatJabatan
from sakip.umum.lingkup import Lingkup, LingkupQuerySet, Tercatat
from sakip.umum.nip import BentukNip, NipTidakSah, periksa_nip
from sakip.umum.ranah import tepat_satu
from sakip.umum.teks import format_nip

if TYPE_CHECKING:
    from organisasi.izin import Pelaku


class PengelolaPengguna(UserManager.from_queryset(LingkupQuerySet)):  # type: ignore[misc]
    """Accounts, scoped like every other row."""


class Pengguna(AbstractUser):
    """An account. What it may do comes from its Penugasan, never from this row.

    ``putaran_sesi`` enters the session's hash: raising it ends all sessions of the person.
    """

    lingkup = Lingkup(pemda="pemda", penulis=ADMIN, pembaca=ADMIN)
    pemda = models.ForeignKey(
        PemerintahDaerah, models.PROTECT, verbose_name="pemerintah daerah", null=True, blank=True
    )
    harus_ganti_sandi = models.BooleanField("harus mengganti kata sandi", default=False)
    putaran_sesi = models.PositiveIntegerField("putaran sesi", default=0, editable=False)

    objects = PengelolaPengguna()  # type: ignore[misc]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["username"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def pelaku(self) -> Pelaku:
        """What this person may see and write today; read once per request."""
        from organisasi.izin import build_pelaku

        return build_pelaku(self)

    def get_session_auth_hash(self) -> str:
        """Bind a session to the password and to ``putaran_sesi``."""
        return self._kunci_sesi(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same under older secret keys."""
        for satu in super().get_session_auth_fallback_hash():
            yield self._kunci_sesi(satu)

    def _kunci_sesi(self, dasar: str) -> str:
        return salted_hmac("sakip.putaran_sesi", f"{dasar}:{self.putaran_sesi}").hexdigest()


class Pangkat(Tercatat):
    """A civil-service rank with its golongan (PP 11/2017): "Pembina", IV/a."""

    lingkup = Lingkup(penulis=ADMIN)
    golongan = models.CharField("golongan/ruang", max_length=8, unique=True)
    nama = models.CharField("nama", max_length=60)
    urutan = models.PositiveSmallIntegerField("urutan", unique=True)

    class Meta:
        verbose_name = "pangkat"
        verbose_name_plural = "pangkat"
        ordering = ["urutan"]

    def __str__(self) -> str:
        return f"{self.nama} ({self.golongan})"


class Pegawai(Tercatat):
    """A person who holds posts. A Bupati is one too, without NIP and rank."""

    lingkup = Lingkup(pemda="pemda", penulis=ADMIN)
    pemda = models.ForeignKey(
        PemerintahDaerah, models.PROTECT, verbose_name="pemerintah daerah", null=True, blank=True
    )
    nama = models.CharField("nama", max_length=120, help_text="Tanpa gelar.")
    gelar_depan = models.CharField("gelar depan", max_length=40, blank=True)
    gelar_belakang = models.CharField("gelar belakang", max_length=60, blank=True)
    bentuk_nip = models.CharField(
        "bentuk nomor", max_length=5, choices=BentukNIP.choices, default=BentukNIP.PNS
    )
    nip = models.CharField(
        "NIP", max_length=18, null=True, blank=True, unique=True, help_text="18 angka, tanpa spasi."
    )
    pangkat = models.ForeignKey(Pangkat, models.PROTECT, verbose_name="pangkat", null=True, blank=True)
    pengguna = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="akun",
        null=True,
        blank=True,
        related_name="pegawai",
    )

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        ordering = ["nama"]
        constraints = [
            models.CheckConstraint(
                name="pegawai_nip_18_angka", condition=Q(nip=None) | Q(nip__regex=r"^[0-9]{18}$")
            )
        ]

    def __str__(self) -> str:
        return self.nama_lengkap

    def clean(self) -> None:
        """Refuse a NIP whose dates or sex digit cannot be."""
        self.nip = (self.nip or "").replace(" ", "") or None
        if self.nip:
            try:
                periksa_nip(self.nip, BentukNip(self.bentuk_nip))
            except NipTidakSah as galat:
                raise ValidationError({"nip": str(galat)}) from galat

    @property
    def nama_lengkap(self) -> str:
        """ "Drs. Nama, M.Si."."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"

    @property
    def nip_tercetak(self) -> str:
        """The NIP grouped 8 6 1 3, or an empty text."""
        return format_nip(self.nip) if self.nip else ""


class Jabatan(Tercatat):
    """A post of a government or of an office; ``atasan`` is the post that gives it its mandate."""

    lingkup = Lingkup(kantor="perangkat_daerah", pemda="pemda", penulis=ADMIN)
    pemda = models.ForeignKey(
        PemerintahDaerah, models.CASCADE, verbose_name="pemerintah daerah", null=True, blank=True
    )
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah,
        models.CASCADE,
        verbose_name="perangkat daerah",
        null=True,
        blank=True,
        related_name="jabatan",
    )
    unit = models.OneToOneField(
        UnitKerja, models.PROTECT, verbose_name="unit kerja", null=True, blank=True, related_name="jabatan"
    )
    tingkat = models.CharField("tingkat", max_length=15, choices=TingkatJabatan.choices)
    nama = models.CharField("nama", max_length=200, help_text="Seperti tercetak: Camat Batang-batang.")
    atasan = models.ForeignKey(
        "self", models.PROTECT, verbose_name="atasan", null=True, blank=True, related_name="bawahan"
    )

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["perangkat_daerah", "tingkat", "nama"]
        constraints = [
            tepat_satu("jabatan_pemda_atau_perangkat", "pemda", "perangkat_daerah"),
            models.UniqueConstraint(fields=["perangkat_daerah", "nama"], name="jabatan_perangkat_nama_unik"),
            models.UniqueConstraint(fields=["pemda", "nama"], name="jabatan_pemda_nama_unik"),
            models.UniqueConstraint(
                fields=["perangkat_daerah"],
                condition=Q(tingkat=TingkatJabatan.KEPALA_PD),
                name="jabatan_satu_kepala_perangkat",
            ),
            models.UniqueConstraint(
                fields=["pemda"],
                condition=Q(tingkat=TingkatJabatan.KEPALA_DAERAH),
                name="jabatan_satu_kepala_daerah",
            ),
            models.CheckConstraint(
                name="jabatan_kepala_daerah_di_pemda",
                condition=Q(tingkat=TingkatJabatan.KEPALA_DAERAH, pemda__isnull=False)
                | (~Q(tingkat=TingkatJabatan.KEPALA_DAERAH) & Q(perangkat_daerah__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class PemangkuJabatan(Tercatat):
    """Who holds a post, how (definitif, Plt., Plh., Pj.) and from when to when.

    No two definitive holders at once: a partial unique constraint for open-ended ones, and a
    trigger for overlapping dates.
    """

    lingkup = Lingkup(kantor="jabatan__perangkat_daerah", pemda="jabatan__pemda", penulis=ADMIN)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, verbose_name="pegawai", related_name="pemangkuan")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, verbose_name="jabatan", related_name="pemangku")
    status = models.CharField(
        "status", max_length=10, choices=StatusPemangku.choices, default=StatusPemangku.DEFINITIF
    )
    mulai = models.DateField("mulai")
    sampai = models.DateField("sampai", null=True, blank=True)

    class Meta:
        verbose_name = "pemangku jabatan"
        verbose_name_plural = "pemangku jabatan"
        ordering = ["jabatan", "-mulai"]
        constraints = [
            models.UniqueConstraint(fields=["jabatan", "pegawai", "mulai"], name="pemangku_unik"),
            models.UniqueConstraint(
                fields=["jabatan"],
                condition=Q(status=StatusPemangku.DEFINITIF, sampai=None),
                name="pemangku_satu_definitif",
                violation_error_message="Jabatan ini sudah mempunyai pejabat definitif yang masih menjabat.",
            ),
            models.CheckConstraint(
                name="pemangku_sampai_setelah_mulai",
                condition=Q(sampai=None) | Q(sampai__gte=models.F("mulai")),
                violation_error_message="Tanggal sampai tidak boleh lebih awal daripada tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.sebutan}"

    def clean(self) -> None:
        """Refuse a second definitive holder in the same days."""
        if self.status != StatusPemangku.DEFINITIF or not (self.jabatan_id and self.mulai):
            return
        lain = (
            PemangkuJabatan.objects.filter(jabatan_id=self.jabatan_id, status=StatusPemangku.DEFINITIF)
            .exclude(pk=self.pk)
            .filter(Q(sampai=None) | Q(sampai__gte=self.mulai), mulai__lte=self.sampai or datetime.date.max)
        )
        if bentrok := lain.select_related("pegawai").first():
            raise ValidationError(
                {"mulai": f"Bertumpuk dengan masa jabatan definitif {bentrok.pegawai.nama_lengkap}."}
            )

    @property
    def sebutan(self) -> str:
        """Name of the post with its prefix: "Plt. Camat Batang-batang"."""
        depan = {StatusPemangku.PLT: "Plt. ", StatusPemangku.PLH: "Plh. ", StatusPemangku.PJ: "Pj. "}
        return f"{depan.get(StatusPemangku(self.status), '')}{self.jabatan.nama}"


class Penugasan(Tercatat):
    """The role that a person has for an office (and unit) or for the whole government, from/to."""

    lingkup = Lingkup(kantor="perangkat_daerah", pemda="pemda", penulis=ADMIN, pembaca=ADMIN)
    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="pengguna", related_name="penugasan"
    )
    peran = models.CharField("peran", max_length=16, choices=Peran.choices)
    pemda = models.ForeignKey(
        PemerintahDaerah, models.CASCADE, verbose_name="pemerintah daerah", null=True, blank=True
    )
    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, models.CASCADE, verbose_name="perangkat daerah", null=True, blank=True
    )
    unit = models.ForeignKey(UnitKerja, models.CASCADE, verbose_name="unit kerja", null=True, blank=True)
    mulai = models.DateField("mulai")
    sampai = models.DateField("sampai", null=True, blank=True)

    class Meta:
        verbose_name = "penugasan"
        verbose_name_plural = "penugasan"
        ordering = ["pengguna", "peran"]
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "peran", "unit", "mulai"],
                condition=Q(unit__isnull=False),
                name="penugasan_unit_unik",
            ),
            models.UniqueConstraint(
                fields=["pengguna", "peran", "perangkat_daerah", "mulai"],
                condition=Q(unit=None, perangkat_daerah__isnull=False),
                name="penugasan_perangkat_unik",
            ),
            models.UniqueConstraint(
                fields=["pengguna", "peran", "pemda", "mulai"],
                condition=Q(pemda__isnull=False),
                name="penugasan_pemda_unik",
            ),
            models.CheckConstraint(
                name="penugasan_lingkup",
                condition=Q(
                    peran__in=[Peran.INSPEKTORAT, Peran.ADMIN_KABUPATEN],
                    pemda__isnull=False,
                    perangkat_daerah=None,
                    unit=None,
                )
                | (
                    ~Q(peran__in=[Peran.INSPEKTORAT, Peran.ADMIN_KABUPATEN])
                    & Q(pemda=None, perangkat_daerah__isnull=False)
                ),
                violation_error_message=(
                    "Inspektorat dan admin kabupaten ditugaskan pada pemerintah daerah; peran lain pada "
                    "perangkat daerah."
                ),
            ),
            models.CheckConstraint(
                name="penugasan_staf_punya_unit", condition=~Q(peran=Peran.STAF) | Q(unit__isnull=False)
            ),
            models.CheckConstraint(
                name="penugasan_sampai_setelah_mulai",
                condition=Q(sampai=None) | Q(sampai__gte=models.F("mulai")),
            ),
        ]

    def __str__(self) -> str:
        lingkup = self.unit or self.perangkat_daerah or self.pemda
        return f"{self.pengguna}: {self.get_peran_display()} ({lingkup})"

    def clean(self) -> None:
        """Refuse a unit of another office."""
        if self.unit and self.unit.perangkat_daerah_id != self.perangkat_daerah_id:
            raise ValidationError({"unit": "Unit kerja ini milik perangkat daerah lain."})
