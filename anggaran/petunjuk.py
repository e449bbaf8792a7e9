"""What to write in each field of anggaran, with an example (help texts of the admin)."""

from sakip.umum.admin_formulir import PESAN_BATASAN
from sakip.umum.admin_petunjuk import daftarkan_petunjuk

RUPIAH = "Rupiah penuh, ribuan dengan titik, misalnya 126.950.500. Nol ditulis 0."

PETUNJUK = {
    "DPA": {
        "tahun": "Tahun anggaran, misalnya 2024.",
        "urutan": "0 untuk DPA murni, 1 untuk versi sesudahnya, dan seterusnya.",
        "jenis": "Pilih salah satu, misalnya Murni.",
        "ke": "0 untuk DPA murni; 2 misalnya untuk pergeseran ke-2.",
        "nomor": "Nomor DPA, misalnya DPA/A.1/7.01.0.00.0.00.18.0000/001/2024.",
        "tanggal": "Tanggal pengesahan, misalnya 02-01-2024.",
        "alasan": "Mengapa berubah, misalnya: penyesuaian belanja pegawai. Kosongkan untuk DPA murni.",
    },
    "PaguAnggaran": {"dpa": "Ketik nomor, tahun, atau perangkat daerahnya, misalnya 2024.", "nilai": RUPIAH},
    "KolomSIPD": {
        "pemda": "Pilih pemerintah daerahnya, misalnya Kabupaten Sumenep.",
        "judul": "Judul kolom dalam berkas SIPD, huruf besar tanpa garis bawah, misalnya KD SUBKEG.",
        "arti": "Pilih artinya, misalnya kode sub kegiatan.",
    },
    "RealisasiAnggaran": {
        "periode": "Pilih triwulannya, misalnya Triwulan I.",
        "nilai": RUPIAH,
        "sumber": "Wajib untuk realisasi setahun, misalnya Laporan Realisasi Anggaran 2023.",
        "diisi_oleh": "Akun yang mengisi, misalnya ani.",
        "diisi_pada": "Waktu pengisian, misalnya 05-04-2024 09.30.",
        "catatan": "Boleh kosong, misalnya: menunggu pertanggungjawaban.",
    },
}
daftarkan_petunjuk("anggaran", PETUNJUK)

PESAN_BATASAN.update(
    {
        "pagu_tingkat_sesuai": "Isi program saja, atau kegiatan, atau sub kegiatan.",
        "pagu_program_unik": "Pagu program ini sudah ada dalam DPA itu. Ubah baris yang sudah ada.",
        "pagu_tak_negatif": "Pagu tidak boleh di bawah nol. Tulis 0 atau lebih, misalnya 126.950.500.",
        "realisasi_anggaran_tingkat_sesuai": "Isi program saja, atau kegiatan, atau sub kegiatan.",
        "realisasi_program_unik": "Realisasi program untuk periode ini sudah ada. Ubah baris yang sudah ada.",
    }
)
