"""What a person types of the plan: Renstra targets by cell, the definition of an indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms

from anggaran.forms import FormBersih
from kinerja.forms_kisi import GRAMATIKA
from kinerja.kewajaran import periksa_nilai
from kinerja.models import DefinisiIndikator, SkalaNilai
from kinerja.perencanaan import IsiTarget, KunciTarget
from kinerja.pilihan import AkumulasiRenstra, ArahIndikator, Frekuensi, JenisNilai, MetodePeriode
from kinerja.target_renstra import TabelTarget, is_cocok
from organisasi.models import Satuan, UnitKerja
from sakip.umum.angka import AngkaTidakSah, JenisAngka, format_angka, parse_angka
from sakip.umum.formulir import BulatField, MasukanBulat

BAGIAN = ("nilai", "atas", "predikat")


@dataclass
class KetikanTarget:
    """One target as typed; ``galat`` and ``tanya`` (to be confirmed) stand at its cell."""

    teks: dict[str, str] = field(default_factory=lambda: dict.fromkeys(BAGIAN, ""))
    galat: str = ""
    bagian_galat: str = "nilai"
    tanya: str = ""


def nama_sel(kunci: KunciTarget) -> str:
    """Return the stem of the names of a cell's inputs."""
    return f"target-{kunci[0]}-{kunci[1]}"


def gramatika(d: DefinisiIndikator) -> JenisAngka:
    """Return how a number of an indicator is written."""
    return GRAMATIKA.get(JenisNilai(d.jenis), JenisAngka.JUMLAH)


def ketikan_target(tabel: TabelTarget, kunci: KunciTarget) -> KetikanTarget:
    """Return the stored target in the form that the parser reads; blank where it does not fit its kind."""
    t, d = tabel.target.get(kunci), tabel.definisi[kunci]
    if t is None or not is_cocok(t, d):
        return KetikanTarget()
    kode = t.predikat.kode if t.predikat is not None else ""
    return KetikanTarget({"nilai": _cetak(t.nilai, d), "atas": _cetak(t.nilai_atas, d), "predikat": kode})


def _cetak(nilai: Decimal | None, d: DefinisiIndikator) -> str:
    if nilai is None:
        return ""
    teks = format_angka(nilai)
    return teks.replace(".", "") if gramatika(d) in (JenisAngka.PERSEN, JenisAngka.INDEKS) else teks


def baca_target(
    data: Mapping[str, str], tabel: TabelTarget
) -> tuple[dict[KunciTarget, IsiTarget], dict[KunciTarget, KetikanTarget]]:
    """Return the targets of a POST as values and as typed. A question is asked only of what was changed."""
    isi: dict[KunciTarget, IsiTarget] = {}
    ketikan: dict[KunciTarget, KetikanTarget] = {}
    for kunci in tabel.kunci_terbuka():
        nama = nama_sel(kunci)
        if not any(f"{nama}-{b}" in data for b in BAGIAN):
            continue
        k = KetikanTarget({b: data.get(f"{nama}-{b}", "").strip() for b in BAGIAN})
        satu = _baca_sel(k, tabel.definisi[kunci], tabel.skala)
        tetap = k.teks == ketikan_target(tabel, kunci).teks
        if k.tanya and (tetap or data.get(f"{nama}-yakin") == "ya"):
            k.tanya = ""
        isi[kunci], ketikan[kunci] = satu, k
    return isi, ketikan


def _baca_sel(k: KetikanTarget, d: DefinisiIndikator, skala: Mapping[str, Any]) -> IsiTarget:
    if d.jenis == JenisNilai.PREDIKAT:
        return _baca_predikat(k, d, skala)
    nilai = _angka(k, "nilai", d)
    if d.arah != ArahIndikator.RENTANG:
        return IsiTarget(nilai=nilai)
    atas = _angka(k, "atas", d)
    if not k.galat and (nilai is None) != (atas is None):
        k.bagian_galat = "nilai" if nilai is None else "atas"
        k.galat = "Isi batas bawah dan batas atas bersama-sama, misalnya 8 dan 10."
    elif nilai is not None and atas is not None and atas < nilai:
        k.bagian_galat = "atas"
        k.galat = (
            f"{k.teks['atas']}: batas atas tidak boleh lebih kecil daripada batas bawah {k.teks['nilai']}."
        )
    return IsiTarget(nilai=nilai, nilai_atas=atas)


def _baca_predikat(k: KetikanTarget, d: DefinisiIndikator, skala: Mapping[str, Any]) -> IsiTarget:
    kode = k.teks["predikat"]
    if not kode:
        return IsiTarget()
    pilihan: dict[str, SkalaNilai] = {s.kode: s for s in skala.get(d.skala, ())}
    if kode not in pilihan:
        k.galat, k.bagian_galat = (
            f"{kode}: predikat ini tidak ada dalam skalanya. Pilih dari daftar.",
            "predikat",
        )
        return IsiTarget()
    return IsiTarget(predikat_id=pilihan[kode].pk)


def _angka(k: KetikanTarget, bagian: str, d: DefinisiIndikator) -> Decimal | None:
    if not k.teks[bagian] or k.galat:
        return None
    try:
        nilai = parse_angka(k.teks[bagian], gramatika(d))
    except AngkaTidakSah as galat:
        k.galat, k.bagian_galat = str(galat), bagian
        return None
    is_persen = d.jenis == JenisNilai.PERSEN or (d.satuan is not None and d.satuan.is_persen)
    for satu in periksa_nilai(jenis=d.jenis, nilai=nilai, is_persen=is_persen):
        if satu.tingkat == "galat":
            k.galat, k.bagian_galat = satu.pesan, bagian
        else:
            k.tanya = satu.pesan
    return nilai


class FormDefinisi(FormBersih):
    """The definition of an indicator; first year and reason where data exist or there is none yet."""

    satuan = forms.ModelChoiceField(label="Satuan", queryset=Satuan.objects.none(), required=False)
    jenis = forms.ChoiceField(label="Jenis nilai", choices=JenisNilai.choices)
    skala = forms.ChoiceField(label="Skala predikat", required=False)
    arah = forms.ChoiceField(label="Arah", choices=ArahIndikator.choices)
    desimal = BulatField(
        label="Angka di belakang koma",
        min_value=0,
        max_value=6,
        widget=MasukanBulat(attrs={"class": "masukan"}),
    )
    frekuensi = forms.ChoiceField(label="Frekuensi pengukuran", choices=Frekuensi.choices)
    metode = forms.ChoiceField(label="Nilai setahun dihitung dari", choices=MetodePeriode.choices)
    akumulasi_renstra = forms.ChoiceField(
        label="Terhadap target akhir Renstra", choices=AkumulasiRenstra.choices
    )
    definisi_operasional = forms.CharField(
        label="Definisi operasional",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "masukan"}),
    )
    formulasi = forms.CharField(
        label="Formulasi", required=False, widget=forms.Textarea(attrs={"rows": 3, "class": "masukan"})
    )
    label_pembilang = forms.CharField(label="Pembilang", max_length=200, required=False)
    label_penyebut = forms.CharField(label="Penyebut", max_length=200, required=False)
    sumber_data = forms.CharField(label="Sumber data", max_length=250, required=False)
    penanggung_jawab = forms.ModelChoiceField(
        label="Penanggung jawab", queryset=UnitKerja.objects.none(), required=False
    )
    mulai_tahun = BulatField(
        label="Tahun pertama", min_value=2000, max_value=2100, required=False,
        widget=MasukanBulat(attrs={"class": "masukan"}),
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan perubahan", required=False, widget=forms.Textarea(attrs={"rows": 2, "class": "masukan"})
    )

    def __init__(self, *args: Any, unit: Any, satuan: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        medan: dict[str, Any] = self.fields
        medan["skala"].choices = [("", "Bukan predikat"), *_skala()]
        medan["satuan"].queryset = satuan
        medan["penanggung_jawab"].queryset = unit

    def isi(self) -> dict[str, Any]:
        """Return the cleaned values by the columns of the model."""
        bersih = dict(self.cleaned_data)
        satuan, unit = bersih.pop("satuan"), bersih.pop("penanggung_jawab")
        for nama in ("mulai_tahun", "alasan"):
            bersih.pop(nama)
        return {
            **bersih,
            "satuan_id": satuan.pk if satuan else None,
            "penanggung_jawab_id": unit.pk if unit else None,
        }


def _skala() -> list[tuple[str, str]]:
    semua = SkalaNilai.objects.order_by("skala").values_list("skala", flat=True).distinct()
    return [(s, s.upper()) for s in semua]


def awal_definisi(d: DefinisiIndikator | None) -> dict[str, Any]:
    """Return what the form shows of a stored definition, or of none."""
    if d is None:
        return {"desimal": 2, "frekuensi": Frekuensi.TAHUNAN.value, "metode": MetodePeriode.AKHIR.value}
    return {
        nama: getattr(d, nama)
        for nama in (
            "jenis", "skala", "arah", "desimal", "frekuensi", "metode", "akumulasi_renstra",
            "definisi_operasional", "formulasi", "label_pembilang", "label_penyebut", "sumber_data",
        )
    } | {"satuan": d.satuan_id, "penanggung_jawab": d.penanggung_jawab_id}  # fmt: skip
