"""Walks through everything that has to do with Excel, for the pictures of docs/panduan/excel.md."""

from __future__ import annotations

import datetime
from typing import Any

from _album import AKAR, LAPTOP, Album, sebagai
from _buku_gambar import KOLOM_AWAL, buka, kirim, kolom, potret, salin, tabel, tambah, tulis
from openpyxl.workbook import Workbook
from playwright.sync_api import Browser, FilePayload, Page

KODE = "7.01.0.00.0.00.07.0000"
UKUR, UANG = "Realisasi kinerja", "Realisasi anggaran"
LAPORAN, TW4 = "sub-01-2-01-0006", ("TW IV", "Triwulan IV")
JUDUL_PAGU = [
    "TAHUN", "KODE SKPD", "NAMA SKPD", "KODE SUB KEGIATAN", "NAMA SUB KEGIATAN", "KODE REKENING",
    "NAMA REKENING", "PAGU",
]  # fmt: skip
JUDUL_REALISASI = [
    "Kode SKPD", "Nama SKPD", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Nomor Dokumen", "Tanggal Dokumen",
    "Nilai Realisasi", "Nilai Setoran", "NIP", "Nama Pegawai",
]  # fmt: skip


def unggah(h: Page, berkas: FilePayload) -> None:
    """Hand in a file on the page that is open, and wait for its check."""
    h.set_input_files("input[type=file]", berkas)
    h.click("button:has-text('Unggah dan periksa')")
    selesai(h)


def selesai(h: Page) -> None:
    """Wait until nothing is being worked on."""
    h.wait_for_load_state("networkidle")
    h.locator(".kemajuan").wait_for(state="detached", timeout=60_000)
    h.wait_for_load_state("networkidle")


def unduh(h: Page, pemilih: str) -> bytes:
    """Click on a download and return the file."""
    with h.expect_download() as berkas:
        h.click(pemilih)
    return berkas.value.path().read_bytes()


def jalan(browser: Browser, alamat: str, album: Album) -> None:
    """The workbook, a new office, SIPD, reference data, downloads."""
    asli = buku_kerja(browser, alamat, album)
    kantor_baru(browser, alamat, album, asli)
    sipd(browser, alamat, album, asli)
    rujukan(browser, alamat, album)
    unduhan(browser, alamat, album)


# The workbook -------------------------------------------------------------------------------------


def buku_kerja(browser: Browser, alamat: str, album: Album) -> bytes:
    """Ani takes the workbook, changes some cells, makes mistakes; Dewi changes one of them meanwhile."""
    with sebagai(browser, alamat, "ani", LAPTOP) as h:
        h.goto(f"{alamat}{AKAR}buku-kerja/")
        album.ambil(h, "buku-kerja")
        asli = unduh(h, "a:has-text('Unduh buku kerja')")
        potret(album, asli, UKUR, "buku-lembar", baris=(1, 18), hingga="J")
        unggah(h, kirim(_isi(asli), "buku-kerja-contoh-2024.xlsx"))
        album.ambil(h, "buku-pratinjau", 1200)
        h.click("button:has-text('Batalkan')")
        with sebagai(browser, alamat, "dewi", LAPTOP) as d:
            _ubah_di_halaman(d, alamat)
        h.goto(f"{alamat}{AKAR}buku-kerja/")
        unggah(h, kirim(_salah(asli), "buku-kerja-contoh-2024.xlsx"))
        album.ambil(h, "buku-ditolak", 1250)
        kembali = unduh(h, "a:has-text('(perbaiki)')")
        potret(album, kembali, "Temuan", "buku-temuan", baris=(1, 10), hingga="D")
        potret(album, kembali, UKUR, "buku-merah", baris=(44, 53), hingga="J")
    return asli


def _ubah_di_halaman(h: Page, alamat: str) -> None:
    h.goto(f"{alamat}{AKAR}pengukuran/tw/4/")
    baris = h.locator("tr", has_text="Jumlah Laporan Capaian Kinerja").first
    baris.locator("input[name$='-nilai']").first.fill("2")
    h.click("button:has-text('Simpan triwulan')")
    h.wait_for_load_state("networkidle")


def _isi(asli: bytes) -> Workbook:
    wb = buka(asli)
    tulis(wb, UKUR, ("sakip", "Setahun"), "Realisasi", "A")
    tulis(wb, UKUR, (LAPORAN, TW4[0]), "Realisasi", 2)
    tulis(wb, UANG, ("7.01.01.2.01.0006", TW4[1]), "Realisasi", 4_150_000)
    baru = {"Kode indikator": "pbb", "Jenis": "Kecamatan lain", "Nama pembanding": "Kecamatan Contoh Utara",
            "Nilai": 1_012_500_000, "Sumber": "Rekapitulasi Badan Pendapatan Daerah"}  # fmt: skip
    tambah(wb, "Pembanding", baru)
    return wb


def _salah(asli: bytes) -> Workbook:
    wb = buka(asli)
    tulis(wb, UKUR, ("keg-01-2-01", "Setahun"), "Realisasi", "99,93 %")
    tulis(wb, UKUR, ("sub-01-2-01-0001", TW4[0]), "Realisasi", "1 dokumen")
    tulis(wb, UKUR, (LAPORAN, TW4[0]), "Realisasi", 3)
    tulis(wb, UKUR, ("sub-01-2-02-0001", "TW III"), "Realisasi", 25)
    tulis(wb, UANG, ("7.01.01.2.02.0001", TW4[1]), "Realisasi", "54.1302.750")
    baru = {"Kode indikator": "pbb", "Jenis": "Kecamatan lain", "Nama pembanding": "Kecamatan Contoh Utara",
            "Nilai": 1_012_500_000}  # fmt: skip
    tambah(wb, "Pembanding", baru)
    return wb


# A new office -------------------------------------------------------------------------------------


def kantor_baru(browser: Browser, alamat: str, album: Album, asli: bytes) -> None:
    """Eko takes a blank workbook; filled in it becomes Kecamatan Mekar."""
    with sebagai(browser, alamat, "eko", LAPTOP) as h:
        h.goto(f"{alamat}/kabupaten/2024/buku-kerja/")
        album.ambil(h, "kantor-baru")
        kosong = buka(unduh(h, "a:has-text('Unduh buku kerja kosong')"))
        salin(buka(asli), kosong)
        _mekar(kosong)
        unggah(h, kirim(kosong, "kecamatan-mekar-2024.xlsx"))
        album.ambil(h, "kantor-baru-pratinjau", 1000)
        h.click("button:has-text('Terapkan')")
        selesai(h)
        album.ambil(h, "kantor-baru-selesai", 500)


def _mekar(wb: Workbook) -> None:
    for judul, nilai in (
        ("Kode pendek", "mekar"), ("Nama", "Kecamatan Mekar"), ("Singkatan", "Kec. Mekar"),
        ("Kode SKPD", "7.01.0.00.0.00.09.0000"), ("Alamat", "Jalan Raya Mekar Nomor 1"),
        ("Tempat penandatanganan", "Mekar"),
    ):  # fmt: skip
        wb["Organisasi"].cell(3, kolom(wb["Organisasi"])[judul]).value = nilai
    for ws in wb.worksheets:
        for baris in ws.iter_rows(min_row=3):
            for sel in baris:
                if isinstance(sel.value, str) and ws.title not in ("Petunjuk", "Rujukan", "Organisasi"):
                    sel.value = sel.value.replace("Contoh", "Mekar").replace("Bupati Mekar", "Bupati Contoh")
    pejabat, nip = wb["Pejabat"], kolom(wb["Pejabat"])["NIP"]
    for baris in pejabat.iter_rows(min_row=3):
        if (sel := baris[nip - 1]).value:
            sel.value = None


# SIPD ---------------------------------------------------------------------------------------------


def sipd(browser: Browser, alamat: str, album: Album, asli: bytes) -> None:
    """Dewi loads a changed budget and spending; Eko a file of several offices."""
    pagu = _pagu_terakhir(asli)
    with sebagai(browser, alamat, "dewi", LAPTOP) as h:
        _buka_sipd(h, alamat)
        album.ambil(h, "sipd-unggah")
        unggah(h, tabel(JUDUL_PAGU, _baris_pagu(pagu, "Kecamatan Contoh", KODE), "dpa-perubahan.xlsx"))
        h.click("a:has-text('Lengkapi pilihan')")
        h.check("text=Perubahan: menurut")
        h.fill("[name=nomor]", "900.1.3.1/07/DPPA-2/2024")
        h.fill("[name=tanggal]", "2024-12-02")
        h.fill("[name=alasan]", "Tambahan pagu pelayanan pada Perubahan APBD kedua")
        album.ambil(h, "sipd-pilihan", 1000)
        h.click("button:has-text('Periksa dengan pilihan ini')")
        selesai(h)
        h.click("a:has-text('Lengkapi pilihan')")
        h.check("[name=lewati]")
        h.click("button:has-text('Periksa dengan pilihan ini')")
        selesai(h)
        album.ambil(h, "sipd-pratinjau", 1450)
        _buka_sipd(h, alamat)
        unggah(h, tabel(JUDUL_REALISASI, _baris_realisasi(pagu), "realisasi-dokumen.xlsx"))
        h.click("a:has-text('Lengkapi pilihan')")
        h.check("text=Triwulan IV")
        h.check("text=Dikurangkan dari realisasi")
        album.ambil(h, "sipd-realisasi-pilihan", 720)
        h.click("button:has-text('Periksa dengan pilihan ini')")
        selesai(h)
        album.ambil(h, "sipd-realisasi", 1300)
    with sebagai(browser, alamat, "eko", LAPTOP) as h:
        h.goto(f"{alamat}/kabupaten/2024/sipd/")
        semua = _baris_pagu(pagu, "Kecamatan Contoh", KODE)[:-2]
        semua += _baris_pagu(pagu, "Kecamatan Mekar", "7.01.0.00.0.00.09.0000")[:-2]
        unggah(h, tabel(JUDUL_PAGU, semua, "dpa-perubahan-semua.xlsx"))
        h.click("a:has-text('Lengkapi pilihan')")
        h.check("text=Perubahan: menurut")
        h.fill("[name=alasan]", "Perubahan APBD kedua")
        h.click("button:has-text('Periksa dengan pilihan ini')")
        selesai(h)
        album.ambil(h, "sipd-banyak", 900)


def _buka_sipd(h: Page, alamat: str) -> None:
    h.goto(f"{alamat}{AKAR}anggaran/")
    h.click("a:has-text('Muat berkas SIPD')")
    h.wait_for_load_state("networkidle")


def _pagu_terakhir(asli: bytes) -> list[tuple[str, str, int]]:
    """Return code, name and ceiling of the newest DPA, as the workbook has them."""
    ws = buka(asli)["Pagu"]
    isi = [[c.value for c in b[KOLOM_AWAL - 1 :]] for b in ws.iter_rows(min_row=3)]
    return [(str(k), str(n), int(p)) for urutan, k, n, p in isi if urutan == 2 and p is not None]


def _baris_pagu(pagu: list[tuple[str, str, int]], skpd: str, kode: str) -> list[list[Any]]:
    ubah = {"7.01.02.2.02.0003": 24_000_000, "7.01.01.2.06.0009": -12_000_000}
    hasil: list[list[Any]] = []
    for sub, nama, nilai in pagu:
        nilai += ubah.get(sub, 0)
        for rekening, sebut, bagian in (
            ("5.1.02.01.01.0024", "Belanja Alat Tulis Kantor", nilai // 4),
            ("5.1.02.02.01.0026", "Belanja Jasa Tenaga Administrasi", nilai - nilai // 4),
        ):
            hasil.append([2024, kode, skpd, sub, nama, rekening, sebut, bagian])
    asing = ["7.01.02.2.02.0099", "Peningkatan Efektivitas Pelayanan Masyarakat di Kecamatan"]
    hasil.append([2024, kode, skpd, *asing, "5.1.02.01.01.0024", "Belanja Alat Tulis Kantor", 6_000_000])
    jumlah = sum(b[-1] for b in hasil)
    hasil.append(["GRAND TOTAL", *[None] * 6, jumlah])
    return hasil


def _baris_realisasi(pagu: list[tuple[str, str, int]]) -> list[list[Any]]:
    hasil = []
    for n, (sub, nama, _) in enumerate(pagu[:2]):
        for bulan, nilai, setor in ((10, 1_250_000, 0), (11, 2_400_000, 150_000 if n == 0 else 0)):
            nomor = f"TBP-{bulan}/{n + 1:03d}/2024"
            hari = datetime.date(2024, bulan, 12 + n)
            hasil.append([KODE, "Kecamatan Contoh", sub, nama, nomor, hari, nilai, setor, "1985", "Nama"])
    return hasil


# Reference data, downloads ------------------------------------------------------------------------


def rujukan(browser: Browser, alamat: str, album: Album) -> None:
    """Eko brings units of measure from a file."""
    with sebagai(browser, alamat, "eko", LAPTOP) as h:
        h.goto(f"{alamat}/admin/organisasi/satuan/import/")
        album.ambil(h, "rujukan-unggah", 760)
        isi = [["Kelompok tani", "tidak"], ["Persen", "tidak"], ["Hektare", "mungkin"], ["Dokumen", "tidak"]]
        h.set_input_files("input[type=file]", tabel(["Nama", "Persentase"], isi, "satuan.xlsx"))
        h.click("input[value='Periksa berkas']")
        h.wait_for_load_state("networkidle")
        album.ambil(h, "rujukan-pratinjau", 760)


def unduhan(browser: Browser, alamat: str, album: Album) -> None:
    """A list and the tables of the report as workbooks; the list of uploads."""
    with sebagai(browser, alamat, "dewi", LAPTOP) as h:
        h.goto(f"{alamat}/admin/anggaran/dpa/")
        album.ambil(h, "unduh-daftar", 420)
        h.goto(f"{alamat}/laporan/contoh/2024/")
        album.ambil(h, "unduh-tabel", 420)
        semua = unduh(h, "a:has-text('Unduh tabel (Excel)')")
        potret(album, semua, "Tabel 3.2", "tabel-excel", baris=(1, 12), hingga="H")
        h.goto(f"{alamat}/unggahan/")
        album.ambil(h, "unggahan", 460)
