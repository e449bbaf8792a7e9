"""Tabel 3.3: the change from the year before, read by the direction of each indicator."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pelaporan.draf.dasar import Baris, Draf, Kalimat, Kelompok, arah, bersatuan, nama_indikator, token
from pelaporan.konteks import BarisBanding, KonteksLKjIP

KALIMAT = {
    "membaik": Kalimat(
        "nilainya naik dan makin tinggi makin baik",
        "{indikator} membaik dari {lalu} pada tahun [[tahun:N-1]] menjadi {kini}.",
    ),
    "membaik_turun": Kalimat(
        "nilainya turun dan makin rendah makin baik",
        "{indikator} membaik: nilainya turun dari {lalu} pada tahun [[tahun:N-1]] menjadi {kini}.",
    ),
    "membaik_rentang": Kalimat(
        "indikator dengan rentang target, capaiannya naik",
        "Capaian {indikator} membaik dari {capaian_lalu} pada tahun [[tahun:N-1]] menjadi {capaian}.",
    ),
    "menurun": Kalimat(
        "nilainya turun dan makin tinggi makin baik",
        "{indikator} menurun dari {lalu} pada tahun [[tahun:N-1]] menjadi {kini}.",
    ),
    "menurun_naik": Kalimat(
        "nilainya naik dan makin rendah makin baik",
        "{indikator} memburuk: nilainya naik dari {lalu} pada tahun [[tahun:N-1]] menjadi {kini}.",
    ),
    "menurun_rentang": Kalimat(
        "indikator dengan rentang target, capaiannya turun",
        "Capaian {indikator} menurun dari {capaian_lalu} pada tahun [[tahun:N-1]] menjadi {capaian}.",
    ),
    "tetap": Kalimat("nilainya sama dengan tahun sebelumnya", "{indikator} tetap pada {kini}."),
    "tetap_rentang": Kalimat(
        "indikator dengan rentang target, capaiannya sama", "Capaian {indikator} tetap {capaian}."
    ),
    "tanpa_pembanding": Kalimat(
        "nilai salah satu tahun belum tersedia",
        "{indikator} belum dapat dibandingkan karena nilai pada salah satu tahun belum tersedia.",
    ),
}
KELOMPOK = (
    Kelompok(
        ("membaik", "membaik_turun", "membaik_rentang"),
        "Perbaikan juga terjadi pada {daftar}.",
        2,
        "turun",
    ),
    Kelompok(
        ("menurun", "menurun_naik", "menurun_rentang"),
        "Penurunan kinerja juga terjadi pada {daftar}.",
        2,
        "turun",
        paragraf=2,
    ),
    Kelompok(("tetap", "tetap_rentang"), "Nilai yang tetap tercatat pada {daftar}.", paragraf=2),
    Kelompok(
        ("tanpa_pembanding",),
        "Perbandingan belum dapat dibuat untuk {daftar}.",
        paragraf=3,
        hampa=True,
    ),
)
_RENTANG = {"membaik": "membaik_rentang", "menurun": "menurun_rentang", "tetap": "tetap_rentang"}
_RENDAH = {"membaik": "membaik_turun", "menurun": "menurun_naik", "tetap": "tetap"}


def kode(perubahan: str, jurusan: str) -> str:
    """Return the result code: ``perubahan`` as printed, ``jurusan`` "tinggi", "rendah" or "rentang"."""
    if not perubahan:
        return "tanpa_pembanding"
    if jurusan == "tinggi":
        return perubahan
    return (_RENTANG if jurusan == "rentang" else _RENDAH).get(perubahan, perubahan)


def _besar(b: BarisBanding, jurusan: str) -> Decimal | None:
    """How large the change is, as a share of the year before: the largest is told first."""
    if len(b.tahun) < 2:
        return None
    lalu, kini = b.tahun[-2], b.tahun[-1]
    a, c = (
        (lalu.capaian.nilai, kini.capaian.nilai)
        if jurusan == "rentang"
        else (lalu.realisasi.nilai, kini.realisasi.nilai)
    )
    return None if a is None or c is None or a == 0 else abs((c - a) / a)


def baris(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield the rows of Tabel 3.3."""
    indikator = {b.kode: b for b in konteks.bab3.capaian}
    for b in konteks.bab3.banding:
        i = indikator[b.kode]
        jurusan, nama = arah(i), nama_indikator(b.kode)
        satu = kode(b.perubahan, jurusan)
        awal, kini = bersatuan(i, "realisasi", b.kode, "N-1"), bersatuan(i, "realisasi", b.kode)
        isi = {
            "indikator": nama,
            "lalu": awal,
            "kini": kini,
            "capaian": token("capaian", b.kode),
            "capaian_lalu": token("capaian", b.kode, "N-1"),
        }
        if satu == "tanpa_pembanding" or satu.startswith("tetap"):
            butir = nama
        elif jurusan == "rentang":
            butir = f"{nama} (capaian dari {isi['capaian_lalu']} menjadi {isi['capaian']})"
        else:
            butir = f"{nama} (dari {awal} menjadi {kini})"
        yield Baris(satu, butir, isi, _besar(b, jurusan))


DRAF = Draf("tabel.t_banding", KALIMAT, KELOMPOK, baris, "indikator lain dalam tabel")
