"""Tables 3.8 to 3.11: budget, efficiency, follow-up. Columns and rows as in ``templates/pelaporan/lkjip``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelaporan.konteks import BarisAnggaran, BarisEfisiensi, BarisTindakLanjut, KonteksLKjIP
from pelaporan.tabel_xlsx.bersama import (
    LEBAR_RUPIAH,
    NO,
    TERTUTUP,
    angka,
    bawah,
    bernomor,
    kelompok,
    kolom_angka,
    kolom_teks,
    tabel,
    teks,
    urut,
)
from sakip.umum.xlsx_tabel import Isi, Kolom, Tabel

JUMLAH = ("kantor", "sisa")  # rows below the list: the whole, and what belongs to no sasaran


def t_anggaran(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.8."""
    kolom = bernomor(
        [
            NO,
            kolom_teks("Kode", 20),
            kolom_teks("Program/kegiatan"),
            kolom_angka("Anggaran (Rp)", LEBAR_RUPIAH),
            kolom_angka("Realisasi (Rp)", LEBAR_RUPIAH),
            kolom_angka("% capaian"),
        ],
        {6: "= (5) / (4) x 100"},
    )

    def baris(b: BarisAnggaran) -> list[Isi]:
        return [urut(b.nomor), b.kode, b.nama, angka(b.pagu), angka(b.realisasi), angka(b.serapan)]

    total = ["", "", "JUMLAH", *baris(k.bab3.jumlah_anggaran)[3:]]
    return tabel(
        k, "t_anggaran", kolom, map(baris, k.bab3.anggaran),
        kosong="Anggaran program belum diisi.", jumlah=[total], catatan=k.bab3.catatan_anggaran,
    )  # fmt: skip


def t_efisiensi_sasaran(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.9."""
    kosong = "Tujuan dan sasaran belum diisi."
    return _efisiensi(k, "t_efisiensi_sasaran", k.bab3.efisiensi_sasaran, "Tujuan/sasaran", kosong)


def t_efisiensi_program(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.10."""
    kosong = "Program belum diisi."
    return _efisiensi(k, "t_efisiensi_program", k.bab3.efisiensi_program, "Program/kegiatan", kosong)


def _efisiensi(
    k: KonteksLKjIP, kunci: str, daftar: Sequence[BarisEfisiensi], kepala: str, kosong: str
) -> Tabel:
    return tabel(
        k,
        kunci,
        _kolom_efisiensi(kepala),
        _baris_efisiensi([b for b in daftar if b.jenis not in JUMLAH]),
        kosong=kosong,
        jumlah=[_garis(b) for b in daftar if b.jenis in JUMLAH],
        catatan=k.bab3.catatan_efisiensi,
    )


def _kolom_efisiensi(kepala: str) -> list[Kolom]:
    kinerja = (kolom_teks("Nama"), *map(kolom_angka, ("Target", "Realisasi", "% capaian")))
    uang = (kolom_angka(n, LEBAR_RUPIAH) for n in ("Anggaran (Rp)", "Realisasi (Rp)"))
    kolom = bernomor(
        [
            NO,
            kolom_teks(kepala),
            *kelompok("Indikator kinerja", *kinerja),
            *kelompok("Anggaran", *uang, kolom_angka("% capaian")),
            kolom_angka("Tingkat efisiensi"),
        ]
    )
    return [*kolom, kolom_teks("Kategori efisiensi", 18)]  # the report prints it below the number


def _baris_efisiensi(daftar: Sequence[BarisEfisiensi]) -> Iterator[list[Isi]]:
    for b in daftar:
        if b.jenis == "tujuan":
            yield _garis(b)
            continue
        nama = bawah(b.node, b.keterangan if b.indikator else "")
        yield [
            *([urut(b.nomor), nama] if b.rs_node else [TERTUTUP, TERTUTUP]),
            *(
                [b.indikator, angka(b.target), angka(b.realisasi), angka(b.capaian)]
                if b.indikator
                else [b.keterangan, "", "", ""]
            ),
            *(_uang(b) if b.rs_node else [""] * 5),
        ]


def _garis(b: BarisEfisiensi) -> list[Isi]:
    """Return the line of a tujuan, of the office, or of what is not mapped."""
    nama = " ".join(t for t in (b.node, b.keterangan) if t)
    return ["", nama, "", "", "", angka(b.capaian), *_uang(b)]


def _uang(b: BarisEfisiensi) -> list[Isi]:
    uang = (b.pagu, b.realisasi_anggaran, b.serapan, b.efisiensi)
    return [*map(angka, uang), b.kategori]


def t_tindak_lanjut(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.11."""
    nama = ("Sumber", "Rekomendasi", "Tindak lanjut", "Status", "Bukti")
    kolom = bernomor([NO, *map(kolom_teks, nama)])

    def baris(b: BarisTindakLanjut) -> list[Isi]:
        return [
            urut(b.nomor),
            f"{b.sumber} {b.tahun}",
            b.rekomendasi,
            teks(b.tindak_lanjut),
            b.status,
            b.bukti or "belum ada bukti",
        ]

    kosong = "Rekomendasi hasil evaluasi dan reviu belum diisi."
    return tabel(k, "t_tindak_lanjut", kolom, map(baris, k.bab3.tindak_lanjut), kosong=kosong)
