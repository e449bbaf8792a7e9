"""Many accounts and tasks from pasted or uploaded lines: read, shown line by line, then all or nothing.

A line: nama pengguna;nama lengkap;surel;perangkat daerah;peran;unit;mulai;sampai. One person may have
several lines, one for each task. Nothing of an existing account is changed: it only gets tasks.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from organisasi.akun import buat_sandi_awal
from organisasi.models import PemerintahDaerah, Pengguna, Penugasan, PerangkatDaerah, UnitKerja
from organisasi.pilihan import PERAN_KABUPATEN, Peran
from pelaporan.akun_kabupaten import (
    IsianAkun,
    IsianTugas,
    SandiBaru,
    akun_kelola,
    beri_tugas,
    salah_tugas,
    tugas_serupa,
    tulis_akun,
)
from pelaporan.akun_massal_urai import BarisAkun, KeadaanBaris, MassalGagal, RencanaAkun, urai_baris
from pelaporan.kabupaten import kantor_kelola, pemda_kelola
from sakip.umum.tanggal import format_tanggal

POLA_NAMA = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}", re.ASCII)
NAMA_PERAN = {
    **{p.value: p for p in Peran},
    **{p.label.casefold(): p for p in Peran},
    "camat": Peran.CAMAT,
    "kepala": Peran.CAMAT,
    "admin": Peran.ADMIN_KABUPATEN,
    "bagian organisasi": Peran.ADMIN_KABUPATEN,
}
SEBUT_PERAN = "staf, penyusun, verifikator, camat, inspektorat, atau admin kabupaten"


class _Pemeriksa:
    """Checks the lines against what the person may give and what exists: a fixed number of queries."""

    def __init__(self, baris: list[BarisAkun], oleh: Pengguna, hari: datetime.date) -> None:
        self.hari = hari
        nama = {b.isi["nama pengguna"].casefold() for b in baris}
        kantor = list(kantor_kelola(oleh, Peran.ADMIN_KABUPATEN))
        self.kantor: dict[str, PerangkatDaerah] = {}
        nama_kantor = Counter(k.nama.casefold() for k in kantor)
        for k in kantor:
            self.kantor[k.slug.casefold()] = k
            if nama_kantor[k.nama.casefold()] == 1:  # two governments may have offices of one name
                self.kantor[k.nama.casefold()] = k
        self.pemda = _pemda(oleh)
        self.unit: dict[tuple[int, str], UnitKerja] = {
            (u.perangkat_daerah_id, u.nama.casefold()): u
            for u in UnitKerja.objects.filter(perangkat_daerah__in=kantor)
        }
        # Names are few; comparing without case in the database needs a query that depends on its kind.
        semua = Pengguna.objects.values_list("username", "pk")
        self.terpakai = {username.casefold(): pk for username, pk in semua if username.casefold() in nama}
        self.milik = {p.pk: p for p in akun_kelola(oleh).filter(pk__in=self.terpakai.values())}
        self.tugas: dict[int, list[Penugasan]] = {pk: [] for pk in self.milik}
        for t in Penugasan.objects.filter(pengguna__in=self.milik):
            self.tugas[t.pengguna_id].append(t)
        self.dibuat: dict[str, BarisAkun] = {}
        self.diberi: list[tuple[int, str, IsianTugas]] = []
        self.oleh = oleh

    def periksa(self, b: BarisAkun) -> None:
        """Fill in what will become of a line."""
        if not b.galat:
            b.tugas = self._tugas(b)
            self._akun(b)
        if not b.galat and b.tugas is not None:
            self._bandingkan(b, b.tugas)
        if b.galat:
            b.keadaan = KeadaanBaris.DITOLAK

    def _tugas(self, b: BarisAkun) -> IsianTugas | None:
        peran = NAMA_PERAN.get(b.isi["peran"].casefold())
        if peran is None:
            b.galat.append(("peran", f"Peran tidak dikenal. Tulis {SEBUT_PERAN}."))
        mulai = _tanggal(b, "mulai") or self.hari
        sampai = _tanggal(b, "sampai")
        kantor, pemda = self._tempat(b, peran)
        unit = self._unit(b, kantor)
        if peran is None or b.galat:
            return None
        tugas = IsianTugas(peran, kantor, unit, pemda, mulai, sampai)
        if alasan := salah_tugas(tugas):
            b.galat.append((_kolom_salah(tugas), alasan))
        return tugas

    def _tempat(
        self, b: BarisAkun, peran: Peran | None
    ) -> tuple[PerangkatDaerah | None, PemerintahDaerah | None]:
        isi = b.isi["perangkat daerah"].casefold()
        if peran in PERAN_KABUPATEN:
            return None, self._pemda_baris(b, isi)
        kantor = self.kantor.get(isi)
        if kantor is None:
            alasan = "Isi perangkat daerah" if not isi else "Perangkat daerah tidak ada dalam daftar Anda"
            contoh = next(iter(self.kantor.values()), None)
            b.galat.append(
                ("perangkat daerah", alasan + (f". Tulis misalnya {contoh.slug}." if contoh else "."))
            )
        return kantor, None

    def _pemda_baris(self, b: BarisAkun, isi: str) -> PemerintahDaerah | None:
        cocok = [p for p in self.pemda if not isi or isi in (p.nama.casefold(), p.nama_lengkap.casefold())]
        if len(cocok) == 1:
            return cocok[0]
        alasan = "Kosongkan kolom ini untuk inspektorat dan admin kabupaten."
        if len(self.pemda) > 1:
            alasan = f"Tulis nama pemerintah daerahnya, misalnya {self.pemda[0].nama_lengkap}."
        b.galat.append(("perangkat daerah", alasan))
        return None

    def _unit(self, b: BarisAkun, kantor: PerangkatDaerah | None) -> UnitKerja | None:
        isi = b.isi["unit"]
        if not isi or kantor is None:
            if isi and not b.galat:
                b.galat.append(("unit", "Kosongkan unit untuk inspektorat dan admin kabupaten."))
            return None
        unit = self.unit.get((kantor.pk, isi.casefold()))
        if unit is None:
            ada = [u.nama for (k, _), u in self.unit.items() if k == kantor.pk][:3]
            contoh = f" Yang ada misalnya: {', '.join(ada)}." if ada else ""
            b.galat.append(("unit", f"Unit ini tidak ada di {kantor.nama}.{contoh}"))
        return unit

    def _akun(self, b: BarisAkun) -> None:
        nama = b.isi["nama pengguna"].casefold()
        pk = self.terpakai.get(nama)
        if pk is not None and pk == self.oleh.pk:
            b.galat.append(("nama pengguna", "Ini akun Anda sendiri. Tugas Anda diberikan oleh orang lain."))
        elif pk is not None and pk not in self.milik:
            b.galat.append(
                ("nama pengguna", f"Nama pengguna ini sudah dipakai. Pilih nama lain, misalnya {nama}2.")
            )
        elif pk is not None:
            b.pengguna = self.milik[pk]
            if b.isi["nama lengkap"] and b.isi["nama lengkap"] != b.pengguna.get_full_name():
                b.catatan = f"Nama yang tercatat, {b.pengguna.get_full_name()}, tidak diubah."
        else:
            self._akun_baru(b, nama)

    def _akun_baru(self, b: BarisAkun, nama: str) -> None:
        if not POLA_NAMA.fullmatch(nama):
            b.galat.append(
                (
                    "nama pengguna",
                    "Pakai 3 sampai 40 huruf kecil, angka, titik, atau garis, misalnya budi.santoso.",
                )
            )
        lengkap = b.isi["nama lengkap"]
        atas = self.dibuat.get(nama)
        if atas is not None and not lengkap:
            lengkap = atas.isi["nama lengkap"]
        if not lengkap:
            b.galat.append(("nama lengkap", "Isi nama lengkap, misalnya Budi Santoso."))
        elif len(lengkap) > 150:
            b.galat.append(("nama lengkap", "Nama lengkap paling banyak 150 huruf."))
        if atas is not None and lengkap != atas.isi["nama lengkap"]:
            b.galat.append(
                (
                    "nama lengkap",
                    f"Baris {atas.nomor} menulis {atas.isi['nama lengkap']} untuk nama pengguna yang sama.",
                )
            )
        surel = b.isi["surel"]
        try:
            if surel:
                validate_email(surel)
        except ValidationError:
            b.galat.append(("surel", "Tulis alamat surel seperti budi@contoh.id, atau kosongkan."))
        pemda = (b.tugas.kantor.pemda if b.tugas.kantor else b.tugas.pemda) if b.tugas else None
        if not b.galat and pemda is not None:
            b.akun = IsianAkun(nama, lengkap, surel, pemda)

    def _bandingkan(self, b: BarisAkun, tugas: IsianTugas) -> None:
        nama = b.isi["nama pengguna"].casefold()
        for nomor, lain, t in self.diberi:
            if lain == nama and _bertumpuk(t, tugas):
                b.galat.append(("peran", f"Sama dengan baris {nomor}. Hapus salah satunya."))
                return
        if b.pengguna is not None:
            ada = tugas_serupa(self.tugas[b.pengguna.pk], tugas)
            b.keadaan = KeadaanBaris.ADA if ada else KeadaanBaris.TUGAS
            if ada:
                b.catatan = f"Tugas ini tercatat mulai {format_tanggal(ada.mulai)}. {b.catatan}".strip()
        elif nama in self.dibuat:
            b.keadaan = KeadaanBaris.TUGAS
        else:
            b.keadaan = KeadaanBaris.BARU
            self.dibuat[nama] = b
        self.diberi.append((b.nomor, nama, tugas))


def _bertumpuk(a: IsianTugas, b: IsianTugas) -> bool:
    tempat = (a.peran, a.kantor, a.unit, a.pemda) == (b.peran, b.kantor, b.unit, b.pemda)
    akhir_a, akhir_b = a.sampai or datetime.date.max, b.sampai or datetime.date.max
    return tempat and a.mulai <= akhir_b and b.mulai <= akhir_a


def _kolom_salah(tugas: IsianTugas) -> str:
    if tugas.sampai is not None and tugas.sampai < tugas.mulai:
        return "sampai"
    return "unit" if tugas.kantor is not None else "perangkat daerah"


def _pemda(oleh: Pengguna) -> list[PemerintahDaerah]:
    semua = PemerintahDaerah.objects.order_by("kode")
    if not oleh.pelaku.is_semua:
        semua = semua.filter(pk__in=pemda_kelola(oleh.pelaku, Peran.ADMIN_KABUPATEN))
    return list(semua)


def _tanggal(b: BarisAkun, kolom: str) -> datetime.date | None:
    isi = b.isi[kolom]
    if not isi:
        return None
    cocok = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", isi, re.ASCII)
    urut = (cocok[3], cocok[2], cocok[1]) if cocok else isi.split("-") if _is_iso(isi) else None
    try:
        if urut is not None:
            return datetime.date(*(int(n) for n in urut))
    except ValueError:
        pass
    b.galat.append((kolom, "Tulis tanggal seperti 01-03-2026."))
    return None


def _is_iso(isi: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", isi, re.ASCII) is not None


def rencanakan_akun(teks: str, oleh: Pengguna, hari: datetime.date) -> RencanaAkun:
    """Return what each line will do; nothing is written. Raises MassalGagal where it cannot be read."""
    baris = urai_baris(teks)
    pemeriksa = _Pemeriksa(baris, oleh, hari)
    for satu in baris:
        pemeriksa.periksa(satu)
    return RencanaAkun(baris)


# The act --------------------------------------------------------------------------------------------


def buat_massal(teks: str, oleh: Pengguna, hari: datetime.date) -> tuple[RencanaAkun, list[SandiBaru]]:
    """Make all accounts and tasks of the lines, or none; return the first passwords, to be shown once.

    The passwords are hashed before the transaction: hashing is slow on purpose. Raises MassalGagal where
    a line is refused.
    """
    sandi = {
        b.akun.nama_pengguna: (awal := buat_sandi_awal(), make_password(awal))
        for b in rencanakan_akun(teks, oleh, hari).baris
        if b.keadaan is KeadaanBaris.BARU and b.akun is not None
    }
    with transaction.atomic():
        rencana = rencanakan_akun(teks, oleh, hari)
        if rencana.ditolak:
            raise MassalGagal(f"{rencana.ditolak} baris ditolak, jadi tidak ada yang dibuat.")
        baru: dict[str, Pengguna] = {}
        for b in rencana.baris:
            if b.keadaan is KeadaanBaris.ADA or b.tugas is None:
                continue
            if b.keadaan is KeadaanBaris.BARU and b.akun is not None:
                baru[b.akun.nama_pengguna] = tulis_akun(b.akun, sandi[b.akun.nama_pengguna][1], oleh)
            pengguna = b.pengguna or baru[b.isi["nama pengguna"].casefold()]
            beri_tugas(pengguna, b.tugas, oleh)
    return rencana, [SandiBaru(p, sandi[nama][0]) for nama, p in baru.items()]
