"""The criteria that hold for a report, what the report says to each, and what the office answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q
from django.utils import timezone

from organisasi.izin import Pelaku
from organisasi.jejak import catat
from organisasi.models import Pengguna
from organisasi.pilihan import Peran
from pelaporan.kesiapan.daftar import uji
from pelaporan.kesiapan.dasar import HasilUji, KeadaanKriteria
from pelaporan.konteks import Kerangka
from pelaporan.models import JawabanKriteria, KriteriaEvaluasi, Laporan, PerangkatKriteria
from pelaporan.pemeriksaan import dengan_tanggapan
from pelaporan.periksa.jalankan import jalankan
from pelaporan.pilihan import JawabanYaTidak
from pelaporan.susun.periksa import build_bahan_periksa
from pelaporan.tautan import PembuatTautan, Tautan
from pelaporan.templatetags.lkjip import jangkar
from sakip.umum.tanggal import format_tanggal

PENJAWAB = (Peran.PENYUSUN.value, Peran.VERIFIKATOR.value, Peran.CAMAT.value)
DI_LAPORAN = "bagian"


@dataclass(frozen=True)
class BarisKriteria:
    """A criterion with what the report says, the way to it, and the newest answer of the office."""

    kriteria: KriteriaEvaluasi
    hasil: HasilUji
    tautan: Tautan | None
    jawaban: JawabanKriteria | None

    @property
    def tanda(self) -> str:
        """The shape of the state: met, not met, answered by a person, or waiting for one."""
        if self.hasil.keadaan is KeadaanKriteria.TERPENUHI:
            return "baik"
        if self.hasil.keadaan is KeadaanKriteria.BELUM:
            return "awas"
        return "proses" if self.jawaban else "kosong"

    @property
    def kata(self) -> str:
        """The word of the state; an answer is said, but never becomes "terpenuhi"."""
        if self.hasil.keadaan is KeadaanKriteria.PERLU_JAWABAN:
            return "Dijawab kantor" if self.jawaban else "Perlu jawaban"
        return "Terpenuhi" if self.hasil.keadaan is KeadaanKriteria.TERPENUHI else "Belum"

    @property
    def oleh(self) -> str:
        """Who answered and when."""
        if self.jawaban is None:
            return ""
        siapa = str(self.jawaban.oleh) if self.jawaban.oleh else "Sistem"
        return f"{siapa}, {format_tanggal(timezone.localdate(self.jawaban.pada))}"

    @property
    def is_bukti_tautan(self) -> bool:
        """Whether the evidence that was named is an address of the web."""
        return self.jawaban is not None and self.jawaban.bukti.startswith(("https://", "http://"))


@dataclass(frozen=True)
class KelompokKriteria:
    """Criteria under one heading."""

    nama: str
    baris: tuple[BarisKriteria, ...]


@dataclass(frozen=True)
class DaftarKriteria:
    """A list of criteria that holds for the report."""

    perangkat: PerangkatKriteria
    kelompok: tuple[KelompokKriteria, ...]

    @property
    def baris(self) -> tuple[BarisKriteria, ...]:
        """All rows in their order."""
        return tuple(b for k in self.kelompok for b in k.baris)

    @property
    def ringkasan(self) -> str:
        """The counts in words: "14 kriteria terpenuhi, 2 belum, 6 perlu jawaban (1 sudah dijawab kantor)"."""
        n = Counter(b.hasil.keadaan for b in self.baris)
        dijawab = sum(1 for b in self.baris if b.kata == "Dijawab kantor")
        teks = (
            f"{n[KeadaanKriteria.TERPENUHI]} kriteria terpenuhi, {n[KeadaanKriteria.BELUM]} belum, "
            f"{n[KeadaanKriteria.PERLU_JAWABAN]} perlu jawaban"
        )
        return teks + (f" ({dijawab} sudah dijawab kantor)." if dijawab else ".")


def perangkat_berlaku(laporan: Laporan) -> list[PerangkatKriteria]:
    """Return the lists that hold: one of each jenis, the government's before the national one."""
    pemda = laporan.perangkat_daerah.pemda_id
    semua = PerangkatKriteria.objects.filter(
        Q(pemda=None) | Q(pemda=pemda), mulai_tahun__lte=laporan.tahun
    ).order_by("mulai_tahun", "pk")
    terpilih: dict[str, PerangkatKriteria] = {}
    for p in sorted(semua, key=lambda x: (x.pemda_id is not None, x.mulai_tahun, x.pk)):
        terpilih[p.jenis] = p
    return sorted(terpilih.values(), key=lambda p: (p.urutan, p.kunci))


def build_kesiapan(laporan: Laporan, pelaku: Pelaku) -> tuple[DaftarKriteria, ...]:
    """Return every list with its rows; raises SusunGagal where there is no report to hold against them."""
    bahan = build_bahan_periksa(laporan)
    hasil = dengan_tanggapan(jalankan(bahan, hari=timezone.localdate()), laporan)
    perangkat = perangkat_berlaku(laporan)
    jawaban = _jawaban(laporan)
    pembuat = PembuatTautan(laporan, pelaku)
    milik: dict[int, list[BarisKriteria]] = {p.pk: [] for p in perangkat}
    for k in KriteriaEvaluasi.objects.filter(perangkat__in=perangkat).order_by("perangkat", "urutan", "pk"):
        diuji = uji(k.penguji, bahan, hasil)
        milik[k.perangkat_id].append(
            BarisKriteria(
                kriteria=k,
                hasil=diuji,
                tautan=_tautan(diuji.tautan, pembuat, bahan.konteks.kerangka),
                jawaban=jawaban.get(k.pk),
            )
        )
    return tuple(DaftarKriteria(p, tuple(_kelompok(milik[p.pk]))) for p in perangkat)


def _kelompok(baris: Iterable[BarisKriteria]) -> Iterable[KelompokKriteria]:
    for nama, isi in groupby(baris, key=lambda b: b.kriteria.kelompok):
        yield KelompokKriteria(nama, tuple(isi))


def _jawaban(laporan: Laporan) -> dict[int, JawabanKriteria]:
    """Return the newest answer of each criterion."""
    semua = JawabanKriteria.objects.filter(laporan=laporan).select_related("oleh").order_by("id")
    return {j.kriteria_id: j for j in semua}


def _tautan(tautan: str, pembuat: PembuatTautan, kerangka: Kerangka) -> Tautan | None:
    """Return a place of the report ("Lihat Tabel 3.2"), or the field that a key names."""
    jenis, _, kunci = tautan.partition(":")
    if jenis == DI_LAPORAN:
        return Tautan(
            _sebut_tempat(kunci, kerangka), f"{pembuat.laporan.get_absolute_url()}#{jangkar(kunci)}"
        )
    return pembuat.tautan(tautan)


def _sebut_tempat(kunci: str, kerangka: Kerangka) -> str:
    tabel = next((t for t in kerangka.tabel if t.kunci == kunci), None)
    if tabel is not None:
        return f"Lihat {'Gambar' if tabel.jenis == 'gambar' else 'Tabel'} {tabel.nomor}"
    judul = kerangka.bagian(kunci)
    return f"Lihat {judul.nomor} {judul.judul}" if judul.tingkat == 1 else f"Lihat {judul.judul}"


# Answers -------------------------------------------------------------------------------------------------


def boleh_jawab(pelaku: Pelaku, laporan: Laporan) -> bool:
    """Whether the person answers for the office of the report."""
    return pelaku.is_peran(laporan.perangkat_daerah_id, *PENJAWAB)


def simpan_jawaban(jawaban: JawabanKriteria, pelaku: Pelaku, oleh: Pengguna) -> JawabanKriteria:
    """Insert an answer and record the act; call it inside a transaction."""
    kantor = jawaban.laporan.perangkat_daerah
    label = JawabanYaTidak(jawaban.jawaban).label
    jawaban.oleh = oleh
    jawaban.save(force_insert=True)
    catat(
        "Kriteria dijawab",
        jawaban.laporan,
        oleh=oleh,
        kantor=kantor,
        peran=pelaku.sebut_peran(kantor.pk),
        uraian=f"{jawaban.kriteria.nomor}: {label}. {jawaban.catatan}".strip(),
    )
    return jawaban
