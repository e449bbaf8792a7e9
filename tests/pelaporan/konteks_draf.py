"""A report built by hand for the drafts: indicators and programmes as a test asks for them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pelaporan.konteks import (
    Angka,
    BarisAnalisis,
    BarisAnggaran,
    BarisBanding,
    BarisCapaian,
    BarisEfisiensi,
    BarisKelas,
    BarisKemajuan,
    BarisMenunjang,
    BarisPembanding,
    KonteksLKjIP,
    NilaiTahun,
    RingkasanNode,
)
from sakip.umum.hitung import Keadaan
from tests.pelaporan.bahan_konteks import KOSONG, TAK_TERHITUNG, a
from tests.pelaporan.konteks_contoh import konteks_contoh

TIDAK_BERLAKU = Angka("tidak berlaku", Keadaan.TIDAK_BERLAKU, None, "tidak ada layanan")
KELAS = ("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah")


@dataclass(frozen=True)
class Satu:
    """One indicator of the report; figures as printed, an empty text is a blank."""

    kode: str
    capaian: str | Angka = "100,00%"
    realisasi: str = "80,00"
    target: str = "80,00"
    lalu: str = "70,00"
    perubahan: str = "membaik"
    kemajuan: str | Angka = "80,00%"
    kategori: str = "Sangat Tinggi"
    arah: str = "Makin tinggi makin baik"
    satuan: str = "Indeks"
    sasaran: str = "Sasaran satu"
    pembanding: tuple[str, ...] = ("100,00%",)  # capaian against each; "-" stated as absent
    sebab: str = "Sebab."

    @property
    def nama(self) -> str:
        """A name with a digit: a draft must not type it."""
        return f"Indikator 7 {self.kode}"

    @property
    def tercapai(self) -> bool | None:
        """As the report reckons it."""
        c = angka(self.capaian)
        return None if c.nilai is None else c.nilai >= 100


def angka(teks: str | Angka) -> Angka:
    """A figure from its text, or as given."""
    return teks if isinstance(teks, Angka) else a(teks)


def konteks_draf(
    indikator: tuple[Satu, ...],
    program: tuple[tuple[str, str | Angka, bool], ...] = (("7.01.01", "97,00%", False),),
    *,
    menunjang: tuple[tuple[str, str, str], ...] = (),
    efisiensi: tuple[tuple[str, str, str], ...] = (),
) -> KonteksLKjIP:
    """Return the report.

    ``program``: (code, serapan, low). ``menunjang``: (sasaran, programme code, status). ``efisiensi``:
    (sasaran, or code of a programme; value; category).
    """
    k = konteks_contoh(fakta=(), narasi=())
    capaian = tuple(_capaian(s) for s in indikator)
    bab3 = replace(
        k.bab3,
        kelas=tuple(BarisKelas(str(n), nama, "") for n, nama in enumerate(KELAS, start=1)),
        capaian=capaian,
        banding=tuple(_banding(s, b) for s, b in zip(indikator, capaian, strict=True)),
        kemajuan=tuple(
            BarisKemajuan("1", s.sasaran, 1, s.nama, s.satuan, a(s.realisasi), a("90,00"), angka(s.kemajuan))
            for s in indikator
        ),
        pembanding=tuple(b for s in indikator for b in _pembanding(s)),
        analisis=tuple(_analisis("Sasaran", s.sasaran, s) for s in indikator),
        menunjang=_menunjang(indikator, menunjang),
        anggaran=tuple(_anggaran(*p) for p in program),
        jumlah_anggaran=replace(k.bab3.jumlah_anggaran, serapan=angka(program[0][1]) if program else KOSONG),
        efisiensi_sasaran=tuple(_efisiensi(*e) for e in efisiensi if not e[0].startswith("7.")),
        efisiensi_program=tuple(
            _efisiensi(f"{e[0]} PROGRAM {e[0]}", *e[1:]) for e in efisiensi if e[0].startswith("7.")
        ),
        per_sasaran=tuple(
            RingkasanNode(
                nama, a("95,00%"), a("Tinggi"), 1, 1, 0, "", efisiensi=a(nilai), kategori_efisiensi=kategori
            )
            for nama, nilai, kategori in efisiensi
            if not nama.startswith("7.")
        ),
        per_program=tuple(
            RingkasanNode(
                f"PROGRAM {kode}", a("95,00%"), a("Tinggi"), 1, 1, 0, "", efisiensi=a("1,02"),
                kategori_efisiensi="efisien",
            )
            for kode, _, _ in program
        ),
    )  # fmt: skip
    return replace(k, bab3=bab3)


def _capaian(s: Satu) -> BarisCapaian:
    return BarisCapaian(
        nomor="1",
        kode=s.kode,
        tujuan="Tujuan satu",
        node=s.sasaran,
        tingkat="sasaran",
        rs_node=1,
        indikator=s.nama,
        satuan=s.satuan,
        arah=s.arah,
        tanda=("PK",),
        target=a(s.target),
        sumber_target="PK",
        realisasi=a(s.realisasi),
        capaian=angka(s.capaian),
        kategori=a(s.kategori),
        tercapai=s.tercapai,
        sumber_data=a("Laporan"),
    )


def _banding(s: Satu, b: BarisCapaian) -> BarisBanding:
    lalu = NilaiTahun(2022, a(s.target), a(s.lalu), a("90,00%"))
    kini = NilaiTahun(2023, b.target, b.realisasi, b.capaian)
    return BarisBanding("1", s.kode, s.sasaran, 1, s.nama, s.satuan, (lalu, kini), s.perubahan)


def _pembanding(s: Satu) -> list[BarisPembanding]:
    hasil = []
    for n, satu in enumerate(s.pembanding or ("",)):
        nilai = a("75,00") if satu not in ("", "-") else TIDAK_BERLAKU if satu == "-" else KOSONG
        capaian = TAK_TERHITUNG if satu == "?" else nilai if satu in ("", "-") else a(satu)
        hasil.append(
            BarisPembanding(
                "1", s.sasaran, 1, "" if n else s.nama, 0 if n else len(s.pembanding or ("",)), s.satuan,
                a(s.realisasi), f"Nasional: standar {n}", nilai, capaian, "",
            )
        )  # fmt: skip
    return hasil


def _analisis(tingkat: str, node: str, s: Satu) -> BarisAnalisis:
    b = _capaian(s)
    return BarisAnalisis(
        "1", tingkat, node, 1, s.nama, s.satuan, b.target, b.realisasi, b.capaian,
        a(s.sebab), a(s.sebab), True,
    )  # fmt: skip


def _menunjang(
    indikator: tuple[Satu, ...], program: tuple[tuple[str, str, str], ...]
) -> tuple[BarisMenunjang, ...]:
    hasil = [BarisMenunjang("1", s.sasaran, 1, s.nama, angka(s.capaian), "", (), None, "") for s in indikator]
    hasil += [
        BarisMenunjang(
            "", sasaran, 0, "", None, f"{kode} PROGRAM {kode}", ("Indikator program",),
            KOSONG if status == "belum terukur" else a("95,00%"), status,
        )
        for sasaran, kode, status in program
    ]  # fmt: skip
    return tuple(hasil)


def _anggaran(kode: str, serapan: str | Angka, rendah: bool) -> BarisAnggaran:
    return BarisAnggaran("1", kode, f"PROGRAM {kode}", 1, a("1.000"), a("900"), angka(serapan), rendah)


def _efisiensi(node: str, nilai: str, kategori: str) -> BarisEfisiensi:
    isi = a(nilai)
    return BarisEfisiensi(
        "indikator", "1", node, 1, "Indikator", a("1"), a("1"), a("95,00%"), a("1"), a("1"), a("95,00%"),
        isi if isi.is_terukur else TAK_TERHITUNG, kategori,
    )  # fmt: skip
