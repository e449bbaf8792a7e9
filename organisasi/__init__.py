"""App organisasi."""
