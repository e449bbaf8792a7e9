"""The budget table of a quarter: ceiling, spending of the quarter and of the year so far, absorption."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from anggaran.rumus import compute_serapan, rerata_serapan, serapan_gabungan, simpulkan_realisasi
from kinerja.isian import BarisBelanja
from kinerja.models import AturanPengukuran
from kinerja.pilihan import PersenProgram
from kinerja.rumus import Capaian, Keadaan
from pelaporan.konteks import Angka
from pelaporan.susun.nilai import angka_persen, angka_rupiah, as_capaian, kosong
from sakip.umum.teks import huruf_awal_besar

AKHIR = 4


@dataclass(frozen=True)
class BarisUang:
    """A programme (``tingkat`` 1), a node below it (3) or JUMLAH (0), in rupiah."""

    kode: str
    nama: str
    tingkat: int
    unit: str
    pagu: Angka
    realisasi: Angka
    berjalan: Angka
    serapan: Angka
    keterangan: str


@dataclass(frozen=True)
class _Uang:
    """Figures of one leaf: ``berjalan`` is None while a quarter so far is blank."""

    pagu: Decimal | None
    kini: Decimal | None
    berjalan: Decimal | None
    sementara: Decimal | None
    alasan: str
    is_setahun: bool = False


def build_uang(
    baris: Sequence[BarisBelanja], triwulan: int, aturan: AturanPengukuran, unit: dict[int, str]
) -> tuple[tuple[BarisUang, ...], BarisUang]:
    """Return the rows by programme with what hangs below it, and JUMLAH."""
    program: dict[int, list[tuple[BarisBelanja, _Uang]]] = {}
    for b in baris:
        program.setdefault(b.program.pk, []).append((b, _hitung(b, triwulan)))
    hasil: list[BarisUang] = []
    for isi in sorted(program.values(), key=lambda i: i[0][0].program.kode):
        hasil.append(_program(isi, triwulan, aturan, unit))
        hasil += [
            _daun(b, u, triwulan, aturan, unit)
            for b, u in sorted(isi, key=lambda i: i[0].node.kode)
            if b.node != b.program
        ]
    semua = [u for isi in program.values() for _, u in isi]
    return tuple(hasil), _jumlah("", "JUMLAH", 0, semua, triwulan, aturan)


def _hitung(b: BarisBelanja, triwulan: int) -> _Uang:
    if b.is_setahun:
        nilai = b.realisasi["tahun"].nilai if triwulan == AKHIR else None
        return _Uang(b.pagu, None, nilai, nilai, "dicatat setahun", is_setahun=True)
    isi = [r.nilai if (r := b.sel(t)) is not None else None for t in range(1, triwulan + 1)]
    tahunan = simpulkan_realisasi(isi)
    penuh = tahunan.keadaan is Keadaan.TERUKUR
    return _Uang(b.pagu, isi[-1], tahunan.jumlah if penuh else None, tahunan.jumlah, tahunan.alasan)


def _daun(
    b: BarisBelanja, u: _Uang, triwulan: int, aturan: AturanPengukuran, unit: dict[int, str]
) -> BarisUang:
    sel = b.realisasi.get("tahun") if u.is_setahun else b.sel(triwulan)
    catatan = (sel.catatan or sel.sumber).strip() if sel else ""
    sementara = "" if u.berjalan is not None or u.sementara is None else f"{huruf_awal_besar(u.alasan)}."
    return BarisUang(
        kode=b.node.kode,
        nama=b.node.nama,
        tingkat=3,
        unit=unit.get(b.unit_id or 0, ""),
        pagu=angka_rupiah(u.pagu, "pagu belum diisi"),
        realisasi=_kini(u),
        berjalan=_berjalan(u),
        serapan=_serapan(u, aturan),
        keterangan=" ".join(k for k in (catatan, sementara) if k),
    )


def _kini(u: _Uang) -> Angka:
    if u.is_setahun:
        return Angka("dicatat setahun", Keadaan.TIDAK_BERLAKU, None, "hanya nilai setahun yang dicatat")
    return angka_rupiah(u.kini, "realisasi anggaran belum diisi")


def _berjalan(u: _Uang) -> Angka:
    if u.berjalan is not None:
        return angka_rupiah(u.berjalan)
    if u.is_setahun:
        return Angka("dicatat setahun", Keadaan.TIDAK_BERLAKU, None, "tercetak pada triwulan IV")
    return sementara(u.sementara, u.alasan)


def sementara(nilai: Decimal | None, alasan: str) -> Angka:
    """Print a sum of what is filled so far: marked, never taken for a complete one."""
    if nilai is None:
        return kosong("realisasi anggaran belum diisi")
    return Angka(angka_rupiah(nilai).teks, Keadaan.BELUM_DIISI, None, alasan)


def _serapan(u: _Uang, aturan: AturanPengukuran) -> Angka:
    return angka_persen(compute_serapan(pagu=u.pagu, realisasi=u.berjalan), aturan.desimal)


def _program(
    isi: Sequence[tuple[BarisBelanja, _Uang]], triwulan: int, aturan: AturanPengukuran, unit: dict[int, str]
) -> BarisUang:
    b, u = isi[0]
    if len(isi) == 1 and b.node == b.program:
        daun = _daun(b, u, triwulan, aturan, unit)
        return BarisUang(
            b.node.kode, b.node.nama, 1, daun.unit, daun.pagu, daun.realisasi, daun.berjalan, daun.serapan,
            daun.keterangan,
        )  # fmt: skip
    return _jumlah(b.program.kode, b.program.nama, 1, [u for _, u in isi], triwulan, aturan)


def _jumlah(
    kode: str, nama: str, tingkat: int, daftar: Sequence[_Uang], triwulan: int, aturan: AturanPengukuran
) -> BarisUang:
    """Return the sums of leaves; while one is blank they are marked, and there is no absorption."""
    pagu = [u.pagu for u in daftar if u.pagu is not None]
    kini = [u.kini for u in daftar if u.kini is not None]
    ada = [u.sementara for u in daftar if u.sementara is not None]
    terisi = sum(1 for u in daftar if u.berjalan is not None)
    lengkap = terisi == len(daftar)
    total = sum(ada, Decimal(0)) if ada else None
    alasan = "" if lengkap else f"{terisi} dari {len(daftar)} baris terisi lengkap"
    semua_kini = len(kini) == len(daftar)
    jumlah_kini = sum(kini, Decimal(0)) if kini else None
    return BarisUang(
        kode=kode,
        nama=nama,
        tingkat=tingkat,
        unit="",
        pagu=angka_rupiah(sum(pagu, Decimal(0)) if pagu else None, "pagu belum diisi"),
        realisasi=angka_rupiah(jumlah_kini) if semua_kini and kini else _kini_sebagian(daftar, jumlah_kini),
        berjalan=angka_rupiah(total) if lengkap and ada else _berjalan_sebagian(daftar, total, alasan),
        serapan=angka_persen(_serapan_jumlah(daftar, tingkat, aturan), aturan.desimal),
        keterangan=f"Sementara: {alasan}." if alasan and ada else "",
    )


def _kini_sebagian(daftar: Sequence[_Uang], jumlah: Decimal | None) -> Angka:
    if daftar and all(u.is_setahun for u in daftar):
        return _kini(daftar[0])
    return sementara(jumlah, "belum semua baris terisi")


def _berjalan_sebagian(daftar: Sequence[_Uang], total: Decimal | None, alasan: str) -> Angka:
    if daftar and total is None and all(u.is_setahun for u in daftar):
        return _berjalan(daftar[0])
    return sementara(total, alasan)


def _serapan_jumlah(daftar: Sequence[_Uang], tingkat: int, aturan: AturanPengukuran) -> Capaian:
    """Return the ratio of sums; for a programme the mean of its rows where the office's rule says so."""
    if any(u.pagu is None for u in daftar):
        return Capaian(None, Keadaan.BELUM_DIISI, "pagu belum diisi")
    pasangan = [(u.pagu, u.berjalan) for u in daftar if u.pagu is not None]
    hasil = serapan_gabungan(pasangan)
    if tingkat == 1 and aturan.persen_program == PersenProgram.RERATA and hasil.keadaan is Keadaan.TERUKUR:
        return as_capaian(rerata_serapan(pasangan))
    return hasil
