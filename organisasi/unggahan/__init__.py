"""Long work on an uploaded file: stored, checked in the background, decided by the person, applied once."""
