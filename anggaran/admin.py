"""Admin of anggaran."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from anggaran import petunjuk  # noqa: F401 - registers the help texts
from anggaran.models import DPA, KolomSIPD, PaguAnggaran, RealisasiAnggaran
from anggaran.pilihan import JenisDPA
from sakip.umum.admin_dasar import AdminDasar, BarisDasar, FormDasar
from sakip.umum.admin_kolom import (
    DITETAPKAN,
    Jumlah,
    bernilai,
    jumlahkan,
    kolom_ditetapkan,
    kolom_rupiah,
    saring_keadaan,
)
from sakip.umum.angka import format_rupiah
from sakip.umum.xlsx_tabel import Jenis

NODE: list[Any] = ["program", "kegiatan", "sub_kegiatan"]
NAMA_NODE = ("program__nomenklatur", "kegiatan__nomenklatur", "sub_kegiatan__nomenklatur")
CARI_NODE = [f"{nama}__{kolom}" for nama in NAMA_NODE for kolom in ("kode", "nama")]
KISI = "Isi di kisi triwulan"
DPA_TERKUNCI = "DPA ini sudah ditetapkan dan terkunci. Buat pergeseran atau perubahan untuk mengubah pagunya."
DPA_DITETAPKAN = saring_keadaan(
    "keadaan",
    "keadaan",
    {
        "draf": ("DPA draf", Q(dpa__ditetapkan_pada=None)),
        "ditetapkan": ("DPA ditetapkan", Q(dpa__ditetapkan_pada__isnull=False)),
    },
)


class FormPagu(FormDasar):
    """A ceiling; inside the form of a new DPA the model cannot yet ask its DPA."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a programme of another office or year than the DPA beside it; ask about a tiny amount."""
        isi = super().clean() or self.cleaned_data
        dpa: Any = isi.get("dpa")
        program: Any = isi.get("program")
        baru = dpa and program and dpa.pk is None and dpa.perangkat_daerah_id
        if baru and (program.perangkat_daerah_id, program.tahun) != (dpa.perangkat_daerah_id, dpa.tahun):
            self.add_error("program", "Program ini milik perangkat daerah atau tahun lain.")
        tanya_rupiah(self)
        return isi


class FormRealisasiAnggaran(FormDasar):
    """Spending of a quarter."""

    def clean(self) -> dict[str, Any] | None:
        """Ask about a tiny amount."""
        isi = super().clean() or self.cleaned_data
        tanya_rupiah(self)
        return isi


def tanya_rupiah(form: FormDasar) -> None:
    """Ask about rupiah between 0 and 1.000: mostly thousands or millions were meant."""
    nilai = form.cleaned_data.get("nilai")
    if nilai is not None and 0 < nilai < 1000:
        form.tanyai(
            "nilai",
            nilai,
            f"{format_rupiah(nilai)}: kurang dari seribu rupiah. Benar? "
            "Tulis rupiah penuh, misalnya 126.950.500.",
        )


def tautan_kisi(request: HttpRequest, perangkat: Any, tahun: int | None) -> list[tuple[str, str]]:
    """Return the way to the grid of an office and year; nothing where there is no such page."""
    try:
        return [(KISI, reverse("pengukuran", args=[perangkat.slug, tahun]))]
    except NoReverseMatch:
        return []


def sebut_versi(jenis: str, ke: int, tahun: int) -> str:
    """Return how a version of the DPA is called in a total: "DPA Perubahan 1 2024"."""
    return f"DPA {JenisDPA(jenis).label}{f' {ke}' if ke else ''} {tahun}"


class PaguBaris(BarisDasar):
    """Ceilings of a DPA version."""

    model = PaguAnggaran
    form = FormPagu
    fields = [*NODE, "nilai"]
    autocomplete_fields = NODE


def _jumlah_pagu(dpa: DPA) -> Decimal:
    return sum((p.nilai for p in dpa.pagu.all()), Decimal(0))


@admin.register(DPA)
class DPAAdmin(AdminDasar):
    """DPA versions with their ceilings."""

    kelompok = "anggaran"
    list_display = ["versi", "perangkat_daerah", "tahun", "keadaan", "angka_pagu", "tanggal", "nomor"]
    list_filter = [DITETAPKAN, "tahun", "jenis", "perangkat_daerah"]
    search_fields = ["nomor", "perangkat_daerah__nama", "tahun"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)
    inlines = [PaguBaris]
    keadaan = kolom_ditetapkan
    fieldsets = [
        (None, {"fields": ["perangkat_daerah", "tahun"]}),
        ("Versi", {"fields": ["jenis", "urutan", "ke", "alasan"]}),
        ("Surat", {"fields": ["nomor", "tanggal"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Read the ceilings with their versions."""
        return super().get_queryset(request).prefetch_related("pagu")

    def jumlah_daftar(self, rows: QuerySet[Any]) -> list[Jumlah]:
        """One total for each kind of version and year: versions of one year are never added up."""
        kolom = ("pagu__nilai", "jenis", "ke", "tahun")
        isi = (
            rows.select_related(None).prefetch_related(None).order_by("-tahun", "urutan").values_list(*kolom)
        )
        return jumlahkan((sebut_versi(j, k, t), n or Decimal(0)) for n, j, k, t in isi)

    def pemberitahuan(self, obj: Any) -> str:
        """Say that a version that is set cannot change."""
        return DPA_TERKUNCI if obj.ditetapkan_pada else ""

    @admin.display(description="DPA", ordering="urutan")
    def versi(self, obj: DPA) -> str:
        """Name of the version."""
        return obj.nama

    @bernilai(_jumlah_pagu, Jenis.RUPIAH)
    @admin.display(description="jumlah pagu")
    def angka_pagu(self, obj: DPA) -> str:
        """Sum of the ceilings of the version."""
        return format_rupiah(_jumlah_pagu(obj))


class AdminNode(AdminDasar):
    """What ceilings and spending share: the node, its level, the amount."""

    kelompok = "anggaran"
    autocomplete_fields: ClassVar[Any] = NODE
    angka_nilai = kolom_rupiah("nilai", "jumlah")

    @admin.display(description="program, kegiatan, atau sub kegiatan", ordering="program__nomenklatur__kode")
    def baris(self, obj: Any) -> str:
        """Code and name of the node."""
        return str(obj.node)


@admin.register(PaguAnggaran)
class PaguAnggaranAdmin(AdminNode):
    """Ceilings."""

    form = FormPagu
    fieldsets = [
        (None, {"fields": ["dpa"]}),
        ("Tempat pagu", {"fields": NODE}),
        ("Jumlah", {"fields": ["nilai"]}),
    ]
    list_display = ["baris", "tingkat", "dpa", "angka_nilai"]
    list_filter = [DPA_DITETAPKAN, "tingkat", "dpa__tahun", "dpa__jenis", "dpa__perangkat_daerah"]
    search_fields = CARI_NODE
    autocomplete_fields = ["dpa", *NODE]
    list_select_related = ("dpa__perangkat_daerah", *NAMA_NODE)

    def pemberitahuan(self, obj: Any) -> str:
        """Say that ceilings of a version that is set cannot change."""
        return DPA_TERKUNCI if obj.dpa.ditetapkan_pada else ""

    def jumlah_daftar(self, rows: QuerySet[Any]) -> list[Jumlah]:
        """One total for each kind of version and year: versions of one year are never added up."""
        kolom = ("nilai", "dpa__jenis", "dpa__ke", "dpa__tahun")
        isi = (
            rows.select_related(None)
            .prefetch_related(None)
            .order_by("-dpa__tahun", "dpa__urutan")
            .values_list(*kolom)
        )
        return jumlahkan((sebut_versi(j, k, t), n) for n, j, k, t in isi)


@admin.register(RealisasiAnggaran)
class RealisasiAnggaranAdmin(AdminNode):
    """Spending by quarter: written on the page of the quarter, read here."""

    form = FormRealisasiAnggaran
    fieldsets = [
        ("Tempat belanja", {"fields": NODE}),
        ("Belanja", {"fields": ["periode", "nilai", "sumber", "catatan"]}),
        ("Pengisian", {"fields": ["unit", "diisi_oleh", "diisi_pada"]}),
    ]
    list_display = ["baris", "tingkat", "tahun", "periode", "unit", "angka_nilai"]
    list_filter = ["periode", "tingkat", "program__tahun", "program__perangkat_daerah", "unit"]
    search_fields = CARI_NODE
    list_select_related = (*NAMA_NODE, "program__perangkat_daerah", "unit")
    readonly_fields = ["unit", "diisi_oleh", "diisi_pada"]

    def tautan_lain(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Lead to the page where spending is entered."""
        return tautan_kisi(request, obj.program.perangkat_daerah, obj.program.tahun) if obj else []

    def jumlah_daftar(self, rows: QuerySet[Any]) -> list[Jumlah]:
        """One total for each year: values of quarters add up."""
        isi = (
            rows.select_related(None)
            .prefetch_related(None)
            .order_by("-program__tahun")
            .values_list("nilai", "program__tahun")
        )
        return jumlahkan((f"realisasi {tahun}", nilai) for nilai, tahun in isi)

    @admin.display(description="tahun", ordering="program__tahun")
    def tahun(self, obj: RealisasiAnggaran) -> int:
        """Year of the programme."""
        return obj.program.tahun


@admin.register(KolomSIPD)
class KolomSIPDAdmin(AdminDasar):
    """What columns of SIPD files are, as people of the government said."""

    kelompok = "anggaran"
    list_display = ["judul", "arti", "pemda"]
    list_filter = ["arti", "pemda"]
    search_fields = ["judul"]
    autocomplete_fields = ["pemda"]
    list_select_related = ("pemda",)
    fieldsets = [(None, {"fields": ["pemda", "judul", "arti"]})]
