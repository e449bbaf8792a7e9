"""Names of indicators that were cut off, mangled or carry their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut

# A name cannot end in these; "Menengah Atas" and "Kelas Atas" are names.
UJUNG = re.compile(
    r"(?<!\bmenengah)(?<!\bkelas) (?:atas|di|ke|dari|pada|dengan|untuk|oleh|dan|atau|yang|terhadap|dalam|"
    r"tentang|"
    r"bagi|serta|per|kepada|sebagai|secara|melalui)$",
    re.IGNORECASE,
)
# Prefixes and suffixes that stand alone: no Indonesian word is written so.
PENGGALAN = re.compile(r"(?<![\w.-])(?:an|kan|nya|ter|ber|meng|mem|peng|pem)(?![\w.-])")


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find them in one finding; it is for a person to say whether the name is right."""
    milik = [(i, sebab) for i in bahan.indikator if (sebab := _sebab(i.nama.strip()))]
    if not milik:
        return
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(bahan.konteks, _tabel(bahan, milik[0][0].kode), objek="nama indikator"),
        pesan=(
            f"Nama {len(milik)} indikator perlu diperiksa: "
            f"{sebut([f'{i.nama} ({sebab})' for i, sebab in milik])}. "
            "Betulkan menurut dokumen penetapannya, atau tulis mengapa demikian."
        ),
        nilai=tuple((i.kode, i.nama) for i, _ in milik),
        tautan=f"indikator:{milik[0][0].kode}",
    )


def _sebab(nama: str) -> str:
    if not nama:
        return "kosong"
    if "%" in nama:
        return "memuat tanda %"
    if UJUNG.search(nama) or nama.endswith((",", "-", "/", ":")):
        return "terpotong"
    if m := PENGGALAN.search(nama):
        return f"penggalan kata \u201c{m.group()}\u201d"
    if nama[0].islower():
        return "diawali huruf kecil"
    return ""


def _tabel(bahan: BahanPeriksa, kode: str) -> str:
    """Return the first table in which the indicator stands."""
    i = bahan.indikator_kode(kode)
    if i is None or i.kode_node:
        return "t_pagu"
    if i.target_pk is not None:
        return "t_pk"
    return "t_iku" if i.is_iku else "t_rkt" if i.target_rkt is not None else "t_renstra"


PEMERIKSAAN = Pemeriksaan(
    kode="nama_indikator",
    nama="Nama indikator perlu diperiksa",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh K7, K11, A5",
    periksa=periksa,
)
