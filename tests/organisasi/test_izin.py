"""Who sees and writes what: tasks of today, offices, units and governments."""

from __future__ import annotations

import datetime

import pytest
from django.apps import apps
from django.utils import timezone

from kinerja.models import Indikator, TargetRKT
from organisasi.models import PemerintahDaerah, Pengguna, Penugasan, PerangkatDaerah, Satuan, UnitKerja
from organisasi.pilihan import Peran
from sakip.umum.diagram import APP
from sakip.umum.lingkup import Lingkup, LingkupQuerySet
from sakip.umum.riwayat import AsalRiwayat
from tests.pelaporan.kantor_uji import rapi
from tests.pemeran import MULAI

pytestmark = pytest.mark.django_db


def segar(pengguna):
    return Pengguna.objects.get(pk=pengguna.pk)


def test_every_model_says_whose_its_rows_are():
    for app in APP:
        for model in apps.get_app_config(app).get_models():
            if issubclass(model, AsalRiwayat):
                continue
            assert isinstance(model.lingkup, Lingkup), model
            assert isinstance(model.objects.all(), LingkupQuerySet), model
            assert str(model.objects.filter(model.lingkup.saring([1], [1])).query) != "", model


@pytest.mark.parametrize(
    ("siapa", "kantor"),
    [("ani", "a"), ("gani", "a"), ("citra", "a"), ("dewi", "a"), ("budi", "b"),
     ("eko", "ab"), ("farid", "ab"), ("asing", ""), ("admin", "ab")],
)  # fmt: skip
def test_which_offices_a_person_sees(pemeran, siapa, kantor):
    ada = set(PerangkatDaerah.objects.untuk(getattr(pemeran, siapa)))
    assert ada == {getattr(pemeran, k).kantor for k in kantor}
    rapi_a = pemeran.a.indikator("skm")
    assert Indikator.objects.untuk(getattr(pemeran, siapa)).filter(pk=rapi_a.pk).exists() == ("a" in kantor)


def test_a_task_holds_on_its_days_only(pemeran):
    hari = timezone.localdate()
    t = Penugasan.objects.get(pengguna=pemeran.dewi)
    for mulai, sampai, ada in (
        (hari, hari, True),
        (hari + datetime.timedelta(days=1), None, False),
        (MULAI, hari - datetime.timedelta(days=1), False),
    ):
        t.mulai, t.sampai = mulai, sampai
        t.save()
        assert segar(pemeran.dewi).pelaku.is_peran(pemeran.a.kantor.pk, Peran.VERIFIKATOR) is ada


def test_an_inactive_account_has_no_task(pemeran):
    pemeran.dewi.is_active = False
    pemeran.dewi.save()
    assert not segar(pemeran.dewi).pelaku.is_bertugas


@pytest.mark.parametrize(
    ("siapa", "boleh"),
    [("ani", True), ("dewi", True), ("gani", False), ("citra", False), ("farid", False), ("eko", False),
     ("budi", False), ("admin", True)],
)  # fmt: skip
def test_who_writes_a_plan(pemeran, siapa, boleh):
    baris = TargetRKT(indikator=pemeran.a.indikator("skm"), tahun=2023)
    assert getattr(pemeran, siapa).pelaku.boleh_tulis_objek(baris) is boleh


def test_reference_data_is_read_by_all_and_written_by_the_admin(pemeran):
    satuan = Satuan.objects.first()
    assert Satuan.objects.untuk(pemeran.budi).exists()
    assert pemeran.eko.pelaku.boleh_tulis_objek(satuan)
    assert not pemeran.dewi.pelaku.boleh_tulis_objek(satuan)


def test_kabupaten_roles_hold_in_their_own_government(pemeran):
    lain = rapi(PemerintahDaerah(jenis="kabupaten", nama="Lain", kode="99.88", ibu_kota="Lain"))
    asing = rapi(
        PerangkatDaerah(pemda=lain, nama="Kecamatan Lain", slug="lain", jenis="kecamatan", tempat="Lain")
    )
    rapi(Penugasan(pengguna=pemeran.farid, peran=Peran.ADMIN_KABUPATEN, pemda=lain, mulai=MULAI))
    pelaku = segar(pemeran.farid).pelaku
    assert pelaku.peran_di(pemeran.a.kantor.pk) == {Peran.INSPEKTORAT.value}
    assert pelaku.peran_di(asing.pk) == {Peran.ADMIN_KABUPATEN.value}
    unit = UnitKerja(perangkat_daerah=pemeran.a.kantor, jenis="seksi", nama="x", urutan=9)
    assert not pelaku.boleh_tulis_objek(unit)
    assert pelaku.boleh_tulis_objek(UnitKerja(perangkat_daerah=asing, jenis="seksi", nama="x", urutan=1))
    assert (
        not Penugasan.objects.untuk(segar(pemeran.farid)).filter(perangkat_daerah=pemeran.a.kantor).exists()
    )


def test_accounts_of_another_government_are_not_there(pemeran):
    lain = rapi(PemerintahDaerah(jenis="kabupaten", nama="Lain", kode="99.88", ibu_kota="Lain"))
    jauh = Pengguna.objects.create_user("jauh", "", "x", pemda=lain)
    ada = Pengguna.objects.untuk(pemeran.eko)
    assert pemeran.ani in ada
    assert jauh not in ada
    assert pemeran.admin not in ada
    assert not Pengguna.objects.untuk(pemeran.dewi).exists()
