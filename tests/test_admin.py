"""The admin: every model, in Indonesian, with few queries, and numbers that are never guessed."""

from __future__ import annotations

import datetime
import html
import io
import re
from decimal import Decimal as D

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    Aksi,
    AnalisisCapaian,
    Pembanding,
    Pengukuran,
    Realisasi,
    RencanaAksi,
    TargetPeriode,
    TargetPK,
    TargetRKT,
)
from organisasi.models import (
    DokumenPenetapan,
    FungsiUnit,
    Pangkat,
    Pengguna,
    Penugasan,
    ProfilOrganisasi,
    RincianProfil,
    UnitKerja,
)
from pelaporan.models import (
    BerkasTersimpan,
    HalamanLampiran,
    Lampiran,
    LandasanHukum,
    Laporan,
    Narasi,
    Rekomendasi,
)
from renstra.models import IndikatorRPJMD, IsuStrategis, Misi, SasaranRPJMD, TujuanRPJMD
from tests.pelaporan.kantor_uji import TAHUN, KantorUji, rapi

APLIKASI = ("organisasi", "renstra", "anggaran", "kinerja", "pelaporan")
MODEL = [m for a in APLIKASI for m in apps.get_app_config(a).get_models()]
HANYA_BACA = {"berkastersimpan", "halamanlampiran"}
KATA_ASING = re.compile(
    r"\b(Select|Change|Add|Delete|Search|Save|History|Filter by|Log out|Home|This field|Currently)\b"
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def tamu(client):
    """A client of a superuser."""
    client.force_login(Pengguna.objects.create_superuser("pengelola", password="x" * 12))
    return client


def alamat(model, halaman, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{halaman}", args=args)


def teks(jawaban):
    """What is read on a page: text without tags."""
    isi = re.sub(r"<script.*?</script>", " ", jawaban.content.decode(), flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", " ", isi))


def isi_kantor(slug: str) -> KantorUji:
    """Fill one office with at least one row of every model."""
    k = KantorUji(slug)
    i = k.indikator(f"a-{slug}")
    p = k.program(f"7.01.{k.kantor.pk:02}", {k.sasaran: "100"})
    sub = k.sub_kegiatan(p, f"7.01.{k.kantor.pk:02}.2.01.0001")
    dpa = k.dpa({sub: "1000"})
    k.belanja(sub, {"tw1": "10", "tw2": "20"})
    k.target_dpa(dpa, k.indikator(f"p-{slug}", node=p), "3")
    k.target_renstra(i, {2023: "80"})
    k.periode_isi(i, {"tw4": "80"})
    k.tahun_lalu(i, 2020, D(70), D(71))
    pk = k.pk({i: "80"})
    unit = rapi(UnitKerja(perangkat_daerah=k.kantor, jenis="pimpinan", nama=f"Unit {slug}", urutan=1))
    anak = rapi(UnitKerja(perangkat_daerah=k.kantor, jenis="seksi", nama="Seksi", urutan=2, induk=unit))
    rapi(FungsiUnit(unit=anak, urutan=1, uraian="fungsi"))
    k.camat.pegawai.pangkat = Pangkat.objects.create(golongan=f"x{k.kantor.pk}", nama="P", urutan=k.kantor.pk)
    k.camat.pegawai.save()
    orang = Pengguna.objects.create(username=slug)
    mulai = datetime.date(2023, 1, 1)
    rapi(Penugasan(pengguna=orang, peran="staf", perangkat_daerah=k.kantor, unit=anak, mulai=mulai))
    profil = rapi(ProfilOrganisasi(perangkat_daerah=k.kantor, tahun=TAHUN, sumber="s"))
    rapi(RincianProfil(profil=profil, kelompok="golongan", urutan=1, uraian="III", satuan="orang"))
    rapi(DokumenPenetapan(perangkat_daerah=k.kantor, jenis="renja", tahun=TAHUN, nomor="1"))
    nomor = Misi.objects.count() + 1
    misi = rapi(Misi(periode=k.periode, nomor=nomor, uraian="misi"))
    tujuan = rapi(TujuanRPJMD(misi=misi, urutan=1, uraian="tujuan"))
    sasaran = rapi(SasaranRPJMD(tujuan=tujuan, urutan=1, uraian="sasaran"))
    rapi(IndikatorRPJMD(sasaran=sasaran, urutan=1, nama="indikator"))
    k.sasaran.sasaran_rpjmd = sasaran
    k.sasaran.save()
    rapi(IsuStrategis(perangkat_daerah=k.kantor, tahun=TAHUN, cakupan="tahun", urutan=1, uraian="isu"))
    rapi(TargetRKT(indikator=i, tahun=TAHUN, nilai=D(1)))
    rencana = rapi(RencanaAksi(perjanjian=pk))
    rapi(TargetPeriode(rencana_aksi=rencana, indikator=i, periode="tw4", nilai=D(1)))
    rapi(Aksi(rencana_aksi=rencana, urutan=1, uraian="aksi", unit=anak, periode="tw1"))
    rapi(Pembanding(indikator=i, tahun=TAHUN, jenis="tidak_ada", alasan="belum ada"))
    rapi(AnalisisCapaian(indikator=i, tahun=TAHUN))
    rapi(LandasanHukum(laporan=k.laporan, urutan=1, dasar_hukum=k.dasar))
    rapi(Narasi(laporan=k.laporan, bagian=Narasi._meta.get_field("bagian").flatchoices[0][0], isi="teks"))
    lampiran = rapi(Lampiran(laporan=k.laporan, urutan=1, judul="SK", jenis="tidak_ada", alasan="belum"))
    berkas = BerkasTersimpan.objects.create(
        sha256=f"{k.kantor.pk:064x}", berkas=f"x{k.kantor.pk}", jenis_isi="image/png", ukuran=1234
    )
    HalamanLampiran.objects.create(lampiran=lampiran, nomor=1, gambar=berkas, lebar=1, tinggi=1)
    rapi(
        Rekomendasi(
            perangkat_daerah=k.kantor, tahun_laporan=TAHUN, urutan=1, sumber="lhe", tahun=2022, isi="isi",
            status="belum",
        )
    )  # fmt: skip
    return k


def test_every_model_is_registered():
    assert [m._meta.label for m in MODEL if not admin.site.is_registered(m)] == []


def test_only_an_active_superuser_enters(client):
    client.force_login(Pengguna.objects.create_user("staf", password="x" * 12, is_staff=True))
    assert client.get(reverse("admin:login")).status_code == 403
    client.logout()
    jawaban = client.get(reverse("admin:index"), follow=True)
    assert jawaban.redirect_chain[-1] == ("/masuk/?next=/admin/", 302)


def test_the_index_names_the_apps_in_the_order_of_the_work(tamu):
    jawaban = tamu.get(reverse("admin:index"))
    assert [a["app_label"] for a in jawaban.context["app_list"]] == [
        "organisasi", "renstra", "kinerja", "anggaran", "pelaporan",
    ]  # fmt: skip
    isi = jawaban.content.decode()
    assert "umum/admin.css" in isi and "theme.js" not in isi and "dark_mode.css" not in isi
    assert not KATA_ASING.search(teks(jawaban))


@pytest.mark.parametrize("model", MODEL, ids=lambda m: m._meta.model_name)
def test_list_and_forms_open_in_indonesian(tamu, model):
    isi_kantor("satu")
    halaman = [alamat(model, "changelist"), alamat(model, "change", model.objects.order_by("pk")[0].pk)]
    if model._meta.model_name in HANYA_BACA:
        assert tamu.get(alamat(model, "add")).status_code == 403
    else:
        halaman.append(alamat(model, "add"))
    for satu in halaman:
        jawaban = tamu.get(satu)
        assert jawaban.status_code == 200
        asing = KATA_ASING.search(teks(jawaban))
        assert not asing, f"{satu}: {asing[0]}"
        isi = jawaban.content.decode()
        assert "<style" not in isi and " style=" not in isi
        assert not re.search(r"<script(?![^>]*src=)(?![^>]*application/json)", isi)
        assert 'type="number"' not in isi


#: Queries of each list, whatever its number of rows. Reviewed: session, user, count, rows and one for
#: each filter whose choices are read from the database.
KUERI = {
    4: ("indikatorrpjmd pangkat pemerintahdaerah pengguna satuan skalacapaian"),
    5: (
        "aksi berkastersimpan dasarhukum fungsiunit indikator jabatan kelascapaian misi nomenklatur "
        "pegawai penugasan perangkatdaerah periodeperencanaan sasaran sasaranrpjmd skalanilai tujuan "
        "tujuanrpjmd unitkerja"
    ),
    6: (
        "analisiscapaian aturanpengukuran definisiindikator dokumenpenetapan dpa halamanlampiran "
        "isustrategis kegiatan lampiran landasanhukum laporan narasi nilaitahunlalu paguanggaran "
        "pembanding pengukuran profilorganisasi program realisasi realisasianggaran rekomendasi "
        "rencanaaksi renstra rincianprofil sasaranprogram subkegiatan targetdpa targetperiode "
        "targetpk targetrenstra targetrkt versirenstra"
    ),
    7: ("pemangkujabatan perjanjiankinerja"),
}


@pytest.mark.parametrize("model", MODEL, ids=lambda m: m._meta.model_name)
def test_a_list_costs_the_same_for_any_number_of_rows(tamu, model):
    isi_kantor("satu")
    isi_kantor("dua")
    with CaptureQueriesContext(connection) as dua:
        tamu.get(alamat(model, "changelist"))
    for slug in ("tiga", "empat"):
        isi_kantor(slug)
    with CaptureQueriesContext(connection) as empat:
        tamu.get(alamat(model, "changelist"))
    assert len(empat) == len(dua), [q["sql"][:150] for q in empat.captured_queries]
    assert model._meta.model_name in KUERI[len(empat)].split()


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
    isi = {"dpa": dpa.pk, "program": p.pk, "nilai": "7"}
    jawaban = tamu.post(alamat(PaguAnggaran, "add"), isi)
    assert jawaban.status_code == 200 and jawaban.context["errors"]
    sub = k.sub_kegiatan(p, "7.01.01.2.01.0001")
    jawaban = tamu.post(alamat(PaguAnggaran, "add"), isi | {"sub_kegiatan": sub.pk})
    assert jawaban.status_code == 200
    assert "Pagu sebuah program dicatat pada satu tingkat" in teks(jawaban)
    assert 'value="7"' in jawaban.content.decode()
    assert PaguAnggaran.objects.count() == 1


def baris(awalan, *isi, awal=0):
    """Return the form data of inline rows."""
    data = {f"{awalan}-TOTAL_FORMS": len(isi), f"{awalan}-INITIAL_FORMS": awal}
    for n, satu in enumerate(isi):
        data |= {f"{awalan}-{n}-{kolom}": nilai for kolom, nilai in satu.items()}
    return data


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
    isi = {"program": sub.kegiatan.program_id, "sub_kegiatan": sub.pk, "periode": "tw1", "nilai": "10"}
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
def test_the_pages_of_the_password_wear_the_same_band(tamu, halaman):
    isi = tamu.get(reverse(f"admin:{halaman}")).content.decode()
    assert "theme-toggle" not in isi and f'action="{reverse("keluar")}"' in isi


def test_a_page_that_the_system_alone_writes_says_so(tamu):
    jawaban = tamu.get(alamat(BerkasTersimpan, "add"))
    assert jawaban.status_code == 403
    assert "Halaman ini tidak dapat dibuka" in teks(jawaban) and "Belum ada tugas" not in teks(jawaban)


def test_the_refusal_is_said_in_good_indonesian(tamu):
    jawaban = tamu.post(alamat(DPA, "add"), baris("pagu"))
    assert "Belum tersimpan. Perbaiki isian yang bertanda merah." in teks(jawaban)
