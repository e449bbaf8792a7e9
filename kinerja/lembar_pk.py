"""What the pages of Perjanjian Kinerja show, as printed rows: read in a constant number of queries."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.db.models import Count

from anggaran.models import PaguAnggaran
from kinerja.bahan_pk import (
    PKGagal,
    dpa_pada,
    is_kepala,
    isi_pagu,
    isi_target,
    jabatan_ber_pk,
    sebut_satuan,
    sebut_target,
    target_berurut,
    target_renstra,
    usulan,
)
from kinerja.beda_pk import BedaPagu, IsiPagu, Ubah, bandingkan
from kinerja.forms_nilai import Skala
from kinerja.forms_perjanjian import LembarPK, build_lembar
from kinerja.models import AlasanPeringatan, Indikator, PerjanjianKinerja
from kinerja.pilihan import PeringatanPK
from kinerja.tanggung_jawab import definisi_kantor, unit_node
from kinerja.turunan_pk import IndikatorBawahan, Turunan
from organisasi.models import Jabatan, PerangkatDaerah
from sakip.umum.angka import format_angka, format_persen
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu

TANDA_UBAH = {
    Ubah.TETAP: ("lewat", "Tetap"),
    Ubah.BERUBAH: ("proses", "Berubah"),
    Ubah.BARU: ("baik", "Ditambahkan"),
    Ubah.DIHAPUS: ("awas", "Dihapus"),
}


def sebut_singkat(pk: PerjanjianKinerja) -> str:
    """Return "PK murni" or "Perubahan 1"."""
    return f"Perubahan {pk.revisi}" if pk.revisi else "PK murni"


def sebut_revisi(pk: PerjanjianKinerja) -> str:
    """Return "PK murni, 25 Januari 2023" or "Perubahan 1, 20 November 2023 (konsep)"."""
    return f"{sebut_singkat(pk)}, {format_tanggal(pk.tanggal)}{'' if pk.is_ditetapkan else ' (konsep)'}"


# The list ---------------------------------------------------------------------------------------------


@dataclass
class BarisDaftar:
    """A post with its revisions of the year."""

    jabatan: Jabatan
    semua: list[PerjanjianKinerja] = field(default_factory=list)

    @property
    def berlaku(self) -> PerjanjianKinerja | None:
        """The last set revision."""
        return next((p for p in reversed(self.semua) if p.is_ditetapkan), None)

    @property
    def konsep(self) -> PerjanjianKinerja | None:
        """The draft."""
        return next((p for p in self.semua if not p.is_ditetapkan), None)

    @property
    def tampil(self) -> PerjanjianKinerja | None:
        """What the row speaks of: the set revision, else the draft."""
        return self.berlaku or self.konsep

    @property
    def revisi(self) -> list[tuple[PerjanjianKinerja, str]]:
        """All revisions with their names."""
        return [(p, sebut_revisi(p)) for p in self.semua]


def muat_daftar(kantor: PerangkatDaerah, tahun: int) -> list[BarisDaftar]:
    """Return the posts of an office with their revisions of a year: two queries."""
    baris = {j.pk: BarisDaftar(j) for j in jabatan_ber_pk(kantor)}
    for pk in (
        PerjanjianKinerja.objects.filter(jabatan__perangkat_daerah=kantor, tahun=tahun)
        .select_related("pihak_pertama__pegawai")
        .annotate(jumlah_target=Count("target"))
        .order_by("revisi")
    ):
        baris[pk.jabatan_id].semua.append(pk)
    return list(baris.values())


def pratinjau_baru(
    jabatan: Jabatan,
    tahun: int,
    tanggal: datetime.date | None,
    pihak: Callable[[Jabatan, datetime.date], Any],
) -> dict[str, Any]:
    """Return what a new PK would hold, and what is missing for it."""
    kantor = jabatan.perangkat_daerah
    assert kantor is not None
    hari = tanggal or datetime.date(tahun, 1, 31)
    dpa = dpa_pada(kantor, tahun, hari)
    definisi = definisi_kantor(kantor, tahun)
    kurang, pertama, kedua = "", "", ""
    try:
        pertama, kedua = (str(p) for p in pihak(jabatan, hari))
    except PKGagal as galat:
        kurang = str(galat)
    dipakai = [u for u in usulan(jabatan, tahun, dpa) if u.is_diusulkan]
    return {
        "usulan": [
            {
                "nama": u.indikator.nama,
                "satuan": sebut_satuan(definisi.get(u.indikator.pk)),
                "target": sebut_target(u.target, definisi.get(u.indikator.pk)),
                "sumber": u.sumber,
            }
            for u in dipakai
        ],
        "pihak_pertama": pertama,
        "pihak_kedua": kedua,
        "dpa": dpa.nama if dpa else "",
        "kurang": kurang,
    }


# One revision -------------------------------------------------------------------------------------------


def sebut_node(i: Indikator) -> str:
    """Return what an indicator measures: the sasaran, or the name of the programme node."""
    node = i.node
    return node.uraian if i.tujuan_id or i.sasaran_id else str(node)  # type: ignore[union-attr]


def muat_rincian(pk: PerjanjianKinerja) -> dict[str, Any]:
    """Return everything that the page of one revision shows."""
    kantor = pk.jabatan.perangkat_daerah
    assert kantor is not None
    definisi = definisi_kantor(kantor, pk.tahun)
    target = [
        {
            "node": sebut_node(t.indikator),
            "nama": t.indikator.nama,
            "satuan": sebut_satuan(definisi.get(t.indikator_id)),
            "target": sebut_target(t, definisi.get(t.indikator_id)),
            "kosong": t.is_kosong,
        }
        for t in target_berurut(pk)
    ]
    semua = list(PerjanjianKinerja.objects.filter(jabatan=pk.jabatan_id, tahun=pk.tahun).order_by("revisi"))
    terakhir = next((p for p in reversed(semua) if p.is_ditetapkan), None)
    konsep = next((p for p in semua if not p.is_ditetapkan), None)
    pagu = muat_pagu(pk)
    return {
        "pk": pk,
        "target": target,
        "pagu": [(p.kode, p.nama, format_angka(p.nilai, 0)) for p in pagu],
        "jumlah_pagu": format_angka(sum((p.nilai for p in pagu), 0 * pagu[0].nilai), 0) if pagu else "",
        "sebutan_pagu": "Program" if is_kepala(pk.jabatan) else "Kegiatan dan sub kegiatan",
        "is_kepala": is_kepala(pk.jabatan),
        "fakta": _fakta(pk),
        "alasan": _alasan(pk),
        "lain": [(p, sebut_revisi(p)) for p in semua if p.pk != pk.pk],
        "boleh_revisi": konsep is None and terakhir is not None and terakhir.pk == pk.pk,
        "konsep": konsep,
        "is_berlaku": terakhir is not None and terakhir.pk == pk.pk,
        "digantikan": terakhir if pk.is_ditetapkan and terakhir and terakhir.pk != pk.pk else None,
        "berpunya_bawahan": Jabatan.objects.filter(atasan=pk.jabatan_id).exists(),
    }


def _fakta(pk: PerjanjianKinerja) -> list[tuple[str, str]]:
    hasil = [
        ("Nomor", pk.nomor or "Tanpa nomor"),
        ("Tanggal", format_tanggal(pk.tanggal)),
        ("Pihak pertama", str(pk.pihak_pertama)),
        ("Pihak kedua", str(pk.pihak_kedua)),
        ("DPA", _sebut_dpa(pk)),
    ]
    if pk.revisi:
        hasil[2:2] = [
            ("Alasan", pk.get_alasan_display()),
            ("Uraian", pk.uraian_alasan or "Belum diisi"),
            ("Rujukan", "PermenPANRB 53/2014"),
        ]
    if pk.ditetapkan_pada is not None:
        oleh = f" oleh {pk.ditetapkan_oleh}" if pk.ditetapkan_oleh else ""
        hasil.append(("Ditetapkan", sebut_waktu(pk.ditetapkan_pada) + oleh))
    return hasil


def _sebut_dpa(pk: PerjanjianKinerja) -> str:
    if pk.dpa is None:
        return "Belum dipilih"
    return f"{pk.dpa.nama}, {format_tanggal(pk.dpa.tanggal)}" if pk.dpa.tanggal else pk.dpa.nama


def _alasan(pk: PerjanjianKinerja) -> list[dict[str, str]]:
    return [
        {
            "peringatan": PeringatanPK(a.kode).label,
            "indikator": a.indikator.nama if a.indikator else "",
            "alasan": a.alasan,
            "oleh": f"{a.oleh or 'sistem'}, {sebut_waktu(a.pada)}",
        }
        for a in AlasanPeringatan.objects.filter(perjanjian=pk).select_related("indikator", "oleh")
    ]


def muat_pagu(pk: PerjanjianKinerja) -> list[IsiPagu]:
    """Return what a PK prints of the budget: programmes for the head, nodes of the unit for others."""
    if is_kepala(pk.jabatan):
        return isi_pagu(pk.dpa) or []
    semua = PaguAnggaran.objects.filter(dpa=pk.dpa_id).select_related(
        "program__nomenklatur", "kegiatan__nomenklatur", "kegiatan__program",
        "sub_kegiatan__nomenklatur", "sub_kegiatan__kegiatan__program",
    )  # fmt: skip
    milik = [p for p in semua if unit_node(p.node) == pk.jabatan.unit_id] if pk.dpa_id else []
    return sorted((IsiPagu(p.node.kode, p.node.nama, p.nilai) for p in milik), key=lambda p: p.kode)


def muat_lembar(pk: PerjanjianKinerja, skala: Skala) -> LembarPK:
    """Return the rows of a draft."""
    kantor = pk.jabatan.perangkat_daerah
    assert kantor is not None
    definisi = definisi_kantor(kantor, pk.tahun)
    return build_lembar(
        target_berurut(pk),
        usulan(pk.jabatan, pk.tahun, pk.dpa),
        definisi,
        target_renstra(kantor, pk.tahun, definisi),
        skala,
    )


# Difference ------------------------------------------------------------------------------------------------


def muat_beda(lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> dict[str, Any]:
    """Return the difference of two revisions of one post, as printed."""
    kantor = baru.jabatan.perangkat_daerah
    assert kantor is not None
    definisi = definisi_kantor(kantor, baru.tahun)
    hasil = bandingkan(
        isi_target(target_berurut(lama), definisi),
        isi_target(target_berurut(baru), definisi),
        muat_pagu(lama) if lama.dpa else None,
        muat_pagu(baru) if baru.dpa else None,
    )
    semua = PerjanjianKinerja.objects.filter(jabatan=baru.jabatan_id, tahun=baru.tahun).order_by("revisi")
    nama = {p.pk: f"Perubahan {p.revisi}" if p.revisi else "Murni" for p in (lama, baru)}
    return {
        "pk": baru,
        "lama": lama,
        "judul": f"{sebut_singkat(baru)} terhadap {sebut_singkat(lama)}",
        "kalimat": hasil.kalimat,
        "nama_lama": nama[lama.pk],
        "nama_baru": nama[baru.pk],
        "tanggal_lama": format_tanggal(lama.tanggal),
        "tanggal_baru": format_tanggal(baru.tanggal),
        "target": [(t, *TANDA_UBAH[t.ubah], t.ubah is Ubah.TETAP) for t in hasil.target],
        "pagu": [_cetak_pagu(p) for p in hasil.pagu],
        "jumlah": _cetak_pagu(hasil.jumlah) if hasil.jumlah else None,
        "tanpa_dpa": [sebut_revisi(p) for p in (lama, baru) if p.dpa is None],
        "fakta": _fakta(baru),
        "pilihan": [(p.pk, sebut_revisi(p)) for p in semua if p.pk != baru.pk],
    }


def _cetak_pagu(p: BedaPagu) -> dict[str, Any]:
    tanda, kata = TANDA_UBAH[p.ubah]
    return {
        "kode": p.kode,
        "nama": p.nama,
        "lama": "" if p.lama is None else format_angka(p.lama, 0),
        "baru": "" if p.baru is None else format_angka(p.baru, 0),
        "selisih": bertanda(format_angka(p.selisih, 0), p.selisih > 0),
        "persen": "" if p.persen is None or not p.selisih else _persen(p.persen),
        "tanda": tanda,
        "kata": kata,
        "tetap": p.ubah is Ubah.TETAP,
    }


def _persen(nilai: Fraction) -> str:
    return bertanda(format_persen(nilai), nilai > 0)


def bertanda(teks: str, positif: bool) -> str:
    """Return a difference with its sign."""
    return f"+{teks}" if positif else teks


# Who takes over --------------------------------------------------------------------------------


@dataclass(frozen=True)
class BarisInduk:
    """A subordinate's indicator with what it may hang on; ``pilihan`` holds (key, name)."""

    bawahan: IndikatorBawahan
    pilihan: tuple[tuple[int, str], ...]


def baris_induk(data: Turunan) -> list[BarisInduk]:
    """Return the rows of the form: what hangs on none first, each with the superior's indicators."""
    atasan = [(a.indikator.pk, a.indikator.nama) for a in data.atasan]
    urut = [*data.lepas, *(b for a in data.atasan for b in a.turunan)]
    hasil = []
    for b in urut:
        pilihan = [(k, n) for k, n in atasan if k != b.indikator.pk]
        if b.induk_id is not None and b.induk_id not in {k for k, _ in pilihan}:
            assert b.indikator.induk is not None
            pilihan.append((b.induk_id, b.indikator.induk.nama))
        hasil.append(BarisInduk(b, tuple(pilihan)))
    return hasil
