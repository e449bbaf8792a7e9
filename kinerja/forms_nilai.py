"""One typed value of an indicator: number, range or grade, read by the one strict parser.

Names in a form are ``<kunci>-nilai``, ``-atas``, ``-predikat`` and ``-yakin`` (the answer to a question about
an odd value). What is refused stays as typed, with its sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.bahan_pk import is_persen, sebut_target
from kinerja.kewajaran import GALAT, periksa_nilai
from kinerja.models import DefinisiIndikator, SkalaNilai
from kinerja.models.nilai import Nilai
from kinerja.pilihan import ArahIndikator, JenisNilai
from sakip.umum.angka import AngkaTidakSah, JenisAngka, format_angka, parse_angka

GRAMATIKA = {
    JenisNilai.ANGKA: JenisAngka.JUMLAH,
    JenisNilai.RUPIAH: JenisAngka.RUPIAH,
    JenisNilai.PERSEN: JenisAngka.PERSEN,
    JenisNilai.INDEKS: JenisAngka.INDEKS,
}
TANPA_TITIK = (JenisAngka.PERSEN, JenisAngka.INDEKS)
DIGIT_UTUH = 14  # KinerjaField: 20 digits, 6 of them decimals
Skala = Mapping[str, Sequence[SkalaNilai]]
Isi = tuple[Decimal | None, Decimal | None, int | None]  # nilai, nilai_atas, predikat_id


@dataclass
class SelNilai:
    """A cell: what it asks, what stands in it as typed or stored, what is wrong or asked."""

    kunci: str
    label: str
    is_predikat: bool = False
    is_rentang: bool = False
    pilihan: tuple[tuple[str, str], ...] = ()
    nilai: str = ""
    atas: str = ""
    predikat: str = ""
    tampil: str = ""
    galat: str = ""
    galat_atas: str = ""
    tanya: str = ""
    terkunci: bool = False
    isi: Isi = field(default=(None, None, None))

    @property
    def is_sah(self) -> bool:
        """Whether nothing stands in the way of saving."""
        return not (self.galat or self.galat_atas or self.tanya)

    @property
    def semua_galat(self) -> str:
        """What is wrong or asked, in one text."""
        return " ".join(t for t in (self.galat, self.galat_atas, self.tanya) if t)


def muat_skala() -> dict[str, list[SkalaNilai]]:
    """Return all grades by scale, the best first: one query."""
    hasil: dict[str, list[SkalaNilai]] = defaultdict(list)
    for s in SkalaNilai.objects.order_by("skala", "-peringkat"):
        hasil[s.skala].append(s)
    return hasil


def build_sel(
    kunci: str,
    label: str,
    definisi: DefinisiIndikator | None,
    nilai: Nilai | None,
    skala: Skala,
    *,
    terkunci: bool = False,
) -> SelNilai:
    """Return a cell with the stored value. Without a definition there is nothing to type."""
    predikat = definisi is not None and definisi.jenis == JenisNilai.PREDIKAT
    kode = [(str(s.pk), s.kode) for s in skala.get(definisi.skala, ())] if definisi and predikat else []
    return SelNilai(
        kunci=kunci,
        label=label,
        is_predikat=predikat,
        is_rentang=definisi is not None and definisi.arah == ArahIndikator.RENTANG and not predikat,
        pilihan=tuple(kode),
        nilai=_tulis(nilai.nilai if nilai else None, definisi),
        atas=_tulis(nilai.nilai_atas if nilai else None, definisi),
        predikat=str(nilai.predikat_id or "") if nilai else "",
        tampil=sebut_target(nilai, definisi) if nilai is not None and not nilai.is_kosong else "",
        terkunci=terkunci or definisi is None,
        isi=(nilai.nilai, nilai.nilai_atas, nilai.predikat_id) if nilai else (None, None, None),
    )


def _tulis(nilai: Decimal | None, definisi: DefinisiIndikator | None) -> str:
    """Print a stored number as the parser of its kind reads it."""
    if nilai is None:
        return ""
    teks = format_angka(nilai)
    return teks.replace(".", "") if definisi and _gramatika(definisi) in TANPA_TITIK else teks


def _gramatika(definisi: DefinisiIndikator) -> JenisAngka:
    return GRAMATIKA.get(JenisNilai(definisi.jenis), JenisAngka.JUMLAH)


def baca_sel(
    data: Mapping[str, str], sel: SelNilai, definisi: DefinisiIndikator | None, target: Decimal | None = None
) -> SelNilai:
    """Fill a cell from a POST: texts as typed, ``isi`` as parsed, refusals and questions.

    A locked cell, and one that the form did not hold, is left alone. A question ("tanya") is asked of a new
    value only, until it is answered.
    """
    nama = f"{sel.kunci}-{'predikat' if sel.is_predikat else 'nilai'}"
    if sel.terkunci or definisi is None or nama not in data:
        return sel
    lama = sel.isi
    if sel.is_predikat:
        return _baca_predikat(data, sel)
    sel.nilai = data.get(f"{sel.kunci}-nilai", "").strip()
    sel.atas = data.get(f"{sel.kunci}-atas", "").strip() if sel.is_rentang else ""
    nilai, sel.galat = _baca_angka(sel.nilai, definisi)
    atas, sel.galat_atas = _baca_angka(sel.atas, definisi)
    if sel.is_sah and atas is not None:
        sel.galat_atas = _galat_rentang(nilai, atas)
    if sel.is_sah:
        sel.isi = (nilai, atas, None)
        if sel.isi != lama:
            _periksa(sel, definisi, target, yakin=bool(data.get(f"{sel.kunci}-yakin")))
    return sel


def _baca_predikat(data: Mapping[str, str], sel: SelNilai) -> SelNilai:
    sel.predikat = data.get(f"{sel.kunci}-predikat", "").strip()
    sah = dict(sel.pilihan)
    if sel.predikat and sel.predikat not in sah:
        sel.galat = f"Predikat ini tidak ada dalam skalanya. Pilih salah satu: {', '.join(sah.values())}."
    else:
        sel.isi = (None, None, int(sel.predikat) if sel.predikat else None)
    return sel


def _baca_angka(teks: str, definisi: DefinisiIndikator) -> tuple[Decimal | None, str]:
    if not teks:
        return None, ""
    try:
        nilai = parse_angka(teks, _gramatika(definisi))
    except AngkaTidakSah as galat:
        return None, str(galat)
    if abs(nilai) >= 10**DIGIT_UTUH:
        return None, f"{teks}: angka terlalu besar. Periksa kelompok ribuannya."
    return nilai, ""


def _galat_rentang(bawah: Decimal | None, atas: Decimal) -> str:
    if bawah is None:
        return "Isi batas bawah juga, misalnya 8 sampai 10."
    if atas < bawah:
        return f"Batas atas tidak boleh lebih kecil daripada batas bawah {format_angka(bawah)}."
    return ""


def _periksa(sel: SelNilai, definisi: DefinisiIndikator, target: Decimal | None, *, yakin: bool) -> None:
    for nama, nilai in (("galat", sel.isi[0]), ("galat_atas", sel.isi[1])):
        for k in periksa_nilai(
            jenis=definisi.jenis, nilai=nilai, is_persen=is_persen(definisi), target=target
        ):
            if k.tingkat == GALAT:
                setattr(sel, nama, k.pesan)
            elif not yakin:
                sel.tanya = k.pesan
