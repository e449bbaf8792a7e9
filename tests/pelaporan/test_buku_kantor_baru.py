"""One file makes an office with its year: what comes out again is what went in, for any office."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kinerja.models import PerjanjianKinerja
from organisasi.models import PerangkatDaerah
from pelaporan.management.commands.muat_contoh import hapus_kantor
from sakip.umum import pemicu
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.pelaporan.kantor_uji import TAHUN
from tests.pelaporan.panggung_buku import PanggungBuku, angka
from tests.pemeran import KantorBerunit, Pemeran

pytestmark = pytest.mark.django_db

ANGKA = st.decimals(0, 1000, places=2, allow_nan=False)
LEMAH = st.decimals(0, 87, places=2, allow_nan=False)  # a PK below its Renstra needs a reason
PERSEN = st.decimals(0, 100, places=2, allow_nan=False)
RUPIAH = st.integers(0, 10**12)
TEKS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40
).filter(lambda t: t.strip() and "\u00a0" not in t)


class Kantor(PanggungBuku):
    """An office with the figures and texts of one example."""

    def __init__(self, isi: dict[str, Any]) -> None:
        k = KantorBerunit("alfa")
        self.ukur = PanggungUkur(k)
        self.kantor = k.kantor
        u = self.ukur
        with pemicu.terangkat(connection):
            type(u.dpa).objects.update(nomor="900/1", tanggal=date(TAHUN, 1, 3))
            PerjanjianKinerja.objects.update(dpa=u.dpa)
        for i in (u.desa, u.rasio, u.layanan):
            k.target_renstra(i, {TAHUN: 5})
        k.target_renstra(u.skm, {2022: isi["renstra"], TAHUN: isi["renstra"]})
        k.target_renstra(u.sakip, {2022: "BB"})
        k.target_renstra(k.indikator("waktu", jenis="angka", arah="rentang"), {TAHUN: isi["rentang"]})
        k.tahun_lalu(u.skm, 2021, isi["renstra"], isi["nilai"])
        k.periode_isi(u.skm, {"tw1": isi["nilai"], "tw2": "-"})
        k.periode_isi(u.rasio, {"tw1": (isi["persen"], Decimal(100))})
        k.setahun(u.sakip, "B")
        k.belanja(u.sub, {"tw1": isi["rupiah"] % 1000, "tw3": 0})
        k.laporan.narasi.create(bagian="bab1.isu", isi=isi["teks"].replace("[[", "").replace("**", ""))
        u.skm.analisis.create(tahun=TAHUN, penyebab=isi["teks"])


def baris(wb: Any) -> dict[str, list[tuple[str, ...]]]:
    """Return what stands in the visible cells, sheet by sheet."""
    return {
        ws.title: [tuple(str(c.value) for c in r[2:]) for r in ws.iter_rows(min_row=3)]
        for ws in wb
        if ws.title not in ("Petunjuk", "Rujukan")
    }


@pytest.mark.postgres
@settings(max_examples=4, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(
    isi=st.fixed_dictionaries(
        {
            "nilai": ANGKA, "renstra": LEMAH, "persen": PERSEN, "rupiah": RUPIAH, "teks": TEKS,
            "rentang": st.tuples(ANGKA, ANGKA).map(lambda p: (min(p), max(p))),
        }
    )
)  # fmt: skip
def test_unduh_unggah_unduh_sama(isi):
    with transaction.atomic():
        satu = Kantor(isi)
        awal = satu.unduh()
        assert angka(satu.periksa(awal)) == (0, 0, 0)
        with pemicu.terangkat(connection):
            hapus_kantor("alfa")
        hasil = satu.terapkan(awal)
        assert [t.kalimat for t in hasil.temuan] == []
        satu.kantor = PerangkatDaerah.objects.get(slug="alfa")
        assert baris(satu.unduh()) == baris(awal)
        assert PerjanjianKinerja.objects.get().is_ditetapkan
        transaction.set_rollback(True)


def test_kantor_lain_tidak_membuat_kantor_baru_dari_berkas_orang_lain():
    p = PanggungBuku()
    assert isinstance(p.p, Pemeran)
    awal = p.unduh()
    awal["Petunjuk"]["B4"].value = "beta"
    hasil = p.periksa(awal, p.p.eko)
    assert hasil.is_ditolak
    assert {t.lembar for t in hasil.temuan} >= {"Organisasi"}
