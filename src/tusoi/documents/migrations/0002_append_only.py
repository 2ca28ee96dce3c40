"""A stored document never changes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("audit", "0002_append_only")]
    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON documents_storeddocument "
            "FOR EACH ROW EXECUTE FUNCTION tusoi_refuse_change();",
            "DROP TRIGGER append_only ON documents_storeddocument;",
        )
    ]
