"""The reviewers' checklist: form of the report, and how it was made."""

from __future__ import annotations

from pelaporan.kesiapan.dasar import (
    TANPA_INDIKATOR,
    HasilUji,
    Kurang,
    belum_terpenuhi,
    is_ada,
    penjelasan,
    putuskan,
    strategis,
    tabel,
    tanya,
    tautan_target,
    terpenuhi,
)
from pelaporan.kesiapan.mutu import cari_informasi
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.jalankan import HasilPeriksa

# Format --------------------------------------------------------------------------------------------------


def data_penting(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether Bab I shows duties, structure, staff and strategic issues."""
    b = bahan.konteks.bab1
    kurang = []
    if b.organisasi is None:
        kurang.append(Kurang("susunan organisasi belum diisi", "unit"))
    elif not b.organisasi.tugas:
        kurang.append(Kurang("tugas kepala perangkat daerah belum diisi", "unit"))
    if not b.profil:
        kurang.append(Kurang("profil pegawai dan wilayah belum diisi", "profil"))
    if not b.isu_tahun and not any(k.butir for k in b.isu_renstra):
        kurang.append(Kurang("isu strategis belum diisi", "isu"))
    return putuskan(
        kurang,
        belum="Data penting perangkat daerah belum lengkap.",
        lengkap="Bab I memuat tugas dan fungsi, susunan organisasi, profil, dan isu strategis.",
        bukti="bagian:bab1.organisasi",
    )


def target(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every promised indicator has its target."""
    baris = bahan.konteks.bab3.capaian
    kurang = [TANPA_INDIKATOR] if not baris else []
    kurang += [
        Kurang(f"{b.indikator}: target belum diisi", tautan_target("PK" in b.tanda, b.kode))
        for b in baris
        if not is_ada(b.target)
    ]
    return putuskan(
        kurang,
        belum="Informasi target kinerja belum lengkap.",
        lengkap=f"Target {len(baris)} indikator disajikan pada {tabel(bahan, 't_capaian')}.",
        bukti="bagian:t_capaian",
    )


def capaian_memadai(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether achievements are shown for all indicators and explained."""
    kurang, cakupan = cari_informasi(bahan)
    return putuskan(
        [*kurang, *penjelasan(bahan, "t_capaian")],
        belum=f"Penyajian capaian belum memadai: {cakupan} dilaporkan beserta capaiannya.",
        lengkap=f"{cakupan} dilaporkan beserta capaiannya pada {tabel(bahan, 't_capaian')}, dan dijelaskan.",
        bukti="bagian:t_capaian",
    )


def lampiran(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether the PK is attached; an appendix that is stated as absent asks a person."""
    k = bahan.konteks
    if k.naskah_pk is None:
        return belum_terpenuhi(
            "Lampiran belum lengkap.", [Kurang("Perjanjian Kinerja belum ditetapkan", "pk")]
        )
    if k.lampiran_tiada:
        tiada = "; ".join(f"{x.judul}: {x.alasan.rstrip('.')}" for x in k.lampiran_tiada)
        return tanya(
            f"Perjanjian Kinerja terlampir. Dinyatakan tidak ada: {tiada}. Jawab apakah lampiran cukup "
            "mendukung.",
            "bagian:lampiran",
        )
    return terpenuhi(
        f"Matriks Renstra, IKU, Perjanjian Kinerja, dan {len(k.lampiran_berkas)} berkas pindaian terlampir.",
        "bagian:lampiran",
    )


def keuangan(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether pagu and spending of every programme are shown and explained."""
    baris = bahan.konteks.bab3.anggaran
    kurang = [Kurang("program dan pagu belum diisi", "dpa")] if not baris else []
    for b in baris:
        if not is_ada(b.pagu):
            kurang.append(Kurang(f"{b.kode}: pagu belum diisi", f"pagu:{b.kode}"))
        elif not is_ada(b.realisasi):
            kurang.append(Kurang(f"{b.kode}: realisasi anggaran belum diisi", f"anggaran:{b.kode}"))
    serapan = bahan.konteks.bab3.jumlah_anggaran.serapan.teks
    nama = tabel(bahan, "t_anggaran")
    return putuskan(
        [*kurang, *penjelasan(bahan, "t_anggaran")],
        belum="Akuntabilitas keuangan belum lengkap.",
        lengkap=f"Pagu dan realisasi ada pada {nama} dengan serapan {serapan}, disertai penjelasan.",
        bukti="bagian:t_anggaran",
    )


# How it was made -----------------------------------------------------------------------------------------


def bukti(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every value has a source and a file that proves it."""
    semua = strategis(bahan)
    kurang = [TANPA_INDIKATOR] if not semua else []
    for i in semua:
        if not i.sumber_data:
            kurang.append(Kurang(f"{i.nama}: sumber data belum diisi", f"definisi:{i.kode}"))
        tanpa = [p.nama for p in i.periode if p.terisi and not p.bukti]
        if tanpa:
            kurang.append(Kurang(f"{i.nama}: bukti belum ada ({', '.join(tanpa)})", f"bukti:{i.kode}"))
        elif not any(p.terisi for p in i.periode):
            kurang.append(Kurang(f"{i.nama}: realisasi belum diisi", f"realisasi:{i.kode}"))
    return putuskan(
        kurang,
        belum="Data pendukung belum memadai.",
        lengkap=f"Realisasi {len(semua)} indikator mempunyai sumber data dan bukti.",
        bukti="pengukuran",
    )


def mekanisme(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether units hand their data on: values by period, each quarter sent and approved."""
    semua = strategis(bahan)
    kurang = [TANPA_INDIKATOR] if not semua else []
    kurang += [
        Kurang(f"{i.nama}: realisasi belum diisi", f"realisasi:{i.kode}")
        for i in semua
        if not any(p.terisi for p in i.periode)
    ]
    kurang += [Kurang(f"{t.unit}, {t.triwulan}: {t.keadaan.lower()}", "pengukuran") for t in bahan.tahap]
    return putuskan(
        kurang,
        belum="Penyampaian data dari unit belum selesai.",
        lengkap="Realisasi disampaikan melalui aplikasi menurut periodenya; nilai setiap triwulan disetujui.",
        bukti="pengukuran",
    )


def penanggung_jawab(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every indicator has a unit that answers for its data."""
    semua = strategis(bahan)
    kurang = [TANPA_INDIKATOR] if not semua else []
    kurang += [
        Kurang(f"{i.nama}: unit penanggung jawab belum diisi", f"definisi:{i.kode}")
        for i in semua
        if not i.penanggung_jawab
    ]
    return putuskan(
        kurang,
        belum="Penanggung jawab data belum ditetapkan untuk semua indikator.",
        lengkap=f"Setiap indikator ({len(semua)}) mempunyai unit penanggung jawab.",
        bukti="bagian:t_iku",
    )
