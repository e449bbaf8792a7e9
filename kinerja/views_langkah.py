"""Page of a unit's quarter: read all of it, then send, check, give back, approve, open again."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from anggaran.models import RealisasiAnggaran
from kinerja import alur
from kinerja.alur_isian import kunci_kinerja
from kinerja.isian import DIISI, BarisKinerja, IsianKantor, muat_isian
from kinerja.kisi import PembuatBelanja, PembuatKinerja
from kinerja.models import CatatanPemeriksaan, PermintaanBuka, Realisasi, TahapPengukuran
from kinerja.pilihan import NAMA_TRIWULAN, Keputusan, Tahap
from kinerja.views_pengukuran import periksa_triwulan, tanda_keadaan
from organisasi.halaman import RequestKantor, halaman_kantor
from organisasi.pilihan import Peran
from sakip.umum.admin_dasar import sebutkan_penolakan
from sakip.umum.tanggal import format_tanggal
from sakip.umum.waktu import sebut_waktu


def _triwulan(request: RequestKantor, isian: IsianKantor, triwulan: int, unit_pk: int) -> alur.Triwulan:
    periksa_triwulan(triwulan)
    if unit_pk not in isian.unit:
        raise Http404("unit tidak ada")
    return alur.Triwulan(request.kantor, request.tahun, triwulan, isian.unit[unit_pk])


@require_safe
@halaman_kantor()
def unit_triwulan(request: RequestKantor, triwulan: int, unit_pk: int) -> HttpResponse:
    """Show everything of a unit's quarter and the steps that this person may take now."""
    isian = muat_isian(request.kantor, request.tahun)
    tw = _triwulan(request, isian, triwulan, unit_pk)
    hari = timezone.localdate()
    kinerja = PembuatKinerja(isian, triwulan, request.pelaku, hari)
    belanja = PembuatBelanja(isian, triwulan, request.pelaku, hari)
    baris_belanja = [b for b in isian.belanja if b.unit_id == unit_pk]
    langkah = isian.keadaan(unit_pk, triwulan)
    kelompok = kinerja.build([b for b in isian.kinerja if b.unit_id == unit_pk])
    konteks = {
        "menu_kini": "pengukuran",
        "unit": tw.unit,
        "triwulan": triwulan,
        "nama_triwulan": NAMA_TRIWULAN[triwulan],
        "keadaan": tanda_keadaan(isian, unit_pk, triwulan),
        "batas": format_tanggal(b) if (b := isian.batas_isi(unit_pk, triwulan)) else "",
        "kelompok": kelompok,
        "tanpa_bukti": sum(
            1 for k in kelompok for b in k.baris if b.kini.keadaan == "terisi" and not b.bukti
        ),
        "kelompok_belanja": belanja.build(baris_belanja),
        "jumlah": belanja.jumlah(baris_belanja),
        "perjalanan": _perjalanan(tw),
        "permintaan": PermintaanBuka.objects.filter(
            unit=tw.unit, tahun=request.tahun, triwulan=triwulan
        ).select_related("diminta_oleh", "diputus_oleh"),
        "tindakan": _tindakan(request, isian, tw, langkah, hari),
        "hari_ini": hari.isoformat(),
    }
    return render(request, "kinerja/pengukuran/unit.html", konteks)


def _tindakan(
    request: RequestKantor, isian: IsianKantor, tw: alur.Triwulan, langkah: str, hari: datetime.date
) -> dict[str, bool]:
    """Return which acts are open to this person: a button that cannot work is absent."""
    pelaku, kantor = request.pelaku, request.kantor.pk
    terbuka = isian.is_jendela_terbuka(tw.unit.pk, tw.triwulan, hari)
    sendiri = request.user.pk in alur.pengisi(isian, tw.unit.pk, tw.triwulan)
    periksa = alur.boleh_periksa(pelaku, kantor)
    menunggu = PermintaanBuka.objects.filter(
        unit=tw.unit, tahun=tw.tahun, triwulan=tw.triwulan, keputusan=Keputusan.MENUNGGU
    ).exists()
    diisi = langkah in (DIISI, Tahap.DIKEMBALIKAN)
    return {
        "isi": diisi and terbuka and alur.boleh_isi(pelaku, kantor, tw.unit.pk),
        "kirim": diisi
        and terbuka
        and alur.boleh_isi(pelaku, kantor, tw.unit.pk)
        and isian.ringkas(tw.unit.pk, tw.triwulan).diminta > 0,
        "periksa": periksa and langkah == Tahap.DIKIRIM and not sendiri,
        "bukan_anda": periksa and langkah == Tahap.DIKIRIM and sendiri,
        "kembalikan": periksa and langkah in (Tahap.DIKIRIM, Tahap.DIPERIKSA),
        "setujui": alur.boleh_setujui(pelaku, kantor) and langkah == Tahap.DIPERIKSA,
        "buka": alur.boleh_buka(pelaku, kantor) and langkah == Tahap.DISETUJUI,
        "minta": pelaku.is_peran(kantor, Peran.VERIFIKATOR)
        and not menunggu
        and (not terbuka or langkah == Tahap.DISETUJUI),
    }


def _perjalanan(tw: alur.Triwulan) -> list[dict[str, Any]]:
    """Return the steps of a unit's quarter, the newest first, each with the notes at rows."""
    langkah = list(
        TahapPengukuran.objects.filter(unit=tw.unit, tahun=tw.tahun, triwulan=tw.triwulan).select_related(
            "oleh"
        )
    )
    catatan: dict[int, list[CatatanPemeriksaan]] = {}
    for c in CatatanPemeriksaan.objects.filter(tahap__in=langkah).select_related(
        "realisasi__pengukuran__indikator", "realisasi_anggaran__program__nomenklatur",
        "realisasi_anggaran__kegiatan__nomenklatur", "realisasi_anggaran__sub_kegiatan__nomenklatur",
    ):  # fmt: skip
        catatan.setdefault(c.tahap_id, []).append(c)
    return [
        {
            "tahap": t.get_tahap_display(),
            "oleh": str(t.oleh),
            "peran": t.peran,
            "pada": sebut_waktu(t.pada),
            "catatan": t.catatan,
            "baris": [(_nama_baris(c), c.catatan) for c in catatan.get(t.pk, [])],
        }
        for t in langkah
    ]


def _nama_baris(c: CatatanPemeriksaan) -> str:
    if c.realisasi is not None:
        return c.realisasi.pengukuran.indikator.nama
    assert c.realisasi_anggaran is not None
    return c.realisasi_anggaran.node.nama


@require_POST
@halaman_kantor()
def langkah(request: RequestKantor, triwulan: int, unit_pk: int) -> HttpResponse:
    """Take one step. What cannot be done now is said on the page of the unit's quarter."""
    isian = muat_isian(request.kantor, request.tahun)
    tw = _triwulan(request, isian, triwulan, unit_pk)
    aksi = AKSI.get(request.POST.get("aksi", ""))
    if aksi is None:
        raise Http404("langkah tidak ada")
    try:
        pesan = aksi(request, tw, isian)
    except alur.AlurGagal as galat:
        messages.error(request, str(galat))
    except IntegrityError as galat:  # somebody else was quicker: the trigger says which rule holds
        messages.error(request, sebutkan_penolakan(galat))
    else:
        messages.success(request, pesan)
    return redirect("unit_triwulan", request.kantor.slug, request.tahun, triwulan, unit_pk)


def _kirim(request: RequestKantor, tw: alur.Triwulan, isian: IsianKantor) -> str:
    alur.kirim(tw, oleh=request.user, catatan=request.POST.get("catatan", ""))
    return f"{tw} terkirim. Verifikator memeriksanya."


def _periksa(request: RequestKantor, tw: alur.Triwulan, isian: IsianKantor) -> str:
    baris = _catatan_baris(request, tw, isian)
    alur.periksa(tw, oleh=request.user, catatan=request.POST.get("catatan", ""), baris=baris)
    return f"{tw} diterima. Camat menyetujuinya."


def _catatan_baris(
    request: RequestKantor, tw: alur.Triwulan, isian: IsianKantor
) -> dict[Realisasi | RealisasiAnggaran, str]:
    """Return the notes that were typed at rows."""
    hasil: dict[Realisasi | RealisasiAnggaran, str] = {}
    for b in isian.baris(tw.unit.pk):
        sel = b.sel(tw.triwulan)
        kunci = kunci_kinerja(b) if isinstance(b, BarisKinerja) else b.kunci
        if sel is not None and (isi := request.POST.get(f"{kunci}-catatan", "").strip()):
            hasil[sel] = isi
    return hasil


def _kembalikan(request: RequestKantor, tw: alur.Triwulan, isian: IsianKantor) -> str:
    baris = _catatan_baris(request, tw, isian)
    alur.kembalikan(tw, oleh=request.user, catatan=request.POST.get("catatan", ""), baris=baris)
    return f"{tw} dikembalikan kepada unitnya."


def _setujui(request: RequestKantor, tw: alur.Triwulan, isian: IsianKantor) -> str:
    baris = _catatan_baris(request, tw, isian)
    alur.setujui(tw, oleh=request.user, catatan=request.POST.get("catatan", ""), baris=baris)
    return f"{tw} disetujui dan terkunci."


def _buka(request: RequestKantor, tw: alur.Triwulan, isian: IsianKantor) -> str:
    alur.buka_kembali(tw, oleh=request.user, alasan=request.POST.get("alasan", ""))
    return f"{tw} dibuka kembali."


def _minta(request: RequestKantor, tw: alur.Triwulan, isian: IsianKantor) -> str:
    try:
        sampai = datetime.date.fromisoformat(request.POST.get("sampai", ""))
    except ValueError as galat:
        raise alur.AlurGagal("Pilih tanggal sampai, misalnya 15 Januari 2025.") from galat
    alur.minta_buka(tw, sampai=sampai, alasan=request.POST.get("alasan", ""), oleh=request.user)
    return "Permintaan terkirim. Admin kabupaten memutuskannya."


AKSI: dict[str, Callable[[RequestKantor, alur.Triwulan, IsianKantor], str]] = {
    "kirim": _kirim,
    "periksa": _periksa,
    "kembalikan": _kembalikan,
    "setujui": _setujui,
    "buka": _buka,
    "minta": _minta,
}


@require_POST
@halaman_kantor(Peran.CAMAT)
def setujui_banyak(request: RequestKantor) -> HttpResponse:
    """Approve the ticked quarters, each in a transaction of its own; say what was done and what was not."""
    isian = muat_isian(request.kantor, request.tahun)
    berhasil = 0
    for teks in request.POST.getlist("pilih"):
        unit_pk, _, triwulan = teks.partition("-")
        if not (unit_pk.isdigit() and triwulan.isdigit()):
            raise Http404("pilihan tidak ada")
        tw = _triwulan(request, isian, int(triwulan), int(unit_pk))
        try:
            alur.setujui(tw, oleh=request.user)
        except alur.AlurGagal as galat:
            messages.error(request, str(galat))
        else:
            berhasil += 1
    if berhasil:
        messages.success(request, f"{berhasil} triwulan unit disetujui dan terkunci.")
    elif not request.POST.getlist("pilih"):
        messages.error(request, "Centang paling sedikit satu triwulan unit yang hendak disetujui.")
    return redirect("pengukuran", request.kantor.slug, request.tahun)
