"""Lacks planted in the clean report: (test of a criterion, what is changed, what it must name, its link)."""

from __future__ import annotations

from dataclasses import replace

from pelaporan.konteks import Angka, NarasiBagian
from pelaporan.periksa.bahan import FaktaPeriode, FaktaTahap
from sakip.umum.hitung import Keadaan
from tests.pelaporan.periksa.bersih import KOSONG, ubah_capaian, ubah_indikator

TIDAK_BERLAKU = Angka("tidak berlaku", Keadaan.TIDAK_BERLAKU, None, "tidak diukur tahun ini")


# Ways to plant a lack ----------------------------------------------------------------------------------


def tanpa_narasi(*bagian):
    """Empty sections."""

    def ubah(bahan):
        lain = tuple(n for n in bahan.konteks.narasi if n.bagian not in bagian)
        baru = (*lain, *(NarasiBagian(b) for b in bagian))
        return replace(bahan, konteks=replace(bahan.konteks, narasi=baru))

    return ubah


def baris(tabel, n, **isi):
    """Change row ``n`` of a table of Bab III."""

    def ubah(bahan):
        lama = list(getattr(bahan.konteks.bab3, tabel))
        lama[n] = replace(lama[n], **isi)
        return replace(
            bahan, konteks=replace(bahan.konteks, bab3=replace(bahan.konteks.bab3, **{tabel: tuple(lama)}))
        )

    return ubah


def indikator(kode, **isi):
    return lambda b: ubah_indikator(b, kode, **isi)


def capaian(kode, **isi):
    return lambda b: ubah_capaian(b, kode, **isi)


def bab1(**isi):
    return lambda b: replace(b, konteks=replace(b.konteks, bab1=replace(b.konteks.bab1, **isi)))


def tanpa_tahun_lalu(bahan):
    satu = bahan.konteks.bab3.banding[0]
    tahun = tuple(replace(t, realisasi=TIDAK_BERLAKU) if t.tahun == 2023 else t for t in satu.tahun)
    return baris("banding", 0, tahun=tahun)(bahan)


def tanpa_indikator_sasaran(bahan):
    return replace(bahan, sasaran=(replace(bahan.sasaran[0], indikator=0), *bahan.sasaran[1:]))


def tahap(bahan):
    return replace(bahan, tahap=(FaktaTahap("Seksi Pelayanan Umum", "TW IV", "Dikirim"),))


def tidak_dikirim(bahan):
    return replace(bahan, tahap=(FaktaTahap("Sekretariat", "Triwulan IV", "Belum dikirim", False),))


KURANG = (
    (
        "disusun",
        tanpa_narasi("bab4.kesimpulan", "bab4.langkah"),
        "Bab IV: belum ada tulisan",
        "narasi:bab4.kesimpulan",
    ),
    ("berkala", tahap, "Seksi Pelayanan Umum, TW IV: dikirim", "pengukuran"),
    ("berkala", tidak_dikirim, "Sekretariat, Triwulan IV: belum dikirim", "pengukuran"),
    (
        "berkala",
        indikator("skm", periode=(FaktaPeriode("TW I", True), FaktaPeriode("TW II", False))),
        "Indeks Kepuasan Masyarakat (IKM): TW II belum diisi",
        "realisasi:skm",
    ),
    ("diformalkan", lambda b: b, "pengesahan oleh Camat", "bagian:bab4"),
    ("standar", tanpa_narasi("bab2.rkt"), "Bab II, rencana kerja: belum ditulis", "narasi:bab2.rkt"),
    (
        "semua_informasi",
        indikator("skm", is_dilaporkan=False),
        "Indeks Kepuasan Masyarakat (IKM): tidak dilaporkan",
        "indikator:skm",
    ),
    (
        "semua_informasi",
        indikator("skm", realisasi=KOSONG),
        "Indeks Kepuasan Masyarakat (IKM): realisasi belum diisi",
        "realisasi:skm",
    ),
    (
        "semua_informasi",
        indikator("skm", capaian=KOSONG),
        "Indeks Kepuasan Masyarakat (IKM): capaian belum dapat dihitung",
        "target_pk:skm",
    ),
    (
        "banding_target",
        capaian("skm", target=KOSONG),
        "Indeks Kepuasan Masyarakat (IKM): target belum diisi",
        "target_pk:skm",
    ),
    (
        "banding_target",
        capaian("ipp", target=KOSONG),
        "Indeks Pelayanan Publik Kecamatan: target belum diisi",
        "target_renstra:ipp",
    ),
    (
        "banding_menengah",
        baris("kemajuan", 0, kemajuan=KOSONG),
        "Indeks Kepuasan Masyarakat (IKM): target akhir Renstra belum diisi",
        "target_renstra:skm",
    ),
    (
        "banding_tahun_lalu",
        tanpa_tahun_lalu,
        "Indeks Kepuasan Masyarakat (IKM): realisasi 2023 tidak ada",
        "indikator:skm",
    ),
    (
        "banding_nasional",
        baris("pembanding", 2, nilai=KOSONG),
        "Indeks Kepuasan Masyarakat (IKM): pembanding belum diisi",
        "pembanding:skm",
    ),
    (
        "analisis",
        baris("analisis", 0, solusi=KOSONG),
        "Indeks Kepuasan Masyarakat (IKM): solusi belum ditulis",
        "analisis:skm",
    ),
    (
        "efisiensi",
        baris("efisiensi_sasaran", 0, efisiensi=KOSONG),
        "Meningkatnya mutu pelayanan administrasi kecamatan: efisiensi belum dapat dihitung",
        "bagian:t_efisiensi_sasaran",
    ),
    (
        "perbaikan",
        tanpa_narasi("bab4.langkah"),
        "Bab IV, langkah perbaikan: belum ditulis",
        "narasi:bab4.langkah",
    ),
    (
        "rekomendasi",
        baris("tindak_lanjut", 1, tindak_lanjut=KOSONG),
        "rekomendasi 2: tindak lanjut belum ditulis",
        "rekomendasi",
    ),
    ("data_penting", bab1(profil=()), "profil pegawai dan wilayah belum diisi", "profil"),
    ("data_penting", bab1(organisasi=None), "susunan organisasi belum diisi", "unit"),
    ("data_penting", bab1(isu_tahun=(), isu_renstra=()), "isu strategis belum diisi", "isu"),
    (
        "target",
        capaian("skm", target=KOSONG),
        "Indeks Kepuasan Masyarakat (IKM): target belum diisi",
        "target_pk:skm",
    ),
    (
        "capaian_memadai",
        tanpa_narasi("tabel.t_capaian"),
        "Penjelasan capaian indikator: belum ditulis; tabel tanpa penjelasan hanya diakui sebagian",
        "narasi:tabel.t_capaian",
    ),
    (
        "lampiran",
        lambda b: replace(b, konteks=replace(b.konteks, naskah_pk=None)),
        "Perjanjian Kinerja belum ditetapkan",
        "pk",
    ),
    ("keuangan", baris("anggaran", 0, realisasi=KOSONG), "realisasi anggaran belum diisi", "anggaran:"),
    ("keuangan", baris("anggaran", 0, pagu=KOSONG), "pagu belum diisi", "pagu:"),
    (
        "bukti",
        indikator("ipp", periode=(FaktaPeriode("Setahun", True, bukti=0),)),
        "Indeks Pelayanan Publik Kecamatan: bukti belum ada (Setahun)",
        "bukti:ipp",
    ),
    (
        "bukti",
        indikator("ipp", sumber_data=""),
        "Indeks Pelayanan Publik Kecamatan: sumber data belum diisi",
        "definisi:ipp",
    ),
    (
        "mekanisme",
        indikator("ipp", periode=()),
        "Indeks Pelayanan Publik Kecamatan: realisasi belum diisi",
        "realisasi:ipp",
    ),
    ("mekanisme", tahap, "Seksi Pelayanan Umum, TW IV: dikirim", "pengukuran"),
    ("mekanisme", tidak_dikirim, "Sekretariat, Triwulan IV: belum dikirim", "pengukuran"),
    (
        "penanggung_jawab",
        indikator("skm", penanggung_jawab=""),
        "Indeks Kepuasan Masyarakat (IKM): unit penanggung jawab belum diisi",
        "definisi:skm",
    ),
    (
        "selaras_pk",
        indikator("skm", is_dilaporkan=False),
        "Indeks Kepuasan Masyarakat (IKM): diperjanjikan tetapi tidak dilaporkan",
        "indikator:skm",
    ),
    (
        "selaras_pk",
        indikator("ipp", is_iku=False),
        "Indeks Pelayanan Publik Kecamatan: dilaporkan tetapi tidak diperjanjikan dan bukan IKU",
        "indikator:ipp",
    ),
    (
        "selaras_renstra",
        indikator("skm", is_node_renstra=False),
        "sasaran Meningkatnya mutu pelayanan administrasi kecamatan: tidak ada dalam Renstra",
        "indikator:skm",
    ),
    (
        "selaras_indikator",
        indikator("skm", target_renstra=None),
        "Indeks Kepuasan Masyarakat (IKM): tidak ada dalam Renstra",
        "indikator:skm",
    ),
    (
        "selaras_indikator",
        indikator("skm", is_dilaporkan=False),
        "Indeks Kepuasan Masyarakat (IKM): ada dalam Renstra tetapi tidak dilaporkan",
        "indikator:skm",
    ),
    (
        "selaras_iku",
        indikator("ipp", is_dilaporkan=False),
        "Indeks Pelayanan Publik Kecamatan: IKU tetapi tidak dilaporkan",
        "indikator:ipp",
    ),
    (
        "perbandingan",
        baris("kemajuan", 0, kemajuan=KOSONG),
        "Indeks Kepuasan Masyarakat (IKM): target akhir Renstra belum diisi",
        "target_renstra:skm",
    ),
    (
        "cukup_mengukur",
        tanpa_indikator_sasaran,
        "sasaran Meningkatnya mutu pelayanan administrasi kecamatan: tidak berindikator",
        "renstra",
    ),
    (
        "definisi",
        indikator("skm", formulasi=""),
        "Indeks Kepuasan Masyarakat (IKM): formulasi belum diisi",
        "definisi:skm",
    ),
)
