"""A kind of upload for tests: a text file, one number a line; a line "x" is refused."""

from __future__ import annotations

from dataclasses import dataclass

from django.template import Template

from organisasi.models import Satuan
from organisasi.unggahan.penangan import HasilPeriksa, TerapGagal, UnggahanDitolak


@dataclass(frozen=True)
class Batas:
    ukuran: int = 1000


class PenanganUji:
    jenis = "uji"
    label = "Berkas uji"
    batas = Batas()
    akhiran = (".txt", ".csv")

    @property
    def templat(self):
        """What an app has as a file of its own."""
        return Template(
            '<h2>{{ hasil.baru }} baru</h2><input aria-label="Versi" name="pilihan-versi" form="periksa">'
        )

    def boleh(self, pelaku, unggahan):
        kantor = unggahan.perangkat_daerah_id
        return kantor is None or bool(pelaku.is_semua or pelaku.peran_di(kantor))

    def periksa(self, unggahan, jalur, kemajuan):
        baris = jalur.read_text(encoding="utf-8").split()
        if baris == ["rusak"]:
            raise UnggahanDitolak("Berkas ini rusak.")
        if baris == ["galat"]:
            raise ZeroDivisionError
        kemajuan.total(len(baris))
        for n, _ in enumerate(baris, start=1):
            kemajuan.dibaca(n)
            kemajuan.diperiksa(n)
        ditolak = [b for b in baris if b == "x"]
        hasil = {"baru": len(baris) - len(ditolak), "ditolak": len(ditolak), "pilihan": unggahan.pilihan}
        isi = b"merah" if ditolak else None
        return HasilPeriksa(hasil, bool(ditolak), isi, "hasil-uji.txt" if ditolak else "")

    def terapkan(self, unggahan, jalur, kemajuan):
        baris = jalur.read_text(encoding="utf-8").split()
        with kemajuan.transaksi():
            for n, nama in enumerate(baris, start=1):
                Satuan.objects.create(nama=f"uji-{nama}")
                kemajuan.diterapkan(n)
            if "gagal" in baris:
                raise TerapGagal("Data sudah berubah sejak diperiksa.")
        return {"diterapkan": len(baris)}
