"""Placeholders of a form, in every shape, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelaporan.periksa.naskah import TERISI

# Nothing else stands in the text: a list item "Dst.", a paragraph "test".
_UTUH = re.compile(
    r"[\W\d]*(?:dst|dan seterusnya|dll|diisi|belum diisi|isi di ?sini|teks di ?sini|tes|test|asdf\w*|coba|"
    r"to ?do|contoh)\W*",
    re.IGNORECASE,
)
_TANPA_HURUF = re.compile(r"[\W_]+")

_NAMA_MEDAN = (
    r"(?:kategori|predikat|nama(?: \w+){0,2}|jabatan|tanggal|tgl|nomor surat|uraian|keterangan|alasan|nip|"
    r"nilai (?:capaian|realisasi|target))"
)
_POLA = (
    r"(?<![\w\"“'])(?:\.{3}|…)(?!\w)(?![\"”'])(?:\s*\.)*",
    r"\.{4,}|…{2,}|(?:\.\s){3,}\.?|…\.+",
    r"_{2,}|(?<!\w)_(?!\w)",
    r"\b20\d?\.{2,}",
    r"\(\s*\)",
    r"lorem ipsum",
    r"\bN/A\b|\bTBD\b|#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!)",
    r"\bx{2,}\b|\b\d+x{2,}\b|\b20\dx\b|\bx(?:\.x{3})+\b",
    rf"\(\s*{_NAMA_MEDAN}\s*\)",
    (
        r"\(\s*(?:harap |mohon |silakan |silahkan |agar |wajib )?di\s?isi(?!\w)(?! (?:oleh|lengkap|penuh|"
        r"sendiri|melalui|setiap|secara|pada|dari|ulang|setelah))[^()]*\)"
    ),
    (
        r"\(\s*(?:harap |mohon |silakan |silahkan |agar )?(?:isikan|isilah|sebutkan|tuliskan|uraikan|"
        r"jelaskan|lengkapi|cantumkan|masukkan|sesuaikan|pilihlah|pilih)\b[^()]*\)"
    ),
    r"\(\s*isi (?:dengan|sesuai|nama|nilai|angka|jumlah|tanggal)\b[^()]*\)",
    r"\(\s*(?:disebutkan|diuraikan|dijelaskan|dilengkapi|disesuaikan|menyesuaikan|dituliskan)\s*\)",
    r"\(\s*disesuaikan dengan (?:OPD|SKPD|perangkat daerah|instansi|kondisi masing)[^()]*\)",
    (
        r"\(\s*(?:dipilih|coret)\s*(?:point|poin|salah|satu|sesuai|nomor|angka|huruf|yang|opsi|\d|[a-e][./)]|\))"
        r"[^()]*\)?"
    ),
    r"\bcoret yang tidak (?:perlu|sesuai)\b",
    r"[\[<{]\s*(?:\.{2,}|…|_+|-+|x+|"
    + _NAMA_MEDAN
    + r"|isi\b[^\]>}]*|sebutkan[^\]>}]*|diisi[^\]>}]*)\s*[\]>}]",
    r"[\[{]\s*[\]}]",
    r"\[\[[^\[\]\n]{0,80}\]\]|\[\[|\]\]",  # a token that was typed wrong prints its brackets
    r"^\W*contoh\s*:|\(\s*contoh\s*[:)]",
)
_SEMUA = tuple(re.compile(pola, re.IGNORECASE) for pola in _POLA)
# XX alone may be a Roman twenty: "PON XX", "abad XX", "Bab XX".
_ROMAWI = re.compile(
    r"\b(?:abad|bab|pasal|bagian|jilid|lampiran|ke|ke-|angkatan|gelombang|tahap|wilayah|kodam|PON|MTQ\w*|STQ|"
    r"PORPROV|PORKAB|Munas|Muktamar|Kongres|Konferensi|Rakernas|Hari|HUT|Jambore|KTT)[ -]*$",
    re.IGNORECASE,
)

_LEMBAGA = r"(?:Dinas|Badan|Kantor|Kecamatan|Sekretariat|Inspektorat|Bagian)"
_DAERAH = r"(?:Kabupaten|Kota|Provinsi|Kab\.?)"
_KEPALA = r"(?:Camat|Lurah|Kepala Dinas|Kepala Badan|Kepala OPD|Kepala Perangkat Daerah|Direktur)"
_BUPATI = r"(?:Bupati|Wali ?[Kk]ota)"
_PILIHAN = re.compile(
    "|".join(
        rf"(?:{kata}\s*/\s*)+{kata}\b"
        for jenis in (_LEMBAGA, _DAERAH, _KEPALA, _BUPATI)
        for kata in (jenis, jenis.upper())
    )
)
# "seluruh Kabupaten/Kota", "PEMERINTAHAN DAERAH KABUPATEN/KOTA": many, or an official name.
_UMUM_DEPAN = re.compile(
    r"(?:\b(?:daerah|seluruh|setiap|tiap|semua|antar|antara|beberapa|sejumlah|para|tingkat|masing-masing|"
    r"sebagian|lingkup|standar|suatu|sesama|pemilihan)\s+|\bse-|\d\s+|" + TERISI + r"\s+)$",
    re.IGNORECASE,
)
_UMUM_BELAKANG = re.compile(
    r"\s+(?:lain|lainnya|terkait|teknis|pengampu|tetangga|se-|di (?:provinsi|jawa|madura|indonesia)|layak|"
    r"sehat|peduli|kreatif|antikorupsi|anti korupsi|cerdas|tangguh)",
    re.IGNORECASE,
)
_PERATURAN = re.compile(r"\b(?:tentang|pasal|ayat|huruf|undang-undang)\b", re.IGNORECASE)
_HASIL = re.compile(
    r"\b(?:tercapai|menunjang|efisien|berhasil|meningkat|menurun|naik|turun|sudah|ya|ada)\s*/\s*"
    r"(?:(?:tidak|belum|kurang) (?:tercapai|menunjang|efisien|berhasil|ada)|gagal|tidak|belum|menurun|turun|"
    r"meningkat|naik)\b",
    re.IGNORECASE,
)


def cari_tanda(teks: str, *, is_narasi: bool = True, is_kutipan: bool = False) -> tuple[str, ...]:
    """Return the placeholders of a text as they stand in it, each once.

    ``is_kutipan``: the text words a regulation, where "kabupaten/kota" is the law's own.
    """
    polos = teks.replace(TERISI, "0")
    if is_tanpa_isi(polos):
        return (teks.strip() or "kosong",)
    if _UTUH.fullmatch(polos):
        return (teks.strip(),)
    hasil = [m for pola in _SEMUA for m in _pola(pola, teks)]
    if not is_kutipan:
        hasil.extend(_pilihan(teks))
    if is_narasi:
        hasil.extend(m.group() for m in _HASIL.finditer(teks))
    return tuple(dict.fromkeys(_terluar(hasil)))


def is_tanpa_isi(teks: str) -> bool:
    """Whether a text is marks only: ";", "....", "-"."""
    return _TANPA_HURUF.fullmatch(teks.replace(TERISI, "0")) is not None


def _pola(pola: re.Pattern[str], teks: str) -> Iterator[str]:
    for m in pola.finditer(teks):
        if m.group() in ("XX", "XXX") and _ROMAWI.search(teks[: m.start()]):
            continue
        yield m.group().strip()


def _pilihan(teks: str) -> Iterator[str]:
    for m in _PILIHAN.finditer(teks):
        depan, belakang = teks[: m.start()], teks[m.end() :]
        if _UMUM_DEPAN.search(depan) or _UMUM_BELAKANG.match(belakang):
            continue
        if not _PERATURAN.search(depan.rsplit(". ", 1)[-1]):
            yield m.group().strip()


def _terluar(hasil: list[str]) -> list[str]:
    """Drop what is only a part of another find: the dots inside "(sebutkan ...)"."""
    return [h for h in hasil if h and not any(h != lain and h in lain for lain in hasil)]
