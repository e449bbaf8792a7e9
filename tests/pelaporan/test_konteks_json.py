"""What was stored as canonical JSON is read back as the same report, or refused."""

import json

import pytest

from pelaporan.konteks import compute_hash, to_json
from pelaporan.konteks_json import JsonTidakCocok, dari_json
from tests.pelaporan.konteks_contoh import konteks_contoh


def test_a_report_comes_back_equal_and_with_the_same_hash():
    konteks = konteks_contoh()
    baca = dari_json(to_json(konteks))
    assert baca == konteks
    assert compute_hash(baca) == compute_hash(konteks)


def test_a_key_that_was_added_later_takes_its_default():
    isi = json.loads(to_json(konteks_contoh()))
    del isi["fakta"]
    for bagian in isi["narasi"]:
        for blok in bagian["blok"]:
            for butir in blok["butir"]:
                for penggalan in butir:
                    del penggalan["miring"]
    baca = dari_json(json.dumps(isi))
    assert baca.fakta == ()
    assert baca.narasi == konteks_contoh().narasi


@pytest.mark.parametrize(
    "rusak",
    [
        lambda isi: isi.update(asing=1),
        lambda isi: isi.pop("bab3"),
        lambda isi: isi["identitas"].update(tahun="2023"),
        lambda isi: isi["bab3"]["kantor"]["capaian"].update(keadaan="lain"),
        lambda isi: isi["bab3"]["kantor"]["capaian"].update(nilai="x"),
        lambda isi: isi.update(narasi=None),
    ],
)
def test_another_shape_is_refused(rusak):
    isi = json.loads(to_json(konteks_contoh()))
    rusak(isi)
    with pytest.raises(JsonTidakCocok):
        dari_json(json.dumps(isi))


@pytest.mark.parametrize("teks", ["", "[]", "null", "{"])
def test_no_report_at_all_is_refused(teks):
    with pytest.raises(JsonTidakCocok):
        dari_json(teks)
