"""Fills a database with a whole kabupaten: 70 offices x 5 years, for bench/entri.py. Not for production."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    AturanPengukuran,
    DefinisiIndikator,
    Indikator,
    JendelaPengisian,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    SkalaCapaian,
    TargetPeriode,
    TargetPK,
)
from organisasi.models import (
    DasarHukum,
    Jabatan,
    Pegawai,
    PemangkuJabatan,
    PemerintahDaerah,
    Pengguna,
    Penugasan,
    PerangkatDaerah,
    Satuan,
    UnitKerja,
)
from pelaporan.models import Laporan
from renstra.models import (
    Kegiatan,
    Nomenklatur,
    PeriodePerencanaan,
    Program,
    Renstra,
    Sasaran,
    SasaranProgram,
    SubKegiatan,
    Tujuan,
    VersiRenstra,
)

MULAI = datetime.date(2019, 1, 1)
TAHUN = tuple(range(2022, 2027))
D = Decimal


def isi(kantor: int, indikator: int = 40, sub: int = 20, penyimpan: int = 20) -> dict[str, Any]:
    """Make the rows; return addresses, session keys and the rows that people save."""
    skala = SkalaCapaian.objects.get(nama="Skala lima kelas")
    satuan = Satuan.objects.get(nama="Persen")
    pemda = PemerintahDaerah.objects.create(jenis="kabupaten", nama="Ukur", kode="98.01", ibu_kota="Ukur")
    periode = PeriodePerencanaan.objects.create(
        pemda=pemda, tahun_awal=2021, tahun_akhir=2026, tahun_target_awal=2022, tahun_target_akhir=2026
    )
    for tahun in TAHUN:
        AturanPengukuran.objects.create(pemda=pemda, tahun=tahun, skala=skala)
    bupati = Jabatan.objects.create(pemda=pemda, tingkat="kepala_daerah", nama="Bupati Ukur")
    orang = Pegawai.objects.create(nama="Bupati", pemda=pemda)
    pemangku = PemangkuJabatan.objects.create(pegawai=orang, jabatan=bupati, mulai=MULAI)
    semua = [_kantor(n, pemda, periode, satuan, bupati, pemangku, indikator, sub) for n in range(kantor)]
    return _orang(pemda, semua, penyimpan)


def _kantor(
    n: int, pemda: Any, periode: Any, satuan: Any, bupati: Any, pemangku: Any, banyak: int, sub: int
) -> Any:
    pd = PerangkatDaerah.objects.create(
        pemda=pemda, nama=f"Kecamatan Ukur {n:02}", slug=f"ukur-{n:02}", jenis="kecamatan", tempat="Ukur"
    )
    unit = [UnitKerja.objects.create(perangkat_daerah=pd, jenis="pimpinan", nama="Camat", urutan=1)]
    unit += [
        UnitKerja.objects.create(
            perangkat_daerah=pd, jenis="seksi", nama=f"Seksi {u}", urutan=u + 1, induk=unit[0]
        )
        for u in range(1, 8)
    ]
    jabatan = Jabatan.objects.create(
        perangkat_daerah=pd, tingkat="kepala_pd", nama=f"Camat {n}", atasan=bupati
    )
    camat = PemangkuJabatan.objects.create(
        pegawai=Pegawai.objects.create(nama=f"Camat {n}", pemda=pemda), jabatan=jabatan, mulai=MULAI
    )
    renstra = Renstra.objects.create(perangkat_daerah=pd, periode=periode)
    VersiRenstra.objects.create(renstra=renstra, nomor=0, mulai_tahun=2022)
    tujuan = Tujuan.objects.create(renstra=renstra, urutan=1, uraian="Meningkatnya mutu pelayanan")
    sasaran = Sasaran.objects.create(renstra=renstra, tujuan=tujuan, urutan=1, uraian="Pelayanan prima")
    ind = Indikator.objects.bulk_create(
        Indikator(
            perangkat_daerah=pd, kode=f"i{i}", nama=f"Indikator kinerja nomor {i}", urutan=i, sasaran=sasaran
        )
        for i in range(banyak)
    )
    DefinisiIndikator.objects.bulk_create(
        DefinisiIndikator(
            indikator=i, mulai_tahun=2022, satuan=satuan, jenis="persen", frekuensi="triwulan", metode="akhir",
            penanggung_jawab=unit[1 + k % 7],
        )
        for k, i in enumerate(ind)
    )  # fmt: skip
    for tahun in TAHUN:
        _tahun(pd, tahun, ind, unit, jabatan, camat, pemangku, sasaran, sub)
    return pd, unit, ind


def _tahun(
    pd: Any, tahun: int, ind: Any, unit: Any, jabatan: Any, camat: Any, bupati: Any, sasaran: Any, sub: int
) -> None:
    siang = timezone.make_aware(datetime.datetime(tahun, 1, 20, 12))
    nomor = Nomenklatur.objects.filter(
        dasar_hukum=DasarHukum.objects.filter(nomenklatur__isnull=False).first()
    )
    program = Program.objects.create(
        perangkat_daerah=pd, tahun=tahun, nomenklatur=nomor.filter(tingkat=3).first(), unit=unit[1]
    )
    SasaranProgram.objects.create(sasaran=sasaran, program=program, porsi_persen=D(100))
    kegiatan = Kegiatan.objects.create(program=program, nomenklatur=nomor.filter(tingkat=4).first())
    anak = SubKegiatan.objects.bulk_create(
        SubKegiatan(kegiatan=kegiatan, nomenklatur=s, unit=unit[1 + k % 7])
        for k, s in enumerate(nomor.filter(tingkat=5)[:sub])
    )
    dpa = DPA.objects.create(perangkat_daerah=pd, tahun=tahun, urutan=0, jenis="murni", tanggal=siang.date())
    PaguAnggaran.objects.bulk_create(
        PaguAnggaran(dpa=dpa, program=program, sub_kegiatan=s, tingkat=3, nilai=D(100_000_000)) for s in anak
    )
    RealisasiAnggaran.objects.bulk_create(
        RealisasiAnggaran(
            program=program, sub_kegiatan=s, tingkat=3, periode=f"tw{t}", nilai=D(20_000_000), unit=s.unit
        )
        for s in anak
        for t in (1, 2, 3)
    )
    pk = PerjanjianKinerja.objects.create(
        jabatan=jabatan, tahun=tahun, tanggal=siang.date(), pihak_pertama=camat, pihak_kedua=bupati, dpa=dpa
    )
    TargetPK.objects.bulk_create(
        TargetPK(perjanjian=pk, indikator=i, urutan=k, nilai=D(100)) for k, i in enumerate(ind)
    )
    rencana = RencanaAksi.objects.create(perjanjian=pk)
    TargetPeriode.objects.bulk_create(
        TargetPeriode(rencana_aksi=rencana, indikator=i, periode=f"tw{t}", nilai=D(25 * t))
        for i in ind
        for t in (1, 2, 3, 4)
    )
    ukur = Pengukuran.objects.bulk_create(Pengukuran(indikator=i, tahun=tahun, cara="periode") for i in ind)
    Realisasi.objects.bulk_create(
        Realisasi(pengukuran=p, cara="periode", periode=f"tw{t}", nilai=D(20 * t), unit=unit[1 + k % 7])
        for k, p in enumerate(ukur)
        for t in (1, 2, 3)
    )
    PerjanjianKinerja.objects.filter(pk=pk.pk).update(ditetapkan_pada=siang)
    DPA.objects.filter(pk=dpa.pk).update(ditetapkan_pada=siang)
    Laporan.objects.create(perangkat_daerah=pd, tahun=tahun)
    hari = timezone.localdate()
    JendelaPengisian.objects.bulk_create(
        JendelaPengisian(
            perangkat_daerah=pd, tahun=tahun, triwulan=t, buka=hari - datetime.timedelta(days=30),
            tutup=hari + datetime.timedelta(days=30),
        )
        for t in (1, 2, 3, 4)
    )  # fmt: skip


def _orang(pemda: Any, semua: list[Any], penyimpan: int) -> dict[str, Any]:
    pd, _, ind = semua[0]
    staf = [_masuk(f"ukur{n}", "verifikator", pemda, pd) for n in range(penyimpan)]
    return {
        "slug": pd.slug,
        "tahun": TAHUN[-1],
        "sesi": [_masuk(f"pakai{n}", "verifikator", pemda, semua[n % len(semua)][0]) for n in range(8)],
        "kantor": [semua[n % len(semua)][0].slug for n in range(8)],
        "admin": _masuk("adminukur", "admin_kabupaten", pemda, None),
        "penyimpan": staf,
        "indikator": [i.pk for i in ind],
        "baris": Realisasi.objects.count(),
    }


def _masuk(nama: str, peran: str, pemda: Any, pd: Any) -> str:
    """Make a person with a task and a session; return the session key."""
    orang = Pengguna(username=nama, first_name=nama, pemda=pemda)
    orang.set_unusable_password()
    orang.save()
    Penugasan.objects.create(
        pengguna=orang, peran=peran, perangkat_daerah=pd, pemda=None if pd else pemda, mulai=MULAI
    )
    sesi = SessionStore()
    sesi[SESSION_KEY] = str(orang.pk)
    sesi[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    sesi[HASH_SESSION_KEY] = orang.get_session_auth_hash()
    sesi.save()
    return str(sesi.session_key)
