"""Laporan Pengukuran Triwulan: four states are words, blanks are no zeros, and each step has a name."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kinerja.models import Bukti, Realisasi, TahapPengukuran
from organisasi.models import Pengguna
from pelaporan.dokumen.dasar import DokumenGagal
from pelaporan.dokumen.terbit import render_dokumen_html, sidik_dokumen
from pelaporan.dokumen.triwulan import build_triwulan
from tests.pelaporan.kantor_uji import TAHUN, rapi
from tests.pelaporan.panggung_dokumen import TRIWULANAN, KantorDokumen

pytestmark = pytest.mark.django_db


@pytest.fixture
def k():
    return KantorDokumen()


def susun(k, triwulan):
    k.tetapkan()
    return build_triwulan(k.kantor, TAHUN, triwulan)


def baris(dokumen, indikator):
    """Return the printed figures of an indicator, in the order of the columns."""
    (b,) = (b for g in dokumen.kinerja for b in g.baris if b.indikator == indikator.nama)
    kolom = (b.target, b.target_triwulan, b.realisasi, b.target_berjalan, b.berjalan, b.capaian)
    return [a.teks for a in kolom], " ".join(b.keterangan)


# Kinerja ----------------------------------------------------------------------------------------------


def test_the_quarter_and_the_year_so_far(k):
    k.periode_isi(k.jumlah, {"tw1": 8, "tw2": 12})
    assert baris(susun(k, 1), k.jumlah)[0] == ["40,00", "10,00", "8,00", "10,00", "8,00", "80,00%"]
    assert baris(susun(k, 2), k.jumlah)[0] == ["40,00", "10,00", "12,00", "20,00", "20,00", "100,00%"]


def test_zero_is_a_number_and_a_blank_is_none(k):
    k.periode_isi(k.jumlah, {"tw1": 0})
    assert baris(susun(k, 1), k.jumlah)[0][2:] == ["0,00", "10,00", "0,00", "0,00%"]
    angka, keterangan = baris(susun(k, 2), k.jumlah)
    assert angka[2:] == ["belum diisi", "20,00", "belum diisi", "belum diisi"]
    assert keterangan == "TW II belum diisi."


def test_an_earlier_blank_is_not_counted_as_zero(k):
    k.periode_isi(k.jumlah, {"tw2": 12})
    angka, keterangan = baris(susun(k, 2), k.jumlah)
    assert angka[2] == "12,00" and angka[4:] == ["belum diisi", "belum diisi"]
    assert keterangan == "TW I belum diisi."


def test_tidak_berlaku_drops_out_with_its_target_and_says_why(k):
    k.periode_isi(k.jumlah, {"tw1": 12, "tw2": "-"})
    angka, keterangan = baris(susun(k, 2), k.jumlah)
    assert angka[2:] == ["tidak berlaku", "10,00", "12,00", "120,00%"]
    assert keterangan == "tidak ada layanan"


def test_all_tidak_berlaku(k):
    k.periode_isi(k.jumlah, {"tw1": "-"})
    angka, _ = baris(susun(k, 1), k.jumlah)
    assert angka[2:] == ["tidak berlaku"] * 4


def test_belum_waktunya_names_the_quarter(k):
    dokumen = susun(k, 1)
    assert baris(dokumen, k.indeks)[0][1:] == ["belum waktunya"] * 5
    teks = render_dokumen_html(dokumen)
    assert "belum waktunya, diminta pada Triwulan IV" in teks
    k.setahun(k.indeks, 88)
    assert baris(susun(k, 4), k.indeks)[0] == ["80,00", "80,00", "88,00", "80,00", "88,00", "110,00%"]


def test_a_semester_is_asked_in_the_second_and_fourth_quarter(k):
    i = k.indikator("semester", frekuensi="semester", metode="akhir")
    k.target_periode(i, "s1", 50)
    k.periode_isi(i, {"s1": 45})
    assert baris(susun(k, 2), i)[0][1:] == ["50,00", "45,00", "50,00", "45,00", "90,00%"]
    angka, _ = baris(susun(k, 3), i)
    assert angka[1:3] == ["belum waktunya"] * 2 and angka[3:] == ["50,00", "45,00", "90,00%"]


def test_what_has_no_ratio_says_so(k):
    i = k.indikator("nol", **TRIWULANAN)
    k.target_periode(i, "tw1", 0)
    k.periode_isi(i, {"tw1": 3})
    angka, keterangan = baris(susun(k, 1), i)
    assert angka[5] == "tidak dapat dihitung" and keterangan == "Target 0."


def test_a_missing_target_of_the_quarter(k):
    i = k.indikator("tanpa", **TRIWULANAN)
    k.periode_isi(i, {"tw1": 3})
    angka, keterangan = baris(susun(k, 1), i)
    assert angka == ["belum diisi", "belum diisi", "3,00", "belum diisi", "3,00", "belum diisi"]
    assert keterangan == "Target triwulan belum ada."


def test_at_the_end_of_the_year_its_target_stands_for_quarters_without_one(k):
    i = k.indikator("program", node=k.prog, **TRIWULANAN)
    k.target_dpa(k.anggaran, i, 12)
    k.periode_isi(i, {"tw1": 3, "tw2": 3, "tw3": 3, "tw4": 3})
    assert baris(susun(k, 3), i)[0][3:] == ["belum diisi", "9,00", "belum diisi"]
    angka, keterangan = baris(susun(k, 4), i)
    assert angka[1:] == ["belum diisi", "3,00", "12,00", "12,00", "100,00%"] and not keterangan


def test_a_pair_is_printed_and_its_ratio_is_of_the_sums(k):
    i = k.indikator("rasio", frekuensi="triwulan", metode="rasio_jumlah", jenis="persen", satuan=k.persen)
    for periode in ("tw1", "tw2"):
        k.target_periode(i, periode, 95)
    k.periode_isi(i, {"tw1": (9, 10), "tw2": (10, 90)})
    assert baris(susun(k, 2), i)[0][1:] == ["95,00", "10 dari 90", "95,00", "19,00", "20,00%"]


def test_a_grade_is_printed_as_a_grade(k):
    i = k.indikator("akip", frekuensi="triwulan", metode="akhir", jenis="predikat", skala="akip")
    k.target_periode(i, "tw1", "A")
    k.periode_isi(i, {"tw1": "BB"})
    assert baris(susun(k, 1), i)[0][1:] == ["A", "BB", "A", "BB", "83,33%"]


def test_states_are_counted(k):
    k.periode_isi(k.jumlah, {"tw1": 8})
    lain = k.indikator("lain", **TRIWULANAN)
    k.periode_isi(lain, {"tw1": "-"})
    k.indikator("kosong", **TRIWULANAN)
    r = susun(k, 1).ringkas
    assert (r.jumlah, r.diminta, r.terisi, r.tidak_berlaku, r.belum_diisi, r.belum_waktunya) == (
        4, 3, 1, 1, 1, 1,
    )  # fmt: skip


def test_a_later_revision_does_not_change_an_earlier_quarter(k):
    k.periode_isi(k.jumlah, {"tw1": 8})
    k.anggaran.tanggal = datetime.date(TAHUN, 1, 3)
    k.anggaran.save()
    sebelum = susun(k, 1)
    k.pk({k.jumlah: 100}, revisi=1)
    k.dpa({k.sub[0]: 9000}, urutan=1, jenis="perubahan", tanggal=datetime.date(TAHUN, 10, 1))
    assert sidik_dokumen(susun(k, 1)) == sidik_dokumen(sebelum)
    sesudah = susun(k, 4)
    assert baris(sesudah, k.jumlah)[0][0] == "100,00" and sesudah.anggaran.startswith("DPA Perubahan 1")


def test_a_draft_pk_prints_nowhere(k):
    dokumen = build_triwulan(k.kantor, TAHUN, 1)
    assert not dokumen.perjanjian and not dokumen.anggaran
    teks = render_dokumen_html(dokumen)
    assert "Perjanjian Kinerja belum ditetapkan" in teks and "DPA belum ditetapkan" in teks


# Anggaran ----------------------------------------------------------------------------------------------


def uang(dokumen):
    return {
        b.kode or b.nama: [b.pagu.teks, b.realisasi.teks, b.berjalan.teks, b.serapan.teks]
        for b in (*dokumen.uang, dokumen.jumlah)
    }


def test_absorption_stands_beside_its_base(k):
    for satu, nilai in zip(k.sub, (100, 300), strict=True):
        k.belanja(satu, {"tw1": nilai, "tw2": nilai})
    hasil = uang(susun(k, 2))
    assert list(hasil) == ["7.01.01", "7.01.01.2.01.0001", "7.01.01.2.02.0001", "JUMLAH"]
    assert hasil["7.01.01.2.01.0001"] == ["1.000", "100", "200", "20,00%"]
    assert hasil["7.01.01"] == hasil["JUMLAH"] == ["4.000", "400", "800", "20,00%"]


def test_a_blank_amount_leaves_the_sum_provisional(k):
    k.belanja(k.sub[0], {"tw1": 100, "tw2": 100})
    k.belanja(k.sub[1], {"tw1": 300})
    dokumen = susun(k, 2)
    hasil = uang(dokumen)
    assert hasil["7.01.01.2.02.0001"] == ["3.000", "belum diisi", "300", "belum diisi"]
    assert hasil["JUMLAH"] == ["4.000", "100", "500", "belum diisi"]
    assert dokumen.jumlah.keterangan == "Sementara: 1 dari 2 baris terisi lengkap."
    assert not dokumen.jumlah.berjalan.is_terukur and not dokumen.jumlah.realisasi.is_terukur
    assert dokumen.uang[2].keterangan == "Sementara, 1 dari 2 triwulan."


def test_nothing_spent_yet_is_zero_and_nothing_written_is_not(k):
    for satu in k.sub:
        k.belanja(satu, {"tw1": 0})
    assert uang(susun(k, 1))["JUMLAH"] == ["4.000", "0", "0", "0,00%"]
    assert uang(susun(k, 2))["JUMLAH"] == ["4.000", "belum diisi", "0", "belum diisi"]


def test_a_pagu_of_zero_has_no_ratio(pemeran):
    k = pemeran.a
    program = k.program("7.01.02")
    k.dpa({program: 0})
    k.belanja(program, {"tw1": 0})
    hasil = uang(susun(k, 1))
    assert list(hasil) == ["7.01.02", "JUMLAH"]
    assert hasil["7.01.02"] == ["0", "0", "0", "tidak dapat dihitung"]


def test_what_is_recorded_for_the_year_stands_in_the_last_quarter_only(pemeran):
    k = pemeran.a
    program = k.program("7.01.02")
    k.dpa({program: 1000})
    k.belanja(program, {"tahun": 900})
    assert uang(susun(k, 3))["JUMLAH"][1:] == ["dicatat setahun", "dicatat setahun", "belum diisi"]
    assert uang(susun(k, 4))["JUMLAH"][1:] == ["dicatat setahun", "900", "90,00%"]


# Evidence and steps --------------------------------------------------------------------------------------


def langkah(k, unit, tahap, oleh, **isi):
    """Take a step of a unit's first quarter."""
    return TahapPengukuran.objects.create(
        unit=k.unit[unit], tahun=TAHUN, triwulan=1, tahap=tahap, oleh=oleh,
        **{"peran": "Verifikator", **isi},
    )  # fmt: skip


def test_evidence_in_force_is_listed_with_its_page(k):
    k.periode_isi(k.jumlah, {"tw1": 8, "tw2": 9})
    satu, dua = Realisasi.objects.order_by("periode")
    lama = Bukti.objects.create(
        realisasi=satu, nama="lama.pdf", berkas="x", jenis_isi="application/pdf", ukuran=1, sha256="a" * 64
    )
    for r, nama, sebelum in ((satu, "survei.pdf", lama), (dua, "tw2.pdf", None)):
        Bukti.objects.create(
            realisasi=r, nama=nama, berkas="x", jenis_isi="application/pdf", ukuran=1, sha256="b" * 64,
            halaman="3-5", uraian="Rekap survei", menggantikan=sebelum,
        )  # fmt: skip
    (bukti,) = susun(k, 1).bukti
    assert (bukti.indikator, bukti.nama, bukti.halaman, bukti.sidik) == (
        "Indikator jumlah", "survei.pdf", "3-5", "b" * 12,
    )  # fmt: skip
    teks = render_dokumen_html(susun(k, 1))
    assert "survei.pdf" in teks and "lama.pdf" not in teks and "tw2.pdf" not in teks
    assert "Belum ada bukti yang diunggah" in render_dokumen_html(susun(k, 3))


@pytest.fixture
def orang():
    buat = Pengguna.objects.create_user
    return {n: buat(n, first_name=n.title(), last_name="Uji") for n in ("ani", "dewi", "citra")}


def isi_unit(k, orang):
    """Let Ani fill the quarter of one unit."""
    i = k.indikator("pelayanan", penanggung_jawab=k.unit["Seksi Pelayanan"], **TRIWULANAN)
    k.periode_isi(i, {"tw1": 8})
    pada = datetime.datetime(TAHUN, 4, 5, 3, 15, tzinfo=datetime.UTC)
    r = Realisasi.objects.get(pengukuran__indikator=i)
    r.diisi_oleh, r.diisi_pada = orang["ani"], pada
    r.save()
    return i


def unit(dokumen, nama):
    (satu,) = (u for u in dokumen.langkah if u.unit == nama)
    return satu


def test_who_filled_sent_checked_and_approved(k, orang):
    isi_unit(k, orang)
    belum = unit(susun(k, 1), "Seksi Pelayanan")
    assert (belum.isian, belum.keadaan, belum.dikirim) == ("1 dari 2", "belum disetujui", None)
    (pengisi,) = belum.pengisi
    assert (pengisi.nama, pengisi.rincian) == ("Ani Uji", "1 isian")
    assert pengisi.waktu == "5 April 2023 pukul 10.15 WIB"
    for tahap, siapa in (("dikirim", "ani"), ("diperiksa", "dewi"), ("disetujui", "citra")):
        langkah(k, "Seksi Pelayanan", tahap, orang[siapa])
    sudah = unit(susun(k, 1), "Seksi Pelayanan")
    assert [t.nama for t in (sudah.dikirim, sudah.diperiksa, sudah.disetujui)] == [
        "Ani Uji", "Dewi Uji", "Citra Uji",
    ]  # fmt: skip
    assert sudah.disetujui.peran == "Verifikator" and sudah.keadaan == "disetujui"


def test_what_was_given_back_starts_again_and_its_reason_is_printed(k, orang):
    langkah(k, "Seksi Pelayanan", "dikirim", orang["ani"])
    langkah(k, "Seksi Pelayanan", "dikembalikan", orang["dewi"], catatan="Bukti belum sesuai")
    dokumen = susun(k, 1)
    satu = unit(dokumen, "Seksi Pelayanan")
    assert (satu.dikirim, satu.keadaan) == (None, "belum disetujui")
    (kembali,) = dokumen.kembali
    assert (kembali.tindakan, kembali.oleh.nama, kembali.catatan) == (
        "Dikembalikan", "Dewi Uji", "Bukti belum sesuai",
    )  # fmt: skip
    assert "Pengembalian dan pembukaan kembali" in render_dokumen_html(dokumen)


def test_a_draft_says_belum_disetujui_until_the_last_unit(k, orang):
    nama = [u.unit for u in susun(k, 1).langkah]
    assert nama == ["Camat", "Subbag Program", "Seksi Pelayanan"]
    for n, satu in enumerate(nama):
        dokumen = susun(k, 1)
        assert dokumen.kepala.keadaan == "BELUM DISETUJUI" and dokumen.disetujui == n
        assert dokumen.pengesahan.belum == "Belum disetujui" and not dokumen.pengesahan.tanggal
        for tahap, oleh in (("dikirim", "ani"), ("diperiksa", "dewi"), ("disetujui", "citra")):
            langkah(k, satu, tahap, orang[oleh])
    dokumen = susun(k, 1)
    assert dokumen.kepala.keadaan == "" and dokumen.disetujui == 3
    assert dokumen.pengesahan.tanggal and not dokumen.pengesahan.belum
    assert "BELUM DISETUJUI" not in render_dokumen_html(dokumen)


def test_without_rules_one_sentence_says_so(k):
    k.aturan.delete()
    with pytest.raises(DokumenGagal, match="belum mempunyai aturan pengukuran"):
        susun(k, 1)


def test_the_head_on_the_last_day_of_the_quarter_stands_under_it(k):
    assert susun(k, 1).pengesahan.pejabat.nama == "Citra alfa"
    k.camat.sampai = datetime.date(TAHUN, 2, 1)
    rapi(k.camat)
    dokumen = susun(k, 1)
    assert dokumen.pengesahan.pejabat is None
    assert "pejabat penanda tangan belum diisi" in render_dokumen_html(dokumen)


def test_queries_do_not_grow_with_the_rows(orang):
    hasil = []
    for slug, banyak in (("alfa", 1), ("beta", 6)):
        k = KantorDokumen(slug)
        for n in range(banyak):
            i = k.indikator(f"x{n}", penanggung_jawab=k.unit["Seksi Pelayanan"], **TRIWULANAN)
            k.target_periode(i, "tw1", 10)
            k.periode_isi(i, {"tw1": 8})
            sub = k.sub_kegiatan(k.prog, f"7.01.01.2.1{n}.0001")
            k.belanja(sub, {"tw1": 5})
            k.target_dpa(k.anggaran, k.indikator(f"p{n}", node=sub), 4)
            langkah(k, "Seksi Pelayanan", "dikembalikan", orang["dewi"], catatan=f"catatan {n}")
        Realisasi.objects.filter(pengukuran__indikator__perangkat_daerah=k.kantor).update(
            diisi_oleh=orang["ani"], diisi_pada=timezone.now()
        )
        for r in Realisasi.objects.filter(pengukuran__indikator__perangkat_daerah=k.kantor):
            Bukti.objects.create(
                realisasi=r, nama="b.pdf", berkas="x", jenis_isi="application/pdf", ukuran=1, sha256="b" * 64
            )
        with CaptureQueriesContext(connection) as kueri:
            render_dokumen_html(susun(k, 1))
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= 35
