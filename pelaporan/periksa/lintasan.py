"""How a lint makes its findings: one info per section, table or list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Temuan, Tingkat
from pelaporan.periksa.ketikan import Ketikan, iter_ketikan, per_tempat
from pelaporan.periksa.sebut import sebut


def lint(
    bahan: BahanPeriksa,
    kode: str,
    cari: Callable[[Ketikan], Iterable[str]],
    pesan: Callable[[str, str], str],
) -> Iterator[Temuan]:
    """Yield one info for each place where ``cari`` finds something.

    ``pesan`` gets the place and what was found, both in words.
    """
    semua = {k: ada for k in iter_ketikan(bahan) if (ada := tuple(cari(k)))}
    for lokasi, tautan, isi in per_tempat(semua):
        ada = tuple(dict.fromkeys(x for k in isi for x in semua[k]))
        yield Temuan(
            kode=kode,
            tingkat=Tingkat.INFO,
            lokasi=lokasi,
            pesan=pesan(lokasi.teks, sebut(ada)),
            nilai=tuple(("tertulis", x) for x in ada),
            tautan=tautan,
        )
