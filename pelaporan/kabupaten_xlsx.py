"""The table of all offices as a workbook: the sheet of ``sakip.umum.xlsx_buku`` with its columns."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pelaporan.kabupaten import BarisKabupaten
from sakip.umum.angka import bulatkan_dalam_batas
from sakip.umum.xlsx_buku import tulis_buku
from sakip.umum.xlsx_tabel import Bilangan, Isi, Jenis, Kolom, Tabel


def _bulat(label: str, lebar: float) -> Kolom:
    return Kolom(label, Jenis.BULAT, lebar)


KOLOM = (
    Kolom("Perangkat daerah", lebar=34),
    _bulat("Isian terisi", 10),
    _bulat("Isian diminta", 10),
    Kolom("Isian", Jenis.ANGKA, 10, satuan="%"),
    Kolom("Capaian", Jenis.ANGKA, 11, satuan="%"),
    _bulat("Indikator terukur", 11),
    _bulat("Indikator", 10),
    Kolom("Sumber indikator", lebar=11),
    Kolom("Serapan", Jenis.ANGKA, 11, satuan="%"),
    Kolom("Realisasi", Jenis.RUPIAH, 20, satuan="Rp"),
    Kolom("Pagu", Jenis.RUPIAH, 20, satuan="Rp"),
    _bulat("Isian anggaran terisi", 11),
    _bulat("Isian anggaran diminta", 11),
    *(
        kolom
        for angka in ("I", "II", "III", "IV")
        for kolom in (_bulat(f"TW {angka} disetujui", 10), _bulat(f"TW {angka} unit", 8))
    ),
    Kolom("LKjIP", lebar=14),
    Kolom("Keterangan", lebar=40),
)


def buat_rekap(baris: Sequence[BarisKabupaten], judul: str, keterangan: str) -> bytes:
    """Return the workbook: a title, a line of state, the headings, one row per office."""
    isi = (_isi(satu) for satu in baris)
    return tulis_buku([Tabel(judul, KOLOM, isi, keterangan=(keterangan,), lembar="Ikhtisar", beku=1)])


def _isi(b: BarisKabupaten) -> tuple[Isi, ...]:
    ada = b.is_berdata
    langkah = [angka for s in b.langkah for angka in (s.disetujui, s.unit)]
    return (
        b.kantor.nama,
        b.terisi,
        b.diminta,
        _persen(b.isian, b.desimal),
        _persen(b.capaian.nilai, b.desimal),
        b.rerata.terukur,
        b.rerata.jumlah,
        b.sumber_capaian,
        _persen(b.serapan.nilai, b.desimal),
        b.uang.realisasi,
        b.uang.pagu,
        b.uang.terisi,
        b.uang.diminta,
        *langkah,
        b.sebut_status,
        b.keterangan if ada else "Tanpa data",
    )


def _persen(nilai: Fraction | None, tempat: int) -> Bilangan | None:
    return None if nilai is None else Bilangan(bulatkan_dalam_batas(nilai, tempat), tempat)
