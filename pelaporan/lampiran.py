"""Uploaded appendices: a scan becomes page images once, when it comes in.

Every page is drawn at 150 dpi as a plain grey or RGB image, so that the report stays PDF/A and tagged.
Files are kept by the SHA-256 of their bytes.
"""

from __future__ import annotations

import hashlib
import io
import math
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from pelaporan.models import BerkasTersimpan, HalamanLampiran, Lampiran, Laporan
from pelaporan.pilihan import JenisLampiran

DPI = 150
HALAMAN_TERBANYAK = 20
UKURAN_TERBESAR = 10 * 1024 * 1024
MUTU_JPEG = 80
SISI_TERPANJANG = 2480  # A3 at 150 dpi
PIKSEL_TERBANYAK = 60_000_000  # of an uploaded picture, before it is made smaller
SIDIK = re.compile(r"[0-9a-f]{64}")
JENIS_ISI = {"PDF": "application/pdf", "JPEG": "image/jpeg", "PNG": "image/png"}


class LampiranTidakSah(ValueError):
    """An upload that cannot become an appendix; the text tells the person what to do."""


@dataclass(frozen=True)
class _Halaman:
    isi: bytes
    jenis_isi: str
    lebar: int
    tinggi: int


def simpan_lampiran(
    laporan: Laporan, judul: str, berkas: File, alternatif: str, urutan: int | None = None
) -> Lampiran:
    """Store an uploaded scan (PDF, JPEG or PNG) as an appendix of a report, with its page images.

    Without ``urutan`` it stands last. All or nothing. Raises LampiranTidakSah for a file that is no such
    scan, and ValidationError where the row itself is refused (a title that the report already has).
    """
    if not alternatif.strip():
        raise LampiranTidakSah("Isi dalam teks belum ditulis. Tulis ringkasan isi pindaian ini.")
    nama = _nama_berkas(berkas)
    isi = _baca(berkas)
    jenis = _jenis(isi)
    halaman = _halaman_pdf(isi) if jenis == "PDF" else (_halaman_gambar(isi),)
    with _batal_bersih() as baru, transaction.atomic():
        if urutan is None:
            terakhir = Lampiran.objects.filter(laporan=laporan).aggregate(n=Max("urutan"))["n"]
            urutan = (terakhir or 0) + 1
        lampiran = Lampiran(
            laporan=laporan,
            urutan=urutan,
            judul=judul,
            jenis=JenisLampiran.BERKAS,
            berkas=_simpan(isi, JENIS_ISI[jenis], baru),
            nama_berkas=nama,
            alternatif=alternatif,
        )
        lampiran.full_clean()
        lampiran.save()
        for nomor, satu in enumerate(halaman, start=1):
            HalamanLampiran.objects.create(
                lampiran=lampiran,
                nomor=nomor,
                gambar=_simpan(satu.isi, satu.jenis_isi, baru),
                lebar=satu.lebar,
                tinggi=satu.tinggi,
            )
    return lampiran


def ambil_berkas(sha256: str) -> bytes:
    """Return the bytes of a stored file, without a database: its name is its hash.

    Raises LampiranTidakSah for a file that is not there or whose bytes are not those any more.
    """
    if not SIDIK.fullmatch(sha256):
        raise LampiranTidakSah("Sidik berkas harus 64 angka heksadesimal.")
    try:
        with default_storage.open(nama_simpanan(sha256)) as aliran:
            isi = bytes(aliran.read())
    except OSError as galat:
        raise LampiranTidakSah(f"Berkas {sha256[:12]} tidak ada dalam penyimpanan.") from galat
    if hashlib.sha256(isi).hexdigest() != sha256:
        raise LampiranTidakSah(f"Berkas {sha256[:12]} berubah sejak disimpan.")
    return isi


def nama_simpanan(sha256: str) -> str:
    """Return the name of a stored file in the default storage."""
    return f"simpanan/{sha256}"


# The upload ----------------------------------------------------------------------------------------


def _nama_berkas(berkas: File) -> str:
    nama = PurePath((berkas.name or "pindaian").replace("\\", "/")).name
    bersih = "".join(h for h in nama if h.isprintable() and h not in '<>:"|?*').strip() or "pindaian"
    jalur = PurePath(bersih)
    return f"{jalur.stem[:120]}{jalur.suffix[:10]}"


def _baca(berkas: File) -> bytes:
    berkas.seek(0)
    isi = berkas.read(UKURAN_TERBESAR + 1)
    if len(isi) > UKURAN_TERBESAR:
        raise LampiranTidakSah("Berkas melebihi batas 10 MB. Perkecil pindaian atau pisahkan berkasnya.")
    if not isi:
        raise LampiranTidakSah("Berkas kosong. Pilih berkas pindaiannya lagi.")
    return bytes(isi)


def _jenis(isi: bytes) -> str:
    if isi[:1024].lstrip().startswith(b"%PDF-"):
        return "PDF"
    if isi.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if isi.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    raise LampiranTidakSah("Berkas bukan PDF, JPEG, atau PNG. Unggah pindaian dalam salah satu bentuk itu.")


def _halaman_pdf(isi: bytes) -> tuple[_Halaman, ...]:
    import pypdfium2

    try:
        dokumen = pypdfium2.PdfDocument(isi)
    except pypdfium2.PdfiumError as galat:
        if "password" in str(galat).lower():
            raise LampiranTidakSah(
                "PDF terkunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."
            ) from galat
        raise LampiranTidakSah("PDF rusak dan tidak dapat dibuka. Pindai ulang atau simpan ulang.") from galat
    try:
        banyak = len(dokumen)
        if banyak == 0:
            raise LampiranTidakSah("PDF tidak berisi halaman. Pindai ulang dokumennya.")
        if banyak > HALAMAN_TERBANYAK:
            raise LampiranTidakSah(
                f"PDF berisi {banyak} halaman; paling banyak {HALAMAN_TERBANYAK}. Pisahkan berkasnya."
            )
        return tuple(_gambar_halaman(dokumen, i) for i in range(banyak))
    except pypdfium2.PdfiumError as galat:
        raise LampiranTidakSah("Salah satu halaman PDF rusak. Pindai ulang dokumennya.") from galat
    finally:
        dokumen.close()


def _gambar_halaman(dokumen: object, indeks: int) -> _Halaman:
    halaman = dokumen[indeks]  # type: ignore[index]
    try:
        lebar, tinggi = halaman.get_size()
        if min(lebar, tinggi) <= 0:
            raise LampiranTidakSah(f"Halaman {indeks + 1} PDF tidak berukuran. Pindai ulang dokumennya.")
        skala = min(DPI / 72, SISI_TERPANJANG / max(lebar, tinggi))
        bitmap = halaman.render(scale=skala)
        try:
            return _kodekan(bitmap.to_pil().convert("RGB"))
        finally:
            bitmap.close()
    finally:
        halaman.close()


@contextmanager
def _tanpa_toleransi() -> Iterator[None]:
    """Refuse truncated images: WeasyPrint lets Pillow tolerate them in the whole process once imported."""
    semula = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = semula


def _halaman_gambar(isi: bytes) -> _Halaman:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(isi), formats=("JPEG", "PNG")) as asal:
                if asal.width * asal.height > PIKSEL_TERBANYAK:
                    raise LampiranTidakSah("Gambar terlalu besar. Pindai ulang pada 150 sampai 300 dpi.")
                with _tanpa_toleransi():
                    asal.load()
                tegak = ImageOps.exif_transpose(asal)
    except LampiranTidakSah:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as galat:
        raise LampiranTidakSah("Gambar rusak dan tidak dapat dibuka. Pindai ulang.") from galat
    except Warning as galat:
        raise LampiranTidakSah("Gambar terlalu besar. Pindai ulang pada 150 sampai 300 dpi.") from galat
    if tegak.has_transparency_data:
        alas = Image.new("RGBA", tegak.size, "white")
        tegak = Image.alpha_composite(alas, tegak.convert("RGBA"))
    if tegak.mode.startswith("I"):  # 16 bits of grey
        tegak = tegak.point(lambda n: n / 256).convert("L")
    polos = tegak if tegak.mode == "L" else tegak.convert("RGB")
    terpanjang = max(polos.size)
    if terpanjang > SISI_TERPANJANG:
        skala = SISI_TERPANJANG / terpanjang
        ukuran = (math.ceil(polos.width * skala), math.ceil(polos.height * skala))
        polos = polos.resize(ukuran, Image.Resampling.LANCZOS)
    return _kodekan(polos)


def _kodekan(gambar: Image.Image) -> _Halaman:
    """Return the smaller of PNG and JPEG, grey where there is no colour, without metadata."""
    if gambar.mode == "RGB":
        merah, hijau, biru = gambar.split()
        if merah.tobytes() == hijau.tobytes() == biru.tobytes():
            gambar = merah
    polos = Image.frombytes(gambar.mode, gambar.size, gambar.tobytes())
    png, jpeg = io.BytesIO(), io.BytesIO()
    polos.save(png, "PNG", compress_level=9)
    polos.save(jpeg, "JPEG", quality=MUTU_JPEG, dpi=(DPI, DPI))
    if len(png.getvalue()) <= len(jpeg.getvalue()):
        return _Halaman(png.getvalue(), JENIS_ISI["PNG"], polos.width, polos.height)
    return _Halaman(jpeg.getvalue(), JENIS_ISI["JPEG"], polos.width, polos.height)


# The store -----------------------------------------------------------------------------------------


@contextmanager
def _batal_bersih() -> Iterator[list[str]]:
    """Collect names of newly written files; delete them where the rows were not written."""
    baru: list[str] = []
    try:
        yield baru
    except BaseException:
        for nama in baru:
            default_storage.delete(nama)
        raise


def _simpan(isi: bytes, jenis_isi: str, baru: list[str]) -> BerkasTersimpan:
    sidik = hashlib.sha256(isi).hexdigest()
    nama = nama_simpanan(sidik)
    if not _is_utuh(nama, isi):
        if default_storage.exists(nama):  # damaged, or cut off by a crash: its name promises these bytes
            default_storage.delete(nama)
        else:
            baru.append(nama)
        default_storage.save(nama, ContentFile(isi))
    satu, _ = BerkasTersimpan.objects.get_or_create(
        sha256=sidik, defaults={"berkas": nama, "jenis_isi": jenis_isi, "ukuran": len(isi)}
    )
    return satu


def _is_utuh(nama: str, isi: bytes) -> bool:
    if not default_storage.exists(nama):
        return False
    with default_storage.open(nama) as aliran:
        return bool(aliran.read() == isi)
