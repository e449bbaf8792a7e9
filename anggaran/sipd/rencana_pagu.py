"""What an import does to the DPA of one office: a new draft, a draft filled, a new version, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from anggaran.alur import versi_konsep
from anggaran.models import DPA
from anggaran.periksa import salah_tanggal
from anggaran.pilihan import JenisDPA
from anggaran.sipd.bahan import BahanKantor, Titik
from anggaran.sipd.bentuk import (
    BUAT,
    ISI,
    REVISI,
    SAMA,
    TOLAK,
    BarisPagu,
    Masukan,
    RencanaPagu,
    Tertolak,
    salah_nilai,
)
from anggaran.sipd.jumlah import NOL
from anggaran.sipd.pilihan import Pilihan


def rencanakan_pagu(
    b: BahanKantor,
    masukan: Masukan,
    titik: Mapping[str, Titik],
    pilihan: Pilihan,
    tertolak: list[Tertolak],
) -> RencanaPagu:
    """Return what happens to the DPA; ceilings that cannot be stored are put into ``tertolak``."""
    isi: dict[Titik, Decimal] = {}
    for kode, nilai in sorted(masukan.pagu.items()):
        if kode in titik:
            isi[titik[kode]] = isi.get(titik[kode], NOL) + nilai
    for t, nilai in list(isi.items()):
        if pesan := salah_nilai(nilai, "Pagu"):
            tertolak.append(Tertolak(t.kode, t.nama, nilai, pesan))
            del isi[t]
    if not isi:
        return RencanaPagu(TOLAK, "Tidak ada pagu yang dapat dimuat dari berkas ini.")
    terbaru = b.versi[-1] if b.versi else None
    if terbaru is not None and per_titik(b, terbaru) == isi:
        pesan = f"Sama dengan {terbaru.nama} {b.tahun}; tidak ada yang berubah."
        return _lengkap(b, SAMA, pesan, terbaru, isi)
    return _tindakan(b, pilihan, isi)


def _tindakan(b: BahanKantor, pilihan: Pilihan, isi: Mapping[Titik, Decimal]) -> RencanaPagu:
    """Return whether a version is made, a draft filled, or the choice refused."""
    jenis = JenisDPA(pilihan.jenis)
    konsep, ditetapkan = b.konsep, b.ditetapkan
    sebut = jenis.label.lower()
    if konsep is not None:
        if konsep.jenis != jenis:
            return RencanaPagu(
                TOLAK,
                f"{konsep.nama} {b.tahun} masih berupa konsep. Tetapkan atau hapus konsep itu dahulu, atau "
                f"pilih {konsep.get_jenis_display().lower()} untuk mengisinya.",
            )
        pesan = f"Mengisi konsep {konsep.nama} yang sudah ada; pagunya sekarang diganti."
        return _periksa_kepala(b, _lengkap(b, ISI, pesan, konsep, isi), konsep, pilihan)
    if ditetapkan is None:
        if jenis is not JenisDPA.MURNI:
            return RencanaPagu(
                TOLAK, f"Belum ada DPA murni {b.tahun}, jadi berkas ini belum dapat menjadi {sebut}."
            )
        calon = DPA(perangkat_daerah=b.kantor, tahun=b.tahun, urutan=0, jenis=jenis, ke=0)
        return _periksa_kepala(b, _lengkap(b, BUAT, "Menjadi konsep DPA murni.", None, isi), calon, pilihan)
    if jenis is JenisDPA.MURNI:
        return RencanaPagu(
            TOLAK,
            f"{ditetapkan.nama} {b.tahun} sudah ditetapkan. Pilih pergeseran atau perubahan; berkas ini "
            "menjadi versi baru.",
        )
    ke = max((d.ke for d in b.versi if d.jenis == jenis), default=0) + 1
    calon = DPA(perangkat_daerah=b.kantor, tahun=b.tahun, urutan=ditetapkan.urutan + 1, jenis=jenis, ke=ke)
    pesan = f"Menjadi konsep {calon.nama}, disalin dari {ditetapkan.nama}."
    return _periksa_kepala(b, _lengkap(b, REVISI, pesan, ditetapkan, isi), calon, pilihan)


def _periksa_kepala(b: BahanKantor, rencana: RencanaPagu, dpa: DPA, pilihan: Pilihan) -> RencanaPagu:
    dahulu, dpa.tanggal = dpa.tanggal, pilihan.hari or dpa.tanggal
    salah = salah_tanggal(dpa, next((d for d in reversed(b.versi) if d.urutan < dpa.urutan), None))
    dpa.tanggal = dahulu
    return RencanaPagu(TOLAK, salah) if salah else rencana


def _lengkap(
    b: BahanKantor, tindakan: str, pesan: str, dpa: DPA | None, isi: Mapping[Titik, Decimal]
) -> RencanaPagu:
    """Return the plan with its differences from the newest set version (an equal file: from that version)."""
    sebelum = dpa if tindakan == SAMA else b.ditetapkan
    lama = per_titik(b, sebelum) if sebelum is not None else {}
    baris = tuple(
        BarisPagu(t, lama.get(t), isi.get(t))
        for t in sorted({*lama, *isi}, key=lambda t: (t.kode, t.tingkat))
    )
    versi = versi_konsep(dpa) if dpa is not None and not dpa.is_ditetapkan else 0
    return RencanaPagu(tindakan, pesan, dpa, versi, sebelum.nama if sebelum else "", isi, baris)


def per_titik(b: BahanKantor, dpa: DPA) -> dict[Titik, Decimal]:
    """Return the ceilings of a version by node."""
    return {b.titik_kunci(kunci): nilai for kunci, nilai in b.pagu[dpa.pk].items()}
