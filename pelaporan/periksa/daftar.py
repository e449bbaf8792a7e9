"""All checks, in the order in which they run and are shown; the first finding of a cause stays.

``docs/menambah-pemeriksaan.md`` is the checklist for one more.
"""

from __future__ import annotations

from pelaporan.periksa import (
    analisis_kosong,
    anggaran_kosong,
    bukti_tidak_ada,
    capaian_rendah,
    capaian_tinggi,
    dokumen_belum_lengkap,
    jumlah_tidak_cocok,
    kinerja_serapan_timpang,
    lampiran_kurang,
    lampiran_tiada,
    nilai_tak_wajar,
    pagu_nol,
    penanda_tangan_kosong,
    penanda_tangan_tidak_lengkap,
    pihak_pk_tidak_menjabat,
    pk_beda_dpa,
    pk_terlambat,
    realisasi_kosong,
    realisasi_melebihi_pagu,
    realisasi_tanpa_pagu,
    rekomendasi_belum_ditindak,
    sama_tahun_lalu,
    sipd_beda,
    tahap_belum_disetujui,
    tanggal_rencana,
    tanggal_tanda_tangan,
    target_di_bawah_tahun_lalu,
    tindak_lanjut_kosong,
    urutan_tanggal,
)
from pelaporan.periksa.dasar import Pemeriksaan

# A. What the tables need
DATA: tuple[Pemeriksaan, ...] = (realisasi_kosong.PEMERIKSAAN,)
# B. Money, days, evidence and plausibility
UANG_DAN_BUKTI: tuple[Pemeriksaan, ...] = (
    anggaran_kosong.PEMERIKSAAN,
    realisasi_tanpa_pagu.PEMERIKSAAN,
    realisasi_melebihi_pagu.PEMERIKSAAN,
    pagu_nol.PEMERIKSAAN,
    sipd_beda.PEMERIKSAAN,
    pk_beda_dpa.PEMERIKSAAN,
    jumlah_tidak_cocok.PEMERIKSAAN,
    nilai_tak_wajar.PEMERIKSAAN,
    capaian_tinggi.PEMERIKSAAN,
    capaian_rendah.PEMERIKSAAN,
    sama_tahun_lalu.PEMERIKSAAN,
    target_di_bawah_tahun_lalu.PEMERIKSAAN,
    kinerja_serapan_timpang.PEMERIKSAAN,
    analisis_kosong.PEMERIKSAAN,
    bukti_tidak_ada.PEMERIKSAAN,
    tahap_belum_disetujui.PEMERIKSAAN,
    tindak_lanjut_kosong.PEMERIKSAAN,
    rekomendasi_belum_ditindak.PEMERIKSAAN,
    lampiran_kurang.PEMERIKSAAN,
    lampiran_tiada.PEMERIKSAAN,
    penanda_tangan_kosong.PEMERIKSAAN,
    penanda_tangan_tidak_lengkap.PEMERIKSAAN,
    tanggal_rencana.PEMERIKSAAN,
    tanggal_tanda_tangan.PEMERIKSAAN,
    pihak_pk_tidak_menjabat.PEMERIKSAAN,
    dokumen_belum_lengkap.PEMERIKSAAN,
    urutan_tanggal.PEMERIKSAAN,
    pk_terlambat.PEMERIKSAAN,
)
# C. Figures, regulations and names in prose
ANGKA_DAN_NAMA: tuple[Pemeriksaan, ...] = ()
# D. The text itself
NASKAH: tuple[Pemeriksaan, ...] = ()

DAFTAR: tuple[Pemeriksaan, ...] = (*DATA, *UANG_DAN_BUKTI, *ANGKA_DAN_NAMA, *NASKAH)
