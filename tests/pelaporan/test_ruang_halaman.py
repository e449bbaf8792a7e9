"""Pages of the workspace: reading, saving, offers, two people at once, what changed since a draft."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pelaporan import ruang_isi
from pelaporan.models import Laporan, Narasi, PenanggungBagian, PotretLaporan
from pelaporan.ruang import LEMBAR
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN, rapi

pytestmark = pytest.mark.django_db
ISU = "bab1.isu"
JSON = {"Accept": "application/json"}


@pytest.fixture
def ukur(pemeran):
    """Office A with a Perjanjian Kinerja and a budget."""
    return PanggungUkur(pemeran.a)


def alamat(nama="ruang_bagian", bagian=ISU):
    tanpa = nama in ("ruang", "ruang_potret", "ruang_perubahan")
    return reverse(nama, args=["alfa", TAHUN] if tanpa else ["alfa", TAHUN, bagian])


def tulis(pemeran, isi, bagian=ISU, **lain):
    return rapi(Narasi(laporan=pemeran.a.laporan, bagian=bagian, isi=isi, **lain))


def simpan(klien, isi, *, bagian=ISU, sidik="", json=False, **lain):
    return klien.post(
        alamat("ruang_simpan", bagian), {"isi": isi, "sidik": sidik, **lain}, headers=JSON if json else {}
    )


def isi(bagian=ISU):
    return Narasi.objects.filter(bagian=bagian).values_list("isi", flat=True).first()


def teks(jawaban):
    return jawaban.content.decode()


def terukur(ukur):
    """Measure two indicators: now there is something to tell."""
    ukur.k.setahun(ukur.k.indikator("setahun"), 80)
    ukur.k.setahun(ukur.skm, 90)


# Reading -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lembar", LEMBAR, ids=[x.kunci for x in LEMBAR])
def test_every_page_opens_and_marks_itself(pemeran, ukur, masuk, lembar):
    jawaban = masuk(pemeran.ani).get(alamat(bagian=lembar.kunci))
    isi = teks(jawaban)
    assert jawaban.status_code == 200
    assert isi.count('aria-current="page"><span>') == 2  # the list at the left, and the one of a phone
    assert ("<textarea" in isi) == lembar.is_ditulis
    assert (isi.count("Tulisan Anda tercetak di sini.") == 1) == lembar.is_ditulis
    for terlarang in (" style=", "<style", "asset:", " onclick="):
        assert terlarang not in isi


def test_the_workspace_begins_with_what_the_person_writes_and_is_not_ready(pemeran, ukur, masuk):
    assert masuk(pemeran.ani).get(alamat("ruang"))["Location"] == alamat(bagian="depan.pengantar")
    klien = masuk(pemeran.ani)
    simpan(klien, "Pengantar.", bagian="depan.pengantar", siap="ya")
    assert klien.get(alamat("ruang"))["Location"] == alamat(bagian="depan.ikhtisar")
    rapi(
        PenanggungBagian(
            perangkat_daerah=pemeran.a.kantor, bagian=ISU, unit=pemeran.a.unit["Seksi Pelayanan"]
        )
    )
    assert masuk(pemeran.gani).get(alamat("ruang"))["Location"] == alamat(bagian=ISU)
    assert masuk(pemeran.citra).get(alamat("ruang"))["Location"] == alamat(bagian="depan.pengantar")


@pytest.mark.parametrize("siapa", ["gani", "citra", "farid", "eko"])
def test_readers_see_the_section_as_it_prints_without_a_form(pemeran, ukur, masuk, siapa):
    tulis(pemeran, "Isu air bersih.")
    isi = teks(masuk(getattr(pemeran, siapa)).get(alamat()))
    assert "Isu air bersih." in isi and "Temuan pada bagian ini" in isi
    for terlarang in ("<textarea", "Tulisan Anda tercetak", "Angka untuk disisipkan", "ruang.js"):
        assert terlarang not in isi


def test_a_page_that_is_not_there_is_404(pemeran, masuk):
    klien = masuk(pemeran.ani)
    for nama, bagian in (("ruang_bagian", "bab9.x"), ("ruang_riwayat", "bab1.hukum")):
        assert klien.get(alamat(nama, bagian)).status_code == 404
    assert simpan(klien, "x", bagian="bab1.hukum").status_code == 404
    pemeran.a.laporan.delete()
    assert klien.get(alamat()).status_code == 404


def test_a_report_that_cannot_be_composed_says_why(pemeran, masuk):
    pemeran.a.aturan.delete()
    klien = masuk(pemeran.ani)
    for nama in ("ruang_bagian", "ruang_perubahan"):
        assert klien.get(alamat(nama)).status_code == 200
    assert "belum dapat disusun" in teks(klien.get(alamat()))
    assert klien.post(alamat("ruang_potret")).status_code == 409
    jawaban = simpan(klien, "Tetap tersimpan.", json=True)
    assert jawaban.status_code == 200 and isi() == "Tetap tersimpan."


def test_a_page_composes_the_report_once(pemeran, ukur, masuk, monkeypatch):
    dipanggil = []
    asli = ruang_isi.susun
    monkeypatch.setattr(ruang_isi, "susun", lambda laporan: dipanggil.append(1) or asli(laporan))
    masuk(pemeran.ani).get(alamat())
    assert len(dipanggil) == 1


def test_the_questions_do_not_grow_with_the_rows(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    daftar = [alamat(), alamat(bagian="tabel.t_capaian"), alamat("ruang"), alamat("ruang_riwayat")]

    def hitung():
        hasil = []
        for satu in daftar:
            with CaptureQueriesContext(connection) as q:
                klien.get(satu)
            hasil.append(len(q))
        return hasil

    tulis(pemeran, "Satu [[capaian:skm]].")
    hitung()
    sedikit = hitung()
    for n, lembar in enumerate(x for x in LEMBAR if x.is_ditulis and x.kunci != ISU):
        tulis(pemeran, f"Tulisan {n} tentang [[capaian:skm]] dan 55,5%.", lembar.kunci)
        ukur.k.indikator(f"tambahan{n}")
    assert hitung() == sedikit


# Saving ------------------------------------------------------------------------------------------------


def test_a_text_is_saved_with_its_tokens_and_prints_their_figures(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    jawaban = simpan(klien, "Target SKM [[target:skm]].\r\n")
    assert (jawaban.status_code, jawaban["Location"]) == (302, alamat())
    assert isi() == "Target SKM [[target:skm]]."
    halaman = teks(klien.get(alamat()))
    assert "Tulisan tersimpan." in halaman and "data-tersimpan" in halaman
    assert 'Target SKM <span class="terhitung">87,15</span>.' in halaman
    assert f"Tersimpan oleh {pemeran.ani}" in halaman


def test_a_script_gets_the_hour_and_the_parts_that_changed(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    jawaban = simpan(klien, "Isu [[tahun]].", json=True)
    data = jawaban.json()
    assert jawaban.status_code == 200 and data["keadaan"].startswith("Tersimpan pukul ")
    assert data["sidik"] == Narasi.objects.get().sidik and data["siap"] is False
    assert set(data["potongan"]) == {"bab", "temuan", "keadaan", "tersimpan"}
    assert "Draf" in data["potongan"]["keadaan"] and "1 draf" in data["potongan"]["bab"]
    lagi = simpan(klien, "Isu [[tahun]].", sidik="basi", json=True)  # sent twice: nothing stands against it
    assert lagi.status_code == 200 and Narasi.riwayat.count() == 1


def test_ready_stays_until_the_text_changes(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    simpan(klien, "Isu air.", siap="ya")
    assert Narasi.objects.get().keadaan == "siap"
    halaman = teks(klien.get(alamat()))
    assert "data-siap hidden>" in halaman and "1 siap" in halaman
    data = simpan(klien, "Isu air bersih.", sidik=Narasi.objects.get().sidik, json=True).json()
    assert data["siap"] is False and Narasi.objects.get().keadaan == "draf"


def test_what_two_people_wrote_is_shown_and_nothing_is_lost(pemeran, ukur, masuk):
    lama = tulis(pemeran, "Isu lama.")
    simpan(masuk(pemeran.dewi), "Isu dari Dewi.", sidik=lama.sidik)
    klien = masuk(pemeran.ani)
    jawaban = simpan(klien, "Isu dari Ani.", sidik=lama.sidik)
    halaman = teks(jawaban)
    assert jawaban.status_code == 409 and isi() == "Isu dari Dewi."
    assert ">\nIsu dari Ani.</textarea>" in halaman and "Isu dari Dewi." in halaman
    assert f"bagian ini diubah {pemeran.dewi}" in halaman
    kini = Narasi.objects.get().sidik
    assert f'name="sidik" value="{kini}"' in halaman  # saving again overrides knowingly
    data = simpan(klien, "Isu dari Ani.", sidik=lama.sidik, json=True)
    assert data.status_code == 409 and "Isu dari" in data.json()["bentrok"] and data.json()["sidik"] == kini
    assert simpan(klien, "Isu dari Ani.", sidik=kini).status_code == 302 and isi() == "Isu dari Ani."


def test_marks_that_cannot_be_read_are_refused_and_what_was_typed_stays(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    jawaban = simpan(klien, "Isu **air.")
    halaman = teks(jawaban)
    assert jawaban.status_code == 400 and "Tanda ** harus berpasangan." in halaman
    assert ">\nIsu **air.</textarea>" in halaman and 'aria-invalid="true"' in halaman
    assert not Narasi.objects.exists()
    assert simpan(klien, "Isu **air.", json=True).json()["galat"] == "Tanda ** harus berpasangan."
    assert simpan(klien, "", siap="ya").status_code == 400


@pytest.mark.parametrize("nama", ["ruang_simpan", "ruang_tawarkan", "ruang_terima", "ruang_pratinjau"])
@pytest.mark.parametrize("siapa", ["gani", "citra", "farid", "eko"])
def test_who_does_not_write_the_section_is_refused(pemeran, ukur, masuk, nama, siapa):
    assert masuk(getattr(pemeran, siapa)).post(alamat(nama), {"isi": "x"}).status_code == 403
    assert not Narasi.objects.exists()


def test_html_that_is_typed_is_text(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    simpan(klien, "Isu <script>alert(1)</script></textarea>.")
    for satu in (klien.get(alamat()), klien.get(alamat("ruang_riwayat"))):
        assert "<script>alert" not in teks(satu) and "&lt;script&gt;alert(1)" in teks(satu)


# Preview -----------------------------------------------------------------------------------------------


def test_the_preview_prints_what_is_typed_and_writes_nothing(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    jawaban = klien.post(alamat("ruang_pratinjau"), {"isi": "Target **[[target:skm]]**.\n\n- satu\n- dua"})
    isi = teks(jawaban)
    assert '<b><span class="terhitung">87,15</span></b>' in isi and isi.count("<li>") == 2
    assert not Narasi.objects.exists() and not Narasi.riwayat.exists()
    assert "Tanda ** harus berpasangan." in teks(klien.post(alamat("ruang_pratinjau"), {"isi": "a **b"}))
    assert "token tidak dikenal" in teks(klien.post(alamat("ruang_pratinjau"), {"isi": "[[capaian:tiada]]"}))


# Findings ----------------------------------------------------------------------------------------------


def test_a_finding_stands_on_its_page_and_is_counted_on_the_others(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    capaian = teks(klien.get(alamat(bagian="tabel.t_capaian")))
    assert "belum diisi" in capaian.split("Temuan pada bagian ini")[1].split("Seluruh laporan")[0].lower()
    halaman = teks(klien.get(alamat(bagian="bab1.sistematika")))
    assert "Tidak ada temuan di sini" in halaman
    assert f'href="{reverse("temuan", args=["alfa", TAHUN])}"' in halaman
    assert "0 galat</span>" not in halaman.split("Seluruh laporan")[1]


# Offers ------------------------------------------------------------------------------------------------


def test_a_draft_is_offered_marked_and_accepted(pemeran, ukur, masuk):
    bagian = "tabel.t_capaian"
    klien = masuk(pemeran.ani)
    assert "Susun draf dari angka" not in teks(klien.get(alamat(bagian=bagian)))  # nothing is measured yet
    terukur(ukur)
    assert "Susun draf dari angka" in teks(klien.get(alamat(bagian=bagian)))
    klien.post(alamat("ruang_tawarkan", bagian), {"asal": "draf", "isi": "", "sidik": ""})
    narasi = Narasi.objects.get()
    assert narasi.bagian == bagian and narasi.asal_tawaran == "draf"
    halaman = teks(klien.get(alamat(bagian=bagian)))
    assert "Ditawarkan, belum diterima" in halaman and "Susun draf dari angka" not in halaman
    klien.post(alamat("ruang_terima", bagian), {"isi": narasi.isi, "sidik": narasi.sidik})
    narasi.refresh_from_db()
    assert narasi.asal_tawaran == "" and narasi.isi
    assert "Ditawarkan" not in teks(klien.get(alamat(bagian=bagian)))


def test_last_years_text_is_offered_until_it_is_edited(pemeran, ukur, masuk):
    lalu = rapi(Laporan(perangkat_daerah=pemeran.a.kantor, tahun=TAHUN - 1))
    klien = masuk(pemeran.ani)
    assert "Ambil tulisan tahun lalu" not in teks(klien.get(alamat()))
    rapi(Narasi(laporan=lalu, bagian=ISU, isi="Isu tahun [[tahun]]."))
    assert "Ambil tulisan tahun lalu" in teks(klien.get(alamat()))
    klien.post(alamat("ruang_tawarkan"), {"asal": "tahun_lalu"})
    narasi = Narasi.objects.get(laporan=pemeran.a.laporan)
    assert (narasi.isi, narasi.asal_tawaran) == ("Isu tahun [[tahun]].", "tahun_lalu")
    klien.post(alamat("ruang_terima"), {"isi": "Isu tahun ini.", "sidik": narasi.sidik})  # edited on the page
    narasi.refresh_from_db()
    assert (narasi.isi, narasi.asal_tawaran) == ("Isu tahun ini.", "")


def test_an_offer_never_replaces_what_a_person_wrote_or_types(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    terukur(ukur)
    jawaban = klien.post(alamat("ruang_tawarkan", "tabel.t_capaian"), {"asal": "draf", "isi": "Diketik."})
    assert jawaban.status_code == 400 and ">\nDiketik.</textarea>" in teks(jawaban)
    assert not Narasi.objects.exists()
    tulis(pemeran, "Tulisan orang.", "tabel.t_capaian")
    assert "Susun draf dari angka" not in teks(klien.get(alamat(bagian="tabel.t_capaian")))
    jawaban = klien.post(alamat("ruang_tawarkan", "tabel.t_capaian"), {"asal": "draf"}, follow=True)
    assert "sudah ditulis orang" in teks(jawaban) and isi("tabel.t_capaian") == "Tulisan orang."


# The past ----------------------------------------------------------------------------------------------


def test_history_shows_each_text_against_the_one_before_and_gives_it_back(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    simpan(klien, "Isu air.")
    simpan(masuk(pemeran.dewi), "Isu air bersih.", sidik=Narasi.objects.get().sidik)
    klien = masuk(pemeran.ani)
    halaman = teks(klien.get(alamat("ruang_riwayat")))
    assert "<ins>" in halaman and halaman.count("<li>") >= 2 and str(pemeran.dewi) in halaman
    assert halaman.count("Pakai lagi versi ini") == 1
    simpan(klien, "Isu air.", sidik=Narasi.objects.get().sidik)
    assert isi() == "Isu air."
    assert "Pakai lagi versi ini" not in teks(masuk(pemeran.citra).get(alamat("ruang_riwayat")))
    assert "Belum ada tulisan" in teks(klien.get(alamat("ruang_riwayat", "bab4.langkah")))


def test_what_changed_since_a_draft_is_counted_first(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    assert "Belum ada draf yang disimpan" in teks(klien.get(alamat("ruang_perubahan")))
    simpan(klien, "Isu air.")
    assert klien.post(alamat("ruang_potret"))["Location"] == alamat("ruang_perubahan")
    assert PotretLaporan.objects.get().oleh == pemeran.ani
    assert "<h1>Tidak ada yang berubah sejak draf 1, " in teks(klien.get(alamat("ruang_perubahan")))
    simpan(klien, "Isu air bersih.", sidik=Narasi.objects.get().sidik)
    halaman = teks(klien.get(alamat("ruang_perubahan")))
    assert "<h1>1 naskah berubah sejak draf 1, " in halaman
    assert "<ins>" in halaman and f'href="{alamat()}"' in halaman
    assert "Dahulu" in halaman and "hanya pemeriksaan atas isi yang tercetak" in halaman


def test_a_draft_is_chosen_by_its_number(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    klien.post(alamat("ruang_potret"))
    simpan(klien, "Isu air.")
    klien.post(alamat("ruang_potret"))
    assert "sejak draf 2, " in teks(klien.get(alamat("ruang_perubahan")))
    assert "1 naskah berubah sejak draf 1, " in teks(klien.get(alamat("ruang_perubahan"), {"draf": "1"}))
    for nomor in ("9", "x", "0"):
        assert klien.get(alamat("ruang_perubahan"), {"draf": nomor}).status_code == 404
    PotretLaporan.objects.filter(nomor=2).update(isi="{}")
    assert "tidak dapat dibandingkan" in teks(klien.get(alamat("ruang_perubahan")))


def test_only_who_writes_the_report_sets_a_draft_aside(pemeran, ukur, masuk):
    for siapa in ("gani", "citra", "farid", "eko"):
        klien = masuk(getattr(pemeran, siapa))
        assert klien.post(alamat("ruang_potret")).status_code == 403
        assert "Simpan sebagai draf" not in teks(klien.get(alamat("ruang_perubahan")))
    assert not PotretLaporan.objects.exists()
    assert masuk(pemeran.dewi).post(alamat("ruang_potret")).status_code == 302


# The ways here -----------------------------------------------------------------------------------------


def test_the_workspace_is_reached_from_the_pages_of_the_report(pemeran, ukur, masuk):
    klien = masuk(pemeran.ani)
    for nama in ("pelaporan", "laporan"):
        isi = teks(klien.get(reverse(nama, args=["alfa", TAHUN])))
        assert f'href="{alamat("ruang")}">Tulis laporan</a>' in isi, nama


def test_the_way_to_the_texts_is_the_workspace(pemeran, ukur, masuk):
    isi = teks(masuk(pemeran.ani).get(reverse("pelaporan", args=["alfa", TAHUN])))
    assert f'<a href="{alamat("ruang")}">Narasi</a>' in isi
    assert reverse("admin:pelaporan_narasi_changelist") not in isi
