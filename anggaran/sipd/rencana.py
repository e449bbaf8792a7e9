"""What an import would change at one office: ceilings against versions, spending against quarters. No writes.

The same function answers for the preview and, inside the transaction, for the change itself: where the two
answers differ somebody changed something meanwhile, and nothing is written.
"""

from __future__ import annotations

from anggaran.sipd.bahan import BahanKantor, Titik
from anggaran.sipd.bentuk import Masukan, Rencana, Tertolak
from anggaran.sipd.jumlah import NOL
from anggaran.sipd.pilihan import Pilihan
from anggaran.sipd.rencana_pagu import rencanakan_pagu
from anggaran.sipd.rencana_realisasi import pagu_acuan, rencanakan_realisasi


def rencanakan(b: BahanKantor, masukan: Masukan, pilihan: Pilihan) -> Rencana:
    """Return what the file would change at one office."""
    tertolak: list[Tertolak] = []
    titik: dict[str, Titik] = {}
    for kode in sorted({*masukan.pagu, *masukan.realisasi}):
        ada = b.titik(kode, masukan.bidang.get(kode, ""))
        if ada is not None:
            titik[kode] = ada
        else:
            tertolak.append(_tak_dikenal(b, masukan, kode))
    pagu = rencanakan_pagu(b, masukan, titik, pilihan, tertolak) if pilihan.is_pagu else None
    if not pilihan.is_realisasi:
        return Rencana(pagu, None, tuple(tertolak))
    acuan = pagu_acuan(b, pagu)
    realisasi, catatan = rencanakan_realisasi(b, masukan, titik, acuan, pilihan, tertolak)
    punya = {titik[k] for k in masukan.realisasi if k in titik}
    tanpa = tuple((t, n) for t, n in acuan.items() if n and t not in punya)
    return Rencana(pagu, realisasi, tuple(tertolak), tanpa, catatan)


def _tak_dikenal(b: BahanKantor, masukan: Masukan, kode: str) -> Tertolak:
    nama = masukan.nama.get(kode, "")
    nilai = masukan.pagu.get(kode)
    if nilai is None:
        nilai = sum(masukan.realisasi.get(kode, {}).values(), NOL)
    return Tertolak(
        kode,
        nama,
        nilai,
        f"Tidak ada dalam nomenklatur tahun {b.tahun}.",
        tuple(b.rujukan.terdekat(kode, nama)),
    )
