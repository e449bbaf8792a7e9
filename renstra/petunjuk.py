"""What to write in each field of renstra, with an example (help texts of the admin)."""

from sakip.umum.admin_formulir import PESAN_BATASAN
from sakip.umum.admin_petunjuk import daftarkan_petunjuk

UNIT = "Unit yang bertanggung jawab, misalnya Seksi Pelayanan Umum. Boleh kosong."
HASIL = "Hasil yang diharapkan, misalnya: meningkatnya mutu pelayanan kecamatan."

PETUNJUK = {
    "PeriodePerencanaan": {
        "tahun_awal": "Tahun pertama RPJMD, misalnya 2021.",
        "tahun_akhir": "Tahun terakhir RPJMD, misalnya 2026.",
        "tahun_target_awal": "Tahun pertama yang bertarget, misalnya 2022.",
        "tahun_target_akhir": "Tahun terakhir yang bertarget, misalnya 2026.",
        "visi": "Visi RPJMD seperti tercetak, misalnya: Sumenep Unggul, Mandiri, dan Sejahtera.",
        "dasar_hukum": "Peraturan daerah RPJMD: ketik sebagian nomornya, misalnya 5.",
    },
    "Misi": {
        "periode": "Ketik tahun awalnya, misalnya 2021.",
        "nomor": "Nomor misi, misalnya 4.",
        "uraian": "Seperti tercetak, misalnya: meningkatkan tata kelola pemerintahan.",
    },
    "TujuanRPJMD": {
        "misi": "Ketik sebagian isinya, misalnya tata kelola.",
        "uraian": "Seperti tercetak, misalnya: terwujudnya pemerintahan yang bersih.",
    },
    "SasaranRPJMD": {
        "tujuan": "Ketik sebagian isinya, misalnya pemerintahan yang bersih.",
        "uraian": "Seperti tercetak, misalnya: meningkatnya mutu pelayanan publik.",
    },
    "IndikatorRPJMD": {
        "tujuan": "Isi tujuan atau sasaran, misalnya: terwujudnya pemerintahan yang bersih.",
        "sasaran": "Isi tujuan atau sasaran, misalnya: meningkatnya mutu pelayanan publik.",
        "nama": "Nama indikator, misalnya Indeks Reformasi Birokrasi.",
    },
    "Renstra": {"periode": "Ketik tahun awal periodenya, misalnya 2021."},
    "VersiRenstra": {
        "nomor": "0 untuk Renstra murni, 1 untuk perubahan pertama.",
        "mulai_tahun": "Tahun pertama yang targetnya diatur versi ini, misalnya 2024.",
        "dasar_hukum": "Keputusan yang menetapkannya: ketik sebagian nomornya, misalnya 188.",
    },
    "Tujuan": {"uraian": "Seperti tercetak, misalnya: meningkatnya mutu pelayanan kecamatan."},
    "Sasaran": {
        "tujuan": "Tujuan di atasnya. Boleh kosong hanya bila sumbernya SK IKU, misalnya sasaran tambahan.",
        "uraian": "Seperti tercetak, misalnya: meningkatnya kepuasan masyarakat.",
        "sumber": "Dokumen yang memuatnya, misalnya Renstra.",
        "sasaran_rpjmd": "Sasaran RPJMD yang didukung: ketik sebagian isinya, misalnya pelayanan publik.",
    },
    "SasaranProgram": {
        "sasaran": "Ketik sebagian isinya, misalnya kepuasan masyarakat.",
        "porsi_persen": "Bagian anggaran program untuk sasaran ini, misalnya 100 atau 40,5.",
    },
    "IsuStrategis": {
        "tahun": "Tahun laporan yang memuatnya, misalnya 2023.",
        "cakupan": "Pilih salah satu, misalnya Isu strategis Renstra.",
        "aspek": "Pilih salah satu, misalnya Gambaran pelayanan perangkat daerah.",
        "uraian": "Satu isu, misalnya: belum semua desa menyampaikan laporan tepat waktu.",
    },
    "Nomenklatur": {
        "dasar_hukum": "Peraturan yang memuatnya: ketik sebagian nomornya, misalnya 90.",
        "mulai_tahun": "Tahun anggaran pertama yang memakainya, misalnya 2022.",
        "tingkat": "Pilih salah satu, misalnya Sub kegiatan.",
        "kode": "Bentuk baru, misalnya 7.01.02.2.01.0001.",
        "kode_lama": "Bentuk lama, misalnya 7.01.02.2.01.01. Boleh kosong.",
        "nama": "Nama resmi, misalnya Peningkatan Efektivitas Pelayanan Kecamatan.",
        "indikator": "Indikator keluaran resmi, misalnya: jumlah dokumen pelayanan. Boleh kosong.",
        "satuan": "Satuan resmi, misalnya dokumen. Boleh kosong.",
        "sumber": "Huruf sumber pada daftar nomenklatur, misalnya a.",
        "terkonfirmasi": "Centang bila sudah dicocokkan dengan peraturan, misalnya lampiran Permendagri.",
    },
    "Program": {"sasaran_teks": HASIL, "unit": UNIT},
    "Kegiatan": {"sasaran_teks": HASIL, "unit": UNIT, "program": "Program di atasnya, misalnya 7.01.02."},
    "SubKegiatan": {
        "sasaran_teks": HASIL,
        "unit": UNIT,
        "kegiatan": "Kegiatan di atasnya: ketik kodenya, misalnya 7.01.02.2.01.",
    },
}
daftarkan_petunjuk("renstra", PETUNJUK)

PESAN_BATASAN["porsi_0_sampai_100"] = "Porsi antara 0 dan 100, misalnya 40,5."
