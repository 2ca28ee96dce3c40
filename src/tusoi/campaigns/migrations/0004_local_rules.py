import django.db.models.deletion
import tusoi.core.fields
from django.db import migrations, models

KEEP = (
    "CREATE TRIGGER keep_history BEFORE DELETE ON campaigns_localrule "
    "FOR EACH ROW EXECUTE FUNCTION tusoi_refuse_change();"
)


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0003_criteria_form_and_reminder"),
        ("org", "0003_main_posts"),
        ("audit", "0002_append_only"),
    ]

    operations = [
        migrations.AddField(
            model_name='campaign',
            name='local_values',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.CreateModel(
            name='LocalRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('value', models.CharField(max_length=80)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('document_number', tusoi.core.fields.NFCCharField(max_length=60)),
                ('document_date', models.DateField()),
                ('issuer', tusoi.core.fields.NFCCharField(max_length=200)),
                ('note', tusoi.core.fields.NFCTextField(blank=True)),
                ('entered_at', models.DateTimeField()),
                ('ended_from', models.DateField(blank=True, null=True)),
                ('end_reason', tusoi.core.fields.NFCTextField(blank=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='local_rules', to='org.unit')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.person')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.person')),
            ],
            options={
                'ordering': ['name', 'starts_on', 'pk'],
                'indexes': [models.Index(fields=['body', 'name'], name='local_rule_by_body')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='local_rule_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('ended_from__isnull', True), models.Q(('end_reason', ''), _negated=True), _connector='OR'), name='local_rule_ended_with_a_reason')],
            },
        ),
        migrations.RunSQL(KEEP, "DROP TRIGGER keep_history ON campaigns_localrule;"),
    ]
