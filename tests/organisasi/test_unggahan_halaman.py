"""Pages of uploads: the list, one of them in each state, its files, the decision."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from organisasi.models import Satuan, Unggahan
from organisasi.unggahan.alur import terima
from tests.pemeran import Pemeran

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("penangan_uji")]


@pytest.fixture(scope="module")
def p(django_db_setup, django_db_blocker):
    """The cast, once; every test is rolled back."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield Pemeran()
        transaction.set_rollback(True)


def unggah(p, isi="1 2 3", oleh=None, kantor=None):
    berkas = SimpleUploadedFile("data uji.txt", isi.encode())
    return terima(berkas, jenis="uji", oleh=oleh or p.ani, kantor=kantor or p.a.kantor, tahun=2024)


def isi(jawaban):
    return re.sub(r"\s+", " ", jawaban.content.decode())


def test_the_list_says_who_when_what_and_the_outcome(p, masuk):
    unggah(p)
    unggah(p, "1 x")
    halaman = isi(masuk(p.ani).get("/unggahan/"))
    assert "2 unggahan" in halaman and "data uji.txt" in halaman and p.a.kantor.nama in halaman
    assert "Siap diterapkan" in halaman and "Ditolak" in halaman
    assert "Ani Rahmawati" in halaman and "Disimpan 30 hari" in halaman
    assert 'href="/unggahan/" aria-current="page"' in halaman
    assert "Belum ada unggahan" in isi(masuk(p.dewi).get("/unggahan/"))
    semua = isi(masuk(p.eko).get("/unggahan/"))
    assert "2 unggahan" in semua and "Berkas yang diunggah semua orang" in semua


def test_the_list_costs_the_same_for_any_number_of_uploads(p, masuk, django_assert_num_queries):
    tamu = masuk(p.eko)
    unggah(p)
    tamu.get("/unggahan/")
    with django_assert_num_queries(8):
        tamu.get("/unggahan/")
    for _ in range(3):
        unggah(p)
    unggah(p, oleh=p.budi, kantor=p.b.kantor)
    with django_assert_num_queries(8):
        tamu.get("/unggahan/")


def test_a_checked_upload_asks_for_a_decision(p, masuk, django_assert_num_queries):
    u = unggah(p)
    tamu = masuk(p.ani)
    with django_assert_num_queries(6):
        halaman = isi(tamu.get(f"/unggahan/{u.pk}/"))
    assert "3 baru" in halaman  # the preview of its kind
    assert f'name="giliran" value="{u.giliran}"' in halaman
    assert 'form="terapkan"' in halaman and 'form="batal"' in halaman
    assert "unggahan.js" not in halaman and "refresh" not in halaman
    jawab = tamu.post(f"/unggahan/{u.pk}/terapkan/", {"giliran": u.giliran}, follow=True)
    assert "Semua perubahan sudah tersimpan. 3 baris diterapkan." in isi(jawab)
    assert 'form="terapkan"' not in isi(jawab) and 'form="batal"' not in isi(jawab)
    assert Satuan.objects.filter(nama__startswith="uji-").count() == 3
    jawab = tamu.post(f"/unggahan/{u.pk}/terapkan/", {"giliran": u.giliran}, follow=True)
    assert "keadaan unggahan ini sudah berubah: selesai diterapkan" in isi(jawab)
    assert Satuan.objects.filter(nama__startswith="uji-").count() == 3


def test_what_the_person_chooses_in_the_preview_reaches_the_check(p, masuk):
    u = unggah(p)
    tamu = masuk(p.ani)
    assert 'name="pilihan-versi" form="periksa"' in isi(tamu.get(f"/unggahan/{u.pk}/"))
    tamu.post(f"/unggahan/{u.pk}/periksa-lagi/", {"pilihan-versi": "2", "pilihan-kolom": ["a", "b"]})
    u.refresh_from_db()
    assert u.pilihan == {"versi": "2", "kolom": ["a", "b"]} == u.hasil["pilihan"]


def test_work_under_way_is_shown_with_and_without_script(p, masuk):
    u = unggah(p)
    bekerja = Unggahan.objects.filter(pk=u.pk)
    bekerja.update(status="memeriksa", dibaca=1200, diperiksa=1000, total=4000, diubah_pada=timezone.now())
    tamu = masuk(p.ani)
    halaman = isi(tamu.get(f"/unggahan/{u.pk}/"))
    assert "1.200 baris dibaca, 1.000 dari 4.000 diperiksa." in halaman
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in halaman
    assert "unggahan.js" in halaman and 'max="4000" value="1000"' in halaman
    assert 'form="batal"' in halaman and "boleh ditutup" in halaman
    assert json.loads(tamu.get(f"/unggahan/{u.pk}/kemajuan.json").content) == {
        "status": "memeriksa",
        "label": "Sedang diperiksa",
        "kalimat": "1.200 baris dibaca, 1.000 dari 4.000 diperiksa.",
        "bekerja": True,
        "nilai": 1000,
        "total": 4000,
    }
    bekerja.update(diubah_pada=timezone.now() - datetime.timedelta(minutes=5))
    halaman = isi(tamu.get(f"/unggahan/{u.pk}/"))
    assert "Terhenti" in halaman and 'form="periksa">Periksa lagi' in halaman
    assert tamu.get(f"/unggahan/{u.pk}/kemajuan.json").json()["bekerja"] is False
    jawab = tamu.post(f"/unggahan/{u.pk}/periksa-lagi/", follow=True)
    assert "Siap diterapkan" in isi(jawab)


def test_cancelling_is_said(p, masuk):
    u = unggah(p)
    jawab = masuk(p.ani).post(f"/unggahan/{u.pk}/batal/", follow=True)
    assert "Unggahan dibatalkan. Tidak ada data yang berubah." in isi(jawab)


def test_files_go_out_as_attachments_to_who_may_see_them(p, masuk):
    u = unggah(p, "1 x")
    jawab = masuk(p.ani).get(reverse("unggahan_berkas", args=[u.pk]))
    assert b"".join(jawab.streaming_content) == b"1 x"
    assert jawab["Content-Disposition"] == 'attachment; filename="data uji.txt"'
    assert jawab["X-Content-Type-Options"] == "nosniff" and "private, no-store" in jawab["Cache-Control"]
    jawab = masuk(p.eko).get(reverse("unggahan_hasil", args=[u.pk]))
    assert b"".join(jawab.streaming_content) == b"merah"
    assert masuk(p.budi).get(reverse("unggahan_berkas", args=[u.pk])).status_code == 404


def test_a_file_that_is_gone_is_not_found(p, masuk):
    u = unggah(p)
    u.berkas.storage.delete(u.berkas.name)
    assert masuk(p.ani).get(reverse("unggahan_berkas", args=[u.pk])).status_code == 404
    assert masuk(p.ani).get(reverse("unggahan_hasil", args=[u.pk])).status_code == 404


def test_the_admin_looks_and_does_not_decide(p, masuk):
    u = unggah(p)
    tamu = masuk(p.eko)
    halaman = isi(tamu.get(f"/unggahan/{u.pk}/"))
    assert "3 baru" in halaman and "<button" not in halaman.split("<main")[1]
    assert tamu.post(f"/unggahan/{u.pk}/terapkan/", {"giliran": u.giliran}).status_code == 403
