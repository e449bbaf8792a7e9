"""Sheet of the posts and who holds them: post, person and term in one row."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from organisasi.models import Jabatan, Pegawai, PemangkuJabatan
from organisasi.pilihan import ADMIN, BentukNIP, StatusPemangku, TingkatJabatan
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai
from pelaporan.buku.lembar.dasar import pilihan
from pelaporan.buku.skema import Baris, BarisSalah, Lembar

KOLOM_JABATAN = ("tingkat", "unit", "atasan")
KOLOM_PEGAWAI = ("nama", "gelar_depan", "gelar_belakang", "bentuk_nip", "nip", "pangkat")
KOLOM_MASA = ("status", "mulai", "sampai")


class Pejabat(Lembar):
    """A row is a term of a post; a post that nobody holds has a row without a person."""

    nama = "Pejabat"
    penulis = ADMIN
    kunci_terbuka = True
    penjelasan = (
        "Jabatan dan pemangkunya. Pergantian pejabat ditulis sebagai baris baru; baris lama "
        "diberi tanggal sampai."
    )

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        tingkat = tuple(p for p in pilihan(TingkatJabatan) if p[0] != TingkatJabatan.KEPALA_DAERAH)
        return (
            Kolom("jabatan", "Jabatan", wajib=True, is_kunci=True, contoh="Camat Mekar", lebar=34, maks=200),
            Kolom(
                "tingkat",
                "Tingkat",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=tingkat,
                contoh="Kepala seksi",
                lebar=24,
            ),
            Kolom("unit", "Unit", Jenis.RUJUK, rujuk="unit", contoh="Seksi Pelayanan", lebar=26),
            Kolom("atasan", "Jabatan atasan", Jenis.RUJUK, rujuk="jabatan", contoh="Camat Mekar", lebar=26),
            Kolom(
                "nama",
                "Nama pejabat",
                is_kunci=True,
                contoh="Sari Wulandari",
                satuan="tanpa gelar",
                lebar=26,
                maks=120,
            ),
            Kolom("gelar_depan", "Gelar depan", contoh="Dra.", maks=40),
            Kolom("gelar_belakang", "Gelar belakang", contoh="M.Si.", maks=60),
            Kolom(
                "bentuk_nip", "Bentuk nomor", Jenis.PILIHAN, pilihan=pilihan(BentukNIP), contoh="NIP (PNS)"
            ),
            Kolom(
                "nip", "NIP", contoh="197001011990031001", satuan="18 angka sebagai teks", lebar=22, maks=25
            ),
            Kolom("pangkat", "Golongan", Jenis.RUJUK, rujuk="pangkat", contoh="IV/a"),
            Kolom("status", "Status", Jenis.PILIHAN, pilihan=pilihan(StatusPemangku), contoh="Definitif"),
            Kolom("mulai", "Mulai", Jenis.TANGGAL, is_kunci=True, contoh="02/01/2023"),
            Kolom("sampai", "Sampai", Jenis.TANGGAL, contoh="31/12/2024"),
        )

    def nama_daftar(self, nilai: dict[str, Nilai]) -> tuple[str, str]:
        """Other rows name the post."""
        return "jabatan", str(nilai["jabatan"])

    def muat(self, b: Bahan) -> list[Baris]:
        """One row a term, in the order of the structure."""
        hasil = []
        for j in b.daftar["jabatan"].values():
            if j.perangkat_daerah_id is None:
                continue
            kunci = b.tertutup or b.boleh_tulis(j)
            for p in b.pemangku.get(j.pk) or [None]:  # type: ignore[list-item]
                hasil.append(Baris(self._nilai(b, j, p), objek=(j, p), terkunci=kunci))
        return hasil

    def _nilai(self, b: Bahan, j: Jabatan, p: PemangkuJabatan | None) -> dict[str, Nilai]:
        orang = p.pegawai if p else None
        return {
            "jabatan": j.nama,
            "tingkat": j.tingkat,
            "unit": b.nama("unit", j.unit),
            "atasan": b.nama("jabatan", j.atasan),
            "nama": orang.nama if orang else "",
            "gelar_depan": orang.gelar_depan if orang else "",
            "gelar_belakang": orang.gelar_belakang if orang else "",
            "bentuk_nip": orang.bentuk_nip if orang else "",
            "nip": (orang.nip or "") if orang else "",
            "pangkat": b.nama("pangkat", orang.pangkat) if orang else "",
            "status": p.status if p else "",
            "mulai": p.mulai if p else None,
            "sampai": p.sampai if p else None,
        }

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write the post, the person and the term, each where it is new or changed."""
        if pesan := b.boleh_tulis(Jabatan(perangkat_daerah=b.kantor)):
            raise BarisSalah(pesan, "izin")
        jabatan, pemangku = baris.objek if baris is not None and baris.objek else (None, None)
        jabatan = self._jabatan(b, jabatan, nilai, ubah)
        if not nilai["nama"]:
            if nilai["mulai"] or nilai["nip"]:
                raise BarisSalah({"nama": "Nama pejabat belum diisi."})
            return
        if not nilai["mulai"]:
            raise BarisSalah({"mulai": "Tanggal mulai menjabat belum diisi, misalnya 02/01/2023."})
        pegawai = self._pegawai(b, pemangku, nilai, ubah)
        if pemangku is None:
            pemangku = PemangkuJabatan(jabatan=jabatan, pegawai=pegawai)
        elif not ubah & set(KOLOM_MASA):
            return
        pemangku.status = nilai["status"] or StatusPemangku.DEFINITIF
        pemangku.mulai, pemangku.sampai = nilai["mulai"], nilai["sampai"]
        b.simpan(pemangku, {k: k for k in KOLOM_MASA})
        daftar = b.pemangku.setdefault(jabatan.pk, [])
        if pemangku not in daftar:
            daftar.append(pemangku)

    def _jabatan(self, b: Bahan, jabatan: Any, nilai: dict[str, Nilai], ubah: frozenset[str]) -> Jabatan:
        lama = jabatan or b.daftar["jabatan"].get(str(nilai["jabatan"]))
        if lama is not None and not (jabatan is not None and ubah & {*KOLOM_JABATAN, "jabatan"}):
            self._selaras(b, lama, nilai)
            return lama  # type: ignore[no-any-return]
        baru: Jabatan = lama or Jabatan(perangkat_daerah=b.kantor)
        baru.nama, baru.tingkat = str(nilai["jabatan"]), str(nilai["tingkat"])
        baru.unit = b.cari("unit", nilai["unit"], "unit")
        baru.atasan = b.cari("jabatan", nilai["atasan"], "atasan")
        if pesan := b.boleh_tulis(baru):
            raise BarisSalah(pesan, "izin")
        b.simpan(baru, {"nama": "jabatan", "tingkat": "tingkat", "unit": "unit", "atasan": "atasan"})
        b.daftar["jabatan"][baru.nama] = baru
        return baru

    def _selaras(self, b: Bahan, lama: Jabatan, nilai: dict[str, Nilai]) -> None:
        """Refuse a second row of a post that says something else about the post."""
        kini = {
            "tingkat": lama.tingkat,
            "unit": b.nama("unit", lama.unit),
            "atasan": b.nama("jabatan", lama.atasan),
        }
        beda = {
            k: "Berbeda dengan baris lain untuk jabatan yang sama." for k, v in kini.items() if nilai[k] != v
        }
        if beda:
            raise BarisSalah(beda)

    def _pegawai(self, b: Bahan, pemangku: Any, nilai: dict[str, Nilai], ubah: frozenset[str]) -> Pegawai:
        if pemangku is not None and not ubah & set(KOLOM_PEGAWAI):
            return pemangku.pegawai  # type: ignore[no-any-return]
        nip = str(nilai["nip"] or "").replace(" ", "")
        pegawai = pemangku.pegawai if pemangku is not None else self._cari_pegawai(b, nip, str(nilai["nama"]))
        if pegawai is None:
            pegawai = Pegawai(pemda=b.pemda)
        for kolom in ("nama", "gelar_depan", "gelar_belakang"):
            setattr(pegawai, kolom, nilai[kolom])
        pegawai.bentuk_nip = nilai["bentuk_nip"] or BentukNIP.PNS
        pegawai.nip, pegawai.pangkat = nip or None, b.cari("pangkat", nilai["pangkat"], "pangkat")
        b.simpan(pegawai, {k: k for k in KOLOM_PEGAWAI})
        return pegawai

    @staticmethod
    def _cari_pegawai(b: Bahan, nip: str, nama: str) -> Pegawai | None:
        """Return a person of the government: by NIP, else by name where no number is given on either side."""
        milik = Pegawai.objects.filter(Q(pemda=b.pemda) | Q(pemda=None))
        if nip:
            ada = milik.filter(nip=nip).first()
            if ada is None and Pegawai.objects.filter(nip=nip).exists():
                raise BarisSalah({"nip": "NIP ini dipakai pegawai pemerintah daerah lain. Periksa angkanya."})
            return ada
        return milik.filter(nip=None, nama=nama, pemangkuan__jabatan__perangkat_daerah=b.kantor).first()
