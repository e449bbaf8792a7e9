"""The DPA through the year: who, what is copied, what is refused, what is locked."""

from __future__ import annotations

import datetime
from decimal import Decimal as D

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from anggaran import alur
from anggaran.alur import DPABerubah, DPAGagal, IsianKonsep, PaguSalah, PeringatanDPA
from anggaran.bahan import kunci_node
from anggaran.models import DPA, PaguAnggaran
from kinerja.models import TargetDPA
from organisasi.models import Jejak
from tests.pelaporan.kantor_uji import TAHUN

TGL = datetime.date


class Panggung:
    """Office A with two programmes: one with two sub kegiatan, one with none."""

    def __init__(self, pemeran):
        self.p = pemeran
        self.a = pemeran.a
        self.prog = self.a.program("7.01.01", {self.a.sasaran: 100})
        self.s1 = self.a.sub_kegiatan(self.prog, "7.01.01.2.01.0001")
        self.s2 = self.a.sub_kegiatan(self.prog, "7.01.01.2.01.0002")
        self.polos = self.a.program("7.01.02")
        self.k1, self.k2, self.kp = (3, self.s1.pk), (3, self.s2.pk), (1, self.polos.pk)

    def isi(self, dpa, pagu, **lain):
        """Store a head and ceilings."""
        bawaan = {"nomor": "1/DPA", "tanggal": TGL(TAHUN, 1, 3), "alasan": "sebab" if dpa.urutan else ""}
        return alur.simpan_konsep(dpa, IsianKonsep(pagu=pagu, **{**bawaan, **lain}), self.p.dewi)

    def murni(self, pagu=None):
        """Make and set the DPA murni."""
        dpa = alur.buat_dpa(self.a.kantor, TAHUN, self.p.dewi)
        self.isi(dpa, pagu or {self.k1: D(700), self.k2: D(300), self.kp: D(0)})
        return alur.tetapkan_dpa(dpa, self.p.dewi)

    def revisi(self, dpa, jenis="perubahan", **isi):
        """Make a revision as a draft."""
        bawaan = {"nomor": "2/DPA", "tanggal": TGL(TAHUN, 10, 2), "alasan": "APBD Perubahan"}
        return alur.revisi_dpa(dpa, jenis=jenis, oleh=self.p.dewi, **{**bawaan, **isi})


@pytest.fixture
def panggung(pemeran):
    return Panggung(pemeran)


def pagu(dpa):
    return {kunci_node(p): p.nilai for p in dpa.pagu.all()}


# Right -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["citra", "budi", "eko", "farid", "gani", "asing"])
def test_only_planners_write_the_dpa(panggung, nama):
    orang = getattr(panggung.p, nama)
    with pytest.raises(PermissionDenied):
        alur.buat_dpa(panggung.a.kantor, TAHUN, orang)
    assert not DPA.objects.exists()
    dpa = panggung.murni()
    with pytest.raises(PermissionDenied):
        alur.revisi_dpa(dpa, jenis="perubahan", nomor="", tanggal=None, alasan="x", oleh=orang)
    konsep = panggung.revisi(dpa)
    for kerja in (
        lambda: alur.simpan_konsep(konsep, IsianKonsep(), orang),
        lambda: alur.tetapkan_dpa(konsep, orang),
        lambda: alur.hapus_konsep(konsep, orang),
    ):
        with pytest.raises(PermissionDenied):
            kerja()
    assert DPA.objects.filter(pk=konsep.pk, ditetapkan_pada=None).exists()


def test_a_penyusun_writes_it_too(panggung):
    assert alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.ani).jenis == "murni"


# Buat and simpan --------------------------------------------------------------------------------------


def test_the_year_has_one_murni(panggung):
    alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    with pytest.raises(DPAGagal, match="sudah ada"):
        alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.ani)
    assert DPA.objects.count() == 1


def test_zero_is_stored_and_a_blank_is_no_row(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    assert panggung.isi(dpa, {panggung.k1: D("700.50"), panggung.k2: None, panggung.kp: D(0)}) == 2
    assert pagu(dpa) == {panggung.k1: D("700.50"), panggung.kp: D(0)}
    assert panggung.isi(dpa, {panggung.k1: None, panggung.k2: D(5)}) == 2
    assert pagu(dpa) == {panggung.k2: D(5), panggung.kp: D(0)}
    assert panggung.isi(dpa, {panggung.k2: D(5), panggung.kp: D(0)}) == 0


def test_one_refused_amount_stores_none(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    with pytest.raises(PaguSalah) as galat:
        panggung.isi(dpa, {panggung.k1: D(10), panggung.k2: D(-1)}, nomor="lain")
    assert galat.value.galat.keys() == {panggung.k2}
    dpa.refresh_from_db()
    assert pagu(dpa) == {} and dpa.nomor == ""


def test_a_programme_uses_one_level(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    with pytest.raises(PaguSalah):
        panggung.isi(dpa, {(1, panggung.prog.pk): D(10)})
    panggung.isi(dpa, {panggung.kp: D(10)})
    baru = panggung.a.sub_kegiatan(panggung.polos, "7.01.02.2.01.0001")
    # Only this draft knows the programme: it moves to its sub kegiatan, and the old row goes.
    panggung.isi(dpa, {(3, baru.pk): D(4)})
    assert pagu(dpa) == {(3, baru.pk): D(4)}


def test_a_level_that_another_version_uses_stays(panggung):
    dpa = panggung.murni()
    baru = panggung.a.sub_kegiatan(panggung.polos, "7.01.02.2.01.0001")
    konsep = panggung.revisi(dpa)
    with pytest.raises(PaguSalah, match="1 pagu"):
        panggung.isi(konsep, {(3, baru.pk): D(4)}, tanggal=TGL(TAHUN, 10, 2))
    assert pagu(konsep)[panggung.kp] == D(0)


def test_amounts_of_another_office_are_refused(panggung):
    lain = panggung.p.b.program("7.01.05")
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    with pytest.raises(PaguSalah):
        panggung.isi(dpa, {(1, lain.pk): D(4)})


def test_the_second_to_save_is_told_who_was_first(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    versi = alur.versi_konsep(dpa)
    alur.simpan_konsep(dpa, IsianKonsep(pagu={panggung.k1: D(1)}, versi=versi), panggung.p.ani)
    with pytest.raises(DPABerubah) as galat:
        panggung.isi(dpa, {panggung.k1: D(2)}, versi=versi)
    assert pagu(dpa) == {panggung.k1: D(1)}
    panggung.isi(dpa, {panggung.k1: D(2)}, versi=galat.value.versi)
    assert pagu(dpa) == {panggung.k1: D(2)}


def test_a_deleted_ceiling_counts_as_a_change(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    panggung.isi(dpa, {panggung.k1: D(1)})
    versi = alur.versi_konsep(dpa)
    panggung.isi(dpa, {panggung.k1: None})
    with pytest.raises(DPABerubah):
        panggung.isi(dpa, {panggung.k1: D(2)}, versi=versi)


# Revisi -----------------------------------------------------------------------------------------------


def test_a_revision_copies_ceilings_and_targets_and_writes_history(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    panggung.isi(dpa, {panggung.k1: D(700), panggung.kp: D(0)})
    indikator = panggung.a.indikator("prog", node=panggung.prog, jenis="persen", satuan=panggung.a.persen)
    panggung.a.target_dpa(dpa, indikator, D(90))
    dpa = alur.tetapkan_dpa(dpa, panggung.p.dewi)
    baru = panggung.revisi(dpa)
    assert (baru.urutan, baru.ke, baru.nama, baru.is_ditetapkan) == (1, 1, "DPA Perubahan 1", False)
    assert pagu(baru) == pagu(dpa)
    assert [(t.indikator_id, t.nilai) for t in baru.target.all()] == [(indikator.pk, D(90))]
    for model, n in ((PaguAnggaran, 2), (TargetDPA, 1)):
        sejarah = model.riwayat.filter(dpa_id=baru.pk)
        assert [h.history_user for h in sejarah] == [panggung.p.dewi] * n


def test_targets_survive_a_pergeseran_that_states_none(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    panggung.isi(dpa, {panggung.k1: D(700), panggung.kp: D(0)})
    indikator = panggung.a.indikator("prog", node=panggung.prog, jenis="persen", satuan=panggung.a.persen)
    panggung.a.target_dpa(dpa, indikator, D(90))
    alur.tetapkan_dpa(dpa, panggung.p.dewi)
    geser = panggung.revisi(dpa, "pergeseran", tanggal=TGL(TAHUN, 5, 2))
    geser.target.all().delete()
    alur.tetapkan_dpa(geser, panggung.p.dewi)
    assert panggung.revisi(geser).target.get().nilai == D(90)


def test_sequence_counts_all_and_ke_counts_its_kind(panggung):
    satu = panggung.revisi(panggung.murni(), "pergeseran", tanggal=TGL(TAHUN, 3, 1))
    alur.tetapkan_dpa(satu, panggung.p.dewi)
    dua = panggung.revisi(satu, "pergeseran", tanggal=TGL(TAHUN, 4, 1))
    alur.tetapkan_dpa(dua, panggung.p.dewi)
    tiga = panggung.revisi(dua, "perubahan")
    assert [(d.urutan, d.nama) for d in (satu, dua, tiga)] == [
        (1, "DPA Pergeseran 1"), (2, "DPA Pergeseran 2"), (3, "DPA Perubahan 1"),
    ]  # fmt: skip


def test_one_draft_at_a_time_from_the_newest(panggung):
    dpa = panggung.murni()
    konsep = panggung.revisi(dpa)
    with pytest.raises(DPAGagal, match="DPA Perubahan 1 masih berupa konsep"):
        panggung.revisi(dpa)
    alur.tetapkan_dpa(konsep, panggung.p.dewi)
    with pytest.raises(DPAGagal, match="DPA terakhir"):
        panggung.revisi(dpa)
    assert DPA.objects.count() == 2


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"tanggal": TGL(TAHUN, 1, 2)}, "lebih awal daripada DPA, 3 Januari 2023"),
        ({"tanggal": TGL(TAHUN + 1, 1, 2)}, "berada pada tahun 2023"),
        ({"alasan": "  "}, "Tulis alasannya"),
        ({"jenis": "murni"}, "Pilih jenisnya"),
    ],
)
def test_a_revision_is_refused_with_its_reason(panggung, isi, pesan):
    dpa = panggung.murni()
    with pytest.raises(DPAGagal, match=pesan):
        panggung.revisi(dpa, **isi)
    assert DPA.objects.count() == 1


# Tetapkan ---------------------------------------------------------------------------------------------


def test_what_is_set_is_locked_in_the_database(panggung):
    dpa = panggung.murni()
    baris = dpa.pagu.first()
    for kerja in (
        lambda: DPA.objects.filter(pk=dpa.pk).update(nomor="x"),
        lambda: PaguAnggaran.objects.filter(pk=baris.pk).update(nilai=1),
        baris.delete,
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            kerja()
    for kerja in (lambda: panggung.isi(dpa, {}), lambda: alur.hapus_konsep(dpa, panggung.p.dewi)):
        with pytest.raises(DPAGagal, match="sudah ditetapkan"):
            kerja()
    with pytest.raises(DPAGagal, match="sudah ditetapkan"):
        alur.tetapkan_dpa(dpa, panggung.p.dewi)


def test_number_date_and_ceilings_must_be_there(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    with pytest.raises(DPAGagal) as galat:
        alur.tetapkan_dpa(dpa, panggung.p.dewi)
    for kata in ("Nomor belum diisi", "Tanggal pengesahan belum diisi", "Belum ada pagu"):
        assert kata in str(galat.value)


def test_a_ceiling_below_spending_is_refused_with_both_figures(panggung):
    dpa = panggung.murni()
    panggung.a.belanja(panggung.s1, {"tw1": 200, "tw2": 300})
    konsep = panggung.revisi(dpa)
    panggung.isi(konsep, {panggung.k1: D(499)}, tanggal=TGL(TAHUN, 10, 2))
    with pytest.raises(DPAGagal, match=r"pagu perubahan Rp499 lebih kecil daripada realisasi Rp500"):
        alur.tetapkan_dpa(konsep, panggung.p.dewi)
    panggung.isi(konsep, {panggung.k1: None}, tanggal=TGL(TAHUN, 10, 2))
    with pytest.raises(DPAGagal, match="Rp0 lebih kecil"):
        alur.tetapkan_dpa(konsep, panggung.p.dewi)
    panggung.isi(konsep, {panggung.k1: D(500)}, tanggal=TGL(TAHUN, 10, 2))
    assert alur.tetapkan_dpa(konsep, panggung.p.dewi).is_ditetapkan


def test_the_total_must_be_that_of_the_document(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    panggung.isi(dpa, {panggung.k1: D(700), panggung.k2: D(300), panggung.kp: D(0)})
    with pytest.raises(DPAGagal, match=r"Rp1\.001 berbeda .* yang diisi Rp1\.000, selisih Rp1"):
        alur.tetapkan_dpa(dpa, panggung.p.dewi, jumlah=D(1001))
    assert alur.tetapkan_dpa(dpa, panggung.p.dewi, jumlah=D(1000)).ditetapkan_oleh == panggung.p.dewi


def test_a_pergeseran_that_changes_the_total_must_be_confirmed(panggung):
    konsep = panggung.revisi(panggung.murni(), "pergeseran")
    panggung.isi(konsep, {panggung.k1: D(701)}, tanggal=TGL(TAHUN, 10, 2))
    with pytest.raises(PeringatanDPA) as galat:
        alur.tetapkan_dpa(konsep, panggung.p.dewi)
    assert "Rp1.001 berbeda dengan DPA Rp1.000" in galat.value.peringatan[0]
    alur.tetapkan_dpa(konsep, panggung.p.dewi, is_peringatan_dibaca=True)
    assert "Rp1.001 berbeda" in Jejak.objects.get(tindakan="DPA ditetapkan", objek=str(konsep)).uraian


def test_a_programme_without_a_ceiling_is_warned_of(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    panggung.isi(dpa, {panggung.k1: D(700)})
    with pytest.raises(PeringatanDPA, match="Periksa peringatan") as galat:
        alur.tetapkan_dpa(dpa, panggung.p.dewi)
    assert galat.value.peringatan[0].startswith("7.01.02 NAMA 7.01.02: program ini belum berpagu")


def test_a_date_that_has_not_come_is_refused(panggung, monkeypatch):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    panggung.isi(dpa, {panggung.k1: D(700), panggung.kp: D(0)}, tanggal=TGL(TAHUN, 3, 1))
    monkeypatch.setattr("anggaran.periksa.timezone.localdate", lambda: TGL(TAHUN, 2, 28))
    with pytest.raises(DPAGagal, match="1 Maret 2023 belum tiba"):
        alur.tetapkan_dpa(dpa, panggung.p.dewi)


# Hapus and log ----------------------------------------------------------------------------------------


def test_a_draft_is_deleted_and_the_year_goes_on(panggung):
    dpa = panggung.murni()
    konsep = panggung.revisi(dpa)
    kunci = konsep.pk
    alur.hapus_konsep(konsep, panggung.p.dewi)
    assert list(DPA.objects.values_list("pk", flat=True)) == [dpa.pk]
    assert PaguAnggaran.riwayat.filter(dpa_id=kunci, history_type="-").count() == 3
    assert panggung.revisi(dpa).ke == 1


def test_a_draft_that_a_pk_names_is_not_deleted(panggung):
    dpa = alur.buat_dpa(panggung.a.kantor, TAHUN, panggung.p.dewi)
    panggung.a.pk({panggung.a.indikator("skm"): D(80)}, dpa=dpa)
    with pytest.raises(DPAGagal, match="Perjanjian Kinerja"):
        alur.hapus_konsep(dpa, panggung.p.dewi)
    assert DPA.objects.filter(pk=dpa.pk).exists()
    assert not Jejak.objects.filter(tindakan="Konsep DPA dihapus").exists()


def test_every_act_leaves_a_line_with_person_and_role(panggung):
    konsep = panggung.revisi(panggung.murni())
    alur.hapus_konsep(konsep, panggung.p.ani)
    assert list(Jejak.objects.order_by("id").values_list("tindakan", "oleh__username", "peran")) == [
        ("Konsep DPA dibuat", "dewi", "Verifikator"),
        ("DPA ditetapkan", "dewi", "Verifikator"),
        ("Konsep DPA dibuat", "dewi", "Verifikator"),
        ("Konsep DPA dihapus", "ani", "Staf, Penyusun laporan"),
    ]
