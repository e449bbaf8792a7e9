"""The definition of an indicator: edited in place without data, continued by a later one with data."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from kinerja import perencanaan as alur
from kinerja.forms_perencanaan import awal_definisi
from kinerja.models import DefinisiIndikator
from kinerja.perencanaan import DefinisiSalah, periksa_perubahan_definisi, ubah_definisi
from organisasi.models import Jejak
from renstra.program_tahun import RencanaGagal
from tests.pelaporan.kantor_uji import TAHUN, rapi


@pytest.fixture
def ikm(pemeran):
    return pemeran.a.indikator("ikm", formulasi="lama")


def isi(indikator, **lain):
    """Return the columns of the newest definition with some changed."""
    d = indikator.definisi.order_by("-mulai_tahun").first()
    return {b: getattr(d, b) for b in (*alur.BIDANG_POKOK, *alur.BIDANG_LAIN)} | lain


def semua(indikator):
    return list(
        indikator.definisi.order_by("mulai_tahun").values_list("mulai_tahun", "formulasi", "alasan_perubahan")
    )


def test_without_data_it_is_edited_in_place(pemeran, ikm):
    ubah_definisi(ikm, isi(ikm, formulasi="baru", arah="makin_rendah"), oleh=pemeran.dewi)
    assert semua(ikm) == [(2022, "baru", "")]
    assert ikm.definisi.get().riwayat.count() == 2


def test_what_reads_no_value_is_edited_in_place_with_data(pemeran, ikm):
    pemeran.a.target_renstra(ikm, {2023: D(80)})
    unit = pemeran.a.unit["Seksi Pelayanan"]
    ubah_definisi(ikm, isi(ikm, sumber_data="survei", penanggung_jawab_id=unit.pk), oleh=pemeran.ani)
    d = ikm.definisi.get()
    assert (d.mulai_tahun, d.sumber_data, d.penanggung_jawab) == (2022, "survei", unit)


@pytest.mark.parametrize(
    "ubahan",
    [
        {"satuan_id": None}, {"arah": "makin_rendah"}, {"jenis": "angka"}, {"metode": "rata_rata"},
        {"frekuensi": "triwulan"}, {"formulasi": "baru"}, {"label_pembilang": "x"}, {"label_penyebut": "y"},
        {"akumulasi_renstra": "kumulatif"}, {"jenis": "predikat", "skala": "akip"},
    ],
)  # fmt: skip
def test_with_data_it_asks_a_reason_and_a_year_and_keeps_the_old(pemeran, ikm, ubahan):
    pemeran.a.target_renstra(ikm, {2025: D(80)})
    with pytest.raises(DefinisiSalah) as galat:
        ubah_definisi(ikm, isi(ikm, **ubahan), oleh=pemeran.dewi)
    assert galat.value.galat.keys() == {"alasan", "mulai_tahun"}
    baru = ubah_definisi(ikm, isi(ikm, **ubahan), oleh=pemeran.dewi, mulai_tahun=2024, alasan="pedoman baru")
    lama, kini = ikm.definisi_pada(2023), ikm.definisi_pada(2024)
    assert (lama.mulai_tahun, lama.formulasi, lama.alasan_perubahan) == (2022, "lama", "")
    assert kini == baru and kini.alasan_perubahan == "pedoman baru"
    assert all(getattr(kini, b) == nilai for b, nilai in ubahan.items())
    assert Jejak.objects.get(tindakan="Definisi indikator diubah").uraian == "Mulai tahun 2024: pedoman baru"


def test_years_measured_or_promised_keep_their_definition(pemeran, ikm):
    pemeran.a.setahun(ikm, D(85), tahun=2023)
    pemeran.a.pk({ikm: D(86)}, tahun=2024)
    assert alur.tahun_terkunci(ikm) == {2023}
    pemeran.a.tetapkan()
    assert alur.tahun_terkunci(ikm) == {2023, 2024}
    assert alur.tahun_berdata(ikm) == {2023, 2024}
    for tahun in (2022, 2023, 2024):
        with pytest.raises(DefinisiSalah, match="Tulis 2025 atau sesudahnya"):
            ubah_definisi(ikm, isi(ikm, formulasi="x"), oleh=pemeran.dewi, mulai_tahun=tahun, alasan="a")
    assert semua(ikm) == [(2022, "lama", "")]
    ubah_definisi(ikm, isi(ikm, formulasi="x"), oleh=pemeran.dewi, mulai_tahun=2025, alasan="a")
    assert semua(ikm) == [(2022, "lama", ""), (2025, "x", "a")]


def test_data_of_earlier_definitions_do_not_bind_the_newest(pemeran, ikm):
    pemeran.a.setahun(ikm, D(85), tahun=2023)
    ubah_definisi(ikm, isi(ikm, formulasi="x"), oleh=pemeran.dewi, mulai_tahun=2025, alasan="a")
    ubah_definisi(ikm, isi(ikm, formulasi="y"), oleh=pemeran.dewi)
    assert semua(ikm) == [(2022, "lama", ""), (2025, "y", "a")]


def test_a_blank_target_is_no_data(pemeran, ikm):
    pemeran.a.pk({ikm: None})
    assert alur.tahun_berdata(ikm) == set()


def test_what_the_model_refuses_comes_back_by_field(pemeran, ikm):
    with pytest.raises(DefinisiSalah) as galat:
        ubah_definisi(ikm, isi(ikm, jenis="predikat"), oleh=pemeran.dewi)
    assert "skala" in str(galat.value)
    with pytest.raises(DefinisiSalah) as galat:
        ubah_definisi(ikm, isi(ikm, jenis="predikat", skala="tak-ada"), oleh=pemeran.dewi)
    assert galat.value.galat.keys() == {"skala"}
    assert ikm.definisi.get().jenis == "indeks"


@pytest.mark.parametrize("nama", ["citra", "budi", "eko", "farid", "gani"])
def test_only_planners_change_it(pemeran, ikm, nama):
    with pytest.raises(PermissionDenied):
        ubah_definisi(ikm, isi(ikm, formulasi="x"), oleh=getattr(pemeran, nama))
    assert semua(ikm) == [(2022, "lama", "")]


def test_the_first_definition(pemeran, ikm):
    bidang = isi(ikm)
    ikm.definisi.all().delete()
    with pytest.raises(RencanaGagal, match="belum mempunyai"):
        ubah_definisi(ikm, bidang, oleh=pemeran.dewi)
    alur.buat_definisi(ikm, bidang, mulai_tahun=2023, oleh=pemeran.dewi)
    assert semua(ikm) == [(2023, "lama", "")]
    with pytest.raises(RencanaGagal, match="sudah mempunyai"):
        alur.buat_definisi(ikm, bidang, mulai_tahun=2024, oleh=pemeran.dewi)


# Guard of the stock admin -----------------------------------------------------------------------------


def salinan(d, **lain):
    """Return a definition as a form would hold it."""
    baru = DefinisiIndikator.objects.get(pk=d.pk)
    for nama, nilai in lain.items():
        setattr(baru, nama, nilai)
    return baru


def test_the_guard_lets_pass_what_touches_no_data(pemeran, ikm):
    d = ikm.definisi.get()
    assert periksa_perubahan_definisi(d, salinan(d, formulasi="x", mulai_tahun=2023)) is None
    pemeran.a.target_renstra(ikm, {2023: D(80), 2024: D(81)})
    assert periksa_perubahan_definisi(d, salinan(d, sumber_data="x")) is None
    for ubahan in ({"formulasi": "x"}, {"mulai_tahun": 2023}, {"satuan_id": None}):
        assert "dipakai data tahun 2023 sampai 2024" in periksa_perubahan_definisi(d, salinan(d, **ubahan))


def test_the_guard_knows_which_years_a_definition_holds(pemeran, ikm):
    lama = ikm.definisi.get()
    pemeran.a.target_renstra(ikm, {2025: D(80)})
    baru = rapi(salinan_baru(lama, mulai_tahun=2024, alasan_perubahan="a"))
    assert periksa_perubahan_definisi(lama, salinan(lama, formulasi="x")) is None
    assert "2025" in periksa_perubahan_definisi(baru, salinan(baru, formulasi="x"))


def salinan_baru(d, **lain):
    """Return a new definition of the same indicator."""
    bidang = {b: getattr(d, b) for b in (*alur.BIDANG_POKOK, *alur.BIDANG_LAIN)}
    return DefinisiIndikator(indikator=d.indikator, **bidang | lain)


def test_the_guard_asks_a_reason_of_a_new_definition(pemeran, ikm):
    d = ikm.definisi.get()
    assert periksa_perubahan_definisi(None, salinan_baru(d, mulai_tahun=2024, formulasi="x")) is None
    pemeran.a.setahun(ikm, D(85), tahun=2023)
    assert "alasan" in periksa_perubahan_definisi(None, salinan_baru(d, mulai_tahun=2024, formulasi="x"))
    beralasan = {"formulasi": "x", "alasan_perubahan": "a"}
    assert periksa_perubahan_definisi(None, salinan_baru(d, mulai_tahun=2024, **beralasan)) is None
    assert "2024 atau" in periksa_perubahan_definisi(None, salinan_baru(d, mulai_tahun=2023, **beralasan))
    assert periksa_perubahan_definisi(None, salinan_baru(d, mulai_tahun=2021)) is None


# Page -------------------------------------------------------------------------------------------------


def kirim(indikator, versi, **lain):
    """Return the POST of the page."""
    d = indikator.definisi.order_by("-mulai_tahun").first()
    awal = {k: "" if v is None else v for k, v in awal_definisi(d).items()}
    return {**awal, "mulai_tahun": "", "alasan": "", "versi": versi, **lain}


def alamat(indikator):
    return reverse("definisi_indikator", args=["alfa", TAHUN, indikator.pk])


def test_the_page_changes_a_definition_with_reason_and_year(pemeran, masuk, ikm):
    pemeran.a.setahun(ikm, D(85), tahun=2023)
    klien = masuk(pemeran.dewi)
    halaman = klien.get(alamat(ikm))
    assert (
        halaman.context["tahun_bebas"] == 2024 and "Sudah berisi data tahun 2023" in halaman.content.decode()
    )
    versi = halaman.context["versi_halaman"]
    jawaban = klien.post(alamat(ikm), kirim(ikm, versi, formulasi="baru"))
    teks = jawaban.content.decode()
    assert (
        "Tulis alasan perubahannya" in teks
        and "misalnya 2024" in teks
        and ">baru</textarea>" in teks.replace("\n", "")
    )
    assert teks.count('aria-invalid="true"') == 2
    jawaban = klien.post(
        alamat(ikm), kirim(ikm, versi, formulasi="baru", mulai_tahun="2024", alasan="pedoman"), follow=True
    )
    teks = jawaban.content.decode()
    assert "Definisi baru berlaku mulai tahun 2024" in teks
    assert "2022 sampai 2023" in teks or "2022 sampai" in teks
    assert semua(ikm) == [(2022, "lama", ""), (2024, "baru", "pedoman")]


def test_the_second_to_save_is_told_and_keeps_the_typed(pemeran, masuk, ikm):
    klien = masuk(pemeran.ani)
    versi = klien.get(alamat(ikm)).context["versi_halaman"]
    data = kirim(ikm, versi, formulasi="punya ani")
    ubah_definisi(ikm, isi(ikm, formulasi="punya dewi"), oleh=pemeran.dewi)
    jawaban = klien.post(alamat(ikm), data)
    teks = jawaban.content.decode()
    assert "mengubah definisi ini" in teks and "punya ani" in teks and "punya dewi" in teks
    assert semua(ikm)[0][1] == "punya dewi"
    data["versi"] = jawaban.context["versi_halaman"]
    assert klien.post(alamat(ikm), data).status_code == 302
    assert semua(ikm)[0][1] == "punya ani"


def test_a_first_definition_is_made_on_the_page(pemeran, masuk, ikm):
    data = kirim(ikm, 0, mulai_tahun="2023")
    ikm.definisi.all().delete()
    klien = masuk(pemeran.dewi)
    assert "Belum ada definisi" in klien.get(alamat(ikm)).content.decode()
    assert "Tulis tahun pertamanya" in klien.post(alamat(ikm), {**data, "mulai_tahun": ""}).content.decode()
    assert klien.post(alamat(ikm), data).status_code == 302
    assert semua(ikm) == [(2023, "lama", "")]


def test_units_of_another_office_are_not_offered(pemeran, masuk, ikm):
    klien = masuk(pemeran.dewi)
    versi = klien.get(alamat(ikm)).context["versi_halaman"]
    data = kirim(ikm, versi, penanggung_jawab=pemeran.b.unit["Camat"].pk)
    assert klien.post(alamat(ikm), data).status_code == 200
    assert ikm.definisi.get().penanggung_jawab is None
