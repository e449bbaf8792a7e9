"""The closed URL fetcher: bundled assets and stored files, nothing else on this machine or any other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

JENIS = {".css": "text/css", ".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png"}


class AssetFetcher(URLFetcher):
    """Serves ``asset:NAME`` from one folder and ``asset:berkas/SHA256`` from the store.

    Every other scheme, a path out of the folder and a symbolic link out of it are refused, and a
    refusal ends the rendering (``fail_on_errors``).
    """

    def __init__(self, folder: Path, ambil_berkas: Callable[[str], bytes]) -> None:
        super().__init__(allowed_protocols=("data", "asset"), allow_redirects=False, fail_on_errors=True)
        self.folder = folder.resolve()
        self.ambil_berkas = ambil_berkas

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Return the asset; raise ValueError for anything outside the folder."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        if not url.startswith("asset:"):
            raise ValueError(f"alamat tidak diizinkan: {url[:80]}")
        nama = url.removeprefix("asset:").lstrip("/").split("?", 1)[0].split("#", 1)[0]
        if nama.startswith("berkas/"):
            isi = self._berkas(nama.removeprefix("berkas/"))
            jenis = "image/jpeg" if isi[:2] == b"\xff\xd8" else "image/png"
            return URLFetcherResponse(url, isi, {"Content-Type": jenis})
        berkas = (self.folder / nama).resolve()
        if not berkas.is_relative_to(self.folder) or not berkas.is_file():
            raise ValueError(f"aset tidak ada: {nama[:80]}")
        return URLFetcherResponse(
            url, berkas.read_bytes(), {"Content-Type": JENIS.get(berkas.suffix, "application/octet-stream")}
        )

    def _berkas(self, sha256: str) -> bytes:
        """Return a stored file; what changed since the report named it is not printed."""
        isi = self.ambil_berkas(sha256)
        if hashlib.sha256(isi).hexdigest() != sha256:
            raise ValueError(f"berkas {sha256[:12]} berubah sejak diunggah")
        return isi
