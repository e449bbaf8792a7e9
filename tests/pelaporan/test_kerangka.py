"""The skeleton: numbers follow from the order, and every key has its place in the document."""

import re
from itertools import pairwise

import pytest

from pelaporan.kerangka import BAGIAN_NARASI, build_kerangka
from pelaporan.terbit import render_html
from tests.pelaporan.bahan_konteks import identitas_contoh, periode_contoh
from tests.pelaporan.konteks_contoh import konteks_contoh, konteks_kosong, paragraf


def kerangka(**ubah):
    return build_kerangka(identitas_contoh(), periode_contoh(), **ubah)


def test_order_of_the_parts():
    judul = kerangka().judul
    assert [j.nomor for j in judul if j.tingkat == 1] == ["BAB I", "BAB II", "BAB III", "BAB IV"]
    assert [j.judul for j in judul if j.tingkat == 0] == [
        "Kata Pengantar",
        "Ikhtisar Eksekutif",
        "Daftar Isi",
        "Daftar Tabel",
        "Daftar Gambar",
        "Lampiran",
    ]
    assert len({j.kunci for j in judul}) == len(judul)


def test_sections_are_lettered_within_their_chapter():
    huruf: dict[str, str] = {}
    for j in kerangka().judul:
        if j.tingkat == 2 and not j.kunci.startswith("lampiran"):
            bab = j.kunci.split(".")[0]
            huruf[bab] = huruf.get(bab, "") + j.nomor
    assert huruf == {"bab1": "ABCDE", "bab2": "ABC", "bab3": "ABCD"}


def test_tables_and_figures_are_numbered_without_a_hole():
    k = kerangka()
    for jenis, harap in (("tabel", {"2": 6, "3": 11}), ("gambar", {"1": 1, "3": 2})):
        nomor = [t.nomor for t in k.tabel if t.jenis == jenis]
        assert nomor == [f"{bab}.{i}" for bab, banyak in harap.items() for i in range(1, banyak + 1)]
    assert len({t.kunci for t in k.tabel}) == len(k.tabel)
    assert k.tabel_ke("t_capaian").nomor == "3.2"


def test_titles_name_office_year_and_what_changed():
    k = kerangka(sebutan_pk="Sebelum dan Sesudah Perubahan", sebutan_pagu="Setelah Pergeseran 2")
    assert k.tabel_ke("t_pk").judul == (
        "Perjanjian Kinerja Kecamatan Uji Sebelum dan Sesudah Perubahan Tahun 2023"
    )
    assert k.tabel_ke("t_pagu").judul == "Program dan Kegiatan Kecamatan Uji Setelah Pergeseran 2 Tahun 2023"
    assert kerangka().tabel_ke("t_pk").judul == "Perjanjian Kinerja Kecamatan Uji Tahun 2023"
    assert k.bagian("bab2.rkt").judul == "Rencana Kerja Tahun 2023"
    for satu in (*k.judul, *k.tabel):
        assert "{" not in satu.judul and "  " not in satu.judul


def test_no_title_names_a_kind_of_office_that_it_is_not():
    k = build_kerangka(identitas_contoh(perangkat_daerah="Dinas Kesehatan"), periode_contoh())
    semua = " ".join(x.judul for x in (*k.judul, *k.tabel))
    assert "Kecamatan" not in semua.replace("Kabupaten/Kecamatan Lain", "")


def test_appendices_are_numbered_on_after_the_generated_ones():
    k = kerangka(lampiran=(("lampiran.a", "SK"), ("lampiran.b", "Foto")))
    lampiran = [(j.nomor, j.judul) for j in k.judul if j.kunci.startswith("lampiran.")]
    assert lampiran[0] == ("Lampiran 1", "Matriks Renstra")
    assert lampiran[3:] == [("Lampiran 4", "SK"), ("Lampiran 5", "Foto")]


def test_an_unknown_key_is_a_programming_error():
    with pytest.raises(StopIteration):
        kerangka().bagian("bab9")
    with pytest.raises(StopIteration):
        kerangka().tabel_ke("t_tidak_ada")


@pytest.mark.parametrize("buat", [konteks_contoh, konteks_kosong])
def test_every_heading_and_table_has_one_anchor_in_the_order_of_the_skeleton(buat):
    k = buat()
    html = render_html(k, media="kertas")
    jangkar = [re.sub(r"[._]", "-", x.kunci) for x in k.kerangka.judul]
    letak = [html.index(f' id="{j}"') for j in jangkar]
    assert all(a < b for a, b in pairwise(letak))
    for jenis in ("tabel", "gambar"):
        kunci = [re.sub(r"[._]", "-", t.kunci) for t in k.kerangka.tabel if t.jenis == jenis]
        letak = [html.index(f' id="{j}"') for j in kunci]
        assert all(a < b for a, b in pairwise(letak))
    semua = re.findall(r' id="([^"]+)"', html)
    assert len(semua) == len(set(semua))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(semua)


def test_every_section_that_a_person_writes_is_printed():
    isi = tuple(paragraf(kunci, f"Tulisan {kunci}!") for kunci, _ in BAGIAN_NARASI)
    html = render_html(konteks_contoh(narasi=isi), media="kertas")
    for kunci, _ in BAGIAN_NARASI:
        assert html.count(f"Tulisan {kunci}!") == 1, kunci
