"""Perjanjian Kinerja recorded before drafts existed were set on the day they name."""

import datetime

from django.db import migrations


def isi_penetapan(apps, schema_editor):
    PerjanjianKinerja = apps.get_model("kinerja", "PerjanjianKinerja")
    for satu in PerjanjianKinerja.objects.filter(ditetapkan_pada=None):
        satu.ditetapkan_pada = datetime.datetime.combine(
            satu.tanggal, datetime.time(12), tzinfo=datetime.UTC
        )
        satu.save(update_fields=["ditetapkan_pada"])


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0003_tambah_peran_riwayat_dan_alur")]
    operations = [migrations.RunPython(isi_penetapan, migrations.RunPython.noop)]
