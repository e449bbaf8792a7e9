"""The page of a whole government: how far every office is, and the same table as a workbook. Reads only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.models import PermintaanBuka
from kinerja.pilihan import NAMA_TRIWULAN, Keputusan
from organisasi.halaman import TAHUN_PALING_AKHIR, TAHUN_PALING_AWAL, halaman_kabupaten
from organisasi.models import PerangkatDaerah
from organisasi.pilihan import Peran
from pelaporan.kabupaten import (
    KEADAAN,
    TRIWULAN,
    URUT_BAKU,
    URUTAN,
    BarisKabupaten,
    kantor_kelola,
    pilih_baris,
    susun_ubin,
    triwulan_berjalan,
)
from pelaporan.kabupaten_hitung import susun_kabupaten
from pelaporan.kabupaten_xlsx import buat_rekap
from pelaporan.models import Laporan
from pelaporan.tenggat import sebut_sisa
from sakip.umum.tanggal import angka_romawi, format_tanggal, format_waktu
from sakip.umum.unduhan import kirim_xlsx

PEMBACA = (Peran.ADMIN_KABUPATEN, Peran.INSPEKTORAT)
# (key of the order, heading); an empty key is not sortable.
KEPALA = (
    ("nama", "Perangkat daerah"),
    ("isian", "Isian"),
    ("capaian", "Capaian"),
    ("serapan", "Serapan"),
    *(("", f"TW {angka_romawi(n)}") for n in TRIWULAN),
    ("status", "LKjIP"),
)


@dataclass(frozen=True)
class KepalaKolom:
    """The heading of a column: its link sorts, and turns the order where it sorts already."""

    label: str
    alamat: str
    arah: str  # "ascending", "descending" or empty

    @property
    def kelas(self) -> str:
        """Class of the arrow."""
        return {"ascending": "urut urut-naik", "descending": "urut urut-turun"}.get(self.arah, "")


@dataclass(frozen=True)
class Pilihan:
    """What the address asks for."""

    tahun: int
    sampai: int
    cari: str
    keadaan: str
    urut: str

    def kueri(self, **ubah: Any) -> str:
        """Return the query string with some of it changed."""
        isi = {"sampai": self.sampai, "cari": self.cari, "keadaan": self.keadaan, "urut": self.urut, **ubah}
        return urlencode({k: v for k, v in isi.items() if v})

    def kepala(self) -> tuple[KepalaKolom, ...]:
        """Return the headings of the table."""
        return tuple(self._satu(kunci, label) for kunci, label in KEPALA)

    def _satu(self, kunci: str, label: str) -> KepalaKolom:
        if not kunci:
            return KepalaKolom(label, "", "")
        arah = {kunci: "ascending", f"-{kunci}": "descending"}.get(self.urut, "")
        lain = f"-{kunci}" if self.urut == kunci else kunci
        return KepalaKolom(label, f"?{self.kueri(urut=lain)}", arah)


def baca_pilihan(request: HttpRequest, tahun: int) -> Pilihan:
    """Read what the address asks for; what is not known falls back to the usual."""
    sampai = request.GET.get("sampai", "")
    keadaan = request.GET.get("keadaan", "")
    urut = request.GET.get("urut", "")
    return Pilihan(
        tahun=tahun,
        sampai=int(sampai)
        if sampai in {"1", "2", "3", "4"}
        else triwulan_berjalan(tahun, timezone.localdate()),
        cari=" ".join(request.GET.get("cari", "").split())[:80],
        keadaan=keadaan if keadaan in KEADAAN else "",
        urut=urut if urut.removeprefix("-") in URUTAN else URUT_BAKU,
    )


def wajib_tahun(tahun: int) -> None:
    """Refuse a year outside the calendar of the system."""
    if not TAHUN_PALING_AWAL <= tahun <= TAHUN_PALING_AKHIR:
        raise Http404("tahun tidak ada")


@require_safe
@halaman_kabupaten(*PEMBACA)
def kabupaten(request: HttpRequest, tahun: int) -> HttpResponse:
    """Show how far all offices are."""
    wajib_tahun(tahun)
    pilihan = baca_pilihan(request, tahun)
    kantor = list(kantor_kelola(request.user, *PEMBACA))
    semua = susun_kabupaten(kantor, tahun, pilihan.sampai)
    terpilih = [_beralamat(b, tahun) for b in _pilih(semua, pilihan)]
    isi = {
        "menu_kini": "ikhtisar",
        "tahun": tahun,
        "keadaan_kini": _sebut_keadaan(kantor, tahun),
        "ubin": susun_ubin(semua),
        "baris": terpilih,
        "jumlah": len(semua),
        "pilihan": pilihan,
        "kepala": pilihan.kepala(),
        "daftar_keadaan": [(kunci, label) for kunci, (label, _) in KEADAAN.items()],
        "daftar_triwulan": list(NAMA_TRIWULAN.items()),
        "nama_triwulan": NAMA_TRIWULAN[pilihan.sampai],
        "rekap": f"{reverse('kabupaten_rekap', args=[tahun])}?{pilihan.kueri()}",
        "tahun_lain": _tahun_lain(kantor, tahun),
        "permintaan": _jumlah_permintaan(request, tahun),
    }
    return render(request, "pelaporan/kabupaten/ikhtisar.html", isi)


@require_safe
@halaman_kabupaten(*PEMBACA)
def kabupaten_rekap(request: HttpRequest, tahun: int) -> HttpResponse:
    """Send the table of the page as a workbook."""
    wajib_tahun(tahun)
    pilihan = baca_pilihan(request, tahun)
    kantor = list(kantor_kelola(request.user, *PEMBACA))
    baris = _pilih(susun_kabupaten(kantor, tahun, pilihan.sampai), pilihan)
    keterangan = f"Isian sampai {NAMA_TRIWULAN[pilihan.sampai]} {tahun}; {len(baris)} perangkat daerah."
    isi = buat_rekap(baris, f"Ikhtisar perangkat daerah tahun {tahun}", keterangan)
    return kirim_xlsx(isi, f"ikhtisar-{tahun}.xlsx")


def _pilih(semua: list[BarisKabupaten], pilihan: Pilihan) -> list[BarisKabupaten]:
    return pilih_baris(semua, cari=pilihan.cari, keadaan=pilihan.keadaan, urut=pilihan.urut)


def _beralamat(baris: BarisKabupaten, tahun: int) -> BarisKabupaten:
    return replace(baris, alamat=reverse("beranda_kantor", args=[baris.kantor.slug, tahun]))


def _sebut_keadaan(kantor: list[PerangkatDaerah], tahun: int) -> str:
    """Return the moment, and the deadline of the report where all offices have one government."""
    kini = timezone.localtime()
    teks = f"Keadaan {format_waktu(kini)}."
    pemda = {k.pemda_id: k.pemda for k in kantor}
    if len(pemda) == 1:
        (satu,) = pemda.values()
        tenggat = satu.compute_tenggat(tahun)
        teks += f" Batas penyampaian LKjIP {format_tanggal(tenggat)}, {sebut_sisa(tenggat, kini.date())}."
    return teks


def _tahun_lain(kantor: list[PerangkatDaerah], tahun: int) -> list[int]:
    """Return the years that have a report, and this calendar year."""
    ada = set(
        Laporan.objects.filter(perangkat_daerah__in=kantor)
        .order_by()
        .values_list("tahun", flat=True)
        .distinct()
    )
    return sorted((ada | {timezone.localdate().year}) - {tahun}, reverse=True)


def _jumlah_permintaan(request: HttpRequest, tahun: int) -> int:
    """Return how many requests wait for this person's answer."""
    milik = kantor_kelola(request.user, Peran.ADMIN_KABUPATEN)
    return PermintaanBuka.objects.filter(
        unit__perangkat_daerah__in=milik, tahun=tahun, keputusan=Keputusan.MENUNGGU
    ).count()
