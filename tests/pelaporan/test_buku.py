"""The workbook: down and up, one mistake at a time, two people at one cell, whose rights."""

from __future__ import annotations

import datetime
from decimal import Decimal as D

import pytest
from django.db import transaction

from kinerja.alur_isian import IsiKinerja, simpan_kinerja
from kinerja.alur_pk import revisi_pk
from kinerja.isian import muat_isian
from kinerja.models import DefinisiIndikator, Realisasi, TahapPengukuran, TargetRKT
from organisasi.models import Jejak, Penugasan, UnitKerja
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kembali import buat_buku_kembali
from pelaporan.buku.pratinjau import pratinjau, sorot
from pelaporan.buku.unduh import buat_buku
from pelaporan.models import Laporan
from sakip.umum.excel.baca import BerkasDitolak
from tests.pelaporan.kantor_uji import TAHUN
from tests.pelaporan.panggung_buku import SAAT, PanggungBuku, angka, kode, sel, tambah

pytestmark = pytest.mark.django_db
SKM_TW1 = "skm | tw1"


@pytest.fixture(scope="module")
def dunia_buku(django_db_setup, django_db_blocker):
    """One office for the whole module; what a test writes is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield PanggungBuku()
        transaction.set_rollback(True)


@pytest.fixture
def p(dunia_buku):
    with transaction.atomic():
        for orang in vars(dunia_buku.p).values():
            getattr(orang, "__dict__", {}).pop("pelaku", None)
        yield dunia_buku
        transaction.set_rollback(True)


# Down and up --------------------------------------------------------------------------------------


def test_diunggah_tanpa_perubahan_tidak_mengubah_apa_pun(p):
    hasil = p.periksa(p.unduh_awal())
    assert angka(hasil) == (0, 0, 0)
    assert hasil.angka()["tetap"] > 40
    assert hasil.temuan == []
    assert all(satu.tidak_disebut == 0 for satu in hasil.lembar)


@pytest.mark.postgres
def test_satu_sel_diubah_satu_baris_berubah_dengan_riwayat(p):
    wb = p.unduh_awal(p.p.dewi)
    sel(wb, "Target RKT", "skm", f"Target {TAHUN}").value = 88.25
    sel(wb, "Realisasi kinerja", SKM_TW1, "Realisasi").value = 87.15
    hasil = p.periksa(wb, p.p.dewi)
    assert angka(hasil) == (2, 0, 0)  # neither had a value yet
    tampil = {b["kunci"] for satu in pratinjau(hasil)["lembar"] for b in satu["baris"]}
    assert tampil == {"skm", "skm | TW I"}  # as people read it, not the hidden key
    assert not TargetRKT.objects.exists()  # a check writes nothing
    assert angka(p.terapkan(wb, p.p.dewi)) == (2, 0, 0)
    rkt, nilai = TargetRKT.objects.get(), Realisasi.objects.get()
    assert (rkt.nilai, nilai.nilai) == (D("88.25"), D("87.15"))
    assert (nilai.diisi_oleh, nilai.unit) == (p.p.dewi, p.p.a.unit["Subbag Program"])
    assert {r.history_user for r in (rkt.riwayat.get(), nilai.riwayat.get())} == {p.p.dewi}
    assert Jejak.objects.filter(tindakan="Buku kerja diterapkan", oleh=p.p.dewi).count() == 1
    kedua = p.unduh(p.p.dewi)
    sel(kedua, "Target RKT", "skm", f"Target {TAHUN}").value = 88.5
    assert angka(p.terapkan(kedua, p.p.dewi)) == (0, 1, 0)
    assert TargetRKT.objects.get().nilai == D("88.5")


def test_baris_boleh_diurutkan(p):
    wb = p.unduh_awal()
    ws = wb["Unit kerja"]
    isi = [[c.value for c in row] for row in ws.iter_rows(min_row=3)]
    for nomor, baris in enumerate(reversed(isi), start=3):
        for kolom, nilai in enumerate(baris, start=1):
            ws.cell(nomor, kolom).value = nilai
    assert angka(p.periksa(wb)) == (0, 0, 0)


def test_diurutkan_tanpa_kolom_tersembunyi_tetap_baris_yang_sama(p):
    """Excel sorts what is seen: the hidden keys stay where they were."""
    for i, nilai in ((p.ukur.skm, 80), (p.ukur.desa, 17)):
        TargetRKT.objects.create(indikator=i, tahun=TAHUN, nilai=D(nilai))
    wb = p.unduh()
    for nama in ("Target RKT", "Indikator", "Pejabat"):
        ws = wb[nama]
        isi = [[c.value for c in row[2:]] for row in ws.iter_rows(min_row=3)]
        for nomor, baris in enumerate(reversed(isi), start=3):
            for kolom, nilai in enumerate(baris, start=3):
                ws.cell(nomor, kolom).value = nilai
    assert angka(p.periksa(wb)) == (0, 0, 0)
    ws = wb["Target RKT"]
    baris = next(r for r in ws.iter_rows(min_row=3) if r[2].value == "skm")
    baris[3].value = 81
    assert angka(p.terapkan(wb)) == (0, 1, 0)
    assert TargetRKT.objects.get(indikator=p.ukur.skm).nilai == D(81)
    assert TargetRKT.objects.get(indikator=p.ukur.desa).nilai == D(17)


def test_baris_yang_menunjuk_baris_ditolak_hanya_menunggu(p):
    wb = p.unduh_awal()
    nomor = tambah(wb, "Program", Kode="7.01.99.2.01.0001")
    dua = tambah(
        wb, "Indikator", Kode_indikator="baru", Indikator="Baru", Melekat_pada="7.01.99.2.01.0001", Urutan=9
    )
    tiga = tambah(wb, "Target RKT", Kode_indikator="baru", **{f"Target_{TAHUN}": 5})
    hasil = p.periksa(wb)
    assert kode(hasil) == [
        ("Program", f"C{nomor}", "tak_dikenal"),
        ("Indikator", f"E{dua}", "menunggu"),
        ("Target RKT", f"C{tiga}", "menunggu"),
    ]
    assert hasil.temuan[1].pesan.startswith(f"Menunggu Program!C{nomor} diperbaiki")
    assert hasil.temuan[2].pesan.startswith(f"Menunggu Indikator!E{dua} diperbaiki")


def test_nama_unit_diganti_dan_lembar_lain_mengikuti(p):
    wb = p.unduh_awal()
    sel(wb, "Unit kerja", "Subbag Program", "Nama unit").value = "Subbag Program dan Keuangan"
    sel(wb, "Definisi", "skm | 2022", "Penanggung jawab").value = "Subbag Program dan Keuangan"
    assert angka(p.terapkan(wb)) == (0, 2, 0)
    assert UnitKerja.objects.get(nama="Subbag Program dan Keuangan").pk == p.p.a.unit["Subbag Program"].pk


def test_rentang_predikat_dan_rasio(p):
    p.p.a.indikator("waktu", jenis="angka", arah="rentang", frekuensi="triwulan")
    wb = p.unduh()
    sel(wb, "Target RKT", "waktu", f"Target {TAHUN}").value = "8 s.d. 10"
    sel(wb, "Target RKT", "sakip", f"Target {TAHUN}").value = "bb"
    sel(wb, "Realisasi kinerja", "rasio | tw1", "Pembilang").value = 45
    sel(wb, "Realisasi kinerja", "rasio | tw1", "Penyebut").value = 50
    assert angka(p.terapkan(wb)) == (3, 0, 0)
    rkt = {t.indikator.kode: t for t in TargetRKT.objects.select_related("indikator", "predikat")}
    assert (rkt["waktu"].nilai, rkt["waktu"].nilai_atas) == (D(8), D(10))
    assert rkt["sakip"].predikat.kode == "BB"
    assert (Realisasi.objects.get().pembilang, Realisasi.objects.get().nilai) == (D(45), None)
    ulang = p.unduh()
    assert sel(ulang, "Target RKT", "waktu", f"Target {TAHUN}").value == "8 sampai 10"
    assert angka(p.periksa(ulang)) == (0, 0, 0)


def test_tahun_yang_diukur_di_sistem_ditunjukkan_dan_terkunci(p):
    p.p.a.periode_isi(p.ukur.desa, {"tw1": 4, "tw2": 5, "tw3": 4, "tw4": 3}, tahun=TAHUN - 1)
    p.p.a.target_renstra(p.ukur.desa, {TAHUN - 1: 18})
    wb = p.unduh()
    kunci = f"desa | {TAHUN - 1}"
    nilai = sel(wb, "Tahun lalu", kunci, "Realisasi")
    assert (sel(wb, "Tahun lalu", kunci, "Target").value, nilai.value, nilai.protection.locked) == (
        18,
        16,
        True,
    )
    assert angka(p.periksa(wb)) == (0, 0, 0)
    nilai.value = 20
    assert kode(p.periksa(wb)) == [("Tahun lalu", nilai.coordinate, "terkunci")]


# Mistakes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "harap", "usulan"),
    [
        ("12.6950.500", "angka_teks", ""),
        ("87.15", "angka_teks", "87,15"),
        ("99,93 %", "satuan", "99,93"),
        ("Rp88", "satuan", "88"),
        (2850838446, "data", ""),  # a rupiah amount where an index should stand
        (87.123456789, "desimal", "87,1235"),
        ("=1+1", "rumus_tanpa_nilai", ""),
        (True, "benar_salah", ""),
        (datetime.date(2023, 10, 8), "tanggal", "8 sampai 10"),
        ("#N/A", "galat_excel", ""),
    ],
)
def test_angka_salah_disebut_di_selnya(p, isi, harap, usulan):
    wb = p.unduh_awal()
    s = sel(wb, "Realisasi kinerja", SKM_TW1, "Realisasi")
    s.value = isi
    hasil = p.periksa(wb) if isi != "#N/A" else _dengan_galat(p, wb, s)
    assert kode(hasil) == [("Realisasi kinerja", s.coordinate, harap)]
    assert hasil.temuan[0].usulan == usulan
    assert angka(hasil)[2] == 1


def _dengan_galat(p, wb, s):
    from pelaporan.buku.terap import periksa_buku
    from sakip.umum.excel.baca import SelGalat
    from tests.pelaporan.panggung_buku import ke_baca

    mentah = ke_baca(wb)
    lembar = next(x for x in mentah.lembar if x.nama == s.parent.title)
    lembar.baris[s.row][s.column - 1] = SelGalat("#N/A")
    return periksa_buku(mentah, None)


def test_sel_berformat_persen(p):
    wb = p.unduh_awal()
    s = sel(wb, "Realisasi kinerja", "layanan | s1", "Realisasi")
    s.value, s.number_format = 0.9993, "0.00%"
    hasil = p.periksa(wb)
    assert kode(hasil) == [("Realisasi kinerja", s.coordinate, "satuan")]
    assert hasil.temuan[0].usulan == "99,93"


def test_kunci_ganda_dan_kode_tak_dikenal(p):
    wb = p.unduh_awal()
    nomor = tambah(wb, "Target RKT", Kode_indikator="skm", **{f"Target_{TAHUN}": 80})
    lain = tambah(wb, "Target RKT", Kode_indikator="skmm", **{f"Target_{TAHUN}": 80})
    hasil = p.periksa(wb)
    semula = sel(wb, "Target RKT", "skm", "Kode indikator").coordinate
    assert sorted(kode(hasil)) == sorted(
        [
            ("Target RKT", semula, "kunci_ganda"),
            ("Target RKT", f"C{nomor}", "kunci_ganda"),
            ("Target RKT", f"C{lain}", "tak_dikenal"),
        ]
    )
    assert "“skm”" in hasil.temuan[-1].pesan


def test_sel_gabung_baris_tersembunyi_tanggal_teks(p):
    wb = p.unduh_awal()
    s = sel(wb, "Realisasi kinerja", SKM_TW1, "Realisasi")
    wb["Realisasi kinerja"].merge_cells(
        start_row=s.row, end_row=s.row + 1, start_column=s.column, end_column=s.column
    )
    t = sel(wb, "Target RKT", "skm", f"Target {TAHUN}")
    t.value = 88
    wb["Target RKT"].row_dimensions[t.row].hidden = True
    d = sel(wb, "DPA", "0", "Tanggal pengesahan")
    d.value = "03/01/2023"
    hasil = p.periksa(wb)
    assert set(kode(hasil)) == {
        ("Realisasi kinerja", s.coordinate, "sel_gabung"),
        ("Realisasi kinerja", f"{s.column_letter}{s.row + 1}", "sel_gabung"),
        ("Target RKT", f"C{t.row}", "baris_tersembunyi"),
        ("DPA", d.coordinate, "tanggal_teks"),
    }


def test_baris_tersembunyi_yang_tidak_berubah_dibiarkan(p):
    wb = p.unduh_awal()
    wb["Target RKT"].row_dimensions[3].hidden = True
    assert angka(p.periksa(wb)) == (0, 0, 0)


def test_lembar_dan_kolom_hilang_atau_berganti_nama(p):
    wb = p.unduh_awal()
    wb["Target RKT"].title = "Target RKT lama"
    ws = wb["Unit kerja"]
    judul = next(c for c in ws[2] if c.value == "Tugas")
    judul.value = "Tugas pokok"
    wb["Pejabat"].cell(2, 30).value = "Catatan saya"
    wb["Pejabat"].cell(3, 30).value = "x"
    hasil = p.periksa(wb)
    del wb["Narasi"]
    ws.cell(4, judul.column).value = "Tugas baru"
    wb["Profil"].delete_cols(7)  # the last one: Satuan
    hasil = p.periksa(wb)
    assert set(kode(hasil)) == {
        ("Target RKT", "", "lembar_berganti"),
        ("Narasi", "", "lembar_hilang"),
        ("Unit kerja", judul.coordinate, "kolom_berganti"),
        ("Profil", "G2", "kolom_hilang"),
        ("Pejabat", "AD2", "kolom_asing"),
    }
    kembali = _buka(buat_buku_kembali(hasil, SAAT))
    assert sel(kembali, "Unit kerja", "Sekretariat", "Tugas").value == "Tugas baru"  # not lost
    assert "Narasi" in kembali.sheetnames


def test_kolom_boleh_berpindah(p):
    wb = p.unduh_awal()
    ws = wb["Unit kerja"]
    for row in ws.iter_rows(min_row=2, max_row=7):
        row[3].value, row[5].value = row[5].value, row[3].value  # Jenis and Urutan
    assert angka(p.periksa(wb)) == (0, 0, 0)


def test_satu_salah_maka_tidak_ada_yang_disimpan(p):
    wb = p.unduh_awal()
    sel(wb, "Target RKT", "skm", f"Target {TAHUN}").value = 88
    sel(wb, "Target RKT", "desa", f"Target {TAHUN}").value = "1.2.3"
    hasil = p.terapkan(wb)
    assert hasil.is_ditolak
    assert not TargetRKT.objects.exists()


def test_tolakan_basis_data_disebut_di_barisnya(p):
    """Shares of a programme above 100 are refused by the model, at the row that brings them there."""
    wb = p.unduh_awal()
    p.p.a.buat_sasaran("Sasaran dua", 2)
    nomor = tambah(wb, "Porsi program", Kode_program="7.01.02", Kode_sasaran="S2", Porsi=10)
    hasil = p.periksa(wb)
    assert [(t.lembar, t.sel) for t in hasil.temuan] == [("Porsi program", f"E{nomor}")]
    assert "melebihi 100%" in hasil.temuan[0].pesan


def test_dokumen_yang_ditetapkan_terkunci(p):
    wb = p.unduh_awal()
    pagu = sel(wb, "Pagu", "0 | 7.01.02.2.01.0001", "Pagu")
    assert pagu.protection.locked
    pagu.value = 2_000_000
    janji = sel(wb, "Target PK", "Camat Alfa | 0 | skm", "Target")
    janji.value = 1
    hasil = p.periksa(wb)
    assert kode(hasil) == [("Pagu", pagu.coordinate, "terkunci"), ("Target PK", janji.coordinate, "terkunci")]


def test_target_konsep_pk_dikosongkan_janjinya_tetap(p):
    konsep = revisi_pk(
        p.ukur.pk, oleh=p.p.dewi, nomor="2", tanggal=datetime.date(TAHUN, 9, 1), alasan="strategi", uraian="x"
    )
    wb = p.unduh(p.p.dewi)
    sel(wb, "Target PK", "Camat Alfa | 1 | skm", "Target").value = None
    sel(wb, "Target PK", "Camat Alfa | 1 | desa", "Target").value = 20
    assert angka(p.terapkan(wb, p.p.dewi)) == (0, 2, 0)
    target = {t.indikator.kode: t.nilai for t in konsep.target.select_related("indikator")}
    assert (target["skm"], target["desa"]) == (None, D(20))


def test_tahun_yang_laporannya_disahkan_ditolak(p):
    Laporan.objects.filter(perangkat_daerah=p.kantor).update(status="disahkan")
    wb = p.unduh()
    assert all(c.protection.locked for row in wb["Target RKT"].iter_rows(min_row=3) for c in row[2:])
    s = sel(wb, "Target RKT", "skm", f"Target {TAHUN}")
    s.value = 88
    assert kode(p.periksa(wb)) == [("Target RKT", s.coordinate, "terkunci")]


def test_kunci_baris_yang_ada_tidak_dapat_diganti(p):
    TargetRKT.objects.create(indikator=p.ukur.skm, tahun=TAHUN, nilai=D(80))
    wb = p.unduh()
    s = sel(wb, "Target RKT", "skm", "Kode indikator")
    assert s.protection.locked
    s.value = "skm-baru"
    assert kode(p.periksa(wb)) == [("Target RKT", s.coordinate, "kunci_tetap")]


def test_nilai_yang_janggal_dipastikan_di_pratinjau(p):
    wb = p.unduh_awal()
    s = sel(wb, "Realisasi kinerja", "layanan | s1", "Realisasi")
    s.value = 130
    rupiah = sel(wb, "Realisasi anggaran", "7.01.02.2.01.0001 | tw1", "Realisasi")
    rupiah.value = 9_999_999
    isi = pratinjau(p.periksa(wb))
    assert [(x["sel"], x["pesan"]) for x in isi["perhatian"]] == [
        (s.coordinate, "130%: di atas 100%. Benar? Bila tidak, tulis misalnya 97,64."),
        (rupiah.coordinate, "Rp9.999.999 di atas pagunya Rp1.000.000. Benar?"),
    ]


def test_perubahan_di_ujung_teks_panjang_terlihat():
    lama = "Kata pengantar. " * 30
    kiri, kanan = sorot(lama, f"{lama}Kalimat baru.")
    assert kanan.startswith("…") and kanan.endswith("Kalimat baru.")
    assert kiri != kanan
    assert sorot("pendek", "panjang") == ("pendek", "panjang")


# Two people ---------------------------------------------------------------------------------------


def test_yang_dibiarkan_memakai_nilai_terbaru(p):
    wb = p.unduh_awal(p.p.dewi)
    simpan_kinerja(muat_isian(p.kantor, TAHUN), 1, {p.ukur.skm.pk: IsiKinerja(nilai=D("80"))}, oleh=p.p.ani)
    sel(wb, "Target RKT", "skm", f"Target {TAHUN}").value = 88
    assert angka(p.terapkan(wb, p.p.dewi)) == (1, 0, 0)
    assert Realisasi.objects.get().nilai == D(80)


@pytest.mark.postgres
def test_bentrok_menunjukkan_kedua_nilai_dan_dapat_dipilih(p):
    wb = p.unduh_awal(p.p.dewi)
    simpan_kinerja(muat_isian(p.kantor, TAHUN), 1, {p.ukur.skm.pk: IsiKinerja(nilai=D("80"))}, oleh=p.p.ani)
    s = sel(wb, "Realisasi kinerja", SKM_TW1, "Realisasi")
    s.value = 85
    hasil = p.periksa(wb, p.p.dewi)
    assert kode(hasil) == [("Realisasi kinerja", s.coordinate, "bentrok")]
    pesan = hasil.temuan[0].pesan
    assert "Ani Rahmawati" in pesan
    assert "menjadi 80" in pesan
    assert "Isian Anda: 85" in pesan
    kembali = _buka(buat_buku_kembali(hasil, SAAT))
    merah = sel(kembali, "Realisasi kinerja", SKM_TW1, "Realisasi")
    assert merah.value == 85
    assert "menjadi 80" in merah.comment.text
    assert angka(p.terapkan(kembali, p.p.dewi)) == (0, 1, 0)  # handed in again: chosen
    assert Realisasi.objects.get().nilai == D(85)


def test_baris_yang_dihapus_orang_lain(p):
    p.p.a.target_renstra(p.ukur.skm, {TAHUN: "88"})
    rkt = TargetRKT.objects.create(indikator=p.ukur.desa, tahun=TAHUN, nilai=D(5))
    unit = UnitKerja.objects.create(
        perangkat_daerah=p.kantor, nama="Seksi Sementara", jenis="seksi", urutan=9, induk=p.p.a.unit["Camat"]
    )
    wb = p.unduh()
    unit.delete()
    rkt.delete()
    assert kode(p.periksa(wb)) == [("Unit kerja", "C8", "baris_hilang")]


# Rights -------------------------------------------------------------------------------------------


def test_staf_hanya_baris_unitnya(p):
    wb = p.unduh_awal(p.p.gani)
    milik = sel(wb, "Realisasi kinerja", "layanan | s1", "Realisasi")
    lain = sel(wb, "Realisasi kinerja", SKM_TW1, "Realisasi")
    assert (milik.protection.locked, lain.protection.locked) == (False, True)
    milik.value, lain.value = 90, 80
    rkt = sel(wb, "Target RKT", "skm", f"Target {TAHUN}")
    rkt.value = 88
    hasil = p.periksa(wb, p.p.gani)
    assert kode(hasil) == [
        ("Target RKT", rkt.coordinate, "izin"),
        ("Realisasi kinerja", lain.coordinate, "terkunci"),
    ]
    lain.value = rkt.value = None
    assert angka(p.terapkan(wb, p.p.gani)) == (1, 0, 0)
    assert Realisasi.objects.get().diisi_oleh == p.p.gani


def test_triwulan_yang_sudah_dikirim_tertutup_bagi_semua(p):
    TahapPengukuran.objects.create(
        unit=p.p.a.unit["Subbag Program"], tahun=TAHUN, triwulan=1, tahap="dikirim", oleh=p.p.ani
    )
    wb = p.unduh()
    s = sel(wb, "Realisasi kinerja", SKM_TW1, "Realisasi")
    assert s.protection.locked
    s.value = 80
    assert kode(p.periksa(wb)) == [("Realisasi kinerja", s.coordinate, "terkunci")]


def test_buku_kantor_lain_seperti_tidak_ada(p):
    with pytest.raises(BerkasDitolak, match="tidak dikenal"):
        p.periksa(p.unduh(), p.p.budi)


def test_kantor_baru_hanya_admin_kabupaten(p):
    wb = p.unduh(kosong=True)
    tambah(
        wb, "Organisasi", Kode_pendek="mekar", Kode_wilayah_pemda="99.09", Nama="Kecamatan Mekar",
        Jenis="Kecamatan", Tempat_penandatanganan="Mekar",
    )  # fmt: skip
    with pytest.raises(BerkasDitolak, match="hanya dibuat admin"):
        p.periksa(wb, p.p.dewi)
    assert angka(p.periksa(wb, p.p.eko)) == (1, 0, 0)


def test_admin_melengkapi_kantor_yang_belum_berorang(p):
    """Who made an office fills it until somebody has a task there; then it is theirs."""
    wb = _buka(buat_buku(Bahan(p.p.b.kantor, TAHUN, p.p.eko), SAAT))
    s = tambah(wb, "Isu strategis", Cakupan="Isu strategis Renstra", Urutan=1, Aspek="Lainnya", Uraian="Isu.")
    hasil = p.periksa(wb, p.p.eko)
    assert kode(hasil) == [("Isu strategis", f"C{s}", "izin")]
    assert hasil.temuan[0].pesan.endswith("Yang mengisinya: penyusun laporan atau verifikator.")
    assert wb["Isu strategis"].column_dimensions["F"].protection.locked
    Penugasan.objects.filter(perangkat_daerah=p.p.b.kantor).delete()
    assert angka(p.terapkan(wb, p.p.eko)) == (1, 0, 0)


# The workbook that goes back ------------------------------------------------------------------------


def _buka(isi):
    import io

    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(isi))


def test_buku_yang_dikembalikan(p):
    from openpyxl.comments import Comment

    wb = p.unduh()
    s = sel(wb, "Realisasi kinerja", SKM_TW1, "Realisasi")
    s.value = "87.15"
    s.comment = Comment("tanya Bu Dewi", "Ani")
    lain = sel(wb, "Target RKT", "skm", f"Target {TAHUN}")
    lain.value = 88
    kembali = _buka(buat_buku_kembali(p.periksa(wb), SAAT))
    assert kembali.sheetnames[:2] == ["Temuan", "Petunjuk"]
    daftar = [[c.value for c in row] for row in kembali["Temuan"].iter_rows(min_row=5)]
    assert daftar == [
        ["Realisasi kinerja", s.coordinate, "87.15: tulis desimal dengan koma, misalnya 99,30.", "87,15"]
    ]
    assert kembali["Temuan"]["B5"].hyperlink.location == f"'Realisasi kinerja'!{s.coordinate}"
    merah = sel(kembali, "Realisasi kinerja", SKM_TW1, "Realisasi")
    assert (merah.value, merah.fill.fgColor.rgb, merah.protection.locked) == ("87.15", "FFF8C9C4", False)
    assert "tanya Bu Dewi" in merah.comment.text
    assert "Maksud Anda 87,15?" in merah.comment.text
    assert sel(kembali, "Target RKT", "skm", f"Target {TAHUN}").value == 88  # not lost
    merah.value = 87.15
    assert angka(p.terapkan(kembali)) == (2, 0, 0)
    assert DefinisiIndikator.objects.count() == 5
