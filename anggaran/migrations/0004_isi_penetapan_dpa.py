"""Versions recorded before drafts existed were set on the day they name."""

import datetime

from django.db import migrations


def isi_penetapan(apps, schema_editor):
    DPA = apps.get_model("anggaran", "DPA")
    for satu in DPA.objects.filter(ditetapkan_pada=None):
        hari = satu.tanggal or datetime.date(satu.tahun, 1, 1)
        satu.ditetapkan_pada = datetime.datetime.combine(hari, datetime.time(12), tzinfo=datetime.UTC)
        satu.save(update_fields=["ditetapkan_pada"])


class Migration(migrations.Migration):
    dependencies = [("anggaran", "0003_tambah_peran_riwayat_dan_alur")]
    operations = [migrations.RunPython(isi_penetapan, migrations.RunPython.noop)]
