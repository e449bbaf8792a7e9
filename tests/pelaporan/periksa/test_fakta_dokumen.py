"""What the checks know of a PK beside its day: the DPA that it prints, and why it was late."""

from io import StringIO

import pytest
from django.core.management import call_command

from kinerja.models import AlasanPeringatan, PerjanjianKinerja
from kinerja.pilihan import PeringatanPK
from pelaporan.models import Laporan
from pelaporan.susun.periksa import build_bahan_periksa

pytestmark = pytest.mark.django_db


def test_a_pk_has_the_revision_of_its_dpa_and_no_reason_by_itself(bahan_contoh):
    assert [(p.dpa, p.alasan_terlambat) for p in bahan_contoh.pk] == [(0, ""), (2, "")]


def test_a_reason_belongs_to_the_pk_that_it_was_written_for(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    call_command("muat_rujukan", verbosity=0, stdout=StringIO())
    call_command("muat_contoh", verbosity=0, stdout=StringIO())
    laporan = Laporan.objects.get(perangkat_daerah__slug="contoh", tahun=2024)
    pk = PerjanjianKinerja.objects.get(
        jabatan__perangkat_daerah=laporan.perangkat_daerah, tahun=2024, revisi=0, jabatan__tingkat="kepala_pd"
    )
    AlasanPeringatan.objects.create(perjanjian=pk, kode=PeringatanPK.TERLAMBAT, alasan="Camat baru dilantik.")
    AlasanPeringatan.objects.create(
        perjanjian=pk,
        kode=PeringatanPK.LUAR_RENSTRA,
        indikator=pk.target.first().indikator,
        alasan="Lain.",
    )
    bahan = build_bahan_periksa(laporan)
    assert [p.alasan_terlambat for p in bahan.pk] == ["Camat baru dilantik.", ""]
