"""The order of the report: headings, tables and figures, and the numbers that follow from it.

Order and titles follow PermenPANRB 53/2014 annex II and the published form of Kabupaten Sumenep.
A number is never typed: it is the position here. ``docs/konteks.md`` lists the keys.
"""

from __future__ import annotations

from dataclasses import replace

from pelaporan.konteks import Identitas, Judul, JudulTabel, Kerangka, Periode
from sakip.umum.tanggal import angka_romawi

# (key, title, what the Sistematika says of the chapter, sections)
BAB = (
    (
        "bab1",
        "Pendahuluan",
        "menjelaskan latar belakang, organisasi dan tata kerja, isu strategis yang dihadapi, serta "
        "landasan hukum laporan.",
        (
            ("bab1.latar_belakang", "Latar Belakang"),
            ("bab1.organisasi", "Struktur Organisasi dan Tata Kerja"),
            ("bab1.isu", "Isu Strategis"),
            ("bab1.hukum", "Landasan Hukum"),
            ("bab1.sistematika", "Sistematika"),
        ),
    ),
    (
        "bab2",
        "Perencanaan Kinerja",
        "memuat tujuan, sasaran, indikator, dan target menurut rencana strategis, rencana kerja, dan "
        "perjanjian kinerja.",
        (
            ("bab2.renstra", "Rencana Strategis"),
            ("bab2.rkt", "Rencana Kerja Tahun {tahun}"),
            ("bab2.pk", "Perjanjian Kinerja Tahun {tahun}"),
        ),
    ),
    (
        "bab3",
        "Akuntabilitas Kinerja",
        "menyajikan hasil pengukuran, analisis capaian, realisasi anggaran, efisiensi penggunaan sumber "
        "daya, dan tindak lanjut rekomendasi.",
        (
            ("bab3.capaian", "Capaian Kinerja Organisasi"),
            ("bab3.anggaran", "Realisasi Anggaran"),
            ("bab3.efisiensi", "Tingkat Efisiensi Penggunaan Sumber Daya"),
            ("bab3.tindak_lanjut", "Tindak Lanjut Rekomendasi"),
        ),
    ),
    (
        "bab4",
        "Penutup",
        "menyimpulkan capaian kinerja dan menetapkan langkah perbaikan pada tahun berikutnya.",
        (),
    ),
)

DEPAN = (
    ("depan.pengantar", "Kata Pengantar"),
    ("depan.ikhtisar", "Ikhtisar Eksekutif"),
    ("depan.daftar_isi", "Daftar Isi"),
    ("depan.daftar_tabel", "Daftar Tabel"),
    ("depan.daftar_gambar", "Daftar Gambar"),
)

LAMPIRAN_DIBUAT = (
    ("lampiran.renstra", "Matriks Renstra"),
    ("lampiran.iku", "Penetapan Indikator Kinerja Utama"),
    ("lampiran.pk", "Perjanjian Kinerja Kepala Perangkat Daerah"),
)

GAMBAR = (
    ("g_organisasi", 1, "Struktur Organisasi {kantor}"),
    ("g_capaian", 3, "Capaian Indikator terhadap Target Tahun {tahun}"),
    ("g_serapan", 3, "Pagu dan Realisasi Anggaran Program Tahun {tahun}"),
)

TABEL = (
    ("t_rpjmd", 2, "Misi, Tujuan, Sasaran, dan Indikator RPJMD yang Didukung {kantor}"),
    ("t_renstra", 2, "Tujuan, Sasaran, Indikator, dan Target Kinerja {kantor}"),
    ("t_iku", 2, "Indikator Kinerja Utama {kantor}"),
    ("t_rkt", 2, "Rencana Kerja Tahun {tahun}"),
    ("t_pk", 2, "Perjanjian Kinerja {kantor} {sebutan_pk}Tahun {tahun}"),
    ("t_pagu", 2, "Program dan Kegiatan {kantor} {sebutan_pagu}Tahun {tahun}"),
    ("t_kelas", 3, "Pengkategorian Capaian Kinerja"),
    ("t_capaian", 3, "Capaian Indikator Kinerja (Perjanjian Kinerja dan IKU) Tahun {tahun}"),
    ("t_banding", 3, "Perbandingan Capaian Kinerja dengan Tahun Sebelumnya"),
    ("t_kemajuan", 3, "Tingkat Kemajuan terhadap Target Akhir Renstra Tahun {akhir}"),
    (
        "t_pembanding",
        3,
        "Perbandingan Capaian dengan Standar Nasional, Provinsi, dan Kabupaten/Kecamatan Lain",
    ),
    ("t_analisis", 3, "Analisis Keberhasilan, Kegagalan, dan Solusi"),
    ("t_menunjang", 3, "Analisis Program dan Kegiatan yang Menunjang Pencapaian Sasaran"),
    ("t_anggaran", 3, "Capaian Anggaran Program dan Kegiatan Tahun {tahun}"),
    ("t_efisiensi_sasaran", 3, "Perbandingan Pencapaian Kinerja dan Anggaran Tujuan dan Sasaran"),
    ("t_efisiensi_program", 3, "Perbandingan Pencapaian Kinerja dan Anggaran Program dan Kegiatan"),
    ("t_tindak_lanjut", 3, "Tindak Lanjut Rekomendasi Hasil Evaluasi dan Reviu"),
)

# The answers to findings, printed where the government asks for it.
CATATAN_PEMERIKSAAN = ("lampiran.catatan_pemeriksaan", "Catatan Pemeriksaan")

# Sections that a person writes: key, label. Keys "tabel.<key>" are explanations under a table.
BAGIAN_NARASI: tuple[tuple[str, str], ...] = (
    ("depan.pengantar", "Kata pengantar"),
    ("depan.ikhtisar", "Ikhtisar eksekutif"),
    ("bab1.latar_belakang", "Bab I, latar belakang"),
    ("bab1.organisasi", "Bab I, organisasi"),
    ("bab1.isu", "Bab I, isu strategis"),
    ("bab2.renstra", "Bab II, rencana strategis"),
    ("bab2.rkt", "Bab II, rencana kerja"),
    ("bab2.pk", "Bab II, perjanjian kinerja"),
    ("bab3.capaian", "Bab III, pengantar capaian"),
    ("tabel.t_capaian", "Penjelasan capaian indikator"),
    ("tabel.t_banding", "Penjelasan perbandingan dengan tahun sebelumnya"),
    ("tabel.t_kemajuan", "Penjelasan kemajuan terhadap target akhir Renstra"),
    ("tabel.t_pembanding", "Penjelasan perbandingan dengan standar"),
    ("tabel.t_analisis", "Penjelasan sebab dan solusi"),
    ("tabel.t_menunjang", "Penjelasan program yang menunjang"),
    ("tabel.t_anggaran", "Penjelasan realisasi anggaran"),
    ("tabel.t_efisiensi_sasaran", "Penjelasan efisiensi tujuan dan sasaran"),
    ("tabel.t_efisiensi_program", "Penjelasan efisiensi program"),
    ("bab3.tindak_lanjut", "Bab III, tindak lanjut rekomendasi"),
    ("bab4.kesimpulan", "Bab IV, kesimpulan"),
    ("bab4.langkah", "Bab IV, langkah perbaikan"),
)


def build_kerangka(
    identitas: Identitas,
    periode: Periode,
    *,
    sebutan_pk: str = "",
    sebutan_pagu: str = "",
    lampiran: tuple[tuple[str, str], ...] = (),
) -> Kerangka:
    """Return all headings and tables with their numbers.

    ``sebutan_pk`` and ``sebutan_pagu`` enter the titles of Tabel 2.5 and 2.6 ("Sebelum dan Sesudah
    Perubahan", or empty); ``lampiran`` are (key, title) of uploaded or absent appendices.
    """
    isi = {
        "kantor": identitas.perangkat_daerah,
        "tahun": identitas.tahun,
        "akhir": periode.tahun_akhir,
        "sebutan_pk": f"{sebutan_pk} " if sebutan_pk else "",
        "sebutan_pagu": f"{sebutan_pagu} " if sebutan_pagu else "",
    }
    judul = [Judul(kunci, 0, "", nama) for kunci, nama in DEPAN]
    for nomor_bab, (kunci, nama, uraian, bagian) in enumerate(BAB, start=1):
        judul.append(Judul(kunci, 1, f"BAB {angka_romawi(nomor_bab)}", nama, uraian))
        judul.extend(Judul(k, 2, chr(ord("A") + i), n.format(**isi)) for i, (k, n) in enumerate(bagian))
    judul.append(Judul("lampiran", 0, "", "Lampiran"))
    judul.extend(
        Judul(k, 2, f"Lampiran {i}", n) for i, (k, n) in enumerate((*LAMPIRAN_DIBUAT, *lampiran), start=1)
    )
    return Kerangka(tuple(judul), (*_nomori(GAMBAR, isi, "gambar"), *_nomori(TABEL, isi, "tabel")))


def tambah_lampiran(kerangka: Kerangka, kunci: str, judul: str) -> Kerangka:
    """Return the skeleton with one more appendix at the end."""
    nomor = 1 + sum(1 for j in kerangka.judul if j.tingkat == 2 and j.kunci.startswith("lampiran."))
    return replace(kerangka, judul=(*kerangka.judul, Judul(kunci, 2, f"Lampiran {nomor}", judul)))


def urutan_tempat(kunci: str, kerangka: Kerangka) -> tuple[int, ...]:
    """Return where a place stands in the report: its chapter, in it the sections, then the tables."""
    kunci = kunci.removeprefix("tabel.")
    tabel = next((t for t in kerangka.tabel if t.kunci == kunci), None)
    if tabel is not None:
        bab, urut = tabel.nomor.split(".")
        return (int(bab), 1, int(urut))
    awal = kunci.partition(".")[0]
    bab_ke = {"depan": 0, "lampiran": len(BAB) + 1} | {b[0]: n for n, b in enumerate(BAB, start=1)}
    letak = next((n for n, j in enumerate(kerangka.judul) if j.kunci == kunci), len(kerangka.judul))
    return (bab_ke.get(awal, 0), 0, letak)


def _nomori(
    daftar: tuple[tuple[str, int, str], ...], isi: dict[str, object], jenis: str
) -> tuple[JudulTabel, ...]:
    hasil: list[JudulTabel] = []
    for kunci, bab, nama in daftar:
        urut = 1 + sum(1 for t in hasil if t.nomor.startswith(f"{bab}."))
        hasil.append(JudulTabel(kunci, f"{bab}.{urut}", nama.format(**isi), jenis))
    return tuple(hasil)
