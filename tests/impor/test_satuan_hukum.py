"""Units of measure and regulations from a file: baru, berubah, tetap, ditolak; whose rows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from organisasi.impor.dasar_hukum import ResourceDasarHukum
from organisasi.impor.satuan import ResourceSatuan
from organisasi.models import DasarHukum, PemerintahDaerah, Satuan
from sakip.umum.excel.baca import BerkasDitolak
from sakip.umum.impor.hasil import ImporGagal
from sakip.umum.impor.tulis import terapkan
from tests.impor.panggung import beda, galat, keadaan, periksa
from tests.pelaporan.kantor_uji import rapi

pytestmark = pytest.mark.django_db
JUDUL = ["Nama", "Persentase"]
PERBUP = [
    "perbup-2-2024", "Kabupaten Uji", "Peraturan Kepala Daerah", "Bupati Uji", 2, 2024, "Baru", "pp-3-2024",
]  # fmt: skip
HUKUM = ["Kunci", "Pemerintah daerah", "Jenis", "Lembaga penetap", "Nomor", "Tahun", "Tentang", "Mengubah"]


def test_a_unit_is_new_changed_unchanged_or_refused(pemeran, tmp_path):
    _, p = periksa(
        tmp_path, ResourceSatuan, pemeran.eko, JUDUL, ["Orang/bulan", "tidak"], ["Indeks", "ya"],
        ["Persen", "ya"], ["persen", None], ["Hari", "1"], [None, "ya"],
    )  # fmt: skip
    assert keadaan(p) == ["baru", "berubah", "tetap", "ditolak", "ditolak", "ditolak"]
    assert beda(p, 1) == {"Persentase": ("tidak", "ya")}
    assert galat(p, 3) == {"Nama": "Satuan ini sudah ada dengan ejaan lain. Maksud Anda Persen?"}
    assert galat(p, 4) == {"Persentase": "1: tulis ya atau tidak."}
    assert galat(p, 5) == {"Nama": "Nama wajib diisi, misalnya Orang/bulan."}
    assert [b.nomor for b in p.baris] == [2, 3, 4, 5, 6, 7]
    assert not p.is_siap and (p.ditolak, p.ditulis) == (3, 2)


def test_an_empty_tick_leaves_what_is_there_and_a_name_stands_once(pemeran, tmp_path):
    _, p = periksa(
        tmp_path, ResourceSatuan, pemeran.eko, JUDUL, ["Persen", None], ["Jam", None], ["Jam", "ya"]
    )
    assert keadaan(p) == ["tetap", "baru", "ditolak"]
    assert galat(p, 2) == {"Nama": "Sama dengan baris 3. Hapus salah satunya."}
    _, p = periksa(tmp_path, ResourceSatuan, pemeran.eko, ["Nama"], ["Jam"], ["JAM"], ["x" * 41])
    assert keadaan(p) == ["baru", "ditolak", "ditolak"]
    assert "paling banyak 40" in galat(p, 2)["Nama"]


@pytest.mark.parametrize(
    ("judul", "kode", "pesan"),
    [
        (
            ["Satuan", "Persen"],
            "judul",
            "Judul kolom tidak ditemukan. Baris pertama memuat: Nama dan Persentase.",
        ),
        (["Nama", "nama "], "kolom_kembar", "Kolom Nama ada dua kali."),
    ],
)
def test_a_file_without_its_headings_is_refused(pemeran, tmp_path, judul, kode, pesan):
    with pytest.raises(BerkasDitolak) as galat:
        periksa(tmp_path, ResourceSatuan, pemeran.eko, judul, ["a", "b"])
    assert galat.value.kode == kode and pesan in galat.value.pesan


def test_a_file_without_rows_or_without_a_needed_column_is_refused(pemeran, tmp_path):
    with pytest.raises(BerkasDitolak, match="Belum ada baris di bawah"):
        periksa(tmp_path, ResourceSatuan, pemeran.eko, JUDUL, [None, " "])
    with pytest.raises(BerkasDitolak, match="Kolom Tentang tidak ada"):
        periksa(tmp_path, ResourceDasarHukum, pemeran.eko, HUKUM[:6], ["a", "", "uu", "", "1", "2001"])


def test_headings_may_stand_lower_in_other_letters_and_unknown_columns_are_named(pemeran, tmp_path):
    kosong = ["Daftar satuan 2024"]
    _, p = periksa(
        tmp_path,
        ResourceSatuan,
        pemeran.eko,
        kosong,
        [],
        ["\ufeffPERSENTASE", "Catatan", " nama*"],
        ["ya", "x", "Jam"],
    )
    assert keadaan(p) == ["baru"] and p.baris[0].nomor == 4
    assert p.kolom == JUDUL and [s.isi for s in p.baris[0].sel] == ["Jam", "ya"]
    assert p.peringatan == ["Kolom yang tidak dikenal dan tidak dibaca: Catatan."]


def test_a_regulation_is_found_by_its_key(pemeran, tmp_path):
    lama = rapi(DasarHukum(kunci="uu-1-2001", jenis="uu", nomor="1", tahun=2001, tentang="Lama"))
    resource, p = periksa(
        tmp_path, ResourceDasarHukum, pemeran.eko, HUKUM,
        PERBUP,
        ["pp-3-2024", None, "PP", None, "3", "2024", "Antara", "uu-1-2001"],
        ["uu-1-2001", None, "Undang-Undang", None, "1", "2001", "Diperbaiki", None],
        ["UU 9", None, "undang", None, None, "2.024", "x", "uu-9-2001"],
    )  # fmt: skip
    assert keadaan(p) == ["baru", "baru", "berubah", "ditolak"]
    assert beda(p, 2) == {"Tentang": ("Lama", "Diperbaiki")}
    salah = galat(p, 3)
    assert set(salah) == {"Kunci", "Jenis", "Nomor", "Tahun", "Mengubah"}
    assert "Maksud Anda 2024?" in salah["Tahun"]
    assert salah["Mengubah"] == "Dasar hukum uu-9-2001 tidak ada dalam daftar Anda. Maksud Anda uu-1-2001?"
    resource, p = periksa(
        tmp_path, ResourceDasarHukum, pemeran.eko, HUKUM,
        PERBUP,
        ["pp-3-2024", None, "PP", None, "3", "2024", "Antara", "uu-1-2001"],
    )  # fmt: skip
    terapkan(resource, "uji")
    baru = DasarHukum.objects.get(kunci="perbup-2-2024")
    assert (
        baru.pemda == pemeran.pemda and baru.mengubah.kunci == "pp-3-2024" and baru.mengubah.mengubah == lama
    )


def test_rows_of_another_government_are_as_if_they_were_not_there(pemeran, tmp_path):
    lain = PemerintahDaerah.objects.create(jenis="kabupaten", nama="Lain", kode="99.10", ibu_kota="L")
    rapi(
        DasarHukum(
            kunci="perbup-1-2020",
            pemda=lain,
            jenis="perkada",
            lembaga="x",
            nomor="1",
            tahun=2020,
            tentang="x",
        )
    )
    _, p = periksa(
        tmp_path, ResourceDasarHukum, pemeran.eko, HUKUM,
        ["perbup-1-2020", "", "perkada", "y", "1", "2020", "x", ""],
        ["perbup-2-2020", "Kabupaten Lain", "perkada", "x", "2", "2020", "x", ""],
        ["perbup-4-2020", "", "perkada", "x", "1", "2020", "x", ""],
    )  # fmt: skip
    assert keadaan(p) == ["ditolak"] * 3
    assert galat(p, 0) == {"Kunci": "Kunci ini tidak dapat dipakai. Pilih kunci lain."}
    tidak_ada = "Pemerintah daerah Kabupaten Lain tidak ada dalam daftar Anda."
    assert galat(p, 1)["Pemerintah daerah"].startswith(tidak_ada)
    sama = "Peraturan dengan jenis, lembaga, nomor, dan tahun ini sudah ada"
    assert galat(p, 2) == {"Nomor": f"{sama}."}
    isi = [
        [f"uu-{n}-2001", "", "uu", "", "7", "2001", "x", f"uu-{n}-2001" if n == 3 else ""] for n in (1, 2, 3)
    ]
    _, p = periksa(tmp_path, ResourceDasarHukum, pemeran.eko, HUKUM, *isi)
    assert keadaan(p) == ["baru", "ditolak", "ditolak"]
    assert galat(p, 1) == {"Nomor": f"{sama} sebagai uu-1-2001."}
    assert galat(p, 2) == {"Mengubah": "Peraturan ini tidak mengubah dirinya sendiri."}
    isi = ["perbup-3-2020", "", "perkada", "x", "3", "2020", "x", "perbup-1-2020"]
    _, p = periksa(tmp_path, ResourceDasarHukum, pemeran.eko, HUKUM, isi)
    assert galat(p)["Mengubah"].startswith("Dasar hukum perbup-1-2020 tidak ada dalam daftar Anda.")
    _, p = periksa(
        tmp_path, ResourceDasarHukum, pemeran.dewi, HUKUM, ["uu-2-2001", "", "uu", "", "2", "2001", "x", ""]
    )
    assert galat(p) == {"": "Baris ini di luar tugas Anda."}


def test_two_rows_that_change_each_other_are_refused_when_written(pemeran, tmp_path):
    resource, _ = periksa(
        tmp_path, ResourceDasarHukum, pemeran.eko, HUKUM,
        ["uu-5-2001", "", "uu", "", "5", "2001", "x", "uu-6-2001"],
        ["uu-6-2001", "", "uu", "", "6", "2001", "x", "uu-5-2001"],
    )  # fmt: skip
    with pytest.raises(ImporGagal, match="saling menunjuk"):
        terapkan(resource, "uji")
    assert not DasarHukum.objects.filter(kunci="uu-5-2001").exists()


def test_a_row_that_somebody_changed_meanwhile_stops_the_write(pemeran, tmp_path):
    resource, _ = periksa(tmp_path, ResourceSatuan, pemeran.eko, JUDUL, ["Jam", None], ["Indeks", "ya"])
    satuan = Satuan.objects.get(nama="Indeks")
    satuan.nama = "Indeks baru"
    satuan.save()
    with pytest.raises(ImporGagal, match="Data berubah"):
        terapkan(resource, "uji")
    assert not Satuan.objects.filter(nama="Jam").exists()


def test_a_row_that_somebody_added_meanwhile_stops_the_write(pemeran, tmp_path):
    resource, _ = periksa(tmp_path, ResourceSatuan, pemeran.eko, JUDUL, ["Jam", None], ["Menit", None])
    rapi(Satuan(nama="Menit"))
    with pytest.raises(ImporGagal, match="Belum ada yang tersimpan"):
        terapkan(resource, "uji")
    assert not Satuan.objects.filter(nama="Jam").exists()


def test_the_number_of_queries_does_not_grow_with_the_rows(pemeran, tmp_path):
    def kueri(awal, jumlah):
        baris = [[f"Satuan {awal}{n}", "tidak"] for n in range(jumlah)]
        with CaptureQueriesContext(connection) as tangkap:
            resource, _ = periksa(tmp_path, ResourceSatuan, pemeran.eko, JUDUL, *baris)
        periksa_ = len(tangkap)
        assert not any("INSERT" in q["sql"] or "SAVEPOINT" in q["sql"] for q in tangkap.captured_queries)
        with CaptureQueriesContext(connection) as tangkap:
            terapkan(resource, "uji")
        return periksa_, len(tangkap)

    assert kueri("a", 5) == (3, 4)
    assert kueri("b", 150) == (3, 5)  # SQLite takes the history in two batches
