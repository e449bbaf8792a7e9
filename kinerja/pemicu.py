"""Triggers of kinerja."""

from sakip.umum.pemicu import Pemicu, daftarkan

daftarkan(
    Pemicu(
        nama="realisasi_cara_pengukuran",
        tabel="kinerja_realisasi",
        syarat=("NEW.cara <> (SELECT p.cara FROM kinerja_pengukuran p WHERE p.id = NEW.pengukuran_id)"),
        pesan="Cara ukur realisasi berbeda dengan cara ukur pengukurannya.",
    ),
    Pemicu(
        nama="pengukuran_cara_tetap",
        tabel="kinerja_pengukuran",
        syarat=(
            "EXISTS (SELECT 1 FROM kinerja_realisasi r WHERE r.pengukuran_id = NEW.id AND r.cara <> NEW.cara)"
        ),
        pesan="Cara ukur tidak dapat diubah selama masih ada realisasi.",
    ),
)
