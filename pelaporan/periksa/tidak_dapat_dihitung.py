"""A capaian that the formula cannot give: the reason is known, and the reader will ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import STRATEGIS
from sakip.umum.hitung import Keadaan


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find what is tidak dapat dihitung, one finding a table; a value named before is not named again."""
    bab3 = bahan.konteks.bab3
    tahun = bahan.konteks.identitas.tahun
    kini = [(b.kode, b.indikator, b.capaian) for b in bab3.capaian]
    sudah = {b.kode: b.capaian.alasan for b in bab3.capaian if _is(b.capaian)}
    yield from _temuan(bahan, "t_capaian", "Capaian", kini)
    lampau = [
        (b.kode, f"{b.indikator} tahun {t.tahun}", t.capaian)
        for b in bab3.banding
        for t in b.tahun
        if t.tahun != tahun
    ]
    yield from _temuan(bahan, "t_banding", "Capaian", lampau)
    # Tabel 3.4 has the rows of Tabel 3.2: a value that has no ratio there has none here either.
    kode = [b.kode for b in bab3.capaian]
    maju = [
        (c, b.indikator, b.kemajuan)
        for c, b in zip(kode, bab3.kemajuan, strict=False)
        if sudah.get(c) != b.kemajuan.alasan
    ]
    yield from _temuan(bahan, "t_kemajuan", "Kemajuan", maju)
    rendah = [
        (i.kode, f"{i.nama} ({i.kode_node})", i.capaian)
        for i in bahan.indikator
        if i.tingkat not in STRATEGIS and i.capaian is not None
    ]
    yield from _temuan(bahan, "t_efisiensi_program", "Capaian", rendah)


def _is(angka: Angka) -> bool:
    return angka.keadaan is Keadaan.TIDAK_DAPAT_DIHITUNG


def _temuan(
    bahan: BahanPeriksa, tabel: str, apa: str, baris: Sequence[tuple[str, str, Angka]]
) -> Iterator[Temuan]:
    milik = [
        (kode, nama, angka.alasan or "tanpa sebab tercatat") for kode, nama, angka in baris if _is(angka)
    ]
    if not milik:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(bahan.konteks, tabel, objek="tidak dapat dihitung"),
        pesan=(
            f"{apa} {len(milik)} indikator tidak dapat dihitung: "
            f"{sebut([f'{nama} ({alasan})' for _, nama, alasan in milik])}. Periksa target dan realisasinya; "
            "bila sudah benar, tulis mengapa demikian."
        ),
        nilai=tuple((nama, alasan) for _, nama, alasan in milik),
        tautan=f"realisasi:{milik[0][0]}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="tidak_dapat_dihitung",
    nama="Capaian tidak dapat dihitung",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II: perbandingan target dan realisasi; domain 4.4",
    periksa=periksa,
)
