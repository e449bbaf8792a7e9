"""What the checks read is filled from rows: paragraphs of other offices, other names, in a fixed number."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organisasi.models import PemerintahDaerah
from pelaporan.models import Laporan, Narasi
from pelaporan.periksa.naskah import iter_paragraf, sidik_paragraf
from pelaporan.susun.periksa import build_bahan_periksa
from tests.pelaporan.kantor_uji import KantorUji

pytestmark = pytest.mark.django_db

KALIMAT = (
    "Rapat evaluasi membahas capaian [[tahun]] dan _lessons learned_ setiap seksi sampai tuntas bersama."
)
LAIN = "Pelayanan di loket depan diperbaiki dengan pemeriksaan berkas sejak awal oleh petugas yang bergilir."


def _laporan(slug: str, *isi: str, pemda=None) -> Laporan:
    k = KantorUji(slug)
    if pemda is not None:
        k.kantor.pemda = pemda
        k.kantor.save()
    for bagian, teks in zip(("bab4.langkah", "bab1.isu"), isi, strict=False):
        Narasi.objects.create(laporan=k.laporan, bagian=bagian, isi=teks)
    return Laporan.objects.select_related("perangkat_daerah__pemda").get(pk=k.laporan.pk)


def _sidik(bahan) -> set[str]:
    return {sidik_paragraf(p.mentah) for p in iter_paragraf(bahan.konteks)} & bahan.sidik_lain


def test_a_paragraph_of_another_office_is_known_by_its_hash_marks_and_line_breaks_aside():
    kami = _laporan("kami", KALIMAT, LAIN)
    pemda = kami.perangkat_daerah.pemda
    awal, sisa = KALIMAT.split(" capaian ")
    _laporan("mereka", f"Awal yang lain.\n\n- **{awal}**\n  capaian {sisa}", pemda=pemda)
    bahan = build_bahan_periksa(kami)
    assert len(_sidik(bahan)) == 1
    _laporan("ketiga", LAIN, pemda=pemda)
    assert len(_sidik(build_bahan_periksa(kami))) == 2


def test_another_government_is_not_read():
    kami = _laporan("kami", KALIMAT)
    jauh = PemerintahDaerah.objects.create(jenis="kabupaten", nama="Jauh", kode="97.99", ibu_kota="Jauh")
    lain = _laporan("jauh", KALIMAT, pemda=jauh)
    assert lain.perangkat_daerah.pemda != kami.perangkat_daerah.pemda
    assert _sidik(build_bahan_periksa(kami)) == set()


def test_the_number_of_queries_does_not_grow_with_rows_or_offices():
    hasil = []
    for slug, banyak in (("sedikit", 3), ("banyak", 30)):
        k = KantorUji(slug)
        indikator = [k.indikator(f"i{n}") for n in range(banyak)]
        k.pk(dict.fromkeys(indikator, 10))
        program = [k.program(f"7.01.{n:02d}", {k.sasaran: 100}) for n in range(banyak)]
        k.dpa(dict.fromkeys(program, 100))
        for i in indikator:
            k.setahun(i, 9)
        for n in range(banyak):
            _laporan(f"{slug}-{n}", LAIN, pemda=k.kantor.pemda)
        laporan = Laporan.objects.select_related("perangkat_daerah__pemda").get(pk=k.laporan.pk)
        with CaptureQueriesContext(connection) as kueri:
            bahan = build_bahan_periksa(laporan)
        assert len(bahan.indikator) == banyak
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= 75
