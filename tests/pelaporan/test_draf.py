"""Drafts: each row's result has its sentence, figures are tokens, and nothing is said twice or invented."""

import re
import string
from dataclasses import replace

import pytest

from kinerja.pilihan import ArahIndikator
from pelaporan.draf import BAGIAN_BERDRAF, DAFTAR, KodeTanpaKalimat, dasar, efisiensi, menunjang, susun_draf
from pelaporan.draf.dasar import Baris, Kalimat, arah, bersatuan
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.narasi import TOKEN, iter_token, susun_narasi
from pelaporan.periksa.naskah import _belah
from pelaporan.token import build_token, cari_token
from tests.pelaporan.bahan_konteks import KOSONG, TAK_TERHITUNG, a
from tests.pelaporan.konteks_contoh import konteks_kosong
from tests.pelaporan.konteks_draf import TIDAK_BERLAKU, Satu, konteks_draf

RENDAH, RENTANG = ArahIndikator.MAKIN_RENDAH.label, ArahIndikator.RENTANG.label
BELUM = {"capaian": KOSONG, "perubahan": "", "kemajuan": KOSONG, "pembanding": (), "realisasi": ""}


def draf(bagian):
    return next(d for d in DAFTAR if d.bagian == bagian)


def kode(bagian, konteks):
    return [b.kode for b in draf(bagian).baris(konteks)]


def cetak(konteks, bagian):
    """The draft of a section as it prints."""
    token = build_token(konteks)
    isi = susun_narasi(bagian, susun_draf(konteks, bagian), lambda kunci: cari_token(token, kunci))
    return ["".join(p.teks for p in b.butir[0]) for b in isi.blok]


# The tables -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("d", DAFTAR, ids=lambda d: d.bagian)
def test_every_code_has_one_sentence_and_belongs_to_one_group(d):
    semua = [satu for k in d.kelompok for satu in k.kode]
    assert sorted(semua) == sorted(d.kalimat)
    assert len({k.teks for k in d.kalimat.values()}) == len(d.kalimat)
    for k in d.kalimat.values():
        assert k.kapan and k.teks.endswith(".")
    for k in d.kelompok:
        assert not k.daftar or ("{daftar}" in k.daftar and k.daftar.endswith("."))


@pytest.mark.parametrize("d", DAFTAR, ids=lambda d: d.bagian)
def test_no_digit_is_typed_in_a_sentence(d):
    for teks in (*(k.teks for k in d.kalimat.values()), *(k.daftar for k in d.kelompok)):
        assert not re.search(r"\d", TOKEN.sub("", teks)), teks


def test_sections_stand_in_the_order_of_the_report():
    urut = [k for k, _ in BAGIAN_NARASI]
    assert list(BAGIAN_BERDRAF) == sorted(BAGIAN_BERDRAF, key=urut.index)


def test_a_code_without_a_sentence_is_refused_and_never_silent():
    d = draf("tabel.t_anggaran")
    with pytest.raises(KodeTanpaKalimat, match=r"tabel\.t_anggaran: ajaib"):
        d.rangkai([Baris("ajaib", "x")])
    tanpa_kelompok = replace(d, kalimat={**d.kalimat, "ajaib": Kalimat("x", "y.")})
    with pytest.raises(KodeTanpaKalimat):
        tanpa_kelompok.rangkai([Baris("ajaib", "x")])
    with pytest.raises(KodeTanpaKalimat, match="sangat efisien"):
        efisiensi.kode(a("1,02"), "sangat efisien")
    with pytest.raises(KodeTanpaKalimat, match="mungkin"):
        menunjang.kode(["mungkin"])


def test_an_unknown_section_is_refused_and_one_without_draft_is_empty():
    with pytest.raises(LookupError):
        susun_draf(konteks_draf((Satu("a"),)), "bab9.ajaib")
    assert susun_draf(konteks_draf((Satu("a"),)), "depan.pengantar") == ""


# Codes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        ({"capaian": "105,00%"}, "melampaui"),
        ({"capaian": "105,00%", "arah": RENDAH}, "melampaui_rendah"),
        ({"capaian": "100,00%"}, "mencapai"),
        ({"capaian": "100,00%", "arah": RENDAH}, "mencapai"),
        ({"capaian": "100,00%", "arah": RENTANG}, "mencapai_rentang"),
        ({"capaian": "90,00%", "kategori": "Tinggi"}, "belum_mencapai"),
        ({"capaian": "90,00%", "kategori": "Tinggi", "arah": RENDAH}, "belum_mencapai_rendah"),
        ({"capaian": "90,00%", "kategori": "Tinggi", "arah": RENTANG}, "di_luar_rentang"),
        ({"capaian": "70,00%", "kategori": "Sedang"}, "belum_mencapai"),  # the middle class
        ({"capaian": "60,00%", "kategori": "Rendah"}, "jauh_di_bawah"),
        ({"capaian": "60,00%", "kategori": "Sangat Rendah", "arah": RENDAH}, "jauh_di_bawah"),
        ({"capaian": KOSONG}, "belum_diisi"),
        ({"capaian": TAK_TERHITUNG}, "tidak_dapat_dihitung"),
        ({"capaian": TIDAK_BERLAKU}, "tidak_berlaku"),
    ],
)
def test_the_code_of_a_capaian(isi, harapan):
    assert kode("tabel.t_capaian", konteks_draf((Satu("a", **isi),))) == [harapan]


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        ({"perubahan": "membaik"}, "membaik"),
        ({"perubahan": "membaik", "arah": RENDAH}, "membaik_turun"),
        ({"perubahan": "membaik", "arah": RENTANG}, "membaik_rentang"),
        ({"perubahan": "menurun"}, "menurun"),
        ({"perubahan": "menurun", "arah": RENDAH}, "menurun_naik"),
        ({"perubahan": "menurun", "arah": RENTANG}, "menurun_rentang"),
        ({"perubahan": "tetap"}, "tetap"),
        ({"perubahan": "tetap", "arah": RENDAH}, "tetap"),
        ({"perubahan": "tetap", "arah": RENTANG}, "tetap_rentang"),
        ({"perubahan": ""}, "tanpa_pembanding"),
    ],
)
def test_the_code_of_a_change(isi, harapan):
    assert kode("tabel.t_banding", konteks_draf((Satu("a", **isi),))) == [harapan]


def test_a_change_of_an_unknown_kind_is_refused():
    with pytest.raises(KodeTanpaKalimat, match="meloncat"):
        susun_draf(konteks_draf((Satu("a", perubahan="meloncat", arah=RENDAH),)), "tabel.t_banding")


@pytest.mark.parametrize(
    ("kemajuan", "harapan"),
    [
        ("100,00%", "sampai"),
        ("120,00%", "sampai"),
        ("99,99%", "belum_sampai"),
        ("50,00%", "belum_sampai"),
        ("49,99%", "kurang_dari_separuh"),
        (KOSONG, "belum_diisi"),
        (TAK_TERHITUNG, "tidak_dapat_dihitung"),
        (TIDAK_BERLAKU, "tidak_berlaku"),
    ],
)
def test_the_code_of_progress(kemajuan, harapan):
    assert kode("tabel.t_kemajuan", konteks_draf((Satu("a", kemajuan=kemajuan),))) == [harapan]


@pytest.mark.parametrize(
    ("pembanding", "harapan"),
    [
        (("100,00%", "120,00%"), "unggul"),
        (("100,00%", "99,99%"), "sebagian"),
        (("80,00%",), "di_bawah"),
        (("?",), "tidak_dapat_dihitung"),
        (("-",), "tidak_ada"),
        ((), "belum_diisi"),
    ],
)
def test_the_code_of_benchmarks(pembanding, harapan):
    konteks = konteks_draf((Satu("a", pembanding=pembanding), Satu("b", pembanding=("-",))))
    assert kode("tabel.t_pembanding", konteks) == [harapan, "tidak_ada"]


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        ({"capaian": "100,00%"}, "berhasil"),
        ({"capaian": "90,00%"}, "perlu_perbaikan"),
        ({"capaian": "90,00%", "sebab": ""}, "belum_diuraikan"),
        ({"capaian": KOSONG}, "belum_terukur"),
    ],
)
def test_the_code_of_an_explanation(isi, harapan):
    assert kode("tabel.t_analisis", konteks_draf((Satu("a", **isi),))) == [harapan]


@pytest.mark.parametrize(
    ("status", "harapan"),
    [
        (("Menunjang", "Menunjang"), "ditunjang"),
        (("Menunjang", "Tidak menunjang"), "sebagian"),
        (("Menunjang", "belum terukur"), "sebagian"),
        (("Tidak menunjang",), "tidak_ditunjang"),
        (("Tidak menunjang", "belum terukur"), "belum_terukur"),
        ((), "tanpa_program"),
    ],
)
def test_the_code_of_support(status, harapan):
    peta = tuple(("Sasaran satu", f"7.01.0{n}", s) for n, s in enumerate(status, start=1))
    assert kode("tabel.t_menunjang", konteks_draf((Satu("a"),), menunjang=peta)) == [harapan]


@pytest.mark.parametrize(
    ("serapan", "rendah", "harapan"),
    [
        ("97,00%", False, "wajar"),
        ("100,00%", False, "wajar"),
        ("80,00%", True, "rendah"),
        ("100,01%", False, "melebihi_pagu"),
        (KOSONG, False, "belum_diisi"),
        (TAK_TERHITUNG, False, "tidak_dapat_dihitung"),
        (TIDAK_BERLAKU, False, "tidak_berlaku"),
    ],
)
def test_the_code_of_absorption(serapan, rendah, harapan):
    konteks = konteks_draf((Satu("a"),), (("7.01.01", serapan, rendah),))
    assert kode("tabel.t_anggaran", konteks) == [harapan]


@pytest.mark.parametrize(
    ("nilai", "kategori", "harapan"),
    [
        ("1,04", "efisien", "efisien"),
        ("3,00", "cukup efisien", "cukup_efisien"),
        ("0,00", "sesuai anggaran", "sesuai_anggaran"),
        ("0,94", "tidak efisien", "tidak_efisien"),
        ("", "", "belum_dinilai"),
    ],
)
def test_the_code_of_efficiency(nilai, kategori, harapan):
    daftar = (("Sasaran satu", nilai, kategori), ("7.01.01", nilai, kategori))
    konteks = konteks_draf((Satu("a"),), efisiensi=daftar)
    for bagian in ("tabel.t_efisiensi_sasaran", "tabel.t_efisiensi_program"):
        assert kode(bagian, konteks) == [harapan]


def test_the_codes_of_a_summary():
    tercapai, kurang, belum = Satu("a"), Satu("b", capaian="80,00%", perubahan="menurun"), Satu("c", **BELUM)
    baik = konteks_draf((tercapai, Satu("d", capaian="110,00%")))
    assert kode("depan.ikhtisar", baik) == [
        "tertinggi",
        "semua_tercapai",
        "membaik",
        "membaik",
        "serapan_wajar",
    ]
    assert kode("depan.ikhtisar", konteks_draf((tercapai, Satu("d"))))[0] == "seragam"
    satu_dari_dua = kode("depan.ikhtisar", konteks_draf((tercapai, belum)))
    assert satu_dari_dua[:2] == ["tunggal", "sementara_tercapai"]  # no praise for a blank
    boros = konteks_draf(
        (tercapai, kurang),
        (("7.01.01", "60,00%", True),),
        efisiensi=(("Sasaran satu", "0,80", "tidak efisien"),),
    )
    assert kode("depan.ikhtisar", boros) == [
        "tertinggi", "belum_tercapai", "membaik", "menurun", "serapan_rendah", "tidak_efisien",
    ]  # fmt: skip
    kosong = konteks_draf((belum,), (("7.01.01", KOSONG, False),))
    assert kode("depan.ikhtisar", kosong) == ["belum_terukur", "serapan_belum"]


@pytest.mark.parametrize(
    ("capaian", "harapan"),
    [
        (("100,00%", "105,00%"), "sasaran_tercapai"),
        (("100,00%", TIDAK_BERLAKU), "sasaran_tercapai"),  # what does not apply counts for nothing
        (("100,00%", "90,00%"), "sasaran_sebagian"),
        (("100,00%", KOSONG), "sasaran_sebagian"),
        (("90,00%", "80,00%"), "sasaran_belum"),
        (("90,00%", KOSONG), "sasaran_belum_terukur"),
        ((KOSONG, KOSONG), "sasaran_belum_terukur"),
    ],
)
def test_the_code_of_a_sasaran_in_the_conclusion(capaian, harapan):
    konteks = konteks_draf(tuple(Satu(f"i{n}", capaian=c) for n, c in enumerate(capaian)))
    assert kode("bab4.kesimpulan", konteks)[0] == harapan


def test_the_conclusion_says_what_is_left():
    konteks = konteks_draf(
        (
            Satu("a", kemajuan="100,00%"),
            Satu("b", capaian="90,00%", kemajuan="40,00%"),
            Satu("c", **BELUM),
            Satu("d", capaian=TIDAK_BERLAKU, kemajuan=TIDAK_BERLAKU),
        )
    )
    assert kode("bab4.kesimpulan", konteks)[1:] == ["akhir_tercapai", "akhir_jauh", "diupayakan", "diukur"]


# Sentences ------------------------------------------------------------------------------------------


def _contoh_kode(d):
    """Reports in which every code of a table occurs."""
    lain = ({"arah": RENDAH}, {"arah": RENTANG}, {"satuan": "Rupiah"})
    satu = [
        Satu(f"i{n}", capaian=c, perubahan=p, kemajuan=m, pembanding=b, kategori=g, sebab=s, **x)
        for n, (c, p, m, b, g, s) in enumerate(
            [
                ("105,00%", "membaik", "100,00%", ("100,00%",), "Sangat Tinggi", "Sebab."),
                ("100,00%", "menurun", "60,00%", ("120,00%", "80,00%"), "Sangat Tinggi", "Sebab."),
                ("90,00%", "tetap", "40,00%", ("80,00%",), "Tinggi", "Sebab."),
                ("50,00%", "", KOSONG, ("-",), "Sangat Rendah", ""),
                (KOSONG, "", TAK_TERHITUNG, ("?",), "", "Sebab."),
                (TAK_TERHITUNG, "", TIDAK_BERLAKU, (), "", "Sebab."),
                (TIDAK_BERLAKU, "", KOSONG, (), "", "Sebab."),
            ]
        )
        for x in ({}, *lain)
    ]
    satu = [replace(s, kode=f"{s.kode}x{n}", sasaran=f"Sasaran {n % 9}") for n, s in enumerate(satu)]
    program = tuple(
        (f"7.01.0{n}", s, r)
        for n, (s, r) in enumerate(
            [("97,00%", False), ("60,00%", True), ("101,00%", False), (KOSONG, False), (TAK_TERHITUNG, False),
             (TIDAK_BERLAKU, False)], start=1,
        )
    )  # fmt: skip
    status = [
        ("Menunjang",), ("Menunjang", "Tidak menunjang"), ("Tidak menunjang",), ("belum terukur",),
    ]  # fmt: skip
    peta = tuple((f"Sasaran {n}", f"7.01.0{m + 1}", s) for n, x in enumerate(status) for m, s in enumerate(x))
    hasil = [("1,04", "efisien"), ("3,00", "cukup efisien"), ("0,00", "sesuai anggaran"),
             ("0,94", "tidak efisien"), ("", "")]  # fmt: skip
    eff = tuple((f"Sasaran {n}", *h) for n, h in enumerate(hasil)) + tuple(
        (f"7.01.0{n}", *h) for n, h in enumerate(hasil, start=1)
    )
    penuh = konteks_draf(tuple(satu), program, menunjang=peta, efisiensi=eff)
    return [
        penuh,
        konteks_draf((Satu("a"), Satu("b"))),
        konteks_draf((Satu("a"), Satu("b", **BELUM))),
        konteks_draf((Satu("a", **BELUM),), (("7.01.01", KOSONG, False),)),
        konteks_draf((Satu("a", capaian="90,00%"), Satu("b", capaian="90,00%"))),
    ]


@pytest.mark.parametrize("d", DAFTAR, ids=lambda d: d.bagian)
def test_the_sentence_of_every_code_can_be_told_of_its_rows(d):
    """Each code alone and three times: its words are there, its tokens are measured, no digit is typed."""
    dilihat = {"program"}  # told of rows of programmes: tested below
    for konteks in _contoh_kode(d):
        token = build_token(konteks)
        per_kode = {}
        for b in d.baris(konteks):
            per_kode.setdefault(b.kode, []).append(b)
        for satu, baris in per_kode.items():
            teks = " ".join(d.kalimat[satu].teks.format_map(dict(b.isi)) for b in baris[:1])
            for kunci in iter_token(teks):
                assert cari_token(token, kunci).is_terukur, (satu, kunci)
            assert not re.search(r"\d", TOKEN.sub("", teks)), teks
            dilihat.add(satu)
        for kunci in iter_token(d.susun(konteks)):
            assert cari_token(token, kunci).is_terukur, kunci
    assert set(d.kalimat) <= dilihat


def test_best_rows_are_told_first_and_the_rest_is_one_sentence():
    konteks = konteks_draf(
        (
            Satu("a", capaian="101,00%", realisasi="80,80", satuan="Persen"),
            Satu("b", capaian="110,00%", realisasi="22", target="20", satuan="Kelompok"),
            Satu("c", capaian="105,00%", realisasi="1,90", target="2,00", satuan="Hari", arah=RENDAH),
            Satu("d", capaian="84,19%", realisasi="841.900", target="1.000.000", satuan="Rupiah"),
        )
    )
    assert cetak(konteks, "tabel.t_capaian") == [
        "Indikator 7 b melampaui target dengan realisasi 22 kelompok dari target 20 kelompok. Target juga "
        "dilampaui oleh Indikator 7 c (105,00%) dan Indikator 7 a (101,00%).",
        "Indikator 7 d belum mencapai target: realisasinya Rp841.900 dari target Rp1.000.000, dengan capaian "
        "84,19%.",
    ]


def test_a_change_is_told_by_polarity_with_both_values():
    konteks = konteks_draf(
        (
            Satu("a", realisasi="25", lalu="29", satuan="Kasus", arah=RENDAH),
            Satu("b", realisasi="60,00", lalu="70,00", perubahan="menurun"),
            Satu("c", perubahan="tetap", realisasi="5", lalu="5", satuan="Desa"),
        )
    )
    assert cetak(konteks, "tabel.t_banding") == [
        "Indikator 7 a membaik: nilainya turun dari 29 kasus pada tahun 2022 menjadi 25 kasus.",
        "Indikator 7 b menurun dari 70,00 pada tahun 2022 menjadi 60,00. Indikator 7 c tetap pada 5 desa.",
    ]


def test_low_absorption_is_named_first_and_lowest_first():
    program = (
        ("7.01.01", "97,00%", False), ("7.01.02", "80,00%", True), ("7.01.03", "60,00%", True),
        ("7.01.04", "99,00%", False),
    )  # fmt: skip
    assert cetak(konteks_draf((Satu("a"),), program), "tabel.t_anggaran") == [
        "Program 7.01.03 menyerap 60,00% dari pagu Rp1.000, di bawah batas yang wajib dijelaskan. Program "
        "7.01.02 menyerap 80,00% dari pagu Rp1.000, di bawah batas yang wajib dijelaskan.",
        "Serapan program lainnya adalah Program 7.01.04 (99,00%) dan Program 7.01.01 (97,00%).",
    ]


def test_a_sasaran_is_named_with_the_programmes_that_serve_it():
    peta = (("Sasaran satu", "7.01.01", "Menunjang"), ("Sasaran satu", "7.01.02", "Tidak menunjang"))
    program = (("7.01.01", "97,00%", False), ("7.01.02", "97,00%", False))
    assert cetak(konteks_draf((Satu("a"),), program, menunjang=peta), "tabel.t_menunjang") == [
        "Sasaran “Sasaran satu” ditunjang oleh Program 7.01.01 (95,00%), sedangkan Program 7.01.02 (95,00%) "
        "belum terbukti menunjang."
    ]


def test_programmes_that_must_be_explained_are_named_once():
    konteks = konteks_draf((Satu("a"),), (("7.01.01", "97,00%", False),))
    satu = konteks.bab3.analisis[0]
    program = replace(satu, tingkat="Program", node="PROGRAM 7.01.01", indikator="Indikator program")
    tanpa = replace(program, node="PROGRAM 7.01.02", analisis=KOSONG)
    bab3 = replace(konteks.bab3, analisis=(satu, program, program, tanpa))
    assert cetak(replace(konteks, bab3=bab3), "tabel.t_analisis") == [
        "Sebab keberhasilan Indikator 7 a diuraikan dalam tabel. Pada tingkat program, penjelasan diberikan "
        "untuk Program 7.01.01."
    ]


@pytest.mark.parametrize("bagian", BAGIAN_BERDRAF)
def test_a_large_office_gets_nine_sentences_at_most(bagian):
    isi = ("105,00%", "100,00%", "90,00%", "50,00%", KOSONG)
    indikator = tuple(
        Satu(
            f"i{n}",
            capaian=isi[n % 5],
            perubahan=("membaik", "menurun", "tetap", "", "membaik")[n % 5],
            kategori="Sangat Rendah" if n % 5 == 3 else "Tinggi",
            sasaran=f"Sasaran {n % 12}",
        )
        for n in range(40)
    )
    program = tuple((f"7.01.{n:02}", f"{50 + n},00%", n < 8) for n in range(1, 21))
    peta = tuple((f"Sasaran {n % 12}", f"7.01.{n + 1:02}", "Menunjang") for n in range(20))
    konteks = konteks_draf(indikator, program, menunjang=peta)
    teks = susun_draf(konteks, bagian)
    kalimat = [k for paragraf in teks.split("\n\n") for k in _belah(TOKEN.sub("Angka", paragraf))]
    assert len(kalimat) <= 9, kalimat
    assert teks.count("lain") <= 9


def test_nothing_is_offered_where_nothing_is_filled():
    assert not any(susun_draf(konteks_kosong(), b) for b in BAGIAN_BERDRAF)
    belum = konteks_draf((Satu("a", **BELUM), Satu("b", **BELUM)))
    for bagian in ("tabel.t_capaian", "tabel.t_banding", "tabel.t_kemajuan", "tabel.t_pembanding"):
        assert susun_draf(belum, bagian) == ""


# The example offices --------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["contoh", "batang-batang"])
def test_drafts_of_real_offices_are_measured_digitless_and_new(contoh, slug):
    konteks = contoh[0][slug]
    token = build_token(konteks)
    dicetak = [k for f in konteks.fakta for k in f.kalimat]
    for bagian in BAGIAN_BERDRAF:
        teks = susun_draf(konteks, bagian)
        assert not re.search(r"\d", TOKEN.sub("", teks)), bagian
        assert all(cari_token(token, k).is_terukur for k in iter_token(teks)), bagian
        for paragraf in cetak(konteks, bagian):
            assert not [k for k in dicetak if k in paragraf], bagian
    assert susun_draf(konteks, "tabel.t_capaian") and susun_draf(konteks, "tabel.t_anggaran")


@pytest.mark.django_db
def test_no_sentence_stands_in_two_sections(contoh):
    kalimat = [
        k.strip()
        for bagian in BAGIAN_BERDRAF
        for paragraf in cetak(contoh[0]["contoh"], bagian)
        for k in _belah(paragraf)
    ]
    assert len(kalimat) == len(set(kalimat))


# Words ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("satuan", "harapan"),
    [
        ("Rupiah", "Rp[[target:a]]"),
        ("Persen", "[[target:a]]%"),
        ("Indeks", "[[target:a]]"),
        ("", "[[target:a]]"),
        ("Hari", "[[target:a]] [[satuan:a]]"),
    ],
)
def test_a_figure_carries_its_unit_as_a_sentence_writes_it(satuan, harapan):
    b = konteks_draf((Satu("a", satuan=satuan),)).bab3.capaian[0]
    assert bersatuan(b, "target", "a") == harapan


@pytest.mark.parametrize(
    ("pilihan", "harapan"), list(zip(ArahIndikator, ("tinggi", "rendah", "rentang"), strict=True))
)
def test_the_direction_is_read_from_what_the_table_prints(pilihan, harapan):
    b = konteks_draf((Satu("a", arah=pilihan.label),)).bab3.capaian[0]
    assert arah(b) == harapan


def test_a_long_list_ends_in_words():
    assert dasar.sebut_daftar(list("abcdef"), "yang lain") == "a, b, c, d, e, dan f"
    assert dasar.sebut_daftar(list("abcdefg"), "yang lain") == "a, b, c, d, e, dan yang lain"


def test_indicators_of_one_name_are_told_apart_by_their_place():
    konteks = konteks_draf((Satu("a"), Satu("b")))
    kembar = tuple(replace(b, indikator="Sama") for b in konteks.bab3.capaian)
    konteks = replace(konteks, bab3=replace(konteks.bab3, capaian=kembar))
    assert [b.kode for b in dasar.kode_indikator(["Sama", "Sama"], konteks)] == ["a", "b"]
    with pytest.raises(LookupError, match="Asing"):
        dasar.kode_indikator(["Asing"], konteks)


def test_templates_name_only_words_that_rows_bring():
    kenal = {
        "indikator", "realisasi", "target", "capaian", "kategori", "lalu", "kini", "capaian_lalu",
        "target_akhir", "kemajuan", "sasaran", "menunjang", "lain", "program", "serapan", "pagu", "nama",
        "efisiensi", "rerata",
    }  # fmt: skip
    for d in DAFTAR:
        for k in d.kalimat.values():
            assert {n for _, n, _, _ in string.Formatter().parse(k.teks) if n} <= kenal
