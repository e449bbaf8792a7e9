"""A regulation cited by hand: not under Landasan Hukum, or with a wrong number, year or title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelaporan.periksa.bahan import BahanPeriksa, FaktaHukum
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.hukum_teks import (
    Sitasi,
    cari_sitasi,
    is_judul_cocok,
    is_sama_lembaga,
    is_sama_nomor,
    is_terpeleset,
    kedekatan_judul,
)
from pelaporan.periksa.naskah import Paragraf, iter_paragraf, lokasi_bagian

# Share of the words of a typed title from which it is taken to mean a record with another number.
_JUDUL_DEKAT = 0.6
# Decisions and circulars of an office are no legal basis that every report lists.
_BUKAN_PERATURAN = frozenset({"keputusan", "edaran"})


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Compare every typed citation with the regulations that the installation knows."""
    if not bahan.hukum:
        return
    for paragraf in iter_paragraf(bahan.konteks):
        for sitasi in cari_sitasi(paragraf.ketikan):
            temuan = _temuan(paragraf, sitasi, bahan.hukum)
            if temuan is not None:
                yield temuan


def _temuan(paragraf: Paragraf, s: Sitasi, semua: Sequence[FaktaHukum]) -> Temuan | None:
    sejenis = [h for h in semua if is_sama_lembaga(s, h)]
    tepat = [h for h in sejenis if is_sama_nomor(s, h) and h.tahun == s.tahun]
    for h in sorted(tepat, key=lambda x: not x.is_landasan):
        return _dikenal(paragraf, s, h)
    dekat = _dekat(s, sejenis)
    if dekat is not None:
        return _satu(
            paragraf,
            s,
            Tingkat.GALAT,
            f"{s.teks} tidak dikenal; yang dikenal adalah {dekat.sebutan} tentang {dekat.tentang}. "
            f"Perbaiki nomor atau "
            "tahunnya. Bila memang peraturan lain, tambahkan ke Landasan Hukum.",
            (("tertulis", s.teks), ("seharusnya", dekat.sebutan)),
        )
    if s.jenis in _BUKAN_PERATURAN:
        return None
    return _satu(
        paragraf,
        s,
        Tingkat.PERINGATAN,
        f"{s.teks} disebut dalam naskah, tetapi belum tercantum dalam Landasan Hukum. Tambahkan ke "
        f"Landasan Hukum, "
        "atau hapus sebutannya.",
        (("tertulis", s.teks),),
        tautan="landasan",
        sebab=f"hukum:{s.tanda}",
    )


def _dikenal(paragraf: Paragraf, s: Sitasi, h: FaktaHukum) -> Temuan:
    if not is_judul_cocok(s.judul, h.tentang):
        return _satu(
            paragraf,
            s,
            Tingkat.GALAT,
            f"Judul {h.sebutan} ditulis “{s.judul}”, sedangkan judulnya “{h.tentang}”. Perbaiki judulnya"
            + (f", atau ganti dengan token [[hukum:{h.kunci}]]." if h.is_landasan else "."),
            (("tertulis", s.judul), ("seharusnya", h.tentang)),
        )
    if h.is_landasan:
        return _satu(
            paragraf,
            s,
            Tingkat.INFO,
            f"{s.teks} diketik. Gantilah dengan token [[hukum:{h.kunci}]] agar sebutannya selalu sama.",
            (("tertulis", s.teks), ("token", f"[[hukum:{h.kunci}]]")),
        )
    return _satu(
        paragraf,
        s,
        Tingkat.PERINGATAN,
        f"{h.sebutan} tentang {h.tentang} disebut dalam naskah, tetapi belum tercantum dalam Landasan Hukum. "
        "Tambahkan ke Landasan Hukum, atau hapus sebutannya.",
        (("tertulis", s.teks),),
        tautan="landasan",
        sebab=f"hukum:{h.kunci}",
    )


def _dekat(s: Sitasi, sejenis: Sequence[FaktaHukum]) -> FaktaHukum | None:
    """Return the regulation that was probably meant: one of its two numbers is right.

    A typed title decides: with another title it is another regulation. Without one, the same number of
    another year is a slip, and another number of the same year only where it is one digit away.
    """
    calon = [h for h in sejenis if is_sama_nomor(s, h) != (h.tahun == s.tahun)]
    if s.judul:
        calon = [h for h in calon if kedekatan_judul(s.judul, h.tentang) >= _JUDUL_DEKAT]
    else:
        calon = [h for h in calon if is_sama_nomor(s, h) or is_terpeleset(s.nomor, h.nomor)]
    return min(calon, key=lambda h: (not h.is_landasan, not is_sama_nomor(s, h)), default=None)


def _satu(
    paragraf: Paragraf,
    s: Sitasi,
    tingkat: Tingkat,
    pesan: str,
    nilai: tuple[tuple[str, str], ...],
    *,
    tautan: str = "",
    sebab: str = "",
) -> Temuan:
    # What is said of a regulation holds wherever the section cites it so.
    lokasi = lokasi_bagian(paragraf.bagian, f"paragraf {paragraf.nomor}", s.tanda)
    return Temuan(PEMERIKSAAN.kode, tingkat, lokasi, pesan, nilai, tautan or paragraf.tautan, sebab)


PEMERIKSAAN = Pemeriksaan(
    kode="hukum_diketik",
    nama="Peraturan yang diketik dalam naskah",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh R6, R7: judul keliru, tidak tercantum dalam Landasan Hukum",
    periksa=periksa,
    boleh_dikecualikan=True,
)
