"""What inspected bodies tell: outlines and their rounds, summaries, answers that clarify."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('org', '0005_access_tokens'),
        ('oversight', '0006_grounds_and_preparation'),
        ('reporting', '0005_forms_are_designed'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClarificationRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1)),
                ('criterion', models.CharField(max_length=30)),
                ('text', models.TextField()),
                ('asked_by', models.DateField()),
                ('due_on', models.DateField()),
                ('state', models.CharField(choices=[('asked', 'Chờ trả lời'), ('answered', 'Đã trả lời, chờ xem xét'), ('asked_again', 'Yêu cầu trả lời thêm'), ('accepted', 'Đã làm rõ'), ('withdrawn', 'Đã rút yêu cầu')], default='asked', max_length=20)),
                ('answer', models.TextField(blank=True)),
                ('answer_papers', models.CharField(blank=True, max_length=500)),
                ('answered_on', models.DateField(null=True)),
                ('recorded_at', models.DateTimeField()),
                ('asker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.body')),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.body')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clarifications', to='oversight.inspection')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.posting')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
                'indexes': [models.Index(fields=['body', 'state'], name='oversight_c_body_id_912fda_idx'), models.Index(fields=['asker', 'state'], name='oversight_c_asker_i_d9eb0f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('asked', 'asked_again', 'answered', 'accepted', 'withdrawn'))), name='oversight_clarification_state'), models.CheckConstraint(condition=models.Q(('asker', models.F('body')), _negated=True), name='oversight_clarification_other'), models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('asked_by'))), name='oversight_clarification_due'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('answered', 'accepted')), _negated=True), models.Q(('answered_on__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='oversight_clarification_answered')],
            },
        ),
        migrations.CreateModel(
            name='ClarificationStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(max_length=20)),
                ('at', models.DateTimeField()),
                ('text', models.TextField(blank=True)),
                ('papers', models.CharField(blank=True, max_length=500)),
                ('due_on', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.posting')),
                ('clarification', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='oversight.clarificationrequest')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Outline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('criteria', models.CharField(blank=True, max_length=20)),
                ('sent_at', models.DateTimeField()),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outlines', to='oversight.inspection')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reporting.round')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.posting')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('entry', 'round'), name='oversight_outline_once')],
            },
        ),
        migrations.CreateModel(
            name='UnitSummary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row_version', models.PositiveIntegerField(default=1)),
                ('text', models.TextField()),
                ('paper', models.CharField(blank=True, max_length=200)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.body')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='summaries', to='oversight.inspection')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('entry', 'body'), name='oversight_summary_once'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='oversight_summary_said')],
            },
        ),
        migrations.CreateModel(
            name='UnitSummaryVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('paper', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.posting')),
                ('summary', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='oversight.unitsummary')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
    ]
