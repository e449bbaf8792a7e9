"""A tujuan or sasaran of the Renstra that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from pelaporan.periksa.tempat import nama_di_renstra


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find rows of Tabel 2.2 without an indicator; an empty Renstra is another finding."""
    k = bahan.konteks
    if not nama_di_renstra(k):
        return
    ada = {s.uraian for s in bahan.sasaran if s.is_renstra and s.indikator}
    for n, b in enumerate(k.bab2.renstra, start=1):
        if b.indikator:
            continue
        if not b.sasaran:
            apa, nama, kurang = "Tujuan", b.tujuan, "sasaran maupun indikator"
        elif b.sasaran in ada:
            apa, nama, kurang = "Sasaran", b.sasaran, "indikator yang bertarget dalam Renstra"
        else:
            apa, nama, kurang = "Sasaran", b.sasaran, "indikator"
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.GALAT,
            lokasi=lokasi_tabel(k, "t_renstra", f"baris {n}", nama),
            pesan=(
                f"{apa} \u201c{nama}\u201d belum mempunyai {kurang}. Isi paling sedikit satu indikator "
                "beserta "
                "targetnya."
            ),
            nilai=((apa.lower(), "tanpa indikator"),),
            tautan="renstra",
            sebab=f"indikator:{nama}",
        )


PEMERIKSAAN = Pemeriksaan(
    kode="sasaran_tanpa_indikator",
    nama="Sasaran tanpa indikator",
    tingkat=Tingkat.GALAT,
    sumber="Permendagri 86/2017: setiap sasaran berindikator; audit contoh K10",
    periksa=periksa,
)
