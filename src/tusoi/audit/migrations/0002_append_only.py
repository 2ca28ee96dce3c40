"""The log and the stored documents are append-only: the database itself refuses to change them."""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION tusoi_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Bảng % chỉ được ghi thêm, không được sửa hoặc xóa.', TG_TABLE_NAME;
END $$;
"""
TRIGGER = "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION tusoi_refuse_change();"
DROP = "DROP TRIGGER append_only ON {table};"
TABLES = ("audit_auditentry", "audit_transition")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION tusoi_refuse_change();"),
        *(migrations.RunSQL(TRIGGER.format(table=table), DROP.format(table=table)) for table in TABLES),
    ]
