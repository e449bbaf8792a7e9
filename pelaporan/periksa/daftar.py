"""All checks, in the order in which they run and are shown; the first finding of a cause stays.

``docs/menambah-pemeriksaan.md`` is the checklist for one more.
"""

from __future__ import annotations

from pelaporan.periksa import realisasi_kosong
from pelaporan.periksa.dasar import Pemeriksaan

# A. What the tables need
DATA: tuple[Pemeriksaan, ...] = (realisasi_kosong.PEMERIKSAAN,)
# B. Money, days, evidence and plausibility
UANG_DAN_BUKTI: tuple[Pemeriksaan, ...] = ()
# C. Figures, regulations and names in prose
ANGKA_DAN_NAMA: tuple[Pemeriksaan, ...] = ()
# D. The text itself
NASKAH: tuple[Pemeriksaan, ...] = ()

DAFTAR: tuple[Pemeriksaan, ...] = (*DATA, *UANG_DAN_BUKTI, *ANGKA_DAN_NAMA, *NASKAH)
