"""Component 3.c: whether the report is used. A person answers; what the system holds is shown beside it."""

from __future__ import annotations

from pelaporan.kesiapan.dasar import HasilUji, tanya
from pelaporan.periksa.bahan import BahanPeriksa, FaktaDokumen
from pelaporan.periksa.jalankan import HasilPeriksa
from sakip.umum.tanggal import format_tanggal


def penyesuaian_aktivitas(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Shows revisions of the PK; whether they rest on the report a person answers."""
    return _revisi(bahan.pk, "Perjanjian Kinerja", "aktivitas", "pk")


def penyesuaian_anggaran(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Shows revisions of the DPA; whether they rest on the report a person answers."""
    return _revisi(bahan.dpa, "DPA", "anggaran", "dpa")


def _revisi(dokumen: tuple[FaktaDokumen, ...], nama: str, apa: str, tautan: str) -> HasilUji:
    revisi = [d for d in dokumen if d.revisi > 0]
    if not revisi:
        return tanya(f"Tidak ada perubahan {nama} yang tercatat. Jawab apakah {apa} disesuaikan.", tautan)
    akhir = revisi[-1]
    tanggal = f" tanggal {format_tanggal(akhir.tanggal)}" if akhir.tanggal else ""
    return tanya(
        f"{akhir.nama}{tanggal} tercatat. Jawab apakah penyesuaian {apa} itu memakai informasi laporan "
        "kinerja.",
        tautan,
    )


def evaluasi_keberhasilan(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Shows how many recommendations are followed; whether results were evaluated a person answers."""
    baris = bahan.konteks.bab3.tindak_lanjut
    isi = sum(1 for b in baris if b.tindak_lanjut.is_terukur)
    depan = (
        f"{isi} dari {len(baris)} rekomendasi sudah ditindaklanjuti. "
        if baris
        else "Belum ada rekomendasi yang dicatat. "
    )
    return tanya(
        depan + "Jawab dengan bukti evaluasi kinerja berkala, misalnya notula rapat triwulanan.",
        "bagian:bab3.tindak_lanjut",
    )


def penyesuaian_perencanaan(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Shows the steps for next year; whether next year's plan follows them a person answers."""
    if not bahan.konteks.narasi_bagian("bab4.langkah").blok:
        return tanya(
            "Langkah perbaikan belum ditulis. Jawab apakah rencana tahun berikutnya memakai laporan ini.",
            "narasi:bab4.langkah",
        )
    return tanya(
        "Langkah perbaikan ditulis pada Bab IV. Jawab apakah rencana tahun berikutnya memuatnya.",
        "bagian:bab4",
    )
