"""A head of office in a signature block without NIP or rank."""

from __future__ import annotations

from collections.abc import Iterator

from pelaporan.konteks import PenandaTangan
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Lokasi, Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.penanda_tangan_kosong import TEMPAT
from sakip.umum.teks import gabung_kata


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find signers of the report and of the PK who are civil servants by post and print no NIP or rank.

    The head of an office is one (UU 5/2014, PP 11/2017); the regional head, pihak kedua, is not.
    """
    k = bahan.konteks
    orang = [k.pengesahan.penanda_tangan, k.naskah_pk.pihak_pertama if k.naskah_pk else None]
    for satu in dict.fromkeys(x for x in orang if x is not None):
        kurang = _kurang(satu)
        if not kurang:
            continue
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.PERINGATAN,
            lokasi=Lokasi("depan.pengantar", TEMPAT, satu.nama),
            pesan=(
                f"{satu.nama}, {satu.jabatan}, belum mempunyai {gabung_kata(kurang)}, sehingga blok tanda "
                "tangan tidak lengkap. Lengkapi data pegawainya, atau tulis alasannya."
            ),
            nilai=tuple((apa, "belum diisi") for apa in kurang),
            tautan="pejabat",
        )


def _kurang(satu: PenandaTangan) -> list[str]:
    return [apa for apa, isi in (("NIP", satu.nip), ("pangkat", satu.pangkat)) if not isi.strip()]


PEMERIKSAAN = Pemeriksaan(
    kode="penanda_tangan_tidak_lengkap",
    nama="NIP atau pangkat penanda tangan belum diisi",
    tingkat=Tingkat.PERINGATAN,
    sumber="audit contoh A1, A2, A3",
    periksa=periksa,
)
