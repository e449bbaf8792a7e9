"""No text that the editor accepts breaks a check or keeps it busy: a page of the gate always opens."""

import time

import pytest

from pelaporan.periksa.daftar import DAFTAR
from pelaporan.periksa.naskah import TERISI
from tests.pelaporan.periksa.bersih import tambahi

pytestmark = pytest.mark.django_db

PANJANG = 20_000  # what the editor accepts of a section
BATAS_DETIK = 3  # of one check: seen are 0.3 s, and over a minute before runs were bounded

# Each is repeated to the full length.
POTONGAN = (
    "12 ",
    "97,5% ",
    "Rp1.000.000 ",
    "dua puluh ribu ",
    "satu koma satu ",
    "1.",
    "1,",
    "9",
    "1/2 ",
    "a",
    "A",
    "Aa-",
    "A. ",
    "Dinas/",
    "a(",
    "a@",
    "x\t",
    "Ab ",
    "1\n\n",
    "- Serapan anggaran 97%\n",
    "197112141996032004 ",
    "2024-",
    "08",
    "97,51% 4.289 Rp12.500 ",
    "capaian kinerja 97,51% ",
    "dari 12 indikator ",
    "12 [[kutipan:x]] ",
    "[[serapan]] ",
    "Kecamatan ",
    "Peraturan Menteri Nomor ",
    f"{TERISI} 1 ",
    "dua \u017feribu orang ",
)


@pytest.mark.parametrize("potongan", POTONGAN)
def test_every_check_reads_a_hostile_text_to_its_end_in_time(bersih, potongan):
    bahan = tambahi(bersih, "bab4.kesimpulan", potongan * (PANJANG // len(potongan)))
    lama = {}
    for p in DAFTAR:
        mulai = time.process_time()
        list(p.periksa(bahan))
        lama[p.kode] = time.process_time() - mulai
    assert {kode: detik for kode, detik in lama.items() if detik > BATAS_DETIK} == {}
