"""Tables of Bab II: planning. Columns and rows as in ``templates/pelaporan/lkjip``."""

from __future__ import annotations

from pelaporan.konteks import BarisIKU, BarisPagu, BarisPK, BarisRPJMD, KonteksLKjIP
from pelaporan.tabel_xlsx.bersama import (
    LEBAR_RUPIAH,
    NO,
    TERTUTUP,
    angka,
    bernomor,
    bersatuan,
    kelompok,
    kolom_angka,
    kolom_teks,
    tabel,
    teks,
    urut,
)
from sakip.umum.xlsx_tabel import Isi, Kolom, Tabel

TEKS_KOSONG = "belum diisi"


def t_rpjmd(k: KonteksLKjIP) -> Tabel:
    """Tabel 2.1."""
    kolom = bernomor([NO, *(kolom_teks(n) for n in ("Misi", "Tujuan", "Sasaran", "Indikator kinerja"))])

    def baris(b: BarisRPJMD) -> list[Isi]:
        indikator = "; ".join(b.indikator)
        is_tertutup = k.bab2.indikator_rpjmd_per_tujuan and not b.rs_tujuan
        return [
            urut(b.nomor) if b.rs_misi else TERTUTUP,
            b.misi if b.rs_misi else TERTUTUP,
            b.tujuan if b.rs_tujuan else TERTUTUP,
            b.sasaran,
            TERTUTUP if is_tertutup else indikator,
        ]

    return tabel(
        k, "t_rpjmd", kolom, map(baris, k.bab2.rpjmd),
        kosong="Tujuan dan sasaran RPJMD belum diisi.", catatan=[k.bab2.catatan_rpjmd],
    )  # fmt: skip


def t_renstra(k: KonteksLKjIP) -> Tabel:
    """Tabel 2.2: a column for each year that has targets."""
    tahun = kelompok("Target kinerja pada tahun", *(kolom_angka(str(t)) for t in k.periode.tahun_target))
    kepala = ("Tujuan", "Sasaran", "Indikator kinerja (satuan)")
    kolom = bernomor([NO, *map(kolom_teks, kepala), *tahun])
    hampa = [""] * len(k.periode.tahun_target)
    baris: list[list[Isi]] = [
        [
            urut(b.nomor) if b.rs_tujuan else TERTUTUP,
            b.tujuan if b.rs_tujuan else TERTUTUP,
            b.sasaran if b.rs_sasaran else TERTUTUP,
            bersatuan(b.indikator, b.satuan) if b.indikator else f"indikator {TEKS_KOSONG}",
            *(map(angka, b.target) if b.indikator else hampa),
        ]
        for b in k.bab2.renstra
    ]
    return tabel(k, "t_renstra", kolom, baris, kosong="Tujuan dan sasaran Renstra belum diisi.")


def t_iku(k: KonteksLKjIP) -> Tabel:
    """Tabel 2.3."""
    jelas = ("Definisi operasional", "Formulasi/rumus perhitungan", "Sumber data (penanggung jawab)")
    kolom = bernomor(
        [
            NO,
            kolom_teks("Tujuan/sasaran strategis"),
            kolom_teks("Indikator kinerja"),
            kolom_teks("Satuan", 12),
            *kelompok("Penjelasan", *map(kolom_teks, jelas)),
        ]
    )

    def baris(b: BarisIKU) -> list[Isi]:
        penanggung = f" ({b.penanggung_jawab.teks})" if b.penanggung_jawab.is_terukur else ""
        return [
            urut(b.nomor) if b.rs_node else TERTUTUP,
            b.node if b.rs_node else TERTUTUP,
            b.indikator,
            b.satuan or TEKS_KOSONG,
            teks(b.definisi),
            teks(b.formulasi),
            teks(b.sumber_data) + penanggung,
        ]

    kosong = "Indikator kinerja utama belum diisi."
    return tabel(k, "t_iku", kolom, map(baris, k.bab2.iku), kosong=kosong)


def t_rkt(k: KonteksLKjIP) -> Tabel:
    """Tabel 2.4."""
    kepala = map(kolom_teks, ("Tujuan", "Sasaran", "Indikator kinerja"))
    kolom = bernomor([NO, *kepala, kolom_teks("Satuan", 12), kolom_angka("Target", LEBAR_RUPIAH)])
    baris: list[list[Isi]] = [
        [
            urut(b.nomor) if b.rs_tujuan else TERTUTUP,
            b.tujuan if b.rs_tujuan else TERTUTUP,
            b.sasaran if b.rs_sasaran else TERTUTUP,
            b.indikator,
            b.satuan,
            angka(b.target),
        ]
        for b in k.bab2.rkt
    ]
    kosong = f"Rencana kerja tahun {k.identitas.tahun} belum diisi."
    return tabel(k, "t_rkt", kolom, baris, kosong=kosong)


def t_pk(k: KonteksLKjIP) -> Tabel:
    """Tabel 2.5: before and after where there was a revision."""
    is_revisi = len(k.bab2.revisi_pk) > 1
    target = (
        kelompok("Target", kolom_angka("Sebelum perubahan"), kolom_angka("Setelah perubahan"))
        if is_revisi
        else (kolom_angka("Target", LEBAR_RUPIAH),)
    )
    kepala = map(kolom_teks, ("Tujuan/sasaran strategis", "Indikator kinerja"))
    kolom = bernomor([NO, *kepala, kolom_teks("Satuan", 12), *target])

    def baris(b: BarisPK) -> list[Isi]:
        return [
            urut(b.nomor) if b.rs_node else TERTUTUP,
            b.node if b.rs_node else TERTUTUP,
            b.indikator,
            b.satuan,
            *([angka(b.sebelum)] if is_revisi else []),
            angka(b.sesudah),
        ]

    kosong = f"Perjanjian Kinerja tahun {k.identitas.tahun} belum diisi."
    return tabel(k, "t_pk", kolom, map(baris, k.bab2.pk), kosong=kosong, catatan=[k.bab2.catatan_pk])


def t_pagu(k: KonteksLKjIP) -> Tabel:
    """Tabel 2.6: before, after and difference where the DPA was revised; the total below."""
    jumlah = k.bab2.jumlah_pagu
    is_revisi = jumlah.sebelum is not None

    def uang(b: BarisPagu) -> list[Isi]:
        semua = (b.sebelum, b.sesudah, b.selisih) if is_revisi else (b.sesudah,)
        return [angka(satu) for satu in semua] if b.rs_node else [""] * len(semua)

    def baris(b: BarisPagu) -> list[Isi]:
        return [
            b.kode if b.rs_node else TERTUTUP,
            b.nama if b.rs_node else TERTUTUP,
            bersatuan(b.indikator, b.satuan),
            *([angka(b.target_sebelum)] if is_revisi else []),
            angka(b.target_sesudah),
            *uang(b),
        ]

    total: list[Isi] = ["", "JUMLAH", "", *([""] * (2 if is_revisi else 1)), *uang(jumlah)]
    return tabel(
        k, "t_pagu", _kolom_pagu(k, is_revisi), map(baris, k.bab2.pagu),
        kosong="Program dan anggaran belum diisi.", jumlah=[total],
        catatan=[k.bab2.catatan_pagu], akhir=" (anggaran dalam rupiah)",
    )  # fmt: skip


def _kolom_pagu(k: KonteksLKjIP, is_revisi: bool) -> list[Kolom]:
    kepala = (
        kolom_teks("Kode", 20),
        kolom_teks("Program/kegiatan/sub kegiatan"),
        kolom_teks("Indikator kinerja (satuan)"),
    )
    if not is_revisi:
        return bernomor([*kepala, kolom_angka("Target"), kolom_angka("Anggaran", LEBAR_RUPIAH)])
    nama = ("Sebelum perubahan", k.bab2.sebutan_dpa_akhir or "Setelah", "Selisih")
    anggaran = kelompok("Anggaran", *(kolom_angka(n, LEBAR_RUPIAH) for n in nama))
    target = kelompok("Target", kolom_angka("Sebelum"), kolom_angka("Setelah"))
    return bernomor([*kepala, *target, *anggaran], {8: "= (7) - (6)"})
