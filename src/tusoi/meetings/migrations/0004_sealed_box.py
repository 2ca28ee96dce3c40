"""The box changes only while its round is open; a round is frozen once its tally is sealed.

Autovacuum is set to act on the ballots at once: the box is written anew with every paper, and the
earlier writings are not to linger in the table.
"""

from django.db import migrations

CREATE = """
DROP TRIGGER frozen_round ON meetings_ballotround;
CREATE TRIGGER frozen_round BEFORE UPDATE OR DELETE ON meetings_ballotround
    FOR EACH ROW WHEN (OLD.tally IS NOT NULL) EXECUTE FUNCTION tusoi_refuse_frozen();
CREATE FUNCTION tusoi_guard_box() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed meetings_ballot := COALESCE(NEW, OLD);
BEGIN
    IF TG_OP = 'UPDATE' OR NOT EXISTS (
        SELECT FROM meetings_ballotround WHERE id = changed.ballot_round_id AND state = 'open'
    ) THEN
        RAISE EXCEPTION 'Hòm phiếu chỉ nhận phiếu khi lượt bỏ phiếu đang mở.';
    END IF;
    RETURN changed;
END $$;
CREATE TRIGGER guarded_box BEFORE INSERT OR UPDATE OR DELETE ON meetings_ballot
    FOR EACH ROW EXECUTE FUNCTION tusoi_guard_box();
ALTER TABLE meetings_ballot SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
"""
DROP = """
ALTER TABLE meetings_ballot RESET (autovacuum_vacuum_threshold, autovacuum_vacuum_scale_factor);
DROP TRIGGER guarded_box ON meetings_ballot;
DROP FUNCTION tusoi_guard_box();
DROP TRIGGER frozen_round ON meetings_ballotround;
CREATE TRIGGER frozen_round BEFORE UPDATE OR DELETE ON meetings_ballotround
    FOR EACH ROW WHEN (OLD.state = 'closed') EXECUTE FUNCTION tusoi_refuse_frozen();
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_frozen_minutes")]
    operations = [migrations.RunSQL(CREATE, DROP)]
