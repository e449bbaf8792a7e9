"""Writes a workbook into the database: all of it in one transaction, or a trial that is taken back.

The check is the same work as the real write, in a transaction that is rolled back: what a check accepted
cannot be refused later for another reason than that the data changed meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from organisasi.jejak import catat
from organisasi.models import Pengguna, PerangkatDaerah
from pelaporan.buku.baca import IsiBuku, baca_isi, baca_kepala
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.banding import Keadaan, RencanaBaris, RencanaLembar, bandingkan
from pelaporan.buku.kolom import kanon
from pelaporan.buku.lembar import SEMUA
from pelaporan.buku.skema import BarisSalah, LembarIsi, Temuan
from sakip.umum.excel.baca import BerkasDitolak, BukuBaca

BUKAN_ADMIN = "Perangkat daerah baru hanya dibuat admin kabupaten."
TAK_TERLIHAT = "Buku kerja ini milik perangkat daerah yang tidak dikenal, atau di luar tugas Anda."
SATU_BARIS = "Tulis tepat satu perangkat daerah pada lembar Organisasi."


class _Batal(Exception):
    """Ends a trial."""


@dataclass
class HasilBuku:
    """What a workbook does: a plan for each sheet, what is wrong, and which office it is of."""

    b: Bahan
    isi: IsiBuku
    lembar: list[RencanaLembar] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)

    def hitung(self, keadaan: Keadaan) -> int:
        """Return how many rows of the whole workbook are in a state."""
        return sum(satu.hitung(keadaan) for satu in self.lembar)

    @property
    def is_ditolak(self) -> bool:
        """Whether anything stands in the way; then nothing is written."""
        return bool(self.temuan)

    def angka(self) -> dict[str, Any]:
        """Return what ``unggah_buku_kerja --json`` prints."""
        hasil: dict[str, Any] = {k.value: self.hitung(k) for k in Keadaan}
        hasil["temuan"] = [
            {"lembar": t.lembar, "sel": t.sel, "kode": t.kode, "pesan": t.kalimat} for t in self.temuan
        ]
        return hasil

    def sidik(self) -> str:
        """Return a hash of everything that would change, to tell whether a preview still holds."""
        semua = [
            [
                satu.isi.lembar.nama,
                r.baris.nomor,
                k,
                kanon(r.ada.nilai[k]) if r.ada else "",
                kanon(r.nilai[k]),
            ]
            for satu in self.lembar
            for r in satu.baris
            if r.keadaan in (Keadaan.BARU, Keadaan.BERUBAH)
            for k in sorted(r.ubah)
        ]
        return hashlib.sha256(json.dumps(semua).encode()).hexdigest()


def periksa_buku(
    mentah: BukuBaca, pengguna: Pengguna | None, kantor: PerangkatDaerah | None = None
) -> HasilBuku:
    """Return what a workbook would do; nothing stays written.

    ``kantor`` is the office on whose page it was handed in: a workbook of another one is refused. Raises
    BerkasDitolak.
    """
    return _jalankan(mentah, pengguna, kantor, "", simpan=False)


def terapkan_buku(
    mentah: BukuBaca, pengguna: Pengguna | None, kantor: PerangkatDaerah | None = None, alasan: str = ""
) -> HasilBuku:
    """Write a workbook, or nothing where anything stands in the way. Raises BerkasDitolak."""
    return _jalankan(mentah, pengguna, kantor, alasan, simpan=True)


def _jalankan(
    mentah: BukuBaca, pengguna: Pengguna | None, harap: PerangkatDaerah | None, alasan: str, *, simpan: bool
) -> HasilBuku:
    slug, tahun = baca_kepala(mentah)
    kantor = _kantor(slug, pengguna)
    b = Bahan(kantor, tahun, pengguna)
    isi = baca_isi(mentah, b)
    if kantor is None and (ada := _kantor_dari_isi(isi, pengguna)) is not None:
        b = Bahan(ada, tahun, pengguna)
    if harap is not None and (b.kantor is None or b.kantor.pk != harap.pk):
        raise BerkasDitolak(
            "kantor_lain", f"Buku kerja ini bukan milik {harap.nama}. Unggah di halaman pemiliknya."
        )
    if b.kantor is not None:
        hasil = _bandingkan_semua(b, isi)
        if not any(r.keadaan in _DITULIS for satu in hasil.lembar for r in satu.baris):
            return hasil
        if simpan and hasil.is_ditolak:
            return hasil
    else:
        hasil = HasilBuku(b, isi)
    if alasan:
        b.alasan_riwayat = alasan[:100]
    try:
        with transaction.atomic():
            if b.kantor is None:
                hasil = _kantor_baru(hasil)
            _tulis_semua(hasil)
            if not simpan or hasil.is_ditolak:
                raise _Batal
            _catat(hasil)
    except _Batal:
        pass
    return hasil


_DITULIS = (Keadaan.BARU, Keadaan.BERUBAH)


def _kantor(slug: str, pengguna: Pengguna | None) -> PerangkatDaerah | None:
    """Return the office that the file names, None where it is to be made.

    A workbook of another server may name one that is not here: who may make offices makes it. Raises
    BerkasDitolak where the person may not see it.
    """
    if not slug:
        return None
    semua = PerangkatDaerah.objects.select_related("pemda")
    kantor = (semua.untuk(pengguna) if pengguna else semua).filter(slug=slug).first()
    if kantor is None:
        if Bahan(None, 2000, pengguna).is_admin and not semua.filter(slug=slug).exists():
            return None
        raise BerkasDitolak("kantor", TAK_TERLIHAT)
    hasil: PerangkatDaerah = kantor
    return hasil


def _baris_organisasi(isi: IsiBuku) -> LembarIsi:
    lembar = isi.lembar.get("Organisasi")
    if lembar is None or len(lembar.baris) != 1:
        raise BerkasDitolak("organisasi", SATU_BARIS)
    return lembar


def _kantor_dari_isi(isi: IsiBuku, pengguna: Pengguna | None) -> PerangkatDaerah | None:
    """Return the office that a blank workbook names on its sheet, where there is one already."""
    slug = str(_baris_organisasi(isi).baris[0].nilai["slug"])
    return _kantor(slug, pengguna) if PerangkatDaerah.objects.filter(slug=slug).exists() else None


def _kantor_baru(hasil: HasilBuku) -> HasilBuku:
    """Make the office that the workbook describes, and read the other sheets for it."""
    b, lembar = hasil.b, _baris_organisasi(hasil.isi)
    if not b.is_admin:
        raise BerkasDitolak("izin", BUKAN_ADMIN)
    rencana = bandingkan(b, lembar)
    r = rencana.baris[0]
    baru = Bahan(None, b.tahun, b.pengguna)
    if r.keadaan is Keadaan.BARU:
        try:
            baru = _simpan_kantor(b, r)
            r.is_tertulis = True
        except BarisSalah as galat:
            _tolak(r, galat)
    baru.is_baru = True
    baru.alasan_riwayat = b.alasan_riwayat
    if baru.kantor is None:
        hasil.lembar = [rencana]
        _kumpulkan(hasil)
        return hasil
    selebihnya = _bandingkan_semua(baru, hasil.isi, tanpa=("Organisasi",))
    selebihnya.lembar.insert(0, rencana)
    return selebihnya


def _simpan_kantor(b: Bahan, r: RencanaBaris) -> Bahan:
    pemda = b.cari("pemda", r.nilai["pemda"], "pemda")
    if (
        b.pengguna is not None
        and not b.pengguna.pelaku.is_semua
        and pemda.pk not in b.pengguna.pelaku.pemda_terlihat
    ):
        raise BarisSalah({"pemda": "Pilih pemerintah daerah Anda sendiri."}, "izin")
    kantor = PerangkatDaerah(pemda=pemda, **{k: r.nilai[k] for k in r.nilai if k != "pemda"})
    b.simpan(kantor, {k: k for k in r.nilai})
    return Bahan(kantor, b.tahun, b.pengguna)


def _bandingkan_semua(b: Bahan, isi: IsiBuku, tanpa: tuple[str, ...] = ()) -> HasilBuku:
    hasil = HasilBuku(b, isi)
    for lembar in SEMUA:
        satu = isi.lembar.get(lembar.nama)
        if satu is None or lembar.nama in tanpa:
            continue
        rencana = bandingkan(b, satu)
        if any(t.kode == "kolom_hilang" for t in satu.salah):
            _tolak_semua(rencana)
        hasil.lembar.append(rencana)
        for r in rencana.baris:
            _catat_tertolak(b, rencana, r)
    _kumpulkan(hasil)
    return hasil


def _catat_tertolak(b: Bahan, satu: RencanaLembar, r: RencanaBaris) -> None:
    """Remember a new row that is refused: rows of other sheets that name it only wait for it."""
    if r.ada is not None or r.keadaan is not Keadaan.DITOLAK or not r.salah:
        return
    daftar, nama = satu.isi.lembar.nama_daftar(r.nilai)
    if daftar and nama and nama not in b.daftar[daftar]:
        sel = satu.isi.sel(r.baris, next(iter(r.salah)))
        b.tertolak.setdefault(daftar, {})[nama] = f"{satu.isi.lembar.nama}!{sel}"


def _tolak_semua(rencana: RencanaLembar) -> None:
    """Without its columns no row of a sheet can be read rightly; what is missing is said once."""
    for r in rencana.baris:
        r.keadaan, r.salah = Keadaan.DITOLAK, {}


def _kumpulkan(hasil: HasilBuku) -> None:
    """List what is wrong, sheet by sheet and row by row."""
    hasil.temuan = list(hasil.isi.salah)
    for satu in hasil.lembar:
        hasil.temuan += satu.isi.salah
        for r in satu.baris:
            for kolom, galat in r.salah.items():
                hasil.temuan.append(Temuan.dari(satu.isi.lembar.nama, satu.isi.sel(r.baris, kolom), galat))


# Writing --------------------------------------------------------------------------------------------


def _tulis_semua(hasil: HasilBuku) -> None:
    for satu in hasil.lembar:
        tunggu = [r for r in satu.baris if r.keadaan in _DITULIS and not r.is_tertulis]
        while tunggu:
            tunda = [r for r in tunggu if not _tulis_satu(hasil.b, satu, r)]
            if len(tunda) == len(tunggu):
                for r in tunda:
                    assert r.menunggu is not None
                    _tolak(r, r.menunggu)
                    _catat_tertolak(hasil.b, satu, r)
                break
            tunggu = tunda
    _penutup(hasil)
    _kumpulkan(hasil)


def _tulis_satu(b: Bahan, satu: RencanaLembar, r: RencanaBaris) -> bool:
    """Write a row; False where it names a row that is not written yet, so that it waits."""
    b.kini = r
    try:
        r.nilai = satu.isi.lembar.normal(b, r.nilai)
        with transaction.atomic():
            satu.isi.lembar.tulis(b, r.ada, r.nilai, r.ubah)
    except BarisSalah as galat:
        if all(s.kode == "tak_dikenal" for s in galat.salah.values()):
            r.menunggu = galat
            return False
        _tolak(r, galat)
        _catat_tertolak(b, satu, r)
    return True


def _penutup(hasil: HasilBuku) -> None:
    for r, tindakan in hasil.b.penutup:
        if r.keadaan is Keadaan.DITOLAK:
            continue
        try:
            with transaction.atomic():
                tindakan()
        except BarisSalah as galat:
            _tolak(r, galat)


def _tolak(r: RencanaBaris, galat: BarisSalah) -> None:
    for kolom, salah in galat.salah.items():
        r.tolak(kolom, salah)


def _catat(hasil: HasilBuku) -> None:
    b = hasil.b
    assert b.kantor is not None
    uraian = f"{hasil.hitung(Keadaan.BARU)} baris baru, {hasil.hitung(Keadaan.BERUBAH)} berubah"
    catat(
        "Buku kerja diterapkan",
        b.kantor,
        oleh=b.pengguna,
        kantor=b.kantor,
        peran=b.sebut_peran,
        uraian=uraian,
    )
