"""A reported indicator whose definition has blanks: what is measured, how, from where, by whom."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.tempat import STRATEGIS, lokasi_baris, lokasi_capaian
from sakip.umum.teks import gabung_kata, huruf_awal_besar


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find reported indicators of tujuan and sasaran and IKU with a blank; one finding an indicator."""
    k = bahan.konteks
    for i in bahan.indikator:
        if i.tingkat not in STRATEGIS or not (i.is_dilaporkan or i.is_iku):
            continue
        kurang = _kurang(i)
        if not kurang:
            continue
        tempat = (
            lokasi_baris(k, "t_iku", k.bab2.iku, i.nama, i.kode) if i.is_iku else lokasi_capaian(k, i.kode)
        )
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=tempat,
            pesan=(
                f"{huruf_awal_besar(gabung_kata(kurang))} {i.nama} belum diisi. Isi pada definisi indikator, "
                "supaya jelas apa yang diukur dan dari mana nilainya."
            ),
            nilai=tuple((x, "belum diisi") for x in kurang),
            tautan=f"definisi:{i.kode}",
            sebab=f"definisi:{i.kode}",
        )


def _kurang(i: FaktaIndikator) -> list[str]:
    return [
        nama
        for nama, isi in (
            ("definisi operasional", i.definisi_operasional),
            ("formulasi", i.formulasi),
            ("satuan", i.satuan),
            ("sumber data", i.sumber_data),
            ("penanggung jawab", i.penanggung_jawab),
        )
        if not isi
    ]


PEMERIKSAAN = Pemeriksaan(
    kode="definisi_tidak_lengkap",
    nama="Definisi indikator belum lengkap",
    tingkat=Tingkat.GALAT,
    sumber="PER/09/M.PAN/5/2007: manual IKU; audit contoh K6",
    periksa=periksa,
)
