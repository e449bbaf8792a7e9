"""The year of an office month by month: deadlines and windows, what is done, and who answers for it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from django.urls import reverse

from anggaran.models import DPA
from kinerja.isian import DIISI, TRIWULAN
from kinerja.models import PerjanjianKinerja
from kinerja.pilihan import Tahap
from pelaporan.kemajuan import LANGKAH
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.tenggat import akhir_triwulan, sebulan_setelah, sebut_sisa, tenggat_langkah
from pelaporan.tugas_bahan import BahanTugas
from pelaporan.tugas_ukur import sebut_triwulan
from sakip.umum.tanggal import NAMA_BULAN, format_tanggal


class Keadaan(Enum):
    """State of an event: word and class of its mark."""

    SELESAI = ("Selesai", "tanda-baik")
    BERJALAN = ("Sedang berjalan", "tanda-proses")
    LEWAT = ("Lewat tenggat", "tanda-galat")
    NANTI = ("Akan datang", "tanda-kosong")
    BERLALU = ("Sudah berlalu", "tanda-lewat")  # not of this office: nothing is recorded of it here

    @property
    def label(self) -> str:
        """The word."""
        return self.value[0]

    @property
    def tanda(self) -> str:
        """The class of its mark."""
        return self.value[1]


@dataclass(frozen=True)
class Acara:
    """One event: from a day, or from ``mulai`` to ``tenggat``."""

    tenggat: datetime.date
    judul: str
    rincian: str
    siapa: str
    keadaan: Keadaan
    sisa: str = ""
    mulai: datetime.date | None = None
    alamat: str = ""

    @property
    def waktu(self) -> str:
        """ "26 Maret 2023 sampai 10 April 2023", "25 Januari 2023"."""
        if self.mulai is None or self.mulai >= self.tenggat:
            return format_tanggal(self.tenggat)
        return f"{format_tanggal(self.mulai)} sampai {format_tanggal(self.tenggat)}"


@dataclass(frozen=True)
class Bulan:
    """A month with its events."""

    nama: str
    is_kini: bool
    acara: tuple[Acara, ...]


def build_kalender(bahan: BahanTugas) -> tuple[Bulan, ...]:
    """Return the months in which something is due, from January of the year to July of the next."""
    p = _Pembuat(bahan)
    semua = sorted([*p.anggaran(), *p.perjanjian(), *p.triwulan(), *p.laporan(), *p.pemda()], key=_urutan)
    return tuple(
        Bulan(
            nama=f"{NAMA_BULAN[bulan - 1]} {tahun}",
            is_kini=(tahun, bulan) == (bahan.hari.year, bahan.hari.month),
            acara=tuple(isi),
        )
        for (tahun, bulan), isi in groupby(semua, key=lambda a: (a.tenggat.year, a.tenggat.month))
    )


def _urutan(acara: Acara) -> datetime.date:
    return acara.tenggat


class _Pembuat:
    def __init__(self, bahan: BahanTugas) -> None:
        self.bahan, self.isian, self.hari, self.tahun = bahan, bahan.isian, bahan.hari, bahan.tahun
        self.dpa = list(DPA.objects.filter(perangkat_daerah=bahan.kantor, tahun=bahan.tahun))
        self.pk = list(
            PerjanjianKinerja.objects.kepala().filter(
                jabatan__perangkat_daerah=bahan.kantor, tahun=bahan.tahun
            )
        )

    # DPA and PK ---------------------------------------------------------------------------------------

    @property
    def _dpa_murni(self) -> datetime.date | None:
        return next((d.tanggal for d in self.dpa if not d.urutan), None)

    def anggaran(self) -> Iterator[Acara]:
        """Yield the versions of the DPA that have a date; murni is expected in January."""
        if self._dpa_murni is None:
            yield self._acara(
                datetime.date(self.tahun, 1, 31), "DPA disahkan", "Tanggal pengesahan belum dicatat.",
                "Verifikator, penyusun laporan", selesai=False, alamat=self._alamat("anggaran"),
            )  # fmt: skip
        for d in self.dpa:
            if d.tanggal is not None:
                yield self._acara(
                    d.tanggal, f"{d.nama} disahkan", "" if d.is_ditetapkan else "Masih draf di aplikasi.",
                    "Verifikator, penyusun laporan", selesai=d.is_ditetapkan, alamat=self._alamat("anggaran"),
                )  # fmt: skip

    def perjanjian(self) -> Iterator[Acara]:
        """Yield the deadline of PK murni, and revisions by their dates."""
        dpa = self._dpa_murni
        murni = next((p for p in self.pk if not p.revisi), None)
        tenggat = sebulan_setelah(dpa or datetime.date(self.tahun, 1, 31))
        selesai = murni is not None and murni.is_ditetapkan
        rincian = "Paling lambat satu bulan setelah DPA disahkan."
        if murni is not None:
            rincian = f"Bertanggal {format_tanggal(murni.tanggal)}. {rincian}"
        yield self._acara(
            tenggat, "Perjanjian Kinerja", rincian, self._kepala, selesai=selesai, mulai=dpa,
            alamat=self._alamat("perjanjian"),
        )  # fmt: skip
        for p in self.pk:
            if p.revisi:
                yield self._acara(
                    p.tanggal, p.nama, str(p.get_alasan_display()), self._kepala, selesai=p.is_ditetapkan,
                    alamat=self._alamat("perjanjian"),
                )  # fmt: skip

    # Quarters -------------------------------------------------------------------------------------------

    def triwulan(self) -> Iterator[Acara]:
        """Yield the window of each quarter and the day until which it is approved."""
        for n in TRIWULAN:
            jendela = self.isian.jendela.get(n)
            akhir = akhir_triwulan(self.tahun, n)
            buka = jendela.buka if jendela else akhir + datetime.timedelta(days=1)
            baku = akhir + datetime.timedelta(days=self.bahan.kantor.pemda.hari_pengisian)
            tutup = jendela.tutup if jendela else baku
            unit = [u.pk for u in self.isian.unit_bertugas() if self.isian.ringkas(u.pk, n).diminta]
            langkah = [self.isian.keadaan(pk, n) for pk in unit]
            terkirim = sum(1 for k in langkah if k not in (DIISI, Tahap.DIKEMBALIKAN))
            disetujui = sum(1 for k in langkah if k == Tahap.DISETUJUI)
            perkiraan = "" if jendela else " Jendela belum ditetapkan; ini perkiraan."
            yield self._acara(
                tutup, f"Pengisian {sebut_triwulan(n)}",
                f"{terkirim} dari {len(unit)} unit sudah mengirim.{perkiraan}", "Staf tiap unit",
                selesai=bool(unit) and terkirim == len(unit), mulai=buka, alamat=self._alamat("pengukuran"),
            )  # fmt: skip
            yield self._acara(
                tenggat_langkah(tenggat_langkah(tutup)), f"Laporan pengukuran {sebut_triwulan(n)}",
                f"{disetujui} dari {len(unit)} unit sudah disetujui.{perkiraan}",
                f"Verifikator memeriksa, {self._kepala} menyetujui",
                selesai=bool(unit) and disetujui == len(unit), mulai=tutup, alamat=self._alamat("pengukuran"),
            )  # fmt: skip

    # The report -----------------------------------------------------------------------------------------

    def laporan(self) -> Iterator[Acara]:
        """Yield the days of the LKjIP: text, handing in, reviu, signing."""
        bahan, tenggat = self.bahan, self.bahan.tenggat
        laporan = bahan.laporan
        langkah = LANGKAH.index(laporan.status) if laporan and laporan.status in LANGKAH else 0
        tertulis = sum(1 for n in bahan.narasi.values() if n.isi.strip())
        alamat = laporan.get_absolute_url() if laporan else ""
        lkjip = f"LKjIP {self.tahun}"
        yield self._acara(
            tenggat.naskah, f"Naskah {lkjip}", f"{tertulis} dari {len(BAGIAN_NARASI)} bagian sudah ditulis.",
            "Penyusun laporan", selesai=tertulis >= len(BAGIAN_NARASI), mulai=bahan.mulai_naskah,
            alamat=alamat,
        )  # fmt: skip
        yield self._acara(
            tenggat.ajukan, f"{lkjip} diajukan", "", "Penyusun laporan", selesai=langkah >= 1, alamat=alamat
        )
        yield self._acara(
            tenggat.sahkan, f"Reviu {lkjip}", "Sebelum laporan disahkan.", "Inspektorat",
            selesai=langkah >= 2, mulai=tenggat.ajukan, alamat=alamat, milik_kita=False,
        )  # fmt: skip
        yield self._acara(
            tenggat.sahkan, f"{lkjip} disahkan dan disampaikan", "Tenggat pemerintah daerah.", self._kepala,
            selesai=langkah >= 2, alamat=alamat,
        )  # fmt: skip

    def pemda(self) -> Iterator[Acara]:
        """Yield what others do with the report after it was handed in."""
        yield self._acara(
            datetime.date(self.tahun + 1, 3, 31), f"Laporan kinerja {self.bahan.kantor.pemda.nama_lengkap}",
            "Disampaikan kepada pemerintah.", "Bagian Organisasi", selesai=False, milik_kita=False,
        )  # fmt: skip
        yield self._acara(
            datetime.date(self.tahun + 1, 7, 31), "Evaluasi AKIP internal",
            "Hasilnya (LHE) ditindaklanjuti dalam laporan berikutnya.", "Inspektorat", selesai=False,
            mulai=datetime.date(self.tahun + 1, 3, 1), milik_kita=False,
        )  # fmt: skip

    # Helpers --------------------------------------------------------------------------------------------

    @property
    def _kepala(self) -> str:
        return self.bahan.kantor.sebutan_kepala

    def _acara(
        self,
        tenggat: datetime.date,
        judul: str,
        rincian: str,
        siapa: str,
        *,
        selesai: bool,
        mulai: datetime.date | None = None,
        alamat: str = "",
        milik_kita: bool = True,
    ) -> Acara:
        keadaan = _keadaan(mulai, tenggat, self.hari, selesai=selesai, milik_kita=milik_kita)
        terhitung = keadaan not in (Keadaan.SELESAI, Keadaan.BERLALU)
        return Acara(
            tenggat, judul, rincian, siapa, keadaan, sebut_sisa(tenggat, self.hari) if terhitung else "",
            mulai, alamat,
        )  # fmt: skip

    def _alamat(self, nama: str) -> str:
        return reverse(nama, args=[self.bahan.kantor.slug, self.tahun])


def _keadaan(
    mulai: datetime.date | None,
    tenggat: datetime.date,
    hari: datetime.date,
    *,
    selesai: bool,
    milik_kita: bool,
) -> Keadaan:
    if selesai:
        return Keadaan.SELESAI
    if hari > tenggat:
        return Keadaan.LEWAT if milik_kita else Keadaan.BERLALU
    return Keadaan.BERJALAN if mulai is not None and mulai <= hari else Keadaan.NANTI
