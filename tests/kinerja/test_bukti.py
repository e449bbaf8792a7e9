"""Evidence: known by its content, kept by its hash, served to who may see it and never run."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal as D
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, transaction
from PIL import Image

from kinerja import alur
from kinerja.alur_isian import IsiKinerja, simpan_kinerja
from kinerja.bukti import BATAS_BITA, BuktiTidakSah, bersihkan_nama, kenali, unggah_bukti
from kinerja.isian import muat_isian
from kinerja.models import Bukti, Realisasi
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def gambar(bentuk):
    isi = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(isi, bentuk)
    return isi.getvalue()


def arsip(*nama):
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as z:
        for satu in nama:
            z.writestr(satu, "x")
    return isi.getvalue()


XLSX = arsip("[Content_Types].xml", "xl/workbook.xml")
DOCX = arsip("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("isi", "akhir"),
    [
        (PDF, "pdf"), (gambar("JPEG"), "jpeg"), (gambar("PNG"), "png"), (XLSX, "sheet"), (DOCX, "document"),
    ],
)  # fmt: skip
def test_a_file_is_known_by_its_bytes(isi, akhir):
    assert kenali(isi).endswith(akhir)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"<html><script>alert(1)</script>", "tidak diterima"),
        (b"MZ\x90\x00", "tidak diterima"),
        (b"\x89PNG\r\n\x1a\n rusak", "rusak"),
        (gambar("PNG")[:40], "rusak"),
        (b"PK\x03\x04 rusak", "rusak"),
        (arsip("a.txt"), "ZIP"),
        (arsip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "makro"),
        (arsip("[Content_Types].xml", "xl/workbook.xml", "word/document.xml"), "ZIP"),
        (gambar("GIF"), "tidak diterima"),
    ],
)
def test_what_is_not_accepted_is_refused_in_words(isi, pesan):
    with pytest.raises(BuktiTidakSah, match=pesan):
        kenali(isi)


@pytest.mark.parametrize(
    ("asal", "jenis", "bersih"),
    [
        ("../../etc/passwd.pdf", "application/pdf", "passwd.pdf"),
        ("C:\\Users\\ani\\Rekap SKM.PDF", "application/pdf", "Rekap SKM.pdf"),
        ("laporan.exe", "application/pdf", "laporan.exe.pdf"),
        ("a\x00b\nc.pdf", "application/pdf", "a_b c.pdf"),
        ("foto.jpeg", "image/jpeg", "foto.jpeg"),
        ("", "image/png", "bukti.png"),
        ("x" * 300 + ".pdf", "application/pdf", "x" * 146 + ".pdf"),
        ('a"; rm -rf.pdf', "application/pdf", "a__ rm -rf.pdf"),
    ],
)
def test_a_name_is_cleaned(asal, jenis, bersih):
    assert bersihkan_nama(asal, jenis) == bersih


@pytest.fixture
def panggung(pemeran):
    return PanggungUkur(pemeran.a)


@pytest.fixture
def nilai(pemeran, panggung):
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    simpan_kinerja(isian, 1, {panggung.skm.pk: IsiKinerja(nilai=D("80"))}, oleh=pemeran.ani)
    return Realisasi.objects.get()


def berkas(isi=PDF, nama="rekap.pdf"):
    return SimpleUploadedFile(nama, isi)


@pytest.mark.django_db
def test_evidence_is_stored_by_its_hash_and_sent_as_an_attachment(pemeran, panggung, nilai, masuk):
    c = masuk(pemeran.ani)
    alamat = panggung.alamat(1, f"indikator/{panggung.skm.pk}/bukti/")
    jawab = c.post(alamat, {"berkas": berkas(), "halaman": "3-5", "uraian": "rekapitulasi"}, follow=True)
    assert "rekap.pdf tersimpan sebagai bukti." in jawab.content.decode()
    b = Bukti.objects.get()
    assert (b.halaman, b.jenis_isi, b.diunggah_oleh) == ("3-5", "application/pdf", pemeran.ani)
    assert Path(settings.MEDIA_ROOT, b.berkas.name).read_bytes() == PDF
    unduh = c.get(f"/kantor/alfa/{TAHUN}/pengukuran/bukti/{b.pk}/")
    assert b"".join(unduh.streaming_content) == PDF
    assert unduh["Content-Disposition"].startswith("attachment;")
    assert unduh["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("siapa", "status"), [("gani", 200), ("citra", 200), ("farid", 200), ("budi", 404), ("asing", 403)]
)
def test_who_gets_the_file(pemeran, panggung, nilai, masuk, siapa, status):
    b = unggah_bukti(nilai, berkas(), oleh=pemeran.ani)
    alamat = f"/kantor/alfa/{TAHUN}/pengukuran/bukti/{b.pk}/"
    jawab = masuk(getattr(pemeran, siapa)).get(alamat, follow=True)
    jawab.close()
    assert jawab.status_code == status


@pytest.mark.django_db
def test_a_replacement_keeps_the_old_one(pemeran, panggung, nilai):
    lama = unggah_bukti(nilai, berkas(), oleh=pemeran.ani)
    baru = unggah_bukti(nilai, berkas(PDF + b"2"), oleh=pemeran.ani, menggantikan=lama)
    assert baru.menggantikan == lama
    assert Path(settings.MEDIA_ROOT, lama.berkas.name).exists()
    with pytest.raises(BuktiTidakSah, match="sama persis"):
        unggah_bukti(nilai, berkas(PDF + b"2"), oleh=pemeran.ani)
    with pytest.raises(BuktiTidakSah, match="sudah diganti"):
        unggah_bukti(nilai, berkas(PDF + b"3"), oleh=pemeran.ani, menggantikan=lama)


@pytest.mark.django_db
def test_too_large_empty_and_foreign_files_are_refused(pemeran, panggung, nilai):
    with pytest.raises(BuktiTidakSah, match="7,2 MB melebihi batas 5 MB"):
        unggah_bukti(nilai, berkas(PDF + b"0" * (7_550_000 - len(PDF))), oleh=pemeran.ani)
    with pytest.raises(BuktiTidakSah, match="kosong"):
        unggah_bukti(nilai, berkas(b""), oleh=pemeran.ani)
    with pytest.raises(PermissionDenied):
        unggah_bukti(nilai, berkas(), oleh=pemeran.gani)
    assert BATAS_BITA == 5 * 1024 * 1024
    assert not Bukti.objects.exists()


@pytest.mark.django_db
@pytest.mark.postgres
def test_evidence_of_an_approved_quarter_is_locked(pemeran, panggung, nilai):
    b = unggah_bukti(nilai, berkas(), oleh=pemeran.ani)
    tw = alur.Triwulan(pemeran.a.kantor, TAHUN, 1, pemeran.a.unit["Subbag Program"])
    alur.kirim(tw, oleh=pemeran.ani, catatan="sisanya menyusul")
    alur.periksa(tw, oleh=pemeran.dewi)
    alur.setujui(tw, oleh=pemeran.citra)
    with pytest.raises(BuktiTidakSah, match="tidak dapat diubah"):
        unggah_bukti(nilai, berkas(PDF + b"2"), oleh=pemeran.ani)
    for jalan in (
        lambda: Bukti.objects.create(realisasi=nilai, nama="x", jenis_isi="x", ukuran=1, sha256="a" * 64),
        lambda: Bukti.objects.update(nama="y"),
        lambda: b.delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            jalan()


@pytest.mark.django_db
def test_a_file_lost_on_the_server_answers_404(pemeran, panggung, nilai, masuk):
    b = unggah_bukti(nilai, berkas(), oleh=pemeran.ani)
    Path(settings.MEDIA_ROOT, b.berkas.name).unlink()
    assert masuk(pemeran.ani).get(f"/kantor/alfa/{TAHUN}/pengukuran/bukti/{b.pk}/").status_code == 404


@pytest.mark.django_db
def test_a_removed_or_changed_file_is_found_by_the_command(pemeran, panggung, nilai):
    keluaran = io.StringIO()
    b = unggah_bukti(nilai, berkas(), oleh=pemeran.ani)
    call_command("periksa_berkas", stdout=keluaran)
    assert "1 berkas diperiksa, semuanya ada dan sama." in keluaran.getvalue()
    jalur = Path(settings.MEDIA_ROOT, b.berkas.name)
    jalur.chmod(0o600)
    jalur.write_bytes(PDF + b"diubah")
    with pytest.raises(CommandError, match="1 dari 1 berkas"):
        call_command("periksa_berkas", stdout=keluaran)
    assert "isinya berubah sejak disimpan" in keluaran.getvalue()
    jalur.unlink()
    with pytest.raises(CommandError):
        call_command("periksa_berkas", stdout=keluaran)
    assert "hilang dari penyimpanan" in keluaran.getvalue()
