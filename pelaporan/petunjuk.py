"""What to write in each field of pelaporan, with an example (help texts of the admin)."""

from sakip.umum.admin_formulir import PESAN_BATASAN
from sakip.umum.admin_petunjuk import daftarkan_petunjuk

PETUNJUK = {
    "Laporan": {
        "tahun": "Tahun yang dilaporkan, misalnya 2023.",
        "tanggal_rencana": "Hari kepala akan mengesahkan, misalnya 26-02-2024. Kosong berarti tenggat pemda.",
    },
    "Narasi": {
        "bagian": "Pilih bagian laporannya, misalnya Kata pengantar.",
        "isi": (
            "Teks biasa. Baris kosong memisahkan paragraf, misalnya: Kinerja tahun ini membaik. "
            "Awali baris dengan - untuk daftar; **tebal**; [[kunci]] untuk angka dari data."
        ),
    },
    "PenanggungBagian": {
        "bagian": "Pilih bagian laporannya, misalnya Kata pengantar.",
        "unit": "Unit yang menulisnya: ketik namanya, misalnya Subbag Program.",
    },
    "LandasanHukum": {"dasar_hukum": "Ketik sebagian nomor atau judulnya, misalnya 29."},
    "Lampiran": {
        "judul": "Judul lampiran, misalnya SK Penetapan IKU.",
        "jenis": "Berkas bila ada pindaiannya, misalnya SK; Tidak ada bila belum terbit.",
        "alternatif": "Ringkasan isi pindaian bagi pembaca layar, misalnya: keputusan camat, 3 halaman.",
        "alasan": "Hanya bila tidak ada berkas, misalnya: SK belum terbit sampai 26 Februari 2024.",
    },
    "Rekomendasi": {
        "tahun_laporan": "Tahun LKjIP yang memuatnya, misalnya 2023.",
        "sumber": "Pilih salah satu, misalnya LHE AKIP.",
        "tahun": "Tahun evaluasi, misalnya 2022.",
        "isi": "Seperti tertulis, misalnya: target agar diturunkan per triwulan.",
        "tindak_lanjut": "Yang sudah dilakukan, misalnya: rencana aksi disusun per triwulan.",
        "bukti": "Dokumen buktinya, misalnya Rencana Aksi 2023.",
        "status": "Pilih salah satu, misalnya Dalam proses.",
    },
}
daftarkan_petunjuk("pelaporan", PETUNJUK)

PESAN_BATASAN["halaman_paling_banyak_20"] = "Lampiran paling banyak 20 halaman."
