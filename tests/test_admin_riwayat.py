"""History of a record: before and after, who, in which role, when, from where, in two clicks."""

from __future__ import annotations

import ast
import datetime
import re
from decimal import Decimal as D

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from simple_history.models import HistoricalRecords

from kinerja.models import PerjanjianKinerja, TargetPK, TargetRKT
from organisasi.models import Pengguna, Satuan
from renstra.models import Tujuan
from sakip.umum.lingkup import Tercatat
from sakip.umum.riwayat import buat_banyak, ubah_banyak
from tests.bahan_admin import MODEL, alamat, isi_kantor, isian, teks
from tests.pelaporan.kantor_uji import TAHUN, rapi

pytestmark = pytest.mark.django_db


def rapat(jawaban):
    return " ".join(teks(jawaban).split())


def test_from_the_list_to_the_history_in_two_clicks(pemeran, masuk):
    target = rapi(TargetRKT(indikator=pemeran.a.indikator("skm"), tahun=TAHUN, nilai=D(80)))
    tamu = masuk(pemeran.farid)
    ubah = alamat(TargetRKT, "change", target.pk)
    assert f'href="{ubah}"' in tamu.get(alamat(TargetRKT, "changelist")).content.decode()
    riwayat = alamat(TargetRKT, "history", target.pk)
    assert f'href="{riwayat}"' in tamu.get(ubah).content.decode()
    assert tamu.get(riwayat).status_code == 200


def test_a_change_shows_before_after_who_role_when_and_from_where(pemeran, masuk):
    target = rapi(TargetRKT(indikator=pemeran.a.indikator("skm"), tahun=TAHUN, nilai=D(80)))
    tamu = masuk(pemeran.dewi)
    url = alamat(TargetRKT, "change", target.pk)
    asal = {"REMOTE_ADDR": "10.1.2.3"}
    assert tamu.post(url, isian(tamu.get(url)) | {"nilai": "82,5"}, **asal).status_code == 302
    jawaban = tamu.get(alamat(TargetRKT, "history", target.pk))
    kini, dahulu = jawaban.context["halaman"].object_list
    assert [(b.bidang, b.sebelum, b.sesudah) for b in kini.isi] == [("Nilai", "80", "82,5")]
    assert (kini.tindakan, kini.oleh, kini.peran) == ("Diubah", "Dewi Anggraini", "Verifikator")
    assert kini.alamat == "10.1.2.3"
    assert re.fullmatch(r"\d+ \w+ \d{4} pukul \d\d\.\d\d WIB", kini.pada)
    assert (dahulu.tindakan, dahulu.oleh, dahulu.alamat) == ("Ditambahkan", "Sistem (pemuatan data)", "")
    assert ("Indikator", "Belum diisi", "Indikator skm") in [
        (b.bidang, b.sebelum, b.sesudah) for b in dahulu.isi
    ]
    assert "Dewi Anggraini (Verifikator), dari alamat 10.1.2.3" in rapat(jawaban)


def test_the_role_is_that_of_the_day(pemeran, masuk):
    tujuan = pemeran.a.tujuan
    tamu = masuk(pemeran.dewi)
    url = alamat(Tujuan, "change", tujuan.pk)
    assert tamu.post(url, isian(tamu.get(url)) | {"uraian": "baru"}).status_code == 302
    tugas = pemeran.dewi.penugasan.get()
    tugas.sampai = datetime.date.today() - datetime.timedelta(days=1)
    tugas.save()
    kini = masuk(pemeran.ani).get(alamat(Tujuan, "history", tujuan.pk)).context["halaman"].object_list[0]
    assert (kini.oleh, kini.peran) == ("Dewi Anggraini", "")


def test_rows_inside_the_form_stand_in_the_history_of_the_record(pemeran, masuk):
    k = pemeran.a
    satu, dua = k.indikator("satu"), k.indikator("dua")
    pk = k.pk({satu: "80", dua: "90"})
    tamu = masuk(pemeran.dewi)
    url = alamat(PerjanjianKinerja, "change", pk.pk)
    isi = isian(tamu.get(url)) | {"target-0-nilai": "81", "target-1-DELETE": "on", "nomor": "7"}
    assert tamu.post(url, isi).status_code == 302
    semua = tamu.get(alamat(PerjanjianKinerja, "history", pk.pk)).context["halaman"].object_list
    tiga = {(b.tindakan, b.nama) for b in semua[:3]}
    assert tiga == {
        ("Diubah", ""),
        ("Diubah", "Target PK: Indikator satu"),
        ("Dihapus", "Target PK: Indikator dua"),
    }
    ubah = next(b for b in semua if b.nama == "Target PK: Indikator satu" and b.tindakan == "Diubah")
    assert [(b.bidang, b.sebelum, b.sesudah) for b in ubah.isi] == [("Nilai", "80", "81")]


def test_a_deleted_relation_is_named_by_its_number(pemeran, masuk):
    k = pemeran.a
    target = rapi(TargetRKT(indikator=k.indikator("lama"), tahun=TAHUN, nilai=D(80)))
    lama = target.indikator
    target.indikator = k.indikator("baru")
    target.save()
    nomor = lama.pk
    lama.delete()
    kini = masuk(pemeran.dewi).get(alamat(TargetRKT, "history", target.pk)).context["halaman"].object_list[0]
    assert [(b.sebelum, b.sesudah) for b in kini.isi] == [
        (f"nomor {nomor} (sudah dihapus)", "Indikator baru")
    ]


def test_history_costs_the_same_for_any_length_and_comes_in_pages(pemeran, masuk):
    k = pemeran.a
    pk = k.pk({k.indikator("satu"): "80"})
    tamu = masuk(pemeran.dewi)
    url = alamat(PerjanjianKinerja, "history", pk.pk)
    tamu.get(url)
    with CaptureQueriesContext(connection) as sedikit:
        tamu.get(url)
    for n in range(60):
        target = TargetPK.objects.get()
        target.nilai = D(n)
        target.save()
    with CaptureQueriesContext(connection) as banyak:
        jawaban = tamu.get(url)
    assert len(banyak) == len(sedikit)
    assert "62 perubahan" in rapat(jawaban) and "Halaman 1 dari 2" in rapat(jawaban)
    assert len(tamu.get(f"{url}?p=2").context["halaman"].object_list) == 12


def test_history_of_another_office_does_not_exist(pemeran, masuk):
    tamu = masuk(pemeran.budi)
    assert tamu.get(alamat(Tujuan, "history", pemeran.a.tujuan.pk)).status_code == 404
    assert tamu.get(alamat(Tujuan, "history", pemeran.b.tujuan.pk)).status_code == 200


def test_every_model_has_its_history_page(pemeran, masuk):
    isi_kantor("isi", pemeran.a)
    tamu = masuk(pemeran.admin)
    for model in MODEL:
        jawaban = tamu.get(alamat(model, "history", model.objects.first().pk))
        assert jawaban.status_code == 200
        if issubclass(model, Tercatat):
            assert jawaban.context["halaman"].object_list, model


def test_the_history_of_an_account_comes_from_the_log(pemeran, masuk):
    tamu = masuk(pemeran.eko)
    url = alamat(Pengguna, "change", pemeran.gani.pk)
    assert tamu.post(url, isian(tamu.get(url)) | {"email": "gani@contoh.go.id"}).status_code == 302
    semua = tamu.get(alamat(Pengguna, "history", pemeran.gani.pk)).context["halaman"].object_list
    assert (semua[0].tindakan, semua[0].oleh) == ("Ubah akun", "Eko Prasetyo")
    assert "password" not in " ".join(b.nama for b in semua)
    assert {b.tindakan for b in semua} == {"Ubah akun", "Ditambahkan"}  # the role came with the cast


def test_bulk_writes_know_the_address_too(pemeran, rf):
    HistoricalRecords.context.request = rf.get("/", REMOTE_ADDR="10.1.2.3")
    try:
        satu, dua = buat_banyak([Satuan(nama="Jam"), Satuan(nama="Hari")], oleh=pemeran.eko)
        satu.nama = "Menit"
        ubah_banyak([satu], ["nama"], oleh=pemeran.eko)
    finally:
        del HistoricalRecords.context.request
    ubah_banyak([dua], ["nama"])
    riwayat = Satuan.riwayat.filter(id__in=[satu.pk, dua.pk]).order_by("history_id")
    assert [(r.nama, r.history_user, r.alamat_asal) for r in riwayat] == [
        ("Jam", pemeran.eko, "10.1.2.3"), ("Hari", pemeran.eko, "10.1.2.3"),
        ("Menit", pemeran.eko, "10.1.2.3"), ("Hari", None, None),
    ]  # fmt: skip


def test_bulk_writes_go_through_the_helper():
    """Django's bulk methods and update() write no history (measured)."""
    pelanggaran = []
    for aplikasi in ("sakip", "organisasi", "renstra", "anggaran", "kinerja", "pelaporan"):
        for berkas in sorted((settings.BASE_DIR / aplikasi).rglob("*.py")):
            nama = berkas.relative_to(settings.BASE_DIR).as_posix()
            if "/migrations/" in nama or nama == "sakip/umum/riwayat.py":
                continue
            for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
                if _tulis_massal(simpul):
                    pelanggaran.append(f"{nama}:{simpul.lineno}: {ast.unparse(simpul)[:120]}")
    assert pelanggaran == []


#: Models that keep no history: their own rows are the record. The session's row moves by itself.
TANPA_RIWAYAT = {m.__name__ for m in apps.get_models() if not issubclass(m, Tercatat)} | {"self.model"}


def _tulis_massal(simpul):
    if not (isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Attribute)):
        return False
    pada = ast.unparse(simpul.func.value)
    if any(pada.startswith(f"{nama}.objects") for nama in TANPA_RIWAYAT):
        return False
    if re.fullmatch(r"a?bulk_(create|update)", simpul.func.attr):
        return True
    baris_orm = re.search(r"\.(objects|filter|exclude|all|_base_manager|_default_manager)\b", pada)
    return simpul.func.attr in ("update", "aupdate") and bool(baris_orm)


def test_the_guard_of_bulk_writes_sees_them():
    for kode in ("X.objects.filter(a=1).update(b=2)", "X.objects.bulk_create(s)", "q.bulk_update(s, ['a'])"):
        assert _tulis_massal(ast.parse(kode, mode="eval").body)
    for kode in ("isi.update(a=1)", "Jejak.objects.filter(a=1).update(b=2)", "buat_banyak(s)"):
        assert not _tulis_massal(ast.parse(kode, mode="eval").body)
