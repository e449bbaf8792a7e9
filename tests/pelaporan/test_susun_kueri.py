"""Composing a report asks the database a fixed number of times."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pelaporan.konteks import compute_hash, to_json
from pelaporan.models import Laporan
from pelaporan.susun import SusunGagal, build_konteks_lkjip
from tests.pelaporan.kantor_uji import KantorUji

pytestmark = pytest.mark.django_db


def _kantor(slug: str, banyak: int) -> Laporan:
    k = KantorUji(slug)
    indikator = [k.indikator(f"i{n}") for n in range(banyak)]
    k.pk(dict.fromkeys(indikator, 10))
    program = [k.program(f"7.01.{n:02d}", {k.sasaran: 100}) for n in range(banyak)]
    dpa = k.dpa(dict.fromkeys(program, 100))
    for n, p in enumerate(program):
        i = k.indikator(f"p{n}", node=p)
        k.target_dpa(dpa, i, 10)
        k.setahun(i, 10)
        k.belanja(p, {"tahun": 90})
    for i in indikator:
        k.setahun(i, 9)
        k.tahun_lalu(i, 2022, 10, 8)
    return Laporan.objects.select_related("perangkat_daerah__pemda").get(pk=k.laporan.pk)


def test_the_number_of_queries_does_not_grow_with_the_rows():
    hasil = []
    for slug, banyak in (("lima", 5), ("delapanpuluh", 80)):
        laporan = _kantor(slug, banyak)
        with CaptureQueriesContext(connection) as kueri:
            konteks = build_konteks_lkjip(laporan)
        assert len(konteks.bab3.capaian) == banyak
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= 60


def test_the_same_rows_give_the_same_json():
    laporan = _kantor("sama", 3)
    satu, dua = build_konteks_lkjip(laporan), build_konteks_lkjip(laporan)
    assert to_json(satu) == to_json(dua)
    assert compute_hash(satu) == compute_hash(dua)


def test_an_office_with_nothing_but_a_renstra_still_has_a_report():
    konteks = KantorUji("kosong").konteks()
    assert konteks.bab3.capaian == ()
    assert konteks.naskah_pk is None
    assert konteks.ikhtisar.capaian.teks != "0,00%"
    assert not konteks.ikhtisar.efisiensi.is_terukur


def test_without_renstra_or_rules_one_clear_sentence_says_so():
    k = KantorUji("tanpa")
    k.aturan.delete()
    with pytest.raises(SusunGagal, match="belum mempunyai aturan pengukuran"):
        k.konteks()
    laporan = Laporan.objects.create(perangkat_daerah=k.kantor, tahun=2030)
    with pytest.raises(SusunGagal, match="belum mempunyai Renstra yang mencakup tahun 2030"):
        build_konteks_lkjip(laporan)
