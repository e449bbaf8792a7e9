"""Sentences of fact under the tables of Bab III, computed from the figures of the konteks.

They say what the numbers say (how many, best and weakest, change by polarity) and nothing else:
causes and solutions are a person's to write. A blank is named as such, never praised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pelaporan.konteks import (
    Angka,
    BarisAnggaran,
    BarisCapaian,
    BarisEfisiensi,
    Fakta,
    KonteksLKjIP,
    RingkasanNode,
)
from sakip.umum.hitung import Keadaan
from sakip.umum.teks import gabung_kata


def susun_fakta(konteks: KonteksLKjIP) -> tuple[Fakta, ...]:
    """Return the sentences of each table of Bab III."""
    pembuat: tuple[tuple[str, Callable[[KonteksLKjIP], list[str]]], ...] = (
        ("t_capaian", fakta_capaian),
        ("t_banding", fakta_banding),
        ("t_kemajuan", fakta_kemajuan),
        ("t_pembanding", fakta_pembanding),
        ("t_analisis", fakta_analisis),
        ("t_menunjang", fakta_menunjang),
        ("t_anggaran", fakta_anggaran),
        ("t_efisiensi_sasaran", fakta_efisiensi_sasaran),
        ("t_efisiensi_program", fakta_efisiensi_program),
    )
    return tuple(Fakta(tabel, tuple(buat(konteks))) for tabel, buat in pembuat)


def _terurut(pasangan: Iterable[tuple[str, Angka]]) -> list[tuple[str, Angka]]:
    ada = [(nama, a) for nama, a in pasangan if a.is_terukur and a.nilai is not None]
    return sorted(ada, key=lambda p: p[1].nilai or 0)


def _puncak_dan_dasar(terurut: Sequence[tuple[str, Angka]], apa: str) -> list[str]:
    """Best and weakest; one sentence where all are equal, nothing where there is only one."""
    if len(terurut) < 2:
        return []
    (nama_bawah, bawah), (nama_atas, atas) = terurut[0], terurut[-1]
    if bawah.nilai == atas.nilai:
        return [f"{apa} seluruhnya sama, yaitu {atas.teks}."]
    return [
        f"{apa} tertinggi adalah {nama_atas} ({atas.teks}) dan yang terendah {nama_bawah} ({bawah.teks})."
    ]


def _sebanyak(n: int) -> str:
    return str(n) if n else "belum satu pun"


def _sebut(nama: Sequence[str], paling: int = 3) -> str:
    if len(nama) <= paling:
        return gabung_kata(list(nama))
    return gabung_kata([*nama[:paling], f"{len(nama) - paling} lainnya"])


def _belum(baris: Sequence[BarisCapaian]) -> list[str]:
    hasil = []
    for keadaan, teks in (
        (Keadaan.BELUM_DIISI, "belum dapat diukur karena datanya belum diisi"),
        (Keadaan.TIDAK_DAPAT_DIHITUNG, "tidak dapat dihitung"),
        (Keadaan.TIDAK_BERLAKU, "tidak berlaku tahun ini"),
    ):
        nama = [b.indikator for b in baris if b.capaian.keadaan is keadaan]
        if nama:
            hasil.append(f"{len(nama)} indikator {teks}: {_sebut(nama)}.")
    return hasil


def _kategori(node: RingkasanNode) -> str:
    """A mean over unmeasured indicators is provisional: it gets no category, so no praise."""
    if node.is_lengkap:
        return f"dengan kategori {node.kategori.teks}"
    return "dan masih sementara karena belum semua indikator terukur"


def fakta_capaian(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.2."""
    baris = konteks.bab3.capaian
    if not baris:
        return ["Belum ada indikator yang dilaporkan."]
    terukur = [b for b in baris if b.capaian.is_terukur]
    tercapai = sum(1 for b in terukur if b.tercapai)
    hasil = []
    if terukur:
        hasil.append(
            f"Dari {len(baris)} indikator yang dilaporkan, {len(terukur)} terukur dan "
            f"{_sebanyak(tercapai)} di antaranya mencapai target."
        )
        hasil += _puncak_dan_dasar(_terurut((b.indikator, b.capaian) for b in terukur), "Capaian")
        kantor = konteks.bab3.kantor
        if kantor.capaian.is_terukur:
            hasil.append(
                f"Rata-rata capaian indikator Perjanjian Kinerja adalah {kantor.capaian.teks} "
                f"({kantor.keterangan}) {_kategori(kantor)}."
            )
    else:
        hasil.append(f"Tidak satu pun dari {len(baris)} indikator yang dilaporkan sudah terukur.")
    return hasil + _belum(baris)


def fakta_banding(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.3: change from last year, read by polarity."""
    baris = konteks.bab3.banding
    lalu = konteks.identitas.tahun - 1
    hasil = []
    for kunci, kata in (("membaik", "membaik"), ("menurun", "menurun"), ("tetap", "tidak berubah")):
        nama = [b.indikator for b in baris if b.perubahan == kunci]
        if nama:
            hasil.append(f"Dibandingkan dengan tahun {lalu}, {len(nama)} indikator {kata}: {_sebut(nama)}.")
    tiada = sum(1 for b in baris if not b.perubahan)
    if baris and tiada == len(baris):
        return [f"Belum ada indikator yang dapat dibandingkan dengan tahun {lalu}."]
    if tiada:
        hasil.append(
            f"{tiada} indikator belum dapat dibandingkan karena nilainya belum tersedia pada kedua tahun."
        )
    return hasil


def fakta_kemajuan(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.4."""
    baris = konteks.bab3.kemajuan
    akhir = konteks.bab3.tahun_akhir
    ada = _terurut((b.indikator, b.kemajuan) for b in baris)
    if not ada:
        return [f"Kemajuan terhadap target akhir Renstra tahun {akhir} belum dapat dihitung."]
    sampai = [n for n, a in ada if a.nilai is not None and a.nilai >= 100]
    hasil = [
        f"{len(ada)} dari {len(baris)} indikator dapat dibandingkan dengan target akhir Renstra tahun "
        f"{akhir}; {_sebanyak(len(sampai))} di antaranya sudah mencapai target akhir itu."
    ]
    return hasil + _puncak_dan_dasar(ada, "Kemajuan")


def fakta_pembanding(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.5."""
    baris = konteks.bab3.pembanding
    ada = [b for b in baris if b.capaian.is_terukur and b.capaian.nilai is not None]
    if not ada:
        return ["Belum ada pembanding yang dapat dihitung."]
    atas = sum(1 for b in ada if b.capaian.nilai is not None and b.capaian.nilai >= 100)
    return [
        f"Dari {len(ada)} pembanding yang tercatat, {atas} sudah disamai atau dilampaui dan "
        f"{len(ada) - atas} belum."
    ]


def fakta_analisis(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.6."""
    wajib = [b for b in konteks.bab3.analisis if b.wajib]
    if not wajib:
        return []
    isi = [b for b in wajib if b.analisis.is_terukur and b.solusi.is_terukur]
    if len(isi) == len(wajib):
        return [
            f"Sebab dan solusi sudah diuraikan untuk seluruh {len(wajib)} indikator yang wajib dijelaskan."
        ]
    return [
        f"Sebab dan solusi sudah diuraikan untuk {_sebanyak(len(isi))} dari {len(wajib)} indikator yang "
        "wajib dijelaskan."
    ]


def fakta_menunjang(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.7."""
    status = {b.program: b.menunjang for b in konteks.bab3.menunjang if b.program}
    if not status:
        return ["Program belum dipetakan ke sasaran, sehingga belum dapat dinilai menunjang atau tidak."]
    hitung = {s: sum(1 for x in status.values() if x == s) for s in dict.fromkeys(status.values())}
    bagian = [f"{n} {s.lower()}" for s, n in hitung.items()]
    return [f"Dari {len(status)} program yang dipetakan ke sasaran, {gabung_kata(bagian)}."]


def fakta_anggaran(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.8."""
    jumlah = konteks.bab3.jumlah_anggaran
    if not jumlah.serapan.is_terukur:
        return [f"Serapan belum dapat dihitung: {jumlah.serapan.alasan or 'datanya belum diisi'}."]
    hasil = [
        f"Dari pagu Rp{jumlah.pagu.teks} terealisasi Rp{jumlah.realisasi.teks} atau {jumlah.serapan.teks}, "
        f"sehingga tersisa Rp{konteks.ikhtisar.sisa.teks}."
    ]
    program: list[BarisAnggaran] = [b for b in konteks.bab3.anggaran if b.tingkat == 1]
    hasil += _puncak_dan_dasar(
        _terurut((judul_program(b.nama), b.serapan) for b in program), "Serapan program"
    )
    rendah = [f"{judul_program(b.nama)} ({b.serapan.teks})" for b in program if b.is_rendah]
    if rendah:
        hasil.append(f"Serapan yang wajib dijelaskan: {_sebut(rendah)}.")
    return hasil


def judul_program(nama: str) -> str:
    """Official names stand in capitals; in a sentence they are written as a title."""
    if not nama.isupper():
        return nama
    kecil = {"dan", "di", "ke", "pada", "yang", "kepada", "untuk", "serta"}
    return " ".join(
        k if k in kecil else "/".join(x.capitalize() for x in k.split("/")) for k in nama.lower().split()
    )


def _fakta_efisiensi(baris: Iterable[BarisEfisiensi], apa: str) -> list[str]:
    ada = [
        b for b in baris if b.efisiensi is not None and b.jenis in ("indikator", "node") and b.tingkat == 1
    ]
    if not ada:
        return [f"Belum ada {apa} yang dapat dinilai efisiensinya."]
    hitung: dict[str, list[str]] = {}
    for b in ada:
        nama = b.kategori if b.efisiensi is not None and b.efisiensi.is_terukur else "belum dapat dinilai"
        hitung.setdefault(nama, []).append(b.node)
    bagian = [f"{len(n)} {kategori}" for kategori, n in hitung.items()]
    return [f"Dari {len(ada)} {apa}, {gabung_kata(bagian)}."]


def fakta_efisiensi_sasaran(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.9."""
    hasil = _fakta_efisiensi(konteks.bab3.efisiensi_sasaran, "sasaran")
    i = konteks.ikhtisar
    if i.efisiensi.is_terukur:
        hasil.append(
            f"Secara keseluruhan, capaian {i.capaian.teks} ({konteks.bab3.kantor.keterangan}) dengan serapan "
            f"{i.serapan.teks} menghasilkan nilai {i.efisiensi.teks}"
            + (f", yaitu {i.kategori_efisiensi}." if konteks.bab3.kantor.is_lengkap else ", masih sementara.")
        )
    elif i.efisiensi.alasan:
        hasil.append(f"Efisiensi keseluruhan tidak dapat dihitung: {i.efisiensi.alasan}.")
    if any(b.jenis == "sisa" for b in konteks.bab3.efisiensi_sasaran):
        hasil.append("Sebagian anggaran belum dipetakan ke sasaran dan dicantumkan pada baris tersendiri.")
    return hasil


def fakta_efisiensi_program(konteks: KonteksLKjIP) -> list[str]:
    """Tabel 3.10."""
    return _fakta_efisiensi(konteks.bab3.efisiensi_program, "program")
