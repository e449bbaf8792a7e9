"""Tables 3.1 to 3.7: what was achieved. Columns and rows as in ``templates/pelaporan/lkjip``."""

from __future__ import annotations

from pelaporan.konteks import (
    BarisAnalisis,
    BarisBanding,
    BarisCapaian,
    BarisKemajuan,
    BarisMenunjang,
    BarisPembanding,
    KonteksLKjIP,
)
from pelaporan.tabel_xlsx.bersama import (
    LEBAR_RUPIAH,
    NO,
    TERTUTUP,
    angka,
    bawah,
    bernomor,
    bersatuan,
    kelompok,
    kolom_angka,
    kolom_teks,
    tabel,
    teks,
    urut,
)
from sakip.umum.xlsx_tabel import Isi, Tabel

NODE, INDIKATOR = "Tujuan/sasaran", "Indikator kinerja (satuan)"
TIADA = "tidak ada data"
BELUM_ADA = "Belum ada indikator yang dilaporkan."


def _kepala(b: BarisCapaian | BarisBanding | BarisKemajuan | BarisPembanding) -> list[Isi]:
    """Return the number and name of the node; the rows that it spans repeat them."""
    return [urut(b.nomor), b.node] if b.rs_node else [TERTUTUP, TERTUTUP]


def t_kelas(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.1: the classes and, below, the rules in force."""
    kolom = [NO, kolom_teks("Kategori/interpretasi"), kolom_teks("Rata-rata persentase capaian")]
    baris = [[urut(b.nomor), b.nama, b.rentang] for b in k.bab3.kelas]
    return tabel(k, "t_kelas", kolom, baris, catatan=k.bab3.aturan)


def t_capaian(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.2."""
    kolom = bernomor(
        [
            NO,
            kolom_teks(NODE),
            kolom_teks(INDIKATOR),
            *map(kolom_angka, ("Target", "Realisasi", "Capaian (%)")),
            kolom_teks("Kategori", 16),
            kolom_teks("Sumber data"),
        ]
    )

    def baris(b: BarisCapaian) -> list[Isi]:
        return [
            *_kepala(b),
            " ".join([bersatuan(b.indikator, b.satuan), *b.tanda]),
            angka(b.target),
            angka(b.realisasi),
            angka(b.capaian),
            teks(b.kategori),
            bawah(teks(b.sumber_data), b.catatan),
        ]

    kosong = "Belum ada indikator yang dilaporkan: Perjanjian Kinerja dan IKU belum diisi."
    return tabel(k, "t_capaian", kolom, map(baris, k.bab3.capaian), kosong=kosong)


def t_banding(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.3: three columns for each year."""
    tahun = [
        satu
        for t in k.bab3.tahun_banding
        for satu in kelompok(str(t), *map(kolom_angka, ("Target", "Realisasi", "% capaian")))
    ]
    kolom = bernomor([NO, kolom_teks(NODE), kolom_teks(INDIKATOR), *tahun])

    def baris(b: BarisBanding) -> list[Isi]:
        nilai = [
            sel
            for t in b.tahun
            for sel in (
                (TIADA, "", "")
                if t.target.teks == TIADA
                else (angka(t.target), angka(t.realisasi), angka(t.capaian))
            )
        ]
        return [*_kepala(b), bersatuan(b.indikator, b.satuan), *nilai]

    catatan = [k.bab3.banding[0].catatan] if k.bab3.banding else []
    return tabel(
        k, "t_banding", kolom, map(baris, k.bab3.banding), kosong=BELUM_ADA, catatan=catatan
    )  # fmt: skip


def t_kemajuan(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.4."""
    nama = (
        f"Realisasi kinerja tahun {k.identitas.tahun}",
        f"Target akhir {k.bab3.tahun_akhir}",
        "Tingkat kemajuan (%)",
    )
    figur = (kolom_angka(n, LEBAR_RUPIAH) for n in nama)
    kolom = bernomor([NO, kolom_teks(NODE), kolom_teks(INDIKATOR), *figur], {6: "= (4) / (5) x 100"})

    def baris(b: BarisKemajuan) -> list[Isi]:
        return [
            *_kepala(b),
            bawah(bersatuan(b.indikator, b.satuan), b.catatan),
            angka(b.realisasi),
            angka(b.target_akhir),
            angka(b.kemajuan),
        ]

    return tabel(k, "t_kemajuan", kolom, map(baris, k.bab3.kemajuan), kosong=BELUM_ADA)


def t_pembanding(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.5: where there is no benchmark, the reason stands in its place."""
    kolom = bernomor(
        [
            NO,
            kolom_teks(NODE),
            kolom_teks(INDIKATOR),
            kolom_angka(f"Realisasi tahun {k.identitas.tahun}"),
            kolom_teks("Pembanding"),
            kolom_angka("Nilai pembanding"),
            kolom_angka("% capaian"),
        ],
        {7: "= (4) / (6) x 100"},
    )

    def baris(b: BarisPembanding) -> list[Isi]:
        awal = b.rs_indikator > 0
        ada = b.nilai.is_terukur
        return [
            *_kepala(b),
            bersatuan(b.indikator, b.satuan) if awal else TERTUTUP,
            angka(b.realisasi) if awal else "",
            bawah(b.pembanding, b.sumber) if ada else b.pembanding,
            angka(b.nilai) if ada else "",
            angka(b.capaian) if ada else "",
        ]

    return tabel(k, "t_pembanding", kolom, map(baris, k.bab3.pembanding), kosong=BELUM_ADA)


def t_analisis(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.6."""
    kolom = bernomor(
        [
            NO,
            kolom_teks("Tujuan/sasaran/program/ kegiatan/sub kegiatan"),
            kolom_teks(INDIKATOR),
            *map(kolom_angka, ("Target", "Realisasi", "% capaian")),
            kolom_teks("Analisis keberhasilan/kegagalan", 60),
            kolom_teks("Solusi yang dilakukan", 60),
        ]
    )

    def baris(b: BarisAnalisis) -> list[Isi]:
        return [
            urut(b.nomor) if b.rs_node else TERTUTUP,
            bawah(b.tingkat, b.node) if b.rs_node else TERTUTUP,
            bersatuan(b.indikator, b.satuan),
            angka(b.target),
            angka(b.realisasi),
            angka(b.capaian),
            teks(b.analisis),
            teks(b.solusi),
        ]

    return tabel(k, "t_analisis", kolom, map(baris, k.bab3.analisis), kosong=BELUM_ADA)


def t_menunjang(k: KonteksLKjIP) -> Tabel:
    """Tabel 3.7: indicators of the sasaran, then the programmes that serve it."""
    persen = kolom_angka("% capaian")
    kolom = bernomor(
        [
            NO,
            kolom_teks(NODE),
            kolom_teks("Indikator kinerja"),
            persen,
            kolom_teks("Program/kegiatan/sub kegiatan"),
            kolom_teks("Indikator kinerja program"),
            persen,
            kolom_teks("Menunjang/tidak menunjang", 18),
        ]
    )

    def baris(b: BarisMenunjang) -> list[Isi]:
        milik = "; ".join(b.indikator_program) or "tidak ada indikator"
        return [
            urut(b.nomor) if b.rs_sasaran else TERTUTUP,
            b.sasaran if b.rs_sasaran else TERTUTUP,
            b.indikator,
            angka(b.capaian),
            b.program,
            milik if b.program else "",
            angka(b.capaian_program),
            b.menunjang,
        ]

    kosong = "Belum ada sasaran atau program yang dapat dibandingkan."
    return tabel(
        k, "t_menunjang", kolom, map(baris, k.bab3.menunjang),
        kosong=kosong, catatan=[k.bab3.catatan_menunjang],
    )  # fmt: skip
