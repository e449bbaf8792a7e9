"""A Perjanjian Kinerja through the year: buat, simpan, tetapkan, revisi, hapus."""

import datetime
from decimal import Decimal as D

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from kinerja.alur_konsep_pk import BarisTarget, IsianPK, PKBentrok, simpan_konsep
from kinerja.alur_pk import PeringatanTanpaAlasan, PKGagal, buat_pk, hapus_konsep, revisi_pk, tetapkan_pk
from kinerja.bahan_pk import halangan, peringatan
from kinerja.bentrok import versi
from kinerja.models import (
    Aksi,
    AlasanPeringatan,
    PerjanjianKinerja,
    RencanaAksi,
    SkalaNilai,
    TargetPeriode,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from organisasi.models import Jabatan, Jejak
from renstra.models import VersiRenstra
from tests.pelaporan.kantor_uji import TAHUN, rapi

JANUARI = datetime.date(TAHUN, 1, 25)


@pytest.fixture
def k(pemeran):
    """Office A with three strategic indicators, one programme indicator of Seksi Pelayanan and a DPA."""
    a = pemeran.a
    a.skm = a.indikator("skm")
    a.target_renstra(a.skm, {2023: "85", 2024: "87"})
    a.sakip = a.indikator("sakip", jenis="predikat", skala="akip")
    a.target_renstra(a.sakip, {2023: "BB"})
    a.luar = a.indikator("luar")
    a.program_satu = a.program("7.01.02")
    a.layanan = a.indikator("layanan", node=a.program_satu, penanggung_jawab=a.unit["Seksi Pelayanan"])
    a.dpa_murni = a.dpa({a.program_satu: "1000"}, tanggal=datetime.date(TAHUN, 1, 3))
    a.target_dpa(a.dpa_murni, a.layanan, "100")
    a.tetapkan()
    return a


def _isian(pk, **ubah):
    dasar = {
        "nomor": pk.nomor,
        "tanggal": pk.tanggal,
        "dpa": pk.dpa,
        "pihak_pertama": pk.pihak_pertama,
        "pihak_kedua": pk.pihak_kedua,
        "alasan": pk.alasan,
        "uraian_alasan": pk.uraian_alasan,
        "baris": tuple(
            BarisTarget(t.indikator_id, t.urutan, t.nilai, t.nilai_atas, t.predikat_id)
            for t in pk.target.all()
        ),
    }
    return IsianPK(**{**dasar, **ubah})


def _nilai(pk):
    return {
        t.indikator.kode: t.predikat.kode if t.predikat else t.nilai
        for t in pk.target.select_related("indikator", "predikat")
    }


# Buat -----------------------------------------------------------------------------------------------


def test_one_action_makes_the_heads_pk_from_rkt_else_renstra(k, pemeran):
    rapi(TargetRKT(indikator=k.skm, tahun=TAHUN, nilai=D("86")))
    pk = buat_pk(k.jabatan, TAHUN, pemeran.ani, tanggal=JANUARI, nomor=" 1/PK ")
    assert _nilai(pk) == {"skm": D("86"), "sakip": "BB"}
    assert (pk.revisi, pk.nomor, pk.ditetapkan_pada) == (0, "1/PK", None)
    assert (pk.pihak_pertama, pk.pihak_kedua, pk.dpa) == (k.camat, k.bupati, k.dpa_murni)
    assert pk.rencana_aksi.target.count() == 0
    assert [t.urutan for t in pk.target.all()] == [1, 2]
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.oleh, jejak.perangkat_daerah) == ("Konsep PK dibuat", pemeran.ani, k.kantor)
    assert {h.history_user for h in TargetPK.riwayat.model.objects.all()} == {pemeran.ani}


def test_the_latest_version_of_the_renstra_gives_the_target(k, pemeran):
    perubahan = rapi(VersiRenstra(renstra=k.renstra, nomor=1, mulai_tahun=2023))
    rapi(TargetRenstra(indikator=k.skm, versi=perubahan, tahun=TAHUN, nilai=D("88")))
    assert _nilai(buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI))["skm"] == D("88")


def test_a_cumulative_renstra_gives_the_years_own_part(k, pemeran):
    k.kelompok = k.indikator("kelompok", jenis="angka", akumulasi_renstra="kumulatif")
    k.target_renstra(k.kelompok, {2022: "12", TAHUN: "27", 2024: "45"})
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    assert _nilai(pk)["kelompok"] == D("15")
    assert peringatan(pk) == ()


def test_a_subordinates_pk_holds_what_its_unit_answers_for_with_the_target_of_the_dpa(k, pemeran):
    pk = buat_pk(k.jabatan_kasi, TAHUN, pemeran.dewi, tanggal=JANUARI)
    assert _nilai(pk) == {"layanan": D("100")}
    assert (pk.pihak_pertama, pk.pihak_kedua) == (k.kasi, k.camat)


def test_an_acting_holder_signs_in_place_of_the_definitive_one(k, pemeran):
    plt = k.pangku(k.jabatan, "Plt Camat", status="plt", mulai=datetime.date(TAHUN, 1, 20))
    assert buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI).pihak_pertama == plt


def test_a_post_that_nobody_holds_is_named_and_nothing_is_stored(k, pemeran):
    k.camat.sampai = datetime.date(TAHUN, 1, 1)
    k.camat.save()
    with pytest.raises(PKGagal, match="Belum ada yang memangku Camat Alfa pada 25 Januari 2023"):
        buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    assert not PerjanjianKinerja.objects.exists()
    assert not RencanaAksi.objects.exists()


def test_a_post_without_superior_unit_or_indicator_says_what_is_missing(k, pemeran):
    tanpa = rapi(Jabatan(perangkat_daerah=k.kantor, tingkat="kasi", nama="Kasi Tanpa"))
    with pytest.raises(PKGagal, match="Atasan Kasi Tanpa belum dicatat"):
        buat_pk(tanpa, TAHUN, pemeran.dewi, tanggal=JANUARI)
    tanpa.atasan = k.jabatan
    tanpa.save()
    k.pangku(tanpa, "Orang Lain")
    with pytest.raises(PKGagal, match="belum terikat pada unit kerja"):
        buat_pk(tanpa, TAHUN, pemeran.dewi, tanggal=JANUARI)
    tanpa.unit = k.unit["Seksi Pemerintahan"]
    tanpa.save()
    with pytest.raises(PKGagal, match="tanggung jawab Seksi Pemerintahan"):
        buat_pk(tanpa, TAHUN, pemeran.dewi, tanggal=JANUARI)


def test_a_second_pk_murni_is_refused(k, pemeran):
    buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    with pytest.raises(PKGagal, match="sudah ada"):
        buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    assert PerjanjianKinerja.objects.count() == 1


def test_a_date_of_another_year_is_refused(k, pemeran):
    with pytest.raises(PKGagal, match="25 Januari 2023"):
        buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=datetime.date(TAHUN + 1, 1, 25))


@pytest.mark.parametrize("siapa", ["citra", "gani", "budi", "eko", "farid", "asing"])
def test_only_planners_of_the_office_write(k, pemeran, siapa):
    orang = getattr(pemeran, siapa)
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    for lakukan in (
        lambda: buat_pk(k.jabatan_kasi, TAHUN, orang, tanggal=JANUARI),
        lambda: simpan_konsep(pk, _isian(pk), orang),
        lambda: tetapkan_pk(pk, orang, {}),
        lambda: revisi_pk(pk, orang, "", JANUARI, "strategi", "x"),
        lambda: hapus_konsep(pk, orang),
    ):
        with pytest.raises(PermissionDenied):
            lakukan()
    assert PerjanjianKinerja.objects.get() == pk


# Simpan -----------------------------------------------------------------------------------------------


def test_a_draft_is_saved_at_once_with_added_dropped_and_changed_indicators(k, pemeran):
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    a = SkalaNilai.objects.get(skala="akip", kode="A")
    baris = (BarisTarget(k.luar.pk, 1, D("17")), BarisTarget(k.sakip.pk, 2, predikat_id=a.pk))
    simpan_konsep(pk, _isian(pk, nomor="5/PK", baris=baris), pemeran.ani)
    pk.refresh_from_db()
    assert _nilai(pk) == {"luar": D("17"), "sakip": "A"}
    assert pk.nomor == "5/PK"


def test_saving_what_did_not_change_writes_no_history(k, pemeran):
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    sebelum = (versi(TargetPK), versi(PerjanjianKinerja))
    simpan_konsep(pk, _isian(pk), pemeran.dewi)
    assert (versi(TargetPK), versi(PerjanjianKinerja)) == sebelum


def test_a_foreign_indicator_dpa_or_party_is_refused(k, pemeran):
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    asing = pemeran.b.indikator("asing")
    with pytest.raises(PKGagal, match="bukan milik jabatan ini"):
        simpan_konsep(pk, _isian(pk, baris=(BarisTarget(asing.pk, 1, D(1)),)), pemeran.dewi)
    with pytest.raises(PKGagal, match="milik perangkat daerah atau tahun lain"):
        simpan_konsep(pk, _isian(pk, dpa=pemeran.b.dpa({})), pemeran.dewi)
    with pytest.raises(PKGagal, match="Pihak pertama memangku jabatan ini"):
        simpan_konsep(pk, _isian(pk, pihak_pertama=k.kasi), pemeran.dewi)
    with pytest.raises(PKGagal, match="tidak memangku"):
        simpan_konsep(
            pk,
            _isian(
                pk,
                pihak_pertama=k.pangku(k.jabatan, "Nanti", status="plt", mulai=datetime.date(TAHUN, 6, 1)),
            ),
            pemeran.dewi,
        )
    assert _nilai(pk) == {"skm": D("85"), "sakip": "BB"}


def _dibaca(pk):
    return (versi(PerjanjianKinerja, id=pk.pk), versi(TargetPK, perjanjian_id=pk.pk))


def _ganti(isian, indikator, nilai):
    return tuple(
        BarisTarget(b.indikator_id, b.urutan, D(nilai)) if b.indikator_id == indikator.pk else b
        for b in isian.baris
    )


def test_two_people_on_one_target_see_both_values_and_the_second_save_wins_knowingly(k, pemeran):
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    ani = _isian(pk, dibaca=_dibaca(pk))
    simpan_konsep(pk, _isian(pk, baris=_ganti(ani, k.skm, "90")), pemeran.dewi)
    with pytest.raises(PKBentrok) as galat:
        simpan_konsep(pk, _isian(pk, baris=_ganti(ani, k.skm, "88"), dibaca=ani.dibaca), pemeran.ani)
    ubahan = galat.value.target[k.skm.pk]
    assert (ubahan.lama["nilai"], ubahan.baru["nilai"], ubahan.oleh) == (D("85"), D("90"), "Dewi Anggraini")
    assert _nilai(pk)["skm"] == D("90")
    simpan_konsep(pk, _isian(pk, baris=_ganti(ani, k.skm, "88"), dibaca=_dibaca(pk)), pemeran.ani)
    assert _nilai(pk)["skm"] == D("88")


def test_what_the_other_changed_elsewhere_stays(k, pemeran):
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    ani = _isian(pk, dibaca=_dibaca(pk))
    simpan_konsep(pk, _isian(pk, nomor="9/PK", baris=_ganti(ani, k.skm, "90")), pemeran.dewi)
    a = SkalaNilai.objects.get(skala="akip", kode="A")
    baris = tuple(
        BarisTarget(b.indikator_id, b.urutan, predikat_id=a.pk) if b.indikator_id == k.sakip.pk else b
        for b in ani.baris
    )
    simpan_konsep(pk, _isian(pk, nomor=ani.nomor, baris=baris, dibaca=ani.dibaca), pemeran.ani)
    pk.refresh_from_db()
    assert _nilai(pk) == {"skm": D("90"), "sakip": "A"}
    assert pk.nomor == "9/PK"


def test_two_numbers_of_one_document_stand_against_each_other(k, pemeran):
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    dibaca = _dibaca(pk)
    simpan_konsep(pk, _isian(pk, nomor="9/PK"), pemeran.dewi)
    with pytest.raises(PKBentrok) as galat:
        simpan_konsep(pk, _isian(pk, nomor="8/PK", dibaca=dibaca), pemeran.ani)
    assert galat.value.kepala.baru["nomor"] == "9/PK"


# Tetapkan -----------------------------------------------------------------------------------------------


def test_a_pk_that_is_set_is_locked_in_the_database(k, pemeran):
    pk = tetapkan_pk(buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI), pemeran.dewi, {})
    assert pk.is_ditetapkan
    assert pk.ditetapkan_oleh == pemeran.dewi
    with pytest.raises(PKGagal, match="sudah ditetapkan"):
        simpan_konsep(pk, _isian(pk, nomor="x"), pemeran.dewi)
    t = pk.target.first()
    t.nilai = D("1")
    with pytest.raises(IntegrityError, match="sudah ditetapkan"), transaction.atomic():
        t.save()
    with pytest.raises(PKGagal, match="sudah ditetapkan"):
        tetapkan_pk(pk, pemeran.dewi, {})
    with pytest.raises(PKGagal, match="sudah ditetapkan"):
        hapus_konsep(pk, pemeran.dewi)
    assert Jejak.objects.filter(tindakan="PK ditetapkan").count() == 1


def test_each_warning_needs_a_reason_which_is_stored(k, pemeran):
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=datetime.date(TAHUN, 2, 10))
    isian = _isian(pk)
    baris = (*_ganti(isian, k.skm, "80"), BarisTarget(k.luar.pk, 3, D("1")))
    pk = simpan_konsep(pk, _isian(pk, baris=baris), pemeran.dewi)
    kunci = [("terlambat", None), ("di_bawah_renstra", k.skm.pk), ("luar_renstra", k.luar.pk)]
    assert [p.kunci for p in peringatan(pk)] == kunci
    with pytest.raises(PeringatanTanpaAlasan) as galat:
        tetapkan_pk(pk, pemeran.dewi, {kunci[0]: "DPA datang terlambat", kunci[1]: "  "})
    assert [p.kunci for p in galat.value.kurang] == kunci[1:]
    assert not AlasanPeringatan.objects.exists()
    tetapkan_pk(pk, pemeran.dewi, {x: f"alasan {n}" for n, x in enumerate(kunci)})
    simpanan = {(a.kode, a.indikator_id): (a.alasan, a.oleh) for a in AlasanPeringatan.objects.all()}
    assert simpanan == {x: (f"alasan {n}", pemeran.dewi) for n, x in enumerate(kunci)}


def test_blank_targets_a_draft_dpa_and_no_dpa_refuse(k, pemeran):
    pk = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    pk = simpan_konsep(pk, _isian(pk, baris=(BarisTarget(k.skm.pk, 1),), dpa=None), pemeran.dewi)
    assert halangan(pk) == (
        "Indikator skm: target belum diisi.",
        "DPA yang dicetak belum dipilih. Pilih DPA yang sudah ditetapkan.",
    )
    with pytest.raises(PKGagal, match="target belum diisi"):
        tetapkan_pk(pk, pemeran.dewi, {})
    konsep = k.dpa({}, urutan=1, jenis="perubahan", tanggal=datetime.date(TAHUN, 1, 10))
    pk = simpan_konsep(pk, _isian(pk, dpa=konsep), pemeran.dewi)
    assert "DPA Perubahan 1 belum ditetapkan" in halangan(pk)[1]


# Revisi and hapus ------------------------------------------------------------------------------------------


@pytest.fixture
def pk(k, pemeran):
    """A PK murni of the head that is set, with a plan."""
    satu = buat_pk(k.jabatan, TAHUN, pemeran.dewi, tanggal=JANUARI)
    rapi(TargetPeriode(rencana_aksi=satu.rencana_aksi, indikator=k.skm, periode="tahun", nilai=D("85")))
    rapi(
        Aksi(
            rencana_aksi=satu.rencana_aksi,
            urutan=1,
            uraian="Survei",
            keluaran="1 laporan",
            unit=k.unit["Seksi Pelayanan"],
            periode="tw2",
        )
    )
    return tetapkan_pk(satu, pemeran.dewi, {})


def test_a_revision_copies_targets_and_plan_and_takes_the_dpa_and_the_holders_of_its_date(k, pemeran, pk):
    perubahan = k.dpa(
        {k.program_satu: "2000"}, urutan=1, jenis="perubahan", tanggal=datetime.date(TAHUN, 10, 1)
    )
    k.tetapkan()
    plt = k.pangku(k.jabatan, "Plt Baru", status="plt", mulai=datetime.date(TAHUN, 9, 1))
    baru = revisi_pk(
        pk, pemeran.ani, "2/PK-P", datetime.date(TAHUN, 10, 20), "strategi", "Pagu program berubah"
    )
    assert (baru.revisi, baru.nomor, baru.alasan, baru.ditetapkan_pada) == (1, "2/PK-P", "strategi", None)
    assert (baru.dpa, baru.pihak_pertama) == (perubahan, plt)
    assert _nilai(baru) == _nilai(pk)
    assert [(t.indikator, t.nilai) for t in baru.rencana_aksi.target.all()] == [(k.skm, D("85"))]
    assert [(a.uraian, a.keluaran) for a in baru.rencana_aksi.aksi.all()] == [("Survei", "1 laporan")]
    assert pk.rencana_aksi.aksi.count() == 1


def test_only_one_draft_and_only_from_the_latest_set_revision(k, pemeran, pk):
    tanggal = datetime.date(TAHUN, 10, 20)
    konsep = revisi_pk(pk, pemeran.dewi, "", tanggal, "pejabat", "Camat berganti")
    with pytest.raises(PKGagal, match="masih berupa konsep"):
        revisi_pk(pk, pemeran.dewi, "", tanggal, "pejabat", "Camat berganti")
    tetapkan_pk(konsep, pemeran.dewi, {})
    with pytest.raises(PKGagal, match="dari PK terakhir"):
        revisi_pk(pk, pemeran.dewi, "", tanggal, "pejabat", "Camat berganti")
    assert revisi_pk(konsep, pemeran.dewi, "", tanggal, "pejabat", "Berganti lagi").revisi == 2


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"alasan": "lain"}, "tiga alasan"),
        ({"uraian": " "}, "uraian alasan"),
        ({"tanggal": datetime.date(TAHUN, 1, 1)}, "lebih awal"),
        ({"tanggal": datetime.date(TAHUN + 1, 1, 1)}, "berada pada tahun"),
    ],
)
def test_a_revision_needs_its_reason_and_a_later_date(pk, pemeran, ubah, pesan):
    isi = {"nomor": "", "tanggal": datetime.date(TAHUN, 10, 20), "alasan": "strategi", "uraian": "x"}
    with pytest.raises(PKGagal, match=pesan):
        revisi_pk(pk, pemeran.dewi, **{**isi, **ubah})
    assert PerjanjianKinerja.objects.count() == 1


def test_a_revision_that_prints_the_same_dpa_is_not_late(pk, pemeran):
    baru = revisi_pk(pk, pemeran.dewi, "", datetime.date(TAHUN, 10, 20), "pejabat", "Camat berganti")
    assert peringatan(baru) == ()


def test_a_draft_can_be_deleted_and_its_history_stays(k, pemeran, pk):
    baru = revisi_pk(pk, pemeran.dewi, "", datetime.date(TAHUN, 10, 20), "pejabat", "Camat berganti")
    kunci = baru.pk
    hapus_konsep(baru, pemeran.ani)
    assert PerjanjianKinerja.objects.get() == pk
    assert RencanaAksi.objects.count() == 1
    assert PerjanjianKinerja.riwayat.model.objects.filter(id=kunci, history_type="-").count() == 1
    assert TargetPK.riwayat.model.objects.filter(perjanjian_id=kunci, history_type="-").count() == 2
    assert Jejak.objects.filter(tindakan="Konsep PK dihapus", oleh=pemeran.ani).exists()
