"""Every model of the admin, every kind of page, every role: one matrix.

``llvv-vvvvv`` and the like are read as in tests/matriks.py, in the order of ORANG: anonim, asing, ani
(penyusun and staf of A), gani (staf of A), budi (staf of B), dewi (verifikator of A), citra (camat of A),
farid (inspektorat), eko (admin kabupaten), admin (superuser). The row that change, delete and history name
belongs to office A, or to its government.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from sakip.umum.diagram import APP
from sakip.umum.riwayat import AsalRiwayat
from tests.buku import buka
from tests.matriks import ORANG, minta

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Hak:
    """What each person gets from the pages of a model; the download of a list is as the list."""

    daftar: str
    tambah: str
    ubah: str
    hapus: str
    riwayat: str


SEMUA, KANTOR = "llvvvvvvvv", "llvv-vvvvv"
PERENCANA = Hak(SEMUA, "llvxxvxxxv", KANTOR, "llvxxvxxxv", KANTOR)
PERENCANA_ADMIN = Hak(SEMUA, "llvxxvxxvv", KANTOR, "llvxxvxxvv", KANTOR)
UNIT = Hak(SEMUA, "llvvvvxxxv", KANTOR, "llvxxvxxxv", KANTOR)
ADMIN_KANTOR = Hak(SEMUA, "llxxxxxxvv", KANTOR, "llxxxxxxvv", KANTOR)
ADMIN_RUJUKAN = Hak(SEMUA, "llxxxxxxvv", SEMUA, "llxxxxxxvv", SEMUA)
PEMASANG = Hak(SEMUA, "llxxxxxxxv", SEMUA, "llxxxxxxxv", SEMUA)
KISI = Hak(SEMUA, "llxxxxxxxv", KANTOR, "llxxxxxxxv", KANTOR)  # written on the grid; a superuser here
PROGRAM = Hak(SEMUA, "llxxxxxxxx", KANTOR, "llxxxxxxxx", KANTOR)  # written by the program only
AKUN = Hak("llxxxxxxvv", "llxxxxxxvv", "llxxxxxxvv", "llxxxxxxxx", "ll------vv")
TUGAS = Hak("llxxxxxxvv", "llxxxxxxvv", "llxxxxxxvv", "llxxxxxxvv", "ll------vv")
SIMPANAN = Hak("llxxxxxxxv", "llxxxxxxxx", "llxxxxxxxv", "llxxxxxxxx", "ll-------v")

MATRIKS = {
    "Pengguna": AKUN, "Penugasan": TUGAS, "PemerintahDaerah": PEMASANG,
    "PerangkatDaerah": ADMIN_KANTOR, "UnitKerja": ADMIN_KANTOR, "FungsiUnit": ADMIN_KANTOR,
    "Jabatan": ADMIN_RUJUKAN, "PemangkuJabatan": ADMIN_RUJUKAN, "Pegawai": ADMIN_RUJUKAN,
    "Pangkat": ADMIN_RUJUKAN, "DasarHukum": ADMIN_RUJUKAN, "Satuan": ADMIN_RUJUKAN,
    "Nomenklatur": ADMIN_RUJUKAN, "SkalaCapaian": ADMIN_RUJUKAN, "KelasCapaian": ADMIN_RUJUKAN,
    "SkalaNilai": ADMIN_RUJUKAN, "AturanPengukuran": ADMIN_KANTOR, "JendelaPengisian": ADMIN_KANTOR,
    "PeriodePerencanaan": ADMIN_RUJUKAN, "Misi": ADMIN_RUJUKAN, "TujuanRPJMD": ADMIN_RUJUKAN,
    "SasaranRPJMD": ADMIN_RUJUKAN, "IndikatorRPJMD": ADMIN_RUJUKAN, "KolomSIPD": ADMIN_RUJUKAN,
    "ProfilOrganisasi": PERENCANA_ADMIN, "RincianProfil": PERENCANA_ADMIN,
    "DokumenPenetapan": PERENCANA_ADMIN, "Renstra": PERENCANA_ADMIN, "VersiRenstra": PERENCANA_ADMIN,
    "Laporan": PERENCANA_ADMIN,
    "Tujuan": PERENCANA, "Sasaran": PERENCANA, "SasaranProgram": PERENCANA, "IsuStrategis": PERENCANA,
    "Program": PERENCANA, "Kegiatan": PERENCANA, "SubKegiatan": PERENCANA, "DPA": PERENCANA,
    "PaguAnggaran": PERENCANA, "Indikator": PERENCANA, "DefinisiIndikator": PERENCANA,
    "TargetRenstra": PERENCANA, "TargetRKT": PERENCANA, "TargetDPA": PERENCANA, "NilaiTahunLalu": PERENCANA,
    "Pembanding": PERENCANA, "PerjanjianKinerja": PERENCANA, "TargetPK": PERENCANA, "RencanaAksi": PERENCANA,
    "TargetPeriode": PERENCANA, "Aksi": PERENCANA, "PenanggungBagian": PERENCANA, "LandasanHukum": PERENCANA,
    "Lampiran": PERENCANA, "Rekomendasi": PERENCANA, "AnalisisCapaian": UNIT, "Narasi": UNIT,
    "Pengukuran": KISI, "Realisasi": KISI, "RealisasiAnggaran": KISI, "PermintaanBuka": KISI,
    "Jejak": PROGRAM, "Bukti": PROGRAM, "TahapPengukuran": PROGRAM, "CatatanPemeriksaan": PROGRAM,
    "AlasanPeringatan": PROGRAM, "HalamanLampiran": SIMPANAN, "BerkasTersimpan": SIMPANAN,
    "PengingatTerkirim": SIMPANAN, "Unggahan": SIMPANAN, "PotretLaporan": SIMPANAN,
    "TanggapanTemuan": PROGRAM, "JawabanKriteria": PROGRAM,
    "PerangkatKriteria": ADMIN_RUJUKAN, "KriteriaEvaluasi": ADMIN_RUJUKAN,
}  # fmt: skip
# One of each kind is asked over HTTP, on all five pages; of the others the admin is asked.
DIMINTA = (
    "Pengguna", "Penugasan", "PemerintahDaerah", "UnitKerja", "Satuan", "Laporan", "Tujuan", "Realisasi",
    "Jejak", "BerkasTersimpan",
)  # fmt: skip


def model(nama):
    return next(m for a in APP for m in apps.get_app_config(a).get_models() if m.__name__ == nama)


def milik_a(dunia, kelas):
    return kelas._default_manager.filter(
        kelas.lingkup.saring([dunia.p.a.kantor.pk], [dunia.p.pemda.pk])
    ).first()


def alamat(kelas, halaman, *args):
    return reverse(f"admin:{kelas._meta.app_label}_{kelas._meta.model_name}_{halaman}", args=args)


def test_every_model_stands_in_the_matrix():
    semua = {
        m.__name__ for a in APP for m in apps.get_app_config(a).get_models() if not issubclass(m, AsalRiwayat)
    }
    assert set(MATRIKS) == semua
    assert {m for m in admin.site._registry if m.__name__ not in semua} == set()


@pytest.mark.parametrize("nama", DIMINTA)
def test_what_each_person_gets(dunia, nama):
    kelas, hak = model(nama), MATRIKS[nama]
    objek = milik_a(dunia, kelas)
    assert objek is not None
    for halaman, dapat, args in (
        ("changelist", hak.daftar, ()), ("unduh", hak.daftar, ()),
        ("add", hak.tambah, ()), ("change", hak.ubah, (objek.pk,)),
        ("delete", hak.hapus, (objek.pk,)), ("history", hak.riwayat, (objek.pk,)),
    ):  # fmt: skip
        assert "".join(minta(dunia, o, alamat(kelas, halaman, *args), "get") for o in ORANG) == dapat, halaman


@pytest.mark.parametrize("nama", sorted(MATRIKS))
def test_the_admin_of_each_model_answers_the_same(dunia, nama):
    kelas, hak = model(nama), MATRIKS[nama]
    objek = milik_a(dunia, kelas)
    satu = admin.site._registry[kelas]
    for letak, orang in enumerate(ORANG[2:], start=2):
        request = RequestFactory().get("/")
        request.user = getattr(dunia.p, orang)
        assert satu.has_view_permission(request) == (hak.daftar[letak] == "v"), orang
        assert satu.has_add_permission(request) == (hak.tambah[letak] == "v"), orang
        if objek is not None:
            ada = satu.get_queryset(request).filter(pk=objek.pk).exists()
            assert ada == (hak.ubah[letak] == "v"), orang
            if ada:
                assert satu.has_delete_permission(request, objek) == (hak.hapus[letak] == "v"), orang


def test_a_form_of_another_office_is_not_there_either(dunia):
    tujuan = dunia.p.a.tujuan
    for halaman in ("change", "delete"):
        assert minta(dunia, "budi", alamat(type(tujuan), halaman, tujuan.pk), "post", {"post": "yes"}) in "-x"


def test_choices_offer_the_own_office_only(dunia):
    kueri = "?app_label=renstra&model_name=sasaran&field_name=tujuan&term="
    hasil = {}
    for orang in ("ani", "budi", "gani"):
        c = dunia.client[orang]
        jawab = c.get(reverse("admin:autocomplete") + kueri)
        hasil[orang] = {int(b["id"]) for b in jawab.json()["results"]}
    assert hasil["ani"] == hasil["gani"] == {dunia.p.a.tujuan.pk}
    assert hasil["budi"] == {dunia.p.b.tujuan.pk}


def test_a_download_holds_the_rows_of_the_person_with_their_office(dunia):
    tujuan = type(dunia.p.a.tujuan)
    isi = {
        o: buka(dunia.client[o].get(alamat(tujuan, "unduh")).content).active for o in ("ani", "budi", "eko")
    }
    assert {lembar.cell(4, lembar.max_column).value for lembar in isi.values()} == {"Perangkat daerah"}
    kantor = {o: {b[-1] for b in s.iter_rows(min_row=5, values_only=True)} for o, s in isi.items()}
    a, b = dunia.p.a.kantor.nama, dunia.p.b.kantor.nama
    assert kantor == {"ani": {a}, "budi": {b}, "eko": {a, b}}
