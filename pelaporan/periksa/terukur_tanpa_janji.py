"""An indicator that was measured and is neither promised nor an IKU: its value is reported nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import STRATEGIS


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them in one finding; without a PK nothing is promised, which is another finding."""
    k = bahan.konteks
    if not k.bab2.pk:
        return
    milik = [
        i for i in bahan.indikator if i.tingkat in STRATEGIS and i.is_diukur and not (i.is_pk or i.is_iku)
    ]
    if not milik:
        return
    isi = [f"{i.nama} ({i.realisasi.teks if i.realisasi else 'terisi'})" for i in milik]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(k, "t_capaian", objek="tanpa janji"),
        pesan=(
            f"{len(milik)} indikator mempunyai realisasi tahun {k.identitas.tahun}, tetapi tidak ada dalam "
            f"Perjanjian Kinerja dan bukan IKU, sehingga tidak dilaporkan: {sebut(isi)}. Masukkan ke "
            "Perjanjian "
            "Kinerja atau IKU, atau tulis mengapa diukur saja."
        ),
        nilai=tuple((i.nama, i.realisasi.teks if i.realisasi else "") for i in milik),
        tautan="pk",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="terukur_tanpa_janji",
    nama="Terukur, tetapi tidak diperjanjikan",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 88/2021 komponen 3; audit contoh K2",
    periksa=periksa,
)
