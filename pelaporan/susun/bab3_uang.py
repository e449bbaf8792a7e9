"""Bab III, parts B, C and D: budget, efficiency, recommendations (Tabel 3.8 to 3.11)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kinerja.pilihan import PersenProgram
from kinerja.rumus import Capaian
from pelaporan.konteks import Angka, BarisAnggaran, BarisEfisiensi, BarisTindakLanjut
from pelaporan.models import Rekomendasi
from pelaporan.susun.muat import Data
from pelaporan.susun.nilai import angka_persen, angka_rupiah, isian, sebut_terukur
from pelaporan.susun.node import HasilNode, Simpul
from pelaporan.susun.uang import Kas, Uang, is_serapan_rendah
from pelaporan.susun.ukur import Terukur
from sakip.umum.hitung import Keadaan


def build_anggaran(data: Data, kas: Kas) -> tuple[tuple[BarisAnggaran, ...], BarisAnggaran, tuple[str, ...]]:
    """Tabel 3.8 by programme (kegiatan and sub kegiatan where there are rows), JUMLAH, notes."""
    aturan = data.aturan_tahun(data.tahun)
    hasil: list[BarisAnggaran] = []
    for n, program in enumerate(data.program, start=1):
        for tingkat, node in kas.anak(program):
            uang = kas.uang(tingkat, node.pk)
            serapan = kas.serapan_program(program, aturan.persen_program) if tingkat == 1 else uang.serapan
            hasil.append(
                _baris(
                    str(n) if tingkat == 1 else "",
                    node.kode,
                    node.nama,
                    tingkat,
                    uang,
                    serapan,
                    aturan.desimal,
                    is_serapan_rendah(serapan, aturan.batas_serapan),
                )
            )
    jumlah = kas.jumlah()
    catatan = []
    if aturan.persen_program == PersenProgram.RERATA:
        catatan.append(
            "Persentase program adalah rata-rata persentase rinciannya; JUMLAH tetap rasio jumlah realisasi "
            "terhadap jumlah pagu."
        )
    if data.realisasi_anggaran and not jumlah.lengkap:
        catatan.append("Realisasi bertanda sementara belum mencakup empat triwulan.")
    return (
        tuple(hasil),
        _baris("", "", "JUMLAH", 0, jumlah, jumlah.serapan, aturan.desimal, False),
        tuple(catatan),
    )


def _baris(
    nomor: str, kode: str, nama: str, tingkat: int, uang: Uang, serapan: Capaian, desimal: int, rendah: bool
) -> BarisAnggaran:
    return BarisAnggaran(
        nomor=nomor,
        kode=kode,
        nama=nama,
        tingkat=tingkat,
        pagu=angka_rupiah(uang.pagu, "pagu belum diisi"),
        realisasi=uang.teks_realisasi(),
        serapan=angka_persen(serapan, desimal),
        is_rendah=rendah,
    )


# Tabel 3.9 and 3.10 ------------------------------------------------------------------------------


class PembuatEfisiensi:
    """Builds the rows of both efficiency tables."""

    def __init__(self, data: Data, simpul: Simpul) -> None:
        self.data, self.simpul = data, simpul
        self.penilai = simpul.ukur.penilai(data.tahun)
        self.desimal = data.aturan_tahun(data.tahun).desimal

    def sasaran(self) -> tuple[BarisEfisiensi, ...]:
        """Tabel 3.9: rows of indicators under their sasaran, a line per tujuan, the rest, the office."""
        hasil: list[BarisEfisiensi] = []
        semua = self.simpul.sasaran_dilaporkan()
        nomor = 0
        for tujuan in self.data.tujuan:
            for s in (s for s in semua if s.tujuan_id == tujuan.pk):
                nomor += 1
                hasil.extend(self._node(str(nomor), self.simpul.sasaran(s)))
            hasil.append(self._garis("tujuan", f"Tujuan: {tujuan.uraian}", self.simpul.tujuan(tujuan)))
        for s in (s for s in semua if s.tujuan_id is None):
            nomor += 1
            hasil.extend(self._node(str(nomor), self.simpul.sasaran(s)))
        if self.simpul.uang_sisa is not None:
            hasil.append(self._sisa(self.simpul.uang_sisa))
        hasil.append(self._garis("kantor", self.data.laporan.perangkat_daerah.nama, self.simpul.kantor()))
        return tuple(hasil)

    def program(self) -> tuple[BarisEfisiensi, ...]:
        """Tabel 3.10: a row per indicator, budget and efficiency once per node."""
        hasil: list[BarisEfisiensi] = []
        for n, p in enumerate(self.data.program, start=1):
            for tingkat, node in self.simpul.kas.anak(p):
                satu = self.simpul.node_program(tingkat, node.pk, f"{node.kode} {node.nama}")
                hasil.extend(self._node(str(n) if tingkat == 1 else "", satu, tingkat))
        hasil.append(self._jumlah_program())
        return tuple(hasil)

    def _node(self, nomor: str, satu: HasilNode, tingkat: int = 1) -> Iterable[BarisEfisiensi]:
        if not satu.ukuran:
            yield self._baris("node", nomor, satu, None, 1, tingkat, "tidak ada indikator yang dilaporkan")
            return
        for i, t in enumerate(satu.ukuran):
            keterangan = self._rerata(satu) if i == 0 and len(satu.ukuran) > 1 else ""
            yield self._baris(
                "indikator",
                nomor if i == 0 else "",
                satu,
                t,
                len(satu.ukuran) if i == 0 else 0,
                tingkat,
                keterangan,
            )

    def _rerata(self, satu: HasilNode) -> str:
        teks = self.penilai.capaian(satu.capaian).teks
        return f"rata-rata capaian {teks}, {sebut_terukur(satu.rerata)}"

    def _baris(
        self,
        jenis: str,
        nomor: str,
        satu: HasilNode,
        t: Terukur | None,
        rs: int,
        tingkat: int,
        keterangan: str,
    ) -> BarisEfisiensi:
        uang = satu.uang if rs else None
        return BarisEfisiensi(
            jenis=jenis,
            nomor=nomor,
            node=satu.nama if rs else "",
            rs_node=rs,
            indikator=t.indikator.nama if t else "",
            target=t.teks_target if t else None,
            realisasi=t.teks_realisasi if t else None,
            capaian=self.penilai.capaian(t.capaian) if t else None,
            **self._uang(uang, bool(rs)),
            efisiensi=self.simpul.teks_efisiensi(satu) if rs else None,
            kategori=satu.efisiensi.kategori if rs else "",
            rs_anggaran=rs,
            tingkat=tingkat,
            keterangan=keterangan,
        )

    def _uang(self, uang: Uang | None, tampil: bool) -> dict[str, Any]:
        if uang is None:
            tiada = Angka("belum dipetakan", Keadaan.BELUM_DIISI, None, "tidak ada program yang dipetakan")
            isi = tiada if tampil else None
            return {"pagu": isi, "realisasi_anggaran": isi, "serapan": isi}
        return {
            "pagu": angka_rupiah(uang.pagu),
            "realisasi_anggaran": uang.teks_realisasi(),
            "serapan": angka_persen(uang.serapan, self.desimal),
        }

    def _garis(self, jenis: str, nama: str, satu: HasilNode) -> BarisEfisiensi:
        bagian = [sebut_terukur(satu.rerata), satu.catatan]
        return BarisEfisiensi(
            jenis=jenis,
            nomor="",
            node=nama,
            rs_node=1,
            indikator="",
            target=None,
            realisasi=None,
            capaian=self.penilai.capaian(satu.capaian),
            **self._uang(satu.uang, True),
            efisiensi=self.simpul.teks_efisiensi(satu),
            kategori=satu.efisiensi.kategori,
            keterangan="; ".join(b for b in bagian if b),
        )

    def _sisa(self, uang: Uang) -> BarisEfisiensi:
        return BarisEfisiensi(
            jenis="sisa",
            nomor="",
            node="Belum dipetakan ke sasaran",
            rs_node=1,
            indikator="",
            target=None,
            realisasi=None,
            capaian=None,
            **self._uang(uang, True),
            efisiensi=None,
        )

    def _jumlah_program(self) -> BarisEfisiensi:
        uang = self.simpul.kas.jumlah()
        return BarisEfisiensi(
            jenis="kantor",
            nomor="",
            node="JUMLAH",
            rs_node=1,
            indikator="",
            target=None,
            realisasi=None,
            capaian=None,
            **self._uang(uang, True),
            efisiensi=None,
        )


def build_tindak_lanjut(data: Data) -> tuple[BarisTindakLanjut, ...]:
    """Bab III D: recommendations and what was done."""
    semua = Rekomendasi.objects.filter(
        perangkat_daerah=data.laporan.perangkat_daerah, tahun_laporan=data.tahun
    ).order_by("urutan")
    return tuple(
        BarisTindakLanjut(
            nomor=str(n),
            sumber=r.get_sumber_display(),
            tahun=r.tahun,
            rekomendasi=r.isi,
            tindak_lanjut=isian(r.tindak_lanjut),
            status=r.get_status_display(),
            bukti=r.bukti,
        )
        for n, r in enumerate(semua, start=1)
    )
