"""Renstra targets: all kinds in one save, errors at the cell, two people on one table."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja import perencanaan as alur
from kinerja.models import TargetRenstra
from kinerja.perencanaan import IsiTarget, TargetBentrok
from renstra.models import VersiRenstra
from renstra.program_tahun import RencanaGagal
from tests.pelaporan.kantor_uji import TAHUN, rapi


def url(nama, *lain, slug="alfa", tahun=TAHUN):
    return reverse(nama, args=[slug, tahun, *lain])


class Meja:
    """Indicators of one sasaran: an index, a percent, a range, a grade."""

    def __init__(self, pemeran):
        a = self.a = pemeran.a
        self.p = pemeran
        self.indeks = a.indikator("ikm")
        self.persen = a.indikator("desa", jenis="persen", satuan=a.persen)
        self.rentang = a.indikator("loket", jenis="angka", arah="rentang")
        self.predikat = a.indikator("akip", jenis="predikat", skala="akip", satuan=None)
        self.versi = a.versi
        self.alamat = url("target_sasaran", a.sasaran.pk)

    def dibaca(self):
        semua = (self.indeks, self.persen, self.rentang, self.predikat)
        return alur.versi_target(self.versi, [i.pk for i in semua])

    def sel(self, i, tahun, bagian="nilai"):
        return f"target-{i.pk}-{tahun}-{bagian}"

    def tersimpan(self):
        return {
            (t.indikator.kode, t.tahun): (t.nilai, t.nilai_atas, t.predikat and t.predikat.kode)
            for t in TargetRenstra.objects.select_related("indikator", "predikat")
        }


@pytest.fixture
def meja(pemeran):
    return Meja(pemeran)


def test_all_kinds_of_targets_are_saved_together(meja, masuk):
    klien = masuk(meja.p.ani)
    isi = {
        "dibaca": meja.dibaca(),
        meja.sel(meja.indeks, 2022): "86,5", meja.sel(meja.indeks, 2023): "0",
        meja.sel(meja.indeks, 2024): "",
        meja.sel(meja.persen, 2023): "100",
        meja.sel(meja.rentang, 2023): "8", meja.sel(meja.rentang, 2023, "atas"): "10",
        meja.sel(meja.predikat, 2023, "predikat"): "BB",
    }  # fmt: skip
    jawaban = klien.post(meja.alamat, isi, follow=True)
    assert "Target tersimpan; 5 berubah." in jawaban.content.decode()
    assert meja.tersimpan() == {
        ("ikm", 2022): (D("86.5"), None, None),
        ("ikm", 2023): (D(0), None, None),
        ("desa", 2023): (D(100), None, None),
        ("loket", 2023): (D(8), D(10), None),
        ("akip", 2023): (None, None, "BB"),
    }
    assert {h.history_user for h in TargetRenstra.riwayat.all()} == {meja.p.ani}
    isi |= {"dibaca": meja.dibaca(), meja.sel(meja.indeks, 2022): ""}
    klien.post(meja.alamat, isi)
    assert ("ikm", 2022) not in meja.tersimpan() and len(meja.tersimpan()) == 4


@pytest.mark.parametrize(
    ("medan", "isi", "pesan"),
    [
        ("indeks", {"nilai": "87.15"}, "Maksud Anda 87,15?"),
        ("indeks", {"nilai": "126950500"}, "tampaknya nilai rupiah"),
        ("rentang", {"nilai": "8"}, "Isi batas bawah dan batas atas"),
        ("rentang", {"nilai": "10", "atas": "8"}, "tidak boleh lebih kecil"),
        ("predikat", {"predikat": "ZZ"}, "tidak ada dalam skalanya"),
    ],
)
def test_one_refused_target_stores_none_and_stays_typed(meja, masuk, medan, isi, pesan):
    i = getattr(meja, medan)
    data = {meja.sel(i, 2024, b): teks for b, teks in isi.items()}
    data |= {"dibaca": meja.dibaca(), meja.sel(meja.persen, 2023): "90"}
    jawaban = masuk(meja.p.dewi).post(meja.alamat, data)
    teks = jawaban.content.decode()
    assert pesan in teks and 'aria-invalid="true"' in teks and 'value="90"' in teks
    if "predikat" not in isi:
        assert f'value="{isi["nilai"]}"' in teks
    assert meja.tersimpan() == {}


def test_an_odd_target_is_asked_about_once(meja, masuk):
    klien = masuk(meja.p.dewi)
    data = {"dibaca": meja.dibaca(), meja.sel(meja.persen, 2023): "120"}
    teks = klien.post(meja.alamat, data).content.decode()
    assert "di atas 100%. Benar?" in teks and meja.tersimpan() == {}
    nama = meja.sel(meja.persen, 2023, "yakin")
    assert f'name="{nama}"' in teks
    klien.post(meja.alamat, {**data, nama: "ya"})
    assert meja.tersimpan()["desa", 2023][0] == D(120)
    # Stored and unchanged: not asked again.
    data |= {"dibaca": meja.dibaca(), meja.sel(meja.indeks, 2023): "80"}
    assert klien.post(meja.alamat, data).status_code == 302


def test_both_values_are_shown_and_untouched_cells_take_the_others(meja, masuk):
    alur.simpan_target(
        meja.versi,
        {(meja.indeks.pk, 2023): IsiTarget(D(80)), (meja.persen.pk, 2023): IsiTarget(D(90))},
        dibaca=0,
        oleh=meja.p.dewi,
    )
    dibaca = meja.dibaca()
    alur.simpan_target(
        meja.versi,
        {(meja.indeks.pk, 2023): IsiTarget(D(81)), (meja.persen.pk, 2023): IsiTarget(D(91))},
        dibaca=dibaca,
        oleh=meja.p.dewi,
    )
    klien = masuk(meja.p.ani)
    data = {"dibaca": dibaca, meja.sel(meja.indeks, 2023): "85", meja.sel(meja.persen, 2023): "90"}
    jawaban = klien.post(meja.alamat, data)
    teks = jawaban.content.decode()
    assert "Dewi Anggraini" in teks and "mengubahnya menjadi 81,00" in teks and 'value="85"' in teks
    assert 'value="91"' in teks and 'value="90"' not in teks
    assert meja.tersimpan()["ikm", 2023][0] == D(81)
    data |= {"dibaca": jawaban.context["dibaca"], meja.sel(meja.persen, 2023): "91"}
    assert klien.post(meja.alamat, data).status_code == 302
    assert (meja.tersimpan()["ikm", 2023][0], meja.tersimpan()["desa", 2023][0]) == (D(85), D(91))


def test_untouched_cells_never_overwrite(meja):
    kunci = (meja.indeks.pk, 2023)
    alur.simpan_target(meja.versi, {kunci: IsiTarget(D(80))}, dibaca=0, oleh=meja.p.dewi)
    dibaca = meja.dibaca()
    alur.simpan_target(meja.versi, {kunci: IsiTarget()}, dibaca=dibaca, oleh=meja.p.dewi)
    assert alur.simpan_target(meja.versi, {kunci: IsiTarget(D(80))}, dibaca=dibaca, oleh=meja.p.ani) == 0
    assert meja.tersimpan() == {}
    with pytest.raises(TargetBentrok):
        alur.simpan_target(meja.versi, {kunci: IsiTarget(D(70))}, dibaca=dibaca, oleh=meja.p.ani)


def test_a_version_sets_years_from_its_first_on(meja, masuk):
    meja.a.target_renstra(meja.indeks, {2022: D(70), 2025: D(75)})
    baru = rapi(VersiRenstra(renstra=meja.a.renstra, nomor=1, mulai_tahun=2024))
    klien = masuk(meja.p.dewi)
    halaman = klien.get(meja.alamat)
    assert (list(halaman.context["tahun"]), halaman.context["tahun_lama"]) == (
        [2024, 2025, 2026],
        [2022, 2023],
    )
    baris = next(b for b in halaman.context["baris"] if b.pk == meja.indeks.pk)
    assert baris.lama == ((2022, "70,00"), (2023, "Belum diisi"))
    assert [s.teks["nilai"] for s in baris.sel] == ["", "", ""]
    klien.post(
        meja.alamat, {"dibaca": 0, meja.sel(meja.indeks, 2022): "1", meja.sel(meja.indeks, 2024): "76"}
    )
    assert TargetRenstra.objects.get(versi=baru).tahun == 2024
    assert TargetRenstra.objects.get(versi=meja.versi, tahun=2022).nilai == D(70)
    with pytest.raises(RencanaGagal, match="tidak menetapkan target tahun 2023"):
        alur.simpan_target(baru, {(meja.indeks.pk, 2023): IsiTarget(D(1))}, dibaca=0, oleh=meja.p.dewi)


def test_the_service_asks_the_right_and_the_office(meja):
    kunci = {(meja.indeks.pk, 2023): IsiTarget(D(1))}
    for orang in (meja.p.citra, meja.p.budi, meja.p.eko, meja.p.gani):
        with pytest.raises(PermissionDenied):
            alur.simpan_target(meja.versi, kunci, dibaca=0, oleh=orang)
    lain = {(meja.p.b.indikator("x").pk, 2023): IsiTarget(D(1))}
    with pytest.raises(RencanaGagal, match="bukan milik"):
        alur.simpan_target(meja.versi, lain, dibaca=0, oleh=meja.p.dewi)
    assert not TargetRenstra.objects.exists()


def test_a_target_that_its_new_kind_cannot_read_is_named(meja, masuk):
    meja.a.target_renstra(meja.predikat, {2023: D(80)})
    isi = masuk(meja.p.dewi).get(meja.alamat).content.decode()
    assert "Tersimpan 80,00, tidak sesuai definisi tahun ini. Isi lagi." in isi


def test_a_node_without_version_or_indicator_says_so(pemeran, masuk):
    klien = masuk(pemeran.dewi)
    alamat = url("target_tujuan", pemeran.a.tujuan.pk)
    assert "Belum ada indikator" in klien.get(alamat).content.decode()
    pemeran.a.versi.delete()
    assert "Renstra belum mempunyai versi" in klien.get(alamat).content.decode()
    assert klien.post(alamat, {}).status_code == 404


def test_the_table_needs_the_same_queries_for_any_size(meja, masuk):
    klien = masuk(meja.p.dewi)

    def hitung():
        klien.get(meja.alamat)
        with CaptureQueriesContext(connection) as kueri:
            klien.get(meja.alamat)
        return len(kueri)

    sebelum = hitung()
    for n in range(6):
        meja.a.target_renstra(meja.a.indikator(f"t{n}"), {t: D(t) for t in range(2022, 2027)})
    assert hitung() == sebelum
