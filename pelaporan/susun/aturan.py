"""The rules in force as sentences: under Tabel 3.1 and under the efficiency tables."""

from __future__ import annotations

from kinerja.models import AturanPengukuran
from kinerja.pilihan import AturanEfisiensiPilihan, MetodeSkala, RumusRendah
from sakip.umum.angka import format_angka, format_persen

_RENDAH = {
    RumusRendah.SELISIH: "(2 x target - realisasi) / target x 100%",
    RumusRendah.RASIO: "target / realisasi x 100%",
}


def build_aturan(a: AturanPengukuran) -> tuple[str, ...]:
    """Return the rules in force, one sentence each, printed under Tabel 3.1."""
    rendah = _RENDAH[RumusRendah(a.rumus_makin_rendah)]
    atas = f"paling tinggi {format_persen(a.batas_atas)}" if a.batas_atas is not None else "tanpa batas atas"
    bawah = (
        f"paling rendah {format_persen(a.batas_bawah)}" if a.batas_bawah is not None else "tanpa batas bawah"
    )
    skala = (
        "Kategori ditentukan dari nilai sebelum dibulatkan, menurut batas bawah tiap kelas."
        if a.skala.metode == MetodeSkala.AMBANG
        else "Capaian dibulatkan ke bilangan bulat terdekat sebelum dikategorikan."
    )
    sumber = a.dasar_hukum.sebutan if a.dasar_hukum else a.sumber
    kalimat = (
        "Indikator yang makin tinggi makin baik: realisasi / target x 100%. "
        f"Yang makin rendah makin baik: {rendah}. Yang bertarget rentang: 100% di dalam rentang; di bawahnya "
        "realisasi / batas bawah x 100%, di atasnya rumus makin rendah dengan batas atas sebagai target.",
        f"Capaian dihitung {atas} dan {bawah}.",
        skala,
        "Capaian sasaran dan tujuan adalah rata-rata capaian indikatornya; indikator yang belum terukur "
        "disebutkan dan tidak dirata-ratakan.",
        f"Program menunjang sasaran apabila capaiannya berkategori {a.kelas_menunjang} atau lebih baik.",
        f"Sumber aturan: {sumber}." if sumber else "",
    )
    return tuple(k for k in kalimat if k)


def build_catatan_efisiensi(a: AturanPengukuran) -> tuple[str, ...]:
    """Return the notes under Tabel 3.9 and 3.10."""
    batas = format_angka(a.batas_selisih)
    return {
        AturanEfisiensiPilihan.RASIO: (
            "Efisiensi = persentase capaian kinerja / persentase serapan anggaran.",
            "Nilai 1 atau lebih: efisien. Nilai di bawah 1: tidak efisien.",
        ),
        AturanEfisiensiPilihan.SELISIH: (
            "Efisiensi = persentase capaian kinerja - persentase serapan anggaran, dalam poin.",
            f"Di atas {batas}: efisien. Dari -{batas} sampai {batas}: cukup efisien. "
            "Di bawahnya: tidak efisien.",
        ),
        AturanEfisiensiPilihan.SISA_ANGGARAN: (
            "Efisiensi = 100% - persentase serapan anggaran, apabila setiap indikator terukur mencapai 100% "
            "atau lebih dan tidak ada yang belum diisi.",
            "Di atas 0: efisien. Sama dengan 0: sesuai anggaran. Di bawah 0: tidak efisien.",
        ),
    }[AturanEfisiensiPilihan(a.aturan_efisiensi)]
