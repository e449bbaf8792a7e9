"""What a person types of a DPA: its head, its ceilings, the acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from anggaran.beda import Kunci
from anggaran.pilihan import JenisDPA
from anggaran.tampil import Isian, nama_masukan
from sakip.umum.angka import AngkaTidakSah, JenisAngka, format_angka, parse_angka
from sakip.umum.formulir import AngkaField, MasukanAngka

BENTUK_TANGGAL = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]
PALING_BANYAK_SEN = 2


class MedanTanggal(forms.DateField):
    """A date: the browser's own picker, or typed as 03/01/2024."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "masukan"})
        )
        kwargs["input_formats"] = BENTUK_TANGGAL
        kwargs["error_messages"] = {
            "invalid": "Tulis tanggal, bulan, dan tahun, misalnya 03/01/2024.",
            "required": "Tanggal belum diisi, misalnya 03/01/2024.",
        }
        super().__init__(**kwargs)


class FormBersih(forms.Form):
    """A form whose controls carry the classes of the pages."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for medan in self.fields.values():
            medan.widget.attrs.setdefault("class", "masukan")

    def galat_ringkas(self) -> list[tuple[str, str, str]]:
        """Return (anchor, label, sentence) of each refused field."""
        return [
            (str(self[nama].auto_id), str(self[nama].label), str(pesan))
            for nama, semua in self.errors.items()
            if nama in self.fields
            for pesan in semua
        ]


class FormKepala(FormBersih):
    """Head of a draft: number, date, reason."""

    nomor = forms.CharField(label="Nomor DPA", max_length=80, required=False)
    tanggal = MedanTanggal(label="Tanggal pengesahan", required=False)
    alasan = forms.CharField(
        label="Alasan", required=False, widget=forms.Textarea(attrs={"rows": 2, "class": "masukan"})
    )

    def __init__(self, *args: Any, is_murni: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_murni:
            del self.fields["alasan"]


class FormRevisi(FormBersih):
    """A revision: kind, number, date, reason."""

    jenis = forms.ChoiceField(
        label="Jenis versi",
        choices=[(j.value, j.label) for j in (JenisDPA.PERGESERAN, JenisDPA.PERUBAHAN)],
        widget=forms.RadioSelect(attrs={"class": ""}),
        initial=JenisDPA.PERGESERAN.value,
        error_messages={"required": "Pilih jenisnya: pergeseran atau perubahan."},
    )
    nomor = forms.CharField(label="Nomor DPA", max_length=80, required=False)
    tanggal = MedanTanggal(label="Tanggal pengesahan", required=False)
    alasan = forms.CharField(
        label="Alasan",
        widget=forms.Textarea(attrs={"rows": 3, "class": "masukan"}),
        error_messages={"required": "Tulis alasannya, misalnya: tambahan anggaran pada APBD Perubahan."},
    )


class FormTetapkan(FormBersih):
    """Setting a draft: the total as the document states it, and the remarks read."""

    jumlah = AngkaField(
        label="Jumlah pagu pada dokumen DPA (Rp)",
        jenis=JenisAngka.RUPIAH,
        widget=MasukanAngka(attrs={"class": "masukan masukan-angka"}),
        error_messages={"required": "Tulis jumlah pada dokumen DPA, misalnya 3.088.328.946."},
    )
    dibaca = forms.BooleanField(
        label="Peringatan di atas sudah diperiksa dan isinya benar",
        required=False,
        widget=forms.CheckboxInput(attrs={"class": ""}),
    )


def baca_pagu(
    data: Mapping[str, str], tempat: Iterable[Kunci]
) -> tuple[dict[Kunci, Decimal | None], dict[Kunci, Isian]]:
    """Return the amounts of a POST in rupiah (None: blank) and each as typed, with what is wrong."""
    nilai: dict[Kunci, Decimal | None] = {}
    isian: dict[Kunci, Isian] = {}
    for kunci in tempat:
        teks = data.get(nama_masukan(kunci))
        if teks is None:
            continue
        try:
            nilai[kunci] = _baca(teks)
            isian[kunci] = Isian(teks.strip())
        except AngkaTidakSah as galat:
            isian[kunci] = Isian(teks, str(galat))
    return nilai, isian


def _baca(teks: str) -> Decimal | None:
    if not teks.replace("\u00a0", " ").strip():
        return None
    nilai = parse_angka(teks, JenisAngka.RUPIAH)
    if nilai < 0:
        raise AngkaTidakSah(f"{teks.strip()}: pagu tidak boleh di bawah nol. Tulis 0 atau lebih.")
    if -int(nilai.as_tuple().exponent) > PALING_BANYAK_SEN:
        bulat = format_angka(nilai, PALING_BANYAK_SEN)
        raise AngkaTidakSah(
            f"{teks.strip()}: rupiah ditulis paling banyak dua angka di belakang koma.", bulat
        )
    return nilai
