"""docs/token.md, made from the kinds of token and the marks of a narrative."""

from __future__ import annotations

from pelaporan.token import JENIS_TOKEN

KEPALA = """# Token

Made from `pelaporan/token.py` by `manage.py gambar_arsitektur`; a test holds it.

Figures that a narrative names by key, so that no digit is typed in prose: `[[serapan]]` prints "97,64%".

A key is `jenis`, `jenis:objek` or `jenis:objek:tahun`. The year is relative to the report: `N`, `N-1`; so a
text can be taken over by next year's report. `KODE` is the code of an indicator, `KODE_PROGRAM` that of a
programme, kegiatan or sub kegiatan ("7.01.01"), `KUNCI` the key of a regulation. A sasaran has no code: it is
named by that of any indicator of it. Blanks inside the brackets are allowed, capitals count.
`pelaporan/menu_token.py` gives every key a label for the menu of the workspace.

| jenis | mencetak |
| --- | --- |
"""

KAKI = """
A figure that is not there prints its state in words ("belum diisi"). A key that the report does not know
prints "(token tidak dikenal: …)" and counts as no figure: it is never an empty text.

## Marks of a narrative

Made of the same text; no HTML is stored or accepted.

| mark | prints |
| --- | --- |
"""

TANDA: tuple[tuple[str, str], ...] = (
    ("an empty line", "a new paragraph"),
    ("`- ` at the start of a line", "an item of a list"),
    ("`**tebal**`", "bold"),
    ("`_miring_`", "italic"),
    ("`[[kunci]]`", "the figure of that key"),
    (
        "`[[kutipan:sumber]]`",
        '"(sumber)": the source of a figure that is not the report\'s own; a typed figure in a sentence with '
        "a source is not compared with the report",
    ),
)


def build_dokumen() -> str:
    """Return the page."""
    jenis = "".join(f"| `{nama}` | {arti} |\n" for nama, arti in JENIS_TOKEN.items())
    tanda = "".join(f"| {satu} | {arti} |\n" for satu, arti in TANDA)
    return KEPALA + jenis + KAKI + tanda
