"""Placeholders of a form, in every shape, block; what only looks like one does not."""

from dataclasses import replace

import pytest

from pelaporan.konteks import Blok, NarasiBagian, Penggalan
from pelaporan.periksa.dasar import Tingkat
from pelaporan.periksa.isi_contoh import periksa
from pelaporan.periksa.tanda_contoh import cari_tanda
from tests.pelaporan.periksa.bersih import tulis
from tests.pelaporan.periksa.kalimat_naskah import CACAT_NASKAH, SEHAT_NASKAH
from tests.pelaporan.periksa.tanam import ganti_bab1, ganti_bab2, ganti_bab3

pytestmark = pytest.mark.django_db

CACAT = [(bagian, teks) for kode, bagian, teks in CACAT_NASKAH if kode == "isi_contoh"]


def test_a_finished_text_is_not_found(bersih):
    assert list(periksa(bersih)) == []


@pytest.mark.parametrize(("bagian", "teks"), CACAT)
def test_a_placeholder_blocks_in_its_section(bersih, bagian, teks):
    temuan = list(periksa(tulis(bersih, bagian, teks)))
    assert temuan
    assert {(t.tingkat, t.lokasi.kunci, t.tautan) for t in temuan} == {
        (Tingkat.GALAT, bagian, f"narasi:{bagian}")
    }


@pytest.mark.parametrize(
    ("teks", "tanda"),
    [
        ("Nilai .... persen", "...."),
        ("Nilai … persen", "…"),
        ("Nilai ... persen", "..."),
        ("dan (dipilih point 1 s.d. 3)", "(dipilih point 1 s.d. 3)"),
        ("capaian (kategori)", "(kategori)"),
        ("(diisi nama penanggung jawab)", "(diisi nama penanggung jawab)"),
        ("oleh (sebutkan pihaknya)", "(sebutkan pihaknya)"),
        ("Nomor XX Tahun 2024", "XX"),
        ("sebesar xxx rupiah", "xxx"),
        ("tahun 20XX", "20XX"),
        ("Lorem ipsum", "Lorem ipsum"),
        ("oleh [nama OPD]", "[nama OPD]"),
        ("oleh [...]", "[...]"),
        ("tanggal ____ bulan", "____"),
        ("Tahun 20__ tercapai", "__"),
        ("Tahun 20.. tercapai", "20.."),
        ("sebanyak ( ) desa", "( )"),
        ("oleh {isi}", "{isi}"),
        ("nilai N/A", "N/A"),
        ("(contoh: rapat)", "(contoh:"),
        ("Contoh: rapat koordinasi", "Contoh:"),
        ("Dinas/Badan/ Kecamatan/Sekretariat", "Dinas/Badan/ Kecamatan/Sekretariat"),
        ("Camat/Lurah", "Camat/Lurah"),
        ("Kecamatan A Kabupaten/Kota B", "Kabupaten/Kota"),
        ("Bupati/Wali Kota menetapkan", "Bupati/Wali Kota"),
        ("KABUPATEN/KOTA", "KABUPATEN/KOTA"),
        ("sasaran tercapai/tidak tercapai", "tercapai/tidak tercapai"),
        ("Dst.", "Dst."),
        ("dan seterusnya", "dan seterusnya"),
        (";", ";"),
        ("-", "-"),
        ("test", "test"),
        ("#REF!", "#REF!"),
    ],
)
def test_the_placeholder_is_named_as_it_stands(teks, tanda):
    assert cari_tanda(teks) == (tanda,)


@pytest.mark.parametrize("teks", SEHAT_NASKAH)
def test_sound_text_is_not_taken_for_a_placeholder(bersih, teks):
    assert list(periksa(tulis(bersih, "bab4.langkah", teks))) == []


def test_a_regulation_may_speak_of_any_kabupaten_kota():
    teks = "Pelaksanaan urusan Kabupaten/Kota yang tidak dilaksanakan unit kerja"
    assert cari_tanda(teks, is_kutipan=True) == ()
    assert cari_tanda(teks) == ("Kabupaten/Kota",)


def test_dotted_lines_of_one_section_are_one_finding(bersih):
    (t,) = periksa(tulis(bersih, "tabel.t_analisis", ".....\n\n.....\n\n.....\n\n....."))
    assert "4 paragraf" in t.pesan
    assert t.lokasi.teks == "Penjelasan sebab dan solusi"


def test_several_placeholders_of_one_paragraph_are_one_finding(bersih):
    (t,) = periksa(tulis(bersih, "bab4.kesimpulan", "Capaian .... dengan predikat tinggi (kategori)."))
    assert [n for _, n in t.nilai] == ["....", "(kategori)"]


def test_an_issue_of_dst_is_found_at_its_number(bersih):
    isu = (*bersih.konteks.bab1.isu_tahun, "Dst.")
    (t,) = periksa(ganti_bab1(bersih, isu_tahun=isu))
    assert (t.tautan, t.lokasi.kunci) == ("isu", "bab1.isu")
    assert t.lokasi.teks == f"Isu strategis tahun ini, butir {len(isu)}"


def test_a_reason_of_the_pk_from_the_form_is_found(bersih):
    pk = bersih.konteks.bab2.revisi_pk
    (t,) = periksa(
        ganti_bab2(bersih, revisi_pk=(*pk[:-1], replace(pk[-1], alasan="(dipilih point 1 s.d. 3)")))
    )
    assert (t.tautan, t.lokasi.kunci) == ("pk", "bab2.pk")


def test_a_cause_of_marks_leads_to_its_indicator(bersih):
    semua = bersih.konteks.bab3.analisis
    baru = replace(semua[0], solusi=replace(semua[0].solusi, teks="...."))
    (t,) = periksa(ganti_bab3(bersih, analisis=(baru, *semua[1:])))
    assert t.tautan == "analisis:skm"
    assert t.lokasi.kunci == "t_analisis"


def test_a_definition_from_the_form_leads_to_its_indicator(bersih):
    semua = bersih.konteks.bab2.iku
    n = next(n for n, b in enumerate(semua) if b.indikator == bersih.indikator_kode("skm").nama)
    baru = replace(semua[n], sumber_data=replace(semua[n].sumber_data, teks="(diisi sumber datanya)"))
    (t,) = periksa(ganti_bab2(bersih, iku=(*semua[:n], baru, *semua[n + 1 :])))
    assert t.tautan == "definisi:skm"


@pytest.mark.parametrize(
    ("teks", "tanda"),
    [
        ("Capaian [[capaian:skm naik.", "[["),
        ("Capaian capaian:skm]] naik.", "]]"),
        ("Capaian [[ Capaian SKM ]] naik.", "[[ Capaian SKM ]]"),
    ],
)
def test_brackets_of_a_token_that_reached_print_are_found(bersih, teks, tanda):
    bagian = NarasiBagian("bab4.kesimpulan", (Blok("paragraf", ((Penggalan(teks),),)),))
    lain = tuple(n for n in bersih.konteks.narasi if n.bagian != bagian.bagian)
    cacat = replace(bersih, konteks=replace(bersih.konteks, narasi=(*lain, bagian)))
    (t,) = periksa(cacat)
    assert (t.lokasi.kunci, t.nilai) == ("bab4.kesimpulan", (("isian contoh", tanda),))


def test_brackets_typed_where_no_token_is_read_are_found(bersih):
    semua = bersih.konteks.bab3.analisis
    baru = replace(
        semua[0], solusi=replace(semua[0].solusi, teks="Nilai [[capaian:skm]] dijaga tahun depan.")
    )
    (t,) = periksa(ganti_bab3(bersih, analisis=(baru, *semua[1:])))
    assert (t.tautan, t.nilai[0][1]) == ("analisis:skm", "[[capaian:skm]]")


def test_a_token_that_was_read_is_no_bracket(bersih):
    assert (
        list(periksa(tulis(bersih, "bab4.kesimpulan", "Capaian [[capaian:skm]] dan [[capaian:tiada]].")))
        == []
    )
