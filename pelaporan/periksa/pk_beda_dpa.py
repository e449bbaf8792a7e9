"""The budget that the PK in force prints against the DPA in force."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find a PK that prints the budget of an earlier DPA whose total is another one."""
    k = bahan.konteks
    pagu = k.bab2.jumlah_pagu.sesudah
    if k.naskah_pk is None or not bahan.pk or not bahan.dpa or pagu is None:
        return
    jumlah, pk, berlaku = k.naskah_pk.jumlah, bahan.pk[-1], bahan.dpa[-1]
    lama = next((d for d in bahan.dpa if d.revisi == pk.dpa), None)
    if lama is None or lama is berlaku or jumlah.nilai is None or pagu.nilai is None:
        return
    if jumlah.nilai == pagu.nilai:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=Lokasi("lampiran.pk", f"Lampiran {k.kerangka.bagian('lampiran.pk').judul}", pk.nama),
        pesan=(
            f"{pk.nama} yang berlaku memuat anggaran Rp{jumlah.teks} menurut {lama.nama}, sedangkan pagu "
            f"{berlaku.nama} adalah Rp{pagu.teks}. Tetapkan Perjanjian Kinerja Perubahan, atau tulis alasan "
            "tidak mengubahnya."
        ),
        nilai=((f"anggaran {pk.nama}", f"Rp{jumlah.teks}"), (f"pagu {berlaku.nama}", f"Rp{pagu.teks}")),
        tautan="pk",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="pk_beda_dpa",
    nama="Anggaran PK berbeda dengan DPA yang berlaku",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014: PK disusun menurut dokumen anggaran dan diubah bila alokasinya berubah",
    periksa=periksa,
)
