"""A signed file is kept exactly as received, and what was read of it stays as read."""

from django.db import migrations

TRIGGER = "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION tusoi_refuse_change();"
DROP = "DROP TRIGGER append_only ON {table};"
TABLES = ("documents_signedfile", "documents_signaturecheck")


class Migration(migrations.Migration):
    dependencies = [("documents", "0006_sets_templates_signing")]
    operations = [
        migrations.RunSQL(TRIGGER.format(table=table), DROP.format(table=table)) for table in TABLES
    ]
