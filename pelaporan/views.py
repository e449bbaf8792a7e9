"""Pages of the report: the report itself, its PDF and its data. Nothing here writes a row."""

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

from organisasi.halaman import RequestKantor, pelaku_dari
from organisasi.models import PemerintahDaerah
from pelaporan.konteks import Judul, compute_hash, to_json
from pelaporan.lampiran import LampiranTidakSah, ambil_berkas
from pelaporan.models import BerkasTersimpan, HalamanLampiran, Lampiran, Laporan, Narasi
from pelaporan.susun import SusunGagal, build_konteks_lkjip

BATAS_DETIK = 120
DRAF_TERBANYAK = 100
log = logging.getLogger(__name__)


@require_safe
def laporan(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Show the report: the HTML that the PDF is made of, inside a page."""
    from pelaporan.terbit import build_context

    satu = ambil_laporan(request, slug, tahun)
    try:
        konteks = build_konteks_lkjip(satu)
    except SusunGagal as galat:
        return laporan_gagal(request, satu, str(galat), 200)
    isi = build_context(konteks, media="layar")
    menulis = pelaku_dari(request).boleh_tulis(Narasi)
    isi.update(laporan=satu, daftar_bab=tuple(_bab(konteks.kerangka.judul)), menulis=menulis)
    return render(request, "pelaporan/laporan.html", isi)


@require_safe
def laporan_pdf(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """Send the PDF. It is made once for the same content; the second click is instant."""
    satu = ambil_laporan(request, slug, tahun)
    try:
        sidik = compute_hash(build_konteks_lkjip(satu))
    except SusunGagal as galat:
        return laporan_gagal(request, satu, str(galat), 409)
    simpanan = Path(settings.MEDIA_ROOT) / "draf" / f"{sidik}.pdf"
    if not _is_segar(simpanan):
        try:
            _buat_pdf(slug, tahun, sidik, simpanan)
        except PdfGagal as galat:
            return laporan_gagal(request, satu, str(galat), 503)
    sama = jawab_sama(request, sidik)
    if sama is not None:
        return sama
    nama = f"lkjip-{slug}-{tahun}.pdf"
    return privat(FileResponse(simpanan.open("rb"), content_type="application/pdf", filename=nama), sidik)


@require_safe
def laporan_json(request: HttpRequest, slug: str, tahun: int) -> HttpResponseBase:
    """Send the canonical JSON (docs/konteks.md)."""
    satu = ambil_laporan(request, slug, tahun)
    try:
        konteks = build_konteks_lkjip(satu)
    except SusunGagal as galat:
        return laporan_gagal(request, satu, str(galat), 409)
    sidik = compute_hash(konteks)
    jawaban = HttpResponse(
        to_json(konteks),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="lkjip-{slug}-{tahun}.json"'},
    )
    return jawab_sama(request, sidik) or privat(jawaban, sidik)


@require_safe
def berkas(request: HttpRequest, sha256: str) -> HttpResponseBase:
    """Send a stored file (a page of a scan, or the scan): its address never changes what it holds."""
    satu = BerkasTersimpan.objects.filter(sha256=sha256).first()
    if satu is None or not _boleh_berkas(request, satu):
        raise Http404("tidak tercatat")
    sama = jawab_sama(request, sha256)
    if sama is not None:
        return sama
    try:
        isi = ambil_berkas(sha256)
    except LampiranTidakSah as galat:
        raise Http404("tidak ada dalam penyimpanan") from galat
    jawaban = HttpResponse(isi, content_type=satu.jenis_isi)
    return privat(jawaban, sha256)


# Helpers -------------------------------------------------------------------------------------------


def ambil_laporan(request: HttpRequest, slug: str, tahun: int) -> Laporan:
    """Return a report that the person may see; else there is none (404)."""
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


def laporan_kantor(request: RequestKantor) -> Laporan | None:
    """Return the report of the page's office and year; None where it is not recorded."""
    satu: Laporan | None = (
        Laporan.objects.untuk(request.user)
        .filter(perangkat_daerah=request.kantor, tahun=request.tahun)
        .select_related("perangkat_daerah__pemda")
        .first()
    )
    return satu


def _boleh_berkas(request: HttpRequest, satu: BerkasTersimpan) -> bool:
    """Whether a row that the person may see holds this file."""
    milik = Lampiran.objects.untuk(request.user).filter(berkas=satu)
    halaman = HalamanLampiran.objects.untuk(request.user).filter(gambar=satu)
    lambang = PemerintahDaerah.objects.untuk(request.user).filter(lambang=satu.berkas.name)
    return milik.exists() or halaman.exists() or lambang.exists()


def jawab_sama(request: HttpRequest, sidik: str) -> HttpResponseBase | None:
    """Return 304 where the browser already holds this content."""
    jawaban = get_conditional_response(request, etag=f'"{sidik}"')
    if isinstance(jawaban, HttpResponseNotModified):
        return privat(jawaban, sidik)
    return None


def privat(jawaban: HttpResponseBase, sidik: str) -> HttpResponseBase:
    """Let only this browser keep an answer, and ask again each time."""
    jawaban["ETag"] = f'"{sidik}"'
    jawaban["Cache-Control"] = "private, no-cache"
    return jawaban


def laporan_gagal(request: HttpRequest, satu: Laporan, sebab: str, status: int) -> HttpResponse:
    """Say on a page why there is nothing to show."""
    return render(request, "pelaporan/laporan_gagal.html", {"laporan": satu, "sebab": sebab}, status=status)


class PdfGagal(Exception):
    """No PDF; the text is for the person."""


def _is_segar(simpanan: Path) -> bool:
    return is_segar(simpanan, "templates/pelaporan/lkjip", "pelaporan")


def is_segar(simpanan: Path, *folder: str) -> bool:
    """Whether a kept PDF is there and no style, and no template or code in these folders, is newer."""
    if not simpanan.is_file():
        return False
    akar = Path(settings.BASE_DIR)
    sumber = (
        *(akar / "static" / "pelaporan").glob("*.css"),
        *(satu for f in folder for pola in ("*.html", "*.py") for satu in (akar / f).glob(pola)),
    )
    return simpanan.stat().st_mtime >= max((s.stat().st_mtime for s in sumber), default=0.0)


def _buat_pdf(slug: str, tahun: int, sidik: str, simpanan: Path) -> None:
    buat_pdf(["susun_lkjip", f"--perangkat-daerah={slug}", f"--tahun={tahun}"], sidik, simpanan)


def buat_pdf(perintah: list[str], sidik: str, simpanan: Path) -> None:
    """Render in a child process: the worker keeps neither its memory nor a crash.

    ``perintah`` is a management command with its arguments but ``--keluaran``; it prints the hash of what
    it wrote. Raises PdfGagal with a sentence for the person.
    """
    simpanan.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=simpanan.parent, prefix=".") as folder:
        sementara = Path(folder) / "hasil.pdf"
        kelola = str(Path(settings.BASE_DIR) / "manage.py")
        argumen = [sys.executable, kelola, *perintah, f"--keluaran={sementara}"]
        try:
            hasil = subprocess.run(argumen, capture_output=True, text=True, timeout=BATAS_DETIK, check=False)
        except subprocess.TimeoutExpired as galat:
            raise PdfGagal(f"PDF belum selesai dalam {BATAS_DETIK} detik. Coba lagi nanti.") from galat
        if hasil.returncode == 2 and hasil.stderr.strip():
            raise PdfGagal(hasil.stderr.strip().splitlines()[-1])
        if hasil.returncode != 0 or not sementara.is_file():
            log.error("%s: %s", " ".join(perintah), hasil.stderr)
            raise PdfGagal("PDF tidak terbentuk karena kesalahan pada server. Beri tahu pengelola.")
        if sidik[:12] not in hasil.stdout:
            raise PdfGagal("Data berubah saat PDF dibuat. Tekan Unduh PDF sekali lagi.")
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
