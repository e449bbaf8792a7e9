"""What an import does to the spending of one office, quarter by quarter."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from anggaran.pilihan import PeriodeAnggaran
from anggaran.sipd.bahan import BahanKantor, Titik
from anggaran.sipd.bentuk import TOLAK, BarisRealisasi, Masukan, RencanaPagu, Tertolak, salah_nilai
from anggaran.sipd.jumlah import NOL
from anggaran.sipd.pilihan import BERJALAN, Pilihan
from anggaran.sipd.rencana_pagu import per_titik
from sakip.umum.angka import format_rupiah
from sakip.umum.tanggal import angka_romawi
from sakip.umum.teks import gabung_kata


def pagu_acuan(b: BahanKantor, rencana: RencanaPagu | None) -> dict[Titik, Decimal]:
    """Return the ceilings that spending is held against: the file's own, else those of the newest version."""
    if rencana is not None and rencana.tindakan != TOLAK:
        return dict(rencana.isi)
    dpa = b.ditetapkan or b.konsep
    return per_titik(b, dpa) if dpa is not None else {}


def rencanakan_realisasi(
    b: BahanKantor,
    masukan: Masukan,
    titik: Mapping[str, Titik],
    acuan: Mapping[Titik, Decimal],
    pilihan: Pilihan,
    tertolak: list[Tertolak],
) -> tuple[tuple[BarisRealisasi, ...], tuple[str, ...]]:
    """Return the quarters that the file fills and remarks; what cannot be stored goes into ``tertolak``."""
    jumlah: dict[Titik, dict[int, Decimal]] = {}
    for kode, menurut in sorted(masukan.realisasi.items()):
        if kode in titik:
            satu = jumlah.setdefault(titik[kode], {})
            for triwulan, nilai in menurut.items():
                satu[triwulan] = satu.get(triwulan, NOL) + nilai
    hasil: list[BarisRealisasi] = []
    lebih: list[str] = []
    for t, menurut in jumlah.items():
        if t not in acuan:
            nilai = sum(menurut.values(), NOL)
            tertolak.append(
                Tertolak(t.kode, t.nama, nilai, "Ada realisasi tanpa pagu dalam DPA. Muat DPA-nya dahulu.")
            )
            continue
        baru = _nilai_baru(b, t, menurut, pilihan)
        for triwulan, nilai in sorted(baru.items()):
            baris, pesan = _baris(b, t, triwulan, nilai)
            if pesan:
                tertolak.append(Tertolak(t.kode, t.nama, nilai, pesan))
            else:
                hasil.append(baris)
        if _setahun(b, t, baru) > acuan[t]:
            lebih.append(t.kode)
    sebut = gabung_kata([*lebih[:5], *([f"{len(lebih) - 5} lagi"] if len(lebih) > 5 else [])])
    catatan = [f"{len(lebih)} sub kegiatan berealisasi di atas pagunya: {sebut}."] if lebih else []
    return tuple(hasil), (*catatan, *_catatan_kosong(b, jumlah, pilihan))


def _tersimpan(b: BahanKantor, t: Titik) -> Mapping[str, Decimal]:
    ada = b.realisasi.get(t.kunci, {}) if t.kunci is not None else {}
    return {periode: r.nilai for periode, r in ada.items()}


def _nilai_baru(
    b: BahanKantor, t: Titik, menurut: Mapping[int, Decimal], pilihan: Pilihan
) -> dict[int, Decimal]:
    """Return the amount of each quarter itself: what is stored is never a running total."""
    if 0 not in menurut:
        return {n: nilai for n, nilai in menurut.items() if n in pilihan.triwulan}
    total = menurut[0]
    if pilihan.cara == BERJALAN:
        ada = _tersimpan(b, t)
        total -= sum((ada.get(f"tw{n}", NOL) for n in range(1, pilihan.sampai)), NOL)
    return {pilihan.sampai: total}


def _baris(b: BahanKantor, t: Titik, triwulan: int, nilai: Decimal) -> tuple[BarisRealisasi, str]:
    ada = _tersimpan(b, t)
    unit = b.keadaan.unit(t.kunci)
    baris = BarisRealisasi(t, triwulan, ada.get(f"tw{triwulan}"), nilai, unit)
    if PeriodeAnggaran.TAHUN in ada:
        return baris, "Realisasinya tercatat setahun, bukan per triwulan."
    if nilai < 0:
        return baris, (
            f"Realisasi Triwulan {angka_romawi(triwulan)} menjadi {format_rupiah(nilai)}: total berkas lebih "
            "kecil daripada triwulan sebelumnya yang tersimpan."
        )
    if pesan := salah_nilai(nilai, "Realisasi"):
        return baris, pesan
    return baris, "" if baris.is_sama else _halangan(b, baris)


def _halangan(b: BahanKantor, baris: BarisRealisasi) -> str:
    """Return why a quarter is closed: for the unit of the node, or for that which entered the amount."""
    tersimpan = b.realisasi.get(baris.titik.kunci, {}) if baris.titik.kunci is not None else {}
    lama = tersimpan.get(f"tw{baris.triwulan}")
    semua = [baris.unit_id, *([lama.unit_id] if lama is not None else [])]
    return next((p for u in semua if (p := b.keadaan.halangan(u, baris.triwulan))), "")


def _setahun(b: BahanKantor, t: Titik, baru: Mapping[int, Decimal]) -> Decimal:
    ada = {n: nilai for n in range(1, 5) if (nilai := _tersimpan(b, t).get(f"tw{n}")) is not None}
    return sum({**ada, **baru}.values(), NOL)


def _catatan_kosong(
    b: BahanKantor, jumlah: Mapping[Titik, Mapping[int, Decimal]], pilihan: Pilihan
) -> tuple[str, ...]:
    """Warn where a running total meets a blank quarter before it: then all of it goes into the later one."""
    if pilihan.cara != BERJALAN or pilihan.sampai < 2:
        return ()
    kosong = sum(
        1
        for t, menurut in jumlah.items()
        if 0 in menurut and any(f"tw{n}" not in _tersimpan(b, t) for n in range(1, pilihan.sampai))
    )
    if not kosong:
        return ()
    return (
        f"{kosong} sub kegiatan belum berisi triwulan sebelumnya; seluruh totalnya masuk Triwulan "
        f"{angka_romawi(pilihan.sampai)}.",
    )
