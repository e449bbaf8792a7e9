"""Draws the decree of the example office as a scanned PDF: two pages of pictures, the same bytes each time.

Kabupaten Contoh, the decree and everybody in it are invented.
"""

from __future__ import annotations

import io
import time
from functools import cache

from django.conf import settings
from PIL import Image, ImageDraw, ImageFilter, ImageFont

LEBAR, TINGGI = 1240, 1754  # A4 at 150 dpi
KIRI, KANAN = 150, 1110
KERTAS, TINTA = 246, 38
NOMOR = "000.8.6/05/99.01.07/2024"
JUDUL = "SK Tim SAKIP"
NAMA_BERKAS = "sk-tim-sakip-2024.pdf"
ALTERNATIF = (
    f"Keputusan Camat Contoh Nomor {NOMOR} tanggal 8 Januari 2024 tentang Tim Sistem Akuntabilitas Kinerja "
    "Instansi Pemerintah Kecamatan Contoh Tahun 2024. Halaman 1 memuat pertimbangan, dasar hukum, dan lima "
    "diktum: pembentukan tim, tugas, pelaporan, pembiayaan, dan masa berlaku. Halaman 2 memuat susunan tim: "
    "pengarah Camat Contoh, ketua Sekretaris Kecamatan Contoh, sekretaris Kepala Sub Bagian Program dan "
    "Keuangan, dan enam anggota dari sub bagian dan seksi."
)

ISI = (
    ("Menimbang", "a.", "bahwa untuk menjamin mutu perencanaan, pengukuran, pelaporan, dan evaluasi kinerja "
     "Kecamatan Contoh perlu dibentuk tim yang bertanggung jawab;"),
    ("", "b.", "bahwa berdasarkan pertimbangan sebagaimana dimaksud pada huruf a, perlu menetapkan Keputusan "
     "Camat tentang Tim Sistem Akuntabilitas Kinerja Instansi Pemerintah Tahun 2024;"),
    ("Mengingat", "1.", "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja "
     "Instansi Pemerintah;"),
    ("", "2.", "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 "
     "Tahun 2014;"),
    ("", "3.", "Peraturan Bupati Contoh Nomor 19 Tahun 2022 tentang Pedoman Penyelenggaraan Sistem "
     "Akuntabilitas Kinerja Instansi Pemerintah di Lingkungan Pemerintah Kabupaten Contoh;"),
)  # fmt: skip
DIKTUM = (
    ("KESATU", "Membentuk Tim Sistem Akuntabilitas Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024 "
     "dengan susunan sebagaimana tercantum dalam Lampiran Keputusan ini."),
    ("KEDUA", "Tim bertugas mengumpulkan data kinerja setiap triwulan, memeriksa bukti dukungnya, dan "
     "menyusun laporan kinerja."),
    ("KETIGA", "Tim melaporkan pelaksanaan tugasnya kepada Camat paling lambat tanggal 10 setelah triwulan "
     "berakhir."),
    ("KEEMPAT", "Biaya yang timbul dibebankan pada DPA Kecamatan Contoh Tahun Anggaran 2024."),
    ("KELIMA", "Keputusan ini berlaku sejak tanggal ditetapkan."),
)  # fmt: skip
TIM = (
    ("Pengarah", "Dra. Ratna Pramesti, M.Si.", "Camat Contoh"),
    ("Ketua", "Bambang Hidayanto, S.STP., M.AP.", "Sekretaris Kecamatan Contoh"),
    ("Sekretaris", "Dimas Arya Nugraha, S.Ak.", "Kepala Sub Bagian Program dan Keuangan"),
    ("Anggota", "Sri Wahyuningrum, S.E.", "Kepala Sub Bagian Umum dan Kepegawaian"),
    ("Anggota", "Agus Setyo Raharjo, S.IP.", "Kepala Seksi Tata Pemerintahan"),
    ("Anggota", "Yuliana Kartikasari, S.Sos.", "Kepala Seksi Pemberdayaan Masyarakat dan Desa"),
    ("Anggota", "Heru Purwantoro, S.H.", "Kepala Seksi Ketenteraman dan Ketertiban Umum"),
    ("Anggota", "Nurul Izzati, S.Ag.", "Kepala Seksi Kesejahteraan Rakyat"),
    ("Anggota", "Fajar Kurniawan, S.Kom.", "Kepala Seksi Pelayanan Umum"),
)


@cache
def _huruf(ukuran: int) -> ImageFont.FreeTypeFont:
    berkas = settings.BASE_DIR / "static" / "huruf" / "LiberationSerif-Regular.ttf"
    return ImageFont.truetype(str(berkas), ukuran, layout_engine=ImageFont.Layout.BASIC)


class _Lembar:
    """A page on which lines are written downwards."""

    def __init__(self) -> None:
        self.gambar = Image.new("L", (LEBAR, TINGGI), KERTAS)
        self.pena = ImageDraw.Draw(self.gambar)
        self.y = 110

    def tengah(self, teks: str, ukuran: int = 25, jarak: int = 8) -> None:
        """Write a centred line."""
        x = (LEBAR - self.pena.textlength(teks, _huruf(ukuran))) / 2
        self.pena.text((x, self.y), teks, TINTA, _huruf(ukuran))
        self.y += ukuran + jarak

    def alinea(self, teks: str, kiri: int, kanan: int = KANAN, ukuran: int = 23) -> None:
        """Write words from ``kiri`` to ``kanan``, in as many lines as they need."""
        for baris in self.patah(teks, kanan - kiri, ukuran):
            self.pena.text((kiri, self.y), baris, TINTA, _huruf(ukuran))
            self.y += ukuran + 9

    def patah(self, teks: str, lebar: int, ukuran: int) -> list[str]:
        """Break a text into lines."""
        hasil: list[str] = []
        for kata in teks.split():
            calon = f"{hasil[-1]} {kata}" if hasil else kata
            if hasil and self.pena.textlength(calon, _huruf(ukuran)) <= lebar:
                hasil[-1] = calon
            else:
                hasil.append(kata)
        return hasil

    def kop(self) -> None:
        """Draw the letterhead."""
        self.pena.polygon(
            [(165, 120), (255, 120), (255, 195), (210, 235), (165, 195)], outline=TINTA, width=4
        )
        self.pena.ellipse((190, 142, 230, 182), outline=TINTA, width=4)
        self.tengah("PEMERINTAH KABUPATEN CONTOH", 30)
        self.tengah("KECAMATAN CONTOH", 38)
        self.tengah("Jalan Balai Desa Nomor 1, Contoh Kota", 21)
        self.y += 14
        self.pena.line((KIRI, self.y, KANAN, self.y), TINTA, 5)
        self.pena.line((KIRI, self.y + 8, KANAN, self.y + 8), TINTA, 1)
        self.y += 38

    def tanda_tangan(self) -> None:
        """Write the signature block with a hand-drawn stroke."""
        kiri = 680
        for teks in ("Ditetapkan di Contoh Kota", "pada tanggal 8 Januari 2024", "CAMAT CONTOH,"):
            self.alinea(teks, kiri)
        y = self.y
        goresan = [(700, y + 62), (738, y + 12), (752, y + 78), (796, y + 26), (812, y + 66), (905, y + 38)]
        self.pena.line(goresan, TINTA + 30, 4, joint="curve")
        self.pena.arc((735, y + 20, 890, y + 88), 10, 170, TINTA + 30, 4)
        self.y += 105
        self.alinea("RATNA PRAMESTI", kiri)

    def pindai(self, miring: float) -> Image.Image:
        """Return the page as a scanner sees it: a little askew, softer, with a dark edge."""
        hasil = self.gambar.rotate(miring, Image.Resampling.BICUBIC, fillcolor=KERTAS)
        hasil = hasil.filter(ImageFilter.GaussianBlur(0.6))
        tepi = ImageDraw.Draw(hasil)
        for i in range(14):
            tepi.line((LEBAR - 1 - i, 0, LEBAR - 1 - i, TINGGI), 190 + i * 4)
        return hasil


def _halaman_satu() -> _Lembar:
    lembar = _Lembar()
    lembar.kop()
    for teks in ("KEPUTUSAN CAMAT CONTOH", f"NOMOR {NOMOR}", "TENTANG"):
        lembar.tengah(teks)
    lembar.tengah("TIM SISTEM AKUNTABILITAS KINERJA INSTANSI PEMERINTAH")
    lembar.tengah("KECAMATAN CONTOH TAHUN 2024")
    lembar.y += 14
    lembar.tengah("CAMAT CONTOH,")
    lembar.y += 14
    for pokok, huruf, teks in ISI:
        if pokok:
            lembar.pena.text((KIRI, lembar.y), f"{pokok} :", TINTA, _huruf(23))
        lembar.pena.text((330, lembar.y), huruf, TINTA, _huruf(23))
        lembar.alinea(teks, 370)
        lembar.y += 6
    lembar.y += 8
    lembar.tengah("MEMUTUSKAN:")
    lembar.y += 8
    for pokok, teks in DIKTUM:
        lembar.pena.text((KIRI, lembar.y), pokok, TINTA, _huruf(23))
        lembar.pena.text((330, lembar.y), ":", TINTA, _huruf(23))
        lembar.alinea(teks, 370)
        lembar.y += 6
    lembar.y += 20
    lembar.tanda_tangan()
    return lembar


def _halaman_dua() -> _Lembar:
    lembar = _Lembar()
    lembar.alinea("Lampiran Keputusan Camat Contoh", 680)
    lembar.alinea(f"Nomor {NOMOR}", 680)
    lembar.alinea("Tanggal 8 Januari 2024", 680)
    lembar.y += 45
    lembar.tengah("SUSUNAN TIM SISTEM AKUNTABILITAS KINERJA")
    lembar.tengah("INSTANSI PEMERINTAH KECAMATAN CONTOH TAHUN 2024")
    lembar.y += 35
    kolom = (KIRI, 215, 380, 730, KANAN)
    atas = lembar.y
    garis = [atas]
    for baris in (("No.", "Kedudukan", "Nama", "Jabatan"), *((f"{n}.", *t) for n, t in enumerate(TIM, 1))):
        awal, bawah = lembar.y + 12, 0
        for i, teks in enumerate(baris):
            lembar.y = awal
            lembar.alinea(teks, kolom[i] + 10, kolom[i + 1] - 8, 22)
            bawah = max(bawah, lembar.y)
        lembar.y = bawah + 10
        garis.append(lembar.y)
    for y in garis:
        lembar.pena.line((KIRI, y, KANAN, y), TINTA, 2)
    for x in kolom:
        lembar.pena.line((x, atas, x, lembar.y), TINTA, 2)
    lembar.y += 60
    lembar.tanda_tangan()
    return lembar


def build_pindaian() -> bytes:
    """Return the PDF."""
    satu, dua = _halaman_satu().pindai(0.35), _halaman_dua().pindai(-0.25)
    tetap = time.struct_time((2024, 1, 8, 9, 0, 0, 0, 8, 0))
    aliran = io.BytesIO()
    satu.save(
        aliran,
        "PDF",
        save_all=True,
        append_images=[dua],
        resolution=150.0,
        quality=72,
        title=f"Keputusan Camat Contoh Nomor {NOMOR}",
        creationDate=tetap,
        modDate=tetap,
    )
    return aliran.getvalue()
