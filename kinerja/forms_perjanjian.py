"""Forms of Perjanjian Kinerja: a new one, a revision, a draft with its targets, reasons of warnings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms

from anggaran.models import DPA
from kinerja.alur_konsep_pk import BarisTarget, IsianPK, PKBentrok
from kinerja.bahan_pk import Usulan, sebut_satuan, sebut_target
from kinerja.bentrok import Ubahan
from kinerja.forms_nilai import SelNilai, Skala, baca_sel, build_sel
from kinerja.models import DefinisiIndikator, PerjanjianKinerja, SkalaNilai, TargetPK
from kinerja.models.nilai import Nilai
from kinerja.peringatan_pk import Peringatan
from kinerja.pilihan import AlasanPerubahanPK
from kinerja.sebut_nilai import sebut_nilai
from organisasi.models import PemangkuJabatan
from sakip.umum.tanggal import format_tanggal

URUTAN_TERBESAR = 999


class MasukanTanggal(forms.DateInput):
    """A date: the browser's own calendar, stored as the ISO form whatever its language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(attrs={"class": "masukan"}, format="%Y-%m-%d")


def medan_tanggal(label: str, petunjuk: str = "") -> forms.DateField:
    """Return a date field."""
    return forms.DateField(
        label=label,
        help_text=petunjuk,
        widget=MasukanTanggal(),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        error_messages={
            "required": "Isi tanggal, misalnya 25/01/2026.",
            "invalid": "Tanggal ini tidak ada. Tulis hari/bulan/tahun, misalnya 25/01/2026.",
        },
    )


def medan_nomor() -> forms.CharField:
    """Return the field of a document's number."""
    return forms.CharField(
        label="Nomor",
        required=False,
        max_length=80,
        help_text="Kosongkan bila PK tidak bernomor. Contoh: 188/412/PK/2026.",
        widget=forms.TextInput(attrs={"class": "masukan", "autocomplete": "off"}),
    )


class BuatPKForm(forms.Form):
    """Date and number of a new PK; the rest comes from the plans."""

    tanggal = medan_tanggal("Tanggal PK", "Paling lambat satu bulan setelah DPA disahkan.")
    nomor = medan_nomor()


class RevisiPKForm(forms.Form):
    """What a revision says of itself (PermenPANRB 53/2014)."""

    tanggal = medan_tanggal("Tanggal perubahan")
    nomor = medan_nomor()
    alasan = forms.ChoiceField(
        label="Alasan perubahan",
        choices=AlasanPerubahanPK.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih salah satu dari tiga alasan."},
    )
    uraian = forms.CharField(
        label="Uraian alasan",
        help_text="Contoh: pagu program penunjang bertambah dengan DPA Perubahan 1.",
        widget=forms.Textarea(attrs={"class": "masukan", "rows": 4}),
        error_messages={"required": "Tulis uraian alasan, paling sedikit satu kalimat."},
    )


class PilihanPejabat(forms.ModelChoiceField):
    """Holders of a post with how long they hold it."""

    def label_from_instance(self, obj: Any) -> str:
        """Return "Citra Lestari, Plt. Camat (3 Januari 2022 sampai sekarang)"."""
        akhir = format_tanggal(obj.sampai) if obj.sampai else "sekarang"
        return f"{obj.pegawai.nama_lengkap}, {obj.sebutan} ({format_tanggal(obj.mulai)} sampai {akhir})"


class PilihanDPA(forms.ModelChoiceField):
    """Versions of the DPA with their dates."""

    def label_from_instance(self, obj: Any) -> str:
        """Return "DPA Perubahan 1, 7 Oktober 2024"."""
        keadaan = "" if obj.is_ditetapkan else " (konsep)"
        return f"{obj.nama}{f', {format_tanggal(obj.tanggal)}' if obj.tanggal else ''}{keadaan}"


class KepalaPKForm(forms.Form):
    """What stands above the targets of a draft."""

    tanggal = medan_tanggal("Tanggal PK")
    nomor = medan_nomor()
    pihak_pertama = PilihanPejabat(
        label="Pihak pertama", queryset=PemangkuJabatan.objects.none(), empty_label=None
    )
    pihak_kedua = PilihanPejabat(
        label="Pihak kedua (atasan)", queryset=PemangkuJabatan.objects.none(), empty_label=None
    )
    dpa = PilihanDPA(
        label="DPA yang dicetak",
        queryset=DPA.objects.none(),
        required=False,
        empty_label="Belum dipilih",
        help_text="PK mencetak pagu DPA ini. DPA harus sudah ditetapkan sebelum PK ditetapkan.",
    )
    alasan = forms.ChoiceField(label="Alasan perubahan", choices=AlasanPerubahanPK.choices)
    uraian_alasan = forms.CharField(
        label="Uraian alasan",
        widget=forms.Textarea(attrs={"class": "masukan", "rows": 3}),
        error_messages={"required": "Tulis uraian alasan, paling sedikit satu kalimat."},
    )

    def __init__(self, pk: PerjanjianKinerja, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={n: getattr(pk, n) for n in self.base_fields})
        pemangku = PemangkuJabatan.objects.select_related("pegawai", "jabatan").order_by("-mulai")
        self.fields["pihak_pertama"].queryset = pemangku.filter(jabatan=pk.jabatan_id)  # type: ignore[attr-defined]
        self.fields["pihak_kedua"].queryset = pemangku.filter(jabatan=pk.jabatan.atasan_id)  # type: ignore[attr-defined]
        self.fields["dpa"].queryset = DPA.objects.filter(  # type: ignore[attr-defined]
            perangkat_daerah=pk.jabatan.perangkat_daerah_id, tahun=pk.tahun
        ).order_by("urutan")
        if not pk.revisi:
            del self.fields["alasan"], self.fields["uraian_alasan"]
        for nama in ("pihak_pertama", "pihak_kedua", "dpa", "alasan"):
            if nama in self.fields:
                self.fields[nama].widget.attrs["class"] = "masukan"


# The targets of a draft ---------------------------------------------------------------------------------


@dataclass
class BarisIsian:
    """One indicator on the page of a draft: whether it is in, its order, its cell, what the plans say."""

    usulan: Usulan
    sel: SelNilai
    definisi: DefinisiIndikator | None
    satuan: str
    renstra: str
    acuan: str  # the target of RKT or DPA
    pembanding: Decimal | None  # the Renstra target, to judge how odd a value is
    masuk: bool
    urutan: str
    galat_urutan: str = ""
    nomor: int = 0

    @property
    def kunci(self) -> str:
        """Name of the row in the form."""
        return self.sel.kunci

    @property
    def bergalat(self) -> bool:
        """Whether something of the row is refused or asked."""
        return bool(self.galat_urutan) or not self.sel.is_sah


@dataclass
class LembarPK:
    """All rows of a draft as shown or as typed."""

    baris: list[BarisIsian] = field(default_factory=list)

    @property
    def is_sah(self) -> bool:
        """Whether every row that is in can be saved."""
        return not any(b.bergalat for b in self.baris)

    @property
    def galat(self) -> list[BarisIsian]:
        """The rows with something wrong."""
        return [b for b in self.baris if b.bergalat]

    def isian(self) -> tuple[BarisTarget, ...]:
        """Return the rows that are in."""
        hasil = []
        for b in self.baris:
            if b.masuk:
                nilai, atas, predikat = b.sel.isi
                urutan = int(b.urutan) if b.urutan else 0
                hasil.append(BarisTarget(b.usulan.indikator.pk, urutan, nilai, atas, predikat))
        return tuple(hasil)


def build_lembar(
    target: Iterable[TargetPK],
    semua: Iterable[Usulan],
    definisi: Mapping[int, DefinisiIndikator],
    renstra: Mapping[int, Nilai],
    skala: Skala,
) -> LembarPK:
    """Return the rows of a draft: what is in by its order, then what could be added, as the plans have it."""
    ada = {t.indikator_id: t for t in target}
    usul = {u.indikator.pk: u for u in semua}
    for satu in ada.values():
        usul.setdefault(satu.indikator_id, Usulan(satu.indikator, None, "", False))
    urut = sorted(usul.values(), key=lambda u: (u.indikator.pk not in ada, _urutan(ada, u)))
    hasil = LembarPK()
    for n, u in enumerate(urut, start=1):
        d, t = definisi.get(u.indikator.pk), ada.get(u.indikator.pk)
        awal = t if t is not None else u.target
        hasil.baris.append(
            BarisIsian(
                usulan=u,
                sel=build_sel(f"i{u.indikator.pk}", f"Target {u.indikator.nama}", d, awal, skala),
                definisi=d,
                satuan=sebut_satuan(d),
                renstra=_sebut(renstra.get(u.indikator.pk), d),
                acuan=_sebut(u.target, d) if u.sumber in ("RKT", "DPA") else "",
                pembanding=getattr(renstra.get(u.indikator.pk), "nilai", None),
                masuk=t is not None,
                urutan=str(t.urutan) if t else str(n),
                nomor=n,
            )
        )
    return hasil


def _urutan(ada: Mapping[int, TargetPK], u: Usulan) -> int:
    return ada[u.indikator.pk].urutan if u.indikator.pk in ada else 0


def _sebut(nilai: Nilai | None, d: DefinisiIndikator | None) -> str:
    return "" if nilai is None or nilai.is_kosong else sebut_target(nilai, d)


def baca_lembar(data: Mapping[str, str], lembar: LembarPK) -> LembarPK:
    """Fill the rows from a POST. A row that is not ticked is not judged; what is typed in it stays."""
    for b in lembar.baris:
        b.masuk = bool(data.get(f"{b.kunci}-masuk"))
        b.urutan = data.get(f"{b.kunci}-urutan", "").strip()
        baca_sel(data, b.sel, b.definisi, b.pembanding)
        if not b.masuk:
            b.sel.galat = b.sel.galat_atas = b.sel.tanya = ""
        elif not (b.urutan.isascii() and b.urutan.isdigit() and 0 < int(b.urutan) <= URUTAN_TERBESAR):
            b.galat_urutan = f"Tulis nomor urut 1 sampai {URUTAN_TERBESAR}, misalnya {b.nomor}."
    return lembar


def build_isian(form: KepalaPKForm, lembar: LembarPK, dibaca: tuple[int, int]) -> IsianPK:
    """Return a draft as typed from a valid form and sheet."""
    isi = form.cleaned_data
    return IsianPK(
        nomor=isi["nomor"].strip(),
        tanggal=isi["tanggal"],
        dpa=isi["dpa"],
        pihak_pertama=isi["pihak_pertama"],
        pihak_kedua=isi["pihak_kedua"],
        alasan=isi.get("alasan", ""),
        uraian_alasan=isi.get("uraian_alasan", "").strip(),
        baris=lembar.isian(),
        dibaca=dibaca,
    )


def tandai_bentrok(
    lembar: LembarPK, form: KepalaPKForm, galat: PKBentrok, predikat: Mapping[int, SkalaNilai]
) -> None:
    """Write both values at each cell that somebody else changed meanwhile."""
    for b in lembar.baris:
        ubahan = galat.target.get(b.usulan.indikator.pk)
        if ubahan is not None:
            b.sel.galat = sebut_bentrok(ubahan, b.definisi, predikat, "dikeluarkan dari PK")
    if galat.kepala is not None:
        form.add_error(
            None,
            f"Nomor, tanggal, pihak, atau DPA diubah {galat.kepala.sebut()}. Tulisan Anda masih ada di "
            "sini; simpan lagi untuk memakainya.",
        )


def sebut_bentrok(
    u: Ubahan, definisi: DefinisiIndikator | None, predikat: Mapping[int, SkalaNilai], hilang: str
) -> str:
    """Return the sentence of a cell that two people changed."""
    if u.baru is None:
        akibat = hilang
    else:
        p = predikat.get(u.baru["predikat_id"] or 0)
        nilai = sebut_nilai(
            u.baru["nilai"], u.baru["nilai_atas"], p.kode if p else "", definisi.desimal if definisi else 2
        )
        akibat = f"diubah menjadi {nilai}"
    return f"Sementara itu {akibat} oleh {u.sebut()}. Simpan lagi untuk memakai tulisan Anda, atau samakan."


# Reasons ------------------------------------------------------------------------------------------------


class AlasanForm(forms.Form):
    """One reason for each warning."""

    def __init__(self, peringatan: Iterable[Peringatan], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.peringatan = list(peringatan)
        for p in self.peringatan:
            self.fields[nama_alasan(p)] = forms.CharField(
                label=p.kalimat,
                widget=forms.Textarea(attrs={"class": "masukan", "rows": 2}),
                error_messages={
                    "required": "Tulis alasannya, misalnya: DPA diterima kecamatan pada 10 Februari."
                },
            )

    def alasan(self) -> dict[tuple[str, int | None], str]:
        """Return the reasons of a valid form."""
        return {p.kunci: self.cleaned_data[nama_alasan(p)] for p in self.peringatan}


def nama_alasan(p: Peringatan) -> str:
    """Return the field name of a warning."""
    return f"alasan-{p.kode}-{p.indikator_id or 0}"


def tanggal_baku(tahun: int, dpa: DPA | None, hari: datetime.date) -> datetime.date:
    """Return the date that a new PK proposes: today in its year, else that of the DPA, else 31 January."""
    if hari.year == tahun:
        return hari
    return dpa.tanggal if dpa is not None and dpa.tanggal else datetime.date(tahun, 1, 31)
