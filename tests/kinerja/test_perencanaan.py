"""The plan: the tree with what is missing, Renstra targets in one save, programmes from the nomenclature."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import TargetRKT
from kinerja.pohon_perencanaan import build_pohon
from renstra.models import Sasaran, SasaranProgram
from tests.pelaporan.kantor_uji import TAHUN, rapi


def url(nama, *lain, slug="alfa", tahun=TAHUN):
    return reverse(nama, args=[slug, tahun, *lain])


# Tree -------------------------------------------------------------------------------------------------


def jalan(simpul, *jejak):
    """Return a node by the starts of titles."""
    for awal in jejak:
        simpul = next(s for s in (simpul if isinstance(simpul, tuple) else simpul.anak) if awal in s.judul)
    return simpul


def test_the_tree_says_at_each_place_what_is_missing(pemeran):
    a = pemeran.a
    a.indikator("ikm", penanggung_jawab=a.unit["Seksi Pelayanan"])
    a.buat_sasaran("Sasaran dua", 2)
    program = a.program("7.01.01", {a.sasaran: 60})
    a.sub_kegiatan(program, "7.01.01.2.01.0001")
    a.program("7.01.02")
    pohon = build_pohon(a.kantor, TAHUN)
    assert jalan(pohon.akar, "Tujuan satu", "Sasaran satu").kurang == []
    assert jalan(pohon.akar, "Tujuan satu", "Sasaran satu", "Indikator ikm").kurang == [
        "Target 2023 belum diisi"
    ]
    assert jalan(pohon.akar, "Tujuan satu", "Sasaran dua").kurang == [
        "Belum ada indikator", "Belum ada program pendukung",
    ]  # fmt: skip
    node = jalan(pohon.akar, "Tujuan satu", "Sasaran satu", "7.01.01")
    assert node.kurang == ["Porsi 60% dari 100%", "Belum ada indikator"]
    assert node.rincian == ["porsi 60% untuk sasaran ini"]
    kegiatan = node.anak[0]
    assert (kegiatan.jenis, kegiatan.kurang) == ("Kegiatan", ["Belum ada indikator"])
    assert (kegiatan.anak[0].jenis, kegiatan.anak[0].kurang) == ("Sub kegiatan", ["Belum ada indikator"])
    assert [s.kurang for s in pohon.luar] == [
        ["Porsi 0% dari 100%", "Belum ada indikator", "Belum ada kegiatan"]
    ]
    assert pohon.jumlah_kurang == 10
    assert (pohon.jumlah_indikator, pohon.jumlah_program) == (1, 2)


def test_an_indicator_shows_unit_target_and_who_answers(pemeran):
    a = pemeran.a
    ikm = a.indikator("ikm", penanggung_jawab=a.unit["Seksi Pelayanan"])
    tanpa = a.indikator("lain", mulai_tahun=2024)
    a.target_renstra(ikm, {2023: D("87.15")})
    pohon = build_pohon(a.kantor, TAHUN)
    simpul = jalan(pohon.akar, "Tujuan satu", "Sasaran satu", "Indikator ikm")
    assert simpul.rincian == [
        "Indeks", "makin tinggi makin baik", "target 2023 87,15 (Renstra)", "Seksi Pelayanan",
    ]  # fmt: skip
    assert simpul.is_iku and simpul.kurang == []
    rapi(TargetRKT(indikator=ikm, tahun=2023, nilai=D(88)))
    pohon = build_pohon(a.kantor, TAHUN)
    assert "target 2023 88,00 (RKT)" in jalan(pohon.akar, "Tujuan", "Sasaran", "Indikator ikm").rincian
    assert jalan(pohon.akar, "Tujuan", "Sasaran", tanpa.nama).kurang == [
        "Belum ada definisi untuk tahun 2023"
    ]


def test_a_complete_plan_misses_nothing(pemeran):
    a = pemeran.a
    for node in (a.tujuan, a.sasaran):
        i = a.indikator(f"i-{node.pk}-{node._meta.model_name}", node=node, penanggung_jawab=a.unit["Camat"])
        a.target_renstra(i, {2023: D(1)})
    program = a.program("7.01.01", {a.sasaran: 100})
    sub = a.sub_kegiatan(program, "7.01.01.2.01.0001")
    dpa = a.dpa({sub: 1})
    for n, node in enumerate((program, sub.kegiatan, sub)):
        a.target_dpa(dpa, a.indikator(f"p-{n}", node=node), D(1))
    a.tetapkan()
    pohon = build_pohon(a.kantor, TAHUN)
    assert pohon.jumlah_kurang == 0
    assert (
        "target 2023 1,00 (DPA)" in jalan(pohon.akar, "Tujuan", "Sasaran", "7.01.01", "Indikator p-0").rincian
    )


def test_a_programme_of_two_sasaran_stands_in_full_once(pemeran):
    a = pemeran.a
    dua = a.buat_sasaran("Sasaran dua", 2)
    a.program("7.01.01", {a.sasaran: 60, dua: 40})
    pohon = build_pohon(a.kantor, TAHUN)
    satu, lain = (jalan(pohon.akar, "Tujuan", s, "7.01.01") for s in ("Sasaran satu", "Sasaran dua"))
    assert (satu.is_ulang, lain.is_ulang) == (False, True)
    assert "Porsi 100%" not in str(satu.kurang) and lain.anak == [] and lain.kurang == []


def test_the_pages_links_are_for_writers(pemeran, masuk):
    a = pemeran.a
    i = a.indikator("ikm")
    isi = masuk(pemeran.dewi).get(url("perencanaan")).content.decode()
    assert reverse("admin:renstra_tujuan_change", args=[a.tujuan.pk]) in isi
    assert reverse("admin:kinerja_indikator_change", args=[i.pk]) in isi
    assert url("tambah_program") in isi
    isi = masuk(pemeran.citra).get(url("perencanaan")).content.decode()
    assert "/admin/renstra/tujuan/" not in isi and url("tambah_program") not in isi
    assert url("target_sasaran", a.sasaran.pk) in isi and url("definisi_indikator", i.pk) in isi


def test_a_year_without_a_renstra_says_what_to_record(pemeran, masuk):
    klien = masuk(pemeran.dewi)
    isi = klien.get(url("perencanaan", tahun=2031)).content.decode()
    assert "Belum ada Renstra yang mencakup tahun 2031" in isi and "Catat Renstra" in isi


def test_the_tree_needs_the_same_queries_for_any_size(pemeran, masuk):
    a = pemeran.a
    klien = masuk(pemeran.dewi)

    def hitung():
        klien.get(url("perencanaan"))
        with CaptureQueriesContext(connection) as kueri:
            assert klien.get(url("perencanaan")).status_code == 200
        return len(kueri)

    a.indikator("satu")
    program = a.program("7.01.01", {a.sasaran: 50})
    a.sub_kegiatan(program, "7.01.01.2.01.0001")
    sebelum = hitung()
    for n in range(2, 9):
        sasaran = a.buat_sasaran(f"Sasaran {n}", n)
        a.target_renstra(a.indikator(f"i{n}", node=sasaran), {2023: D(n)})
        program = a.program(f"7.01.{n:02}", {sasaran: 50})
        sub = a.sub_kegiatan(program, f"7.01.{n:02}.2.01.0001")
        a.indikator(f"s{n}", node=sub)
    assert hitung() == sebelum < 30


LIHAT = {
    "ani": 200,
    "citra": 200,
    "dewi": 200,
    "eko": 200,
    "farid": 200,
    "gani": 200,
    "admin": 200,
    "budi": 404,
}
TULIS = {**LIHAT, "citra": 403, "eko": 403, "farid": 403, "gani": 403}


@pytest.mark.parametrize("nama", LIHAT)
def test_who_reads_and_who_writes_the_plan(pemeran, masuk, nama):
    a = pemeran.a
    i = a.indikator("ikm")
    klien = masuk(getattr(pemeran, nama))
    halaman = [
        url("target_tujuan", a.tujuan.pk), url("target_sasaran", a.sasaran.pk),
        url("definisi_indikator", i.pk),
    ]  # fmt: skip
    for alamat in (url("perencanaan"), *halaman):
        assert klien.get(alamat).status_code == LIHAT[nama], alamat
    assert klien.get(url("tambah_program")).status_code == TULIS[nama]
    for alamat in (*halaman, url("tambah_program")):
        jawaban = klien.post(alamat, {})
        assert jawaban.status_code in ((200, 302) if TULIS[nama] == 200 else (TULIS[nama],)), alamat


def test_nodes_of_another_office_are_not_found(pemeran, masuk):
    b = pemeran.b
    klien = masuk(pemeran.dewi)
    assert klien.get(url("target_tujuan", b.tujuan.pk)).status_code == 404
    assert klien.get(url("target_sasaran", b.sasaran.pk)).status_code == 404
    assert klien.get(url("definisi_indikator", b.indikator("x").pk)).status_code == 404
    # A person who sees both offices still finds each under its own address only.
    assert masuk(pemeran.eko).get(url("target_tujuan", b.tujuan.pk)).status_code == 404


def test_porsi_of_another_office_is_not_in_the_tree(pemeran):
    """A sasaran of the office is served by its own programmes only."""
    b = pemeran.b
    program = b.program("7.01.01")
    SasaranProgram.objects.create(
        sasaran=Sasaran.objects.get(pk=pemeran.a.sasaran.pk), program=program, porsi_persen=5
    )
    pohon = build_pohon(pemeran.a.kantor, TAHUN)
    assert pohon.jumlah_program == 0 and "7.01.01" not in str(pohon.akar)
