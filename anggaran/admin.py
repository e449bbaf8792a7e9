"""Admin of anggaran."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from sakip.umum.admin_dasar import AdminDasar, BarisDasar, FormDasar, kolom_rupiah

NODE = ["program", "kegiatan", "sub_kegiatan"]
NAMA_NODE = ("program__nomenklatur", "kegiatan__nomenklatur", "sub_kegiatan__nomenklatur")
CARI_NODE = [f"{nama}__{kolom}" for nama in NAMA_NODE for kolom in ("kode", "nama")]


class FormPagu(FormDasar):
    """A ceiling; inside the form of a new DPA the model cannot yet ask its DPA."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse a programme of another office or year than the DPA beside it."""
        isi = super().clean() or self.cleaned_data
        dpa: Any = isi.get("dpa")
        program: Any = isi.get("program")
        baru = dpa and program and dpa.pk is None and dpa.perangkat_daerah_id
        if baru and (program.perangkat_daerah_id, program.tahun) != (dpa.perangkat_daerah_id, dpa.tahun):
            self.add_error("program", "Program ini milik perangkat daerah atau tahun lain.")
        return isi


class PaguBaris(BarisDasar):
    """Ceilings of a DPA version."""

    model = PaguAnggaran
    form = FormPagu
    fields = [*NODE, "nilai"]
    autocomplete_fields = NODE


@admin.register(DPA)
class DPAAdmin(AdminDasar):
    """DPA versions with their ceilings."""

    list_display = ["nama", "perangkat_daerah", "tahun", "urutan", "nomor", "tanggal"]
    list_filter = ["tahun", "jenis", "perangkat_daerah"]
    search_fields = ["nomor", "perangkat_daerah__nama", "tahun"]
    autocomplete_fields = ["perangkat_daerah"]
    list_select_related = ("perangkat_daerah",)
    inlines = [PaguBaris]

    @admin.display(description="DPA", ordering="urutan")
    def nama(self, obj: DPA) -> str:
        """Name of the version."""
        return obj.nama


class AdminNode(AdminDasar):
    """What ceilings and spending share: the node, its level, the amount."""

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
    fields = ["dpa", *NODE, "nilai"]
    list_display = ["baris", "tingkat", "dpa", "angka_nilai"]
    list_filter = ["tingkat", "dpa__tahun", "dpa__perangkat_daerah"]
    search_fields = CARI_NODE
    autocomplete_fields = ["dpa", *NODE]
    list_select_related = ("dpa__perangkat_daerah", *NAMA_NODE)


@admin.register(RealisasiAnggaran)
class RealisasiAnggaranAdmin(AdminNode):
    """Spending by quarter."""

    fields = [*NODE, "periode", "nilai", "sumber"]
    list_display = ["baris", "tingkat", "tahun", "periode", "angka_nilai"]
    list_filter = ["periode", "tingkat", "program__tahun", "program__perangkat_daerah"]
    search_fields = CARI_NODE
    list_select_related = NAMA_NODE

    @admin.display(description="tahun", ordering="program__tahun")
    def tahun(self, obj: RealisasiAnggaran) -> int:
        """Year of the programme."""
        return obj.program.tahun
