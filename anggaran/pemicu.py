"""Triggers of anggaran."""

from sakip.umum.pemicu import Pemicu, daftarkan, kunci_baru

_NODE_SAMA = (
    "r.program_id = NEW.program_id AND COALESCE(r.kegiatan_id, 0) = COALESCE(NEW.kegiatan_id, 0) "
    "AND COALESCE(r.sub_kegiatan_id, 0) = COALESCE(NEW.sub_kegiatan_id, 0)"
)

daftarkan(
    Pemicu(
        nama="pagu_satu_tingkat",
        tabel="anggaran_paguanggaran",
        syarat=(
            "EXISTS (SELECT 1 FROM anggaran_paguanggaran r WHERE r.program_id = NEW.program_id "
            "AND r.tingkat <> NEW.tingkat AND r.id <> COALESCE(NEW.id, -1)) "
            "OR EXISTS (SELECT 1 FROM anggaran_realisasianggaran r WHERE r.program_id = NEW.program_id "
            "AND r.tingkat <> NEW.tingkat)"
        ),
        pesan="Pagu sebuah program dicatat pada satu tingkat: program, kegiatan, atau sub kegiatan.",
    ),
    Pemicu(
        nama="realisasi_satu_tingkat",
        tabel="anggaran_realisasianggaran",
        syarat=(
            "EXISTS (SELECT 1 FROM anggaran_realisasianggaran r WHERE r.program_id = NEW.program_id "
            "AND r.tingkat <> NEW.tingkat AND r.id <> COALESCE(NEW.id, -1)) "
            "OR EXISTS (SELECT 1 FROM anggaran_paguanggaran r WHERE r.program_id = NEW.program_id "
            "AND r.tingkat <> NEW.tingkat)"
        ),
        pesan="Realisasi anggaran dicatat pada tingkat yang sama dengan pagunya.",
    ),
    Pemicu(
        nama="realisasi_triwulan_atau_setahun",
        tabel="anggaran_realisasianggaran",
        syarat=(
            f"EXISTS (SELECT 1 FROM anggaran_realisasianggaran r WHERE {_NODE_SAMA} "  # noqa: S608 - constant
            "AND r.id <> COALESCE(NEW.id, -1) AND (r.periode = 'tahun') <> (NEW.periode = 'tahun'))"
        ),
        pesan="Realisasi anggaran diisi per triwulan atau setahun, tidak keduanya.",
    ),
    Pemicu(
        nama="pagu_terkunci",
        tabel="anggaran_paguanggaran",
        syarat=(
            "EXISTS (SELECT 1 FROM anggaran_dpa d WHERE d.id = NEW.dpa_id AND d.ditetapkan_pada IS NOT NULL)"
        ),
        pesan="DPA ini sudah ditetapkan. Buat pergeseran atau perubahan untuk mengubah pagunya.",
        peristiwa=("insert", "update", "delete"),
        lama=True,
    ),
    kunci_baru("anggaran_paguanggaran", "Pagu anggaran"),
    Pemicu(
        nama="dpa_terkunci",
        tabel="anggaran_dpa",
        syarat="OLD.ditetapkan_pada IS NOT NULL",
        pesan="DPA yang sudah ditetapkan tidak dapat diubah atau dihapus.",
        peristiwa=("update", "delete"),
    ),
    kunci_baru("anggaran_dpa", "DPA"),
    kunci_baru("anggaran_realisasianggaran", "Realisasi anggaran"),
)
