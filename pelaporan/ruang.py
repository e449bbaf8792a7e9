"""The workspace: the report cut into pages that are written one at a time, in the order of the report.

A page (``Lembar``) is a written section with the table or text that prints around it, or a section that is
made of data alone. ``build_pohon`` gives the list of chapters with how far each page is and what was found
there; a finding stands with the page that prints its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import Kerangka
from pelaporan.periksa.dasar import Temuan, Tingkat

DITULIS = frozenset(kunci for kunci, _ in BAGIAN_NARASI)


@dataclass(frozen=True)
class Lembar:
    """A page. ``kunci`` is a written section (BAGIAN_NARASI) or a heading that nobody writes under.

    ``judul`` is the heading it stands under; ``sebutan`` its short name, empty where the heading is enough;
    ``tabel`` the table that it explains. ``templat`` prints before the explanation of ``uraian`` and
    ``penutup`` after it. ``milik`` are further places of the skeleton that print here. ``data`` is the
    symbolic way to what the page is made of (pelaporan.tautan).
    """

    kunci: str
    judul: str
    templat: tuple[str, ...]
    sebutan: str = ""
    tabel: str = ""
    uraian: str = ""
    penutup: tuple[str, ...] = ()
    milik: tuple[str, ...] = ()
    data: str = ""

    @property
    def is_ditulis(self) -> bool:
        """Whether a person writes here."""
        return self.kunci in DITULIS

    @property
    def tempat(self) -> tuple[str, ...]:
        """All places of the skeleton that print on this page."""
        sendiri = (self.kunci, self.tabel, self.uraian)
        return tuple(dict.fromkeys(k for k in (*sendiri, *self.milik) if k))


def _tabel(
    kunci: str,
    judul: str,
    sebutan: str,
    *,
    data: str = "pengukuran",
    penutup: tuple[str, ...] = (),
    milik: tuple[str, ...] = (),
    depan: tuple[str, ...] = (),
) -> Lembar:
    """Return the page of a table with its explanation."""
    return Lembar(
        f"tabel.{kunci}", judul, (*depan, f"_{kunci}"), sebutan, kunci, kunci, penutup, milik, data
    )  # fmt: skip


LEMBAR: tuple[Lembar, ...] = (
    Lembar("depan.pengantar", "depan.pengantar", ("pengantar_isi",)),
    Lembar("depan.ikhtisar", "depan.ikhtisar", ("ikhtisar_isi",), data="pengukuran"),
    Lembar("bab1.latar_belakang", "bab1.latar_belakang", ("bab1_latar_belakang",), milik=("bab1",)),
    Lembar(
        "bab1.organisasi",
        "bab1.organisasi",
        ("bab1_organisasi",),
        milik=("g_organisasi",),
        data="unit",
    ),
    Lembar("bab1.isu", "bab1.isu", ("bab1_isu",), data="isu"),
    Lembar("bab1.hukum", "bab1.hukum", ("bab1_hukum",), data="landasan"),
    Lembar("bab1.sistematika", "bab1.sistematika", ("bab1_sistematika",)),
    Lembar(
        "bab2.renstra",
        "bab2.renstra",
        ("bab2_renstra", "bab2_tabel_renstra"),
        milik=("bab2", "t_rpjmd", "t_renstra", "t_iku"),
        data="renstra",
    ),
    Lembar("bab2.rkt", "bab2.rkt", ("bab2_rkt",), milik=("t_rkt",), data="renstra"),
    Lembar("bab2.pk", "bab2.pk", ("bab2_pk", "_t_pagu"), milik=("t_pk", "t_pagu"), data="pk"),
    Lembar(
        "bab3.capaian",
        "bab3.capaian",
        ("bab3_awal", "bab3_pengantar"),
        "Pengantar",
        milik=("bab3", "t_kelas"),
        data="aturan",
    ),
    _tabel("t_capaian", "bab3.capaian", "Capaian indikator", penutup=("_g_capaian",), milik=("g_capaian",)),
    _tabel("t_banding", "bab3.capaian", "Tahun sebelumnya"),
    _tabel("t_kemajuan", "bab3.capaian", "Target akhir Renstra"),
    _tabel("t_pembanding", "bab3.capaian", "Pembanding"),
    _tabel("t_analisis", "bab3.capaian", "Sebab dan solusi"),
    _tabel("t_menunjang", "bab3.capaian", "Program yang menunjang", data="peta"),
    _tabel(
        "t_anggaran",
        "bab3.anggaran",
        "",
        penutup=("_g_serapan",),
        milik=("bab3.anggaran", "g_serapan"),
    ),
    _tabel(
        "t_efisiensi_sasaran",
        "bab3.efisiensi",
        "Tujuan dan sasaran",
        depan=("bab3_efisiensi",),
        milik=("bab3.efisiensi",),
    ),
    _tabel("t_efisiensi_program", "bab3.efisiensi", "Program dan kegiatan"),
    Lembar(
        "bab3.tindak_lanjut",
        "bab3.tindak_lanjut",
        ("bab3_tindak_lanjut",),
        milik=("t_tindak_lanjut",),
        data="rekomendasi",
    ),
    Lembar("bab4.kesimpulan", "bab4", ("bab4_kesimpulan",), "Kesimpulan", milik=("bab4",)),
    Lembar("bab4.langkah", "bab4", ("bab4_langkah",), "Langkah perbaikan"),
    Lembar("lampiran", "lampiran", ("lampiran",), data="lampiran"),
)
MENURUT_KUNCI: Mapping[str, Lembar] = {x.kunci: x for x in LEMBAR}
_TEMPAT: Mapping[str, str] = {tempat: x.kunci for x in LEMBAR for tempat in x.tempat}


def lembar_untuk(kunci: str) -> Lembar | None:
    """Return the page that prints a place of the skeleton; None for the cover and the lists."""
    if kunci.startswith("lampiran."):
        kunci = "lampiran"
    return MENURUT_KUNCI.get(_TEMPAT.get(kunci, ""))


def temuan_lembar(lembar: Lembar, temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return the findings of a page, in their order."""
    return tuple(t for t in temuan if lembar_untuk(t.lokasi.kunci) is lembar)


def sebut_lembar(lembar: Lembar, kerangka: Kerangka) -> str:
    """Return the name of a page: "Tabel 3.2, Capaian indikator", "Latar Belakang", "Kesimpulan"."""
    if lembar.sebutan and lembar.tabel:
        return f"Tabel {kerangka.tabel_ke(lembar.tabel).nomor}, {lembar.sebutan}"
    return lembar.sebutan or kerangka.bagian(lembar.judul).judul


def sebut_letak(lembar: Lembar, kerangka: Kerangka) -> str:
    """Return where a page stands: "Bab III, A. Capaian Kinerja Organisasi"; empty for front matter."""
    judul = kerangka.bagian(lembar.judul)
    if judul.tingkat == 0:
        return ""
    bab = kerangka.bagian(lembar.judul.partition(".")[0])
    nomor = f"Bab {bab.nomor.removeprefix('BAB ')}"
    return f"{nomor}, {bab.judul}" if judul.tingkat == 1 else f"{nomor}, {judul.nomor}. {judul.judul}"


# The list of chapters ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Daun:
    """A page in the list: how far it is ("kosong", "draf", "siap", or empty: made of data) and its counts."""

    lembar: Lembar
    sebutan: str
    keadaan: str
    is_tawaran: bool
    galat: int
    peringatan: int


@dataclass(frozen=True)
class Kelompok:
    """A heading with its pages; without ``sebutan`` the only page is the heading."""

    sebutan: str
    daun: tuple[Daun, ...]


@dataclass(frozen=True)
class BabRuang:
    """A chapter; ``daun`` where the chapter is a page itself (front matter, appendices)."""

    sebutan: str
    daun: Daun | None
    kelompok: tuple[Kelompok, ...]


def build_pohon(
    kerangka: Kerangka,
    keadaan: Mapping[str, str],
    tawaran: Iterable[str],
    temuan: Iterable[Temuan],
) -> tuple[BabRuang, ...]:
    """Return the chapters. ``keadaan``: written section -> state; ``tawaran``: sections with an offer."""
    pembuat = _PembuatDaun(kerangka, keadaan, frozenset(tawaran), temuan)
    kelompok: dict[str, list[Lembar]] = {}
    for x in LEMBAR:
        kelompok.setdefault(x.judul, []).append(x)
    hasil: list[BabRuang] = []
    for bab in kerangka.judul:
        if bab.tingkat == 0 and bab.kunci in kelompok:
            hasil.append(BabRuang(bab.judul, pembuat.daun(kelompok[bab.kunci][0], bab.judul), ()))
        elif bab.tingkat == 1:
            nomor = bab.nomor.removeprefix("BAB ")
            isi = [pembuat.kelompok(k, x) for k, x in kelompok.items() if k.partition(".")[0] == bab.kunci]
            hasil.append(BabRuang(f"{nomor}. {bab.judul}", None, tuple(g for satu in isi for g in satu)))
    return tuple(hasil)


class _PembuatDaun:
    def __init__(
        self,
        kerangka: Kerangka,
        keadaan: Mapping[str, str],
        tawaran: frozenset[str],
        temuan: Iterable[Temuan],
    ) -> None:
        self.kerangka, self.keadaan, self.tawaran = kerangka, keadaan, tawaran
        self.hitung: Counter[tuple[str, Tingkat]] = Counter()
        for t in temuan:
            lembar = lembar_untuk(t.lokasi.kunci)
            if lembar is not None:
                self.hitung[lembar.kunci, t.tingkat] += 1

    def daun(self, lembar: Lembar, sebutan: str) -> Daun:
        kunci = lembar.kunci
        return Daun(
            lembar=lembar,
            sebutan=sebutan,
            keadaan=self.keadaan.get(kunci, "kosong") if lembar.is_ditulis else "",
            is_tawaran=kunci in self.tawaran,
            galat=self.hitung[kunci, Tingkat.GALAT],
            peringatan=self.hitung[kunci, Tingkat.PERINGATAN],
        )

    def kelompok(self, judul: str, lembar: list[Lembar]) -> list[Kelompok]:
        """Return the heading with its pages, or each page of a chapter without headings."""
        satu = self.kerangka.bagian(judul)
        if satu.tingkat == 1:
            return [Kelompok("", (self.daun(x, x.sebutan),)) for x in lembar]
        sebutan = f"{satu.nomor}. {satu.judul}"
        if len(lembar) == 1:
            return [Kelompok("", (self.daun(lembar[0], sebutan),))]
        return [Kelompok(sebutan, tuple(self.daun(x, self._sebutan(x)) for x in lembar))]

    def _sebutan(self, lembar: Lembar) -> str:
        if not lembar.tabel:
            return lembar.sebutan
        return f"{self.kerangka.tabel_ke(lembar.tabel).nomor} {lembar.sebutan}"
