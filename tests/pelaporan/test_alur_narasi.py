"""Writing a section: two writers never undo each other, and an offer never replaces a person's text."""

import datetime
import hashlib
import threading
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from pelaporan.alur_narasi import (
    NarasiBerubah,
    NarasiDitolak,
    boleh_menulis,
    riwayat_narasi,
    sidik_teks,
    simpan_narasi,
    tawarkan,
    terima_tawaran,
)
from pelaporan.draf import susun_draf
from pelaporan.models import Laporan, Narasi, PenanggungBagian
from pelaporan.susun import build_konteks_lkjip
from tests.pelaporan.kantor_uji import rapi

BAGIAN = "bab4.kesimpulan"
KOSONG = hashlib.sha256(b"").hexdigest()


@pytest.fixture
def laporan(pemeran):
    return pemeran.a.laporan


@pytest.fixture
def konteks(pemeran):
    """A year with one indicator that fell short: there is something to draft."""
    skm = pemeran.a.indikator("skm")
    pemeran.a.pk({skm: 80})
    pemeran.a.setahun(skm, 60)
    return pemeran.a.konteks()


def tulis(laporan, isi, oleh, dibaca="", **lain):
    return simpan_narasi(laporan, BAGIAN, isi, oleh=oleh, sidik_dibaca=sidik_teks(dibaca), **lain)


def isi(laporan, bagian=BAGIAN):
    return Narasi.objects.get(laporan=laporan, bagian=bagian).isi


# Who writes -----------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_who_writes_a_section(pemeran, laporan):
    rapi(
        PenanggungBagian(
            perangkat_daerah=pemeran.a.kantor, bagian="bab1.isu", unit=pemeran.a.unit["Seksi Pelayanan"]
        )
    )
    harapan = {
        "ani": (True, True), "dewi": (True, True), "admin": (True, True),
        "gani": (False, True),  # staff: only what the unit answers for
        "citra": (False, False), "budi": (False, False), "eko": (False, False), "farid": (False, False),
        "asing": (False, False),
    }  # fmt: skip
    for nama, (kesimpulan, isu) in harapan.items():
        pelaku = getattr(pemeran, nama).pelaku
        assert boleh_menulis(pelaku, laporan, BAGIAN) is kesimpulan, nama
        assert boleh_menulis(pelaku, laporan, "bab1.isu") is isu, nama


@pytest.mark.django_db
def test_who_does_not_write_is_refused_by_every_act(pemeran, laporan, konteks):
    for orang in (pemeran.citra, pemeran.gani, pemeran.budi):
        with pytest.raises(PermissionDenied):
            tulis(laporan, "Satu.", orang)
        with pytest.raises(PermissionDenied):
            tawarkan(laporan, BAGIAN, "draf", konteks, oleh=orang)
        with pytest.raises(PermissionDenied):
            terima_tawaran(laporan, BAGIAN, oleh=orang)
    assert not Narasi.objects.exists()


# Saving ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_first_text_is_stored_with_who_wrote_it(pemeran, laporan):
    narasi = tulis(laporan, "  Satu.\r\n\r\nDua.\n", pemeran.ani)
    assert (narasi.isi, narasi.keadaan) == ("Satu.\n\nDua.", "draf")
    assert narasi.riwayat.get().history_user == pemeran.ani


@pytest.mark.django_db
def test_an_unchanged_text_writes_nothing(pemeran, laporan):
    narasi = tulis(laporan, "Satu.", pemeran.ani)
    tulis(laporan, "Satu.\n", pemeran.dewi, dibaca="Satu.")
    tulis(laporan, "Satu.", pemeran.dewi, dibaca="Sesuatu yang lain.")  # the same words: no conflict
    assert narasi.riwayat.count() == 1


@pytest.mark.django_db
def test_two_writers_conflict_and_both_texts_stay(pemeran, laporan):
    tulis(laporan, "Awal.", pemeran.ani)
    tulis(laporan, "Tulisan Dewi.", pemeran.dewi, dibaca="Awal.")
    with pytest.raises(NarasiBerubah) as galat:
        tulis(laporan, "Tulisan Ani.", pemeran.ani, dibaca="Awal.")
    assert galat.value.terkini.isi == isi(laporan) == "Tulisan Dewi."
    # having seen it, Ani may write over it knowingly
    tulis(laporan, "Tulisan Ani.", pemeran.ani, dibaca=galat.value.terkini.isi)
    assert isi(laporan) == "Tulisan Ani."


@pytest.mark.django_db
def test_two_first_texts_conflict_too(pemeran, laporan):
    tulis(laporan, "Tulisan Dewi.", pemeran.dewi)
    with pytest.raises(NarasiBerubah):
        tulis(laporan, "Tulisan Ani.", pemeran.ani)


@pytest.mark.django_db
def test_an_emptied_section_and_no_row_read_the_same(pemeran, laporan):
    tulis(laporan, "Satu.", pemeran.ani)
    tulis(laporan, "", pemeran.ani, dibaca="Satu.")
    assert isi(laporan) == ""
    simpan_narasi(laporan, BAGIAN, "Dua.", oleh=pemeran.ani, sidik_dibaca=KOSONG)
    assert isi(laporan) == "Dua."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("teks", "kalimat"),
    [
        ("Capaian [[capaian:skm.", "Ada tanda [[ atau ]] yang tidak berpasangan atau kuncinya salah."),
        ("**tebal", "Tanda ** harus berpasangan."),
        ("a" * 20_001, "Tulisan ini 20.001 huruf, paling banyak 20.000."),
    ],
)
def test_a_text_that_cannot_be_printed_is_refused_with_the_sentence(pemeran, laporan, teks, kalimat):
    with pytest.raises(NarasiDitolak) as galat:
        tulis(laporan, teks, pemeran.ani)
    assert kalimat in str(galat.value)
    assert not Narasi.objects.exists()


@pytest.mark.django_db
def test_the_longest_text_is_taken_and_an_unknown_section_is_not(pemeran, laporan):
    tulis(laporan, "a" * 20_000, pemeran.ani)
    with pytest.raises(NarasiDitolak, match="tidak dikenal"):
        simpan_narasi(laporan, "bab9.ajaib", "Satu.", oleh=pemeran.ani, sidik_dibaca="")


# Ready ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_section_is_ready_until_its_text_changes(pemeran, laporan):
    tulis(laporan, "Satu.", pemeran.ani)
    siap = tulis(laporan, "Satu.", pemeran.dewi, dibaca="Satu.", siap=True)
    assert siap.keadaan == "siap" and siap.riwayat.count() == 2
    tulis(laporan, "Satu.", pemeran.dewi, dibaca="Satu.", siap=True)
    assert siap.riwayat.count() == 2  # marked already
    assert tulis(laporan, "Dua.", pemeran.ani, dibaca="Satu.").keadaan == "draf"


@pytest.mark.django_db
def test_an_empty_section_is_never_ready(pemeran, laporan):
    with pytest.raises(NarasiDitolak, match="kosong"):
        tulis(laporan, "  ", pemeran.ani, siap=True)


# Offers ---------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_draft_is_offered_and_marked_until_a_person_accepts_it(pemeran, laporan, konteks):
    narasi = tawarkan(laporan, BAGIAN, "draf", konteks, oleh=pemeran.ani)
    assert narasi.isi == susun_draf(konteks, BAGIAN) != ""
    assert (narasi.asal_tawaran, narasi.keadaan) == ("draf", "draf")
    diterima = terima_tawaran(laporan, BAGIAN, oleh=pemeran.ani)
    assert (diterima.asal_tawaran, diterima.isi) == ("", narasi.isi)
    with pytest.raises(NarasiDitolak, match="tidak memuat"):
        terima_tawaran(laporan, BAGIAN, oleh=pemeran.ani)


@pytest.mark.django_db
def test_an_edited_offer_is_the_writers_own(pemeran, laporan, konteks):
    tawaran = tawarkan(laporan, BAGIAN, "draf", konteks, oleh=pemeran.ani)
    narasi = tulis(laporan, f"{tawaran.isi} Ditambah.", pemeran.ani, dibaca=tawaran.isi)
    assert narasi.asal_tawaran == ""


@pytest.mark.django_db
def test_marking_an_offer_as_ready_accepts_it(pemeran, laporan, konteks):
    tawaran = tawarkan(laporan, BAGIAN, "draf", konteks, oleh=pemeran.ani)
    narasi = tulis(laporan, tawaran.isi, pemeran.dewi, dibaca=tawaran.isi, siap=True)
    assert (narasi.keadaan, narasi.asal_tawaran) == ("siap", "")


@pytest.mark.django_db
@pytest.mark.parametrize("terima", [False, True])
def test_an_offer_never_replaces_what_a_person_wrote_or_accepted(pemeran, laporan, konteks, terima):
    if terima:
        tawarkan(laporan, BAGIAN, "draf", konteks, oleh=pemeran.ani)
        terima_tawaran(laporan, BAGIAN, oleh=pemeran.ani)
    else:
        tulis(laporan, "Tulisan Ani.", pemeran.ani)
    tetap = isi(laporan)
    baru = replace(konteks, ikhtisar=replace(konteks.ikhtisar, jumlah_sasaran=9))
    for asal in ("draf", "tahun_lalu"):
        with pytest.raises(NarasiDitolak, match="sudah ditulis orang"):
            tawarkan(laporan, BAGIAN, asal, baru, oleh=pemeran.ani)
    assert isi(laporan) == tetap


@pytest.mark.django_db
def test_a_text_changed_behind_the_offer_is_a_persons(pemeran, laporan, konteks):
    """An edit by the admin or a workbook knows nothing of offers: the hash tells."""
    narasi = tawarkan(laporan, BAGIAN, "draf", konteks, oleh=pemeran.ani)
    narasi.isi = "Diubah lewat admin."
    narasi.save()
    with pytest.raises(NarasiDitolak, match="sudah ditulis orang"):
        tawarkan(laporan, BAGIAN, "draf", konteks, oleh=pemeran.ani)


@pytest.mark.django_db
def test_an_earlier_offer_is_replaced_by_a_newer_one_and_the_same_writes_nothing(pemeran, laporan, konteks):
    lama = tawarkan(laporan, BAGIAN, "draf", konteks, oleh=pemeran.ani)
    assert tawarkan(laporan, BAGIAN, "draf", konteks, oleh=pemeran.dewi).riwayat.count() == 1
    skm = konteks.bab3.capaian[0]
    naik = replace(skm, capaian=replace(skm.capaian, nilai=skm.capaian.nilai * 2), tercapai=True)
    bab3 = replace(konteks.bab3, capaian=(naik,))
    baru = tawarkan(laporan, BAGIAN, "draf", replace(konteks, bab3=bab3), oleh=pemeran.ani)
    assert baru.isi != lama.isi and baru.asal_tawaran == "draf"


@pytest.mark.django_db
def test_there_is_nothing_to_offer_without_figures(pemeran, laporan):
    konteks = pemeran.a.konteks()
    for bagian in (BAGIAN, "depan.pengantar"):
        with pytest.raises(NarasiDitolak, match="Belum ada angka"):
            tawarkan(laporan, bagian, "draf", konteks, oleh=pemeran.ani)
    with pytest.raises(NarasiDitolak, match="tidak dikenal"):
        tawarkan(laporan, BAGIAN, "mesin", konteks, oleh=pemeran.ani)
    assert not Narasi.objects.exists()


@pytest.mark.django_db
def test_last_years_text_is_taken_over_with_its_tokens(pemeran, laporan, konteks):
    with pytest.raises(NarasiDitolak, match="laporan tahun 2022"):
        tawarkan(laporan, BAGIAN, "tahun_lalu", konteks, oleh=pemeran.ani)
    for kantor, tahun, teks in (
        (pemeran.a, 2022, "Pada tahun [[tahun]] capaian [[capaian:skm]]."),
        (pemeran.a, 2021, "Terlalu lama."),
        (pemeran.b, 2022, "Milik kantor lain."),
    ):
        lalu = rapi(Laporan(perangkat_daerah=kantor.kantor, tahun=tahun))
        rapi(Narasi(laporan=lalu, bagian=BAGIAN, isi=teks))
    narasi = tawarkan(laporan, BAGIAN, "tahun_lalu", konteks, oleh=pemeran.ani)
    assert narasi.isi == "Pada tahun [[tahun]] capaian [[capaian:skm]]."
    assert narasi.asal_tawaran == "tahun_lalu"
    cetak = build_konteks_lkjip(laporan).narasi_bagian(BAGIAN).blok[0].butir[0]
    assert "".join(p.teks for p in cetak) == "Pada tahun 2023 capaian 75,00%."  # this year's figures


# History --------------------------------------------------------------------------------------------


def mundur(narasi, menit):
    """Save with a history row of some minutes ago."""
    narasi._history_date = timezone.now() - datetime.timedelta(minutes=menit)
    narasi.save()


@pytest.mark.django_db
def test_saves_of_one_person_in_a_row_are_one_version(pemeran, laporan):
    narasi = Narasi(laporan=laporan, bagian=BAGIAN)
    for menit, orang, teks in (
        (90, pemeran.ani, "A"), (89, pemeran.ani, "Ab"), (88, pemeran.ani, "Abc"),
        (60, pemeran.ani, "Abcd"), (59, pemeran.dewi, "Dewi"), (58, pemeran.ani, "Ani lagi"),
    ):  # fmt: skip
        narasi._history_user, narasi.isi = orang, teks
        mundur(narasi, menit)
    versi = riwayat_narasi(laporan, BAGIAN)
    assert [(v.oleh, v.isi) for v in versi] == [
        ("Ani Rahmawati", "Ani lagi"),
        ("Dewi Anggraini", "Dewi"),
        ("Ani Rahmawati", "Abcd"),
        ("Ani Rahmawati", "Abc"),
    ]
    assert [v.pada for v in versi] == sorted((v.pada for v in versi), reverse=True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sesudahnya",
    [
        "",
        "Rapat evaluasi.",
        "Tulisan lain sama sekali.",
        "Rapat evaluasi dipimpin Camat setiap bulan di aula.",
    ],
)
def test_what_its_writer_takes_away_soon_after_stays_a_version(pemeran, laporan, sesudahnya):
    """Emptied, shortened, replaced by an older version, or saved over in another tab."""
    teks = "Rapat evaluasi dipimpin Camat setiap triwulan dan dihadiri seluruh kepala seksi kecamatan."
    narasi = Narasi(laporan=laporan, bagian=BAGIAN)
    for menit, tulisan in ((9, teks[:40]), (8, teks[:47]), (7, teks), (6, sesudahnya)):
        narasi._history_user, narasi.isi = pemeran.ani, tulisan
        mundur(narasi, menit)
    assert [v.isi for v in riwayat_narasi(laporan, BAGIAN)] == [sesudahnya, teks]


@pytest.mark.django_db
def test_a_text_that_is_taken_away_word_by_word_stays_a_version(pemeran, laporan):
    kata = [
        "Rapat",
        "evaluasi",
        "dipimpin",
        "Camat",
        "setiap",
        "triwulan",
        "dan",
        "dihadiri",
        "seluruh",
        "kepala",
        "seksi",
        "kecamatan.",
    ]
    narasi = Narasi(laporan=laporan, bagian=BAGIAN)
    for n in range(len(kata), 0, -1):
        narasi._history_user, narasi.isi = pemeran.ani, " ".join(kata[:n])
        mundur(narasi, 1)
    assert " ".join(kata) in [v.isi for v in riwayat_narasi(laporan, BAGIAN)]


@pytest.mark.django_db
def test_a_word_typed_again_is_no_version(pemeran, laporan):
    narasi = Narasi(laporan=laporan, bagian=BAGIAN)
    for menit, tulisan in (
        (9, "Rapat evaluasi dipimpim Camat setiap"),
        (8, "Rapat evaluasi dipimpin Camat setiap bulan"),
    ):
        narasi._history_user, narasi.isi = pemeran.ani, tulisan
        mundur(narasi, menit)
    assert len(riwayat_narasi(laporan, BAGIAN)) == 1


@pytest.mark.django_db
def test_a_mark_is_no_version_and_an_earlier_text_is_restored_by_saving_it(pemeran, laporan):
    tulis(laporan, "Satu.", pemeran.ani)
    tulis(laporan, "Dua.", pemeran.dewi, dibaca="Satu.")
    tulis(laporan, "Dua.", pemeran.ani, dibaca="Dua.", siap=True)
    versi = riwayat_narasi(laporan, BAGIAN)
    assert [v.isi for v in versi] == ["Dua.", "Satu."]
    tulis(laporan, versi[-1].isi, pemeran.dewi, dibaca="Dua.")
    assert isi(laporan) == "Satu."


@pytest.mark.django_db
def test_history_is_of_this_section_and_report_only_and_ends_at_fifty(pemeran, laporan):
    simpan_narasi(laporan, "bab1.isu", "Isu.", oleh=pemeran.ani, sidik_dibaca="")
    narasi = Narasi(laporan=laporan, bagian=BAGIAN)
    for n in range(60):
        narasi._history_user, narasi.isi = (pemeran.ani, pemeran.dewi)[n % 2], f"Versi {n}."
        mundur(narasi, 60 - n)
    versi = riwayat_narasi(laporan, BAGIAN)
    assert (len(versi), versi[0].isi, versi[-1].isi) == (50, "Versi 59.", "Versi 10.")


@pytest.mark.django_db
def test_history_asks_a_fixed_number_of_queries(pemeran, laporan, django_assert_num_queries):
    tulis(laporan, "Satu.", pemeran.ani)
    tulis(laporan, "Dua.", pemeran.dewi, dibaca="Satu.")
    with django_assert_num_queries(1):
        riwayat_narasi(laporan, BAGIAN)


@pytest.mark.django_db
def test_a_save_asks_few_queries(pemeran, laporan, django_assert_max_num_queries):
    pemeran.ani.pelaku  # noqa: B018 - read once per request
    with django_assert_max_num_queries(8):
        tulis(laporan, "Satu.", pemeran.ani)


# At the same moment -----------------------------------------------------------------------------------


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor == "sqlite", reason="the test database in memory locks its tables")
@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_the_same_moment_one_wins_and_the_other_is_told(pemeran, laporan):
    """Both read the same empty page; the row of the report makes them one after the other."""
    mulai, hasil = threading.Barrier(2, timeout=20), {}

    def jalan(nama):
        try:
            orang = type(pemeran.ani).objects.get(username=nama)
            mulai.wait()
            tulis(Laporan.objects.get(pk=laporan.pk), f"Tulisan {nama}.", orang)
            hasil[nama] = "tersimpan"
        except NarasiBerubah as galat:
            hasil[nama] = galat.terkini.isi
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=(n,)) for n in ("ani", "dewi")]
    for u in utas:
        u.start()
    for u in utas:
        u.join(30)
    menang = next(n for n, h in hasil.items() if h == "tersimpan")
    kalah = "dewi" if menang == "ani" else "ani"
    assert hasil[kalah] == f"Tulisan {menang}." == isi(laporan)
