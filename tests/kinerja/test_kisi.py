"""The grid of a quarter: what it shows, what it refuses, and that it saves all or nothing."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anggaran.models import RealisasiAnggaran
from kinerja.models import Pengukuran, Realisasi, TahapPengukuran
from organisasi.pilihan import Peran
from tests.kinerja.panggung_ukur import PanggungUkur, isian, tutup_jendela

pytestmark = pytest.mark.django_db


@pytest.fixture
def panggung(pemeran):
    return PanggungUkur(pemeran.a)


def lain(pengguna):
    c = Client()
    c.force_login(pengguna, backend="django.contrib.auth.backends.ModelBackend")
    return c


def nilai(indikator, periode="tw1"):
    r = Realisasi.objects.filter(pengukuran__indikator=indikator, periode=periode).first()
    return r.nilai if r else None


def versi(indikator, periode="tw1"):
    return str(
        Realisasi.objects.get(pengukuran__indikator=indikator, periode=periode).riwayat.first().history_id
    )


def test_a_value_is_saved_with_its_unit_and_who_entered_it(pemeran, panggung, masuk):
    jawab = masuk(pemeran.ani).post(panggung.alamat(1), isian(panggung.skm, nilai="79,2"), follow=True)
    assert "1 isian tersimpan." in jawab.content.decode()
    r = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    assert (r.nilai, r.unit, r.diisi_oleh) == (D("79.2"), pemeran.a.unit["Subbag Program"], pemeran.ani)
    assert r.riwayat.get().history_user == pemeran.ani
    assert r.riwayat.get().alamat_asal == "127.0.0.1"
    assert 'value="79,2"' in jawab.content.decode()


def test_a_refused_number_stays_in_its_field_and_nothing_is_saved(pemeran, panggung, masuk):
    data = {**isian(panggung.desa, nilai="4"), **isian(panggung.skm, nilai="79.20")}
    jawab = masuk(pemeran.ani).post(panggung.alamat(1), data)
    teks = jawab.content.decode()
    assert jawab.status_code == 200
    assert 'value="79.20"' in teks
    assert "tulis desimal dengan koma" in teks
    assert "Maksud Anda 79,20?" in teks
    assert 'aria-invalid="true"' in teks
    assert not Realisasi.objects.exists()


def test_zero_blank_and_tidak_berlaku_are_three_things(pemeran, panggung, masuk):
    c = masuk(pemeran.ani)
    c.post(panggung.alamat(1), {**isian(panggung.desa, nilai="0"), **isian(panggung.skm, nilai="")})
    assert nilai(panggung.desa) == 0
    assert not Realisasi.objects.filter(pengukuran__indikator=panggung.skm).exists()
    tanpa = c.post(panggung.alamat(1), isian(panggung.skm, keadaan="tidak_berlaku"))
    assert "Tulis alasan tidak berlaku" in tanpa.content.decode()
    c.post(panggung.alamat(1), isian(panggung.skm, keadaan="tidak_berlaku", keterangan="survei semester II"))
    r = Realisasi.objects.get(pengukuran__indikator=panggung.skm)
    assert (r.berlaku, r.nilai, r.keterangan) == (False, None, "survei semester II")


def test_of_a_ratio_the_pair_is_stored_and_the_percent_never(pemeran, panggung, masuk):
    c = masuk(pemeran.ani)
    setengah = c.post(panggung.alamat(1), isian(panggung.rasio, pembilang="18"))
    assert "Isi pembilang dan penyebut bersama-sama" in setengah.content.decode()
    jawab = c.post(panggung.alamat(1), isian(panggung.rasio, pembilang="18", penyebut="20"), follow=True)
    r = Realisasi.objects.get(pengukuran__indikator=panggung.rasio)
    assert (r.pembilang, r.penyebut, r.nilai) == (18, 20, None)
    assert "90,00" in jawab.content.decode()


def test_the_running_value_and_capaian_are_computed_against_the_same_periods(pemeran, panggung, masuk):
    c = masuk(pemeran.ani)
    c.post(panggung.alamat(1), isian(panggung.desa, nilai="4"))
    jawab = c.post(panggung.alamat(2), isian(panggung.desa, nilai="3"), follow=True).content.decode()
    # 4 + 3 = 7 against 4 + 5 = 9: 77,777…%
    assert "77,78%" in jawab


def test_periods_are_asked_where_they_end(pemeran, panggung, masuk):
    c = masuk(pemeran.gani)
    assert "Belum waktunya" in c.get(panggung.alamat(1)).content.decode()
    c.post(panggung.alamat(1), isian(panggung.layanan, nilai="90"))
    assert not Realisasi.objects.exists()
    c.post(panggung.alamat(2), isian(panggung.layanan, nilai="90"))
    assert Realisasi.objects.get().periode == "s1"
    assert Pengukuran.objects.get().cara == "periode"
    masuk(pemeran.ani).post(panggung.alamat(4), isian(panggung.sakip, predikat="BB"))
    assert Realisasi.objects.get(pengukuran__indikator=panggung.sakip).periode == "tahun"


def test_a_grade_outside_its_scale_is_refused(pemeran, panggung, masuk):
    jawab = masuk(pemeran.ani).post(panggung.alamat(4), isian(panggung.sakip, predikat="ZZ"))
    assert "tidak ada dalam skalanya" in jawab.content.decode()
    assert not Realisasi.objects.exists()


def test_an_odd_value_is_asked_once_and_an_impossible_one_refused(pemeran, panggung, masuk):
    c = masuk(pemeran.ani)
    assert (
        "nilai rupiah" in c.post(panggung.alamat(1), isian(panggung.skm, nilai="12600000")).content.decode()
    )
    tanya = c.post(panggung.alamat(1), isian(panggung.rasio, pembilang="30", penyebut="20")).content.decode()
    assert f'name="indikator-{panggung.rasio.pk}-yakin"' in tanya
    assert not Realisasi.objects.exists()
    c.post(panggung.alamat(1), isian(panggung.rasio, pembilang="30", penyebut="20", yakin="ya"))
    assert Realisasi.objects.get().pembilang == 30


def test_staff_write_their_own_unit_only(pemeran, panggung, masuk):
    c = masuk(pemeran.gani)
    halaman = c.get(panggung.alamat(2) + "?unit=semua").content.decode()
    assert f'name="indikator-{panggung.layanan.pk}-nilai"' in halaman
    assert f'name="indikator-{panggung.skm.pk}-nilai"' not in halaman
    jawab = c.post(panggung.alamat(2) + "?unit=semua", isian(panggung.skm, nilai="80"))
    assert "Isian ini milik unit lain." in jawab.content.decode() or not Realisasi.objects.exists()
    assert not Realisasi.objects.exists()


def test_another_office_is_not_there(pemeran, panggung, masuk):
    assert masuk(pemeran.budi).get(panggung.alamat(1)).status_code == 404
    assert masuk(pemeran.budi).post(panggung.alamat(1), isian(panggung.skm, nilai="80")).status_code == 404
    assert masuk(pemeran.farid).get(panggung.alamat(1)).status_code == 200
    masuk(pemeran.farid).post(panggung.alamat(1) + "?unit=semua", isian(panggung.skm, nilai="80"))
    assert not Realisasi.objects.exists()


def test_a_closed_window_leaves_the_page_to_read(pemeran, panggung, masuk):
    tutup_jendela(pemeran.a, 1)
    c = masuk(pemeran.ani)
    assert f'name="indikator-{panggung.skm.pk}-nilai"' not in c.get(panggung.alamat(1)).content.decode()
    jawab = c.post(panggung.alamat(1), isian(panggung.skm, nilai="80"))
    assert not Realisasi.objects.exists()
    assert "jendelanya tertutup" in jawab.content.decode()


def test_the_second_of_two_people_sees_both_values_and_loses_nothing(pemeran, panggung, masuk):
    satu, dua = lain(pemeran.ani), lain(pemeran.dewi)
    satu.post(panggung.alamat(1), isian(panggung.skm, nilai="80"))
    asal = versi(panggung.skm)
    dua.post(panggung.alamat(1) + "?unit=semua", isian(panggung.skm, nilai="81,5", versi=asal))
    jawab = satu.post(panggung.alamat(1), isian(panggung.skm, nilai="82", versi=asal)).content.decode()
    assert "Dewi Anggraini mengubahnya menjadi 81,5" in jawab
    assert 'value="82"' in jawab
    assert nilai(panggung.skm) == D("81.5")
    satu.post(panggung.alamat(1), isian(panggung.skm, nilai="82", versi=versi(panggung.skm)))
    assert nilai(panggung.skm) == 82


def test_a_cell_that_was_not_touched_does_not_undo_the_other_person(pemeran, panggung, masuk):
    satu, dua = lain(pemeran.ani), lain(pemeran.dewi)
    satu.post(panggung.alamat(1), isian(panggung.skm, nilai="80"))
    asal = versi(panggung.skm)
    dua.post(panggung.alamat(1) + "?unit=semua", isian(panggung.skm, nilai="81", versi=asal))
    data = {**isian(panggung.skm, nilai="80", versi=asal), **isian(panggung.desa, nilai="4")}
    satu.post(panggung.alamat(1), data)
    assert (nilai(panggung.skm), nilai(panggung.desa)) == (81, 4)


def test_saving_twice_writes_once(pemeran, panggung, masuk):
    c = masuk(pemeran.ani)
    for _ in range(2):
        c.post(panggung.alamat(1), isian(panggung.skm, nilai="80"))
    assert Realisasi.objects.get().riwayat.count() == 1


def test_the_budget_grid_takes_the_quarter_alone_and_shows_the_running_sum(pemeran, panggung, masuk):
    c = masuk(pemeran.ani)
    kunci_html = f"subkegiatan-{panggung.sub.pk}"
    c.post(panggung.alamat(1, "anggaran/"), {f"{kunci_html}-nilai": "250.000", f"{kunci_html}-versi": "0"})
    jawab = c.post(
        panggung.alamat(2, "anggaran/"),
        {f"{kunci_html}-nilai": "300.000", f"{kunci_html}-versi": "0"},
        follow=True,
    ).content.decode()
    assert "550.000" in jawab
    assert "55,00%" in jawab
    salah = c.post(
        panggung.alamat(3, "anggaran/"), {f"{kunci_html}-nilai": "12.6950.500", f"{kunci_html}-versi": "0"}
    ).content.decode()
    assert "Maksud Anda 126.950.500?" in salah
    assert RealisasiAnggaran.objects.count() == 2


def test_spending_over_the_ceiling_is_asked(pemeran, panggung, masuk):
    kunci = f"subkegiatan-{panggung.sub.pk}"
    jawab = masuk(pemeran.ani).post(
        panggung.alamat(1, "anggaran/"), {f"{kunci}-nilai": "1.500.000", f"{kunci}-versi": "0"}
    )
    assert "lebih besar daripada pagu Rp1.000.000" in jawab.content.decode()
    assert not RealisasiAnggaran.objects.exists()


def test_the_grid_needs_the_same_queries_for_more_rows(pemeran, panggung, masuk):
    c = masuk(pemeran.dewi)
    c.get(panggung.alamat(1))
    with CaptureQueriesContext(connection) as sedikit:
        c.get(panggung.alamat(1))
    for n in range(12):
        pemeran.a.indikator(
            f"lagi{n}", frekuensi="triwulan", penanggung_jawab=pemeran.a.unit["Subbag Program"]
        )
    with CaptureQueriesContext(connection) as banyak:
        c.get(panggung.alamat(1))
    assert len(banyak) == len(sedikit) <= 32


def test_get_writes_nothing(pemeran, panggung, masuk):
    c = masuk(pemeran.ani)
    for alamat in (
        panggung.alamat(1),
        panggung.alamat(1, "anggaran/"),
        panggung.alamat(1, f"indikator/{panggung.skm.pk}/"),
    ):
        assert c.get(alamat).status_code == 200
    assert not Pengukuran.objects.exists()
    assert not TahapPengukuran.objects.exists()


def test_the_camat_may_enter_too(pemeran, panggung, masuk):
    masuk(pemeran.citra).post(panggung.alamat(1) + "?unit=semua", isian(panggung.skm, nilai="80"))
    assert nilai(panggung.skm) == 80
    assert pemeran.citra.pelaku.peran == {Peran.CAMAT.value}
