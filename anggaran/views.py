"""Pages of the DPA: the year's versions and spending, one version, the acts, the diff of two versions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from anggaran import alur, bahan
from anggaran.beda import Ubah, bandingkan
from anggaran.forms import FormKepala, FormRevisi, FormTetapkan, baca_pagu
from anggaran.models import DPA
from anggaran.periksa import periksa_dpa
from anggaran.tampil import (
    BahanTabel,
    Isian,
    TabelPagu,
    build_beda,
    build_serapan,
    build_tabel,
    daftar_versi,
)
from organisasi.halaman import RequestKantor, halaman_kantor
from sakip.umum import sekali
from sakip.umum.angka import format_rupiah
from sakip.umum.tanggal import format_tanggal

formulir = require_http_methods(["GET", "HEAD", "POST"])


def _versi(request: RequestKantor) -> list[DPA]:
    return list(DPA.objects.untuk(request.user).filter(perangkat_daerah=request.kantor).tahun(request.tahun))


def _dpa(request: RequestKantor, pk: int) -> tuple[DPA, list[DPA]]:
    versi = _versi(request)
    for d in versi:
        d.perangkat_daerah = request.kantor
    dpa = next((d for d in versi if d.pk == pk), None)
    if dpa is None:
        raise Http404("DPA tidak ada")
    return dpa, versi


def _boleh_tulis(request: RequestKantor) -> bool:
    return alur.boleh_tulis_dpa(request.pelaku, request.kantor.pk)


def _wajib_tulis(request: RequestKantor) -> None:
    if not _boleh_tulis(request):
        raise PermissionDenied("DPA")


def _ke(request: RequestKantor, nama: str, *lain: Any) -> HttpResponseRedirect:
    return redirect(nama, request.kantor.slug, request.tahun, *lain)


# The year -------------------------------------------------------------------------------------------


@require_safe
@halaman_kantor()
def anggaran(request: RequestKantor) -> HttpResponse:
    """Show the versions of the year and what was spent so far of the one in force."""
    versi = _versi(request)
    pagu = bahan.muat_pagu(versi)
    berlaku = bahan.dpa_berlaku(versi)
    konsep = next((d for d in versi if not d.is_ditetapkan), None)
    serapan = None
    if berlaku is not None:
        pohon = bahan.muat_pohon(request.kantor, request.tahun)
        belanja = bahan.muat_belanja(request.kantor, request.tahun)
        serapan = build_serapan(pohon, pagu[berlaku.pk], belanja)
    konteks = {
        "menu_kini": "anggaran",
        "versi": daftar_versi(versi, pagu)[::-1],
        "berlaku": berlaku,
        "konsep": konsep,
        "serapan": serapan,
        "boleh_tulis": _boleh_tulis(request),
        "boleh_impor": alur.boleh_impor_dpa(request.pelaku, request.kantor.pk),
    }
    return render(request, "anggaran/anggaran.html", konteks)


@require_POST
@halaman_kantor()
def dpa_buat(request: RequestKantor) -> HttpResponse:
    """Make the DPA murni of the year as a draft and open it."""
    _wajib_tulis(request)
    try:
        dpa = alur.buat_dpa(request.kantor, request.tahun, request.user)  # type: ignore[arg-type]
    except alur.DPAGagal as galat:
        messages.warning(request, str(galat))
        return _ke(request, "anggaran")
    messages.success(request, f"Konsep {dpa.nama} {dpa.tahun} dibuat. Isi nomor, tanggal, dan pagunya.")
    return _ke(request, "dpa_rinci", dpa.pk)


# One version ----------------------------------------------------------------------------------------


class HalamanDPA:
    """The table of one version: read from the database, and from a POST where there is one."""

    def __init__(self, request: RequestKantor, pk: int) -> None:
        self.request = request
        self.dpa, self.versi = _dpa(request, pk)
        self.is_terbuka = not self.dpa.is_ditetapkan and _boleh_tulis(request)
        self.pohon = bahan.muat_pohon(request.kantor, request.tahun)
        terpakai = bahan.tingkat_terpakai(request.kantor, request.tahun, self.dpa)
        self.tempat = frozenset(bahan.tempat_pagu(self.pohon, terpakai))
        lama = [d for d in self.versi if d.urutan < self.dpa.urutan]
        self.sebelum = lama[-1] if lama else None

    def tabel(
        self, isian: dict[Any, Isian] | None = None, terbaca: dict[Any, Any] | None = None
    ) -> TabelPagu:
        """Return the printed table."""
        pagu = bahan.muat_pagu([self.dpa, *([self.sebelum] if self.sebelum else [])])
        return build_tabel(
            BahanTabel(
                dpa=self.dpa,
                pohon=self.pohon,
                tempat=self.tempat,
                pagu=pagu[self.dpa.pk],
                sebelum=pagu[self.sebelum.pk] if self.sebelum else {},
                belanja=bahan.muat_belanja(self.request.kantor, self.request.tahun),
                isian=isian or {},
                terbaca=terbaca or {},
                is_terbuka=self.is_terbuka,
            )
        )

    def konteks(self, form: FormKepala, tabel: TabelPagu, versi: int, pesan: str = "") -> dict[str, Any]:
        """Return what the template asks."""
        berlaku = bahan.dpa_berlaku(self.versi)
        is_terakhir = berlaku is not None and berlaku.pk == self.dpa.pk == self.versi[-1].pk
        return {
            "menu_kini": "anggaran",
            "dpa": self.dpa,
            "sebelum": self.sebelum,
            "tabel": tabel,
            "form": form,
            "versi_halaman": versi,
            "pesan": pesan,
            "galat": [*form.galat_ringkas(), *tabel.galat] if form.is_bound else [],
            "is_terbuka": self.is_terbuka,
            "boleh_revisi": is_terakhir and _boleh_tulis(self.request),
            "tanggal": format_tanggal(self.dpa.tanggal) if self.dpa.tanggal else "Belum diisi",
        }


@formulir
@halaman_kantor()
def dpa_rinci(request: RequestKantor, pk: int) -> HttpResponse:
    """Show one version; a draft is edited here by who may write: all or nothing."""
    halaman = HalamanDPA(request, pk)
    dpa = halaman.dpa
    if request.method == "POST":
        _wajib_tulis(request)
        return _simpan(request, halaman)
    awal = {"nomor": dpa.nomor, "tanggal": dpa.tanggal, "alasan": dpa.alasan}
    form = FormKepala(initial=awal, is_murni=dpa.urutan == 0)
    konteks = halaman.konteks(form, halaman.tabel(), alur.versi_konsep(dpa))
    return render(request, "anggaran/rinci.html", konteks)


def _simpan(request: RequestKantor, halaman: HalamanDPA) -> HttpResponse:
    dpa = halaman.dpa
    form = FormKepala(request.POST, is_murni=dpa.urutan == 0)
    nilai, isian = baca_pagu(request.POST, halaman.tempat)
    tersurat = request.POST.get("versi", "")
    versi = int(tersurat) if tersurat.isascii() and tersurat.isdigit() and len(tersurat) < 16 else 0
    pesan = ""
    if form.is_valid() and not any(i.galat for i in isian.values()):
        isi = alur.IsianKonsep(
            nomor=form.cleaned_data["nomor"],
            tanggal=form.cleaned_data["tanggal"],
            alasan=form.cleaned_data.get("alasan", ""),
            pagu=nilai,
            versi=versi,
        )
        try:
            berubah = alur.simpan_konsep(dpa, isi, request.user)  # type: ignore[arg-type]
        except alur.PaguSalah as galat:
            isian |= {k: Isian(isian[k].teks, g) for k, g in galat.galat.items() if k in isian}
        except alur.DPABerubah as galat:
            pesan, versi = str(galat), galat.versi
        except alur.DPAGagal as galat:
            pesan = str(galat)
        else:
            messages.success(request, f"{dpa.nama} tersimpan; {berubah} pagu berubah.")
            return _ke(request, "dpa_rinci", dpa.pk)
    # What the service may have put on the object is not what stands in the database.
    dpa.refresh_from_db(fields=["nomor", "tanggal", "alasan", "ditetapkan_pada"])
    konteks = halaman.konteks(form, halaman.tabel(isian, nilai), versi, pesan)
    return render(request, "anggaran/rinci.html", konteks)


# Acts -----------------------------------------------------------------------------------------------


@formulir
@halaman_kantor()
def dpa_revisi(request: RequestKantor, pk: int) -> HttpResponse:
    """Ask kind, number, date and reason of a revision, then copy the version into a draft."""
    _wajib_tulis(request)
    dpa, _ = _dpa(request, pk)
    form = FormRevisi(request.POST or None)
    pesan = ""
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            dahulu = sekali.jawaban_dahulu(request)
            if dahulu is not None:
                return dahulu
            try:
                baru = alur.revisi_dpa(dpa, oleh=request.user, **form.cleaned_data)
            except alur.DPAGagal as galat:
                pesan = str(galat)
            else:
                messages.success(request, f"Konsep {baru.nama} dibuat dari {dpa.nama}. Ubah pagunya di sini.")
                jawaban = _ke(request, "dpa_rinci", baru.pk)
                sekali.ingat_jawaban(request, jawaban)
                return jawaban
    konteks = {
        "menu_kini": "anggaran",
        "dpa": dpa,
        "form": form,
        "galat": form.galat_ringkas() if form.is_bound else [],
        "pesan": pesan,
        "kirim_id": sekali.kirim_id(request),
    }
    return render(request, "anggaran/revisi.html", konteks)


@formulir
@halaman_kantor()
def dpa_tetapkan(request: RequestKantor, pk: int) -> HttpResponse:
    """Show the checks of a draft and set it once its total agrees with the document."""
    _wajib_tulis(request)
    dpa, _ = _dpa(request, pk)
    if dpa.is_ditetapkan:
        messages.info(request, f"{dpa.nama} sudah ditetapkan.")
        return _ke(request, "dpa_rinci", dpa.pk)
    form = FormTetapkan(request.POST or None)
    pesan = ""
    if request.method == "POST" and form.is_valid():
        try:
            alur.tetapkan_dpa(
                dpa,
                request.user,  # type: ignore[arg-type]
                jumlah=form.cleaned_data["jumlah"],
                is_peringatan_dibaca=form.cleaned_data["dibaca"],
            )
        except alur.DPAGagal as galat:
            pesan = str(galat)
        else:
            messages.success(request, f"{dpa.nama} {dpa.tahun} ditetapkan dan terkunci.")
            return _ke(request, "anggaran")
    hasil = periksa_dpa(dpa)
    konteks = {
        "menu_kini": "anggaran",
        "dpa": dpa,
        "form": form,
        "galat": form.galat_ringkas() if form.is_bound else [],
        "pesan": pesan,
        "halangan": hasil.halangan,
        "peringatan": hasil.peringatan,
        "jumlah": format_rupiah(hasil.jumlah),
        "tanggal": format_tanggal(dpa.tanggal) if dpa.tanggal else "Belum diisi",
    }
    return render(request, "anggaran/tetapkan.html", konteks)


@formulir
@halaman_kantor()
def dpa_hapus(request: RequestKantor, pk: int) -> HttpResponse:
    """Ask once, then delete a draft."""
    _wajib_tulis(request)
    dpa, _ = _dpa(request, pk)
    if dpa.is_ditetapkan:
        raise PermissionDenied("DPA sudah ditetapkan")
    if request.method == "POST":
        try:
            alur.hapus_konsep(dpa, request.user)  # type: ignore[arg-type]
        except alur.DPAGagal as galat:
            messages.error(request, str(galat))
            return _ke(request, "dpa_rinci", dpa.pk)
        messages.success(request, f"Konsep {dpa.nama} dihapus.")
        return _ke(request, "anggaran")
    pagu = bahan.muat_pagu([dpa])[dpa.pk]
    konteks = {
        "menu_kini": "anggaran",
        "dpa": dpa,
        "jumlah": format_rupiah(bahan.total(pagu)),
        "jumlah_baris": len(pagu),
    }
    return render(request, "anggaran/hapus.html", konteks)


# Diff -----------------------------------------------------------------------------------------------


@require_safe
@halaman_kantor()
def dpa_beda(request: RequestKantor) -> HttpResponse:
    """Show what two versions of the year differ in; without a choice the last two."""
    versi = _versi(request)
    konteks: dict[str, Any] = {"menu_kini": "anggaran", "versi": versi, "beda": None}
    if len(versi) > 1:
        ke = _pilih(request, versi, "ke", versi[-1])
        dari = _pilih(request, versi, "dari", versi[max(versi.index(ke) - 1, 0)])
        pohon = bahan.muat_pohon(request.kantor, request.tahun)
        pagu = bahan.muat_pagu(versi)
        beda = bandingkan(pohon.simpul, pagu[dari.pk], pagu[ke.pk])
        baris, jumlah = build_beda(beda)
        hanya = request.GET.get("hanya") == "berubah"
        konteks |= {
            "beda": beda,
            "dari": dari,
            "ke": ke,
            "tanggal_dari": format_tanggal(dari.tanggal) if dari.tanggal else "",
            "tanggal_ke": format_tanggal(ke.tanggal) if ke.tanggal else "",
            "baris": [b for b in baris if b.ubah != Ubah.TETAP] if hanya else baris,
            "jumlah": jumlah,
            "hanya": hanya,
        }
    return render(request, "anggaran/beda.html", konteks)


def _pilih(request: HttpRequest, versi: list[DPA], nama: str, bawaan: DPA) -> DPA:
    teks = request.GET.get(nama, "")
    if not teks:
        return bawaan
    pilihan = next((d for d in versi if str(d.pk) == teks), None)
    if pilihan is None:
        raise Http404("versi DPA tidak ada")
    return pilihan
