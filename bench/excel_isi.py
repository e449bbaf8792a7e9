"""Fills a database for bench/excel.py: a pemda with empty offices, and one office with a whole year."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    AnalisisCapaian,
    AturanPengukuran,
    DefinisiIndikator,
    Indikator,
    NilaiTahunLalu,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    SkalaCapaian,
    TargetPeriode,
    TargetPK,
    TargetRenstra,
    TargetRKT,
)
from organisasi.models import (
    Jabatan,
    Pegawai,
    PemangkuJabatan,
    PemerintahDaerah,
    Pengguna,
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

TAHUN = 2024
MULAI = datetime.date(2021, 1, 1)
PENUH = "penuh"
D = Decimal


def isi_dasar(kantor: int) -> None:
    """Make the pemda, its planning period, its Bupati, who measures, and ``kantor`` empty offices."""
    pemda = PemerintahDaerah.objects.create(jenis="kabupaten", nama="Ukur", kode="98.01", ibu_kota="Ukur")
    PeriodePerencanaan.objects.create(
        pemda=pemda, tahun_awal=2021, tahun_akhir=2026, tahun_target_awal=2022, tahun_target_akhir=2026
    )
    AturanPengukuran.objects.create(
        pemda=pemda, tahun=TAHUN, skala=SkalaCapaian.objects.get(nama="Skala lima kelas")
    )
    jabatan = Jabatan.objects.create(pemda=pemda, tingkat="kepala_daerah", nama="Bupati Ukur")
    _pangku(pemda, jabatan, "Bupati")
    Pengguna.objects.create_superuser("ukur", "", "x" * 20)
    for n in range(kantor):
        pd = PerangkatDaerah.objects.create(
            pemda=pemda, nama=f"Kecamatan Ukur {n:02}", slug=f"ukur-{n:02}", jenis="kecamatan", tempat="Ukur",
            kode_skpd=f"7.01.0.00.0.00.{n:02}.0000",
        )  # fmt: skip
        UnitKerja.objects.create(perangkat_daerah=pd, jenis="pimpinan", nama="Camat", urutan=1)


def daftar_sipd() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return offices and sub kegiatan as (code, name), for bench/sipd_buat.py."""
    sub = Nomenklatur.objects.filter(tingkat=5).order_by("kode").values_list("kode", "nama")
    kantor = PerangkatDaerah.objects.exclude(kode_skpd="").order_by("kode_skpd")
    return list(kantor.values_list("kode_skpd", "nama")), list(sub)


def _pangku(pemda: Any, jabatan: Any, nama: str) -> PemangkuJabatan:
    orang = Pegawai.objects.create(nama=nama, pemda=pemda)
    return PemangkuJabatan.objects.create(pegawai=orang, jabatan=jabatan, mulai=MULAI)


def isi_penuh(indikator: int, sub: int) -> None:
    """Make the office ``penuh``: indicators with every target, four quarters, a budget with spending."""
    pemda = PemerintahDaerah.objects.get(kode="98.01")
    pd = PerangkatDaerah.objects.create(
        pemda=pemda, nama="Kecamatan Penuh", slug=PENUH, jenis="kecamatan", tempat="Ukur"
    )
    camat = UnitKerja.objects.create(perangkat_daerah=pd, jenis="pimpinan", nama="Camat", urutan=1)
    unit = [
        UnitKerja.objects.create(
            perangkat_daerah=pd, jenis="seksi", nama=f"Seksi {u}", urutan=u + 1, induk=camat
        )
        for u in range(1, 8)
    ]
    bupati = Jabatan.objects.get(pemda=pemda, tingkat="kepala_daerah")
    jabatan = Jabatan.objects.create(
        perangkat_daerah=pd, tingkat="kepala_pd", nama="Camat Penuh", atasan=bupati
    )
    pihak = (_pangku(pemda, jabatan, "Camat Penuh"), PemangkuJabatan.objects.get(jabatan=bupati))
    Laporan.objects.create(perangkat_daerah=pd, tahun=TAHUN)
    sasaran = _renstra(pd, pemda)
    dpa = _anggaran(pd, sasaran[0], unit, sub)
    ind = _indikator(pd, sasaran, unit, indikator)
    _perjanjian(ind, jabatan, pihak, dpa)
    _ukur(ind, unit)
    dpa.ditetapkan_pada = _siang()
    dpa.save()


def _siang() -> datetime.datetime:
    return timezone.make_aware(datetime.datetime(TAHUN, 1, 20, 12))


def _renstra(pd: Any, pemda: Any) -> list[Sasaran]:
    renstra = Renstra.objects.create(perangkat_daerah=pd, periode=PeriodePerencanaan.objects.get(pemda=pemda))
    VersiRenstra.objects.create(renstra=renstra, nomor=0, mulai_tahun=2022)
    tujuan = Tujuan.objects.create(renstra=renstra, urutan=1, uraian="Meningkatnya mutu pelayanan kecamatan")
    return [
        Sasaran.objects.create(renstra=renstra, tujuan=tujuan, urutan=n, uraian=f"Sasaran strategis {n}")
        for n in range(1, 6)
    ]


def _anggaran(pd: Any, sasaran: Sasaran, unit: list[Any], banyak: int) -> DPA:
    """Take the first sub kegiatan of the nomenclature with what stands above them."""
    nomor = {n.kode: n for n in Nomenklatur.objects.all()}
    semua = sorted(k for k, n in nomor.items() if n.tingkat == 5)[:banyak]
    dpa = DPA.objects.create(
        perangkat_daerah=pd, tahun=TAHUN, urutan=0, jenis="murni", tanggal=_siang().date(), nomor="900/1"
    )
    program: dict[str, Program] = {}
    kegiatan: dict[str, Kegiatan] = {}
    pagu, belanja = [], []
    for k, kode in enumerate(semua):
        induk = kode.rsplit(".", 1)[0]
        atas = induk.rsplit(".", 2)[0]
        if atas not in program:
            program[atas] = Program.objects.create(
                perangkat_daerah=pd, tahun=TAHUN, nomenklatur=nomor[atas], unit=unit[0]
            )
            SasaranProgram.objects.create(sasaran=sasaran, program=program[atas], porsi_persen=D(100))
        if induk not in kegiatan:
            kegiatan[induk] = Kegiatan.objects.create(program=program[atas], nomenklatur=nomor[induk])
        anak = SubKegiatan.objects.create(
            kegiatan=kegiatan[induk], nomenklatur=nomor[kode], unit=unit[k % len(unit)]
        )
        node = {"program": program[atas], "sub_kegiatan": anak, "tingkat": 3}
        pagu.append(PaguAnggaran(dpa=dpa, nilai=D(100_000_000 + k), **node))
        belanja += [
            RealisasiAnggaran(periode=f"tw{t}", nilai=D(20_000_000 + k), unit=anak.unit, **node)
            for t in (1, 2, 3, 4)
        ]
    PaguAnggaran.objects.bulk_create(pagu)
    RealisasiAnggaran.objects.bulk_create(belanja)
    return dpa


def _indikator(pd: Any, sasaran: list[Sasaran], unit: list[Any], banyak: int) -> list[Indikator]:
    satuan = Satuan.objects.get(nama="Persen")
    ind = Indikator.objects.bulk_create(
        Indikator(
            perangkat_daerah=pd, kode=f"i{i:02}", nama=f"Persentase layanan nomor {i} yang tepat waktu",
            urutan=i + 1, sasaran=sasaran[i % len(sasaran)], is_iku=True,
        )
        for i in range(banyak)
    )  # fmt: skip
    DefinisiIndikator.objects.bulk_create(
        DefinisiIndikator(
            indikator=i, mulai_tahun=2022, satuan=satuan, jenis="persen", frekuensi="triwulan", metode="akhir",
            penanggung_jawab=unit[k % len(unit)], sumber_data="Register layanan",
            definisi_operasional="Layanan yang selesai tepat waktu dibagi semua layanan yang diminta.",
        )
        for k, i in enumerate(ind)
    )  # fmt: skip
    versi = VersiRenstra.objects.get(renstra__perangkat_daerah=pd)
    TargetRenstra.objects.bulk_create(
        TargetRenstra(indikator=i, versi=versi, tahun=t, nilai=D("80.5") + t - 2022)
        for i in ind
        for t in range(2022, 2027)
    )
    TargetRKT.objects.bulk_create(TargetRKT(indikator=i, tahun=TAHUN, nilai=D("82.5")) for i in ind)
    NilaiTahunLalu.objects.bulk_create(
        NilaiTahunLalu(indikator=i, tahun=2021, target=D(80), realisasi=D("79.25"), sumber="LKjIP 2021")
        for i in ind
    )
    return list(ind)


def _perjanjian(ind: list[Indikator], jabatan: Any, pihak: Any, dpa: DPA) -> None:
    pk = PerjanjianKinerja.objects.create(
        jabatan=jabatan, tahun=TAHUN, tanggal=_siang().date(), pihak_pertama=pihak[0], pihak_kedua=pihak[1],
        dpa=dpa,
    )  # fmt: skip
    TargetPK.objects.bulk_create(
        TargetPK(perjanjian=pk, indikator=i, urutan=k, nilai=D("82.5")) for k, i in enumerate(ind, start=1)
    )
    rencana = RencanaAksi.objects.create(perjanjian=pk)
    TargetPeriode.objects.bulk_create(
        TargetPeriode(rencana_aksi=rencana, indikator=i, periode=f"tw{t}", nilai=D("20.5") * t)
        for i in ind
        for t in (1, 2, 3, 4)
    )
    pk.ditetapkan_pada = _siang()
    pk.save()


def _ukur(ind: list[Indikator], unit: list[Any]) -> None:
    ukur = Pengukuran.objects.bulk_create(
        Pengukuran(indikator=i, tahun=TAHUN, cara="periode", sumber="Register layanan") for i in ind
    )
    Realisasi.objects.bulk_create(
        Realisasi(
            pengukuran=p, cara="periode", periode=f"tw{t}", nilai=D("20.25") * t, unit=unit[k % len(unit)]
        )
        for k, p in enumerate(ukur)
        for t in (1, 2, 3, 4)
    )
    AnalisisCapaian.objects.bulk_create(
        AnalisisCapaian(indikator=i, tahun=TAHUN, penyebab="Petugas loket bertambah satu orang.") for i in ind
    )
