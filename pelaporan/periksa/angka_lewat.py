"""Numbers that pass by rule: years, dates, citations, references, addresses and names.

They are covered before figures are looked for: what stands here claims nothing about performance.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pelaporan.periksa.hukum_teks import cari_sitasi

# Stands for a covered character: it is neither a letter nor a digit.
TUTUP = "\x1f"
BULAN = (
    r"(?:Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|"
    r"Desember|Jan|Feb|Mar|Apr|Jun|Jul|Agt|Agu|Sept?|Okt|Nov|Nop|Des)\b"
)
_SAMPAI = r"(?:[-–/]|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga|dan|,)"
# Behind a number these make it a figure, whatever stands before it.
_UKURAN = (
    r"(?![\d%]|[.,]\d|\s*(?:%|persen\b|rupiah\b|ribu\b|juta\b|miliar\b|milyar\b|triliun\b|orang\b|jiwa\b|desa\b|"
    r"kasus\b|laporan\b|dokumen\b|lembaga\b|kelompok\b|unit\b|paket\b|layanan\b|berkas\b|kegiatan\b))"
)
_DERET = (
    r"(?:\s*(?:,\s*(?:dan\s+)?|dan|atau|serta|s\.?\s?d\.?|sampai(?:\s+dengan)?|[-–])"
    rf"\s*\d{{1,2}}\b{_UKURAN})*"
)

_POLA = (
    # Web and mail addresses
    r"https?://\S+|(?<!\S)\S{1,100}@\S{1,100}\.\w+|(?<![\w.-])[\w.-]{1,100}\.(?:go|co|or|ac|desa)\.id\S*",
    # NIP and other personal numbers
    r"\b(?:NIP|NIK|NPWP|NUPTK|NI\s?PPPK)\b\.?\s*:?\s*\d[\d\s.\-]{8,}\d",
    r"\b\d{8}\s?\d{6}\s?\d\s?\d{3}\b|\b\d{16}\b",
    # Telephone and fax, postcodes
    r"\b(?:telepon|telp|tlp|hp|faksimile|faksimili|faks|fax|whatsapp|wa|sms|kontak)\b"
    r"[^\d(+\ufffc]{0,20}[(+]?\d[\d\s().\-/+]{4,}",
    r"\b(?:hotline|call\s?center|layanan\s+darurat|telepon\s+darurat)\s+(?:nomor\s+)?1\d\d\b",
    r"\(0\d{2,3}\)\s*\d[\d\s\-]{3,}|\b0\d{2,4}[-\s]\d{3,}(?:[-\s]\d{2,})*|\+62[\d\s\-]{6,}|\b08\d{8,11}\b",
    r"\bkode\s*pos\b\s*:?\s*\d{5}\b",
    r"(?-i:\b[A-Z][a-z\-]+\s+[1-9]\d{4}\b(?=\s*(?:[.,;)]|$)))",
    # Dates, years, ranges of years
    rf"\b\d{{1,2}}(?:\s*{_SAMPAI}\s*\d{{1,2}})*\s+(?:bulan\s+)?{BULAN}(?:\s+(?:tahun\s+)?\d{{4}})?",
    rf"\b{BULAN}\s+(?:tahun\s+)?\d{{4}}|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b",
    r"\b(?:tanggal|tgl\.?)\s+\d{1,2}\b",
    rf"(?<![\w.,])(?:19|20)\d\d\s*{_SAMPAI}\s*(?:19|20)\d\d(?!\d|[.,]\d)",
    r"\b(?:tahun|TA\.?|anggaran|periode|akhir|awal)\s+(?:19|20)\d\d(?!\d|[.,]\d)",
    rf"(?<![\w.,])(?<!Rp\s)(?<!Rp\.\s)(?:19|20)\d\d(?!\w){_UKURAN}",
    # Regulations and parts of them, numbers of letters
    r"\b(?:nomor|nomer|no\.?)\s*:?\s*(?=\S*\d)[\w./\-]+(?:\s+tahun\s+\d{4})?",
    # What begins with a zero is a number of something ("Koramil 0827/05")
    r"(?<![\w.,])0\d+(?:[/\-]\d+)*\b(?![.:,]\d)",
    r"\b(?:PER|KEP|SE|SK|INS)[/\-][\w./\-]*\d[\w./\-]*|\b\d{1,3}\s*/\s*(?:19|20)\d\d\b|\b\d+\s+tahun\s+(?:19|20)\d\d\b",
    r"\b(?:pasal|ayat|huruf|butir|poin|point)\s*\(?\d+[a-z]?\)?(?:\s*(?:,|dan|atau|s\.?\s?d\.?|sampai(?:\s+dengan)?|"
    r"[-–])\s*\(?\d+[a-z]?\)?)*",
    # Tables, figures, chapters, pages
    r"\b(?:tabel|gambar|grafik|diagram|bagan|subbab|sub\s+bab|bab|halaman|hal\.|hlm\.?|lampiran|formulir|kolom|baris|"
    rf"langkah|lembar)\s*:?\s*\(?[A-Z]{{0,2}}\.?\d+(?:[.\-]\d+)*\)?{_DERET}(?:\s*(?:dan|serta|,|[-–])\s*\d+\.\d+)*",
    rf"\bangka\s+\(?\d{{1,2}}\)?{_UKURAN}",
    # Quarters, ordinals, ranks
    r"\b(?:triwulan|tribulan|tw|semester|caturwulan|kuartal|minggu|pekan|tahap|termin|gelombang|angkatan|edisi|urut|"
    rf"urutan|peringkat|juara|rangking|tipe|kelas|tingkat|zona|pilar)\s*(?:ke[-\s]?)?\d{{1,2}}\b{_UKURAN}{_DERET}",
    rf"\bbulan\s+(?:ke[-\s]?)?\d{{1,2}}\b{_UKURAN}{_DERET}",
    r"\bke\s?[-–]\s?\d+\b",
    rf"\b(?:tahun|misi|tujuan|sasaran|hari|bulan|posisi|kali|yang|HUT|RI|jadi|indikator|periode)\s+ke\s+\d+\b{_DERET}",
    # Addresses, distances, heights
    r"\b(?:RT|RW|RT/RW)\.?\s*:?\s*\d{1,3}(?:\s*/\s*(?:RW\.?\s*:?\s*)?\d{1,3})?",
    r"\bKM\.?\s*\d+(?:[.,+]\d+)*|\b\d[\d.,]*\s*(?:km|kilometer)\b(?!\s*(?:2|²|persegi))",
    r"\b\d[\d.,]*\s*(?:mdpl|meter\s+di\s+atas\s+permukaan)|\b\d[\d.,]*\s*[°º]\S*|\b\d[\d.,]*\s*(?-i:LS|LU|BT|BB)\b",
    r"\b(?:blok|kav|kavling|kaveling|lantai|lt|ruang|loket|gang|gg)\.?\s+[A-Z]?\.?\d{1,3}\b(?!\s*%|[.,]\d)",
    r"(?-i:\b(?:Jalan|Jl|Jln)\.?\s+(?:[A-Z][\w.']*\s+){1,5}\d{1,4}[A-Z]?\b)(?!\s*%|[.,]\d)",
    # Times and durations
    r"\b(?:pukul|jam)\s*:?\s*\d{1,2}(?:[.:]\d{2})?(?:\s*(?:[-–]|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:pukul\s+)?"
    r"\d{1,2}(?:[.:]\d{2})?)?",
    r"\b\d{1,2}[.:]\d{2}(?:\s*(?:[-–]|s\.?\s?d\.?|sampai(?:\s+dengan)?)\s*\d{1,2}[.:]\d{2})?\s*WI(?:B|TA|T)\b",
    r"\b\d{2}[.:]\d{2}\s*(?:[-–]|s\.?\s?d\.?|sampai(?:\s+dengan)?)\s*\d{2}[.:]\d{2}\b",
    r"\b(?:\d+\s*x\s*)?24\s+jam\b",
    r"\b\d{1,3}\s+(?:menit|jam)\s+perjalanan\b|\bperjalanan\s+(?:\w+\s+)?\d{1,3}\s+(?:menit|jam)\b",
    r"\b\d{1,2}\s*(?:\([\w\s]+\)\s*)?(?:tahun|bulan|minggu|pekan)\b",
    # Names that hold a number; formulas and scales
    r"\bCOVID[\s\-–]*19\b|\bISO\s+\d+(?::\d{4})?|\b(?:industri|revolusi|society|web|versi|windows)\s+\d(?:\.\d)?\b(?!%)|\b\d\.0\b",
    r"\bPPh\s+(?:pasal\s+)?\d{2}\b",
    r"\b(?!(?:rp|idr)\.?\d)(?!ke-)[A-Za-z]+-?\d+(?:\.\d+)?[A-Za-z]*\b|\b\d+[A-Za-z]{1,2}\b(?!\S*%)",
    r"(?:\bdikali(?:kan)?|\bkali|×|\bx)\s*100\s*(?:%|persen)?",
    r"\bskala\s+(?:\w+\s+){0,5}?\d[\d.,]*\s*(?:[-–]|sampai(?:\s+dengan)?|s\.?\s?d\.?|hingga)\s*\d[\d.,]*",
    # Codes of programmes and accounts, list numbers
    r"(?<![\d.,])[1-9]\.\d{1,2}(?:\.\d{1,4})+\b(?!,\d)|\b(?:kode|program|kegiatan|rekening|urusan|bidang)\s+\d\.\d{2}\b(?!\.\d)",
    r"^\s*\(?\d{1,2}[.)](?=\s|$)|(?<=[;:,])\s*\(?\d{1,2}\)(?=\s)",
)
LEWAT = tuple(re.compile(p, re.IGNORECASE) for p in _POLA)


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=2048)
def tutup(teks: str) -> str:
    """Return a sentence of equal length in which every number that passes is covered."""
    if not _DIGIT.search(teks):
        return teks
    for s in cari_sitasi(teks):
        teks = _tutup(teks, s.awal, s.akhir)
    for pola in LEWAT:
        for m in list(pola.finditer(teks)):
            teks = _tutup(teks, m.start(), m.end())
    return teks


def _tutup(teks: str, awal: int, akhir: int) -> str:
    """Cover the digits of a stretch: its words stay readable."""
    return teks[:awal] + re.sub(r"[\d%]", TUTUP, teks[awal:akhir]) + teks[akhir:]
