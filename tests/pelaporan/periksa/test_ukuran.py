"""What the checks of plausibility read, with facts and of an old version without them."""

from dataclasses import replace

import pytest

from kinerja.pilihan import ArahIndikator
from kinerja.rumus import Arah
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.daftar import UANG_DAN_BUKTI
from pelaporan.periksa.jalankan import jalankan
from pelaporan.periksa.sebut import sebut
from pelaporan.periksa.ukuran import ARAH_LABEL, RENDAH, iter_ukuran
from tests.pelaporan.periksa.bersih import ubah_capaian
from tests.pelaporan.periksa.tanam import angka, persen

pytestmark = pytest.mark.django_db


def test_reported_indicators_of_all_levels_are_read_once(bersih):
    kode = [u.kode for u in iter_ukuran(bersih)]
    strategis = [b.kode for b in bersih.konteks.bab3.capaian]
    assert kode[: len(strategis)] == strategis
    assert kode[len(strategis) :] == [i.kode for i in bersih.indikator if i.tingkat in RENDAH]


def test_the_printed_labels_of_polarity_are_those_of_the_choices():
    assert {k: v.value for k, v in ARAH_LABEL.items()} == {
        a.label: a.value for a in ArahIndikator if a.value != Arah.MAKIN_TINGGI
    }


def test_an_old_version_has_its_polarity_from_the_printed_label(bersih):
    lama = BahanPeriksa(ubah_capaian(bersih, "gangguan", realisasi=angka(2), capaian=persen(1200)).konteks)
    arah = {u.kode: u.arah for u in iter_ukuran(lama)}
    assert arah["gangguan"] == Arah.MAKIN_RENDAH
    assert (arah["beban-loket"], arah["skm"]) == (Arah.RENTANG, Arah.MAKIN_TINGGI)


def test_checks_of_money_and_evidence_say_nothing_where_facts_are_not_kept(bersih):
    lama = BahanPeriksa(bersih.konteks)
    kosong = replace(lama, konteks=replace(bersih.konteks, naskah_pk=None))
    for bahan in (lama, kosong):
        assert jalankan(bahan, UANG_DAN_BUKTI).temuan == ()


def test_no_two_checks_of_the_group_find_anything_in_the_clean_report(bersih):
    assert jalankan(bersih, UANG_DAN_BUKTI).temuan == ()


def test_five_are_named_and_the_rest_is_counted():
    assert sebut(list("abcde")) == "a; b; c; d; e"
    assert sebut(list("abcdefg")) == "a; b; c; d; e; dan 2 lainnya"
