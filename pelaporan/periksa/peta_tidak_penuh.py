"""A programme whose budget is mapped to sasaran in part: the rest stands beside Tabel 3.9."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa, FaktaProgram
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut, sebut_program
from sakip.umum.angka import format_persen

SERATUS = Decimal(100)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find shares over 0 and not 100; a programme without any sasaran is another finding."""
    milik = [p for p in bahan.program if _porsi(p.porsi) not in (Decimal(0), SERATUS)]
    if not milik:
        return
    isi = [f"{sebut_program(p)} {_teks(p)}" for p in milik]
    yield Temuan(
        kode=PEMERIKSAAN.kode,
        tingkat=Tingkat.PERINGATAN,
        lokasi=lokasi_tabel(bahan.konteks, "t_efisiensi_sasaran", objek="porsi"),
        pesan=(
            f"Porsi {len(milik)} program kepada sasaran belum berjumlah 100%: {sebut(isi)}. Lengkapi "
            "porsinya, atau "
            "tulis mengapa sisanya tidak menunjang sasaran."
        ),
        nilai=tuple((p.kode, _teks(p)) for p in milik),
        tautan="peta",
    )


def _porsi(porsi: Angka | None) -> Decimal:
    return SERATUS if porsi is None or porsi.nilai is None else porsi.nilai


def _teks(p: FaktaProgram) -> str:
    return format_persen(_porsi(p.porsi), 2, (SERATUS,))


PEMERIKSAAN = Pemeriksaan(
    kode="peta_tidak_penuh",
    nama="Porsi program belum 100%",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II: efisiensi penggunaan sumber daya; audit contoh P3",
    periksa=periksa,
)
