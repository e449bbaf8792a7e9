"""SIPD exports become ceilings and spending: one reader, one alias table (docs/menambah-impor.md)."""
