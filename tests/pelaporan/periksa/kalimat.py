"""The measured set: sound sentences that no check may stop, and planted defects that one must find.

Sentences are read as a person writes them, in Kecamatan Contoh's report of 2024. Every check of prose has
its rows in both lists; docs/kinerja.md holds the counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.pelaporan.periksa import kalimat_naskah

BAGIAN = "bab1.latar_belakang"

SEHAT: tuple[str, ...] = (
    # Figures by token
    "Indeks kepuasan masyarakat mencapai [[realisasi:skm]] dari target [[target:skm]], atau [[capaian:skm]].",
    "Anggaran terserap [[serapan]] dengan sisa [[sisa]] dari pagu [[pagu]].",
    "Dari [[jumlah:indikator]] indikator, [[jumlah:tercapai]] mencapai target dan sisanya diperbaiki.",
    "Rata-rata capaian [[perangkat_daerah]] tahun [[tahun]] adalah [[rerata]] dengan kategori [[kategori]].",
    "Penerimaan pajak tahun [[tahun:N-1]] sebesar Rp[[realisasi:pbb:N-1]], kini Rp[[realisasi:pbb]].",
    "Program 7.01.05 terserap [[serapan:7.01.05]] karena rapat akhir tahun ditiadakan.",
    "Predikat AKIP naik dari [[realisasi:sakip:N-1]] menjadi [[realisasi:sakip]] sejak tahun ini.",
    "Capaian [[capaian:skm]] termasuk kategori Sangat Tinggi menurut skala yang berlaku.",
    "Nilai efisiensi [[efisiensi]] tergolong efisien karena capaian melebihi serapan.",
    # Regulations
    "Laporan ini disusun berdasarkan [[hukum:perpres-29-2014]] dan [[hukum:permenpanrb-53-2014]].",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
    "Ketentuan itu diatur dalam Pasal 5 ayat (2) huruf a dan Pasal 7 ayat (1).",
    "Survei dilaksanakan menurut PermenPANRB 14/2017 terhadap pengguna layanan di loket.",
    "Susunan organisasi mengikuti Peraturan Bupati Contoh Nomor 58 Tahun 2021.",
    "Pelimpahan kewenangan berpedoman pada Perbup 33/2020 dan PP 17/2018.",
    "Kodefikasi program mengikuti Kepmendagri 050-5889 Tahun 2021.",
    "Petunjuk teknisnya adalah Permenpan RB Nomor 53 Tahun 2014 beserta lampirannya.",
    # Dates, years, quarters, times
    "Perjanjian Kinerja ditandatangani pada 15 Januari 2024 dan diubah pada 7 Oktober 2024.",
    "Musrenbang kecamatan diselenggarakan pada tanggal 20 sampai dengan 22 Februari 2024 di pendopo.",
    "Data dikumpulkan pada triwulan II dan semester 1, lalu dibahas setiap TW 4.",
    "Rencana Strategis Tahun 2021-2026 menjadi acuan target setiap tahun.",
    "Tahun 2024 adalah tahun ketiga Renstra sehingga pembenahan dipercepat.",
    "Loket dibuka pukul 08.00 sampai 15.30 WIB pada hari kerja.",
    "Upacara peringatan hari jadi ke-79 dihadiri kepala desa dan tokoh masyarakat.",
    "Petugas piket siaga 24 jam selama masa siaga banjir.",
    "Renstra berlaku 5 (lima) tahun dan ditinjau pada pertengahan periode.",
    # References, lists, ordinals
    "Rincian setiap indikator disajikan pada Tabel 3.2 dan Gambar 3.1.",
    "Penjelasan lebih lanjut terdapat pada Bab III halaman 27 dan Lampiran 2.",
    "Sebagaimana dimaksud pada angka 3 dan butir 4, data diperiksa oleh sekretaris.",
    "1. Membenahi alur pelayanan di loket depan.",
    "Sasaran 1 dan Sasaran 3 dilaksanakan bersama pemerintah desa.",
    "Renstra kecamatan mendukung Misi 2 dan Misi 3 RPJMD.",
    # Ranks, NIP, people
    "Camat berpangkat Pembina Tingkat I golongan ruang IV/b.",
    "Dra. Ratna Pramesti, M.Si. (NIP 19711214 199603 2 004) memimpin rapat evaluasi.",
    "Rapat dipimpin oleh Bambang Hidayanto selaku sekretaris kecamatan.",
    # Addresses, phone, postcode, distances
    "Kantor kecamatan beralamat di Jalan Balai Desa Nomor 1, RT 02/RW 05, Contoh Kota 69473.",
    "Pengaduan disampaikan melalui telepon (0328) 312345, faks 0328-312346, atau WhatsApp 0812-3456-7890.",
    "Alamat surat adalah Jalan Raya KM 12,5 kode pos 69473.",
    "Kantor terletak di Jl. Raya Contoh KM. 7, sekitar 45 menit perjalanan dari ibu kota kabupaten.",
    "Koramil 0827/05 dan Polsek Contoh ikut menjaga ketertiban.",
    "Dokumen DPA-SKPD Nomor DPA/A.1/7.01.0.00/001/2024 menjadi dasar pelaksanaan kegiatan.",
    "Desa terjauh berjarak 17,5 km dari kantor kecamatan dan dapat ditempuh melalui Jalan Diponegoro 12.",
    "Keterangan lain dapat dilihat di www.contoh.go.id atau dikirim ke kecamatan@contoh.go.id.",
    # Names with numbers, profile, common words
    "Pelayanan kembali tatap muka setelah pandemi COVID-19 dan memakai aplikasi SP4N-LAPOR.",
    "Revolusi Industri 4.0 menuntut aparatur yang cakap mengelola data.",
    "Kecamatan Contoh membawahi 12 desa dan 47 dusun dengan luas wilayah 48,62 km2.",
    "Penduduk kecamatan berjumlah 41.286 jiwa yang tersebar di seluruh desa.",
    "Salah satu indikator yang perlu perhatian adalah penerimaan pajak.",
    "Petugas loket ditambah dua orang sejak awal semester sehingga antrean berkurang.",
    # Figures of others, with their source
    "Inflasi kabupaten tercatat 2,6% sepanjang tahun [[kutipan:BPS Kabupaten Contoh, 2024]].",
    "Dana Desa yang disalurkan mencapai Rp1,2 miliar untuk setiap desa [[kutipan:DPMD, 2024]].",
    "Angka kemiskinan turun dari 12,4 persen menjadi 11,9 persen. [[kutipan:BPS, 2024]]",
    "Rata-rata capaian kecamatan lain adalah 95,2% [[kutipan:Bagian Organisasi, 2024]].",
    # Claims that are none, or that are true
    "Upaya itu dilakukan agar seluruh indikator mencapai target pada tahun berikutnya.",
    "Belum seluruh indikator mencapai target karena beberapa desa terlambat menetapkan dokumen.",
    "Pelayanan di Kecamatan Contoh, Kabupaten Contoh, diawasi bersama masyarakat.",
    "Camat Contoh melaporkan kinerja kepada Bupati Contoh melalui Sekretaris Daerah.",
    "Kabupaten Layak Anak menjadi gerakan bersama yang didukung pemerintah desa.",
    *kalimat_naskah.SEHAT_NASKAH,
)


@dataclass(frozen=True)
class Cacat:
    """A planted defect: the sentence, the code of the check that finds it, its section."""

    kode: str
    teks: str
    tingkat: str = "galat"
    bagian: str = BAGIAN


# C. Figures, regulations and names in prose
CACAT_ANGKA: tuple[Cacat, ...] = (
    Cacat("angka_diketik", "Serapan anggaran tahun 2024 sebesar 100%."),
    Cacat("angka_diketik", "Serapan anggaran mencapai seratus persen."),
    Cacat("angka_diketik", "Penyerapan anggaran pada tahun ini adalah 98.15 %."),
    Cacat("angka_diketik", "Realisasi anggaran mencapai Rp4.280.354.976 dari seluruh pagu."),
    Cacat("angka_diketik", "Pagu anggaran berjumlah Rp. 4,5 miliar pada perubahan APBD."),
    Cacat("angka_diketik", "Sisa anggaran tercatat Rp 109.000.000,-."),
    Cacat("angka_diketik", "Nilai efisiensi anggaran sebesar 100%."),
    Cacat("angka_diketik", "Capaian Indeks Kepuasan Masyarakat sebesar 102,35%."),
    Cacat("angka_diketik", "Capaian SKM tahun 2024 tercatat 99,93 persen."),
    Cacat("angka_diketik", "Kepuasan masyarakat cukup baik, yaitu 99,93%."),
    Cacat("angka_diketik", "Realisasi penerimaan pajak bumi dan bangunan sebesar Rp1.152.375.400."),
    Cacat("angka_diketik", "Rata-rata capaian kinerja adalah sembilan puluh delapan persen."),
    Cacat("angka_diketik", "Program penyelenggaraan urusan pemerintahan umum terserap 98,10%."),
    Cacat("angka_diketik", "Capaian kinerja pelayanan meningkat menjadi 93,4%."),
    Cacat("angka_diketik", "Realisasi belanja sebesar 3 juta rupiah dipakai untuk konsumsi rapat."),
    Cacat("angka_diketik", "Anggaran [[pagu]] terserap 95 persen."),
    Cacat("angka_diketik", "Nilai Indeks Kepuasan Masyarakat tercatat 88,10.", "peringatan"),
    Cacat("angka_diketik", "Inflasi kabupaten tercatat 2,6% sepanjang tahun.", "peringatan"),
    Cacat("angka_diketik", "Dana Desa yang disalurkan mencapai Rp1,2 miliar.", "peringatan"),
    Cacat("angka_diketik", "Kegiatan itu diikuti 135 peserta dari seluruh desa.", "peringatan"),
    Cacat("angka_diketik", "Luas wilayah kecamatan adalah 80,36 km2.", "peringatan"),
    Cacat("angka_diketik", "Bantuan disalurkan kepada dua puluh tiga keluarga.", "peringatan"),
    Cacat("angka_diketik", "Sekitar 1/3 permohonan diajukan secara daring.", "peringatan"),
    Cacat("angka_diketik", "Capaian Indeks Kepuasan Masyarakat sebesar 100,98%.", "info"),
    Cacat("angka_diketik", "Anggaran terserap 97,51% sampai akhir tahun.", "info"),
    Cacat("angka_diketik", "Realisasi anggaran adalah Rp4.289.354.976.", "info"),
    Cacat("hitungan_diketik", "Kecamatan menetapkan 6 tujuan, 13 sasaran dengan 32 indikator kinerja."),
    Cacat("hitungan_diketik", "Anggaran dilaksanakan melalui dua belas program."),
    Cacat("hitungan_diketik", "Tujuan 6 terdiri dari 6 indikator kinerja."),
    Cacat("hitungan_diketik", "Sebanyak 10 dari 12 indikator mencapai target."),
    Cacat("hitungan_diketik", "RPJMD kabupaten memuat tujuh misi."),
    Cacat("hitungan_diketik", "Perjanjian Kinerja memuat 12 indikator."),
    Cacat("hitungan_diketik", "Renstra memuat 2 tujuan dan 4 sasaran.", "info"),
    Cacat("token_rusak", "Capaian kependudukan adalah [[capaian:tiada]]."),
    Cacat("token_rusak", "Peraturan itu adalah [[hukum:tiada-2020]]."),
    Cacat("hukum_diketik", "Laporan ini mengikuti Perpres Nomor 29 Tahun 2015."),
    Cacat("hukum_diketik", "Laporan ini mengikuti Permenpan RB Nomor 35 Tahun 2014."),
    Cacat("hukum_diketik", "Susunan organisasi diatur dengan Peraturan Bupati Contoh Nomor 58 Tahun 2020."),
    Cacat(
        "hukum_diketik",
        "Permenpanrb 53/2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata "
        "Reviu atas "
        "Laporan Kinerja Instansi Pemerintah menjadi pedoman.",
    ),
    Cacat("hukum_diketik", "Asas itu tercantum dalam UU 28/1999.", "peringatan"),
    Cacat("hukum_diketik", "Indikator ditetapkan menurut PER/09/M.PAN/5/2007.", "peringatan"),
    Cacat("hukum_diketik", "Desa diatur dengan Undang-Undang Nomor 6 Tahun 2014 tentang Desa.", "peringatan"),
    Cacat("hukum_diketik", "Laporan ini mengikuti Peraturan Presiden Nomor 29 Tahun 2014.", "info"),
    Cacat("nama_diketik", "Pelayanan di Kec. Contoh dilakukan setiap hari kerja.", "peringatan"),
    Cacat("nama_diketik", "Pelayanan di KECAMATAN CONTOH dilakukan setiap hari kerja.", "peringatan"),
    Cacat("nama_diketik", "Warga Kecamatan Conto mengurus dokumen di loket.", "peringatan"),
    Cacat("nama_lain", "Renstra Kecamatan Batang-batang menjadi acuan."),
    Cacat("nama_lain", "Camat Batang-batang bertanggung jawab kepada Bupati."),
    Cacat("nama_lain", "Camat Dungkek menyampaikan laporan setiap triwulan.", "peringatan"),
    Cacat("nama_lain", "Pembangunan di Kabupaten Pamekasan dilaksanakan secara bertahap."),
    Cacat("nama_lain", "Wilayah kecamatan berbatasan dengan Kecamatan Gapura.", "peringatan"),
    Cacat("entitas_salah", "Anggaran pada Pemerintah Daerah Kabupaten Contoh berjumlah Rp4.399.000.000."),
    Cacat("entitas_salah", "Belanja pada Pemerintah Kabupaten Contoh terealisasi [[realisasi_anggaran]]."),
    Cacat("pejabat_diketik", "Rapat dipimpin oleh Ratna Prameswari selaku Camat.", "peringatan"),
    Cacat("pejabat_diketik", "Laporan diperiksa Bambang Hidayanto, S.H. pada akhir tahun.", "peringatan"),
    Cacat("pejabat_diketik", "Penanggung jawab laporan adalah NIP 19730716 199602 1 001.", "peringatan"),
    Cacat("renstra_diketik", "Laporan ini merupakan tahun ke-IV pelaksanaan Rencana Strategis."),
    Cacat("renstra_diketik", "Tahun 2024 adalah tahun keempat Renstra."),
    Cacat("renstra_diketik", "Renstra Kecamatan Tahun 2021-2025 menjadi acuan."),
    Cacat("renstra_diketik", "Rencana Strategis Tahun 2016-2021 menetapkan sasaran kecamatan."),
    Cacat("misi_diketik", "Renstra mengacu kepada RPJMD yaitu Misi ke 1, 4, dan 7."),
    Cacat("misi_diketik", "Kecamatan mendukung misi pertama dan misi kedua."),
    Cacat("kategori_diketik", "Capaian [[capaian:pbb]] termasuk kategori Sangat Tinggi.", "peringatan"),
    Cacat("kategori_diketik", "Nilai efisiensi [[efisiensi]] berarti tidak efisien.", "peringatan"),
    Cacat("klaim_tanpa_dasar", "Seluruh indikator kinerja telah mencapai target.", "peringatan"),
    Cacat("klaim_tanpa_dasar", "Secara umum semua sasaran telah tercapai sesuai rencana.", "peringatan"),
    Cacat("klaim_tanpa_dasar", "Tidak dijumpai kendala dalam pelaksanaan program.", "peringatan"),
)

# D. The text itself
CACAT_NASKAH: tuple[Cacat, ...] = tuple(
    Cacat(kode, teks, kalimat_naskah.TINGKAT.get(kode, "peringatan"), bagian)
    for kode, bagian, teks in kalimat_naskah.CACAT_NASKAH
)

CACAT: tuple[Cacat, ...] = (*CACAT_ANGKA, *CACAT_NASKAH)
