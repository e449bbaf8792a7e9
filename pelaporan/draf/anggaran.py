"""Tabel 3.8: absorption by programme, low ones first."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.draf.dasar import KODE_KEADAAN, SERATUS, Baris, Draf, Kalimat, Kelompok, token
from pelaporan.konteks import BarisAnggaran, KonteksLKjIP

KALIMAT = {
    "rendah": Kalimat(
        "serapan di bawah batas yang wajib dijelaskan",
        "{program} menyerap {serapan} dari pagu {pagu}, di bawah batas yang wajib dijelaskan.",
    ),
    "wajar": Kalimat(
        "serapan pada atau di atas batas itu, paling tinggi seratus persen",
        "{program} menyerap {serapan} dari pagu {pagu}.",
    ),
    "melebihi_pagu": Kalimat(
        "realisasi melebihi pagu",
        "Realisasi {program} melebihi pagunya {pagu}, dengan serapan {serapan}.",
    ),
    "belum_diisi": Kalimat(
        "pagu atau realisasinya belum diisi",
        "Serapan {program} belum dapat dihitung karena datanya belum tersedia.",
    ),
    "tidak_dapat_dihitung": Kalimat(
        "pagunya nol", "Serapan {program} tidak dapat dihitung karena tidak mempunyai pagu."
    ),
    "tidak_berlaku": Kalimat(
        "program dinyatakan tidak berlaku tahun ini",
        "Serapan {program} tidak dihitung karena tidak berlaku pada tahun [[tahun]].",
    ),
}
KELOMPOK = (
    Kelompok(("melebihi_pagu",), "Realisasi juga melebihi pagu pada {daftar}.", 1, "turun"),
    Kelompok(("rendah",), "Serapan di bawah batas itu juga terdapat pada {daftar}.", 3, "naik"),
    Kelompok(("wajar",), "Serapan program lainnya adalah {daftar}.", 0, "turun", paragraf=2),
    Kelompok(("belum_diisi",), "Serapan belum dapat dihitung untuk {daftar}.", paragraf=3, hampa=True),
    Kelompok(
        ("tidak_dapat_dihitung",),
        "Serapan tidak dapat dihitung untuk {daftar}, yang tidak mempunyai pagu.",
        paragraf=3,
        hampa=True,
    ),
    Kelompok(("tidak_berlaku",), "Serapan tidak dihitung untuk {daftar}.", paragraf=3, hampa=True),
)


def kode(b: BarisAnggaran) -> str:
    """Return the result code of a programme."""
    if not b.serapan.is_terukur or b.serapan.nilai is None:
        return KODE_KEADAAN[b.serapan.keadaan]
    if b.serapan.nilai > SERATUS:
        return "melebihi_pagu"
    return "rendah" if b.is_rendah else "wajar"


def baris(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield the programmes; kegiatan and sub kegiatan stand in the table."""
    for b in konteks.bab3.anggaran:
        if b.tingkat != 1:
            continue
        nama, serapan = token("program", b.kode), token("serapan", b.kode)
        isi = {"program": nama, "serapan": serapan, "pagu": token("pagu", b.kode)}
        yield Baris(kode(b), f"{nama} ({serapan})" if b.serapan.is_terukur else nama, isi, b.serapan.nilai)


DRAF = Draf("tabel.t_anggaran", KALIMAT, KELOMPOK, baris, "program lain dalam tabel")
