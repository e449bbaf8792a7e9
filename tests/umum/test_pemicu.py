"""Each trigger refuses on insert and on update, behind the back of every form."""

import datetime
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, connection, transaction

from anggaran.models import PaguAnggaran, RealisasiAnggaran
from kinerja.models import Pengukuran, Realisasi
from organisasi.models import Pegawai, PemangkuJabatan, UnitKerja
from renstra.models import SasaranProgram
from sakip.umum import pemicu
from sakip.umum.riwayat import model_riwayat
from tests.pelaporan.kantor_uji import KantorUji, rapi

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

D = Decimal
DIUJI = {
    "pagu_satu_tingkat",
    "pemangku_tumpang_tindih",
    "pengukuran_cara_tetap",
    "porsi_paling_banyak_100",
    "realisasi_cara_pengukuran",
    "realisasi_satu_tingkat",
    "realisasi_triwulan_atau_setahun",
    "unit_induk_perangkat_lain",
}

DIUJI_DI_TEMPAT_LAIN = {
    "bukti_terkunci",  # tests/kinerja/test_bukti.py
    "dpa_terkunci",  # tests/anggaran/test_alur_dpa.py
    "pagu_terkunci",
    "pk_terkunci",  # tests/kinerja/test_alur_pk.py
    "realisasi_anggaran_berunit",  # tests/kinerja/test_alur.py
    "realisasi_anggaran_terkunci",  # tests/kinerja/test_alur.py
    "realisasi_berunit",
    "realisasi_terkunci",
    "tahap_disetujui_setelah_diperiksa",
    "tahap_pemeriksa_bukan_pengisi",
    "target_dpa_terkunci",  # tests/anggaran/test_alur_dpa.py
    "target_pk_terkunci",
}


@pytest.fixture
def k():
    return KantorUji()


def ditolak(nama, aksi):
    """The database refuses with the sentence of that trigger."""
    pesan = next(p.pesan for p in pemicu.semua() if p.nama == nama)
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        aksi()
    assert pesan in str(galat.value)


def sisip(objek):
    return lambda: type(objek).objects.bulk_create([objek])


def ubah(objek, **isi):
    return lambda: type(objek).objects.filter(pk=objek.pk).update(**isi)


def test_every_registered_trigger_is_tried_somewhere():
    """Rules here, locks in tests/kinerja and tests/anggaran, rows that are only inserted by their form."""
    bentuk = {p.nama for p in pemicu.semua() if p.nama.startswith(("kekal_", "kunci_baru_"))}
    assert {p.nama for p in pemicu.semua()} - bentuk == DIUJI | DIUJI_DI_TEMPAT_LAIN
    kekal = {p.tabel for p in pemicu.semua() if p.nama.startswith("kekal_")}
    riwayat = {m._meta.db_table for m in model_riwayat()}
    assert kekal == riwayat | {
        "organisasi_jejak", "kinerja_tahappengukuran", "kinerja_catatanpemeriksaan", "kinerja_bukti",
    }  # fmt: skip
    assert all(f"kunci_baru_{t}" in bentuk for t in kekal)


# organisasi -----------------------------------------------------------------------------------------


def test_two_definitive_holders_of_one_post_on_one_day_are_refused(k):
    hari = datetime.date
    PemangkuJabatan.objects.filter(pk=k.camat.pk).update(sampai=hari(2023, 6, 30))
    pegawai = rapi(Pegawai(nama="Ani"))
    isi = {"pegawai": pegawai, "jabatan": k.jabatan, "status": "definitif"}
    ditolak("pemangku_tumpang_tindih", sisip(PemangkuJabatan(mulai=hari(2023, 6, 30), **isi)))
    (baru,) = PemangkuJabatan.objects.bulk_create([PemangkuJabatan(mulai=hari(2023, 7, 1), **isi)])
    ditolak("pemangku_tumpang_tindih", ubah(baru, mulai=hari(2023, 1, 1)))
    ditolak("pemangku_tumpang_tindih", ubah(k.camat, sampai=hari(2023, 7, 1)))
    ubah(baru, sampai=hari(2023, 12, 31))()


def test_an_acting_holder_may_stand_beside_a_definitive_one(k):
    plt = PemangkuJabatan(
        pegawai=rapi(Pegawai(nama="Ani")), jabatan=k.jabatan, status="plt", mulai=datetime.date(2023, 1, 1)
    )
    sisip(plt)()
    plt = PemangkuJabatan.objects.get(status="plt")
    ditolak("pemangku_tumpang_tindih", ubah(plt, status="definitif", sampai=datetime.date(2023, 2, 1)))


def test_a_unit_stands_under_a_unit_of_its_own_office(k):
    lain = KantorUji("lain")
    atas = rapi(UnitKerja(perangkat_daerah=k.kantor, jenis="pimpinan", nama="Camat", urutan=1))
    atas_lain = rapi(UnitKerja(perangkat_daerah=lain.kantor, jenis="pimpinan", nama="Camat", urutan=1))
    isi = {"perangkat_daerah": k.kantor, "jenis": "seksi", "urutan": 2}
    ditolak("unit_induk_perangkat_lain", sisip(UnitKerja(nama="Seksi", induk=atas_lain, **isi)))
    seksi = rapi(UnitKerja(nama="Seksi", induk=atas, **isi))
    ditolak("unit_induk_perangkat_lain", ubah(seksi, induk=atas_lain))
    ditolak("unit_induk_perangkat_lain", ubah(seksi, perangkat_daerah=lain.kantor))
    ditolak("unit_induk_perangkat_lain", ubah(atas, perangkat_daerah=lain.kantor, urutan=9, nama="Lain"))


# renstra --------------------------------------------------------------------------------------------


def test_the_shares_of_a_programme_are_at_most_100(k):
    dua = k.buat_sasaran("Sasaran dua", 2)
    program = k.program("7.01.01", {k.sasaran: 60})
    ditolak(
        "porsi_paling_banyak_100",
        sisip(SasaranProgram(sasaran=dua, program=program, porsi_persen=D("40.01"))),
    )
    (kedua,) = SasaranProgram.objects.bulk_create(
        [SasaranProgram(sasaran=dua, program=program, porsi_persen=D(40))]
    )
    ditolak("porsi_paling_banyak_100", ubah(kedua, porsi_persen=D("40.01")))
    ubah(kedua, porsi_persen=D("39.99"))()


def test_three_shares_that_are_100_together_pass_on_every_database(k):
    # 33,34 + 33,33 + 33,33 = 100 also where the database adds in binary
    sasaran = [k.sasaran, k.buat_sasaran("Sasaran dua", 2), k.buat_sasaran("Sasaran tiga", 3)]
    k.program("7.01.01", dict(zip(sasaran, ("33.34", "33.33", "33.33"), strict=True)))


# kinerja --------------------------------------------------------------------------------------------


def test_a_value_has_the_way_of_measuring_of_its_header(k):
    ukur = rapi(Pengukuran(indikator=k.indikator("a"), tahun=2023, cara="periode"))
    isi = {"pengukuran": ukur, "nilai": D(1)}
    ditolak("realisasi_cara_pengukuran", sisip(Realisasi(cara="setahun", periode="tahun", **isi)))
    (baris,) = Realisasi.objects.bulk_create([Realisasi(cara="periode", periode="tw4", **isi)])
    ditolak("realisasi_cara_pengukuran", ubah(baris, cara="setahun", periode="tahun"))
    ubah(baris, nilai=D(2))()


def test_the_way_of_measuring_stays_while_there_are_values(k):
    a = k.indikator("a")
    k.setahun(a, 80)
    ukur = Pengukuran.objects.get(indikator=a)
    ditolak("pengukuran_cara_tetap", ubah(ukur, cara="periode"))
    ukur.realisasi.all().delete()
    ubah(ukur, cara="periode")()


def test_a_header_under_existing_values_cannot_be_replaced_by_another_way(k):
    a = k.indikator("a")
    k.setahun(a, 80)
    ukur = Pengukuran.objects.get(indikator=a)
    ditolak(
        "pengukuran_cara_tetap",
        sisip(Pengukuran(pk=ukur.pk, indikator=k.indikator("b"), tahun=2023, cara="periode")),
    )


# anggaran -------------------------------------------------------------------------------------------


@pytest.fixture
def uang(k):
    program = k.program("7.01.01")
    sub = k.sub_kegiatan(program, "7.01.01.2.01.0001")
    return k, program, sub


def test_the_ceiling_of_a_programme_is_on_one_level(uang):
    k, program, sub = uang
    dpa = k.dpa({program: 1000})
    isi = {"dpa": dpa, "program": program, "sub_kegiatan": sub, "nilai": D(10)}
    ditolak("pagu_satu_tingkat", sisip(PaguAnggaran(tingkat=3, **isi)))
    kedua = k.sub_kegiatan(program, "7.01.01.2.01.0002")
    PaguAnggaran.objects.all().delete()
    PaguAnggaran.objects.bulk_create(
        [PaguAnggaran(tingkat=3, **isi), PaguAnggaran(tingkat=3, **{**isi, "sub_kegiatan": kedua})]
    )
    ditolak(
        "pagu_satu_tingkat",
        ubah(PaguAnggaran.objects.get(sub_kegiatan=kedua), tingkat=1, sub_kegiatan=None),
    )


def test_the_level_holds_over_all_versions_of_the_dpa(uang):
    k, program, sub = uang
    k.dpa({program: 1000})
    dpa = k.dpa({}, urutan=1, jenis="perubahan", tanggal=datetime.date(2023, 10, 1))
    ditolak(
        "pagu_satu_tingkat",
        sisip(PaguAnggaran(dpa=dpa, program=program, sub_kegiatan=sub, tingkat=3, nilai=D(10))),
    )


def test_spending_is_on_the_level_of_the_ceiling_and_of_other_spending(uang):
    k, program, sub = uang
    k.dpa({program: 1000})
    isi = {"program": program, "nilai": D(5)}
    ditolak(
        "realisasi_satu_tingkat",
        sisip(RealisasiAnggaran(sub_kegiatan=sub, tingkat=3, periode="tw1", **isi)),
    )
    (baris,) = RealisasiAnggaran.objects.bulk_create([RealisasiAnggaran(tingkat=1, periode="tw1", **isi)])
    ditolak("realisasi_satu_tingkat", ubah(baris, tingkat=3, sub_kegiatan=sub))
    PaguAnggaran.objects.all().delete()
    ditolak(
        "realisasi_satu_tingkat",
        sisip(RealisasiAnggaran(sub_kegiatan=sub, tingkat=3, periode="tw2", **isi)),
    )


def test_a_ceiling_that_comes_after_the_spending_is_on_its_level(uang):
    k, program, sub = uang
    k.belanja(program, {"tw1": 5})
    dpa = k.dpa({})
    isi = {"dpa": dpa, "program": program, "nilai": D(10)}
    ditolak("pagu_satu_tingkat", sisip(PaguAnggaran(sub_kegiatan=sub, tingkat=3, **isi)))
    (baris,) = PaguAnggaran.objects.bulk_create([PaguAnggaran(tingkat=1, **isi)])
    ditolak("pagu_satu_tingkat", ubah(baris, sub_kegiatan=sub, tingkat=3))


@pytest.mark.parametrize("tingkat", [1, 3])
def test_a_node_has_quarters_or_one_annual_amount(uang, tingkat):
    _k, program, sub = uang
    isi = {
        "program": program,
        "tingkat": tingkat,
        "nilai": D(5),
        "sub_kegiatan": sub if tingkat == 3 else None,
    }
    RealisasiAnggaran.objects.bulk_create(
        [RealisasiAnggaran(periode="tw1", **isi), RealisasiAnggaran(periode="tw2", **isi)]
    )
    nama = "realisasi_triwulan_atau_setahun"
    ditolak(nama, sisip(RealisasiAnggaran(periode="tahun", sumber="LRA", **isi)))
    ditolak(nama, ubah(RealisasiAnggaran.objects.get(periode="tw2"), periode="tahun", sumber="LRA"))
    RealisasiAnggaran.objects.filter(periode="tw2").delete()
    ubah(RealisasiAnggaran.objects.get(periode="tw1"), periode="tahun", sumber="LRA")()


def test_another_node_of_the_programme_may_be_known_by_the_year_only(uang):
    k, program, sub = uang
    kedua = k.sub_kegiatan(program, "7.01.01.2.01.0002")
    k.belanja(sub, {"tw1": 5})
    k.belanja(kedua, {"tahun": 5})


# That they are there --------------------------------------------------------------------------------


def lepas(nama, tabel):
    with connection.cursor() as kursor:
        kursor.execute(
            f"DROP TRIGGER {nama}" if connection.vendor == "sqlite" else f"DROP TRIGGER {nama} ON {tabel}"
        )


def test_the_system_check_finds_nothing_on_a_migrated_database():
    assert pemicu.periksa_pemicu(None, databases=["default"]) == []
    assert pemicu.periksa_pemicu(None) == []  # not asked for a database


@pytest.mark.parametrize("peristiwa", ["insert", "update"])
@pytest.mark.parametrize("nama", sorted(DIUJI))
def test_the_system_check_names_a_dropped_trigger(nama, peristiwa):
    satu = next(p for p in pemicu.semua() if p.nama == nama)
    lepas(satu.nama_lengkap(peristiwa), satu.tabel)
    (temuan,) = pemicu.periksa_pemicu(None, databases=["default"])
    assert temuan.id == "sakip.E001"
    assert satu.nama_lengkap(peristiwa) in temuan.msg
    pemicu.pasang(connection, pemicu.semua())
    assert pemicu.periksa_pemicu(None, databases=["default"]) == []


def test_check_fails_with_a_dropped_trigger_and_migrate_brings_it_back():
    satu = next(p for p in pemicu.semua() if "insert" in p.peristiwa)
    lepas(satu.nama_lengkap("insert"), satu.tabel)
    with pytest.raises(SystemCheckError, match="Pemicu basis data hilang"):
        call_command("check", databases=["default"])
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    assert pemicu.periksa_pemicu(None, databases=["default"]) == []


def test_installing_twice_changes_nothing():
    sebelum = pemicu.nama_terpasang(connection)
    pemicu.pasang(connection, pemicu.semua())
    assert pemicu.nama_terpasang(connection) == sebelum
