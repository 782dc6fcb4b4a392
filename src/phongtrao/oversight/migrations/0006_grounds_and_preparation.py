import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0005_access_tokens'),
        ('oversight', '0004_sessions_and_findings'),
        ('planning', '0005_internal_assignments'),
    ]

    operations = [
        migrations.AddField(
            model_name='inspection',
            name='conclusion_document',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='planning.programmedocument'),
        ),
        migrations.AddField(
            model_name='inspection',
            name='grounds',
            field=models.TextField(blank=True),
        ),
        migrations.AddConstraint(
            model_name='inspection',
            constraint=models.CheckConstraint(condition=models.Q(('conclusion_document__isnull', True), models.Q(('leader_agency', ''), _negated=True), _connector='OR'), name='oversight_inspection_their_paper'),
        ),
        migrations.CreateModel(
            name='PreparationItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1)),
                ('text', models.CharField(max_length=300)),
                ('due_on', models.DateField()),
                ('done_on', models.DateField(null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.body')),
                ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.posting')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='preparations', to='oversight.inspection')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('done_by__isnull', True), ('done_on__isnull', True)), models.Q(('done_by__isnull', False), ('done_on__isnull', False)), _connector='OR'), name='oversight_preparation_done')],
            },
        ),
    ]
