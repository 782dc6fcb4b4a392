import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0004_handovers'),
    ]

    operations = [
        migrations.CreateModel(
            name='AccessToken',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60)),
                ('hint', models.CharField(max_length=12)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('capabilities', models.JSONField(default=list)),
                ('made_at', models.DateTimeField()),
                ('valid_to', models.DateField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('last_used_on', models.DateField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tokens', to=settings.AUTH_USER_MODEL)),
                ('posting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tokens', to='org.posting')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
    ]
