"""A count of tujuan, sasaran, indikator, program or misi that was typed and is not the report's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pelaporan.konteks import KonteksLKjIP
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.hitungan_teks import Cakupan, Hitungan, cari_hitungan
from pelaporan.periksa.naskah import Kalimat, iter_kalimat_semua, lokasi_kalimat
from pelaporan.token import build_token
from sakip.umum.teks import gabung_kata

# Words that tie a count to the report's own tujuan, sasaran, indikator and program: "3 program inovasi" of a
# single sentence may be another kind of program.
_LAPORAN = re.compile(
    r"\b(?:menetapkan|ditetapkan|memiliki|mempunyai|memuat|terdiri|dilaporkan|melaporkan|renstra|strategis|perjanjian|"
    r"PK|IKU|RKT|rencana\s+kerja|kinerja|target\w*|capaian|tercapai|mencapai|terukur|diukur|RPJMD|tabel|laporan|"
    r"anggaran|pagu)\b",
    re.IGNORECASE,
)


@dataclass
class _Jumlah:
    """What the report counts of one kind: value -> token ("" where there is none), the main one first."""

    semua: dict[int, str]
    bagian: dict[Cakupan, tuple[int, str]] = field(default_factory=dict)
    lain: set[int] = field(default_factory=set)  # of parts: of one tujuan, of one sasaran

    @property
    def terbanyak(self) -> int:
        return max(self.semua)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Compare every typed count with the report's."""
    jumlah = _jumlah(bahan)
    token = build_token(bahan.konteks)
    for kalimat in iter_kalimat_semua(bahan.konteks):
        salah: list[tuple[str, str]] = []
        ragu: list[str] = []
        sama: list[tuple[str, str]] = []
        for h in cari_hitungan(kalimat.ketikan):
            milik = jumlah.get(h.benda)
            if milik is not None:
                _nilai(h, milik, salah, ragu, sama)
        sama = [(tertulis, kunci) for tertulis, kunci in sama if kunci in token]
        if len(salah) == 1 and not _LAPORAN.search(kalimat.ketikan):
            ragu, salah = [*ragu, salah[0][0]], []
        yield from _temuan(kalimat, salah, [] if kalimat.is_berkutipan else ragu, sama)


def _nilai(
    h: Hitungan,
    milik: _Jumlah,
    salah: list[tuple[str, str]],
    ragu: list[str],
    sama: list[tuple[str, str]],
) -> None:
    if h.cakupan is Cakupan.LABEL:
        if h.benda != "misi" and h.nilai > milik.terbanyak:  # misi_diketik answers for misi
            salah.append((h.teks, f"{milik.terbanyak} {h.benda}"))
        return
    if h.cakupan in milik.bagian:
        nilai, token = milik.bagian[h.cakupan]
        pilihan = {nilai: token}
    else:
        pilihan = milik.semua
    if h.nilai in pilihan:
        if pilihan[h.nilai]:
            sama.append((h.teks, pilihan[h.nilai]))
    elif h.cakupan is not Cakupan.BAGIAN or h.nilai > milik.terbanyak:
        salah.append((h.teks, str(next(iter(pilihan)))))
    elif h.nilai not in milik.lain:
        ragu.append(h.teks)


def _temuan(
    kalimat: Kalimat,
    salah: Sequence[tuple[str, str]],
    ragu: Sequence[str],
    sama: Sequence[tuple[str, str]],
) -> Iterator[Temuan]:
    if salah:
        daftar = gabung_kata([f"{tertulis} (menurut laporan: {benar})" for tertulis, benar in salah])
        yield _satu(
            kalimat,
            Tingkat.GALAT,
            f"Jumlah yang diketik berbeda dengan laporan: {daftar}. Pakai token [[jumlah:…]] agar "
            f"jumlahnya selalu "
            "mengikuti data.",
            (("tertulis", "; ".join(t for t, _ in salah)), ("seharusnya", "; ".join(b for _, b in salah))),
        )
    if ragu and not salah:  # counts in a sentence that is wrong anyway have the same cause
        yield _satu(
            kalimat,
            Tingkat.PERINGATAN,
            f"{gabung_kata(ragu)} diketik dan tidak sama dengan satu pun jumlah yang dihitung laporan. "
            f"Pakai token, "
            "sebutkan sumbernya dengan [[kutipan:sumber]], atau tulis alasannya.",
            (("tertulis", "; ".join(ragu)),),
        )
    if sama:
        daftar = gabung_kata([f"{tertulis} dengan [[{token}]]" for tertulis, token in sama])
        yield _satu(
            kalimat,
            Tingkat.INFO,
            f"Jumlah yang diketik sama dengan laporan. Gantilah {daftar} agar tidak tertinggal bila "
            f"datanya berubah.",
            (
                ("tertulis", "; ".join(t for t, _ in sama)),
                ("token", "; ".join(f"[[{t}]]" for _, t in sama)),
            ),
        )


def _satu(kalimat: Kalimat, tingkat: Tingkat, pesan: str, nilai: tuple[tuple[str, str], ...]) -> Temuan:
    return Temuan(PEMERIKSAAN.kode, tingkat, lokasi_kalimat(kalimat), pesan, nilai, kalimat.paragraf.tautan)


def _jumlah(bahan: BahanPeriksa) -> dict[str, _Jumlah]:
    i, b2 = bahan.konteks.ikhtisar, bahan.konteks.bab2
    hasil = {
        "tujuan": _Jumlah(_pilihan((i.jumlah_tujuan, "jumlah:tujuan"), (b2.jumlah_tujuan, ""))),
        "sasaran": _Jumlah(
            _pilihan((i.jumlah_sasaran, "jumlah:sasaran"), (b2.jumlah_sasaran, "")),
            lain={
                b2.jumlah_sasaran,
                i.jumlah_sasaran,
                i.jumlah_sasaran_efisien,
                i.jumlah_sasaran_dinilai_efisiensi,
                i.jumlah_sasaran_dinilai_efisiensi - i.jumlah_sasaran_efisien,
            },
        ),
        "indikator": _jumlah_indikator(bahan.konteks),
        "program": _Jumlah(
            _pilihan((i.jumlah_program, "jumlah:program")),
            lain={len([s for s in x.program if s]) for x in bahan.sasaran},
        ),
    }
    if b2.misi:
        hasil["misi"] = _Jumlah(
            _pilihan((len(b2.misi), "jumlah:misi")),
            lain={len(b2.misi_didukung)} if b2.misi_didukung else set(),
        )
    return hasil


def _jumlah_indikator(konteks: KonteksLKjIP) -> _Jumlah:
    i, b2, b3 = konteks.ikhtisar, konteks.bab2, konteks.bab3
    anak = {r.jumlah for r in (*b3.per_tujuan, *b3.per_sasaran, *b3.per_program)}
    return _Jumlah(
        _pilihan(
            (i.jumlah_indikator_dilaporkan, "jumlah:indikator"),
            (i.jumlah_indikator_pk, "jumlah:indikator_pk"),
            (b2.jumlah_indikator_renstra, ""),
            (len(b2.iku), ""),
            (len(b2.rkt), ""),
        ),
        {
            Cakupan.PK: (i.jumlah_indikator_pk, "jumlah:indikator_pk"),
            Cakupan.IKU: (len(b2.iku), ""),
            Cakupan.TERUKUR: (i.jumlah_terukur, "jumlah:terukur"),
            Cakupan.TERCAPAI: (i.jumlah_tercapai, "jumlah:tercapai"),
            Cakupan.BELUM: (i.jumlah_belum_tercapai, "jumlah:belum_tercapai"),
        },
        {i.jumlah_tercapai, i.jumlah_belum_tercapai, i.jumlah_terukur, *anak},
    )


def _pilihan(*pasangan: tuple[int, str]) -> dict[int, str]:
    """Return value -> token; of equal values the first token stays, a zero of a later one says nothing."""
    hasil: dict[int, str] = {}
    for n, (nilai, token) in enumerate(pasangan):
        if n == 0 or nilai:
            hasil.setdefault(nilai, token)
    return hasil


PEMERIKSAAN = Pemeriksaan(
    kode="hitungan_diketik",
    nama="Jumlah tujuan, sasaran, indikator, atau program yang diketik",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh T5, S4: 6 tujuan, 13 sasaran, 32 indikator",
    periksa=periksa,
)
