"""The one short write of a file: rows still as they were checked, then all with history, or none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model

from sakip.umum.admin_formulir import sebutkan_penolakan
from sakip.umum.impor.hasil import ImporGagal
from sakip.umum.impor.resource import ResourceImpor
from sakip.umum.riwayat import buat_banyak, ubah_banyak

BERUBAH_SEMENTARA = (
    "Data berubah ketika berkas ini akan disimpan, jadi belum ada yang tersimpan. Periksa lagi."
)
MELINGKAR = "Ada baris yang saling menunjuk sebagai atasannya. Belum ada yang tersimpan."
PANJANG_ALASAN = 100


def terapkan(resource: ResourceImpor, alasan: str) -> None:
    """Write what a check collected, in one transaction. Raises ImporGagal; then nothing was written."""
    baru, ubah = resource.ditulis()
    alasan = alasan[:PANJANG_ALASAN]
    try:
        with transaction.atomic():
            for model in resource.urutan_tulis:
                _pastikan_tetap(resource, model, list(ubah[model].values()))
            for model in resource.urutan_tulis:
                _tulis_model(resource, model, baru[model], list(ubah[model].values()), alasan)
            resource.sesudah_tulis(alasan)
    except IntegrityError as galat:
        raise ImporGagal(f"Belum ada yang tersimpan. {sebutkan_penolakan(galat)}") from galat


def _pastikan_tetap(resource: ResourceImpor, model: type[Model], ubah: list[Any]) -> None:
    """Lock the rows that would change; refuse where one is not what the check read."""
    if not ubah:
        return
    kolom = [f.attname for f in model._meta.concrete_fields]
    rows = model._base_manager.select_for_update().filter(pk__in=[o.pk for o in ubah])
    kini = {r[model._meta.pk.attname]: r for r in rows.order_by("pk").values(*kolom)}
    if any(kini.get(o.pk) != resource.asal[id(o)][1] for o in ubah):
        raise ImporGagal(BERUBAH_SEMENTARA)


def _tulis_model(
    resource: ResourceImpor, model: type[Model], baru: list[Any], ubah: list[Any], alasan: str
) -> None:
    resource.sebelum_tulis(model, ubah)
    bidang = sorted({nama for o in ubah for nama in resource.beda(o)})

    def _ubah() -> None:
        if ubah:
            ubah_banyak(ubah, bidang, oleh=resource.pengguna, alasan=alasan)

    if model in resource.ubah_dahulu:
        _ubah()
    for lapis in _berlapis(model, baru):
        buat_banyak(lapis, oleh=resource.pengguna, alasan=alasan)
    if model not in resource.ubah_dahulu:
        _ubah()


def _berlapis(model: type[Model], baru: list[Any]) -> Iterator[list[Any]]:
    """Yield new rows so that what a row points to in its own table comes before it."""
    sendiri = [f.name for f in model._meta.fields if f.is_relation and f.related_model is model]
    sisa = list(baru)
    while sisa:
        lapis = [o for o in sisa if all(_tersimpan(o, nama) for nama in sendiri)]
        if not lapis:
            raise ImporGagal(MELINGKAR)
        yield lapis
        tertulis = {id(o) for o in lapis}
        sisa = [o for o in sisa if id(o) not in tertulis]


def _tersimpan(objek: Any, nama: str) -> bool:
    atas = getattr(objek, nama)
    return atas is None or atas.pk is not None
