"""A reported indicator without a target."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from pelaporan.periksa.tempat import STRATEGIS, is_kosong, lokasi_capaian


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find rows of Tabel 3.2 and indicators of programmes and below whose target is belum diisi."""
    k = bahan.konteks
    tahun = k.identitas.tahun
    for b in k.bab3.capaian:
        if not is_kosong(b.target):
            continue
        if "PK" in b.tanda:
            pesan = (
                f"Target {b.indikator} dalam Perjanjian Kinerja tahun {tahun} belum diisi. Isi targetnya "
                "menurut Perjanjian Kinerja yang ditandatangani."
            )
            yield _temuan(lokasi_capaian(k, b.kode), pesan, f"target_pk:{b.kode}", b.kode)
            continue
        if not k.bab2.rkt:
            continue  # the empty plan is the cause: rkt_kosong names it and counts these
        pesan = (
            f"{b.indikator} dilaporkan sebagai IKU, tetapi target tahun {tahun} tidak ada dalam Perjanjian "
            "Kinerja, rencana kerja, maupun Renstra. Isi targetnya dalam rencana kerja."
        )
        yield _temuan(lokasi_capaian(k, b.kode), pesan, f"target_rkt:{b.kode}", b.kode)
    if k.bab2.revisi_dpa:
        yield from _program(bahan)


def _program(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Where no indicator of a programme has a target in the DPA it is one cause, not one an indicator."""
    k = bahan.konteks
    dihapus = {b.kode for b in k.bab2.pagu if b.kode and b.perubahan == "dihapus"}
    semua = [i for i in bahan.indikator if i.tingkat not in STRATEGIS and i.kode_node not in dihapus]
    kosong = [i for i in semua if i.target_dpa is None or is_kosong(i.target_dpa)]
    dpa = k.bab2.revisi_dpa[-1].nama
    if len(kosong) == len(semua) > 1:
        pesan = (
            f"Target {dpa} belum diisi untuk seluruh {len(kosong)} indikator program, kegiatan, dan sub "
            "kegiatan. Isi targetnya menurut dokumen itu."
        )
        yield _temuan(lokasi_tabel(k, "t_pagu", objek="target"), pesan, "dpa", "")
        return
    for i in kosong:
        yield _temuan(*_satu(bahan, i, dpa), f"target_dpa:{i.kode}", i.kode)


def _satu(bahan: BahanPeriksa, i: FaktaIndikator, dpa: str) -> tuple[Lokasi, str]:
    tempat = lokasi_tabel(bahan.konteks, "t_pagu", i.kode_node, i.kode)
    return (
        tempat,
        f"Target {i.nama} ({i.kode_node}) dalam {dpa} belum diisi. Isi targetnya menurut dokumen itu.",
    )


def _temuan(lokasi: Lokasi, pesan: str, tautan: str, kode: str) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi,
        pesan=pesan,
        nilai=(("target", "belum diisi"),),
        tautan=tautan,
        sebab=f"target:{kode}" if kode else "target_dpa",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="target_kosong",
    nama="Target belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: target dan realisasi setiap indikator; audit contoh T6, N9",
    periksa=periksa,
)
