"""The value of an indicator in a cell: number, range or grade, by the definition in force."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kinerja.bahan_pk import is_persen
from kinerja.forms_nilai import GRAMATIKA
from kinerja.kewajaran import GALAT, periksa_nilai
from kinerja.models import DefinisiIndikator
from kinerja.pilihan import ArahIndikator, JenisNilai
from pelaporan.buku.kolom import Nilai, SelSalah, baca_nilai_indikator
from pelaporan.buku.skema import BarisSalah
from sakip.umum.angka import JenisAngka

if TYPE_CHECKING:
    from pelaporan.buku.bahan import Bahan


def dari_model(nilai: Any, awalan: str = "") -> Nilai:
    """Return what stands in a row that has nilai, nilai_atas and predikat."""
    if getattr(nilai, f"{awalan}predikat_id" if awalan else "predikat_id", None):
        return str(getattr(nilai, f"{awalan}predikat" if awalan else "predikat").kode)
    return rentang(nilai.nilai, nilai.nilai_atas)


def rentang(bawah: Decimal | None, atas: Decimal | None) -> Nilai:
    """Return a number, or a pair where there is an upper value."""
    return bawah if bawah is None or atas is None else (bawah, atas)


def tafsir(b: Bahan, kode: str, kolom: str, isi: Nilai, *, boleh_rentang: bool = True) -> Nilai:
    """Read a cell for the indicator named ``kode``; one that is not known yet stays as it is."""
    definisi = b.definisi_kode(kode)
    if definisi is None or isi is None or isinstance(isi, tuple):
        return isi
    predikat = tuple(s.kode for s in b.skala.get(definisi.skala, ()))
    is_predikat = definisi.jenis == JenisNilai.PREDIKAT
    try:
        return baca_nilai_indikator(
            isi,
            GRAMATIKA.get(JenisNilai(definisi.jenis), JenisAngka.JUMLAH),
            is_predikat=is_predikat,
            is_rentang=boleh_rentang and definisi.arah == ArahIndikator.RENTANG,
            predikat=predikat,
        )
    except SelSalah as salah:
        raise BarisSalah({kolom: salah}) from salah


def kolom_model(b: Bahan, definisi: DefinisiIndikator | None, kolom: str, isi: Nilai) -> dict[str, Any]:
    """Return nilai, nilai_atas and predikat of a value; refuse what cannot be of its kind.

    Raises BarisSalah where there is no definition or the number is none of its kind (a rupiah amount where an
    index should stand).
    """
    if isi is None or isi == "":
        return {"nilai": None, "nilai_atas": None, "predikat": None}
    if definisi is None:
        raise BarisSalah({kolom: "Indikator ini belum punya definisi pada tahun itu. Isi lembar Definisi."})
    if isinstance(isi, str):
        skala = {s.kode: s for s in b.skala.get(definisi.skala, ())}
        if isi not in skala:
            raise BarisSalah({kolom: f"“{isi[:30]}” bukan nilai indikator ini."})
        return {"nilai": None, "nilai_atas": None, "predikat": skala[isi]}
    bawah, atas = isi if isinstance(isi, tuple) else (isi, None)
    assert isinstance(bawah, Decimal)
    for angka in (bawah, atas):
        for satu in periksa_nilai(jenis=definisi.jenis, nilai=angka, is_persen=is_persen(definisi)):
            if satu.tingkat == GALAT:
                raise BarisSalah({kolom: satu.pesan})
            b.perhatikan(kolom, satu.pesan)
    return {"nilai": bawah, "nilai_atas": atas, "predikat": None}
