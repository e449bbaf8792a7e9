"""What changed between two drafts of a report: figures by record, and what people wrote, word by word.

A figure is compared in one place only, the table that it comes from: the realisasi of an indicator stands in
six tables, and its change is one change. Records are matched by their code (or their text), never by
position, so that a new row at the top moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pelaporan.beda_teks import Potong, beda_kata
from pelaporan.fakta import judul_program
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import Angka, BarisEfisiensi, KonteksLKjIP, NarasiBagian
from pelaporan.periksa.naskah import iter_teks_bebas

TIDAK_ADA = "tidak ada"
IKHTISAR = "Ikhtisar"

# table (empty: the summary), record, column, name for a person, printed text
_Sel = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class PerubahanAngka:
    """A figure that prints another text now; "tidak ada" where its row came or went."""

    tempat: str  # "Tabel 3.2"
    nama: str  # "Indeks Kepuasan Masyarakat (IKM), realisasi"
    lama: str
    baru: str


@dataclass(frozen=True)
class PerubahanNaskah:
    """A section whose words or tokens changed, as it is printed."""

    bagian: str
    nama: str
    potong: tuple[Potong, ...]


@dataclass(frozen=True)
class Perubahan:
    """Everything that changed."""

    angka: tuple[PerubahanAngka, ...]
    naskah: tuple[PerubahanNaskah, ...]

    @property
    def is_ada(self) -> bool:
        """Whether anything changed."""
        return bool(self.angka or self.naskah)


def bandingkan(lama: KonteksLKjIP, baru: KonteksLKjIP) -> Perubahan:
    """Return what a reader of ``lama`` does not know yet, in the order of the report."""
    return Perubahan(tuple(_beda_angka(lama, baru)), tuple(_beda_naskah(lama, baru)))


# Figures ------------------------------------------------------------------------------------------


def _beda_angka(lama: KonteksLKjIP, baru: KonteksLKjIP) -> Iterator[PerubahanAngka]:
    dulu = {s[:3]: s for s in _iter_sel(lama)}
    kini = {s[:3]: s for s in _iter_sel(baru)}
    tabel = dict.fromkeys(kunci[0] for kunci in (*kini, *dulu))
    for satu in tabel:
        for kunci in dict.fromkeys(k for k in (*kini, *dulu) if k[0] == satu):
            a, b = dulu.get(kunci), kini.get(kunci)
            teks_lama, teks_baru = (s[4] if s else TIDAK_ADA for s in (a, b))
            sel = b or a
            if sel is not None and teks_lama != teks_baru:
                yield PerubahanAngka(_tempat(baru, satu), sel[3], teks_lama, teks_baru)


def _tempat(konteks: KonteksLKjIP, tabel: str) -> str:
    return f"Tabel {konteks.kerangka.tabel_ke(tabel).nomor}" if tabel else IKHTISAR


def _sel(tabel: str, catatan: str, nama: str, **angka: Angka | None) -> Iterator[_Sel]:
    """Yield the cells of one record; the words of a column are its key."""
    for kolom, satu in angka.items():
        if satu is not None:
            sebut = kolom.strip("_").replace("_", " ")
            yield tabel, catatan, kolom, f"{nama}, {sebut}" if nama else sebut, satu.teks


def _iter_sel(k: KonteksLKjIP) -> Iterator[_Sel]:
    yield from _sel_ikhtisar(k)
    yield from _sel_rencana(k)
    yield from _sel_pagu(k)
    yield from _sel_capaian(k)
    yield from _sel_pembanding(k)
    for b in (*k.bab3.anggaran, k.bab3.jumlah_anggaran):
        nama = f"{b.kode} {judul_program(b.nama)}".strip()
        yield from _sel("t_anggaran", b.kode, nama, pagu=b.pagu, realisasi=b.realisasi, serapan=b.serapan)
    yield from _sel_efisiensi("t_efisiensi_sasaran", k.bab3.efisiensi_sasaran)
    yield from _sel_efisiensi("t_efisiensi_program", k.bab3.efisiensi_program)


def _sel_ikhtisar(k: KonteksLKjIP) -> Iterator[_Sel]:
    i = k.ikhtisar
    yield from _sel(
        "",
        "",
        "",
        Jumlah_sasaran=Angka(str(i.jumlah_sasaran)),
        Jumlah_indikator_yang_dilaporkan=Angka(str(i.jumlah_indikator_dilaporkan)),
        Jumlah_indikator_terukur=Angka(str(i.jumlah_terukur)),
        Jumlah_indikator_yang_mencapai_target=Angka(str(i.jumlah_tercapai)),
        Jumlah_program=Angka(str(i.jumlah_program)),
        Capaian_kantor=i.capaian,
        Kategori_kantor=i.kategori,
        Nilai_efisiensi_kantor=i.efisiensi,
    )


def _sel_rencana(k: KonteksLKjIP) -> Iterator[_Sel]:
    """Targets of the Renstra, of the yearly plan and of the agreement."""
    for b in k.bab2.renstra:
        catatan = f"{b.tujuan}|{b.sasaran}|{b.indikator}"
        for tahun, target in zip(k.periode.tahun_target, b.target, strict=False):
            yield "t_renstra", catatan, str(tahun), f"{b.indikator}, target {tahun}", target.teks
    for r in k.bab2.rkt:
        yield from _sel("t_rkt", f"{r.tujuan}|{r.sasaran}|{r.indikator}", r.indikator, target=r.target)
    for p in k.bab2.pk:
        yield from _sel("t_pk", f"{p.node}|{p.indikator}", p.indikator, target=p.sesudah)


def _sel_pagu(k: KonteksLKjIP) -> Iterator[_Sel]:
    for b in k.bab2.pagu:
        if b.indikator:
            catatan = f"{b.kode}|{b.indikator}"
            yield from _sel("t_pagu", catatan, f"{b.kode} {b.indikator}", target=b.target_sesudah)


def _sel_capaian(k: KonteksLKjIP) -> Iterator[_Sel]:
    """Tabel 3.2; of Tabel 3.3 the years before, of Tabel 3.4 the target of the last year."""
    for b in k.bab3.capaian:
        isi = {"target": b.target, "realisasi": b.realisasi, "capaian": b.capaian, "kategori": b.kategori}
        yield from _sel("t_capaian", b.kode, b.indikator, **isi)
    for banding in k.bab3.banding:
        for t in banding.tahun:
            if t.tahun != k.identitas.tahun:
                isi = {f"target_{t.tahun}": t.target, f"realisasi_{t.tahun}": t.realisasi}
                yield from _sel("t_banding", banding.kode, banding.indikator, **isi)
    for b, m in zip(k.bab3.capaian, k.bab3.kemajuan, strict=True):
        isi = {"target_akhir": m.target_akhir, "kemajuan": m.kemajuan}
        yield from _sel("t_kemajuan", b.kode, m.indikator, **isi)


def _sel_pembanding(k: KonteksLKjIP) -> Iterator[_Sel]:
    indikator = ""
    for b in k.bab3.pembanding:
        indikator = b.indikator or indikator
        nama = f"{indikator} ({b.pembanding})"
        yield from _sel("t_pembanding", f"{indikator}|{b.pembanding}", nama, nilai=b.nilai, capaian=b.capaian)


def _sel_efisiensi(tabel: str, baris: tuple[BarisEfisiensi, ...]) -> Iterator[_Sel]:
    """Once per sasaran, tujuan or programme; the figures beside it stand in Tabel 3.2 and 3.8."""
    for b in baris:
        if b.node and b.efisiensi is not None and b.jenis != "kantor":
            nama = b.node.removeprefix("Tujuan: ")
            yield from _sel(tabel, f"{b.jenis}|{b.node}", nama, efisiensi=b.efisiensi)


# Texts --------------------------------------------------------------------------------------------


def _beda_naskah(lama: KonteksLKjIP, baru: KonteksLKjIP) -> Iterator[PerubahanNaskah]:
    for bagian, nama in BAGIAN_NARASI:
        a, b = lama.narasi_bagian(bagian), baru.narasi_bagian(bagian)
        if _tulisan(a, mentah=True) != _tulisan(b, mentah=True):
            yield PerubahanNaskah(bagian, nama, beda_kata(_tulisan(a), _tulisan(b)))
    dulu = {(t.lokasi.kunci, t.lokasi.objek): t for t in iter_teks_bebas(lama)}
    kini = {(t.lokasi.kunci, t.lokasi.objek): t for t in iter_teks_bebas(baru)}
    for kunci in dict.fromkeys((*kini, *dulu)):
        x, y = dulu.get(kunci), kini.get(kunci)
        teks_lama, teks_baru = (t.teks if t else "" for t in (x, y))
        if teks_lama != teks_baru:
            satu = y or x
            assert satu is not None
            yield PerubahanNaskah(kunci[0], satu.lokasi.teks, beda_kata(teks_lama, teks_baru))


def _tulisan(narasi: NarasiBagian, *, mentah: bool = False) -> str:
    """A section as a person reads it; ``mentah`` with tokens as keys: a new figure is no new sentence."""
    hasil = []
    for blok in narasi.blok:
        awalan = "- " if blok.jenis == "daftar" else ""
        butir = [
            awalan + "".join(f"[[{p.kunci}]]" if mentah and p.kunci else p.teks for p in b)
            for b in blok.butir
        ]
        hasil.append("\n".join(butir))
    return "\n\n".join(hasil)
