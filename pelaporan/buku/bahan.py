"""What the workbook of one office and year is made from and written into: read once, few queries.

``Bahan`` knows every row by the name that people use in the sheets (a unit by its name, an indicator by its
code, a budget node by its official code), and saves rows with history and with the sentences of the database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db import models
from django.utils import timezone

from anggaran.models import DPA
from kinerja.forms_nilai import muat_skala
from kinerja.isian import IsianKantor, indikator_tahun, muat_isian
from kinerja.models import AlasanPeringatan, DefinisiIndikator, Indikator, PerjanjianKinerja
from organisasi.models import (
    DasarHukum,
    Jabatan,
    Pangkat,
    PemangkuJabatan,
    PemerintahDaerah,
    Pengguna,
    Penugasan,
    PerangkatDaerah,
    Satuan,
    UnitKerja,
)
from organisasi.pilihan import Peran
from pelaporan.buku.simpan import hapus_baris, simpan_baris, usul_dekat
from pelaporan.buku.skema import BarisSalah
from pelaporan.models import Laporan
from pelaporan.pilihan import StatusLaporan
from renstra.models import (
    Kegiatan,
    Nomenklatur,
    PeriodePerencanaan,
    Program,
    Renstra,
    Sasaran,
    SasaranRPJMD,
    SubKegiatan,
    Tujuan,
    VersiRenstra,
)
from renstra.program_tahun import nomenklatur_berlaku
from sakip.umum.teks import gabung_kata

Node = Tujuan | Sasaran | Program | Kegiatan | SubKegiatan
SAH = "Laporan tahun ini sudah disahkan, jadi isinya tidak berubah lagi."
BUKAN_WEWENANG = "Baris ini di luar tugas Anda."


class Bahan:
    """One office and year. ``kantor`` None: a new office is made; ``pengguna`` None: the system acts."""

    def __init__(self, kantor: PerangkatDaerah | None, tahun: int, pengguna: Pengguna | None = None) -> None:
        self.kantor = kantor
        self.tahun = tahun
        self.pengguna = pengguna
        self.hari = timezone.localdate()
        self.is_baru = kantor is None
        self.alasan_riwayat = "Buku kerja"
        self.penutup: list[tuple[Any, Callable[[], None]]] = []  # acts that come after all rows
        self.kini: Any = None  # the row that is being written
        self.tertolak: dict[str, dict[str, str]] = {}  # list -> name -> the cell where it must be repaired
        self.perhatian: list[tuple[Any, str, str]] = []  # (row, column, sentence) of values that look odd

    # Who ------------------------------------------------------------------------------------------------

    def boleh_tulis(self, objek: Any) -> str:
        """Return why the person may not write a row; "" where it is allowed. The system writes everything."""
        if self.pengguna is None or self.pengguna.pelaku.boleh_tulis_objek(objek):
            return ""
        return "" if self.is_penyiapan else sebut_penulis(objek)

    @property
    def is_admin(self) -> bool:
        """Whether the person may make offices: the admin kabupaten, a superuser, the system."""
        if self.pengguna is None or self.pengguna.pelaku.is_semua:
            return True
        return Peran.ADMIN_KABUPATEN.value in self.pengguna.pelaku.peran

    @cached_property
    def is_penyiapan(self) -> bool:
        """Whether the admin kabupaten still sets the office up: it is new, or nobody has a task there yet."""
        if not self.is_admin or self.kantor is None:
            return self.is_admin
        return self.is_baru or not Penugasan.objects.filter(perangkat_daerah=self.kantor).exists()

    def boleh_baru(self, penulis: tuple[str, ...]) -> bool:
        """Whether the person may write new rows of a sheet that these roles write."""
        if self.tertutup:
            return False
        if self.pengguna is None or self.is_penyiapan or self.kantor is None:
            return True
        return bool(self.pengguna.pelaku.is_peran(self.kantor.pk, *penulis))

    @cached_property
    def tertutup(self) -> str:
        """Why nothing of the year changes any more; "" while the report is a draft."""
        laporan = self.laporan
        return SAH if laporan is not None and laporan.status != StatusLaporan.DRAF else ""

    @property
    def sebut_peran(self) -> str:
        """The roles by which the person acts, for the log."""
        if self.pengguna is None or self.kantor is None:
            return "Sistem"
        return str(self.pengguna.pelaku.sebut_peran(self.kantor.pk))[:40]

    def tunda(self, tindakan: Callable[[], None]) -> None:
        """Do something after all rows of all sheets are written; what it refuses is said at this row."""
        self.penutup.append((self.kini, tindakan))

    def perhatikan(self, kolom: str, pesan: str) -> None:
        """Say that a value looks odd; the preview shows it, and confirming is the answer."""
        self.perhatian.append((self.kini, kolom, pesan))

    # Names ----------------------------------------------------------------------------------------------

    @cached_property
    def daftar(self) -> dict[str, dict[str, Any]]:
        """The lists that columns choose from: list -> name -> row."""
        return {
            "pemda": {p.kode: p for p in PemerintahDaerah.objects.order_by("kode")},
            "unit": {u.nama: u for u in self._milik(UnitKerja).order_by("urutan")},
            "jabatan": {j.nama: j for j in self._jabatan()},
            "hukum": {h.kunci: h for h in self._hukum()},
            "satuan": {s.nama: s for s in Satuan.objects.order_by("nama")},
            "pangkat": {p.golongan: p for p in Pangkat.objects.order_by("urutan")},
            "skala": {nama: nama for nama in sorted(self.skala)},
            "sasaran_rpjmd": self._sasaran_rpjmd(),
            "versi": {str(v.nomor): v for v in self._versi()},
            "node": self._node(),
            "indikator": {i.kode: i for i in self._indikator()},
            "dpa": {str(d.urutan): d for d in self._dpa()},
            "pk": {self.nama_pk(p): p for p in self._pk()},
        }

    def cari(self, daftar: str, nama: Any, kolom: str) -> Any:
        """Return the row that a cell names; None for a blank. Raises BarisSalah where there is none."""
        if nama in (None, ""):
            return None
        ada = self.daftar[daftar]
        if str(nama) in ada:
            return ada[str(nama)]
        if daftar == "sasaran_rpjmd":
            cocok = [v for k, v in ada.items() if k.split(" ")[0] == str(nama).split(" ")[0]]
            if len(cocok) == 1:
                return cocok[0]
        if sebab := self.tertolak.get(daftar, {}).get(str(nama)):
            raise BarisSalah(
                {kolom: f"Menunggu {sebab} diperbaiki. Isian ini tidak perlu diubah."}, "menunggu"
            )
        if sebab := next(iter(self.tertolak.get(daftar, {}).values()), ""):
            pesan = f"“{str(nama)[:80]}” tidak dikenal. Mungkin akibat {sebab}; perbaiki itu dahulu."
            raise BarisSalah({kolom: pesan}, "tak_dikenal")
        raise BarisSalah(
            {kolom: f"“{str(nama)[:80]}” tidak dikenal.{usul_dekat(str(nama), ada)}"}, "tak_dikenal"
        )

    def nama(self, daftar: str, objek: Any) -> str:
        """Return the name of a row in a list, "" where there is none."""
        if objek is None:
            return ""
        nama = self._nama_objek(daftar)
        if objek.pk not in nama:
            nama.update({v.pk: k for k, v in self.daftar[daftar].items() if isinstance(v, models.Model)})
        return nama.get(objek.pk, str(objek))

    def _nama_objek(self, daftar: str) -> dict[Any, str]:
        ingatan: dict[str, dict[Any, str]] = self.__dict__.setdefault("_nama", {})
        return ingatan.setdefault(daftar, {})

    def kode_node(self, node: Any) -> str:
        """Return the code of a node in the sheets: "T1", "S2", "7.01.02"."""
        if node is None:
            return ""
        if isinstance(node, Tujuan):
            return f"T{node.urutan}"
        if isinstance(node, Sasaran):
            return f"S{node.urutan}"
        return str(node.kode)

    @staticmethod
    def nama_pk(pk: PerjanjianKinerja) -> str:
        """Return the name of a PK: post and revision."""
        return f"{pk.jabatan.nama} / {pk.revisi}"

    # Rows -----------------------------------------------------------------------------------------------

    def _milik(self, model: type[models.Model]) -> models.QuerySet[Any]:
        return (
            model._default_manager.filter(perangkat_daerah=self.kantor)
            if self.kantor
            else model._default_manager.none()
        )

    @cached_property
    def pemda(self) -> PemerintahDaerah | None:
        """The government of the office."""
        return self.kantor.pemda if self.kantor else None

    def _jabatan(self) -> list[Jabatan]:
        if self.kantor is None:
            return []
        syarat = models.Q(perangkat_daerah=self.kantor) | models.Q(pemda=self.kantor.pemda_id)
        return list(Jabatan.objects.filter(syarat).select_related("unit", "atasan").order_by("pk"))

    @cached_property
    def pemangku(self) -> dict[int, list[PemangkuJabatan]]:
        """Holders of each post."""
        hasil: dict[int, list[PemangkuJabatan]] = defaultdict(list)
        jabatan = [j.pk for j in self.daftar["jabatan"].values()]
        for p in (
            PemangkuJabatan.objects.filter(jabatan__in=jabatan)
            .select_related("pegawai__pangkat", "jabatan")
            .order_by("jabatan", "mulai", "pk")
        ):
            hasil[p.jabatan_id].append(p)
        return hasil

    def _hukum(self) -> models.QuerySet[DasarHukum]:
        pemda = self.pemda.pk if self.pemda else None
        return DasarHukum.objects.filter(models.Q(pemda=None) | models.Q(pemda=pemda)).order_by("kunci")

    @cached_property
    def skala(self) -> dict[str, list[Any]]:
        """Grades by scale."""
        return muat_skala()

    @cached_property
    def periode(self) -> PeriodePerencanaan | None:
        """The planning period of the government in which the year lies."""
        semua = PeriodePerencanaan.objects.filter(tahun_awal__lte=self.tahun, tahun_akhir__gte=self.tahun)
        if self.pemda is not None:
            semua = semua.filter(pemda=self.pemda)
        return semua.order_by("-tahun_awal").first()

    @property
    def tahun_target(self) -> tuple[int, ...]:
        """The years that have Renstra targets."""
        if self.periode is not None:
            return self.periode.tahun_target
        return tuple(range(self.tahun - 2, self.tahun + 3))

    @cached_property
    def renstra(self) -> Renstra | None:
        """The Renstra of the office in the period."""
        if self.kantor is None or self.periode is None:
            return None
        return Renstra.objects.filter(perangkat_daerah=self.kantor, periode=self.periode).first()

    def wajib_renstra(self, kolom: str = "") -> Renstra:
        """Return the Renstra, made where the office has none yet. Raises BarisSalah without a period."""
        if self.renstra is None:
            if self.periode is None or self.kantor is None:
                raise BarisSalah(
                    {kolom: f"Pemda ini belum punya periode perencanaan yang memuat {self.tahun}."}
                )
            self.renstra = Renstra(perangkat_daerah=self.kantor, periode=self.periode)
            self.simpan(self.renstra, {})
        return self.renstra

    def _versi(self) -> list[VersiRenstra]:
        if self.renstra is None:
            return []
        return list(self.renstra.versi.select_related("dasar_hukum").order_by("nomor"))

    def _sasaran_rpjmd(self) -> dict[str, SasaranRPJMD]:
        if self.periode is None:
            return {}
        semua = SasaranRPJMD.objects.filter(tujuan__misi__periode=self.periode).select_related("tujuan__misi")
        urut = sorted(semua, key=lambda s: (s.tujuan.misi.nomor, s.tujuan.urutan, s.urutan))
        return {f"{s.tujuan.misi.nomor}.{s.tujuan.urutan}.{s.urutan} {s.uraian[:90]}": s for s in urut}

    def _node(self) -> dict[str, Node]:
        hasil: dict[str, Node] = {}
        if self.renstra is not None:
            for t in self.renstra.tujuan.order_by("urutan"):
                hasil[self.kode_node(t)] = t
            for s in self.renstra.sasaran.select_related("tujuan").order_by("urutan"):
                hasil[self.kode_node(s)] = s
        for satu in self._program():
            hasil[satu.kode] = satu
        return hasil

    def _program(self) -> list[Any]:
        if self.kantor is None:
            return []
        program = Program.objects.filter(perangkat_daerah=self.kantor, tahun=self.tahun)
        semua: list[Any] = list(program.select_related("nomenklatur", "unit"))
        peta = {p.pk: p for p in semua}
        kegiatan = list(Kegiatan.objects.filter(program__in=peta).select_related("nomenklatur", "unit"))
        for k in kegiatan:
            k.program = peta[k.program_id]
        peta_k = {k.pk: k for k in kegiatan}
        sub = list(SubKegiatan.objects.filter(kegiatan__in=peta_k).select_related("nomenklatur", "unit"))
        for s in sub:
            s.kegiatan = peta_k[s.kegiatan_id]
        return sorted([*semua, *kegiatan, *sub], key=lambda n: n.kode)

    @cached_property
    def nomenklatur(self) -> dict[str, Nomenklatur]:
        """The nomenclature in force in the year by code, old shape of the code included."""
        hasil: dict[str, Nomenklatur] = {}
        baris = Nomenklatur.objects.filter(
            dasar_hukum=nomenklatur_berlaku(self.tahun), mulai_tahun__lte=self.tahun
        ).order_by("mulai_tahun")
        for n in baris:
            hasil[n.kode] = n
            if n.kode_lama:
                hasil.setdefault(n.kode_lama, n)
        return hasil

    def _indikator(self) -> list[Indikator]:
        if self.kantor is None:
            return []
        return list(Indikator.objects.filter(perangkat_daerah=self.kantor).order_by("urutan", "kode"))

    @cached_property
    def indikator(self) -> list[Indikator]:
        """The indicators that the office measures in the year."""
        return indikator_tahun(self.kantor, self.tahun) if self.kantor else []

    @cached_property
    def definisi(self) -> dict[int, list[DefinisiIndikator]]:
        """All definitions of each indicator, the oldest first."""
        hasil: dict[int, list[DefinisiIndikator]] = defaultdict(list)
        if self.kantor is not None:
            for d in (
                DefinisiIndikator.objects.filter(indikator__perangkat_daerah=self.kantor)
                .select_related("satuan", "penanggung_jawab")
                .order_by("mulai_tahun")
            ):
                hasil[d.indikator_id].append(d)
        return hasil

    def definisi_pada(self, indikator: Indikator, tahun: int | None = None) -> DefinisiIndikator | None:
        """Return the definition of an indicator in force in a year (the workbook's), else its first."""
        semua = self.definisi.get(indikator.pk, [])
        berlaku = [d for d in semua if d.mulai_tahun <= (tahun or self.tahun)]
        return berlaku[-1] if berlaku else (semua[0] if semua and tahun is not None else None)

    def definisi_kode(self, kode: str) -> DefinisiIndikator | None:
        """Return the definition of the indicator that has this code."""
        indikator = self.daftar["indikator"].get(kode)
        return self.definisi_pada(indikator) if indikator is not None else None

    def _dpa(self) -> list[DPA]:
        if self.kantor is None:
            return []
        return list(DPA.objects.filter(perangkat_daerah=self.kantor, tahun=self.tahun).order_by("urutan"))

    def _pk(self) -> list[PerjanjianKinerja]:
        if self.kantor is None:
            return []
        return list(
            PerjanjianKinerja.objects.filter(jabatan__perangkat_daerah=self.kantor, tahun=self.tahun)
            .select_related("jabatan__atasan", "pihak_pertama__pegawai", "pihak_kedua__pegawai", "dpa")
            .order_by("jabatan", "revisi")
        )

    @cached_property
    def alasan_pk(self) -> dict[int, list[str]]:
        """The reasons that were given for the warnings of each PK."""
        hasil: dict[int, list[str]] = defaultdict(list)
        for a in AlasanPeringatan.objects.filter(perjanjian__in=list(self.daftar["pk"].values())).order_by(
            "pk"
        ):
            hasil[a.perjanjian_id].append(a.alasan)
        return hasil

    @cached_property
    def laporan(self) -> Laporan | None:
        """The report of the year."""
        if self.kantor is None:
            return None
        return Laporan.objects.filter(perangkat_daerah=self.kantor, tahun=self.tahun).first()

    def wajib_laporan(self) -> Laporan:
        """Return the report, made where the year has none yet."""
        if self.laporan is None:
            self.laporan = Laporan(perangkat_daerah=self.kantor, tahun=self.tahun)
            self.simpan(self.laporan, {})
        return self.laporan

    @cached_property
    def isian(self) -> IsianKantor | None:
        """Steps and windows of the quarters, and which unit answers for which row."""
        return muat_isian(self.kantor, self.tahun) if self.kantor else None

    @cached_property
    def pimpinan(self) -> int | None:
        """The unit at the top."""
        return next((u.pk for u in self.daftar["unit"].values() if u.induk_id is None), None)

    @cached_property
    def pagu_berlaku(self) -> dict[str, Decimal]:
        """The ceiling in force of each budget node, by its code."""
        baris = self.isian.belanja if self.isian else []
        return {satu.node.kode: satu.pagu for satu in baris if satu.pagu is not None}

    # Writing --------------------------------------------------------------------------------------------

    def simpan(self, objek: Any, kolom: Mapping[str, str], *, periksa: bool = True) -> None:
        """Check and save one row with its history; ``kolom`` maps a model field to the column that shows it.

        Raises BarisSalah with the sentence of the field, the model, the constraint or the trigger.
        """
        simpan_baris(objek, kolom, self.pengguna, self.alasan_riwayat, periksa=periksa)

    def hapus(self, objek: Any) -> None:
        """Delete one row; its history stays. Raises BarisSalah with the sentence of the trigger."""
        hapus_baris(objek, self.pengguna, self.alasan_riwayat)


def sebut_penulis(objek: Any) -> str:
    """Return the refusal of a row that is not the person's, with whose it is."""
    penulis = getattr(objek, "lingkup", None)
    nama = [p.label.lower() for p in Peran if penulis is not None and p.value in penulis.penulis]
    return f"{BUKAN_WEWENANG} Yang mengisinya: {gabung_kata(nama, 'atau')}." if nama else BUKAN_WEWENANG
