"""Items of measurement: cells to fill and repair, evidence, quarters to send, check, approve and reopen."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import islice

from django.urls import reverse
from django.utils import timezone

from kinerja.alur import pengisi
from kinerja.isian import TRIWULAN, BarisKinerja, KeadaanSel
from kinerja.models import CatatanPemeriksaan, PermintaanBuka, TahapPengukuran
from kinerja.pilihan import NAMA_TRIWULAN, Keputusan, Tahap
from organisasi.izin import Pelaku
from organisasi.models import UnitKerja
from organisasi.pilihan import PERENCANA, Peran
from pelaporan.tenggat import sebulan_setelah, tenggat_langkah
from pelaporan.tugas_bahan import BahanTugas, Baris, kunci_baris, nama_baris
from pelaporan.tugas_butir import TERBANYAK, ButirTugas, Kembalian
from sakip.umum.tanggal import format_tanggal
from sakip.umum.teks import huruf_awal_kecil


def unit_diisi(bahan: BahanTugas, pelaku: Pelaku) -> list[UnitKerja]:
    """Return the units that a person fills: those of his tasks; a verifikator those without staff too."""
    sendiri = pelaku.unit_di(bahan.kantor.pk)
    pengganti = pelaku.is_peran(bahan.kantor.pk, Peran.VERIFIKATOR)
    return [
        u
        for u in bahan.isian.unit_bertugas()
        if u.pk in sendiri or (pengganti and u.pk not in bahan.unit_berstaf)
    ]


def sebut_triwulan(triwulan: int) -> str:
    """ "triwulan IV", inside a sentence."""
    return huruf_awal_kecil(NAMA_TRIWULAN[triwulan])


class PembuatUkur:
    """Makes the items of one office and year."""

    def __init__(self, bahan: BahanTugas, pelaku: Pelaku) -> None:
        self.bahan, self.pelaku = bahan, pelaku
        self.isian = bahan.isian
        self._verifikator = pelaku.is_peran(bahan.kantor.pk, Peran.VERIFIKATOR)

    # Who fills ----------------------------------------------------------------------------------------

    def pengisian(self) -> Iterator[ButirTugas]:
        """Yield what is to be filled, repaired, proved and sent in the person's units.

        Of a unit without staff the verifikator sees the first step only; its closed quarters stand in
        ``pembukaan``.
        """
        for unit in unit_diisi(self.bahan, self.pelaku):
            for triwulan in TRIWULAN:
                if not self.bahan.is_diisi(unit.pk, triwulan):
                    continue
                if self.bahan.is_terbuka(unit.pk, triwulan):
                    semua = self._terbuka(unit, triwulan)
                    sendiri = unit.pk in self.pelaku.unit_di(self.bahan.kantor.pk)
                    yield from semua if sendiri else islice(semua, 1)
                elif self.bahan.is_tertutup(unit.pk, triwulan) and not self._verifikator:
                    yield self._tertutup(unit, triwulan)

    def _terbuka(self, unit: UnitKerja, triwulan: int) -> Iterator[ButirTugas]:
        diperbaiki = list(self._perbaiki(unit, triwulan))
        kosong = self.isian.kosong(unit.pk, triwulan)
        yield from diperbaiki
        yield from self._isi(unit, triwulan, kosong)
        yield from self._bukti(unit, triwulan)
        if not kosong and not diperbaiki:
            lagi = self.bahan.kembali(unit.pk, triwulan) is not None
            yield self._butir(
                f"kirim:{unit.pk}",
                unit,
                triwulan,
                judul=f"Kirim {'lagi ' if lagi else ''}isian {sebut_triwulan(triwulan)}",
                rincian=f"{unit.nama}. Semua sudah {'diperbaiki' if lagi else 'terisi'}, belum dikirim.",
                alamat=self._halaman_unit(unit, triwulan),
                tombol="Kirim",
            )

    def _isi(self, unit: UnitKerja, triwulan: int, kosong: Sequence[Baris]) -> Iterator[ButirTugas]:
        if len(kosong) > self._batas(unit):
            yield self._butir(
                f"isi:{unit.pk}",
                unit,
                triwulan,
                judul=f"Isian {sebut_triwulan(triwulan)}: {len(kosong)} belum diisi",
                rincian=f"{unit.nama}. Mulai dari {nama_baris(kosong[0])}.",
                alamat=self._sel(kosong[0], triwulan),
                tombol="Isi",
                jumlah=len(kosong),
            )
            return
        for baris in kosong:
            yield self._butir(
                f"isi:{unit.pk}",
                unit,
                triwulan,
                judul=f"{self._sebut(baris)} {sebut_triwulan(triwulan)}: {nama_baris(baris)}",
                rincian=f"{unit.nama}. Belum diisi.",
                alamat=self._sel(baris, triwulan),
                tombol="Isi",
            )

    def _bukti(self, unit: UnitKerja, triwulan: int) -> Iterator[ButirTugas]:
        kurang = [
            b
            for b in self.isian.kinerja
            if b.unit_id == unit.pk
            and b.keadaan(triwulan) is KeadaanSel.TERISI
            and (sel := b.sel(triwulan)) is not None
            and sel.pk not in self.bahan.berbukti
        ]
        banyak = len(kurang) > self._batas(unit)
        for b in kurang[:1] if banyak else kurang:
            apa = f"{len(kurang)} isian" if banyak else nama_baris(b)
            yield self._butir(
                f"bukti:{unit.pk}",
                unit,
                triwulan,
                judul=f"Bukti {sebut_triwulan(triwulan)}: {apa}",
                rincian=f"{unit.nama}. Realisasi sudah terisi, berkas belum diunggah."
                + (f" Mulai dari {nama_baris(b)}." if banyak else ""),
                alamat=self._alamat("baris_kinerja", triwulan, b.indikator.pk) + "#bukti",
                tombol="Unggah",
                jumlah=len(kurang) if banyak else 1,
            )

    def _tertutup(self, unit: UnitKerja, triwulan: int) -> ButirTugas:
        ringkas = self.isian.ringkas(unit.pk, triwulan)
        kurang = f"{ringkas.kurang} dari {ringkas.diminta} isian belum diisi"
        return self._butir(
            f"tutup:{unit.pk}",
            unit,
            triwulan,
            judul=f"{NAMA_TRIWULAN[triwulan]}: {kurang if ringkas.kurang else 'terisi, belum dikirim'}",
            rincian=f"{unit.nama}. Jendela sudah ditutup. Verifikator dapat meminta dibuka kembali.",
            alamat=self._halaman_unit(unit, triwulan),
            tombol="Lihat",
            jumlah=max(ringkas.kurang, 1),
        )

    # What was given back --------------------------------------------------------------------------------

    def kembalian(self) -> Iterator[Kembalian]:
        """Yield the quarters of the person's units that were given back and why."""
        for unit in unit_diisi(self.bahan, self.pelaku):
            for triwulan in TRIWULAN:
                langkah = self.bahan.kembali(unit.pk, triwulan)
                if langkah is None:
                    continue
                catatan = self.bahan.catatan[langkah.pk]
                yield Kembalian(
                    judul=f"{NAMA_TRIWULAN[triwulan]}, {unit.nama}",
                    oleh=str(langkah.oleh or ""),
                    pada=timezone.localtime(langkah.pada),
                    catatan=langkah.catatan,
                    ditandai=len(catatan),
                    diperbaiki=sum(1 for c in catatan if self._is_diperbaiki(c, langkah)),
                    alamat=self._halaman_unit(unit, triwulan),
                )

    def _perbaiki(self, unit: UnitKerja, triwulan: int) -> Iterator[ButirTugas]:
        langkah = self.bahan.kembali(unit.pk, triwulan)
        for c in self.bahan.catatan[langkah.pk] if langkah else ():
            baris = self._baris(c)
            if langkah is None or baris is None or self._is_diperbaiki(c, langkah):
                continue
            yield self._butir(
                f"perbaiki:{unit.pk}",
                unit,
                triwulan,
                judul=f"{self._sebut(baris)} {sebut_triwulan(triwulan)}: {nama_baris(baris)}",
                rincian=f"Dikembalikan {langkah.oleh or 'pemeriksa'}: {c.catatan}",
                alamat=self._sel(baris, triwulan),
                tombol="Perbaiki",
            )

    def _baris(self, catatan: CatatanPemeriksaan) -> Baris | None:
        if catatan.realisasi_id is not None:
            return self.bahan.baris_kinerja.get(catatan.realisasi_id)
        return self.bahan.baris_anggaran.get(catatan.realisasi_anggaran_id or 0)

    def _is_diperbaiki(self, catatan: CatatanPemeriksaan, langkah: TahapPengukuran) -> bool:
        """Whether the row was saved again after the quarter went back."""
        baris = self._baris(catatan)
        if baris is None:
            return True
        sel = baris.sel(langkah.triwulan)
        return sel is not None and sel.diisi_pada is not None and sel.diisi_pada > langkah.pada

    # Who checks and approves --------------------------------------------------------------------------------

    def pemeriksaan(self) -> Iterator[ButirTugas]:
        """Yield quarters that wait to be checked by this person: never what he entered himself.

        The camat checks what every verifikator had a hand in.
        """
        verifikator = self._verifikator
        camat = self.pelaku.is_peran(self.bahan.kantor.pk, Peran.CAMAT)
        for unit, triwulan, langkah in self._pada(Tahap.DIKIRIM) if verifikator or camat else ():
            siapa = pengisi(self.isian, unit.pk, triwulan)
            if self.pelaku.pengguna_id in siapa or not (verifikator or self.bahan.verifikator <= siapa):
                continue
            yield self._langkah(
                "periksa", unit, triwulan, langkah, judul="Periksa isian", sudah="Dikirim", tombol="Periksa"
            )

    def persetujuan(self) -> Iterator[ButirTugas]:
        """Yield quarters that wait for the camat."""
        for unit, triwulan, langkah in self._pada(Tahap.DIPERIKSA):
            yield self._langkah(
                "setujui", unit, triwulan, langkah, judul="Setujui isian", sudah="Diperiksa", tombol="Setujui"
            )

    def perjanjian(self) -> Iterator[ButirTugas]:
        """Yield drafts of PK: to be set by who plans, to be read by the camat.

        PK murni is due a month after its DPA (PermenPANRB 53/2014).
        """
        perencana = self.pelaku.is_peran(self.bahan.kantor.pk, *PERENCANA)
        for pk in self.bahan.pk_draf:
            tanggal = pk.dpa.tanggal if pk.dpa else None
            tenggat = sebulan_setelah(tanggal) if tanggal and not pk.revisi else None
            yield ButirTugas(
                kunci=f"pk:{pk.pk}",
                judul=f"{'Tetapkan' if perencana else 'Baca konsep'} {pk.nama}: {pk.jabatan.nama}",
                rincian=f"Konsep bertanggal {format_tanggal(pk.tanggal)}, belum ditetapkan."
                + (" Paling lambat satu bulan setelah DPA." if tenggat else ""),
                tenggat=tenggat,
                alamat=self._alamat("pk_tetapkan" if perencana else "pk_rincian", pk.pk),
                tombol="Tetapkan" if perencana else "Baca",
                hari=self.bahan.hari,
                is_isian=False,
            )

    def pembukaan(self) -> Iterator[ButirTugas]:
        """Yield closed quarters that are not complete and for which nobody asked yet, for a verifikator."""
        for triwulan in TRIWULAN:
            kurang = [u for u in self.isian.unit_bertugas() if self._perlu_dibuka(u, triwulan)]
            if len(kurang) > TERBANYAK:
                nama = f"{len(kurang)} unit"
                alamat = self._alamat("pengukuran")
                yield self._buka(f"buka:{self.bahan.kantor.pk}", kurang[0], triwulan, nama, alamat)
                continue
            for unit in kurang:
                alamat = self._halaman_unit(unit, triwulan) + "#sampai"
                yield self._buka(f"buka:{unit.pk}", unit, triwulan, unit.nama, alamat)

    def _perlu_dibuka(self, unit: UnitKerja, triwulan: int) -> bool:
        minta = self.bahan.permintaan.get((unit.pk, triwulan))
        menunggu = minta is not None and minta.keputusan == Keputusan.MENUNGGU
        return (
            not menunggu
            and self.bahan.is_diisi(unit.pk, triwulan)
            and not self.bahan.is_terbuka(unit.pk, triwulan)
            and self.bahan.is_tertutup(unit.pk, triwulan)
        )

    def _buka(self, kunci: str, unit: UnitKerja, triwulan: int, nama: str, alamat: str) -> ButirTugas:
        ditolak = self.bahan.permintaan.get((unit.pk, triwulan))
        tambahan = ""
        if ditolak is not None and ditolak.keputusan == Keputusan.DITOLAK:
            tambahan = f" Permintaan terakhir ditolak {ditolak.diputus_oleh}: {ditolak.catatan_putusan}"
        return self._butir(
            kunci,
            unit,
            triwulan,
            judul=f"Minta dibuka kembali: {sebut_triwulan(triwulan)}, {nama}",
            rincian=f"Belum dikirim, jendelanya sudah ditutup.{tambahan}",
            alamat=alamat,
            tombol="Minta",
            is_isian=False,
        )

    # Helpers --------------------------------------------------------------------------------------------

    def _batas(self, unit: UnitKerja) -> int:
        """More cells than this are one item; of a unit without staff always."""
        return TERBANYAK if unit.pk in self.pelaku.unit_di(self.bahan.kantor.pk) else 1

    def _pada(self, tahap: Tahap) -> Iterator[tuple[UnitKerja, int, TahapPengukuran]]:
        """Yield the units' quarters that stand at a step, in the order of the structure."""
        for unit in self.isian.unit.values():
            for triwulan in TRIWULAN:
                langkah = self.isian.tahap.get((unit.pk, triwulan))
                if langkah is not None and langkah.tahap == tahap:
                    yield unit, triwulan, langkah

    def _langkah(
        self,
        kunci: str,
        unit: UnitKerja,
        triwulan: int,
        langkah: TahapPengukuran,
        *,
        judul: str,
        sudah: str,
        tombol: str,
    ) -> ButirTugas:
        pada = timezone.localtime(langkah.pada).date()
        return self._butir(
            f"{kunci}:{unit.pk}",
            unit,
            triwulan,
            judul=f"{judul} {sebut_triwulan(triwulan)}: {unit.nama}",
            rincian=f"{sudah} {langkah.oleh or 'pengguna'} pada {format_tanggal(pada)}.",
            alamat=self._halaman_unit(unit, triwulan),
            tombol=tombol,
            tenggat=tenggat_langkah(pada),
            is_isian=False,
        )

    def _butir(
        self,
        kunci: str,
        unit: UnitKerja,
        triwulan: int,
        *,
        judul: str,
        rincian: str,
        alamat: str,
        tombol: str,
        jumlah: int = 1,
        tenggat: datetime.date | None = None,
        is_isian: bool = True,
    ) -> ButirTugas:
        return ButirTugas(
            kunci=f"{kunci}:{self.bahan.tahun}:{triwulan}",
            judul=judul,
            rincian=rincian,
            tenggat=tenggat or self.isian.batas_isi(unit.pk, triwulan),
            alamat=alamat,
            tombol=tombol,
            hari=self.bahan.hari,
            jumlah=jumlah,
            is_isian=is_isian,
        )

    def _sebut(self, baris: Baris) -> str:
        return "Realisasi" if isinstance(baris, BarisKinerja) else "Realisasi anggaran"

    def _sel(self, baris: Baris, triwulan: int) -> str:
        nama = "kisi_kinerja" if isinstance(baris, BarisKinerja) else "kisi_anggaran"
        return f"{self._alamat(nama, triwulan)}#sel-{kunci_baris(baris)}"

    def _halaman_unit(self, unit: UnitKerja, triwulan: int) -> str:
        return self._alamat("unit_triwulan", triwulan, unit.pk)

    def _alamat(self, nama: str, *sisa: int) -> str:
        return reverse(nama, args=[self.bahan.kantor.slug, self.bahan.tahun, *sisa])


def sebut_menunggu(permintaan: PermintaanBuka) -> str:
    """Return a sentence about a request that waits for the admin kabupaten."""
    return (
        f"Permintaan membuka {sebut_triwulan(permintaan.triwulan)} {permintaan.unit.nama} sampai "
        f"{format_tanggal(permintaan.sampai)} menunggu keputusan admin kabupaten."
    )
