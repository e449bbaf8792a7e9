"""A small office for tests of the composition: every row is written down by the test that needs it."""

from __future__ import annotations

import datetime
from decimal import Decimal as D
from functools import wraps
from typing import Any

from django.utils import timezone

from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from kinerja.models import (
    AturanPengukuran,
    DefinisiIndikator,
    Indikator,
    KelasCapaian,
    NilaiTahunLalu,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    SkalaCapaian,
    SkalaNilai,
    TargetDPA,
    TargetPK,
    TargetRenstra,
)
from organisasi.models import (
    DasarHukum,
    Jabatan,
    Pegawai,
    PemangkuJabatan,
    PemerintahDaerah,
    PerangkatDaerah,
    Satuan,
)
from pelaporan.konteks import KonteksLKjIP
from pelaporan.models import Laporan
from pelaporan.susun import build_konteks_lkjip
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

TAHUN = 2023


def rapi(objek: Any) -> Any:
    """Save a row after the checks that a form would make."""
    if _periksa:
        objek.full_clean()
    else:
        objek.clean()
    objek.save()
    return objek


_periksa = True
_lolos: set[type] = set()


def sekali_diperiksa(bangun: Any) -> Any:
    """Decorate ``__init__`` of a builder: the rows that it makes for every test are checked the first time.

    Checking them asks the database four questions a row; they are the same rows each time.
    """

    @wraps(bangun)
    def _bangun(self: Any, *args: Any, **kwargs: Any) -> None:
        global _periksa
        dahulu, jenis = _periksa, type(self)
        _periksa = dahulu and jenis not in _lolos
        try:
            bangun(self, *args, **kwargs)
            _lolos.add(jenis)
        finally:
            _periksa = dahulu

    return _bangun


class KantorUji:
    """Kecamatan Uji: one tujuan, one sasaran, a Renstra 2022 to 2026, a head and a Bupati."""

    @sekali_diperiksa
    def __init__(self, slug: str = "uji", **aturan: Any) -> None:
        self.pemda, _ = PemerintahDaerah.objects.get_or_create(
            kode="99.09", defaults={"jenis": "kabupaten", "nama": "Uji", "ibu_kota": "Kota Uji"}
        )
        self.kantor = rapi(
            PerangkatDaerah(
                pemda=self.pemda, nama=f"Kecamatan {slug.title()}", slug=slug, jenis="kecamatan", tempat="Uji"
            )
        )
        self.skala = self._skala()
        self.aturan = rapi(
            AturanPengukuran(
                pemda=self.pemda, perangkat_daerah=self.kantor, tahun=TAHUN, skala=self.skala, **aturan
            )
        )
        self.satuan, _ = Satuan.objects.get_or_create(nama="Indeks")
        self.persen, _ = Satuan.objects.get_or_create(nama="Persen", defaults={"is_persen": True})
        self.periode, _ = PeriodePerencanaan.objects.get_or_create(
            pemda=self.pemda,
            tahun_awal=2021,
            defaults={"tahun_akhir": 2026, "tahun_target_awal": 2022, "tahun_target_akhir": 2026},
        )
        self.renstra = rapi(Renstra(perangkat_daerah=self.kantor, periode=self.periode))
        self.versi = rapi(VersiRenstra(renstra=self.renstra, nomor=0, mulai_tahun=2022))
        self.tujuan = rapi(Tujuan(renstra=self.renstra, urutan=1, uraian="Tujuan satu"))
        self.sasaran = self.buat_sasaran("Sasaran satu", 1)
        self._orang(slug)
        self.laporan = rapi(Laporan(perangkat_daerah=self.kantor, tahun=TAHUN))
        self.dasar, _ = DasarHukum.objects.get_or_create(
            kunci="kepmendagri-uji",
            defaults={
                "jenis": "kepmen",
                "lembaga": "Menteri Uji",
                "nomor": "1",
                "tahun": 2021,
                "tentang": "x",
            },
        )

    def _skala(self) -> SkalaCapaian:
        skala, baru = SkalaCapaian.objects.get_or_create(nama="Lima kelas")
        if baru:
            kelas = [
                ("Sangat Tinggi", 91),
                ("Tinggi", 76),
                ("Sedang", 66),
                ("Rendah", 51),
                ("Sangat Rendah", None),
            ]
            for n, (nama, batas) in enumerate(kelas, start=1):
                rapi(KelasCapaian(skala=skala, urutan=n, nama=nama, batas_bawah=batas))
            for kode, peringkat in (("A", 6), ("BB", 5), ("B", 4)):
                rapi(SkalaNilai(skala="akip", kode=kode, peringkat=peringkat))
        return skala

    def _orang(self, slug: str) -> None:
        self.jabatan_bupati, _ = Jabatan.objects.get_or_create(
            pemda=self.pemda, tingkat="kepala_daerah", nama="Bupati Uji"
        )
        self.jabatan = rapi(
            Jabatan(
                perangkat_daerah=self.kantor,
                tingkat="kepala_pd",
                nama=f"Camat {slug.title()}",
                atasan=self.jabatan_bupati,
            )
        )
        self.camat = self.pangku(self.jabatan, f"Citra {slug}")
        self.bupati = PemangkuJabatan.objects.filter(jabatan=self.jabatan_bupati).first() or self.pangku(
            self.jabatan_bupati, "Bupati Uji"
        )

    def pangku(self, jabatan: Jabatan, nama: str, **isi: Any) -> PemangkuJabatan:
        """Put a person on a post."""
        pegawai = rapi(Pegawai(nama=nama))
        return rapi(
            PemangkuJabatan(pegawai=pegawai, jabatan=jabatan, **{"mulai": datetime.date(2021, 1, 1), **isi})
        )

    def buat_sasaran(self, uraian: str, urutan: int, **isi: Any) -> Sasaran:
        """Add a sasaran under the tujuan."""
        return rapi(
            Sasaran(renstra=self.renstra, urutan=urutan, uraian=uraian, **{"tujuan": self.tujuan, **isi})
        )

    def indikator(self, kode: str, *, node: Any = None, is_iku: bool = True, **definisi: Any) -> Indikator:
        """Add an indicator with its definition: by default an index, once a year, last value."""
        node = node or self.sasaran
        kolom = {
            Sasaran: "sasaran", Tujuan: "tujuan", Program: "program",
            Kegiatan: "kegiatan", SubKegiatan: "sub_kegiatan",
        }[type(node)]  # fmt: skip
        urutan = Indikator.objects.filter(perangkat_daerah=self.kantor).count() + 1
        baru = rapi(
            Indikator(
                perangkat_daerah=self.kantor,
                kode=kode,
                nama=f"Indikator {kode}",
                urutan=urutan,
                is_iku=is_iku and kolom in ("sasaran", "tujuan"),
                **{kolom: node},
            )
        )
        isi = {
            "jenis": "indeks",
            "frekuensi": "tahunan",
            "metode": "akhir",
            "mulai_tahun": 2022,
            "satuan": self.satuan,
        }
        rapi(DefinisiIndikator(indikator=baru, **{**isi, **definisi}))
        return baru

    def pk(
        self, target: dict[Indikator, Any], revisi: int = 0, tahun: int = TAHUN, **isi: Any
    ) -> PerjanjianKinerja:
        """Add a PK revision with its targets: a number, a (bawah, atas) pair, a grade, or None."""
        bulan = 1 if not revisi else 9 + revisi
        lain = {"tanggal": datetime.date(tahun, bulan, 20), "alasan": "strategi" if revisi else "", **isi}
        pk = rapi(
            PerjanjianKinerja(
                jabatan=self.jabatan,
                tahun=tahun,
                revisi=revisi,
                pihak_pertama=self.camat,
                pihak_kedua=self.bupati,
                **lain,
            )
        )
        for n, (i, nilai) in enumerate(target.items(), start=1):
            rapi(TargetPK(perjanjian=pk, indikator=i, urutan=n, **kolom_nilai(nilai)))
        return pk

    def target_renstra(self, indikator: Indikator, per_tahun: dict[int, Any]) -> None:
        """Add Renstra targets by year."""
        for tahun, nilai in per_tahun.items():
            rapi(TargetRenstra(indikator=indikator, versi=self.versi, tahun=tahun, **kolom_nilai(nilai)))

    def setahun(self, indikator: Indikator, nilai: Any, tahun: int = TAHUN, **isi: Any) -> Realisasi:
        """Record one annual value."""
        ukur = rapi(Pengukuran(indikator=indikator, tahun=tahun, cara="setahun"))
        kolom = {} if nilai is None else kolom_nilai(nilai)
        return rapi(Realisasi(pengukuran=ukur, cara="setahun", periode="tahun", **kolom, **isi))

    def periode_isi(self, indikator: Indikator, nilai: dict[str, Any], tahun: int = TAHUN) -> None:
        """Record values by period; a tuple is (pembilang, penyebut), "-" tidak berlaku."""
        ukur = rapi(Pengukuran(indikator=indikator, tahun=tahun, cara="periode"))
        for periode, satu in nilai.items():
            if satu == "-":
                isi: dict[str, Any] = {"berlaku": False, "keterangan": "tidak ada layanan"}
            elif isinstance(satu, tuple):
                isi = {"pembilang": D(satu[0]), "penyebut": D(satu[1])}
            else:
                isi = kolom_nilai(satu)
            rapi(Realisasi(pengukuran=ukur, cara="periode", periode=periode, **isi))

    def tahun_lalu(self, indikator: Indikator, tahun: int, target: Any, realisasi: Any) -> None:
        """Record a year before the system."""
        rapi(
            NilaiTahunLalu(
                indikator=indikator, tahun=tahun, target=target, realisasi=realisasi, sumber="LKjIP lama"
            )
        )

    def nomenklatur(self, kode: str, tingkat: int) -> Nomenklatur:
        """Return a nomenclature row of that code."""
        baris, _ = Nomenklatur.objects.get_or_create(
            dasar_hukum=self.dasar,
            kode=kode,
            defaults={"mulai_tahun": 2022, "tingkat": tingkat, "nama": f"NAMA {kode}"},
        )
        return baris

    def program(self, kode: str, porsi: dict[Sasaran, Any] | None = None) -> Program:
        """Add a programme of the year and its shares."""
        program = rapi(
            Program(perangkat_daerah=self.kantor, tahun=TAHUN, nomenklatur=self.nomenklatur(kode, 3))
        )
        for sasaran, persen in (porsi or {}).items():
            rapi(SasaranProgram(sasaran=sasaran, program=program, porsi_persen=D(persen)))
        return program

    def sub_kegiatan(self, program: Program, kode: str) -> SubKegiatan:
        """Add a sub kegiatan (and its kegiatan)."""
        kegiatan, _ = Kegiatan.objects.get_or_create(
            program=program, nomenklatur=self.nomenklatur(kode.rsplit(".", 1)[0], 4)
        )
        return rapi(SubKegiatan(kegiatan=kegiatan, nomenklatur=self.nomenklatur(kode, 5)))

    def dpa(self, pagu: dict[Any, Any], urutan: int = 0, jenis: str = "murni", **isi: Any) -> DPA:
        """Add a DPA version with its ceilings by programme or sub kegiatan."""
        dpa = rapi(
            DPA(
                perangkat_daerah=self.kantor, tahun=TAHUN, urutan=urutan, jenis=jenis, **{"ke": urutan, **isi}
            )
        )
        for node, nilai in pagu.items():
            rapi(PaguAnggaran(dpa=dpa, nilai=D(nilai), **kolom_node(node)))
        return dpa

    def belanja(self, node: Any, nilai: dict[str, Any]) -> None:
        """Record spending by period ("tw1" … or "tahun")."""
        for periode, satu in nilai.items():
            sumber = "laporan" if periode == "tahun" else ""
            rapi(RealisasiAnggaran(periode=periode, nilai=D(satu), sumber=sumber, **kolom_node(node)))

    def target_dpa(self, dpa: DPA, indikator: Indikator, nilai: Any) -> None:
        """Add a target of a programme indicator."""
        rapi(TargetDPA(dpa=dpa, indikator=indikator, **kolom_nilai(nilai)))

    def tetapkan(self) -> None:
        """Set every PK and DPA that is still a draft."""
        for model in (PerjanjianKinerja, DPA):
            model.objects.filter(ditetapkan_pada=None).update(ditetapkan_pada=timezone.now())

    def konteks(self) -> KonteksLKjIP:
        """Compose the report from documents that are set."""
        self.tetapkan()
        return build_konteks_lkjip(Laporan.objects.get(pk=self.laporan.pk))


def kolom_nilai(nilai: Any) -> dict[str, Any]:
    """Return the columns of an abstract value."""
    if nilai is None:
        return {}
    if isinstance(nilai, tuple):
        return {"nilai": D(nilai[0]), "nilai_atas": D(nilai[1])}
    if isinstance(nilai, str) and not nilai.replace(".", "").replace("-", "").isdigit():
        return {"predikat": SkalaNilai.objects.get(skala="akip", kode=nilai)}
    return {"nilai": D(str(nilai))}


def kolom_node(node: Any) -> dict[str, Any]:
    """Return the keys of a budget row."""
    if isinstance(node, SubKegiatan):
        return {"program": node.kegiatan.program, "sub_kegiatan": node}
    if isinstance(node, Kegiatan):
        return {"program": node.program, "kegiatan": node}
    return {"program": node}
