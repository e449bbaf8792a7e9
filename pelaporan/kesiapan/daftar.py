"""All tests of criteria by the name that a row of criteria gives in ``penguji`` (docs/kesiapan.md)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pelaporan.kesiapan import keselarasan, mutu, pemanfaatan, pemenuhan, reviu
from pelaporan.kesiapan.dasar import HasilUji, Penguji, tanya
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.jalankan import HasilPeriksa

_SEMUA: tuple[Penguji, ...] = (
    pemenuhan.disusun,
    pemenuhan.berkala,
    pemenuhan.diformalkan,
    pemenuhan.direviu,
    pemenuhan.tepat_waktu,
    mutu.standar,
    mutu.semua_informasi,
    mutu.banding_target,
    mutu.banding_menengah,
    mutu.banding_tahun_lalu,
    mutu.banding_nasional,
    mutu.analisis,
    mutu.efisiensi,
    mutu.perbaikan,
    mutu.rekomendasi,
    pemanfaatan.penyesuaian_aktivitas,
    pemanfaatan.penyesuaian_anggaran,
    pemanfaatan.evaluasi_keberhasilan,
    pemanfaatan.penyesuaian_perencanaan,
    reviu.data_penting,
    reviu.target,
    reviu.capaian_memadai,
    reviu.lampiran,
    reviu.keuangan,
    reviu.bukti,
    reviu.mekanisme,
    reviu.penanggung_jawab,
    keselarasan.selaras_pk,
    keselarasan.selaras_renstra,
    keselarasan.penjelasan_pk,
    keselarasan.selaras_indikator,
    keselarasan.selaras_iku,
    keselarasan.penjelasan_iku,
    keselarasan.perbandingan,
    keselarasan.cukup_mengukur,
    keselarasan.definisi,
)

PENGUJI: Mapping[str, Penguji] = MappingProxyType({p.__name__: p for p in _SEMUA})

HANYA_ORANG = tanya("Hanya orang yang mengetahuinya. Jawab disertai catatan atau buktinya.")


def uji(penguji: str, bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Return what the report says to a criterion; without a known test a person must answer."""
    fungsi = PENGUJI.get(penguji)
    return fungsi(bahan, hasil) if fungsi else HANYA_ORANG


def build_tabel_penguji() -> str:
    """Return the table of docs/kesiapan.md: the name of each test and what it looks at."""
    baris = [
        f"| `{nama}` | {(fungsi.__doc__ or '').strip().splitlines()[0]} |" for nama, fungsi in PENGUJI.items()
    ]
    return "\n".join(("| penguji | looks at |", "| --- | --- |", *baris))
