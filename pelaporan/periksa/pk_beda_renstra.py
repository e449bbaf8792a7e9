"""A target of the Perjanjian Kinerja that is not the Renstra's of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja.rumus import Arah
from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import STRATEGIS, is_beda, lokasi_baris, target_renstra_tahun

DI_BAWAH = "di_bawah_renstra"  # kinerja.peringatan_pk


@dataclass(frozen=True)
class Beda:
    """An indicator with both of its targets; ``alasan`` where a reason was written."""

    indikator: FaktaIndikator
    pk: Angka
    lain: Angka
    alasan: str = ""


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them by exact value; one warning for those without a stated reason, one info for the others.

    A reason is one written when the PK was set, or that of the revision that moved the target away from
    the Renstra's.
    """
    semua = list(_beda(bahan))
    for tingkat, milik in (
        (Tingkat.PERINGATAN, [b for b in semua if not b.alasan]),
        (Tingkat.INFO, [b for b in semua if b.alasan]),
    ):
        if milik:
            yield temuan_beda(
                bahan, milik, kode=PEMERIKSAAN.kode, dokumen="Renstra", tingkat=tingkat, kunci="t_renstra"
            )


def _beda(bahan: BahanPeriksa) -> Iterator[Beda]:
    for i in bahan.indikator:
        renstra = target_renstra_tahun(i)
        if i.tingkat not in STRATEGIS or renstra is None or i.target_pk is None or not i.target_pk.is_terukur:
            continue
        if is_beda(i.target_pk, renstra):
            yield Beda(i, i.target_pk, renstra, _alasan(bahan, i, renstra))


def _alasan(bahan: BahanPeriksa, i: FaktaIndikator, renstra: Angka) -> str:
    tertulis = next((alasan for kode, alasan in i.alasan_pk if kode == DI_BAWAH), "")
    if tertulis or i.target_pk is None or i.target_pk_awal is None:
        return tertulis
    digeser = is_beda(i.target_pk, i.target_pk_awal) and not is_beda(i.target_pk_awal, renstra)
    return bahan.pk[-1].alasan if digeser and bahan.pk else ""


def temuan_beda(
    bahan: BahanPeriksa, milik: Sequence[Beda], *, kode: str, dokumen: str, tingkat: Tingkat, kunci: str
) -> Temuan:
    """Return one finding over indicators whose target PK differs from that of another document."""
    k = bahan.konteks
    satu = milik[0]
    lokasi = lokasi_tabel(k, "t_pk", objek=f"beda {kunci} {tingkat.value}")
    tautan = "pk"
    if len(milik) == 1:
        lokasi = lokasi_baris(k, "t_pk", k.bab2.pk, satu.indikator.nama, satu.indikator.kode)
        tautan = f"target_pk:{satu.indikator.kode}"
    if tingkat is Tingkat.PERINGATAN:
        lanjut = "Samakan, atau tulis alasan perbedaannya."
    else:
        alasan = list(dict.fromkeys(b.alasan.strip().rstrip(".") for b in milik))
        lanjut = f"Alasan yang tercatat: {sebut(alasan)}."
    return Temuan(
        kode=kode,
        tingkat=tingkat,
        lokasi=lokasi,
        pesan=f"{_isi(milik, dokumen, k.identitas.tahun)} {lanjut}",
        nilai=tuple(
            pasang
            for b in milik
            for pasang in (
                (f"PK {b.indikator.nama}", b.pk.teks),
                (f"{dokumen} {b.indikator.nama}", b.lain.teks),
            )
        ),
        tautan=tautan,
    )


def _isi(milik: Sequence[Beda], dokumen: str, tahun: int) -> str:
    """Say what differs, with both values."""
    if len(milik) == 1:
        (satu,) = milik
        return (
            f"Target Perjanjian Kinerja {satu.indikator.nama} adalah {satu.pk.teks}, sedangkan target "
            f"{dokumen} tahun {tahun} adalah {satu.lain.teks}{_arah(satu)}."
        )
    isi = [f"{b.indikator.nama}, PK {b.pk.teks} dan {dokumen} {b.lain.teks}{_arah(b)}" for b in milik]
    return (
        f"Target Perjanjian Kinerja {len(milik)} indikator berbeda dengan {dokumen} tahun {tahun}: "
        f"{sebut(isi)}."
    )


def _arah(b: Beda) -> str:
    """Say in brackets whether the promise asks more or less; nothing for ranges."""
    if b.pk.nilai is None or b.lain.nilai is None or b.indikator.arah == Arah.RENTANG:
        return ""
    tinggi = b.pk.nilai > b.lain.nilai
    kata = f"PK lebih {'tinggi' if tinggi else 'rendah'}"
    if b.indikator.arah == Arah.MAKIN_RENDAH:
        kata += f", jadi lebih {'longgar' if tinggi else 'ketat'}"
    return f" ({kata})"


PEMERIKSAAN = Pemeriksaan(
    kode="pk_beda_renstra",
    nama="Target Perjanjian Kinerja berbeda dengan Renstra",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran I; audit contoh T8",
    periksa=periksa,
)
