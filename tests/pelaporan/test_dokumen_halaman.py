"""The pages of the section Pelaporan, the child process behind a PDF, and the command it runs."""

import io
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import PerjanjianKinerja, TahapPengukuran
from pelaporan import views
from pelaporan.dokumen.iku import build_iku_kantor
from pelaporan.dokumen.jenis import JenisDokumen, build_dokumen
from pelaporan.dokumen.perjanjian import build_pk
from pelaporan.dokumen.terbit import render_dokumen_pdf, sidik_dokumen
from pelaporan.lampiran import ambil_berkas
from pelaporan.models import Laporan
from tests.pelaporan.kantor_uji import TAHUN
from tests.pelaporan.panggung_dokumen import KantorDokumen, muat_pk

pytestmark = pytest.mark.django_db


@pytest.fixture
def k(pemeran):
    """Office A of the cast with what its documents print."""
    satu = pemeran.a
    satu.__class__ = KantorDokumen
    satu.lengkapi()
    satu.tetapkan()
    return satu


def alamat(k, nama, *lain, slug=None):
    return reverse(nama, args=[slug or k.kantor.slug, TAHUN, *lain])


class Anak:
    """Stands for the child process: writes what the command would print."""

    def __init__(self):
        self.panggilan: list[list[str]] = []
        self.sidik, self.kode, self.salah = "", 0, ""

    def __call__(self, perintah, *, timeout, **lain):
        self.panggilan.append(perintah)
        if self.kode == 0:
            Path(perintah[-1].removeprefix("--keluaran=")).write_bytes(b"%PDF-uji")
        return SimpleNamespace(
            returncode=self.kode, stdout=f"x, sidik {self.sidik[:12]}\n", stderr=self.salah
        )


@pytest.fixture
def anak(monkeypatch):
    satu = Anak()
    monkeypatch.setattr(views.subprocess, "run", satu)
    return satu


def baca(jawaban):
    isi = b"".join(jawaban.streaming_content)
    jawaban.close()
    return isi


# Pages --------------------------------------------------------------------------------------------------


def test_the_section_leads_to_the_report_and_to_the_lists_that_one_writes(k, pemeran, masuk):
    isi = masuk(pemeran.dewi).get(alamat(k, "pelaporan")).content.decode()
    assert reverse("laporan", args=["alfa", TAHUN]) in isi and "Draf" in isi
    assert f'href="{reverse("ruang", args=["alfa", TAHUN])}"' in isi  # what is written: the workspace
    for nama in ("lampiran", "landasanhukum", "rekomendasi"):
        assert reverse(f"admin:pelaporan_{nama}_changelist") + "?" in isi
    isi = masuk(pemeran.citra).get(alamat(k, "pelaporan")).content.decode()
    assert "changelist" not in isi and "Yang ditulis untuk laporan" not in isi
    isi = masuk(pemeran.gani).get(alamat(k, "pelaporan")).content.decode()
    assert reverse("ruang", args=["alfa", TAHUN]) in isi and "/admin/pelaporan/lampiran/" not in isi


def test_the_lists_open_filtered_to_this_report(k, pemeran, masuk):
    klien = masuk(pemeran.dewi)
    isi = klien.get(alamat(k, "pelaporan"))
    for satu in isi.context["tautan"]:
        assert klien.get(satu.alamat, follow=True).status_code == 200, satu.nama


def test_a_year_without_a_report_offers_to_record_one(k, pemeran, masuk):
    Laporan.objects.filter(perangkat_daerah=k.kantor).delete()
    isi = masuk(pemeran.ani).get(alamat(k, "pelaporan")).content.decode()
    assert "LKjIP 2023 belum dicatat" in isi and reverse("admin:pelaporan_laporan_add") in isi
    isi = masuk(pemeran.citra).get(alamat(k, "pelaporan")).content.decode()
    assert "Mintalah penyusun laporan" in isi and reverse("admin:pelaporan_laporan_add") not in isi


def test_all_documents_are_listed_with_their_state(k, pemeran, masuk):
    konsep = k.pk({k.jumlah: 44}, revisi=1)
    klien = masuk(pemeran.farid)
    isi = klien.get(alamat(k, "dokumen")).content.decode()
    for satu in ("matriks-renstra", "iku", "rkt"):
        assert alamat(k, "dokumen_pdf", satu) in isi
    assert alamat(k, "dokumen_pk", konsep.pk) in isi and "Konsep" in isi and "Ditetapkan" in isi
    assert alamat(k, "dokumen_rencana_aksi", k.pk_camat.pk) in isi
    for tw in (1, 2, 3, 4):
        assert alamat(k, "dokumen_triwulan", tw) in isi
    ringkas = {g.judul: g.ringkas for g in klien.get(alamat(k, "pelaporan")).context["kelompok"]}
    assert ringkas["Perjanjian Kinerja"] == "2 dokumen: 1 ditetapkan, 1 konsep"
    assert ringkas["Laporan Pengukuran Triwulan"] == "4 dokumen, belum diisi"


def test_a_quarter_is_approved_when_all_units_are(k, pemeran, masuk):
    k.periode_isi(k.jumlah, {"tw1": 8})
    klien = masuk(pemeran.citra)

    def keadaan():
        kelompok = klien.get(alamat(k, "dokumen")).context["kelompok"][-1]
        return kelompok.baris[0].keadaan, kelompok.baris[0].rincian

    assert keadaan() == ("Belum disetujui", "1 dari 3 isian terisi, 0 dari 3 unit disetujui")
    for nama in ("Camat", "Subbag Program", "Seksi Pelayanan"):
        for tahap in ("dikirim", "diperiksa", "disetujui"):
            TahapPengukuran.objects.create(unit=k.unit[nama], tahun=TAHUN, triwulan=1, tahap=tahap)
    assert keadaan() == ("Disetujui", "1 dari 3 isian terisi, 3 dari 3 unit disetujui")


def test_a_year_without_anything_says_what_is_missing(k, pemeran, masuk):
    isi = masuk(pemeran.ani).get(reverse("dokumen", args=["alfa", 2040])).content.decode()
    assert "Renstra yang mencakup tahun 2040 belum dicatat" in isi and "Belum dapat dicetak" in isi
    assert "Perjanjian Kinerja tahun 2040 belum dibuat" in isi


# The page pelaporan runs the checks over the report and says what came of them.
@pytest.mark.parametrize(("nama", "paling_banyak"), [("pelaporan", 85), ("dokumen", 50)])
def test_queries_of_a_page_do_not_grow(k, pemeran, masuk, nama, paling_banyak):
    klien = masuk(pemeran.dewi)
    hasil = []
    for banyak in (1, 6):
        for n in range(banyak):
            PerjanjianKinerja.objects.create(
                jabatan=k.jabatan, tahun=TAHUN, revisi=banyak * 10 + n, tanggal=k.pk_camat.tanggal,
                alasan="strategi", pihak_pertama=k.camat, pihak_kedua=k.bupati,
            )  # fmt: skip
            k.indikator(f"y{banyak}{n}", frekuensi="triwulan")
        with CaptureQueriesContext(connection) as kueri:
            klien.get(alamat(k, nama))
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= paling_banyak


# Who may -----------------------------------------------------------------------------------------------


def semua_alamat(k, slug):
    return [
        alamat(k, "pelaporan", slug=slug),
        alamat(k, "dokumen", slug=slug),
        *(alamat(k, "dokumen_pdf", j, slug=slug) for j in ("matriks-renstra", "iku", "rkt")),
        alamat(k, "dokumen_pk", k.pk_camat.pk, slug=slug),
        alamat(k, "dokumen_rencana_aksi", k.pk_camat.pk, slug=slug),
        alamat(k, "dokumen_triwulan", 1, slug=slug),
    ]


def test_another_office_answers_404(k, pemeran, masuk, anak):
    klien = masuk(pemeran.budi)
    for satu in semua_alamat(k, "alfa"):
        assert klien.get(satu).status_code == 404, satu
    # an own address with the PK of another office
    assert klien.get(alamat(k, "dokumen_pk", k.pk_camat.pk, slug="beta")).status_code == 404
    assert not anak.panggilan


def test_anonymous_people_are_sent_to_log_in_and_nobody_posts(k, pemeran, client, masuk):
    for satu in semua_alamat(k, "alfa"):
        assert client.get(satu).status_code == 302
    klien = masuk(pemeran.dewi)
    for satu in semua_alamat(k, "alfa"):
        assert klien.post(satu).status_code == 405


def test_what_does_not_exist_answers_404(k, pemeran, masuk, anak):
    klien = masuk(pemeran.dewi)
    lain = k.pk_bawahan("kasi", "Seksi Pelayanan", {k.indeks: 80})
    for satu in (
        alamat(k, "dokumen_pdf", "perjanjian"),
        alamat(k, "dokumen_pdf", "lain"),
        alamat(k, "dokumen_triwulan", 5),
        alamat(k, "dokumen_pk", 999_999),
        alamat(k, "dokumen_rencana_aksi", lain.pk),
        reverse("dokumen_pk", args=["alfa", TAHUN + 1, k.pk_camat.pk]),
    ):
        assert klien.get(satu).status_code == 404, satu
    assert not anak.panggilan


# The PDF -----------------------------------------------------------------------------------------------


def test_a_pdf_is_made_once_for_the_same_content(k, pemeran, masuk, anak):
    klien = masuk(pemeran.gani)
    anak.sidik = sidik_dokumen(build_iku_kantor(k.kantor, TAHUN))
    jawaban = klien.get(alamat(k, "dokumen_pdf", "iku"))
    assert baca(jawaban) == b"%PDF-uji" and jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Content-Disposition"] == 'inline; filename="penetapan-iku-kecamatan-alfa-2023.pdf"'
    assert jawaban["Cache-Control"].startswith("private, no-cache")
    assert baca(klien.get(alamat(k, "dokumen_pdf", "iku"))) == b"%PDF-uji"
    ulang = klien.get(alamat(k, "dokumen_pdf", "iku"), headers={"If-None-Match": jawaban["ETag"]})
    assert ulang.status_code == 304 and len(anak.panggilan) == 1
    assert anak.panggilan[0][2:6] == [
        "susun_dokumen", "--jenis=iku", "--perangkat-daerah=alfa", "--tahun=2023",
    ]  # fmt: skip
    simpanan = Path(settings.MEDIA_ROOT) / "draf" / "dokumen"
    assert [p.name for p in simpanan.iterdir()] == [f"{anak.sidik}.pdf"]
    os.utime(simpanan / f"{anak.sidik}.pdf", (0, 0))  # older than any template
    baca(klien.get(alamat(k, "dokumen_pdf", "iku")))
    assert len(anak.panggilan) == 2


@pytest.mark.parametrize(
    ("nama", "argumen", "jenis"),
    [
        ("dokumen_pk", lambda k: k.pk_camat.pk, JenisDokumen.PERJANJIAN),
        ("dokumen_rencana_aksi", lambda k: k.pk_camat.pk, JenisDokumen.RENCANA_AKSI),
        ("dokumen_triwulan", lambda k: 3, JenisDokumen.TRIWULAN),
    ],
)
def test_the_child_is_told_which_one(k, pemeran, masuk, anak, nama, argumen, jenis):
    nilai = argumen(k)
    tambahan = {"triwulan": 3} if jenis is JenisDokumen.TRIWULAN else {"pk": muat_pk(k.pk_camat)}
    anak.sidik = sidik_dokumen(build_dokumen(jenis, k.kantor, TAHUN, **tambahan))
    assert baca(masuk(pemeran.dewi).get(alamat(k, nama, nilai))) == b"%PDF-uji"
    kunci = "triwulan" if jenis is JenisDokumen.TRIWULAN else "pk"
    assert f"--{kunci}={nilai}" in anak.panggilan[0] and f"--jenis={jenis.value}" in anak.panggilan[0]


def test_a_document_that_fails_says_why(k, pemeran, masuk, anak):
    klien = masuk(pemeran.dewi)
    anak.kode, anak.salah = 2, "Dokumen tidak dapat ditulis: huruf tidak ada.\n"
    jawaban = klien.get(alamat(k, "dokumen_pdf", "iku"))
    assert jawaban.status_code == 503 and "huruf tidak ada" in jawaban.content.decode()
    jawaban = klien.get(reverse("dokumen_pdf", args=["alfa", 2040, "iku"]))
    assert jawaban.status_code == 409 and "belum mempunyai Renstra" in jawaban.content.decode()
    anak.kode, anak.sidik = 0, "0" * 64
    jawaban = klien.get(alamat(k, "dokumen_pdf", "iku"))
    assert jawaban.status_code == 503 and "Data berubah" in jawaban.content.decode()


def teks_pdf(isi):
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=isi, capture_output=True, check=True
    ).stdout.decode()


def test_a_draft_pk_read_back_from_paper(k):
    dokumen = build_pk(muat_pk(k.pk({k.jumlah: 44}, revisi=1)), k.kantor)
    isi = render_dokumen_pdf(dokumen, ambil_berkas)
    assert isi == render_dokumen_pdf(dokumen, ambil_berkas)
    satu, dua, akhir = teks_pdf(isi).split("\f")
    assert not akhir.strip()
    for halaman in (satu, dua):
        assert "KONSEP" in halaman and "Konsep, belum ditetapkan, sidik isi" in halaman
        baris = [b for b in halaman.splitlines() if "Bupati Uji" in b and "Citra alfa" in b]
        assert baris and all(b.index("Bupati Uji") < b.index("Citra alfa") for b in baris)
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023" in satu and "44,00" in dua
    with pikepdf.open(io.BytesIO(isi)) as berkas, berkas.open_metadata() as meta:
        assert str(meta["pdfaid:part"]) == "3" and str(meta["pdfuaid:part"]) == "1"
        assert berkas.Root.MarkInfo.Marked and str(berkas.Root.Lang) == "id"


# The command -------------------------------------------------------------------------------------------


def perintah(capsys, tujuan, jenis, *lain, slug="alfa", tahun=TAHUN):
    kode = 0
    try:
        call_command(
            "susun_dokumen", f"--jenis={jenis}", f"--perangkat-daerah={slug}", f"--tahun={tahun}",
            f"--keluaran={tujuan}", "--format=html", *lain,
        )  # fmt: skip
    except SystemExit as keluar:
        kode = int(keluar.code or 0)
    hasil = capsys.readouterr()
    return kode, hasil.out, hasil.err


@pytest.mark.parametrize(
    ("jenis", "lain", "isi"),
    [
        ("matriks-renstra", (), "Matriks Rencana Strategis"),
        ("iku", (), "Penetapan Indikator Kinerja Utama"),
        ("rkt", (), "Rencana Kinerja Tahunan"),
        ("perjanjian", (), "PERJANJIAN KINERJA TAHUN 2023"),
        ("rencana-aksi", (), "Rencana Aksi Pencapaian Kinerja"),
        ("triwulan", ("--triwulan=2",), "Triwulan II Tahun 2023"),
    ],
)
def test_each_kind_is_written(k, tmp_path, capsys, jenis, lain, isi):
    berkas = tmp_path / "dokumen.html"
    kode, keluar, salah = perintah(capsys, berkas, jenis, *lain)
    assert (kode, salah) == (0, "") and keluar.startswith(f"{berkas}: ") and "sidik " in keluar
    assert isi in berkas.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("jenis", "lain", "isi", "kalimat"),
    [
        ("iku", (), {"slug": "tiada"}, "Perangkat daerah tiada tidak ada."),
        ("iku", (), {"tahun": 2050}, "Dokumen tidak dapat disusun: Kecamatan Alfa belum mempunyai Renstra"),
        ("triwulan", (), {}, "Tulis triwulannya, misalnya --triwulan 2."),
        ("perjanjian", ("--pk=999999",), {}, "Perjanjian Kinerja 999999 tidak ada"),
        ("perjanjian", (), {"tahun": 2022}, "Yang ada: belum satu pun."),
    ],
)
def test_what_cannot_be_made_is_one_line(k, tmp_path, capsys, jenis, lain, isi, kalimat):
    kode, keluar, salah = perintah(capsys, tmp_path / "x.html", jenis, *lain, **isi)
    assert (kode, keluar) == (2, "") and kalimat in salah and salah.count("\n") == 1
    assert not list(tmp_path.glob("*.html"))


def test_a_target_that_cannot_be_written_is_refused_first(k, tmp_path, capsys):
    assert "adalah folder" in perintah(capsys, tmp_path, "iku")[2]
    assert "tidak ada. Buat dahulu" in perintah(capsys, tmp_path / "tiada" / "x.html", "iku")[2]
