"""The gate: what must be right, or explained, before anyone signs.

One check is one pure function in one file (``docs/menambah-pemeriksaan.md``). It reads a
:class:`~pelaporan.periksa.bahan.BahanPeriksa` and returns findings; ``daftar`` holds all of them in order;
``jalankan`` runs them. Nothing here touches Django or a database.
"""
