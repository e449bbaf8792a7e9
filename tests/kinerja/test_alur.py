"""Steps of a unit's quarter, requests to open it, and the locks in the database."""

from __future__ import annotations

import datetime
from decimal import Decimal as D

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from anggaran.models import RealisasiAnggaran
from kinerja import alur
from kinerja.alur_isian import IsiBelanja, IsiKinerja, simpan_belanja, simpan_kinerja
from kinerja.isian import muat_isian
from kinerja.models import Bukti, CatatanPemeriksaan, PermintaanBuka, Realisasi, TahapPengukuran
from kinerja.pilihan import Keputusan, Tahap
from organisasi.models import Jejak
from organisasi.pilihan import Peran
from tests.kinerja.panggung_ukur import PanggungUkur, buka_jendela, tutup_jendela
from tests.pelaporan.kantor_uji import TAHUN

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def panggung(pemeran):
    return PanggungUkur(pemeran.a)


@pytest.fixture
def tw(pemeran, panggung):
    return alur.Triwulan(pemeran.a.kantor, TAHUN, 1, pemeran.a.unit["Subbag Program"])


def isi_semua(pemeran, panggung, oleh, triwulan=1):
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    nilai = {
        panggung.skm.pk: IsiKinerja(nilai=D("80")),
        panggung.desa.pk: IsiKinerja(nilai=D("4")),
        panggung.rasio.pk: IsiKinerja(pembilang=D("18"), penyebut=D("20")),
    }
    assert simpan_kinerja(isian, triwulan, nilai, oleh=oleh).is_berhasil
    kunci = f"subkegiatan-{panggung.sub.pk}"
    assert simpan_belanja(isian, triwulan, {kunci: IsiBelanja(nilai=D("250000"))}, oleh=oleh).is_berhasil


def keadaan(pemeran, tw):
    return muat_isian(pemeran.a.kantor, TAHUN).keadaan(tw.unit.pk, tw.triwulan)


def setujui_semua(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.ani)
    alur.kirim(tw, oleh=pemeran.ani)
    alur.periksa(tw, oleh=pemeran.dewi)
    alur.setujui(tw, oleh=pemeran.citra)


def test_the_way_of_a_quarter(pemeran, panggung, tw):
    setujui_semua(pemeran, panggung, tw)
    assert keadaan(pemeran, tw) == Tahap.DISETUJUI
    langkah = list(TahapPengukuran.objects.order_by("id").values_list("tahap", "oleh__username", "peran"))
    assert langkah == [
        ("dikirim", "ani", "Staf"),
        ("diperiksa", "dewi", "Verifikator"),
        ("disetujui", "citra", "Kepala perangkat daerah"),
    ]
    assert Jejak.objects.filter(tindakan__startswith="pengukuran").count() == 3


def test_blank_cells_are_sent_with_a_note_only(pemeran, panggung, tw):
    with pytest.raises(alur.AlurGagal, match="4 dari 4 isian masih kosong"):
        alur.kirim(tw, oleh=pemeran.ani)
    alur.kirim(tw, oleh=pemeran.ani, catatan="hasil survei terbit bulan depan")
    assert keadaan(pemeran, tw) == Tahap.DIKIRIM


def test_what_was_sent_cannot_be_changed_until_it_comes_back(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.ani)
    alur.kirim(tw, oleh=pemeran.ani)
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    hasil = simpan_kinerja(isian, 1, {panggung.skm.pk: IsiKinerja(nilai=D("81"))}, oleh=pemeran.ani)
    assert not hasil.is_berhasil
    assert Realisasi.objects.get(pengukuran__indikator=panggung.skm).nilai == 80


def test_one_row_goes_back_with_its_note(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.ani)
    alur.kirim(tw, oleh=pemeran.ani)
    baris = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    with pytest.raises(alur.AlurGagal, match="Tulis apa yang harus diperbaiki"):
        alur.kembalikan(tw, oleh=pemeran.dewi, catatan=" ")
    alur.kembalikan(tw, oleh=pemeran.dewi, catatan="", baris={baris: "tidak sama dengan buktinya"})
    assert CatatanPemeriksaan.objects.get().realisasi == baris
    assert keadaan(pemeran, tw) == Tahap.DIKEMBALIKAN
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    versi = baris.riwayat.first().history_id
    assert simpan_kinerja(
        isian, 1, {panggung.skm.pk: IsiKinerja(versi=versi, nilai=D("79"))}, oleh=pemeran.ani
    ).tersimpan
    alur.kirim(tw, oleh=pemeran.ani)
    alur.periksa(tw, oleh=pemeran.dewi)
    assert keadaan(pemeran, tw) == Tahap.DIPERIKSA


def test_whoever_entered_a_value_cannot_check_it(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.dewi)
    alur.kirim(tw, oleh=pemeran.dewi)
    with pytest.raises(alur.AlurGagal, match="Anda sendiri mengisi"):
        alur.periksa(tw, oleh=pemeran.dewi)
    with pytest.raises(IntegrityError, match="tidak dapat memeriksanya"), transaction.atomic():
        TahapPengukuran.objects.create(
            unit=tw.unit, tahun=TAHUN, triwulan=1, tahap=Tahap.DIPERIKSA, oleh=pemeran.dewi
        )
    alur.periksa(tw, oleh=pemeran.citra)
    assert keadaan(pemeran, tw) == Tahap.DIPERIKSA


def test_whoever_sent_a_quarter_cannot_check_it(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.ani)
    alur.kirim(tw, oleh=pemeran.dewi)
    with pytest.raises(alur.AlurGagal, match="mengisi atau mengirim"):
        alur.periksa(tw, oleh=pemeran.dewi)
    with pytest.raises(IntegrityError, match="tidak dapat memeriksanya"), transaction.atomic():
        TahapPengukuran.objects.create(
            unit=tw.unit, tahun=TAHUN, triwulan=1, tahap=Tahap.DIPERIKSA, oleh=pemeran.dewi
        )
    alur.periksa(tw, oleh=pemeran.citra)


def test_notes_at_rows_are_kept_when_the_quarter_is_accepted(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.ani)
    alur.kirim(tw, oleh=pemeran.ani)
    baris = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    alur.periksa(tw, oleh=pemeran.dewi, baris={baris: "sumbernya ditulis lengkap tahun depan"})
    assert CatatanPemeriksaan.objects.get().catatan == "sumbernya ditulis lengkap tahun depan"


def test_the_camats_own_entries_are_checked_by_the_sekretaris(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.citra)
    alur.kirim(tw, oleh=pemeran.citra)
    with pytest.raises(alur.AlurGagal):
        alur.periksa(tw, oleh=pemeran.citra)
    alur.periksa(tw, oleh=pemeran.dewi)
    alur.setujui(tw, oleh=pemeran.citra)


@pytest.mark.parametrize(
    ("siapa", "langkah"),
    [
        ("gani", "kirim"), ("budi", "kirim"), ("farid", "kirim"), ("eko", "kirim"),
        ("ani", "periksa"), ("farid", "periksa"), ("eko", "periksa"), ("budi", "periksa"),
        ("ani", "setujui"), ("dewi", "setujui"), ("eko", "setujui"), ("farid", "setujui"),
        ("ani", "kembalikan"), ("ani", "buka_kembali"), ("dewi", "buka_kembali"), ("farid", "buka_kembali"),
    ],
)  # fmt: skip
def test_who_may_not(pemeran, panggung, tw, siapa, langkah):
    isi = {"kembalikan": {"catatan": "x"}, "buka_kembali": {"alasan": "x"}}.get(langkah, {})
    with pytest.raises(PermissionDenied):
        getattr(alur, langkah)(tw, oleh=getattr(pemeran, siapa), **isi)
    assert not TahapPengukuran.objects.exists()


def test_a_step_from_another_state_is_refused(pemeran, panggung, tw):
    with pytest.raises(alur.AlurGagal, match="sedang diisi, jadi tidak dapat disetujui"):
        alur.setujui(tw, oleh=pemeran.citra)
    with pytest.raises(IntegrityError, match="sudah diperiksa yang dapat disetujui"), transaction.atomic():
        TahapPengukuran.objects.create(unit=tw.unit, tahun=TAHUN, triwulan=1, tahap=Tahap.DISETUJUI)


def test_a_closed_window_can_be_asked_for_and_opens_one_unit(pemeran, panggung, tw):
    tutup_jendela(pemeran.a, 1)
    hari = timezone.localdate()
    with pytest.raises(alur.AlurGagal, match="Jendela pengisian sudah tertutup"):
        alur.kirim(tw, oleh=pemeran.ani, catatan="x")
    sampai = hari + datetime.timedelta(days=3)
    with pytest.raises(PermissionDenied):
        alur.minta_buka(tw, sampai=sampai, alasan="salah ketik", oleh=pemeran.ani)
    minta = alur.minta_buka(tw, sampai=sampai, alasan="salah ketik", oleh=pemeran.dewi)
    with pytest.raises(alur.AlurGagal, match="masih menunggu"):
        alur.minta_buka(tw, sampai=sampai, alasan="lagi", oleh=pemeran.dewi)
    with pytest.raises(PermissionDenied):
        alur.putuskan_permintaan(minta, diterima=True, oleh=pemeran.dewi)
    alur.putuskan_permintaan(minta, diterima=True, oleh=pemeran.eko)
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    lain = pemeran.a.unit["Seksi Pelayanan"].pk
    assert isian.is_dapat_diisi(tw.unit.pk, 1, hari)
    assert not isian.is_dapat_diisi(lain, 1, hari)
    assert not isian.is_dapat_diisi(tw.unit.pk, 1, sampai + datetime.timedelta(days=1))
    assert PermintaanBuka.objects.get().diputus_oleh == pemeran.eko


def test_a_refusal_needs_a_reason(pemeran, panggung, tw):
    tutup_jendela(pemeran.a, 1)
    minta = alur.minta_buka(tw, sampai=timezone.localdate(), alasan="x", oleh=pemeran.dewi)
    with pytest.raises(alur.AlurGagal, match="Tulis alasan penolakan"):
        alur.putuskan_permintaan(minta, diterima=False, oleh=pemeran.eko)
    alur.putuskan_permintaan(minta, diterima=False, catatan="sudah diserahkan", oleh=pemeran.eko)
    assert PermintaanBuka.objects.get().keputusan == Keputusan.DITOLAK
    with pytest.raises(alur.AlurGagal, match="sudah diputus"):
        alur.putuskan_permintaan(minta, diterima=True, oleh=pemeran.eko)


def test_an_accepted_request_opens_an_approved_quarter_on_record(pemeran, panggung, tw):
    setujui_semua(pemeran, panggung, tw)
    minta = alur.minta_buka(tw, sampai=timezone.localdate(), alasan="koreksi survei", oleh=pemeran.dewi)
    alur.putuskan_permintaan(minta, diterima=True, oleh=pemeran.eko)
    assert TahapPengukuran.objects.first().catatan == "koreksi survei"
    assert keadaan(pemeran, tw) == "diisi"


def test_reopening_needs_a_reason_and_unlocks(pemeran, panggung, tw):
    setujui_semua(pemeran, panggung, tw)
    with pytest.raises(alur.AlurGagal, match="Tulis alasan"):
        alur.buka_kembali(tw, oleh=pemeran.citra, alasan="")
    alur.buka_kembali(tw, oleh=pemeran.citra, alasan="survei dikoreksi")
    Realisasi.objects.filter(pengukuran__indikator=panggung.skm).update(nilai=D("79"))
    assert Realisasi.objects.get(pengukuran__indikator=panggung.skm).nilai == 79


# Locks: every path, not only the page ----------------------------------------------------------------


def _ubah(r):
    Realisasi.objects.filter(pk=r.pk).update(nilai=D("99"))


def _pindah_unit(r):
    Realisasi.objects.filter(pk=r.pk).update(unit=None)


def _hapus(r):
    Realisasi.objects.filter(pk=r.pk).delete()


def _simpan(r):
    r.nilai = D("99")
    r.save()


def _sql(r):
    with connection.cursor() as kursor:
        kursor.execute("UPDATE kinerja_realisasi SET nilai = 99 WHERE id = %s", [r.pk])


@pytest.mark.parametrize("jalan", [_ubah, _pindah_unit, _hapus, _simpan, _sql])
def test_an_approved_value_is_locked_on_every_path(pemeran, panggung, tw, jalan):
    setujui_semua(pemeran, panggung, tw)
    r = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    with pytest.raises(IntegrityError, match=r"terkunci|unit kerjanya"), transaction.atomic():
        jalan(r)
    assert Realisasi.objects.get(pk=r.pk).nilai == 80


def test_an_approved_amount_is_locked(pemeran, panggung, tw):
    setujui_semua(pemeran, panggung, tw)
    for jalan in (lambda q: q.update(nilai=1), lambda q: q.delete()):
        with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
            jalan(RealisasiAnggaran.objects.filter(sub_kegiatan=panggung.sub))
    assert RealisasiAnggaran.objects.get().nilai == 250_000


def test_a_new_value_cannot_enter_an_approved_quarter(pemeran, panggung, tw):
    setujui_semua(pemeran, panggung, tw)
    r = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    with pytest.raises(IntegrityError, match="terkunci"), transaction.atomic():
        Realisasi.objects.create(
            pengukuran=r.pengukuran, cara="periode", periode="tw1", unit=tw.unit, nilai=D("1")
        )


def test_values_without_a_unit_are_marked_at_approval_and_refused_after_it(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.ani)
    Realisasi.objects.update(unit=None)
    RealisasiAnggaran.objects.update(unit=None)
    alur.kirim(tw, oleh=pemeran.ani)
    alur.periksa(tw, oleh=pemeran.dewi)
    alur.setujui(tw, oleh=pemeran.citra)
    assert {r.unit for r in Realisasi.objects.all()} == {tw.unit}
    assert RealisasiAnggaran.objects.get().unit == tw.unit
    r = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    for baris in (
        Realisasi(pengukuran=r.pengukuran, cara="periode", periode="tw1", nilai=D("1")),
        RealisasiAnggaran(
            program=panggung.program, sub_kegiatan=panggung.sub_lain, tingkat=3, periode="tw1", nilai=D("1")
        ),
    ):
        with pytest.raises(IntegrityError, match="harus menyebut unit kerjanya"), transaction.atomic():
            baris.save()


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_insert_or_replace_does_not_pass_the_lock(pemeran, panggung, tw):
    setujui_semua(pemeran, panggung, tw)
    r = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    kolom = "id, pengukuran_id, cara, periode, berlaku, nilai, keterangan"
    sql = f"INSERT OR REPLACE INTO kinerja_realisasi ({kolom}) VALUES (%s, %s, 'periode', 'tw1', 1, 99, '')"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(sql, [r.pk, r.pengukuran_id])
    assert Realisasi.objects.get(pk=r.pk).nilai == 80


@pytest.mark.parametrize("model", [TahapPengukuran, Jejak])
def test_steps_and_the_log_can_only_be_added(pemeran, panggung, tw, model):
    isi_semua(pemeran, panggung, pemeran.ani)
    alur.kirim(tw, oleh=pemeran.ani)
    for jalan in (lambda q: q.update(peran="x"), lambda q: q.delete()):
        with pytest.raises(IntegrityError, match="tidak dapat diubah atau dihapus"), transaction.atomic():
            jalan(model.objects.all())


def test_history_can_only_be_added(pemeran, panggung, tw):
    isi_semua(pemeran, panggung, pemeran.ani)
    riwayat = Realisasi.riwayat.model.objects.all()
    for jalan in (lambda q: q.update(nilai=1), lambda q: q.delete()):
        with pytest.raises(IntegrityError, match="Riwayat tidak dapat diubah"), transaction.atomic():
            jalan(riwayat)


def test_other_quarters_and_units_stay_open(pemeran, panggung, tw):
    setujui_semua(pemeran, panggung, tw)
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    assert simpan_kinerja(isian, 2, {panggung.skm.pk: IsiKinerja(nilai=D("81"))}, oleh=pemeran.ani).tersimpan


def test_a_saved_set_is_all_or_nothing(pemeran, panggung):
    isian = muat_isian(pemeran.a.kantor, TAHUN)
    hasil = simpan_kinerja(
        isian, 1, {panggung.skm.pk: IsiKinerja(nilai=D("80")), panggung.desa.pk: IsiKinerja(nilai=D("4"))},
        oleh=pemeran.gani,
    )  # fmt: skip
    assert set(hasil.galat) == {f"indikator-{panggung.skm.pk}", f"indikator-{panggung.desa.pk}"}
    pemeran.tugas(pemeran.gani, Peran.STAF, pemeran.a, "Subbag Program")
    buka_jendela(pemeran.a, 1, hari=timezone.localdate() - datetime.timedelta(days=30))
    hasil = simpan_kinerja(isian, 1, {panggung.skm.pk: IsiKinerja(nilai=D("80"))}, oleh=pemeran.gani)
    assert list(hasil.galat.values()) == [
        "Isian unit ini tidak dapat diubah sekarang: jendelanya tertutup, atau sudah dikirim."
    ]
    assert not Realisasi.objects.exists()
    assert not Bukti.objects.exists()
