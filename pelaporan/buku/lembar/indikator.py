"""Sheets of the indicators: identity, definition, targets of the Renstra and of the RKT."""

from __future__ import annotations

from typing import Any

from kinerja.models import DefinisiIndikator, Indikator, TargetRenstra, TargetRKT
from kinerja.perencanaan import periksa_perubahan_definisi
from kinerja.pilihan import AkumulasiRenstra, ArahIndikator, Frekuensi, JenisNilai, MetodePeriode
from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai
from pelaporan.buku.lembar.dasar import LembarModel, pilihan
from pelaporan.buku.nilai_indikator import dari_model, kolom_model, tafsir
from pelaporan.buku.skema import Baris, BarisSalah, Lembar
from renstra.models import Kegiatan, Program, Sasaran, SubKegiatan, Tujuan

KOLOM_NODE = {
    Tujuan: "tujuan",
    Sasaran: "sasaran",
    Program: "program",
    Kegiatan: "kegiatan",
    SubKegiatan: "sub_kegiatan",
}


def kolom_indikator(**lain: Any) -> Kolom:
    """Return the column that names an indicator."""
    return Kolom(
        "indikator",
        "Kode indikator",
        Jenis.RUJUK,
        wajib=True,
        is_kunci=True,
        rujuk="indikator",
        contoh="skm",
        lebar=20,
        **lain,
    )


class DaftarIndikator(LembarModel):
    """Indicators that the office measures in the year."""

    nama = "Indikator"
    kunci_terbuka = True
    penjelasan = (
        "Indikator tahun ini dan tempatnya: tujuan (T1), sasaran (S1), program, kegiatan, atau "
        "sub kegiatan (kode)."
    )
    model = Indikator
    daftar = "indikator"

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "kode",
                "Kode indikator",
                wajib=True,
                is_kunci=True,
                contoh="skm",
                satuan="huruf kecil tanpa spasi",
                lebar=20,
                maks=60,
            ),
            Kolom("nama", "Indikator", wajib=True, contoh="Indeks Kepuasan Masyarakat", lebar=60, maks=300),
            Kolom("node", "Melekat pada", Jenis.RUJUK, wajib=True, rujuk="node", contoh="S1", lebar=20),
            Kolom("urutan", "Urutan", Jenis.BULAT, wajib=True, contoh="1"),
            Kolom("is_iku", "IKU", Jenis.YA_TIDAK, contoh="Ya"),
            Kolom("induk", "Indikator atasan", Jenis.RUJUK, rujuk="indikator", contoh="ipp", lebar=20),
            Kolom("pendahulu", "Melanjutkan", Jenis.RUJUK, rujuk="indikator", contoh="skm-lama", lebar=20),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """The strategic ones first."""
        return b.indikator

    def ambil(self, b: Bahan, objek: Any, kolom: Kolom) -> Nilai:
        """Show codes."""
        if kolom.kunci == "node":
            return b.kode_node(objek.node)
        if kolom.kunci in ("induk", "pendahulu"):
            lain = {i.pk: i.kode for i in b.daftar["indikator"].values()}
            return lain.get(getattr(objek, f"{kolom.kunci}_id"), "")
        return super().ambil(b, objek, kolom)

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """An indicator of the office."""
        return Indikator(perangkat_daerah=b.kantor)

    def isi(self, b: Bahan, objek: Any, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Hang it on its node."""
        for kunci in ("kode", "nama", "urutan", "is_iku"):
            setattr(objek, kunci, nilai[kunci])
        for kunci in ("induk", "pendahulu"):
            setattr(objek, kunci, b.cari("indikator", nilai[kunci], kunci))
        node = b.cari("node", nilai["node"], "node")
        for kelas, kolom in KOLOM_NODE.items():
            setattr(objek, kolom, node if isinstance(node, kelas) else None)
        if objek.is_iku and not isinstance(node, Tujuan | Sasaran):
            raise BarisSalah({"is_iku": "IKU berada pada tujuan atau sasaran."})

    def sesudah(self, b: Bahan, objek: Any, nilai: dict[str, Nilai]) -> None:
        """Keep the old code known: other sheets may still name it."""
        super().sesudah(b, objek, nilai)
        b.__dict__.pop("indikator", None)


class Definisi(LembarModel):
    """Definitions of the indicators from a year on."""

    nama = "Definisi"
    penjelasan = (
        "Makna indikator mulai suatu tahun: satuan, arah, jenis nilai, cara menghitung. "
        "Perubahan ditulis sebagai baris baru."
    )
    model = DefinisiIndikator

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            kolom_indikator(),
            Kolom(
                "mulai_tahun",
                "Mulai tahun",
                Jenis.BULAT,
                wajib=True,
                is_kunci=True,
                contoh=str(b.tahun_target[0]),
            ),
            Kolom("satuan", "Satuan", Jenis.RUJUK, rujuk="satuan", contoh="Indeks"),
            Kolom(
                "arah",
                "Arah",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(ArahIndikator),
                contoh="Makin tinggi makin baik",
                lebar=24,
            ),
            Kolom(
                "jenis",
                "Jenis nilai",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(JenisNilai),
                contoh="Indeks",
            ),
            Kolom(
                "skala",
                "Skala predikat",
                Jenis.RUJUK,
                rujuk="skala",
                contoh="akip",
                satuan="hanya untuk predikat",
                maks=20,
            ),
            Kolom("desimal", "Angka di belakang koma", Jenis.BULAT, wajib=True, contoh="2"),
            Kolom(
                "frekuensi",
                "Frekuensi",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(Frekuensi),
                contoh="Triwulanan",
            ),
            Kolom(
                "metode",
                "Metode setahun",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(MetodePeriode),
                contoh="Rata-rata",
                lebar=24,
            ),
            Kolom(
                "akumulasi_renstra",
                "Terhadap target Renstra",
                Jenis.PILIHAN,
                wajib=True,
                pilihan=pilihan(AkumulasiRenstra),
                contoh="Nilai tahun berjalan",
                lebar=24,
            ),
            Kolom(
                "definisi_operasional",
                "Definisi operasional",
                Jenis.PANJANG,
                contoh="Nilai survei …",
                lebar=50,
            ),
            Kolom("formulasi", "Rumus", Jenis.PANJANG, contoh="Jumlah nilai dibagi …", lebar=40),
            Kolom("sumber_data", "Sumber data", contoh="Survei kepuasan masyarakat", lebar=30, maks=250),
            Kolom(
                "penanggung_jawab",
                "Penanggung jawab",
                Jenis.RUJUK,
                rujuk="unit",
                contoh="Seksi Pelayanan",
                lebar=26,
            ),
            Kolom("label_pembilang", "Pembilang", contoh="Jumlah layanan tepat waktu", lebar=26, maks=200),
            Kolom("label_penyebut", "Penyebut", contoh="Jumlah layanan", lebar=26, maks=200),
            Kolom("alasan_perubahan", "Alasan perubahan", Jenis.PANJANG, contoh="SK IKU baru", lebar=30),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """Of the indicators of the year, all definitions."""
        hasil = []
        for i in b.indikator:
            for d in b.definisi.get(i.pk, []):
                d.indikator = i
                hasil.append(d)
        return hasil

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A definition."""
        return DefinisiIndikator()

    def isi(self, b: Bahan, objek: Any, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Refuse a change that would alter what years with data mean."""
        lama = DefinisiIndikator.objects.get(pk=objek.pk) if objek.pk else None
        super().isi(b, objek, nilai, ubah)
        if lama is not None and (pesan := periksa_perubahan_definisi(lama, objek)):
            raise BarisSalah(pesan)
        if (
            lama is None
            and b.definisi.get(objek.indikator.pk)
            and (pesan := periksa_perubahan_definisi(None, objek))
        ):
            raise BarisSalah(pesan)

    def sesudah(self, b: Bahan, objek: Any, nilai: dict[str, Nilai]) -> None:
        """Targets and values that follow are read by it."""
        daftar = [d for d in b.definisi.get(objek.indikator_id, []) if d.pk != objek.pk]
        b.definisi[objek.indikator_id] = sorted([*daftar, objek], key=lambda d: d.mulai_tahun)


class TargetRenstraLembar(Lembar):
    """Targets of all years, a column a year."""

    nama = "Target Renstra"
    penjelasan = "Target Renstra semua tahun. Rentang ditulis 8 sampai 10, predikat ditulis BB."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """One column for each target year."""
        tahun = tuple(
            Kolom(f"t{n}", f"Target {n}", Jenis.NILAI, contoh="87,15", lebar=14) for n in b.tahun_target
        )
        return (
            kolom_indikator(),
            Kolom("versi", "Perubahan ke", Jenis.RUJUK, wajib=True, is_kunci=True, rujuk="versi", contoh="0"),
            *tahun,
        )

    def muat(self, b: Bahan) -> list[Baris]:
        """A row for each strategic indicator and version."""
        if b.renstra is None:
            return []
        ada: dict[tuple[int, int], dict[int, TargetRenstra]] = {}
        for t in TargetRenstra.objects.filter(versi__renstra=b.renstra).select_related("predikat"):
            ada.setdefault((t.indikator_id, t.versi_id), {})[t.tahun] = t
        hasil = []
        for i in b.indikator:
            for nomor, versi in b.daftar["versi"].items():
                isi = ada.get((i.pk, versi.pk), {})
                if not isi and (int(nomor) or not (i.tujuan_id or i.sasaran_id)):
                    continue
                nilai: dict[str, Nilai] = {"indikator": i.kode, "versi": nomor}
                nilai |= {f"t{n}": dari_model(isi[n]) if n in isi else None for n in b.tahun_target}
                contoh = TargetRenstra(indikator=i, versi=versi, tahun=b.tahun)
                hasil.append(Baris(nilai, (i, versi, isi), b.tertutup or b.boleh_tulis(contoh)))
        return hasil

    def normal(self, b: Bahan, nilai: dict[str, Nilai]) -> dict[str, Nilai]:
        """Read ranges and grades."""
        kode = str(nilai["indikator"])
        return {k: tafsir(b, kode, k, v) if k.startswith("t2") else v for k, v in nilai.items()}

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write the years that differ; a blank takes the row away."""
        i = b.cari("indikator", nilai["indikator"], "indikator")
        versi = b.cari("versi", nilai["versi"], "versi")
        isi = dict(baris.objek[2]) if baris is not None and baris.objek else {}
        definisi = b.definisi_pada(i)
        for kolom in sorted(ubah - {"indikator", "versi"}):
            tahun = int(kolom[1:])
            t = isi.get(tahun) or TargetRenstra(indikator=i, versi=versi, tahun=tahun)
            simpan_nilai(b, t, kolom, nilai[kolom], definisi)


def simpan_nilai(b: Bahan, t: Any, kolom: str, isi: Nilai, definisi: DefinisiIndikator | None) -> None:
    """Write one target: blank and new is nothing, blank takes an old one away."""
    if pesan := b.boleh_tulis(t):
        raise BarisSalah({kolom: pesan}, "izin")
    if isi in (None, ""):
        if t.pk:
            b.hapus(t)
        return
    for bidang, nilai in kolom_model(b, definisi, kolom, isi).items():
        setattr(t, bidang, nilai)
    b.simpan(t, dict.fromkeys(("nilai", "nilai_atas", "predikat", "tahun"), kolom))


class TargetSatu(Lembar):
    """A sheet with one target a row: what RKT, DPA and PK share."""

    model: Any

    def normal(self, b: Bahan, nilai: dict[str, Nilai]) -> dict[str, Nilai]:
        """Read ranges and grades."""
        return nilai | {"target": tafsir(b, str(nilai["indikator"]), "target", nilai["target"])}


class Rkt(TargetSatu):
    """Targets of the yearly plan."""

    nama = "Target RKT"
    penjelasan = "Target Rencana Kerja Tahunan (Renja) tahun ini."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (kolom_indikator(), Kolom("target", f"Target {b.tahun}", Jenis.NILAI, contoh="87,15"))

    def muat(self, b: Bahan) -> list[Baris]:
        """A row for each strategic indicator, and for others that have one."""
        ada = {
            t.indikator_id: t
            for t in TargetRKT.objects.filter(indikator__in=b.indikator, tahun=b.tahun).select_related(
                "predikat"
            )
        }
        hasil = []
        for i in b.indikator:
            t = ada.get(i.pk)
            if t is not None or i.tujuan_id or i.sasaran_id:
                nilai: dict[str, Nilai] = {"indikator": i.kode, "target": dari_model(t) if t else None}
                calon = TargetRKT(indikator=i, tahun=b.tahun)
                hasil.append(Baris(nilai, t, b.tertutup or b.boleh_tulis(calon)))
        return hasil

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write it."""
        i = b.cari("indikator", nilai["indikator"], "indikator")
        t = (baris.objek if baris else None) or TargetRKT(indikator=i, tahun=b.tahun)
        simpan_nilai(b, t, "target", nilai["target"], b.definisi_pada(i))
