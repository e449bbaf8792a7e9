"""A resource of django-import-export that checks without a transaction and collects what it would write.

``periksa`` reads every row into instances and asks what a form would ask; nothing is saved by it. What would
be written stands in ``ditulis()`` for the one short write (``sakip.umum.impor.tulis``).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from import_export import resources
from import_export.fields import Field
from import_export.results import RowResult

from sakip.umum.admin_formulir import sebutkan_batasan
from sakip.umum.impor.baris import BarisImpor
from sakip.umum.impor.hasil import BarisHasil, Keadaan, Pratinjau
from sakip.umum.impor.kolom import Kolom
from sakip.umum.impor.sumber import Sumber
from sakip.umum.impor.tabel import Tabel
from sakip.umum.impor.widget import is_kosong, kunci, kutip

DITUTUP = "Baris ini di luar tugas Anda."
KEADAAN = {
    RowResult.IMPORT_TYPE_NEW: Keadaan.BARU,
    RowResult.IMPORT_TYPE_UPDATE: Keadaan.BERUBAH,
    RowResult.IMPORT_TYPE_SKIP: Keadaan.TETAP,
    RowResult.IMPORT_TYPE_INVALID: Keadaan.DITOLAK,
}


class ResourceImpor(resources.ModelResource):  # type: ignore[misc]
    """Rows of one model, found by their natural key. A subclass says the columns and what is stored."""

    kolom: ClassVar[tuple[Kolom, ...]] = ()
    #: Models that a row writes, in the order of writing.
    urutan_tulis: ClassVar[tuple[type[Model], ...]] = ()
    terkait: ClassVar[tuple[str, ...]] = ()  # what the cells of stored rows read beside the row itself
    #: Models whose changed rows are written before the new ones.
    ubah_dahulu: ClassVar[frozenset[type[Model]]] = frozenset()
    #: Constraints that ``periksa_bersama`` or the key itself holds for all rows at once.
    batasan_bersama: ClassVar[frozenset[str]] = frozenset()
    #: Models whose ``clean`` compares with stored rows that the file may change too.
    clean_bersama: ClassVar[frozenset[type[Model]]] = frozenset()

    def __init__(self, pengguna: Any) -> None:
        super().__init__()
        self.pengguna = pengguna
        self.pelaku = pengguna.pelaku
        self.sumber = Sumber(pengguna)
        self.fields = {k.bidang: Field(k.bidang, k.judul, widget=k.widget) for k in self.kolom}
        self._kolom = {k.bidang: k for k in self.kolom}
        self.baris: list[BarisImpor] = []
        self.milik: dict[Hashable, Any] = {}  # key -> object, stored or new
        self.asal: dict[int, tuple[Any, dict[str, Any]]] = {}  # id -> object with its columns before
        self._isian: dict[tuple[int, str], tuple[Any, int, str]] = {}
        self._nomor: list[int] = []

    # For subclasses --------------------------------------------------------------------------------

    def muat(self, kunci: set[Hashable]) -> dict[Hashable, Any]:
        """Return the stored objects that the person writes, by key."""
        raise NotImplementedError

    def kunci_dari(self, nilai: dict[str, Any]) -> Hashable:
        """Return the key of the values of the key columns."""
        return tuple(nilai.values())

    def buat(self, nilai: dict[str, Any]) -> Any:
        """Return a new object with its key."""
        return self._meta.model(**nilai)

    def buat_kosong(self) -> Any:
        """Return an object for a row whose key cannot be read: its other cells are read all the same."""
        return self._meta.model()

    def bagian(self, objek: Any) -> Iterable[tuple[str, Any]]:
        """Return (prefix of the columns, object) of all that a row writes."""
        return [("", objek)]

    def lengkapi(self, objek: Any, baris: Mapping[str, Any]) -> dict[str, str]:
        """Fill in what follows from other columns; return what is wrong by column."""
        return {}

    def boleh(self, objek: Any) -> bool:
        """Whether the person writes this object."""
        return bool(self.pelaku.boleh_tulis_objek(objek))

    def periksa_bersama(self) -> None:
        """Refuse rows that cannot stand beside each other."""

    def catat(self, baris: BarisImpor) -> tuple[str, bool]:
        """Return what must be known about a changed row, and whether the person must say that it is meant."""
        return "", False

    def peringatkan(self) -> list[str]:
        """Return what must be known about the whole file."""
        return []

    def sebelum_tulis(self, model: type[Model], ubah: list[Any]) -> None:
        """Make room before rows of a model are written."""

    def sesudah_tulis(self, alasan: str) -> None:
        """Write what hangs on the rows."""

    def lekatkan(self, objek: Any) -> None:
        """Put on a stored object what its columns show and its own fields do not hold."""

    def baris_ekspor(self, rows: Iterable[Any]) -> Iterator[list[str]]:
        """Yield the cells of stored rows under the headings of ``kolom``: read again, they change nothing."""
        for objek in rows:
            self.lekatkan(objek)
            yield [k.tampil(objek) for k in self.kolom]

    # The check -------------------------------------------------------------------------------------

    def periksa(self, tabel: Tabel) -> Pratinjau:
        """Return what the rows of a file would do. Writes nothing and opens no transaction."""
        self._nomor = tabel.nomor
        hasil = self.import_data(tabel.dataset, use_transactions=False)
        for galat in (*hasil.base_errors, *(g for r in hasil.rows for g in r.errors)):
            raise galat.error
        for baris, satu in zip(self.baris, hasil.rows, strict=True):
            baris.keadaan = KEADAAN[satu.import_type]
            if satu.validation_error is not None:
                self._catat_galat(baris, satu.validation_error)
        self.periksa_bersama()
        return self._pratinjau(tabel)

    def ditulis(self) -> tuple[dict[type[Model], list[Any]], dict[type[Model], dict[int, Any]]]:
        """Return new and changed objects by model."""
        baru: dict[type[Model], dict[int, Any]] = {m: {} for m in self.urutan_tulis}
        ubah: dict[type[Model], dict[int, Any]] = {m: {} for m in self.urutan_tulis}
        for baris in self.baris:
            if baris.keadaan in (Keadaan.BARU, Keadaan.BERUBAH):
                for _, objek in self.bagian(baris.objek):
                    if objek.pk is None:
                        baru[type(objek)][id(objek)] = objek
                    elif self.beda(objek):
                        ubah[type(objek)][id(objek)] = objek
        return {m: list(isi.values()) for m, isi in baru.items()}, ubah

    def beda(self, objek: Any) -> list[str]:
        """Return the columns of a stored object that differ from what was read."""
        _, dahulu = self.asal[id(objek)]
        return [
            f.name
            for f in objek._meta.concrete_fields
            if getattr(objek, f.attname) != dahulu[f.attname] or _is_belum_tersimpan(objek, f)
        ]

    def ingat(self, objek: Any) -> Any:
        """Remember a stored object as it is before the file changes it."""
        if objek.pk is not None and id(objek) not in self.asal:
            isi = {f.attname: getattr(objek, f.attname) for f in objek._meta.concrete_fields}
            self.asal[id(objek)] = (objek, isi)
        return objek

    # Steps of import-export ------------------------------------------------------------------------

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Find or make the object of every row before the first is read, so that rows may name each other."""
        semua = [dict(zip(dataset.headers, sel, strict=True)) for sel in dataset]
        self.baris = [BarisImpor(n, isi) for n, isi in zip(self._nomor, semua, strict=True)]
        nilai = [self._nilai_kunci(b.isi) for b in self.baris]
        semua_kunci = [None if n is None else self.kunci_dari(n) for n in nilai]
        self.milik = self.muat({k for k in semua_kunci if k is not None})
        for objek in self.milik.values():
            self.ingat(objek)
        ada = set(self.milik)
        pertama: dict[Hashable, int] = {}
        for baris, k, n in zip(self.baris, semua_kunci, nilai, strict=True):
            baris.kunci = k
            if k is None or n is None:
                baris.objek, baris.is_baru = self.buat_kosong(), True
                continue
            if k in pertama:
                baris.tolak(self._bidang_kunci(), f"Sama dengan baris {pertama[k]}. Hapus salah satunya.")
            pertama.setdefault(k, baris.nomor)
            if k not in self.milik:
                self.milik[k] = self.buat(n)
            baris.objek, baris.is_baru = self.milik[k], k not in ada

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Touch no sequence: nothing was written."""

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Know which row it is."""
        self._kini = self.baris[kwargs["row_number"] - 1]

    def get_or_init_instance(self, instance_loader: Any, row: Any) -> tuple[Any, bool]:
        """Return the object that was found or made for the row."""
        return self._kini.objek, self._kini.is_baru

    def after_init_instance(self, instance: Any, new: bool, row: Any, **kwargs: Any) -> None:
        """Remember what stands there now."""
        self._kini.lama = {k.bidang: k.ambil(instance) for k in self.kolom}

    def import_field(self, field: Any, instance: Any, row: Any, is_m2m: bool = False, **kwargs: Any) -> None:
        """Read one cell. An empty one empties the value, unless its column says otherwise."""
        k = self._kolom[field.attribute]
        if field.column_name not in row:
            return
        if is_kosong(row[field.column_name]):
            if k.is_wajib:
                raise ValueError(f"{k.judul} wajib diisi, misalnya {k.contoh}.")
            if k.is_biarkan:
                return
        super().import_field(field, instance, row, is_m2m, sumber=self.sumber)
        self._satu_arti(k, instance)

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Read the cells, then what follows from them."""
        galat: dict[str, Any] = {}
        try:
            super().import_instance(instance, row, **kwargs)
        except ValidationError as e:
            galat = e.update_error_dict({})
        tambahan = self.lengkapi(instance, row) if self._kini.kunci is not None else {}
        for bidang, pesan in tambahan.items():
            galat.setdefault(bidang, []).append(ValidationError(pesan))
        if galat:
            raise ValidationError(galat)

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        """A row that changes nothing is not checked either."""
        if import_validation_errors or self._kini.is_baru or self._kini.galat:
            return False
        return not self.bidang_beda(self._kini)

    def bidang_beda(self, baris: BarisImpor) -> list[str]:
        """Return the columns whose value is not what it was."""
        return [k.bidang for k in self.kolom if k.ambil(baris.objek) != baris.lama[k.bidang]]

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Ask what a form would ask; references are not asked for again, the file's own key neither."""
        galat: dict[str, Any] = dict(import_validation_errors or {})
        for bidang, pesan in self._kini.galat.items():
            galat.setdefault(bidang, []).extend(ValidationError(p) for p in pesan)
        self._kini.galat = {}
        for awalan, objek in self.bagian(instance) if self._kini.kunci is not None else ():
            if objek.pk is None or self.beda(objek):
                self._periksa_objek(awalan, objek, galat)
        if galat:
            raise ValidationError(galat)

    def save_instance(self, instance: Any, is_create: bool, row: Any, **kwargs: Any) -> None:
        """Save nothing: the write comes later, all rows at once."""

    # For checks of all rows ------------------------------------------------------------------------

    def baris_sah(self) -> Iterator[BarisImpor]:
        """Yield the rows that are not refused so far."""
        return (b for b in self.baris if b.keadaan is not Keadaan.DITOLAK)

    def tolak_ejaan(self, bidang: str, nama: dict[Hashable, str], sebutan: str) -> None:
        """Refuse new rows whose name differs by letters only from one in ``nama``, which holds the stored."""
        for baris in self.baris_sah():
            tanda, teks = self.tanda_ejaan(baris.objek) if baris.is_baru else (None, "")
            if tanda is not None and nama.setdefault(tanda, teks) != teks:
                baris.tolak(bidang, f"{sebutan} ini sudah ada dengan ejaan lain. Maksud Anda {nama[tanda]}?")

    def tanda_ejaan(self, objek: Any) -> tuple[Hashable, str]:
        """Return (name as it is compared, name as it is written) of an object."""
        raise NotImplementedError

    # Inside ----------------------------------------------------------------------------------------

    def _bidang_kunci(self) -> str:
        return next(k.bidang for k in reversed(self.kolom) if k.is_kunci and k.is_wajib)

    def _nilai_kunci(self, isi: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return the values of the key columns; None where one cannot be read (the row is refused later)."""
        hasil = {}
        for k in self.kolom:
            if k.is_kunci:
                sel = isi.get(k.judul)
                if k.is_wajib and is_kosong(sel):
                    return None
                try:
                    hasil[k.bidang] = k.widget.clean(sel, row=isi, sumber=self.sumber)
                except ValueError:
                    return None
        return hasil

    def _satu_arti(self, k: Kolom, instance: Any) -> None:
        """Refuse two rows that say two things of one person or post."""
        *depan, nama = k.bidang.split("__")
        if not depan:
            return
        objek = instance
        for satu in depan:
            objek = getattr(objek, satu)
        nilai = getattr(objek, nama)
        sama = kunci(nilai) if k.is_kunci and isinstance(nilai, str) else nilai
        dahulu, nomor, tertulis = self._isian.setdefault(
            (id(objek), nama), (sama, self._kini.nomor, k.widget.tampil(nilai))
        )
        if dahulu != sama:
            raise ValueError(f"Baris {nomor} menulis {kutip(tertulis) or 'kosong'} untuk hal yang sama")

    def _periksa_objek(self, awalan: str, objek: Any, galat: dict[str, Any]) -> None:
        if not self.boleh(objek):
            galat.setdefault(NON_FIELD_ERRORS, []).append(ValidationError(DITUTUP))
        salah = {b.removeprefix(awalan) for b in galat}
        for satu in self._pertanyaan(objek, salah):
            try:
                satu()
            except ValidationError as e:
                for nama, pesan in sebutkan_batasan(type(objek), e).update_error_dict({}).items():
                    salah.add(nama)
                    bidang = nama if nama == NON_FIELD_ERRORS else f"{awalan}{nama}"
                    galat.setdefault(bidang, []).extend(pesan)

    def _pertanyaan(self, objek: Any, salah: set[str]) -> Iterator[Callable[[], None]]:
        """Yield what full_clean asks, one by one; what is wrong already is not asked about again."""
        relasi = {f.name for f in objek._meta.fields if f.is_relation}
        yield lambda: objek.clean_fields(exclude=relasi | salah)
        if type(objek) not in self.clean_bersama:
            yield objek.clean
        for batas in objek._meta.constraints:
            if batas.name not in self.batasan_bersama:
                yield partial(batas.validate, type(objek), objek, exclude=salah)

    def _catat_galat(self, baris: BarisImpor, galat: ValidationError) -> None:
        for bidang, pesan in galat.message_dict.items():
            for satu in dict.fromkeys(pesan):
                baris.tolak(bidang if self._kolom.get(bidang) and self._ada(baris, bidang) else "", satu)

    def _ada(self, baris: BarisImpor, bidang: str) -> bool:
        return self._kolom[bidang].judul in baris.isi

    def _pratinjau(self, tabel: Tabel) -> Pratinjau:
        tampak = [k for k in self.kolom if k.judul in tabel.dataset.headers]
        baris = [self._baris_hasil(b, tampak) for b in self.baris]
        return Pratinjau([k.judul for k in tampak], baris, [*tabel.peringatan, *self.peringatkan()])

    def _baris_hasil(self, b: BarisImpor, tampak: list[Kolom]) -> BarisHasil:
        beda = set(self.bidang_beda(b)) if b.keadaan is Keadaan.BERUBAH else set()
        catatan, is_yakin = self.catat(b) if b.keadaan is Keadaan.BERUBAH else ("", False)
        return b.hasil(tampak, beda, catatan, is_yakin)


def _is_belum_tersimpan(objek: Any, bidang: Any) -> bool:
    """Whether a reference names a row that the same file makes."""
    if not (bidang.is_relation and bidang.is_cached(objek)):
        return False
    terkait = getattr(objek, bidang.name)
    return terkait is not None and terkait.pk is None
