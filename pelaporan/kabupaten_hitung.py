"""Computes the rows of the table of all offices from the rows that were read at once."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import lru_cache
from typing import Any, cast

from anggaran.rumus import compute_serapan
from kinerja.pilihan import PERIODE_FREKUENSI, TRIWULAN_PERIODE, CaraUkur, Frekuensi, Periode, Tahap
from kinerja.rumus import Capaian, NilaiTahunan, Rerata, rerata_capaian
from organisasi.models import PerangkatDaerah
from pelaporan.kabupaten import TANPA_LAPORAN, TRIWULAN, BarisKabupaten, Langkah
from pelaporan.kabupaten_bahan import BahanKabupaten, BarisIndikator, dpa_akhir_tahun
from pelaporan.kabupaten_muat import muat_kabupaten
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import Penilai, Terbaca, as_capaian
from pelaporan.susun.uang import Kas, Uang, is_serapan_rendah
from pelaporan.susun.ukur import Pengukur
from sakip.umum.hitung import Keadaan


def susun_kabupaten(kantor: list[PerangkatDaerah], tahun: int, sampai: int) -> list[BarisKabupaten]:
    """Return one row per office; filling counts the quarters up to ``sampai`` (1 to 4)."""
    bahan = muat_kabupaten(kantor, tahun)
    penilai = {a.pk: Penilai(a) for a in {a.pk: a for a in bahan.aturan.values()}.values()}
    return [_baris(k, bahan, sampai, penilai) for k in kantor]


def _baris(
    kantor: PerangkatDaerah, bahan: BahanKabupaten, sampai: int, semua_penilai: dict[int, Penilai]
) -> BarisKabupaten:
    hitung = _hitung_sel(kantor.pk, bahan)
    diminta = sum(d for (_, tw), (d, _) in hitung.items() if tw <= sampai)
    terisi = sum(t for (_, tw), (_, t) in hitung.items() if tw <= sampai)
    data = _data(kantor.pk, bahan)
    daftar, sumber = _indikator_capaian(kantor.pk, bahan)
    rerata, capaian = _capaian(daftar, data)
    uang = Kas(data).jumlah()
    serapan = _serapan_berjalan(uang)
    aturan = bahan.aturan.get(kantor.pk)
    penilai = semua_penilai[aturan.pk] if aturan else None
    return BarisKabupaten(
        kantor=kantor,
        diminta=diminta,
        terisi=terisi,
        isian=Fraction(terisi * 100, diminta) if diminta else None,
        langkah=tuple(_langkah(kantor.pk, tw, hitung, bahan) for tw in TRIWULAN),
        rerata=rerata,
        capaian=capaian,
        sumber_capaian=sumber,
        teks_capaian=penilai.capaian(capaian).teks if penilai else "belum ada aturan pengukuran",
        is_capaian_awas=_is_bawah_tertinggi(penilai, capaian),
        uang=uang,
        serapan=serapan,
        is_serapan_awas=uang.lengkap
        and aturan is not None
        and is_serapan_rendah(serapan, aturan.batas_serapan),
        status=bahan.laporan.get(kantor.pk, TANPA_LAPORAN),
        desimal=aturan.desimal if aturan else 2,
    )


def _is_bawah_tertinggi(penilai: Penilai | None, capaian: Capaian) -> bool:
    if penilai is None or capaian.nilai is None:
        return False
    return penilai.skala.predikat(capaian.nilai).nama != penilai.skala.kelas[0].nama


def _serapan_berjalan(uang: Uang) -> Capaian:
    """Return what was spent so far of the ceiling; the page says beside it how many quarters are in."""
    return compute_serapan(pagu=uang.pagu, realisasi=uang.realisasi)


Sel = dict[tuple[int | None, int], tuple[int, int]]  # (unit, quarter) -> (asked, answered)


@lru_cache(maxsize=32)
def periode_diminta(frekuensi: str, cara: str | None) -> tuple[tuple[int, str], ...]:
    """Return the (quarter, period) that are asked in a year, as ``kinerja.isian.BarisKinerja`` does."""
    setahun = cara == CaraUkur.SETAHUN or (cara is None and frekuensi == Frekuensi.TAHUNAN)
    periode = (Periode.TAHUN,) if setahun else PERIODE_FREKUENSI[Frekuensi(frekuensi)]
    return tuple((TRIWULAN_PERIODE[p], p.value) for p in periode)


def _hitung_sel(kantor_id: int, bahan: BahanKabupaten) -> Sel:
    diminta: Counter[tuple[int | None, int]] = Counter()
    terisi: Counter[tuple[int | None, int]] = Counter()
    puncak = bahan.pimpinan.get(kantor_id)
    for i in bahan.indikator.get(kantor_id, ()):
        definisi = i.definisi_pada(bahan.tahun) if i.is_hidup else None
        if definisi is None:
            continue
        unit = definisi.penanggung_jawab_id or i.unit_id or puncak
        ukur = i.ukur
        for tw, periode in periode_diminta(definisi.frekuensi, ukur.cara if ukur else None):
            diminta[unit, tw] += 1
            if ukur is not None and (ukur.pk, periode) in bahan.terisi:
                terisi[unit, tw] += 1
    for unit, isi in _node_belanja(kantor_id, bahan).values():
        for tw in (4,) if "tahun" in isi else TRIWULAN:
            diminta[unit or puncak, tw] += 1
            if "tahun" in isi or f"tw{tw}" in isi:
                terisi[unit or puncak, tw] += 1
    return {kunci: (n, terisi[kunci]) for kunci, n in diminta.items()}


def _node_belanja(kantor_id: int, bahan: BahanKabupaten) -> dict[Any, tuple[int | None, set[str]]]:
    """Return the budget nodes of an office with their unit and the periods that are recorded."""
    versi = bahan.dpa.get(kantor_id, [])
    pagu = bahan.pagu.get(versi[-1].pk, []) if versi else []
    hasil: dict[Any, tuple[int | None, set[str]]] = {}
    for b in (*pagu, *bahan.belanja.get(kantor_id, ())):
        if b.sub_kegiatan_id is not None:
            kunci = (None, None, b.sub_kegiatan_id)
        elif b.kegiatan_id is not None:
            kunci = (None, b.kegiatan_id, None)
        else:
            kunci = (b.program_id, None, None)  # type: ignore[assignment]
        if kunci not in hasil:
            hasil[kunci] = (bahan.unit_node.get(kunci), set())
        if b.periode:
            hasil[kunci][1].add(b.periode)
    return hasil


def _langkah(kantor_id: int, triwulan: int, hitung: Sel, bahan: BahanKabupaten) -> Langkah:
    unit = [u for u in bahan.unit.get(kantor_id, ()) if (u, triwulan) in hitung]
    tahap = Counter(bahan.tahap.get((u, triwulan)) for u in unit)
    return Langkah(
        triwulan=triwulan,
        disetujui=tahap[Tahap.DISETUJUI],
        unit=len(unit),
        berjalan=tahap[Tahap.DIKIRIM] + tahap[Tahap.DIPERIKSA],
        dikembalikan=tahap[Tahap.DIKEMBALIKAN],
    )


def _indikator_capaian(kantor_id: int, bahan: BahanKabupaten) -> tuple[list[BarisIndikator], str]:
    """Return the strategic indicators of the PK as the report counts them; without a PK: the IKU."""
    milik = {
        i.pk: i
        for i in bahan.indikator.get(kantor_id, ())
        if i.tujuan_id is not None or i.sasaran_id is not None
    }
    pk = bahan.pk.get(kantor_id)
    if pk is not None:
        urut = [t.indikator_id for t in bahan.target_pk.get(pk.pk, ())]
        return [milik[u] for u in urut if u in milik], "PK"
    iku = [
        i
        for i in milik.values()
        if i.is_iku and i.is_hidup and (not i.definisi or i.definisi_pada(bahan.tahun) is not None)
    ]
    return iku, "IKU" if iku else ""


def _capaian(daftar: list[BarisIndikator], data: Data) -> tuple[Rerata, Capaian]:
    if not data.aturan:
        return rerata_capaian([]), Capaian(None, Keadaan.TIDAK_DAPAT_DIHITUNG, "belum ada aturan pengukuran")
    ukur = Pengukur(data)
    semua = []
    for i in daftar:
        satu = cast("Any", i)
        definisi = data.definisi_tahun(i.pk, data.tahun)
        setahun = ukur.nilai_setahun(satu, data.tahun, definisi)
        semua.append(
            ukur.hitung_capaian(
                ukur.target(satu, data.tahun).nilai, setahun, _terbaca(setahun), definisi, data.tahun
            )
        )
    rerata = rerata_capaian(semua)
    return rerata, as_capaian(rerata)


def _terbaca(setahun: NilaiTahunan) -> Terbaca | None:
    return None if setahun.nilai is None else Terbaca(setahun.nilai, eksak=setahun.eksak)


def _data(kantor_id: int, bahan: BahanKabupaten) -> Data:
    """Return the rows of one office under the names that the report's measuring asks for."""
    tahun, milik = bahan.tahun, bahan.indikator.get(kantor_id, [])
    pk, aturan = bahan.pk.get(kantor_id), bahan.aturan.get(kantor_id)
    tanpa = ("versi", "tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan", "peta")
    kosong: dict[str, Any] = {nama: [] for nama in tanpa}
    isi: dict[str, Any] = {
        "aturan": {tahun: aturan} if aturan else {},
        "indikator": {i.pk: i for i in milik},
        "definisi": {i.pk: i.definisi for i in milik},
        "target_renstra": {(i.pk, tahun): t for i in milik if (t := bahan.target_renstra.get(i.pk))},
        "target_rkt": {(i.pk, tahun): t for i in milik if (t := bahan.target_rkt.get(i.pk))},
        "tahun_lalu": {(i.pk, tahun): n for i in milik if (n := bahan.tahun_lalu.get(i.pk))},
        "pk": {tahun: [pk]} if pk else {},
        "target_pk": {pk.pk: bahan.target_pk.get(pk.pk, [])} if pk else {},
        "dpa": dpa_akhir_tahun(bahan.dpa.get(kantor_id, []), tahun),
        "pengukuran": {(i.pk, tahun): i.ukur for i in milik if i.ukur},
        "realisasi_anggaran": bahan.belanja.get(kantor_id, []),
    }
    return Data(
        **kosong, **isi, laporan=cast("Any", None), renstra=cast("Any", None), tahun=tahun,
        predikat=bahan.predikat, peringkat={}, realisasi=cast("Any", bahan.nilai),
        pagu=cast("Any", bahan.pagu),
        target_dpa={}, pembanding={}, analisis={}, jabatan_kepala=None,
    )  # fmt: skip
