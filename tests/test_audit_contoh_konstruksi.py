"""Defects of the sample that cannot be made here: each is planted, and is refused or absent.

docs/audit-contoh.md names these tests where no other test plants exactly that defect.
"""

from __future__ import annotations

import re
from decimal import Decimal as D

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from anggaran.rumus import compute_serapan
from kinerja.models import Indikator, NilaiTahunLalu, PerjanjianKinerja, TargetPK, TargetRenstra, TargetRKT
from organisasi.models import Pangkat, Pegawai
from pelaporan.konteks import iter_angka
from pelaporan.models import Laporan
from pelaporan.terbit import render_html
from renstra.models import Misi, Program, Sasaran, SasaranRPJMD, TujuanRPJMD
from sakip.umum.angka import AngkaTidakSah, JenisAngka, format_angka, format_persen, parse_angka
from tests.pelaporan.kantor_uji import TAHUN, KantorUji, rapi
from tests.pelaporan.konteks_contoh import konteks_contoh


def ditolak(objek) -> None:
    """Assert that the database refuses a row, whatever form it came from."""
    with pytest.raises(IntegrityError), transaction.atomic():
        objek.save()


def tercetak() -> str:
    """A whole report on paper, as HTML."""
    return render_html(konteks_contoh(), media="kertas")


def tabel(html: str, nomor: str) -> str:
    """The markup of one numbered table."""
    semua = re.findall(r"<table.*?</table>", html, re.DOTALL)
    return next(t for t in semua if f"<b>Tabel {nomor}</b>" in t)


# Form of numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("teks", ["28.25.774.100", "12.6950.500"])
@pytest.mark.parametrize("jenis", list(JenisAngka))
def test_n1_n2_groups_of_thousands_that_are_none_are_refused(teks, jenis):
    with pytest.raises(AngkaTidakSah):
        parse_angka(teks, jenis)


def test_n3_a_decimal_point_is_refused_and_none_is_printed():
    for teks in ("87.15", "99.26", "99.30"):
        for jenis in JenisAngka:
            with pytest.raises(AngkaTidakSah):
                parse_angka(teks, jenis)
    assert format_angka(D("87.15"), 2) == "87,15"
    titik = re.compile(r"(?<![\d.])\d+\.\d{1,2}(?![\d.])")
    assert [(jalur, a.teks) for jalur, a in iter_angka(konteks_contoh()) if titik.search(a.teks)] == []


@pytest.mark.parametrize("teks", ["80 skor", "98%", "100 %", "79%"])
def test_n4_a_unit_inside_a_number_is_refused(teks):
    for jenis in JenisAngka:
        with pytest.raises(AngkaTidakSah):
            parse_angka(teks, jenis)
    with pytest.raises(ValidationError):
        TargetPK._meta.get_field("nilai").clean(teks, None)


@pytest.mark.parametrize(
    ("pagu", "realisasi", "cetak"),
    [
        (2_850_838_446, 2_825_774_100, "99,12%"),
        (11_386_000, 11_380_000, "99,95%"),
        (15_102_500, 15_096_000, "99,96%"),
        (17_524_800, 17_518_000, "99,96%"),
        (18_674_400, 18_672_000, "99,99%"),
        (100_000, 99_999, "99,99%"),  # would round up to 100,00
        (100_000, 100_000, "100,00%"),
    ],
)
def test_n8_absorption_below_100_never_prints_as_100(pagu, realisasi, cetak):
    serapan = compute_serapan(pagu=D(pagu), realisasi=D(realisasi))
    assert serapan.eksak is not None
    assert format_persen(serapan.eksak, 2) == cetak


@pytest.mark.django_db
def test_n9_t6_an_indicator_has_one_target_per_document_and_year():
    k = KantorUji()
    i = k.indikator("skm")
    pk = k.pk({i: 80})
    k.target_renstra(i, {TAHUN: 87})
    rapi(TargetRKT(indikator=i, tahun=TAHUN, nilai=D(80)))
    ditolak(TargetPK(perjanjian=pk, indikator=i, urutan=2, nilai=D("87.15")))
    ditolak(TargetRKT(indikator=i, tahun=TAHUN, nilai=D(98)))
    ditolak(TargetRenstra(indikator=i, versi=k.versi, tahun=TAHUN, nilai=D(80)))


# Totals and tables that agree ------------------------------------------------------------------------


def test_t4_tables_of_money_end_with_their_total():
    html, konteks = tercetak(), konteks_contoh()
    for nomor, jumlah in (
        ("2.6", konteks.bab2.jumlah_pagu.sesudah),
        ("3.8", konteks.bab3.jumlah_anggaran.pagu),
    ):
        baris = re.findall(r"<tr.*?</tr>", tabel(html, nomor), re.DOTALL)
        assert "jumlah" in baris[-1].casefold(), nomor
        assert jumlah is not None and jumlah.teks in baris[-1], nomor


@pytest.mark.django_db
def test_t6_the_tables_of_bab_iii_print_one_target_and_one_value():
    k = KantorUji()
    i = k.indikator("skm")
    k.pk({i: "87.15"})
    k.target_renstra(i, {TAHUN: "87.15", 2026: "87.55"})
    k.setahun(i, "87.09")
    b = k.konteks().bab3
    (capaian,), (banding,) = b.capaian, b.banding
    kini = next(t for t in banding.tahun if t.tahun == TAHUN)
    assert (kini.target, kini.realisasi, kini.capaian) == (capaian.target, capaian.realisasi, capaian.capaian)
    assert (
        b.kemajuan[0].realisasi == b.pembanding[0].realisasi == b.analisis[0].realisasi == capaian.realisasi
    )
    assert (capaian.target.teks, capaian.capaian.teks) == ("87,15", "99,93%")


@pytest.mark.django_db
def test_t7_a_value_of_an_earlier_year_names_its_document():
    k = KantorUji()
    i = k.indikator("skm")
    ditolak(NilaiTahunLalu(indikator=i, tahun=2022, target=D(78), realisasi=D(78), sumber=""))


@pytest.mark.django_db
def test_t9_the_last_target_is_the_one_of_the_renstra():
    k = KantorUji()
    i = k.indikator("skm")
    k.pk({i: 80})
    k.target_renstra(i, {TAHUN: "87.15", 2026: "87.55"})
    k.setahun(i, 80)
    konteks = k.konteks()
    (kemajuan,), (renstra,) = konteks.bab3.kemajuan, konteks.bab2.renstra
    assert kemajuan.target_akhir.teks == renstra.target[-1].teks == "87,55"
    assert kemajuan.kemajuan.teks == "91,38%"


@pytest.mark.django_db
def test_t10_a_unit_is_written_once_and_printed_everywhere():
    k = KantorUji()
    i = k.indikator("rasio-desa")
    k.pk({i: 17})
    k.target_renstra(i, {TAHUN: 17, 2026: 18})
    rapi(TargetRKT(indikator=i, tahun=TAHUN, nilai=D(17)))
    k.setahun(i, 17)
    konteks = k.konteks()
    b2, b3 = konteks.bab2, konteks.bab3
    satuan = [
        x.satuan
        for x in (*b2.renstra, *b2.iku, *b2.rkt, *b2.pk, *b3.capaian, *b3.banding, *b3.kemajuan, *b3.analisis)
    ]
    assert len(satuan) >= 8
    assert set(satuan) == {k.satuan.nama}


@pytest.mark.django_db
def test_t11_progress_is_computed_from_its_columns():
    k = KantorUji()
    i = k.indikator("skm")
    k.pk({i: 79})
    k.target_renstra(i, {TAHUN: 79, 2026: 79})
    k.setahun(i, 79)
    (baris,) = k.konteks().bab3.kemajuan
    assert (baris.realisasi.teks, baris.target_akhir.teks, baris.kemajuan.teks) == (
        "79,00",
        "79,00",
        "100,00%",
    )


@pytest.mark.django_db
def test_t13_targets_that_stay_are_said_to_stay():
    k = KantorUji()
    a, b = k.indikator("a"), k.indikator("b")
    k.pk({a: 80, b: 100})
    k.pk({a: 80, b: 100}, revisi=1)
    bab2 = k.konteks().bab2
    assert {x.perubahan for x in bab2.pk} == {"tetap"}
    assert bab2.catatan_pk == "Tidak ada target yang berubah; 2 target tetap."


# One identity for each thing -------------------------------------------------------------------------


@pytest.mark.django_db
def test_k1_k3_every_promised_indicator_stands_once_in_every_table_of_bab_iii():
    k = KantorUji()
    a, b, c = (k.indikator(x) for x in ("skm", "rasio-desa", "capaian-pd"))
    k.pk({a: 80, b: 17, c: 100})
    k.setahun(a, 80)  # the others are blank, and are there
    b3 = k.konteks().bab3
    janji = ["Indikator skm", "Indikator rasio-desa", "Indikator capaian-pd"]
    for baris in (b3.capaian, b3.banding, b3.kemajuan, b3.analisis):
        assert [x.indikator for x in baris] == janji
    assert list(dict.fromkeys(x.indikator for x in b3.pembanding)) == janji
    assert [x.indikator for x in b3.efisiensi_sasaran if x.jenis == "indikator"] == janji


@pytest.mark.django_db
def test_k9_a_sasaran_has_one_wording():
    k = KantorUji()
    i = k.indikator("skm")
    k.pk({i: 80})
    k.target_renstra(i, {TAHUN: 80, 2026: 82})
    rapi(TargetRKT(indikator=i, tahun=TAHUN, nilai=D(80)))
    k.setahun(i, 80)
    konteks = k.konteks()
    b2, b3 = konteks.bab2, konteks.bab3
    node = [b2.renstra[0].sasaran, b2.rkt[0].sasaran, b2.iku[0].node, b2.pk[0].node]
    node += [b3.capaian[0].node, b3.banding[0].node, b3.kemajuan[0].node, b3.analisis[0].node]
    assert set(node) == {k.sasaran.uraian}


@pytest.mark.django_db
def test_k10_no_indicator_without_its_node_and_no_sasaran_without_its_tujuan():
    k = KantorUji()
    ditolak(Indikator(perangkat_daerah=k.kantor, kode="yatim", nama="Tanpa sasaran"))
    ditolak(Sasaran(renstra=k.renstra, urutan=9, uraian="Tanpa tujuan", tujuan=None))


@pytest.mark.django_db
def test_k12_s14_a_programme_takes_its_code_and_name_from_the_nomenclature():
    k = KantorUji()
    program = k.program("7.01.03", {k.sasaran: 100})
    i = k.indikator("lembaga", node=program)
    dpa = k.dpa({program: 1000})
    k.target_dpa(dpa, i, 100)
    k.belanja(program, {"tahun": 900})
    assert "nama" not in {f.name for f in Program._meta.get_fields()}
    with pytest.raises(AttributeError):
        program.nama = "PROGRAM PEMBERDAYAANPROGRAM PEMBERDAYAAN"
    konteks = k.konteks()
    nama = program.nomenklatur.nama
    assert (konteks.bab2.pagu[0].kode, konteks.bab2.pagu[0].nama) == ("7.01.03", nama)
    assert (konteks.bab3.anggaran[0].kode, konteks.bab3.anggaran[0].nama) == ("7.01.03", nama)
    assert konteks.bab3.efisiensi_program[0].node == f"7.01.03 {nama}"


@pytest.mark.django_db
def test_k13_a_class_is_computed_and_never_left_as_a_word_in_brackets():
    k = KantorUji()
    a, b = k.indikator("a"), k.indikator("b")
    k.pk({a: 100, b: 100})
    k.setahun(a, "72.63")
    kategori = {x.kode: x.kategori for x in k.konteks().bab3.capaian}
    assert kategori["a"].teks == "Sedang"
    assert not kategori["b"].is_terukur
    assert all("(" not in x.teks for x in kategori.values())


# What is generated -----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_p3_efficiency_has_a_row_for_every_sasaran_and_programme():
    k = KantorUji()
    dua = k.buat_sasaran("Sasaran dua", 2)
    i = k.indikator("skm")
    k.pk({i: 80})
    program = k.program("7.01.01", {k.sasaran: 60, dua: 40})
    k.dpa({program: 1000})
    b3 = k.konteks().bab3
    assert {k.sasaran.uraian, dua.uraian} <= {x.node for x in b3.efisiensi_sasaran}
    assert any(program.nama in x.node for x in b3.efisiensi_program)


@pytest.mark.django_db
def test_p8_a_changed_pk_chooses_its_reason_from_a_list():
    k = KantorUji()
    isi = {"jabatan": k.jabatan, "tahun": TAHUN, "pihak_pertama": k.camat, "pihak_kedua": k.bupati}
    isi |= {"tanggal": k.pk({}).tanggal.replace(month=11), "revisi": 1}
    ditolak(PerjanjianKinerja(**isi, alasan=""))
    with pytest.raises(ValidationError, match="pilihan"):
        PerjanjianKinerja(**isi, alasan="1 sd 3").full_clean()


def test_p12_a_day_of_signing_has_its_day():
    with pytest.raises(ValidationError):
        Laporan._meta.get_field("tanggal_rencana").to_python("Februari 2024")


def test_p13_the_sistematika_describes_every_chapter():
    html = tercetak()
    bab = [j for j in konteks_contoh().kerangka.judul if j.tingkat == 1]
    assert len(bab) == 4
    for j in bab:
        assert j.uraian, j.judul
        assert j.uraian.rstrip(".") in html, j.judul


def test_r3_a_heading_and_its_line_in_the_contents_are_one_text():
    html = tercetak()
    for j in konteks_contoh().kerangka.judul:
        if j.tingkat == 2 and not j.kunci.startswith("lampiran"):
            assert html.count(f"{j.judul}<") >= 2, j.judul


@pytest.mark.django_db
def test_s3_s11_misi_are_those_of_the_rpjmd_by_number_and_wording():
    k = KantorUji()
    misi = [rapi(Misi(periode=k.periode, nomor=n, uraian=f"Misi uraian {n}")) for n in (1, 2)]
    ditolak(Misi(periode=k.periode, nomor=2, uraian="Misi kembar"))
    for m in misi:
        tujuan = rapi(TujuanRPJMD(misi=m, urutan=1, uraian=f"Tujuan daerah {m.nomor}"))
        rapi(SasaranRPJMD(tujuan=tujuan, urutan=1, uraian=f"Sasaran daerah {m.nomor}"))
    k.sasaran.sasaran_rpjmd = SasaranRPJMD.objects.get(tujuan__misi=misi[1])
    rapi(k.sasaran)
    bab2 = k.konteks().bab2
    assert bab2.misi_didukung == ("2",)
    assert [b.misi for b in bab2.rpjmd] == ["Misi uraian 2"]
    assert ("2", "Misi uraian 2") in bab2.misi


# People ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a1_one_nip_is_one_person():
    nip = "197307161996021001"
    rapi(Pegawai(nama="Satu Nama", nip=nip))
    ditolak(Pegawai(nama="Nama Lain", nip=nip))


@pytest.mark.django_db
def test_a2_a_rank_comes_from_the_list():
    with pytest.raises(ValueError, match="Pangkat"):
        Pegawai(nama="Satu Nama", pangkat="Perintah")
    assert not Pangkat.objects.filter(nama__startswith="Perintah").exists()
