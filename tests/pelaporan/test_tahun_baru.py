"""The new year: structure is copied once, figures and words never, and a second run finds nothing to do."""

from __future__ import annotations

import datetime
from decimal import Decimal as D

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    AnalisisCapaian,
    AturanPengukuran,
    DefinisiIndikator,
    Indikator,
    JendelaPengisian,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    TargetRenstra,
)
from organisasi.models import (
    DasarHukum,
    Jejak,
    PemangkuJabatan,
    PemerintahDaerah,
    Penugasan,
    PerangkatDaerah,
    ProfilOrganisasi,
    RincianProfil,
)
from pelaporan.kerangka import BAGIAN_NARASI
from pelaporan.models import LandasanHukum, Laporan, Narasi
from pelaporan.susun import build_konteks_lkjip
from pelaporan.tahun_baru import (
    TahunBaruGagal,
    buat_aturan_pemda,
    buat_tahun_baru,
    rencanakan_banyak,
    rencanakan_tahun_baru,
)
from pelaporan.tahun_baru_salin import kode_tahun
from renstra.models import Kegiatan, Nomenklatur, Program, SasaranProgram, SubKegiatan
from tests.pelaporan.kantor_uji import TAHUN, KantorUji, rapi

pytestmark = pytest.mark.django_db
KE = TAHUN + 1


def isi_tahun(k) -> dict:
    """Fill year N of an office with everything that may and may not be copied."""
    iku = k.indikator("iku")
    k.target_renstra(iku, {TAHUN: 80})
    k.setahun(iku, 85)
    program = k.program("7.01.02", {k.sasaran: D("62.5")})
    program.sasaran_teks, program.unit = "Layanan naik", k.unit["Seksi Pelayanan"]
    program.save()
    sub = k.sub_kegiatan(program, "7.01.02.2.01.0001")
    kegiatan = sub.kegiatan
    atas = k.indikator("prog-layanan", node=program, frekuensi="triwulan", metode="jumlah")
    bawah = k.indikator("keg-layanan", node=kegiatan)
    k.indikator("sub-layanan", node=sub)
    atas.induk, bawah.induk = iku, atas
    atas.save()
    bawah.save()
    k.periode_isi(atas, {"tw1": 3, "tw2": 4, "tw3": 5, "tw4": 6})
    rapi(AnalisisCapaian(indikator=iku, tahun=TAHUN, penyebab="x"))
    k.pk({iku: 90})
    k.dpa({sub: 1000})
    k.belanja(sub, {"tw1": 5})
    rapi(Narasi(laporan=k.laporan, bagian=BAGIAN_NARASI[0][0], isi="x"))
    rapi(LandasanHukum(laporan=k.laporan, urutan=1, dasar_hukum=k.dasar))
    profil = rapi(ProfilOrganisasi(perangkat_daerah=k.kantor, tahun=TAHUN, sumber="Data 2023"))
    rapi(
        RincianProfil(
            profil=profil, kelompok="golongan", urutan=1, uraian="Golongan III", jumlah=12, satuan="orang"
        )
    )
    return {"iku": iku, "program": program, "kegiatan": kegiatan, "sub": sub, "atas": atas, "bawah": bawah}


TAK_DISALIN = (
    Realisasi, Pengukuran, AnalisisCapaian, Narasi, PerjanjianKinerja, DPA, PaguAnggaran, RealisasiAnggaran,
    PemangkuJabatan, Penugasan,
)  # fmt: skip


# What is copied -------------------------------------------------------------------------------------


def test_the_structure_is_copied_with_its_links(pemeran):
    k = pemeran.a
    lama = isi_tahun(k)
    sebelum = {m: m.objects.count() for m in TAK_DISALIN}
    rencana = buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi)
    program = Program.objects.get(perangkat_daerah=k.kantor, tahun=KE)
    assert (program.nomenklatur, program.sasaran_teks, program.unit) == (
        lama["program"].nomenklatur,
        "Layanan naik",
        k.unit["Seksi Pelayanan"],
    )
    kegiatan = Kegiatan.objects.get(program=program)
    sub = SubKegiatan.objects.get(kegiatan=kegiatan)
    assert SasaranProgram.objects.get(program=program).porsi_persen == D("62.5")
    atas = Indikator.objects.get(program=program)
    bawah = Indikator.objects.get(kegiatan=kegiatan)
    assert (atas.pendahulu, atas.induk, atas.kode) == (lama["atas"], lama["iku"], f"prog-layanan-{KE}")
    assert (bawah.pendahulu, bawah.induk) == (lama["bawah"], atas)
    assert Indikator.objects.get(sub_kegiatan=sub).nama == "Indikator sub-layanan"
    definisi = DefinisiIndikator.objects.get(indikator=atas)
    assert (definisi.mulai_tahun, definisi.frekuensi, definisi.metode) == (KE, "triwulan", "jumlah")
    assert Indikator.objects.filter(sasaran__isnull=False).count() == 1  # strategic ones stay the same rows
    assert AturanPengukuran.objects.get(perangkat_daerah=k.kantor, tahun=KE).skala == k.skala
    laporan = Laporan.objects.get(perangkat_daerah=k.kantor, tahun=KE)
    assert list(laporan.landasan.values_list("dasar_hukum", flat=True)) == [k.dasar.pk]
    assert {m: m.objects.count() for m in TAK_DISALIN} == sebelum
    assert rencana.jumlah == 1 + 1 + 1 + 1 + 3 + 3 + 1 + 1 + 1 + 1 + 1 + 4


def test_the_profile_is_copied_without_figures(pemeran):
    isi_tahun(pemeran.a)
    buat_tahun_baru(pemeran.a.kantor, TAHUN, pemeran.dewi)
    baris = RincianProfil.objects.get(profil__tahun=KE)
    assert (baris.uraian, baris.satuan, baris.jumlah, baris.profil.sumber) == (
        "Golongan III",
        "orang",
        None,
        "",
    )


def test_windows_follow_the_governments_rule(pemeran):
    pemeran.pemda.hari_pengisian = 12
    pemeran.pemda.save()
    pemeran.a.kantor.refresh_from_db()
    buat_tahun_baru(pemeran.a.kantor, TAHUN, pemeran.eko)
    jendela = list(JendelaPengisian.objects.filter(perangkat_daerah=pemeran.a.kantor).order_by("triwulan"))
    assert [(j.buka, j.tutup) for j in jendela] == [
        (datetime.date(KE, 3, 1), datetime.date(KE, 4, 12)),
        (datetime.date(KE, 6, 1), datetime.date(KE, 7, 12)),
        (datetime.date(KE, 9, 1), datetime.date(KE, 10, 12)),
        (datetime.date(KE, 12, 1), datetime.date(KE + 1, 1, 12)),
    ]


def test_last_years_values_are_read_as_comparison(pemeran):
    k = pemeran.a
    lama = isi_tahun(k)
    k.tetapkan()
    buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi)
    konteks = build_konteks_lkjip(Laporan.objects.get(perangkat_daerah=k.kantor, tahun=KE))
    banding = next(b for b in konteks.bab3.banding if b.indikator == lama["iku"].nama)
    assert [(n.tahun, n.realisasi.teks) for n in banding.tahun if n.tahun == TAHUN] == [(TAHUN, "85,00")]


def test_every_new_row_has_its_history(pemeran):
    isi_tahun(pemeran.a)
    buat_tahun_baru(pemeran.a.kantor, TAHUN, pemeran.dewi)
    for model in (Program, Kegiatan, SubKegiatan, SasaranProgram, Indikator, DefinisiIndikator):
        for objek in model.objects.all():
            assert objek.riwayat.count() >= 1
    program = Program.objects.get(perangkat_daerah=pemeran.a.kantor, tahun=KE)
    assert program.riwayat.get().history_user == pemeran.dewi


# Again, and in part ---------------------------------------------------------------------------------


def test_a_second_run_makes_nothing(pemeran):
    isi_tahun(pemeran.a)
    buat_tahun_baru(pemeran.a.kantor, TAHUN, pemeran.dewi)
    jejak = Jejak.objects.count()
    lagi = buat_tahun_baru(pemeran.a.kantor, TAHUN, pemeran.dewi)
    assert lagi.jumlah == 0
    assert lagi.ada == 19
    assert Jejak.objects.count() == jejak


def test_only_what_is_missing_is_made(pemeran):
    k = pemeran.a
    isi_tahun(k)
    buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi)
    Indikator.objects.filter(sub_kegiatan__kegiatan__program__tahun=KE).delete()
    SubKegiatan.objects.filter(kegiatan__program__tahun=KE).delete()
    rencana = buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi)
    assert rencana.ringkas == "1 sub kegiatan, 1 indikator program, 1 definisi indikator"
    assert SubKegiatan.objects.filter(kegiatan__program__tahun=KE).count() == 1


def test_what_a_person_already_typed_for_the_new_year_stays(pemeran):
    k = pemeran.a
    lama = isi_tahun(k)
    program = rapi(Program(perangkat_daerah=k.kantor, tahun=KE, nomenklatur=lama["program"].nomenklatur))
    lain = k.buat_sasaran("Sasaran dua", 2)
    rapi(SasaranProgram(sasaran=lain, program=program, porsi_persen=D(90)))
    sendiri = rapi(
        Indikator(perangkat_daerah=k.kantor, kode="sendiri", nama="INDIKATOR prog-layanan", program=program)
    )
    rencana = buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi)
    assert list(Indikator.objects.filter(program=program)) == [sendiri]
    assert SasaranProgram.objects.get(program=program).sasaran == lain
    assert Indikator.objects.get(kegiatan__program=program).induk == sendiri
    assert any("tanpa melanjutkan" in str(p) for p in rencana.perhatian)


def test_a_code_carries_the_year_and_stays_short():
    assert kode_tahun("prog", 2023, 2024, set()) == "prog-2024"
    assert kode_tahun("prog-2023", 2023, 2024, set()) == "prog-2024"
    assert kode_tahun("prog", 2023, 2024, {"prog-2024"}) == "prog-2024-2"
    assert len(kode_tahun("p" * 60, 2023, 2024, {"p" * 55 + "-2024"})) == 60


def sebut(rencana) -> list[str]:
    return [str(p) for p in rencana.perhatian]


# What the plan says ---------------------------------------------------------------------------------


def test_the_plan_names_what_will_be_made_and_writes_nothing(pemeran):
    isi_tahun(pemeran.a)
    rencana = rencanakan_tahun_baru(pemeran.a.kantor, TAHUN)
    bagian = {b.judul: b for b in rencana.bagian}
    assert bagian["Program"].baru == ("7.01.02 NAMA 7.01.02",)
    assert bagian["Porsi untuk sasaran"].baru == ("7.01.02: 62,50% untuk Sasaran satu",)
    assert f"Indikator prog-layanan (prog-layanan-{KE})" in bagian["Indikator program"].baru
    assert bagian["Jendela pengisian"].baru[0] == "Triwulan I: 1 Maret 2024 sampai 10 April 2024"
    assert not Program.objects.filter(tahun=KE).exists()
    assert any("2 indikator mempunyai pengukuran 2023" in c for c in rencana.catatan)


def test_the_plan_says_where_the_renstra_has_no_target(pemeran):
    k = pemeran.a
    lama = isi_tahun(k)
    assert f"Belum ada target Renstra tahun {KE}: Indikator iku." in sebut(
        rencanakan_tahun_baru(k.kantor, TAHUN)
    )
    k.target_renstra(lama["iku"], {KE: None})  # a row without a value is no target
    assert sebut(rencanakan_tahun_baru(k.kantor, TAHUN))
    TargetRenstra.objects.filter(tahun=KE).update(nilai=82)
    assert not rencanakan_tahun_baru(k.kantor, TAHUN).perhatian
    akhir = rencanakan_tahun_baru(k.kantor, 2026)
    assert sebut(akhir) == ["Belum ada Renstra yang mencakup tahun 2027; catat Renstra baru dan targetnya."]


def test_shares_for_a_renstra_that_ends_are_not_copied_and_said(pemeran):
    k = pemeran.a
    isi_tahun(k)
    k.periode.tahun_akhir = k.periode.tahun_target_akhir = TAHUN
    k.periode.save()
    rencana = buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi)
    assert not SasaranProgram.objects.filter(program__tahun=KE).exists()
    assert any("Renstra sasarannya berakhir 2023" in p for p in sebut(rencana))


def test_people_in_office_are_named_and_left_alone(pemeran):
    k = pemeran.a
    isi_tahun(k)
    k.camat.sampai = datetime.date(TAHUN, 9, 30)
    k.camat.save()
    catatan = " ".join(rencanakan_tahun_baru(k.kantor, TAHUN).catatan)
    assert "1 masih memangku jabatan pada 1 Januari 2024" in catatan  # the kasi
    assert "Berakhir sebelum itu: Citra alfa (Camat Alfa)." in catatan
    assert "5 dari 5 masih berlaku pada 1 Januari 2024" in catatan


# Nomenclature ---------------------------------------------------------------------------------------


@pytest.fixture
def peraturan_baru(pemeran):
    return rapi(
        DasarHukum(
            kunci="kepmen-baru", jenis="kepmen", lembaga="Menteri Uji", nomor="9", tahun=KE, tentang="x"
        )
    )


def nomenklatur(hukum, kode, tingkat, nama, mulai=KE):
    return rapi(Nomenklatur(dasar_hukum=hukum, mulai_tahun=mulai, tingkat=tingkat, kode=kode, nama=nama))


def test_the_newest_regulation_in_force_gives_the_row(pemeran, peraturan_baru):
    k = pemeran.a
    isi_tahun(k)
    nomenklatur(peraturan_baru, "7.01.02", 3, "NAMA BARU")
    nomenklatur(peraturan_baru, "7.01.02.2.01", 4, "NAMA 7.01.02.2.01")
    rencana = buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi)
    program = Program.objects.get(perangkat_daerah=k.kantor, tahun=KE)
    assert program.nama == "NAMA BARU"
    assert Kegiatan.objects.get(program=program).nomenklatur.dasar_hukum == peraturan_baru
    assert (
        "Memakai nomenklatur Keputusan Menteri Uji Nomor 9 Tahun 2024: 7.01.02 NAMA 7.01.02 menjadi NAMA "
        "BARU; 7.01.02.2.01 NAMA 7.01.02.2.01."
    ) in sebut(rencana)
    assert buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi).jumlah == 0  # found by its code


def test_a_code_that_the_newest_regulation_lacks_keeps_its_row_and_is_said(pemeran, peraturan_baru):
    k = pemeran.a
    isi_tahun(k)
    nomenklatur(peraturan_baru, "7.01.99", 3, "LAIN")
    nomenklatur(peraturan_baru, "7.01.02.2.01", 4, "Y", mulai=KE + 1)  # not in force yet
    rencana = buat_tahun_baru(k.kantor, TAHUN, pemeran.dewi)
    assert Program.objects.get(perangkat_daerah=k.kantor, tahun=KE).nama == "NAMA 7.01.02"
    assert [p for p in sebut(rencana) if "7.01.02" in p] == [
        "Tidak ada dalam Keputusan Menteri Uji Nomor 9 Tahun 2024, jadi baris yang lama tetap dipakai: "
        "7.01.02 NAMA 7.01.02."
    ]


# Rights and the log ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("nama", "boleh"), [
    ("ani", True), ("dewi", True), ("eko", True), ("admin", True),
    ("citra", False), ("gani", False), ("budi", False), ("farid", False), ("asing", False),
])  # fmt: skip
def test_who_may(pemeran, nama, boleh):
    isi_tahun(pemeran.a)
    orang = getattr(pemeran, nama)
    if boleh:
        assert buat_tahun_baru(pemeran.a.kantor, TAHUN, orang).jumlah
    else:
        with pytest.raises(PermissionDenied):
            buat_tahun_baru(pemeran.a.kantor, TAHUN, orang)
        assert not Program.objects.filter(tahun=KE).exists()


def test_the_act_is_in_the_log_with_its_role(pemeran):
    isi_tahun(pemeran.a)
    buat_tahun_baru(pemeran.a.kantor, TAHUN, pemeran.dewi)
    baris = Jejak.objects.get(tindakan="buat tahun baru")
    assert (baris.oleh, baris.peran, baris.perangkat_daerah) == (
        pemeran.dewi,
        "Verifikator",
        pemeran.a.kantor,
    )
    assert baris.objek == "LKjIP Kecamatan Alfa 2024"
    assert baris.uraian.startswith("Dari 2023: 1 program, 1 kegiatan")


def test_an_empty_year_is_refused(pemeran):
    with pytest.raises(TahunBaruGagal, match="Tahun 2019 belum berisi"):
        buat_tahun_baru(pemeran.a.kantor, 2019, pemeran.dewi)


def test_the_governments_rules(pemeran):
    rapi(AturanPengukuran(pemda=pemeran.pemda, tahun=TAHUN, skala=pemeran.a.skala, desimal=3))
    baru = buat_aturan_pemda(pemeran.pemda, TAHUN, pemeran.eko)
    assert (baru.tahun, baru.desimal, baru.perangkat_daerah) == (KE, 3, None)
    assert buat_aturan_pemda(pemeran.pemda, TAHUN, pemeran.eko) is None
    with pytest.raises(PermissionDenied):
        buat_aturan_pemda(pemeran.pemda, TAHUN, pemeran.dewi)


def test_plans_of_many_offices_need_no_more_queries(pemeran):
    isi_tahun(pemeran.a)
    with CaptureQueriesContext(connection) as satu:
        rencanakan_banyak([pemeran.a.kantor], TAHUN)
    isi_tahun(pemeran.b)
    for n in range(3):
        KantorUji(f"lain-{n}")
    semua = list(PerangkatDaerah.objects.select_related("pemda"))
    with CaptureQueriesContext(connection) as banyak:
        rencana = rencanakan_banyak(semua, TAHUN)
    assert len(banyak) <= len(satu) <= 30
    assert len(rencana) == 5


# Pages ------------------------------------------------------------------------------------------------


def alamat(nama: str, *args) -> str:
    return reverse(nama, args=args)


@pytest.mark.parametrize(("nama", "kode"), [
    ("ani", 200), ("dewi", 200), ("eko", 200), ("admin", 200),
    ("citra", 403), ("gani", 403), ("farid", 403), ("budi", 404),
])  # fmt: skip
def test_who_opens_the_page_of_an_office(pemeran, masuk, nama, kode):
    halaman = alamat("tahun_baru", "alfa", TAHUN)
    assert masuk(getattr(pemeran, nama)).get(halaman).status_code == kode
    assert masuk(getattr(pemeran, nama)).post(halaman).status_code == (302 if kode == 200 else kode)


@pytest.mark.parametrize(("nama", "kode"), [
    ("eko", 200), ("admin", 200), ("farid", 403), ("dewi", 403), ("ani", 403), ("citra", 403),
])  # fmt: skip
def test_who_opens_the_page_of_all_offices(pemeran, masuk, nama, kode):
    halaman = alamat("kabupaten_tahun_baru", TAHUN)
    assert masuk(getattr(pemeran, nama)).get(halaman).status_code == kode
    assert masuk(getattr(pemeran, nama)).post(halaman).status_code == kode


def test_reading_the_plan_writes_nothing_and_sending_it_makes_the_year(pemeran, masuk):
    isi_tahun(pemeran.a)
    klien = masuk(pemeran.dewi)
    halaman = alamat("tahun_baru", "alfa", TAHUN)
    teks = klien.get(halaman).content.decode()
    assert "Buat tahun 2024" in teks
    assert "Belum ada target Renstra tahun 2024: Indikator iku" in teks
    assert not Program.objects.filter(tahun=KE).exists()
    teks = klien.post(halaman, follow=True).content.decode()
    assert "Tahun 2024 dibuat: 1 program" in teks
    assert "Buka tahun 2024" in teks
    assert "Buat tahun 2024" not in teks
    teks = klien.post(halaman, follow=True).content.decode()
    assert "Tahun 2024 sudah lengkap" in teks
    assert Program.objects.filter(tahun=KE).count() == 1


def test_a_year_without_anything_offers_no_button(pemeran, masuk):
    halaman = alamat("tahun_baru", "alfa", 2019)
    teks = masuk(pemeran.dewi).get(halaman).content.decode()
    assert "Tidak ada yang dapat disalin" in teks
    assert "Buat tahun 2020" not in teks
    assert "belum berisi" in masuk(pemeran.dewi).post(halaman, follow=True).content.decode()


def test_chosen_offices_are_made_each_by_itself(pemeran, masuk):
    isi_tahun(pemeran.a)
    isi_tahun(pemeran.b)
    rapi(AturanPengukuran(pemda=pemeran.pemda, tahun=TAHUN, skala=pemeran.a.skala))
    klien = masuk(pemeran.eko)
    halaman = alamat("kabupaten_tahun_baru", TAHUN)
    teks = klien.get(halaman).content.decode()
    assert "2 perangkat daerah siap" in teks
    assert "ikut dibuat" in teks
    teks = klien.post(halaman, {"lingkup": "terpilih"}).content.decode()
    assert "Belum ada perangkat daerah yang dipilih" in teks
    assert not Program.objects.filter(tahun=KE).exists()
    klien.post(halaman, {"lingkup": "terpilih", "kantor": [pemeran.b.kantor.pk, 999_999]})
    assert list(Program.objects.filter(tahun=KE).values_list("perangkat_daerah", flat=True)) == [
        pemeran.b.kantor.pk
    ]
    assert AturanPengukuran.objects.filter(tahun=KE, perangkat_daerah=None).count() == 1
    teks = klien.post(halaman, {"lingkup": "semua"}).content.decode()
    assert "Kecamatan Alfa: Dibuat: 1 program" in teks
    assert "Kecamatan Beta: Sudah lengkap" in teks


def test_one_office_without_data_stops_no_other(pemeran, masuk):
    isi_tahun(pemeran.a)
    Laporan.objects.filter(perangkat_daerah=pemeran.b.kantor).delete()
    teks = (
        masuk(pemeran.eko).post(alamat("kabupaten_tahun_baru", TAHUN), {"lingkup": "semua"}).content.decode()
    )
    assert "Kecamatan Beta: Tahun 2023 belum berisi" in teks
    assert Program.objects.filter(tahun=KE, perangkat_daerah=pemeran.a.kantor).exists()


def test_offices_of_another_government_are_out_of_reach(pemeran, masuk):
    lain = rapi(PemerintahDaerah(kode="88.08", jenis="kota", nama="Lain", ibu_kota="Lain"))
    isi_tahun(pemeran.a)
    jauh = pemeran.b.kantor
    jauh.pemda = lain
    jauh.save()
    teks = (
        masuk(pemeran.eko).post(alamat("kabupaten_tahun_baru", TAHUN), {"lingkup": "semua"}).content.decode()
    )
    assert "Kecamatan Beta" not in teks
    assert not Laporan.objects.filter(perangkat_daerah=jauh, tahun=KE).exists()
    with pytest.raises(PermissionDenied):
        buat_tahun_baru(jauh, TAHUN, pemeran.eko)


# The command ----------------------------------------------------------------------------------------


def test_the_command_makes_the_year_as_the_system(pemeran, capsys):
    isi_tahun(pemeran.a)
    call_command("tahun_baru", "--perangkat-daerah=alfa", f"--dari={TAHUN}", "--periksa")
    assert "Program: 1 akan dibuat, 0 sudah ada" in capsys.readouterr().out
    assert not Program.objects.filter(tahun=KE).exists()
    call_command("tahun_baru", "--perangkat-daerah=alfa", f"--dari={TAHUN}")
    assert "Tahun 2024: 1 program" in capsys.readouterr().out
    baris = Jejak.objects.get(tindakan="buat tahun baru")
    assert (baris.oleh, baris.peran) == (None, "Sistem")
    call_command("tahun_baru", "--perangkat-daerah=alfa", f"--dari={TAHUN}")
    assert "Tahun 2024: tidak ada yang dibuat." in capsys.readouterr().out


@pytest.mark.parametrize(("argumen", "pesan"), [
    (["--perangkat-daerah=tiada", "--dari=2023"], "Perangkat daerah tiada tidak ada. Yang ada: alfa, beta."),
    (["--perangkat-daerah=alfa", "--dari=2023", "--pengguna=tiada"], "Pengguna tiada tidak ada"),
    (["--perangkat-daerah=alfa", "--dari=2023", "--pengguna=budi"], "budi tidak berhak"),
    (["--perangkat-daerah=alfa", "--dari=2019"], "Tahun 2019 belum berisi"),
    (["--perangkat-daerah=alfa", "--dari=1900"], "Tahun 1900 di luar 2000 sampai 2099"),
])  # fmt: skip
def test_the_command_says_what_is_wrong(pemeran, argumen, pesan):
    with pytest.raises(CommandError, match=pesan):
        call_command("tahun_baru", *argumen)


def test_the_command_acts_for_a_person(pemeran):
    isi_tahun(pemeran.a)
    call_command("tahun_baru", "--perangkat-daerah=alfa", f"--dari={TAHUN}", "--pengguna=dewi")
    assert Jejak.objects.get(tindakan="buat tahun baru").oleh == pemeran.dewi
    assert Program.objects.get(tahun=KE).riwayat.get().history_user == pemeran.dewi
