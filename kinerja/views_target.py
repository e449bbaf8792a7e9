"""The table of Renstra targets of a tujuan or sasaran: one page, one save, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kinerja import perencanaan as alur
from kinerja.bentrok import baca_nomor
from kinerja.forms_perencanaan import KetikanTarget, baca_target, ketikan_target, nama_sel
from kinerja.models import DefinisiIndikator, Indikator
from kinerja.perencanaan import KunciTarget
from kinerja.pilihan import ArahIndikator, JenisNilai
from kinerja.sebut_nilai import BELUM_DIISI
from kinerja.target_renstra import TabelTarget, is_cocok, muat_tabel, versi_terakhir
from organisasi.halaman import RequestKantor, halaman_kantor
from renstra.models import Sasaran, Tujuan
from renstra.program_tahun import RencanaGagal

formulir = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class SelTarget:
    """One cell of the table of targets, in words."""

    nama: str
    tahun: int
    label: str
    bentuk: str  # "angka", "rentang", "predikat", or "teks" where nothing may be typed
    teks: dict[str, str]
    tersimpan: str
    pilihan: tuple[str, ...]
    galat: str
    bagian_galat: str
    tanya: str
    bentrok: str
    catatan: str


@dataclass(frozen=True)
class BarisTarget:
    """One indicator of the table."""

    pk: int
    nama: str
    rincian: str
    lama: tuple[tuple[int, str], ...]
    sel: tuple[SelTarget, ...]


class HalamanTarget:
    """The table of one tujuan or sasaran, read from the database and from a POST where there is one."""

    def __init__(self, request: RequestKantor, node: Tujuan | Sasaran) -> None:
        self.request = request
        self.node = node
        self.versi = versi_terakhir(node)
        self.boleh_tulis = alur.boleh_rencana(request.user, request.kantor.pk)  # type: ignore[arg-type]
        self.tabel = muat_tabel(node, self.versi) if self.versi else None

    def baris(
        self, ketikan: dict[KunciTarget, KetikanTarget], bentrok: dict[KunciTarget, str]
    ) -> list[BarisTarget]:
        """Return the rows."""
        if self.tabel is None:
            return []
        t = self.tabel
        return [
            BarisTarget(
                pk=i.pk,
                nama=i.nama,
                rincian=_rincian(t, i),
                lama=tuple(
                    (n, t.sebut((i.pk, n)) if (i.pk, n) in t.definisi else BELUM_DIISI) for n in t.tahun_lama
                ),
                sel=tuple(self._sel(i, tahun, ketikan, bentrok) for tahun in t.tahun),
            )
            for i in t.indikator
        ]

    def _sel(
        self,
        i: Indikator,
        tahun: int,
        ketikan: dict[KunciTarget, KetikanTarget],
        bentrok: dict[KunciTarget, str],
    ) -> SelTarget:
        t, kunci = self.tabel, (i.pk, tahun)
        assert t is not None
        d = t.definisi.get(kunci)
        if d is None:
            return _sel_kosong(kunci, "Belum ada definisi")
        k = ketikan.get(kunci) or ketikan_target(t, kunci)
        target = t.target.get(kunci)
        salah = target is not None and not is_cocok(target, d)
        return SelTarget(
            nama=nama_sel(kunci),
            tahun=tahun,
            label=f"Target {tahun}, {i.nama}",
            bentuk=_bentuk(d) if self.boleh_tulis else "teks",
            teks=k.teks,
            tersimpan=t.sebut(kunci),
            pilihan=tuple(s.kode for s in t.skala.get(d.skala, ())),
            galat=k.galat,
            bagian_galat=k.bagian_galat,
            tanya=k.tanya,
            bentrok=bentrok.get(kunci, ""),
            catatan=f"Tersimpan {t.sebut(kunci)}, tidak sesuai definisi tahun ini. Isi lagi."
            if salah
            else "",
        )


def _sel_kosong(kunci: KunciTarget, teks: str) -> SelTarget:
    return SelTarget(nama_sel(kunci), kunci[1], "", "teks", {}, teks, (), "", "", "", "", "")


def _bentuk(d: DefinisiIndikator) -> str:
    if d.jenis == JenisNilai.PREDIKAT:
        return "predikat"
    return "rentang" if d.arah == ArahIndikator.RENTANG else "angka"


def _rincian(t: TabelTarget, i: Indikator) -> str:
    d = next((t.definisi[i.pk, tahun] for tahun in reversed(t.tahun) if (i.pk, tahun) in t.definisi), None)
    if d is None:
        return "belum ada definisi"
    return f"{d.satuan.nama if d.satuan else d.get_jenis_display()}, {d.get_arah_display().lower()}"


@formulir
@halaman_kantor()
def target_tujuan(request: RequestKantor, pk: int) -> HttpResponse:
    """Show and save the Renstra targets of a tujuan."""
    semua = Tujuan.objects.untuk(request.user).filter(renstra__perangkat_daerah=request.kantor)
    return _target(request, get_object_or_404(semua.select_related("renstra__periode"), pk=pk))


@formulir
@halaman_kantor()
def target_sasaran(request: RequestKantor, pk: int) -> HttpResponse:
    """Show and save the Renstra targets of a sasaran."""
    semua = Sasaran.objects.untuk(request.user).filter(renstra__perangkat_daerah=request.kantor)
    return _target(request, get_object_or_404(semua.select_related("renstra__periode"), pk=pk))


def _target(request: RequestKantor, node: Tujuan | Sasaran) -> HttpResponse:
    halaman = HalamanTarget(request, node)
    ketikan: dict[KunciTarget, KetikanTarget] = {}
    bentrok: dict[KunciTarget, str] = {}
    pesan = ""
    if request.method == "POST":
        if not halaman.boleh_tulis:
            raise PermissionDenied("perencanaan")
        if halaman.versi is None or halaman.tabel is None:
            raise Http404("renstra belum mempunyai versi")
        isi, ketikan = baca_target(request.POST, halaman.tabel)
        if not any(k.galat or k.tanya for k in ketikan.values()):
            try:
                jumlah = alur.simpan_target(
                    halaman.versi,
                    isi,
                    dibaca=baca_nomor(request.POST.get("dibaca", "")),
                    oleh=request.user,  # type: ignore[arg-type]
                )
            except alur.TargetBentrok as galat:
                pesan = str(galat)
                halaman.tabel = muat_tabel(node, halaman.versi)
                bentrok = {
                    k: f"{u.sebut()} mengubahnya menjadi {halaman.tabel.sebut(k)}. Isian Anda masih di sini; "
                    "simpan sekali lagi bila isian Anda yang benar."
                    for k, u in galat.ubahan.items()
                }
                _terima_orang_lain(halaman.tabel, isi, ketikan, galat)
            except RencanaGagal as galat:
                pesan = str(galat)
            else:
                messages.success(
                    request, f"Target tersimpan; {jumlah} berubah." if jumlah else "Tidak ada yang berubah."
                )
                return redirect(request.path)
    return render(
        request, "kinerja/perencanaan/target.html", _konteks_target(halaman, ketikan, bentrok, pesan)
    )


def _terima_orang_lain(
    tabel: TabelTarget,
    isi: dict[KunciTarget, Any],
    ketikan: dict[KunciTarget, KetikanTarget],
    galat: alur.TargetBentrok,
) -> None:
    """Show what somebody else stored in the cells that this person did not touch."""
    for kunci in list(ketikan):
        if kunci not in galat.ubahan and isi[kunci] != galat.gabungan[kunci]:
            ketikan[kunci] = ketikan_target(tabel, kunci)


def _konteks_target(
    halaman: HalamanTarget,
    ketikan: dict[KunciTarget, KetikanTarget],
    bentrok: dict[KunciTarget, str],
    pesan: str,
) -> dict[str, Any]:
    baris = halaman.baris(ketikan, bentrok)
    tabel, versi, terkirim = halaman.tabel, halaman.versi, halaman.request.POST.get("dibaca", "")
    # After a conflict the page shows the newest values; after another refusal those of when it was opened.
    if versi is None or tabel is None:
        dibaca = "0"
    elif terkirim and not bentrok:
        dibaca = str(baca_nomor(terkirim))
    else:
        dibaca = str(alur.versi_target(versi, [i.pk for i in tabel.indikator]))
    galat = [
        (f"{s.nama}-{s.bagian_galat}" if s.galat else f"{s.nama}-yakin", s.label, s.galat or s.tanya)
        for b in baris
        for s in b.sel
        if s.galat or s.tanya
    ]
    return {
        "menu_kini": "perencanaan",
        "node": halaman.node,
        "jenis_node": "Tujuan" if isinstance(halaman.node, Tujuan) else "Sasaran",
        "versi": versi,
        "nama_versi": f"perubahan {versi.nomor}" if versi and versi.nomor else "murni",
        "tahun": tabel.tahun if tabel else (),
        "tahun_lama": tabel.tahun_lama if tabel else (),
        "baris": baris,
        "dibaca": dibaca,
        "galat": galat,
        "pesan": pesan,
        "boleh_tulis": halaman.boleh_tulis,
    }
