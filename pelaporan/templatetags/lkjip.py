"""Tags of the report's templates: they print what the konteks holds and compute nothing."""

from __future__ import annotations

from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from pelaporan.konteks import (
    Angka,
    Judul,
    JudulTabel,
    Kerangka,
    KonteksLKjIP,
    LampiranBerkas,
    LampiranTiada,
    NarasiBagian,
)
from sakip.umum.teks import huruf_awal_kecil

register = template.Library()
PANJANG = 10  # characters of a whole number that no longer fit a narrow column at full size


@register.simple_tag(takes_context=True)
def aset(context: template.Context, nama: str) -> str:
    """Return the address of an asset: a static URL on screen, ``asset:`` on paper."""
    if context["media"] == "kertas":
        return f"asset:{nama}"
    return static(nama)


@register.filter
def sel(angka: Angka | None) -> str | SafeString:
    """Print a figure; one that is not there stands in a quiet mark."""
    if angka is None:
        return ""
    if not angka.is_terukur:
        return format_html('<span class="kosong">{}</span>', angka.teks)
    if len(angka.teks) > PANJANG and angka.teks.replace(".", "").isdigit():
        return format_html('<span class="panjang">{}</span>', angka.teks)
    return angka.teks


@register.filter
def rupiah(angka: Angka) -> str | SafeString:
    """Print an amount in a sentence, with Rp."""
    if not angka.is_terukur:
        return sel(angka)
    return f"-Rp{angka.teks[1:]}" if angka.teks.startswith("-") else f"Rp{angka.teks}"


@register.filter
def jangkar(kunci: str) -> str:
    """Return the anchor of a key."""
    return kunci.replace(".", "-").replace("_", "-")


@register.simple_tag(takes_context=True)
def nomor_tabel(context: template.Context, kunci: str) -> str:
    """Return "Tabel 3.2" or "Gambar 1.1" for prose."""
    satu: JudulTabel = context["k"].kerangka.tabel_ke(kunci)
    return f"{'Gambar' if satu.jenis == 'gambar' else 'Tabel'} {satu.nomor}"


@register.filter
def anak_bab(kerangka: Kerangka, kunci: str) -> tuple[Judul, ...]:
    """Return the sections of a chapter."""
    return tuple(j for j in kerangka.judul if j.tingkat == 2 and j.kunci.startswith(f"{kunci}."))


@register.filter
def lampiran_lain(k: KonteksLKjIP) -> tuple[tuple[str, LampiranBerkas | LampiranTiada], ...]:
    """Return uploaded ("berkas") and absent ("tiada") appendices in the order of their numbers."""
    semua: dict[str, tuple[str, LampiranBerkas | LampiranTiada]] = {}
    semua.update({x.kunci: ("tiada", x) for x in k.lampiran_tiada})
    semua.update({x.kunci: ("berkas", x) for x in k.lampiran_berkas})
    return tuple(semua[j.kunci] for j in k.kerangka.judul if j.kunci in semua)


@register.simple_tag(takes_context=True)
def berkas(context: template.Context, sha256: str) -> str:
    """Return the address of a stored file on paper; the screen shows it by its page."""
    return f"asset:berkas/{sha256}" if context["media"] == "kertas" else reverse("berkas", args=[sha256])


@register.simple_tag(takes_context=True)
def keterangan(context: template.Context, kunci: str) -> SafeString:
    """Return the title of a table or figure: "Tabel 3.2" and its words."""
    satu: JudulTabel = context["k"].kerangka.tabel_ke(kunci)
    depan = "Gambar" if satu.jenis == "gambar" else "Tabel"
    return format_html("<b>{} {}</b>{}", depan, satu.nomor, satu.judul)


@register.simple_tag(takes_context=True)
def unduh_tabel(context: template.Context, kunci: str) -> str | SafeString:
    """Offer a table as a workbook on screen; paper has no such thing."""
    if context["media"] == "kertas":
        return ""
    k: KonteksLKjIP = context["k"]
    nomor = k.kerangka.tabel_ke(kunci).nomor
    return format_html(
        ' <a class="unduh" href="{}">Unduh Excel<span class="tersembunyi"> Tabel {}</span></a>',
        reverse("laporan_tabel_satu", args=[k.identitas.slug, k.identitas.tahun, nomor]),
        nomor,
    )


@register.simple_tag(takes_context=True)
def kepala_bab(context: template.Context, kunci: str) -> SafeString:
    """Return the heading of a chapter with its generated number."""
    satu: Judul = context["k"].kerangka.bagian(kunci)
    return format_html(
        '<h1 class="bab" id="{}"><span>{}</span> <span class="nama">{}</span></h1>',
        jangkar(kunci),
        satu.nomor,
        satu.judul,
    )


@register.simple_tag(takes_context=True)
def kepala_bagian(context: template.Context, kunci: str) -> SafeString:
    """Return the heading of a section with its generated letter."""
    satu: Judul = context["k"].kerangka.bagian(kunci)
    return format_html('<h2 id="{}">{}. {}</h2>', jangkar(kunci), satu.nomor, satu.judul)


@register.simple_tag(takes_context=True)
def kepala_lampiran(context: template.Context, kunci: str) -> SafeString:
    """Return the heading of an appendix with its generated number."""
    satu: Judul = context["k"].kerangka.bagian(kunci)
    return format_html('<h2 id="{}">{}. {}</h2>', jangkar(kunci), satu.nomor, satu.judul)


@register.filter
def awal_kecil(teks: str) -> str:
    """Return a duty as the rest of a sentence, with its full stop."""
    return huruf_awal_kecil(teks.strip().rstrip(".")) + "."


@register.inclusion_tag("pelaporan/lkjip/_narasi.html", takes_context=True)
def narasi(context: template.Context, kunci: str, wajib: str = "") -> dict[str, Any]:
    """Print what a person wrote for a section; a required one that is empty says so."""
    bagian: NarasiBagian = context["k"].narasi_bagian(kunci)
    return {
        "bagian": bagian,
        "wajib": wajib,
        "media": context["media"],
        "ditulis": _is_ditulis(context, kunci),
    }


@register.inclusion_tag("pelaporan/lkjip/_uraian.html", takes_context=True)
def uraian(context: template.Context, kunci: str, berjudul: str = "") -> dict[str, Any]:
    """Print the facts under a table, then the person's own explanation.

    ``berjudul`` names the table first: where it stands on a landscape page of its own.
    """
    k = context["k"]
    return {
        "judul": nomor_tabel(context, kunci) if berjudul else "",
        "kalimat": k.fakta_tabel(kunci),
        "bagian": k.narasi_bagian(f"tabel.{kunci}"),
        "wajib": "Penjelasan belum diisi.",
        "media": context["media"],
        "ditulis": _is_ditulis(context, f"tabel.{kunci}"),
    }


def _is_ditulis(context: template.Context, kunci: str) -> bool:
    """Whether the page around the sheet is where this section is being written: the sheet marks the place."""
    return bool(context.get("ditulis") == kunci)
