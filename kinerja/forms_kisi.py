"""Reads what was typed in a grid: every cell by the one strict parser, every refusal at its cell.

Field names of a row are ``<kunci>-nilai``, ``-predikat``, ``-pembilang``, ``-penyebut``, ``-keadaan``,
``-keterangan``, ``-versi`` and ``-yakin``; the grid and a row's own page use the same names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.alur_isian import IsiBelanja, IsiKinerja, kunci_kinerja
from kinerja.isian import BarisBelanja, BarisKinerja
from kinerja.kewajaran import periksa_nilai
from kinerja.models import SkalaNilai
from kinerja.pilihan import JenisNilai, MetodePeriode
from sakip.umum.angka import AngkaTidakSah, JenisAngka, format_angka, format_rupiah, parse_angka

ISI, TIDAK_BERLAKU = "isi", "tidak_berlaku"
PALING_BANYAK_DESIMAL = 4
GRAMATIKA = {
    JenisNilai.ANGKA: JenisAngka.JUMLAH,
    JenisNilai.RUPIAH: JenisAngka.RUPIAH,
    JenisNilai.PERSEN: JenisAngka.PERSEN,
    JenisNilai.INDEKS: JenisAngka.INDEKS,
}


@dataclass
class Ketikan:
    """One row as typed: texts by field, what is wrong with each, and what is asked to be confirmed."""

    teks: dict[str, str] = field(default_factory=dict)
    galat: dict[str, str] = field(default_factory=dict)
    tanya: str = ""

    @property
    def is_sah(self) -> bool:
        """Whether nothing stands in the way of saving."""
        return not self.galat and not self.tanya


def is_berpasangan(baris: BarisKinerja) -> bool:
    """Whether pembilang and penyebut are asked."""
    d = baris.definisi
    return d is not None and (d.metode == MetodePeriode.RASIO_JUMLAH or bool(d.label_pembilang))


def is_bernilai(baris: BarisKinerja) -> bool:
    """Whether a value may be typed directly: not where only the pair is stored."""
    d = baris.definisi
    return d is not None and d.jenis != JenisNilai.PREDIKAT and d.metode != MetodePeriode.RASIO_JUMLAH


def baca_kinerja(
    data: Mapping[str, str], baris: BarisKinerja, skala: Mapping[str, SkalaNilai]
) -> tuple[IsiKinerja, Ketikan]:
    """Return one row of a POST as values and as typed; ``skala`` maps "skala:kode" to a grade."""
    kunci = kunci_kinerja(baris)
    k = Ketikan(teks={n: data.get(f"{kunci}-{n}", "").strip() for n in (
        "nilai", "predikat", "pembilang", "penyebut", "keadaan", "keterangan", "versi", "yakin",
    )})  # fmt: skip
    versi = _versi(k)
    if k.teks["keadaan"] == TIDAK_BERLAKU:
        for nama in ("nilai", "predikat", "pembilang", "penyebut"):
            if k.teks[nama]:
                k.galat[nama] = "Kosongkan angkanya, atau pilih Diisi: tidak berlaku berarti tidak ada nilai."
        if not k.teks["keterangan"]:
            k.galat["keterangan"] = "Tulis alasan tidak berlaku, misalnya: survei hanya pada semester II."
        return IsiKinerja(versi=versi, berlaku=False, keterangan=k.teks["keterangan"]), k
    d = baris.definisi
    assert d is not None
    predikat = None
    if d.jenis == JenisNilai.PREDIKAT and k.teks["predikat"]:
        predikat = skala.get(f"{d.skala}:{k.teks['predikat']}")
        if predikat is None:
            k.galat["predikat"] = (
                f"{k.teks['predikat']}: predikat ini tidak ada dalam skalanya. Pilih dari daftar."
            )
    nilai = (
        _angka(k, "nilai", GRAMATIKA.get(JenisNilai(d.jenis), JenisAngka.JUMLAH))
        if is_bernilai(baris)
        else None
    )
    atas = bawah = None
    if is_berpasangan(baris):
        atas, bawah = _pasangan(k, nilai)
    if nilai is not None and "nilai" not in k.galat:
        _wajar(k, "nilai", baris, nilai)
    elif atas is not None and bawah:
        _wajar(k, "pembilang", baris, atas / bawah * 100)
    isi = IsiKinerja(
        versi=versi, nilai=nilai, predikat=predikat, pembilang=atas, penyebut=bawah,
        keterangan=k.teks["keterangan"],
    )  # fmt: skip
    return isi, k


def _pasangan(k: Ketikan, nilai: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    atas, bawah = _angka(k, "pembilang", JenisAngka.JUMLAH), _angka(k, "penyebut", JenisAngka.JUMLAH)
    if (atas is None) != (bawah is None) and not {"pembilang", "penyebut"} & k.galat.keys():
        kosong = "pembilang" if atas is None else "penyebut"
        k.galat[kosong] = "Isi pembilang dan penyebut bersama-sama; persentasenya dihitung."
    if bawah is not None and bawah == 0:
        k.galat["penyebut"] = "Penyebut tidak boleh 0. Bila memang tidak ada, tandai tidak berlaku."
    if nilai is not None and atas is not None:
        k.galat["nilai"] = "Isi persentase, atau pembilang dan penyebutnya; tidak keduanya."
    return atas, bawah


def _wajar(k: Ketikan, nama: str, baris: BarisKinerja, nilai: Decimal) -> None:
    d = baris.definisi
    assert d is not None
    target = baris.target.nilai if baris.target is not None else None
    is_persen = d.jenis == JenisNilai.PERSEN or (d.satuan is not None and d.satuan.is_persen)
    for satu in periksa_nilai(jenis=d.jenis, nilai=nilai, is_persen=is_persen, target=target):
        if satu.tingkat == "galat":
            k.galat[nama] = satu.pesan
        elif not k.teks["yakin"]:
            k.tanya = satu.pesan


def baca_belanja(data: Mapping[str, str], baris: BarisBelanja, triwulan: int) -> tuple[IsiBelanja, Ketikan]:
    """Return one row of a budget POST as values and as typed."""
    k = Ketikan(
        teks={n: data.get(f"{baris.kunci}-{n}", "").strip() for n in ("nilai", "catatan", "versi", "yakin")}
    )
    nilai = _angka(k, "nilai", JenisAngka.RUPIAH, desimal=2)
    if nilai is None and k.teks["catatan"] and "nilai" not in k.galat:
        k.galat["nilai"] = "Isi realisasinya (0 bila memang nol), atau kosongkan catatannya."
    if nilai is not None and not k.galat and not k.teks["yakin"]:
        k.tanya = _tanya_belanja(baris, triwulan, nilai)
    return IsiBelanja(versi=_versi(k), nilai=nilai, catatan=k.teks["catatan"]), k


def _tanya_belanja(baris: BarisBelanja, triwulan: int, nilai: Decimal) -> str:
    lain = sum(
        (r.nilai for p, r in baris.realisasi.items() if p != f"tw{triwulan}" and p != "tahun"), Decimal(0)
    )
    if nilai < 0:
        return f"{format_rupiah(nilai)} di bawah nol. Benarkah ini pengembalian belanja?"
    if baris.pagu is not None and lain + nilai > baris.pagu:
        return (
            f"Realisasi setahun menjadi {format_rupiah(lain + nilai)}, lebih besar daripada pagu "
            f"{format_rupiah(baris.pagu)}. Periksa salah satunya."
        )
    return ""


def _versi(k: Ketikan) -> int:
    teks = k.teks["versi"]
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) <= 15 else 0


def _angka(k: Ketikan, nama: str, jenis: JenisAngka, desimal: int = PALING_BANYAK_DESIMAL) -> Decimal | None:
    teks = k.teks[nama]
    if not teks.replace("\u00a0", " ").strip():
        return None
    try:
        nilai = parse_angka(teks, jenis)
    except AngkaTidakSah as galat:
        k.galat[nama] = str(galat)
        return None
    if nilai != round(nilai, desimal):
        k.galat[nama] = f"{teks}: paling banyak {desimal} angka di belakang koma."
        return None
    return nilai


# What is stored, as the fields show it ---------------------------------------------------------------


def ketikan_kinerja(baris: BarisKinerja, triwulan: int, versi: int) -> Ketikan:
    """Return the stored row in the form that the parser reads."""
    r = baris.sel(triwulan)
    d = baris.definisi
    jenis = GRAMATIKA.get(JenisNilai(d.jenis), JenisAngka.JUMLAH) if d else JenisAngka.JUMLAH
    teks = dict.fromkeys(("nilai", "predikat", "pembilang", "penyebut", "keterangan", "yakin"), "")
    teks |= {"keadaan": ISI, "versi": str(versi)}
    if r is not None:
        teks |= {
            "nilai": _cetak(r.nilai, jenis),
            "predikat": r.predikat.kode if r.predikat else "",
            "pembilang": _cetak(r.pembilang, JenisAngka.JUMLAH),
            "penyebut": _cetak(r.penyebut, JenisAngka.JUMLAH),
            "keadaan": ISI if r.berlaku else TIDAK_BERLAKU,
            "keterangan": r.keterangan,
        }
    return Ketikan(teks=teks)


def ketikan_belanja(baris: BarisBelanja, triwulan: int, versi: int) -> Ketikan:
    """Return the stored amount in the form that the parser reads."""
    r = baris.sel(triwulan)
    return Ketikan(
        teks={
            "nilai": _cetak(r.nilai if r else None, JenisAngka.RUPIAH),
            "catatan": r.catatan if r else "",
            "versi": str(versi),
            "yakin": "",
        }
    )


def _cetak(nilai: Decimal | None, jenis: JenisAngka) -> str:
    if nilai is None:
        return ""
    teks = format_angka(nilai)
    return teks.replace(".", "") if jenis in (JenisAngka.PERSEN, JenisAngka.INDEKS) else teks
