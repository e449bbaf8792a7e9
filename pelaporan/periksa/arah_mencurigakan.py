"""Something bad that counts as better the more there is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.rumus import Arah
from pelaporan.periksa.bahan import BahanPeriksa
from pelaporan.periksa.dasar import Pemeriksaan, Temuan, Tingkat
from pelaporan.periksa.sebut import lokasi_tabel, sebut
from pelaporan.periksa.tempat import STRATEGIS, lokasi_capaian

BURUK = re.compile(
    r"\b(?:gangguan|pelanggaran|kasus|kemiskinan|penduduk miskin|keluarga miskin|pengangguran|keluhan|"
    r"pengaduan|aduan|kejadian|temuan|kematian|kriminalitas|kejahatan|konflik|sengketa|stunting|kecelakaan|"
    r"kekerasan|kebakaran|tunggakan|keterlambatan|kerusakan|kebocoran|kesalahan|penyalahgunaan|perceraian|"
    r"anak putus sekolah)\b",
    re.IGNORECASE,
)
# What is done about it, or a document about it: more is better. Roots lose their first letter in
# "penurunan" and "penyelesaian"; whole words elsewhere, for "ketertiban", "pemerintahan" and "persentase"
# hold parts of some.
BALIK = re.compile(
    r"\b(?:\w*urun\w*|\w*urang\w*|\w*redam\w*|\w*lesai\w*|\w*angani|penanganan|\w*cegah\w*|\w*untas\w*|"
    r"penertiban|\w*tertibkan|tertib administrasi|\w*tindak ?lanjut\w*|\w*anggulang\w*|\w*endali\w*|"
    r"\w+atasi|\w*respons?|tanggap|bebas|tanpa|nihil|nol|\w*mediasi|\w*damaikan|perdamaian|pengentasan|"
    r"\w*entaskan|\w*siap\w*|mitigasi|tangguh|\w*bantu\w*|\w*layani|\w*fasilitasi|sosialisasi|penyuluhan|"
    r"\w*bina|pembinaan|\w*lapor\w*|dokumen|pengelolaan|\w*kelola|ketahanan|\w*rehabilitasi|pemadaman|"
    r"\w*padam\w*|\w*damping\w*|\w*pulih\w*|pemulihan|\w*antau\w*|pengawasan|\w*awasi|\w*deteksi|waspada|"
    r"kewaspadaan|\w*bayar\w*|\w*agih\w*|\w*data|pendataan|\w*verifikasi|tepat|koordinasi|antisipasi|"
    r"\w*lunas\w*|\w*jawab|\w*proses)\b",
    re.IGNORECASE,
)
LAMA = re.compile(
    r"\b(?:hari|jam|menit|waktu|lama(?:nya)?) (?:penyelesaian|pelayanan|layanan|tunggu|proses|pengurusan|"
    r"penerbitan|respons?)\b",
    re.IGNORECASE,
)
CEPAT = re.compile(
    r"tepat|sesuai|penuh|cepat|kurang|turun|efisien|pangkas|singkat|patuh|persentase|prosentase|tingkat|"
    r"capaian|standar",
    re.IGNORECASE,
)


def periksa(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Find names of something bad, or of a time that is waited, with makin tinggi makin baik."""
    k = bahan.konteks
    milik = [i for i in bahan.indikator if i.arah == Arah.MAKIN_TINGGI and is_buruk(i.nama)]
    for strategis, tabel in ((True, "t_capaian"), (False, "t_pagu")):
        satu_tabel = [i for i in milik if (i.tingkat in STRATEGIS) is strategis]
        if not satu_tabel:
            continue
        satu = satu_tabel[0]
        tempat = lokasi_tabel(k, tabel, objek="arah")
        if len(satu_tabel) == 1:
            tempat = (
                lokasi_capaian(k, satu.kode)
                if strategis
                else lokasi_tabel(k, tabel, satu.kode_node, satu.kode)
            )
        yield Temuan(
            kode=PEMERIKSAAN.kode,
            tingkat=Tingkat.PERINGATAN,
            lokasi=tempat,
            pesan=(
                f"Arah {len(satu_tabel)} indikator adalah makin tinggi makin baik, sedangkan namanya "
                "menyebut hal yang "
                f"semestinya makin rendah: {sebut([i.nama for i in satu_tabel])}. Ubah arahnya, atau tulis "
                "mengapa "
                "sudah benar."
            ),
            nilai=tuple((i.nama, "makin tinggi makin baik") for i in satu_tabel),
            tautan=f"definisi:{satu.kode}",
        )


def is_buruk(nama: str) -> bool:
    """Whether more of what the name says is worse."""
    if LAMA.search(nama):
        return not CEPAT.search(nama)
    return bool(BURUK.search(nama)) and not BALIK.search(nama)


PEMERIKSAAN = Pemeriksaan(
    kode="arah_mencurigakan",
    nama="Arah indikator mencurigakan",
    tingkat=Tingkat.PERINGATAN,
    sumber="PermenPANRB 53/2014 lampiran II: rumus capaian menurut arah; audit contoh K8",
    periksa=periksa,
)
