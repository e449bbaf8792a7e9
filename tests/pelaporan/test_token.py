"""Tokens: every documented kind has a figure, and an unknown key is visible."""

import re

import pytest
from django.conf import settings

from pelaporan.konteks import Angka
from pelaporan.narasi import iter_token, susun_narasi
from pelaporan.token import JENIS_TOKEN, build_token, cari_token
from sakip.umum.hitung import Keadaan
from tests.pelaporan.kantor_uji import KantorUji

HALAMAN = settings.BASE_DIR / "docs" / "token.md"


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


def test_the_page_lists_exactly_the_kinds_of_the_code():
    baris = re.findall(r"^\| `(\w+)` \| (.+?) \|$", HALAMAN.read_text(encoding="utf-8"), re.M)
    assert baris == list(JENIS_TOKEN.items())


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
    }
    assert {k: token[k].teks for k in harapan} == harapan


@pytest.mark.django_db
def test_a_blank_is_named_and_never_printed_as_a_number():
    token = isi_kantor()
    for kunci in ("realisasi:lain", "capaian:lain", "kategori:lain", "kemajuan:lain"):
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
