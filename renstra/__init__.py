"""App renstra."""
