"""Tokens: figures of the report that a narrative names by key, so that no digit is typed in prose.

A key is ``jenis``, ``jenis:objek`` or ``jenis:objek:tahun``; the year is relative (``N``, ``N-1``), so that
a text can be taken over by the next report. A sasaran has no code: it is named by that of an indicator of
it. ``docs/token.md`` lists the kinds. A key without a figure gives a visible mark, never an empty text.
"""

from __future__ import annotations

from collections.abc import Mapping

from pelaporan.fakta import judul_program
from pelaporan.konteks import Angka, BarisCapaian, KonteksLKjIP, RingkasanNode
from sakip.umum.hitung import Keadaan
from sakip.umum.teks import gabung_kata

# kind -> what it prints (docs/token.md is made of it)
JENIS_TOKEN: Mapping[str, str] = {
    "perangkat_daerah": "nama perangkat daerah",
    "pemda": "nama pemerintah daerah",
    "kepala_daerah": "sebutan kepala daerah, misalnya Bupati beserta nama daerahnya",
    "ibu_kota": "ibu kota daerah",
    "sebutan_kepala": "sebutan kepala perangkat daerah",
    "kepala": "nama kepala perangkat daerah yang menjabat pada rencana tanggal pengesahan",
    "jabatan_kepala": "jabatannya, dengan Plt., Plh., atau Pj. bila bukan pejabat definitif",
    "nip_kepala": "NIP kepala perangkat daerah itu",
    "periode": "periode Renstra",
    "tahun_ke": "tahun ke berapa dalam periode Renstra, dengan huruf (kedua)",
    "tahun_akhir": "tahun akhir target Renstra",
    "tahun": "tahun laporan; tahun:N-1 dan tahun:N+1 untuk tahun sebelum dan sesudahnya",
    "misi_didukung": "nomor misi RPJMD yang didukung Renstra",
    "indikator": "indikator:KODE, nama indikator",
    "satuan": "satuan:KODE, satuan indikator sebagaimana ditulis dalam kalimat",
    "tujuan": "tujuan:KODE, tujuan yang memuat indikator itu",
    "sasaran": "sasaran:KODE, sasaran yang memuat indikator itu",
    "program": "program:KODE_PROGRAM, nama program",
    "target": "target:KODE, target indikator; target:KODE:N-1 tahun sebelumnya",
    "realisasi": "realisasi:KODE, realisasi indikator; juga dengan :N-1",
    "capaian": "capaian:KODE, capaian indikator; juga dengan :N-1; capaian:KODE_PROGRAM rata-rata program",
    "kategori": "kategori:KODE, kategori indikator; tanpa kode, kategori kantor",
    "perubahan": "perubahan:KODE, perubahan dari tahun sebelumnya: membaik, menurun, atau tetap",
    "target_akhir": "target_akhir:KODE, target indikator pada tahun akhir Renstra",
    "kemajuan": "kemajuan:KODE, kemajuan terhadap target akhir Renstra",
    "pagu": "pagu seluruhnya; pagu:KODE_PROGRAM untuk satu program",
    "realisasi_anggaran": "realisasi anggaran seluruhnya atau satu program",
    "serapan": "serapan seluruhnya atau satu program",
    "sisa": "sisa anggaran",
    "jumlah": "jumlah:misi, tujuan, sasaran, indikator, indikator_pk, terukur, tercapai, belum_tercapai, "
    "program",
    "rerata": "rata-rata capaian kantor; rerata:KODE untuk sasaran yang memuat indikator itu",
    "efisiensi": "nilai efisiensi kantor; efisiensi:KODE_PROGRAM untuk satu program, efisiensi:KODE untuk "
    "sasaran yang memuat indikator itu",
    "kategori_efisiensi": "kategori efisiensi kantor, program, atau sasaran, seperti efisiensi",
    "hukum": "hukum:KUNCI, sebutan peraturan yang tercantum dalam landasan hukum laporan",
}


def build_token(konteks: KonteksLKjIP) -> dict[str, Angka]:
    """Return every key with its printed figure."""
    token = _token_umum(konteks) | _token_kantor(konteks)
    for selisih in range(-5, 6):
        kunci = "tahun:N" if not selisih else f"tahun:N{selisih:+d}"
        token[kunci] = Angka(str(konteks.identitas.tahun + selisih))
    for b in konteks.bab3.capaian:
        token |= _token_indikator(konteks, b)
    _tambah_tahun(token, konteks)
    _tambah_program(token, konteks)
    token |= {f"hukum:{kunci}": Angka(sebutan) for kunci, sebutan in konteks.bab1.kunci_hukum}
    return token


def _token_umum(konteks: KonteksLKjIP) -> dict[str, Angka]:
    """Names of the office, its government and its people, and its planning period."""
    k, p, kepala = konteks.identitas, konteks.periode, konteks.pengesahan.penanda_tangan
    return {
        "perangkat_daerah": Angka(k.perangkat_daerah),
        "pemda": Angka(k.pemda),
        "kepala_daerah": _teks(k.kepala_daerah),
        "ibu_kota": _teks(k.ibu_kota),
        "sebutan_kepala": _teks(k.sebutan_kepala),
        "kepala": _teks(kepala.nama if kepala else "", "pejabat pada tanggal itu belum dicatat"),
        "jabatan_kepala": _teks(kepala.jabatan if kepala else "", "pejabat pada tanggal itu belum dicatat"),
        "nip_kepala": _teks(kepala.nip if kepala else "", "NIP belum dicatat"),
        "periode": Angka(p.nama),
        "tahun_ke": _teks(p.tahun_ke, "tahun laporan mendahului periode Renstra"),
        "tahun_akhir": Angka(str(p.tahun_akhir)),
        "tahun": Angka(str(k.tahun)),
        "misi_didukung": _teks(gabung_kata(konteks.bab2.misi_didukung), "Renstra belum dipetakan ke misi"),
    }


def _token_kantor(konteks: KonteksLKjIP) -> dict[str, Angka]:
    """Totals and counts of the whole report."""
    i = konteks.ikhtisar
    return {
        "pagu": _rupiah(i.pagu),
        "realisasi_anggaran": _rupiah(i.realisasi),
        "sisa": _rupiah(i.sisa),
        "serapan": i.serapan,
        "rerata": i.capaian,
        "kategori": i.kategori,
        "efisiensi": i.efisiensi,
        "kategori_efisiensi": _kategori(i.kategori_efisiensi, i.efisiensi),
        "jumlah:misi": Angka(str(len(konteks.bab2.misi))),
        "jumlah:tujuan": Angka(str(i.jumlah_tujuan)),
        "jumlah:sasaran": Angka(str(i.jumlah_sasaran)),
        "jumlah:indikator": Angka(str(i.jumlah_indikator_dilaporkan)),
        "jumlah:indikator_pk": Angka(str(i.jumlah_indikator_pk)),
        "jumlah:terukur": Angka(str(i.jumlah_terukur)),
        "jumlah:tercapai": Angka(str(i.jumlah_tercapai)),
        "jumlah:belum_tercapai": Angka(str(i.jumlah_belum_tercapai)),
        "jumlah:program": Angka(str(i.jumlah_program)),
    }


def _token_indikator(konteks: KonteksLKjIP, b: BarisCapaian) -> dict[str, Angka]:
    """An indicator of Tabel 3.2 with the tujuan and sasaran that hold it."""
    token = {
        f"indikator:{b.kode}": Angka(b.indikator),
        f"satuan:{b.kode}": _teks(_satuan(b.satuan)),
        f"tujuan:{b.kode}": _teks(b.tujuan),
        f"target:{b.kode}": b.target,
        f"realisasi:{b.kode}": b.realisasi,
        f"capaian:{b.kode}": b.capaian,
        f"kategori:{b.kode}": b.kategori,
    }
    if b.tingkat == "sasaran":
        token[f"sasaran:{b.kode}"] = _teks(b.node)
        milik = [s for s in konteks.bab3.per_sasaran if s.nama == b.node]
        if len(milik) == 1:
            token[f"rerata:{b.kode}"] = milik[0].capaian
            token |= _efisiensi(b.kode, milik[0])
    return token


def _tambah_tahun(token: dict[str, Angka], konteks: KonteksLKjIP) -> None:
    """Earlier years, the change from the last one, and the way to the end of the Renstra."""
    tiada = "nilainya belum tersedia pada kedua tahun"
    for banding in konteks.bab3.banding:
        token[f"perubahan:{banding.kode}"] = (
            Angka(banding.perubahan)
            if banding.perubahan
            else Angka("belum dapat dibandingkan", Keadaan.TIDAK_DAPAT_DIHITUNG, None, tiada)
        )
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
        token[f"target_akhir:{capaian.kode}"] = kemajuan.target_akhir


def _tambah_program(token: dict[str, Angka], konteks: KonteksLKjIP) -> None:
    """Budget of programmes, kegiatan and sub kegiatan; capaian and efficiency of programmes."""
    ringkasan = {s.nama: s for s in konteks.bab3.per_program}
    for b in konteks.bab3.anggaran:
        token |= {
            f"program:{b.kode}": _teks(judul_program(b.nama)),
            f"pagu:{b.kode}": _rupiah(b.pagu),
            f"realisasi_anggaran:{b.kode}": _rupiah(b.realisasi),
            f"serapan:{b.kode}": b.serapan,
        }
        satu = ringkasan.get(b.nama)
        if b.tingkat == 1 and satu is not None:
            token[f"capaian:{b.kode}"] = satu.capaian
            token |= _efisiensi(b.kode, satu)


def _efisiensi(kode: str, satu: RingkasanNode) -> dict[str, Angka]:
    if satu.efisiensi is None:
        return {}
    return {
        f"efisiensi:{kode}": satu.efisiensi,
        f"kategori_efisiensi:{kode}": _kategori(satu.kategori_efisiensi, satu.efisiensi),
    }


def _kategori(nama: str, efisiensi: Angka) -> Angka:
    return Angka(nama, efisiensi.keadaan) if nama else efisiensi


def _teks(teks: str, alasan: str = "belum diisi") -> Angka:
    return Angka(teks) if teks.strip() else Angka("belum diisi", Keadaan.BELUM_DIISI, None, alasan)


def _satuan(satuan: str) -> str:
    """A unit inside a sentence: "Hari" is written "hari", "KTP" stays."""
    return " ".join(k.lower() if k[1:].islower() else k for k in satuan.split())


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
