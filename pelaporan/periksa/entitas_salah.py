"""The office's money said to be that of the whole government."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.angka_figur import daftar_figur
from pelaporan.periksa.angka_teks import JenisKetik, cari_angka
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.nama_teks import inti_nama, pola_nama
from pelaporan.periksa.naskah import iter_kalimat_semua, lokasi_kalimat
from sakip.umum.teks import satu_spasi

_ENTITAS = re.compile(
    r"\b(?:pada|di|oleh)\s+(?P<nama>Pemerintah(?:an)?\s+(?:Daerah\s+)?(?:Kabupaten|Kota|Provinsi)\s+"
    r"(?:[A-Z][\w-]*|\ufffc))"
    r"|\b(?:pada|di|oleh)\s+(?P<token>Pemerintah(?:an)?\s+(?:Daerah\s+)?\ufffc)"
)
_UANG = re.compile(
    r"\b(?:anggaran|dianggarkan|pagu|belanja|APBD|(?:ter)?realisasi|terserap|serapan)\b", re.IGNORECASE
)
_TOKEN_UANG = frozenset({"pagu", "realisasi_anggaran", "serapan", "sisa"})


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find sentences that give the office's sums to the government, and do not name the office."""
    i = bahan.konteks.identitas
    kantor = re.compile(
        rf"\b(?:kecamatan|kec\.?)\s+{pola_nama(inti_nama(i.perangkat_daerah))}", re.IGNORECASE
    )
    uang = [f for f in daftar_figur(bahan) if f.jenis is JenisKetik.RUPIAH]
    for kalimat in iter_kalimat_semua(bahan.konteks):
        m = _ENTITAS.search(kalimat.ketikan)
        if m is None or not _UANG.search(kalimat.ketikan) or kantor.search(kalimat.teks):
            continue
        kunci = {k.partition(":")[0] for k in kalimat.kunci}
        if "perangkat_daerah" in kunci:
            continue
        ketik = [a for a in cari_angka(kalimat.ketikan) if a.jenis is JenisKetik.RUPIAH]
        if kunci & _TOKEN_UANG or any(f.is_sama(a) for a in ketik for f in uang):
            tertulis = satu_spasi((m["nama"] or m["token"]).replace("\ufffc", i.pemda))
            yield Temuan(
                kode=PEMERIKSAAN.kode,
                tingkat=Tingkat.GALAT,
                lokasi=lokasi_kalimat(kalimat),
                pesan=(
                    f"Anggaran dalam kalimat ini disebut milik {tertulis}, padahal jumlahnya adalah anggaran "
                    f"{i.perangkat_daerah}. Sebut {i.perangkat_daerah}, atau pakai token "
                    f"[[perangkat_daerah]]."
                ),
                nilai=(("tertulis", tertulis), ("seharusnya", i.perangkat_daerah)),
                tautan=kalimat.paragraf.tautan,
            )


PEMERIKSAAN = Pemeriksaan(
    kode="entitas_salah",
    nama="Anggaran kantor disebut anggaran pemerintah daerah",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh S5: anggaran kecamatan disebut anggaran Pemerintah Daerah",
    periksa=periksa,
)
