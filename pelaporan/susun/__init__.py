"""Turns the rows of one office and year into the frozen report: the only place that does.

``build_konteks_lkjip`` reads everything in a fixed number of queries (``muat``), computes with the
pure functions of ``kinerja.rumus``, ``anggaran.rumus`` and ``pelaporan.efisiensi``, and returns a
:class:`~pelaporan.konteks.KonteksLKjIP`. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pelaporan.fakta import susun_fakta
from pelaporan.kerangka import BAGIAN_NARASI, build_kerangka
from pelaporan.konteks import FORMAT_KONTEKS, Angka, Bab3, KonteksLKjIP, NarasiBagian
from pelaporan.models import Laporan, Narasi
from pelaporan.narasi import NarasiTidakSah, susun_narasi
from pelaporan.susun import bab3, bab3_uang
from pelaporan.susun.akhir import (
    build_identitas,
    build_ikhtisar,
    build_lampiran,
    build_naskah_pk,
    build_pengesahan,
    build_periode,
)
from pelaporan.susun.aturan import build_aturan, build_catatan_efisiensi
from pelaporan.susun.bab1 import build_bab1
from pelaporan.susun.bab2 import build_bab2
from pelaporan.susun.catatan import tambah_catatan
from pelaporan.susun.muat import Data, SusunGagal, muat
from pelaporan.susun.node import Simpul
from pelaporan.susun.uang import Kas
from pelaporan.susun.ukur import Pengukur
from pelaporan.token import build_token, cari_token

__all__ = ["SusunGagal", "Susunan", "build_konteks_lkjip", "susun"]


@dataclass(frozen=True)
class Susunan:
    """A composed report with the rows and measurements it was composed of."""

    konteks: KonteksLKjIP
    data: Data
    ukur: Pengukur
    kas: Kas
    simpul: Simpul


def build_konteks_lkjip(laporan: Laporan) -> KonteksLKjIP:
    """Return the whole report of an office and year.

    Raises SusunGagal where there is no Renstra for the year or no AturanPengukuran. Anything else that
    is missing is not an error here: it stands in the report as "belum diisi".
    """
    susunan = susun(laporan)
    return tambah_catatan(susunan.konteks, laporan, susunan)


def susun(laporan: Laporan) -> Susunan:
    """Return the report with what it was composed of; raises SusunGagal like build_konteks_lkjip.

    This is what the checks read: the answers to their findings are added afterwards.
    """
    data = muat(laporan)
    ukur = Pengukur(data)
    kas = Kas(data)
    simpul = Simpul(data, ukur, kas)
    bab2 = build_bab2(data, ukur, kas)
    isi_bab3 = _build_bab3(data, ukur, kas, simpul)
    identitas = build_identitas(laporan)
    periode = build_periode(data)
    berkas, tiada = build_lampiran(laporan)
    kerangka = build_kerangka(
        identitas,
        periode,
        sebutan_pk="Sebelum dan Sesudah Perubahan" if len(bab2.revisi_pk) > 1 else "(Tanpa Perubahan)",
        sebutan_pagu=_sebutan_pagu(bab2.sebutan_dpa_akhir),
        lampiran=(*((x.kunci, x.judul) for x in berkas), *((x.kunci, x.judul) for x in tiada)),
    )
    dasar = KonteksLKjIP(
        format=FORMAT_KONTEKS,
        identitas=identitas,
        pengesahan=build_pengesahan(data, identitas),
        periode=periode,
        kerangka=kerangka,
        ikhtisar=build_ikhtisar(data, simpul, isi_bab3),
        bab1=build_bab1(data),
        bab2=bab2,
        bab3=isi_bab3,
        naskah_pk=build_naskah_pk(data, kas, identitas, bab2),
        lampiran_berkas=berkas,
        lampiran_tiada=tiada,
    )
    konteks = _tambah_teks(replace(dasar, fakta=susun_fakta(dasar)), laporan)
    return Susunan(konteks, data, ukur, kas, simpul)


def _sebutan_pagu(sebutan_akhir: str) -> str:
    if not sebutan_akhir:
        return "(Tanpa Perubahan)"
    if sebutan_akhir == "Setelah Perubahan":
        return "Sebelum dan Sesudah Perubahan"
    return f"Sebelum dan {sebutan_akhir}"


def _build_bab3(data: Data, ukur: Pengukur, kas: Kas, simpul: Simpul) -> Bab3:
    tahun_banding, banding = bab3.build_banding(data, ukur, simpul)
    anggaran, jumlah, catatan_anggaran = bab3_uang.build_anggaran(data, kas)
    efisiensi = bab3_uang.PembuatEfisiensi(data, simpul)
    ringkas = simpul.ringkas
    return Bab3(
        kelas=bab3.build_kelas(ukur),
        aturan=build_aturan(data.aturan_tahun(data.tahun)),
        tahun_banding=tahun_banding,
        tahun_akhir=data.renstra.periode.tahun_target_akhir,
        capaian=bab3.build_capaian(data, ukur, simpul),
        banding=banding,
        kemajuan=bab3.build_kemajuan(data, ukur, simpul),
        pembanding=bab3.build_pembanding(data, ukur, simpul),
        analisis=bab3.build_analisis(data, ukur, simpul),
        menunjang=bab3.build_menunjang(data, ukur, simpul),
        catatan_menunjang=(
            "Capaian program adalah rata-rata capaian indikatornya sendiri."
            if data.peta
            else "Program belum dipetakan ke sasaran."
        ),
        anggaran=anggaran,
        jumlah_anggaran=jumlah,
        catatan_anggaran=catatan_anggaran,
        efisiensi_sasaran=efisiensi.sasaran(),
        efisiensi_program=efisiensi.program(),
        catatan_efisiensi=build_catatan_efisiensi(data.aturan_tahun(data.tahun)),
        tindak_lanjut=bab3_uang.build_tindak_lanjut(data),
        per_tujuan=tuple(ringkas(simpul.tujuan(t)) for t in data.tujuan),
        per_sasaran=tuple(ringkas(simpul.sasaran(s)) for s in simpul.sasaran_dilaporkan()),
        per_program=tuple(ringkas(simpul.program(p)) for p in data.program),
        kantor=ringkas(simpul.kantor()),
    )


def _susun_teks(narasi: Narasi, angka: Callable[[str], Angka]) -> NarasiBagian:
    try:
        return susun_narasi(narasi.bagian, narasi.isi, angka)
    except NarasiTidakSah as galat:
        nama = dict(BAGIAN_NARASI).get(narasi.bagian, narasi.bagian)
        raise SusunGagal(f"Tulisan pada bagian {nama} tidak dapat dibaca: {galat}") from galat


def _tambah_teks(dasar: KonteksLKjIP, laporan: Laporan) -> KonteksLKjIP:
    token = build_token(dasar)
    return replace(
        dasar,
        narasi=tuple(
            _susun_teks(n, lambda kunci: cari_token(token, kunci))
            for n in Narasi.objects.filter(laporan=laporan).order_by("bagian")
            if n.isi.strip()
        ),
    )
