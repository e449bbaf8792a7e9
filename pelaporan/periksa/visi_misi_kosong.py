"""No visi, misi, or goals of the RPJMD: what the Renstra serves is not said."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import lokasi_bagian
from sakip.umum.teks import gabung_kata, huruf_awal_besar


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find what is missing of the RPJMD, in one finding: the admin of the kabupaten fills all of it."""
    k = bahan.konteks
    kurang = [
        nama
        for nama, isi in (
            ("visi", k.bab2.visi.strip()),
            ("misi", k.bab2.misi),
            ("tujuan dan sasaran RPJMD", k.bab2.rpjmd),
        )
        if not isi
    ]
    if not kurang:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_bagian("bab2.renstra", objek="rpjmd"),
        pesan=(
            f"{huruf_awal_besar(gabung_kata(kurang))} {k.identitas.pemda} periode {k.periode.nama} belum "
            "diisi. Minta "
            "admin pemerintah daerah mengisinya menurut RPJMD."
        ),
        nilai=tuple((x, "belum diisi") for x in kurang),
        tautan="misi",
        sebab="rpjmd",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="visi_misi_kosong",
    nama="Visi, misi, atau sasaran RPJMD belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="Permendagri 86/2017: Renstra menjabarkan RPJMD; audit contoh S3, S11",
    periksa=periksa,
)
