"""Reference data of organisasi from a file: one module for each list, its columns first."""
