"""Forms of kinerja's admin: a value must fit the kind of its indicator."""

from __future__ import annotations

from typing import Any

from kinerja.kewajaran import GALAT, periksa_nilai
from kinerja.models import DefinisiIndikator, Indikator
from kinerja.tanggung_jawab import definisi_kantor
from sakip.umum.admin_dasar import FormDasar


class FormNilai(FormDasar):
    """A value of an indicator: what cannot be is refused at its field, what is odd is asked once."""

    bidang_nilai: tuple[str, ...] = ("nilai", "nilai_atas")

    def clean(self) -> dict[str, Any] | None:
        """Check each number against the definition in force in its year."""
        isi = super().clean() or self.cleaned_data
        definisi = self._definisi()
        if definisi is None:
            return isi
        for nama in self.bidang_nilai:
            for k in periksa_nilai(
                jenis=definisi.jenis,
                nilai=isi.get(nama),
                is_persen=bool(definisi.satuan and definisi.satuan.is_persen),
            ):
                if k.tingkat == GALAT:
                    self.add_error(nama, k.pesan)
                else:
                    self.tanyai(nama, isi[nama], k.pesan)
        return isi

    def ukuran(self) -> tuple[Indikator | None, int | None]:
        """Return the indicator and the year of the value."""
        return self._milik("indikator"), self._milik("tahun")

    def _milik(self, nama: str) -> Any:
        """Return a typed value; where the form has no such field, that of the row."""
        if nama in self.fields:
            return self.cleaned_data.get(nama)
        field: Any = self._meta.model._meta.get_field(nama)
        if field.is_relation and getattr(self.instance, f"{nama}_id") is None:
            return field.get_cached_value(self.instance, default=None)
        return getattr(self.instance, nama)

    def _definisi(self) -> DefinisiIndikator | None:
        indikator, tahun = self.ukuran()
        if indikator is None or not tahun or indikator.pk is None:
            return None
        kunci = ("definisi", indikator.perangkat_daerah_id, tahun)
        if kunci not in self.ingatan:
            self.ingatan[kunci] = definisi_kantor(indikator.perangkat_daerah, tahun)
        return self.ingatan[kunci].get(indikator.pk)  # type: ignore[no-any-return]


class FormTargetDPA(FormNilai):
    """The year is the DPA's."""

    def ukuran(self) -> tuple[Indikator | None, int | None]:
        """Return the indicator and the year of the DPA."""
        return self._milik("indikator"), getattr(self._milik("dpa"), "tahun", None)


class FormTargetPK(FormNilai):
    """The year is the PK's."""

    def ukuran(self) -> tuple[Indikator | None, int | None]:
        """Return the indicator and the year of the PK."""
        return self._milik("indikator"), getattr(self._milik("perjanjian"), "tahun", None)


class FormTargetPeriode(FormNilai):
    """The year is that of the PK whose plan it is."""

    def ukuran(self) -> tuple[Indikator | None, int | None]:
        """Return the indicator and the year of the PK."""
        perjanjian = getattr(self._milik("rencana_aksi"), "perjanjian", None)
        return self._milik("indikator"), getattr(perjanjian, "tahun", None)


class FormNilaiTahunLalu(FormNilai):
    """Target and value of a year before the system."""

    bidang_nilai = ("target", "target_atas", "realisasi")


class FormRealisasi(FormNilai):
    """A value of a period; ``cara`` follows the header, also where the header is not stored yet."""

    bidang_nilai = ("nilai",)

    def ukuran(self) -> tuple[Indikator | None, int | None]:
        """Return indicator and year of the header."""
        induk = self._milik("pengukuran")
        return (induk.indikator, induk.tahun) if induk is not None and induk.indikator_id else (None, None)

    def clean(self) -> dict[str, Any] | None:
        """Copy ``cara`` from the header beside it."""
        isi = super().clean() or self.cleaned_data
        if induk := isi.get("pengukuran"):
            self.instance.cara = induk.cara
        return isi
