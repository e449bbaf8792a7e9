"""A figure that was typed in the narrative instead of being bound to the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pelaporan.periksa.angka_klausa import baca_klausa
from pelaporan.periksa.angka_padan import Pemadan, Putusan, is_pihak_lain
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.naskah import Kalimat, iter_kalimat_semua, lokasi_kalimat
from sakip.umum.teks import gabung_kata, huruf_awal_besar

_SUMBER = "sebutkan sumbernya dengan [[kutipan:sumber]]"


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Judge every typed figure of every sentence; a source answers a warning, not a figure known wrong."""
    pemadan = Pemadan(bahan)
    for kalimat in iter_kalimat_semua(bahan.konteks):
        klausa, jumlah = baca_klausa(kalimat, pemadan.sebutan, pemadan.tahun)
        putusan = [p for k in klausa if not (p := pemadan.putuskan(kalimat, k)).is_bersih]
        if kalimat.is_berkutipan:
            putusan = [p for p in putusan if p.is_berat and not is_pihak_lain(kalimat, p.klausa)]
        yield from _temuan(kalimat, putusan)
        if jumlah > len(klausa):
            yield _tabel(kalimat, jumlah, len(klausa))


def _temuan(kalimat: Kalimat, putusan: Sequence[Putusan]) -> Iterator[Temuan]:
    beda = [p for p in putusan if p.harap is not None]
    for tingkat in (Tingkat.GALAT, Tingkat.PERINGATAN):
        for kunci in dict.fromkeys(p.harap.teks for p in beda if p.harap is not None):
            sekelompok = [
                p for p in beda if p.harap is not None and p.harap.teks == kunci and _tingkat(p) is tingkat
            ]
            if sekelompok:
                yield _beda(kalimat, tingkat, sekelompok)
    for tingkat in (Tingkat.GALAT, Tingkat.PERINGATAN):
        asing = [
            p for p in putusan if p.harap is None and p.sama is None and _tingkat_asing(kalimat, p) is tingkat
        ]
        if asing:
            yield _asing(kalimat, tingkat, asing)
    sama = [p for p in putusan if p.sama is not None]
    if sama:
        yield _sama(kalimat, sama)


def _tingkat(p: Putusan) -> Tingkat:
    return Tingkat.GALAT if p.is_berat else Tingkat.PERINGATAN


def _tingkat_asing(kalimat: Kalimat, p: Putusan) -> Tingkat:
    return Tingkat.PERINGATAN if kalimat.is_berkutipan else _tingkat(p)


def _sebut(putusan: Sequence[Putusan]) -> list[str]:
    return list(dict.fromkeys(p.klausa.angka.teks for p in putusan))


def _beda(kalimat: Kalimat, tingkat: Tingkat, putusan: Sequence[Putusan]) -> Temuan:
    harap = putusan[0].harap
    assert harap is not None
    tertulis = _sebut(putusan)
    lain = _SUMBER if tingkat is Tingkat.PERINGATAN else "sebut dengan jelas angka apa yang dimaksud"
    obat = f"Ganti angka ketikan dengan [[{harap.kunci}]]" if harap.kunci else "Perbaiki angka itu"
    pesan = (
        f"{huruf_awal_besar(harap.sebutan)} ditulis {gabung_kata(tertulis)}, sedangkan menurut laporan "
        f"{harap.teks}. {obat}, atau {lain} bila yang dimaksud angka lain."
    )
    return _satu(kalimat, tingkat, pesan, (("tertulis", "; ".join(tertulis)), ("seharusnya", harap.teks)))


def _asing(kalimat: Kalimat, tingkat: Tingkat, putusan: Sequence[Putusan]) -> Temuan:
    tertulis = _sebut(putusan)
    if tingkat is Tingkat.GALAT:
        pesan = (
            f"{gabung_kata(tertulis)} diketik dalam kalimat tentang kinerja atau anggaran, tetapi tidak "
            f"sama dengan "
            f"angka laporan mana pun. Pakai token angkanya, atau {_SUMBER} bila angka itu berasal dari "
            f"luar laporan."
        )
    elif kalimat.is_berkutipan:
        pesan = (
            f"{gabung_kata(tertulis)} diketik dengan sumber dalam kalimat tentang kinerja atau anggaran, "
            "tetapi tidak sama dengan angka laporan mana pun. Pastikan angka itu memang menurut sumbernya, "
            "lalu tulis alasannya."
        )
    else:
        pesan = (
            f"{gabung_kata(tertulis)} diketik dan tidak sama dengan angka laporan mana pun. Pakai token, "
            f"{_SUMBER}, "
            "atau tulis alasannya."
        )
    return _satu(kalimat, tingkat, pesan, (("tertulis", "; ".join(tertulis)),))


def _sama(kalimat: Kalimat, putusan: Sequence[Putusan]) -> Temuan:
    pasangan = list(
        dict.fromkeys((p.klausa.angka.teks, p.sama, p.is_kebetulan) for p in putusan if p.sama is not None)
    )
    yakin = [f"{teks} dengan [[{f.kunci}]] ({f.sebutan})" for teks, f, kebetulan in pasangan if not kebetulan]
    mungkin = [f"{teks} dengan [[{f.kunci}]] ({f.sebutan})" for teks, f, kebetulan in pasangan if kebetulan]
    kalimat_pesan = []
    if yakin:
        kalimat_pesan.append(
            f"Angka yang diketik sama dengan angka laporan. Gantilah {gabung_kata(yakin)} agar selalu "
            f"mengikuti data."
        )
    if mungkin:
        kalimat_pesan.append(
            f"Angka yang diketik bernilai sama dengan angka laporan: {gabung_kata(mungkin)}. Pakai "
            f"tokennya bila itu "
            f"yang dimaksud; bila bukan, {_SUMBER}."
        )
    kembar = [f"[[{f.kunci}]]" for _, f, _k in pasangan if f.kunci in kalimat.kunci]
    if kembar:
        kalimat_pesan.append(
            f"Kalimat ini sudah memuat {gabung_kata(kembar)}: angka ketikannya dapat dihapus."
        )
    return _satu(
        kalimat,
        Tingkat.INFO,
        " ".join(kalimat_pesan),
        (
            ("tertulis", "; ".join(teks for teks, _, _k in pasangan)),
            ("token", "; ".join(f"[[{f.kunci}]]" for _, f, _k in pasangan)),
        ),
    )


def _tabel(kalimat: Kalimat, jumlah: int, dinilai: int) -> Temuan:
    pesan = (
        f"Kalimat ini memuat {jumlah} angka ketikan, tampaknya tabel yang ditempel; hanya {dinilai} yang "
        "pertama dinilai satu per satu. Pindahkan ke lampiran atau pecah menjadi beberapa kalimat, "
        "atau tulis alasannya."
    )
    return _satu(kalimat, Tingkat.PERINGATAN, pesan, (("jumlah angka", str(jumlah)),))


def _satu(kalimat: Kalimat, tingkat: Tingkat, pesan: str, nilai: tuple[tuple[str, str], ...]) -> Temuan:
    return Temuan(PEMERIKSAAN.kode, tingkat, lokasi_kalimat(kalimat), pesan, nilai, kalimat.paragraf.tautan)


PEMERIKSAAN = Pemeriksaan(
    kode="angka_diketik",
    nama="Angka yang diketik dalam naskah",
    tingkat=Tingkat.GALAT,
    sumber="audit contoh T1, T2, T3, T12: angka naskah berbeda dengan tabel",
    periksa=periksa,
)
