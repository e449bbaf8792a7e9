"""Every test of a criterion: what it says to the clean report, and to one with a planted lack."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from django.conf import settings

from pelaporan.kesiapan.daftar import HANYA_ORANG, PENGUJI, build_tabel_penguji, uji
from pelaporan.kesiapan.dasar import KeadaanKriteria, sebut
from pelaporan.konteks import Angka, LampiranTiada
from pelaporan.periksa.dasar import Lokasi, Temuan, Tingkat
from pelaporan.periksa.jalankan import HasilPeriksa, Tanggapan
from pelaporan.periksa.realisasi_kosong import PEMERIKSAAN
from tests.pelaporan.kesiapan_kurang import KURANG, TIDAK_BERLAKU, baris, tanpa_narasi
from tests.pelaporan.periksa import conftest as bersama
from tests.pelaporan.periksa.bersih import KOSONG, ubah_indikator

pytestmark = pytest.mark.django_db
bahan_contoh = bersama.bahan_contoh
bersih = bersama.bersih
TANPA_TEMUAN = HasilPeriksa((), ())
PERLU = "perlu_jawaban"

# What each test says to the clean report: Kecamatan Contoh 2024, a draft with nothing to find.
PADA_BERSIH = {
    "disusun": "terpenuhi", "berkala": "terpenuhi", "diformalkan": "belum", "direviu": PERLU,
    "tepat_waktu": PERLU, "standar": "terpenuhi", "semua_informasi": "terpenuhi",
    "banding_target": "terpenuhi", "banding_menengah": "terpenuhi", "banding_tahun_lalu": "terpenuhi",
    "banding_nasional": "terpenuhi", "analisis": "terpenuhi", "efisiensi": "terpenuhi",
    "perbaikan": "terpenuhi", "rekomendasi": "terpenuhi", "penyesuaian_aktivitas": PERLU,
    "penyesuaian_anggaran": PERLU, "evaluasi_keberhasilan": PERLU, "penyesuaian_perencanaan": PERLU,
    "data_penting": "terpenuhi", "target": "terpenuhi", "capaian_memadai": "terpenuhi",
    "lampiran": "terpenuhi", "keuangan": "terpenuhi", "bukti": "terpenuhi", "mekanisme": "terpenuhi",
    "penanggung_jawab": "terpenuhi", "selaras_pk": "terpenuhi", "selaras_renstra": "terpenuhi",
    "penjelasan_pk": "terpenuhi", "selaras_indikator": "terpenuhi", "selaras_iku": "terpenuhi",
    "penjelasan_iku": "terpenuhi", "perbandingan": "terpenuhi", "cukup_mengukur": PERLU, "definisi": PERLU,
}  # fmt: skip


def test_every_test_is_known_to_this_file():
    assert set(PADA_BERSIH) == set(PENGUJI)


@pytest.mark.parametrize("nama", PENGUJI)
def test_the_clean_report(bersih, nama):
    hasil = uji(nama, bersih, TANPA_TEMUAN)
    assert hasil.keadaan.value == PADA_BERSIH[nama], hasil
    assert hasil.uraian.endswith(".")
    if hasil.keadaan is KeadaanKriteria.TERPENUHI:
        assert hasil.tautan
        assert hasil.kurang == ()


@pytest.mark.parametrize(
    ("nama", "ubah", "apa", "tautan"), KURANG, ids=[f"{k[0]}-{n}" for n, k in enumerate(KURANG)]
)
def test_a_planted_lack_is_named_with_the_way_to_it(bersih, nama, ubah, apa, tautan):
    hasil = uji(nama, ubah(bersih), TANPA_TEMUAN)
    assert hasil.keadaan is KeadaanKriteria.BELUM
    assert any(k == apa or k.endswith(f": {apa}") for k in hasil.kurang), hasil.kurang
    assert hasil.tautan == tautan or (tautan.endswith(":") and hasil.tautan.startswith(tautan))


@pytest.mark.parametrize(
    ("nama", "tabel"),
    [
        ("banding_target", "t_capaian"),
        ("banding_menengah", "t_kemajuan"),
        ("banding_tahun_lalu", "t_banding"),
        ("banding_nasional", "t_pembanding"),
        ("analisis", "t_analisis"),
        ("efisiensi", "t_efisiensi_sasaran"),
        ("keuangan", "t_anggaran"),
    ],
)
def test_a_table_without_its_explanation_is_only_part_of_it(bersih, nama, tabel):
    hasil = uji(nama, tanpa_narasi(f"tabel.{tabel}")(bersih), TANPA_TEMUAN)
    assert hasil.keadaan is KeadaanKriteria.BELUM
    (kurang,) = hasil.kurang
    assert kurang.endswith("belum ditulis; tabel tanpa penjelasan hanya diakui sebagian")
    assert hasil.tautan == f"narasi:tabel.{tabel}"


@pytest.mark.parametrize("nama", sorted(PENGUJI))
def test_an_office_without_indicators_meets_nothing_that_needs_them(bersih, nama):
    tabel = ("capaian", "banding", "kemajuan", "pembanding", "analisis", "efisiensi_sasaran", "anggaran")
    kosong = replace(
        bersih,
        indikator=(),
        sasaran=(),
        konteks=replace(
            bersih.konteks,
            naskah_pk=None,
            bab2=replace(bersih.konteks.bab2, iku=()),
            bab3=replace(bersih.konteks.bab3, **dict.fromkeys(tabel, ())),
        ),
    )
    hasil = uji(nama, kosong, TANPA_TEMUAN)
    tetap = {"data_penting", "perbaikan", "rekomendasi", "standar"}  # they ask for no indicator
    assert (hasil.keadaan is KeadaanKriteria.TERPENUHI) == (nama in tetap)


def test_an_offered_text_that_nobody_accepted_is_no_explanation(bersih):
    hasil = uji("perbaikan", replace(bersih, tawaran={"bab4.langkah": "tahun_lalu"}), TANPA_TEMUAN)
    assert hasil.kurang == ("Bab IV, langkah perbaikan: masih tawaran yang belum diterima",)


def test_the_share_of_indicators_is_named_not_scored(bersih):
    hasil = uji("semua_informasi", ubah_indikator(bersih, "skm", realisasi=KOSONG), TANPA_TEMUAN)
    assert hasil.uraian == "11 dari 12 indikator PK dan IKU dilaporkan beserta capaiannya."


def test_what_does_not_apply_this_year_is_reported(bersih):
    b = ubah_indikator(bersih, "skm", realisasi=TIDAK_BERLAKU, capaian=TIDAK_BERLAKU)
    assert uji("semua_informasi", b, TANPA_TEMUAN).keadaan is KeadaanKriteria.TERPENUHI


def temuan():
    return Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.GALAT,
        lokasi=Lokasi("t_capaian", "Tabel 3.2, baris 4", "skm"),
        pesan="x",
        tautan="realisasi:skm",
    )


def test_an_error_of_the_gate_is_named_and_leads_to_its_field(bersih):
    hasil = uji("standar", bersih, HasilPeriksa((temuan(),), (PEMERIKSAAN,)))
    assert (hasil.keadaan.value, hasil.kurang) == (
        "belum",
        ("1 galat belum diselesaikan, yang pertama pada Tabel 3.2, baris 4",),
    )
    assert hasil.tautan == "realisasi:skm"


def test_an_overridden_error_is_said(bersih):
    boleh = replace(PEMERIKSAAN, boleh_dikecualikan=True)
    hari = datetime.date(2025, 2, 1)
    satu = Tanggapan(temuan().kunci, "x", "alasan", "Eko", "Admin kabupaten", "1 Februari 2025", hari)
    hasil = HasilPeriksa((temuan(),), (boleh,), pengecualian={satu.kunci: satu}, hari=hari)
    diuji = uji("standar", bersih, hasil)
    assert diuji.keadaan is KeadaanKriteria.TERPENUHI
    assert "selain 1 yang dikecualikan" in diuji.uraian


def test_an_unsigned_report_says_what_the_signature_waits_for(bersih):
    awas = replace(temuan(), kode="x", tingkat=Tingkat.PERINGATAN)
    hasil = uji("diformalkan", bersih, HasilPeriksa((temuan(), awas), ()))
    assert hasil.kurang == (
        "pengesahan oleh Camat",
        "1 galat belum diselesaikan",
        "1 peringatan belum beralasan",
    )


def test_a_signed_report_is_formal(bersih):
    sah = replace(bersih.konteks.pengesahan, status="disahkan", tanggal="26 Februari 2025")
    hasil = uji("diformalkan", replace(bersih, konteks=replace(bersih.konteks, pengesahan=sah)), TANPA_TEMUAN)
    assert hasil.uraian == "Laporan disahkan tanggal 26 Februari 2025."


def test_without_a_national_benchmark_a_person_says_whether_there_is_one(bersih):
    tanpa = tuple(
        replace(b, pembanding=b.pembanding.replace("Standar nasional", "Provinsi"))
        for b in bersih.konteks.bab3.pembanding
    )
    b = replace(bersih, konteks=replace(bersih.konteks, bab3=replace(bersih.konteks.bab3, pembanding=tanpa)))
    for nama in ("banding_nasional", "perbandingan"):
        hasil = uji(nama, b, TANPA_TEMUAN)
        assert hasil.keadaan is KeadaanKriteria.PERLU_JAWABAN
        assert "tidak ada standar nasional" in hasil.uraian


def test_only_stated_absence_is_no_comparison(bersih):
    tiada = tuple(
        replace(b, nilai=TIDAK_BERLAKU, capaian=TIDAK_BERLAKU) for b in bersih.konteks.bab3.pembanding
    )
    b = replace(bersih, konteks=replace(bersih.konteks, bab3=replace(bersih.konteks.bab3, pembanding=tiada)))
    assert uji("banding_nasional", b, TANPA_TEMUAN).kurang == ("semua indikator dinyatakan tanpa pembanding",)


def test_efficiency_says_how_many_are_credited_and_needs_one(bersih):
    assert "1 dari 4 memenuhi" in uji("efisiensi", bersih, TANPA_TEMUAN).uraian
    rendah = tuple(
        replace(b, capaian=Angka("99,99%", nilai=Decimal("99.99"))) if b.capaian else b
        for b in bersih.konteks.bab3.efisiensi_sasaran
    )
    k = replace(bersih.konteks, bab3=replace(bersih.konteks.bab3, efisiensi_sasaran=rendah))
    hasil = uji("efisiensi", replace(bersih, konteks=k), TANPA_TEMUAN)
    assert hasil.kurang == ("tidak ada sasaran yang seluruh indikatornya mencapai 100%",)


def test_a_difference_with_a_recorded_reason_is_explained(bersih):
    b = ubah_indikator(bersih, "skm", is_node_renstra=False, alasan_pk=(("luar_renstra", "Penugasan baru."),))
    assert "alasan yang dicatat" in uji("penjelasan_pk", b, TANPA_TEMUAN).uraian


def test_a_difference_without_reason_asks_whether_the_text_explains_it(bersih):
    b = ubah_indikator(bersih, "skm", target_renstra=None, is_node_renstra=False)
    for nama in ("penjelasan_pk", "penjelasan_iku"):
        hasil = uji(nama, b, TANPA_TEMUAN)
        assert hasil.keadaan is KeadaanKriteria.PERLU_JAWABAN
        assert hasil.uraian.startswith("1 indikator berbeda tanpa alasan")
        kosong = uji(nama, tanpa_narasi("bab2.pk")(b), TANPA_TEMUAN)
        assert kosong.kurang == ("Indeks Kepuasan Masyarakat (IKM): alasan perbedaan belum ditulis",)
        assert kosong.tautan == "narasi:bab2.pk"


def test_an_appendix_stated_as_absent_asks_whether_the_rest_suffices(bersih):
    tiada = (LampiranTiada("lampiran.x", "SK Tim SAKIP", "Belum terbit."),)
    hasil = uji(
        "lampiran", replace(bersih, konteks=replace(bersih.konteks, lampiran_tiada=tiada)), TANPA_TEMUAN
    )
    assert hasil.keadaan is KeadaanKriteria.PERLU_JAWABAN
    assert "SK Tim SAKIP: Belum terbit." in hasil.uraian


def test_the_deadline_and_revisions_are_shown_beside_the_question(bersih):
    assert "28 Februari 2025" in uji("tepat_waktu", bersih, TANPA_TEMUAN).uraian
    assert "16 Oktober 2024" in uji("penyesuaian_aktivitas", bersih, TANPA_TEMUAN).uraian
    assert (
        "Tidak ada perubahan DPA" in uji("penyesuaian_anggaran", replace(bersih, dpa=()), TANPA_TEMUAN).uraian
    )


def test_reviews_of_this_years_report_are_shown(bersih):
    b = baris("tindak_lanjut", 2, tahun=2024)(bersih)
    assert uji("direviu", b, TANPA_TEMUAN).uraian.startswith("1 rekomendasi LHR tahun 2024")


def test_what_no_test_knows_is_for_a_person(bersih):
    assert uji("", bersih, TANPA_TEMUAN) is HANYA_ORANG
    assert uji("sudah-dihapus", bersih, TANPA_TEMUAN) is HANYA_ORANG


def test_a_long_list_is_cut_and_counted():
    assert sebut(["a", "b", "b", "c", "d", "e", "f", "g"]) == ("a", "b", "c", "d", "e", "dan 2 lainnya")


def test_the_page_of_docs_lists_the_tests():
    teks = (settings.BASE_DIR / "docs" / "kesiapan.md").read_text(encoding="utf-8")
    assert build_tabel_penguji() in teks
