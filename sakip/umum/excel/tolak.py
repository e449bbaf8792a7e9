"""Refusals of a file: one slug and one sentence each, for a person who can act on it."""

from __future__ import annotations

SIMPAN_ULANG = "Buka berkas ini dengan Excel atau LibreOffice, simpan sebagai .xlsx, lalu unggah lagi."
UNGGAH_LAGI = ", lalu unggah lagi."
PECAH = "Hapus lembar yang tidak dipakai, atau pecah menjadi beberapa berkas."

PESAN = {
    "kosong": "Berkas kosong. Periksa apakah unduhannya selesai" + UNGGAH_LAGI,
    "ukuran": "Berkas terlalu besar: {ada}, paling besar {batas}. " + PECAH,
    "jenis": "Ini {apa}, bukan tabel. Unggah berkas Excel (.xlsx atau .xls) atau CSV.",
    "bukan-xlsx": "Ini {apa}, padahal yang diminta berkas .xlsx. " + SIMPAN_ULANG,
    "html": "Isi berkas ini {apa}, meskipun namanya seperti Excel. " + SIMPAN_ULANG,
    "kata-sandi": "Berkas ini dilindungi kata sandi. Hapus kata sandinya di Excel, simpan" + UNGGAH_LAGI,
    "rusak": "Berkas rusak atau tidak utuh ({rinci}). " + SIMPAN_ULANG,
    "makro": "Berkas ini berisi makro. Simpan sebagai Buku Kerja Excel (.xlsx) tanpa makro" + UNGGAH_LAGI,
    "tautan-luar": "Berkas ini mengambil data dari luar ({rinci}). Di Excel, menu Data: putuskan tautannya "
    "atau hapus koneksinya, simpan" + UNGGAH_LAGI,
    "terurai": "Isi berkas setelah dibuka {ada}, paling besar {batas}. " + PECAH,
    "rasio": "Isi berkas jauh lebih besar daripada berkasnya, tidak seperti tabel biasa. " + SIMPAN_ULANG,
    "bagian": "Berkas ini berisi {ada} bagian, paling banyak {batas}. " + PECAH,
    "dtd": "Berkas ini berisi perintah XML yang tidak dipakai Excel. " + SIMPAN_ULANG,
    "teks-panjang": "Ada sel yang teksnya lebih dari 32.767 huruf ({rinci}). Perpendek" + UNGGAH_LAGI,
    "baris": "Lembar {lembar}: ada isi di sel {sel}, padahal paling banyak {batas} baris. "
    "Hapus isi di bawah tabel, atau pecah menjadi beberapa berkas.",
    "kolom": "Lembar {lembar}: ada isi di sel {sel}, padahal paling banyak {batas} kolom. "
    "Hapus isi di kanan tabel" + UNGGAH_LAGI,
    "memori": "Isi berkas terlalu besar untuk dibaca. " + PECAH,
    "waktu": "Membaca berkas ini lebih lama dari {batas} detik, jadi dihentikan. " + PECAH,
    "terhenti": "Pembacaan berkas terhenti: isinya terlalu besar atau rusak. " + SIMPAN_ULANG,
}


class BerkasDitolak(Exception):
    """A file that is not read: ``kode`` is a key of PESAN, ``pesan`` the sentence for the person."""

    def __init__(self, kode: str, pesan: str) -> None:
        self.kode = kode
        self.pesan = pesan
        super().__init__(pesan)


def tolak(kode: str, **isi: object) -> BerkasDitolak:
    """Return the refusal of that slug, its sentence filled in."""
    return BerkasDitolak(kode, PESAN[kode].format(**isi))


def rusak(rinci: str) -> BerkasDitolak:
    """Return the refusal of a file that is damaged, with where."""
    return tolak("rusak", rinci=rinci)


def sebut_jumlah(n: int) -> str:
    """Return "150.000"."""
    return f"{n:,}".replace(",", ".")


def sebut_ukuran(byte: int) -> str:
    """Return "12 MB", rounded up."""
    return f"{sebut_jumlah(-(-byte // (1024 * 1024)))} MB"
