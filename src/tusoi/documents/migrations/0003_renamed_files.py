"""The one file kept so far is the DOCX."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_append_only")]
    operations = [
        migrations.RenameField("storeddocument", "content", "docx"),
        migrations.RenameField("storeddocument", "sha256", "docx_sha256"),
    ]
