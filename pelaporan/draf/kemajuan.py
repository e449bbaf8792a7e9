"""Tabel 3.4: how far the way to the last target of the Renstra is."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.draf.dasar import (
    KODE_KEADAAN,
    SERATUS,
    Baris,
    Draf,
    Kalimat,
    Kelompok,
    bersatuan,
    nama_indikator,
    token,
)
from pelaporan.konteks import Angka, KonteksLKjIP

KALIMAT = {
    "sampai": Kalimat(
        "kemajuan seratus persen atau lebih",
        "{indikator} sudah sampai pada target akhir {target_akhir}.",
    ),
    "belum_sampai": Kalimat(
        "kemajuan lima puluh persen atau lebih, di bawah seratus persen",
        "Kemajuan {indikator} terhadap target akhir {target_akhir} adalah {kemajuan}.",
    ),
    "kurang_dari_separuh": Kalimat(
        "kemajuan di bawah lima puluh persen",
        "{indikator} menempuh kurang dari separuh target akhir {target_akhir}, yaitu {kemajuan}.",
    ),
    "belum_diisi": Kalimat(
        "realisasi atau target akhirnya belum diisi",
        "Kemajuan {indikator} belum dapat dihitung karena datanya belum tersedia.",
    ),
    "tidak_dapat_dihitung": Kalimat(
        "rumus kemajuan tidak memberi hasil",
        "Kemajuan {indikator} tidak dapat dihitung menurut rumusnya.",
    ),
    "tidak_berlaku": Kalimat(
        "indikator dinyatakan tidak berlaku tahun ini",
        "Kemajuan {indikator} tidak dihitung karena tidak berlaku pada tahun [[tahun]].",
    ),
}
KELOMPOK = (
    Kelompok(("sampai",), "Target akhir tahun [[tahun_akhir]] sudah tercapai pada {daftar}."),
    Kelompok(
        ("belum_sampai", "kurang_dari_separuh"),
        "Target akhir tahun [[tahun_akhir]] belum tercapai pula pada {daftar}.",
        2,
        "naik",
        paragraf=2,
    ),
    Kelompok(
        ("belum_diisi",),
        "Kemajuan {daftar} belum dapat dihitung karena datanya belum tersedia.",
        paragraf=3,
        hampa=True,
    ),
    Kelompok(
        ("tidak_dapat_dihitung",),
        "Kemajuan {daftar} tidak dapat dihitung menurut rumusnya.",
        paragraf=3,
        hampa=True,
    ),
    Kelompok(
        ("tidak_berlaku",),
        "Kemajuan tidak dihitung untuk {daftar}, yang tidak berlaku pada tahun [[tahun]].",
        paragraf=3,
        hampa=True,
    ),
)


def kode(kemajuan: Angka) -> str:
    """Return the result code of a row."""
    if not kemajuan.is_terukur or kemajuan.nilai is None:
        return KODE_KEADAAN[kemajuan.keadaan]
    if kemajuan.nilai >= SERATUS:
        return "sampai"
    return "belum_sampai" if 2 * kemajuan.nilai >= SERATUS else "kurang_dari_separuh"


def baris(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield the rows of Tabel 3.4, which stand in the order of Tabel 3.2."""
    for b, m in zip(konteks.bab3.capaian, konteks.bab3.kemajuan, strict=True):
        nama = nama_indikator(b.kode)
        yield Baris(
            kode=kode(m.kemajuan),
            butir=f"{nama} ({token('kemajuan', b.kode)})" if m.kemajuan.is_terukur else nama,
            isi={
                "indikator": nama,
                "target_akhir": bersatuan(b, "target_akhir", b.kode),
                "kemajuan": token("kemajuan", b.kode),
            },
            nilai=m.kemajuan.nilai,
        )


DRAF = Draf("tabel.t_kemajuan", KALIMAT, KELOMPOK, baris, "indikator lain dalam tabel")
