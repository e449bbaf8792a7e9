"""Component 3.b: the report meets the standard, discloses everything, compares, explains, looks ahead."""

from __future__ import annotations

from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.kesiapan.dasar import (
    TANPA_INDIKATOR,
    HasilUji,
    Kurang,
    is_ada,
    kode_indikator,
    penjelasan,
    putuskan,
    strategis,
    tabel,
    tanya,
    tautan_target,
    tulisan,
)
from pelaporan.konteks import BarisEfisiensi
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.jalankan import HasilPeriksa
from sakip.umum.hitung import Keadaan

NASIONAL = "Standar nasional"
# Without recommendations there is nothing to introduce under Bab III D.
BILA_ADA_REKOMENDASI = "bab3.tindak_lanjut"


def standar(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every section is written and the gate finds no error that blocks signing."""
    wajib = [k for k, _ in BAGIAN_NARASI if k != BILA_ADA_REKOMENDASI or bahan.konteks.bab3.tindak_lanjut]
    kurang = tulisan(bahan, *wajib)
    if hasil.penghalang:  # first, as its page names each; the sections may be many
        awal = hasil.penghalang[0]
        teks = f"{len(hasil.penghalang)} galat belum diselesaikan, yang pertama pada {awal.lokasi.teks}"
        kurang = [Kurang(teks, awal.tautan), *kurang]
    lebih = len(hasil.galat) - len(hasil.penghalang)
    return putuskan(
        kurang,
        belum="Laporan belum memenuhi susunan PermenPANRB 53/2014 atau masih memuat galat.",
        lengkap="Semua bagian menurut PermenPANRB 53/2014 terisi dan tidak ada galat"
        + (f" selain {lebih} yang dikecualikan." if lebih else "."),
        bukti="bagian:depan.daftar_isi",
    )


def semua_informasi(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every indicator of the PK and every IKU is reported and measured; names the share."""
    kurang, cakupan = cari_informasi(bahan)
    return putuskan(
        kurang,
        belum=f"{cakupan} dilaporkan beserta capaiannya.",
        lengkap=f"{cakupan} dilaporkan beserta capaiannya.",
        bukti="bagian:t_capaian",
    )


def cari_informasi(bahan: BahanPeriksa) -> tuple[list[Kurang], str]:
    """Return what is not reported or measured, and the share that is: "11 dari 12 indikator PK dan IKU"."""
    semua = strategis(bahan)
    if not semua:
        return [TANPA_INDIKATOR], "Belum ada indikator PK atau IKU yang"
    kurang = []
    for i in semua:
        if not i.is_dilaporkan:
            kurang.append(Kurang(f"{i.nama}: tidak dilaporkan", f"indikator:{i.kode}"))
        elif not is_ada(i.realisasi):
            kurang.append(Kurang(f"{i.nama}: realisasi belum diisi", f"realisasi:{i.kode}"))
        elif not is_ada(i.capaian):
            tautan = tautan_target(i.is_pk, i.kode)
            kurang.append(Kurang(f"{i.nama}: capaian belum dapat dihitung", tautan))
    return kurang, f"{len(semua) - len(kurang)} dari {len(semua)} indikator PK dan IKU"


def banding_target(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether realisasi stands against the target of the year, in a table and in words."""
    baris = bahan.konteks.bab3.capaian
    kurang = [TANPA_INDIKATOR] if not baris else []
    for b in baris:
        if not is_ada(b.target):
            tautan = tautan_target("PK" in b.tanda, b.kode)
            kurang.append(Kurang(f"{b.indikator}: target belum diisi", tautan))
        elif not is_ada(b.realisasi):
            kurang.append(Kurang(f"{b.indikator}: realisasi belum diisi", f"realisasi:{b.kode}"))
    return _banding(bahan, "t_capaian", kurang, len(baris), "target tahun ini")


def banding_menengah(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether realisasi stands against the last year's target of the Renstra, in a table and in words."""
    baris = bahan.konteks.bab3.kemajuan
    kurang = [TANPA_INDIKATOR] if not baris else []
    for b in baris:
        kode = kode_indikator(bahan, b.indikator)
        if not is_ada(b.realisasi):
            kurang.append(Kurang(f"{b.indikator}: realisasi belum diisi", f"realisasi:{kode}"))
        elif not is_ada(b.kemajuan):
            kurang.append(
                Kurang(f"{b.indikator}: target akhir Renstra belum diisi", f"target_renstra:{kode}")
            )
    return _banding(bahan, "t_kemajuan", kurang, len(baris), "target akhir Renstra")


def banding_tahun_lalu(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether realisasi stands against that of the year before, in a table and in words."""
    baris = bahan.konteks.bab3.banding
    lalu = bahan.konteks.identitas.tahun - 1
    kurang = [TANPA_INDIKATOR] if not baris else []
    for b in baris:
        if not any(t.tahun == lalu and t.realisasi.is_terukur for t in b.tahun):
            kurang.append(Kurang(f"{b.indikator}: realisasi {lalu} tidak ada", f"indikator:{b.kode}"))
        elif not any(t.tahun > lalu and t.realisasi.is_terukur for t in b.tahun):
            kurang.append(Kurang(f"{b.indikator}: realisasi tahun ini tidak ada", f"realisasi:{b.kode}"))
    return _banding(bahan, "t_banding", kurang, len(baris), f"realisasi tahun {lalu}")


def _banding(bahan: BahanPeriksa, kunci: str, kurang: list[Kurang], jumlah: int, dengan: str) -> HasilUji:
    nama = tabel(bahan, kunci)
    return putuskan(
        [*kurang, *penjelasan(bahan, kunci)],
        belum=f"Perbandingan dengan {dengan} belum lengkap.",
        lengkap=f"{jumlah} indikator dibandingkan dengan {dengan} pada {nama}, disertai penjelasan.",
        bukti=f"bagian:{kunci}",
    )


def banding_nasional(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether there are benchmarks, a national one among them, and a reason where there is none."""
    baris = bahan.konteks.bab3.pembanding
    kurang = [TANPA_INDIKATOR] if not baris else []
    nama = ""
    for b in baris:
        nama = b.indikator or nama  # later benchmarks of an indicator do not repeat its name
        if not is_ada(b.nilai):
            kurang.append(Kurang(f"{nama}: pembanding belum diisi", _pembanding(bahan, nama)))
    kurang += penjelasan(bahan, "t_pembanding")
    ada = [b for b in baris if b.nilai.is_terukur]
    if baris and not ada and not kurang:
        kurang.append(Kurang("semua indikator dinyatakan tanpa pembanding", _pembanding(bahan, nama)))
    if kurang or any(b.pembanding.startswith(NASIONAL) for b in ada):
        return putuskan(
            kurang,
            belum="Perbandingan dengan tingkat nasional atau pembanding lain belum lengkap.",
            lengkap=f"{len(ada)} pembanding tercatat, termasuk standar nasional, disertai penjelasan.",
            bukti="bagian:t_pembanding",
        )
    return tanya(
        f"{len(ada)} pembanding tercatat, tetapi tidak ada standar nasional. Jawab apakah standar nasional "
        "memang tidak ada untuk indikator ini.",
        "bagian:t_pembanding",
    )


def _pembanding(bahan: BahanPeriksa, nama: str) -> str:
    kode = kode_indikator(bahan, nama)
    return f"pembanding:{kode}" if kode else "bagian:t_pembanding"


def analisis(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether causes and solutions are given wherever they are required, in a table and in words."""
    wajib = [b for b in bahan.konteks.bab3.analisis if b.wajib]
    kurang = [TANPA_INDIKATOR] if not wajib else []
    for b in wajib:
        apa = [n for n, a in (("sebab", b.analisis), ("solusi", b.solusi)) if not is_ada(a)]
        if apa:
            kode = kode_indikator(bahan, b.indikator)
            tautan = f"analisis:{kode}" if kode else "bagian:t_analisis"
            kurang.append(Kurang(f"{b.indikator or b.node}: {' dan '.join(apa)} belum ditulis", tautan))
    nama = tabel(bahan, "t_analisis")
    return putuskan(
        [*kurang, *penjelasan(bahan, "t_analisis")],
        belum="Penjelasan keberhasilan dan kegagalan, upaya, atau hambatan belum lengkap.",
        lengkap=f"Sebab dan solusi {len(wajib)} indikator ada pada {nama}, disertai penjelasan.",
        bukti="bagian:t_analisis",
    )


def efisiensi(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether efficiency is computed and explained; it is credited only where indicators reach 100%."""
    node = _node_efisiensi(bahan)
    kurang = [
        Kurang(f"{baris[0].node}: efisiensi belum dapat dihitung", "bagian:t_efisiensi_sasaran")
        for baris in node
        if not any(b.efisiensi is not None and b.efisiensi.is_terukur for b in baris)
    ]
    if not node:
        kurang = [TANPA_INDIKATOR]
    penuh = [baris for baris in node if all(_penuh(b) for b in baris)]
    if node and not kurang and not penuh:
        kurang.append(
            Kurang("tidak ada sasaran yang seluruh indikatornya mencapai 100%", "bagian:t_efisiensi_sasaran")
        )
    return putuskan(
        [*kurang, *penjelasan(bahan, "t_efisiensi_sasaran")],
        belum="Efisiensi belum lengkap. Penilai lazim mengakuinya hanya bila IKU mencapai 100%.",
        lengkap=(
            f"Efisiensi dihitung untuk {len(node)} tujuan dan sasaran. Penilai lazim mengakuinya hanya bila "
            f"IKU mencapai 100%: {len(penuh)} dari {len(node)} memenuhi."
        ),
        bukti="bagian:t_efisiensi_sasaran",
    )


def _node_efisiensi(bahan: BahanPeriksa) -> list[list[BarisEfisiensi]]:
    """Group the indicator rows of Tabel 3.9 by node; rows of tujuan means and of the office are no node."""
    hasil: list[list[BarisEfisiensi]] = []
    for b in bahan.konteks.bab3.efisiensi_sasaran:
        if b.jenis != "indikator":
            continue
        if b.node or not hasil:
            hasil.append([])
        hasil[-1].append(b)
    return hasil


def _penuh(b: BarisEfisiensi) -> bool:
    """Whether the indicator reaches 100%; one that does not apply does not stand in the way."""
    if b.capaian is None or b.capaian.keadaan is Keadaan.TIDAK_BERLAKU:
        return True
    return b.capaian.is_terukur and b.capaian.nilai is not None and b.capaian.nilai >= 100


def perbaikan(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether Bab IV says what will be improved."""
    return putuskan(
        tulisan(bahan, "bab4.langkah"),
        belum="Upaya perbaikan ke depan belum ditulis.",
        lengkap="Langkah perbaikan ke depan ditulis pada Bab IV.",
        bukti="bagian:bab4",
    )


def rekomendasi(bahan: BahanPeriksa, hasil: HasilPeriksa) -> HasilUji:
    """Whether every recommendation of earlier evaluations was followed."""
    baris = bahan.konteks.bab3.tindak_lanjut
    if not baris:
        return tanya("Belum ada rekomendasi yang dicatat. Jawab apakah memang tidak ada.", "rekomendasi")
    kurang = [
        Kurang(f"rekomendasi {b.nomor}: tindak lanjut belum ditulis", "rekomendasi")
        for b in baris
        if not b.tindak_lanjut.is_terukur
    ]
    return putuskan(
        kurang,
        belum="Rekomendasi belum seluruhnya ditindaklanjuti.",
        lengkap=f"{len(baris)} rekomendasi dan tindak lanjutnya ada pada {tabel(bahan, 't_tindak_lanjut')}.",
        bukti="bagian:t_tindak_lanjut",
    )
