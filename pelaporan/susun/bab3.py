"""Bab III, part A: what was reached, compared and explained (Tabel 3.1 to 3.7)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kinerja.models import Indikator, Pembanding
from kinerja.pilihan import AkumulasiRenstra, ArahIndikator, JenisPembanding
from kinerja.rumus import Arah, Capaian, RumusMakinRendah, compute_kemajuan
from pelaporan.konteks import (
    Angka,
    BarisAnalisis,
    BarisBanding,
    BarisCapaian,
    BarisKelas,
    BarisKemajuan,
    BarisMenunjang,
    BarisPembanding,
    NilaiTahun,
)
from pelaporan.susun.bersama import kunci_node, node_strategis, nomori, rentang
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import Terbaca, angka_nilai, angka_persen, baca, isian, kosong
from pelaporan.susun.node import Simpul
from pelaporan.susun.uang import is_serapan_rendah
from pelaporan.susun.ukur import Pengukur, Terukur, untuk_rumus
from sakip.umum.angka import format_persen
from sakip.umum.hitung import Keadaan

TINGKAT = {
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub kegiatan",
}


def build_kelas(ukur: Pengukur) -> tuple[BarisKelas, ...]:
    """Tabel 3.1 from the scale in force: exactly one class answers any value."""
    aturan = ukur.penilai(ukur.data.tahun).aturan
    kelas = list(aturan.skala.kelas.all())
    hasil = []
    for n, k in enumerate(kelas):
        atas = kelas[n - 1].batas_bawah if n else None
        bawah = k.batas_bawah
        if bawah is None:
            teks = f"di bawah {format_persen(atas, 2)}" if atas is not None else "semua nilai"
        elif atas is None:
            teks = f"{format_persen(bawah, 2)} atau lebih"
        else:
            teks = f"{format_persen(bawah, 2)} sampai di bawah {format_persen(atas, 2)}"
        hasil.append(BarisKelas(str(n + 1), k.nama, teks))
    return tuple(hasil)


def build_capaian(data: Data, ukur: Pengukur, simpul: Simpul) -> tuple[BarisCapaian, ...]:
    """Tabel 3.2: PK indicators in PK order, then IKU outside the PK, marked."""
    daftar = simpul.dilaporkan
    rs = rentang(daftar, kunci_node)
    nomor = nomori(rs)
    di_pk = {i.pk for i in simpul.pk}
    penilai = ukur.penilai(data.tahun)
    hasil = []
    for n, i in enumerate(daftar):
        t = ukur.ukur(i)
        node = node_strategis(i)
        tujuan = i.tujuan or (i.sasaran.tujuan if i.sasaran else None)
        sumber = data.pengukuran.get((i.pk, data.tahun))
        hasil.append(
            BarisCapaian(
                nomor=nomor[n],
                kode=i.kode,
                tujuan=tujuan.uraian if tujuan else "",
                node=node.uraian if node else "",
                tingkat=kunci_node(i)[0],
                rs_node=rs[n],
                indikator=i.nama,
                satuan=t.satuan,
                arah=ArahIndikator(t.definisi.arah).label if t.definisi else "",
                tanda=tuple(x for x, ada in (("PK", i.pk in di_pk), ("IKU", i.is_iku)) if ada),
                target=t.teks_target,
                sumber_target=t.sumber_target,
                realisasi=t.teks_realisasi,
                capaian=penilai.capaian(t.capaian),
                kategori=penilai.kategori(t.capaian),
                tercapai=t.is_tercapai,
                sumber_data=isian(
                    (sumber.sumber if sumber else "") or (t.definisi.sumber_data if t.definisi else "")
                ),
                catatan=_catatan_capaian(t, i.pk in di_pk),
            )
        )
    return tuple(hasil)


def _catatan_capaian(t: Terukur, di_pk: bool) -> str:
    bagian = []
    if not di_pk and t.sumber_target:
        bagian.append(f"target menurut {t.sumber_target}")
    if t.catatan:
        bagian.append(t.catatan)
    if t.capaian.keadaan is not Keadaan.TERUKUR and t.capaian.alasan:
        bagian.append(t.capaian.alasan)
    return "; ".join(dict.fromkeys(bagian))


# Tabel 3.3 -------------------------------------------------------------------------------------


def build_banding(
    data: Data, ukur: Pengukur, simpul: Simpul
) -> tuple[tuple[int, ...], tuple[BarisBanding, ...]]:
    """Up to two years before, each with its own target, value and rule."""
    tahun = (data.tahun - 2, data.tahun - 1, data.tahun)
    daftar = simpul.dilaporkan
    rs = rentang(daftar, kunci_node)
    nomor = nomori(rs)
    baris = []
    for n, i in enumerate(daftar):
        baris.append(
            BarisBanding(
                nomor=nomor[n],
                kode=i.kode,
                node=getattr(node_strategis(i), "uraian", ""),
                rs_node=rs[n],
                indikator=i.nama,
                satuan=ukur.ukur(i).satuan,
                tahun=tuple(_nilai_tahun(ukur, i, th) for th in tahun),
                perubahan=_perubahan(ukur, i, data.tahun),
                catatan=_catatan_aturan(data, tahun),
            )
        )
    return tahun, tuple(baris)


def _nilai_tahun(ukur: Pengukur, indikator: Indikator, tahun: int) -> NilaiTahun:
    if tahun != ukur.data.tahun and not ukur.is_berdata(indikator, tahun):
        tiada = Angka("tidak ada data", Keadaan.TIDAK_BERLAKU, None, "tidak ada data")
        return NilaiTahun(tahun, tiada, tiada, tiada)
    t = ukur.ukur(indikator, tahun)
    return NilaiTahun(tahun, t.teks_target, t.teks_realisasi, ukur.penilai(tahun).capaian(t.capaian))


def _perubahan(ukur: Pengukur, indikator: Indikator, tahun: int) -> str:
    kini, lalu = ukur.ukur(indikator), ukur.ukur(indikator, tahun - 1)
    if kini.realisasi is None or lalu.realisasi is None:
        return ""
    arah = kini.definisi.arah if kini.definisi else ArahIndikator.MAKIN_TINGGI
    a, b = kini.realisasi.hitungan, lalu.realisasi.hitungan
    if arah == ArahIndikator.RENTANG:
        if kini.capaian.persen is None or lalu.capaian.persen is None:
            return ""
        a, b = kini.capaian.persen, lalu.capaian.persen
    assert isinstance(a, Decimal)
    assert isinstance(b, Decimal)
    if a == b:
        return "tetap"
    naik = a > b
    return "membaik" if naik != (arah == ArahIndikator.MAKIN_RENDAH) else "menurun"


def _catatan_aturan(data: Data, tahun: tuple[int, ...]) -> str:
    kini = data.aturan_tahun(data.tahun)
    beda = [
        str(t)
        for t in tahun[:-1]
        if (a := data.aturan_tahun(t)).rumus_makin_rendah != kini.rumus_makin_rendah
        or a.skala_id != kini.skala_id
        or a.batas_atas != kini.batas_atas
        or a.batas_bawah != kini.batas_bawah
    ]
    return f"Aturan pengukuran tahun {' dan '.join(beda)} berbeda dengan tahun ini." if beda else ""


# Tabel 3.4 -------------------------------------------------------------------------------------


def build_kemajuan(data: Data, ukur: Pengukur, simpul: Simpul) -> tuple[BarisKemajuan, ...]:
    """The year's (or the accumulated) value against the last Renstra target; never capped."""
    akhir = data.renstra.periode.tahun_target_akhir
    daftar = simpul.dilaporkan
    rs = rentang(daftar, kunci_node)
    nomor = nomori(rs)
    baris = []
    for n, i in enumerate(daftar):
        t = ukur.ukur(i)
        nilai, catatan, alasan = _terhadap_akhir(data, ukur, i, t)
        target = baca(_target_akhir(data, i, akhir), data.predikat)
        kemajuan = _kemajuan(data, t, nilai, target, alasan)
        baris.append(
            BarisKemajuan(
                nomor=nomor[n],
                node=getattr(node_strategis(i), "uraian", ""),
                rs_node=rs[n],
                indikator=i.nama,
                satuan=t.satuan,
                realisasi=angka_nilai(nilai, t.definisi) if nilai else kosong(alasan or t.alasan, _belum(t)),
                target_akhir=angka_nilai(target, t.definisi, alasan="tidak ada target Renstra"),
                kemajuan=angka_persen(kemajuan, data.aturan_tahun(data.tahun).desimal),
                catatan=catatan,
            )
        )
    return tuple(baris)


def _belum(t: Terukur) -> Keadaan:
    return t.keadaan if t.keadaan is not Keadaan.TERUKUR else Keadaan.BELUM_DIISI


def _target_akhir(data: Data, indikator: Indikator, tahun: int):  # type: ignore[no-untyped-def]
    return next((t for c in data.silsilah(indikator.pk) if (t := data.target_renstra.get((c, tahun)))), None)


def _terhadap_akhir(
    data: Data, ukur: Pengukur, indikator: Indikator, t: Terukur
) -> tuple[Terbaca | None, str, str]:
    if not t.definisi or t.definisi.akumulasi_renstra != AkumulasiRenstra.KUMULATIF:
        return t.realisasi, "", ""
    jumlah = Fraction(0)
    for tahun in range(data.renstra.periode.tahun_target_awal, data.tahun + 1):
        satu = ukur.ukur(indikator, tahun).realisasi
        if satu is None or not isinstance(satu.hitungan, Decimal):
            return None, "", f"nilai tahun {tahun} belum diisi"
        jumlah += satu.eksak if satu.eksak is not None else Fraction(satu.hitungan)
    awal = data.renstra.periode.tahun_target_awal
    nilai = Decimal(jumlah.numerator) / Decimal(jumlah.denominator)
    return Terbaca(nilai, eksak=jumlah), f"jumlah tahun {awal} sampai {data.tahun}", ""


def _kemajuan(data: Data, t: Terukur, nilai: Terbaca | None, target: Terbaca | None, alasan: str) -> Capaian:
    if t.keadaan is Keadaan.TIDAK_BERLAKU:
        return Capaian(None, Keadaan.TIDAK_BERLAKU, t.alasan)
    if alasan:
        return Capaian(None, Keadaan.BELUM_DIISI, alasan)
    return compute_kemajuan(
        realisasi=untuk_rumus(nilai),
        target_akhir=target.hitungan if target else None,
        arah=Arah(t.definisi.arah) if t.definisi else Arah.MAKIN_TINGGI,
        rumus_makin_rendah=RumusMakinRendah(data.aturan_tahun(data.tahun).rumus_makin_rendah),
    )


# Tabel 3.5 -------------------------------------------------------------------------------------


def build_pembanding(data: Data, ukur: Pengukur, simpul: Simpul) -> tuple[BarisPembanding, ...]:
    """One row per benchmark; one that says that there is none, or that it was not recorded."""
    isi: list[tuple[Indikator, Pembanding | None]] = []
    for i in simpul.dilaporkan:
        milik = data.pembanding.get(i.pk)
        isi.extend([(i, p) for p in milik] if milik else [(i, None)])
    rs = rentang(isi, lambda b: kunci_node(b[0]))
    rs_i = rentang(isi, lambda b: b[0].pk)
    nomor = nomori(rs)
    hasil = []
    for n, (i, p) in enumerate(isi):
        t = ukur.ukur(i)
        if p is None:
            nama, nilai, capaian, sumber = "belum diisi", kosong("pembanding belum diisi"), kosong(), ""
        elif p.jenis == JenisPembanding.TIDAK_ADA:
            tiada = kosong(p.alasan, Keadaan.TIDAK_BERLAKU)
            nama, nilai, capaian, sumber = f"Tidak ada pembanding: {p.alasan}", tiada, tiada, ""
        else:
            terbaca = baca(p, data.predikat)
            nama, sumber = f"{p.get_jenis_display()}: {p.nama}", p.sumber
            nilai = angka_nilai(terbaca, t.definisi)
            capaian = angka_persen(
                _kemajuan(data, t, t.realisasi, terbaca, ""), data.aturan_tahun(data.tahun).desimal
            )
        hasil.append(
            BarisPembanding(
                nomor=nomor[n],
                node=getattr(node_strategis(i), "uraian", ""),
                rs_node=rs[n],
                indikator=i.nama if rs_i[n] else "",
                rs_indikator=rs_i[n],
                satuan=t.satuan,
                realisasi=t.teks_realisasi,
                pembanding=nama,
                nilai=nilai,
                capaian=capaian,
                sumber=sumber,
            )
        )
    return tuple(hasil)


# Tabel 3.6 -------------------------------------------------------------------------------------


def build_analisis(data: Data, ukur: Pengukur, simpul: Simpul) -> tuple[BarisAnalisis, ...]:
    """Causes and solutions: tujuan and sasaran, then programmes, kegiatan and sub kegiatan."""
    daftar: list[tuple[Indikator, bool]] = [(i, True) for i in simpul.dilaporkan]
    for p in data.program:
        wajib = _wajib_program(data, simpul, p.pk, p.nama)
        for tingkat, node in simpul.kas.anak(p):
            for i in simpul.indikator_program(tingkat, node.pk):
                if tingkat == 1 or i.pk in data.analisis:
                    daftar.append((i, wajib and tingkat == 1))
    rs = rentang(daftar, lambda b: kunci_node(b[0]))
    nomor = nomori(rs)
    return tuple(
        _baris_analisis(data, ukur, i, wajib, nomor[n], rs[n]) for n, (i, wajib) in enumerate(daftar)
    )


def _wajib_program(data: Data, simpul: Simpul, program_id: int, nama: str) -> bool:
    hasil = simpul.node_program(1, program_id, nama)
    batas = data.aturan_tahun(data.tahun).batas_serapan
    rendah = is_serapan_rendah(simpul.kas.uang(1, program_id).serapan, batas)
    kurang = hasil.capaian.nilai is None or hasil.capaian.nilai < 100
    return rendah or kurang


def _baris_analisis(
    data: Data, ukur: Pengukur, indikator: Indikator, wajib: bool, nomor: str, rs: int
) -> BarisAnalisis:
    t = ukur.ukur(indikator)
    a = data.analisis.get(indikator.pk)
    tingkat = kunci_node(indikator)[0]
    sebab = (
        " ".join(x.strip() for x in (a.penyebab, _awali("Hambatan: ", a.hambatan)) if x.strip()) if a else ""
    )
    solusi = (
        " ".join(x.strip() for x in (a.solusi, _awali("Rencana: ", a.rencana_perbaikan)) if x.strip())
        if a
        else ""
    )
    node = indikator.node
    return BarisAnalisis(
        nomor=nomor,
        tingkat=TINGKAT[tingkat],
        node=str(getattr(node, "uraian", "") or getattr(node, "nama", "")),
        rs_node=rs,
        indikator=indikator.nama,
        satuan=t.satuan,
        target=t.teks_target,
        realisasi=t.teks_realisasi,
        capaian=ukur.penilai(data.tahun).capaian(t.capaian),
        analisis=_penjelasan(sebab, wajib),
        solusi=_penjelasan(solusi, wajib),
        wajib=wajib,
    )


def _awali(depan: str, isi: str) -> str:
    return f"{depan}{isi.strip()}" if isi.strip() else ""


def _penjelasan(teks: str, wajib: bool) -> Angka:
    if teks:
        return Angka(teks)
    if wajib:
        return kosong("wajib dijelaskan")
    return Angka("tidak diwajibkan", Keadaan.TIDAK_BERLAKU, None, "capaian dan serapan memenuhi")


# Tabel 3.7 -------------------------------------------------------------------------------------


def build_menunjang(data: Data, ukur: Pengukur, simpul: Simpul) -> tuple[BarisMenunjang, ...]:
    """Grouped by sasaran: its indicators, then each programme once."""
    isi: list[BarisMenunjang] = []
    penilai = ukur.penilai(data.tahun)
    program = {p.pk: p for p in data.program}
    for sasaran in simpul.sasaran_dilaporkan():
        daftar = [i for i in simpul.dilaporkan if i.sasaran_id == sasaran.pk]
        peta = [p for p in data.peta if p.sasaran_id == sasaran.pk]
        for i in daftar:
            isi.append(
                BarisMenunjang(
                    "", sasaran.uraian, 0, i.nama, penilai.capaian(ukur.ukur(i).capaian), "", (), None, ""
                )
            )
        for p in peta:
            satu = program[p.program_id]
            hasil = simpul.program(satu)
            isi.append(
                BarisMenunjang(
                    nomor="",
                    sasaran=sasaran.uraian,
                    rs_sasaran=0,
                    indikator="",
                    capaian=None,
                    program=f"{satu.kode} {satu.nama}",
                    indikator_program=tuple(t.indikator.nama for t in hasil.ukuran),
                    capaian_program=penilai.capaian(hasil.capaian),
                    menunjang=_sebut_menunjang(penilai.is_menunjang(hasil.capaian)),
                )
            )
    rs = rentang(isi, lambda b: b.sasaran)
    nomor = nomori(rs)
    return tuple(_ganti(b, nomor[n], rs[n]) for n, b in enumerate(isi))


def _ganti(baris: BarisMenunjang, nomor: str, rs: int) -> BarisMenunjang:
    return replace(baris, nomor=nomor, rs_sasaran=rs)


def _sebut_menunjang(nilai: bool | None) -> str:
    return {True: "Menunjang", False: "Tidak menunjang", None: "belum terukur"}[nilai]
