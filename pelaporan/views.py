"""Pages of the report: a list, the report itself, its PDF and its data. Nothing here writes a row."""

from __future__ import annotations

import logging
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http.response import HttpResponseNotModified
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from organisasi.halaman import halaman_kantor
from organisasi.models import PemerintahDaerah
from pelaporan.konteks import Judul, compute_hash, to_json
from pelaporan.lampiran import LampiranTidakSah, ambil_berkas
from pelaporan.models import BerkasTersimpan, HalamanLampiran, Lampiran, Laporan
from pelaporan.susun import SusunGagal, build_konteks_lkjip

BATAS_DETIK = 120
DRAF_TERBANYAK = 100
log = logging.getLogger(__name__)


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """List the reports, newest year first."""
    daftar = (
        Laporan.objects.untuk(request.user)
        .select_related("perangkat_daerah__pemda")
        .order_by("-tahun", "perangkat_daerah__nama")
    )
    return render(request, "pelaporan/beranda.html", {"daftar": daftar, "menu_kini": "beranda"})


@require_safe
@halaman_kantor()
def ganti_tahun(request: HttpRequest) -> HttpResponse:
    """Offer the years of the office."""
    return render(request, "pelaporan/ganti_tahun.html", {"menu_kini": ""})


@require_safe
def laporan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the report: the HTML that the PDF is made of, inside a page."""
    from pelaporan.terbit import build_context

    satu = _laporan(request, slug, tahun)
    try:
        konteks = build_konteks_lkjip(satu)
    except SusunGagal as galat:
        return _gagal(request, satu, str(galat), 200)
    isi = build_context(konteks, media="layar")
    isi.update(laporan=satu, daftar_bab=tuple(_bab(konteks.kerangka.judul)))
    return render(request, "pelaporan/laporan.html", isi)


@require_safe
def laporan_pdf(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """Send the PDF. It is made once for the same content; the second click is instant."""
    satu = _laporan(request, slug, tahun)
    try:
        sidik = compute_hash(build_konteks_lkjip(satu))
    except SusunGagal as galat:
        return _gagal(request, satu, str(galat), 409)
    simpanan = Path(settings.MEDIA_ROOT) / "draf" / f"{sidik}.pdf"
    if not _is_segar(simpanan):
        try:
            _buat_pdf(slug, tahun, sidik, simpanan)
        except _PdfGagal as galat:
            return _gagal(request, satu, str(galat), 503)
    sama = _sama(request, sidik)
    if sama is not None:
        return sama
    nama = f"lkjip-{slug}-{tahun}.pdf"
    return _privat(FileResponse(simpanan.open("rb"), content_type="application/pdf", filename=nama), sidik)


@require_safe
def laporan_json(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """Send the canonical JSON (docs/konteks.md)."""
    satu = _laporan(request, slug, tahun)
    try:
        konteks = build_konteks_lkjip(satu)
    except SusunGagal as galat:
        return _gagal(request, satu, str(galat), 409)
    sidik = compute_hash(konteks)
    jawaban = HttpResponse(
        to_json(konteks),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="lkjip-{slug}-{tahun}.json"'},
    )
    return _sama(request, sidik) or _privat(jawaban, sidik)


@require_safe
def berkas(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """Send a stored file (a page of a scan, or the scan): its address never changes what it holds."""
    satu = BerkasTersimpan.objects.filter(sha256=sha256).first()
    if satu is None or not _boleh_berkas(request, satu):
        raise Http404("tidak tercatat")
    sama = _sama(request, sha256)
    if sama is not None:
        return sama
    try:
        isi = ambil_berkas(sha256)
    except LampiranTidakSah as galat:
        raise Http404("tidak ada dalam penyimpanan") from galat
    jawaban = HttpResponse(isi, content_type=satu.jenis_isi)
    return _privat(jawaban, sha256)


# Helpers -------------------------------------------------------------------------------------------


def _laporan(request: HttpRequest, slug: str, tahun: int) -> Laporan:
    satu = (
        Laporan.objects.untuk(request.user)
        .milik(slug)
        .tahun(tahun)
        .select_related("perangkat_daerah__pemda")
        .first()
    )
    if satu is None:
        raise Http404("laporan tidak ada")
    return satu


def _boleh_berkas(request: HttpRequest, satu: BerkasTersimpan) -> bool:
    """Whether a row that the person may see holds this file."""
    milik = Lampiran.objects.untuk(request.user).filter(berkas=satu)
    halaman = HalamanLampiran.objects.untuk(request.user).filter(gambar=satu)
    lambang = PemerintahDaerah.objects.untuk(request.user).filter(lambang=satu.berkas.name)
    return milik.exists() or halaman.exists() or lambang.exists()


def _sama(request: HttpRequest, sidik: str) -> HttpResponseBase | None:
    """Return 304 where the browser already holds this content."""
    jawaban = get_conditional_response(request, etag=f'"{sidik}"')
    if isinstance(jawaban, HttpResponseNotModified):
        return _privat(jawaban, sidik)
    return None


def _privat(jawaban: HttpResponseBase, sidik: str) -> HttpResponseBase:
    jawaban["ETag"] = f'"{sidik}"'
    jawaban["Cache-Control"] = "private, no-cache"
    return jawaban


def _gagal(request: HttpRequest, satu: Laporan, sebab: str, status: int) -> HttpResponse:
    return render(request, "pelaporan/laporan_gagal.html", {"laporan": satu, "sebab": sebab}, status=status)


class _PdfGagal(Exception):
    """No PDF; the text is for the person."""


def _is_segar(simpanan: Path) -> bool:
    """Whether the kept PDF is there and no template, style or code of the report is newer."""
    if not simpanan.is_file():
        return False
    akar = Path(settings.BASE_DIR)
    sumber = (
        *(akar / "templates" / "pelaporan" / "lkjip").glob("*.html"),
        *(akar / "static" / "pelaporan").glob("*.css"),
        *(akar / "pelaporan").glob("*.py"),
    )
    return simpanan.stat().st_mtime >= max((s.stat().st_mtime for s in sumber), default=0.0)


def _buat_pdf(slug: str, tahun: int, sidik: str, simpanan: Path) -> None:
    """Render in a child process: the worker keeps neither its memory nor a crash."""
    simpanan.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=simpanan.parent, prefix=".") as folder:
        sementara = Path(folder) / "lkjip.pdf"
        perintah = [
            sys.executable,
            str(Path(settings.BASE_DIR) / "manage.py"),
            "susun_lkjip",
            f"--perangkat-daerah={slug}",
            f"--tahun={tahun}",
            f"--keluaran={sementara}",
        ]
        try:
            hasil = subprocess.run(perintah, capture_output=True, text=True, timeout=BATAS_DETIK, check=False)
        except subprocess.TimeoutExpired as galat:
            raise _PdfGagal(f"PDF belum selesai dalam {BATAS_DETIK} detik. Coba lagi nanti.") from galat
        if hasil.returncode == 2 and hasil.stderr.strip():
            raise _PdfGagal(hasil.stderr.strip().splitlines()[-1])
        if hasil.returncode != 0 or not sementara.is_file():
            log.error("susun_lkjip %s %s: %s", slug, tahun, hasil.stderr)
            raise _PdfGagal("PDF tidak terbentuk karena kesalahan pada server. Beri tahu pengelola.")
        if sidik[:12] not in hasil.stdout:
            raise _PdfGagal("Data berubah saat PDF dibuat. Tekan Unduh PDF sekali lagi.")
        sementara.replace(simpanan)
    _buang_lama(simpanan.parent)


def _buang_lama(folder: Path) -> None:
    """Keep the newest drafts only; each can be made again."""
    semua = sorted(folder.glob("*.pdf"), key=lambda p: p.stat().st_mtime, reverse=True)
    for lama in semua[DRAF_TERBANYAK:]:
        lama.unlink(missing_ok=True)


@dataclass(frozen=True)
class Bab:
    """A chapter in the list at the left, with its sections."""

    judul: Judul
    anak: tuple[Judul, ...]


def _bab(judul: tuple[Judul, ...]) -> Iterator[Bab]:
    """Group the headings: a chapter (or front matter) and the letters below it."""
    kini: Judul | None = None
    anak: list[Judul] = []
    for satu in judul:
        if satu.tingkat <= 1:
            if kini is not None:
                yield Bab(kini, tuple(anak))
            kini, anak = satu, []
        elif satu.tingkat == 2:
            anak.append(satu)
    if kini is not None:
        yield Bab(kini, tuple(anak))
