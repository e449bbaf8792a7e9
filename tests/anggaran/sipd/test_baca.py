"""Reading SIPD rows: hand-summed figures, total lines, other years, styles, refusals with their rows."""

import datetime
from decimal import Decimal as D

from hypothesis import given
from hypothesis import strategies as st

from anggaran.sipd.baca import baca_berkas
from anggaran.sipd.jumlah import naikkan
from anggaran.sipd.kolom import Kolom, Tata
from tests.anggaran.sipd import bahan_sipd as b

S1, S2, S3 = "7.01.01.2.01.0001", "7.01.01.2.02.0001", "7.01.02.2.01.0003"


def a(sub, pagu, **lain):
    """Return a row of layout A."""
    return {"TAHUN": D(2024), "KODE SKPD": "7.01.0.00.0.00.01.0000", "NAMA SKPD": "Kecamatan Alfa",
            "KODE SUB KEGIATAN": sub, "NAMA SUB KEGIATAN": f"NAMA {sub}", "KODE REKENING": "5.1.02",
            "PAGU": pagu, **lain}  # fmt: skip


def satu(hasil):
    (kantor,) = hasil.kantor.values()
    return kantor


def test_rekening_are_summed_to_sub_kegiatan_kegiatan_and_programme():
    hasil = baca_berkas(
        b.baris(b.KEPALA_A, a(S1, D("1500000")), a(S1, "250.000"), a("7.01.01.2.01.01", "0,50"),
                a(S2, "1.000.000"), a(S3, "2.000")),
        2024,
    )  # fmt: skip
    assert hasil.tata is Tata.A and (hasil.baris, hasil.jumlah_galat) == (5, 0)
    pagu = satu(hasil).pagu()
    # 1.500.000 + 250.000 + 0,50; 1.000.000; 2.000
    assert pagu == {S1: D("1750000.50"), S2: D(1000000), S3: D(2000)}
    atas = naikkan(pagu)
    assert atas["7.01.01.2.01"] == D("1750000.50") and atas["7.01.01"] == D("2750000.50")
    assert atas["7.01.02"] == D(2000)
    assert hasil.total.semua.pagu == D("2752000.50")


def test_total_lines_are_never_added_and_are_compared():
    hasil = baca_berkas(
        b.baris(
            b.KEPALA_A, a(S1, D(700)), a(S2, D(300)), {"KODE SUB KEGIATAN": "GRAND TOTAL", "PAGU": D(1100)}
        ),
        2024,
    )
    assert sum(satu(hasil).pagu().values()) == 1000
    (baris,) = hasil.total.baris
    assert (baris.nomor, baris.label, baris.tertulis, baris.dihitung, baris.selisih) == (
        4, "GRAND TOTAL", 1100, 1000, 100,
    )  # fmt: skip
    # JUMLAH after each part, TOTAL of all: each agrees with what stands above it.
    hasil = baca_berkas(
        b.baris(b.KEPALA_A, a(S1, D(700)), {"NAMA SKPD": "Jumlah", "PAGU": D(700)}, a(S2, D(300)),
                {"NO": "JUMLAH", "PAGU": D(300)}, {"NAMA URUSAN": "Total", "PAGU": D(1000)}),
        2024,
    )  # fmt: skip
    assert [t.dihitung for t in hasil.total.baris] == [700, 300, 1000] and hasil.total.berbeda() == []


def test_other_years_are_counted_with_their_amount():
    hasil = baca_berkas(
        b.baris(b.KEPALA_A, a(S1, D(700)), a(S1, D(40), TAHUN="2023"), a(S1, D(2), TAHUN="2023")), 2024
    )
    assert hasil.tahun_lain == {2023: (2, D(42))} and satu(hasil).pagu() == {S1: D(700)}
    assert hasil.total.semua.pagu == 742  # the file's own total is of all its rows


def test_a_mixed_style_is_found_with_its_rows():
    hasil = baca_berkas(b.baris(b.KEPALA_A, a(S1, "1.234.567,89"), a(S1, "1,234,567.89"), a(S1, "5")), 2024)
    assert hasil.uang.campuran() == (
        "Penulisan angka bercampur: 1 sel seperti 1.234.567,89 (baris 2) dan 1 sel seperti 1,234,567.89 "
        "(baris 3). Pakai satu cara dalam satu berkas."
    )
    inggris = baca_berkas(b.baris(b.KEPALA_A, a(S1, "1,234,567.89"), a(S1, "12.50"), a(S1, "5")), 2024)
    assert inggris.uang.campuran() == "" and satu(inggris).pagu() == {S1: D("1234585.39")}


def test_what_cannot_be_read_is_named_by_its_row():
    hasil = baca_berkas(
        b.baris(b.KEPALA_A, a(D("7.01"), D(1)), a(S1, "Rp5"), a(None, D(3)), a(S1, True),
                a(S1, D(9), TAHUN="24"),
                {"NAMA SKPD": "Mengetahui, Camat"}),
        2024,
    )  # fmt: skip
    assert [(g.nomor, g.pesan.split(":")[0].split(",")[0]) for g in hasil.galat] == [
        (2, "7.01"), (3, "Rp5"), (4, "Kode sub kegiatan kosong."), (5, "TRUE"), (6, "24"),
    ]  # fmt: skip
    assert hasil.kantor == {}


def test_a_row_without_amount_adds_nothing_and_is_counted():
    hasil = baca_berkas(b.baris(b.KEPALA_A, a(S1, None), a(S2, D(0))), 2024)
    assert hasil.kosong == 1 and satu(hasil).pagu() == {S2: D(0)}


def dok(tanggal, realisasi, setoran=None, sub=S1, **lain):
    """Return a row of layout D."""
    return {"Kode SKPD": "7.01.0.00.0.00.01.0000", "Nama SKPD": "Kecamatan Alfa", "Kode Sub Kegiatan": sub,
            "Tanggal Dokumen": tanggal, "Nilai Realisasi": realisasi, "Nilai Setoran": setoran,
            "NIP": "'198001012005011001", "Nama Pegawai": "Rahasia", **lain}  # fmt: skip


def test_layout_d_goes_into_quarters_with_setoran_apart():
    hasil = baca_berkas(
        b.baris(b.KEPALA_D, dok("2024-01-31", "1.000"), dok("31/03/2024", "500", "100"),
                dok(datetime.datetime(2024, 4, 1), "250"), dok("45657", None, "50"), dok("2023-12-31", "7"),
                dok(None, "9")),
        2024,
    )  # fmt: skip
    assert hasil.tata is Tata.D
    kantor = satu(hasil)
    assert kantor.realisasi() == {S1: {1: D(1500), 2: D(250)}}
    # TW I 1.500 - 100; TW II 250; TW IV 0 - 50 (45657 is 31 December 2024)
    assert kantor.realisasi(is_setoran_dikurangkan=True) == {S1: {1: D(1400), 2: D(250), 4: D(-50)}}
    assert kantor.jumlah.setoran == 150
    assert hasil.tahun_lain == {2023: (1, D(7))}
    assert [(g.nomor, g.pesan) for g in hasil.galat] == [
        (7, "Tanggal dokumen kosong, jadi triwulannya tidak diketahui.")
    ]
    assert "Rahasia" not in repr(hasil) and "198001012005011001" not in repr(hasil)


def test_the_person_may_choose_another_date():
    isi = b.baris(b.KEPALA_D, dok("2024-03-31", "1.000", **{"Tanggal SP2D": "2024-04-02"}))
    assert satu(baca_berkas(isi, 2024)).realisasi() == {S1: {1: D(1000)}}
    pilih = baca_berkas(isi, 2024, tanggal=Kolom.TANGGAL_SP2D)
    assert satu(pilih).realisasi() == {S1: {2: D(1000)}}


def test_every_sheet_has_its_own_header_and_one_without_is_named():
    isi = [
        *b.baris(b.KEPALA_A, a(S1, D(1)), lembar="Satu"),
        *b.baris(b.KEPALA_A[::-1], a(S1, D(2)), lembar="Dua"),
        b.Baris("Catatan", 1, ["sumber: SIPD"]),
        b.Baris("Kosong", 1, [None]),
    ]
    hasil = baca_berkas(isi, 2024)
    assert satu(hasil).pagu() == {S1: D(3)} and hasil.lembar_tanpa_judul == ["Catatan"]


def test_a_repeated_header_is_no_row():
    isi = b.baris(b.KEPALA_A, a(S1, D(1)), dict(zip(b.KEPALA_A, b.KEPALA_A, strict=True)), a(S1, D(2)))
    hasil = baca_berkas(isi, 2024)
    assert hasil.jumlah_galat == 0 and satu(hasil).pagu() == {S1: D(3)}


@given(
    st.lists(
        st.tuples(st.sampled_from([S1, S2, S3]), st.decimals(min_value=0, max_value=10**9, places=2)),
        max_size=40,
    )
)
def test_the_sum_over_sub_kegiatan_is_the_sum_of_the_rows(isi):
    hasil = baca_berkas(b.baris(b.KEPALA_A, *(a(s, n) for s, n in isi)), 2024)
    pagu = satu(hasil).pagu() if isi else {}
    semua = sum((n for _, n in isi), D(0))
    assert sum(pagu.values(), D(0)) == semua == (hasil.total.semua.pagu or 0)
    atas = naikkan(pagu)
    assert sum((n for k, n in atas.items() if k.count(".") == 2), D(0)) == semua
