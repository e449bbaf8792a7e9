"""Component 3.a: the report is there, by quarter too, formal, reviewed, in time."""

from __future__ import annotations

from pelaporan.kesiapan.dasar import (
    TANPA_INDIKATOR,
    HasilUji,
    Kurang,
    putuskan,
    strategis,
    tanya,
    tulisan,
)
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.jalankan import HasilPeriksa
from sakip.umum.tanggal import format_tanggal

BAB = (
    ("Kata pengantar", ("depan.pengantar",)),
    ("Ikhtisar eksekutif", ("depan.ikhtisar",)),
    ("Bab I", ("bab1.latar_belakang", "bab1.organisasi", "bab1.isu")),
    ("Bab II", ("bab2.renstra", "bab2.rkt", "bab2.pk")),
    ("Bab III", ("bab3.capaian", "tabel.t_capaian")),
    ("Bab IV", ("bab4.kesimpulan", "bab4.langkah")),
)
DISAHKAN = "disahkan"
LHR = "LHR LKjIP"


def disusun(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether the report is composed: reported indicators, and something written in every chapter."""
    kurang = []
    if not bahan.konteks.bab3.capaian:
        kurang.append(TANPA_INDIKATOR)
    for nama, bagian in BAB:
        kosong = tulisan(bahan, *bagian)
        if len(kosong) == len(bagian):
            kurang.append(Kurang(f"{nama}: belum ada tulisan", kosong[0].tautan))
    return putuskan(
        kurang,
        belum="Laporan belum tersusun seluruhnya.",
        lengkap="Laporan tersusun: setiap bab berisi, dan indikatornya dilaporkan.",
        bukti="bagian:depan.daftar_isi",
    )


def berkala(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether performance is reported by quarter or semester, and each unit's quarter was approved.

    A quarter with values that no unit ever sent is not reported either.
    """
    rutin = [i for i in strategis(bahan) if len(i.periode) > 1]
    if not rutin:
        kurang = [Kurang("tidak satu pun indikator diukur per triwulan atau semester", "pengukuran")]
    else:
        kurang = [
            Kurang(f"{i.nama}: {p.nama} belum diisi", f"realisasi:{i.kode}")
            for i in rutin
            for p in i.periode
            if p.berlaku and not p.terisi
        ]
        kurang += [Kurang(f"{t.unit}, {t.triwulan}: {t.keadaan.lower()}", "pengukuran") for t in bahan.tahap]
    return putuskan(
        kurang,
        belum="Laporan kinerja berkala belum lengkap.",
        lengkap=(
            f"{len(rutin)} indikator diukur per triwulan atau semester dan seluruhnya terisi; nilai "
            "setiap triwulan unit sudah disetujui. Laporan triwulan dapat diunduh pada halaman dokumen."
        ),
        bukti="pengukuran",
    )


def diformalkan(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether the report is signed; a draft says what the signature waits for."""
    sah = bahan.konteks.pengesahan
    kurang = []
    if sah.status != DISAHKAN:
        kurang = [Kurang(f"pengesahan oleh {bahan.konteks.identitas.sebutan_kepala}", "bagian:bab4")]
        if hasil.penghalang:
            kurang.append(Kurang(f"{len(hasil.penghalang)} galat belum diselesaikan", ""))
        if hasil.tanpa_alasan:
            kurang.append(Kurang(f"{len(hasil.tanpa_alasan)} peringatan belum beralasan", ""))
    return putuskan(
        kurang,
        belum="Laporan masih draf dan belum ditandatangani.",
        lengkap=f"Laporan disahkan{f' tanggal {sah.tanggal}' if sah.tanggal else ''}.",
        bukti="bagian:bab4",
    )


def direviu(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether the report was reviewed: a person names the LHR; recommendations of one are shown."""
    tahun = bahan.konteks.identitas.tahun
    milik = [r for r in bahan.konteks.bab3.tindak_lanjut if r.sumber == LHR and r.tahun == tahun]
    if milik:
        return tanya(
            f"{len(milik)} rekomendasi LHR tahun {tahun} tercatat. Sebutkan nomor dan tanggal LHR-nya.",
            "bagian:bab3.tindak_lanjut",
        )
    return tanya(
        f"LHR atas laporan tahun {tahun} belum tercatat. Jawab dengan nomor dan tanggalnya bila sudah ada."
    )


def tepat_waktu(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether the report was handed over in time: a person answers; the deadline is shown."""
    if bahan.laporan is None:
        return tanya("Tenggatnya tidak tercatat. Jawab dengan tanggal penyampaian dan tanda terimanya.")
    return tanya(
        f"Tenggat penyampaian {format_tanggal(bahan.laporan.tenggat)}. Jawab dengan tanggal penyampaian dan "
        "tanda terimanya."
    )
