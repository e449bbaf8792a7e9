"""The outcome of a check as it is kept with the upload: the file, what is asked, each office's preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from anggaran.models import DPA
from anggaran.pilihan import JenisDPA
from anggaran.sipd.baca import Bacaan
from anggaran.sipd.bahan import DaftarKantor, Rujukan, muat_bahan, nama_normal
from anggaran.sipd.bentuk import Masukan
from anggaran.sipd.jumlah import NOL, IsiKantor
from anggaran.sipd.kolom import SEBUTAN, TANGGAL, Kolom, Tata
from anggaran.sipd.pilihan import Pilihan, belum_dipilih, isi_tata
from anggaran.sipd.rencana import rencanakan
from anggaran.sipd.tampil import SAMA, SIAP, TOLAK, pratinjau, uang
from organisasi.models import PemerintahDaerah, PerangkatDaerah
from sakip.umum.teks import gabung_kata

SEBUT_TATA = {
    Tata.A: "Pagu per rekening",
    Tata.B: "Pagu dan realisasi",
    Tata.C_PAGU: "Pagu tanpa kolom SKPD",
    Tata.C_REALISASI: "Realisasi tanpa kolom SKPD",
    Tata.D: "Realisasi per dokumen",
    Tata.E: "DPA dengan rencana kas",
}
TAMPIL_GALAT = 30


@dataclass
class _Satu:
    """One office of the file: what rows of several spellings of it sum to."""

    kantor: PerangkatDaerah
    isi: list[IsiKantor] = field(default_factory=list)

    def masukan(self, pilihan: Pilihan) -> Masukan:
        kurangi = pilihan.setoran == "kurangi"
        pagu: dict[str, Decimal] = {}
        realisasi: dict[str, dict[int, Decimal]] = {}
        for satu in self.isi:
            for kode, nilai in satu.pagu().items():
                pagu[kode] = pagu.get(kode, NOL) + nilai
            for kode, menurut in satu.realisasi(is_setoran_dikurangkan=kurangi).items():
                ada = realisasi.setdefault(kode, {})
                for triwulan, nilai in menurut.items():
                    ada[triwulan] = ada.get(triwulan, NOL) + nilai
        nama = {k: n for satu in self.isi for k, n in satu.nama_sub.items()}
        bidang = {k: n for satu in self.isi for k, n in satu.bidang.items()}
        return Masukan(
            pagu if pilihan.is_pagu else {}, realisasi if pilihan.is_realisasi else {}, nama, bidang
        )


def susun_hasil(
    bacaan: Bacaan,
    tahun: int,
    pilihan: Pilihan,
    *,
    pemda: PemerintahDaerah,
    kantor: PerangkatDaerah | None,
    lapor: Callable[[int], None] | None = None,
) -> dict[str, Any]:
    """Return what the check of a file found. ``kantor`` None: a file of all offices of ``pemda``.

    ``halangan`` are sentences that stand in the way whatever is chosen, ``perlu`` names of choices that are
    still to be made; with either nothing can be applied (``belum_siap``).
    """
    hasil: dict[str, Any] = _tentang_berkas(bacaan)
    halangan = _halangan_berkas(bacaan)
    daftar = DaftarKantor(PerangkatDaerah.objects.filter(pemda=pemda))
    milik, lain = ([], []) if halangan else _bagi_kantor(bacaan, daftar, kantor)
    hasil["kantor_lain"] = [_kantor_lain(i, daftar) for i in lain]
    if not halangan:
        halangan += _halangan_kantor(bacaan, milik, kantor)
    hasil["halangan"] = halangan
    hasil["perlu"], hasil["kantor"], hasil["isi"], hasil["is_sama"] = [], [], [], False
    tata = bacaan.tata
    if not halangan and tata is not None:
        pilihan = pilihan.untuk(tata)
        hasil["perlu"] = list(
            belum_dipilih(pilihan, tata, punya_setoran=bacaan.total.semua.setoran is not None)
        )
        if hasil["perlu"]:
            hasil["kantor_berkas"] = [[s.kantor.nama, *_jumlah(s)] for s in milik]
            hasil["jenis_usul"] = _jenis_usul(milik, tahun)
        else:
            _rencanakan(hasil, milik, tahun, pilihan, lapor)
    hasil["bertahap"] = sum(k["keadaan"] == SIAP for k in hasil["kantor"]) > 1
    hasil["belum_siap"] = bool(hasil["halangan"] or hasil["perlu"])
    return hasil


def _jumlah(s: _Satu) -> tuple[str, str]:
    pagu = [n.jumlah.pagu for n in s.isi if n.jumlah.pagu is not None]
    realisasi = [n.jumlah.realisasi for n in s.isi if n.jumlah.realisasi is not None]
    return uang(sum(pagu, NOL) if pagu else None), uang(sum(realisasi, NOL) if realisasi else None)


# The file -------------------------------------------------------------------------------------------


def _tentang_berkas(bacaan: Bacaan) -> dict[str, Any]:
    tata = bacaan.tata
    semua = bacaan.total.semua
    triwulan = {t for i in bacaan.kantor.values() for m in i.isi.values() for t in m if t}
    return {
        "tata": tata.value if tata else "",
        "tata_sebut": SEBUT_TATA[tata] if tata else "Belum dikenali",
        "muat_opsi": list(isi_tata(tata)) if tata else [],
        "lembar": [[j.lembar, j.nomor] for j in bacaan.judul],
        "lembar_lewat": bacaan.lembar_tanpa_judul,
        "kolom": _kolom(bacaan),
        "tanya": bacaan.kolom_ditanya(),
        "tanggal_opsi": [t.value for t in TANGGAL if bacaan.punya(t)] if tata is Tata.D else [],
        "triwulan_ada": sorted(triwulan),
        "punya_setoran": semua.setoran is not None,
        "punya_tahun": bacaan.punya(Kolom.TAHUN) or tata is Tata.D,
        "baris": bacaan.baris,
        "kosong": bacaan.kosong,
        "tersembunyi": bacaan.tersembunyi,
        "total_pagu": uang(semua.pagu),
        "total_realisasi": uang(semua.realisasi),
        "total_setoran": uang(semua.setoran),
        "total": [
            [t.lembar, t.nomor, t.label, t.kolom, uang(t.tertulis), uang(t.dihitung),
             uang(t.selisih) if t.selisih else ""]
            for t in bacaan.total.baris
        ],
        "total_beda": any(t.selisih for t in bacaan.total.baris),
        "tahun_lain": [[t, n, uang(jumlah)] for t, (n, jumlah) in sorted(bacaan.tahun_lain.items())],
        "galat": [[g.lembar, g.nomor, g.pesan] for g in bacaan.galat[:TAMPIL_GALAT]],
        "jumlah_galat": bacaan.jumlah_galat,
    }  # fmt: skip


def _kolom(bacaan: Bacaan) -> list[list[str]]:
    return [
        [j.teks[i], SEBUTAN[k]]
        for j in bacaan.judul[:1]
        for k, i in sorted(j.kolom.items(), key=lambda satu: satu[1])
    ]


def _halangan_berkas(bacaan: Bacaan) -> list[str]:
    if not bacaan.judul:
        return [
            "Baris judul tidak ditemukan. Berkas SIPD memuat antara lain kolom Kode Sub Kegiatan dan Pagu "
            "atau Realisasi pada 30 baris pertama."
        ]
    hasil = []
    kurang = list(dict.fromkeys(k for j in bacaan.judul for k in j.kurang()))
    if kurang:
        cara = (
            "Pilih kolomnya di antara yang belum dikenali."
            if bacaan.kolom_ditanya()
            else "Unggah ekspor yang lebih lengkap."
        )
        hasil.append(f"Kolom yang belum ditemukan: {gabung_kata(kurang)}. {cara}")
    elif bacaan.tata is None:
        hasil.append("Lembar-lembarnya berbeda bentuk. Unggah satu bentuk dalam satu berkas.")
    if bacaan.jumlah_galat:
        n = bacaan.jumlah_galat
        hasil.append(f"{n} baris tidak dapat dibaca. Perbaiki di berkasnya, lalu unggah lagi.")
    if campuran := bacaan.uang.campuran():
        hasil.append(campuran)
    if not hasil and not bacaan.baris:
        hasil.append("Tidak ada baris berisi angka di bawah judul.")
    return hasil


# Offices --------------------------------------------------------------------------------------------


def _bagi_kantor(
    bacaan: Bacaan, daftar: DaftarKantor, kantor: PerangkatDaerah | None
) -> tuple[list[_Satu], list[IsiKantor]]:
    """Return the offices that are loaded, and what belongs to others."""
    milik: dict[int, _Satu] = {}
    lain = []
    tanpa_skpd = not (bacaan.punya(Kolom.KODE_SKPD) or bacaan.punya(Kolom.NAMA_SKPD))
    for isi in bacaan.kantor.values():
        ada = kantor if tanpa_skpd else daftar.cari(isi.kode, isi.nama)
        if ada is None or (kantor is not None and ada.pk != kantor.pk):
            lain.append(isi)
        else:
            milik.setdefault(ada.pk, _Satu(ada)).isi.append(isi)
    return sorted(milik.values(), key=lambda s: s.kantor.nama), lain


def _kantor_lain(isi: IsiKantor, daftar: DaftarKantor) -> list[Any]:
    nilai = isi.jumlah.pagu if isi.jumlah.pagu is not None else isi.jumlah.realisasi
    return [isi.kode, isi.nama, isi.jumlah_baris, uang(nilai), _sebab_lain(isi, daftar)]


def _sebab_lain(isi: IsiKantor, daftar: DaftarKantor) -> str:
    if daftar.cari(isi.kode, isi.nama) is not None:
        return "Perangkat daerah lain"
    dekat = daftar.terdekat(isi.nama)
    if any(nama_normal(n) == nama_normal(isi.nama) for n in dekat):
        return f"Kode SKPD berkas berbeda dengan yang tercatat untuk {dekat[0]}"
    return f"Tidak dikenal; nama yang mirip: {gabung_kata(dekat)}" if dekat else "Tidak dikenal"


def _halangan_kantor(bacaan: Bacaan, milik: list[_Satu], kantor: PerangkatDaerah | None) -> list[str]:
    if milik:
        return []
    if kantor is not None:
        ada = " atau tahun lain" if bacaan.tahun_lain else ""
        return [f"Tidak ada baris milik {kantor.nama}: semua baris milik perangkat daerah lain{ada}."]
    if not (bacaan.punya(Kolom.KODE_SKPD) or bacaan.punya(Kolom.NAMA_SKPD)):
        return ["Berkas tanpa kolom SKPD dimuat dari halaman perangkat daerahnya."]
    return ["Tidak ada SKPD dalam berkas ini yang dikenal. Periksa kode SKPD pada data perangkat daerah."]


def _jenis_usul(milik: list[_Satu], tahun: int) -> str:
    """Return the kind of DPA that fits without a choice: murni where no office has a version yet."""
    ada = DPA.objects.filter(perangkat_daerah__in=[s.kantor.pk for s in milik], tahun=tahun)
    konsep = ada.filter(ditetapkan_pada=None).values_list("jenis", flat=True).distinct()
    if len(milik) == 1 and len(konsep) == 1:
        return str(konsep[0])
    return "" if ada.exists() else JenisDPA.MURNI.value


def _rencanakan(
    hasil: dict[str, Any],
    milik: list[_Satu],
    tahun: int,
    pilihan: Pilihan,
    lapor: Callable[[int], None] | None,
) -> None:
    rujukan = Rujukan(tahun)
    for n, satu in enumerate(milik, start=1):
        b = muat_bahan(satu.kantor, tahun, rujukan)
        masukan = satu.masukan(pilihan)
        tampil = pratinjau(b, masukan, rencanakan(b, masukan, pilihan))
        hasil["kantor"].append(tampil)
        hasil["isi"].append({"pk": satu.kantor.pk, **masukan.json()} if tampil["keadaan"] == SIAP else None)
        if lapor is not None:
            lapor(n)
    keadaan = [k["keadaan"] for k in hasil["kantor"]]
    if all(k == SAMA for k in keadaan) and not any(k["tertolak"] for k in hasil["kantor"]):
        hasil["halangan"].append("Isi berkas ini sama dengan yang tersimpan. Tidak ada yang perlu dimuat.")
        hasil["is_sama"] = True
    elif SIAP not in keadaan:
        pesan = [k["pagu"]["pesan"] for k in hasil["kantor"] if k["pagu"] and k["keadaan"] != SAMA]
        tunggal = pesan[0] if len(hasil["kantor"]) == 1 and pesan else ""
        hasil["halangan"].append(tunggal or "Tidak ada yang dapat dimuat dengan pilihan ini.")
    elif not pilihan.lewati and any(k["tertolak"] or k["keadaan"] == TOLAK for k in hasil["kantor"]):
        hasil["perlu"].append("lewati")
