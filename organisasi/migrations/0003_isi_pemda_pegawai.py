"""Give each employee the government of the post that is held."""

from django.db import migrations


def isi_pemda(apps, schema_editor):
    Pegawai = apps.get_model("organisasi", "Pegawai")
    PemangkuJabatan = apps.get_model("organisasi", "PemangkuJabatan")
    for satu in PemangkuJabatan.objects.select_related("jabatan__perangkat_daerah"):
        kantor = satu.jabatan.perangkat_daerah
        pemda = kantor.pemda_id if kantor else satu.jabatan.pemda_id
        Pegawai.objects.filter(pk=satu.pegawai_id, pemda=None).update(pemda=pemda)


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0002_tambah_peran_riwayat_dan_alur")]
    operations = [migrations.RunPython(isi_pemda, migrations.RunPython.noop)]
