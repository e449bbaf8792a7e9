"""What tests of the admin share: every model with a row, addresses, the text of a page, inline data."""

from __future__ import annotations

import datetime
import html
import re
from decimal import Decimal as D
from html.parser import HTMLParser

from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from anggaran.models import KolomSIPD
from kinerja.models import (
    Aksi,
    AlasanPeringatan,
    AnalisisCapaian,
    Bukti,
    CatatanPemeriksaan,
    JendelaPengisian,
    Pembanding,
    PermintaanBuka,
    Realisasi,
    RencanaAksi,
    TahapPengukuran,
    TargetPeriode,
    TargetRKT,
)
from organisasi.models import (
    DokumenPenetapan,
    FungsiUnit,
    Jejak,
    Pangkat,
    Pengguna,
    Penugasan,
    ProfilOrganisasi,
    RincianProfil,
    Unggahan,
    UnitKerja,
)
from pelaporan.models import (
    BerkasTersimpan,
    HalamanLampiran,
    JawabanKriteria,
    KriteriaEvaluasi,
    Lampiran,
    LandasanHukum,
    Narasi,
    PenanggungBagian,
    PengingatTerkirim,
    PerangkatKriteria,
    PotretLaporan,
    Rekomendasi,
    TanggapanTemuan,
)
from renstra.models import IndikatorRPJMD, IsuStrategis, Misi, SasaranRPJMD, TujuanRPJMD
from sakip.umum.riwayat import AsalRiwayat
from tests.pelaporan.kantor_uji import TAHUN, KantorUji, rapi

APLIKASI = ("organisasi", "renstra", "anggaran", "kinerja", "pelaporan")
MODEL = [m for a in APLIKASI for m in apps.get_app_config(a).get_models() if not issubclass(m, AsalRiwayat)]
#: Rows that the program writes: even a superuser only looks at them.
HANYA_BACA = {
    "alasanperingatan", "berkastersimpan", "bukti", "catatanpemeriksaan", "halamanlampiran",
    "jawabankriteria", "jejak", "pengingatterkirim", "potretlaporan", "tahappengukuran", "tanggapantemuan",
    "unggahan",
}  # fmt: skip
nama_model = lambda m: m._meta.model_name  # noqa: E731 - ids of parameters


def alamat(model, halaman, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{halaman}", args=args)


def teks(jawaban):
    """What is read on a page: text without tags."""
    isi = re.sub(r"<script.*?</script>", " ", jawaban.content.decode(), flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", " ", isi))


def baris(awalan, *isi, awal=0):
    """Return the form data of inline rows."""
    data = {f"{awalan}-TOTAL_FORMS": len(isi), f"{awalan}-INITIAL_FORMS": awal}
    for n, satu in enumerate(isi):
        data |= {f"{awalan}-{n}-{kolom}": nilai for kolom, nilai in satu.items()}
    return data


class _Borang(HTMLParser):
    """Reads the controls of the form of a change page as a browser would send them."""

    def __init__(self):
        super().__init__()
        self.isi: dict[str, str] = {}
        self.di_dalam = False
        self.pilih = self.tulis = None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.di_dalam = str(a.get("id", "")).endswith("_form")
        nama = a.get("name", "")
        if tag == "option" and self.pilih and "selected" in a:
            self.isi[self.pilih] = a.get("value", "")
        if not self.di_dalam or not nama or "__prefix__" in nama or nama == "csrfmiddlewaretoken":
            return
        if tag == "select":
            self.pilih, self.isi[nama] = nama, ""
        elif tag == "textarea":
            self.tulis, self.isi[nama] = nama, ""
        elif tag == "input" and a.get("type") not in ("submit", "file", "checkbox"):
            self.isi[nama] = a.get("value") or ""
        elif a.get("type") == "checkbox" and "checked" in a:
            self.isi[nama] = a.get("value", "on")

    def handle_endtag(self, tag):
        if tag == "form":
            self.di_dalam = False
        if tag == "select":
            self.pilih = None
        if tag == "textarea" and self.tulis:
            self.isi[self.tulis] = self.isi[self.tulis].removeprefix("\n")
            self.tulis = None

    def handle_data(self, data):
        if self.tulis:
            self.isi[self.tulis] += data


def isian(jawaban):
    """Return what the form of a page would send, as a browser shows it."""
    borang = _Borang()
    borang.feed(jawaban.content.decode())
    return borang.isi


def isi_kantor(slug: str, k: KantorUji | None = None) -> KantorUji:
    """Fill one office with at least one row of every model."""
    k = k or KantorUji(slug)
    i = k.indikator(f"a-{slug}")
    p = k.program(f"7.01.{k.kantor.pk:02}", {k.sasaran: "100"})
    sub = k.sub_kegiatan(p, f"7.01.{k.kantor.pk:02}.2.01.0001")
    dpa = k.dpa({sub: "1000"})
    k.belanja(sub, {"tw1": "10", "tw2": "20"})
    k.target_dpa(dpa, k.indikator(f"p-{slug}", node=p), "3")
    k.target_renstra(i, {2023: "80"})
    k.periode_isi(i, {"tw4": "80"})
    k.tahun_lalu(i, 2020, D(70), D(71))
    _rujukan(k, slug)
    _perencanaan(k, i)
    _perjanjian(k, i)
    _ukur(k, i)
    _laporan(k)
    _gerbang(k, slug)
    return k


def _rujukan(k, slug):
    unit = UnitKerja.objects.filter(perangkat_daerah=k.kantor, induk=None).first() or rapi(
        UnitKerja(perangkat_daerah=k.kantor, jenis="pimpinan", nama=f"Unit {slug}", urutan=11)
    )
    k.anak = rapi(UnitKerja(perangkat_daerah=k.kantor, jenis="seksi", nama="Seksi", urutan=12, induk=unit))
    rapi(FungsiUnit(unit=k.anak, urutan=1, uraian="fungsi"))
    k.camat.pegawai.pangkat = Pangkat.objects.create(golongan=f"x{k.kantor.pk}", nama="P", urutan=k.kantor.pk)
    k.camat.pegawai.pemda = k.pemda
    k.camat.pegawai.save()
    k.orang = Pengguna.objects.create(username=slug, pemda=k.pemda)
    mulai = datetime.date(2023, 1, 1)
    rapi(Penugasan(pengguna=k.orang, peran="staf", perangkat_daerah=k.kantor, unit=k.anak, mulai=mulai))
    profil = rapi(ProfilOrganisasi(perangkat_daerah=k.kantor, tahun=TAHUN, sumber="s"))
    rapi(RincianProfil(profil=profil, kelompok="golongan", urutan=1, uraian="III", satuan="orang"))
    rapi(DokumenPenetapan(perangkat_daerah=k.kantor, jenis="renja", tahun=TAHUN, nomor="1"))
    Jejak.objects.create(
        tindakan="uji", objek=slug, perangkat_daerah=k.kantor, pemda=k.pemda, oleh=k.orang, peran="Staf"
    )


def _perencanaan(k, i):
    rapi(KolomSIPD(pemda=k.pemda, judul=f"KD SUBKEG {k.kantor.pk}", arti="kode_sub_kegiatan"))
    nomor = Misi.objects.count() + 1
    misi = rapi(Misi(periode=k.periode, nomor=nomor, uraian="misi"))
    tujuan = rapi(TujuanRPJMD(misi=misi, urutan=1, uraian="tujuan"))
    sasaran = rapi(SasaranRPJMD(tujuan=tujuan, urutan=1, uraian="sasaran"))
    rapi(IndikatorRPJMD(sasaran=sasaran, urutan=1, nama="indikator"))
    k.sasaran.sasaran_rpjmd = sasaran
    k.sasaran.save()
    rapi(IsuStrategis(perangkat_daerah=k.kantor, tahun=TAHUN, cakupan="tahun", urutan=1, uraian="isu"))
    rapi(TargetRKT(indikator=i, tahun=TAHUN, nilai=D(1)))


def _perjanjian(k, i):
    pk = k.pk({i: "80"})
    rencana = rapi(RencanaAksi(perjanjian=pk))
    rapi(TargetPeriode(rencana_aksi=rencana, indikator=i, periode="tw4", nilai=D(1)))
    rapi(Aksi(rencana_aksi=rencana, urutan=1, uraian="aksi", unit=k.anak, periode="tw1"))
    rapi(AlasanPeringatan(perjanjian=pk, kode="terlambat", alasan="libur", oleh=k.orang))


def _ukur(k, i):
    rapi(Pembanding(indikator=i, tahun=TAHUN, jenis="tidak_ada", alasan="belum ada"))
    rapi(AnalisisCapaian(indikator=i, tahun=TAHUN))
    hari = datetime.date(2023, 4, 1)
    rapi(JendelaPengisian(perangkat_daerah=k.kantor, tahun=TAHUN, triwulan=1, buka=hari, tutup=hari))
    rapi(
        PermintaanBuka(
            unit=k.anak, tahun=TAHUN, triwulan=1, sampai=hari, alasan="data baru", diminta_oleh=k.orang
        )
    )
    tahap = rapi(TahapPengukuran(unit=k.anak, tahun=TAHUN, triwulan=1, tahap="dikirim", oleh=k.orang))
    nilai = Realisasi.objects.filter(pengukuran__indikator=i)[0]
    rapi(CatatanPemeriksaan(tahap=tahap, realisasi=nilai, catatan="periksa lagi"))
    Bukti.objects.create(
        realisasi=nilai, nama="skm.pdf", berkas="x", jenis_isi="application/pdf", ukuran=1,
        sha256=f"{k.kantor.pk:064x}", diunggah_oleh=k.orang,
    )  # fmt: skip


def _laporan(k):
    bagian = Narasi._meta.get_field("bagian").flatchoices[0][0]
    rapi(LandasanHukum(laporan=k.laporan, urutan=1, dasar_hukum=k.dasar))
    rapi(Narasi(laporan=k.laporan, bagian=bagian, isi="teks"))
    rapi(PenanggungBagian(perangkat_daerah=k.kantor, bagian=bagian, unit=k.anak))
    lampiran = rapi(Lampiran(laporan=k.laporan, urutan=1, judul="SK", jenis="tidak_ada", alasan="belum"))
    berkas = BerkasTersimpan.objects.create(
        sha256=f"{k.kantor.pk:064x}", berkas=f"x{k.kantor.pk}", jenis_isi="image/png", ukuran=1234
    )
    HalamanLampiran.objects.create(lampiran=lampiran, nomor=1, gambar=berkas, lebar=1, tinggi=1)
    rapi(
        Rekomendasi(
            perangkat_daerah=k.kantor, tahun_laporan=TAHUN, urutan=1, sumber="lhe", tahun=2022, isi="isi",
            status="belum",
        )
    )  # fmt: skip
    PengingatTerkirim.objects.create(pengguna=k.orang, kunci=f"lkjip:{k.kantor.slug}", saat="H-7")
    Unggahan.objects.create(
        jenis="uji", oleh=k.orang, perangkat_daerah=k.kantor, nama="data.txt", ukuran=3, sha256="0" * 64,
        diubah_pada=timezone.now(), hapus_setelah=datetime.date(2100, 1, 1),
    )  # fmt: skip


def _gerbang(k, slug):
    TanggapanTemuan.objects.create(
        laporan=k.laporan, jenis="alasan", kode="capaian_tinggi", kunci="0" * 32, lokasi="Tabel 3.2, baris 1",
        pesan="Capaian 140,00.", alasan="Target sudah tercapai pada triwulan II.", oleh=k.orang,
        peran="Camat",
    )  # fmt: skip
    PotretLaporan.objects.create(laporan=k.laporan, nomor=1, isi="{}", sha256="0" * 64, oleh=k.orang)
    perangkat = rapi(
        PerangkatKriteria(
            kunci=f"uji-{slug}", pemda=k.pemda, jenis="uji", nama="Uji", sumber="uji", mulai_tahun=TAHUN
        )
    )
    kriteria = rapi(
        KriteriaEvaluasi(perangkat=perangkat, kelompok="Isi", nomor="1", urutan=1, uraian="Ada capaian.")
    )
    JawabanKriteria.objects.create(
        laporan=k.laporan, kriteria=kriteria, jawaban="ya", catatan="Ada di Tabel 3.2.", oleh=k.orang
    )


def tetapkan(dokumen) -> None:
    """Set a PK or a DPA: from now on its triggers hold."""
    dokumen.ditetapkan_pada = timezone.now()
    dokumen.save()
