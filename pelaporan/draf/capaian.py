"""Tabel 3.2: what was reached, best first, and what was not, weakest first."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.draf.dasar import (
    KODE_KEADAAN,
    SERATUS,
    Baris,
    Draf,
    Kalimat,
    Kelompok,
    arah,
    bersatuan,
    nama_indikator,
    token,
)
from pelaporan.konteks import BarisCapaian, KonteksLKjIP

KALIMAT = {
    "melampaui": Kalimat(
        "capaian di atas seratus persen",
        "{indikator} melampaui target dengan realisasi {realisasi} dari target {target}.",
    ),
    "melampaui_rendah": Kalimat(
        "capaian di atas seratus persen, indikator yang makin rendah makin baik",
        "{indikator} lebih baik daripada target: realisasinya {realisasi}, sedangkan batas yang ditargetkan "
        "{target}.",
    ),
    "mencapai": Kalimat(
        "capaian tepat seratus persen",
        "{indikator} mencapai target {target} dengan realisasi {realisasi}.",
    ),
    "mencapai_rentang": Kalimat(
        "nilainya di dalam rentang target",
        "{indikator} berada dalam rentang target {target} dengan realisasi {realisasi}.",
    ),
    "belum_mencapai": Kalimat(
        "capaian di bawah seratus persen",
        "{indikator} belum mencapai target: realisasinya {realisasi} dari target {target}, dengan capaian "
        "{capaian}.",
    ),
    "belum_mencapai_rendah": Kalimat(
        "capaian di bawah seratus persen, indikator yang makin rendah makin baik",
        "{indikator} belum mencapai target: realisasinya {realisasi} melewati batas {target}, dengan capaian "
        "{capaian}.",
    ),
    "di_luar_rentang": Kalimat(
        "nilainya di luar rentang target",
        "{indikator} berada di luar rentang target {target} dengan realisasi {realisasi}.",
    ),
    "jauh_di_bawah": Kalimat(
        "belum mencapai target, dan kategorinya di bawah kelas tengah Tabel Pengkategorian Capaian Kinerja",
        "{indikator} masih jauh dari target {target}: capaiannya {capaian} dengan kategori {kategori}.",
    ),
    "belum_diisi": Kalimat(
        "target atau realisasinya belum diisi",
        "{indikator} belum dapat diuraikan karena datanya belum tersedia.",
    ),
    "tidak_dapat_dihitung": Kalimat(
        "rumus capaian tidak memberi hasil, misalnya karena target nol",
        "Capaian {indikator} tidak dapat dihitung menurut rumusnya.",
    ),
    "tidak_berlaku": Kalimat(
        "indikator dinyatakan tidak berlaku tahun ini, dengan alasan",
        "{indikator} tidak diukur karena tidak berlaku pada tahun [[tahun]].",
    ),
}
KELOMPOK = (
    Kelompok(("melampaui", "melampaui_rendah"), "Target juga dilampaui oleh {daftar}.", 1, "turun"),
    Kelompok(("mencapai", "mencapai_rentang"), "Target tercapai pula pada {daftar}."),
    Kelompok(
        ("belum_mencapai", "belum_mencapai_rendah", "di_luar_rentang", "jauh_di_bawah"),
        "Target belum tercapai pula pada {daftar}.",
        2,
        "naik",
        paragraf=2,
    ),
    Kelompok(
        ("belum_diisi",),
        "Capaian {daftar} belum dapat diuraikan karena datanya belum tersedia.",
        paragraf=3,
        hampa=True,
    ),
    Kelompok(
        ("tidak_dapat_dihitung",),
        "Capaian {daftar} tidak dapat dihitung menurut rumusnya.",
        paragraf=3,
        hampa=True,
    ),
    Kelompok(
        ("tidak_berlaku",),
        "Yang tidak diukur karena tidak berlaku pada tahun [[tahun]] adalah {daftar}.",
        paragraf=3,
        hampa=True,
    ),
)

# Named in a list with their capaian; at the target itself it says nothing new.
BERANGKA = frozenset((*KELOMPOK[0].kode, *KELOMPOK[2].kode))


def kode(b: BarisCapaian, kelas: tuple[str, ...]) -> str:
    """Return the result code of a row; ``kelas`` are the classes of Tabel 3.1, best first."""
    if not b.capaian.is_terukur:
        return KODE_KEADAAN[b.capaian.keadaan]
    jurusan = arah(b)
    if b.tercapai:
        if jurusan == "rentang":
            return "mencapai_rentang"
        lebih = b.capaian.nilai is not None and b.capaian.nilai > SERATUS
        return ("melampaui_rendah" if jurusan == "rendah" else "melampaui") if lebih else "mencapai"
    if b.kategori.teks in kelas and 2 * kelas.index(b.kategori.teks) > len(kelas) - 1:
        return "jauh_di_bawah"
    return {"rentang": "di_luar_rentang", "rendah": "belum_mencapai_rendah"}.get(jurusan, "belum_mencapai")


def baris(konteks: KonteksLKjIP) -> Iterator[Baris]:
    """Yield the rows of Tabel 3.2."""
    kelas = tuple(k.nama for k in konteks.bab3.kelas)
    for b in konteks.bab3.capaian:
        nama = nama_indikator(b.kode)
        satu = kode(b, kelas)
        yield Baris(
            kode=satu,
            butir=f"{nama} ({token('capaian', b.kode)})" if satu in BERANGKA else nama,
            isi={
                "indikator": nama,
                "target": bersatuan(b, "target", b.kode),
                "realisasi": bersatuan(b, "realisasi", b.kode),
                "capaian": token("capaian", b.kode),
                "kategori": token("kategori", b.kode),
            },
            nilai=b.capaian.nilai,
        )


DRAF = Draf("tabel.t_capaian", KALIMAT, KELOMPOK, baris, "indikator lain dalam tabel")
