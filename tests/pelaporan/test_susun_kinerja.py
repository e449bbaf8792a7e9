"""design.md, "What a figure means": each line about performance, as a worked case."""

from decimal import Decimal as D

import pytest

from kinerja.models import TargetRKT
from sakip.umum.hitung import Keadaan
from tests.pelaporan.kantor_uji import KantorUji, rapi

pytestmark = pytest.mark.django_db


def baris(konteks, kode):
    return next(b for b in konteks.bab3.capaian if b.kode == kode)


def test_bab3_reports_pk_indicators_in_pk_order_then_iku_outside_the_pk():
    k = KantorUji()
    a, b, c = (k.indikator(x) for x in ("a", "b", "c"))
    k.pk({b: 10, a: 10})
    konteks = k.konteks()
    assert [(x.kode, x.tanda) for x in konteks.bab3.capaian] == [
        ("b", ("PK", "IKU")),
        ("a", ("PK", "IKU")),
        ("c", ("IKU",)),
    ]
    assert c.kode == "c"


def test_an_iku_that_a_revision_dropped_returns_as_iku_outside_the_pk():
    k = KantorUji()
    a, b = k.indikator("a"), k.indikator("b")
    k.pk({a: 10, b: 20})
    k.pk({a: 10}, revisi=1)
    konteks = k.konteks()
    assert baris(konteks, "b").tanda == ("IKU",)
    assert [(x.indikator, x.perubahan) for x in konteks.bab2.pk] == [
        ("Indikator a", "tetap"),
        ("Indikator b", "dihapus"),
    ]


def test_an_indicator_outside_pk_and_iku_is_not_reported():
    k = KantorUji()
    a = k.indikator("a")
    k.indikator("lain", is_iku=False)
    k.pk({a: 10})
    assert [b.kode for b in k.konteks().bab3.capaian] == ["a"]


def test_the_target_is_that_of_the_revision_in_force_on_31_december():
    k = KantorUji()
    a = k.indikator("a")
    k.pk({a: 80})
    k.pk({a: D("87.15")}, revisi=1)
    k.setahun(a, 80)
    satu = baris(k.konteks(), "a")
    # 80 / 87.15 x 100 = 91.7957...
    assert (satu.target.teks, satu.capaian.teks, satu.sumber_target) == ("87,15", "91,80%", "PK")


def test_a_revision_signed_after_the_year_is_not_in_force():
    import datetime

    k = KantorUji()
    a = k.indikator("a")
    k.pk({a: 80})
    k.pk({a: 90}, revisi=1, tanggal=datetime.date(2024, 1, 5))
    konteks = k.konteks()
    assert baris(konteks, "a").target.teks == "80,00"
    assert len(konteks.bab2.revisi_pk) == 1


def test_an_iku_outside_the_pk_takes_the_rkt_target_else_the_renstra_and_says_which():
    k = KantorUji()
    a, b, c = (k.indikator(x) for x in ("a", "b", "c"))
    k.pk({a: 10})
    rapi(TargetRKT(indikator=b, tahun=2023, nilai=D(50)))
    k.target_renstra(b, {2023: 40})
    k.target_renstra(c, {2023: 30})
    konteks = k.konteks()
    assert (baris(konteks, "b").target.teks, baris(konteks, "b").sumber_target) == ("50,00", "RKT")
    assert (baris(konteks, "c").target.teks, baris(konteks, "c").sumber_target) == ("30,00", "Renstra")
    assert "target menurut RKT" in baris(konteks, "b").catatan


def test_a_blank_target_is_belum_diisi_and_never_taken_from_the_renstra():
    k = KantorUji()
    a = k.indikator("a")
    k.pk({a: None})
    k.target_renstra(a, {2023: 40})
    k.setahun(a, 40)
    satu = baris(k.konteks(), "a")
    assert satu.target.keadaan is Keadaan.BELUM_DIISI
    assert (satu.capaian.keadaan, satu.capaian.alasan) == (Keadaan.BELUM_DIISI, "target belum diisi")


def test_zero_is_a_value_and_a_blank_is_not():
    k = KantorUji()
    a, b = k.indikator("a"), k.indikator("b")
    k.pk({a: 10, b: 10})
    k.setahun(a, 0)
    konteks = k.konteks()
    assert baris(konteks, "a").capaian.teks == "0,00%"
    assert baris(konteks, "b").capaian.teks == "belum diisi"


def test_an_incomplete_year_is_belum_diisi_with_the_reason():
    k = KantorUji()
    a = k.indikator("a", frekuensi="triwulan", metode="jumlah")
    k.pk({a: 10})
    k.periode_isi(a, {"tw1": 3, "tw3": 3, "tw4": 4})
    satu = baris(k.konteks(), "a")
    assert (satu.realisasi.teks, satu.realisasi.alasan) == ("belum diisi", "TW II belum diisi")


def test_under_akhir_a_blank_before_the_last_quarter_is_only_a_note():
    k = KantorUji()
    a = k.indikator("a", frekuensi="triwulan", metode="akhir")
    k.pk({a: 10})
    k.periode_isi(a, {"tw1": 3, "tw2": 4, "tw4": 9})
    satu = baris(k.konteks(), "a")
    assert (satu.realisasi.teks, satu.capaian.teks) == ("9,00", "90,00%")
    assert "TW III belum diisi" in satu.catatan


def test_a_quarter_that_does_not_apply_completes_the_year():
    k = KantorUji()
    a = k.indikator("a", frekuensi="triwulan", metode="rata_rata")
    k.pk({a: 10})
    k.periode_isi(a, {"tw1": 8, "tw2": "-", "tw3": 9, "tw4": 10})
    assert baris(k.konteks(), "a").realisasi.teks == "9,00"  # (8 + 9 + 10) / 3


def test_a_ratio_of_sums_is_not_the_mean_of_percentages():
    k = KantorUji()
    a = k.indikator("a", jenis="persen", frekuensi="semester", metode="rasio_jumlah", satuan=k.persen)
    k.pk({a: 100})
    k.periode_isi(a, {"s1": (1, 2), "s2": (98, 98)})
    # (1 + 98) / (2 + 98) x 100 = 99, not (50 + 100) / 2 = 75
    assert baris(k.konteks(), "a").realisasi.teks == "99,00"


def test_a_grade_is_printed_and_its_capaian_comes_from_ranks():
    k = KantorUji()
    a = k.indikator("a", jenis="predikat", skala="akip")
    k.pk({a: "A"})
    k.setahun(a, "BB")
    satu = baris(k.konteks(), "a")
    # rank 5 / rank 6 x 100 = 83.33
    assert (satu.target.teks, satu.realisasi.teks, satu.capaian.teks) == ("A", "BB", "83,33%")


def test_a_range_prints_both_bounds_and_overshoot_is_below_100():
    k = KantorUji()
    a = k.indikator("a", arah="rentang")
    k.pk({a: (8, 10)})
    k.setahun(a, 12)
    satu = baris(k.konteks(), "a")
    # (2 x 10 - 12) / 10 x 100 = 80
    assert (satu.target.teks, satu.capaian.teks, satu.tercapai) == ("8,00 sampai 10,00", "80,00%", False)


def test_lower_is_better_follows_the_rule_in_force():
    for rumus, teks in (("selisih", "80,00%"), ("rasio", "83,33%")):
        k = KantorUji(slug=rumus, rumus_makin_rendah=rumus)
        a = k.indikator("a", arah="makin_rendah")
        k.pk({a: 10})
        k.setahun(a, 12)
        assert baris(k.konteks(), "a").capaian.teks == teks


def test_the_class_is_given_before_rounding_and_the_print_does_not_contradict_it():
    k = KantorUji()
    a = k.indikator("a", desimal=3)
    k.pk({a: 100})
    k.setahun(a, D("90.996"))
    satu = baris(k.konteks(), "a")
    assert (satu.capaian.teks, satu.kategori.teks) == ("90,99%", "Tinggi")


def test_less_than_100_never_prints_as_100():
    k = KantorUji()
    a = k.indikator("a", desimal=4)
    k.pk({a: 100})
    k.setahun(a, D("99.9987"))
    satu = baris(k.konteks(), "a")
    assert (satu.capaian.teks, satu.tercapai) == ("99,99%", False)


def test_a_sasaran_is_the_flat_mean_of_its_pk_indicators_and_says_how_many_are_measured():
    k = KantorUji()
    a, b, c, d = (k.indikator(x) for x in "abcd")
    k.pk({a: 10, b: 10, c: 10, d: 10})
    k.setahun(a, 8)
    k.setahun(b, 10)
    ukur = k.setahun(c, None, berlaku=False, keterangan="tidak ada")
    assert ukur.berlaku is False
    satu = k.konteks().bab3.per_sasaran[0]
    # mean of 80 and 100; d is blank, c does not apply
    assert (satu.capaian.teks, satu.keterangan) == ("90,00%", "2 dari 3 indikator terukur, 1 tidak berlaku")


def test_a_sasaran_without_pk_indicator_takes_its_iku_and_says_so():
    k = KantorUji()
    lain = k.buat_sasaran("Sasaran dua", 2)
    a, b = k.indikator("a"), k.indikator("b", node=lain)
    k.pk({a: 10})
    k.target_renstra(b, {2023: 10})
    k.setahun(b, 5)
    dua = k.konteks().bab3.per_sasaran[1]
    assert dua.capaian.teks == "50,00%"
    assert "dihitung dari IKU" in dua.catatan


def test_a_tujuan_takes_its_own_indicators_else_those_of_its_sasaran():
    k = KantorUji()
    a = k.indikator("a")
    k.pk({a: 10})
    k.setahun(a, 5)
    tanpa = k.konteks().bab3.per_tujuan[0]
    assert (tanpa.capaian.teks, tanpa.catatan) == ("50,00%", "dihitung dari indikator sasarannya")
    t = k.indikator("t", node=k.tujuan)
    k.target_renstra(t, {2023: 10})
    k.setahun(t, 9)
    sendiri = k.konteks().bab3.per_tujuan[0]
    assert (sendiri.capaian.teks, sendiri.catatan) == ("90,00%", "")


def test_the_office_is_the_mean_of_all_pk_indicators_and_exact():
    k = KantorUji()
    a, b, c = (k.indikator(x) for x in "abc")
    k.pk({a: 3, b: 3, c: 3})
    for i, nilai in ((a, 1), (b, 4), (c, 4)):
        k.setahun(i, nilai)
    kantor = k.konteks().bab3.kantor
    # 1/3 + 4/3 + 4/3 = 3: exactly 100, which Decimal alone would miss
    assert (kantor.capaian.teks, kantor.capaian.nilai) == ("100,00%", D(100))


def test_earlier_years_have_their_own_target_and_a_year_without_data_says_so():
    k = KantorUji()
    a = k.indikator("a")
    k.pk({a: 80})
    k.setahun(a, 80)
    k.tahun_lalu(a, 2022, 78, 39)
    satu = k.konteks().bab3.banding[0]
    assert [(t.tahun, t.target.teks, t.capaian.teks) for t in satu.tahun] == [
        (2021, "tidak ada data", "tidak ada data"),
        (2022, "78,00", "50,00%"),
        (2023, "80,00", "100,00%"),
    ]
    assert satu.perubahan == "membaik"


def test_change_is_read_by_polarity():
    k = KantorUji()
    a = k.indikator("a", arah="makin_rendah")
    k.pk({a: 10})
    k.setahun(a, 9)
    k.tahun_lalu(a, 2022, 10, 7)
    assert k.konteks().bab3.banding[0].perubahan == "menurun"


def test_the_history_of_a_predecessor_continues():
    k = KantorUji()
    lama = k.indikator("lama", is_iku=False)
    baru = k.indikator("baru")
    baru.pendahulu = lama
    rapi(baru)
    k.pk({baru: 10})
    k.tahun_lalu(lama, 2022, 10, 5)
    assert k.konteks().bab3.banding[0].tahun[1].capaian.teks == "50,00%"


def test_progress_is_against_the_last_renstra_target_and_never_capped():
    k = KantorUji(batas_atas=D(120))
    a = k.indikator("a")
    k.pk({a: 10})
    k.target_renstra(a, {2026: 10})
    k.setahun(a, 30)
    konteks = k.konteks()
    assert konteks.bab3.kemajuan[0].kemajuan.teks == "300,00%"
    assert baris(konteks, "a").capaian.teks == "120,00%"


def test_a_cumulative_indicator_adds_the_years_of_the_renstra():
    k = KantorUji()
    a = k.indikator("a", akumulasi_renstra="kumulatif")
    k.pk({a: 10})
    k.target_renstra(a, {2026: 50})
    k.tahun_lalu(a, 2022, 10, 12)
    k.setahun(a, 8)
    satu = k.konteks().bab3.kemajuan[0]
    assert (satu.realisasi.teks, satu.kemajuan.teks) == ("20,00", "40,00%")  # 12 + 8 of 50


def test_counts_are_rows_as_reported_and_the_year_counts_from_the_first_target():
    k = KantorUji()
    a = k.indikator("a")
    k.pk({a: 10})
    konteks = k.konteks()
    assert konteks.periode.tahun_ke == "kedua"  # 2022 is the first target year
    i = konteks.ikhtisar
    assert (i.jumlah_tujuan, i.jumlah_sasaran, i.jumlah_indikator_pk) == (1, 1, 1)


def test_before_and_after_is_a_diff_of_two_revisions():
    k = KantorUji()
    a, b, c = (k.indikator(x) for x in "abc")
    k.pk({a: 10, b: 10})
    k.pk({a: 10, b: 12, c: 5}, revisi=1)
    konteks = k.konteks()
    assert [(x.sebelum.teks, x.sesudah.teks, x.perubahan) for x in konteks.bab2.pk] == [
        ("10,00", "10,00", "tetap"),
        ("10,00", "12,00", "berubah"),
        ("tidak ada", "5,00", "ditambahkan"),
    ]
    assert konteks.bab2.catatan_pk == "2 dari 3 target berubah."
    assert "Sebelum dan Sesudah Perubahan" in konteks.kerangka.tabel_ke("t_pk").judul


def test_without_a_revision_there_is_one_column_and_the_title_says_so():
    k = KantorUji()
    a = k.indikator("a")
    k.pk({a: 10})
    konteks = k.konteks()
    assert konteks.bab2.pk[0].sebelum is None
    assert "Tanpa Perubahan" in konteks.kerangka.tabel_ke("t_pk").judul
    assert konteks.bab2.catatan_pk == "Perjanjian Kinerja tidak diubah sepanjang tahun."


def test_a_benchmark_is_one_row_each_and_none_is_a_recorded_answer():
    from kinerja.models import Pembanding

    k = KantorUji()
    a, b = k.indikator("a"), k.indikator("b")
    k.pk({a: 10, b: 10})
    k.setahun(a, 9)
    for jenis, nilai in (("nasional", 10), ("kabupaten", 6)):
        rapi(
            Pembanding(
                indikator=a,
                tahun=2023,
                jenis=jenis,
                nama=f"Standar {jenis}",
                nilai=D(nilai),
                sumber="dokumen",
            )
        )
    rapi(Pembanding(indikator=b, tahun=2023, jenis="tidak_ada", alasan="belum ada standar"))
    isi = k.konteks().bab3.pembanding
    assert [x.capaian.teks for x in isi] == ["150,00%", "90,00%", "tidak berlaku"]
    assert "belum ada standar" in isi[2].pembanding


def test_the_signer_is_the_one_in_office_on_the_planned_day():
    import datetime

    k = KantorUji()
    k.pk({k.indikator("a"): 10})
    k.pangku(k.jabatan, "Pengganti", status="plt", mulai=datetime.date(2024, 2, 1))
    k.laporan.tanggal_rencana = datetime.date(2024, 2, 20)
    rapi(k.laporan)
    penanda = k.konteks().pengesahan.penanda_tangan
    assert (penanda.nama, penanda.jabatan) == ("Pengganti", "Plt. Camat Uji")


def test_an_office_rule_stands_before_the_rule_of_the_government():
    from kinerja.models import AturanPengukuran

    k = KantorUji(rumus_makin_rendah="rasio")
    rapi(AturanPengukuran(pemda=k.pemda, tahun=2023, skala=k.skala, rumus_makin_rendah="selisih"))
    a = k.indikator("a", arah="makin_rendah")
    k.pk({a: 10})
    k.setahun(a, 12)
    assert baris(k.konteks(), "a").capaian.teks == "83,33%"
