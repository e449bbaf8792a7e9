"""From a file to the DPA and to quarters: layouts A, B, D at office A, hand-made figures."""

from __future__ import annotations

import datetime
from decimal import Decimal as D
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied

from anggaran.alur import tetapkan_dpa
from anggaran.bahan import kunci_node
from anggaran.models import DPA, KolomSIPD, PaguAnggaran, RealisasiAnggaran
from kinerja.models import TahapPengukuran
from organisasi.models import Jejak, Unggahan
from organisasi.unggahan import alur
from renstra.models import Program, SubKegiatan
from sakip.umum.excel.tolak import BerkasDitolak
from tests.anggaran.sipd import bahan_sipd as b
from tests.anggaran.sipd.panggung_sipd import (
    KODE,
    MURNI,
    PERUBAHAN,
    S1,
    S2,
    S3,
    a,
    berkas_a,
    csv_titik_koma,
    pagu,
    xlsx,
)
from tests.pelaporan.kantor_uji import TAHUN

pytestmark = pytest.mark.django_db

# Layout A --------------------------------------------------------------------------------------------


@pytest.mark.postgres
def test_pagu_becomes_a_draft_murni_with_its_nodes(panggung):
    berkas = berkas_a(
        a(S1, 1500000), a(S1, "250.000,50"), a("7.01.01.02.01.02", 1000000), a(S3, 0),
        {"NO": "GRAND TOTAL", "PAGU": 2750000.5},
    )  # fmt: skip
    u = panggung.muat(berkas)
    assert (u.status, u.hasil["perlu"], u.hasil["jenis_usul"]) == ("siap", ["jenis"], "murni")
    alur.periksa_ulang(u, u.oleh, MURNI)
    u.refresh_from_db()
    (kantor,) = u.hasil["kantor"]
    assert (u.hasil["tata"], u.hasil["total"][0][-1]) == ("A", "")
    assert (kantor["pagu"]["total_berkas"], kantor["pagu"]["total_baru"]) == ("2.750.000,50", "2.750.000,50")
    assert kantor["node_baru"] == 3 and kantor["pagu"]["hitung"] == "3 baru, 0 berubah, 0 hilang, 0 tetap"
    assert not Program.objects.exists()  # a check writes nothing
    alur.konfirmasi(u, u.oleh)
    dpa = DPA.objects.get()
    assert (dpa.jenis, dpa.is_ditetapkan) == ("murni", False)
    assert pagu(dpa) == {S1: D("1750000.50"), S2: D(1000000), S3: D(0)}
    jejak = Jejak.objects.get(tindakan="Pagu SIPD dimuat")
    assert (
        jejak.peran == "Verifikator" and "tarikan.xlsx" in jejak.uraian and "Rp2.750.000,50" in jejak.uraian
    )
    riwayat = PaguAnggaran.riwayat.all()
    assert riwayat.count() == 3 and {h.history_user for h in riwayat} == {panggung.p.dewi}


def tetapkan(dpa, oleh, nomor="1/DPA"):
    dpa.nomor, dpa.tanggal = nomor, datetime.date(TAHUN, 1, 3)
    dpa.save()
    return tetapkan_dpa(dpa, oleh, is_peringatan_dibaca=True)


def test_the_same_file_twice_changes_nothing(panggung):
    isi = [a(S1, 700), a(S2, 300)]
    panggung.terapkan(berkas_a(*isi), MURNI)
    for pilihan in (MURNI, PERUBAHAN):
        u = panggung.muat(berkas_a(*isi), pilihan)
        assert u.status == "ditolak" and u.hasil["is_sama"] and "sama dengan yang tersimpan" in u.pesan
    tetapkan(DPA.objects.get(), panggung.p.dewi)
    u = panggung.muat(berkas_a(*isi), PERUBAHAN)
    assert u.hasil["is_sama"] and DPA.objects.count() == 1


def test_perubahan_becomes_version_2_and_says_what_differs(panggung):
    panggung.terapkan(berkas_a(a(S1, 700), a(S2, 300)), MURNI)
    tetapkan(DPA.objects.get(), panggung.p.dewi)
    u = panggung.muat(berkas_a(a(S1, 900), a(S3, 50)), MURNI)
    assert u.status == "ditolak" and "sudah ditetapkan. Pilih pergeseran atau perubahan" in u.pesan
    u = panggung.terapkan(berkas_a(a(S1, 900), a(S3, 50)), PERUBAHAN)
    baru = DPA.objects.get(urutan=1)
    assert (baru.nama, baru.nomor, baru.alasan) == ("DPA Perubahan 1", "2/DPA", "APBD Perubahan")
    assert pagu(baru) == {S1: D(900), S3: D(50)}
    u = panggung.muat(berkas_a(a(S1, 900), a(S3, 60)), PERUBAHAN)
    isi = u.hasil["kantor"][0]["pagu"]
    # 700 -> 900, 300 gone, 60 new; 960 against 1.000 of the set version
    assert isi["tindakan"] == "isi" and isi["baris"] == [
        [S1, f"NAMA {S1}", "700", "900", "+200", "Berubah"],
        [S2, f"NAMA {S2}", "300", "–", "-300", "Hilang"],
        [S3, f"NAMA {S3}", "–", "60", "+60", "Baru"],
    ]
    assert (isi["total_baru"], isi["total_lama"], isi["selisih"]) == ("960", "1.000", "-40")
    u = panggung.muat(berkas_a(a(S1, 1)), {**PERUBAHAN, "jenis": "pergeseran"})
    assert u.status == "ditolak" and "masih berupa konsep" in u.pesan


def test_a_total_line_that_differs_is_shown(panggung):
    u = panggung.muat(berkas_a(a(S1, 700), {"NAMA SKPD": "GRAND TOTAL", "PAGU": 750}), MURNI)
    assert u.hasil["total"] == [["Lembar1", 3, "GRAND TOTAL", "pagu", "750", "700", "50"]]


def test_rows_of_other_offices_and_years_are_counted_and_refused(panggung):
    lain = {"KODE SKPD": "9", "NAMA SKPD": "Kecamatan Beta"}
    berkas = berkas_a(a(S1, 700), a(S1, 5, TAHUN=2022), a(S1, 11, **lain), a(S2, 12, **lain))
    u = panggung.terapkan(berkas, MURNI)
    assert pagu(DPA.objects.get()) == {S1: D(700)}
    u = panggung.muat(berkas, PERUBAHAN)
    assert u.hasil["tahun_lain"] == [[2022, 1, "5"]]
    assert u.hasil["kantor_lain"] == [["9", "Kecamatan Beta", 2, "23", "Perangkat daerah lain"]]
    u = panggung.muat(berkas_a(a(S1, 11, **lain)), MURNI)
    assert u.status == "ditolak" and "Tidak ada baris milik Kecamatan Alfa" in u.pesan


def test_unknown_codes_are_listed_with_names_and_left_out_only_when_said(panggung):
    berkas = berkas_a(a(S1, 700), a("7.01.01.2.01.0099", 40, **{"NAMA SUB KEGIATAN": f"NAMA {S2} x"}))
    u = panggung.muat(berkas, MURNI)
    (satu,) = u.hasil["kantor"][0]["tertolak"]
    assert satu[:4] == [
        "7.01.01.2.01.0099", f"NAMA {S2} x", "40", f"Tidak ada dalam nomenklatur tahun {TAHUN}.",
    ]  # fmt: skip
    assert satu[4][0] == f"{S2} NAMA {S2}"
    assert u.hasil["perlu"] == ["lewati"] and u.hasil["belum_siap"]
    alur.konfirmasi(u, u.oleh)
    u.refresh_from_db()
    assert u.status == "gagal" and not DPA.objects.exists()
    u = panggung.terapkan(berkas, {**MURNI, "lewati": True})
    assert pagu(DPA.objects.get()) == {S1: D(700)}


def test_a_mixed_file_and_unreadable_rows_are_refused(panggung):
    u = panggung.muat(berkas_a(a(S1, "1.234.567,89"), a(S2, "1,234,567.89")), MURNI)
    assert u.status == "ditolak" and "bercampur" in u.pesan and "(baris 2)" in u.pesan
    u = panggung.muat(berkas_a(a(S1, 5), a(7.01, 5), a(S2, "lima")), MURNI)
    assert [g[1] for g in u.hasil["galat"]] == [3, 4] and u.pesan.startswith("2 baris tidak dapat dibaca")


def test_an_unknown_column_is_mapped_once_for_the_government(panggung):
    kepala = ["Kd Subkeg" if k == "KODE SUB KEGIATAN" else k for k in b.KEPALA_A]
    isi = [{("Kd Subkeg" if k == "KODE SUB KEGIATAN" else k): v for k, v in a(S1, 700).items()}]
    u = panggung.muat(xlsx(b.baris(kepala, *isi)), MURNI)
    assert u.hasil["tanya"] == ["KD SUBKEG"] and "kode sub kegiatan" in u.pesan
    KolomSIPD.objects.create(pemda=panggung.p.pemda, judul="KD SUBKEG", arti="kode_sub_kegiatan")
    u = panggung.muat(xlsx(b.baris(kepala, *isi)), MURNI)
    assert not u.hasil["belum_siap"]


def test_what_changed_since_the_preview_is_not_overwritten(panggung):
    panggung.terapkan(berkas_a(a(S1, 700)), MURNI)
    u = panggung.muat(berkas_a(a(S1, 800)), MURNI)
    baris = PaguAnggaran.objects.get()
    baris.nilai = 750
    baris.save()
    alur.konfirmasi(u, u.oleh)
    u.refresh_from_db()
    assert u.status == "gagal" and "berubah sejak pratinjau" in u.pesan
    assert PaguAnggaran.objects.get().nilai == 750


def test_a_programme_with_amounts_of_its_own_keeps_its_level(panggung):
    program = panggung.a.program("7.01.01")
    panggung.a.dpa({program: 900})
    panggung.a.tetapkan()
    panggung.terapkan(berkas_a(a(S1, 700), a(S2, 300), a(S3, 10)), PERUBAHAN)
    assert pagu(DPA.objects.get(urutan=1)) == {"7.01.01": D(1000), S3: D(10)}
    assert not SubKegiatan.objects.filter(kegiatan__program=program).exists()


# The whole government --------------------------------------------------------------------------------


def test_one_file_for_all_offices_by_the_admin(panggung):
    beta = {"KODE SKPD": "", "NAMA SKPD": "kecamatan  BETA"}
    asing = {"KODE SKPD": "1", "NAMA SKPD": "Kecamatan Gama"}
    berkas = berkas_a(a(S1, 700), a(S2, 55, **beta), a(S2, 9, **asing))
    u = panggung.terapkan(berkas, MURNI, oleh=panggung.p.eko, kantor=False)
    assert {d.perangkat_daerah.slug: pagu(d) for d in DPA.objects.all()} == {
        "alfa": {S1: D(700)}, "beta": {S2: D(55)},
    }  # fmt: skip
    jejak = Jejak.objects.filter(tindakan="Pagu SIPD dimuat")
    assert {(j.perangkat_daerah.slug, j.peran) for j in jejak} == {
        ("alfa", "Admin kabupaten"), ("beta", "Admin kabupaten"),
    }  # fmt: skip
    u = panggung.muat(berkas, MURNI, oleh=panggung.p.eko, kantor=False)
    assert u.hasil["kantor_lain"][0][:4] == ["1", "Kecamatan Gama", 1, "9"]
    assert u.hasil["is_sama"]


# Layout B --------------------------------------------------------------------------------------------


def bb(sub, pagu, realisasi):
    return {"TAHUN": TAHUN, "KODE SKPD": KODE, "NAMA SKPD": "Kecamatan Alfa", "KODE SUB KEGIATAN": sub,
            "PAGU": pagu, "REALISASI": realisasi}  # fmt: skip


def berkas_b(*isi):
    return xlsx(b.baris(b.KEPALA_B, *isi))


def realisasi():
    return {(r.node.kode, r.periode): r.nilai for r in RealisasiAnggaran.objects.all()}


def test_a_running_total_is_stored_as_the_quarter_itself(panggung):
    pilih = {"muat": "keduanya", "jenis": "murni", "sampai": 1, "cara": "berjalan"}
    panggung.terapkan(berkas_b(bb(S1, 600, 100), bb(S1, 400, 50), bb(S2, 300, None)), pilih)
    assert pagu(DPA.objects.get()) == {S1: D(1000), S2: D(300)}
    assert realisasi() == {(S1, "tw1"): D(150)}
    baris = RealisasiAnggaran.objects.get()
    assert baris.unit == panggung.a.unit["Camat"] and baris.diisi_oleh == panggung.p.dewi
    pilih = {"muat": "realisasi", "sampai": 2, "cara": "berjalan"}
    u = panggung.terapkan(berkas_b(bb(S1, 1000, 400), bb(S2, 300, 20)), pilih)
    # S1: 400 - 150; S2 had no first quarter: all of its 20
    assert realisasi() == {(S1, "tw1"): D(150), (S1, "tw2"): D(250), (S2, "tw2"): D(20)}
    u = panggung.muat(berkas_b(bb(S1, 1000, 140), bb(S2, 300, 20)), pilih)
    assert u.hasil["kantor"][0]["tertolak"][0][3].startswith("Realisasi Triwulan II menjadi -Rp10")
    u = panggung.terapkan(berkas_b(bb(S1, 1000, 70)), {**pilih, "cara": "triwulan", "sampai": 3})
    assert realisasi()[S1, "tw3"] == 70 and RealisasiAnggaran.objects.count() == 4


def test_realisasi_without_pagu_and_pagu_without_realisasi_are_listed(panggung):
    panggung.terapkan(berkas_a(a(S1, 700), a(S2, 300)), MURNI)
    pilih = {"muat": "realisasi", "sampai": 1, "cara": "triwulan"}
    u = panggung.muat(berkas_b(bb(S1, None, 100), bb(S3, None, 5)), pilih)
    (kantor,) = u.hasil["kantor"]
    assert kantor["tertolak"][0][:3] == [S3, f"NAMA {S3}", "5"] and "tanpa pagu" in kantor["tertolak"][0][3]
    assert kantor["tanpa_realisasi"] == [[S2, f"NAMA {S2}", "300"]]
    panggung.terapkan(berkas_b(bb(S1, None, 100), bb(S3, None, 5)), {**pilih, "lewati": True})
    assert realisasi() == {(S1, "tw1"): D(100)}


def test_only_open_quarters_change_and_old_values_are_shown(panggung):
    panggung.terapkan(berkas_a(a(S1, 700), a(S2, 300)), MURNI)
    pilih = {"muat": "realisasi", "sampai": 1, "cara": "triwulan"}
    panggung.terapkan(berkas_b(bb(S1, None, 100)), pilih)
    u = panggung.muat(berkas_b(bb(S1, None, 120)), pilih)
    assert u.hasil["kantor"][0]["realisasi"]["baris"] == [[S1, f"NAMA {S1}", "I", "100", "120", "Berubah"]]
    satu = RealisasiAnggaran.objects.get()
    satu.nilai = 110
    satu.save()
    alur.konfirmasi(u, u.oleh)
    u.refresh_from_db()
    assert u.status == "gagal" and realisasi() == {(S1, "tw1"): D(110)}
    TahapPengukuran.objects.create(
        unit=panggung.a.unit["Camat"], tahun=TAHUN, triwulan=1, tahap="dikirim", oleh=panggung.p.citra
    )
    u = panggung.muat(berkas_b(bb(S1, None, 120)), pilih)
    assert "sudah dikirim" in u.hasil["kantor"][0]["tertolak"][0][3]
    assert "Tidak ada yang dapat dimuat" in u.pesan or u.hasil["belum_siap"]


# Layout D --------------------------------------------------------------------------------------------


def dok(tanggal, nilai, setoran=None, sub=S1):
    return {"Kode SKPD": KODE, "Nama SKPD": "Kecamatan Alfa", "Kode Sub Kegiatan": sub,
            "Tanggal Dokumen": tanggal, "Nilai Realisasi": nilai, "Nilai Setoran": setoran,
            "NIP": "'198001012005011001", "Nama Pegawai": "Siti Rahasia",
            "Keterangan Dokumen": "Honor Siti Rahasia"}  # fmt: skip


def test_documents_go_into_quarters_and_personal_data_is_gone(panggung, settings):
    panggung.terapkan(berkas_a(a(S1, 70000), a(S2, 300)), MURNI)
    isi = [
        dok("2023-01-31", "10.000,00"),
        dok("31/03/2023", "5.000,00", "1.000,00"),
        dok("2023-05-01", "250,50"),
    ]
    u = panggung.muat(csv_titik_koma(b.baris(b.KEPALA_D, *isi)))
    assert u.hasil["perlu"] == ["triwulan", "setoran"] and u.hasil["triwulan_ada"] == [1, 2]
    assert u.hasil["tata"] == "D" and u.hasil["punya_setoran"] and u.hasil["total_setoran"] == "1.000"
    tersimpan = [p.read_bytes() for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]
    assert u.nama == "realisasi.jsonl" and u.hasil["tanpa_pribadi"]
    semua = b"".join(tersimpan).decode(errors="replace") + repr(list(Unggahan.objects.values()))
    assert "Rahasia" not in semua and "198001012005011001" not in semua
    pilih = {"muat": "realisasi", "triwulan": [1, 2]}
    alur.periksa_ulang(u, u.oleh, pilih)
    u.refresh_from_db()
    assert u.hasil["perlu"] == ["setoran"]
    alur.periksa_ulang(u, u.oleh, {"setoran": "kurangi"})
    u.refresh_from_db()
    assert not u.hasil["belum_siap"], u.pesan
    alur.konfirmasi(u, u.oleh)
    # 10.000 + 5.000 - 1.000; 250,50
    assert realisasi() == {(S1, "tw1"): D(14000), (S1, "tw2"): D("250.50")}
    assert "realisasi.csv" in Jejak.objects.get(tindakan="Realisasi SIPD dimuat").uraian
    assert kunci_node(RealisasiAnggaran.objects.first())[0] == 3


# Rights ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["citra", "budi", "farid", "gani", "asing"])
def test_only_planners_and_the_admin_load_a_file(panggung, nama):
    with pytest.raises(PermissionDenied):
        panggung.muat(berkas_a(a(S1, 1)), MURNI, oleh=getattr(panggung.p, nama))
    with pytest.raises(PermissionDenied):
        panggung.muat(berkas_a(a(S1, 1)), MURNI, oleh=panggung.p.dewi, kantor=False)
    assert not Unggahan.objects.exists()


# Layouts C and E --------------------------------------------------------------------------------------


def test_layouts_c_and_e_go_through_the_same_table(panggung):
    c_pagu = {"KODE SUB KEGIATAN": S1, "NILAI": "1.000.000"}, {"KODE SUB KEGIATAN": S2, "NILAI": "500.000"}
    panggung.terapkan(csv_titik_koma(b.baris(b.KEPALA_C_PAGU, *c_pagu), "c.csv"), MURNI)
    assert pagu(DPA.objects.get()) == {S1: D(1000000), S2: D(500000)}
    c_realisasi = {"Kode Sub Kegiatan": S1, "Nilai Realisasi": "250.000"}
    pilih = {"sampai": 1, "cara": "triwulan"}
    panggung.terapkan(csv_titik_koma(b.baris(b.KEPALA_C_REALISASI, c_realisasi), "d.csv"), pilih)
    assert realisasi() == {(S1, "tw1"): D(250000)}
    e = {"Tahun": TAHUN, "Kode SKPD": KODE, "Nama SKPD": "Kecamatan Alfa", "Kode Sub Kegiatan": S1}
    isi = [
        {**e, "Nilai Rincian": 600000, "Total Rincian Anggaran Kegiatan": 1000000, "Bulan 1": 50000},
        {**e, "Nilai Rincian": 400000, "Total Rincian Anggaran Kegiatan": 1000000},
        {**e, "Kode Sub Kegiatan": S2, "Nilai Rincian": 500000},
    ]
    u = panggung.muat(xlsx(b.baris(b.KEPALA_E, *isi)), MURNI)
    assert u.hasil["tata"] == "E" and u.hasil["is_sama"]  # 600.000 + 400.000, and 500.000
    u = panggung.muat(
        csv_titik_koma(b.baris(b.KEPALA_C_PAGU, *c_pagu), "c.csv"), MURNI, oleh=panggung.p.eko, kantor=False
    )
    assert "dimuat dari halaman perangkat daerahnya" in u.pesan


def test_programmes_of_every_bidang_are_found_under_their_common_code(panggung):
    for kode, tingkat in (("X.XX.01", 3), ("X.XX.01.2.06", 4), ("X.XX.01.2.06.0009", 5)):
        panggung.a.nomenklatur(kode, tingkat)
    panggung.terapkan(berkas_a(a("7.01.01.2.06.0009", 70), a("X.XX.01.2.06.09", 5)), MURNI)
    assert pagu(DPA.objects.get()) == {"X.XX.01.2.06.0009": D(75)}


# What goes wrong --------------------------------------------------------------------------------------


def test_an_office_that_changed_meanwhile_does_not_stop_the_others(panggung):
    beta = {"KODE SKPD": "", "NAMA SKPD": "Kecamatan Beta"}
    u = panggung.muat(berkas_a(a(S1, 7), a(S2, 5, **beta)), MURNI, oleh=panggung.p.eko, kantor=False)
    panggung.a.dpa({})
    alur.konfirmasi(u, u.oleh)
    u.refresh_from_db()
    assert u.status == "selesai" and [k["nama"] for k in u.hasil["selesai"]] == ["Kecamatan Beta"]
    assert "Kecamatan Alfa: datanya berubah sejak pratinjau" in u.hasil["gagal"][0]
    assert {d.perangkat_daerah.slug: pagu(d) for d in DPA.objects.all()} == {"alfa": {}, "beta": {S2: D(5)}}


def test_a_file_with_personal_data_that_cannot_be_read_to_its_end_is_deleted(panggung, settings, monkeypatch):
    def putus(jalur, nama, batas):
        yield from b.baris(b.KEPALA_D, dok("2023-01-31", "10.000,00"))
        raise BerkasDitolak("rusak", "Berkas terputus.")

    monkeypatch.setattr("anggaran.sipd.penangan.baca_baris", putus)
    u = panggung.muat(csv_titik_koma(b.baris(b.KEPALA_D, dok("2023-01-31", "10.000,00"))))
    assert (u.status, u.pesan) == ("ditolak", "Berkas terputus.")
    assert not [p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]
    assert Unggahan.objects.get().nama == "realisasi.csv"  # who and when stays
