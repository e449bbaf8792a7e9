"""Nodes of the report: means of capaian, their budget and their efficiency, each once."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.models import Indikator
from kinerja.rumus import Capaian, Rerata, rerata_capaian
from pelaporan.efisiensi import AturanEfisiensi, Efisiensi, compute_efisiensi, format_efisiensi
from pelaporan.konteks import Angka, RingkasanNode
from pelaporan.susun.bab2 import iku
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import as_capaian, kosong, sebut_terukur
from pelaporan.susun.uang import Kas, Uang, jumlahkan
from pelaporan.susun.ukur import Pengukur, Terukur
from renstra.models import Program, Sasaran, Tujuan
from sakip.umum.hitung import Keadaan


@dataclass(frozen=True)
class HasilNode:
    """Mean, money and efficiency of a node."""

    nama: str
    ukuran: tuple[Terukur, ...]
    rerata: Rerata
    capaian: Capaian
    catatan: str
    uang: Uang | None
    efisiensi: Efisiensi


class Simpul:
    """Computes the nodes of one report."""

    def __init__(self, data: Data, ukur: Pengukur, kas: Kas) -> None:
        self.data, self.ukur, self.kas = data, ukur, kas
        pk = data.pk_berlaku(data.tahun)
        urut = [t.indikator_id for t in data.target_pk.get(pk.pk, [])] if pk else []
        self.pk = [i for i in (data.indikator[u] for u in urut) if i.tujuan_id or i.sasaran_id]
        di_pk = {i.pk for i in self.pk}
        self.iku_luar = [i for i in iku(data) if i.pk not in di_pk]
        self.dilaporkan = [*self.pk, *self.iku_luar]
        self.uang_sasaran, self.uang_sisa = kas.per_sasaran()
        self._sasaran = {s.pk: self._hasil_sasaran(s) for s in data.sasaran}

    def sasaran(self, sasaran: Sasaran) -> HasilNode:
        """Return the figures of a sasaran."""
        return self._sasaran[sasaran.pk]

    def sasaran_dilaporkan(self) -> list[Sasaran]:
        """Return the sasaran of the Renstra and those with a reported indicator, in order."""
        ada = {i.sasaran_id for i in self.dilaporkan}
        return [
            s for s in self.data.sasaran if s.pk in ada or s.pk in self.uang_sasaran or s.sumber == "renstra"
        ]

    def _ukuran(self, daftar: list[Indikator]) -> tuple[Terukur, ...]:
        return tuple(self.ukur.ukur(i) for i in daftar)

    def indikator_sasaran(self, sasaran: Sasaran) -> tuple[list[Indikator], str]:
        """PK indicators; a sasaran with none in the PK: its IKU, said so."""
        pk = [i for i in self.pk if i.sasaran_id == sasaran.pk]
        if pk:
            return pk, ""
        luar = [i for i in self.iku_luar if i.sasaran_id == sasaran.pk]
        return luar, "dihitung dari IKU karena tidak ada indikatornya dalam PK" if luar else ""

    def _hasil_sasaran(self, sasaran: Sasaran) -> HasilNode:
        daftar, catatan = self.indikator_sasaran(sasaran)
        return self._hasil(sasaran.uraian, daftar, catatan, self.uang_sasaran.get(sasaran.pk))

    def tujuan(self, tujuan: Tujuan) -> HasilNode:
        """Mean of its own reported indicators; with none, of those that count for its sasaran."""
        bawah = [s for s in self.sasaran_dilaporkan() if s.tujuan_id == tujuan.pk]
        daftar = [i for i in self.dilaporkan if i.tujuan_id == tujuan.pk]
        catatan = ""
        if not daftar:
            daftar = [i for s in bawah for i in self.indikator_sasaran(s)[0]]
            catatan = "dihitung dari indikator sasarannya" if daftar else ""
        uang = [self.uang_sasaran[s.pk] for s in bawah if s.pk in self.uang_sasaran]
        return self._hasil(tujuan.uraian, daftar, catatan, jumlahkan(uang) if uang else None)

    def kantor(self) -> HasilNode:
        """The whole office: mean of all PK indicators, all of its money."""
        return self._hasil(self.data.laporan.perangkat_daerah.nama, self.pk, "", self.kas.jumlah())

    def program(self, program: Program) -> HasilNode:
        """A programme: mean of its own indicators; nothing rolls up from below."""
        return self.node_program(1, program.pk, program.nama)

    def indikator_program(self, tingkat: int, node_id: int) -> list[Indikator]:
        """Return the indicators of a programme, kegiatan or sub kegiatan."""
        kolom = ("program_id", "kegiatan_id", "sub_kegiatan_id")[tingkat - 1]
        milik = [i for i in self.data.indikator.values() if getattr(i, kolom) == node_id]
        return sorted(milik, key=lambda i: (i.urutan, i.kode))

    def node_program(self, tingkat: int, node_id: int, nama: str) -> HasilNode:
        """Return the figures of a programme, kegiatan or sub kegiatan."""
        daftar = self.indikator_program(tingkat, node_id)
        return self._hasil(nama, daftar, "", self.kas.uang(tingkat, node_id))

    def _hasil(self, nama: str, daftar: list[Indikator], catatan: str, uang: Uang | None) -> HasilNode:
        ukuran = self._ukuran(daftar)
        rerata = rerata_capaian([t.capaian for t in ukuran])
        capaian = as_capaian(rerata)
        return HasilNode(
            nama=nama,
            ukuran=ukuran,
            rerata=rerata,
            capaian=capaian,
            catatan=catatan,
            uang=uang,
            efisiensi=self._efisiensi(ukuran, capaian, uang),
        )

    def _efisiensi(self, ukuran: tuple[Terukur, ...], capaian: Capaian, uang: Uang | None) -> Efisiensi:
        aturan = self.data.aturan_tahun(self.data.tahun)
        serapan = uang.serapan if uang else Capaian(None, Keadaan.BELUM_DIISI, "belum ada anggaran")
        terukur = [t for t in ukuran if t.capaian.keadaan is Keadaan.TERUKUR]
        ada_kosong = any(t.capaian.keadaan is Keadaan.BELUM_DIISI for t in ukuran)
        return compute_efisiensi(
            capaian_persen=capaian.nilai,
            serapan_persen=serapan.nilai,
            aturan=AturanEfisiensi(aturan.aturan_efisiensi),
            batas_selisih=aturan.batas_selisih,
            semua_tercapai=bool(terukur) and not ada_kosong and all(t.is_tercapai for t in terukur),
        )

    def teks_efisiensi(self, hasil: HasilNode) -> Angka:
        """Print the efficiency of a node; one that rests on a blank is itself belum diisi."""
        e = hasil.efisiensi
        if e.keadaan is not Keadaan.TERUKUR:
            sisi = (hasil.capaian.keadaan, hasil.uang.serapan.keadaan if hasil.uang else Keadaan.BELUM_DIISI)
            rumpang = Keadaan.BELUM_DIISI in sisi and Keadaan.TIDAK_DAPAT_DIHITUNG not in sisi
            return kosong(e.alasan, Keadaan.BELUM_DIISI if rumpang else e.keadaan)
        aturan = self.data.aturan_tahun(self.data.tahun)
        return Angka(
            format_efisiensi(e, AturanEfisiensi(aturan.aturan_efisiensi), aturan.desimal), nilai=e.nilai
        )

    def ringkas(self, hasil: HasilNode) -> RingkasanNode:
        """Return the summary of a node for Bab IV and the Ikhtisar."""
        penilai = self.ukur.penilai(self.data.tahun)
        return RingkasanNode(
            nama=hasil.nama,
            capaian=penilai.capaian(hasil.capaian),
            kategori=penilai.kategori(hasil.capaian),
            terukur=hasil.rerata.terukur,
            jumlah=hasil.rerata.jumlah,
            tidak_berlaku=hasil.rerata.tidak_berlaku,
            keterangan=sebut_terukur(hasil.rerata),
            catatan=hasil.catatan,
            efisiensi=self.teks_efisiensi(hasil),
            kategori_efisiensi=hasil.efisiensi.kategori,
        )
