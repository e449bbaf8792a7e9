"""The office's documents one by one: frozen values, made from the same tables as the report's appendices.

One module per document; ``terbit`` renders them. Nothing here writes a row, and nothing reads the clock:
the same rows always give the same bytes.
"""
