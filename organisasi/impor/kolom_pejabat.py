"""Columns of a list of officials: post, person and term in one row, as offices keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from organisasi.impor.dasar_hukum import cari_pemda
from organisasi.impor.unit_kerja import cari_kantor
from organisasi.models import Pangkat, PemerintahDaerah, PerangkatDaerah
from organisasi.pilihan import BentukNIP, StatusPemangku, TingkatJabatan
from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.sumber import Sumber
from sakip.umum.impor.widget import Nip, Pilihan, Rujukan, Tanggal, Teks, kunci, kutip

#: "perangkat" or "pemda", and the key of the row
Tempat = tuple[str, int]


def sebut_tempat(objek: Any) -> Tempat:
    """Return where a post is, as a key."""
    return ("pemda" if isinstance(objek, PemerintahDaerah) else "perangkat", objek.pk)


def pemda_dari(objek: Any) -> Any:
    """Return the government of a place."""
    return objek if isinstance(objek, PemerintahDaerah) else objek.pemda


def _cari_tempat(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    """Return the office of a post; for the post of a kepala daerah its government."""
    try:
        return cari_kantor(sumber, teks, baris)
    except ValueError:
        try:
            return cari_pemda(sumber, teks, baris)
        except ValueError:
            pass
        raise


def _tempat_baris(sumber: Sumber, baris: Mapping[str, Any]) -> Any:
    return KOLOM_PEJABAT[0].widget.clean(baris.get(KOLOM_PEJABAT[0].judul), sumber=sumber)


def _cari_unit(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    tempat = _tempat_baris(sumber, baris)
    if not isinstance(tempat, PerangkatDaerah):
        raise ValueError("Kosongkan unit kerja untuk jabatan kepala daerah.")
    return _dalam(sumber, sumber.kamus["unit"], [(sebut_tempat(tempat), tempat.nama)], teks, "Unit")


def _cari_atasan(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    """Return a post of the same office, or of its government; of the file too."""
    tempat = _tempat_baris(sumber, baris)
    if tempat is None:
        return None
    pemda = pemda_dari(tempat)
    letak = [(sebut_tempat(tempat), str(tempat)), (sebut_tempat(pemda), pemda.nama_lengkap)]
    return _dalam(sumber, sumber.kamus["jabatan"], letak, teks, "Jabatan")


def _dalam(
    sumber: Sumber, kamus: Mapping[Any, Any], letak: list[tuple[Tempat, str]], teks: str, sebutan: str
) -> Any:
    for tempat, _ in letak:
        if (hasil := kamus.get((tempat, kunci(teks)))) is not None:
            return hasil
    ada = [o.nama for (tempat, _), o in kamus.items() if tempat in [satu for satu, _ in letak]]
    raise ValueError(f"{sebutan} {kutip(teks)} tidak ada di {letak[0][1]}.{sumber.usulkan(teks, ada)}")


def _cari_pangkat(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    return sumber.cari(Pangkat, teks, sebutan="Pangkat", nama=lambda p: (p.golongan, p.nama, str(p)))


_nama = lambda objek: objek.nama  # noqa: E731 - one word
BIARKAN = "Kosong: yang tercatat tidak diubah."

KOLOM_PEJABAT = (
    Kolom(
        "tempat", "Perangkat daerah", Rujukan(_cari_tempat), "Kecamatan Batang-batang",
        "Nama atau kode pendeknya; untuk kepala daerah: Kabupaten Sumenep.", is_wajib=True, is_kunci=True,
    ),
    Kolom(
        "jabatan__nama", "Jabatan", Teks(), "Camat Batang-batang", "Seperti tercetak. Dibuat bila belum ada.",
        is_wajib=True, is_kunci=True,
    ),
    Kolom(
        "jabatan__tingkat", "Tingkat", Pilihan(TingkatJabatan.choices), "Kepala perangkat daerah",
        "Wajib untuk jabatan baru: " + ", ".join(TingkatJabatan.labels) + ".", is_biarkan=True,
    ),
    Kolom(
        "jabatan__unit", "Unit kerja", Rujukan(_cari_unit, _nama), "Camat", f"Unit yang dipimpin. {BIARKAN}",
        is_biarkan=True,
    ),
    Kolom(
        "jabatan__atasan", "Atasan", Rujukan(_cari_atasan, _nama), "Bupati Sumenep",
        f"Jabatan yang memberi mandat, boleh baris lain berkas ini. {BIARKAN}", is_biarkan=True,
    ),
    Kolom(
        "status", "Status", Pilihan(StatusPemangku.choices), "Definitif",
        "Definitif, Plt, Plh, atau Pj. Kosong: definitif.", is_biarkan=True,
    ),
    Kolom("pegawai__gelar_depan", "Gelar depan", Teks(), "Drs.", BIARKAN, is_biarkan=True),
    Kolom(
        "pegawai__nama", "Nama", Teks(), "Citra Lestari",
        "Tanpa gelar. Pegawai dibuat bila NIP-nya belum ada.",
        is_wajib=True, is_kunci=True,
    ),
    Kolom("pegawai__gelar_belakang", "Gelar belakang", Teks(), "M.Si.", BIARKAN, is_biarkan=True),
    Kolom(
        "pegawai__bentuk_nip", "Bentuk nomor", Pilihan(BentukNIP.choices), "NIP (PNS)",
        "NIP (PNS) atau NI PPPK.", is_biarkan=True,
    ),
    Kolom(
        "pegawai__nip", "NIP", Nip(), "197501012000031001",
        "18 angka sebagai teks. Kosong hanya untuk yang tidak mempunyainya.", is_kunci=True, is_biarkan=True,
    ),
    Kolom(
        "pegawai__pangkat", "Pangkat", Rujukan(_cari_pangkat, lambda p: p.golongan), "IV/a", BIARKAN,
        is_biarkan=True,
    ),
    Kolom("mulai", "Mulai", Tanggal(), "02-01-2023", "Hari pertama menjabat.", is_wajib=True, is_kunci=True),
    Kolom("sampai", "Sampai", Tanggal(), "31-12-2023", "Hari terakhir. Kosong bila masih menjabat."),
)  # fmt: skip
