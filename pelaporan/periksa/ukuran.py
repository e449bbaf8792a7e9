"""What was measured, as several checks of plausibility read it: reported indicators of all levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.rumus import Arah, Keadaan
from pelaporan.konteks import Angka
from pelaporan.periksa.bahan import BahanPeriksa, FaktaIndikator
from pelaporan.periksa.dasar import Lokasi, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut

RENDAH = ("program", "kegiatan", "sub_kegiatan")
# The printed label is all that an old version holds of the polarity.
ARAH_LABEL = {"Makin rendah makin baik": Arah.MAKIN_RENDAH, "Di dalam rentang": Arah.RENTANG}
KALI = 10  # a value so many times its target is no performance
SERIBU = Decimal(1000)  # in thousandths of the target; and the highest capaian, percentage or index


@dataclass(frozen=True)
class Ukuran:
    """Target, realisasi and capaian of a reported indicator, where it stands and how it is read."""

    kode: str
    nama: str
    satuan: str
    lokasi: Lokasi
    target: Angka
    realisasi: Angka
    capaian: Angka
    arah: str
    jenis: str = ""
    is_persen: bool = False

    @property
    def is_predikat(self) -> bool:
        """Whether the value is a grade: its number is only a rank."""
        return self.jenis == "predikat"


def iter_ukuran(bahan: BahanPeriksa) -> Iterator[Ukuran]:
    """Yield the rows of Tabel 3.2, then the indicators of programmes and below (Tabel 3.10)."""
    k = bahan.konteks
    for n, b in enumerate(k.bab3.capaian, start=1):
        i = bahan.indikator_kode(b.kode)
        yield Ukuran(
            kode=b.kode,
            nama=b.indikator,
            satuan=b.satuan,
            lokasi=lokasi_tabel(k, "t_capaian", f"baris {n}", b.kode),
            target=b.target,
            realisasi=b.realisasi,
            capaian=b.capaian,
            arah=i.arah if i else ARAH_LABEL.get(b.arah, Arah.MAKIN_TINGGI),
            jenis=i.jenis if i else "",
            is_persen=i.is_persen if i else b.satuan.casefold() in ("persen", "%"),
        )
    for i in bahan.indikator:
        if i.tingkat in RENDAH and i.is_dilaporkan:
            yield _rendah(bahan, i)


def _rendah(bahan: BahanPeriksa, i: FaktaIndikator) -> Ukuran:
    kosong = Angka("belum diisi", Keadaan.BELUM_DIISI)
    return Ukuran(
        kode=i.kode,
        nama=i.nama,
        satuan=i.satuan,
        lokasi=lokasi_tabel(bahan.konteks, "t_efisiensi_program", i.kode_node, i.kode),
        target=i.target_dpa or kosong,
        realisasi=i.realisasi or kosong,
        capaian=i.capaian or kosong,
        arah=i.arah,
        jenis=i.jenis,
        is_persen=i.is_persen,
    )


def sebab_tak_wajar(u: Ukuran) -> str:
    """Return in words why a value cannot well be in the unit of its target; empty where it can.

    A zero is no unit error: it is a low capaian, and of what should be low the best there is. Of what
    should be low a capaian above 1000% is possible too (a tenth of the target, by the ratio formula).
    """
    nilai, capaian = u.realisasi.nilai, u.capaian.nilai
    if u.is_predikat or nilai is None or nilai == 0:
        return ""
    if (u.is_persen or u.jenis in ("persen", "indeks")) and abs(nilai) > SERIBU:
        return "terlalu besar untuk persentase atau indeks"
    if u.arah == Arah.RENTANG:
        return "jauh di luar rentang" if capaian is not None and _jauh_di_luar(capaian) else ""
    target = u.target.nilai
    if target is None or target <= 0:
        return ""
    if nilai > target * KALI:
        return f"lebih dari {KALI} kali target"
    if 0 < nilai * SERIBU < target:
        return "kurang dari seperseribu target"
    if u.arah != Arah.MAKIN_RENDAH and capaian is not None and capaian > SERIBU:
        return "capaiannya di atas 1.000%"
    return ""


def _jauh_di_luar(capaian: Decimal) -> bool:
    """Ten times the upper bound gives -800% (selisih); a thousandth of the lower one 0,1%."""
    return capaian < -800 or 0 < capaian < Decimal("0.1")


def temuan_capaian(
    bahan: BahanPeriksa, daftar: Sequence[Ukuran], *, kode: str, batas: str, cara: str
) -> Iterator[Temuan]:
    """Yield one warning a table over indicators whose capaian is beyond a bound."""
    for tabel in ("t_capaian", "t_efisiensi_program"):
        milik = [u for u in daftar if u.lokasi.kunci == tabel]
        if not milik:
            continue
        isi = [(u, f"{u.capaian.teks} (target {u.target.teks}, realisasi {u.realisasi.teks})") for u in milik]
        sebutan = sebut([f"{u.nama} {teks}" for u, teks in isi])
        satu = milik[0].lokasi if len(milik) == 1 else lokasi_tabel(bahan.konteks, tabel, objek="capaian")
        yield Temuan(
            kode=kode,
            tingkat=Tingkat.PERINGATAN,
            lokasi=satu,
            pesan=f"Capaian {len(milik)} indikator {batas}: {sebutan}. {cara}",
            nilai=tuple((u.nama, teks) for u, teks in isi),
            tautan=f"realisasi:{milik[0].kode}",
        )
