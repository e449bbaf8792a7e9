"""The admin: every model, in Indonesian, with few queries, and numbers that are never guessed."""

from __future__ import annotations

import io
from decimal import Decimal as D

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import Pengukuran, Realisasi, TargetPK
from organisasi.models import Pengguna
from pelaporan.models import BerkasTersimpan, Lampiran, Laporan
from tests.bahan_admin import MODEL, alamat, baris, isi_kantor, teks
from tests.pelaporan.kantor_uji import KantorUji

pytestmark = pytest.mark.django_db


@pytest.fixture
def tamu(client):
    """A client of a superuser."""
    client.force_login(Pengguna.objects.create_superuser("pengelola", password="x" * 12))
    return client


def test_every_model_is_registered():
    assert [m._meta.label for m in MODEL if not admin.site.is_registered(m)] == []


def test_only_an_active_superuser_enters(client):
    client.force_login(Pengguna.objects.create_user("staf", password="x" * 12, is_staff=True))
    assert client.get(reverse("admin:login")).status_code == 403
    client.logout()
    jawaban = client.get(reverse("admin:index"), follow=True)
    assert jawaban.redirect_chain[-1] == ("/masuk/?next=/admin/", 302)


#: Queries of each list beyond those of an empty page, whatever its number of rows. Reviewed: count, rows,
#: one for each filter whose choices are read from the database, one for totals or for rows inside rows.
KUERI = {
    2: ("pangkat pemerintahdaerah satuan skalacapaian"),
    3: (
        "berkastersimpan dasarhukum fungsiunit indikator indikatorrpjmd jabatan kelascapaian misi "
        "kolomsipd nomenklatur pegawai penanggungbagian pengingatterkirim penugasan perangkatdaerah "
        "periodeperencanaan sasaran sasaranrpjmd skalanilai tujuan tujuanrpjmd unitkerja"
    ),
    4: (
        "aksi alasanperingatan analisiscapaian bukti catatanpemeriksaan definisiindikator "
        "dokumenpenetapan halamanlampiran isustrategis jejak jendelapengisian kegiatan lampiran "
        "jawabankriteria kriteriaevaluasi landasanhukum laporan narasi nilaitahunlalu pembanding pengguna "
        "pengukuran perangkatkriteria permintaanbuka potretlaporan profilorganisasi "
        "program realisasi rekomendasi rencanaaksi renstra rincianprofil "
        "sasaranprogram subkegiatan tahappengukuran targetdpa targetperiode targetpk targetrenstra "
        "targetrkt unggahan versirenstra"
    ),
    5: ("aturanpengukuran paguanggaran pemangkujabatan perjanjiankinerja realisasianggaran tanggapantemuan"),
    6: ("dpa"),
}


def ukur(tamu):
    """Return the number of queries of each list beyond those of the frame."""
    hasil = {}
    with CaptureQueriesContext(connection) as bingkai:
        tamu.get(reverse("admin:index"))
    for model in MODEL:
        with CaptureQueriesContext(connection) as kueri:
            assert tamu.get(alamat(model, "changelist")).status_code == 200
        hasil[model._meta.model_name] = len(kueri) - len(bingkai)
    return hasil


def test_a_list_costs_the_same_for_any_number_of_rows(tamu):
    isi_kantor("satu")
    isi_kantor("dua")
    dua = ukur(tamu)
    for slug in ("tiga", "empat"):
        isi_kantor(slug)
    assert ukur(tamu) == dua
    assert dua == {nama: n for n, semua in KUERI.items() for nama in semua.split()}


def test_a_refused_amount_stays_with_its_proposal(tamu):
    k = KantorUji()
    p = k.program("7.01.01")
    dpa = k.dpa({})
    isi = {"dpa": dpa.pk, "program": p.pk, "kegiatan": "", "sub_kegiatan": "", "nilai": "12.6950.500"}
    jawaban = tamu.post(alamat(PaguAnggaran, "add"), isi)
    assert jawaban.status_code == 200
    assert "kelompok ribuan tidak lengkap. Maksud Anda 126.950.500?" in teks(jawaban)
    assert 'value="12.6950.500"' in jawaban.content.decode()
    assert not PaguAnggaran.objects.exists()

    jawaban = tamu.post(alamat(PaguAnggaran, "add"), isi | {"nilai": "126.950.500"})
    assert jawaban.status_code == 302
    pagu = PaguAnggaran.objects.get()
    assert (pagu.nilai, pagu.tingkat) == (D(126950500), 1)
    assert 'value="126.950.500"' in tamu.get(alamat(PaguAnggaran, "change", pagu.pk)).content.decode()
    assert "Rp126.950.500" in teks(tamu.get(alamat(PaguAnggaran, "changelist")))


def test_a_second_row_of_the_same_programme_is_refused_on_the_page(tamu):
    k = KantorUji()
    p = k.program("7.01.01")
    dpa = k.dpa({p: "5"})
    isi = {"dpa": dpa.pk, "program": p.pk, "nilai": "7000"}
    jawaban = tamu.post(alamat(PaguAnggaran, "add"), isi)
    assert jawaban.status_code == 200 and jawaban.context["errors"]
    sub = k.sub_kegiatan(p, "7.01.01.2.01.0001")
    jawaban = tamu.post(alamat(PaguAnggaran, "add"), isi | {"sub_kegiatan": sub.pk})
    assert jawaban.status_code == 200
    assert "Pagu sebuah program dicatat pada satu tingkat" in teks(jawaban)
    assert 'value="7000"' in jawaban.content.decode()
    assert PaguAnggaran.objects.count() == 1


def test_a_new_dpa_with_ceilings(tamu):
    k = KantorUji()
    p = k.program("7.01.01")
    q = k.program("7.01.02")
    sub = k.sub_kegiatan(q, "7.01.02.2.01.0001")
    lain = KantorUji("lain").program("7.01.03")
    kepala = {"perangkat_daerah": k.kantor.pk, "tahun": "2023", "urutan": "0", "jenis": "murni", "ke": "0"}
    url = alamat(DPA, "add")

    jawaban = tamu.post(url, kepala | baris("pagu", {"program": lain.pk, "nilai": "1"}))
    assert "Program ini milik perangkat daerah atau tahun lain." in teks(jawaban)
    jawaban = tamu.post(url, kepala | baris("pagu", *[{"program": p.pk, "nilai": "1.000"}] * 2))
    assert jawaban.status_code == 200 and 'value="1.000"' in jawaban.content.decode()
    assert not DPA.objects.exists()

    isi = [
        {"program": p.pk, "nilai": "1.000"},
        {"program": q.pk, "sub_kegiatan": sub.pk, "nilai": "2.000,50"},
    ]
    assert tamu.post(url, kepala | baris("pagu", *isi)).status_code == 302
    assert set(PaguAnggaran.objects.values_list("tingkat", "nilai")) == {(1, D(1000)), (3, D("2000.5"))}


def test_spending_gets_its_level(tamu):
    k = KantorUji()
    sub = k.sub_kegiatan(k.program("7.01.01"), "7.01.01.2.01.0001")
    isi = {"program": sub.kegiatan.program_id, "sub_kegiatan": sub.pk, "periode": "tw1", "nilai": "10.000"}
    assert tamu.post(alamat(RealisasiAnggaran, "add"), isi).status_code == 302
    assert RealisasiAnggaran.objects.get().tingkat == 3
    assert tamu.post(alamat(RealisasiAnggaran, "add"), isi).status_code == 200
    jawaban = tamu.post(alamat(RealisasiAnggaran, "add"), isi | {"periode": "tahun", "sumber": "LRA"})
    assert "per triwulan atau setahun, tidak keduanya" in teks(jawaban)


def test_a_new_measurement_with_its_values(tamu):
    k = KantorUji()
    i = k.indikator("skm")
    kepala = {"indikator": i.pk, "tahun": "2023", "cara": "periode"}
    tw = [{"periode": p, "nilai": n, "berlaku": "on"} for p, n in (("tw1", "80,25"), ("tw2", "0"))]
    salah = baris("realisasi", {"periode": "tahun", "nilai": "80", "berlaku": "on"})
    jawaban = tamu.post(alamat(Pengukuran, "add"), kepala | salah)
    assert jawaban.status_code == 200 and "tidak boleh bercampur" in teks(jawaban)
    assert not Pengukuran.objects.exists()

    assert tamu.post(alamat(Pengukuran, "add"), kepala | baris("realisasi", *tw)).status_code == 302
    ukur = Pengukuran.objects.get()
    assert set(ukur.realisasi.values_list("cara", "nilai")) == {("periode", D("80.25")), ("periode", D(0))}
    jawaban = tamu.get(alamat(Pengukuran, "change", ukur.pk))
    assert 'name="cara"' not in jawaban.content.decode() and 'value="80,25"' in jawaban.content.decode()

    isi = {"pengukuran": ukur.pk, "periode": "tw3", "nilai": "81", "berlaku": "on"}
    assert tamu.post(alamat(Realisasi, "add"), isi).status_code == 302
    assert Realisasi.objects.get(periode="tw3").cara == "periode"
    assert tamu.post(alamat(Realisasi, "add"), isi | {"periode": "tahun"}).status_code == 200
    assert tamu.post(alamat(Realisasi, "add"), isi).status_code == 200


def test_shares_over_100_in_two_new_rows_are_refused_on_the_page(tamu):
    k = KantorUji()
    p = k.program("7.01.01")
    lain = k.buat_sasaran("Sasaran dua", 2)
    url = reverse("admin:renstra_sasaranprogram_add")
    isi = {"sasaran": k.sasaran.pk, "program": p.pk, "porsi_persen": "60"}
    assert tamu.post(url, isi).status_code == 302
    jawaban = tamu.post(url, isi | {"sasaran": lain.pk, "porsi_persen": "40,5"})
    assert "melebihi 100" in teks(jawaban)


def test_a_promised_target_is_added(tamu):
    k = KantorUji()
    i = k.indikator("skm")
    isi = {
        "jabatan": k.jabatan.pk, "tahun": "2023", "revisi": "0", "tanggal": "20-01-2023",
        "pihak_pertama": k.camat.pk, "pihak_kedua": k.bupati.pk,
    }  # fmt: skip
    target = baris("target", {"urutan": "1", "indikator": i.pk, "nilai": "80", "nilai_atas": "85,5"})
    url = reverse("admin:kinerja_perjanjiankinerja_add")
    assert tamu.post(url, isi | target).status_code == 302
    assert (TargetPK.objects.get().nilai, TargetPK.objects.get().nilai_atas) == (D(80), D("85.5"))


def test_an_account_is_made(tamu):
    sandi = "kata-sandi-panjang-9"
    isi = {"username": "baru", "usable_password": "true", "password1": sandi, "password2": sandi}
    assert tamu.post(alamat(Pengguna, "add"), isi).status_code == 302
    assert Pengguna.objects.get(username="baru").check_password(sandi)


def test_an_appendix_asks_for_a_scan_or_a_reason(tamu):
    k = KantorUji()
    isi = {"laporan": k.laporan.pk, "urutan": "1", "judul": "SK", "jenis": "berkas", "alternatif": "isi"}
    assert "Pilih berkas pindaian." in teks(tamu.post(alamat(Lampiran, "add"), isi))
    tanpa = isi | {"jenis": "tidak_ada", "alternatif": ""}
    assert "Tulis alasan" in teks(tamu.post(alamat(Lampiran, "add"), tanpa))
    assert tamu.post(alamat(Lampiran, "add"), tanpa | {"alasan": "belum terbit"}).status_code == 302
    lampiran = Lampiran.objects.get()
    ubah = tanpa | {"alasan": "masih belum terbit"}
    assert tamu.post(alamat(Lampiran, "change", lampiran.pk), ubah).status_code == 302


def test_a_scan_becomes_pages_and_a_wrong_file_is_refused_at_its_field(tamu):
    k = KantorUji()
    gambar = io.BytesIO()
    Image.new("L", (40, 60), 255).save(gambar, "PNG")
    isi = {"laporan": k.laporan.pk, "urutan": "1", "judul": "SK", "jenis": "berkas", "alternatif": "isi"}
    url = alamat(Lampiran, "add")
    jawaban = tamu.post(url, isi | {"unggah": SimpleUploadedFile("sk.png", b"bukan gambar")})
    assert jawaban.status_code == 200 and jawaban.context["adminform"].form.errors["unggah"]
    assert not Lampiran.objects.exists()

    jawaban = tamu.post(url, isi | {"unggah": SimpleUploadedFile("sk.png", gambar.getvalue())})
    assert jawaban.status_code == 302
    lampiran = Lampiran.objects.get()
    assert (lampiran.nama_berkas, lampiran.halaman.count()) == ("sk.png", 1)
    ubah = isi | {"alternatif": "isi yang lain"}
    assert tamu.post(alamat(Lampiran, "change", lampiran.pk), ubah).status_code == 302
    lampiran.refresh_from_db()
    assert lampiran.alternatif == "isi yang lain" and lampiran.berkas_id

    lain = isi | {"urutan": "2", "unggah": SimpleUploadedFile("sk.png", gambar.getvalue())}
    assert tamu.post(url, lain).status_code == 200  # the title is taken


def test_a_report_leads_to_the_upload_of_its_appendix(tamu):
    k = KantorUji()
    tujuan = f"{alamat(Lampiran, 'add')}?laporan={k.laporan.pk}"
    assert f'href="{tujuan}"' in tamu.get(alamat(Laporan, "change", k.laporan.pk)).content.decode()
    assert f'<option value="{k.laporan.pk}" selected>' in tamu.get(tujuan).content.decode()
    assert "Simpan laporan dahulu" in teks(tamu.get(alamat(Laporan, "add")))


@pytest.mark.parametrize("halaman", ["password_change", "password_change_done"])
def test_the_own_password_has_one_page(tamu, halaman):
    assert tamu.get(reverse(f"admin:{halaman}")).url == reverse("akun_sandi")


def test_a_page_that_the_system_alone_writes_says_so(tamu):
    jawaban = tamu.get(alamat(BerkasTersimpan, "add"))
    assert jawaban.status_code == 403
    assert "Halaman ini tidak dapat dibuka" in teks(jawaban) and "Belum ada tugas" not in teks(jawaban)


def test_the_refusal_is_said_in_good_indonesian(tamu):
    jawaban = tamu.post(alamat(DPA, "add"), baris("pagu"))
    assert "Belum tersimpan. Perbaiki isian yang bertanda merah." in teks(jawaban)
