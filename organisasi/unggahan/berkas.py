"""The bytes of an upload: kept private under the name of their hash, each upload its own file.

Two uploads of the same bytes are two files (the storage adds a suffix), so that deleting one never
races with handing in the other.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile

from organisasi.models import Unggahan
from organisasi.unggahan.penangan import Penangan, UnggahanDitolak
from sakip.umum.teks import gabung_kata

FOLDER, FOLDER_HASIL = "unggahan/masuk", "unggahan/hasil"
PANJANG_NAMA = 120


def bersihkan_nama(nama: str, bawaan: str = "berkas") -> str:
    """Return a file name without path, control characters and what a file system does not take."""
    dasar = unicodedata.normalize("NFC", PurePath(nama.replace("\\", "/")).name)
    dasar = re.sub(r"\s+", " ", re.sub(r"[^\w\s.,()&+-]", "_", dasar)).strip(" .")
    batang, titik, akhiran = dasar.rpartition(".")
    if not titik:
        batang, akhiran = dasar, ""
    batang = batang[: PANJANG_NAMA - len(akhiran) - 1].strip(" .") or bawaan
    return f"{batang}{titik}{akhiran}"[:PANJANG_NAMA]


def wajib_sah(berkas: Any, penangan: Penangan) -> None:
    """Refuse what is empty, too large or of another kind by its name, before a byte is stored."""
    akhiran = PurePath(str(berkas.name).replace("\\", "/")).suffix.lower()
    if akhiran not in penangan.akhiran:
        jenis = gabung_kata([a.lstrip(".").upper() for a in penangan.akhiran], "atau")
        raise UnggahanDitolak(f"{penangan.label} harus berkas {jenis}. Pilih berkas yang lain.")
    if not berkas.size:
        raise UnggahanDitolak("Berkas ini kosong. Pilih berkas yang lain.")
    if berkas.size > penangan.batas.ukuran:
        raise UnggahanDitolak(
            f"Berkas {_megabita(berkas.size)} melebihi batas {_megabita(penangan.batas.ukuran)}. "
            "Pisahkan isinya menjadi beberapa berkas."
        )


def _megabita(bita: int) -> str:
    return f"{bita / 1_048_576:.1f}".replace(".", ",").removesuffix(",0") + " MB"


def hitung_sidik(potongan: Iterable[bytes]) -> str:
    """Return the SHA-256 of parts."""
    sidik = hashlib.sha256()
    for satu in potongan:
        sidik.update(satu)
    return sidik.hexdigest()


def simpan(berkas: Any) -> tuple[str, str]:
    """Store an upload; return its name in the storage and its SHA-256."""
    berkas.seek(0)
    sidik = hitung_sidik(berkas.chunks())
    berkas.seek(0)
    return default_storage.save(f"{FOLDER}/{sidik[:2]}/{sidik}", berkas), sidik


def simpan_hasil(isi: bytes) -> str:
    """Store a file that is given back; return its name in the storage."""
    sidik = hitung_sidik([isi])
    return default_storage.save(f"{FOLDER_HASIL}/{sidik[:2]}/{sidik}", ContentFile(isi))


def ganti_berkas(unggahan: Unggahan, jalur: Path, nama: str) -> None:
    """Put a copy without personal data in the place of what was uploaded, which is deleted at once.

    A run that was overtaken changes nothing: the newer one reads and replaces the file itself.
    """
    with jalur.open("rb") as isi:
        tersimpan, sidik = simpan(File(isi, nama))
    lama, ukuran, nama = str(unggahan.berkas.name), jalur.stat().st_size, bersihkan_nama(nama)
    milik = Unggahan.objects.filter(pk=unggahan.pk, giliran=unggahan.giliran)
    if not milik.update(berkas=tersimpan, sha256=sidik, ukuran=ukuran, nama=nama):
        default_storage.delete(tersimpan)
        return
    default_storage.delete(lama)
    unggahan.berkas.name = tersimpan
    unggahan.sha256, unggahan.ukuran, unggahan.nama = sidik, ukuran, nama


def hapus_berkas(unggahan: Unggahan) -> None:
    """Delete what was uploaded, where no newer run reads it; the row stays and says who and when."""
    if Unggahan.objects.filter(pk=unggahan.pk, giliran=unggahan.giliran).exists():
        default_storage.delete(str(unggahan.berkas.name))


@contextmanager
def jalur_berkas(berkas: FieldFile, sha256: str) -> Iterator[Path]:
    """Give the path of a stored file whose bytes are still those that came in."""
    try:
        with berkas.open("rb") as isi:
            if hitung_sidik(isi.chunks()) != sha256:
                raise UnggahanDitolak("Berkas di penyimpanan berubah. Unggah lagi berkasnya.")
    except FileNotFoundError:
        raise UnggahanDitolak("Berkas tidak ada lagi di penyimpanan. Unggah lagi berkasnya.") from None
    try:
        jalur = Path(berkas.path)
    except NotImplementedError:  # a storage without paths
        with tempfile.NamedTemporaryFile() as salinan, berkas.open("rb") as isi:
            for satu in isi.chunks():
                salinan.write(satu)
            salinan.flush()
            yield Path(salinan.name)
    else:
        yield jalur
