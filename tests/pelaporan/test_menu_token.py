"""The menu of tokens: every figure has one label, a person finds it, and it shows today's value."""

from dataclasses import replace

import pytest

from pelaporan import menu_token
from pelaporan.menu_token import TokenTanpaSebutan, daftar_token
from pelaporan.token import build_token
from tests.pelaporan.kantor_uji import KantorUji
from tests.pelaporan.konteks_contoh import konteks_contoh, konteks_kosong


def butir(konteks):
    return {b.kunci: b for b in daftar_token(konteks)}


def dengan_hukum():
    k = konteks_contoh()
    hukum = (("perpres-29-2014", "Peraturan Presiden Nomor 29 Tahun 2014"),)
    return replace(k, bab1=replace(k.bab1, kunci_hukum=hukum))


@pytest.mark.parametrize("konteks", [konteks_contoh(), konteks_kosong(), dengan_hukum()])
def test_every_key_stands_once_but_a_second_name_of_the_same_figure(konteks):
    token = build_token(konteks)
    daftar = [b.kunci for b in daftar_token(konteks)]
    assert len(daftar) == len(set(daftar))
    tidak_tampil = set(token) - set(daftar)
    assert all(k.endswith(":N") and token[k].teks == token[k.removesuffix(":N")].teks for k in tidak_tampil)
    assert {k for k in token if k.endswith(":N")} == tidak_tampil


@pytest.mark.django_db
def test_a_composed_report_has_a_label_for_every_key():
    k = KantorUji()
    skm = k.indikator("skm")
    k.pk({skm: 80})
    k.setahun(skm, 60)
    k.dpa({k.sub_kegiatan(k.program("7.01.01", {k.sasaran: 100}), "7.01.01.2.01.0001"): 1000})
    daftar = butir(k.konteks())
    assert daftar["pagu:7.01.01.2.01.0001"].sebutan.startswith("Pagu sub kegiatan 7.01.01.2.01.0001 ")
    assert daftar["capaian:skm"].sebutan == "Capaian Indikator skm 2023"
    assert daftar["capaian:skm:N-1"].sebutan == "Capaian Indikator skm 2022"


def test_a_label_is_what_a_person_searches_for_with_todays_value():
    daftar = butir(dengan_hukum())
    harapan = {
        "capaian:I0": ("Capaian Indeks kepuasan masyarakat 2023", "101,50%", True),
        "realisasi_anggaran:7.01.05": (
            "Realisasi anggaran program 7.01.05 Program Penyelenggaraan Urusan Pemerintahan Umum",
            "Rp72.620.000",
            True,
        ),
        "jumlah:sasaran": ("Jumlah sasaran", "2", True),
        "hukum:perpres-29-2014": (
            "Peraturan Presiden Nomor 29 Tahun 2014",
            "Peraturan Presiden Nomor 29 Tahun 2014",
            True,
        ),
        "kepala": ("Nama kepala perangkat daerah", "Citra Lestari, S.STP.", True),
        "tahun:N-1": ("Tahun 2022", "2022", True),
        "capaian:I1": (f"Capaian {daftar['indikator:I1'].teks} 2023", "belum diisi", False),
    }
    for kunci, isi in harapan.items():
        b = daftar[kunci]
        assert (b.sebutan, b.teks, b.is_terukur) == isi


def test_no_two_entries_of_a_group_read_the_same():
    sebutan = [(b.kelompok, b.sebutan) for b in daftar_token(dengan_hukum())]
    assert len(sebutan) == len(set(sebutan))


def test_groups_follow_each_other_and_are_never_split():
    kelompok = [b.kelompok for b in daftar_token(dengan_hukum())]
    urut = list(dict.fromkeys(kelompok))
    assert kelompok == sorted(kelompok, key=urut.index)
    assert urut[:3] == ["Umum", "Jumlah", "Indeks kepuasan masyarakat"]
    assert urut[-3:] == ["Anggaran per program", "Landasan hukum", "Pejabat"]


def test_a_kind_without_a_label_is_refused(monkeypatch):
    token = {**build_token(konteks_contoh()), "jumlah:bulan": build_token(konteks_contoh())["tahun"]}
    monkeypatch.setattr(menu_token, "build_token", lambda _: token)
    with pytest.raises(TokenTanpaSebutan, match="jumlah:bulan"):
        daftar_token(konteks_contoh())
