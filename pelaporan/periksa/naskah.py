"""Reading what people wrote: sections, paragraphs, sentences and other typed text of a report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import KonteksLKjIP, Penggalan
from pelaporan.narasi import KUTIPAN
from pelaporan.periksa.dasar import Lokasi

NAMA_BAGIAN = dict(BAGIAN_NARASI)
# Stands for a token in ``ketikan``: what a check reads there was not typed.
TERISI = "\ufffc"
_SPASI = re.compile(r"\s+")
# A colon ends nothing ("NIP: 1980…"), and a semicolon only before a new beginning.
_AKHIR = re.compile(r"(?:(?<=[.!?])[\"”)]*\s+(?=[\"“(]*[A-Z0-9\ufffc])|(?<=;)\s+(?=[\"“(]*[A-Z]))")
# A full stop behind these is no end of a sentence: abbreviations, academic titles, initials.
_SINGKATAN = re.compile(
    r"(?:\b(?i:no|nomor|jl|jln|kec|kab|kel|drs|dra|dr|prof|ir|h|hj|plt|plh|pj|dll|dst|dsb|hlm|hal|rp|tgl|th|telp|"
    r"tlp|hp|fax|faks|ket|st|sdr|po|kp|km|rt|rw|lt|gg|nip|tk|bpk|yth|ttd|a\.n|u\.b|s\.d)|\b[A-Z]|\b[a-z]|"
    r"\b[A-Z]\.\s?[A-Z]{0,4}[a-z]{0,4})\.$"
)
_SINGKATAN_TERPANJANG = 40  # characters before a full stop in which an abbreviation must stand
PANJANG_KALIMAT = 1500
# What a source behind a full stop looks like.
_SUMBER_DEPAN = re.compile(r"\s*\ufffc\s*[.;,]?\s*")


@dataclass(frozen=True)
class Paragraf:
    """A paragraph or list item. ``teks`` as printed; ``ketikan`` with one TERISI for each token."""

    bagian: str
    nomor: int
    is_butir: bool
    penggalan: tuple[Penggalan, ...]

    @property
    def teks(self) -> str:
        """What is printed."""
        return "".join(p.teks for p in self.penggalan)

    @property
    def ketikan(self) -> str:
        """What was typed; each token is one TERISI, and a typed TERISI is none."""
        return "".join(TERISI if p.kunci else p.teks.replace(TERISI, " ") for p in self.penggalan)

    @property
    def mentah(self) -> str:
        """The text with its tokens as keys."""
        return "".join(f"[[{p.kunci}]]" if p.kunci else p.teks for p in self.penggalan)

    @property
    def lokasi(self) -> Lokasi:
        """Where it stands: "Bab IV, kesimpulan, paragraf 2"."""
        return lokasi_bagian(self.bagian, f"paragraf {self.nomor}")

    @property
    def tautan(self) -> str:
        """The way to the section."""
        return f"narasi:{self.bagian}"


@dataclass(frozen=True)
class Kalimat:
    """A sentence of a paragraph. ``kunci`` are the keys of its tokens, sources (kutipan) included."""

    paragraf: Paragraf
    teks: str
    ketikan: str
    kunci: tuple[str, ...]

    @property
    def mentah(self) -> str:
        """The sentence with its tokens as keys."""
        bagian = self.ketikan.split(TERISI)
        return bagian[0] + "".join(f"[[{k}]]{b}" for k, b in zip(self.kunci, bagian[1:], strict=True))

    @property
    def is_berkutipan(self) -> bool:
        """Whether the sentence names the source of its figures."""
        return any(k.lower().startswith(KUTIPAN) for k in self.kunci)


def lokasi_bagian(bagian: str, rincian: str = "", objek: str = "") -> Lokasi:
    """Return the place of a written section."""
    nama = NAMA_BAGIAN.get(bagian, bagian)
    return Lokasi(bagian, f"{nama}, {rincian}" if rincian else nama, objek or rincian)


def lokasi_kalimat(kalimat: Kalimat, objek: str = "") -> Lokasi:
    """Return the place of a sentence: named by its words, so that it stays the same where it is moved.

    ``objek`` names what it says something of, where it may say two things.
    """
    p = kalimat.paragraf
    tanda = f"kalimat {sidik_pendek(kalimat.mentah)}"
    return lokasi_bagian(p.bagian, f"paragraf {p.nomor}", f"{tanda}, {objek}" if objek else tanda)


def iter_paragraf(konteks: KonteksLKjIP) -> Iterator[Paragraf]:
    """Yield every paragraph and list item of the narrative, in the order of the report."""
    for bagian, _ in BAGIAN_NARASI:
        nomor = 0
        for blok in konteks.narasi_bagian(bagian).blok:
            for butir in blok.butir:
                nomor += 1
                yield Paragraf(bagian, nomor, blok.jenis == "daftar", butir)


def iter_kalimat(paragraf: Paragraf) -> Iterator[Kalimat]:
    """Yield the sentences of a paragraph."""
    isi = [p for p in paragraf.penggalan if p.kunci]
    n = 0
    for potong in _dengan_sumber(list(_belah(paragraf.ketikan)), [p.kunci for p in isi]):
        milik = isi[n : n + potong.count(TERISI)]
        n += len(milik)
        teks = potong
        for p in milik:
            teks = teks.replace(TERISI, p.teks, 1)
        yield Kalimat(paragraf, teks.strip(), potong.strip(), tuple(p.kunci for p in milik))


def _dengan_sumber(potongan: list[str], kunci: list[str]) -> list[str]:
    """Return the sentences, each with the source that was written behind its full stop."""
    hasil: list[str] = []
    n = 0
    for potong in potongan:
        sisa = potong
        m = _SUMBER_DEPAN.match(sisa)
        if hasil and m and n < len(kunci) and kunci[n].lower().startswith(KUTIPAN):
            hasil[-1] += m[0]
            sisa = sisa[m.end() :]
        if sisa.strip():
            hasil.append(sisa)
        n += potong.count(TERISI)
    return hasil


def _belah(teks: str) -> Iterator[str]:
    """Split at the ends of sentences, but not behind abbreviations and initials."""
    awal = 0
    for m in _AKHIR.finditer(teks):
        if _SINGKATAN.search(teks[max(awal, m.start() - _SINGKATAN_TERPANJANG) : m.start()].rstrip('"”)')):
            continue
        yield from _penggal_panjang(teks[awal : m.end()])
        awal = m.end()
    if teks[awal:].strip():
        yield from _penggal_panjang(teks[awal:])


def _penggal_panjang(teks: str) -> Iterator[str]:
    """Yield what no person wrote as one sentence in pieces: a pasted table has no full stops."""
    while len(teks) > PANJANG_KALIMAT:
        batas = teks.rfind(" ", PANJANG_KALIMAT // 2, PANJANG_KALIMAT) + 1 or PANJANG_KALIMAT
        yield teks[:batas]
        teks = teks[batas:]
    yield teks


def iter_kalimat_semua(konteks: KonteksLKjIP) -> Iterator[Kalimat]:
    """Yield every sentence of the narrative."""
    for paragraf in iter_paragraf(konteks):
        yield from iter_kalimat(paragraf)


@dataclass(frozen=True)
class TeksBebas:
    """A text that a person typed outside the narrative and that the report prints."""

    lokasi: Lokasi
    teks: str
    tautan: str


def iter_teks_bebas(konteks: KonteksLKjIP) -> Iterator[TeksBebas]:
    """Yield issues, duties, definitions, reasons, analyses and follow-ups."""
    yield from _teks_bab1(konteks)
    yield from _teks_bab2(konteks)
    yield from _teks_bab3(konteks)
    for x in konteks.lampiran_tiada:
        yield TeksBebas(Lokasi("lampiran", f"Lampiran {x.judul}", x.judul), x.alasan, "lampiran")


def _teks_bab1(konteks: KonteksLKjIP) -> Iterator[TeksBebas]:
    b = konteks.bab1
    for n, isu in enumerate(b.isu_tahun, start=1):
        yield TeksBebas(Lokasi("bab1.isu", f"Isu strategis tahun ini, butir {n}", f"tahun {n}"), isu, "isu")
    for kelompok in b.isu_renstra:
        for n, isu in enumerate(kelompok.butir, start=1):
            tempat = Lokasi(
                "bab1.isu", f"Isu strategis Renstra, {kelompok.aspek}, butir {n}", f"{kelompok.aspek} {n}"
            )
            yield TeksBebas(tempat, isu, "isu")
    antrean = [b.organisasi] if b.organisasi else []
    while antrean:
        unit = antrean.pop(0)
        antrean.extend(unit.anak)
        for n, teks in enumerate((unit.tugas, *unit.fungsi)):
            apa = f"fungsi {n}" if n else "tugas"
            tempat = Lokasi("bab1.organisasi", f"{unit.nama}, {apa}", f"{unit.nama} {apa}")
            yield TeksBebas(tempat, teks, "unit")


def _teks_bab2(konteks: KonteksLKjIP) -> Iterator[TeksBebas]:
    b = konteks.bab2
    nomor = konteks.kerangka.tabel_ke("t_iku").nomor
    for i in b.iku:
        for nama, isi in (
            ("definisi operasional", i.definisi),
            ("formulasi", i.formulasi),
            ("sumber data", i.sumber_data),
        ):
            if isi.is_terukur:
                tempat = Lokasi("t_iku", f"Tabel {nomor}, {i.indikator}, {nama}", f"{i.indikator} {nama}")
                yield TeksBebas(tempat, isi.teks, "definisi")
    for r in b.revisi_pk:
        if r.alasan:
            yield TeksBebas(Lokasi("bab2.pk", f"{r.nama}, alasan perubahan", r.nama), r.alasan, "pk")
    for d in b.revisi_dpa:
        if d.alasan:
            yield TeksBebas(Lokasi("bab2.pk", f"{d.nama}, alasan", d.nama), d.alasan, "dpa")


def _teks_bab3(konteks: KonteksLKjIP) -> Iterator[TeksBebas]:
    nomor = konteks.kerangka.tabel_ke("t_analisis").nomor
    for a in konteks.bab3.analisis:
        for nama, isi in (("sebab", a.analisis), ("solusi", a.solusi)):
            if isi.is_terukur:
                tempat = Lokasi(
                    "t_analisis", f"Tabel {nomor}, {a.indikator}, {nama}", f"{a.indikator} {nama}"
                )
                yield TeksBebas(tempat, isi.teks, "analisis")
    nomor = konteks.kerangka.tabel_ke("t_tindak_lanjut").nomor
    for t in konteks.bab3.tindak_lanjut:
        for nama, teks in (
            ("rekomendasi", t.rekomendasi),
            ("tindak lanjut", t.tindak_lanjut.teks if t.tindak_lanjut.is_terukur else ""),
        ):
            if teks:
                tempat = Lokasi(
                    "t_tindak_lanjut", f"Tabel {nomor}, baris {t.nomor}, {nama}", f"{t.nomor} {nama}"
                )
                yield TeksBebas(tempat, teks, "rekomendasi")


def himpunan_kata(teks: str) -> frozenset[str]:
    """Return the words of a text as a set: how lists of words are written in the checks."""
    return frozenset(teks.split())


def normal(teks: str) -> str:
    """Return a text for comparing: lower case, single blanks, no marks at the end."""
    return _SPASI.sub(" ", teks.casefold()).strip(" .,;:")


def sidik_pendek(mentah: str) -> str:
    """Return a short hash of words with tokens as keys: a part of a finding's key."""
    return hashlib.sha256(normal(mentah).encode("utf-8")).hexdigest()[:12]


def sidik_paragraf(mentah: str) -> str:
    """Return the hash by which equal paragraphs of two reports are found; empty for a short one.

    ``mentah`` holds tokens as keys: the same words about other figures are the same words. Under sixty
    characters a sentence may well be written twice by chance.
    """
    isi = normal(mentah)
    if len(isi) < 60:
        return ""
    return hashlib.sha256(isi.encode("utf-8")).hexdigest()[:24]


def sidik_bagian(konteks: KonteksLKjIP, bagian: str) -> str:
    """Return a short hash of a written section with its tokens as keys."""
    isi = "\n".join(p.mentah for p in iter_paragraf(konteks) if p.bagian == bagian)
    return hashlib.sha256(isi.encode("utf-8")).hexdigest()[:16]
