"""A number given and a withdrawal recorded never change."""

from django.db import migrations

TRIGGER = "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION tusoi_refuse_change();"
DROP = "DROP TRIGGER append_only ON {table};"
TABLES = ("documents_registerentry", "documents_withdrawal")


class Migration(migrations.Migration):
    dependencies = [("documents", "0004_register")]
    operations = [
        migrations.RunSQL(TRIGGER.format(table=table), DROP.format(table=table)) for table in TABLES
    ]
