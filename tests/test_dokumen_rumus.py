"""Every row of every table in docs/rumus/ is run: prose and code cannot part."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from django.conf import settings

from anggaran import rumus as anggaran
from kinerja.predikat import SKALA_CAPAIAN, Skala
from kinerja.rumus import (
    Arah,
    MetodeTriwulan,
    NilaiPeriode,
    RumusMakinRendah,
    compute_capaian,
    compute_kemajuan,
    rerata_capaian,
    simpulkan_tahun,
)
from pelaporan.efisiensi import AturanEfisiensi, compute_efisiensi, format_efisiensi
from sakip.umum.angka import AngkaTidakSah, JenisAngka, format_angka, format_persen, parse_angka, parse_ekspor
from sakip.umum.hitung import Capaian, Keadaan, terukur

FOLDER = settings.BASE_DIR / "docs" / "rumus"
D = Decimal


def tabel(nama):
    """Return the tables of a page: for each, its rows as dicts."""
    hasil, kepala = [], None
    for baris in (FOLDER / f"{nama}.md").read_text(encoding="utf-8").splitlines():
        if not baris.startswith("|"):
            kepala = None
            continue
        sel = [s.strip() for s in baris.strip().removeprefix("|").removesuffix("|").split("|")]
        if kepala is None:
            kepala = sel
            hasil.append([])
        elif not all(re.fullmatch(r"-+", s) for s in sel):
            hasil[-1].append(dict(zip(kepala, sel, strict=True)))
    return hasil


def kasus(nama, ke=0):
    return [pytest.param(b, id=" ".join(b.values())[:70]) for b in tabel(nama)[ke]]


def angka(teks):
    return None if teks in ("–", "") else D(teks)


def jawab(hasil):
    """What a reader sees: the printed percentage, or the reason."""
    return hasil.alasan if hasil.persen is None else format_persen(hasil.eksak)


def test_every_page_has_its_parts_and_is_run_here():
    diuji = {
        "angka",
        "berjalan",
        "capaian",
        "kemajuan",
        "rerata",
        "triwulan",
        "predikat",
        "serapan",
        "alokasi",
        "efisiensi",
    }
    assert {p.stem for p in FOLDER.glob("*.md")} == diuji
    for nama in diuji:
        teks = (FOLDER / f"{nama}.md").read_text(encoding="utf-8")
        for bagian in ("**What.**", "**Source.**"):
            assert bagian in teks, nama
        assert re.search(r"instead of a number", teks), nama
        assert all(len(t) >= 6 for t in tabel(nama)), nama


@pytest.mark.parametrize("b", kasus("angka"))
def test_angka_is_read_as_its_page_says(b):
    if b["hasil"] != "ditolak":
        assert parse_angka(b["teks"], JenisAngka(b["jenis"])) == D(b["hasil"])
        return
    with pytest.raises(AngkaTidakSah) as galat:
        parse_angka(b["teks"], JenisAngka(b["jenis"]))
    assert (galat.value.usulan or "") == b["usulan"]


@pytest.mark.parametrize("b", kasus("angka", 1))
def test_ekspor_is_read_as_its_page_says(b):
    if b["hasil"] == "ditolak":
        with pytest.raises(AngkaTidakSah):
            parse_ekspor(b["teks"])
        return
    assert parse_ekspor(b["teks"]) == (D(b["hasil"]), b["gaya"] or None)


@pytest.mark.parametrize("b", kasus("angka", 2))
def test_persen_is_printed_as_its_page_says(b):
    assert format_persen(angka(b["nilai"]), 2, [D(x) for x in b["batas"].split()]) == b["hasil"]


@pytest.mark.parametrize("b", kasus("capaian"))
def test_capaian_is_what_its_page_says(b):
    target = tuple(map(D, b["target"].split(".."))) if ".." in b["target"] else angka(b["target"])
    hasil = compute_capaian(
        target=target,
        realisasi=angka(b["realisasi"]),
        arah=Arah(b["arah"]),
        rumus_makin_rendah=RumusMakinRendah(b["rumus"]),
        batas_atas=angka(b["batas_atas"]),
        batas_bawah=angka(b["batas_bawah"]),
    )
    assert jawab(hasil) == b["hasil"]


@pytest.mark.parametrize("b", kasus("kemajuan"))
def test_kemajuan_is_what_its_page_says(b):
    hasil = compute_kemajuan(
        realisasi=angka(b["realisasi"]),
        target_akhir=angka(b["target_akhir"]),
        arah=Arah(b["arah"]),
        rumus_makin_rendah=RumusMakinRendah(b["rumus"]),
    )
    assert jawab(hasil) == b["hasil"]


@pytest.mark.parametrize("b", kasus("rerata"))
def test_rerata_is_what_its_page_says(b):
    keadaan = {
        "BD": Keadaan.BELUM_DIISI,
        "TD": Keadaan.TIDAK_DAPAT_DIHITUNG,
        "TB": Keadaan.TIDAK_BERLAKU,
    }
    hasil = rerata_capaian(
        [Capaian(None, keadaan[s]) if s in keadaan else terukur(Fraction(s)) for s in b["capaian"].split()]
    )
    assert (format_persen(hasil.eksak), hasil.terukur, hasil.jumlah, hasil.tidak_berlaku) == (
        b["hasil"],
        *(int(b[k]) for k in ("terukur", "jumlah", "tidak_berlaku")),
    )


@pytest.mark.parametrize("b", kasus("triwulan"))
def test_triwulan_is_what_its_page_says(b):
    periode = []
    for nama, kolom in (("TW I", "tw1"), ("TW II", "tw2"), ("TW III", "tw3"), ("TW IV", "tw4")):
        isi = b[kolom]
        if isi == "TB":
            periode.append(NilaiPeriode(nama, berlaku=False))
        elif "/" in isi:
            atas, bawah = map(D, isi.split("/"))
            periode.append(NilaiPeriode(nama, pembilang=atas, penyebut=bawah))
        else:
            periode.append(NilaiPeriode(nama, angka(isi)))
    hasil = simpulkan_tahun(periode, MetodeTriwulan(b["metode"]))
    cetak = hasil.alasan if hasil.nilai is None else format_angka(hasil.nilai)
    assert (cetak, hasil.catatan) == (b["hasil"], b["catatan"])


@pytest.mark.parametrize("b", kasus("predikat"))
def test_predikat_is_what_its_page_says(b):
    assert Skala(SKALA_CAPAIAN.kelas, b["metode"]).predikat(D(b["persen"])).nama == b["kelas"]


@pytest.mark.parametrize("b", kasus("serapan"))
def test_serapan_is_what_its_page_says(b):
    baris = [(D(p), angka(r)) for r, p in (s.split("/") for s in b["baris"].split())]
    if b["fungsi"] == "compute_serapan":
        ((pagu, realisasi),) = baris
        assert jawab(anggaran.compute_serapan(pagu=pagu, realisasi=realisasi)) == b["hasil"]
    elif b["fungsi"] == "serapan_gabungan":
        assert jawab(anggaran.serapan_gabungan(baris)) == b["hasil"]
    else:
        assert b["fungsi"] == "rerata_serapan"
        assert format_persen(anggaran.rerata_serapan(baris).eksak) == b["hasil"]


@pytest.mark.parametrize("b", kasus("alokasi"))
def test_alokasi_is_what_its_page_says(b):
    porsi = [D(p) for p in b["porsi"].split()]
    if b["bagian"] == "ditolak":
        with pytest.raises(ValueError, match="Porsi"):
            anggaran.alokasikan(D(b["nilai"]), porsi)
        return
    hasil = anggaran.alokasikan(D(b["nilai"]), porsi)
    assert (list(hasil.bagian), hasil.sisa) == ([D(x) for x in b["bagian"].split()], D(b["sisa"]))


@pytest.mark.parametrize("b", kasus("efisiensi"))
def test_efisiensi_is_what_its_page_says(b):
    aturan = AturanEfisiensi(b["aturan"])
    hasil = compute_efisiensi(
        capaian_persen=angka(b["capaian"]),
        serapan_persen=angka(b["serapan"]),
        aturan=aturan,
        semua_tercapai={"ya": True, "tidak": False, "–": None}[b["semua"]],
    )
    assert (format_efisiensi(hasil, aturan), hasil.kategori or hasil.alasan) == (b["nilai"], b["kategori"])
