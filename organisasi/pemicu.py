"""Triggers of organisasi."""

from sakip.umum.pemicu import Pemicu, daftarkan, kekal

daftarkan(
    *kekal("organisasi_jejak", "Jejak"),
    Pemicu(
        nama="pemangku_tumpang_tindih",
        tabel="organisasi_pemangkujabatan",
        syarat=(
            "NEW.status = 'definitif' AND EXISTS (SELECT 1 FROM organisasi_pemangkujabatan p "
            "WHERE p.jabatan_id = NEW.jabatan_id AND p.status = 'definitif' AND p.id <> COALESCE(NEW.id, -1) "
            "AND (p.sampai IS NULL OR p.sampai >= NEW.mulai) "
            "AND (NEW.sampai IS NULL OR p.mulai <= NEW.sampai))"
        ),
        pesan="Dua pejabat definitif untuk satu jabatan pada hari yang sama.",
    ),
    Pemicu(
        nama="unit_induk_perangkat_lain",
        tabel="organisasi_unitkerja",
        syarat=(
            "EXISTS (SELECT 1 FROM organisasi_unitkerja u WHERE (u.id = NEW.induk_id OR u.induk_id = NEW.id) "
            "AND u.perangkat_daerah_id <> NEW.perangkat_daerah_id)"
        ),
        pesan="Unit di atasnya milik perangkat daerah lain.",
    ),
)
