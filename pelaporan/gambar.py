"""Drawings of the report as geometry: templates only write what stands here into SVG.

Three units are one millimetre; a drawing is 450 units (150 mm) wide. Numbers for SVG attributes are
texts with a decimal point; text that people read has a comma and comes from the konteks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pelaporan.fakta import judul_program
from pelaporan.konteks import Angka, KonteksLKjIP, Unit

LEBAR = 450
HURUF_KOTAK = 7.6
_LEBAR_HURUF = 0.53  # of the type size: mean advance of Liberation Sans in mixed text


def _n(nilai: float) -> str:
    """A number for an SVG attribute."""
    return f"{nilai:.2f}".rstrip("0").rstrip(".")


def potong(teks: str, lebar: float, ukuran: float) -> tuple[str, ...]:
    """Break a text into lines that fit a width, by words; a longer word keeps its line."""
    banyak = max(4, int(lebar / (ukuran * _LEBAR_HURUF)))
    hasil: list[str] = []
    for kata in teks.split():
        if hasil and len(hasil[-1]) + 1 + len(kata) <= banyak:
            hasil[-1] += f" {kata}"
        else:
            hasil.append(kata)
    return tuple(hasil)


@dataclass(frozen=True)
class Tulisan:
    """A line of text at a place."""

    x: str
    y: str
    teks: str


@dataclass(frozen=True)
class Kotak:
    """A box with its lines of text."""

    x: str
    y: str
    lebar: str
    tinggi: str
    baris: tuple[Tulisan, ...]
    utama: bool = False


@dataclass(frozen=True)
class BaganOrganisasi:
    """Gambar 1.1: boxes and the lines between them."""

    lebar: str
    tinggi: str
    garis: str
    kotak: tuple[Kotak, ...]
    alternatif: str


@dataclass(frozen=True)
class Batang:
    """A bar with its label and value; ``lebar`` empty where nothing is measured."""

    label: tuple[Tulisan, ...]
    y: str
    lebar: str
    nilai: Tulisan
    kurang: bool


@dataclass(frozen=True)
class GambarBatang:
    """Gambar 3.1 and 3.2: horizontal bars from zero, the target a black line at 100."""

    lebar: str
    tinggi: str
    x_nol: str
    x_tengah: str
    x_seratus: str
    y_dasar: str
    batang: tuple[Batang, ...]
    alternatif: str


@dataclass(frozen=True)
class Gambar:
    """All drawings of a report; None where there is nothing to draw."""

    organisasi: BaganOrganisasi | None
    capaian: GambarBatang | None
    serapan: GambarBatang | None


def build_gambar(konteks: KonteksLKjIP) -> Gambar:
    """Return the drawings of a report."""
    bab3 = konteks.bab3
    program = [b for b in bab3.anggaran if b.tingkat == 1]
    return Gambar(
        organisasi=build_bagan(konteks.bab1.organisasi) if konteks.bab1.organisasi else None,
        capaian=build_batang(
            "Capaian tiap indikator terhadap targetnya",
            [(b.indikator, b.capaian, b.tercapai is False) for b in bab3.capaian],
        ),
        serapan=build_batang(
            "Serapan anggaran tiap program terhadap pagunya",
            [(judul_program(b.nama), b.serapan, b.is_rendah) for b in program],
        ),
    )


# Gambar 1.1 --------------------------------------------------------------------------------------


def build_bagan(kepala: Unit) -> BaganOrganisasi:
    """Draw the unit tree: head on top, sekretariat with its units at the right, the rest in rows below."""
    sekretariat = [u for u in kepala.anak if u.jenis == "sekretariat"]
    fungsional = [u for u in kepala.anak if u.jenis == "fungsional"]
    lain = [u for u in kepala.anak if u.jenis not in ("sekretariat", "fungsional")]
    kotak: list[Kotak] = []
    garis: list[str] = []
    tengah = LEBAR / 2
    kotak.append(_kotak(kepala.nama, tengah - 62, 6, 124, 28, utama=True))
    bawah = 34.0
    for s in sekretariat:
        bawah = max(bawah, _gambar_sekretariat(s, kotak, garis))
    for i, f in enumerate(fungsional):
        y = 70 + i * 44
        kotak.append(_kotak(f.nama, 6, y, 118, 34))
        garis.append(f"M124 {_n(y + 17)}H{_n(tengah)}")
        bawah = max(bawah, y + 34)
    tinggi = _gambar_baris(lain, kotak, garis, bawah) if lain else bawah
    alternatif = f"{kepala.nama} membawahkan " + ", ".join(_sebut(u) for u in kepala.anak)
    return BaganOrganisasi(_n(LEBAR), _n(tinggi + 6), "".join(garis), tuple(kotak), alternatif)


def _sebut(unit: Unit) -> str:
    return f"{unit.nama} ({', '.join(a.nama for a in unit.anak)})" if unit.anak else unit.nama


def _gambar_sekretariat(s: Unit, kotak: list[Kotak], garis: list[str]) -> float:
    pusat = 345.0
    garis.append(f"M{_n(LEBAR / 2)} 34V56H{_n(pusat)}V70")
    kotak.append(_kotak(s.nama, pusat - 58, 70, 116, 28))
    if not s.anak:
        return 98
    lebar = min(100.0, 206 / len(s.anak) - 6)
    kiri = pusat - (len(s.anak) * (lebar + 6) - 6) / 2
    kiri = min(kiri, LEBAR - 2 - (len(s.anak) * (lebar + 6) - 6))
    tinggi = _tinggi([a.nama for a in s.anak], lebar)
    pusat_anak = [kiri + i * (lebar + 6) + lebar / 2 for i in range(len(s.anak))]
    garis.append(f"M{_n(pusat)} 98V114M{_n(pusat_anak[0])} 114H{_n(pusat_anak[-1])}")
    for a, x in zip(s.anak, pusat_anak, strict=True):
        garis.append(f"M{_n(x)} 114V128")
        kotak.append(_kotak(a.nama, x - lebar / 2, 128, lebar, tinggi))
    return 128 + tinggi


def _per_baris(banyak: int) -> int:
    """Boxes in a row: all up to six; else an even number, so that the line down passes between two."""
    if banyak <= 6:
        return banyak
    rata = -(-banyak // -(-banyak // 6))
    return rata + rata % 2


def _gambar_baris(unit: Sequence[Unit], kotak: list[Kotak], garis: list[str], atas: float) -> float:
    per_baris = _per_baris(len(unit))
    baris = [unit[i : i + per_baris] for i in range(0, len(unit), per_baris)]
    lebar = (LEBAR - 4 - 6 * (per_baris - 1)) / per_baris
    lebar = min(lebar, 120)
    y, mulai = atas + 14, 34.0
    for satu in baris:
        tinggi = _tinggi([u.nama for u in satu], lebar)
        kiri = (LEBAR - (len(satu) * (lebar + 6) - 6)) / 2
        pusat = [kiri + i * (lebar + 6) + lebar / 2 for i in range(len(satu))]
        garis.append(f"M{_n(LEBAR / 2)} {_n(mulai)}V{_n(y)}")
        ujung = [*pusat, LEBAR / 2]
        garis.append(f"M{_n(min(ujung))} {_n(y)}H{_n(max(ujung))}")
        for u, x in zip(satu, pusat, strict=True):
            garis.append(f"M{_n(x)} {_n(y)}V{_n(y + 14)}")
            kotak.append(_kotak(u.nama, x - lebar / 2, y + 14, lebar, tinggi))
        mulai, y = y, y + 14 + tinggi + 12
    return y - 12


def _tinggi(nama: Sequence[str], lebar: float) -> float:
    banyak = max(len(potong(n, lebar - 8, HURUF_KOTAK)) for n in nama)
    return max(28.0, banyak * 10 + 12)


def _kotak(nama: str, x: float, y: float, lebar: float, tinggi: float, *, utama: bool = False) -> Kotak:
    baris = potong(nama, lebar - 8, HURUF_KOTAK)
    awal = y + tinggi / 2 - (len(baris) - 1) * 5 + 2.7
    return Kotak(
        _n(x),
        _n(y),
        _n(lebar),
        _n(tinggi),
        tuple(Tulisan(_n(x + lebar / 2), _n(awal + i * 10), t) for i, t in enumerate(baris)),
        utama,
    )


# Gambar 3.1 and 3.2 ------------------------------------------------------------------------------

X_NOL, X_AKHIR, ATAS, TINGGI_BATANG = 190.0, 396.0, 18.0, 9.0


def build_batang(judul: str, baris: Sequence[tuple[str, Angka, bool]]) -> GambarBatang | None:
    """Draw bars of percentages; the scale ends at 100 or at the largest value up to 150."""
    if not baris:
        return None
    nilai = [float(a.nilai) if a.is_terukur and a.nilai is not None else None for _, a, _ in baris]
    atas = min(150.0, max([100.0, *(n for n in nilai if n is not None)]))
    skala = (X_AKHIR - X_NOL) / atas
    batang: list[Batang] = []
    y = ATAS
    for (nama, angka, kurang), n in zip(baris, nilai, strict=True):
        label = potong(nama, X_NOL - 8, 7.4)
        tinggi = max(20.0, len(label) * 9.0 + 8)
        pusat = y + tinggi / 2
        awal = pusat - (len(label) - 1) * 4.5 + 2.6
        lebar = max(0.0, min(n, atas)) * skala if n is not None else 0.0
        batang.append(
            Batang(
                label=tuple(Tulisan("0", _n(awal + i * 9), t) for i, t in enumerate(label)),
                y=_n(pusat - TINGGI_BATANG / 2),
                lebar=_n(lebar) if n is not None else "",
                nilai=Tulisan(_n(X_AKHIR + 6), _n(pusat + 2.8), angka.teks),
                kurang=kurang,
            )
        )
        y += tinggi
    uraian = "; ".join(f"{nama} {angka.teks}" for nama, angka, _ in baris)
    return GambarBatang(
        lebar=_n(LEBAR),
        tinggi=_n(y + 4),
        x_nol=_n(X_NOL),
        x_tengah=_n(X_NOL + 50 * skala),
        x_seratus=_n(X_NOL + 100 * skala),
        y_dasar=_n(y),
        batang=tuple(batang),
        alternatif=f"{judul}: {uraian}.",
    )
