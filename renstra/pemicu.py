"""Triggers of renstra."""

from sakip.umum.pemicu import Pemicu, daftarkan

daftarkan(
    Pemicu(
        nama="porsi_paling_banyak_100",
        tabel="renstra_sasaranprogram",
        syarat=(
            "ROUND(NEW.porsi_persen + COALESCE((SELECT SUM(s.porsi_persen) FROM renstra_sasaranprogram s "
            "WHERE s.program_id = NEW.program_id AND s.id <> COALESCE(NEW.id, -1)), 0), 4) > 100"
        ),
        pesan="Jumlah porsi sebuah program melebihi 100 persen.",
    ),
)
