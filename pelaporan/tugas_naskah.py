"""Items of the report: texts, analyses and appendices that are not there yet."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from anggaran.pilihan import PeriodeAnggaran
from anggaran.rumus import compute_serapan, simpulkan_realisasi
from kinerja.isian import PERIODE_TRIWULAN, BarisBelanja, BarisKinerja
from kinerja.models import AnalisisCapaian, AturanPengukuran
from kinerja.models.nilai import Nilai
from kinerja.pilihan import CaraUkur, Periode
from kinerja.rumus import (
    Arah,
    Capaian,
    MetodeTriwulan,
    NilaiPeriode,
    RumusMakinRendah,
    compute_capaian,
    rerata_capaian,
    simpulkan_tahun,
)
from organisasi.izin import Pelaku
from organisasi.pilihan import Peran
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.tugas_bahan import BahanTugas
from pelaporan.tugas_butir import ButirTugas
from sakip.umum.angka import format_persen


class PembuatNaskah:
    """Makes the items of one office and year. Nothing is asked before the report is written."""

    def __init__(self, bahan: BahanTugas, pelaku: Pelaku) -> None:
        self.bahan, self.pelaku = bahan, pelaku
        self.unit = pelaku.unit_di(bahan.kantor.pk)
        self.penyusun = pelaku.is_peran(bahan.kantor.pk, Peran.PENYUSUN)

    def semua(self) -> Iterator[ButirTugas]:
        """Yield what this person writes."""
        if not (self.penyusun or self.unit) or not self.bahan.is_disusun:
            return
        laporan = self.bahan.laporan
        if laporan is None:
            if self.penyusun and self.bahan.isian.unit_bertugas():
                yield self._laporan()
            return
        yield from self._narasi()
        yield from self._analisis()
        if self.penyusun and not self.bahan.jumlah_lampiran:
            yield self._butir(
                "lampiran",
                judul="Lampiran laporan",
                rincian="Belum ada. Unggah SK Tim SAKIP, atau catat tidak ada beserta alasannya.",
                alamat=_tambah("pelaporan_lampiran", laporan=laporan.pk) + "#id_judul",
                tombol="Unggah",
            )

    def _laporan(self) -> ButirTugas:
        bahan = self.bahan
        return self._butir(
            "laporan",
            judul=f"LKjIP {bahan.tahun}",
            rincian="Laporan tahun ini belum dicatat.",
            alamat=_tambah("pelaporan_laporan", perangkat_daerah=bahan.kantor.pk, tahun=bahan.tahun)
            + "#id_perangkat_daerah",
            tombol="Catat",
        )

    # Texts ----------------------------------------------------------------------------------------------

    def _narasi(self) -> Iterator[ButirTugas]:
        """Yield blank sections: to the staff of the unit that answers for it, else to the penyusun."""
        for bagian, label in BAGIAN_NARASI:
            baris = self.bahan.narasi.get(bagian)
            if not self._menulis(bagian) or (baris is not None and baris.isi.strip()):
                continue
            alamat = reverse("ruang_bagian", args=[self.bahan.kantor.slug, self.bahan.tahun, bagian])
            yield self._butir(
                f"narasi:{bagian}",
                judul=label,
                rincian=f"LKjIP {self.bahan.tahun}. Belum ditulis.",
                alamat=f"{alamat}#tulisan",
                tombol="Tulis",
            )

    def _menulis(self, bagian: str) -> bool:
        unit = self.bahan.penanggung.get(bagian)
        if unit is None:
            return self.penyusun
        return unit in self.unit or (self.penyusun and unit not in self.bahan.unit_berstaf)

    # Analyses -------------------------------------------------------------------------------------------

    def _analisis(self) -> Iterator[ButirTugas]:
        """Yield analyses that Tabel 3.6 asks for: all of tujuan and sasaran, programmes that fell short."""
        milik = [b for b in self.bahan.isian.kinerja if self._menganalisis(b)]
        berprogram = any(b.indikator.program_id is not None for b in milik)
        sebab = sebab_program(self.bahan) if berprogram else {}
        for b in milik:
            i = b.indikator
            strategis = i.tujuan_id is not None or i.sasaran_id is not None
            if not strategis and i.program_id not in sebab:
                continue
            analisis = self.bahan.analisis.get(i.pk)
            kurang = _kurang(analisis)
            if not kurang:
                continue
            alamat = (
                _ubah("kinerja_analisiscapaian", analisis.pk)
                if analisis
                else _tambah("kinerja_analisiscapaian", indikator=i.pk, tahun=self.bahan.tahun)
            )
            alasan = "" if strategis else f"{sebab[i.program_id or 0]} "
            yield self._butir(
                f"analisis:{i.pk}",
                judul=f"Analisis capaian: {i.nama}",
                rincian=f"{alasan}{kurang} belum ditulis.",
                alamat=f"{alamat}#{'id_solusi' if kurang == 'Solusi' else 'id_penyebab'}",
                tombol="Tulis",
            )

    def _menganalisis(self, baris: BarisKinerja) -> bool:
        d = baris.definisi
        return self.penyusun or (d is not None and d.penanggung_jawab_id in self.unit)

    def _butir(self, kunci: str, *, judul: str, rincian: str, alamat: str, tombol: str) -> ButirTugas:
        tenggat: datetime.date = self.bahan.tenggat.naskah
        return ButirTugas(
            kunci=f"{kunci}:{self.bahan.kantor.pk}:{self.bahan.tahun}",
            judul=judul,
            rincian=rincian,
            tenggat=tenggat,
            alamat=alamat,
            tombol=tombol,
            hari=self.bahan.hari,
        )


def _kurang(analisis: AnalisisCapaian | None) -> str:
    """Return what Tabel 3.6 still misses, in words; empty: nothing."""
    sebab = analisis is not None and (analisis.penyebab.strip() or analisis.hambatan.strip())
    solusi = analisis is not None and (analisis.solusi.strip() or analisis.rencana_perbaikan.strip())
    if sebab and solusi:
        return ""
    if sebab:
        return "Solusi"
    return "Sebab" if solusi else "Sebab dan solusi"


def _tambah(model: str, **isi: object) -> str:
    return f"{reverse(f'admin:{model}_add')}?{urlencode(isi)}"


def _ubah(model: str, pk: int) -> str:
    return reverse(f"admin:{model}_change", args=[pk])


# Programmes that fell short -----------------------------------------------------------------------------


def sebab_program(bahan: BahanTugas) -> dict[int, str]:
    """Return the programmes whose figures ask for an explanation, each with the reason in words.

    Measured capaian (mean of the programme's own indicators) below 100%, or absorption below the
    setting ``batas_serapan`` (AturanPengukuran). What is not measured yet has nothing to explain.
    """
    aturan = bahan.aturan
    if aturan is None:
        return {}
    hasil: dict[int, str] = {}
    capaian: dict[int, list[Capaian]] = defaultdict(list)
    for b in bahan.isian.kinerja:
        if b.indikator.program_id is not None:
            capaian[b.indikator.program_id].append(capaian_setahun(b, aturan))
    for program, daftar in capaian.items():
        rerata = rerata_capaian(daftar)
        if rerata.eksak is not None and rerata.terukur == rerata.jumlah and rerata.eksak < 100:
            hasil[program] = f"Capaian program {format_persen(rerata.eksak, aturan.desimal)}."
    for program, serapan in serapan_program(bahan.isian.belanja).items():
        if serapan.nilai is not None and serapan.nilai < aturan.batas_serapan:
            sebut = f"Serapan program {format_persen(serapan.nilai, aturan.desimal)}."
            hasil[program] = f"{hasil[program]} {sebut}" if program in hasil else sebut
    return hasil


def capaian_setahun(baris: BarisKinerja, aturan: AturanPengukuran) -> Capaian:
    """Return the year's capaian of an indicator in percent, by the rules in force."""
    d = baris.definisi
    setahun = baris.cara == CaraUkur.SETAHUN
    metode = MetodeTriwulan(d.metode) if d and not setahun else MetodeTriwulan.AKHIR
    periode = [_periode(baris, p) for p in baris.periode]
    if setahun and periode and periode[0].pembilang is not None:
        metode = MetodeTriwulan.RASIO_JUMLAH
    hasil = simpulkan_tahun(periode, metode)
    if hasil.nilai is None:
        return Capaian(None, hasil.keadaan, hasil.alasan)
    return compute_capaian(
        target=_target(baris.target),
        realisasi=hasil.eksak if hasil.eksak is not None else hasil.nilai,
        arah=Arah(d.arah) if d else Arah.MAKIN_TINGGI,
        rumus_makin_rendah=RumusMakinRendah(aturan.rumus_makin_rendah),
        batas_atas=aturan.batas_atas,
        batas_bawah=aturan.batas_bawah,
    )


def _periode(baris: BarisKinerja, periode: str) -> NilaiPeriode:
    nama = Periode(periode).label
    r = baris.realisasi.get(periode)
    if r is None:
        return NilaiPeriode(nama)
    nilai = Decimal(r.predikat.peringkat) if r.predikat is not None else r.nilai
    return NilaiPeriode(nama, nilai, r.berlaku, r.pembilang, r.penyebut)


def _target(nilai: Nilai | None) -> Decimal | tuple[Decimal, Decimal] | None:
    if nilai is None:
        return None
    if nilai.predikat is not None:
        return Decimal(nilai.predikat.peringkat)
    if nilai.nilai is not None and nilai.nilai_atas is not None:
        return (nilai.nilai, nilai.nilai_atas)
    return nilai.nilai


def serapan_program(belanja: list[BarisBelanja]) -> dict[int, Capaian]:
    """Return the absorption of each programme whose year is complete: sum of spending / sum of ceilings."""
    pagu: dict[int, list[Decimal | None]] = defaultdict(list)
    isi: dict[int, list[Decimal | None]] = defaultdict(list)
    for b in belanja:
        pagu[b.program.pk].append(b.pagu)
        isi[b.program.pk].append(_belanja_setahun(b))
    hasil = {}
    for program, daftar in isi.items():
        ada = [n for n in daftar if n is not None]
        batas = [p for p in pagu[program] if p is not None]
        if len(ada) == len(daftar) and len(batas) == len(daftar):
            hasil[program] = compute_serapan(pagu=sum(batas, Decimal(0)), realisasi=sum(ada, Decimal(0)))
    return hasil


def _belanja_setahun(baris: BarisBelanja) -> Decimal | None:
    if baris.is_setahun:
        return baris.realisasi[PeriodeAnggaran.TAHUN.value].nilai
    nilai = [
        r.nilai if (r := baris.realisasi.get(p)) is not None else None for p in PERIODE_TRIWULAN.values()
    ]
    tahunan = simpulkan_realisasi(nilai)
    return tahunan.jumlah if tahunan.terisi == tahunan.diminta else None
