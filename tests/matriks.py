"""The world of the matrices: what their addresses name, who asks, and the letter of an answer."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver
from django.utils import timezone

from anggaran.alur import revisi_dpa
from kinerja.alur_isian import IsiKinerja, simpan_kinerja
from kinerja.alur_pk import revisi_pk
from kinerja.bukti import unggah_bukti
from kinerja.isian import muat_isian
from kinerja.models import Realisasi
from organisasi.models import Unggahan
from pelaporan.models import BerkasTersimpan, Lampiran
from sakip.umum.pemuat import muat_berkas
from tests.kinerja.panggung_ukur import PanggungUkur
from tests.kinerja.test_bukti import berkas
from tests.pelaporan.kantor_uji import TAHUN
from tests.pemeran import Pemeran

ORANG = ("anonim", "asing", "ani", "gani", "budi", "dewi", "citra", "farid", "eko", "admin")


class Dunia:
    """What the addresses of the matrix name."""

    def __init__(self) -> None:
        self.p = Pemeran()
        self.ukur = PanggungUkur(self.p.a)
        a = self.p.a
        isian = muat_isian(a.kantor, TAHUN)
        simpan_kinerja(isian, 1, {self.ukur.skm.pk: IsiKinerja(nilai=Decimal("80"))}, oleh=self.p.ani)
        nilai = Realisasi.objects.get()
        self.konsep = revisi_pk(
            self.ukur.pk,
            oleh=self.p.dewi,
            nomor="2",
            tanggal=date(TAHUN, 9, 1),
            alasan="strategi",
            uraian="x",
        )
        self.dpa = revisi_dpa(
            self.ukur.dpa,
            jenis="perubahan",
            nomor="2",
            tanggal=date(TAHUN, 9, 1),
            alasan="x",
            oleh=self.p.dewi,
        )
        self.isi = {
            "slug": "alfa",
            "tahun": TAHUN,
            "triwulan": 1,
            "unit_pk": a.unit["Subbag Program"].pk,
            "jabatan": a.jabatan.pk,
            "pk": {
                "pk": self.ukur.pk.pk,
                "konsep": self.konsep.pk,
                "dpa": self.ukur.dpa.pk,
                "konsep_dpa": self.dpa.pk,
                "indikator": self.ukur.skm.pk,
                "tujuan": a.tujuan.pk,
                "sasaran": a.sasaran.pk,
                "orang": self.p.ani.pk,
                "bukti": unggah_bukti(nilai, berkas(), oleh=self.p.ani).pk,
            },
        }
        self.media = ""
        isi = b"isi sebuah pindaian"
        self.isi["sha256"] = hashlib.sha256(isi).hexdigest()
        tersimpan = BerkasTersimpan(sha256=self.isi["sha256"], jenis_isi="application/pdf", ukuran=len(isi))
        tersimpan.berkas.save(self.isi["sha256"], ContentFile(isi))
        Lampiran.objects.create(
            laporan=a.laporan, urutan=1, judul="SK", jenis="berkas", berkas=tersimpan, nama_berkas="sk.pdf",
            alternatif="SK",
        )  # fmt: skip
        muat_berkas(settings.BASE_DIR / "fixtures" / "rujukan" / "06-kriteria-evaluasi.json")
        self.isi["pk"]["unggahan"] = self._unggahan()
        self.isi["pk"]["sipd"] = self._sipd()
        self.client = {nama: self._masuk(nama) for nama in ORANG}

    def _unggahan(self) -> int:
        """A refused upload of Ani with a file to give back."""
        milik = {"jenis": "uji", "oleh": self.p.ani, "perangkat_daerah": self.p.a.kantor, "tahun": TAHUN}
        satu = Unggahan(
            **milik, nama="data.txt", ukuran=3, sha256="0" * 64, status="ditolak", nama_hasil="merah.txt",
            diubah_pada=timezone.now(), hapus_setelah=date(2100, 1, 1),
        )  # fmt: skip
        satu.berkas.save("unggahan/data", ContentFile(b"1 x"), save=False)
        satu.berkas_hasil.save("unggahan/hasil", ContentFile(b"merah"), save=False)
        satu.save()
        return satu.pk

    def _sipd(self) -> int:
        """An SIPD file of Ani that waits for her choices."""
        hasil = {
            "dapat_dipilih": True, "tata": "A", "tata_sebut": "Pagu", "muat_opsi": ["pagu"],
            "tanya": [],
            "kantor": [], "punya_setoran": False, "tanggal_opsi": [], "triwulan_ada": [],
            "total_setoran": "–", "total_pagu": "1", "total_realisasi": "–", "nama_berkas": "sipd.xlsx",
        }  # fmt: skip
        satu = Unggahan(
            jenis="sipd", oleh=self.p.ani, perangkat_daerah=self.p.a.kantor, tahun=TAHUN, nama="sipd.xlsx",
            ukuran=3, sha256="0" * 64, status="siap", hasil=hasil, diubah_pada=timezone.now(),
            hapus_setelah=date(2100, 1, 1),
        )  # fmt: skip
        satu.berkas.save("unggahan/sipd", ContentFile(b"PK"), save=False)
        satu.save()
        return satu.pk

    def _masuk(self, nama: str) -> Client:
        c = Client()
        if nama != "anonim":
            c.force_login(getattr(self.p, nama), backend="django.contrib.auth.backends.ModelBackend")
        return c


def semua_url(resolver: Any, depan: str = "") -> Iterator[tuple[str, str]]:
    """Yield name and pattern of every URL outside the admin."""
    for satu in resolver.url_patterns:
        jalur = depan + str(satu.pattern)
        if isinstance(satu, URLResolver):
            if satu.app_name != "admin":
                yield from semua_url(satu, jalur)
        elif isinstance(satu, URLPattern):
            yield str(satu.name), jalur


def huruf(jawab: Any) -> str:
    """Return the letter of an answer."""
    if (jawab.status_code == 302 and "/masuk/" in jawab.url) or (
        jawab.status_code == 302 and "login" in jawab.url
    ):
        return "l"
    jawab.close()
    return {200: "v", 302: "r", 403: "x", 404: "-", 405: "m", 400: "b", 409: "b", 503: "s"}[jawab.status_code]


def minta(dunia: Dunia, nama: str, alamat: str, metode: str, data: dict[str, str] | None = None) -> str:
    """Ask as one person and take back what the request wrote."""
    with transaction.atomic(), override_settings(MEDIA_ROOT=dunia.media):
        c = Client()
        c.cookies = copy.deepcopy(dunia.client[nama].cookies)
        hasil = huruf(getattr(c, metode)(alamat, data or {}))
        transaction.set_rollback(True)
    return hasil
