"""Regulations from a file."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from organisasi.models import DasarHukum, PemerintahDaerah
from organisasi.pilihan import JenisDasarHukum
from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.resource import ResourceImpor
from sakip.umum.impor.sumber import Sumber
from sakip.umum.impor.widget import Bulat, Pilihan, Rujukan, Teks

SUDAH_ADA = "Peraturan dengan jenis, lembaga, nomor, dan tahun ini sudah ada{}."
TERPAKAI = "Kunci ini tidak dapat dipakai. Pilih kunci lain."


def cari_pemda(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    """Return the government that a cell names: "Kabupaten Sumenep" or its code."""
    return sumber.cari(
        PemerintahDaerah, teks, sebutan="Pemerintah daerah", nama=lambda p: (p.nama_lengkap, p.kode)
    )


def _cari_hukum(sumber: Sumber, teks: str, baris: Mapping[str, Any]) -> Any:
    """Return a regulation by its key; ``ResourceDasarHukum`` looks first among the rows of the file."""
    return sumber.cari(DasarHukum, teks, sebutan="Dasar hukum", nama=lambda d: (d.kunci,))


KOLOM_DASAR_HUKUM = (
    Kolom(
        "kunci", "Kunci", Teks(), "perpres-29-2014", "Huruf kecil, angka, tanda hubung; tidak berubah lagi.",
        is_wajib=True, is_kunci=True,
    ),
    Kolom(
        "pemda", "Pemerintah daerah", Rujukan(cari_pemda, lambda p: p.nama_lengkap), "Kabupaten Sumenep",
        "Kosong untuk peraturan nasional.",
    ),
    Kolom(
        "jenis", "Jenis", Pilihan(JenisDasarHukum.choices), "Peraturan Presiden",
        "Salah satu dari: " + ", ".join(JenisDasarHukum.labels) + ".", is_wajib=True,
    ),
    Kolom(
        "lembaga", "Lembaga penetap", Teks(), "Bupati Sumenep", "Kosong untuk UU, PP, dan Perpres."
    ),
    Kolom("nomor", "Nomor", Teks(), "29", "Seperti tercetak.", is_wajib=True),
    Kolom("tahun", "Tahun", Bulat(), "2014", "Empat angka.", is_wajib=True),
    Kolom(
        "tentang", "Tentang", Teks(), "Sistem Akuntabilitas Kinerja Instansi Pemerintah", "Judulnya.",
        is_wajib=True,
    ),
    Kolom(
        "mengubah", "Mengubah", Rujukan(_cari_hukum, lambda d: d.kunci), "permendagri-90-2019",
        "Kunci peraturan yang diubah, boleh baris lain berkas ini.",
    ),
)  # fmt: skip


class ResourceDasarHukum(ResourceImpor):
    """Found by key; a row may change another row of the same file."""

    class Meta:
        model = DasarHukum
        fields = ()

    kolom = KOLOM_DASAR_HUKUM
    urutan_tulis = (DasarHukum,)
    terkait = ("pemda", "mengubah")
    batasan_bersama = frozenset({"dasar_hukum_unik", "dasar_hukum_bukan_diri_sendiri"})

    def muat(self, kunci: set[Hashable]) -> dict[Hashable, Any]:
        """Return the regulations that the person writes."""
        semua = DasarHukum.objects.untuk(self.pengguna).select_related("pemda", "mengubah")
        return {(d.kunci,): d for d in semua if self.boleh(d)}

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Let rows of the file name each other."""
        super().before_import(dataset, **kwargs)
        self.sumber.tambah(
            DasarHukum, "Dasar hukum", {o.kunci: o for o in self.milik.values() if o.pk is None}
        )

    def lengkapi(self, objek: Any, baris: Mapping[str, Any]) -> dict[str, str]:
        """A regulation changes another one."""
        sendiri = objek.mengubah is not None and objek.mengubah.kunci == objek.kunci
        return {"mengubah": "Peraturan ini tidak mengubah dirinya sendiri."} if sendiri else {}

    def periksa_bersama(self) -> None:
        """Refuse a key that another government took, and a regulation that stands there under another key."""
        baru = {b.objek.kunci: b for b in self.baris if b.is_baru}
        for satu in DasarHukum._base_manager.filter(kunci__in=baru).values_list("kunci", flat=True):
            baru[satu].tolak("kunci", TERPAKAI)
        milik = {b.objek.pk for b in self.baris if b.objek.pk is not None}
        lain = DasarHukum._base_manager.exclude(pk__in=milik).values_list(
            "jenis", "lembaga", "nomor", "tahun"
        )
        ada = dict.fromkeys(lain, "")
        for baris in self.baris_sah():
            d = baris.objek
            sama = ada.setdefault((d.jenis, d.lembaga, d.nomor, d.tahun), d.kunci)
            if sama != d.kunci:
                baris.tolak("nomor", SUDAH_ADA.format(f" sebagai {sama}" if sama else ""))
