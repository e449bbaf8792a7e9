"""The file between preview and confirmation: kept for this person, in this session, for a day."""

from __future__ import annotations

import hashlib
import secrets
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from sakip.umum.impor.hasil import ImporGagal, Pratinjau

KUNCI_SESI = "impor"
UMUR_DETIK = 24 * 3600
HILANG = "Pratinjau ini sudah tidak ada, atau diganti unggahan yang lebih baru. Unggah berkasnya lagi."


@dataclass
class Simpanan:
    """An uploaded file that waits for its confirmation."""

    token: str
    nama: str
    sha256: str
    pengguna: int
    sidik: str = ""  # of the preview that was shown

    @property
    def berkas(self) -> Path:
        """Where its bytes are."""
        return _folder() / self.token / "berkas"

    @property
    def _pratinjau(self) -> Path:
        return _folder() / self.token / "pratinjau.json"

    def pasang(self, pratinjau: Pratinjau) -> None:
        """Keep the preview beside the file."""
        self._pratinjau.write_text(pratinjau.ke_json(), encoding="utf-8")
        self.sidik = pratinjau.sidik

    def pratinjau(self) -> Pratinjau:
        """Return the preview. Raises ImporGagal where it is gone."""
        try:
            return Pratinjau.dari_json(self._pratinjau.read_text(encoding="utf-8"))
        except OSError as galat:
            raise ImporGagal(HILANG) from galat

    def pastikan_utuh(self) -> None:
        """Refuse a file that is not the one that was shown. Raises ImporGagal."""
        try:
            sama = hashlib.sha256(self.berkas.read_bytes()).hexdigest() == self.sha256
        except OSError as galat:
            raise ImporGagal(HILANG) from galat
        if not sama:
            raise ImporGagal(HILANG)

    def buang(self) -> None:
        """Remove file and preview."""
        shutil.rmtree(_folder() / self.token, ignore_errors=True)


def simpan(berkas: UploadedFile, pengguna: Any) -> Simpanan:
    """Write an uploaded file where only the program reads; old ones go."""
    _sapu()
    satu = Simpanan(secrets.token_hex(16), Path(str(berkas.name)).name[:120], "", pengguna.pk)
    satu.berkas.parent.mkdir(parents=True, mode=0o700)
    hitung = hashlib.sha256()
    with satu.berkas.open("wb") as keluar:
        for potong in berkas.chunks():
            hitung.update(potong)
            keluar.write(potong)
    satu.sha256 = hitung.hexdigest()
    return satu


def catat(request: Any, label: str, satu: Simpanan | None) -> None:
    """Remember in the session which file of a list waits; a newer one takes the place of the older."""
    isi = dict(request.session.get(KUNCI_SESI, {}))
    dahulu = isi.pop(label, None)
    if dahulu and (satu is None or dahulu["token"] != satu.token):
        Simpanan(**dahulu).buang()
    if satu is not None:
        isi[label] = satu.__dict__.copy()
    request.session[KUNCI_SESI] = isi


def ambil(request: Any, label: str, token: str) -> Simpanan:
    """Return the file that this session keeps for this person. Raises ImporGagal."""
    isi = request.session.get(KUNCI_SESI, {}).get(label)
    if not isi or isi["token"] != token or isi["pengguna"] != request.user.pk:
        raise ImporGagal(HILANG)
    return Simpanan(**isi)


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "impor"


def _sapu() -> None:
    """Remove what nobody confirmed within a day."""
    batas = time.time() - UMUR_DETIK
    if _folder().is_dir():
        for satu in _folder().iterdir():
            if satu.stat().st_mtime < batas:
                shutil.rmtree(satu, ignore_errors=True)
