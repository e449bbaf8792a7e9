"""Drafts set aside: numbered, kept twenty, and told apart by record and by word."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from pelaporan import potret
from pelaporan.beda_konteks import PerubahanAngka
from pelaporan.konteks import Blok, NarasiBagian, Penggalan, compute_hash
from pelaporan.konteks_json import JsonTidakCocok
from pelaporan.models import PotretLaporan
from pelaporan.potret import baca_potret, bandingkan, simpan_potret
from pelaporan.susun import build_konteks_lkjip
from tests.pelaporan.bahan_konteks import KOSONG, a
from tests.pelaporan.konteks_contoh import konteks_contoh, konteks_kosong, paragraf
from tests.pelaporan.konteks_draf import Satu, konteks_draf


@pytest.fixture
def laporan(pemeran):
    return pemeran.a.laporan


def ubah_identitas(konteks, nama):
    return replace(konteks, identitas=replace(konteks.identitas, alamat=nama))


# Set aside ------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_draft_is_set_aside_with_its_number_and_reads_back_whole(pemeran, laporan):
    konteks = build_konteks_lkjip(laporan)
    satu = simpan_potret(laporan, konteks, oleh=pemeran.ani)
    assert (satu.nomor, satu.oleh, satu.sha256) == (1, pemeran.ani, compute_hash(konteks))
    assert baca_potret(satu) == konteks
    assert simpan_potret(laporan, ubah_identitas(konteks, "baru"), oleh=pemeran.dewi).nomor == 2


@pytest.mark.django_db
def test_the_same_report_is_not_stored_twice_in_a_row(pemeran, laporan):
    konteks = konteks_contoh()
    satu = simpan_potret(laporan, konteks, oleh=pemeran.ani)
    assert simpan_potret(laporan, konteks, oleh=pemeran.dewi) == satu
    simpan_potret(laporan, ubah_identitas(konteks, "baru"), oleh=pemeran.ani)
    assert simpan_potret(laporan, konteks, oleh=pemeran.ani).nomor == 3  # back as it was: a draft of its own
    assert PotretLaporan.objects.count() == 3


@pytest.mark.django_db
def test_the_newest_twenty_are_kept_and_numbers_go_on(pemeran, laporan):
    konteks = konteks_kosong()
    lain = simpan_potret(pemeran.b.laporan, konteks, oleh=pemeran.admin)
    for n in range(23):
        simpan_potret(laporan, ubah_identitas(konteks, f"alamat {n}"), oleh=pemeran.ani)
    nomor = sorted(PotretLaporan.objects.filter(laporan=laporan).values_list("nomor", flat=True))
    assert nomor == list(range(4, 24))
    assert PotretLaporan.objects.filter(pk=lain.pk).exists()


@pytest.mark.django_db
def test_who_sets_a_draft_aside(pemeran, laporan):
    for orang in (pemeran.citra, pemeran.gani, pemeran.budi, pemeran.eko, pemeran.farid):
        with pytest.raises(PermissionDenied):
            simpan_potret(laporan, konteks_kosong(), oleh=orang)
    assert not PotretLaporan.objects.exists()


@pytest.mark.django_db
def test_a_draft_of_another_shape_is_refused_and_not_guessed(pemeran, laporan):
    satu = simpan_potret(laporan, konteks_kosong(), oleh=pemeran.ani)
    satu.isi = '{"format": 1}'
    with pytest.raises(JsonTidakCocok):
        baca_potret(satu)


# Figures --------------------------------------------------------------------------------------------


def angka(lama, baru):
    return [(p.tempat, p.nama, p.lama, p.baru) for p in bandingkan(lama, baru).angka]


def test_the_same_report_has_no_change():
    konteks = konteks_contoh()
    hasil = bandingkan(konteks, konteks)
    assert not hasil.is_ada and hasil == potret.Perubahan((), ())


def test_a_figure_is_named_with_its_table_and_both_values():
    lama = konteks_draf((Satu("a"), Satu("b", realisasi="60,00", capaian="75,00%", kategori="Sedang")))
    baru = konteks_draf((Satu("a"), Satu("b", realisasi="64,00", capaian="80,00%", kategori="Tinggi")))
    assert bandingkan(lama, baru).angka == (
        PerubahanAngka("Tabel 3.2", "Indikator 7 b, realisasi", "60,00", "64,00"),
        PerubahanAngka("Tabel 3.2", "Indikator 7 b, capaian", "75,00%", "80,00%"),
        PerubahanAngka("Tabel 3.2", "Indikator 7 b, kategori", "Sedang", "Tinggi"),
    )  # once, although the realisasi stands in six tables


def test_records_are_matched_by_code_and_not_by_place():
    dua = konteks_draf((Satu("a", realisasi="1"), Satu("b", realisasi="2")))
    assert not bandingkan(dua, konteks_draf((Satu("b", realisasi="2"), Satu("a", realisasi="1")))).is_ada
    tiga = konteks_draf((Satu("c", realisasi="3"), Satu("a", realisasi="1"), Satu("b", realisasi="2")))
    berubah = angka(dua, tiga)
    assert {n.split(",")[0] for _, n, _, _ in berubah} == {
        "Indikator 7 c",
        "Indikator 7 c (Nasional: standar 0)",
    }
    assert ("Tabel 3.2", "Indikator 7 c, realisasi", "tidak ada", "3") in berubah
    assert ("Tabel 3.2", "Indikator 7 c, realisasi", "3", "tidak ada") in angka(tiga, dua)


def test_a_blank_that_was_filled_is_a_change():
    lama = konteks_draf((Satu("a", capaian=KOSONG, realisasi=""),))
    baru = konteks_draf((Satu("a"),))
    assert ("Tabel 3.2", "Indikator 7 a, realisasi", "belum diisi", "80,00") in angka(lama, baru)


@pytest.mark.parametrize(
    ("bagian", "ubah", "harapan"),
    [
        ("bab2", "renstra", ("Tabel 2.2", "Indeks kepuasan masyarakat, target 2022", "80,00", "81,00")),
        ("bab2", "rkt", ("Tabel 2.4", "Indeks kepuasan masyarakat, target", "80,00", "81,00")),
        ("bab2", "pk", ("Tabel 2.5", "Indeks kepuasan masyarakat, target", "80,00", "81,00")),
        (
            "bab2",
            "pagu",
            ("Tabel 2.6", "7.01.01 Persentase layanan yang terselenggara, target", "100,00", "81,00"),
        ),
        ("bab3", "kemajuan", ("Tabel 3.4", "Indeks kepuasan masyarakat, target akhir", "80,00", "81,00")),
        (
            "bab3",
            "anggaran",
            (
                "Tabel 3.8",
                "7.01.01 Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota, serapan",
                "97,50%",
                "81,00",
            ),
        ),
        ("bab3", "banding", ("Tabel 3.3", "Indeks kepuasan masyarakat, realisasi 2022", "81,20", "81,00")),
    ],
)
def test_every_table_of_plans_and_money_is_compared(bagian, ubah, harapan):
    lama = konteks_contoh()
    baris = getattr(getattr(lama, bagian), ubah)
    satu, isi = baris[0], a("81,00")
    if ubah == "renstra":
        satu = replace(satu, target=(isi, *satu.target[1:]))
    elif ubah == "banding":
        awal, lalu, kini = satu.tahun
        satu = replace(satu, tahun=(awal, replace(lalu, realisasi=isi), kini))
    else:
        kolom = {"rkt": "target", "pk": "sesudah", "pagu": "target_sesudah", "kemajuan": "target_akhir"}
        satu = replace(satu, **{kolom.get(ubah, "serapan"): isi})
    isi_bagian = replace(getattr(lama, bagian), **{ubah: (satu, *baris[1:])})
    assert angka(lama, replace(lama, **{bagian: isi_bagian})) == [harapan]


def test_efficiency_and_totals_are_compared():
    awal = (("Sasaran satu", "0,94", "tidak efisien"), ("7.01.01", "1,00", "efisien"))
    akhir = (("Sasaran satu", "1,02", "efisien"), ("7.01.01", "1,10", "efisien"))
    lama, baru = (konteks_draf((Satu("a"),), efisiensi=e) for e in (awal, akhir))
    baru = replace(baru, ikhtisar=replace(baru.ikhtisar, jumlah_tercapai=2))
    assert angka(lama, baru) == [
        ("Ikhtisar", "Jumlah indikator yang mencapai target", "1", "2"),
        ("Tabel 3.9", "Sasaran satu, efisiensi", "0,94", "1,02"),
        ("Tabel 3.10", "7.01.01 PROGRAM 7.01.01, efisiensi", "1,00", "1,10"),
    ]


# Texts ----------------------------------------------------------------------------------------------


def naskah(lama, baru):
    return [
        (p.bagian, p.nama, "".join(f"[{x.jenis[0]}:{x.teks}]" for x in p.potong if x.jenis != "sama"))
        for p in bandingkan(lama, baru).naskah
    ]


def dengan(konteks, *narasi):
    return replace(konteks, narasi=narasi)


def test_a_changed_section_is_shown_word_by_word_and_an_unchanged_one_not_at_all():
    k = konteks_contoh()
    lama = dengan(k, paragraf("bab1.isu", "Jalan desa rusak."), paragraf("bab4.langkah", "Tetap."))
    baru = dengan(k, paragraf("bab1.isu", "Jalan kecamatan rusak."), paragraf("bab4.langkah", "Tetap."))
    assert naskah(lama, baru) == [("bab1.isu", "Bab I, isu strategis", "[h:desa][t:kecamatan]")]
    assert naskah(dengan(k), dengan(k, paragraf("bab1.isu", "Baru."))) == [
        ("bab1.isu", "Bab I, isu strategis", "[t:Baru.]")
    ]


def test_a_token_that_prints_another_figure_is_no_change_of_words():
    """The figure itself is told where it comes from."""
    k = konteks_contoh()

    def isi(kunci, teks):
        blok = Blok("daftar", ((Penggalan("Serapan "), Penggalan(teks, terhitung=True, kunci=kunci)),))
        return dengan(k, NarasiBagian("bab4.langkah", (blok,)))

    assert not bandingkan(isi("serapan", "96,31%"), isi("serapan", "97,00%")).is_ada
    assert naskah(isi("serapan", "96,31%"), isi("rerata", "95,75%")) == [
        ("bab4.langkah", "Bab IV, langkah perbaikan", "[h:96,31%][t:95,75%]")
    ]


def test_causes_and_other_typed_texts_are_compared_too():
    lama = konteks_contoh()
    satu = lama.bab3.analisis[0]
    analisis = (
        replace(satu, analisis=a("Antrean berkurang karena loket ditambah.")),
        *lama.bab3.analisis[1:],
    )
    baru = replace(lama, bab3=replace(lama.bab3, analisis=analisis))
    [(bagian, nama, potong)] = naskah(lama, baru)
    assert (bagian, nama) == ("t_analisis", "Tabel 3.6, Indeks kepuasan masyarakat, sebab")
    assert "karena loket ditambah." in potong


def test_paragraphs_and_items_are_kept_apart():
    k = konteks_contoh()
    dua = NarasiBagian(
        "bab1.isu", (Blok("paragraf", ((Penggalan("A."),),)), Blok("daftar", ((Penggalan("b"),),)))
    )
    satu = bandingkan(dengan(k), dengan(k, dua)).naskah[0].potong
    assert "".join(p.teks for p in satu) == "A.\n\n- b"


@pytest.mark.django_db
def test_a_real_report_is_compared_with_itself_read_back(contoh):
    from pelaporan.konteks import to_json
    from pelaporan.konteks_json import dari_json

    for konteks in contoh[0].values():
        assert not bandingkan(dari_json(to_json(konteks)), konteks).is_ada
