"""Judges a typed figure: equal to one of the report, different from the one it claims to be, or strange."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from pelaporan.konteks import KonteksLKjIP
from pelaporan.periksa.angka_figur import Figur, FigurCetak, daftar_figur, figur_cetak
from pelaporan.periksa.angka_klausa import Klausa
from pelaporan.periksa.angka_profil import Profil
from pelaporan.periksa.angka_teks import JenisKetik, is_sebesar
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.hitungan_teks import Cakupan, cari_hitungan
from pelaporan.periksa.naskah import Kalimat
from pelaporan.periksa.sebutan_teks import cari_sebutan, daftar_sebutan

_KANTOR = frozenset({"serapan", "pagu", "realisasi_anggaran", "sisa", "efisiensi", "rerata"})
_INDIKATOR = frozenset({"capaian", "target", "realisasi", "kemajuan", "target_akhir"})
# The office's totals are not meant where one of these is spoken of.
_LINGKUP_LAIN = re.compile(
    r"\b(?:belanja\s+(?:modal|pegawai|barang|operasi|tidak)|gaji|tunjangan|seksi|bidang|sasaran\s+\w+|tujuan\s+\w+|"
    r"setiap|masing-masing|rata-rata\s+(?:serapan|penyerapan)|tertinggi|terendah|kabupaten\s+lain|nasional|provinsi|"
    r"minimal|paling\s+\w+|di\s+atas|di\s+bawah|batas|lebih\s+dari|kurang\s+dari|sekitar|efisiensi\s+belanja)\b",
    re.IGNORECASE,
)
_SEMUA_PROGRAM = re.compile(
    r"\b(?:\d+|seluruh|semua|total)\s+program\b|\bprogram\s*(?:dan|/|,|serta)\s*kegiatan\b", re.I
)
_KATA_PROGRAM = re.compile(r"\b(?:program|kegiatan)\b", re.IGNORECASE)
_KINERJA = re.compile(
    r"\b(?:serapan|penyerapan|terserap|realisasi\s+(?:anggaran|belanja|keuangan)|pagu|anggaran\w*|dianggarkan|"
    r"(?:pen)?capaian\w*|efisiensi)\b",
    re.IGNORECASE,
)
_PASTI_KINERJA = re.compile(
    r"\b(?:serapan|penyerapan|terserap|realisasi\s+anggaran|pagu|efisiensi)\b", re.IGNORECASE
)
# A bound that a rule sets is no value of the report.
_BATAS = re.compile(r"\b(?:batas|ambang)\b", re.IGNORECASE)
# "naik dari 95,10% menjadi …": of an earlier time, that no year names.
_SEMULA = re.compile(r"\b(?:dari|semula|sebelumnya|daripada)\s*$", re.IGNORECASE)
# Whose figure it is, where it is not the office's: what a source can then answer for.
_PIHAK_LAIN = re.compile(
    r"\b(?:(?:kecamatan|kantor|perangkat\s+daerah)\s+(?:lain\w*|tetangga)|kabupaten|kota|provinsi|nasional)\b",
    re.IGNORECASE,
)
_KANTOR_SENDIRI = re.compile(
    r"\b(?:kecamatan|kantor|perangkat\s+daerah)\b(?!\s+(?:lain|tetangga|se\b|se-))", re.IGNORECASE
)
_DARI_SERATUS = re.compile(
    r"\b(?:di\s+(?:atas|bawah)|melebihi|melampaui|kurang\s+dari|lebih\s+dari|minimal|mendekati|belum\s+(?:mencapai\s+)?)\s*$",
    re.IGNORECASE,
)
_UANG_LAIN = re.compile(
    r"\b(?:dana\s+desa|ADD|APBDes\w*|alokasi\s+dana|bantuan|hibah|BLT|kerugian|inflasi|kemiskinan|PDRB|omzet|"
    r"pendapatan\s+asli|pertumbuhan\s+ekonomi|swadaya|iuran|donasi)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Putusan:
    """What a typed figure is: ``sama`` with a figure, or other than ``harap``, or neither (strange)."""

    klausa: Klausa
    sama: Figur | None = None
    harap: Figur | None = None
    is_bersih: bool = False
    is_kebetulan: bool = False  # only the value speaks for it
    is_kinerja: bool = False

    @property
    def is_berat(self) -> bool:
        """Whether a difference blocks: a percent or rupiah in a sentence on performance."""
        return self.is_kinerja and self.klausa.angka.jenis is not JenisKetik.JUMLAH


class Pemadan:
    """Holds the figures and names of one report."""

    def __init__(self, bahan: BahanPeriksa) -> None:
        self.konteks: KonteksLKjIP = bahan.konteks
        self.tahun = bahan.konteks.identitas.tahun
        self.sebutan = daftar_sebutan(bahan)
        self.figur = daftar_figur(bahan)
        self.profil = Profil(bahan.konteks)

    @cached_property
    def cetak(self) -> FigurCetak:
        """Every printed figure; read only where a typed one has no token."""
        return figur_cetak(self.konteks)

    def putuskan(self, kalimat: Kalimat, klausa: Klausa) -> Putusan:
        """Return the judgement on one typed figure."""
        angka = klausa.angka
        if (angka.is_kata_kecil and not klausa.indikator) or _is_batas_penuh(kalimat, klausa):
            return Putusan(klausa, is_bersih=True)
        harap = self._harap(kalimat, klausa)
        is_kinerja = self._is_kinerja(kalimat, klausa) and not _BATAS.search(klausa.teks)
        if harap:
            sama = next((f for f in harap if f.is_sama(angka)), None)
            if sama is not None:
                return Putusan(klausa, sama=sama, is_bersih=not sama.kunci)
            return Putusan(klausa, harap=harap[0], is_kinerja=is_kinerja)
        if klausa.is_sebagian_tahun or (klausa.tahun and klausa.tahun != self.tahun):
            is_kinerja = False  # of a part of the year, or of another year: the report cannot contradict it
        dekat, is_jauh = self._kolam(klausa)
        sama = next((f for f in dekat if f.is_sama(angka)), None)
        if sama is not None:
            return Putusan(klausa, sama=sama, is_bersih=not sama.kunci)
        if self.profil.is_milik(kalimat, klausa) or self._is_rerata(klausa):
            return Putusan(klausa, is_bersih=True)
        if self.profil.is_sebut(kalimat, klausa):  # another count of its kind is equal to nothing by chance
            return Putusan(klausa, is_kinerja=is_kinerja)
        sama = self._persis(klausa) if is_jauh else None
        if sama is not None:
            return Putusan(klausa, sama=sama, is_bersih=not sama.kunci, is_kebetulan=True)
        return Putusan(klausa, is_bersih=self.cetak.is_tercetak(angka), is_kinerja=is_kinerja)

    # What it claims to be ------------------------------------------------------------------------

    def _harap(self, kalimat: Kalimat, k: Klausa) -> Sequence[Figur]:
        """Return the figures of which it must be one, the likeliest first; none where that is not sure."""
        if k.is_sebagian_tahun or (k.is_ukur_turunan and k.ukur) or _SEMULA.search(k.teks):
            return ()
        if k.ukur in _KANTOR and not self._is_indikator_rupiah(k):
            return self._harap_kantor(kalimat, k)
        if len(k.indikator) != 1 or not k.is_langsung:
            return ()
        if k.angka.jenis is JenisKetik.RUPIAH and not k.ukur:
            return ()
        if not k.ukur and k.angka.jenis is JenisKetik.JUMLAH:
            return ()
        ukur = "realisasi" if k.ukur == "realisasi_anggaran" else k.ukur
        milik = self._menurut_objek.get((k.indikator[0].kode, k.tahun or self.tahun), [])
        if k.angka.jenis is JenisKetik.JUMLAH and ukur == "capaian":  # "capaian" is said of a value too
            return sorted(milik, key=lambda f: f.ukur != "realisasi")
        if not ukur:
            hasil = next((f for f in milik if f.ukur == "realisasi"), None)
            persen = hasil is not None and hasil.jenis is JenisKetik.PERSEN
            utama = "realisasi" if persen else "capaian"
            return sorted(milik, key=lambda f: f.ukur != utama)
        return [f for f in milik if f.ukur == ukur and _is_cocok_jenis(f, k)]

    def _is_indikator_rupiah(self, k: Klausa) -> bool:
        return (
            k.ukur in ("realisasi_anggaran", "target")
            and not k.program
            and any(s.kode in self._objek_rupiah for s in k.indikator)
            and "anggaran" not in k.teks.lower()
        )

    def _harap_kantor(self, kalimat: Kalimat, k: Klausa) -> Sequence[Figur]:
        teks = kalimat.ketikan
        if _LINGKUP_LAIN.search(k.teks) or len(k.program) > 1:
            return ()
        if not k.program and _KATA_PROGRAM.search(_SEMUA_PROGRAM.sub(" ", teks)):
            return ()
        if k.ukur == "rerata" and (k.indikator or self._is_berlabel(teks)):
            return ()
        objek = k.program[0].kode if k.program else ""
        ukur = "capaian" if k.ukur == "rerata" and objek else k.ukur
        milik = self._menurut_objek.get((objek, k.tahun or self.tahun), [])
        return [f for f in milik if f.ukur == ukur]

    def _is_berlabel(self, teks: str) -> bool:
        """Whether a mean is that of one tujuan or sasaran that the report has ("Tujuan 1")."""
        i = self.konteks.ikhtisar
        ada = {"tujuan": i.jumlah_tujuan, "sasaran": i.jumlah_sasaran}
        label = [h for h in cari_hitungan(teks) if h.cakupan is Cakupan.LABEL]
        return any(h.nilai <= ada.get(h.benda, 0) for h in label)

    # What it may be ------------------------------------------------------------------------------

    def _kolam(self, k: Klausa) -> tuple[Sequence[Figur], bool]:
        """Return the figures that its words point to, and whether it may be another by its value alone."""
        kode = {s.kode for s in (*k.indikator, *k.program)}
        tahun = [f for f in self.figur if f.tahun == k.tahun] if k.tahun else self.figur
        dekat = [f for f in tahun if f.objek in kode] if kode else []
        if k.ukur and not k.is_ukur_turunan:
            dekat = [f for f in dekat if f.ukur == k.ukur] or dekat
            if not kode:
                dekat = [f for f in tahun if f.ukur == k.ukur]
        if (k.ukur or kode) and k.angka.is_bulat and k.angka.jenis is not JenisKetik.RUPIAH:
            return dekat, False
        return dekat, True  # without a hint, or where the figure is too odd to be equal by chance

    @cached_property
    def _menurut_objek(self) -> dict[tuple[str, int], list[Figur]]:
        hasil: dict[tuple[str, int], list[Figur]] = {}
        for f in self.figur:
            hasil.setdefault((f.objek, f.tahun), []).append(f)
        return hasil

    @cached_property
    def _objek_rupiah(self) -> frozenset[str]:
        return frozenset(f.objek for f in self.figur if f.jenis is JenisKetik.RUPIAH)

    @cached_property
    def _menurut_nilai(self) -> dict[Fraction, list[tuple[int, Figur]]]:
        """Figures with their order by value and by print; counts of nodes are another check's."""
        hasil: dict[Fraction, list[tuple[int, Figur]]] = {}
        for n, f in enumerate(self.figur):
            if f.ukur != "jumlah":
                for nilai in {f.nilai, f.nilai if f.cetak is None else f.cetak}:
                    hasil.setdefault(nilai, []).append((n, f))
        return hasil

    def _persis(self, k: Klausa) -> Figur | None:
        """Return the first figure that has exactly the typed value."""
        calon = [
            (n, f)
            for b in k.angka.bacaan
            for n, f in self._menurut_nilai.get(b.nilai, ())
            if (not k.tahun or f.tahun == k.tahun) and f.is_sama(k.angka, tepat=True)
        ]
        return min(calon, key=lambda satu: satu[0])[1] if calon else None

    def _is_rerata(self, k: Klausa) -> bool:
        """Whether it is the mean of a tujuan, sasaran or program: some of them have no token."""
        if k.ukur not in ("rerata", "capaian") or k.indikator or k.angka.jenis is not JenisKetik.PERSEN:
            return False
        b = self.konteks.bab3
        nilai = [r.capaian.nilai for r in (*b.per_tujuan, *b.per_sasaran, *b.per_program)]
        return any(n is not None and is_sebesar(x, Fraction(n)) for n in nilai for x in k.angka.bacaan)

    def _is_kinerja(self, kalimat: Kalimat, k: Klausa) -> bool:
        teks = kalimat.ketikan
        if k.indikator or k.program or _PASTI_KINERJA.search(teks):
            return True
        if _KINERJA.search(teks) and not _UANG_LAIN.search(teks):
            return True
        return bool(cari_sebutan(teks, self.sebutan, "lain"))


def is_pihak_lain(kalimat: Kalimat, k: Klausa) -> bool:
    """Whether the words before a figure give it to others, and nothing there names the office."""
    if "perangkat_daerah" in kalimat.kunci or _KANTOR_SENDIRI.search(k.teks):
        return False
    return bool(_PIHAK_LAIN.search(k.teks))


def _is_batas_penuh(kalimat: Kalimat, k: Klausa) -> bool:
    """Whether it is the mark of 100% by which reaching a target is told, not a value."""
    return (
        k.angka.jenis is JenisKetik.PERSEN
        and any(b.nilai == 100 for b in k.angka.bacaan)
        and bool(_DARI_SERATUS.search(kalimat.ketikan[: k.angka.awal]))
    )


def _is_cocok_jenis(figur: Figur, k: Klausa) -> bool:
    """A percent is not held against a target of five villages: then it says something else."""
    return k.angka.jenis is JenisKetik.JUMLAH or figur.jenis is k.angka.jenis
