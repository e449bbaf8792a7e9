"""A sheet whose rows are rows of one model."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai, kanon
from pelaporan.buku.skema import Baris, BarisSalah, Lembar


def pilihan(kelas: type[models.Choices]) -> tuple[tuple[str, str], ...]:
    """Return the choices of a field as a column keeps them."""
    return tuple((str(nilai), str(label)) for nilai, label in kelas.choices)


class LembarModel(Lembar):
    """One row of the sheet is one row of ``model``. ``bidang`` maps a column to a field of another name."""

    model: ClassVar[type[models.Model]]
    bidang: ClassVar[dict[str, str]] = {}
    daftar: ClassVar[str] = ""  # list of the workbook that a new row enters, under its key

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if lingkup := getattr(getattr(cls, "model", None), "lingkup", None):
            cls.penulis = lingkup.penulis

    def semua(self, b: Bahan) -> list[Any]:
        """Return the rows of the office and year."""
        raise NotImplementedError

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """Return a row that is not saved yet, with what the columns do not say."""
        raise NotImplementedError

    def terkunci(self, b: Bahan, objek: Any) -> str:
        """Return why a row may not change."""
        return ""

    def muat(self, b: Bahan) -> list[Baris]:
        """Read the rows."""
        kolom = self.kolom(b)
        return [
            Baris(
                nilai={k.kunci: self.ambil(b, objek, k) for k in kolom},
                objek=objek,
                terkunci=b.tertutup or self.terkunci(b, objek) or b.boleh_tulis(objek),
            )
            for objek in self.semua(b)
        ]

    def ambil(self, b: Bahan, objek: Any, kolom: Kolom) -> Nilai:
        """Return what a column shows of a row."""
        isi = getattr(objek, self.bidang.get(kolom.kunci, kolom.kunci))
        if kolom.jenis is Jenis.RUJUK:
            return b.nama(kolom.rujuk, isi) if isinstance(isi, models.Model) else str(isi or "")
        if kolom.jenis is Jenis.PILIHAN:
            return str(isi)
        return isi if isi is not None or kolom.jenis not in (Jenis.TEKS, Jenis.PANJANG) else ""

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Fill the fields and save."""
        objek = baris.objek if baris is not None and baris.objek is not None else self.baru(b, nilai)
        self.isi(b, objek, nilai, ubah)
        if pesan := b.boleh_tulis(objek):
            raise BarisSalah(pesan, "izin")
        b.simpan(objek, {self.bidang.get(k.kunci, k.kunci): k.kunci for k in self.kolom(b)})
        self.sesudah(b, objek, nilai)

    def isi(self, b: Bahan, objek: Any, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Put the values of the columns into the fields."""
        for kolom in self.kolom(b):
            if kolom.is_keterangan or (objek.pk and kolom.kunci not in ubah):
                continue
            setattr(objek, self.bidang.get(kolom.kunci, kolom.kunci), self.dari(b, kolom, nilai[kolom.kunci]))

    def dari(self, b: Bahan, kolom: Kolom, nilai: Nilai) -> Any:
        """Return what a field takes for the value of a column."""
        if kolom.jenis is Jenis.RUJUK:
            isi = b.cari(kolom.rujuk, nilai, kolom.kunci)
            return "" if isi is None and kolom.rujuk == "skala" else isi  # a name, not a row
        return nilai

    def nama_daftar(self, nilai: dict[str, Nilai]) -> tuple[str, str]:
        """The first column of the key names it."""
        kunci = next(iter(nilai.values()), "")
        return (self.daftar, kanon(kunci)) if self.daftar else ("", "")

    def sesudah(self, b: Bahan, objek: Any, nilai: dict[str, Nilai]) -> None:
        """Enter a saved row into the lists of the workbook."""
        if self.daftar:
            b.daftar[self.daftar][self.kunci(self.kolom(b), nilai)] = objek
