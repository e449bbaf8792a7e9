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
    "PerangkatKriteria": {
        "kunci": "Huruf kecil, angka, dan tanda hubung, misalnya evaluasi-sumenep-2024.",
        "pemda": "Kosongkan untuk nasional. Untuk varian daerah ketik namanya, misalnya Sumenep.",
        "jenis": "Perangkat sejenis menggantikan yang nasional di daerah itu, misalnya evaluasi atau reviu.",
        "nama": "Nama yang tampil, misalnya Evaluasi pelaporan kinerja.",
        "sumber": "Peraturan asalnya, misalnya PermenPANRB 88/2021, komponen 3.",
        "mulai_tahun": "Tahun laporan pertama yang dinilai dengannya, misalnya 2022.",
    },
    "KriteriaEvaluasi": {
        "perangkat": "Ketik sebagian namanya, misalnya Evaluasi.",
        "kelompok": "Judul kelompoknya, misalnya Kualitas.",
        "nomor": "Nomor menurut sumbernya, misalnya 3.b.1.",
        "uraian": "Seperti tertulis, misalnya: laporan kinerja telah disusun.",
        "bukti_diminta": "Yang ditunjukkan kepada penilai, misalnya: LKjIP yang disahkan.",
        "penguji": (
            "Nama uji dalam aplikasi yang menjawabnya dari laporan. Kosongkan bila orang yang menjawab, "
            "misalnya untuk kriteria tentang rapat."
        ),
    },
}
daftarkan_petunjuk("pelaporan", PETUNJUK)

PESAN_BATASAN["halaman_paling_banyak_20"] = "Lampiran paling banyak 20 halaman."
