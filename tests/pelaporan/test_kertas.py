"""Templates and paper on reports built by hand: no row of a database is needed to print one."""

import gc
import os
import re
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from pelaporan.konteks import Angka, Blok, NarasiBagian, Pengesahan, Penggalan
from pelaporan.pengambil import AssetFetcher
from pelaporan.terbit import TerbitGagal, folder_statis, render_html, render_pdf
from sakip.umum.hitung import Keadaan
from tests.pelaporan.konteks_contoh import (
    DRAF,
    berkas_contoh,
    konteks_contoh,
    konteks_kosong,
    naskah_contoh,
    paragraf,
)

pytestmark = pytest.mark.xdist_group("terbit")
TABEL_BERPENJELASAN = (
    *("t_capaian", "t_banding", "t_kemajuan", "t_pembanding", "t_analisis"),
    *("t_menunjang", "t_anggaran", "t_efisiensi_sasaran", "t_efisiensi_program"),
)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """Both reports as PDF, rendered once."""
    folder = tmp_path_factory.mktemp("kertas")
    hasil = {}
    for nama, konteks in (("contoh", konteks_contoh()), ("kosong", konteks_kosong())):
        hasil[nama] = folder / f"{nama}.pdf"
        hasil[nama].write_bytes(render_pdf(konteks, berkas_contoh().__getitem__))
    return hasil


def halaman(berkas) -> list[str]:
    perintah = ["pdftotext", "-layout", str(berkas), "-"]
    teks = subprocess.run(perintah, capture_output=True, text=True, check=True).stdout
    return [" ".join(h.split()) for h in teks.split("\f")][:-1]


def tabel_bernomor(html: str) -> dict[str, str]:
    """The markup of every numbered table by its number."""
    semua = re.findall(r"<table.*?</table>", html, re.DOTALL)
    bernomor = {m[1]: t for t in semua if (m := re.search(r"<b>Tabel ([\d.]+)</b>", t))}
    assert len(bernomor) == 17
    return bernomor


def tercetak(konteks, media: str = "kertas") -> str:
    """The HTML without the blanks before a closing tag."""
    return re.sub(r"\s+(?=</)", "", render_html(konteks, media=media))


# What is written -----------------------------------------------------------------------------------


def test_an_empty_office_prints_every_table_with_a_row_that_says_why():
    for nomor, tabel in tabel_bernomor(render_html(konteks_kosong(), media="kertas")).items():
        if nomor != "3.1":
            alasan = re.search(r'class="hampa">([^<]+)<', tabel)
            assert alasan and re.search(r"[Bb]elum", alasan[1]), nomor


def test_a_filled_office_prints_no_empty_table():
    for nomor, tabel in tabel_bernomor(render_html(konteks_contoh(), media="kertas")).items():
        assert "hampa" not in tabel, nomor


@pytest.mark.parametrize("buat", [konteks_contoh, konteks_kosong])
def test_every_row_of_a_table_fills_all_its_columns(buat):
    """Cells and rowspans of each row add up to the columns of the last row of the head."""
    for nomor, tabel in tabel_bernomor(render_html(buat(), media="kertas")).items():
        kolom = len(re.findall(r"<col[ >]", tabel))
        sisa: dict[int, int] = {}
        for urut, baris in enumerate(re.findall(r"<tr.*?</tr>", tabel, re.DOTALL)):
            lebar = sisa.pop(urut, 0)
            for sel in re.findall(r"<t[hd]\b[^>]*>", baris):
                rentang = {n: int(v) for n, v in re.findall(r'(col|row)span="(\d+)"', sel)}
                lebar += rentang.get("col", 1)
                for bawah in range(1, rentang.get("row", 1)):
                    sisa[urut + bawah] = sisa.get(urut + bawah, 0) + rentang.get("col", 1)
            assert lebar == kolom, (nomor, urut, baris[:200])
        assert not sisa, nomor


def test_under_a_table_stand_the_facts_then_the_persons_words():
    html = render_html(konteks_contoh(), media="kertas")
    assert "<p>Dari 3 indikator, 2 terukur. Satu mencapai target.</p><p>Survei dilaksanakan" in html
    assert html.count("Penjelasan belum diisi.") == len(TABEL_BERPENJELASAN) - 1


def test_every_required_explanation_replaces_its_reminder():
    semua = tuple(paragraf(f"tabel.{t}", f"Uraian {t}.") for t in TABEL_BERPENJELASAN)
    html = tercetak(konteks_contoh(narasi=semua))
    assert "Penjelasan belum diisi." not in html
    assert "Langkah perbaikan belum diisi." in html
    for t in TABEL_BERPENJELASAN:
        assert html.count(f"<p>Uraian {t}.</p>") == 1


def test_a_blank_token_in_prose_is_marked_and_a_computed_one_only_on_screen():
    blok = Blok(
        "paragraf",
        (
            (
                Penggalan("Serapan", tebal=True),
                Penggalan("96,31%", terhitung=True),
                Penggalan("belum diisi", terhitung=True, keadaan=Keadaan.BELUM_DIISI),
            ),
        ),
    )
    k = konteks_contoh(narasi=(NarasiBagian("bab2.rkt", (blok,)),))
    kosong = '<span class="kosong">belum diisi</span>'
    assert f"<p><b>Serapan</b>96,31%{kosong}</p>" in tercetak(k)
    layar = tercetak(k, "layar")
    assert f'<p><b>Serapan</b><span class="terhitung">96,31%</span>{kosong}</p>' in layar


def test_screen_and_paper_differ_only_in_the_addresses_of_assets():
    kertas, layar = (render_html(konteks_contoh(), media=m) for m in ("kertas", "layar"))
    assert "asset:" not in layar
    assert not re.search(r'(?:src|href)="(?!asset:|#)', kertas)


def test_a_large_number_in_a_narrow_cell_is_set_smaller():
    k = konteks_contoh()
    besar = replace(k.bab2.renstra[0], target=(Angka("1.250.000.000"),) * 5)
    html = render_html(replace(k, bab2=replace(k.bab2, renstra=(besar,))), media="kertas")
    assert '<span class="panjang">1.250.000.000</span>' in html


# Draft and signed ----------------------------------------------------------------------------------


def test_a_draft_says_so_and_has_no_date():
    html = render_html(konteks_contoh(), media="kertas")
    assert '<p class="s-draf">DRAF</p>' in html
    assert html.count('<p class="kotak">Belum disahkan</p>') == 2
    assert "<p>Kota Uji</p>" in html


def test_a_signed_version_has_its_date_and_no_draft_mark():
    sah = Pengesahan("disahkan", 2, DRAF.penanda_tangan, "Kota Uji", "26 Februari 2024")
    html = render_html(konteks_contoh(pengesahan=sah), media="kertas")
    assert "DRAF" not in html and "elum disahkan" not in html
    assert "Disahkan 26 Februari 2024. Versi 2." in html
    assert html.count("<p>Kota Uji, 26 Februari 2024</p>") == 2
    assert 'data-versi="Versi 2, sidik isi' in html


# The pages -----------------------------------------------------------------------------------------


def test_each_caption_stands_on_the_page_of_its_first_row(pdf):
    k, isi = konteks_contoh(), halaman(pdf["contoh"])
    pertama = {
        "t_renstra": k.bab2.renstra[0].indikator,
        "t_rkt": k.bab2.rkt[0].indikator,
        "t_capaian": k.bab3.capaian[0].indikator,
        "t_banding": k.bab3.banding[0].indikator,
        "t_kemajuan": k.bab3.kemajuan[0].indikator,
        "t_pembanding": k.bab3.pembanding[0].indikator,
        "t_tindak_lanjut": k.bab3.tindak_lanjut[0].sumber,
    }
    for kunci, teks in pertama.items():
        satu = k.kerangka.tabel_ke(kunci)
        letak = [h for h in isi if f"Tabel {satu.nomor} {satu.judul[:30]}" in h and "Daftar Tabel" not in h]
        assert len(letak) == 1, kunci
        assert teks.split()[0] in letak[0].split(satu.judul[:30], 1)[1], kunci


def test_a_table_that_breaks_repeats_its_head_and_its_caption_does_not():
    k = konteks_kosong()
    satu = konteks_contoh().bab3.capaian[0]
    banyak = replace(k.bab3, capaian=tuple(replace(satu, nomor=str(i)) for i in range(1, 60)))
    isi = _cetak(replace(k, bab3=banyak))
    kepala = [h for h in isi if "Kategori Sumber data" in h]
    assert len(kepala) >= 3
    assert sum("Capaian Indikator Kinerja (Perjanjian Kinerja dan IKU)" in h for h in kepala) == 1


def test_the_signatures_of_a_long_pk_never_stand_alone_on_a_page():
    for banyak in (17, 40):
        isi = _cetak(konteks_kosong(naskah_pk=naskah_contoh(banyak)))
        tanda = [h for h in isi if "Pihak Pertama," in h]
        assert len(tanda) == 2
        assert "JUMLAH 2.100.000.000" in tanda[1], banyak


def _cetak(konteks) -> list[str]:
    perintah = ["pdftotext", "-layout", "-", "-"]
    isi = render_pdf(konteks, berkas_contoh().__getitem__)
    teks = subprocess.run(perintah, input=isi, capture_output=True, check=True).stdout.decode()
    return [" ".join(h.split()) for h in teks.split("\f")][:-1]


def test_every_appendix_is_there_or_says_why_it_is_not(pdf):
    isi = "\n".join(halaman(pdf["contoh"]))
    assert (
        "Lampiran 5. Foto Kegiatan Lampiran ini tidak ada. Alasan yang dicatat: Tidak ada dokumentasi." in isi
    )
    with pikepdf.open(pdf["contoh"]) as satu:
        assert sorted(satu.attachments) == ["data.json", "sk-tim-sakip.pdf"]
        hubungan = {str(f.UF): str(f.AFRelationship) for f in satu.Root.AF}
        assert hubungan == {"data.json": "/Source", "sk-tim-sakip.pdf": "/Supplement"}
        for f in satu.Root.AF:
            assert str(f.EF.F.Params.ModDate).startswith("D:20000101")


@pytest.mark.parametrize("nama", ["contoh", "kosong"])
def test_every_figure_has_an_alternative_text(pdf, nama):
    with pikepdf.open(pdf[nama]) as satu:
        gambar = [x for x in _struktur(satu.Root.StructTreeRoot.K) if x.S == "/Figure"]
        assert gambar
        assert all(str(x.get("/Alt", "")) for x in gambar)


def _struktur(simpul):
    if isinstance(simpul, pikepdf.Array):
        for x in simpul:
            yield from _struktur(x)
    elif isinstance(simpul, pikepdf.Dictionary):
        if "/S" in simpul:
            yield simpul
        if "/K" in simpul:
            yield from _struktur(simpul.K)


def test_bookmarks_follow_the_headings(pdf):
    k = konteks_contoh()
    with pikepdf.open(pdf["contoh"]) as satu, satu.open_outline() as garis:
        atas = [x.title for x in garis.root]
        anak = {x.title: [y.title for y in x.children] for x in garis.root}
    bab = [f"{j.nomor} {j.judul}" for j in k.kerangka.judul if j.tingkat == 1]
    depan = [j.judul for j in k.kerangka.judul if j.tingkat == 0]
    assert atas == ["Sampul", *depan[:-1], *bab, "Lampiran"]
    assert anak["BAB I Pendahuluan"][0] == "A. Latar Belakang"
    assert anak["Lampiran"][-1] == "Lampiran 5. Foto Kegiatan"


# Refusals ------------------------------------------------------------------------------------------


def test_the_collector_runs_again_after_a_render_and_after_a_refusal():
    def gagal(sha256):
        raise LookupError("tidak ada dalam penyimpanan")

    assert gc.isenabled()
    with pytest.raises(LookupError):
        render_pdf(konteks_contoh(), gagal)
    assert gc.isenabled()
    render_pdf(konteks_kosong())
    assert gc.isenabled()
    assert os.environ["FONTCONFIG_FILE"] == str(folder_statis() / "huruf" / "fonts.conf")


def test_a_page_image_that_changed_is_not_printed():
    isi = berkas_contoh()
    sha = konteks_contoh().lampiran_berkas[0].halaman[0].sha256
    with pytest.raises(TerbitGagal, match=r"Aset laporan tidak dapat dibaca: .*berubah sejak diunggah"):
        render_pdf(konteks_contoh(), {**isi, sha: isi[sha] + b" "}.__getitem__)


def test_a_stored_file_is_served_by_its_hash_only():
    isi = berkas_contoh()
    pengambil = AssetFetcher(folder_statis(), isi.__getitem__)
    for sha256, bytes_ in isi.items():
        assert pengambil.fetch(f"asset:berkas/{sha256}").read() == bytes_
    with pytest.raises(LookupError):
        pengambil.fetch("asset:berkas/../pelaporan/kertas.css")


@pytest.mark.parametrize("huruf", ["\u2713", "\u2610", "\u2011", "\U0001f600", "\u0e01"])
def test_a_character_without_glyph_is_refused_wherever_it_stands(huruf):
    kode = f"U\\+{ord(huruf):04X}"
    with pytest.raises(TerbitGagal, match=f"{kode}.*Ganti pada: .*Survei"):
        render_pdf(konteks_contoh(narasi=(paragraf("tabel.t_anggaran", f"Survei {huruf} selesai."),)))


def test_dashes_quotes_and_letters_of_names_are_printable():
    # Latin letters with marks, dashes, quotes, and the few signs that reports use.
    teks = "Desa Sèmpol \u2013 \u201ckutipan\u201d \u2019 \u2026 \u2265 \u00d7 \u00b2 \u00bd \u2212 Rp"
    assert len(render_pdf(konteks_kosong(narasi=(paragraf("bab2.rkt", teks),)))) > 1000


def test_the_total_never_stands_alone_on_a_page():
    k, satu = konteks_kosong(), konteks_contoh().bab3
    for banyak in (23, 24, 25):
        baris = tuple(replace(satu.anggaran[1], nomor=f"N{i}") for i in range(banyak))
        bab3 = replace(k.bab3, anggaran=baris, jumlah_anggaran=satu.jumlah_anggaran)
        jumlah = next(h for h in _cetak(replace(k, bab3=bab3)) if "JUMLAH 2.100.000.000 2.022" in h)
        assert f"N{banyak - 1} " in jumlah, banyak
