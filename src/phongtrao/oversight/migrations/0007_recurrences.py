"""Recommendations whose defect was found before: proposed, confirmed, rejected."""


import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0005_access_tokens'),
        ('oversight', '0008_leaders_of_agencies_outside'),
    ]

    operations = [
        migrations.CreateModel(
            name='RecurrenceLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('proposed', 'Có thể lặp lại'), ('confirmed', 'Lặp lại'), ('rejected', 'Không phải lặp lại')], db_index=True, default='proposed', max_length=20)),
                ('reason', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.posting')),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='later_links', to='oversight.recommendation')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='earlier_links', to='oversight.recommendation')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('earlier', 'later'), name='oversight_recurrence_once'), models.CheckConstraint(condition=models.Q(('earlier', models.F('later')), _negated=True), name='oversight_recurrence_two'), models.CheckConstraint(condition=models.Q(models.Q(('by__isnull', True), ('state', 'proposed')), models.Q(('by__isnull', False), ('state__in', ('confirmed', 'rejected'))), _connector='OR'), name='oversight_recurrence_decided')],
            },
        ),
    ]
