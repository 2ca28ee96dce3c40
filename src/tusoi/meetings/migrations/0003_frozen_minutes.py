"""Approved minutes and a counted round are frozen by the database."""

from django.db import migrations

CREATE = """
CREATE FUNCTION tusoi_refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Bảng %: nội dung đã chốt, không được sửa hoặc xóa.', TG_TABLE_NAME;
END $$;
CREATE TRIGGER frozen_minutes BEFORE UPDATE OR DELETE ON meetings_minutes
    FOR EACH ROW WHEN (OLD.approved_at IS NOT NULL) EXECUTE FUNCTION tusoi_refuse_frozen();
CREATE TRIGGER frozen_round BEFORE UPDATE OR DELETE ON meetings_ballotround
    FOR EACH ROW WHEN (OLD.state = 'closed') EXECUTE FUNCTION tusoi_refuse_frozen();
"""
DROP = """
DROP TRIGGER frozen_minutes ON meetings_minutes;
DROP TRIGGER frozen_round ON meetings_ballotround;
DROP FUNCTION tusoi_refuse_frozen();
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
