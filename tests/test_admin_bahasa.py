"""No English on any page of the admin, for anybody; help with an example at each field."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.test import RequestFactory
from django.urls import reverse

from organisasi.models import Pengguna, PerangkatDaerah
from sakip.umum.admin_dasar import HanyaBaca
from tests.bahan_admin import HANYA_BACA, MODEL, alamat, isi_kantor, teks

pytestmark = pytest.mark.django_db
#: English words that no Indonesian page needs. Words of both languages (data, status, unit) are not here.
KATA = (
    "the this that these those of and or not with from your you are was were will would please select choose "
    "change changed add added delete deleted remove save saved saving search find filter by history log out "
    "home view show hide close cancel back go next previous first last all any none yes no unknown empty "
    "field required enter error errors warning success successfully user users password username email "
    "name date time today yesterday now object objects item items action actions selected clear "
    "page pages result results entry entries currently upload file files browse submit reset help more less "
    "related model models application administration site welcome login logout breadcrumbs"
)
BUKAN_INGGRIS = {
    "filter",
    "model",
    "administrator",
    "no",
    "time",
    "last",
    "by",
    "reset",
    "object",
    "go",
    "email",
}
_SEMUA = "|".join(sorted(set(KATA.split()) - BUKAN_INGGRIS))
ASING = re.compile(rf"(?<![\w.@/-])({_SEMUA})(?![\w@/-])", re.I)
#: Rows of an office that only a superuser looks at in the admin.
PENGELOLA = {"halamanlampiran", "potretlaporan"}
PERAN = ("ani", "budi", "citra", "dewi", "eko", "farid", "gani")


def periksa(jawaban, halaman):
    """A page answers, in Indonesian, without inline style or script and without type=number."""
    assert jawaban.status_code == 200, f"{halaman}: {jawaban.status_code}"
    asing = ASING.search(teks(jawaban))
    assert not asing, (
        f"{halaman}: {asing[0]!r} … {teks(jawaban)[max(0, asing.start() - 60) : asing.end() + 60]}"
    )
    isi = jawaban.content.decode()
    atribut = " ".join(
        re.findall(r'(?:alt|title|placeholder|aria-label)="([^"]*)"', isi)
        + re.findall(r'type="submit" value="([^"]*)"', isi)
    )
    asing = ASING.search(atribut)
    assert not re.search(r'alt="(True|False|None)"', isi), halaman
    assert not asing, (
        f"{halaman}: atribut {asing[0]!r} … {atribut[max(0, asing.start() - 60) : asing.end() + 60]}"
    )
    assert "<style" not in isi and " style=" not in isi, halaman
    assert not re.search(r"<script(?![^>]*src=)(?![^>]*application/json)", isi), halaman
    assert 'type="number"' not in isi, halaman


def test_every_page_of_every_model_for_a_superuser(pemeran, masuk):
    isi_kantor("isi", pemeran.a)
    tamu = masuk(pemeran.admin)
    periksa(tamu.get(reverse("admin:index")), "index")
    for model in MODEL:
        satu = model.objects.order_by("pk")[0].pk
        milik = admin.site._registry[model]
        halaman = [
            alamat(model, "changelist"),
            f"{alamat(model, 'changelist')}?q=tidakadayangcocok",
            f"{alamat(model, 'changelist')}?_popup=1",
            f"{alamat(model, 'changelist')}?_facets=True",
            alamat(model, "change", satu),
            f"{alamat(model, 'change', satu)}?_popup=1",
            alamat(model, "history", satu),
        ]
        if model._meta.model_name in HANYA_BACA:
            assert isinstance(milik, HanyaBaca)
            assert tamu.get(alamat(model, "add")).status_code == 403
        else:
            halaman += [alamat(model, "add"), f"{alamat(model, 'add')}?_popup=1"]
            if model is not Pengguna:
                halaman.append(alamat(model, "delete", satu))
                aksi = {"action": "delete_selected", "_selected_action": satu}
                periksa(tamu.post(alamat(model, "changelist"), aksi), f"hapus beberapa {model}")
            salah = tamu.post(alamat(model, "add"), _kosong(tamu.get(alamat(model, "add"))))
            periksa(salah, f"kosong {model}")
        for satu_halaman in halaman:
            periksa(tamu.get(satu_halaman), satu_halaman)


def _kosong(jawaban):
    """Return the form data of an empty form with its inline rows."""
    return dict.fromkeys(re.findall(r'name="(\w+-(?:TOTAL|INITIAL)_FORMS)"', jawaban.content.decode()), "0")


@pytest.mark.parametrize("siapa", PERAN)
def test_what_each_role_sees(pemeran, masuk, siapa):
    isi_kantor("isi", pemeran.b if siapa == "budi" else pemeran.a)
    orang = getattr(pemeran, siapa)
    tamu = masuk(orang)
    for model in MODEL:
        jawaban = tamu.get(alamat(model, "changelist"))
        if jawaban.status_code == 403:
            assert not orang.pelaku.boleh_lihat(model) or model._meta.model_name in PENGELOLA
            continue
        periksa(jawaban, f"{siapa}: {model}")
        satu = model.objects.untuk(orang).filter(**_bukan_superuser(model)).first()
        assert satu is not None, model
        periksa(tamu.get(alamat(model, "change", satu.pk)), f"{siapa}: {satu!r}")
        tambah = tamu.get(alamat(model, "add"))
        if tambah.status_code != 403:
            periksa(tambah, f"{siapa}: tambah {model}")


def _bukan_superuser(model):
    return {"is_superuser": False} if model is Pengguna else {}


def test_other_pages(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    periksa(tamu.get(reverse("admin:auth_user_password_change", args=[pemeran.ani.pk])), "sandi")
    salah = {"password1": "1234", "password2": "12345"}
    sandi = reverse("admin:auth_user_password_change", args=[pemeran.ani.pk])
    periksa(tamu.post(sandi, salah), "sandi salah")
    periksa(
        tamu.post(alamat(Pengguna, "add"), {"username": "ani", "password1": "a", "password2": "b"}), "akun"
    )
    daftar = alamat(PerangkatDaerah, "changelist")
    jawaban = tamu.get(f"{daftar}?jenis__xyz=1", follow=True)
    periksa(jawaban, "saringan salah")
    jawaban = tamu.post(daftar, {"action": "delete_selected", "index": 0}, follow=True)
    periksa(jawaban, "tanpa pilihan")
    jawaban = tamu.post(
        daftar, {"action": "", "index": 0, "_selected_action": pemeran.a.kantor.pk}, follow=True
    )
    periksa(jawaban, "tanpa aksi")
    for alamat_salah in ("/admin/tidak/ada/", alamat(PerangkatDaerah, "change", 99999)):
        jawaban = tamu.get(alamat_salah)
        assert jawaban.status_code == 404 and not ASING.search(teks(jawaban))
    for isi in ({}, {"app_label": "organisasi", "model_name": "x", "field_name": "y", "term": "z"}):
        jawaban = tamu.get(reverse("admin:autocomplete"), isi)
        assert jawaban.status_code in (403, 404) and not ASING.search(teks(jawaban))


def test_the_refusal_is_said_in_good_indonesian(pemeran, masuk):
    jawaban = masuk(pemeran.eko).post(alamat(PerangkatDaerah, "add"), {})
    assert "Belum tersimpan. Perbaiki isian yang bertanda merah." in teks(jawaban)
    assert "dibawah" not in teks(jawaban)


def test_every_visible_field_has_help_with_an_example(pemeran):
    """Typed fields show an example; a tick or a choice says what it means."""
    request = RequestFactory().get("/")
    request.user = pemeran.admin
    tanpa = []
    for model in MODEL:
        milik = admin.site._registry[model]
        if isinstance(milik, HanyaBaca):
            continue
        objek = model.objects.first() if model in (Pengguna,) else None
        for obj in {None, objek}:
            tampak = flatten_fieldsets(milik.get_fieldsets(request, obj))
            form = milik.get_form(request, obj, change=obj is not None, fields=tampak)
            tanpa += [f"{model.__name__}.{n}" for n in _tanpa_contoh(form(instance=obj).fields)]
            for baris in milik.get_inline_instances(request, obj):
                if not isinstance(baris, HanyaBaca):
                    medan = baris.get_formset(request, obj).form.base_fields
                    tanpa += [f"{model.__name__}/{baris.model.__name__}.{n}" for n in _tanpa_contoh(medan)]
    assert tanpa == []


def _tanpa_contoh(medan):
    """Return the names of fields whose help is missing or shows no example."""
    contoh = re.compile(r"\b(misalnya|sekali lagi)\b|\d")
    return [n for n, m in medan.items() if not m.widget.is_hidden and not contoh.search(str(m.help_text))]


def test_constraints_are_said_in_words(pemeran):
    """No person ever reads the name of a constraint."""
    from django.db.models import UniqueConstraint

    from sakip.umum.admin_formulir import PESAN_BATASAN

    bisu = {
        b.name
        for m in MODEL
        if m._meta.model_name not in HANYA_BACA
        for b in m._meta.constraints
        if b.violation_error_message == b.default_violation_error_message
        and not (isinstance(b, UniqueConstraint) and not b.condition)
    }
    assert bisu - set(PESAN_BATASAN) == set()
