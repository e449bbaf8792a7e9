"""What to write in each field of organisasi, with an example (help texts of the admin)."""

from sakip.umum.admin_formulir import PESAN_BATASAN
from sakip.umum.admin_petunjuk import daftarkan_petunjuk

PETUNJUK = {
    "PemerintahDaerah": {
        "jenis": "Pilih salah satu, misalnya Kabupaten.",
        "nama": "Tanpa kata Kabupaten atau Kota, misalnya Sumenep.",
        "kode": "Kode wilayah Kemendagri, misalnya 35.29.",
        "ibu_kota": "Nama kota tempat pusat pemerintahan, misalnya Kota Sumenep.",
        "zona_waktu": "Pilih zona waktunya, misalnya WIB.",
        "lambang": "Gambar PNG atau JPEG lambang daerah, misalnya lambang.png.",
        "bulan_tenggat": "Bulan tenggat LKjIP pada tahun berikutnya, misalnya 2 untuk Februari.",
        "hari_tenggat": "Tanggal tenggat LKjIP, misalnya 29. Pada bulan yang lebih pendek: hari terakhir.",
        "hari_pengisian": "Hari pengisian sesudah triwulan berakhir, misalnya 10.",
        "cetak_catatan_pemeriksaan": (
            "Centang bila alasan atas peringatan dicetak sebagai lampiran LKjIP, misalnya alasan atas "
            "capaian 140,00%."
        ),
        "wajib_dua_langkah": "Centang bila admin wajib masuk dengan kode dari telepon, misalnya 123456.",
    },
    "PerangkatDaerah": {
        "nama": "Satu ejaan untuk semua dokumen, misalnya Kecamatan Batang-batang.",
        "singkatan": "Boleh kosong, misalnya Kec. Batang-batang.",
        "slug": "Dipakai dalam alamat halaman: huruf kecil dan tanda hubung, misalnya batang-batang.",
        "kode_skpd": "Kode dari SIPD, misalnya 7.01.0.00.0.00.18.0000.",
        "jenis": "Pilih salah satu, misalnya Kecamatan.",
        "alamat": "Alamat kantor, misalnya Jl. Raya Batang-batang Nomor 1.",
        "tempat": "Nama tempat di atas tanda tangan, misalnya Sumenep.",
        "wajib_dua_langkah": "Centang bila kepala wajib masuk dengan kode dari telepon, misalnya 123456.",
    },
    "UnitKerja": {
        "induk": "Unit yang membawahinya, misalnya Sekretariat. Kosongkan untuk unit pimpinan.",
        "jenis": "Pilih salah satu, misalnya Seksi.",
        "nama": "Nama menurut susunan organisasi, misalnya Seksi Pelayanan Umum.",
        "tugas": "Tugas menurut peraturan susunan organisasi, misalnya: menyelenggarakan pelayanan umum.",
    },
    "FungsiUnit": {"uraian": "Satu fungsi, misalnya: penyusunan program pelayanan umum."},
    "ProfilOrganisasi": {"sumber": "Asal data, misalnya Daftar Urut Kepangkatan Desember 2023."},
    "RincianProfil": {
        "profil": "Ketik nama perangkat daerah, misalnya Batang-batang.",
        "kelompok": "Pilih salah satu, misalnya Pegawai menurut golongan.",
        "uraian": "Yang dihitung, misalnya Golongan III.",
        "jumlah": "Angka saja, misalnya 12. Kosongkan bila belum diketahui.",
        "satuan": "Satuan jumlahnya, misalnya orang.",
    },
    "Pangkat": {
        "golongan": "Golongan dan ruang, misalnya IV/a.",
        "nama": "Nama pangkat, misalnya Pembina.",
        "urutan": "Dari yang terendah, misalnya 13 untuk IV/a.",
    },
    "Pegawai": {
        "nama": "Tanpa gelar, misalnya Citra Lestari.",
        "gelar_depan": "Boleh kosong, misalnya Drs.",
        "gelar_belakang": "Boleh kosong, misalnya M.Si.",
        "bentuk_nip": "Pilih salah satu, misalnya NIP (PNS).",
        "nip": "18 angka tanpa spasi, misalnya 197501012000031001. Kosongkan bila tidak ada.",
        "pangkat": "Ketik golongannya, misalnya IV/a.",
        "pengguna": "Akun orang ini, bila ada: ketik nama penggunanya, misalnya citra.",
    },
    "Jabatan": {
        "pemda": "Hanya untuk kepala daerah, misalnya Kabupaten Sumenep.",
        "perangkat_daerah": "Untuk jabatan di perangkat daerah, misalnya Kecamatan Batang-batang.",
        "unit": "Unit yang dipimpin, misalnya Seksi Pelayanan Umum. Boleh kosong.",
        "tingkat": "Pilih salah satu, misalnya Kepala seksi.",
        "nama": "Seperti tercetak, misalnya Camat Batang-batang.",
        "atasan": "Jabatan yang memberi mandat, misalnya Bupati Sumenep.",
    },
    "PemangkuJabatan": {
        "pegawai": "Ketik sebagian nama atau NIP, misalnya Citra.",
        "jabatan": "Ketik sebagian namanya, misalnya Camat.",
        "status": "Pilih salah satu, misalnya Definitif.",
        "mulai": "Hari pertama memangku jabatan, misalnya 02-01-2023.",
        "sampai": "Hari terakhir, misalnya 31-12-2023. Kosongkan bila masih menjabat.",
    },
    "Penugasan": {
        "pengguna": "Ketik nama atau nama penggunanya, misalnya ani.",
        "peran": "Pilih salah satu, misalnya Staf.",
        "pemda": "Hanya untuk Inspektorat dan Admin kabupaten, misalnya Kabupaten Sumenep.",
        "perangkat_daerah": "Untuk peran lain, misalnya Kecamatan Batang-batang.",
        "unit": "Wajib untuk staf, misalnya Seksi Pelayanan Umum. Kosongkan untuk peran lain.",
        "mulai": "Hari pertama bertugas, misalnya 02-01-2024.",
        "sampai": "Hari terakhir bertugas, misalnya 31-12-2024. Kosongkan bila masih bertugas.",
    },
    "Pengguna": {
        "username": "Untuk masuk: huruf kecil, angka, titik, misalnya ani.rahmawati.",
        "first_name": "Nama depan, misalnya Ani.",
        "last_name": "Nama belakang, misalnya Rahmawati. Boleh kosong.",
        "email": "Untuk pengingat, misalnya ani@sumenepkab.go.id. Boleh kosong.",
        "pemda": "Pemerintah daerah tempat akun ini bekerja, misalnya Kabupaten Sumenep.",
        "is_active": "Hapus centang untuk menonaktifkan akun, misalnya bila orangnya pindah.",
        "is_superuser": "Hanya untuk pemasang sistem: melihat dan mengubah semua data, misalnya akun admin.",
        "harus_ganti_sandi": "Centang bila kata sandi harus diganti saat masuk, misalnya akun baru.",
        "password": "Kata sandi tidak disimpan terbaca. Ganti lewat tautannya, misalnya bila orangnya lupa.",
    },
    "DasarHukum": {
        "kunci": "Nama pendek untuk dikutip, misalnya perpres-29-2014.",
        "pemda": "Kosongkan untuk peraturan nasional. Untuk peraturan daerah misalnya Kabupaten Sumenep.",
        "jenis": "Pilih salah satu, misalnya Peraturan Presiden.",
        "lembaga": "Pelengkap sebutannya, misalnya Bupati Sumenep. Kosongkan untuk UU, PP, dan Perpres.",
        "nomor": "Nomornya saja, misalnya 29.",
        "tahun": "Tahun peraturan, misalnya 2014.",
        "tentang": "Judul tanpa kata tentang, misalnya Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
        "mengubah": "Peraturan yang diubahnya, bila ada: ketik sebagian nomornya, misalnya 90.",
    },
    "DokumenPenetapan": {
        "jenis": "Pilih salah satu, misalnya SK Penetapan IKU.",
        "tahun": "Tahun mulai berlaku, misalnya 2024.",
        "nomor": "Nomor dokumen, misalnya 188/12/435.408/2024.",
        "penanda_tangan": "Yang menandatangani, misalnya Camat Batang-batang.",
        "berkas": "Pindaian dokumennya, misalnya sk-iku-2024.pdf. Boleh menyusul.",
    },
    "Satuan": {
        "nama": "Nama satuan, misalnya desa.",
        "is_persen": "Centang untuk persentase: angkanya dicetak dengan tanda %, misalnya 97,64%.",
    },
}
daftarkan_petunjuk("organisasi", PETUNJUK)

PESAN_BATASAN.update(
    {
        "unit_satu_pimpinan": "Perangkat daerah ini sudah mempunyai unit pimpinan. Pilih unit di atasnya.",
        "unit_bukan_induk_sendiri": "Unit tidak dapat berada di bawah dirinya sendiri. Pilih unit lain.",
        "rincian_profil_tak_negatif": "Jumlah tidak boleh di bawah nol. Tulis misalnya 12.",
        "dasar_hukum_bukan_diri_sendiri": "Peraturan tidak dapat mengubah dirinya sendiri. Pilih yang lain.",
        "pegawai_nip_18_angka": "NIP harus 18 angka, misalnya 197501012000031001.",
        "jabatan_satu_kepala_perangkat": "Perangkat daerah ini sudah mempunyai jabatan kepala.",
        "jabatan_satu_kepala_daerah": "Pemerintah daerah ini sudah mempunyai jabatan kepala daerah.",
        "jabatan_kepala_daerah_di_pemda": (
            "Kepala daerah berada pada pemerintah daerah; jabatan lain pada perangkat daerah."
        ),
        "penugasan_unit_unik": "Penugasan ini sudah ada: orang, peran, unit, dan hari mulainya sama.",
        "penugasan_perangkat_unik": "Penugasan ini sudah ada: orang, peran, kantor, dan mulainya sama.",
        "penugasan_pemda_unik": "Penugasan ini sudah ada: orang, peran, dan hari mulainya sama.",
        "penugasan_staf_punya_unit": "Staf harus mempunyai unit kerja. Pilih unitnya.",
        "penugasan_sampai_setelah_mulai": "Hari terakhir tidak boleh lebih awal daripada hari pertama.",
    }
)
