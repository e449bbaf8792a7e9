"""Pages of measurement: the year at a glance, the grids of a quarter, a row of its own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.alur import boleh_isi, boleh_periksa, boleh_setujui, sebut_keadaan
from kinerja.alur_isian import (
    HasilSimpan,
    IsiBelanja,
    IsiKinerja,
    kunci_kinerja,
    simpan_belanja,
    simpan_kinerja,
)
from kinerja.bukti import BATAS_BITA, BuktiTidakSah, unggah_bukti
from kinerja.forms_kisi import Ketikan, baca_belanja, baca_kinerja, ketikan_belanja, ketikan_kinerja
from kinerja.isian import TRIWULAN, BarisBelanja, BarisKinerja, IsianKantor, muat_isian
from kinerja.kisi import PembuatBelanja, PembuatKinerja, sebut_tw
from kinerja.models import Bukti
from kinerja.pilihan import NAMA_TRIWULAN, Tahap
from kinerja.riwayat_nilai import riwayat_realisasi
from organisasi.halaman import RequestKantor, halaman_kantor
from organisasi.models import UnitKerja
from organisasi.pilihan import Peran
from sakip.umum.tanggal import angka_romawi, format_tanggal
from sakip.umum.waktu import sebut_waktu

TANDA_TAHAP = {
    Tahap.DIKIRIM.value: "proses",
    Tahap.DIPERIKSA.value: "proses",
    Tahap.DIKEMBALIKAN.value: "awas",
    Tahap.DISETUJUI.value: "baik",
}


def periksa_triwulan(triwulan: int) -> None:
    """Answer 404 for a quarter that does not exist."""
    if triwulan not in TRIWULAN:
        raise Http404("triwulan tidak ada")


def tanda_keadaan(isian: IsianKantor, unit_id: int, triwulan: int) -> dict[str, Any]:
    """Return the state of a unit's quarter as a tag: shape, words, counts."""
    ringkas = isian.ringkas(unit_id, triwulan)
    langkah = isian.keadaan(unit_id, triwulan)
    hari = timezone.localdate()
    tanda = TANDA_TAHAP.get(langkah)
    kata = sebut_keadaan(langkah).removeprefix("sudah ").capitalize()
    if tanda is None:
        jendela = isian.jendela.get(triwulan)
        if isian.is_jendela_terbuka(unit_id, triwulan, hari):
            tanda, kata = "kosong", "Sedang diisi"
        elif jendela is not None and jendela.buka > hari:
            tanda, kata = "lewat", f"Dibuka {format_tanggal(jendela.buka)}"
        else:
            tanda, kata = "lewat", "Belum dikirim, tertutup" if jendela else "Belum dibuka"
    return {"tanda": tanda, "kata": kata, "ringkas": ringkas, "langkah": langkah, "triwulan": triwulan}


@require_safe
@halaman_kantor()
def pengukuran(request: RequestKantor) -> HttpResponse:
    """Show every unit and quarter of the year: how far, and what to do next."""
    isian = muat_isian(request.kantor, request.tahun)
    hari = timezone.localdate()
    baris: list[dict[str, Any]] = []
    for unit in isian.unit_bertugas():
        sel = [tanda_keadaan(isian, unit.pk, t) for t in TRIWULAN]
        baris.append(
            {"unit": unit, "sel": sel, "is_saya": boleh_isi(request.pelaku, request.kantor.pk, unit.pk)}
        )
    jendela = [
        {
            "triwulan": t,
            "nama": NAMA_TRIWULAN[t],
            "kata": _kata_jendela(isian, t),
            "terbuka": (j := isian.jendela.get(t)) is not None and j.buka <= hari <= j.tutup,
        }
        for t in TRIWULAN
    ]
    menunggu = [
        {"unit": b["unit"], "triwulan": s["triwulan"], "nama": NAMA_TRIWULAN[s["triwulan"]]}
        for b in baris
        for s in b["sel"]
        if s["langkah"] == Tahap.DIPERIKSA
    ]
    konteks = {
        "menu_kini": "pengukuran",
        "baris": baris,
        "jendela": jendela,
        "menunggu": menunggu if boleh_setujui(request.pelaku, request.kantor.pk) else [],
        "boleh_periksa": boleh_periksa(request.pelaku, request.kantor.pk),
    }
    return render(request, "kinerja/pengukuran/pengukuran.html", konteks)


def _kata_jendela(isian: IsianKantor, triwulan: int, unit: UnitKerja | None = None) -> str:
    jendela = isian.jendela.get(triwulan)
    kata = "belum ditetapkan admin kabupaten"
    if jendela is not None:
        kata = f"{format_tanggal(jendela.buka)} sampai {format_tanggal(jendela.tutup)}"
    dibuka = isian.dibuka.get((unit.pk, triwulan)) if unit is not None else None
    if dibuka is not None and (jendela is None or dibuka > jendela.tutup):
        kata += f"; dibuka kembali untuk unit ini sampai {format_tanggal(dibuka)}"
    return kata


# Grids ----------------------------------------------------------------------------------------------


class Kisi:
    """What both grids share: which units the person looks at, and what the page says of the quarter."""

    def __init__(self, request: RequestKantor, triwulan: int) -> None:
        periksa_triwulan(triwulan)
        self.request, self.triwulan = request, triwulan
        self.hari = timezone.localdate()
        self.isian = muat_isian(request.kantor, request.tahun)
        self.unit = self._unit_pilihan()

    def _unit_pilihan(self) -> UnitKerja | None:
        """Return the unit asked for; without one a staff's only unit, else None for all."""
        teks = self.request.GET.get("unit", "")
        if teks == "semua":
            return None
        if teks:
            if not (teks.isascii() and teks.isdigit()) or int(teks) not in self.isian.unit:
                raise Http404("unit tidak ada")
            return self.isian.unit[int(teks)]
        sendiri = self.request.pelaku.unit_di(self.request.kantor.pk)
        luas = self.request.pelaku.is_peran(self.request.kantor.pk, Peran.VERIFIKATOR, Peran.CAMAT)
        if not luas and len(sendiri) == 1:
            return self.isian.unit.get(next(iter(sendiri)))
        return None

    def baris_kinerja(self) -> list[BarisKinerja]:
        """Return the indicator rows of the chosen unit."""
        return [b for b in self.isian.kinerja if self.unit is None or b.unit_id == self.unit.pk]

    def baris_belanja(self) -> list[BarisBelanja]:
        """Return the budget rows of the chosen unit."""
        return [b for b in self.isian.belanja if self.unit is None or b.unit_id == self.unit.pk]

    def konteks(
        self, kelompok: Any, hasil: HasilSimpan | None, ketikan: list[tuple[str, Ketikan]]
    ) -> dict[str, Any]:
        """Return what the template asks of both grids."""
        unit_lain = self.isian.unit_bertugas()
        keadaan = [tanda_keadaan(self.isian, u.pk, self.triwulan) | {"unit": u} for u in unit_lain]
        return {
            "menu_kini": "pengukuran",
            "triwulan": self.triwulan,
            "nama_triwulan": NAMA_TRIWULAN[self.triwulan],
            "triwulan_lama": [sebut_tw(t) for t in range(1, self.triwulan)],
            "romawi": angka_romawi(self.triwulan),
            "semua_triwulan": [(t, sebut_tw(t)) for t in TRIWULAN],
            "kelompok": kelompok,
            "unit": self.unit,
            "unit_lain": unit_lain,
            "keadaan": [k for k in keadaan if self.unit is None or k["unit"].pk == self.unit.pk],
            "jendela": _kata_jendela(self.isian, self.triwulan, self.unit),
            "ada_terbuka": any(b.terbuka for k in kelompok for b in k.baris),
            "penghalang": penghalang(kelompok) if hasil is not None or ketikan else [],
            "lebar": 7 + self.triwulan - 1,
            "kueri": f"?unit={self.unit.pk if self.unit else 'semua'}",
        }


def penghalang(kelompok: Any) -> list[tuple[str, str, str]]:
    """Return what stands in the way of saving: (anchor, row, sentence)."""
    hasil = []
    for k in kelompok:
        for b in k.baris:
            hasil += [(f"{b.kunci}-{nama}", b.nama, pesan) for nama, pesan in b.ketikan.galat.items()]
            if b.ketikan.tanya and not b.ketikan.galat:
                hasil.append((f"{b.kunci}-yakin", b.nama, b.ketikan.tanya))
            if b.bentrok:
                hasil.append(
                    (
                        f"{b.kunci}-nilai",
                        b.nama,
                        f"diubah {b.bentrok.oleh}, {b.bentrok.pada}: {b.bentrok.kini}",
                    )
                )
    return hasil


def wajib_pengisi(request: RequestKantor) -> None:
    """Refuse a form of who never enters values at this office: they read only."""
    pelaku, kantor = request.pelaku, request.kantor.pk
    if not pelaku.is_peran(kantor, Peran.STAF, Peran.VERIFIKATOR, Peran.CAMAT):
        raise PermissionDenied("peran")


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor()
def kisi_kinerja(request: RequestKantor, triwulan: int) -> HttpResponse:
    """Show and save the indicators of a quarter: all or nothing."""
    kisi = Kisi(request, triwulan)
    pembuat = PembuatKinerja(kisi.isian, triwulan, request.pelaku, kisi.hari)
    baris = kisi.baris_kinerja()
    ketikan: dict[int, Ketikan] = {}
    hasil = None
    if request.method == "POST":
        wajib_pengisi(request)
        terbuka = [b for b in baris if b.periode_pada(triwulan) and _dikirim(request, kunci_kinerja(b))]
        isi, ketikan = baca_semua_kinerja(request, pembuat, terbuka, triwulan)
        if all(k.is_sah for k in ketikan.values()):
            hasil = simpan_kinerja(kisi.isian, triwulan, isi, oleh=request.user, hari=kisi.hari)
            if hasil.is_berhasil:
                _kabarkan(request, hasil)
                return redirect(f"{request.path}{kisi.konteks((), None, [])['kueri']}")
            _tandai(hasil, {kunci_kinerja(b): ketikan[b.indikator.pk] for b in terbuka})
    kelompok = pembuat.build(baris, ketikan, hasil.bentrok if hasil else None)
    konteks = kisi.konteks(kelompok, hasil, [(str(k), v) for k, v in ketikan.items()])
    return render(request, "kinerja/pengukuran/kisi_kinerja.html", konteks)


def baca_semua_kinerja(
    request: HttpRequest, pembuat: PembuatKinerja, baris: list[BarisKinerja], triwulan: int
) -> tuple[dict[int, IsiKinerja], dict[int, Ketikan]]:
    """Read the rows of a POST. A question is asked only of what was changed."""
    isi: dict[int, IsiKinerja] = {}
    ketikan: dict[int, Ketikan] = {}
    for b in baris:
        satu, k = baca_kinerja(request.POST, b, pembuat.skala)
        if k.tanya and _tidak_berubah(k, ketikan_kinerja(b, triwulan, 0)):
            k.tanya = ""
        isi[b.indikator.pk], ketikan[b.indikator.pk] = satu, k
    return isi, ketikan


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor()
def kisi_anggaran(request: RequestKantor, triwulan: int) -> HttpResponse:
    """Show and save what was spent in a quarter by sub kegiatan: all or nothing."""
    kisi = Kisi(request, triwulan)
    pembuat = PembuatBelanja(kisi.isian, triwulan, request.pelaku, kisi.hari)
    baris = kisi.baris_belanja()
    ketikan: dict[str, Ketikan] = {}
    hasil = None
    if request.method == "POST":
        wajib_pengisi(request)
        terbuka = [b for b in baris if _dikirim(request, b.kunci)]
        isi: dict[str, IsiBelanja] = {}
        for b in terbuka:
            isi[b.kunci], k = baca_belanja(request.POST, b, triwulan)
            if k.tanya and _tidak_berubah(k, ketikan_belanja(b, triwulan, 0)):
                k.tanya = ""
            ketikan[b.kunci] = k
        if all(k.is_sah for k in ketikan.values()):
            hasil = simpan_belanja(kisi.isian, triwulan, isi, oleh=request.user, hari=kisi.hari)
            if hasil.is_berhasil:
                _kabarkan(request, hasil)
                return redirect(f"{request.path}{kisi.konteks((), None, [])['kueri']}")
            _tandai(hasil, ketikan)
    kelompok = pembuat.build(baris, ketikan, hasil.bentrok if hasil else None)
    konteks = kisi.konteks(kelompok, hasil, list(ketikan.items()))
    konteks["jumlah"] = pembuat.jumlah(baris)
    return render(request, "kinerja/pengukuran/kisi_anggaran.html", konteks)


def _dikirim(request: HttpRequest, kunci: str) -> bool:
    return f"{kunci}-versi" in request.POST


def _tidak_berubah(typed: Ketikan, stored: Ketikan) -> bool:
    bidang = ("nilai", "predikat", "pembilang", "penyebut", "keadaan")
    return all(typed.teks.get(b, "") == stored.teks.get(b, "") for b in bidang)


def _tandai(hasil: HasilSimpan, ketikan: dict[str, Ketikan]) -> None:
    """Put what the service refused at its cell, and the newest version where both wrote."""
    for kunci, pesan in hasil.galat.items():
        ketikan[kunci].galat["nilai"] = pesan
    for kunci, bentrok in hasil.bentrok.items():
        ketikan[kunci].teks["versi"] = str(bentrok.versi)


def _kabarkan(request: HttpRequest, hasil: HasilSimpan) -> None:
    if hasil.tersimpan:
        messages.success(request, f"{hasil.tersimpan} isian tersimpan.")
    else:
        messages.success(request, "Tidak ada yang berubah; semua isian sudah tersimpan.")


# A row of its own -----------------------------------------------------------------------------------


def _baris(request: RequestKantor, isian: IsianKantor, triwulan: int, pk: int) -> BarisKinerja:
    baris = next((b for b in isian.kinerja if b.indikator.pk == pk), None)
    if baris is None or baris.definisi is None or baris.periode_pada(triwulan) is None:
        raise Http404("indikator tidak ada")
    return baris


@require_http_methods(["GET", "HEAD", "POST"])
@halaman_kantor()
def baris_kinerja(request: RequestKantor, triwulan: int, pk: int) -> HttpResponse:
    """Show and save one indicator of a quarter, with its evidence and its history."""
    periksa_triwulan(triwulan)
    isian = muat_isian(request.kantor, request.tahun)
    baris = _baris(request, isian, triwulan, pk)
    pembuat = PembuatKinerja(isian, triwulan, request.pelaku, timezone.localdate())
    ketikan: dict[int, Ketikan] = {}
    hasil = None
    if request.method == "POST":
        wajib_pengisi(request)
        isi, ketikan = baca_semua_kinerja(request, pembuat, [baris], triwulan)
        if ketikan[pk].is_sah:
            hasil = simpan_kinerja(isian, triwulan, isi, oleh=request.user)
            if hasil.is_berhasil:
                _kabarkan(request, hasil)
                return redirect(request.path)
            _tandai(hasil, {kunci_kinerja(baris): ketikan[pk]})
    kelompok = pembuat.build([baris], ketikan, hasil.bentrok if hasil else None)
    sel = baris.sel(triwulan)
    konteks = {
        "menu_kini": "pengukuran",
        "triwulan": triwulan,
        "nama_triwulan": NAMA_TRIWULAN[triwulan],
        "kelompok": kelompok[0],
        "b": kelompok[0].baris[0],
        "definisi": baris.definisi,
        "penghalang": penghalang(kelompok) if request.method == "POST" else [],
        "bukti": _daftar_bukti(sel.pk) if sel else [],
        "ada_nilai": sel is not None,
        "batas_mb": BATAS_BITA // 1_048_576,
        "riwayat": riwayat_realisasi(sel) if sel else [],
    }
    return render(request, "kinerja/pengukuran/baris.html", konteks)


def _daftar_bukti(realisasi_id: int) -> list[dict[str, Any]]:
    semua = Bukti.objects.filter(realisasi=realisasi_id).select_related("diunggah_oleh", "pengganti")
    return [
        {"bukti": b, "diganti": hasattr(b, "pengganti"), "pada": sebut_waktu(b.diunggah_pada)} for b in semua
    ]


@require_POST
@halaman_kantor()
def bukti_unggah(request: RequestKantor, triwulan: int, pk: int) -> HttpResponse:
    """Store one file for a value."""
    periksa_triwulan(triwulan)
    wajib_pengisi(request)
    sel = _baris(request, muat_isian(request.kantor, request.tahun), triwulan, pk).sel(triwulan)
    berkas = request.FILES.get("berkas")
    if sel is None:
        messages.error(request, "Isi nilainya dahulu, lalu unggah buktinya.")
    elif berkas is None:
        messages.error(request, "Pilih berkasnya dahulu: PDF, JPG, PNG, XLSX, atau DOCX.")
    else:
        lama = request.POST.get("menggantikan", "")
        ganti = (
            get_object_or_404(Bukti, pk=lama, realisasi=sel) if lama.isascii() and lama.isdigit() else None
        )
        try:
            bukti = unggah_bukti(
                sel, berkas, oleh=request.user, halaman=request.POST.get("halaman", ""),
                uraian=request.POST.get("uraian", ""), menggantikan=ganti,
            )  # fmt: skip
        except BuktiTidakSah as galat:
            messages.error(request, str(galat))
        else:
            messages.success(request, f"{bukti.nama} tersimpan sebagai bukti.")
    return redirect("baris_kinerja", request.kantor.slug, request.tahun, triwulan, pk)


@require_safe
@halaman_kantor()
def bukti_unduh(request: RequestKantor, pk: int) -> HttpResponseBase:
    """Send evidence as an attachment; the browser may not guess what it is."""
    bukti = get_object_or_404(
        Bukti.objects.untuk(request.user),
        pk=pk,
        realisasi__pengukuran__indikator__perangkat_daerah=request.kantor,
        realisasi__pengukuran__tahun=request.tahun,
    )
    try:
        berkas = bukti.berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404("berkas bukti hilang dari penyimpanan") from galat
    jawaban = FileResponse(berkas, as_attachment=True, filename=bukti.nama, content_type=bukti.jenis_isi)
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban
