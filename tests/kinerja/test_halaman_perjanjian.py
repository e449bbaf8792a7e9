"""Pages of Perjanjian Kinerja: list, draft, setting, revision, difference, who takes over; who may."""

import datetime
from decimal import Decimal as D

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.alur_pk import PKGagal, buat_pk, revisi_pk, tetapkan_pk
from kinerja.models import Indikator, PerjanjianKinerja, SkalaNilai
from kinerja.turunan_pk import atur_induk, muat_turunan
from tests.pelaporan.kantor_uji import TAHUN

JANUARI, OKTOBER = datetime.date(TAHUN, 1, 25), datetime.date(TAHUN, 10, 20)


def alamat(nama, *args, slug="alfa"):
    return reverse(nama, args=[slug, TAHUN, *args])


@pytest.fixture
def k(pemeran):
    """Office A: skm and sakip with Renstra targets, one without, layanan of Seksi Pelayanan, a DPA."""
    a = pemeran.a
    a.skm = a.indikator("skm")
    a.sakip = a.indikator("sakip", jenis="predikat", skala="akip")
    a.luar = a.indikator("luar", jenis="angka", desimal=0)
    a.target_renstra(a.skm, {TAHUN: "85.5"})
    a.target_renstra(a.sakip, {TAHUN: "BB"})
    a.program_satu = a.program("7.01.02")
    a.layanan = a.indikator("layanan", node=a.program_satu, penanggung_jawab=a.unit["Seksi Pelayanan"])
    a.dpa_murni = a.dpa({a.program_satu: "1000"}, tanggal=datetime.date(TAHUN, 1, 3))
    a.target_dpa(a.dpa_murni, a.layanan, "100")
    a.tetapkan()
    return a


@pytest.fixture
def konsep(k, pemeran):
    """A draft of the head's PK murni."""
    return buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI, nomor="1/PK")


@pytest.fixture
def pk(konsep, pemeran):
    """The head's PK murni, set."""
    return tetapkan_pk(konsep, pemeran.dewi, {})


def teks(jawaban):
    return jawaban.content.decode()


def kirim(halaman, **ubah):
    """Return the POST of a draft's page as a browser would send it, with changes (None drops a field)."""
    lembar, dibaca, form = (halaman.context[n] for n in ("lembar", "dibaca", "form"))
    data = {"dibaca_pk": dibaca[0], "dibaca_target": dibaca[1]}
    for medan in form:
        nilai = medan.value()
        data[medan.name] = getattr(nilai, "pk", nilai) or ""
    for b in lembar.baris:
        if b.masuk:
            data[f"{b.kunci}-masuk"] = "1"
        data[f"{b.kunci}-urutan"] = b.urutan
        bagian = "predikat" if b.sel.is_predikat else "nilai"
        data[f"{b.kunci}-{bagian}"] = getattr(b.sel, bagian)
    return {n: v for n, v in {**data, **ubah}.items() if v is not None}


def nilai(pk):
    return {
        t.indikator.kode: t.predikat.kode if t.predikat else t.nilai
        for t in pk.target.select_related("indikator", "predikat").order_by("urutan")
    }


# List and new ---------------------------------------------------------------------------------------------


def test_an_empty_year_offers_one_action_to_planners_only(k, pemeran, masuk):
    halaman = teks(masuk(pemeran.dewi).get(alamat("perjanjian")))
    assert "Belum ada Perjanjian Kinerja tahun 2023" in halaman
    assert alamat("pk_buat", k.jabatan.pk) in halaman
    assert alamat("pk_buat", k.jabatan.pk) not in teks(masuk(pemeran.gani).get(alamat("perjanjian")))


def test_the_list_names_each_post_with_its_state_and_the_button_of_its_step(k, pemeran, masuk, pk):
    revisi_pk(pk, pemeran.dewi, "", OKTOBER, "strategi", "Pagu berubah")
    halaman = teks(masuk(pemeran.dewi).get(alamat("perjanjian")))
    assert "Konsep perubahan 1" in halaman
    assert "Belum dibuat" in halaman
    assert alamat("pk_buat", k.jabatan_kasi.pk) in halaman
    assert "PK murni, 25 Januari 2023" in halaman
    for orang in (pemeran.gani, pemeran.citra, pemeran.farid):
        bacaan = teks(masuk(orang).get(alamat("perjanjian")))
        assert "Ditetapkan" in bacaan
        assert "Ubah konsep" not in bacaan
        assert "Buat PK" not in bacaan


def test_one_action_makes_a_draft_from_the_plans(k, pemeran, masuk):
    klien = masuk(pemeran.ani)
    halaman = teks(klien.get(alamat("pk_buat", k.jabatan.pk)))
    assert "Indikator skm" in halaman
    assert "85,50" in halaman
    assert not PerjanjianKinerja.objects.exists()
    jawaban = klien.post(
        alamat("pk_buat", k.jabatan.pk), {"tanggal": "2023-01-25", "nomor": "1/PK"}, follow=True
    )
    assert nilai(PerjanjianKinerja.objects.get()) == {"skm": D("85.5"), "sakip": "BB"}
    assert "Periksa targetnya, lalu tetapkan" in teks(jawaban)


def test_what_is_missing_for_a_new_pk_is_said_with_the_typed_date_kept(k, pemeran, masuk):
    klien = masuk(pemeran.dewi)
    jawaban = klien.post(alamat("pk_buat", k.jabatan.pk), {"tanggal": "2020-12-01", "nomor": "7/X"})
    assert jawaban.status_code == 400
    assert "Tanggal PK 2023 berada pada tahun 2023" in teks(jawaban)
    assert 'value="7/X"' in teks(jawaban)
    k.kasi.sampai = datetime.date(2022, 1, 1)
    k.kasi.save()
    jawaban = klien.post(alamat("pk_buat", k.jabatan_kasi.pk), {"tanggal": "2023-01-25"})
    assert "Belum ada yang memangku Kepala Seksi Pelayanan alfa" in teks(jawaban)
    assert klien.post(alamat("pk_buat", k.jabatan.pk), {"tanggal": ""}).status_code == 400
    assert not PerjanjianKinerja.objects.exists()


# Draft --------------------------------------------------------------------------------


def test_a_draft_is_edited_on_one_page(k, pemeran, masuk, konsep):
    klien = masuk(pemeran.ani)
    halaman = klien.get(alamat("pk_ubah", konsep.pk))
    assert 'value="85,5"' in teks(halaman)
    a = SkalaNilai.objects.get(skala="akip", kode="A")
    isi = kirim(
        halaman,
        nomor="9/PK",
        **{f"i{k.luar.pk}-masuk": "1", f"i{k.luar.pk}-nilai": "1.200", f"i{k.luar.pk}-urutan": "1"},
        **{f"i{k.sakip.pk}-predikat": str(a.pk), f"i{k.skm.pk}-masuk": None},
    )
    assert klien.post(alamat("pk_ubah", konsep.pk), isi).status_code == 302
    konsep.refresh_from_db()
    assert nilai(konsep) == {"luar": D("1200"), "sakip": "A"}
    assert konsep.nomor == "9/PK"


@pytest.mark.parametrize(
    ("ketikan", "pesan"),
    [
        ("85.5", "tulis desimal dengan koma, misalnya 99,30. Maksud Anda 85,5?"),
        ("3088328946", "3.088.328.946: tampaknya nilai rupiah. Tulis indeksnya, misalnya 87,15."),
        ("tinggi", "bukan angka"),
        ("999999999999999", "angka terlalu besar"),
    ],
)
def test_a_refused_target_keeps_its_text_and_stores_nothing(k, pemeran, masuk, konsep, ketikan, pesan):
    klien = masuk(pemeran.ani)
    isi = kirim(klien.get(alamat("pk_ubah", konsep.pk)), nomor="9/PK", **{f"i{k.skm.pk}-nilai": ketikan})
    jawaban = klien.post(alamat("pk_ubah", konsep.pk), isi)
    assert jawaban.status_code == 400
    assert pesan in teks(jawaban)
    assert f'value="{ketikan}"' in teks(jawaban)
    assert 'value="9/PK"' in teks(jawaban)
    konsep.refresh_from_db()
    assert konsep.nomor == "1/PK"


def test_grades_are_chosen_from_their_scale(k, pemeran, masuk, konsep):
    klien = masuk(pemeran.ani)
    asing = SkalaNilai.objects.create(skala="lain", kode="Z", peringkat=1)
    isi = kirim(klien.get(alamat("pk_ubah", konsep.pk)), **{f"i{k.sakip.pk}-predikat": str(asing.pk)})
    jawaban = klien.post(alamat("pk_ubah", konsep.pk), isi)
    assert "tidak ada dalam skalanya" in teks(jawaban)
    assert nilai(konsep)["sakip"] == "BB"


def test_a_range_needs_both_bounds_in_order(k, pemeran, masuk, konsep):
    suhu = k.indikator("suhu", arah="rentang")
    klien = masuk(pemeran.ani)
    n = f"i{suhu.pk}"
    isi = kirim(klien.get(alamat("pk_ubah", konsep.pk)), **{f"{n}-masuk": "1", f"{n}-nilai": "10"})
    jawaban = klien.post(alamat("pk_ubah", konsep.pk), {**isi, f"{n}-atas": "8"})
    assert "Batas atas tidak boleh lebih kecil daripada batas bawah 10." in teks(jawaban)
    jawaban = klien.post(alamat("pk_ubah", konsep.pk), {**isi, f"{n}-nilai": "", f"{n}-atas": "8"})
    assert "Isi batas bawah juga" in teks(jawaban)
    assert klien.post(alamat("pk_ubah", konsep.pk), {**isi, f"{n}-atas": "12"}).status_code == 302
    t = konsep.target.get(indikator=suhu)
    assert (t.nilai, t.nilai_atas) == (10, 12)


def test_an_odd_percentage_is_asked_about_and_saved_after_the_answer(k, pemeran, masuk, konsep):
    persen = k.indikator("persen", jenis="persen", satuan=k.persen)
    klien = masuk(pemeran.ani)
    n = f"i{persen.pk}"
    isi = kirim(klien.get(alamat("pk_ubah", konsep.pk)), **{f"{n}-masuk": "1", f"{n}-nilai": "120"})
    jawaban = klien.post(alamat("pk_ubah", konsep.pk), isi)
    assert "120%: di atas 100%. Benar?" in teks(jawaban)
    assert f'name="{n}-yakin"' in teks(jawaban)
    assert klien.post(alamat("pk_ubah", konsep.pk), {**isi, f"{n}-yakin": "1"}).status_code == 302
    assert nilai(konsep)["persen"] == 120


def test_two_people_see_both_values(k, pemeran, masuk, konsep):
    klien = masuk(pemeran.ani)
    isi = kirim(klien.get(alamat("pk_ubah", konsep.pk)), **{f"i{k.skm.pk}-nilai": "88"})
    dewi = masuk(pemeran.dewi)
    lain = kirim(dewi.get(alamat("pk_ubah", konsep.pk)), nomor="5/PK", **{f"i{k.skm.pk}-nilai": "90"})
    dewi.post(alamat("pk_ubah", konsep.pk), lain)
    klien = masuk(pemeran.ani)
    jawaban = klien.post(alamat("pk_ubah", konsep.pk), isi)
    assert "diubah menjadi 90,00 oleh Dewi Anggraini" in teks(jawaban)
    assert 'value="88"' in teks(jawaban)
    assert nilai(konsep)["skm"] == 90
    assert klien.post(alamat("pk_ubah", konsep.pk), kirim(jawaban)).status_code == 302
    assert nilai(konsep)["skm"] == 88


def test_an_error_first_does_not_hide_what_another_changed(k, pemeran, masuk, konsep):
    klien = masuk(pemeran.ani)
    isi = kirim(klien.get(alamat("pk_ubah", konsep.pk)), **{f"i{k.skm.pk}-nilai": "88"})
    dewi = masuk(pemeran.dewi)
    dewi.post(
        alamat("pk_ubah", konsep.pk),
        kirim(dewi.get(alamat("pk_ubah", konsep.pk)), **{f"i{k.skm.pk}-nilai": "90"}),
    )
    klien = masuk(pemeran.ani)
    salah = klien.post(alamat("pk_ubah", konsep.pk), {**isi, f"i{k.skm.pk}-nilai": "8.8"})
    jawaban = klien.post(alamat("pk_ubah", konsep.pk), kirim(salah, **{f"i{k.skm.pk}-nilai": "88"}))
    assert "diubah menjadi 90,00" in teks(jawaban)
    assert nilai(konsep)["skm"] == 90


# Set, revise, delete ------------------------------------------------------------------------------------


def test_a_pk_is_set_with_a_reason_for_each_warning(k, pemeran, masuk, konsep):
    konsep.target.filter(indikator=k.skm).first().delete()
    klien = masuk(pemeran.dewi)
    halaman = klien.get(alamat("pk_ubah", konsep.pk))
    klien.post(
        alamat("pk_ubah", konsep.pk),
        kirim(
            halaman,
            tanggal="2023-02-10",
            **{f"i{k.luar.pk}-masuk": "1", f"i{k.luar.pk}-nilai": "3"},
        ),
    )
    halaman = klien.get(alamat("pk_tetapkan", konsep.pk))
    assert "2 peringatan perlu alasan" in teks(halaman)
    assert "lewat dari satu bulan setelah DPA 3 Januari 2023" in teks(halaman)
    dibaca = {"dibaca_pk": halaman.context["dibaca"][0], "dibaca_target": halaman.context["dibaca"][1]}
    satu = {"alasan-terlambat-0": "DPA diterima 9 Februari", **dibaca}
    jawaban = klien.post(alamat("pk_tetapkan", konsep.pk), satu)
    assert jawaban.status_code == 400
    assert "DPA diterima 9 Februari</textarea>" in teks(jawaban)
    jawaban = klien.post(
        alamat("pk_tetapkan", konsep.pk),
        {**satu, f"alasan-luar_renstra-{k.luar.pk}": "Amanat Bupati"},
        follow=True,
    )
    konsep.refresh_from_db()
    assert konsep.is_ditetapkan
    assert "Amanat Bupati" in teks(jawaban)
    assert "Dewi Anggraini" in teks(jawaban)


def test_a_draft_that_changed_since_is_not_set_unseen(k, pemeran, masuk, konsep):
    klien = masuk(pemeran.dewi)
    halaman = klien.get(alamat("pk_tetapkan", konsep.pk))
    dibaca = {"dibaca_pk": halaman.context["dibaca"][0], "dibaca_target": halaman.context["dibaca"][1]}
    t = konsep.target.get(indikator=k.skm)
    t.nilai = D("86")
    t.save()
    jawaban = klien.post(alamat("pk_tetapkan", konsep.pk), dibaca)
    assert "diubah sejak halaman dibuka" in teks(jawaban)
    konsep.refresh_from_db()
    assert not konsep.is_ditetapkan


def test_a_draft_with_a_blank_target_shows_no_button_to_set_it(k, pemeran, masuk, konsep):
    t = konsep.target.get(indikator=k.skm)
    t.nilai = None
    t.save()
    halaman = teks(masuk(pemeran.dewi).get(alamat("pk_tetapkan", konsep.pk)))
    assert "Indikator skm: target belum diisi." in halaman
    assert "Tetapkan PK</button>" not in halaman


def test_a_revision_is_made_and_deleted_on_its_pages(k, pemeran, masuk, pk):
    klien = masuk(pemeran.dewi)
    assert klien.get(alamat("pk_revisi", pk.pk)).status_code == 200
    isi = {"tanggal": "2023-10-20", "nomor": "2/P", "alasan": "", "uraian": "Pagu berubah"}
    jawaban = klien.post(alamat("pk_revisi", pk.pk), isi)
    assert jawaban.status_code == 400
    assert "Pilih salah satu dari tiga alasan." in teks(jawaban)
    assert "Pagu berubah</textarea>" in teks(jawaban)
    assert klien.post(alamat("pk_revisi", pk.pk), {**isi, "alasan": "strategi"}).status_code == 302
    baru = PerjanjianKinerja.objects.get(revisi=1)
    assert (baru.alasan, baru.uraian_alasan, nilai(baru)) == ("strategi", "Pagu berubah", nilai(pk))
    assert "Hapus konsep" in teks(klien.get(alamat("pk_hapus", baru.pk)))
    assert PerjanjianKinerja.objects.count() == 2
    klien.post(alamat("pk_hapus", baru.pk))
    assert PerjanjianKinerja.objects.get() == pk


@pytest.mark.parametrize("nama", ["pk_ubah", "pk_tetapkan", "pk_hapus"])
def test_a_set_pk_has_no_page_to_change_it(pemeran, masuk, pk, nama):
    klien = masuk(pemeran.dewi)
    for jawaban in (klien.get(alamat(nama, pk.pk)), klien.post(alamat(nama, pk.pk), {})):
        assert jawaban.status_code == 302
        assert jawaban.url == alamat("pk_rincian", pk.pk)
    assert PerjanjianKinerja.objects.filter(pk=pk.pk).exists()


# Difference --------------------------------------------------------------------------------


@pytest.fixture
def perubahan(k, pemeran, pk):
    """A draft revision with skm raised, sakip dropped, luar added, under a new DPA."""
    dua = k.program("7.01.03")
    k.dpa(
        {k.program_satu: "1500", dua: "500"}, urutan=1, jenis="perubahan", tanggal=datetime.date(TAHUN, 10, 1)
    )
    k.tetapkan()
    baru = revisi_pk(pk, pemeran.dewi, "2/P", OKTOBER, "strategi", "Pagu berubah")
    for t in baru.target.all():
        if t.indikator_id == k.sakip.pk:
            t.delete()
        else:
            t.nilai = D("90")
            t.save()
    baru.target.create(indikator=k.luar, urutan=3, nilai=D("17"))
    return baru


def test_the_difference_counts_in_its_first_sentence_and_shows_rupiah_and_percent(
    pemeran, masuk, pk, perubahan
):
    halaman = teks(masuk(pemeran.gani).get(alamat("pk_beda", perubahan.pk, pk.pk)))
    assert "Perubahan 1 terhadap PK murni" in halaman
    assert (
        "1 dari 1 target dan 2 dari 2 pagu program berubah. 1 indikator ditambahkan dan 1 indikator dihapus."
    ) in halaman
    assert "<del>85,50</del>" in halaman
    assert "<ins>90,00</ins>" in halaman
    assert "+500" in halaman
    assert "+50,00%" in halaman
    assert "+1.000" in halaman
    assert "+100,00%" in halaman
    assert "Ditambahkan" in halaman
    assert "Dihapus" in halaman
    balik = masuk(pemeran.gani).get(alamat("pk_beda", pk.pk, perubahan.pk))
    assert balik.context["judul"] == "Perubahan 1 terhadap PK murni"


def test_another_revision_is_chosen_in_a_form(pemeran, masuk, pk, perubahan):
    klien = masuk(pemeran.farid)
    jawaban = klien.get(alamat("pk_beda_pilih", perubahan.pk), {"terhadap": pk.pk})
    assert jawaban.url == alamat("pk_beda", perubahan.pk, pk.pk)
    for buruk in ("", "x", "999999", "-1"):
        assert klien.get(alamat("pk_beda_pilih", perubahan.pk), {"terhadap": buruk}).status_code == 404


def test_revisions_of_two_posts_are_not_compared(k, pemeran, masuk, pk):
    lain = buat_pk(k.jabatan_kasi, TAHUN, pemeran.dewi, tanggal=JANUARI)
    klien = masuk(pemeran.dewi)
    assert klien.get(alamat("pk_beda", pk.pk, lain.pk)).status_code == 404
    assert klien.get(alamat("pk_beda", pk.pk, pk.pk)).status_code == 404


# Who takes over --------------------------------------------------------------------------------


@pytest.fixture
def kasi(k, pemeran, pk):
    """The PK of the kasi, set, with layanan."""
    return tetapkan_pk(buat_pk(k.jabatan_kasi, TAHUN, pemeran.dewi, tanggal=JANUARI), pemeran.dewi, {})


def test_what_nobody_below_has_taken_over_is_shown_and_can_be_given(k, pemeran, masuk, pk, kasi):
    klien = masuk(pemeran.ani)
    halaman = teks(klien.get(alamat("pk_turunan", pk.pk)))
    assert "2 dari 2 indikator belum diturunkan kepada bawahan." in halaman
    klien.post(alamat("pk_turunan", pk.pk), {f"induk-{k.layanan.pk}": k.skm.pk})
    k.layanan.refresh_from_db()
    assert k.layanan.induk == k.skm
    assert Indikator.riwayat.model.objects.filter(history_user=pemeran.ani, id=k.layanan.pk).exists()
    halaman = teks(klien.get(alamat("pk_turunan", pk.pk)))
    assert "1 dari 2 indikator belum diturunkan kepada bawahan." in halaman
    assert "(Kepala Seksi Pelayanan alfa)" in halaman


def test_an_indicator_hangs_also_through_one_between_them(k, pemeran, pk, kasi):
    antara = k.indikator("antara", node=k.program_satu)
    Indikator.objects.filter(pk=antara.pk).update(induk=k.skm)
    Indikator.objects.filter(pk=k.layanan.pk).update(induk=antara)
    data = muat_turunan(pk)
    assert [a.indikator for a in data.belum] == [k.sakip]
    assert data.atasan[0].turunan[0].induk_id == antara.pk
    assert atur_induk(pk, {k.layanan.pk: antara.pk}, pemeran.dewi) == 0


def test_a_subordinate_without_pk_is_named(k, pemeran, masuk, pk):
    halaman = teks(masuk(pemeran.citra).get(alamat("pk_turunan", pk.pk)))
    assert "Belum mempunyai PK tahun 2023: Kepala Seksi Pelayanan alfa" in halaman


def test_foreign_indicators_and_circles_are_refused(k, pemeran, masuk, pk, kasi):
    asing = pemeran.b.indikator("asing")
    for pilihan in (
        {asing.pk: k.skm.pk},
        {k.layanan.pk: asing.pk},
        {k.layanan.pk: k.layanan.pk},
        {k.skm.pk: None},
    ):
        with pytest.raises(PKGagal):
            atur_induk(pk, pilihan, pemeran.dewi)
    Indikator.objects.filter(pk=k.skm.pk).update(induk=k.layanan)
    with pytest.raises(PKGagal, match="turunannya sendiri"):
        atur_induk(pk, {k.layanan.pk: k.skm.pk}, pemeran.dewi)
    jawaban = masuk(pemeran.dewi).post(alamat("pk_turunan", pk.pk), {f"induk-{k.layanan.pk}": k.skm.pk})
    assert jawaban.status_code == 400


# Who may --------------------------------------------------------------------------------

BACA = ("perjanjian", "pk_rincian", "pk_beda", "pk_turunan")
TULIS = ("pk_buat", "pk_ubah", "pk_tetapkan", "pk_revisi", "pk_hapus")


@pytest.mark.parametrize(
    ("siapa", "baca", "tulis"),
    [
        ("ani", 200, True),
        ("dewi", 200, True),
        ("admin", 200, True),
        ("citra", 200, False),
        ("gani", 200, False),
        ("eko", 200, False),
        ("farid", 200, False),
        ("budi", 404, None),
    ],
)
def test_all_of_the_office_read_and_planners_write(k, pemeran, masuk, perubahan, pk, siapa, baca, tulis):
    klien = masuk(getattr(pemeran, siapa))
    args = {
        "perjanjian": (), "pk_rincian": (pk.pk,), "pk_beda": (perubahan.pk, pk.pk), "pk_turunan": (pk.pk,),
        "pk_buat": (k.jabatan_kasi.pk,), "pk_revisi": (pk.pk,),
    }  # fmt: skip
    for nama in BACA:
        assert klien.get(alamat(nama, *args[nama])).status_code == baca, nama
    ditolak = 404 if tulis is None else 403
    for nama in TULIS:
        a = alamat(nama, *args.get(nama, (perubahan.pk,)))
        assert klien.get(a).status_code == (200 if tulis else ditolak), nama
        if not tulis:
            assert klien.post(a, {}).status_code == ditolak, nama
    if not tulis:
        assert klien.post(alamat("pk_turunan", pk.pk), {}).status_code == ditolak
        assert PerjanjianKinerja.objects.count() == 2


def test_a_pk_of_another_office_or_year_is_not_there(k, pemeran, masuk, pk):
    klien = masuk(pemeran.admin)
    for nama in ("pk_rincian", "pk_ubah", "pk_tetapkan", "pk_revisi", "pk_hapus", "pk_turunan"):
        assert klien.get(alamat(nama, pk.pk, slug="beta")).status_code == 404
        assert klien.get(reverse(nama, args=["alfa", TAHUN + 1, pk.pk])).status_code == 404
    assert klien.get(alamat("pk_buat", k.jabatan.pk, slug="beta")).status_code == 404


def test_the_number_of_queries_does_not_grow(k, pemeran, masuk, perubahan, pk):
    klien = masuk(pemeran.dewi)
    halaman = [
        alamat("perjanjian"), alamat("pk_rincian", perubahan.pk), alamat("pk_ubah", perubahan.pk),
        alamat("pk_tetapkan", perubahan.pk), alamat("pk_beda", perubahan.pk, pk.pk),
        alamat("pk_turunan", perubahan.pk), alamat("pk_buat", k.jabatan_kasi.pk),
    ]  # fmt: skip

    def ukur():
        hasil = []
        for a in halaman:
            with CaptureQueriesContext(connection) as kueri:
                assert klien.get(a).status_code == 200
            hasil.append(len(kueri))
        return hasil

    ukur()
    sedikit = ukur()
    for n in range(8):
        baru = k.indikator(f"x{n}")
        k.target_renstra(baru, {TAHUN: str(n + 1)})
        perubahan.target.create(indikator=baru, urutan=10 + n, nilai=D(n))
        k.indikator(f"y{n}", node=k.program_satu, penanggung_jawab=k.unit["Seksi Pelayanan"])
        k.dpa({k.program(f"7.01.1{n}"): "5"}, urutan=2 + n, jenis="pergeseran", tanggal=OKTOBER)
    assert ukur() == sedikit
