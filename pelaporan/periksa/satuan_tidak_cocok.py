"""A unit that does not fit what is measured: an index in percent, a grade counted in reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import STRATEGIS, lokasi_baris

CARA = "Pilih satuan dan jenis nilai yang sesuai, lalu periksa kembali target dan realisasinya."
# A name that begins so is no percentage; "Persentase desa berindeks …" is one.
BUKAN_PERSEN = re.compile(
    r"(?:indeks|opini|predikat|skor|(?:nilai|hasil evaluasi) (?:sakip|akip|lakip|lkjip|skm|ikm|indeks|survei)"
    r"|(?:tingkat|level|nilai) (?:maturitas|kematangan)|maturitas)\b",
    re.IGNORECASE,
)
# What grades are not counted in.
HITUNGAN = re.compile(
    r"desa|kelurahan|dusun|lembaga|kelompok|orang|keluarga|dokumen|laporan|layanan|kegiatan|kali|kasus|paket|"
    r"unit|rupiah|bulan|hari|jam|menit",
    re.IGNORECASE,
)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find units that contradict the kind or the name of their indicator; a blank unit is another finding.

    What only the yearly plan holds was copied together: it is one finding.
    """
    salin: list[FaktaIndikator] = []
    for i in bahan.indikator:
        sebab = _sebab(i)
        if not sebab:
            continue
        if i.tingkat in STRATEGIS and not (i.is_pk or i.is_iku) and i.target_rkt is not None:
            salin.append(i)
            continue
        pesan = f"Satuan {i.nama} adalah {i.satuan}, sedangkan {sebab}. {CARA}"
        yield _temuan(_lokasi(bahan, i), pesan, [i])
    if salin:
        isi = [f"{i.nama} dalam {i.satuan}, padahal {_sebab(i)}" for i in salin]
        k = bahan.konteks
        tempat = lokasi_tabel(k, "t_rkt", objek="satuan") if len(salin) > 1 else _lokasi(bahan, salin[0])
        pesan = f"Satuan {len(salin)} indikator rencana kerja tidak cocok: {sebut(isi)}. {CARA}"
        yield _temuan(tempat, pesan, salin)


def _temuan(lokasi: Lokasi, pesan: str, milik: list[FaktaIndikator]) -> Temuan:
    kode = milik[0].kode
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi,
        pesan=pesan,
        nilai=tuple((i.nama, i.satuan) for i in milik),
        tautan=f"definisi:{kode}",
        sebab=f"satuan:{kode}",
    )


def _sebab(i: FaktaIndikator) -> str:
    """Return what the unit does not fit, in words; empty where it does."""
    if i.satuan and i.jenis == "persen" and not i.is_persen:
        return "jenis nilainya persentase"
    if i.jenis == "predikat" and (i.is_persen or HITUNGAN.fullmatch(i.satuan.strip())):
        return "nilainya berupa predikat seperti BB"
    if i.is_persen and i.jenis == "indeks":
        return "jenis nilainya indeks"
    if i.is_persen and i.jenis == "rupiah":
        return "jenis nilainya rupiah"
    if i.is_persen and BUKAN_PERSEN.match(i.nama.strip()):
        return "namanya menyebut indeks, opini, atau predikat"
    return ""


def _lokasi(bahan: BahanPeriksa, i: FaktaIndikator) -> Lokasi:
    k = bahan.konteks
    if i.tingkat not in STRATEGIS:
        return lokasi_tabel(k, "t_pagu", i.kode_node, i.kode)
    if i.is_pk:
        return lokasi_baris(k, "t_pk", k.bab2.pk, i.nama, i.kode)
    if i.is_iku:
        return lokasi_baris(k, "t_iku", k.bab2.iku, i.nama, i.kode)
    if i.target_rkt is not None:
        return lokasi_baris(k, "t_rkt", k.bab2.rkt, i.nama, i.kode)
    return lokasi_baris(k, "t_renstra", k.bab2.renstra, i.nama, i.kode)


PEMERIKSAAN = Pemeriksaan(
    kode="satuan_tidak_cocok",
    nama="Satuan tidak cocok dengan yang diukur",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 88/2021 komponen 1: indikator yang terukur; audit contoh K5, K7, T10",
    periksa=periksa,
    boleh_dikecualikan=True,
)
