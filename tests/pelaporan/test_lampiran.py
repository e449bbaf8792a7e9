"""Uploads become page images; what is refused leaves nothing behind."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from pelaporan.lampiran import LampiranTidakSah, ambil_berkas, simpan_lampiran
from pelaporan.management.pindaian_contoh import build_pindaian
from pelaporan.models import BerkasTersimpan, HalamanLampiran, Lampiran
from tests.pelaporan.kantor_uji import KantorUji

pytestmark = pytest.mark.django_db
A4 = (595.276, 841.89)


def pdf(banyak: int = 1, ukuran: tuple[float, float] = A4, sandi: str = "") -> bytes:
    dokumen = pikepdf.new()
    for _ in range(banyak):
        dokumen.add_blank_page(page_size=ukuran)
    aliran = io.BytesIO()
    kunci = pikepdf.Encryption(owner=sandi, user=sandi) if sandi else False
    dokumen.save(aliran, encryption=kunci, static_id=not sandi)
    return aliran.getvalue()


def gambar(bentuk: str, mode: str = "RGB", ukuran=(300, 200), warna=(200, 30, 30), **pilihan) -> bytes:
    aliran = io.BytesIO()
    Image.new(mode, ukuran, warna).save(aliran, bentuk, **pilihan)
    return aliran.getvalue()


def unggah(laporan, isi: bytes, nama="sk.pdf", judul="SK Tim SAKIP", **pilihan) -> Lampiran:
    return simpan_lampiran(laporan, judul, ContentFile(isi, name=nama), "Isi keputusan.", **pilihan)


def tersimpan() -> list[Path]:
    return [p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]


@pytest.fixture
def laporan():
    return KantorUji().laporan


def halaman(lampiran) -> list[Image.Image]:
    return [
        Image.open(io.BytesIO(ambil_berkas(h.gambar.sha256)))
        for h in HalamanLampiran.objects.filter(lampiran=lampiran).select_related("gambar")
    ]


def test_a_scan_becomes_pages_at_150_dpi(laporan):
    isi = build_pindaian()
    lampiran = unggah(laporan, isi)
    assert ambil_berkas(lampiran.berkas.sha256) == isi
    assert lampiran.berkas.jenis_isi == "application/pdf"
    semua = list(HalamanLampiran.objects.filter(lampiran=lampiran))
    assert [h.nomor for h in semua] == [1, 2]
    for baris, satu in zip(semua, halaman(lampiran), strict=True):
        assert (baris.lebar, baris.tinggi) == satu.size
        assert abs(satu.width - 1240) <= 1 and abs(satu.height - 1754) <= 1
        assert satu.mode == "L"


def test_the_example_scan_is_the_same_each_time():
    assert build_pindaian() == build_pindaian()


def test_the_same_bytes_are_kept_once(laporan):
    unggah(laporan, pdf(2))
    lain = unggah(laporan, pdf(2), judul="Lain")
    assert lain.urutan == 2
    assert Lampiran.objects.count() == 2
    assert BerkasTersimpan.objects.count() == 2 == len(tersimpan())  # the file, and one blank page for all


def test_twenty_pages_and_no_more(laporan):
    assert HalamanLampiran.objects.filter(lampiran=unggah(laporan, pdf(20))).count() == 20
    with pytest.raises(LampiranTidakSah, match="21 halaman; paling banyak 20"):
        unggah(laporan, pdf(21), judul="Lain")


def test_a_large_sheet_is_made_smaller(laporan):
    (satu,) = halaman(unggah(laporan, pdf(ukuran=(3000, 1000))))
    assert max(satu.size) <= 2481


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "Berkas kosong"),
        (b"halo", "bukan PDF, JPEG, atau PNG"),
        (b"GIF89a....", "bukan PDF, JPEG, atau PNG"),
        (b"%PDF-1.7\nrusak", "PDF rusak"),
        (pdf(sandi="rahasia"), "terkunci kata sandi"),
        (b"\xff\xd8\xff\xe0rusak", "Gambar rusak"),
        (gambar("PNG")[:60], "Gambar rusak"),
        (b"%PDF-" + b"0" * (10 * 1024 * 1024), "melebihi batas 10 MB"),
        (gambar("PNG", "1", (10_000, 9_000), 1), "Gambar terlalu besar"),
        (gambar("PNG", "1", (14_000, 14_000), 1), "Gambar (terlalu besar|rusak)"),
    ],
)
def test_refused_and_nothing_kept(laporan, isi, pesan):
    with pytest.raises(LampiranTidakSah, match=pesan):
        unggah(laporan, isi)
    assert not Lampiran.objects.exists() and not BerkasTersimpan.objects.exists() and not tersimpan()


def test_a_truncated_image_is_refused_after_a_report_was_rendered_too(laporan):
    import weasyprint.images  # noqa: F401 - switches on Pillow's tolerance for the whole process

    with pytest.raises(LampiranTidakSah, match="Gambar rusak"):
        unggah(laporan, gambar("PNG")[:60])


def test_text_is_asked_for(laporan):
    with pytest.raises(LampiranTidakSah, match="Isi dalam teks"):
        simpan_lampiran(laporan, "SK", ContentFile(pdf(), name="a.pdf"), "  ")


def test_a_title_that_is_there_leaves_no_file(laporan):
    unggah(laporan, pdf())
    dahulu = set(tersimpan())
    with pytest.raises(ValidationError):
        unggah(laporan, pdf(2, (300, 300)))
    assert set(tersimpan()) == dahulu
    assert Lampiran.objects.count() == 1


@pytest.mark.parametrize(
    ("isi", "mode"),
    [
        (gambar("JPEG"), "RGB"),
        (gambar("JPEG", "L", warna=90), "L"),
        (gambar("JPEG", "CMYK", warna=(0, 90, 90, 10)), "RGB"),
        (gambar("PNG", "RGBA", warna=(200, 30, 30, 120)), "RGB"),
        (gambar("PNG", "RGB", warna=(90, 90, 90)), "L"),
        (gambar("PNG", "1", warna=1), "L"),
        (gambar("PNG", "P", warna=3), None),
        (gambar("PNG", "I;16", warna=40_000), "L"),
        (gambar("PNG", "LA", warna=(90, 0)), "L"),
    ],
)
def test_pictures_become_plain(laporan, isi, mode):
    (satu,) = halaman(unggah(laporan, isi, nama="foto.png"))
    assert satu.mode in ("L", "RGB") and mode in (None, satu.mode)
    assert satu.size == (300, 200)
    assert "transparency" not in satu.info and "exif" not in satu.info


def test_transparent_is_white_and_sixteen_bits_are_scaled(laporan):
    (tembus,) = halaman(unggah(laporan, gambar("PNG", "LA", warna=(0, 0)), nama="a.png"))
    assert tembus.getpixel((0, 0)) == 255
    (dalam,) = halaman(unggah(laporan, gambar("PNG", "I;16", warna=32_768), nama="b.png", judul="B"))
    assert abs(dalam.getpixel((0, 0)) - 128) <= 1


def test_a_turned_photo_stands_upright_without_its_metadata(laporan):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kamera rahasia"
    (satu,) = halaman(unggah(laporan, gambar("JPEG", exif=exif.tobytes()), nama="foto.jpg"))
    assert satu.size == (200, 300)
    assert not satu.getexif()


def test_names_are_harmless(laporan):
    assert unggah(laporan, pdf(), nama="C:\\data\\sk tim.pdf").nama_berkas == "sk tim.pdf"
    panjang = unggah(laporan, pdf(), nama="x" * 300 + ".pdf", judul="Lain").nama_berkas
    assert panjang.endswith(".pdf") and len(panjang) <= 150


def test_a_damaged_file_is_noticed_and_repaired_by_the_same_upload(laporan):
    sidik = unggah(laporan, pdf()).berkas.sha256
    berkas = Path(settings.MEDIA_ROOT) / "simpanan" / sidik
    berkas.write_bytes(b"lain")
    with pytest.raises(LampiranTidakSah, match="berubah sejak disimpan"):
        ambil_berkas(sidik)
    unggah(laporan, pdf(), judul="Lain")
    assert hashlib.sha256(ambil_berkas(sidik)).hexdigest() == sidik
    berkas.unlink()
    with pytest.raises(LampiranTidakSah, match="tidak ada dalam penyimpanan"):
        ambil_berkas(sidik)


@pytest.mark.parametrize("sidik", ["", "../../etc/passwd", "A" * 64, "a" * 63])
def test_only_a_hash_names_a_file(sidik):
    with pytest.raises(LampiranTidakSah):
        ambil_berkas(sidik)
