"""Triggers of kinerja."""

from sakip.umum.pemicu import Pemicu, daftarkan, kekal, kunci_baru

TERKUNCI = "Triwulan ini sudah disetujui dan terkunci. Minta dibuka kembali dengan alasan."
TANPA_UNIT = "Triwulan ini sudah pernah disetujui, jadi nilainya harus menyebut unit kerjanya."
_TAHUN_UKUR = "(SELECT u.tahun FROM kinerja_pengukuran u WHERE u.id = NEW.pengukuran_id)"
_TAHUN_PROGRAM = "(SELECT g.tahun FROM renstra_program g WHERE g.id = NEW.program_id)"


def _triwulan(baris: str) -> str:
    """Return the SQL of the quarter in which a row's period is asked."""
    return (
        f"CASE {baris}.periode WHEN 'tw1' THEN 1 WHEN 'tw2' THEN 2 WHEN 's1' THEN 2 "
        "WHEN 'tw3' THEN 3 ELSE 4 END"
    )


_REALISASI = "kinerja_realisasi r JOIN kinerja_pengukuran p ON p.id = r.pengukuran_id"
_BELANJA = "anggaran_realisasianggaran r JOIN renstra_program p ON p.id = r.program_id"
_BARIS_TAHAP = (
    f"r.unit_id = NEW.unit_id AND p.tahun = NEW.tahun AND {_triwulan('r')} = NEW.triwulan "
    "AND r.diisi_oleh_id = NEW.oleh_id"
)


def _tahap(unit: str, tahun: str, triwulan: str) -> str:
    """Return the SQL of the last step of a unit's quarter, '' where there is none."""
    return (
        "COALESCE((SELECT t.tahap FROM kinerja_tahappengukuran t "  # noqa: S608 - constants
        f"WHERE t.unit_id = {unit} AND t.tahun = {tahun} AND t.triwulan = {triwulan} "
        "ORDER BY t.id DESC LIMIT 1), '')"
    )


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
    Pemicu(
        nama="target_pk_terkunci",
        tabel="kinerja_targetpk",
        syarat=(
            "EXISTS (SELECT 1 FROM kinerja_perjanjiankinerja p WHERE p.id = NEW.perjanjian_id "
            "AND p.ditetapkan_pada IS NOT NULL)"
        ),
        pesan="Perjanjian kinerja ini sudah ditetapkan. Buat perubahan untuk mengubah targetnya.",
        peristiwa=("insert", "update", "delete"),
        lama=True,
    ),
    kunci_baru("kinerja_targetpk", "Target PK"),
    Pemicu(
        nama="pk_terkunci",
        tabel="kinerja_perjanjiankinerja",
        syarat="OLD.ditetapkan_pada IS NOT NULL",
        pesan="Perjanjian kinerja yang sudah ditetapkan tidak dapat diubah atau dihapus.",
        peristiwa=("update", "delete"),
    ),
    kunci_baru("kinerja_perjanjiankinerja", "Perjanjian kinerja"),
    Pemicu(
        nama="target_dpa_terkunci",
        tabel="kinerja_targetdpa",
        syarat=(
            "EXISTS (SELECT 1 FROM anggaran_dpa d WHERE d.id = NEW.dpa_id AND d.ditetapkan_pada IS NOT NULL)"
        ),
        pesan="DPA ini sudah ditetapkan. Buat pergeseran atau perubahan untuk mengubah targetnya.",
        peristiwa=("insert", "update", "delete"),
        lama=True,
    ),
    Pemicu(
        nama="realisasi_terkunci",
        tabel="kinerja_realisasi",
        syarat=f"{_tahap('NEW.unit_id', _TAHUN_UKUR, _triwulan('NEW'))} = 'disetujui'",
        pesan=TERKUNCI,
        peristiwa=("insert", "update", "delete"),
        lama=True,
    ),
    kunci_baru("kinerja_realisasi", "Realisasi"),
    Pemicu(
        nama="realisasi_anggaran_terkunci",
        tabel="anggaran_realisasianggaran",
        syarat=f"{_tahap('NEW.unit_id', _TAHUN_PROGRAM, _triwulan('NEW'))} = 'disetujui'",
        pesan=TERKUNCI,
        peristiwa=("insert", "update", "delete"),
        lama=True,
    ),
    Pemicu(
        nama="realisasi_berunit",
        tabel="kinerja_realisasi",
        syarat=(
            "NEW.unit_id IS NULL AND EXISTS (SELECT 1 FROM kinerja_tahappengukuran t "  # noqa: S608 - constant
            "JOIN organisasi_unitkerja u ON u.id = t.unit_id "
            "JOIN kinerja_indikator i ON i.perangkat_daerah_id = u.perangkat_daerah_id "
            "JOIN kinerja_pengukuran p ON p.indikator_id = i.id WHERE p.id = NEW.pengukuran_id "
            f"AND t.tahun = p.tahun AND t.tahap = 'disetujui' AND t.triwulan = {_triwulan('NEW')})"
        ),
        pesan=TANPA_UNIT,
    ),
    Pemicu(
        nama="realisasi_anggaran_berunit",
        tabel="anggaran_realisasianggaran",
        syarat=(
            "NEW.unit_id IS NULL AND EXISTS (SELECT 1 FROM kinerja_tahappengukuran t "  # noqa: S608 - constant
            "JOIN organisasi_unitkerja u ON u.id = t.unit_id "
            "JOIN renstra_program g ON g.perangkat_daerah_id = u.perangkat_daerah_id "
            "WHERE g.id = NEW.program_id AND t.tahun = g.tahun AND t.tahap = 'disetujui' "
            f"AND t.triwulan = {_triwulan('NEW')})"
        ),
        pesan=TANPA_UNIT,
    ),
    Pemicu(
        nama="bukti_terkunci",
        tabel="kinerja_bukti",
        syarat=(
            f"EXISTS (SELECT 1 FROM {_REALISASI} WHERE r.id = NEW.realisasi_id "  # noqa: S608 - constant
            f"AND {_tahap('r.unit_id', 'p.tahun', _triwulan('r'))} = 'disetujui')"
        ),
        pesan=TERKUNCI,
        peristiwa=("insert",),
    ),
    *kekal("kinerja_bukti", "Bukti"),
    *kekal("kinerja_tahappengukuran", "Tahap pengukuran"),
    *kekal("kinerja_catatanpemeriksaan", "Catatan pemeriksaan"),
    Pemicu(
        nama="tahap_disetujui_setelah_diperiksa",
        tabel="kinerja_tahappengukuran",
        syarat=(
            f"NEW.tahap = 'disetujui' AND {_tahap('NEW.unit_id', 'NEW.tahun', 'NEW.triwulan')} <> 'diperiksa'"
        ),
        pesan="Hanya triwulan yang sudah diperiksa yang dapat disetujui.",
        peristiwa=("insert",),
    ),
    Pemicu(
        nama="tahap_pemeriksa_bukan_pengisi",
        tabel="kinerja_tahappengukuran",
        syarat=(
            f"NEW.tahap = 'diperiksa' AND (EXISTS (SELECT 1 FROM {_REALISASI} WHERE {_BARIS_TAHAP}) "  # noqa: S608 - constant
            f"OR EXISTS (SELECT 1 FROM {_BELANJA} WHERE {_BARIS_TAHAP}) "
            "OR COALESCE((SELECT t.oleh_id FROM kinerja_tahappengukuran t WHERE t.unit_id = NEW.unit_id "
            "AND t.tahun = NEW.tahun AND t.triwulan = NEW.triwulan ORDER BY t.id DESC LIMIT 1), -1) "
            "= NEW.oleh_id)"
        ),
        pesan="Yang mengisi atau mengirim sebuah nilai tidak dapat memeriksanya.",
        peristiwa=("insert",),
    ),
)
