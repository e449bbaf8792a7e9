"""A Perjanjian Kinerja later than a month after its budget document."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.peringatan_pk import tambah_sebulan
from pelaporan.periksa.bahan import BahanPeriksa, FaktaDokumen
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.urutan_tanggal import pasangan_pk
from sakip.umum.tanggal import format_tanggal


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find late PKs: a warning, or info where the reason was written when the PK was set.

    A revision that prints the same DPA as the PK before it is not late: nothing was approved.
    """
    sebelum = {b.nama: a.dpa for a, b in zip(bahan.pk, bahan.pk[1:], strict=False)}
    for pk, dpa in pasangan_pk(bahan):
        if pk.tanggal is None or dpa.tanggal is None or sebelum.get(pk.nama) == pk.dpa:
            continue
        if pk.tanggal > tambah_sebulan(dpa.tanggal):
            yield _temuan(pk, dpa)


def _temuan(pk: FaktaDokumen, dpa: FaktaDokumen) -> Temuan:
    assert pk.tanggal is not None
    assert dpa.tanggal is not None
    hari, hari_dpa = format_tanggal(pk.tanggal), format_tanggal(dpa.tanggal)
    batas = format_tanggal(tambah_sebulan(dpa.tanggal))
    lanjut = (
        f"Alasan yang tercatat: {pk.alasan_terlambat}"
        if pk.alasan_terlambat
        else "Perbaiki tanggalnya bila keliru, atau tulis alasan keterlambatannya."
    )
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.INFO if pk.alasan_terlambat else Tingkat.PERINGATAN,
        lokasi=Lokasi("bab2.pk", f"Bab II, {pk.nama}", pk.nama),
        pesan=(
            f"{pk.nama} bertanggal {hari}, lewat dari satu bulan setelah {dpa.nama} ({hari_dpa}); paling "
            f"lambat {batas}. {lanjut}"
        ),
        nilai=((pk.nama, hari), (dpa.nama, hari_dpa)),
        tautan="pk",
        sebab=f"tanggal:{pk.nama}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="pk_terlambat",
    nama="Perjanjian Kinerja lewat satu bulan setelah DPA",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014: PK paling lambat satu bulan setelah dokumen anggaran disahkan",
    periksa=periksa,
)
