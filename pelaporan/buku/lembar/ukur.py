"""Sheets of the measurement: values by period, where they come from, years before, benchmarks, analysis."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from kinerja.models import AnalisisCapaian, NilaiTahunLalu, Pembanding, Pengukuran, Realisasi
from kinerja.pilihan import (
    PERIODE_FREKUENSI,
    TRIWULAN_PERIODE,
    CaraUkur,
    Frekuensi,
    JenisPembanding,
    MetodePeriode,
    Periode,
)
from kinerja.tanggung_jawab import unit_indikator
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai
from pelaporan.buku.lembar.dasar import LembarModel, pilihan
from pelaporan.buku.lembar.indikator import kolom_indikator
from pelaporan.buku.nilai_indikator import dari_model, kolom_model, rentang, tafsir
from pelaporan.buku.pengisian import PENGISI_TRIWULAN, boleh_isi_triwulan
from pelaporan.buku.skema import Baris, BarisSalah, Lembar
from pelaporan.buku.tahun_terukur import muat_tahun_terukur

TERUKUR = "Tahun ini sudah diukur di SAKIP; ubah pada realisasi tahunnya."
BERPASANGAN = "Indikator ini dihitung dari pembilang dan penyebut; persentasenya tidak ditulis."
TANPA_PASANGAN = "Indikator ini tidak memakai pembilang dan penyebut. Tulis nilainya pada kolom Realisasi."


def unit_dari(b: Bahan, indikator: Any) -> int | None:
    """Return the unit that answers for an indicator."""
    definisi = b.definisi_pada(indikator)
    return unit_indikator([indikator], {indikator.pk: definisi} if definisi else {}, b.pimpinan)[indikator.pk]


class Ukur(Lembar):
    """Values by period: one row for each that the year asks."""

    nama = "Realisasi kinerja"
    penulis = PENGISI_TRIWULAN
    penjelasan = (
        "Realisasi setiap periode. Nol ditulis 0; yang belum ada dibiarkan kosong. Rasio diisi "
        "pembilang dan penyebutnya. "
        "Periode yang tidak berlaku: isi Tidak berlaku dengan Ya dan tulis keterangannya."
    )

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            kolom_indikator(),
            Kolom("nama", "Indikator", is_keterangan=True, lebar=52),
            Kolom(
                "periode",
                "Periode",
                Jenis.PILIHAN,
                wajib=True,
                is_kunci=True,
                pilihan=pilihan(Periode),
                contoh="TW I",
            ),
            Kolom("nilai", "Realisasi", Jenis.NILAI, contoh="87,15", satuan="sesuai satuan indikator"),
            Kolom("pembilang", "Pembilang", Jenis.DESIMAL, contoh="45", tempat=4),
            Kolom("penyebut", "Penyebut", Jenis.DESIMAL, contoh="50", tempat=4),
            Kolom("tidak_berlaku", "Tidak berlaku", Jenis.YA_TIDAK, contoh="Ya"),
            Kolom("keterangan", "Keterangan", Jenis.PANJANG, contoh="Survei dilakukan bulan Juni", lebar=36),
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """Every period that is asked in the year, filled or not."""
        hasil = []
        for baris in b.isian.kinerja if b.isian else []:
            for periode in baris.periode:
                r = baris.realisasi.get(periode)
                nilai: dict[str, Nilai] = {
                    "indikator": baris.indikator.kode,
                    "nama": baris.indikator.nama,
                    "periode": periode,
                    "nilai": dari_model(r) if r else None,
                    "pembilang": r.pembilang if r else None,
                    "penyebut": r.penyebut if r else None,
                    "tidak_berlaku": not r.berlaku if r else False,
                    "keterangan": r.keterangan if r else "",
                }
                rasio = baris.definisi is not None and baris.definisi.metode == MetodePeriode.RASIO_JUMLAH
                tetap = frozenset({"nilai"}) if rasio else frozenset({"pembilang", "penyebut"})
                tutup = b.tertutup or boleh_isi_triwulan(b, baris.unit_id, TRIWULAN_PERIODE[Periode(periode)])
                hasil.append(Baris(nilai, r, tutup, tetap))
        return hasil

    def normal(self, b: Bahan, nilai: dict[str, Nilai]) -> dict[str, Nilai]:
        """Read grades."""
        return nilai | {
            "nilai": tafsir(b, str(nilai["indikator"]), "nilai", nilai["nilai"], boleh_rentang=False)
        }

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write one value with who entered it."""
        i, periode = b.cari("indikator", nilai["indikator"], "indikator"), Periode(str(nilai["periode"]))
        definisi = b.definisi_pada(i)
        if definisi is None:
            raise BarisSalah({"indikator": f"Indikator ini belum punya definisi untuk tahun {b.tahun}."})
        unit = unit_dari(b, i)
        if pesan := boleh_isi_triwulan(b, unit, TRIWULAN_PERIODE[periode]):
            raise BarisSalah(pesan, "terkunci")
        r = baris.objek if baris is not None and baris.objek else None
        if r is None:
            ukur = wajib_pengukuran(b, i, definisi, periode)
            r = Realisasi(pengukuran=ukur, cara=ukur.cara, periode=periode.value)
        self._isi(b, r, definisi, nilai)
        r.unit_id, r.diisi_oleh, r.diisi_pada = unit, b.pengguna, timezone.now()
        bidang = ("nilai", "pembilang", "penyebut", "keterangan", "periode")
        b.simpan(r, {**{k: k for k in bidang}, "predikat": "nilai", "berlaku": "tidak_berlaku"})

    @staticmethod
    def _isi(b: Bahan, r: Realisasi, definisi: Any, nilai: dict[str, Nilai]) -> None:
        rasio = definisi.metode == MetodePeriode.RASIO_JUMLAH
        if nilai["tidak_berlaku"] and any(nilai[k] is not None for k in ("nilai", "pembilang", "penyebut")):
            raise BarisSalah({"tidak_berlaku": "Periode yang tidak berlaku dikosongkan nilainya."})
        if nilai["tidak_berlaku"] and not nilai["keterangan"]:
            raise BarisSalah({"keterangan": "Tulis mengapa periode ini tidak berlaku."})
        if rasio and nilai["nilai"] is not None:
            raise BarisSalah({"nilai": BERPASANGAN})
        if not rasio and (nilai["pembilang"] is not None or nilai["penyebut"] is not None):
            raise BarisSalah({"pembilang": TANPA_PASANGAN})
        if (nilai["pembilang"] is None) != (nilai["penyebut"] is None):
            kosong = "pembilang" if nilai["pembilang"] is None else "penyebut"
            raise BarisSalah({kosong: "Isi pembilang dan penyebut bersama-sama."})
        isi = kolom_model(b, definisi, "nilai", nilai["nilai"])
        r.nilai, r.predikat = isi["nilai"], isi["predikat"]
        r.pembilang, r.penyebut = nilai["pembilang"], nilai["penyebut"]  # type: ignore[assignment]
        r.berlaku, r.keterangan = not nilai["tidak_berlaku"], str(nilai["keterangan"])


def wajib_pengukuran(b: Bahan, indikator: Any, definisi: Any, periode: Periode | None) -> Pengukuran:
    """Return the header of an indicator and year, made by how its first value is given."""
    diminta = PERIODE_FREKUENSI[Frekuensi(definisi.frekuensi)]
    cara = CaraUkur.SETAHUN if periode is Periode.TAHUN or diminta == (Periode.TAHUN,) else CaraUkur.PERIODE
    if periode is not None and periode not in (*diminta, Periode.TAHUN):
        sebut = ", ".join(str(p.label) for p in diminta)
        raise BarisSalah({"periode": f"Indikator ini diukur pada {sebut}."})
    ukur = Pengukuran.objects.filter(indikator=indikator, tahun=b.tahun).first()
    if ukur is None:
        ukur = Pengukuran(indikator=indikator, tahun=b.tahun, cara=cara)
        b.simpan(ukur, {})
    elif periode is not None and ukur.cara != cara:
        if ukur.realisasi.exists():
            raise BarisSalah({"periode": "Nilai setahun dan nilai per periode tidak boleh bercampur."})
        ukur.cara = cara
        b.simpan(ukur, {})
    return ukur


class Sumber(Lembar):
    """Where the values of the year come from."""

    nama = "Sumber data"
    penulis = PENGISI_TRIWULAN
    penjelasan = "Sumber data realisasi setiap indikator pada tahun ini; dicetak di bawah tabel."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            kolom_indikator(),
            Kolom("nama", "Indikator", is_keterangan=True, lebar=52),
            Kolom("sumber", "Sumber data tahun ini", contoh="Laporan survei semester II", lebar=60, maks=250),
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """Every indicator of the year."""
        ada = {p.indikator_id: p for p in Pengukuran.objects.filter(indikator__in=b.indikator, tahun=b.tahun)}
        hasil = []
        for i in b.indikator:
            p = ada.get(i.pk)
            nilai: dict[str, Nilai] = {"indikator": i.kode, "nama": i.nama, "sumber": p.sumber if p else ""}
            hasil.append(Baris(nilai, p, b.tertutup or self._tolak(b, i)))
        return hasil

    @staticmethod
    def _tolak(b: Bahan, indikator: Any) -> str:
        from kinerja.alur import boleh_isi
        from kinerja.alur_isian import BUKAN_TUGAS

        if b.pengguna is None or b.is_penyiapan or b.kantor is None:
            return ""
        return "" if boleh_isi(b.pengguna.pelaku, b.kantor.pk, unit_dari(b, indikator)) else BUKAN_TUGAS

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write the source."""
        i = b.cari("indikator", nilai["indikator"], "indikator")
        definisi = b.definisi_pada(i)
        if pesan := self._tolak(b, i):
            raise BarisSalah(pesan, "izin")
        if definisi is None:
            raise BarisSalah({"indikator": f"Indikator ini belum punya definisi untuk tahun {b.tahun}."})
        ukur = wajib_pengukuran(b, i, definisi, None)
        ukur.sumber = str(nilai["sumber"])
        b.simpan(ukur, {"sumber": "sumber"})


class TahunLalu(Lembar):
    """Annual values of years before the system."""

    nama = "Tahun lalu"
    penjelasan = "Target dan realisasi tahun-tahun sebelum sistem dipakai, dengan dokumen sumbernya."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            kolom_indikator(),
            Kolom("tahun", "Tahun", Jenis.BULAT, wajib=True, is_kunci=True, contoh=str(b.tahun - 1)),
            Kolom("target", "Target", Jenis.NILAI, contoh="85"),
            Kolom("realisasi", "Realisasi", Jenis.NILAI, contoh="84,12"),
            Kolom(
                "sumber",
                "Sumber",
                wajib=True,
                contoh=f"LKjIP Tahun {b.tahun - 1}, Tabel 3.2",
                lebar=40,
                maks=250,
            ),
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """By indicator and year."""
        kode = {i.pk: i for i in b.indikator}
        hasil = []
        milik = NilaiTahunLalu.objects.filter(indikator__in=kode).select_related(
            "target_predikat", "realisasi_predikat"
        )
        urut = list(kode)
        for n in sorted(milik, key=lambda n: (urut.index(n.indikator_id), n.tahun)):
            n.indikator = kode[n.indikator_id]
            nilai: dict[str, Nilai] = {
                "indikator": n.indikator.kode,
                "tahun": n.tahun,
                "target": n.target_predikat.kode if n.target_predikat else rentang(n.target, n.target_atas),
                "realisasi": n.realisasi_predikat.kode if n.realisasi_predikat else n.realisasi,
                "sumber": n.sumber,
            }
            hasil.append(Baris(nilai, n, b.tertutup or b.boleh_tulis(n)))
        tercatat = {(str(r.nilai["indikator"]), r.nilai["tahun"]) for r in hasil}
        for t in muat_tahun_terukur(b):
            if (t.indikator.kode, t.tahun) not in tercatat:
                isi: dict[str, Nilai] = {
                    "indikator": t.indikator.kode,
                    "tahun": t.tahun,
                    "target": t.target,
                    "realisasi": t.realisasi,
                    "sumber": f"Pengukuran tahun {t.tahun} dalam SAKIP",
                }
                hasil.append(Baris(isi, t, TERUKUR))
        return hasil

    def normal(self, b: Bahan, nilai: dict[str, Nilai]) -> dict[str, Nilai]:
        """Read ranges and grades."""
        kode = str(nilai["indikator"])
        return nilai | {
            k: tafsir(b, kode, k, nilai[k], boleh_rentang=k == "target") for k in ("target", "realisasi")
        }

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write it."""
        i = b.cari("indikator", nilai["indikator"], "indikator")
        n: Any = (baris.objek if baris else None) or NilaiTahunLalu(indikator=i)
        n.tahun, n.sumber = nilai["tahun"], nilai["sumber"]
        definisi = b.definisi_pada(i, n.tahun)
        target, realisasi = (kolom_model(b, definisi, k, nilai[k]) for k in ("target", "realisasi"))
        n.target, n.target_atas, n.target_predikat = target["nilai"], target["nilai_atas"], target["predikat"]
        n.realisasi, n.realisasi_predikat = realisasi["nilai"], realisasi["predikat"]
        if pesan := b.boleh_tulis(n):
            raise BarisSalah(pesan, "izin")
        b.simpan(n, {k: k for k in ("tahun", "target", "realisasi", "sumber")})


class PembandingLembar(Lembar):
    """Benchmarks."""

    nama = "Pembanding"
    penjelasan = (
        "Pembanding setiap indikator dengan nama dan sumbernya; bila tidak ada, pilih Tidak ada "
        "pembanding dan tulis alasannya."
    )

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            kolom_indikator(),
            Kolom(
                "jenis",
                "Jenis",
                Jenis.PILIHAN,
                wajib=True,
                is_kunci=True,
                pilihan=pilihan(JenisPembanding),
                contoh="Kabupaten/kota",
                lebar=22,
            ),
            Kolom("nama", "Nama pembanding", is_kunci=True, contoh="Rata-rata kecamatan", lebar=36, maks=200),
            Kolom("nilai", "Nilai", Jenis.NILAI, contoh="85,40"),
            Kolom("sumber", "Sumber", contoh="Rekapitulasi Bagian Organisasi", lebar=36, maks=250),
            Kolom("alasan", "Alasan tidak ada", Jenis.PANJANG, contoh="Belum ada standar nasional", lebar=36),
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """By indicator."""
        kode = {i.pk: i for i in b.indikator}
        urut = list(kode)
        hasil = []
        milik = Pembanding.objects.filter(indikator__in=kode, tahun=b.tahun).select_related("predikat")
        for p in sorted(milik, key=lambda p: (urut.index(p.indikator_id), p.jenis, p.nama)):
            p.indikator = kode[p.indikator_id]
            nilai: dict[str, Nilai] = {
                "indikator": p.indikator.kode,
                "jenis": p.jenis,
                "nama": p.nama,
                "nilai": dari_model(p),
                "sumber": p.sumber,
                "alasan": p.alasan,
            }
            hasil.append(Baris(nilai, p, b.tertutup or b.boleh_tulis(p)))
        return hasil

    def normal(self, b: Bahan, nilai: dict[str, Nilai]) -> dict[str, Nilai]:
        """Read grades."""
        return nilai | {
            "nilai": tafsir(b, str(nilai["indikator"]), "nilai", nilai["nilai"], boleh_rentang=False)
        }

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write it."""
        i = b.cari("indikator", nilai["indikator"], "indikator")
        p = (baris.objek if baris else None) or Pembanding(indikator=i, tahun=b.tahun)
        p.jenis, p.nama, p.sumber, p.alasan = (str(nilai[k]) for k in ("jenis", "nama", "sumber", "alasan"))
        self._periksa(p, nilai)
        isi = kolom_model(b, b.definisi_pada(i), "nilai", nilai["nilai"])
        p.nilai, p.predikat = isi["nilai"], isi["predikat"]
        if pesan := b.boleh_tulis(p):
            raise BarisSalah(pesan, "izin")
        b.simpan(p, {k: k for k in ("jenis", "nama", "nilai", "sumber", "alasan")})

    @staticmethod
    def _periksa(p: Pembanding, nilai: dict[str, Nilai]) -> None:
        if p.jenis == JenisPembanding.TIDAK_ADA:
            lebih = {
                k: "Kosongkan, atau pilih jenis lain."
                for k in ("nama", "nilai")
                if nilai[k] not in (None, "")
            }
            if lebih:
                raise BarisSalah(lebih)
            if not p.alasan:
                raise BarisSalah({"alasan": "Tulis alasan tidak ada pembanding."})
            return
        kurang = {k: "Belum diisi." for k in ("nama", "nilai", "sumber") if nilai[k] in (None, "")}
        if kurang:
            raise BarisSalah(kurang)


class Analisis(LembarModel):
    """Why a value came out as it did."""

    nama = "Analisis"
    penjelasan = "Penyebab, hambatan, solusi, dan rencana perbaikan setiap indikator; dicetak pada Tabel 3.6."
    model = AnalisisCapaian

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            kolom_indikator(),
            Kolom(
                "penyebab",
                "Penyebab keberhasilan/kegagalan",
                Jenis.PANJANG,
                contoh="Petugas ditambah pada hari pasar",
                lebar=44,
            ),
            Kolom("hambatan", "Hambatan", Jenis.PANJANG, contoh="Jaringan sering putus", lebar=44),
            Kolom(
                "solusi", "Solusi yang dilakukan", Jenis.PANJANG, contoh="Layanan luring disiapkan", lebar=44
            ),
            Kolom(
                "rencana_perbaikan",
                "Rencana perbaikan",
                Jenis.PANJANG,
                contoh="Menambah jalur jaringan",
                lebar=44,
            ),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """By indicator."""
        kode = {i.pk: i for i in b.indikator}
        urut = list(kode)
        hasil = sorted(
            AnalisisCapaian.objects.filter(indikator__in=kode, tahun=b.tahun),
            key=lambda a: urut.index(a.indikator_id),
        )
        for a in hasil:
            a.indikator = kode[a.indikator_id]
        return hasil

    def ambil(self, b: Bahan, objek: Any, kolom: Kolom) -> Nilai:
        """The code."""
        return str(objek.indikator.kode) if kolom.kunci == "indikator" else super().ambil(b, objek, kolom)

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """An analysis of the year."""
        return AnalisisCapaian(tahun=b.tahun)
