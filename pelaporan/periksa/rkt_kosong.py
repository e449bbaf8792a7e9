"""What is promised or an IKU, and has no target in the yearly plan (RKT)."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel
from pelaporan.periksa.tempat import STRATEGIS, is_kosong, lokasi_baris


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find an empty Tabel 2.4 (one finding), or the indicators that it lacks or leaves blank.

    An indicator that only a later revision of the PK brought in cannot well stand in the plan made before
    the year: there a reason is enough.
    """
    k = bahan.konteks
    if not k.bab2.rkt:
        yield _semua(bahan)
        return
    tanpa_target = {b.kode for b in k.bab3.capaian if is_kosong(b.target)}
    for i in bahan.indikator:
        if i.tingkat in STRATEGIS and (is_kosong(i.target_rkt) or (i.target_rkt is None and _diminta(i))):
            yield _temuan(bahan, i, i.kode in tanpa_target)


def _diminta(i: FaktaIndikator) -> bool:
    return i.tingkat in STRATEGIS and (i.is_pk or i.is_iku)


def _semua(bahan: BahanPeriksa) -> Temuan:
    k = bahan.konteks
    awal = next((i.kode for i in bahan.indikator if _diminta(i)), "")
    tanpa = [b.indikator for b in k.bab3.capaian if is_kosong(b.target) and "PK" not in b.tanda]
    akibat = f" Karena itu {len(tanpa)} IKU di luar Perjanjian Kinerja tidak bertarget." if tanpa else ""
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=lokasi_tabel(k, "t_rkt", objek="rkt"),
        pesan=(
            f"Rencana kerja tahun {k.identitas.tahun} belum memuat satu target pun.{akibat} Isi target "
            "tahunan setiap indikator tujuan dan sasaran."
        ),
        nilai=(("target rencana kerja", "belum diisi"), ("IKU tanpa target", str(len(tanpa)))),
        tautan=f"target_rkt:{awal}" if awal else "renstra",
        sebab="rkt",
    )


def _temuan(bahan: BahanPeriksa, i: FaktaIndikator, tanpa_target: bool) -> Temuan:
    k = bahan.konteks
    ditambahkan = i.target_rkt is None and i.is_pk and not i.is_iku and i.target_pk_awal is None
    ada = i.target_rkt is not None
    janji = " dan ".join(x for x, ya in (("Perjanjian Kinerja", i.is_pk), ("IKU", i.is_iku)) if ya)
    if ada:
        pesan = f"Target rencana kerja {i.nama} tahun {k.identitas.tahun} belum diisi. Isi targetnya."
    else:
        pesan = (
            f"{i.nama} termasuk {janji}, tetapi tidak ada dalam rencana kerja tahun {k.identitas.tahun}. "
            + (
                "Indikator ini baru ada pada perubahan Perjanjian Kinerja; tambahkan ke rencana kerja, atau "
                "tulis "
                "alasannya."
                if ditambahkan
                else "Isi target rencana kerjanya."
            )
        )
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN if ditambahkan else Tingkat.GALAT,
        lokasi=lokasi_baris(k, "t_rkt", k.bab2.rkt, i.nama, i.kode),
        pesan=pesan,
        nilai=(("target rencana kerja", "belum diisi" if ada else "tidak ada"),),
        tautan=f"target_rkt:{i.kode}",
        sebab=f"target:{i.kode}" if tanpa_target else f"target_rkt:{i.kode}",
    )


PEMERIKSAAN = Pemeriksaan(
    kode="rkt_kosong",
    nama="Rencana kerja belum lengkap",
    tingkat=Tingkat.GALAT,
    sumber="PermenPANRB 53/2014 lampiran II: rencana kinerja tahunan; audit contoh K3, K4",
    periksa=periksa,
)
