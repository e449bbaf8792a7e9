"""Reference data from a file: the one reader, a check outside any transaction, one short write.

django-import-export gives the shape (resource, field, widget, result); what it does by itself is replaced
where it was measured to harm: its widgets change numbers silently, its formats let tablib open the file, its
check holds the write lock, its bulk mode writes no history (docs/adr/0010-impor-rujukan.md).
"""
