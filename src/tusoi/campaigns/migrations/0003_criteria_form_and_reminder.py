import django.db.models.deletion
import tusoi.core.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0002_initial"),
        ("org", "0001_initial"),
    ]

    operations = [
        migrations.RenameField(model_name="track", old_name="party_form_code", new_name="criteria_form_code"),
        migrations.AlterField(
            model_name="track",
            name="review_place",
            field=tusoi.core.fields.NFCCharField(max_length=120),
        ),
        migrations.AlterField(model_name="track", name="proposer", field=models.CharField(blank=True, max_length=24)),
        migrations.AlterField(model_name="track", name="decider", field=models.CharField(blank=True, max_length=24)),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", tusoi.core.fields.NFCTextField(blank=True)),
                ("sent_at", models.DateTimeField()),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reminders", to="campaigns.milestone"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reminders", to="org.unit"
                    ),
                ),
            ],
            options={"ordering": ["-sent_at", "-pk"]},
        ),
    ]
