"""Sheets of the Perjanjian Kinerja by revision, its targets, and the rencana aksi that belongs to it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from kinerja.bahan_pk import baris_periksa, halangan, is_memangku, peringatan
from kinerja.models import Aksi, AlasanPeringatan, PerjanjianKinerja, RencanaAksi, TargetPeriode, TargetPK
from kinerja.pilihan import TRIWULAN_PERIODE, AlasanPerubahanPK, Periode, Tahap
from organisasi.jejak import catat
from organisasi.models import Jabatan, PemangkuJabatan
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai
from pelaporan.buku.lembar.dasar import LembarModel, pilihan
from pelaporan.buku.lembar.indikator import TargetSatu, kolom_indikator, simpan_nilai
from pelaporan.buku.nilai_indikator import dari_model, tafsir
from pelaporan.buku.skema import Baris, BarisSalah, Lembar
from renstra.models import SubKegiatan

PK_TETAP = "Perjanjian kinerja ini sudah ditetapkan. Buat perubahan untuk mengubahnya."


def kolom_pk() -> tuple[Kolom, ...]:
    """Return the columns that name a revision."""
    return (
        Kolom(
            "jabatan",
            "Jabatan",
            Jenis.RUJUK,
            wajib=True,
            is_kunci=True,
            rujuk="jabatan",
            contoh="Camat Mekar",
            lebar=30,
        ),
        Kolom(
            "revisi",
            "Perubahan ke",
            Jenis.BULAT,
            wajib=True,
            is_kunci=True,
            contoh="0",
            satuan="0 untuk PK murni",
        ),
    )


def cari_pk(b: Bahan, nilai: dict[str, Nilai]) -> PerjanjianKinerja:
    """Return the revision that a row names."""
    b.cari("jabatan", nilai["jabatan"], "jabatan")
    return b.cari("pk", f"{nilai['jabatan']} / {nilai['revisi']}", "revisi")  # type: ignore[no-any-return]


class DaftarPk(LembarModel):
    """Revisions of the PK of each post."""

    nama = "PK"
    penjelasan = (
        "Perjanjian Kinerja setiap jabatan dan perubahannya. Pihak yang kosong diisi pemangku "
        "jabatan pada tanggal PK. "
        "Isi Ditetapkan dengan Ya setelah targetnya benar."
    )
    model = PerjanjianKinerja

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            *kolom_pk(),
            Kolom("nomor", "Nomor", contoh="000.8.6.3/PK-01/2024", lebar=28, maks=80),
            Kolom("tanggal", "Tanggal", Jenis.TANGGAL, wajib=True, contoh=f"24/01/{b.tahun}"),
            Kolom(
                "alasan",
                "Alasan perubahan",
                Jenis.PILIHAN,
                pilihan=pilihan(AlasanPerubahanPK),
                lebar=30,
                contoh="Pergantian atau mutasi pejabat",
            ),
            Kolom(
                "uraian_alasan",
                "Uraian alasan",
                Jenis.PANJANG,
                contoh="Pagu berubah dengan DPA Perubahan",
                lebar=30,
            ),
            Kolom(
                "pihak_pertama", "Pihak pertama", contoh="Sari Wulandari", satuan="nama tanpa gelar", lebar=24
            ),
            Kolom(
                "pihak_kedua",
                "Pihak kedua (atasan)",
                contoh="Surya Wicaksana",
                satuan="nama tanpa gelar",
                lebar=24,
            ),
            Kolom("dpa", "Urutan DPA yang dicetak", Jenis.RUJUK, rujuk="dpa", contoh="0"),
            Kolom(
                "alasan_peringatan",
                "Alasan peringatan",
                Jenis.PANJANG,
                contoh="Menunggu pengesahan DPA",
                lebar=30,
                satuan="diisi bila ada peringatan saat ditetapkan",
            ),
            Kolom("ditetapkan", "Ditetapkan", Jenis.YA_TIDAK, contoh="Ya"),
        )

    def nama_daftar(self, nilai: dict[str, Nilai]) -> tuple[str, str]:
        """Post and revision name it."""
        return "pk", f"{nilai['jabatan']} / {nilai['revisi']}"

    def semua(self, b: Bahan) -> list[Any]:
        """By post and revision."""
        return list(b.daftar["pk"].values())

    def terkunci(self, b: Bahan, objek: Any) -> str:
        """A revision that is set."""
        return PK_TETAP if objek.is_ditetapkan else ""

    def ambil(self, b: Bahan, objek: Any, kolom: Kolom) -> Nilai:
        """Names of the parties, reasons of the warnings."""
        if kolom.kunci == "jabatan":
            return str(objek.jabatan.nama)
        if kolom.kunci in ("pihak_pertama", "pihak_kedua"):
            return str(getattr(objek, kolom.kunci).pegawai.nama)
        if kolom.kunci == "ditetapkan":
            return bool(objek.is_ditetapkan)
        if kolom.kunci == "alasan_peringatan":
            return "; ".join(dict.fromkeys(b.alasan_pk.get(objek.pk, [])))
        return super().ambil(b, objek, kolom)

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A revision of the year."""
        return PerjanjianKinerja(tahun=b.tahun)

    def isi(self, b: Bahan, objek: Any, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Find the parties in office on the day."""
        jabatan: Jabatan = b.cari("jabatan", nilai["jabatan"], "jabatan")
        if jabatan.perangkat_daerah_id != (b.kantor.pk if b.kantor else None):
            raise BarisSalah({"jabatan": "Pilih jabatan perangkat daerah ini."})
        objek.jabatan = jabatan
        for kunci in ("revisi", "nomor", "tanggal", "alasan", "uraian_alasan"):
            setattr(objek, kunci, nilai[kunci])
        if objek.tanggal.year != b.tahun and not (
            objek.tanggal.year == b.tahun - 1 and objek.tanggal.month == 12
        ):
            raise BarisSalah({"tanggal": f"Tanggal PK berada pada tahun {b.tahun}."})
        objek.pihak_pertama = self._pihak(b, jabatan, str(nilai["pihak_pertama"]), objek, "pihak_pertama")
        objek.pihak_kedua = self._pihak(b, jabatan.atasan, str(nilai["pihak_kedua"]), objek, "pihak_kedua")
        objek.dpa = b.cari("dpa", nilai["dpa"], "dpa")
        if nilai["ditetapkan"]:
            alasan = str(nilai["alasan_peringatan"])
            b.tunda(lambda: tetapkan_pk(b, objek, alasan))

    @staticmethod
    def _pihak(b: Bahan, jabatan: Jabatan | None, nama: str, pk: Any, kolom: str) -> PemangkuJabatan:
        """Return the holder of a post by name, else who is in office on the day of the PK."""
        if jabatan is None:
            raise BarisSalah(
                {kolom: "Jabatan ini belum punya atasan. Isi kolom Jabatan atasan pada lembar Pejabat."}
            )
        calon = [
            p
            for p in b.pemangku.get(jabatan.pk, [])
            if not nama or p.pegawai.nama.casefold() == nama.casefold()
        ]
        menjabat = [p for p in calon if is_memangku(p, pk.tanggal)]
        menjabat.sort(key=lambda p: (p.status == "definitif", -p.mulai.toordinal()))
        if menjabat:
            return menjabat[0]
        if nama and calon:
            raise BarisSalah({kolom: f"{nama} tidak memangku {jabatan.nama} pada tanggal PK ini."})
        siapa = f"“{nama}” tidak tercatat sebagai pemangku" if nama else "Belum ada pemangku"
        raise BarisSalah({kolom: f"{siapa} {jabatan.nama} pada tanggal PK ini. Periksa lembar Pejabat."})

    def sesudah(self, b: Bahan, objek: Any, nilai: dict[str, Nilai]) -> None:
        """Every revision has a rencana aksi."""
        b.daftar["pk"][b.nama_pk(objek)] = objek


def tetapkan_pk(b: Bahan, pk: PerjanjianKinerja, alasan: str) -> None:
    """Set a revision after its targets are written. Raises BarisSalah with what stands in the way."""
    if pk.dpa is not None:
        pk.dpa.refresh_from_db()
    baris = baris_periksa(pk)
    if tolak := halangan(pk, baris):
        raise BarisSalah({"ditetapkan": " ".join(tolak)})
    semua = peringatan(pk, baris)
    if semua and not alasan:
        raise BarisSalah(
            {"alasan_peringatan": "Isi alasan untuk peringatan ini: " + " ".join(p.kalimat for p in semua)}
        )
    for p in semua:
        b.simpan(
            AlasanPeringatan(
                perjanjian=pk, kode=p.kode, indikator_id=p.indikator_id, alasan=alasan, oleh=b.pengguna
            ),
            {},
        )
    pk.ditetapkan_pada, pk.ditetapkan_oleh = timezone.now(), b.pengguna
    b.simpan(pk, {}, periksa=False)
    catat(
        "PK ditetapkan",
        pk,
        oleh=b.pengguna,
        kantor=b.kantor,
        peran=b.sebut_peran,
        uraian="Melalui buku kerja",
    )


class TargetPkLembar(TargetSatu):
    """Promised targets by revision."""

    nama = "Target PK"
    penjelasan = "Target setiap PK dan perubahannya."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            *kolom_pk(),
            kolom_indikator(),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, contoh="1"),
            Kolom("target", "Target", Jenis.NILAI, contoh="87,15"),
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """By post, revision and order."""
        hasil = []
        kode = {i.pk: i.kode for i in b.daftar["indikator"].values()}
        milik = TargetPK.objects.filter(perjanjian__in=list(b.daftar["pk"].values())).select_related(
            "predikat"
        )
        pk = {p.pk: p for p in b.daftar["pk"].values()}
        urut = list(pk)
        for t in sorted(milik, key=lambda t: (urut.index(t.perjanjian_id), t.urutan)):
            t.perjanjian = pk[t.perjanjian_id]
            nilai: dict[str, Nilai] = {
                "jabatan": t.perjanjian.jabatan.nama,
                "revisi": t.perjanjian.revisi,
                "indikator": kode[t.indikator_id],
                "urutan": t.urutan,
                "target": dari_model(t),
            }
            tutup = b.tertutup or (PK_TETAP if t.perjanjian.is_ditetapkan else "") or b.boleh_tulis(t)
            hasil.append(Baris(nilai, t, tutup))
        return hasil

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write a target; a promised indicator may wait for its target in a draft."""
        pk, i = cari_pk(b, nilai), b.cari("indikator", nilai["indikator"], "indikator")
        if pk.is_ditetapkan:
            raise BarisSalah(PK_TETAP, "terkunci")
        t = (baris.objek if baris else None) or TargetPK(perjanjian=pk, indikator=i)
        t.urutan = nilai["urutan"]
        if nilai["target"] in (None, ""):
            t.nilai = t.nilai_atas = t.predikat = None
            if pesan := b.boleh_tulis(t):
                raise BarisSalah(pesan, "izin")
            b.simpan(t, {"urutan": "urutan"})
            return
        simpan_nilai(b, t, "target", nilai["target"], b.definisi_pada(i))


PERIODE = tuple(pilihan(Periode))


class TargetPeriodeLembar(Lembar):
    """Targets of the periods of a PK revision, a column a period."""

    nama = "Rencana aksi"
    penjelasan = "Target setiap periode untuk indikator PK; isi kolom sesuai frekuensi indikatornya."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """One column for each period."""
        periode = tuple(Kolom(f"p_{k}", label, Jenis.NILAI, contoh="87,15", lebar=12) for k, label in PERIODE)
        return (*kolom_pk(), kolom_indikator(), *periode)

    def muat(self, b: Bahan) -> list[Baris]:
        """A row for each promised indicator."""
        ada: dict[tuple[int, int], dict[str, TargetPeriode]] = {}
        milik = TargetPeriode.objects.filter(rencana_aksi__perjanjian__in=list(b.daftar["pk"].values()))
        for t in milik.select_related("predikat", "rencana_aksi"):
            ada.setdefault((t.rencana_aksi.perjanjian_id, t.indikator_id), {})[t.periode] = t
        hasil = []
        kode = {i.pk: i for i in b.daftar["indikator"].values()}
        janji = TargetPK.objects.filter(perjanjian__in=list(b.daftar["pk"].values())).order_by("urutan")
        isi_pk: dict[int, list[int]] = {}
        for satu in janji:
            isi_pk.setdefault(satu.perjanjian_id, []).append(satu.indikator_id)
        for pk in b.daftar["pk"].values():
            lain = [i for (p, i) in ada if p == pk.pk and i not in isi_pk.get(pk.pk, [])]
            for kunci in [*isi_pk.get(pk.pk, []), *lain]:
                isi = ada.get((pk.pk, kunci), {})
                nilai: dict[str, Nilai] = {
                    "jabatan": pk.jabatan.nama,
                    "revisi": pk.revisi,
                    "indikator": kode[kunci].kode,
                }
                nilai |= {f"p_{k}": dari_model(isi[k]) if k in isi else None for k, _ in PERIODE}
                hasil.append(Baris(nilai, (pk, kode[kunci], isi), b.tertutup or b.boleh_tulis(pk)))
        return hasil

    def normal(self, b: Bahan, nilai: dict[str, Nilai]) -> dict[str, Nilai]:
        """Read ranges and grades."""
        kode = str(nilai["indikator"])
        return {k: tafsir(b, kode, k, v) if k.startswith("p_") else v for k, v in nilai.items()}

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write the periods that differ; a quarter that was approved keeps its target."""
        pk, i = cari_pk(b, nilai), b.cari("indikator", nilai["indikator"], "indikator")
        if pesan := b.boleh_tulis(pk):
            raise BarisSalah(pesan, "izin")
        rencana = wajib_rencana(b, pk)
        isi = dict(baris.objek[2]) if baris is not None and baris.objek else {}
        for kolom in sorted(k for k in ubah if k.startswith("p_")):
            periode = kolom[2:]
            if self._disetujui(b, i, periode):
                raise BarisSalah(
                    {kolom: "Triwulan ini sudah disetujui, jadi targetnya tidak berubah."}, "terkunci"
                )
            t = isi.get(periode) or TargetPeriode(rencana_aksi=rencana, indikator=i, periode=periode)
            simpan_nilai(b, t, kolom, nilai[kolom], b.definisi_pada(i))

    @staticmethod
    def _disetujui(b: Bahan, indikator: Any, periode: str) -> bool:
        if b.isian is None:
            return False
        unit = next((r.unit_id for r in b.isian.kinerja if r.indikator.pk == indikator.pk), None)
        return (
            unit is not None and b.isian.keadaan(unit, TRIWULAN_PERIODE[Periode(periode)]) == Tahap.DISETUJUI
        )


def wajib_rencana(b: Bahan, pk: PerjanjianKinerja) -> RencanaAksi:
    """Return the rencana aksi of a revision, made where it has none."""
    rencana = RencanaAksi.objects.filter(perjanjian=pk).first()
    if rencana is None:
        rencana = RencanaAksi(perjanjian=pk)
        b.simpan(rencana, {})
    return rencana


class AksiLembar(LembarModel):
    """Actions of the rencana aksi."""

    nama = "Aksi"
    penjelasan = "Aksi setiap PK: uraian, keluaran, unit, waktu, dan sub kegiatan pendukung."
    model = Aksi

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            *kolom_pk(),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, is_kunci=True, contoh="1"),
            Kolom("uraian", "Aksi", Jenis.PANJANG, wajib=True, contoh="Meninjau standar pelayanan", lebar=50),
            Kolom("keluaran", "Keluaran", contoh="Standar pelayanan", lebar=34, maks=250),
            Kolom("unit", "Unit", Jenis.RUJUK, wajib=True, rujuk="unit", contoh="Seksi Pelayanan", lebar=26),
            Kolom("periode", "Waktu", Jenis.PILIHAN, wajib=True, pilihan=PERIODE, contoh="TW I"),
            Kolom(
                "sub_kegiatan",
                "Kode sub kegiatan",
                Jenis.RUJUK,
                rujuk="node",
                contoh="7.01.02.2.01.0001",
                lebar=20,
            ),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """By post, revision and order."""
        pk = {p.pk: p for p in b.daftar["pk"].values()}
        milik = Aksi.objects.filter(rencana_aksi__perjanjian__in=pk).select_related(
            "rencana_aksi", "unit", "sub_kegiatan__nomenklatur"
        )
        urut = list(pk)
        hasil = sorted(milik, key=lambda a: (urut.index(a.rencana_aksi.perjanjian_id), a.urutan))
        for a in hasil:
            a.rencana_aksi.perjanjian = pk[a.rencana_aksi.perjanjian_id]
        return hasil

    def ambil(self, b: Bahan, objek: Any, kolom: Kolom) -> Nilai:
        """Post, revision and code."""
        if kolom.kunci == "jabatan":
            return str(objek.rencana_aksi.perjanjian.jabatan.nama)
        if kolom.kunci == "revisi":
            return int(objek.rencana_aksi.perjanjian.revisi)
        if kolom.kunci == "sub_kegiatan":
            return b.kode_node(objek.sub_kegiatan)
        return super().ambil(b, objek, kolom)

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """An action."""
        return Aksi(rencana_aksi=wajib_rencana(b, cari_pk(b, nilai)))

    def isi(self, b: Bahan, objek: Any, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Fill it."""
        for kunci in ("urutan", "uraian", "keluaran", "periode"):
            setattr(objek, kunci, nilai[kunci])
        objek.unit = b.cari("unit", nilai["unit"], "unit")
        node = b.cari("node", nilai["sub_kegiatan"], "sub_kegiatan")
        if node is not None and not isinstance(node, SubKegiatan):
            raise BarisSalah({"sub_kegiatan": "Pilih kode sub kegiatan."})
        objek.sub_kegiatan = node

    def sesudah(self, b: Bahan, objek: Any, nilai: dict[str, Nilai]) -> None:
        """Nothing names an action."""
