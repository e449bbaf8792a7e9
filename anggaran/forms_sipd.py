"""What a person says of an SIPD file: the file itself, its unknown columns, and how it is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from anggaran.forms import FormBersih, MedanTanggal
from anggaran.pilihan import JenisDPA
from anggaran.sipd.kolom import ABAIKAN, SEBUTAN, Kolom, Tata
from anggaran.sipd.pilihan import (
    BERJALAN,
    KEDUANYA,
    PAGU,
    REALISASI,
    TRIWULAN_ITU,
    Pilihan,
    belum_dipilih,
)
from sakip.umum.tanggal import angka_romawi
from sakip.umum.teks import huruf_awal_besar

RADIO = forms.RadioSelect
SEBUT_MUAT = {
    PAGU: "Pagu saja",
    REALISASI: "Realisasi saja",
    KEDUANYA: "Pagu dan realisasi",
}
KURANG = {
    "muat": "Pilih yang dimuat dari berkas ini.",
    "jenis": "Pilih jenis DPA yang menjadi tempat pagu ini.",
    "alasan": "Tulis alasannya, misalnya: tambahan anggaran pada APBD Perubahan.",
    "sampai": "Pilih triwulan yang dicapai angka realisasi ini.",
    "cara": "Pilih arti angka realisasi ini.",
    "triwulan": "Pilih paling sedikit satu triwulan.",
    "setoran": "Pilih apakah setoran dikurangkan.",
}


class FormBerkasSipd(FormBersih):
    """The file."""

    berkas = forms.FileField(
        label="Berkas SIPD",
        help_text="XLSX, XLS, atau CSV, paling banyak 150.000 baris. Bentuknya dikenali dari judul kolomnya.",
        error_messages={
            "required": "Pilih berkasnya dahulu.",
            "empty": "Berkas ini kosong. Pilih berkas yang lain.",
        },
    )


class FormPilihan(FormBersih):
    """The choices that the check of a file asks for; only those that its layout has."""

    def __init__(self, data: Any, *, hasil: Mapping[str, Any], pilihan: Pilihan, is_kantor: bool) -> None:
        self._hasil = hasil
        self.tata = Tata(hasil["tata"]) if hasil["tata"] else None
        awal = {**pilihan.json(), "jenis": pilihan.jenis or hasil.get("jenis_usul", "")}
        super().__init__(data, initial={k: v for k, v in awal.items() if v})
        self.kolom = [(f"kolom_{n}", judul) for n, judul in enumerate(hasil["tanya"])]
        for nama, judul in self.kolom:
            self.fields[nama] = forms.ChoiceField(
                label=judul,
                required=False,
                choices=[("", "Belum ditentukan"), (ABAIKAN, "Tidak dipakai"), *_arti()],
            )
        if self.tata is not None:
            self._tambah_muat(hasil)
            if PAGU in hasil["muat_opsi"]:
                self._tambah_pagu(is_kantor)
            if REALISASI in hasil["muat_opsi"]:
                self._tambah_realisasi(hasil)
        if any(k["tertolak"] or k["keadaan"] == "tolak" for k in hasil["kantor"]):
            self.fields["lewati"] = forms.BooleanField(
                label="Muat sisanya; yang ditolak di ringkasan tidak disimpan",
                required=False,
                widget=forms.CheckboxInput(attrs={"class": ""}),
            )
        for medan in self.fields.values():
            kosong = isinstance(medan.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))
            medan.widget.attrs["class"] = "" if kosong else medan.widget.attrs.get("class", "masukan")

    def _tambah_muat(self, hasil: Mapping[str, Any]) -> None:
        if len(hasil["muat_opsi"]) > 1:
            pilih = [(m, SEBUT_MUAT[m]) for m in hasil["muat_opsi"]]
            self.fields["muat"] = forms.ChoiceField(
                label="Yang dimuat", required=False, choices=pilih, widget=RADIO
            )

    def _tambah_pagu(self, is_kantor: bool) -> None:
        self.fields["jenis"] = forms.ChoiceField(
            label="Pagu menjadi",
            required=False,
            widget=RADIO,
            choices=[
                (JenisDPA.MURNI, "DPA murni: tahun ini belum mempunyai DPA"),
                (JenisDPA.PERGESERAN, "Pergeseran: pagu berpindah, jumlahnya tetap"),
                (JenisDPA.PERUBAHAN, "Perubahan: menurut APBD Perubahan"),
            ],
        )
        if is_kantor:
            self.fields["nomor"] = forms.CharField(label="Nomor DPA", max_length=80, required=False)
        self.fields["tanggal"] = MedanTanggal(label="Tanggal pengesahan", required=False)
        self.fields["alasan"] = forms.CharField(
            label="Alasan pergeseran atau perubahan",
            required=False,
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def _tambah_realisasi(self, hasil: Mapping[str, Any]) -> None:
        if self.tata is Tata.D:
            self.fields["triwulan"] = forms.MultipleChoiceField(
                label="Triwulan yang dimuat",
                required=False,
                widget=forms.CheckboxSelectMultiple,
                choices=[(n, f"Triwulan {angka_romawi(n)}") for n in hasil["triwulan_ada"]],
            )
            if len(hasil["tanggal_opsi"]) > 1:
                self.fields["kolom_tanggal"] = forms.ChoiceField(
                    label="Triwulan ditentukan oleh",
                    required=False,
                    widget=RADIO,
                    choices=[(k, huruf_awal_besar(SEBUTAN[Kolom(k)])) for k in hasil["tanggal_opsi"]],
                )
        else:
            self.fields["sampai"] = forms.TypedChoiceField(
                label="Realisasi sampai dengan",
                required=False,
                coerce=int,
                empty_value=None,
                choices=[("", "Pilih triwulan"), *((n, f"Triwulan {angka_romawi(n)}") for n in range(1, 5))],
            )
            self.fields["cara"] = forms.ChoiceField(
                label="Arti angkanya",
                required=False,
                widget=RADIO,
                choices=[
                    (BERJALAN, "Jumlah sejak Januari; triwulan sebelumnya dikurangkan"),
                    (TRIWULAN_ITU, "Jumlah triwulan itu saja"),
                ],
            )
        if hasil["punya_setoran"]:
            self.fields["setoran"] = forms.ChoiceField(
                label=f"Nilai setoran {hasil['total_setoran']}",
                required=False,
                widget=RADIO,
                choices=[
                    ("tidak", "Tidak dikurangkan; realisasi seperti tertulis"),
                    ("kurangi", "Dikurangkan dari realisasi"),
                ],
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a choice that is missing for what is loaded; an unknown layout asks only for its columns."""
        bersih: dict[str, Any] = super().clean() or self.cleaned_data
        if self.tata is not None and not self.errors:
            kurang = belum_dipilih(
                self.pilihan(), self.tata, punya_setoran=bool(self._hasil["punya_setoran"])
            )
            for nama in kurang:
                self.add_error(nama, KURANG[nama])
        return bersih

    def pilihan(self) -> Pilihan:
        """Return the choices as they are kept with the upload."""
        isi = {k: v for k, v in self.cleaned_data.items() if k in Pilihan.__dataclass_fields__}
        if tanggal := isi.pop("tanggal", None):
            isi["tanggal"] = tanggal.isoformat()
        isi["triwulan"] = [int(t) for t in isi.get("triwulan", [])]
        hasil = Pilihan.dari({k: v for k, v in isi.items() if v not in (None, "")})
        return hasil.untuk(self.tata) if self.tata is not None else hasil

    def arti_kolom(self) -> dict[str, str]:
        """Return what was said of unknown columns: normal header to meaning."""
        return {judul: arti for nama, judul in self.kolom if (arti := self.cleaned_data.get(nama))}


def _arti() -> list[tuple[str, str]]:
    return [(k.value, huruf_awal_besar(s)) for k, s in SEBUTAN.items()]
