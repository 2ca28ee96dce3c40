from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0007_signed_append_only'),
    ]

    operations = [
        migrations.RenameField(model_name='setitem', old_name='state', new_name='status'),
    ]
