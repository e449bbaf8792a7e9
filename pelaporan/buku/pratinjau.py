"""What the page of an upload shows of a workbook: counts, then row by row old and new, as JSON."""

from __future__ import annotations

from typing import Any

from pelaporan.buku.banding import Keadaan, RencanaLembar
from pelaporan.buku.kolom import Kolom, Nilai, sebut
from pelaporan.buku.skema import PEMISAH, Temuan
from pelaporan.buku.terap import HasilBuku

BARIS_PRATINJAU = 2_000
BARIS_TERBUKA = 40  # so many rows are shown without unfolding
TEMUAN_ATAS = 60  # findings that the page lists first
PANJANG_TEKS, SEBELUM = 200, 40  # letters shown of a text, and before the place where two differ


def pratinjau(hasil: HasilBuku) -> dict[str, Any]:
    """Return the preview of a page: counts and, per sheet, what is new, changed (old and new) or refused."""
    pokok = [t for t in hasil.temuan if t.kode != "menunggu"]  # others come right with these
    return {
        "kantor": hasil.b.kantor.nama if hasil.b.kantor else "",
        "tahun": hasil.b.tahun,
        "is_baru": hasil.b.is_baru,
        "angka": {k.value: hasil.hitung(k) for k in Keadaan},
        "sidik": hasil.sidik(),
        "is_ringkas": sum(satu.jumlah_berbeda for satu in hasil.lembar) <= BARIS_TERBUKA,
        "slug": hasil.b.kantor.slug if hasil.b.kantor else "",
        "is_sama": not hasil.is_ditolak and not (hasil.hitung(Keadaan.BARU) or hasil.hitung(Keadaan.BERUBAH)),
        "salah": [_ke_json(t) for t in pokok[:TEMUAN_ATAS]],
        "salah_lain": max(0, len(pokok) - TEMUAN_ATAS),
        "menunggu": len(hasil.temuan) - len(pokok),
        "perhatian": _perhatian(hasil),
        "lembar": [_pratinjau_lembar(satu) for satu in hasil.lembar],
    }


def _perhatian(hasil: HasilBuku) -> list[dict[str, str]]:
    """Return values that look odd, at their cells; each sentence once."""
    tempat = {id(r): satu for satu in hasil.lembar for r in satu.baris}
    semua = {
        (tempat[id(r)].isi.lembar.nama, tempat[id(r)].isi.sel(r.baris, kolom), pesan): None
        for r, kolom, pesan in hasil.b.perhatian
        if id(r) in tempat
    }
    return [{"lembar": lembar, "sel": sel, "pesan": pesan} for lembar, sel, pesan in semua]


def _ke_json(t: Temuan) -> dict[str, str]:
    return {"lembar": t.lembar, "sel": t.sel, "kode": t.kode, "pesan": t.kalimat}


def _pratinjau_lembar(satu: RencanaLembar) -> dict[str, Any]:
    kolom = {k.kunci: k for k in satu.isi.kolom}
    baris = []
    berbeda = [r for r in satu.baris if r.keadaan is not Keadaan.TETAP]
    berbeda.sort(key=lambda r: r.keadaan is not Keadaan.DITOLAK)  # what needs a look comes first
    for r in berbeda[:BARIS_PRATINJAU]:
        ubah = [
            _ubahan(kolom[k], r.ada.nilai[k] if r.ada else None, r.nilai[k], is_baru=r.ada is None)
            for k in kolom
            if k in r.ubah and (r.ada is not None or r.nilai[k] not in (None, "", False))
        ]
        salah = [
            {"sel": satu.isi.sel(r.baris, k), "pesan": Temuan("", "", s.kode, s.pesan, s.usulan).kalimat}
            for k, s in r.salah.items()
        ]
        kunci = PEMISAH.join(sebut(k, r.nilai[k.kunci]) for k in satu.isi.kolom if k.is_kunci)
        baris.append(
            {"nomor": r.baris.nomor, "kunci": kunci, "keadaan": r.keadaan.value, "ubah": ubah, "salah": salah}
        )
    return {
        "nama": satu.isi.lembar.nama,
        "angka": {k.value: satu.hitung(k) for k in Keadaan},
        "tidak_disebut": satu.tidak_disebut,
        "baris": baris,
        "salah": [_ke_json(t) for t in satu.isi.salah],
    }


def _ubahan(kolom: Kolom, lama: Nilai, baru: Nilai, *, is_baru: bool) -> dict[str, str]:
    """Return a change as a person sees it: of long texts the part that differs."""
    kini, isi = "" if is_baru else sebut(kolom, lama), sebut(kolom, baru)
    return dict(zip(("kolom", "lama", "baru"), (kolom.judul, *sorot(kini, isi)), strict=True))


def sorot(lama: str, baru: str) -> tuple[str, str]:
    """Cut what two texts begin with in common, where they are too long to be read whole."""
    if max(len(lama), len(baru)) <= PANJANG_TEKS:
        return lama, baru
    sama = next(
        (n for n, (a, z) in enumerate(zip(lama, baru, strict=False)) if a != z), min(len(lama), len(baru))
    )
    mulai = max(0, sama - SEBELUM) if lama else 0
    return _potong(lama, mulai), _potong(baru, mulai)


def _potong(teks: str, mulai: int) -> str:
    akhir = mulai + PANJANG_TEKS
    return f"{'…' if mulai else ''}{teks[mulai:akhir]}{'…' if len(teks) > akhir else ''}"
