"""The loader of data files: creates what is missing, changes nothing, all or nothing."""

import json

import pytest

from organisasi.models import DasarHukum, PemerintahDaerah, PerangkatDaerah, Satuan
from sakip.umum.pemuat import DataTidakSah, muat_berkas

pytestmark = pytest.mark.django_db

PEMDA = {"kode": "99.09", "jenis": "kabupaten", "nama": "Uji", "ibu_kota": "Kota Uji"}
KANTOR = {"pemda": "@pemda:99.09", "nama": "Kecamatan A", "slug": "a", "jenis": "kecamatan", "tempat": "A"}


@pytest.fixture
def berkas(tmp_path):
    def tulis(*blok, nama="data.json"):
        isi = [{"model": m, "kunci": k, "baris": b} for m, k, b in blok]
        jalur = tmp_path / nama
        jalur.write_text(json.dumps(isi), encoding="utf-8")
        return jalur

    return tulis


def satuan(*nama):
    return ("organisasi.Satuan", ["nama"], [{"nama": n} for n in nama])


def test_a_missing_row_is_created_and_counted(berkas):
    hasil = muat_berkas(berkas(satuan("Dokumen", "Orang")))
    assert (hasil.dibuat, hasil.sudah_ada, hasil.per_model) == (2, 0, {"Satuan": 2})
    assert Satuan.objects.filter(nama__in=["Dokumen", "Orang"]).count() == 2


def test_an_existing_row_is_left_as_a_person_changed_it(berkas):
    jalur = berkas(("organisasi.PemerintahDaerah", ["kode"], [PEMDA]))
    muat_berkas(jalur)
    PemerintahDaerah.objects.filter(kode="99.09").update(nama="Diubah orang")
    hasil = muat_berkas(jalur)
    assert (hasil.dibuat, hasil.sudah_ada) == (0, 1)
    assert PemerintahDaerah.objects.get(kode="99.09").nama == "Diubah orang"


def test_what_a_person_deleted_comes_back_and_only_that(berkas):
    jalur = berkas(satuan("Dokumen", "Orang"))
    muat_berkas(jalur)
    Satuan.objects.get(nama="Orang").delete()
    hasil = muat_berkas(jalur)
    assert (hasil.dibuat, hasil.sudah_ada) == (1, 1)


def test_a_row_refers_to_a_named_row_or_to_a_reference_also_across_files(berkas):
    satu = berkas(("organisasi.PemerintahDaerah", ["kode"], [{"_id": "pemda", **PEMDA}]), nama="1.json")
    dua = berkas(
        ("organisasi.PerangkatDaerah", ["slug"], [KANTOR, {**KANTOR, "slug": "b", "nama": "Kecamatan B",
                                                          "pemda": "@pemda"}]),
        nama="2.json",
    )  # fmt: skip
    muat_berkas(satu, dua)
    assert {k.pemda.kode for k in PerangkatDaerah.objects.all()} == {"99.09"}
    assert muat_berkas(satu, dua).dibuat == 0  # names work for rows that exist, too


def test_a_key_may_be_a_blank(berkas):
    jabatan = {
        "pemda": "@pemda:99.09",
        "perangkat_daerah": None,
        "tingkat": "kepala_daerah",
        "nama": "Bupati",
    }
    jalur = berkas(
        ("organisasi.PemerintahDaerah", ["kode"], [PEMDA]),
        ("organisasi.Jabatan", ["pemda", "perangkat_daerah", "nama"], [jabatan]),
    )
    muat_berkas(jalur)
    assert muat_berkas(jalur).dibuat == 0


SALAH = [
    ("organisasi.PerangkatDaerah", ["slug"], {**KANTOR, "pemda": "@pemda:00.00"}, "DoesNotExist"),
    ("organisasi.PerangkatDaerah", ["slug"], {**KANTOR, "pemda": "@tidak_ada"}, "tidak_ada"),
    ("organisasi.PerangkatDaerah", ["slug"], {**KANTOR, "pemda": "@asing:1"}, "asing"),
    ("organisasi.PemerintahDaerah", ["kode"], {**PEMDA, "kode": "98.01", "jenis": "negara"}, "negara"),
    ("organisasi.Satuan", ["nama"], {"nama": "x" * 500}, "karakter"),
    ("organisasi.Satuan", ["nama"], {"nama": "Orang", "panjang": 3}, "panjang"),
    ("organisasi.Satuan", ["namanya"], {"nama": "Orang"}, "namanya"),
]


@pytest.mark.parametrize(("model", "kunci", "baris", "kata"), SALAH)
def test_a_wrong_row_stops_with_file_block_row_and_reason_and_nothing_is_loaded(
    berkas, model, kunci, baris, kata
):
    sah = berkas(satuan("Dokumen"), nama="sah.json")
    baik = {"organisasi.PemerintahDaerah": PEMDA, "organisasi.Satuan": {"nama": "Liter"}}.get(model)
    isi = [b for b in (baik, baris) if b and set(kunci) <= set(b)] or [baris]
    salah = berkas((model, kunci, isi), nama="salah.json")
    with pytest.raises(DataTidakSah) as galat:
        muat_berkas(sah, salah)
    assert str(galat.value).startswith(f"salah.json, {model}, baris {len(isi)}: ")
    assert kata in str(galat.value)
    assert not Satuan.objects.filter(nama__in=["Dokumen", "Liter"]).exists()
    assert not PemerintahDaerah.objects.filter(kode="99.09").exists()


def test_a_model_that_does_not_exist_stops_and_nothing_is_loaded(berkas):
    jalur = berkas(satuan("Dokumen"), ("organisasi.TidakAda", ["nama"], [{"nama": "x"}]))
    with pytest.raises(DataTidakSah, match=r"data\.json, organisasi\.TidakAda"):
        muat_berkas(jalur)
    assert not Satuan.objects.filter(nama="Dokumen").exists()


def test_a_file_that_is_not_json_or_not_a_list_of_blocks_names_itself(tmp_path):
    for isi in ("{", "3", "[3]", '[{"model": "organisasi.Satuan"}]'):
        jalur = tmp_path / "rusak.json"
        jalur.write_text(isi, encoding="utf-8")
        with pytest.raises(DataTidakSah, match=r"rusak\.json"):
            muat_berkas(jalur)


def test_a_regulation_is_a_row_like_any_other(berkas):
    hukum = {"kunci": "uu-uji", "jenis": "uu", "nomor": "1", "tahun": 2021, "tentang": "uji"}
    muat_berkas(berkas(("organisasi.DasarHukum", ["kunci"], [hukum])))
    assert DasarHukum.objects.get(kunci="uu-uji").tahun == 2021
