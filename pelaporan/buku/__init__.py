"""The workbook (buku kerja): a whole office and year out into one xlsx and back in.

``skema`` says what a sheet and a column are, ``lembar/`` holds one file a topic, ``bahan`` reads an office
and year, ``tulis`` writes the file, ``baca`` reads one back, ``banding`` compares, ``terap`` writes to the
database, ``kembali`` gives the file back with what is wrong in it.
"""
