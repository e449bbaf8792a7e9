"""The preview of one office as it is kept with the upload: texts only, and what the change compares with."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from anggaran.beda import Ubah
from anggaran.sipd.bahan import BahanKantor
from anggaran.sipd.bentuk import Masukan, Rencana, RencanaPagu
from anggaran.sipd.jumlah import NOL
from sakip.umum.angka import STRIP, format_angka, format_rupiah
from sakip.umum.tanggal import angka_romawi

SIAP, SAMA, TOLAK = "siap", "sama", "tolak"
_KATA = {Ubah.BARU: "Baru", Ubah.BERUBAH: "Berubah", Ubah.DIHAPUS: "Hilang", Ubah.TETAP: "Tetap"}
_KEADAAN = {
    SIAP: ("baik", "Siap dimuat"),
    SAMA: ("lewat", "Tidak ada perubahan"),
    TOLAK: ("galat", "Ditolak"),
}


def uang(nilai: Decimal | None) -> str:
    """Return rupiah without its sign, sen only where there are any; "–" for nothing."""
    return STRIP if nilai is None else format_rupiah(nilai).replace("Rp", "", 1)


def beda(nilai: Decimal) -> str:
    """Return a difference with its sign: "+1.000", "-500", "0"."""
    return f"+{format_angka(nilai)}" if nilai > 0 else format_angka(nilai)


def pratinjau(b: BahanKantor, masukan: Masukan, rencana: Rencana) -> dict[str, Any]:
    """Return the preview of one office."""
    keadaan = TOLAK if rencana.is_ditolak else SAMA if rencana.is_sama else SIAP
    tanda, kata = _KEADAAN[keadaan]
    return {
        "pk": b.kantor.pk,
        "nama": b.kantor.nama,
        "keadaan": keadaan,
        "tanda": tanda,
        "kata": kata,
        "pagu": _pagu(masukan, rencana.pagu) if rencana.pagu is not None else None,
        "realisasi": _realisasi(masukan, rencana) if rencana.realisasi is not None else None,
        "tertolak": [[t.kode, t.nama, uang(t.nilai), t.pesan, list(t.dekat)] for t in rencana.tertolak],
        "tanpa_realisasi": [[t.kode, t.nama, uang(n)] for t, n in rencana.tanpa_realisasi],
        "catatan": list(rencana.catatan),
        "node_baru": len(rencana.titik_baru),
    }


def inti(isi: dict[str, Any]) -> dict[str, Any]:
    """Return what must still hold when the change is made: the preview without its proposals."""
    return {**isi, "tertolak": [t[:4] for t in isi["tertolak"]]}


def _pagu(masukan: Masukan, r: RencanaPagu) -> dict[str, Any]:
    berkas = sum(masukan.pagu.values(), NOL)
    return {
        "tindakan": r.tindakan,
        "pesan": r.pesan,
        "dpa": r.dpa.pk if r.dpa is not None else None,
        "versi": r.versi,
        "sebelum": r.sebelum,
        "total_berkas": uang(berkas),
        "total_baru": uang(r.total_baru),
        "tidak_disimpan": uang(berkas - r.total_baru) if berkas != r.total_baru else "",
        "total_lama": uang(r.total_lama) if r.sebelum else STRIP,
        "selisih": beda(r.total_baru - r.total_lama) if r.sebelum else STRIP,
        "hitung": ", ".join(f"{r.hitung(u)} {_KATA[u].lower()}" for u in _KATA),
        "baris": [
            [x.titik.kode, x.titik.nama, uang(x.lama), uang(x.baru), beda((x.baru or NOL) - (x.lama or NOL)),
             _KATA[x.ubah]]
            for x in r.baris
            if x.ubah is not Ubah.TETAP
        ],
    }  # fmt: skip


def _realisasi(masukan: Masukan, r: Rencana) -> dict[str, Any]:
    semua = r.realisasi or ()
    return {
        "total_berkas": uang(sum((n for m in masukan.realisasi.values() for n in m.values()), NOL)),
        "total_baru": uang(sum((x.baru for x in semua), NOL)),
        "total_lama": uang(sum((x.lama or NOL for x in semua), NOL)),
        "tetap": sum(1 for x in semua if x.is_sama),
        "baris": [
            [x.titik.kode, x.titik.nama, angka_romawi(x.triwulan), uang(x.lama), uang(x.baru),
             "Baru" if x.lama is None else "Berubah"]
            for x in r.berubah
        ],
    }  # fmt: skip
