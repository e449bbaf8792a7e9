"""From values of the database to printed figures: one function for each kind of figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.models import AturanPengukuran, DefinisiIndikator, SkalaNilai
from kinerja.models.nilai import Nilai
from kinerja.pilihan import JenisNilai, MetodeSkala
from kinerja.predikat import Kelas, Skala
from kinerja.rumus import Capaian, Rerata
from pelaporan.konteks import Angka
from sakip.umum.angka import bulatkan_dalam_batas, format_angka, format_persen
from sakip.umum.hitung import Keadaan

SERATUS = Decimal(100)
TEKS_KEADAAN = {
    Keadaan.BELUM_DIISI: "belum diisi",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.TIDAK_DAPAT_DIHITUNG: "tidak dapat dihitung",
}
Hitungan = Decimal | tuple[Decimal, Decimal]


def kosong(alasan: str = "", keadaan: Keadaan = Keadaan.BELUM_DIISI) -> Angka:
    """Return the figure that is not there, with the reason."""
    return Angka(TEKS_KEADAAN[keadaan], keadaan, None, alasan)


def isian(teks: str, alasan: str = "belum diisi") -> Angka:
    """Return a text that a person fills: itself, or "belum diisi"."""
    isi = teks.strip()
    return Angka(isi) if isi else kosong(alasan)


@dataclass(frozen=True)
class Terbaca:
    """A value as it is: number, range or grade; ``hitungan`` is what formulas take (a grade's rank)."""

    hitungan: Hitungan
    predikat: str = ""
    eksak: Fraction | None = None


def baca(baris: Nilai | None, predikat: dict[int, SkalaNilai]) -> Terbaca | None:
    """Return the value of a row, or None for a blank."""
    if baris is None:
        return None
    return baca_kolom(baris.nilai, baris.nilai_atas, baris.predikat_id, predikat)


def baca_kolom(
    nilai: Decimal | None, atas: Decimal | None, predikat_id: int | None, predikat: dict[int, SkalaNilai]
) -> Terbaca | None:
    """Return the value of three columns, or None for a blank."""
    if predikat_id is not None:
        skala = predikat[predikat_id]
        return Terbaca(Decimal(skala.peringkat), skala.kode)
    if nilai is None:
        return None
    return Terbaca((nilai, atas)) if atas is not None else Terbaca(nilai)


def angka_nilai(
    nilai: Terbaca | None,
    definisi: DefinisiIndikator | None,
    *,
    batas: Sequence[Decimal] = (),
    alasan: str = "",
) -> Angka:
    """Print a value in the decimals of its indicator; never up to a bound that it has not reached."""
    if nilai is None:
        return kosong(alasan)
    if nilai.predikat:
        return Angka(nilai.predikat, nilai=_satu(nilai))
    tempat = definisi.desimal if definisi else 2
    if definisi and definisi.jenis == JenisNilai.RUPIAH:
        tempat = 0
    if isinstance(nilai.hitungan, tuple):
        bawah, atas = nilai.hitungan
        return Angka(f"{format_angka(bawah, tempat)} sampai {format_angka(atas, tempat)}")
    tepat = nilai.eksak if nilai.eksak is not None else Fraction(nilai.hitungan)
    semua = [*batas, SERATUS] if definisi and definisi.jenis == JenisNilai.PERSEN else list(batas)
    return Angka(format_angka(bulatkan_dalam_batas(tepat, tempat, semua), tempat), nilai=nilai.hitungan)


def _satu(nilai: Terbaca) -> Decimal | None:
    return nilai.hitungan if isinstance(nilai.hitungan, Decimal) else None


def angka_rupiah(nilai: Decimal | None, alasan: str = "", *, tanda: bool = False) -> Angka:
    """Print whole rupiah without "Rp" (the unit stands in the column's header)."""
    if nilai is None:
        return kosong(alasan)
    teks = format_angka(nilai, 0 if nilai == nilai.to_integral_value() else 2)
    return Angka(f"+{teks}" if tanda and nilai > 0 else teks, nilai=nilai)


def angka_persen(capaian: Capaian, tempat: int, batas: Sequence[Decimal] = (SERATUS,)) -> Angka:
    """Print a percentage, or the words for its state."""
    if capaian.keadaan is not Keadaan.TERUKUR:
        return kosong(capaian.alasan, capaian.keadaan)
    return Angka(format_persen(capaian.nilai, tempat, batas), nilai=capaian.persen)


class Penilai:
    """The rules of one year: prints capaian and grades it. Made from one AturanPengukuran."""

    def __init__(self, aturan: AturanPengukuran) -> None:
        self.aturan = aturan
        kelas = list(aturan.skala.kelas.all())
        self.skala = Skala([Kelas(k.nama, k.batas_bawah) for k in kelas], aturan.skala.metode)
        batas_kelas = [k.batas_bawah for k in kelas if k.batas_bawah is not None]
        ambang = aturan.skala.metode == MetodeSkala.AMBANG
        self.batas: tuple[Decimal, ...] = (SERATUS, *(batas_kelas if ambang else ()))

    def capaian(self, capaian: Capaian) -> Angka:
        """Print a capaian beside which its class stands."""
        return angka_persen(capaian, self.aturan.desimal, self.batas)

    def kategori(self, capaian: Capaian) -> Angka:
        """Name the class of a capaian, graded unrounded."""
        if capaian.keadaan is not Keadaan.TERUKUR or capaian.nilai is None:
            return kosong(capaian.alasan, capaian.keadaan)
        return Angka(self.skala.predikat(capaian.nilai).nama)

    def is_menunjang(self, capaian: Capaian) -> bool | None:
        """Whether the class is the setting's or better; None where it is not measured."""
        if capaian.nilai is None:
            return None
        return self.skala.is_minimal(capaian.nilai, self.aturan.kelas_menunjang)


def as_capaian(rerata: Rerata) -> Capaian:
    """Return a mean as a Capaian; a mean of nothing says why."""
    if rerata.persen is not None:
        return Capaian(rerata.persen, Keadaan.TERUKUR, "", rerata.eksak)
    if rerata.jumlah:
        return Capaian(None, Keadaan.BELUM_DIISI, "belum ada indikator yang terukur")
    if rerata.tidak_berlaku:
        return Capaian(None, Keadaan.TIDAK_BERLAKU, "seluruh indikator tidak berlaku")
    return Capaian(None, Keadaan.TIDAK_DAPAT_DIHITUNG, "tidak ada indikator")


def sebut_terukur(rerata: Rerata, apa: str = "indikator") -> str:
    """ "2 dari 3 indikator terukur, 1 tidak berlaku"."""
    if not rerata.jumlah and not rerata.tidak_berlaku:
        return f"tidak ada {apa}"
    teks = f"{rerata.terukur} dari {rerata.jumlah} {apa} terukur"
    return teks + (f", {rerata.tidak_berlaku} tidak berlaku" if rerata.tidak_berlaku else "")
