"""Units from a file: whose, under whom, in which order, with their functions."""

from __future__ import annotations

import pytest

from organisasi.impor.unit_kerja import ResourceUnitKerja
from organisasi.models import FungsiUnit, PerangkatDaerah, UnitKerja
from sakip.umum.impor.hasil import ImporGagal
from sakip.umum.impor.tulis import terapkan
from tests.impor.panggung import beda, galat, keadaan, periksa
from tests.pelaporan.kantor_uji import rapi

pytestmark = pytest.mark.django_db
JUDUL = ["Perangkat daerah", "Unit kerja", "Jenis", "Unit di atasnya", "Urutan", "Tugas", "Fungsi"]
KANTOR = "Kecamatan Alfa"


def dasar(nama, urutan, jenis="Seksi", induk="Camat", tugas=None, fungsi=None, kantor=KANTOR):
    return [kantor, nama, jenis, induk, urutan, tugas, fungsi]


def seperti_tersimpan():
    """The units of office A as pemeran made them."""
    return [
        dasar("Camat", 1, "Pimpinan", None), dasar("Sekretariat", 2, "Sekretariat"),
        dasar("Subbag Program", 3, "Sub bagian"), dasar("Seksi Pelayanan", 4), dasar("Seksi Pemerintahan", 5),
    ]  # fmt: skip


def test_what_is_there_stays_and_what_is_new_hangs_on_it(pemeran, tmp_path):
    baru = [
        dasar("Seksi Sub", 7, induk="Seksi Baru", kantor="alfa"),
        dasar("Seksi Baru", 6, tugas="Melayani\numum"),
    ]
    resource, p = periksa(tmp_path, ResourceUnitKerja, pemeran.eko, JUDUL, *seperti_tersimpan(), *baru)
    assert keadaan(p) == ["tetap"] * 5 + ["baru"] * 2
    terapkan(resource, "uji")
    unit = UnitKerja.objects.get(nama="Seksi Sub")
    assert unit.induk.nama == "Seksi Baru" and unit.induk.induk.nama == "Camat"
    assert unit.induk.tugas == "Melayani\numum"


def test_numbers_may_change_places_and_a_unit_slip_in_between(pemeran, tmp_path):
    isi = seperti_tersimpan()
    isi[3][4], isi[4][4] = 6, 4
    resource, p = periksa(tmp_path, ResourceUnitKerja, pemeran.eko, JUDUL, *isi, dasar("Seksi Baru", 5))
    assert keadaan(p) == ["tetap"] * 3 + ["berubah"] * 2 + ["baru"]
    assert beda(p, 3) == {"Urutan": ("4", "6")}
    terapkan(resource, "uji")
    semua = UnitKerja.objects.filter(perangkat_daerah=pemeran.a.kantor).order_by("urutan")
    assert [(u.urutan, u.nama) for u in semua][3:] == [
        (4, "Seksi Pemerintahan"), (5, "Seksi Baru"), (6, "Seksi Pelayanan"),
    ]  # fmt: skip
    riwayat = pemeran.a.unit["Seksi Pelayanan"].riwayat.order_by("history_id")
    assert [r.urutan for r in riwayat] == [4, 6], "no number in between is history"


def test_what_cannot_stand_beside_the_others_is_refused_at_its_cell(pemeran, tmp_path):
    isi = [
        dasar("Seksi Satu", 4), dasar("Seksi Dua", 8), dasar("Seksi Tiga", 8), dasar("seksi pelayanan", 9),
        dasar("Kepala Dua", 10, "Pimpinan", None), dasar("Seksi Empat", "1.000 "),
        dasar("Seksi Lima", 11, "unit"), dasar("Seksi Enam", 12, induk="Seksi Pelayana"),
        dasar("Seksi Tujuh", 13, induk="Seksi Tujuh"),
    ]  # fmt: skip
    _, p = periksa(tmp_path, ResourceUnitKerja, pemeran.eko, JUDUL, *isi)
    assert keadaan(p) == ["ditolak", "baru"] + ["ditolak"] * 7
    assert galat(p, 0) == {"Urutan": "Nomor urut ini dipakai juga oleh Seksi Pelayanan."}
    assert galat(p, 2) == {"Urutan": "Nomor urut ini dipakai juga oleh Seksi Dua."}
    assert galat(p, 3) == {
        "Unit kerja": "Unit kerja ini sudah ada dengan ejaan lain. Maksud Anda Seksi Pelayanan?"
    }
    assert galat(p, 4) == {
        "Unit di atasnya": "Sebuah perangkat daerah mempunyai satu unit pimpinan. Sudah ada Camat."
    }
    assert galat(p, 5) == {"Urutan": "1.000: tulis bilangan bulat tanpa titik dan koma. Maksud Anda 1000?"}
    assert galat(p, 6)["Jenis"].startswith("unit: tulis Pimpinan, Sekretariat")
    assert galat(p, 7) == {
        "Unit di atasnya": "Unit Seksi Pelayana tidak ada di Kecamatan Alfa. Maksud Anda Seksi Pelayanan?"
    }
    assert galat(p, 8) == {"Unit di atasnya": "Unit ini berada di bawah dirinya sendiri."}


def test_functions_follow_the_lines_of_their_cell(pemeran, tmp_path):
    unit = pemeran.a.unit["Seksi Pelayanan"]
    for n, uraian in enumerate(("satu", "dua", "tiga"), start=1):
        rapi(FungsiUnit(unit=unit, urutan=n, uraian=uraian))
    isi = [dasar("Seksi Pelayanan", 4, fungsi="1. satu\n2. dua baru"), dasar("Seksi Baru", 6, fungsi="x\ny")]
    resource, p = periksa(tmp_path, ResourceUnitKerja, pemeran.eko, JUDUL, *isi)
    assert keadaan(p) == ["berubah", "baru"]
    assert beda(p, 0) == {"Fungsi": ("satu\ndua\ntiga", "satu\ndua baru")}
    terapkan(resource, "uji")
    assert [f.uraian for f in unit.fungsi.all()] == ["satu", "dua baru"]
    assert [f.uraian for f in FungsiUnit.objects.filter(unit__nama="Seksi Baru")] == ["x", "y"]
    jenis = FungsiUnit.riwayat.model.objects.order_by("history_id").values_list("history_type", "uraian")
    assert list(jenis)[3:] == [("-", "tiga"), ("+", "x"), ("+", "y"), ("~", "dua baru")]
    _, p = periksa(tmp_path, ResourceUnitKerja, pemeran.eko, JUDUL[:6], *[i[:6] for i in isi])
    assert keadaan(p) == ["tetap", "tetap"], "a file without the column leaves them alone"


def test_functions_that_changed_meanwhile_stop_the_write(pemeran, tmp_path):
    isi = [dasar("Seksi Pelayanan", 4, fungsi="satu"), dasar("Seksi Baru", 6)]
    resource, _ = periksa(tmp_path, ResourceUnitKerja, pemeran.eko, JUDUL, *isi)
    rapi(FungsiUnit(unit=pemeran.a.unit["Seksi Pelayanan"], urutan=1, uraian="lain"))
    with pytest.raises(ImporGagal, match="Data berubah"):
        terapkan(resource, "uji")
    assert not UnitKerja.objects.filter(nama="Seksi Baru").exists()


def test_another_governments_office_does_not_exist(pemeran, tmp_path):
    lain = type(pemeran.pemda).objects.create(jenis="kabupaten", nama="Lain", kode="99.10", ibu_kota="L")
    rapi(PerangkatDaerah(pemda=lain, nama="Kecamatan Gamma", slug="gamma", jenis="kecamatan", tempat="x"))
    _, p = periksa(
        tmp_path, ResourceUnitKerja, pemeran.eko, JUDUL, dasar("Camat", 1, "Pimpinan", None, kantor="gamma")
    )
    assert galat(p)["Perangkat daerah"].startswith("Perangkat daerah gamma tidak ada dalam daftar Anda.")
    _, p = periksa(tmp_path, ResourceUnitKerja, pemeran.dewi, JUDUL, dasar("Seksi Baru", 9))
    assert galat(p)["Perangkat daerah"] == "Perangkat daerah Kecamatan Alfa tidak ada dalam daftar Anda."
    _, p = periksa(
        tmp_path, ResourceUnitKerja, pemeran.admin, JUDUL, dasar("Camat", 1, "Pimpinan", None, kantor="gamma")
    )
    assert keadaan(p) == ["baru"]
