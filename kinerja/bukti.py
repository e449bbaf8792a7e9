"""Evidence: what may be uploaded (by content, not by name), how it is kept, whether it is still there."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zipfile
from pathlib import PurePath
from typing import IO, Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from PIL import Image, UnidentifiedImageError

from kinerja.alur import boleh_isi
from kinerja.isian import muat_isian
from kinerja.models import Bukti, Realisasi
from kinerja.pilihan import TRIWULAN_PERIODE, Periode
from organisasi.models import Pengguna

BATAS_BITA = 5 * 1024 * 1024
BATAS_BONGKAR = 60 * 1024 * 1024
PANJANG_NAMA = 150
JENIS = {  # content type -> extension
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_KANTOR = {
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_AKHIRAN_SAMA = {".jpeg": ".jpg"}


class BuktiTidakSah(ValueError):
    """A file that is refused; the text is for the person."""


def kenali(isi: bytes) -> str:
    """Return the content type of a file from its bytes. Raises BuktiTidakSah."""
    if isi.startswith(b"%PDF-"):
        return "application/pdf"
    if isi.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return _kenali_gambar(isi)
    if isi.startswith(b"PK\x03\x04"):
        return _kenali_zip(isi)
    raise BuktiTidakSah("Jenis berkas ini tidak diterima. Unggah PDF, JPG, PNG, XLSX, atau DOCX.")


def _kenali_gambar(isi: bytes) -> str:
    try:
        with Image.open(io.BytesIO(isi)) as gambar:
            jenis = gambar.format
            gambar.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as galat:
        raise BuktiTidakSah("Gambar ini rusak. Simpan ulang atau pindai lagi.") from galat
    if jenis not in ("JPEG", "PNG"):
        raise BuktiTidakSah("Gambar harus JPG atau PNG.")
    return "image/jpeg" if jenis == "JPEG" else "image/png"


def _kenali_zip(isi: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            nama = {satu.filename for satu in arsip.infolist()}
            besar = sum(satu.file_size for satu in arsip.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as galat:
        raise BuktiTidakSah("Berkas XLSX atau DOCX ini rusak. Simpan ulang, lalu unggah lagi.") from galat
    if besar > BATAS_BONGKAR:
        raise BuktiTidakSah("Isi berkas ini terlalu besar setelah dibuka. Simpan ulang sebagai PDF.")
    if any(n.rsplit("/", 1)[-1].lower() == "vbaproject.bin" for n in nama):
        raise BuktiTidakSah("Berkas ini memuat makro. Simpan ulang tanpa makro (XLSX atau DOCX).")
    jenis = [j for penanda, j in _KANTOR.items() if penanda in nama]
    if "[Content_Types].xml" not in nama or len(jenis) != 1:
        raise BuktiTidakSah("Arsip ZIP tidak diterima. Unggah PDF, JPG, PNG, XLSX, atau DOCX.")
    return jenis[0]


def bersihkan_nama(nama: str, jenis: str) -> str:
    """Return a file name without path and control characters, with the extension of its content."""
    dasar = PurePath(nama.replace("\\", "/")).name
    dasar = unicodedata.normalize("NFC", dasar)
    dasar = re.sub(r"[^\w\s.,()&+-]", "_", dasar)
    dasar = re.sub(r"\s+", " ", dasar).strip(" .")
    batang, titik, akhiran = dasar.rpartition(".")
    akhiran = f".{akhiran.lower()}" if titik else ""
    benar = JENIS[jenis]
    if _AKHIRAN_SAMA.get(akhiran, akhiran) != benar:
        batang, akhiran = dasar, benar
    batang = batang[: PANJANG_NAMA - len(akhiran)].strip(" .") or "bukti"
    return batang + akhiran


def unggah_bukti(
    realisasi: Realisasi,
    berkas: Any,
    *,
    oleh: Pengguna,
    halaman: str = "",
    uraian: str = "",
    menggantikan: Bukti | None = None,
) -> Bukti:
    """Store a file as evidence of a value. Raises BuktiTidakSah; PermissionDenied for another unit's value.

    A replacement keeps what it replaces. The file is kept under the hash of its bytes.
    """
    isi = _baca(berkas)
    jenis = kenali(isi)
    ukur = realisasi.pengukuran
    kantor = ukur.indikator.perangkat_daerah
    with transaction.atomic():
        isian = muat_isian(kantor, ukur.tahun)
        baris = next((b for b in isian.kinerja if b.indikator.pk == ukur.indikator_id), None)
        unit_id = realisasi.unit_id or (baris.unit_id if baris else None)
        triwulan = TRIWULAN_PERIODE[Periode(realisasi.periode)]
        if not boleh_isi(oleh.pelaku, kantor.pk, unit_id):
            raise PermissionDenied("bukti")
        if unit_id is None or not isian.is_dapat_diisi(unit_id, triwulan, timezone.localdate()):
            raise BuktiTidakSah("Triwulan ini tidak dapat diubah sekarang, jadi bukti tidak dapat ditambah.")
        if menggantikan is not None and (
            menggantikan.realisasi_id != realisasi.pk
            or Bukti.objects.filter(menggantikan=menggantikan).exists()
        ):
            raise BuktiTidakSah("Bukti yang hendak diganti sudah diganti. Muat ulang halaman ini.")
        sidik = hashlib.sha256(isi).hexdigest()
        if Bukti.objects.filter(realisasi=realisasi, sha256=sidik, pengganti=None).exists():
            raise BuktiTidakSah("Berkas yang sama persis sudah menjadi bukti nilai ini.")
        bukti = Bukti(
            realisasi=realisasi,
            nama=bersihkan_nama(str(berkas.name), jenis),
            jenis_isi=jenis,
            ukuran=len(isi),
            sha256=sidik,
            halaman=halaman[:40].strip(),
            uraian=uraian[:200].strip(),
            menggantikan=menggantikan,
            diunggah_oleh=oleh,
        )
        _simpan(bukti, isi)
        bukti.save()
        return bukti


def _baca(berkas: Any) -> bytes:
    if berkas.size > BATAS_BITA:
        ukuran = f"{berkas.size / 1_048_576:.1f}".replace(".", ",")
        raise BuktiTidakSah(
            f"Berkas {ukuran} MB melebihi batas 5 MB. Perkecil pindaian atau pisahkan berkasnya."
        )
    isi: bytes = berkas.read()
    if not isi:
        raise BuktiTidakSah("Berkas ini kosong. Pilih berkas yang lain.")
    return isi


def _simpan(bukti: Bukti, isi: bytes) -> None:
    """Write the bytes once: the same bytes have the same name."""
    nama = f"bukti/{bukti.sha256[:2]}/{bukti.sha256}"
    if default_storage.exists(nama):
        with default_storage.open(nama) as lama:
            if hashlib.sha256(lama.read()).hexdigest() == bukti.sha256:
                bukti.berkas.name = nama
                return
        default_storage.delete(nama)
    bukti.berkas.name = default_storage.save(nama, ContentFile(isi))


def hitung_sidik(berkas: IO[bytes]) -> str:
    """Return the SHA-256 of an open file, read in parts."""
    sidik = hashlib.sha256()
    while potongan := berkas.read(1 << 20):
        sidik.update(potongan)
    return sidik.hexdigest()
