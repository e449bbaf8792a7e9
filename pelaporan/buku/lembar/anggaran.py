"""Sheets of the budget: versions of the DPA, ceilings and targets by version, what was spent by quarter."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils import timezone

from anggaran import bahan as bahan_anggaran
from anggaran.models import DPA, PaguAnggaran, RealisasiAnggaran
from anggaran.periksa import periksa_dpa, salah_tanggal, sebelum_dpa
from anggaran.pilihan import JenisDPA, PeriodeAnggaran, TingkatAnggaran
from kinerja.models import TargetDPA
from kinerja.tanggung_jawab import unit_node
from organisasi.jejak import catat
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai
from pelaporan.buku.lembar.dasar import LembarModel, pilihan
from pelaporan.buku.lembar.indikator import TargetSatu, kolom_indikator, simpan_nilai
from pelaporan.buku.nilai_indikator import dari_model
from pelaporan.buku.pengisian import PENGISI_TRIWULAN, boleh_isi_triwulan
from pelaporan.buku.skema import Baris, BarisSalah, Lembar
from renstra.models import Kegiatan, Program, SubKegiatan
from sakip.umum.angka import format_rupiah

DPA_TETAP = "DPA ini sudah ditetapkan. Buat pergeseran atau perubahan untuk mengubahnya."


def kolom_dpa() -> Kolom:
    """Return the column that names a version."""
    return Kolom(
        "dpa",
        "Urutan DPA",
        Jenis.RUJUK,
        wajib=True,
        is_kunci=True,
        rujuk="dpa",
        contoh="0",
        satuan="0 untuk DPA murni",
    )


class DaftarDpa(LembarModel):
    """Versions of the DPA."""

    nama = "DPA"
    penjelasan = (
        "DPA murni (0), pergeseran, dan perubahan. Isi Ditetapkan dengan Ya setelah pagunya "
        "benar; sesudah itu tidak berubah lagi."
    )
    model = DPA
    daftar = "dpa"

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "urutan",
                "Urutan",
                Jenis.BULAT,
                wajib=True,
                is_kunci=True,
                contoh="0",
                satuan="0 untuk DPA murni",
            ),
            Kolom("jenis", "Jenis", Jenis.PILIHAN, wajib=True, pilihan=pilihan(JenisDPA), contoh="Murni"),
            Kolom("ke", "Ke", Jenis.BULAT, wajib=True, contoh="0", satuan="0 untuk DPA murni"),
            Kolom("nomor", "Nomor", contoh="900.1.3.1/07/DPA/2024", lebar=28, maks=80),
            Kolom("tanggal", "Tanggal pengesahan", Jenis.TANGGAL, contoh=f"03/01/{b.tahun}"),
            Kolom(
                "alasan", "Alasan", Jenis.PANJANG, contoh="Tambahan anggaran pada APBD Perubahan", lebar=40
            ),
            Kolom("ditetapkan", "Ditetapkan", Jenis.YA_TIDAK, contoh="Ya"),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """In their order."""
        return list(b.daftar["dpa"].values())

    def terkunci(self, b: Bahan, objek: Any) -> str:
        """A version that is set."""
        return DPA_TETAP if objek.is_ditetapkan else ""

    def ambil(self, b: Bahan, objek: Any, kolom: Kolom) -> Nilai:
        """Whether it is set."""
        return bool(objek.is_ditetapkan) if kolom.kunci == "ditetapkan" else super().ambil(b, objek, kolom)

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A version of the year."""
        return DPA(perangkat_daerah=b.kantor, tahun=b.tahun)

    def isi(self, b: Bahan, objek: Any, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Ask its date and the version before it."""
        for kunci in ("urutan", "jenis", "ke", "nomor", "tanggal", "alasan"):
            setattr(objek, kunci, nilai[kunci])
        if pesan := salah_tanggal(objek, sebelum_dpa(objek)):
            raise BarisSalah({"tanggal": pesan})
        if nilai["ditetapkan"]:
            b.tunda(lambda: tetapkan_dpa(b, objek))


def tetapkan_dpa(b: Bahan, dpa: DPA) -> None:
    """Set a version after its ceilings are written. Raises BarisSalah where something stands in the way."""
    hasil = periksa_dpa(dpa)
    if hasil.halangan:
        raise BarisSalah({"ditetapkan": " ".join(hasil.halangan)})
    dpa.ditetapkan_pada, dpa.ditetapkan_oleh = timezone.now(), b.pengguna
    b.simpan(dpa, {}, periksa=False)
    uraian = ". ".join([f"Jumlah pagu {format_rupiah(hasil.jumlah)}", *hasil.peringatan])
    catat("DPA ditetapkan", dpa, oleh=b.pengguna, kantor=b.kantor, peran=b.sebut_peran, uraian=uraian)


def _kolom_node(node: Any) -> dict[str, Any]:
    if isinstance(node, SubKegiatan):
        return {
            "program": node.kegiatan.program,
            "sub_kegiatan": node,
            "tingkat": TingkatAnggaran.SUB_KEGIATAN,
        }
    if isinstance(node, Kegiatan):
        return {"program": node.program, "kegiatan": node, "tingkat": TingkatAnggaran.KEGIATAN}
    return {"program": node, "tingkat": TingkatAnggaran.PROGRAM}


def cari_node(b: Bahan, nilai: Nilai) -> Any:
    """Return the budget node that a cell names."""
    node = b.cari("node", nilai, "node")
    if not isinstance(node, Program | Kegiatan | SubKegiatan):
        raise BarisSalah({"node": "Pilih kode program, kegiatan, atau sub kegiatan."})
    return node


def kolom_node() -> tuple[Kolom, ...]:
    """Return the columns that name a budget node."""
    return (
        Kolom(
            "node",
            "Kode",
            Jenis.RUJUK,
            wajib=True,
            is_kunci=True,
            rujuk="node",
            contoh="7.01.02.2.01.0001",
            lebar=20,
        ),
        Kolom("nama", "Nama", is_keterangan=True, lebar=52),
    )


class Pagu(Lembar):
    """Ceilings by version."""

    nama = "Pagu"
    penjelasan = "Pagu setiap versi DPA, pada satu tingkat untuk satu program (biasanya sub kegiatan)."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            kolom_dpa(),
            *kolom_node(),
            Kolom("pagu", "Pagu", Jenis.RUPIAH, contoh="126.950.500", satuan="rupiah", lebar=18),
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """Stored ceilings; in a draft also the nodes that have none yet."""
        ada: dict[tuple[int, int, int], PaguAnggaran] = {}
        for p in PaguAnggaran.objects.filter(dpa__in=list(b.daftar["dpa"].values())):
            ada[(p.dpa_id, *bahan_anggaran.kunci_node(p))] = p
        hasil = []
        for urutan, dpa in b.daftar["dpa"].items():
            for kode, node in b.daftar["node"].items():
                if not isinstance(node, Program | Kegiatan | SubKegiatan):
                    continue
                kunci = (dpa.pk, int(_kolom_node(node)["tingkat"]), node.pk)
                pagu = ada.get(kunci)
                if pagu is None and (dpa.is_ditetapkan or not isinstance(node, SubKegiatan)):
                    continue
                nilai: dict[str, Nilai] = {
                    "dpa": urutan,
                    "node": kode,
                    "nama": node.nama,
                    "pagu": pagu.nilai if pagu else None,
                }
                if pagu is not None:
                    pagu.dpa = dpa
                tutup = (
                    b.tertutup
                    or (DPA_TETAP if dpa.is_ditetapkan else "")
                    or b.boleh_tulis(PaguAnggaran(dpa=dpa))
                )
                hasil.append(Baris(nilai, pagu, tutup))
        return hasil

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write a ceiling; a blank takes it away."""
        dpa, node = b.cari("dpa", nilai["dpa"], "dpa"), cari_node(b, nilai["node"])
        if dpa.is_ditetapkan:
            raise BarisSalah(DPA_TETAP, "terkunci")
        p: Any = (baris.objek if baris else None) or PaguAnggaran(dpa=dpa, **_kolom_node(node))
        if pesan := b.boleh_tulis(p):
            raise BarisSalah(pesan, "izin")
        if nilai["pagu"] is None:
            if p.pk:
                b.hapus(p)
            return
        p.nilai = nilai["pagu"]
        if p.nilai < 0:
            raise BarisSalah({"pagu": f"{format_rupiah(p.nilai)}: pagu tidak boleh di bawah nol."})
        b.simpan(p, {"nilai": "pagu"})


class TargetDpaLembar(TargetSatu):
    """Targets of programme indicators by version."""

    nama = "Target DPA"
    penjelasan = "Target indikator program, kegiatan, dan sub kegiatan pada setiap versi DPA."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (kolom_dpa(), kolom_indikator(), Kolom("target", "Target", Jenis.NILAI, contoh="100"))

    def muat(self, b: Bahan) -> list[Baris]:
        """By version and indicator."""
        milik = TargetDPA.objects.filter(dpa__in=list(b.daftar["dpa"].values())).select_related("predikat")
        ada = {(t.dpa_id, t.indikator_id): t for t in milik}
        hasil = []
        for urutan, dpa in b.daftar["dpa"].items():
            for i in b.indikator:
                t = ada.get((dpa.pk, i.pk))
                if t is None and (dpa.is_ditetapkan or i.tujuan_id or i.sasaran_id):
                    continue
                nilai: dict[str, Nilai] = {
                    "dpa": urutan,
                    "indikator": i.kode,
                    "target": dari_model(t) if t else None,
                }
                calon = TargetDPA(dpa=dpa, indikator=i)
                tutup = b.tertutup or (DPA_TETAP if dpa.is_ditetapkan else "") or b.boleh_tulis(calon)
                hasil.append(Baris(nilai, t, tutup))
        return hasil

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write it."""
        dpa, i = b.cari("dpa", nilai["dpa"], "dpa"), b.cari("indikator", nilai["indikator"], "indikator")
        if dpa.is_ditetapkan:
            raise BarisSalah(DPA_TETAP, "terkunci")
        t = (baris.objek if baris else None) or TargetDPA(dpa=dpa, indikator=i)
        simpan_nilai(b, t, "target", nilai["target"], b.definisi_pada(i))


class Belanja(Lembar):
    """What was spent by quarter."""

    nama = "Realisasi anggaran"
    penulis = PENGISI_TRIWULAN
    penjelasan = (
        "Realisasi setiap triwulan (bukan jumlah berjalan), atau satu jumlah setahun dengan sumbernya."
    )

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            *kolom_node(),
            Kolom(
                "periode",
                "Periode",
                Jenis.PILIHAN,
                wajib=True,
                is_kunci=True,
                pilihan=pilihan(PeriodeAnggaran),
                contoh="Triwulan I",
            ),
            Kolom("nilai", "Realisasi", Jenis.RUPIAH, contoh="31.500.000", satuan="rupiah", lebar=18),
            Kolom(
                "sumber",
                "Sumber",
                contoh="Laporan realisasi anggaran",
                satuan="wajib untuk realisasi setahun",
                lebar=30,
                maks=200,
            ),
            Kolom("catatan", "Catatan", Jenis.PANJANG, contoh="Pembayaran bertahap", lebar=30),
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """Four quarters for each node with money, or the year."""
        hasil = []
        for baris in b.isian.belanja if b.isian else []:
            periode = ("tahun",) if baris.is_setahun else ("tw1", "tw2", "tw3", "tw4")
            for satu in periode:
                r = baris.realisasi.get(satu)
                nilai: dict[str, Nilai] = {
                    "node": baris.node.kode,
                    "nama": baris.node.nama,
                    "periode": satu,
                    "nilai": r.nilai if r else None,
                    "sumber": r.sumber if r else "",
                    "catatan": r.catatan if r else "",
                }
                tutup = b.tertutup or boleh_isi_triwulan(b, baris.unit_id, _triwulan(satu))
                hasil.append(Baris(nilai, r, tutup))
        return hasil

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write an amount; a blank takes it away."""
        node, periode = cari_node(b, nilai["node"]), str(nilai["periode"])
        unit = unit_node(node) or b.pimpinan
        if pesan := boleh_isi_triwulan(b, unit, _triwulan(periode)):
            raise BarisSalah(pesan, "terkunci")
        r: Any = (baris.objek if baris else None) or RealisasiAnggaran(periode=periode, **_kolom_node(node))
        if nilai["nilai"] is None:
            if r.pk:
                b.hapus(r)
            elif nilai["sumber"] or nilai["catatan"]:
                raise BarisSalah({"nilai": "Realisasi belum diisi; 0 ditulis 0."})
            return
        r.nilai, r.sumber, r.catatan = nilai["nilai"], str(nilai["sumber"]), str(nilai["catatan"])
        if periode == PeriodeAnggaran.TAHUN and not r.sumber:
            raise BarisSalah({"sumber": "Realisasi setahun harus menyebut sumbernya."})
        if r.nilai < Decimal(0) and not r.catatan:
            raise BarisSalah(
                {"nilai": f"{format_rupiah(r.nilai)}: di bawah nol. Tulis alasannya pada Catatan bila benar."}
            )
        if (pagu := b.pagu_berlaku.get(node.kode)) is not None and r.nilai > pagu:
            b.perhatikan("nilai", f"{format_rupiah(r.nilai)} di atas pagunya {format_rupiah(pagu)}. Benar?")
        r.unit_id, r.diisi_oleh, r.diisi_pada = unit, b.pengguna, timezone.now()
        b.simpan(r, {"nilai": "nilai", "sumber": "sumber", "periode": "periode"})


def _triwulan(periode: str) -> int:
    return 4 if periode == PeriodeAnggaran.TAHUN else int(periode[-1])
