"""App anggaran."""
