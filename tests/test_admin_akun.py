"""Accounts: the admin kabupaten manages the own government's, and nobody widens the own rights."""

from __future__ import annotations

import pytest
from django.urls import reverse

from organisasi.models import Jejak, PemerintahDaerah, Pengguna, Penugasan, PerangkatDaerah
from tests.bahan_admin import alamat, baris, isian, teks

pytestmark = pytest.mark.django_db
SANDI_BARU = "kata-sandi-panjang-9"
MULAI = "02-01-2024"


@pytest.fixture
def lain(pemeran):
    """Another government with an office and an account."""
    pemda = PemerintahDaerah.objects.create(jenis="kabupaten", nama="Lain", kode="88.08", ibu_kota="Lain")
    kantor = PerangkatDaerah.objects.create(
        pemda=pemda, nama="Kecamatan Lain", slug="lain", jenis="kecamatan"
    )
    akun = Pengguna.objects.create_user("lain", password="x" * 12, pemda=pemda)
    return pemda, kantor, akun


def test_who_may_open_accounts(pemeran, masuk):
    for siapa in ("ani", "budi", "citra", "dewi", "farid", "gani"):
        tamu = masuk(getattr(pemeran, siapa))
        for model in (Pengguna, Penugasan):
            assert tamu.get(alamat(model, "changelist")).status_code == 403
            assert tamu.get(alamat(model, "add")).status_code == 403
        assert tamu.get(alamat(Pengguna, "change", pemeran.ani.pk)).status_code in (403, 404)
        assert tamu.get(reverse("admin:auth_user_password_change", args=[pemeran.eko.pk])).status_code != 200


def test_a_new_account_belongs_to_the_government_of_who_makes_it(pemeran, masuk, lain):
    tamu = masuk(pemeran.eko)
    url = alamat(Pengguna, "add")
    assert set(isian(tamu.get(url))) == {
        "kirim_id", "username", "first_name", "last_name", "email", "password1", "password2",
    }  # fmt: skip
    isi = {"username": "baru", "password1": SANDI_BARU, "password2": SANDI_BARU}
    lancang = {
        "is_superuser": "on", "is_staff": "on", "pemda": lain[0].pk, "groups": "1", "user_permissions": "1",
        "harus_ganti_sandi": "", "putaran_sesi": "5",
    }  # fmt: skip
    assert tamu.post(url, isi | lancang).status_code == 302
    baru = Pengguna.objects.get(username="baru")
    assert (baru.pemda, baru.is_superuser, baru.is_staff) == (pemeran.pemda, False, False)
    assert baru.harus_ganti_sandi and baru.check_password(SANDI_BARU)
    assert not baru.groups.exists() and not baru.user_permissions.exists()
    assert Jejak.objects.get(tindakan="buat akun").oleh == pemeran.eko


def test_a_double_click_makes_one_account(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    url = alamat(Pengguna, "add")
    isi = isian(tamu.get(url)) | {"username": "baru", "password1": SANDI_BARU, "password2": SANDI_BARU}
    assert tamu.post(url, isi).url == tamu.post(url, isi).url
    assert Pengguna.objects.filter(username="baru").count() == 1


def test_fields_that_would_widen_rights_are_not_there_and_not_obeyed(pemeran, masuk, lain):
    tamu = masuk(pemeran.eko)
    for siapa in (pemeran.eko, pemeran.ani):
        url = alamat(Pengguna, "change", siapa.pk)
        halaman = tamu.get(url)
        isi = isian(halaman)
        terlarang = {"is_superuser", "is_staff", "groups", "user_permissions", "pemda", "password"}
        assert not terlarang & set(isi)
        lancang = {
            "is_superuser": "on",
            "is_staff": "on",
            "pemda": lain[0].pk,
            "groups": "1",
            "password": "x",
        }
        assert tamu.post(url, isi | lancang).status_code == 302
        siapa.refresh_from_db()
        assert (siapa.is_superuser, siapa.is_staff, siapa.pemda) == (False, False, pemeran.pemda)
        assert siapa.has_usable_password()


def test_nobody_gives_oneself_a_role(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    isi = {
        "pengguna": pemeran.eko.pk,
        "peran": "camat",
        "perangkat_daerah": pemeran.a.kantor.pk,
        "mulai": MULAI,
    }
    jawaban = tamu.post(alamat(Penugasan, "add"), isi)
    assert jawaban.status_code == 200 and "Penugasan untuk diri sendiri" in teks(jawaban)
    sendiri = pemeran.eko.penugasan.get()
    assert "penugasan-TOTAL_FORMS" in isian(tamu.get(alamat(Pengguna, "change", pemeran.ani.pk)))
    halaman = isian(tamu.get(alamat(Pengguna, "change", pemeran.eko.pk)))
    assert {n for n in halaman if n.startswith("penugasan-0")} == {"penugasan-0-id", "penugasan-0-pengguna"}
    url = alamat(Pengguna, "change", pemeran.eko.pk)
    baru = {"peran": "camat", "perangkat_daerah": pemeran.a.kantor.pk, "mulai": MULAI}
    tamu.post(url, halaman | baris("penugasan", baru))
    ubah = alamat(Penugasan, "change", sendiri.pk)
    assert tamu.post(ubah, {"peran": "inspektorat"}).status_code == 403
    assert tamu.post(alamat(Penugasan, "delete", sendiri.pk), {"post": "yes"}).status_code == 403
    assert list(pemeran.eko.penugasan.values_list("peran", flat=True)) == ["admin_kabupaten"]


def test_a_role_stays_inside_the_own_government(pemeran, masuk, lain):
    pemda, kantor, akun = lain
    tamu = masuk(pemeran.eko)
    url = alamat(Penugasan, "add")
    isi = {
        "pengguna": pemeran.asing.pk,
        "peran": "camat",
        "perangkat_daerah": pemeran.a.kantor.pk,
        "mulai": MULAI,
    }
    for ganti in ({"perangkat_daerah": kantor.pk}, {"pengguna": akun.pk}, {"pengguna": pemeran.admin.pk}):
        assert tamu.post(url, isi | ganti).status_code == 200
    kabupaten = {"peran": "admin_kabupaten", "perangkat_daerah": "", "pemda": pemda.pk}
    assert tamu.post(url, isi | kabupaten).status_code == 200
    assert not pemeran.asing.penugasan.exists() and not akun.penugasan.exists()
    assert tamu.post(url, isi).status_code == 302
    assert pemeran.asing.penugasan.get().peran == "camat"


def test_superusers_and_other_governments_do_not_exist(pemeran, masuk, lain):
    tamu = masuk(pemeran.eko)
    daftar = teks(tamu.get(alamat(Pengguna, "changelist")))
    assert "ani" in daftar and "Kecamatan Lain" not in daftar
    sandi = {"password1": SANDI_BARU, "password2": SANDI_BARU}
    for satu in (pemeran.admin, lain[2]):
        for halaman in ("change", "history", "delete"):
            assert tamu.get(alamat(Pengguna, halaman, satu.pk)).status_code in (403, 404)
        url = reverse("admin:auth_user_password_change", args=[satu.pk])
        assert tamu.get(url).status_code == 404 and tamu.post(url, sandi).status_code == 404
        satu.refresh_from_db()
        assert not satu.check_password(SANDI_BARU)
    cari = {"app_label": "organisasi", "model_name": "penugasan", "field_name": "pengguna", "term": ""}
    hasil = tamu.get(reverse("admin:autocomplete"), cari).json()["results"]
    assert {str(pemeran.ani.pk), str(pemeran.eko.pk)} <= {h["id"] for h in hasil}
    assert not {str(pemeran.admin.pk), str(lain[2].pk)} & {h["id"] for h in hasil}


def test_a_superuser_of_the_same_government_is_out_of_reach(pemeran, masuk):
    pemeran.admin.pemda = pemeran.pemda
    pemeran.admin.save()
    tamu = masuk(pemeran.eko)
    url = reverse("admin:auth_user_password_change", args=[pemeran.admin.pk])
    assert tamu.post(url, {"password1": SANDI_BARU, "password2": SANDI_BARU}).status_code == 404
    assert tamu.get(alamat(Pengguna, "change", pemeran.admin.pk)).status_code == 404


def test_a_password_given_must_be_replaced(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    url = reverse("admin:auth_user_password_change", args=[pemeran.ani.pk])
    assert f'href="{url}"' in tamu.get(alamat(Pengguna, "change", pemeran.ani.pk)).content.decode()
    assert tamu.post(url, {"password1": "1234", "password2": "1234"}).status_code == 200
    assert tamu.post(url, {"password1": SANDI_BARU, "password2": SANDI_BARU}).status_code == 302
    pemeran.ani.refresh_from_db()
    assert pemeran.ani.check_password(SANDI_BARU) and pemeran.ani.harus_ganti_sandi
    assert Jejak.objects.filter(tindakan="setel kata sandi").count() == 1
    sendiri = reverse("admin:auth_user_password_change", args=[pemeran.eko.pk])
    assert tamu.get(sendiri).url == reverse("akun_sandi")


def test_accounts_are_deactivated_never_deleted(pemeran, masuk):
    for siapa in (pemeran.eko, pemeran.admin):
        tamu = masuk(siapa)
        assert tamu.post(alamat(Pengguna, "delete", pemeran.gani.pk), {"post": "yes"}).status_code == 403
        aksi = {"action": "delete_selected", "_selected_action": pemeran.gani.pk, "post": "yes"}
        tamu.post(alamat(Pengguna, "changelist"), aksi)
        assert Pengguna.objects.filter(pk=pemeran.gani.pk).exists()
        assert "delete_selected" not in tamu.get(alamat(Pengguna, "changelist")).content.decode()
    url = alamat(Pengguna, "change", pemeran.gani.pk)
    isi = {k: v for k, v in isian(tamu.get(url)).items() if k != "is_active"}
    assert tamu.post(url, isi).status_code == 302
    pemeran.gani.refresh_from_db()
    assert not pemeran.gani.is_active


def test_nobody_locks_oneself_out(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    url = alamat(Pengguna, "change", pemeran.eko.pk)
    assert "is_active" not in isian(tamu.get(url))
    assert tamu.post(url, isian(tamu.get(url))).status_code == 302
    pemeran.eko.refresh_from_db()
    assert pemeran.eko.is_active


def test_a_government_is_made_at_installation_only(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    assert tamu.get(alamat(PemerintahDaerah, "add")).status_code == 403
    assert tamu.get(alamat(PemerintahDaerah, "change", pemeran.pemda.pk)).status_code == 200
    assert tamu.get(alamat(PemerintahDaerah, "delete", pemeran.pemda.pk)).status_code == 403


def test_a_superuser_makes_superusers(pemeran, masuk):
    tamu = masuk(pemeran.admin)
    isi = {"username": "kedua", "password1": SANDI_BARU, "password2": SANDI_BARU, "is_superuser": "on"}
    assert tamu.post(alamat(Pengguna, "add"), isi).status_code == 302
    assert Pengguna.objects.get(username="kedua").is_superuser
