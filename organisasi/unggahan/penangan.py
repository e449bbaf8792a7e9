"""What one kind of upload does with its file. Each kind registers itself in its app's ``ready``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from organisasi.izin import Pelaku
    from organisasi.models import Unggahan
    from organisasi.unggahan.kemajuan import Kemajuan


class UnggahanDitolak(Exception):
    """A file or an act that is refused; ``pesan`` is a sentence for the person.

    Any exception with a text ``pesan`` counts as one (``sakip.umum.excel.baca.BerkasDitolak`` does).
    """

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan


class TerapGagal(UnggahanDitolak):
    """What was checked cannot be applied any more; nothing was written."""


class Dibatalkan(Exception):
    """The run was cancelled or overtaken by a newer one: stop, write nothing."""


class BatasUkuran(Protocol):
    """What is asked of a limit here; the reader asks more (``sakip.umum.excel.batas.Batas``)."""

    @property
    def ukuran(self) -> int:
        """Bytes of the upload."""


@dataclass(frozen=True)
class HasilPeriksa:
    """What the check found: a preview that fits JSON, and perhaps a file to give back.

    ``pesan`` says in one sentence why it was refused. A result with ``belum_siap`` waits for choices of the
    person, made on the preview: until then it cannot be applied. One with ``bertahap`` is applied office by
    office, each all or nothing.
    """

    hasil: dict[str, Any] = field(default_factory=dict)
    is_ditolak: bool = False
    berkas_hasil: bytes | None = None
    nama_hasil: str = ""
    pesan: str = ""


class Penangan(Protocol):
    """One kind of upload."""

    jenis: str
    label: str  # what the person handed in: "Buku kerja"
    batas: Any  # BatasUkuran
    akhiran: tuple[str, ...]  # lower case, with the dot
    templat: str  # preview inside the page of an upload; gets ``unggahan`` and ``hasil``

    def boleh(self, pelaku: Pelaku, unggahan: Unggahan) -> bool:
        """Whether a person may look at this upload, and decide on it where it is their own."""

    def periksa(self, unggahan: Unggahan, jalur: Path, kemajuan: Kemajuan) -> HasilPeriksa:
        """Read and check the file. Writes nothing to the database."""

    def terapkan(self, unggahan: Unggahan, jalur: Path, kemajuan: Kemajuan) -> dict[str, Any]:
        """Apply inside ``with kemajuan.transaksi():``, all or nothing, and return the outcome."""


_terdaftar: dict[str, Penangan] = {}


def daftarkan(penangan: Penangan) -> None:
    """Register a kind of upload; once for each ``jenis``."""
    lama = _terdaftar.setdefault(penangan.jenis, penangan)
    if type(lama) is not type(penangan):
        raise ValueError(f"jenis unggahan {penangan.jenis} sudah terdaftar")


def ambil(jenis: str) -> Penangan | None:
    """Return the handler of a kind, None where the application does not know it any more."""
    return _terdaftar.get(jenis)


def label_jenis(jenis: str) -> str:
    """Return what a kind is called."""
    penangan = ambil(jenis)
    return penangan.label if penangan else jenis
