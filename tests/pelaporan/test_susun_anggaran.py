"""design.md, "What a figure means": each line about money and efficiency, as a worked case."""

import datetime
from decimal import Decimal as D

import pytest

from sakip.umum.hitung import Keadaan
from tests.pelaporan.kantor_uji import KantorUji

pytestmark = pytest.mark.django_db


def test_absorption_is_the_ratio_of_sums():
    k = KantorUji()
    a, b = k.program("7.01.01"), k.program("7.01.02")
    k.dpa({a: 1000, b: 100})
    k.belanja(a, {"tahun": 1000})
    k.belanja(b, {"tahun": 50})
    konteks = k.konteks()
    assert [x.serapan.teks for x in konteks.bab3.anggaran] == ["100,00%", "50,00%"]
    # 1050 / 1100, not (100 + 50) / 2
    assert konteks.bab3.jumlah_anggaran.serapan.teks == "95,45%"
    assert konteks.ikhtisar.sisa.teks == "50"


def test_quarters_add_up_and_a_blank_one_makes_the_sum_provisional():
    k = KantorUji()
    a = k.program("7.01.01")
    k.dpa({a: 1000})
    k.belanja(a, {"tw1": 100, "tw2": 200})
    konteks = k.konteks()
    satu = konteks.bab3.anggaran[0]
    assert satu.realisasi.teks == "300 (sementara, 2 dari 4 triwulan)"
    assert satu.serapan.keadaan is Keadaan.BELUM_DIISI


def test_efficiency_that_rests_on_a_blank_quarter_is_belum_diisi():
    k = KantorUji()
    a = k.program("7.01.01", {k.sasaran: 100})
    k.dpa({a: 1000})
    k.belanja(a, {"tw1": 100})
    i = k.indikator("a")
    k.pk({i: 10})
    k.setahun(i, 10)
    konteks = k.konteks()
    assert konteks.ikhtisar.efisiensi.keadaan is Keadaan.BELUM_DIISI
    assert konteks.bab3.efisiensi_sasaran[0].efisiensi.keadaan is Keadaan.BELUM_DIISI


def test_absorption_of_zero_makes_efficiency_incomputable_never_praise():
    k = KantorUji()
    a = k.program("7.01.01", {k.sasaran: 100})
    k.dpa({a: 1000})
    k.belanja(a, {"tahun": 0})
    i = k.indikator("a")
    k.pk({i: 10})
    k.setahun(i, 10)
    efisiensi = k.konteks().ikhtisar.efisiensi
    assert (efisiensi.keadaan, efisiensi.alasan) == (Keadaan.TIDAK_DAPAT_DIHITUNG, "serapan 0")


def test_a_ceiling_of_zero_is_a_value_without_a_ratio():
    k = KantorUji()
    a = k.program("7.01.01")
    k.dpa({a: 0})
    k.belanja(a, {"tahun": 0})
    satu = k.konteks().bab3.anggaran[0]
    assert (satu.pagu.teks, satu.serapan.teks, satu.serapan.alasan) == ("0", "tidak dapat dihitung", "pagu 0")


def test_sub_kegiatan_sum_to_kegiatan_and_programme():
    k = KantorUji()
    p = k.program("7.01.01")
    a, b = k.sub_kegiatan(p, "7.01.01.2.01.0001"), k.sub_kegiatan(p, "7.01.01.2.01.0002")
    k.dpa({a: 100, b: 200})
    for s in (a, b):
        k.belanja(s, {f"tw{n}": 25 for n in range(1, 5)})
    isi = k.konteks().bab3.anggaran
    assert [(x.tingkat, x.pagu.teks, x.realisasi.teks) for x in isi] == [
        (1, "300", "200"),
        (2, "300", "200"),
        (3, "100", "100"),
        (3, "200", "100"),
    ]


def test_a_programmes_mean_changes_only_its_own_cell():
    k = KantorUji(persen_program="rerata")
    p = k.program("7.01.01")
    a, b = k.sub_kegiatan(p, "7.01.01.2.01.0001"), k.sub_kegiatan(p, "7.01.01.2.01.0002")
    c = k.sub_kegiatan(p, "7.01.01.2.01.0003")
    k.dpa({a: 100, b: 300, c: 0})
    k.belanja(a, {"tahun": 100})
    k.belanja(b, {"tahun": 150})
    k.belanja(c, {"tahun": 0})
    konteks = k.konteks()
    assert konteks.bab3.anggaran[0].serapan.teks == "75,00%"  # (100 + 50) / 2; pagu 0 drops out
    assert konteks.bab3.jumlah_anggaran.serapan.teks == "62,50%"  # 250 / 400
    assert any("rata-rata persentase" in c for c in konteks.bab3.catatan_anggaran)


def test_before_and_after_of_the_budget_with_difference_and_total():
    k = KantorUji()
    a, b = k.program("7.01.01"), k.program("7.01.02")
    k.dpa({a: 2528996642, b: 100})
    k.dpa({a: 2850838446, b: 100}, urutan=1, jenis="perubahan", ke=1, tanggal=datetime.date(2023, 10, 1))
    konteks = k.konteks()
    satu = konteks.bab2.pagu[0]
    assert (satu.sebelum.teks, satu.sesudah.teks, satu.selisih.teks) == (
        "2.528.996.642",
        "2.850.838.446",
        "+321.841.804",
    )
    assert konteks.bab2.pagu[1].perubahan == "tetap"
    assert konteks.bab2.jumlah_pagu.sesudah.teks == "2.850.838.546"
    assert "Sebelum dan Sesudah Perubahan" in konteks.kerangka.tabel_ke("t_pagu").judul


def test_after_a_pergeseran_only_the_title_says_so():
    k = KantorUji()
    a = k.program("7.01.01")
    k.dpa({a: 100})
    k.dpa({a: 90}, urutan=1, jenis="pergeseran", ke=1)
    k.dpa({a: 80}, urutan=2, jenis="pergeseran", ke=2)
    konteks = k.konteks()
    assert "Sebelum dan Setelah Pergeseran 2" in konteks.kerangka.tabel_ke("t_pagu").judul
    assert [r.nama for r in konteks.bab2.revisi_dpa] == ["DPA", "DPA Pergeseran 1", "DPA Pergeseran 2"]


def test_a_budget_version_of_the_next_year_is_not_in_force():
    k = KantorUji()
    a = k.program("7.01.01")
    k.dpa({a: 100})
    k.dpa({a: 90}, urutan=1, jenis="perubahan", ke=1, tanggal=datetime.date(2024, 1, 2))
    konteks = k.konteks()
    assert konteks.bab2.pagu[0].sebelum is None
    assert konteks.bab2.jumlah_pagu.sesudah.teks == "100"


def test_shares_are_whole_rupiah_and_add_up_with_the_rest():
    k = KantorUji()
    dua = k.buat_sasaran("Sasaran dua", 2)
    a = k.program("7.01.01", {k.sasaran: "33.33", dua: "33.33"})
    k.dpa({a: 100})
    k.belanja(a, {"tahun": 100})
    k.pk({k.indikator("a"): 10})
    isi = k.konteks().bab3.efisiensi_sasaran
    pagu = {
        x.node: x.pagu.nilai for x in isi if x.pagu is not None and x.jenis in ("indikator", "node", "sisa")
    }
    # 33,33 / 33,33 / 33,34 of 100: 33, 33 and by largest remainder the rest 34
    assert pagu == {"Sasaran satu": D(33), "Sasaran dua": D(33), "Belum dipetakan ke sasaran": D(34)}
    assert sum(pagu.values()) == D(100)


def test_equal_remainders_go_to_the_earlier_row():
    k = KantorUji()
    dua = k.buat_sasaran("Sasaran dua", 2)
    a = k.program("7.01.01", {k.sasaran: 50, dua: 50})
    k.dpa({a: 101})
    isi = k.konteks().bab3.efisiensi_sasaran
    pagu = [x.pagu.teks for x in isi if x.jenis in ("indikator", "node")]
    assert pagu == ["51", "50"]
    assert not any(x.jenis == "sisa" for x in isi)


def test_efficiency_stands_once_per_sasaran_with_a_line_per_tujuan_and_the_office_last():
    k = KantorUji()
    a, b = k.indikator("a"), k.indikator("b")
    p = k.program("7.01.01", {k.sasaran: 100})
    k.dpa({p: 200})
    k.belanja(p, {"tahun": 100})
    k.pk({a: 10, b: 10})
    k.setahun(a, 8)
    k.setahun(b, 10)
    isi = k.konteks().bab3.efisiensi_sasaran
    assert [x.jenis for x in isi] == ["indikator", "indikator", "tujuan", "kantor"]
    # mean 90 / serapan 50 = 1.8
    assert (isi[0].efisiensi.teks, isi[0].kategori) == ("1,80", "efisien")
    assert isi[1].efisiensi is None
    assert isi[1].pagu is None
    assert isi[2].efisiensi.teks == "1,80"
    assert isi[3].node == "Kecamatan Uji"


@pytest.mark.parametrize(
    ("aturan", "teks", "kategori"),
    [("rasio", "0,95", "tidak efisien"), ("selisih", "-5,00", "cukup efisien")],
)
def test_efficiency_follows_the_rule_in_force(aturan, teks, kategori):
    k = KantorUji(aturan_efisiensi=aturan)
    a = k.indikator("a")
    p = k.program("7.01.01", {k.sasaran: 100})
    k.dpa({p: 100})
    k.belanja(p, {"tahun": 95})
    k.pk({a: 10})
    k.setahun(a, 9)
    satu = k.konteks().bab3.efisiensi_sasaran[0]
    # 90 / 95 = 0.947; 90 - 95 = -5
    assert (satu.efisiensi.teks, satu.kategori) == (teks, kategori)


def test_what_is_left_counts_only_where_every_indicator_reached_its_target():
    k = KantorUji(aturan_efisiensi="sisa_anggaran")
    a, b = k.indikator("a"), k.indikator("b")
    p = k.program("7.01.01", {k.sasaran: 100})
    k.dpa({p: 100})
    k.belanja(p, {"tahun": 90})
    k.pk({a: 10, b: 10})
    k.setahun(a, 13)
    assert k.konteks().bab3.efisiensi_sasaran[0].efisiensi.teks == "tidak dapat dihitung"
    k.setahun(b, 9)  # mean 110, yet b is below 100
    assert k.konteks().bab3.efisiensi_sasaran[0].efisiensi.teks == "tidak dapat dihitung"


def test_a_programme_with_no_indicator_says_so_and_nothing_rolls_up():
    k = KantorUji()
    p = k.program("7.01.01")
    s = k.sub_kegiatan(p, "7.01.01.2.01.0001")
    dpa = k.dpa({s: 100})
    i = k.indikator("s", node=s)
    k.target_dpa(dpa, i, 10)
    k.setahun(i, 10)
    k.belanja(s, {"tahun": 100})
    isi = k.konteks().bab3.efisiensi_program
    assert [(x.tingkat, x.efisiensi.teks if x.efisiensi else "") for x in isi[:3]] == [
        (1, "tidak dapat dihitung"),
        (2, "tidak dapat dihitung"),
        (3, "1,00"),
    ]
    assert isi[0].keterangan == "tidak ada indikator yang dilaporkan"


def test_a_programme_supports_its_sasaran_by_its_class():
    k = KantorUji()
    p, q = k.program("7.01.01", {k.sasaran: 50}), k.program("7.01.02", {k.sasaran: 100})
    r = k.program("7.01.03", {k.sasaran: 100})
    dpa = k.dpa({p: 100, q: 100, r: 100})
    for n, (program, nilai) in enumerate(((p, 76), (q, D("75.9")))):
        i = k.indikator(f"p{n}", node=program, desimal=1)
        k.target_dpa(dpa, i, 100)
        k.setahun(i, nilai)
    k.pk({k.indikator("a"): 10})
    isi = [x for x in k.konteks().bab3.menunjang if x.program]
    assert [x.menunjang for x in isi] == ["Menunjang", "Tidak menunjang", "belum terukur"]
    assert r.kode == "7.01.03"


def test_low_absorption_must_be_explained_in_tabel_36():
    k = KantorUji()
    p = k.program("7.01.01")
    dpa = k.dpa({p: 100})
    i = k.indikator("p", node=p)
    k.target_dpa(dpa, i, 100)
    k.setahun(i, 100)
    k.belanja(p, {"tahun": 89})
    satu = k.konteks().bab3.analisis[-1]
    assert (satu.tingkat, satu.wajib, satu.analisis.keadaan) == ("Program", True, Keadaan.BELUM_DIISI)


def test_a_sound_programme_need_not_be_explained():
    k = KantorUji()
    p = k.program("7.01.01")
    dpa = k.dpa({p: 100})
    i = k.indikator("p", node=p)
    k.target_dpa(dpa, i, 100)
    k.setahun(i, 100)
    k.belanja(p, {"tahun": 95})
    satu = k.konteks().bab3.analisis[-1]
    assert (satu.wajib, satu.analisis.teks) == (False, "tidak diwajibkan")


def test_the_pk_prints_the_budget_of_the_dpa_it_names():
    k = KantorUji()
    p = k.program("7.01.01")
    murni = k.dpa({p: 100})
    k.dpa({p: 150}, urutan=1, jenis="perubahan", ke=1)
    k.pk({k.indikator("a"): 10}, dpa=murni)
    naskah = k.konteks().naskah_pk
    assert (naskah.jumlah.teks, naskah.pihak_kedua.jabatan) == ("100", "Bupati Uji")
