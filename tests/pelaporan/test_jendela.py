"""Windows of filling for all offices, and the answers to requests."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from kinerja.models import JendelaPengisian, PermintaanBuka
from organisasi.models import Jejak, PemerintahDaerah
from pelaporan.forms_kabupaten import AturJendelaForm
from pelaporan.jendela import JendelaGagal, atur_jendela, jendela_baku
from tests.pelaporan.kantor_uji import TAHUN, rapi

pytestmark = pytest.mark.django_db
T = datetime.date
HALAMAN = f"/kabupaten/{TAHUN}/jendela/"


def jendela(kantor) -> dict[int, tuple[datetime.date, datetime.date]]:
    return {j.triwulan: (j.buka, j.tutup) for j in JendelaPengisian.objects.filter(perangkat_daerah=kantor)}


@pytest.mark.parametrize(
    ("triwulan", "buka", "tutup"),
    [
        (1, T(2024, 3, 1), T(2024, 4, 10)),
        (2, T(2024, 6, 1), T(2024, 7, 10)),
        (3, T(2024, 9, 1), T(2024, 10, 10)),
        (4, T(2024, 12, 1), T(2025, 1, 10)),
    ],
)
def test_the_default_opens_with_the_last_month_and_closes_days_after_the_quarter(triwulan, buka, tutup):
    assert jendela_baku(PemerintahDaerah(hari_pengisian=10), 2024, triwulan) == (buka, tutup)


def test_the_default_may_reach_far_into_the_next_quarter():
    assert jendela_baku(PemerintahDaerah(hari_pengisian=90), 2023, 1) == (T(2023, 3, 1), T(2023, 6, 29))


def test_many_offices_and_quarters_in_one_act(pemeran):
    a, b = pemeran.a.kantor, pemeran.b.kantor
    hasil = atur_jendela([a, b], TAHUN, [1, 2, 3, 4], oleh=pemeran.eko)
    assert (hasil.baru, hasil.berubah, hasil.tetap) == (8, 0, 0)
    hasil = atur_jendela([a], TAHUN, [1], oleh=pemeran.eko, buka=T(TAHUN, 3, 5), tutup=T(TAHUN, 3, 5))
    assert str(hasil) == "1 diubah"
    assert jendela(a)[1] == (T(TAHUN, 3, 5), T(TAHUN, 3, 5))
    assert jendela(b)[1] == (T(TAHUN, 3, 1), T(TAHUN, 4, 10))
    assert str(atur_jendela([b], TAHUN, [1], oleh=pemeran.eko)) == "1 sudah sama"
    satu = JendelaPengisian.objects.get(perangkat_daerah=a, triwulan=1)
    assert [h.history_user for h in satu.riwayat.all()] == [pemeran.eko, pemeran.eko]
    jejak = Jejak.objects.filter(tindakan="atur jendela", perangkat_daerah=a)
    assert jejak.count() == 2
    assert "Triwulan I: 5 Maret 2023 sampai 5 Maret 2023" in jejak.first().uraian


def test_days_that_cannot_be_are_refused(pemeran):
    with pytest.raises(JendelaGagal, match="lebih awal"):
        atur_jendela(
            [pemeran.a.kantor], TAHUN, [1], oleh=pemeran.eko, buka=T(TAHUN, 4, 2), tutup=T(TAHUN, 4, 1)
        )
    with pytest.raises(JendelaGagal, match="Isi hari dibuka dan hari ditutup"):
        atur_jendela([pemeran.a.kantor], TAHUN, [1], oleh=pemeran.eko, buka=T(TAHUN, 4, 2))
    with pytest.raises(JendelaGagal, match="paling sedikit satu"):
        atur_jendela([], TAHUN, [1], oleh=pemeran.eko)
    assert not JendelaPengisian.objects.exists()


@pytest.mark.parametrize("nama", ["dewi", "citra", "farid", "ani"])
def test_only_the_admin_sets_windows(pemeran, nama):
    with pytest.raises(PermissionDenied):
        atur_jendela([pemeran.a.kantor], TAHUN, [1], oleh=getattr(pemeran, nama))


def test_all_or_nothing_with_an_office_of_another_government(pemeran):
    lain = rapi(PemerintahDaerah(kode="88.08", jenis="kota", nama="Lain", ibu_kota="Lain"))
    pemeran.b.kantor.pemda = lain
    pemeran.b.kantor.save()
    with pytest.raises(PermissionDenied):
        atur_jendela([pemeran.a.kantor, pemeran.b.kantor], TAHUN, [1], oleh=pemeran.eko)
    assert not JendelaPengisian.objects.exists()


# The page ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "kode"), [("eko", 200), ("admin", 200), ("farid", 403), ("dewi", 403), ("citra", 403)]
)
def test_roles(pemeran, masuk, nama, kode):
    assert reverse("kabupaten_jendela", args=[TAHUN]) == HALAMAN
    assert masuk(getattr(pemeran, nama)).get(HALAMAN).status_code == kode
    assert masuk(getattr(pemeran, nama)).post(HALAMAN, {"aksi": "putuskan"}).status_code == (
        404 if kode == 200 else 403
    )


def test_chosen_offices_get_the_default_and_all_get_own_days(pemeran, masuk):
    klien = masuk(pemeran.eko)
    isi = {"aksi": "atur", "triwulan": "semua", "cara": "baku", "lingkup": "terpilih"}
    jawaban = klien.post(HALAMAN, {**isi, "kantor": [pemeran.a.kantor.pk]}, follow=True)
    assert "Jendela 1 perangkat daerah: 4 dibuat." in jawaban.content.decode()
    assert len(jendela(pemeran.a.kantor)) == 4
    assert not jendela(pemeran.b.kantor)
    isi = {"aksi": "atur", "triwulan": "2", "cara": "sendiri", "buka": "2023-06-05", "tutup": "07-07-2023"}
    klien.post(HALAMAN, {**isi, "lingkup": "semua"})
    assert jendela(pemeran.b.kantor) == {2: (T(2023, 6, 5), T(2023, 7, 7))}
    teks = klien.get(HALAMAN).content.decode()
    assert "5 Juni 2023 sampai 7 Juli 2023" in teks
    assert "Belum ditetapkan" in teks
    assert f'id="kantor-{pemeran.a.kantor.pk}"' in teks


def test_what_is_refused_stays_in_the_form_and_writes_nothing(pemeran, masuk):
    isi = {"aksi": "atur", "triwulan": "semua", "cara": "sendiri", "buka": "besok", "tutup": "2023-06-05"}
    isi |= {"lingkup": "terpilih", "kantor": [pemeran.b.kantor.pk]}
    teks = masuk(pemeran.eko).post(HALAMAN, isi).content.decode()
    assert "Tulis tanggal seperti 10 April 2026 dengan angka: 10-04-2026." in teks
    assert "Pilih satu triwulan untuk tanggal sendiri" in teks
    assert 'value="besok"' in teks
    assert f'value="{pemeran.b.kantor.pk}" checked' in teks
    assert not JendelaPengisian.objects.exists()


def test_the_form_asks_for_both_days():
    form = AturJendelaForm({"triwulan": "1", "cara": "sendiri", "buka": "", "tutup": "2023-01-01"})
    assert form.errors == {"buka": ["Isi hari dibuka, misalnya 10-04-2026, atau pilih aturan baku."]}
    form = AturJendelaForm({"triwulan": "1", "cara": "sendiri", "buka": "2023-02-01", "tutup": "2023-01-01"})
    assert "tutup" in form.errors


# Requests ---------------------------------------------------------------------------------------------


@pytest.fixture
def permintaan(pemeran):
    return rapi(
        PermintaanBuka(
            unit=pemeran.a.unit["Seksi Pelayanan"],
            tahun=TAHUN,
            triwulan=1,
            sampai=timezone.localdate() + datetime.timedelta(days=3),
            alasan="angka salah ketik",
            diminta_oleh=pemeran.dewi,
        )
    )


def test_a_request_is_accepted_and_moves_to_the_history(pemeran, masuk, permintaan):
    klien = masuk(pemeran.eko)
    teks = klien.get(HALAMAN).content.decode()
    assert "1 permintaan buka menunggu keputusan Anda" in teks
    assert "angka salah ketik" in teks
    isi = {"aksi": "putuskan", "permintaan": permintaan.pk, "keputusan": "terima", "catatan": "boleh"}
    teks = klien.post(HALAMAN, isi, follow=True).content.decode()
    assert "Permintaan Seksi Pelayanan diterima." in teks
    assert "Keputusan sebelumnya" in teks
    permintaan.refresh_from_db()
    assert (permintaan.keputusan, permintaan.diputus_oleh, permintaan.catatan_putusan) == (
        "diterima",
        pemeran.eko,
        "boleh",
    )
    teks = klien.post(HALAMAN, isi, follow=True).content.decode()  # a second click: said, nothing changed
    assert "Permintaan ini sudah diputus." in teks


def test_a_refusal_needs_a_note_and_keeps_what_was_typed(pemeran, masuk, permintaan):
    klien = masuk(pemeran.eko)
    isi = {"aksi": "putuskan", "permintaan": permintaan.pk, "keputusan": "tolak", "catatan": "  "}
    assert "Tulis alasan penolakan" in klien.post(HALAMAN, isi).content.decode()
    permintaan.refresh_from_db()
    assert permintaan.keputusan == "menunggu"
    klien.post(HALAMAN, {**isi, "catatan": "sudah diserahkan"})
    permintaan.refresh_from_db()
    assert permintaan.keputusan == "ditolak"


@pytest.mark.parametrize("kunci", ["", "x", "999999", "9" * 5000])
def test_an_unknown_request_is_not_found(pemeran, masuk, kunci):
    assert masuk(pemeran.eko).post(HALAMAN, {"aksi": "putuskan", "permintaan": kunci}).status_code == 404


def test_a_request_of_another_government_is_not_found(pemeran, masuk, permintaan):
    lain = rapi(PemerintahDaerah(kode="88.08", jenis="kota", nama="Lain", ibu_kota="Lain"))
    pemeran.a.kantor.pemda = lain
    pemeran.a.kantor.save()
    klien = masuk(pemeran.eko)
    assert "angka salah ketik" not in klien.get(HALAMAN).content.decode()
    isi = {"aksi": "putuskan", "permintaan": permintaan.pk, "keputusan": "terima"}
    assert klien.post(HALAMAN, isi).status_code == 404
