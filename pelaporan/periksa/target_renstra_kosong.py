"""An indicator of the Renstra without its target of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from pelaporan.periksa.tempat import is_kosong, is_luar_renstra
from sakip.umum.teks import gabung_kata


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find blanks in Tabel 2.2, one finding an indicator, and a blank end target in Tabel 3.4.

    A reported indicator that the Renstra does not know at all is another finding: nothing is to be filled.
    """
    k = bahan.konteks
    kode = {i.nama: i.kode for i in bahan.indikator}
    dilihat: set[str] = set()
    for n, b in enumerate(k.bab2.renstra, start=1):
        tahun = [th for th, t in zip(k.periode.tahun_target, b.target, strict=False) if is_kosong(t)]
        if b.indikator and tahun:
            satu = kode.get(b.indikator, "")
            dilihat.add(b.indikator)
            yield _temuan(lokasi_tabel(k, "t_renstra", f"baris {n}", satu), b.indikator, satu, tahun)
    for n, m in enumerate(k.bab3.kemajuan, start=1):
        i = bahan.indikator_kode(kode.get(m.indikator, ""))
        if not is_kosong(m.target_akhir) or m.indikator in dilihat or i is None or is_luar_renstra(bahan, i):
            continue
        yield _temuan(
            lokasi_tabel(k, "t_kemajuan", f"baris {n}", i.kode), i.nama, i.kode, [k.bab3.tahun_akhir]
        )


def _temuan(lokasi: Lokasi, nama: str, kode: str, tahun: Sequence[int]) -> Temuan:
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi,
        pesan=(
            f"Target Renstra {nama} untuk tahun {gabung_kata([str(t) for t in tahun])} belum diisi. Isi "
            "menurut dokumen Renstra."
        ),
        nilai=tuple((f"target {t}", "belum diisi") for t in tahun),
        tautan=f"target_renstra:{kode}" if kode else "renstra",
        sebab=f"target_renstra:{kode or nama}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="target_renstra_kosong",
    nama="Target Renstra belum diisi",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: target jangka menengah; audit contoh T9, T10",
    periksa=periksa,
)
