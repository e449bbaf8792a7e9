"""App pelaporan."""
