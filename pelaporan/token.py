"""Tokens: figures of the report that a narrative names by key, so that no digit is typed in prose.

A key is ``jenis``, ``jenis:objek`` or ``jenis:objek:tahun``; the year is relative (``N``, ``N-1``).
``docs/token.md`` lists the kinds. A key without a figure gives a visible mark, never an empty text.
"""

from __future__ import annotations

from collections.abc import Mapping

from pelaporan.konteks import Angka, KonteksLKjIP
from sakip.umum.hitung import Keadaan

# kind -> what it prints (read by docs/token.md's test)
JENIS_TOKEN: Mapping[str, str] = {
    "perangkat_daerah": "nama perangkat daerah",
    "pemda": "nama pemerintah daerah",
    "sebutan_kepala": "sebutan kepala perangkat daerah",
    "periode": "periode Renstra",
    "tahun": "tahun laporan; tahun:N-1 dan tahun:N+1 untuk tahun sebelum dan sesudahnya",
    "target": "target:KODE, target indikator; target:KODE:N-1 tahun sebelumnya",
    "realisasi": "realisasi:KODE, realisasi indikator; juga dengan :N-1",
    "capaian": "capaian:KODE, capaian indikator; juga dengan :N-1",
    "kategori": "kategori:KODE, kategori indikator; tanpa kode, kategori kantor",
    "kemajuan": "kemajuan:KODE, kemajuan terhadap target akhir Renstra",
    "pagu": "pagu seluruhnya; pagu:KODE_PROGRAM untuk satu program",
    "realisasi_anggaran": "realisasi anggaran seluruhnya atau satu program",
    "serapan": "serapan seluruhnya atau satu program",
    "sisa": "sisa anggaran",
    "jumlah": "jumlah:tujuan, sasaran, indikator, indikator_pk, terukur, tercapai, belum_tercapai, program",
    "rerata": "rata-rata capaian kantor",
    "efisiensi": "nilai efisiensi kantor",
    "kategori_efisiensi": "kategori efisiensi kantor",
    "hukum": "hukum:KUNCI, sebutan peraturan yang tercantum dalam landasan hukum laporan",
}


def build_token(konteks: KonteksLKjIP) -> dict[str, Angka]:
    """Return every key with its printed figure."""
    i, k = konteks.ikhtisar, konteks.identitas
    token = {
        "perangkat_daerah": Angka(k.perangkat_daerah),
        "pemda": Angka(k.pemda),
        "sebutan_kepala": Angka(k.sebutan_kepala),
        "periode": Angka(konteks.periode.nama),
        "tahun": Angka(str(k.tahun)),
        "pagu": _rupiah(i.pagu),
        "realisasi_anggaran": _rupiah(i.realisasi),
        "sisa": _rupiah(i.sisa),
        "serapan": i.serapan,
        "rerata": i.capaian,
        "kategori": i.kategori,
        "efisiensi": i.efisiensi,
        "kategori_efisiensi": Angka(i.kategori_efisiensi, i.efisiensi.keadaan)
        if i.kategori_efisiensi
        else i.efisiensi,
        "jumlah:tujuan": Angka(str(i.jumlah_tujuan)),
        "jumlah:sasaran": Angka(str(i.jumlah_sasaran)),
        "jumlah:indikator": Angka(str(i.jumlah_indikator_dilaporkan)),
        "jumlah:indikator_pk": Angka(str(i.jumlah_indikator_pk)),
        "jumlah:terukur": Angka(str(i.jumlah_terukur)),
        "jumlah:tercapai": Angka(str(i.jumlah_tercapai)),
        "jumlah:belum_tercapai": Angka(str(i.jumlah_belum_tercapai)),
        "jumlah:program": Angka(str(i.jumlah_program)),
    }
    for selisih in range(-5, 6):
        kunci = "tahun:N" if not selisih else f"tahun:N{selisih:+d}"
        token[kunci] = Angka(str(k.tahun + selisih))
    _tambah_indikator(token, konteks)
    token |= {f"hukum:{kunci}": Angka(sebutan) for kunci, sebutan in konteks.bab1.kunci_hukum}
    for b in konteks.bab3.anggaran:
        token |= {
            f"pagu:{b.kode}": _rupiah(b.pagu),
            f"realisasi_anggaran:{b.kode}": _rupiah(b.realisasi),
            f"serapan:{b.kode}": b.serapan,
        }
    return token


def _tambah_indikator(token: dict[str, Angka], konteks: KonteksLKjIP) -> None:
    for b in konteks.bab3.capaian:
        token |= {
            f"target:{b.kode}": b.target,
            f"realisasi:{b.kode}": b.realisasi,
            f"capaian:{b.kode}": b.capaian,
            f"kategori:{b.kode}": b.kategori,
        }
    for banding in konteks.bab3.banding:
        for t in banding.tahun:
            selisih = t.tahun - konteks.identitas.tahun
            akhiran = "N" if not selisih else f"N{selisih:+d}"
            token |= {
                f"target:{banding.kode}:{akhiran}": t.target,
                f"realisasi:{banding.kode}:{akhiran}": t.realisasi,
                f"capaian:{banding.kode}:{akhiran}": t.capaian,
            }
    for capaian, kemajuan in zip(konteks.bab3.capaian, konteks.bab3.kemajuan, strict=True):
        token[f"kemajuan:{capaian.kode}"] = kemajuan.kemajuan


def _rupiah(angka: Angka) -> Angka:
    if not angka.is_terukur:
        return angka
    depan = f"-Rp{angka.teks[1:]}" if angka.teks.startswith("-") else f"Rp{angka.teks}"
    return Angka(depan, angka.keadaan, angka.nilai, angka.alasan)


def cari_token(token: Mapping[str, Angka], kunci: str) -> Angka:
    """Return the figure of a key; an unknown key prints as such and is not a figure."""
    if kunci in token:
        return token[kunci]
    return Angka(
        f"(token tidak dikenal: {kunci})",
        Keadaan.TIDAK_DAPAT_DIHITUNG,
        None,
        "kunci tidak dikenal atau sumbernya sudah tidak ada",
    )
