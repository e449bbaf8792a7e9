"""The documents of an office and year with their state: what the page of documents lists."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse

from kinerja.isian import IsianKantor, muat_isian
from kinerja.models import Indikator, PerjanjianKinerja, TargetRKT
from kinerja.pilihan import NAMA_TRIWULAN, Tahap
from organisasi.models import PerangkatDaerah
from organisasi.pilihan import TingkatJabatan
from pelaporan.dokumen.jenis import JenisDokumen
from renstra.models import Renstra
from sakip.umum.tanggal import format_tanggal

TANDA = {True: "tanda-baik", False: "tanda-kosong"}
URUTAN_TINGKAT = {t: n for n, t in enumerate(TingkatJabatan.values)}


@dataclass(frozen=True)
class BarisDokumen:
    """One document: its name, its state as a mark and a word, and where the PDF is ("": not yet)."""

    nama: str
    rincian: str
    tanda: str
    keadaan: str
    alamat: str


@dataclass(frozen=True)
class KelompokDokumen:
    """Documents of one kind; ``hampa`` says what is missing where there are none."""

    judul: str
    baris: tuple[BarisDokumen, ...]
    hampa: str = ""

    @property
    def ringkas(self) -> str:
        """How many there are by state: "3 dokumen: 2 ditetapkan, 1 konsep"."""
        if not any(b.alamat for b in self.baris):
            return "Belum ada"
        keadaan = Counter(b.keadaan.lower() for b in self.baris)
        if len(keadaan) == 1:
            return f"{len(self.baris)} dokumen, {next(iter(keadaan))}"
        return f"{len(self.baris)} dokumen: " + ", ".join(f"{n} {k}" for k, n in keadaan.items())


def build_daftar(kantor: PerangkatDaerah, tahun: int, pengguna: Any) -> tuple[KelompokDokumen, ...]:
    """Return the documents by group; the number of queries is constant."""
    pk = list(
        PerjanjianKinerja.objects.untuk(pengguna)
        .filter(jabatan__perangkat_daerah=kantor, tahun=tahun)
        .select_related("jabatan__unit", "rencana_aksi", "pihak_pertama__pegawai")
    )
    pk.sort(key=_urut_pk)
    return (
        KelompokDokumen("Perencanaan", _rencana(kantor, tahun)),
        KelompokDokumen(
            "Perjanjian Kinerja",
            tuple(_pk(p, kantor) for p in pk),
            f"Perjanjian Kinerja tahun {tahun} belum dibuat. Buat dahulu pada halaman Perjanjian.",
        ),
        KelompokDokumen(
            "Rencana Aksi",
            tuple(_rencana_aksi(p, kantor) for p in pk if hasattr(p, "rencana_aksi")),
            f"Rencana aksi tahun {tahun} belum dibuat. Buat dahulu pada halaman Perjanjian.",
        ),
        KelompokDokumen("Laporan Pengukuran Triwulan", _triwulan(muat_isian(kantor, tahun))),
    )


def _urut_pk(p: PerjanjianKinerja) -> tuple[int, int, str, int]:
    unit = p.jabatan.unit.urutan if p.jabatan.unit else 0
    return (URUTAN_TINGKAT.get(p.jabatan.tingkat, 9), unit, p.jabatan.nama, p.revisi)


def _rencana(kantor: PerangkatDaerah, tahun: int) -> tuple[BarisDokumen, ...]:
    renstra = (
        Renstra.objects.filter(
            perangkat_daerah=kantor, periode__tahun_awal__lte=tahun, periode__tahun_akhir__gte=tahun
        )
        .select_related("periode")
        .order_by("-periode__tahun_awal")
        .first()
    )
    if renstra is None:
        sebab = f"Renstra yang mencakup tahun {tahun} belum dicatat"
        return tuple(
            BarisDokumen(str(j.label), sebab, TANDA[False], "Belum ada", "")
            for j in (JenisDokumen.MATRIKS_RENSTRA, JenisDokumen.IKU, JenisDokumen.RKT)
        )
    iku = Indikator.objects.filter(
        Q(tujuan__renstra=renstra) | Q(sasaran__renstra=renstra), perangkat_daerah=kantor, is_iku=True
    ).exists()
    rkt = TargetRKT.objects.filter(
        Q(indikator__tujuan__isnull=False) | Q(indikator__sasaran__isnull=False),
        indikator__perangkat_daerah=kantor,
        tahun=tahun,
    ).count()

    def baris(jenis: JenisDokumen, rincian: str, ada: bool) -> BarisDokumen:
        alamat = reverse("dokumen_pdf", args=[kantor.slug, tahun, jenis.value])
        return BarisDokumen(
            jenis.label, rincian, TANDA[ada], "Siap dicetak" if ada else "Belum diisi", alamat
        )

    return (
        baris(JenisDokumen.MATRIKS_RENSTRA, f"Tahun {renstra.periode.nama}", True),
        baris(JenisDokumen.IKU, f"Berlaku pada tahun {tahun}", iku),
        baris(JenisDokumen.RKT, f"{rkt} target tahun {tahun}", bool(rkt)),
    )


def _keadaan_pk(p: PerjanjianKinerja) -> tuple[str, str]:
    return ("tanda-baik", "Ditetapkan") if p.is_ditetapkan else ("tanda-proses", "Konsep")


def _pk(p: PerjanjianKinerja, kantor: PerangkatDaerah) -> BarisDokumen:
    nomor = f"nomor {p.nomor}, " if p.nomor else ""
    return BarisDokumen(
        f"{p.nama} {p.jabatan.nama}",
        f"{nomor}{format_tanggal(p.tanggal)}, {p.pihak_pertama.pegawai.nama_lengkap}",
        *_keadaan_pk(p),
        reverse("dokumen_pk", args=[kantor.slug, p.tahun, p.pk]),
    )


def _rencana_aksi(p: PerjanjianKinerja, kantor: PerangkatDaerah) -> BarisDokumen:
    return BarisDokumen(
        f"Rencana Aksi {p.jabatan.nama}",
        f"menurut {p.nama} tanggal {format_tanggal(p.tanggal)}",
        *_keadaan_pk(p),
        reverse("dokumen_rencana_aksi", args=[kantor.slug, p.tahun, p.pk]),
    )


def _triwulan(isian: IsianKantor) -> tuple[BarisDokumen, ...]:
    unit = isian.unit_bertugas()
    hasil = []
    for tw, nama in NAMA_TRIWULAN.items():
        ringkas = [isian.ringkas(u.pk, tw) for u in unit]
        diminta, terisi = sum(r.diminta for r in ringkas), sum(r.terisi for r in ringkas)
        disetujui = sum(1 for u in unit if isian.keadaan(u.pk, tw) == Tahap.DISETUJUI)
        if unit and disetujui == len(unit):
            tanda, keadaan = "tanda-baik", "Disetujui"
        elif disetujui or terisi:
            tanda, keadaan = "tanda-proses", "Belum disetujui"
        else:
            tanda, keadaan = "tanda-kosong", "Belum diisi"
        hasil.append(
            BarisDokumen(
                f"Laporan Pengukuran {nama}",
                f"{terisi} dari {diminta} isian terisi, {disetujui} dari {len(unit)} unit disetujui",
                tanda,
                keadaan,
                reverse("dokumen_triwulan", args=[isian.kantor.slug, isian.tahun, tw]),
            )
        )
    return tuple(hasil)
