"""Planning documents and Perjanjian Kinerja: what they hold, and that they agree with the report."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.models import TargetRKT
from organisasi.models import DokumenPenetapan, PemangkuJabatan
from pelaporan.dokumen.dasar import DokumenGagal
from pelaporan.dokumen.iku import build_iku_kantor
from pelaporan.dokumen.jenis import JenisDokumen, build_dokumen
from pelaporan.dokumen.matriks_renstra import build_matriks_renstra
from pelaporan.dokumen.perjanjian import build_pk
from pelaporan.dokumen.rencana_aksi import build_rencana_aksi
from pelaporan.dokumen.rkt import build_rkt_kantor
from pelaporan.dokumen.terbit import render_dokumen_html, sidik_dokumen
from pelaporan.terbit import render_html
from tests.pelaporan.kantor_uji import TAHUN, KantorUji, rapi
from tests.pelaporan.panggung_dokumen import KantorDokumen, muat_pk

pytestmark = pytest.mark.django_db


@pytest.fixture
def k():
    return KantorDokumen()


def html(dokumen):
    return render_dokumen_html(dokumen)


def tabel(teks, kutipan):
    """Return the rows of the table whose caption holds a text."""
    for satu in re.findall(r"<table.*?</table>", teks, re.DOTALL):
        if kutipan in satu:
            return satu.split("<thead>")[1]
    raise AssertionError(kutipan)


# Renstra, IKU, RKT -------------------------------------------------------------------------------------


def test_the_planning_documents_print_the_tables_of_the_report(k):
    k.target_renstra(k.indeks, {2022: 78, 2023: 80, 2026: 88})
    rapi(TargetRKT(indikator=k.indeks, tahun=TAHUN, nilai=80))
    laporan = render_html(k.konteks(), media="kertas")
    matriks = html(build_matriks_renstra(k.kantor, TAHUN))
    assert tabel(matriks, "Matriks Renstra") == tabel(laporan, "Matriks Renstra")
    assert "belum diisi" in matriks and "88,00" in matriks
    iku = html(build_iku_kantor(k.kantor, TAHUN))
    assert tabel(iku, "Indikator Kinerja Utama") == tabel(laporan, "lampiran-tabel-iku")
    rkt = html(build_rkt_kantor(k.kantor, TAHUN))
    assert tabel(rkt, "Rencana Kinerja Tahunan") == tabel(laporan, "t-rkt")


def test_the_head_of_the_first_pk_signs_and_the_day_is_written_by_hand(k):
    k.tetapkan()
    lama = PemangkuJabatan.objects.get(pk=k.camat.pk)
    lama.sampai = datetime.date(TAHUN, 6, 30)
    lama.save()
    k.pangku(k.jabatan, "Pengganti", mulai=datetime.date(TAHUN, 7, 1))
    dokumen = build_matriks_renstra(k.kantor, TAHUN)
    assert dokumen.pengesahan.pejabat.nama == "Citra alfa" and not dokumen.pengesahan.tanggal
    assert "isian-tangan" in html(dokumen)


def test_the_iku_carry_the_decree_and_its_day(k):
    rapi(
        DokumenPenetapan(
            perangkat_daerah=k.kantor, jenis="sk_iku", tahun=2022, nomor="9/2022",
            tanggal=datetime.date(2022, 1, 17),
        )
    )  # fmt: skip
    teks = html(build_iku_kantor(k.kantor, TAHUN))
    assert "Lampiran Keputusan Nomor 9/2022 tanggal 17 Januari 2022" in teks
    assert "Uji, 17 Januari 2022" in teks and "isian-tangan" not in teks


def test_without_a_renstra_one_sentence_says_so(k):
    for build in (build_matriks_renstra, build_iku_kantor, build_rkt_kantor):
        with pytest.raises(DokumenGagal, match="belum mempunyai Renstra yang mencakup tahun 2050"):
            build(k.kantor, 2050)


def test_a_document_without_what_it_needs_says_how_to_ask(k):
    with pytest.raises(DokumenGagal, match="--pk 12"):
        build_dokumen(JenisDokumen.PERJANJIAN, k.kantor, TAHUN)
    with pytest.raises(DokumenGagal, match="1 sampai 4"):
        build_dokumen(JenisDokumen.TRIWULAN, k.kantor, TAHUN, triwulan=5)


# Perjanjian Kinerja --------------------------------------------------------------------------------------


def test_the_heads_pk_is_the_appendix_of_the_report(k):
    konteks = k.konteks()
    dokumen = build_pk(muat_pk(k.pk_camat), k.kantor)
    assert dokumen.naskah == konteks.naskah_pk
    assert (dokumen.sebutan_program, dokumen.jabatan, dokumen.kepala.keadaan) == ("Program", "", "")
    laporan, teks = render_html(konteks, media="kertas"), html(dokumen)
    for kutipan in ("Sasaran, indikator, dan target", "Program dan anggaran"):
        assert tabel(teks, kutipan) == tabel(laporan, kutipan)


def test_the_superior_signs_left_the_subordinate_right(k):
    pk = k.pk_bawahan("kasi", "Seksi Pelayanan", {k.indeks: 80})
    k.tetapkan()
    teks = html(build_pk(muat_pk(pk), k.kantor))
    halaman = teks.split("<section")[1:]
    assert len(halaman) == 2
    for satu in halaman:
        ttd = satu[satu.index('class="dua-ttd"') :]
        assert ttd.index("Pihak Kedua,") < ttd.index("Citra alfa") < ttd.index("Pihak Pertama,")
        assert ttd.index("Uji, 25 Januari 2023") < ttd.index("Gani alfa")
    pernyataan = halaman[0]
    assert pernyataan.index("Gani alfa") < pernyataan.index("<b>pihak pertama</b>")
    assert pernyataan.index("<b>pihak pertama</b>") < pernyataan.index("<b>pihak kedua</b>")
    assert "efektif, transparan, dan akuntabel serta berorientasi pada hasil" in pernyataan


def test_a_kasi_lists_kegiatan_and_a_kasubbag_sub_kegiatan_of_the_own_unit(k):
    kasi = k.pk_bawahan("kasi", "Seksi Pelayanan", {k.indeks: 80})
    kasubbag = k.pk_bawahan("kasubbag", "Subbag Program", {k.indeks: 80})
    sekretaris = k.pk_bawahan("sekretaris", "Sekretariat", {k.indeks: 80})
    k.unit["Subbag Program"].induk = k.unit["Sekretariat"]
    k.unit["Subbag Program"].save()
    k.tetapkan()
    satu, dua, tiga = (build_pk(muat_pk(p), k.kantor) for p in (kasi, kasubbag, sekretaris))
    assert satu.sebutan_program == "Kegiatan" and satu.jabatan == kasi.jabatan.nama
    assert [(p.kode, p.anggaran.teks) for p in satu.naskah.program] == [("7.01.01.2.01", "1.000")]
    assert dua.sebutan_program == "Sub kegiatan" and dua.naskah.jumlah.teks == "3.000"
    assert [p.kode for p in dua.naskah.program] == ["7.01.01.2.02.0001"]
    assert tiga.sebutan_program == "Kegiatan" and tiga.naskah.jumlah.teks == "3.000"
    assert "Kegiatan dan anggaran" in html(satu) and "Anggaran menurut DPA Tahun Anggaran 2023." in html(satu)


def test_a_budget_recorded_by_programme_is_listed_by_programme(pemeran):
    k = pemeran.a
    program = k.program("7.01.01")
    program.unit = k.unit["Seksi Pelayanan"]
    program.save()
    pk = KantorDokumen.pk_bawahan(
        _dengan_dpa(k, k.dpa({program: 500})), "kasi", "Seksi Pelayanan", {k.indikator("a"): 1}
    )
    k.tetapkan()
    dokumen = build_pk(muat_pk(pk), k.kantor)
    assert (dokumen.sebutan_program, dokumen.naskah.jumlah.teks) == ("Program", "500")


def _dengan_dpa(k, dpa):
    k.anggaran = dpa
    return k


def test_a_unit_without_a_budget_has_a_row_that_says_so(k):
    pk = k.pk_bawahan("kasi", "Seksi Pemerintahan", {k.indeks: 80})
    k.tetapkan()
    dokumen = build_pk(muat_pk(pk), k.kantor)
    assert dokumen.naskah.program == () and dokumen.naskah.jumlah.teks == "belum diisi"
    assert "Kegiatan belum diisi." in html(dokumen)


def test_a_subordinates_indicator_stands_beside_what_its_node_should_bring(k):
    k.sub[0].sasaran_teks = "Terlayaninya warga"
    k.sub[0].save()
    pk = k.pk_bawahan("kasi", "Seksi Pelayanan", {k.indikator("s", node=k.sub[0]): 5})
    (baris,) = build_pk(muat_pk(pk), k.kantor).naskah.sasaran
    assert baris.node == "Terlayaninya warga"


def test_a_draft_is_marked_and_a_set_one_is_not(k):
    konsep = build_pk(muat_pk(k.pk_camat), k.kantor)
    assert (konsep.kepala.keadaan, konsep.kepala.keterangan) == ("KONSEP", "Konsep, belum ditetapkan")
    assert '<p class="s-draf">KONSEP</p>' in html(konsep)
    k.tetapkan()
    teks = html(build_pk(muat_pk(k.pk_camat), k.kantor))
    assert "KONSEP" not in teks and 'data-versi="Sidik isi ' in teks


def test_a_revision_prints_its_own_title_targets_and_budget(k):
    dpa = k.dpa({k.sub[0]: 1500, k.sub[1]: 3000}, urutan=1, jenis="perubahan")
    baru = k.pk({k.jumlah: 44}, revisi=1, dpa=dpa, nomor="PKP/1")
    k.tetapkan()
    lama, revisi = (build_pk(muat_pk(p), k.kantor).naskah for p in (k.pk_camat, baru))
    assert lama.judul == "PERJANJIAN KINERJA TAHUN 2023" and lama.jumlah.teks == "4.000"
    assert revisi.judul == "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023" and revisi.jumlah.teks == "4.500"
    assert [s.target.teks for s in revisi.sasaran] == ["44,00"]


# Rencana aksi ---------------------------------------------------------------------------------------------


def test_the_plan_shows_quarters_and_what_is_not_asked(k):
    k.target_periode(k.indeks, "tahun", 80)
    k.aksi("Melatih petugas", "Seksi Pelayanan", "tw2", keluaran="Laporan", sub_kegiatan=k.sub[0])
    k.aksi("Mencetak maklumat", "Subbag Program")
    k.tetapkan()
    dokumen = build_rencana_aksi(muat_pk(k.pk_camat), k.kantor)
    jumlah, indeks = dokumen.target
    assert [t.teks for t in jumlah.triwulan] == ["10,00"] * 4 and jumlah.target.teks == "40,00"
    assert indeks.triwulan[:3] == (None, None, None) and indeks.triwulan[3].teks == "80,00"
    teks = html(dokumen)
    assert teks.count("tidak diminta</span>") == 3
    assert "7.01.01.2.01.0001 NAMA 7.01.01.2.01.0001" in teks and "TW II" in teks
    assert "tidak terkait sub kegiatan" in teks


def test_a_missing_target_of_a_quarter_says_so(k):
    dokumen = build_rencana_aksi(muat_pk(k.pk_camat), k.kantor)
    assert dokumen.target[1].triwulan[3].teks == "belum diisi"
    assert dokumen.kepala.keadaan == "KONSEP"


def test_a_pk_without_a_plan_says_so(k):
    pk = k.pk_bawahan("kasi", "Seksi Pelayanan", {k.indeks: 80})
    with pytest.raises(DokumenGagal, match="belum mempunyai rencana aksi"):
        build_rencana_aksi(muat_pk(pk), k.kantor)


# The same for all ------------------------------------------------------------------------------------------


def _besar(slug, banyak):
    k = KantorDokumen(slug)
    indikator = [k.indikator(f"x{n}", frekuensi="triwulan") for n in range(banyak)]
    sub = [k.sub_kegiatan(k.prog, f"7.01.01.2.1{n}.0001") for n in range(banyak)]
    for satu in sub:
        satu.unit = k.unit["Seksi Pelayanan"]
        satu.save()
    k.anggaran = k.dpa(dict.fromkeys(sub, 100), urutan=1, jenis="perubahan")
    pk = k.pk_bawahan("kasi", "Seksi Pelayanan", dict.fromkeys(indikator, 10))
    k.rencana.perjanjian = pk
    k.rencana.save()
    for n, i in enumerate(indikator):
        k.target_periode(i, "tw1", 10)
        k.aksi(f"aksi {n}", "Seksi Pelayanan", sub_kegiatan=sub[n])
        k.target_renstra(i, {2022: 5, 2023: 6})
        rapi(TargetRKT(indikator=i, tahun=TAHUN, nilai=6))
    k.tetapkan()
    return k, pk


def test_queries_do_not_grow_with_the_rows():
    hasil = []
    for slug, banyak in (("alfa", 2), ("beta", 9)):
        k, pk = _besar(slug, banyak)
        satu = []
        for jenis in JenisDokumen:
            if jenis is JenisDokumen.TRIWULAN:
                continue
            with CaptureQueriesContext(connection) as kueri:
                dokumen = build_dokumen(jenis, k.kantor, TAHUN, pk=muat_pk(pk))
                render_dokumen_html(dokumen)
            satu.append(len(kueri))
        hasil.append(satu)
    assert hasil[0] == hasil[1] and max(hasil[0]) <= 45


def test_the_same_rows_give_the_same_hash_and_other_rows_another():
    k = KantorUji("satu")
    k.pk({k.indikator("a"): 1})
    satu, dua = (build_iku_kantor(k.kantor, TAHUN) for _ in range(2))
    assert sidik_dokumen(satu) == sidik_dokumen(dua) and html(satu) == html(dua)
    k.kantor.alamat = "Jalan Lain 3"
    assert sidik_dokumen(build_iku_kantor(k.kantor, TAHUN)) != sidik_dokumen(satu)
