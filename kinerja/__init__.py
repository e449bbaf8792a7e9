"""App kinerja."""
