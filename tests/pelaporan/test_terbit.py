"""The paper: structure, text and bytes of a whole report, rendered with the database blocked."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings

from pelaporan.konteks import Angka, KonteksLKjIP, compute_hash, to_json
from pelaporan.models import Laporan
from pelaporan.pengambil import AssetFetcher
from pelaporan.terbit import TerbitGagal, render_html, render_pdf

AKAR = settings.BASE_DIR


@pytest.fixture(scope="session")
def pdf(contoh, tmp_path_factory) -> dict[str, Path]:
    """Both PDFs, rendered without a database."""
    konteks, berkas = contoh
    folder = tmp_path_factory.mktemp("pdf")
    hasil = {}
    for slug, k in konteks.items():
        hasil[slug] = folder / f"{slug}.pdf"
        hasil[slug].write_bytes(render_pdf(k, berkas.__getitem__))
    return hasil


def _halaman(berkas: Path) -> list[str]:
    teks = subprocess.run(
        ["pdftotext", "-layout", str(berkas), "-"], capture_output=True, text=True, check=True
    ).stdout
    return [h.replace("\u00a0", " ") for h in teks.split("\f")][:-1]


pytestmark = pytest.mark.xdist_group("terbit")


@pytest.mark.django_db
def test_the_example_offices_leave_no_row_behind(contoh):
    assert not Laporan.objects.exists()


def test_the_same_konteks_gives_the_same_bytes(contoh, pdf):
    konteks, _ = contoh
    assert render_pdf(konteks["batang-batang"]) == pdf["batang-batang"].read_bytes()


@pytest.mark.parametrize("slug", ["contoh", "batang-batang"])
def test_the_file_declares_pdf_a_3a_and_pdf_ua_1(pdf, slug):
    with pikepdf.open(pdf[slug]) as satu:
        xmp = bytes(satu.Root.Metadata.read_bytes()).decode()
        assert re.search(r"pdfaid:part[^0-9]*3", xmp)
        assert re.search(r"pdfaid:conformance[^A-Z]*A", xmp)
        assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
        assert "PDF/UA Universal Accessibility Schema" in xmp
        assert len(satu.Root.OutputIntents) == 1
        assert satu.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in satu.Root
        assert str(satu.Root.Lang) == "id"
        assert satu.Root.ViewerPreferences.DisplayDocTitle
        assert "/ID" in satu.trailer
        assert str(satu.docinfo.Title).startswith("LKjIP Kecamatan")
        assert {str(f.UF) for f in satu.Root.AF} == set(satu.attachments)
    assert subprocess.run(["qpdf", "--check", str(pdf[slug])], capture_output=True).returncode == 0


def test_data_and_the_uploaded_scan_are_attached(contoh, pdf):
    konteks, berkas = contoh
    with pikepdf.open(pdf["contoh"]) as satu:
        isi = {nama: x.get_file().read_bytes() for nama, x in satu.attachments.items()}
        hubungan = {str(f.UF): str(f.AFRelationship) for f in satu.Root.AF}
    assert isi["data.json"].decode() == to_json(konteks["contoh"])
    assert hubungan["data.json"] == "/Source"
    unggahan = konteks["contoh"].lampiran_berkas[0]
    assert isi[unggahan.nama_berkas] == berkas[unggahan.sha256]


@pytest.mark.parametrize("slug", ["contoh", "batang-batang"])
def test_every_font_is_embedded_and_bundled(pdf, slug):
    baris = subprocess.run(
        ["pdffonts", str(pdf[slug])], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]
    assert baris
    for b in baris:
        assert "Liberation" in b.split()[0]
        assert b.split()[-5] == "yes"


@pytest.mark.parametrize("slug", ["contoh", "batang-batang"])
def test_the_contents_name_the_page_where_each_heading_and_table_stands(contoh, pdf, slug):
    k: KonteksLKjIP = contoh[0][slug]
    halaman = _halaman(pdf[slug])
    depan = sum(1 for h in halaman[:8] if re.search(r"\n\s*Draf belum disahkan.*\s[ivx]+\s*$", h.rstrip()))
    awal = depan + 1  # the cover has no number
    isi = "\n".join(halaman[1:awal])
    for t in k.kerangka.tabel:
        jenis = "Gambar" if t.jenis == "gambar" else "Tabel"
        lanjutan = r"(?:\n(?!\s*(?:Tabel|Gambar) )[^\n]*)*?"
        ketemu = re.search(rf"{jenis} {re.escape(t.nomor)}\s[^\n]*{lanjutan}[. ]{{3,}}(\d+)\s*\n", isi)
        assert ketemu, t.nomor
        nomor = int(ketemu[1])
        letak = halaman[awal + nomor - 1]
        assert re.search(rf"{jenis} {re.escape(t.nomor)}\s+{re.escape(t.judul.split()[0])}", letak), t.nomor
    for j in k.kerangka.judul:
        if j.tingkat == 1:
            nomor = int(re.search(rf"{j.nomor} {j.judul.upper()}[. ]+(\d+)", isi)[1])
            assert j.judul in halaman[awal + nomor - 1]


@pytest.mark.parametrize("slug", ["contoh", "batang-batang"])
def test_captions_stay_with_the_head_of_their_table(pdf, slug):
    for nomor, h in enumerate(_halaman(pdf[slug])):
        baris = [b for b in h.split("\n") if b.strip()]
        kaki = [b for b in baris[-4:] if re.match(r"\s*Tabel \d\.\d+\s{2,}", b)]
        assert not kaki or nomor < 6, (nomor, kaki)


def test_a_table_that_breaks_repeats_its_head(pdf):
    kepala = [h for h in _halaman(pdf["contoh"]) if "Program/kegiatan/sub kegiatan" in h]
    assert len(kepala) > 2


def test_figures_of_batang_batang_stand_and_the_false_ones_do_not(pdf):
    teks = "\n".join(_halaman(pdf["batang-batang"]))
    for x in ("3.088.328.946", "3.015.390.600", "97,64%", "72,62%", "126.950.500", "2.766.487.142"):
        assert x in teks
    for x in ("12.6950.500", "28.25.774.100", "14.671.200", "3.012.968.600", "12.600.000"):
        assert not re.search(rf"(?<![\d.]){re.escape(x)}(?![\d.])", teks)


@pytest.mark.parametrize("slug", ["contoh", "batang-batang"])
def test_nothing_unfilled_is_printed(pdf, slug):
    teks = "\n".join(_halaman(pdf[slug]))
    for x in ("{{", "{%", "[[", "Dst.", "(kategori)", "dipilih point", "Dinas/Badan", "token tidak dikenal"):
        assert x not in teks
    assert not re.search(r"\bNone\b", teks)


def test_a_complete_office_prints_no_blank(pdf):
    isi = "\n".join(_halaman(pdf["contoh"]))
    assert (
        "belum diisi" not in isi.replace("dinyatakan belum diisi", "").replace("yang belum diisi", "").lower()
    )


def test_both_parties_of_the_pk_stand_at_their_side(pdf):
    halaman = next(h for h in _halaman(pdf["contoh"]) if "Pihak Kedua," in h)
    baris = next(b for b in halaman.split("\n") if "Pihak Kedua," in b)
    assert baris.index("Pihak Kedua,") < baris.index("Pihak Pertama,")


def test_a_character_that_the_fonts_lack_is_named_with_its_place(contoh):
    k = contoh[0]["batang-batang"]
    buruk = replace(k, bab2=replace(k.bab2, visi="Sumenep \u2713 Unggul"))
    with pytest.raises(TerbitGagal, match=r"U\+2713.*Sumenep"):
        render_pdf(buruk)


def test_a_missing_font_is_one_clear_line(contoh, monkeypatch, tmp_path):
    from pelaporan import terbit

    monkeypatch.setattr(terbit, "folder_statis", lambda: tmp_path)
    with pytest.raises(TerbitGagal, match=r"Huruf LiberationSans-Regular\.ttf tidak ada"):
        render_pdf(contoh[0]["batang-batang"])


def test_an_appendix_that_changed_is_refused(contoh):
    konteks, berkas = contoh
    ubah = {sha: isi + b" " for sha, isi in berkas.items()}
    with pytest.raises(TerbitGagal, match="berubah sejak diunggah"):
        render_pdf(konteks["contoh"], ubah.__getitem__)


def test_no_narrative_can_bring_markup_into_the_page(contoh):
    k = contoh[0]["batang-batang"]
    jahat = '<img src="http://127.0.0.1:9/x"><script>1</script>'
    html = render_html(replace(k, bab2=replace(k.bab2, visi=jahat)), media="kertas")
    assert "<script>" not in html
    assert "&lt;img" in html


@pytest.mark.parametrize(
    "alamat",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x",
        "https://contoh.id/x",
        "ftp://contoh.id/x",
        "asset:../manage.py",
        "asset:%2e%2e/manage.py",
        "asset:/etc/passwd",
        "asset:pelaporan/tidak-ada.css",
        "asset:pelaporan",
    ],
)
def test_the_fetcher_reaches_no_file_and_no_address(alamat):
    with pytest.raises(ValueError, match="tidak"):
        AssetFetcher(AKAR / "static", lambda sha: b"").fetch(alamat)


def test_the_fetcher_refuses_a_link_out_of_its_folder(tmp_path):
    (tmp_path / "aset").mkdir()
    (tmp_path / "rahasia.txt").write_text("rahasia")
    (tmp_path / "aset" / "tautan.css").symlink_to(tmp_path / "rahasia.txt")
    with pytest.raises(ValueError, match="aset tidak ada"):
        AssetFetcher(tmp_path / "aset", lambda sha: b"").fetch("asset:tautan.css")


def test_every_call_of_weasyprint_names_the_closed_fetcher():
    for berkas in (AKAR / "pelaporan").rglob("*.py"):
        kode = berkas.read_text(encoding="utf-8")
        for nama in ("HTML", "CSS", "Attachment"):
            for m in re.finditer(rf"(?<![\w.]){nama}\(", kode):
                potongan = kode[m.start() : m.start() + 600]
                assert "url_fetcher=" in potongan, (berkas.name, potongan[:60])


def test_no_template_has_a_style_attribute_or_inline_code():
    for berkas in (AKAR / "templates").rglob("*.html"):
        isi = berkas.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)", isi), berkas.name


def test_the_hash_in_the_footer_is_that_of_the_content(contoh, pdf):
    sidik = compute_hash(contoh[0]["contoh"])[:12]
    assert f"{sidik[:4]} {sidik[4:8]} {sidik[8:]}" in _halaman(pdf["contoh"])[3]


def test_a_changed_figure_changes_the_hash(contoh):
    k = contoh[0]["contoh"]
    beda = replace(k, ikhtisar=replace(k.ikhtisar, pagu=Angka("1")))
    assert compute_hash(beda) != compute_hash(k)
