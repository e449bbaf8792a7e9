"""Deleting, and who may write what: never an error 500, always a sentence."""

from __future__ import annotations

import pytest
from django.urls import reverse

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    Indikator,
    JendelaPengisian,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    TahapPengukuran,
    TargetPK,
)
from organisasi.models import Jejak, PerangkatDaerah
from pelaporan.models import BerkasTersimpan, HalamanLampiran, PengingatTerkirim
from renstra.models import Program, Sasaran
from tests.bahan_admin import HANYA_BACA, MODEL, alamat, isi_kantor, isian, teks, tetapkan
from tests.pelaporan.kantor_uji import TAHUN

pytestmark = pytest.mark.django_db
YA = {"post": "yes"}


def hapus_beberapa(tamu, *objek):
    isi = {"action": "delete_selected", "_selected_action": [o.pk for o in objek], **YA}
    return tamu.post(alamat(type(objek[0]), "changelist"), isi, follow=True)


@pytest.mark.parametrize("siapa", ["dewi", "admin"])
def test_a_locked_pk_says_the_sentence_of_its_trigger(pemeran, masuk, siapa):
    k = pemeran.a
    pk = k.pk({k.indikator("skm"): "80"})
    tetapkan(pk)
    tamu = masuk(getattr(pemeran, siapa))
    kalimat = "Perjanjian kinerja"
    for jawaban in (
        tamu.post(alamat(PerjanjianKinerja, "delete", pk.pk), YA, follow=True),
        hapus_beberapa(tamu, pk),
        tamu.post(alamat(TargetPK, "delete", pk.target.get().pk), YA, follow=True),
        hapus_beberapa(tamu, pk.target.get()),
    ):
        assert jawaban.status_code == 200
        assert "Tidak dapat dihapus. " + kalimat in teks(jawaban) and "sudah ditetapkan" in teks(jawaban)
        assert 'class="error"' in jawaban.content.decode()
    url = alamat(PerjanjianKinerja, "change", pk.pk)
    halaman = tamu.get(url)
    assert "sudah ditetapkan dan terkunci" in teks(halaman)
    jawaban = tamu.post(url, isian(halaman) | {"nomor": "99"})
    assert jawaban.status_code == 200
    assert "Perjanjian kinerja yang sudah ditetapkan tidak dapat diubah" in teks(jawaban)
    assert isian(jawaban)["nomor"] == "99"
    jawaban = tamu.post(url, isian(halaman) | {"target-0-nilai": "81"})
    assert "Perjanjian kinerja ini sudah ditetapkan" in teks(jawaban)
    assert TargetPK.objects.get().nilai == 80
    assert Jejak.objects.count() == 0


def test_a_locked_dpa_says_the_sentence_of_its_trigger(pemeran, masuk):
    k = pemeran.a
    dpa = k.dpa({k.program("7.01.01"): "5000"})
    tetapkan(dpa)
    tamu = masuk(pemeran.dewi)
    for jawaban in (
        tamu.post(alamat(DPA, "delete", dpa.pk), YA, follow=True),
        hapus_beberapa(tamu, dpa),
        tamu.post(alamat(PaguAnggaran, "delete", dpa.pagu.get().pk), YA, follow=True),
        hapus_beberapa(tamu, dpa.pagu.get()),
    ):
        assert "Tidak dapat dihapus. DPA " in teks(jawaban) and "sudah ditetapkan" in teks(jawaban)
    assert DPA.objects.count() == PaguAnggaran.objects.count() == 1


def test_an_approved_quarter_says_the_sentence_of_its_trigger(pemeran, masuk):
    k = pemeran.a
    i = k.indikator("skm", frekuensi="triwulan")
    k.periode_isi(i, {"tw1": "80"})
    nilai = Realisasi.objects.get()
    nilai.unit = k.unit["Seksi Pelayanan"]
    nilai.save()
    for tahap, oleh in (("dikirim", "gani"), ("diperiksa", "dewi"), ("disetujui", "citra")):
        TahapPengukuran.objects.create(
            unit=nilai.unit, tahun=TAHUN, triwulan=1, tahap=tahap, oleh=getattr(pemeran, oleh)
        )
    tamu = masuk(pemeran.admin)
    for jawaban in (
        tamu.post(alamat(Realisasi, "delete", nilai.pk), YA, follow=True),
        tamu.post(alamat(Pengukuran, "delete", nilai.pengukuran_id), YA, follow=True),
        hapus_beberapa(tamu, nilai),
    ):
        assert "Triwulan ini sudah disetujui dan terkunci" in teks(jawaban)
    assert Realisasi.objects.count() == 1


def test_what_is_used_says_by_whom(pemeran, masuk):
    k = pemeran.a
    p = k.program("7.01.01")
    k.dpa({p: "5000"})
    tamu = masuk(pemeran.dewi)
    for jawaban in (
        tamu.get(alamat(Program, "delete", p.pk)),
        tamu.post(alamat(Program, "delete", p.pk), YA, follow=True),
        hapus_beberapa(tamu, p),
    ):
        assert jawaban.status_code == 200 and "agu anggaran" in teks(jawaban)
    assert Program.objects.filter(pk=p.pk).exists()


def test_a_protection_that_comes_between_is_said_in_words(pemeran, masuk, monkeypatch):
    """Another person uses the row between the question and the deletion."""
    from django.db.models import ProtectedError

    k = pemeran.a
    i = k.indikator("skm")
    pk = k.pk({i: "80"})

    def tolak(self, request, obj):
        raise ProtectedError("x", {pk})

    monkeypatch.setattr("django.contrib.admin.options.ModelAdmin.delete_model", tolak)
    sasaran = k.buat_sasaran("Sasaran dua", 2)
    jawaban = masuk(pemeran.dewi).post(alamat(Sasaran, "delete", sasaran.pk), YA, follow=True)
    assert "Tidak dapat dihapus: masih dipakai oleh 1 perjanjian kinerja." in teks(jawaban)


def test_a_plain_deletion_works_and_stands_in_the_history(pemeran, masuk):
    sasaran = pemeran.a.buat_sasaran("Sasaran dua", 2)
    nomor = sasaran.pk
    tamu = masuk(pemeran.dewi)
    assert tamu.post(alamat(Sasaran, "delete", nomor), YA).status_code == 302
    akhir = Sasaran.riwayat.filter(id=nomor).first()
    assert (akhir.history_type, akhir.history_user) == ("-", pemeran.dewi)
    lain = pemeran.a.buat_sasaran("Sasaran tiga", 3)
    nomor = lain.pk
    assert hapus_beberapa(tamu, lain).status_code == 200
    akhir = Sasaran.riwayat.filter(id=nomor).first()
    assert (akhir.history_type, akhir.history_user) == ("-", pemeran.dewi)


# Who writes what --------------------------------------------------------------------------------


def test_measured_values_are_read_here_and_written_on_their_page(pemeran, masuk):
    isi_kantor("isi", pemeran.a)
    for siapa in ("ani", "citra", "dewi", "eko", "farid", "gani"):
        tamu = masuk(getattr(pemeran, siapa))
        for model in (Pengukuran, Realisasi, RealisasiAnggaran):
            satu = model.objects.untuk(getattr(pemeran, siapa)).first()
            url = alamat(model, "change", satu.pk)
            jawaban = tamu.get(url)
            assert jawaban.status_code == 200 and 'name="_save"' not in jawaban.content.decode()
            assert tamu.post(url, {}).status_code == 403
            assert tamu.get(alamat(model, "add")).status_code == 403
            kisi = reverse("pengukuran", args=[pemeran.a.kantor.slug, TAHUN])
            assert f'href="{kisi}"' in jawaban.content.decode() and "Isi di kisi triwulan" in teks(jawaban)


def test_rows_of_the_program_are_read_only_for_everybody(pemeran, masuk):
    isi_kantor("isi", pemeran.a)
    tamu = masuk(pemeran.admin)
    for model in (m for m in MODEL if m._meta.model_name in HANYA_BACA):
        satu = model.objects.first()
        assert tamu.get(alamat(model, "add")).status_code == 403
        assert tamu.post(alamat(model, "change", satu.pk), {}).status_code == 403
        assert tamu.post(alamat(model, "delete", satu.pk), YA).status_code == 403
        hapus_beberapa(tamu, satu)
        assert model.objects.filter(pk=satu.pk).exists()


def test_stored_files_are_for_superusers(pemeran, masuk):
    isi_kantor("isi", pemeran.a)
    for siapa in ("ani", "dewi", "eko", "farid"):
        tamu = masuk(getattr(pemeran, siapa))
        for model in (BerkasTersimpan, HalamanLampiran, PengingatTerkirim):
            assert tamu.get(alamat(model, "changelist")).status_code == 403
            assert tamu.get(alamat(model, "change", model.objects.first().pk)).status_code in (403, 404)


def test_windows_are_written_by_the_admin_kabupaten(pemeran, masuk):
    isi = {
        "perangkat_daerah": pemeran.a.kantor.pk, "tahun": TAHUN, "triwulan": "2",
        "buka": "01-06-2023", "tutup": "10-07-2023",
    }  # fmt: skip
    url = alamat(JendelaPengisian, "add")
    for siapa in ("ani", "citra", "dewi", "farid"):
        assert masuk(getattr(pemeran, siapa)).post(url, isi).status_code == 403
    tamu = masuk(pemeran.eko)
    jawaban = tamu.post(url, isi | {"tutup": "01-05-2023"})
    assert "Hari ditutup tidak boleh lebih awal" in teks(jawaban)
    assert tamu.post(url, isi).status_code == 302


def test_another_office_does_not_exist_and_cannot_be_chosen(pemeran, masuk):
    isi_kantor("isi", pemeran.a)
    tamu = masuk(pemeran.budi)
    for model in MODEL:
        if tamu.get(alamat(model, "changelist")).status_code == 403:
            continue
        milik = model.objects.untuk(pemeran.dewi)
        for satu in milik.exclude(pk__in=model.objects.untuk(pemeran.budi).values("pk"))[:1]:
            for halaman in ("change", "history", "delete"):
                assert tamu.get(alamat(model, halaman, satu.pk)).status_code in (403, 404), (model, halaman)
            hapus_beberapa(tamu, satu)
            assert model.objects.filter(pk=satu.pk).exists()
    dewi = masuk(pemeran.dewi)
    isi = {
        "perangkat_daerah": pemeran.b.kantor.pk,
        "tahun": "2023",
        "urutan": "0",
        "jenis": "murni",
        "ke": "0",
    }
    jawaban = dewi.post(alamat(DPA, "add"), isi | {"pagu-TOTAL_FORMS": "0", "pagu-INITIAL_FORMS": "0"})
    assert jawaban.status_code == 200 and not DPA.objects.filter(perangkat_daerah=pemeran.b.kantor).exists()
    cari = {
        "app_label": "anggaran",
        "model_name": "dpa",
        "field_name": "perangkat_daerah",
        "term": "Kecamatan",
    }
    hasil = dewi.get(reverse("admin:autocomplete"), cari).json()["results"]
    assert [h["text"] for h in hasil] == ["Kecamatan Alfa"]
    assert "Kecamatan Beta" not in teks(dewi.get(alamat(Indikator, "changelist")))
    assert dewi.get(alamat(PerangkatDaerah, "change", pemeran.b.kantor.pk)).status_code == 404


def test_years_of_other_offices_are_not_offered(pemeran, masuk):
    k = pemeran.b
    k.dpa({k.program("7.01.01"): "5000"})
    DPA.objects.update(tahun=2019)  # raw: only the filter is looked at
    a = pemeran.a
    a.dpa({a.program("7.01.02"): "7000"})
    assert "2019" not in teks(masuk(pemeran.dewi).get(alamat(PaguAnggaran, "changelist")))
