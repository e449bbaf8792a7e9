"""Officials from one file: a row is a term of a person in a post; both are made where missing.

One list and not three: offices keep "who holds which post since when" in one sheet and know no keys of
ours. Three files would have to come in the right order, and a person without a post or a post without a
term says nothing.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from itertools import pairwise
from typing import Any

from django.db.models import Q

from organisasi.impor.kolom_pejabat import KOLOM_PEJABAT, pemda_dari, sebut_tempat
from organisasi.models import Jabatan, Pegawai, PemangkuJabatan, PemerintahDaerah, PerangkatDaerah, UnitKerja
from organisasi.pilihan import StatusPemangku, TingkatJabatan
from sakip.umum.impor.baris import BarisImpor
from sakip.umum.impor.hasil import Keadaan
from sakip.umum.impor.resource import ResourceImpor
from sakip.umum.impor.widget import kunci as eja
from sakip.umum.tanggal import format_tanggal

HANYA_PEMDA = "Kepala daerah adalah jabatan pemerintah daerah; tingkat lain ada di perangkat daerah."
TERPAKAI = "NIP ini tidak dapat dipakai. Periksa angkanya."


class ResourcePejabat(ResourceImpor):
    """Found by post, person and first day."""

    class Meta:
        model = PemangkuJabatan
        fields = ()

    kolom = KOLOM_PEJABAT
    urutan_tulis = (Pegawai, Jabatan, PemangkuJabatan)
    terkait = (
        "pegawai__pangkat",
        "jabatan__perangkat_daerah",
        "jabatan__pemda",
        "jabatan__unit",
        "jabatan__atasan",
    )
    ubah_dahulu = frozenset({PemangkuJabatan})  # a term ends before the next begins
    clean_bersama = frozenset({PemangkuJabatan})
    batasan_bersama = frozenset(
        {
            "pemangku_unik", "pemangku_satu_definitif", "jabatan_perangkat_nama_unik",
            "jabatan_pemda_nama_unik", "jabatan_satu_kepala_perangkat", "jabatan_satu_kepala_daerah",
            # Held by Pegawai.clean, ``buat`` and ``lengkapi``: a query each would cost more than the rest.
            "pegawai_nip_18_angka", "jabatan_pemda_atau_perangkat", "jabatan_kepala_daerah_di_pemda",
            "pemangku_sampai_setelah_mulai",
        }
    )  # fmt: skip

    # What there is ---------------------------------------------------------------------------------

    def muat(self, kunci: set[Hashable]) -> dict[Hashable, Any]:
        """Return the terms of the places that the file names, with their posts and persons, each once."""
        tempat = {k[0] for k in kunci}  # type: ignore[index]
        self._muat_jabatan(tempat)
        di = Q(jabatan__in=[j.pk for j in self.jabatan.values()])
        pemangku = list(PemangkuJabatan.objects.untuk(self.pengguna).filter(di).select_related("pegawai"))
        self._muat_pegawai(kunci, {p.pegawai_id for p in pemangku})
        hasil: dict[Hashable, Any] = {}
        jabatan = {j.pk: j for j in self.jabatan.values()}
        for p in pemangku:
            p.jabatan = jabatan[p.jabatan_id]
            p.pegawai = self.pegawai_pk.get(p.pegawai_id, p.pegawai)
            self.lekatkan(p)
            hasil[self._kunci(p.tempat, p.jabatan.nama, p.pegawai.nama, p.pegawai.nip, p.mulai)] = p  # type: ignore[attr-defined]
        return hasil

    def lekatkan(self, objek: Any) -> None:
        """Where its post is."""
        objek.tempat = objek.jabatan.perangkat_daerah or objek.jabatan.pemda

    def _muat_jabatan(self, tempat: set[Any]) -> None:
        kantor = {pk for jenis, pk in tempat if jenis == "perangkat"}
        pemda = {pk for jenis, pk in tempat if jenis == "pemda"}
        pemda |= set(PerangkatDaerah.objects.filter(pk__in=kantor).values_list("pemda", flat=True))
        rows = Jabatan.objects.untuk(self.pengguna).filter(
            Q(perangkat_daerah__in=kantor) | Q(pemda__in=pemda)
        )
        self.jabatan: dict[Any, Jabatan] = {}
        for j in rows.select_related("perangkat_daerah__pemda", "pemda", "unit"):
            if self.boleh(j):
                self.jabatan[sebut_tempat(j.perangkat_daerah or j.pemda), eja(j.nama)] = self.ingat(j)
        per_pk = {j.pk: j for j in self.jabatan.values()}
        for j in self.jabatan.values():
            if j.atasan_id in per_pk:
                j.atasan = per_pk[j.atasan_id]
        unit = UnitKerja.objects.untuk(self.pengguna).filter(perangkat_daerah__in=kantor)
        self.sumber.kamus["unit"] = {(("perangkat", u.perangkat_daerah_id), eja(u.nama)): u for u in unit}
        self.sumber.kamus["jabatan"] = self.jabatan

    def _muat_pegawai(self, kunci_semua: set[Any], pk: set[int]) -> None:
        nip = {k[2][1] for k in kunci_semua if k[2][0] == "nip"}
        nama = {k[2][1] for k in kunci_semua if k[2][0] == "nama"}
        rows = Pegawai.objects.untuk(self.pengguna).filter(Q(pk__in=pk) | Q(nip__in=nip) | Q(nama__in=nama))
        milik = [self.ingat(p) for p in rows.select_related("pangkat") if self.boleh(p)]
        self.pegawai_pk = {p.pk: p for p in milik}
        self.pegawai: dict[Any, Pegawai] = {("nip", p.nip): p for p in milik if p.nip}
        self.senama: dict[Any, list[Pegawai]] = defaultdict(list)
        for p in milik:
            self.senama[p.pemda_id, p.nama].append(p)

    # Keys and new objects --------------------------------------------------------------------------

    def kunci_dari(self, nilai: dict[str, Any]) -> Hashable:
        """Post, person and first day."""
        nama, nip = nilai["pegawai__nama"], nilai["pegawai__nip"]
        return self._kunci(nilai["tempat"], nilai["jabatan__nama"], nama, nip, nilai["mulai"])

    def _kunci(self, tempat: Any, jabatan: str, nama: str, nip: str | None, mulai: Any) -> Hashable:
        orang = ("nip", nip) if nip else ("nama", nama)
        return (sebut_tempat(tempat), eja(jabatan), orang, mulai)

    def buat_kosong(self) -> Any:
        """Return a term of nobody in no post: its cells can still be read."""
        pemangku = PemangkuJabatan(jabatan=Jabatan(), pegawai=Pegawai())
        pemangku.tempat = None  # type: ignore[attr-defined]
        return pemangku

    def buat(self, nilai: dict[str, Any]) -> Any:
        """Return a new term of a post and a person that there are, or that are made with it."""
        tempat, nama = nilai["tempat"], nilai["jabatan__nama"]
        pemangku = PemangkuJabatan(mulai=nilai["mulai"])
        letak = (sebut_tempat(tempat), eja(nama))
        if letak not in self.jabatan:
            bidang = "pemda" if isinstance(tempat, PemerintahDaerah) else "perangkat_daerah"
            self.jabatan[letak] = Jabatan(nama=nama, **{bidang: tempat})
        pemangku.jabatan = self.jabatan[letak]
        pemangku.pegawai = self._pegawai(pemda_dari(tempat), nilai["pegawai__nama"], nilai["pegawai__nip"])
        pemangku.tempat = tempat  # type: ignore[attr-defined]
        return pemangku

    def _pegawai(self, pemda: Any, nama: str, nip: str | None) -> Pegawai:
        if nip:
            tanda: Any = ("nip", nip)
        else:
            tanda = ("nama", pemda.pk, nama)
            tanpa_nip = [p for p in self.senama[pemda.pk, nama] if not p.nip]
            if len(tanpa_nip) == 1:
                return tanpa_nip[0]
        if tanda not in self.pegawai:
            self.pegawai[tanda] = Pegawai(pemda=pemda, nama=nama, nip=nip or None)
        return self.pegawai[tanda]

    # One row ---------------------------------------------------------------------------------------

    def bagian(self, objek: Any) -> Iterable[tuple[str, Any]]:
        """Person, post, term."""
        return [("pegawai__", objek.pegawai), ("jabatan__", objek.jabatan), ("", objek)]

    def boleh(self, objek: Any) -> bool:
        """A term is the person's where its post is."""
        return super().boleh(objek.jabatan if isinstance(objek, PemangkuJabatan) else objek)

    def lengkapi(self, objek: Any, baris: Mapping[str, Any]) -> dict[str, str]:
        """Keep the name of a known person: another name under its NIP is a mistake, never a new name."""
        galat = {}
        pegawai, jabatan = objek.pegawai, objek.jabatan
        if pegawai.pk is not None:
            tercatat = self.asal[id(pegawai)][1]["nama"]
            if eja(pegawai.nama) != eja(tercatat):
                galat["pegawai__nama"] = f"NIP ini tercatat atas nama {tercatat}."
            pegawai.nama = tercatat
        elif not pegawai.nip and self.senama[pegawai.pemda_id, pegawai.nama]:
            ada = self.senama[pegawai.pemda_id, pegawai.nama]
            galat["pegawai__nip"] = (
                f"Tulis NIP-nya: sudah ada pegawai bernama sama, NIP {ada[0].nip or 'kosong'}."
            )
        if jabatan.pk is not None:
            jabatan.nama = self.asal[id(jabatan)][1]["nama"]
        if jabatan.tingkat and (jabatan.tingkat == TingkatJabatan.KEPALA_DAERAH) != (
            jabatan.pemda is not None
        ):
            galat["jabatan__tingkat"] = HANYA_PEMDA
        if objek.mulai and objek.sampai and objek.sampai < objek.mulai:
            galat["sampai"] = "Tanggal sampai tidak boleh lebih awal daripada tanggal mulai."
        if jabatan.atasan is jabatan:
            galat["jabatan__atasan"] = "Jabatan ini tidak menjadi atasan bagi dirinya sendiri."
        return galat

    # All rows --------------------------------------------------------------------------------------

    def periksa_bersama(self) -> None:
        """One definitive holder at a time, one head, one post a unit, one person a NIP: after the file."""
        baru = {b.objek.pegawai.nip: b for b in self.baris_sah() if b.is_baru and b.objek.pegawai.pk is None}
        for nip in Pegawai._base_manager.filter(nip__in=[n for n in baru if n]).values_list("nip", flat=True):
            baru[nip].tolak("pegawai__nip", TERPAKAI)
        self._periksa_jabatan()
        sah = {id(b.objek): b for b in self.baris_sah()}
        ditolak = {id(b.objek) for b in self.baris if b.keadaan is Keadaan.DITOLAK}
        masa: dict[int, list[Any]] = defaultdict(list)
        for p in self.milik.values():
            if p.status == StatusPemangku.DEFINITIF and id(p) not in ditolak:
                masa[id(p.jabatan)].append(p)
        for satu in masa.values():
            satu.sort(key=lambda p: p.mulai)
            for atas, bawah in pairwise(satu):
                self._tolak_tumpang(sah, atas, bawah)

    def _tolak_tumpang(self, sah: dict[int, BarisImpor], atas: Any, bawah: Any) -> None:
        if (atas.sampai or datetime.date.max) < bawah.mulai:
            return
        for satu, lain in ((bawah, atas), (atas, bawah)):
            if (baris := sah.get(id(satu))) is not None and baris.keadaan is not Keadaan.TETAP:
                akhir = format_tanggal(lain.sampai) if lain.sampai else "sekarang"
                baris.tolak(
                    "mulai",
                    f"Bertumpuk dengan masa jabatan definitif {lain.pegawai.nama_lengkap}, "
                    f"{format_tanggal(lain.mulai)} sampai {akhir}.",
                )
                return

    def _periksa_jabatan(self) -> None:
        """Refuse a second head of an office and a second post of a unit."""
        kepala: dict[Any, Jabatan] = {}
        pimpinan: dict[int, Jabatan] = {}
        baris: dict[int, BarisImpor] = {}
        for b in self.baris_sah():
            baris.setdefault(id(b.objek.jabatan), b)
        # Stored posts that the file leaves alone come first, so that a row of the file is the one refused.
        for j in sorted(self.jabatan.values(), key=lambda j: (id(j) in baris, j.pk is None)):
            letak = (j.tingkat, sebut_tempat(j.perangkat_daerah or j.pemda))
            if j.tingkat in (TingkatJabatan.KEPALA_PD, TingkatJabatan.KEPALA_DAERAH):
                lain = kepala.setdefault(letak, j)
                if lain is not j and id(j) in baris:
                    baris[id(j)].tolak("jabatan__tingkat", f"Sudah ada {lain.nama}.")
            if j.unit_id is not None:
                lain = pimpinan.setdefault(j.unit_id, j)
                if lain is not j and id(j) in baris:
                    baris[id(j)].tolak("jabatan__unit", f"Unit ini sudah dipimpin {lain.nama}.")
