"""Sheets of the plan: versions of the Renstra, tujuan and sasaran, programmes of the year, their shares."""

from __future__ import annotations

from typing import Any

from django.utils.text import Truncator

from pelaporan.buku.bahan import Bahan
from pelaporan.buku.kolom import Jenis, Kolom, Nilai
from pelaporan.buku.lembar.dasar import LembarModel, pilihan
from pelaporan.buku.skema import Baris, BarisSalah, Lembar
from renstra.models import Kegiatan, Program, Sasaran, SasaranProgram, SubKegiatan, Tujuan, VersiRenstra
from renstra.pilihan import SumberNode, TingkatNomenklatur


class Versi(LembarModel):
    """Versions of the Renstra."""

    nama = "Versi Renstra"
    penjelasan = "Renstra murni (0) dan setiap perubahannya, dengan dasar hukumnya."
    model = VersiRenstra
    daftar = "versi"

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "nomor",
                "Perubahan ke",
                Jenis.BULAT,
                wajib=True,
                is_kunci=True,
                contoh="0",
                satuan="0 untuk Renstra murni",
            ),
            Kolom(
                "mulai_tahun", "Berlaku mulai tahun", Jenis.BULAT, wajib=True, contoh=str(b.tahun_target[0])
            ),
            Kolom(
                "dasar_hukum",
                "Dasar hukum",
                Jenis.RUJUK,
                rujuk="hukum",
                contoh="perbup-renstra-2021",
                lebar=34,
            ),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """In their order."""
        return list(b.daftar["versi"].values())

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A version of the office's Renstra."""
        return VersiRenstra(renstra=b.wajib_renstra("nomor"))


class Renstra(Lembar):
    """Tujuan (T1, T2 …) and sasaran (S1, S2 …)."""

    nama = "Renstra"
    penjelasan = "Tujuan (kode T1, T2, …) dan sasaran (kode S1, S2, …); sasaran menyebut tujuan di atasnya."

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "kode",
                "Kode",
                wajib=True,
                is_kunci=True,
                contoh="S1",
                satuan="T dan nomor, atau S dan nomor",
                maks=6,
            ),
            Kolom(
                "uraian",
                "Uraian",
                Jenis.PANJANG,
                wajib=True,
                contoh="Meningkatnya mutu pelayanan …",
                lebar=70,
            ),
            Kolom("tujuan", "Tujuan di atasnya", Jenis.RUJUK, rujuk="node", contoh="T1"),
            Kolom("sumber", "Sumber", Jenis.PILIHAN, pilihan=pilihan(SumberNode), contoh="Renstra"),
            Kolom(
                "sasaran_rpjmd", "Sasaran RPJMD", Jenis.RUJUK, rujuk="sasaran_rpjmd", contoh="1.1.1", lebar=40
            ),
        )

    def nama_daftar(self, nilai: dict[str, Nilai]) -> tuple[str, str]:
        """Other rows name the code."""
        return "node", str(nilai["kode"])

    def muat(self, b: Bahan) -> list[Baris]:
        """Tujuan, then sasaran."""
        hasil = []
        for kode, n in b.daftar["node"].items():
            if isinstance(n, Tujuan | Sasaran):
                sasaran = isinstance(n, Sasaran)
                nilai: dict[str, Nilai] = {
                    "kode": kode,
                    "uraian": n.uraian,
                    "tujuan": b.kode_node(n.tujuan) if isinstance(n, Sasaran) else "",
                    "sumber": n.sumber if isinstance(n, Sasaran) else "",
                    "sasaran_rpjmd": b.nama("sasaran_rpjmd", n.sasaran_rpjmd)
                    if isinstance(n, Sasaran)
                    else "",
                }
                kunci = b.tertutup or b.boleh_tulis(n)
                tetap = frozenset() if sasaran else frozenset({"tujuan", "sumber", "sasaran_rpjmd"})
                hasil.append(Baris(nilai, n, kunci, tetap))
        return hasil

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write a tujuan or a sasaran."""
        kode = str(nilai["kode"]).upper()
        if kode[:1] not in ("T", "S") or not kode[1:].isdecimal():
            raise BarisSalah(
                {"kode": "Tulis T dan nomor untuk tujuan, S dan nomor untuk sasaran, misalnya S1."}
            )
        n: Any = baris.objek if baris and baris.objek else None
        kelas = Tujuan if kode[0] == "T" else Sasaran
        if n is None:
            n = kelas(renstra=b.wajib_renstra("kode"))
        elif not isinstance(n, kelas):
            raise BarisSalah(
                {"kode": "Tujuan tidak dapat menjadi sasaran, atau sebaliknya. Tulis baris baru."}
            )
        n.urutan, n.uraian = int(kode[1:]), nilai["uraian"]
        if isinstance(n, Sasaran):
            atas = b.cari("node", nilai["tujuan"], "tujuan")
            if atas is not None and not isinstance(atas, Tujuan):
                raise BarisSalah({"tujuan": "Pilih tujuan, misalnya T1."})
            n.tujuan, n.sumber = atas, str(nilai["sumber"] or SumberNode.RENSTRA)
            n.sasaran_rpjmd = b.cari("sasaran_rpjmd", nilai["sasaran_rpjmd"], "sasaran_rpjmd")
            if atas is None and n.sumber == SumberNode.RENSTRA:
                raise BarisSalah({"tujuan": "Sasaran Renstra berada di bawah sebuah tujuan, misalnya T1."})
        if pesan := b.boleh_tulis(n):
            raise BarisSalah(pesan, "izin")
        b.simpan(n, {"urutan": "kode", "uraian": "uraian", "tujuan": "tujuan", "sumber": "sumber"})
        b.daftar["node"][kode] = n


class ProgramKegiatan(Lembar):
    """Programmes, kegiatan and sub kegiatan of the year by their official code."""

    nama = "Program"
    penjelasan = (
        "Program, kegiatan, dan sub kegiatan tahun ini menurut kode nomenklatur; namanya "
        "mengikuti nomenklatur."
    )

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "kode",
                "Kode",
                wajib=True,
                is_kunci=True,
                contoh="7.01.02.2.01.0001",
                satuan="teks",
                lebar=22,
                maks=24,
            ),
            Kolom("nama", "Nama menurut nomenklatur", is_keterangan=True, lebar=60),
            Kolom(
                "sasaran",
                "Sasaran",
                Jenis.PANJANG,
                contoh="Terlaksananya …",
                satuan="hasil yang diharapkan",
                lebar=50,
            ),
            Kolom(
                "unit", "Unit penanggung jawab", Jenis.RUJUK, rujuk="unit", contoh="Seksi Pelayanan", lebar=28
            ),
        )

    def nama_daftar(self, nilai: dict[str, Nilai]) -> tuple[str, str]:
        """Other rows name the code."""
        return "node", str(nilai["kode"])

    def muat(self, b: Bahan) -> list[Baris]:
        """In the order of the codes."""
        return [
            Baris(
                {"kode": n.kode, "nama": n.nama, "sasaran": n.sasaran_teks, "unit": b.nama("unit", n.unit)},
                n,
                b.tertutup or b.boleh_tulis(n),
            )
            for n in b.daftar["node"].values()
            if isinstance(n, Program | Kegiatan | SubKegiatan)
        ]

    def tulis(self, b: Bahan, baris: Baris | None, nilai: dict[str, Nilai], ubah: frozenset[str]) -> None:
        """Write a node; one that is new hangs under the node of the code before its last part."""
        n: Any = baris.objek if baris and baris.objek else None
        if n is not None and "kode" in ubah:
            raise BarisSalah({"kode": "Kode tidak dapat diganti. Tulis baris baru di bawah."})
        n = n or self._baru(b, str(nilai["kode"]))
        n.sasaran_teks, n.unit = nilai["sasaran"], b.cari("unit", nilai["unit"], "unit")
        if pesan := b.boleh_tulis(n):
            raise BarisSalah(pesan, "izin")
        b.simpan(n, {"nomenklatur": "kode", "sasaran_teks": "sasaran", "unit": "unit"})
        b.daftar["node"][n.kode] = n

    def _baru(self, b: Bahan, kode: str) -> Any:
        nomenklatur = b.nomenklatur.get(kode)
        if nomenklatur is None:
            pesan = f"Kode {kode} tidak ada dalam nomenklatur yang berlaku tahun {b.tahun}."
            raise BarisSalah({"kode": pesan + self._dekat(b, kode)}, "tak_dikenal")
        if nomenklatur.tingkat == TingkatNomenklatur.PROGRAM:
            return Program(perangkat_daerah=b.kantor, tahun=b.tahun, nomenklatur=nomenklatur)
        if nomenklatur.tingkat not in (TingkatNomenklatur.KEGIATAN, TingkatNomenklatur.SUB_KEGIATAN):
            raise BarisSalah({"kode": "Tulis kode program, kegiatan, atau sub kegiatan."})
        atas = b.daftar["node"].get(self._kode_atas(b, nomenklatur.kode))
        if isinstance(atas, Program):
            return Kegiatan(program=atas, nomenklatur=nomenklatur)
        if isinstance(atas, Kegiatan):
            return SubKegiatan(kegiatan=atas, nomenklatur=nomenklatur)
        if sebab := next((v for k, v in b.tertolak.get("node", {}).items() if kode.startswith(f"{k}.")), ""):
            raise BarisSalah(
                {"kode": f"Menunggu {sebab} diperbaiki. Isian ini tidak perlu diubah."}, "menunggu"
            )
        raise BarisSalah({"kode": "Tulis dahulu program dan kegiatannya pada baris lain."}, "tak_dikenal")

    @staticmethod
    def _kode_atas(b: Bahan, kode: str) -> str:
        """Return the nearest shorter code that the year has: 7.01.02 of 7.01.02.2.01."""
        bagian = kode.split(".")
        for n in range(len(bagian) - 1, 0, -1):
            if ".".join(bagian[:n]) in b.daftar["node"]:
                return ".".join(bagian[:n])
        return ""

    @staticmethod
    def _dekat(b: Bahan, kode: str) -> str:
        import difflib

        dekat = difflib.get_close_matches(kode, list(b.nomenklatur), n=2, cutoff=0.8)
        sebut = "; ".join(f"{k} {Truncator(b.nomenklatur[k].nama).chars(60)}" for k in dekat)
        return f" Yang mirip: {sebut}." if sebut else ""


class Porsi(LembarModel):
    """Which share of a programme's budget serves which sasaran."""

    nama = "Porsi program"
    penjelasan = (
        "Bagian anggaran program untuk setiap sasaran, dalam persen; jumlah satu program paling banyak 100."
    )
    model = SasaranProgram

    def kolom(self, b: Bahan) -> tuple[Kolom, ...]:
        """Columns."""
        return (
            Kolom(
                "program",
                "Kode program",
                Jenis.RUJUK,
                wajib=True,
                is_kunci=True,
                rujuk="node",
                contoh="7.01.02",
            ),
            Kolom(
                "sasaran", "Kode sasaran", Jenis.RUJUK, wajib=True, is_kunci=True, rujuk="node", contoh="S1"
            ),
            Kolom("porsi_persen", "Porsi", Jenis.DESIMAL, wajib=True, contoh="60", satuan="persen"),
        )

    def semua(self, b: Bahan) -> list[Any]:
        """By programme."""
        milik = SasaranProgram.objects.filter(program__perangkat_daerah=b.kantor, program__tahun=b.tahun)
        return (
            list(
                milik.select_related("program__nomenklatur", "sasaran").order_by(
                    "program__nomenklatur__kode", "sasaran__urutan"
                )
            )
            if b.kantor
            else []
        )

    def ambil(self, b: Bahan, objek: Any, kolom: Kolom) -> Nilai:
        """Show the codes."""
        if kolom.kunci == "porsi_persen":
            return objek.porsi_persen  # type: ignore[no-any-return]
        return b.kode_node(getattr(objek, kolom.kunci))

    def dari(self, b: Bahan, kolom: Kolom, nilai: Nilai) -> Any:
        """Refuse a node of another kind."""
        isi = super().dari(b, kolom, nilai)
        harap = {"program": Program, "sasaran": Sasaran}.get(kolom.kunci)
        if harap and not isinstance(isi, harap):
            raise BarisSalah({kolom.kunci: f"Pilih kode {kolom.kunci}, misalnya {kolom.contoh}."})
        return isi

    def baru(self, b: Bahan, nilai: dict[str, Nilai]) -> Any:
        """A share."""
        return SasaranProgram()
