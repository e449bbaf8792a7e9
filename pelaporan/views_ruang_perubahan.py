"""The past of the workspace: earlier texts of a section, and what changed since a draft was set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisasi.halaman import RequestKantor, halaman_kantor
from organisasi.pilihan import PERENCANA
from pelaporan.alur_narasi import boleh_menulis, riwayat_narasi
from pelaporan.beda_teks import Potong, beda_kata
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.konteks import KonteksLKjIP
from pelaporan.konteks_json import JsonTidakCocok
from pelaporan.models import Narasi, PotretLaporan
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Temuan
from pelaporan.periksa.jalankan import HasilPeriksa, jalankan
from pelaporan.potret import Perubahan, PerubahanNaskah, baca_potret, bandingkan, simpan_potret
from pelaporan.ruang import lembar_untuk
from pelaporan.susun import SusunGagal, build_konteks_lkjip
from pelaporan.views import laporan_gagal
from pelaporan.views_ruang import FOLDER, cari_laporan, cari_lembar
from sakip.umum.tanggal import format_tanggal
from sakip.umum.teks import gabung_kata
from sakip.umum.waktu import sebut_waktu


@dataclass(frozen=True)
class VersiTampil:
    """An earlier text: when, by whom, and how it differs from the one before it."""

    pada: str
    oleh: str
    isi: str
    beda: tuple[Potong, ...]
    is_kini: bool


@require_safe
@halaman_kantor()
def ruang_riwayat(request: RequestKantor, bagian: str) -> HttpResponse:
    """Show the texts that a section had, each against the one before."""
    laporan, lembar = cari_laporan(request), cari_lembar(bagian, ditulis=True)
    versi = riwayat_narasi(laporan, lembar.kunci)
    kini = Narasi.objects.filter(laporan=laporan, bagian=lembar.kunci).first()
    lama = [v.isi for v in (*versi[1:], *versi[-1:])]  # the first text is shown as it was
    isi = {
        "laporan": laporan,
        "lembar": lembar,
        "judul": dict(BAGIAN_NARASI)[lembar.kunci],
        "versi": [
            VersiTampil(sebut_waktu(v.pada), v.oleh, v.isi, beda_kata(dahulu, v.isi), n == 0)
            for n, (v, dahulu) in enumerate(zip(versi, lama, strict=True))
        ],
        "sidik": kini.sidik if kini and kini.isi else "",
        "boleh_tulis": boleh_menulis(request.pelaku, laporan, lembar.kunci),
        "menu_kini": "pelaporan",
    }
    return render(request, f"{FOLDER}/riwayat.html", isi)


@require_POST
@halaman_kantor()
def ruang_potret(request: RequestKantor) -> HttpResponse:
    """Set the report aside as it stands now."""
    laporan = cari_laporan(request)
    if not request.pelaku.is_peran(request.kantor.pk, *PERENCANA):
        raise PermissionDenied("peran")
    try:
        satu = simpan_potret(laporan, build_konteks_lkjip(laporan), oleh=request.user)
    except SusunGagal as galat:
        return laporan_gagal(request, laporan, str(galat), 409)
    messages.success(request, f"Draf {satu.nomor} tersimpan. Perubahan sesudahnya tampil di sini.")
    return redirect("ruang_perubahan", request.kantor.slug, request.tahun)


@require_safe
@halaman_kantor()
def ruang_perubahan(request: RequestKantor) -> HttpResponse:
    """Show what changed since a draft: counts, figures, texts, findings."""
    laporan = cari_laporan(request)
    daftar = list(
        PotretLaporan.objects.filter(laporan=laporan).select_related("oleh").defer("isi").order_by("-nomor")
    )
    isi: dict[str, Any] = {
        "laporan": laporan,
        "daftar": [
            {
                "nomor": p.nomor,
                "pada": sebut_waktu(p.pada),
                "oleh": str(p.oleh) if p.oleh else "sistem",
            }
            for p in daftar
        ],
        "boleh_simpan": request.pelaku.is_peran(request.kantor.pk, *PERENCANA),
        "pilihan": None,
        "tak_terbaca": 0,
        "menu_kini": "pelaporan",
    }
    terpilih = _pilih(request, daftar)
    if terpilih is not None:
        try:
            kini = build_konteks_lkjip(laporan)
            isi["pilihan"] = _banding(terpilih, kini)
        except SusunGagal as galat:
            return laporan_gagal(request, laporan, str(galat), 200)
        except JsonTidakCocok:
            isi["tak_terbaca"] = terpilih.nomor
    return render(request, f"{FOLDER}/perubahan.html", isi)


def _pilih(request: RequestKantor, daftar: list[PotretLaporan]) -> PotretLaporan | None:
    """Return the draft asked for, else the newest; 404 for one that is not there."""
    nomor = request.GET.get("draf", "")
    if not nomor:
        return daftar[0] if daftar else None
    satu = next((p for p in daftar if str(p.nomor) == nomor), None)
    if satu is None:
        raise Http404("draf tidak ada")
    return satu


@dataclass(frozen=True)
class Pilihan:
    """A draft against the report of today."""

    nomor: int
    kalimat: str
    perubahan: Perubahan
    naskah: tuple[tuple[PerubahanNaskah, str], ...]  # with the page of the workspace that prints it
    selesai: tuple[Temuan, ...]
    baru: tuple[Temuan, ...]
    kalimat_temuan: str


def _banding(potret: PotretLaporan, kini: KonteksLKjIP) -> Pilihan:
    dahulu = baca_potret(potret)
    perubahan = bandingkan(dahulu, kini)
    lama, baru = _periksa(dahulu), _periksa(kini)
    kunci_lama, kunci_baru = {t.kunci for t in lama.temuan}, {t.kunci for t in baru.temuan}
    sebut = f"draf {potret.nomor}, {format_tanggal(timezone.localdate(potret.pada))}"
    return Pilihan(
        nomor=potret.nomor,
        kalimat=_kalimat(perubahan, sebut),
        perubahan=perubahan,
        naskah=tuple((n, _kunci_lembar(n.bagian)) for n in perubahan.naskah),
        selesai=tuple(t for t in lama.temuan if t.kunci not in kunci_baru),
        baru=tuple(t for t in baru.temuan if t.kunci not in kunci_lama),
        kalimat_temuan=f"Dahulu {_sebut_hasil(lama)}; kini {_sebut_hasil(baru)}.",
    )


def _kunci_lembar(tempat: str) -> str:
    lembar = lembar_untuk(tempat)
    return lembar.kunci if lembar else ""


def _periksa(konteks: KonteksLKjIP) -> HasilPeriksa:
    """Run the checks on what a report prints alone, as with any old version: so both compare."""
    return jalankan(BahanPeriksa(konteks))


def _kalimat(perubahan: Perubahan, sebut: str) -> str:
    hitung = ((len(perubahan.angka), "angka"), (len(perubahan.naskah), "naskah"))
    ada = [f"{n} {apa}" for n, apa in hitung if n]
    return f"{gabung_kata(ada) or 'Tidak ada yang'} berubah sejak {sebut}"


def _sebut_hasil(hasil: HasilPeriksa) -> str:
    return f"{len(hasil.galat)} galat, {len(hasil.peringatan)} peringatan, dan {len(hasil.info)} info"
