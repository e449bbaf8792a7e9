"""The rencana aksi of a PK: what its periods give together, what stays closed, the page."""

import datetime
from decimal import Decimal as D

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from kinerja.alur_pk import revisi_pk, tetapkan_pk
from kinerja.alur_rencana_aksi import (
    IsiAksi,
    IsiTargetPeriode,
    RencanaBentrok,
    RencanaGagal,
    simpan_rencana,
)
from kinerja.bentrok import versi
from kinerja.models import Aksi, RencanaAksi, SkalaNilai, TahapPengukuran, TargetPeriode
from kinerja.periksa_rencana import TargetSatuPeriode, periksa_gabungan
from kinerja.rumus import MetodeTriwulan
from kinerja.sebut_nilai import sebut_angka
from organisasi.models import Jejak
from tests.pelaporan.kantor_uji import TAHUN

OKTOBER = datetime.date(TAHUN, 10, 20)


# Pure: the periods against the year ---------------------------------------------------------------------


def _periksa(metode, nilai, setahun, *, atas=None, desimal=0, nama="TW"):
    romawi = ("I", "II", "III", "IV")
    periode = [
        TargetSatuPeriode(
            f"{nama} {romawi[n]}",
            None if v is None else D(str(v[0] if isinstance(v, tuple) else v)),
            D(str(v[1])) if isinstance(v, tuple) else None,
        )
        for n, v in enumerate(nilai)
    ]
    return periksa_gabungan(
        periode,
        MetodeTriwulan(metode),
        (None if setahun is None else D(str(setahun)), None if atas is None else D(str(atas))),
        lambda x: sebut_angka(x, desimal),
        desimal,
    )


@pytest.mark.parametrize(
    ("metode", "nilai", "setahun", "kalimat"),
    [
        ("jumlah", (4, 4, 4, 5), 17, ""),
        ("jumlah", (4, 4, 4, 3), 17, "Jumlah TW I sampai IV 15, target setahun 17: kurang 2."),
        ("jumlah", (5, 5, 5, 5), 17, "Jumlah TW I sampai IV 20, target setahun 17: lebih 3."),
        ("akhir", (1, 2, 3, 17), 17, ""),
        ("akhir", (17, 17, 17, 16), 17, "Target TW IV 16, target setahun 17: kurang 1."),
        ("rata_rata", (16, 17, 18, 17), 17, ""),
        ("rata_rata", (16, 17, 18, 18), 17, "Rata-rata TW I sampai IV 17,25, target setahun 17: lebih 0,25."),
        ("maksimum", (1, 17, 3, 4), 17, ""),
        ("maksimum", (1, 2, 3, 4), 17, "Nilai tertinggi TW I sampai IV 4, target setahun 17: kurang 13."),
        ("rasio_jumlah", (80, 90, 95, 100), 92, ""),
        (
            "rasio_jumlah",
            (80, 82, 84, 86),
            92,
            "Target setahun 92 di luar target TW I sampai IV, 80 sampai 86.",
        ),
        ("jumlah", (None,) * 4, 17, "Target per periode belum diisi; target setahun 17."),
        (
            "jumlah",
            (4, 4, None, None),
            17,
            "TW III dan TW IV belum diisi. Jumlah sementara 8, target setahun 17.",
        ),
        ("akhir", (4, 4, 4, None), 17, "TW IV belum diisi. Target setahun 17."),
        ("jumlah", (4, 4, 4, 5), None, "Target setahun belum diisi dalam PK."),
    ],
)
def test_the_periods_give_the_years_target_by_the_method(metode, nilai, setahun, kalimat):
    desimal = 2 if "17,25" in kalimat else 0
    assert _periksa(metode, nilai, setahun, desimal=desimal).replace("17,00", "17") == kalimat


def test_a_mean_is_compared_in_the_decimals_of_the_target():
    assert _periksa("rata_rata", (83, 83, 84), "83.33", desimal=2) == ""
    assert _periksa("rata_rata", (83, 83, 85), "83.33", desimal=2) != ""


def test_both_bounds_of_a_range_are_compared():
    assert _periksa("akhir", ((1, 2), (8, 10)), 8, atas=10) == ""
    assert _periksa("akhir", ((1, 2), (8, 11)), 8, atas=10) == (
        "Batas atas: Target TW II 11, target setahun 10: lebih 1."
    )


def test_two_periods_of_unlike_names_are_named_in_full():
    periode = [TargetSatuPeriode("Semester I", D(1)), TargetSatuPeriode("Semester II", D(2))]
    hasil = periksa_gabungan(periode, MetodeTriwulan.JUMLAH, (D(4), None), lambda x: f"{x}", 0)
    assert hasil == "Jumlah Semester I sampai II 3, target setahun 4: kurang 1."


# Service --------------------------------------------------------------------------------------------------


@pytest.fixture
def k(pemeran):
    """Office A with a set PK: desa (count, by quarter, Seksi Pelayanan), sakip (grade, yearly)."""
    a = pemeran.a
    a.desa = a.indikator(
        "desa",
        jenis="angka",
        frekuensi="triwulan",
        metode="jumlah",
        desimal=0,
        penanggung_jawab=a.unit["Seksi Pelayanan"],
    )
    a.sakip = a.indikator("sakip", jenis="predikat", skala="akip")
    a.target_renstra(a.desa, {TAHUN: "17"})
    a.target_renstra(a.sakip, {TAHUN: "BB"})
    a.dpa_murni = a.dpa({a.program("7.01.02"): "1000"}, tanggal=datetime.date(TAHUN, 1, 3))
    a.satu = a.pk({a.desa: "17", a.sakip: "BB"}, dpa=a.dpa_murni)
    RencanaAksi.objects.create(perjanjian=a.satu)
    a.tetapkan()
    a.satu.refresh_from_db()
    return a


def _isi(indikator, *nilai):
    return {
        (indikator.pk, f"tw{n}"): IsiTargetPeriode(None if v is None else D(v))
        for n, v in enumerate(nilai, start=1)
    }


def _target(pk):
    return {
        (t.indikator.kode, t.periode): t.nilai if t.predikat_id is None else t.predikat.kode
        for t in TargetPeriode.objects.filter(rencana_aksi__perjanjian=pk).select_related(
            "indikator", "predikat"
        )
    }


def _setujui(unit, triwulan):
    for tahap in ("dikirim", "diperiksa", "disetujui"):
        TahapPengukuran.objects.create(unit=unit, tahun=TAHUN, triwulan=triwulan, tahap=tahap)


def _aksi(k, **isi):
    dasar = {
        "kunci": None,
        "uraian": "Survei",
        "keluaran": "1 laporan",
        "unit_id": k.unit["Seksi Pelayanan"].pk,
        "periode": "tw2",
    }
    return IsiAksi(**{**dasar, **isi})


def test_a_plan_is_saved_at_once_and_a_blank_removes_a_target(k, pemeran):
    bb = SkalaNilai.objects.get(skala="akip", kode="BB")
    isi = {**_isi(k.desa, 4, 4, 4, 5), (k.sakip.pk, "tahun"): IsiTargetPeriode(predikat_id=bb.pk)}
    simpan_rencana(k.satu, isi, [_aksi(k), _aksi(k, uraian="Rapat")], pemeran.ani)
    assert _target(k.satu) == {
        ("desa", "tw1"): 4,
        ("desa", "tw2"): 4,
        ("desa", "tw3"): 4,
        ("desa", "tw4"): 5,
        ("sakip", "tahun"): "BB",
    }
    assert [(a.urutan, a.uraian) for a in Aksi.objects.all()] == [(1, "Survei"), (2, "Rapat")]
    assert Jejak.objects.get().uraian == "7 isian"
    satu, dua = Aksi.objects.all()
    simpan_rencana(
        k.satu,
        _isi(k.desa, 4, None),
        [_aksi(k, kunci=satu.pk, hapus=True), _aksi(k, kunci=dua.pk, uraian="Rapat desa")],
        pemeran.dewi,
    )
    assert ("desa", "tw2") not in _target(k.satu)
    assert [a.uraian for a in Aksi.objects.all()] == ["Rapat desa"]
    assert TargetPeriode.riwayat.model.objects.filter(history_type="-").count() == 1


@pytest.mark.parametrize("siapa", ["gani", "citra", "eko", "farid", "budi"])
def test_only_planners_write(k, pemeran, siapa):
    with pytest.raises(PermissionDenied):
        simpan_rencana(k.satu, _isi(k.desa, 4), [], getattr(pemeran, siapa))
    assert _target(k.satu) == {}


def test_an_approved_quarter_of_the_units_indicator_stays(k, pemeran):
    simpan_rencana(k.satu, _isi(k.desa, 4, 4, 4, 5), [], pemeran.dewi)
    _setujui(k.unit["Seksi Pelayanan"], 1)
    with pytest.raises(RencanaGagal) as galat:
        simpan_rencana(k.satu, _isi(k.desa, 3, 5), [], pemeran.dewi)
    assert list(galat.value.sel) == [(k.desa.pk, "tw1")]
    assert _target(k.satu)["desa", "tw2"] == 4
    simpan_rencana(k.satu, _isi(k.desa, 4, 5), [], pemeran.dewi)
    assert _target(k.satu)["desa", "tw2"] == 5


def test_a_quarter_approved_for_another_unit_or_opened_again_is_open(k, pemeran):
    _setujui(k.unit["Seksi Pemerintahan"], 1)
    simpan_rencana(k.satu, _isi(k.desa, 3), [], pemeran.dewi)
    _setujui(k.unit["Seksi Pelayanan"], 1)
    TahapPengukuran.objects.create(
        unit=k.unit["Seksi Pelayanan"], tahun=TAHUN, triwulan=1, tahap="dibuka", catatan="keliru"
    )
    simpan_rencana(k.satu, _isi(k.desa, 2), [], pemeran.dewi)
    assert _target(k.satu)["desa", "tw1"] == 2


def test_an_action_of_an_approved_quarter_stays_and_none_is_added_to_it(k, pemeran):
    simpan_rencana(k.satu, {}, [_aksi(k)], pemeran.dewi)
    _setujui(k.unit["Seksi Pelayanan"], 2)
    satu = Aksi.objects.get()
    for isi in (
        _aksi(k, kunci=satu.pk, uraian="Lain"),
        _aksi(k, kunci=satu.pk, hapus=True),
        _aksi(k, uraian="Baru"),
    ):
        with pytest.raises(RencanaGagal) as galat:
            simpan_rencana(k.satu, {}, [isi], pemeran.dewi)
        assert "disetujui" in galat.value.aksi[0]
    assert Aksi.objects.get().uraian == "Survei"


def test_what_was_approved_after_a_draft_was_copied_comes_back_when_it_is_set(k, pemeran):
    simpan_rencana(k.satu, _isi(k.desa, 4, 4, 4, 5), [], pemeran.dewi)
    baru = revisi_pk(k.satu, pemeran.dewi, "", OKTOBER, "prioritas", "Asumsi berubah")
    simpan_rencana(baru, _isi(k.desa, 1, 1, 1, 14), [], pemeran.dewi)
    _setujui(k.unit["Seksi Pelayanan"], 1)
    tetapkan_pk(baru, pemeran.dewi, {})
    assert [_target(baru)["desa", f"tw{n}"] for n in (1, 2, 3, 4)] == [4, 1, 1, 14]


def test_a_replaced_revision_is_closed(k, pemeran):
    baru = revisi_pk(k.satu, pemeran.dewi, "", OKTOBER, "prioritas", "Asumsi berubah")
    simpan_rencana(k.satu, _isi(k.desa, 4), [], pemeran.dewi)
    tetapkan_pk(baru, pemeran.dewi, {})
    with pytest.raises(RencanaGagal, match="digantikan"):
        simpan_rencana(k.satu, _isi(k.desa, 5), [], pemeran.dewi)


def test_periods_and_rows_that_are_not_of_this_plan_are_refused(k, pemeran):
    asing = pemeran.b.indikator("asing", frekuensi="triwulan")
    for sel in ((k.desa.pk, "tahun"), (asing.pk, "tw1"), (k.sakip.pk, "tw1")):
        with pytest.raises(RencanaGagal) as galat:
            simpan_rencana(k.satu, {sel: IsiTargetPeriode(D(1))}, [], pemeran.dewi)
        assert list(galat.value.sel) == [sel]
    for isi in (_aksi(k, unit_id=pemeran.b.unit["Camat"].pk), _aksi(k, uraian=" "), _aksi(k, kunci=999)):
        with pytest.raises(RencanaGagal) as galat:
            simpan_rencana(k.satu, {}, [isi], pemeran.dewi)
        assert list(galat.value.aksi) == [0]
    assert not Aksi.objects.exists()


def test_two_people_see_both_values_of_one_cell_and_keep_what_they_left_alone(k, pemeran):
    simpan_rencana(k.satu, _isi(k.desa, 4, 4), [_aksi(k)], pemeran.dewi)
    satu = Aksi.objects.get()
    dibaca = (versi(TargetPeriode), versi(Aksi))
    simpan_rencana(k.satu, _isi(k.desa, 5, 6), [_aksi(k, kunci=satu.pk, uraian="Dewi")], pemeran.dewi)
    with pytest.raises(RencanaBentrok) as galat:
        simpan_rencana(
            k.satu,
            _isi(k.desa, 3, 4),
            [_aksi(k, kunci=satu.pk, uraian="Ani")],
            pemeran.ani,
            dibaca=dibaca,
        )
    assert list(galat.value.ubahan) == [(k.desa.pk, "tw1")]
    assert galat.value.ubahan_aksi[satu.pk].baru["uraian"] == "Dewi"
    simpan_rencana(k.satu, _isi(k.desa, 4, 4, 9), [_aksi(k, kunci=satu.pk)], pemeran.ani, dibaca=dibaca)
    assert _target(k.satu) == {("desa", "tw1"): 5, ("desa", "tw2"): 6, ("desa", "tw3"): 9}
    assert Aksi.objects.get().uraian == "Dewi"


# Page -----------------------------------------------------------------------------------------------------


def _alamat(k, pk=None):
    return reverse("rencana_aksi", args=["alfa", TAHUN, (pk or k.satu).pk])


def _kirim(halaman, **ubah):
    """Return the POST of a page as a browser would send it, with changes."""
    lembar, dibaca = halaman.context["lembar"], halaman.context["dibaca"]
    data = {"dibaca_target": dibaca[0], "dibaca_aksi": dibaca[1]}
    for b in lembar.baris:
        for s in b.diminta:
            if not s.sel.terkunci:
                bagian = "predikat" if s.sel.is_predikat else "nilai"
                data[f"{s.sel.kunci}-{bagian}"] = getattr(s.sel, bagian)
    for a in lembar.aksi:
        if not a.terkunci:
            for nama in ("uraian", "keluaran", "unit", "periode", "sub_kegiatan"):
                data[f"{a.kunci}-{nama}"] = getattr(a, nama)
    return {**data, **ubah}


def test_the_page_saves_and_says_what_does_not_add_up(k, pemeran, masuk):
    klien = masuk(pemeran.ani)
    halaman = klien.get(_alamat(k))
    assert "Target per periode belum diisi; target setahun 17." in halaman.content.decode()
    i = f"i{k.desa.pk}"
    isi = _kirim(
        halaman,
        **{f"{i}-tw1-nilai": "4", f"{i}-tw2-nilai": "4", f"{i}-tw3-nilai": "4", f"{i}-tw4-nilai": "3"},
        **{"b1-uraian": "Survei", "b1-unit": str(k.unit["Camat"].pk), "b1-periode": "tw4"},
    )
    jawaban = klien.post(_alamat(k), isi, follow=True)
    teks = jawaban.content.decode()
    assert "Jumlah TW I sampai IV 15, target setahun 17: kurang 2." in teks
    assert "2 indikator belum menghasilkan target setahun" in teks
    assert _target(k.satu)["desa", "tw4"] == 3
    assert Aksi.objects.get().uraian == "Survei"


def test_a_refused_cell_keeps_what_was_typed_and_nothing_is_stored(k, pemeran, masuk):
    klien = masuk(pemeran.dewi)
    i = f"i{k.desa.pk}"
    isi = _kirim(
        klien.get(_alamat(k)),
        **{f"{i}-tw1-nilai": "12.6950.500", f"{i}-tw2-nilai": "-4", "b1-keluaran": "laporan"},
    )
    jawaban = klien.post(_alamat(k), isi)
    teks = jawaban.content.decode()
    assert jawaban.status_code == 400
    assert 'value="12.6950.500"' in teks
    assert "kelompok ribuan tidak lengkap. Maksud Anda 126.950.500?" in teks
    assert "jumlah tidak boleh di bawah nol" in teks
    assert "Tulis uraian aksi" in teks
    assert 'value="laporan"' in teks
    assert _target(k.satu) == {}


def test_an_odd_value_is_asked_about_once(k, pemeran, masuk):
    klien = masuk(pemeran.dewi)
    i = f"i{k.desa.pk}-tw1"
    isi = _kirim(klien.get(_alamat(k)), **{f"{i}-nilai": "171"})
    jawaban = klien.post(_alamat(k), isi)
    assert "lebih dari 10 kali target 17" in jawaban.content.decode()
    assert f'name="{i}-yakin"' in jawaban.content.decode()
    assert klien.post(_alamat(k), {**isi, f"{i}-yakin": "1"}).status_code == 302
    assert _target(k.satu)["desa", "tw1"] == 171
    assert klien.post(_alamat(k), _kirim(klien.get(_alamat(k)))).status_code == 302


def test_approved_quarters_are_text_also_in_a_draft_with_the_value_in_force(k, pemeran, masuk):
    simpan_rencana(k.satu, _isi(k.desa, 4, 4, 4, 5), [], pemeran.dewi)
    baru = revisi_pk(k.satu, pemeran.dewi, "", OKTOBER, "prioritas", "Asumsi berubah")
    simpan_rencana(baru, _isi(k.desa, 1, 5, 5, 6), [], pemeran.dewi)
    _setujui(k.unit["Seksi Pelayanan"], 1)
    halaman = masuk(pemeran.dewi).get(_alamat(k, baru))
    teks = halaman.content.decode()
    assert f'name="i{k.desa.pk}-tw1-nilai"' not in teks
    assert f'name="i{k.desa.pk}-tw2-nilai"' in teks
    assert "Jumlah TW I sampai IV 20, target setahun 17: lebih 3." in teks  # 4 approved + 5 + 5 + 6


def test_a_tampered_approved_cell_is_left_alone(k, pemeran, masuk):
    simpan_rencana(k.satu, _isi(k.desa, 4, 4, 4, 5), [], pemeran.dewi)
    _setujui(k.unit["Seksi Pelayanan"], 1)
    klien = masuk(pemeran.dewi)
    isi = _kirim(klien.get(_alamat(k)), **{f"i{k.desa.pk}-tw1-nilai": "1"})
    klien.post(_alamat(k), isi)
    assert _target(k.satu)["desa", "tw1"] == 4


def test_both_values_of_a_conflict_are_shown_and_saving_again_takes_mine(k, pemeran, masuk):
    klien = masuk(pemeran.ani)
    i = f"i{k.desa.pk}-tw1-nilai"
    isi = _kirim(klien.get(_alamat(k)), **{i: "3"})
    simpan_rencana(k.satu, _isi(k.desa, 5), [], pemeran.dewi)
    jawaban = klien.post(_alamat(k), isi)
    teks = jawaban.content.decode()
    assert "diubah menjadi 5 oleh Dewi Anggraini" in teks
    assert 'value="3"' in teks
    assert klien.post(_alamat(k), _kirim(jawaban)).status_code == 302
    assert _target(k.satu)["desa", "tw1"] == 3


@pytest.mark.parametrize(
    ("siapa", "baca", "tulis"),
    [
        ("ani", 200, 302),
        ("dewi", 200, 302),
        ("citra", 200, 403),
        ("gani", 200, 403),
        ("eko", 200, 403),
        ("farid", 200, 403),
        ("budi", 404, 404),
        ("admin", 200, 302),
    ],
)
def test_who_reads_and_who_writes(k, pemeran, masuk, siapa, baca, tulis):
    klien = masuk(getattr(pemeran, siapa))
    halaman = klien.get(_alamat(k))
    assert halaman.status_code == baca
    if baca == 200:
        assert ("Simpan rencana aksi" in halaman.content.decode()) is (tulis == 302)
    assert klien.post(_alamat(k), {}).status_code == tulis


def test_the_number_of_queries_does_not_grow(k, pemeran, masuk, django_assert_max_num_queries):
    klien = masuk(pemeran.dewi)
    klien.get(_alamat(k))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as sedikit:
        klien.get(_alamat(k))
    lain = {k.indikator(f"x{n}", frekuensi="triwulan"): "5" for n in range(8)}
    baru = k.pk({k.desa: "17", **lain}, revisi=1, dpa=k.dpa_murni)
    simpan_rencana(baru, {}, [_aksi(k, uraian=f"Aksi {n}") for n in range(5)], pemeran.dewi)
    k.tetapkan()
    with CaptureQueriesContext(connection) as banyak:
        klien.get(_alamat(k, baru))
    assert len(banyak) <= len(sedikit)
