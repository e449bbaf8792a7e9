"""The workbook of the report's tables holds what the report prints, cell by cell."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pelaporan.konteks import Angka, compute_hash
from pelaporan.tabel_xlsx import TABEL, buku_satu, buku_tabel
from pelaporan.terbit import render_html
from tests.buku import berumus, buka, polos, tercetak
from tests.pelaporan.kisi_html import baca_kisi
from tests.pelaporan.konteks_contoh import konteks_contoh, konteks_kosong

pytestmark = pytest.mark.xdist_group("terbit")
KECIL_SENDIRI = {"3.9", "3.10"}  # the small print below a figure has a column of its own there
ANGKA = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?")


def bandingkan(nomor, kisi, lembar) -> int:
    """Compare one table; return how many figures were compared."""
    assert polos(lembar["A1"].value) == kisi.judul
    awal = 4
    for b, baris in enumerate(kisi.kepala, start=awal):
        for n, (sel, mulai) in enumerate(baris):
            assert tercetak(lembar.cell(b, n + 1)) == (polos(sel.teks) if mulai else ""), (nomor, b, n)
    jumlah = 0
    for b, baris in enumerate(kisi.isi, start=awal + len(kisi.kepala)):
        jumlah += _bandingkan_baris(nomor, b, baris, lembar)
    return jumlah


def _bandingkan_baris(nomor, b, baris, lembar) -> int:
    angka = 0
    for n, (sel, mulai) in enumerate(baris):
        cetak, kecil = polos(sel.teks), polos(sel.kecil)
        if nomor in KECIL_SENDIRI and n == 9 and kecil:
            cetak = cetak.removesuffix(kecil).strip()
            assert lembar.cell(b, 11).value == (kecil if mulai else None), (nomor, b)
        letak = [lembar.cell(b, n + 1)]
        if sel.cs > 1:  # one text over many columns: in one of them, the others empty
            if not mulai:
                continue
            letak = [lembar.cell(b, n + 1 + d) for d in range(sel.cs)]
        isi = [s for s in letak if s.value is not None]
        if mulai:
            assert " ".join(map(tercetak, isi)) == cetak, (nomor, b, n)
            if ANGKA.fullmatch(cetak):
                assert isi[0].data_type == "n", (nomor, b, n)
                angka += 1
        elif isi:  # covered: a text is repeated, a figure never (but the row's number)
            assert tercetak(isi[0]) == cetak, (nomor, b, n)
            assert n == 0 or isi[0].data_type == "s", (nomor, b, n)
    return angka


def periksa(konteks) -> int:
    kisi = baca_kisi(render_html(konteks, media="kertas"))
    buku = buka(buku_tabel(konteks))
    assert buku.sheetnames == ["Daftar Tabel", *(f"Tabel {n}" for n in kisi)]
    return sum(bandingkan(n, k, buku[f"Tabel {n}"]) for n, k in kisi.items())


def test_every_table_of_the_report_has_its_function():
    assert list(TABEL) == [t.kunci for t in konteks_contoh().kerangka.tabel if t.jenis == "tabel"]


@pytest.mark.django_db
def test_every_figure_of_kecamatan_contoh_stands_in_the_workbook(contoh):
    """All tables of Kecamatan Contoh 2024 and Batang-batang 2023, cell by cell with the printed report."""
    konteks, _ = contoh
    assert periksa(konteks["contoh"]) > 1100
    assert periksa(konteks["batang-batang"]) > 250


@pytest.mark.parametrize("buat", [konteks_contoh, konteks_kosong])
def test_blanks_stand_in_words_as_they_are_printed(buat):
    k = buat()
    periksa(k)
    lembar = buka(buku_tabel(k))["Tabel 3.2"]
    teks = {c.value for baris in lembar.iter_rows() for c in baris}
    assert any("belum diisi" in str(t) for t in teks)


def test_the_workbook_says_whose_tables_it_holds_and_that_it_is_a_draft():
    k = konteks_contoh()
    lembar = buka(buku_satu(k, "t_capaian")).active
    sidik = compute_hash(k)
    assert lembar["A2"].value == "LKjIP Kecamatan Uji Tahun 2023, Kabupaten Uji"
    assert lembar["A3"].value == f"DRAF, belum disahkan. Sidik isi {sidik[:4]} {sidik[4:8]} {sidik[8:12]}."
    sah = replace(k.pengesahan, status="disahkan", tanggal="26 Februari 2024", versi=2)
    lembar = buka(buku_satu(replace(k, pengesahan=sah), "t_capaian")).active
    assert lembar["A3"].value.startswith("Disahkan 26 Februari 2024, versi 2. Sidik isi ")


def test_the_list_leads_to_every_table():
    buku = buka(buku_tabel(konteks_contoh()))
    daftar = buku["Daftar Tabel"]
    taut = [baris[0].hyperlink.location for baris in daftar.iter_rows(min_row=5) if baris[0].hyperlink]
    assert taut == [f"'{nama}'!A1" for nama in buku.sheetnames[1:]]


def test_an_amount_that_many_rows_share_stands_once():
    """Sums over a column are the sums of the report: 3.9 prints the budget of a node on its first row."""
    k = konteks_contoh()
    dua = replace(k.bab3.efisiensi_sasaran[0], jenis="indikator", rs_node=2, indikator="A", node="Sasaran")
    kedua = replace(dua, rs_node=0, indikator="B", node="", nomor="", pagu=None, serapan=None,
                    realisasi_anggaran=None, efisiensi=None, kategori="")  # fmt: skip
    k = replace(k, bab3=replace(k.bab3, efisiensi_sasaran=(dua, kedua)))
    lembar = buka(buku_satu(k, "t_efisiensi_sasaran")).active
    assert [lembar.cell(7, n).value for n in (1, 2)] == [lembar.cell(8, n).value for n in (1, 2)]
    assert lembar["G7"].data_type == "n"
    assert [lembar.cell(8, n).value for n in range(7, 12)] == [None] * 5


def test_no_text_of_a_person_is_a_formula():
    k = konteks_contoh()
    jahat = '=HYPERLINK("http://x","klik")'
    b = k.bab3.analisis[0]
    bab3 = replace(k.bab3, analisis=(replace(b, indikator=jahat, analisis=Angka(jahat), solusi=Angka("@x")),))
    k = replace(k, bab3=bab3, identitas=replace(k.identitas, perangkat_daerah="+Kecamatan"))
    for isi in (buku_tabel(k), buku_satu(k, "t_analisis")):
        assert berumus(isi) == []
    lembar = buka(isi).active
    assert (lembar["G6"].value, lembar["G6"].data_type, lembar["G6"].quotePrefix) == (jahat, "s", True)


def test_the_same_report_gives_the_same_bytes():
    assert buku_tabel(konteks_contoh()) == buku_tabel(konteks_contoh())
