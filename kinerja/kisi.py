"""The grid as a page shows it: every text is made here, the template only places it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from django.urls import reverse

from anggaran.models import RealisasiAnggaran
from anggaran.rumus import compute_serapan
from kinerja.alur import boleh_isi
from kinerja.alur_isian import Bentrok, kunci_kinerja
from kinerja.berjalan import capaian_periode
from kinerja.forms_kisi import Ketikan, is_bernilai, is_berpasangan, ketikan_belanja, ketikan_kinerja
from kinerja.isian import BarisBelanja, BarisKinerja, IsianKantor, KeadaanSel
from kinerja.models import (
    AturanPengukuran,
    Bukti,
    CatatanPemeriksaan,
    DefinisiIndikator,
    Realisasi,
    SkalaNilai,
)
from kinerja.models.nilai import Nilai
from kinerja.pilihan import TRIWULAN_PERIODE, JenisNilai, Periode, Tahap
from kinerja.rumus import Arah, Capaian, MetodeTriwulan, NilaiPeriode, RumusMakinRendah, nilai_berjalan
from organisasi.izin import Pelaku
from organisasi.models import PerangkatDaerah
from sakip.umum.angka import STRIP, format_angka, format_persen, format_rupiah
from sakip.umum.hitung import Keadaan
from sakip.umum.riwayat import versi_banyak
from sakip.umum.tanggal import angka_romawi
from sakip.umum.waktu import sebut_waktu

SEBUT = {
    KeadaanSel.TERISI: "Terisi",
    KeadaanSel.BELUM_DIISI: "Belum diisi",
    KeadaanSel.TIDAK_BERLAKU: "Tidak berlaku",
    KeadaanSel.BELUM_WAKTUNYA: "Belum waktunya",
}
SEBUT_CAPAIAN = {
    Keadaan.BELUM_DIISI: "Belum diisi",
    Keadaan.TIDAK_BERLAKU: "Tidak berlaku",
    Keadaan.TIDAK_DAPAT_DIHITUNG: "Tidak dapat dihitung",
}


@dataclass(frozen=True)
class Teks:
    """A printed figure, or the state that stands in its place; ``rincian`` says why."""

    teks: str
    keadaan: str = "terisi"
    rincian: str = ""
    nama: str = ""


@dataclass(frozen=True)
class BentrokTeks:
    """What somebody else wrote meanwhile, in words."""

    oleh: str
    pada: str
    kini: str


@dataclass(frozen=True)
class BarisKisi:
    """One row of a grid."""

    kunci: str
    nama: str
    keterangan: str
    unit: str
    target: str
    target_triwulan: str
    lama: tuple[Teks, ...]
    kini: Teks
    terbuka: bool
    ketikan: Ketikan
    berjalan: Teks
    capaian: Teks
    alamat: str = ""
    berpasangan: bool = False
    bernilai: bool = True
    label_pembilang: str = ""
    label_penyebut: str = ""
    pilihan: tuple[str, ...] = ()
    bukti: int = 0
    catatan_pemeriksa: str = ""
    bentrok: BentrokTeks | None = None
    diisi: str = ""


@dataclass(frozen=True)
class Kelompok:
    """Rows under one heading."""

    judul: str
    baris: tuple[BarisKisi, ...]


def sebut_tw(triwulan: int) -> str:
    """Return "TW IV"."""
    return f"TW {angka_romawi(triwulan)}"


def aturan_kantor(kantor: PerangkatDaerah, tahun: int) -> AturanPengukuran | None:
    """Return the rules in force: the office's own row, else the government's."""
    semua = AturanPengukuran.objects.filter(pemda_id=kantor.pemda_id, tahun=tahun)
    milik = [a for a in semua if a.perangkat_daerah_id in (None, kantor.pk)]
    return next(iter(sorted(milik, key=lambda a: a.perangkat_daerah_id is None)), None)


def muat_skala() -> dict[str, SkalaNilai]:
    """Return all grades by "skala:kode", the best first."""
    return {f"{s.skala}:{s.kode}": s for s in SkalaNilai.objects.order_by("skala", "-peringkat")}


def cetak_nilai(nilai: Nilai | None) -> str:
    """Return a target or value in words: number, range or grade."""
    if nilai is None or (nilai.nilai is None and nilai.predikat_id is None):
        return STRIP
    if nilai.predikat is not None:
        return nilai.predikat.kode
    atas = f" sampai {format_angka(nilai.nilai_atas)}" if nilai.nilai_atas is not None else ""
    return format_angka(nilai.nilai) + atas


def cetak_realisasi(baris: Realisasi) -> str:
    """Return a stored value in words, a pair as "18 dari 20"."""
    if baris.pembilang is not None:
        return f"{format_angka(baris.pembilang)} dari {format_angka(baris.penyebut)}"
    return cetak_nilai(baris)


# Kinerja --------------------------------------------------------------------------------------------


class PembuatKinerja:
    """Builds the rows of the kinerja grid of one quarter."""

    def __init__(self, isian: IsianKantor, triwulan: int, pelaku: Pelaku, hari: datetime.date) -> None:
        self.isian, self.triwulan, self.pelaku, self.hari = isian, triwulan, pelaku, hari
        self.aturan = aturan_kantor(isian.kantor, isian.tahun)
        self.skala = muat_skala()

    def build(
        self,
        baris: Iterable[BarisKinerja],
        ketikan: Mapping[int, Ketikan] | None = None,
        bentrok: Mapping[str, Bentrok] | None = None,
    ) -> tuple[Kelompok, ...]:
        """Return the rows under their headings; ``ketikan`` is what was typed and not stored."""
        daftar = [b for b in baris if b.definisi is not None]
        sel = [s for b in daftar if (s := b.sel(self.triwulan)) is not None]
        versi = versi_banyak(Realisasi, [s.pk for s in sel])
        bukti: dict[int, int] = defaultdict(int)
        for pk in Bukti.objects.filter(realisasi__in=sel, pengganti=None).values_list(
            "realisasi_id", flat=True
        ):
            bukti[pk] += 1
        catatan = catatan_terakhir(self.isian, self.triwulan)
        hasil = []
        for b in daftar:
            s = b.sel(self.triwulan)
            satu = self._baris(b, (ketikan or {}).get(b.indikator.pk), versi.get(s.pk, 0) if s else 0)
            satu = replace(
                satu,
                bukti=bukti.get(s.pk, 0) if s else 0,
                catatan_pemeriksa=catatan.get(("kinerja", s.pk), "") if s else "",
                bentrok=sebut_bentrok((bentrok or {}).get(satu.kunci)),
            )
            hasil.append((judul_node(b), satu))
        return kelompokkan(hasil)

    def _baris(self, b: BarisKinerja, ketikan: Ketikan | None, versi: int) -> BarisKisi:
        d = b.definisi
        assert d is not None
        s = b.sel(self.triwulan)
        periode = b.periode_pada(self.triwulan)
        unit = self.isian.unit.get(b.unit_id) if b.unit_id else None
        return BarisKisi(
            kunci=kunci_kinerja(b),
            nama=b.indikator.nama,
            keterangan=f"{_satuan(d)}, {d.get_metode_display().lower()}",
            unit=unit.nama if unit else "",
            target=cetak_nilai(b.target),
            target_triwulan=cetak_nilai(b.target_periode.get(periode)) if periode else "",
            lama=tuple(replace(_teks_sel(b, t), nama=sebut_tw(t)) for t in range(1, self.triwulan)),
            kini=_teks_sel(b, self.triwulan),
            terbuka=self.is_terbuka(b),
            ketikan=ketikan or ketikan_kinerja(b, self.triwulan, versi),
            berjalan=self.berjalan(b),
            capaian=teks_capaian(self.capaian(b), self.aturan),
            alamat=reverse(
                "baris_kinerja",
                args=[self.isian.kantor.slug, self.isian.tahun, self.triwulan, b.indikator.pk],
            ),
            berpasangan=is_berpasangan(b),
            bernilai=is_bernilai(b),
            label_pembilang=d.label_pembilang or "Pembilang",
            label_penyebut=d.label_penyebut or "Penyebut",
            pilihan=tuple(n.kode for k, n in self.skala.items() if d.skala and k.startswith(f"{d.skala}:")),
            diisi=sebut_pengisi(s),
        )

    def is_terbuka(self, b: BarisKinerja) -> bool:
        """Whether this person may type in the row now."""
        if b.unit_id is None or b.periode_pada(self.triwulan) is None:
            return False
        boleh = boleh_isi(self.pelaku, self.isian.kantor.pk, b.unit_id)
        return boleh and self.isian.is_dapat_diisi(b.unit_id, self.triwulan, self.hari)

    def berjalan(self, b: BarisKinerja) -> Teks:
        """Return what the quarters so far make together by the indicator's method."""
        d = b.definisi
        assert d is not None
        if d.jenis == JenisNilai.PREDIKAT:
            isi = [r for p in self._sampai(b) if (r := b.realisasi.get(p)) is not None and r.predikat]
            return Teks(cetak_nilai(isi[-1])) if isi else _kosong(b, self.triwulan)
        nilai = nilai_berjalan(
            [_periode(p, b.realisasi.get(p)) for p in self._sampai(b)], MetodeTriwulan(d.metode)
        )
        return Teks(format_angka(nilai, d.desimal)) if nilai is not None else _kosong(b, self.triwulan)

    def capaian(self, b: BarisKinerja) -> Capaian:
        """Return capaian so far against the target of the same periods."""
        d, aturan = b.definisi, self.aturan
        assert d is not None
        sampai = self._sampai(b)
        selesai = len(sampai) == len(b.periode)
        return capaian_periode(
            periode=[_periode_hitung(p, b.realisasi.get(p)) for p in sampai],
            target=[_hitungan_target(b.target_periode.get(p)) for p in sampai],
            metode=MetodeTriwulan(d.metode),
            arah=Arah(d.arah),
            rumus_makin_rendah=RumusMakinRendah(
                aturan.rumus_makin_rendah if aturan else RumusMakinRendah.SELISIH
            ),
            batas_atas=aturan.batas_atas if aturan else None,
            batas_bawah=aturan.batas_bawah if aturan else None,
            setahun=_hitungan_target(b.target) if selesai else None,
        )

    def _sampai(self, b: BarisKinerja) -> list[str]:
        return [p for p in b.periode if TRIWULAN_PERIODE[Periode(p)] <= self.triwulan]


def _satuan(d: DefinisiIndikator) -> str:
    return d.satuan.nama if d.satuan else d.get_jenis_display()


def _periode(nama: str, r: Realisasi | None) -> NilaiPeriode:
    if r is None:
        return NilaiPeriode(nama)
    return NilaiPeriode(nama, r.nilai, r.berlaku, r.pembilang, r.penyebut)


def _periode_hitung(nama: str, r: Realisasi | None) -> NilaiPeriode:
    """Return a period for the formula of capaian: a grade stands there by its rank."""
    if r is not None and r.predikat is not None:
        return NilaiPeriode(nama, Decimal(r.predikat.peringkat), r.berlaku)
    return _periode(nama, r)


def _hitungan_target(t: Nilai | None) -> Decimal | tuple[Decimal, Decimal] | None:
    if t is None or t.is_kosong:
        return None
    if t.predikat is not None:
        return Decimal(t.predikat.peringkat)
    assert t.nilai is not None
    return (t.nilai, t.nilai_atas) if t.nilai_atas is not None else t.nilai


def _teks_sel(b: BarisKinerja, triwulan: int) -> Teks:
    keadaan = b.keadaan(triwulan)
    s = b.sel(triwulan)
    if keadaan is KeadaanSel.TERISI and s is not None:
        return Teks(cetak_realisasi(s), rincian=s.keterangan)
    return Teks(SEBUT[keadaan], keadaan.value, s.keterangan if s else "")


def _kosong(b: BarisKinerja, triwulan: int) -> Teks:
    keadaan = b.keadaan(triwulan)
    if keadaan is KeadaanSel.TERISI:
        keadaan = KeadaanSel.BELUM_DIISI
    return Teks(SEBUT[keadaan], keadaan.value)


def teks_capaian(capaian: Capaian, aturan: AturanPengukuran | None) -> Teks:
    """Return capaian as printed, or its state with the reason."""
    if capaian.keadaan is Keadaan.TERUKUR:
        return Teks(format_persen(capaian.nilai, aturan.desimal if aturan else 2))
    teks = SEBUT_CAPAIAN[capaian.keadaan]
    if capaian.keadaan is Keadaan.BELUM_DIISI and "target" in capaian.alasan:
        teks = "Target belum ada"
    return Teks(teks, capaian.keadaan.value, capaian.alasan)


def judul_node(b: BarisKinerja) -> str:
    """Return the heading under which an indicator stands."""
    i = b.indikator
    if i.tujuan is not None:
        return f"Tujuan {i.tujuan.urutan}. {i.tujuan.uraian}"
    if i.sasaran is not None:
        return f"Sasaran {i.sasaran.urutan}. {i.sasaran.uraian}"
    node = i.program or (i.kegiatan.program if i.kegiatan else None)
    if node is None and i.sub_kegiatan is not None:
        node = i.sub_kegiatan.kegiatan.program
    assert node is not None
    return f"Program {node.kode} {node.nama}"


def kelompokkan(baris: list[tuple[str, BarisKisi]]) -> tuple[Kelompok, ...]:
    """Return rows under their headings, in order."""
    return tuple(
        Kelompok(judul, tuple(satu for _, satu in isi)) for judul, isi in groupby(baris, key=lambda x: x[0])
    )


def catatan_terakhir(isian: IsianKantor, triwulan: int) -> dict[tuple[str, int], str]:
    """Return the notes at rows of the quarters that were given back and not sent again."""
    kembali = [t.pk for (_, tw), t in isian.tahap.items() if tw == triwulan and t.tahap == Tahap.DIKEMBALIKAN]
    hasil: dict[tuple[str, int], str] = {}
    for c in CatatanPemeriksaan.objects.filter(tahap__in=kembali):
        if c.realisasi_id:
            hasil["kinerja", c.realisasi_id] = c.catatan
        elif c.realisasi_anggaran_id:
            hasil["anggaran", c.realisasi_anggaran_id] = c.catatan
    return hasil


def sebut_pengisi(sel: Realisasi | RealisasiAnggaran | None) -> str:
    """Return who entered a value and when, or nothing."""
    if sel is None or sel.diisi_oleh is None or sel.diisi_pada is None:
        return ""
    return f"{sel.diisi_oleh}, {sebut_waktu(sel.diisi_pada)}"


def sebut_bentrok(bentrok: Bentrok | None) -> BentrokTeks | None:
    """Return a conflict in words."""
    if bentrok is None:
        return None
    kini = bentrok.kini
    if kini is None:
        teks = "dikosongkan"
    elif isinstance(kini, Realisasi):
        teks = cetak_realisasi(kini) if kini.berlaku else "tidak berlaku"
    else:
        teks = format_rupiah(kini.nilai)
    return BentrokTeks(bentrok.oleh, sebut_waktu(bentrok.pada), teks)


# Anggaran -------------------------------------------------------------------------------------------


def cetak_rupiah(nilai: Decimal | None) -> str:
    """Return an amount without "Rp", for tables whose caption says rupiah; sen where there are any."""
    return format_rupiah(nilai).replace("Rp", "")


@dataclass(frozen=True)
class JumlahBelanja:
    """Sums of the budget grid; serapan with its base."""

    pagu: str
    triwulan: str
    sampai: str
    serapan: Teks
    dasar: str


class PembuatBelanja:
    """Builds the rows of the budget grid of one quarter."""

    def __init__(self, isian: IsianKantor, triwulan: int, pelaku: Pelaku, hari: datetime.date) -> None:
        self.isian, self.triwulan, self.pelaku, self.hari = isian, triwulan, pelaku, hari

    def build(
        self,
        baris: Iterable[BarisBelanja],
        ketikan: Mapping[str, Ketikan] | None = None,
        bentrok: Mapping[str, Bentrok] | None = None,
    ) -> tuple[Kelompok, ...]:
        """Return the rows under their programmes."""
        daftar = list(baris)
        sel = [s for b in daftar if (s := b.sel(self.triwulan)) is not None]
        versi = versi_banyak(RealisasiAnggaran, [s.pk for s in sel])
        catatan = catatan_terakhir(self.isian, self.triwulan)
        hasil = []
        for b in daftar:
            s = b.sel(self.triwulan)
            satu = self._baris(b, (ketikan or {}).get(b.kunci), versi.get(s.pk, 0) if s else 0)
            satu = replace(
                satu,
                catatan_pemeriksa=catatan.get(("anggaran", s.pk), "") if s else "",
                bentrok=sebut_bentrok((bentrok or {}).get(b.kunci)),
            )
            hasil.append((f"Program {b.program.kode} {b.program.nama}", satu))
        return kelompokkan(hasil)

    def _baris(self, b: BarisBelanja, ketikan: Ketikan | None, versi: int) -> BarisKisi:
        unit = self.isian.unit.get(b.unit_id) if b.unit_id else None
        sampai = jumlah_sampai(b, self.triwulan)
        return BarisKisi(
            kunci=b.kunci,
            nama=f"{b.node.kode} {b.node.nama}",
            keterangan="",
            unit=unit.nama if unit else "",
            target=cetak_rupiah(b.pagu),
            target_triwulan="",
            lama=tuple(replace(_teks_belanja(b, t), nama=sebut_tw(t)) for t in range(1, self.triwulan)),
            kini=_teks_belanja(b, self.triwulan),
            terbuka=self.is_terbuka(b),
            ketikan=ketikan or ketikan_belanja(b, self.triwulan, versi),
            berjalan=Teks(cetak_rupiah(sampai)) if sampai is not None else Teks("Belum diisi", "belum_diisi"),
            capaian=teks_capaian(compute_serapan(pagu=b.pagu, realisasi=sampai), None),
            diisi=sebut_pengisi(b.sel(self.triwulan)),
        )

    def is_terbuka(self, b: BarisBelanja) -> bool:
        """Whether this person may type in the row now."""
        if b.unit_id is None or b.is_setahun:
            return False
        boleh = boleh_isi(self.pelaku, self.isian.kantor.pk, b.unit_id)
        return boleh and self.isian.is_dapat_diisi(b.unit_id, self.triwulan, self.hari)

    def jumlah(self, baris: Iterable[BarisBelanja]) -> JumlahBelanja:
        """Return the sums of what is filled, and how many rows that are."""
        daftar = list(baris)
        pagu = sum((b.pagu for b in daftar if b.pagu is not None), Decimal(0))
        kini = [s.nilai for b in daftar if (s := b.sel(self.triwulan)) is not None]
        sampai = [n for b in daftar if (n := jumlah_sampai(b, self.triwulan)) is not None]
        total = sum(sampai, Decimal(0))
        return JumlahBelanja(
            pagu=cetak_rupiah(pagu),
            triwulan=cetak_rupiah(sum(kini, Decimal(0))) if kini else "Belum diisi",
            sampai=cetak_rupiah(total) if sampai else "Belum diisi",
            serapan=teks_capaian(compute_serapan(pagu=pagu, realisasi=total if sampai else None), None),
            dasar=f"{len(kini)} dari {len(daftar)} baris terisi pada triwulan ini",
        )


def jumlah_sampai(b: BarisBelanja, triwulan: int) -> Decimal | None:
    """Return the sum of the quarters up to one; None where nothing is filled. A blank is not a zero."""
    if b.is_setahun:
        return b.realisasi["tahun"].nilai
    isi = [r.nilai for t in range(1, triwulan + 1) if (r := b.realisasi.get(f"tw{t}")) is not None]
    return sum(isi, Decimal(0)) if isi else None


def _teks_belanja(b: BarisBelanja, triwulan: int) -> Teks:
    if b.is_setahun:
        return Teks("Dicatat setahun", "belum_waktunya", b.realisasi["tahun"].sumber)
    s = b.sel(triwulan)
    return Teks(cetak_rupiah(s.nilai), rincian=s.catatan) if s else Teks("Belum diisi", "belum_diisi")
