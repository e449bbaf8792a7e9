"""What every app may use."""
