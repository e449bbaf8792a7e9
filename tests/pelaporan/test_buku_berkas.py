"""The file of the workbook: what is open and closed in it, its lists and hints; and through the commands."""

from __future__ import annotations

import io
import json
import zipfile

import openpyxl
import pytest
from django.core.management import call_command
from django.db import transaction

from organisasi.unggahan.penangan import ambil
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.unduh import buat_buku
from tests.pelaporan.kantor_uji import TAHUN
from tests.pelaporan.panggung_buku import SAAT, PanggungBuku, sel

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def panggung(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield PanggungBuku()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def isi(panggung, django_db_blocker):
    panggung.p.a.laporan.narasi.create(bagian="bab1.isu", isi="=1+1 adalah teks\n- butir")
    return buat_buku(Bahan(panggung.kantor, TAHUN), SAAT)


@pytest.fixture(scope="module")
def wb(isi):
    return openpyxl.load_workbook(io.BytesIO(isi))


def test_isi_sama_menghasilkan_bita_sama(panggung, isi):
    assert buat_buku(Bahan(panggung.kantor, TAHUN), SAAT) == isi


def test_petunjuk_menyebut_asalnya(wb):
    kepala = {r[0].value: r[1].value for r in wb["Petunjuk"].iter_rows(min_row=3, max_row=9)}
    assert kepala["Perangkat daerah"] == "Kecamatan Alfa"
    assert (kepala["Kode pendek"], kepala["Tahun"], kepala["Oleh"]) == ("alfa", str(TAHUN), "Sistem")
    assert kepala["Dibuat"] == "15 Januari 2024 pukul 09.30"
    assert len(kepala["Keadaan data"]) == 12


def test_sel_terbuka_terkunci_dan_kunci_tersembunyi(wb):
    ws = wb["Realisasi kinerja"]
    assert ws.protection.sheet and ws.protection.password is None
    assert not ws.protection.sort and not ws.protection.autoFilter  # False: allowed
    assert ws.column_dimensions["A"].hidden and ws.column_dimensions["B"].hidden
    assert ws.freeze_panes == "E3"
    assert ws.auto_filter.ref.startswith("C2:J")
    satu = sel(wb, "Realisasi kinerja", "skm | tw1", "Realisasi")
    assert not satu.protection.locked
    assert sel(wb, "Realisasi kinerja", "skm | tw1", "Kode indikator").protection.locked
    assert sel(wb, "Realisasi kinerja", "skm | tw1", "Pembilang").protection.locked  # no ratio
    assert sel(wb, "Realisasi kinerja", "rasio | tw1", "Realisasi").protection.locked
    assert not ws.column_dimensions["F"].protection.locked  # rows to come


def test_daftar_pilihan_petunjuk_dan_bentuk_angka(wb):
    ws = wb["Realisasi kinerja"]
    judul = {c.value: c for c in ws[2] if c.value}
    assert "Contoh: 87,15" in judul["Realisasi"].comment.text
    assert "Wajib diisi." in judul["Periode"].comment.text
    validasi = {str(v.sqref).split(":")[0]: v for v in ws.data_validations.dataValidation}
    rumus = validasi[f"{judul['Periode'].column_letter}3"].formula1
    huruf = rumus.split("$")[1]
    assert [c.value for c in wb["Rujukan"][huruf]][1:8] == [
        "TW I", "TW II", "TW III", "TW IV", "Semester I", "Semester II", "Setahun",
    ]  # fmt: skip
    assert validasi[f"{judul['Kode indikator'].column_letter}3"].formula1 == "'Indikator'!$C$3:$C$403"
    assert sel(wb, "Pagu", "0 | 7.01.02.2.01.0001", "Pagu").number_format == "[$-421]#,##0"
    assert wb["Rujukan"].sheet_state == "hidden"


def test_teks_tidak_pernah_menjadi_rumus(isi, wb):
    assert sel(wb, "Narasi", "bab1.isu", "Isi").value == "=1+1 adalah teks\n- butir"
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert not any(b"<f>" in arsip.read(n) for n in arsip.namelist() if n.startswith("xl/worksheets/"))


def test_buku_kosong_tidak_memuat_kantor_lain(panggung):
    kosong = openpyxl.load_workbook(io.BytesIO(buat_buku(Bahan(panggung.kantor, TAHUN), SAAT, kosong=True)))
    assert all(ws.max_row <= 2 for ws in kosong if ws.title not in ("Petunjuk", "Rujukan"))
    teks = {c.value for row in kosong["Rujukan"].iter_rows() for c in row}
    assert "Bupati Uji" in teks
    assert "Camat Alfa" not in teks
    assert kosong["Petunjuk"]["B4"].value is None


def test_perintah_unduh_dan_unggah(panggung, tmp_path, capsys):
    """Through the real reader, in its child process."""
    berkas = tmp_path / "bk.xlsx"
    call_command("unduh_buku_kerja", perangkat_daerah="alfa", tahun=TAHUN, keluaran=berkas)
    capsys.readouterr()
    call_command("unggah_buku_kerja", str(berkas), periksa=True, json=True)
    hasil = json.loads(capsys.readouterr().out)
    assert (hasil["baru"], hasil["berubah"], hasil["ditolak"], hasil["temuan"]) == (0, 0, 0, [])
    wb = openpyxl.load_workbook(berkas)
    sel(wb, "Target RKT", "skm", f"Target {TAHUN}").value = "87.15"
    wb.save(berkas)
    with pytest.raises(SystemExit) as keluar:
        call_command("unggah_buku_kerja", str(berkas), json=True, kembali=tmp_path / "perbaiki.xlsx")
    assert keluar.value.code == 1
    temuan = json.loads(capsys.readouterr().out)["temuan"]
    assert [(t["lembar"], t["kode"]) for t in temuan] == [("Target RKT", "angka_teks")]
    assert openpyxl.load_workbook(tmp_path / "perbaiki.xlsx").sheetnames[0] == "Temuan"


@pytest.mark.parametrize(
    ("isi", "kode"),
    [({"perangkat_daerah": "tidak-ada"}, 2), ({"perangkat_daerah": "alfa", "pengguna": "x"}, 2)],
)
def test_perintah_yang_tidak_dapat_berjalan(panggung, tmp_path, isi, kode):
    with pytest.raises(SystemExit) as keluar:
        call_command("unduh_buku_kerja", tahun=TAHUN, keluaran=tmp_path / "x.xlsx", **isi)
    assert keluar.value.code == kode
    assert not (tmp_path / "x.xlsx").exists()


def test_halaman_unggah_pratinjau_dan_terapkan(panggung, masuk, django_assert_max_num_queries):
    """As a verifikator in a browser: what was shown is what is applied."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from kinerja.models import TargetRKT
    from organisasi.models import Unggahan

    assert ambil("buku_kerja") is not None
    dewi = masuk(panggung.p.dewi)
    alamat = f"/kantor/alfa/{TAHUN}/buku-kerja/"
    with django_assert_max_num_queries(12):
        assert "Unggah dan periksa" in dewi.get(alamat).text
    assert "Pilih berkas buku kerja." in dewi.post(alamat).text
    unduh = dewi.get(f"/kantor/alfa/{TAHUN}/buku-kerja.xlsx")
    wb = openpyxl.load_workbook(io.BytesIO(unduh.content))
    sel(wb, "Target RKT", "skm", f"Target {TAHUN}").value = 88.25
    simpan = io.BytesIO()
    wb.save(simpan)
    jawab = dewi.post(alamat, {"berkas": SimpleUploadedFile("isi.xlsx", simpan.getvalue())}, follow=True)
    assert "Target RKT: 1 baru" in jawab.text
    assert "88,25" in jawab.text
    unggahan = Unggahan.objects.get()
    assert unggahan.status == "siap"
    dewi.post(f"/unggahan/{unggahan.pk}/terapkan/", {"giliran": unggahan.giliran})
    unggahan.refresh_from_db()
    assert unggahan.status == "selesai", unggahan.pesan
    assert str(TargetRKT.objects.get().nilai) == "88.250000"
    assert TargetRKT.objects.get().riwayat.get().history_user == panggung.p.dewi


def test_data_berubah_setelah_pratinjau_tidak_diterapkan(panggung, masuk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from kinerja.models import TargetRKT
    from organisasi.models import Unggahan

    dewi = masuk(panggung.p.dewi)
    wb = openpyxl.load_workbook(io.BytesIO(buat_buku(Bahan(panggung.kantor, TAHUN), SAAT)))
    sel(wb, "Target RKT", "skm", f"Target {TAHUN}").value = 88.25
    simpan = io.BytesIO()
    wb.save(simpan)
    dewi.post(
        f"/kantor/alfa/{TAHUN}/buku-kerja/", {"berkas": SimpleUploadedFile("isi.xlsx", simpan.getvalue())}
    )
    TargetRKT.objects.create(indikator=panggung.ukur.skm, tahun=TAHUN, nilai=70)
    satu = Unggahan.objects.get()
    dewi.post(f"/unggahan/{satu.pk}/terapkan/", {"giliran": satu.giliran})
    satu.refresh_from_db()
    assert (satu.status, str(TargetRKT.objects.get().nilai)) == ("gagal", "70.000000")
    assert "Data berubah sejak pratinjau" in satu.pesan
