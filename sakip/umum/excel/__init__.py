"""The one reader behind all uploads: checked before it is opened, parsed in a child process with limits.

``baca.py`` is what callers import. ``gerbang.py`` and everything that parses run in the child only
(``anak.py``), so that no file can end or fill the server.
"""
