"""Programmes, kegiatan and sub kegiatan of a year, from the nomenclature in force."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from organisasi.models import DasarHukum
from renstra.models import Kegiatan, Nomenklatur, Program, SubKegiatan
from renstra.program_tahun import RencanaGagal, nomenklatur_berlaku, pilihan_nomenklatur, tambah_program
from tests.pelaporan.kantor_uji import TAHUN, rapi


def url(nama, *lain, slug="alfa", tahun=TAHUN):
    return reverse(nama, args=[slug, tahun, *lain])


@pytest.fixture
def kode(pemeran):
    """Return the nomenclature of bidang 7.01: two programmes."""
    a = pemeran.a
    a.nomenklatur("7", 1)
    a.nomenklatur("7.01", 2)
    hasil = {}
    for program in ("7.01.01", "7.01.02"):
        hasil[program] = a.nomenklatur(program, 3)
        hasil[f"{program}.2.01"] = a.nomenklatur(f"{program}.2.01", 4)
        for n in (1, 2):
            hasil[f"{program}.2.01.000{n}"] = a.nomenklatur(f"{program}.2.01.000{n}", 5)
    return hasil


def isi_tahun(kantor):
    return [
        sorted(model.objects.filter(**{jalur: kantor}).values_list("nomenklatur__kode", flat=True))
        for model, jalur in (
            (Program, "perangkat_daerah"),
            (Kegiatan, "program__perangkat_daerah"),
            (SubKegiatan, "kegiatan__program__perangkat_daerah"),
        )
    ]


def test_a_chosen_sub_kegiatan_brings_what_stands_above_it(pemeran, kode):
    dipilih = [kode["7.01.01.2.01.0001"].pk, kode["7.01.01.2.01.0002"].pk, kode["7.01.02"].pk]
    hasil = tambah_program(pemeran.a.kantor, TAHUN, dipilih, oleh=pemeran.ani)
    assert (hasil.program, hasil.kegiatan, hasil.sub_kegiatan) == (2, 1, 2)
    assert isi_tahun(pemeran.a.kantor) == [
        ["7.01.01", "7.01.02"], ["7.01.01.2.01"], ["7.01.01.2.01.0001", "7.01.01.2.01.0002"],
    ]  # fmt: skip
    assert Program.riwayat.filter(history_user=pemeran.ani).count() == 2
    assert tambah_program(pemeran.a.kantor, TAHUN, dipilih, oleh=pemeran.ani).jumlah == 0
    assert isi_tahun(pemeran.b.kantor) == [[], [], []]


def test_one_wrong_code_adds_nothing(pemeran, kode):
    lama = rapi(
        DasarHukum(kunci="lain", jenis="kepmen", lembaga="M", nomor="9", tahun=2019, tentang="x")
    )  # fmt: skip
    usang = rapi(Nomenklatur(dasar_hukum=lama, mulai_tahun=2020, tingkat=3, kode="7.01.09", nama="x"))
    for salah in (usang.pk, 999999, pemeran.a.nomenklatur("7.01", 2).pk):
        with pytest.raises(RencanaGagal, match="bukan dari nomenklatur"):
            tambah_program(pemeran.a.kantor, TAHUN, [kode["7.01.01"].pk, salah], oleh=pemeran.dewi)
    with pytest.raises(RencanaGagal, match="paling sedikit satu"):
        tambah_program(pemeran.a.kantor, TAHUN, [], oleh=pemeran.dewi)
    with pytest.raises(PermissionDenied):
        tambah_program(pemeran.a.kantor, TAHUN, [kode["7.01.01"].pk], oleh=pemeran.budi)
    assert not Program.objects.exists()


def test_the_newest_nomenclature_in_force_is_offered(pemeran, kode):
    baru = rapi(
        DasarHukum(kunci="baru", jenis="kepmen", lembaga="M", nomor="9", tahun=2024, tentang="x")
    )  # fmt: skip
    rapi(Nomenklatur(dasar_hukum=baru, mulai_tahun=2025, tingkat=3, kode="7.01.01", nama="BARU"))
    assert nomenklatur_berlaku(2024) == pemeran.a.dasar.pk
    assert nomenklatur_berlaku(2025) == baru.pk
    assert nomenklatur_berlaku(2001) is None
    assert [p.baris.nama for p in pilihan_nomenklatur(pemeran.a.kantor, 2025, "7.01")] == ["BARU"]


def test_a_code_of_an_older_nomenclature_counts_as_there(pemeran, kode):
    pemeran.a.program("7.01.01")
    baru = rapi(
        DasarHukum(kunci="baru", jenis="kepmen", lembaga="M", nomor="9", tahun=2024, tentang="x")
    )  # fmt: skip
    Nomenklatur.objects.bulk_create(
        Nomenklatur(dasar_hukum=baru, mulai_tahun=2023, tingkat=t, kode=k, nama="B")
        for k, t in (("7.01", 2), ("7.01.01", 3), ("7.01.01.2.01", 4))
    )
    pilihan = Nomenklatur.objects.get(dasar_hukum=baru, tingkat=4)
    hasil = tambah_program(pemeran.a.kantor, TAHUN, [pilihan.pk], oleh=pemeran.dewi)
    assert (hasil.program, hasil.kegiatan) == (0, 1)


def test_the_page_marks_what_is_there_and_adds_the_rest(pemeran, masuk, kode):
    pemeran.a.program("7.01.01")
    klien = masuk(pemeran.dewi)
    isi = klien.get(url("tambah_program")).content.decode()
    assert isi.count("Sudah ada") == 1 and f'value="{kode["7.01.01"].pk}"' not in isi
    cari = klien.get(url("tambah_program") + "?cari=7.01.02.2.01.0001").content.decode()
    assert "7.01.02.2.01.0001" in cari and "7.01.02.2.01.0002" not in cari and "7.01.01" not in cari
    assert "Tidak ada yang cocok" in klien.get(url("tambah_program") + "?cari=zzz").content.decode()
    data = {"kode": [str(kode["7.01.02.2.01.0001"].pk)], "kirim_id": "satu"}
    satu, dua = klien.post(url("tambah_program"), data), klien.post(url("tambah_program"), data)
    assert satu.url == dua.url == url("perencanaan")
    assert isi_tahun(pemeran.a.kantor)[2] == ["7.01.02.2.01.0001"]
    assert "Pilih paling sedikit satu kode" in klien.post(url("tambah_program"), {}).content.decode()
    assert klien.get(url("tambah_program", tahun=2001)).status_code == 200
