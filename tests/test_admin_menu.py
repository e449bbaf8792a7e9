"""The menu of the admin: the parts of the year, and only what the person may see."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from anggaran.models import DPA
from organisasi.models import Pengguna, PerangkatDaerah
from sakip.umum.situs import KELOMPOK
from tests.bahan_admin import MODEL, alamat, teks

pytestmark = pytest.mark.django_db
TAHUN_BERJALAN = ["perencanaan", "perjanjian", "anggaran", "pengukuran", "pelaporan", "rujukan"]


def kelompok(jawaban):
    return {k["app_label"]: [m["object_name"] for m in k["models"]] for k in jawaban.context["app_list"]}


def semua_model(jawaban):
    return [nama for isi in kelompok(jawaban).values() for nama in isi]


def test_every_model_has_its_part_of_the_year():
    kunci = [k.kunci for k in KELOMPOK]
    assert kunci == TAHUN_BERJALAN
    assert {admin.site._registry[m].kelompok for m in MODEL} == set(kunci)
    tanpa = [m.__name__ for m in MODEL if "kelompok" not in _deklarasi(admin.site._registry[m])]
    rujukan = [m.__name__ for m in MODEL if admin.site._registry[m].kelompok == "rujukan"]
    assert set(tanpa) == set(rujukan)


def _deklarasi(milik):
    """Names that the admin of a model or a parent below the common one declares."""
    from sakip.umum.admin_dasar import AdminDasar

    return {n for k in type(milik).__mro__ if k is not AdminDasar for n in vars(k)}


def test_the_index_shows_the_parts_in_order_with_a_sentence_each(pemeran, masuk):
    jawaban = masuk(pemeran.admin).get(reverse("admin:index"))
    assert list(kelompok(jawaban)) == TAHUN_BERJALAN
    assert all(k.kalimat in teks(jawaban) for k in KELOMPOK)
    assert set(semua_model(jawaban)) == {m.__name__ for m in MODEL}
    isi = jawaban.content.decode()
    assert "umum/admin.css" in isi and "theme.js" not in isi and "dark_mode.css" not in isi
    assert f'<meta name="pengguna" content="{pemeran.admin.pk}">' in isi


def test_only_what_one_may_see_is_named(pemeran, masuk):
    jawaban = masuk(pemeran.gani).get(reverse("admin:index"))
    semua = semua_model(jawaban)
    assert not {"Pengguna", "Penugasan", "BerkasTersimpan", "PengingatTerkirim", "HalamanLampiran"} & set(
        semua
    )
    assert {"Indikator", "DPA", "Narasi", "Realisasi", "UnitKerja"} <= set(semua)
    assert alamat(PerangkatDaerah, "add") not in jawaban.content.decode()
    jawaban = masuk(pemeran.eko).get(reverse("admin:index"))
    assert {"Pengguna", "Penugasan"} <= set(kelompok(jawaban)["rujukan"])
    assert alamat(PerangkatDaerah, "add") in jawaban.content.decode()
    assert alamat(DPA, "add") not in jawaban.content.decode()


@pytest.mark.parametrize("aplikasi", ["organisasi", "renstra", "anggaran", "kinerja", "pelaporan"])
def test_the_page_of_an_app_reads_well(pemeran, masuk, aplikasi):
    jawaban = masuk(pemeran.dewi).get(reverse("admin:app_list", args=[aplikasi]))
    assert jawaban.status_code == 200
    assert f"Data {apps.get_app_config(aplikasi).verbose_name}" in teks(jawaban)
    assert set(semua_model(jawaban)) <= {m.__name__ for m in MODEL if m._meta.app_label == aplikasi}


def test_breadcrumbs_lead_over_the_part_of_the_year(pemeran, masuk):
    tamu = masuk(pemeran.dewi)
    dpa = pemeran.a.dpa({})
    jawaban = tamu.get(alamat(DPA, "change", dpa.pk))
    remah = jawaban.content.decode().split('class="breadcrumbs">')[1].split("</div>")[0]
    assert [b.strip() for b in teks_dari(remah).split("›")] == ["Data", "Anggaran", "DPA", str(dpa)]
    assert f'href="{reverse("admin:index")}#anggaran"' in remah
    assert jawaban.context["menu_kini"] == "anggaran"
    for halaman in (alamat(DPA, "changelist"), alamat(DPA, "add"), alamat(DPA, "history", dpa.pk)):
        assert "#anggaran" in tamu.get(halaman).content.decode()


def teks_dari(isi):
    import html
    import re

    return html.unescape(re.sub(r"<[^>]+>", " ", isi))


def test_pages_of_libraries_are_not_there(pemeran, masuk):
    tamu = masuk(pemeran.admin)
    for satu in ("auth/group", "axes/accessattempt", "otp_totp/totpdevice"):
        assert tamu.get(f"/admin/{satu}/").status_code == 404
    pertama = Pengguna.objects.first()
    assert tamu.get(f"/admin/r/1/{pertama.pk}/").status_code == 404
