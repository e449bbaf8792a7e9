"""Tokens: every documented kind has a figure, and an unknown key is visible."""

import re

import pytest

from pelaporan.dokumen_token import build_dokumen
from pelaporan.konteks import Angka
from pelaporan.narasi import iter_token, susun_narasi
from pelaporan.token import JENIS_TOKEN, build_token, cari_token
from sakip.umum.hitung import Keadaan
from tests.pelaporan.bahan_konteks import SASARAN
from tests.pelaporan.kantor_uji import KantorUji
from tests.pelaporan.konteks_contoh import konteks_contoh


def isi_kantor():
    k = KantorUji()
    skm, lain = k.indikator("skm"), k.indikator("lain")
    k.pk({skm: 80, lain: 50})
    k.target_renstra(skm, {2026: 100})
    k.setahun(skm, 60)
    k.tahun_lalu(skm, 2022, 80, 40)
    program = k.program("7.01.01", {k.sasaran: 100})
    k.dpa({program: 1000})
    k.belanja(program, {"tahun": 900})
    return build_token(k.konteks())


# The list and its page ------------------------------------------------------------------------------


def test_the_page_lists_the_kinds_and_the_marks():
    baris = re.findall(r"^\| `([a-z]\w*)` \| (.+?) \|$", build_dokumen(), re.M)
    assert baris == list(JENIS_TOKEN.items())
    for tanda in ("`[[kutipan:sumber]]`", "`_miring_`", "`**tebal**`", "`- ` at the start of a line"):
        assert tanda in build_dokumen()


@pytest.mark.django_db
def test_every_figure_belongs_to_a_documented_kind_and_every_kind_but_hukum_has_one():
    jenis = {kunci.split(":")[0] for kunci in isi_kantor()}
    assert jenis <= set(JENIS_TOKEN)
    assert set(JENIS_TOKEN) - jenis <= {"hukum"}  # hukum: as many as the report cites


@pytest.mark.django_db
def test_every_key_can_be_written_in_a_narrative():
    for kunci in isi_kantor():
        assert iter_token(f"[[{kunci}]]") == (kunci,)


# What a key prints ----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_key_prints_what_the_tables_print():
    token = isi_kantor()
    harapan = {
        "tahun": "2023",
        "tahun:N": "2023",
        "tahun:N-1": "2022",
        "tahun:N+1": "2024",
        "target:skm": "80,00",
        "realisasi:skm": "60,00",
        "capaian:skm": "75,00%",  # 60 / 80
        "kategori:skm": "Sedang",
        "capaian:skm:N": "75,00%",
        "capaian:skm:N-1": "50,00%",  # 40 / 80
        "kemajuan:skm": "60,00%",  # 60 / 100
        "pagu": "Rp1.000",
        "realisasi_anggaran": "Rp900",
        "sisa": "Rp100",
        "serapan": "90,00%",
        "pagu:7.01.01": "Rp1.000",
        "serapan:7.01.01": "90,00%",
        "jumlah:indikator_pk": "2",
        "jumlah:terukur": "1",
        "jumlah:tercapai": "0",
        "jumlah:program": "1",
        "tahun_ke": "kedua",
        "tahun_akhir": "2026",
        "kepala_daerah": "Bupati Uji",
        "ibu_kota": "Kota Uji",
        "kepala": "Citra uji",
        "jabatan_kepala": "Camat Uji",
        "indikator:skm": "Indikator skm",
        "satuan:skm": "indeks",
        "sasaran:skm": "Sasaran satu",
        "tujuan:skm": "Tujuan satu",
        "target_akhir:skm": "100,00",
        "perubahan:skm": "membaik",  # 40 in 2022, 60 now
        "rerata:skm": "75,00%",  # the sasaran's other indicator is blank
        "program:7.01.01": "Nama 7.01.01",
    }
    assert {k: token[k].teks for k in harapan} == harapan


@pytest.mark.django_db
def test_a_blank_is_named_and_never_printed_as_a_number():
    token = isi_kantor()
    for kunci in ("realisasi:lain", "capaian:lain", "kategori:lain", "kemajuan:lain", "perubahan:lain"):
        assert not token[kunci].is_terukur
        assert token[kunci].teks and not re.search(r"\d", token[kunci].teks)


@pytest.mark.django_db
def test_no_budget_is_no_figure_and_never_rp0():
    token = build_token(KantorUji().konteks())
    for kunci in ("pagu", "realisasi_anggaran", "sisa", "serapan", "efisiensi", "rerata"):
        assert not token[kunci].is_terukur, kunci
        assert "Rp" not in token[kunci].teks


@pytest.mark.django_db
def test_no_figure_prints_as_empty_text():
    assert all(angka.teks for angka in isi_kantor().values())


# Unknown keys ---------------------------------------------------------------------------------------


def test_an_unknown_key_is_a_visible_mark_and_no_figure():
    satu = cari_token({"serapan": Angka("97,64%")}, "serapan:9.99")
    assert satu.teks == "(token tidak dikenal: serapan:9.99)"
    assert (satu.keadaan, satu.nilai) == (Keadaan.TIDAK_DAPAT_DIHITUNG, None)
    assert satu.alasan


def test_an_unknown_key_stays_visible_in_the_narrative():
    blok = susun_narasi("bab4.kesimpulan", "Naik [[salah]].", lambda kunci: cari_token({}, kunci)).blok
    potongan = blok[0].butir[0][1]
    assert (potongan.teks, potongan.keadaan) == (
        "(token tidak dikenal: salah)",
        Keadaan.TIDAK_DAPAT_DIHITUNG,
    )


@pytest.mark.django_db
def test_a_name_that_nobody_recorded_is_said_to_be_missing():
    k = KantorUji()
    k.camat.delete()
    token = build_token(k.konteks())
    for kunci in ("kepala", "jabatan_kepala", "nip_kepala", "misi_didukung"):
        assert (token[kunci].teks, token[kunci].keadaan) == ("belum diisi", Keadaan.BELUM_DIISI), kunci


def test_a_sasaran_is_named_by_its_indicators_with_its_own_figures():
    token = build_token(konteks_contoh())
    assert token["sasaran:I0"].teks == SASARAN[0]
    assert token["sasaran:I1"].teks == token["sasaran:I2"].teks == SASARAN[1]


def test_programmes_kegiatan_and_sub_kegiatan_are_named_as_titles():
    token = build_token(konteks_contoh())
    assert token["program:7.01.05"].teks == "Program Penyelenggaraan Urusan Pemerintahan Umum"
