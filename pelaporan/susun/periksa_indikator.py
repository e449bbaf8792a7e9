"""Fills the facts of indicators that the checks read (``pelaporan.periksa.bahan.FaktaIndikator``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Count

from kinerja.models import AlasanPeringatan, Bukti, DefinisiIndikator, Indikator, PerjanjianKinerja
from kinerja.peringatan_pk import bagian_setahun
from kinerja.pilihan import (
    PERIODE_FREKUENSI,
    AkumulasiRenstra,
    CaraUkur,
    Frekuensi,
    PeringatanPK,
    Periode,
)
from pelaporan.konteks import Angka
from pelaporan.models import Laporan
from pelaporan.periksa.bahan import FaktaIndikator, FaktaPeriode
from pelaporan.susun import Susunan
from pelaporan.susun.bersama import kunci_node
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import Terbaca, angka_nilai, angka_persen, baca
from renstra.pilihan import SumberNode


def susun_indikator(s: Susunan) -> Iterator[FaktaIndikator]:
    """Indicators with anything in this year: of the strategic nodes, and of this year's programmes."""
    data = s.data
    bukti = _bukti(data.laporan)
    alasan = _alasan_pk(s)
    node_kini = {
        *(("program", p.pk) for p in data.program),
        *(("kegiatan", k.pk) for k in data.kegiatan),
        *(("sub_kegiatan", x.pk) for x in data.sub_kegiatan),
        *(("tujuan", t.pk) for t in data.tujuan),
        *(("sasaran", x.pk) for x in data.sasaran),
    }
    for i in sorted(data.indikator.values(), key=lambda x: (x.urutan, x.kode)):
        if kunci_node(i) not in node_kini:
            continue
        d = s.ukur.ukur(i).definisi
        yield FaktaIndikator(
            kode=i.kode,
            nama=i.nama,
            is_iku=i.is_iku,
            **_letak(s, i),
            **_definisi(d),
            **_target(s, i, d),
            **_nilai(s, i),
            alasan_pk=tuple(alasan.get(i.pk, ())),
            periode=tuple(_periode(s, i, d, bukti)),
        )


def _letak(s: Susunan, i: Indikator) -> dict[str, Any]:
    """Say at which node it stands, and whether the PK and the report hold it."""
    tingkat, _ = kunci_node(i)
    node = i.node
    return {
        "tingkat": tingkat,
        "node": str(getattr(node, "uraian", "") or getattr(node, "nama", "")),
        "kode_node": str(getattr(node, "kode", "")),
        "is_node_renstra": tingkat != "sasaran" or getattr(node, "sumber", "") == SumberNode.RENSTRA,
        "is_pk": any(x.pk == i.pk for x in s.simpul.pk),
        "is_dilaporkan": tingkat not in ("tujuan", "sasaran")
        or any(x.pk == i.pk for x in s.simpul.dilaporkan),
    }


def _nilai(s: Susunan, i: Indikator) -> dict[str, Any]:
    """Return what was measured this year and the year before."""
    data = s.data
    t = s.ukur.ukur(i)
    lalu = s.ukur.ukur(i, data.tahun - 1) if s.ukur.is_berdata(i, data.tahun - 1) else None
    return {
        "is_diukur": t.realisasi is not None and s.ukur.is_berdata(i, data.tahun),
        "realisasi": t.teks_realisasi,
        "capaian": angka_persen(t.capaian, data.aturan_tahun(data.tahun).desimal),
        "lalu": lalu.teks_realisasi if lalu else None,
        "target_lalu": lalu.teks_target if lalu else None,
    }


def _definisi(d: DefinisiIndikator | None) -> dict[str, Any]:
    if d is None:
        return {}
    return {
        "satuan": d.satuan.nama if d.satuan else "",
        "is_persen": bool(d.satuan and d.satuan.is_persen),
        "jenis": d.jenis,
        "arah": d.arah,
        "frekuensi": d.frekuensi,
        "definisi_operasional": d.definisi_operasional.strip(),
        "formulasi": d.formulasi.strip(),
        "sumber_data": d.sumber_data.strip(),
        "penanggung_jawab": d.penanggung_jawab.nama if d.penanggung_jawab else "",
    }


def _target(s: Susunan, i: Indikator, d: DefinisiIndikator | None) -> dict[str, Any]:
    data = s.data
    tahun = data.tahun
    pk = data.pk.get(tahun, [])
    dpa = data.dpa_berlaku()
    akhir = data.renstra.periode.tahun_target_akhir

    def dari(baris: Any) -> Angka | None:
        return (
            None if baris is None else angka_nilai(baca(baris, data.predikat), d, alasan="target belum diisi")
        )

    def di_pk(satu: PerjanjianKinerja | None) -> Angka | None:
        milik = data.target_pk.get(satu.pk, []) if satu else []
        return dari(next((t for t in milik if t.indikator_id == i.pk), None))

    def renstra(th: int) -> Angka | None:
        return dari(next((t for c in data.silsilah(i.pk) if (t := data.target_renstra.get((c, th)))), None))

    return {
        "target_pk": di_pk(pk[-1] if pk else None),
        "target_pk_awal": di_pk(pk[0] if pk else None),
        "target_rkt": dari(data.target_rkt.get((i.pk, tahun))),
        "target_renstra": renstra(tahun),
        "renstra_setahun": _renstra_setahun(data, i, d),
        "target_akhir": renstra(akhir),
        "target_dpa": dari(data.target_dpa.get((dpa.pk, i.pk)) if dpa else None),
    }


def _renstra_setahun(data: Data, i: Indikator, d: DefinisiIndikator | None) -> Angka | None:
    if d is None or d.akumulasi_renstra != AkumulasiRenstra.KUMULATIF:
        return None
    kumulatif = {
        th: t.nilai for (pk, th), t in data.target_renstra.items() if pk == i.pk and t.nilai is not None
    }
    bagian = bagian_setahun(kumulatif, data.tahun)
    return angka_nilai(None if bagian is None else Terbaca(bagian), d)


def _periode(
    s: Susunan, i: Indikator, d: DefinisiIndikator | None, bukti: dict[int, int]
) -> Iterator[FaktaPeriode]:
    ukur = s.data.pengukuran.get((i.pk, s.data.tahun))
    if ukur is None:
        return
    baris = s.data.realisasi.get(ukur.pk, {})
    diminta: Iterable[Periode] = (Periode.TAHUN,)
    if ukur.cara != CaraUkur.SETAHUN:
        diminta = PERIODE_FREKUENSI[Frekuensi(d.frekuensi) if d else Frekuensi.TRIWULAN]
    for p in diminta:
        r = baris.get(p)
        terisi = r is not None and (
            r.nilai is not None or r.predikat_id is not None or r.pembilang is not None
        )
        yield FaktaPeriode(
            p.label,
            terisi,
            r.berlaku if r else True,
            bukti.get(r.pk, 0) if r else 0,
            r.keterangan.strip() if r and not r.berlaku else "",
        )


def _bukti(laporan: Laporan) -> dict[int, int]:
    """Files in force for each value: one that was replaced does not count."""
    return dict(
        Bukti.objects.filter(
            realisasi__pengukuran__indikator__perangkat_daerah=laporan.perangkat_daerah_id,
            realisasi__pengukuran__tahun=laporan.tahun,
            pengganti=None,
        )
        .values("realisasi")
        .annotate(jumlah=Count("pk"))
        .values_list("realisasi", "jumlah")
    )


def _alasan_pk(s: Susunan) -> dict[int, list[tuple[str, str]]]:
    """Reasons that were written when the PK in force was set (kinerja.peringatan_pk)."""
    pk = s.data.pk_berlaku(s.data.tahun)
    hasil: dict[int, list[tuple[str, str]]] = {}
    for a in AlasanPeringatan.objects.filter(perjanjian=pk) if pk else ():
        if a.indikator_id is not None:
            hasil.setdefault(a.indikator_id, []).append((PeringatanPK(a.kode).value, a.alasan))
    return hasil
