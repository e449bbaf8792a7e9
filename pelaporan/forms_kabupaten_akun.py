"""Forms of accounts and tasks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from organisasi.models import PemerintahDaerah, PerangkatDaerah, UnitKerja
from organisasi.pilihan import PERAN_KABUPATEN, Peran
from pelaporan.akun_kabupaten import IsianAkun, IsianTugas, salah_tugas
from pelaporan.akun_massal import POLA_NAMA
from pelaporan.forms_kabupaten import TanggalField

MASUKAN = {"class": "masukan"}
TANPA_TUGAS = "tanpa"


class Tempat:
    """The places where a person may give tasks: offices, their units, and the government itself."""

    def __init__(self, kantor: list[PerangkatDaerah], pemda: list[PemerintahDaerah]) -> None:
        self.kantor = {k.pk: k for k in kantor}
        self.pemda = {p.pk: p for p in pemda}
        self.unit = {
            u.pk: u
            for u in UnitKerja.objects.filter(perangkat_daerah__in=kantor).order_by(
                "perangkat_daerah", "urutan"
            )
        }

    def pilihan(self) -> list[tuple[str, Any]]:
        """Return the choices, grouped by office."""
        hasil: list[tuple[str, Any]] = [("", "Pilih tempat tugas")]
        hasil.append(("Seluruh kabupaten", [(f"pemda-{p.pk}", p.nama_lengkap) for p in self.pemda.values()]))
        for k in self.kantor.values():
            unit = [
                (f"unit-{u.pk}", f"{k.nama}: {u.nama}")
                for u in self.unit.values()
                if u.perangkat_daerah_id == k.pk
            ]
            hasil.append((k.nama, [(f"kantor-{k.pk}", f"{k.nama}: seluruh kantor"), *unit]))
        return hasil

    def urai(self, nilai: str) -> tuple[PerangkatDaerah | None, UnitKerja | None, PemerintahDaerah | None]:
        """Return office, unit and government of a choice that the form has checked."""
        jenis, _, kunci = nilai.partition("-")
        if jenis == "pemda":
            return None, None, self.pemda[int(kunci)]
        if jenis == "unit":
            unit = self.unit[int(kunci)]
            return self.kantor[unit.perangkat_daerah_id], unit, None
        return self.kantor[int(kunci)], None, None


class TugasForm(forms.Form):
    """A task: role, place, days."""

    peran = forms.ChoiceField(
        label="Peran", choices=[("", "Pilih peran"), *Peran.choices], widget=forms.Select(attrs=MASUKAN)
    )
    tempat = forms.ChoiceField(
        label="Tempat tugas",
        widget=forms.Select(attrs=MASUKAN),
        help_text="Staf: pilih satu unit. Inspektorat dan admin kabupaten: pilih seluruh kabupaten.",
    )
    mulai = TanggalField(label="Mulai", initial=timezone.localdate)
    sampai = TanggalField(label="Sampai", required=False, help_text="Kosongkan bila belum diketahui.")

    def __init__(self, *args: Any, tempat: Tempat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.daftar_tempat = tempat
        pilihan: Any = self.fields["tempat"]
        pilihan.choices = tempat.pilihan()

    def clean(self) -> dict[str, Any]:
        """Refuse a role that does not hold at the place, and days upside down."""
        isi: dict[str, Any] = super().clean() or {}
        if not {"peran", "tempat", "mulai"} <= isi.keys() or "sampai" in self.errors:
            return isi
        tugas = self.isian_tugas()
        if alasan := salah_tugas(tugas):
            terbalik = tugas.sampai is not None and tugas.sampai < tugas.mulai
            self.add_error("sampai" if terbalik and tugas.peran not in PERAN_KABUPATEN else "tempat", alasan)
        return isi

    def isian_tugas(self) -> IsianTugas:
        """Return the task that was typed."""
        isi = self.cleaned_data
        kantor, unit, pemda = self.daftar_tempat.urai(isi["tempat"])
        return IsianTugas(Peran(isi["peran"]), kantor, unit, pemda, isi["mulai"], isi.get("sampai"))


class AkunForm(TugasForm):
    """A person and the first task."""

    nama_pengguna = forms.CharField(
        label="Nama pengguna",
        max_length=40,
        help_text="Huruf kecil, angka, titik, atau garis, misalnya budi.santoso.",
        widget=forms.TextInput(attrs={**MASUKAN, "autocomplete": "off", "autocapitalize": "none"}),
    )
    nama = forms.CharField(
        label="Nama lengkap", max_length=150, widget=forms.TextInput(attrs={**MASUKAN, "autocomplete": "off"})
    )
    surel = forms.EmailField(
        label="Alamat surel",
        required=False,
        error_messages={"invalid": "Tulis alamat surel seperti budi@contoh.id, atau kosongkan."},
        widget=forms.EmailInput(attrs={**MASUKAN, "autocomplete": "off"}),
    )
    field_order = ["nama_pengguna", "nama", "surel"]

    def clean_nama_pengguna(self) -> str:
        """Refuse a name that is hard to type or to tell apart."""
        nama = str(self.cleaned_data["nama_pengguna"]).strip()
        if not POLA_NAMA.fullmatch(nama):
            raise forms.ValidationError(
                "Pakai 3 sampai 40 huruf kecil, angka, titik, atau garis, misalnya budi.santoso."
            )
        return nama

    def isian_akun(self) -> IsianAkun:
        """Return the account that was typed; it belongs to the government of its task."""
        isi, tugas = self.cleaned_data, self.isian_tugas()
        pemda = tugas.kantor.pemda if tugas.kantor else tugas.pemda
        assert pemda is not None
        return IsianAkun(isi["nama_pengguna"], " ".join(isi["nama"].split()), isi["surel"], pemda)


class AkhiriForm(forms.Form):
    """The last day of a task."""

    sampai = TanggalField(label="Hari terakhir bertugas", initial=timezone.localdate)


class MassalForm(forms.Form):
    """Lines that are pasted or uploaded."""

    teks = forms.CharField(
        label="Baris akun",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"class": "masukan", "rows": 10, "spellcheck": "false"}),
    )
    berkas = forms.FileField(
        label="Atau unggah berkas Excel atau CSV",
        required=False,
        widget=forms.FileInput(attrs={"class": "masukan", "accept": ".xlsx,.xls,.csv,.txt"}),
    )


class SaringAkunForm(forms.Form):
    """Which accounts the list shows."""

    cari = forms.CharField(
        label="Cari nama",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={**MASUKAN, "type": "search", "autocomplete": "off"}),
    )
    kantor = forms.ChoiceField(label="Perangkat daerah", required=False, widget=forms.Select(attrs=MASUKAN))
    peran = forms.ChoiceField(
        label="Peran",
        required=False,
        choices=[("", "Semua"), *Peran.choices, (TANPA_TUGAS, "Tanpa tugas yang berlaku")],
        widget=forms.Select(attrs=MASUKAN),
    )

    def __init__(self, *args: Any, kantor: list[PerangkatDaerah], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: Any = self.fields["kantor"]
        pilihan.choices = [("", "Semua"), *((str(k.pk), k.nama) for k in kantor)]

    def pilihan(self) -> dict[str, str]:
        """Return what was chosen; what is not in the lists chooses nothing."""
        self.is_valid()
        return {nama: self.cleaned_data.get(nama, "") for nama in self.fields}
