import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0004_handovers"),
        ("org", "__first__"),
        ("planning", "0002_programme_register"),
    ]

    operations = [
        migrations.CreateModel(
            name="TaskStar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starred_at", models.DateTimeField()),
                (
                    "posting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stars",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("posting", "task"), name="planning_star_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("count", models.PositiveSmallIntegerField()),
                ("unit", models.CharField(max_length=2)),
                (
                    "base",
                    models.CharField(
                        choices=[
                            ("issued", "kể từ ngày ban hành văn bản"),
                            ("received", "kể từ ngày nhận văn bản"),
                            ("assigned", "kể từ ngày giao việc"),
                            ("named", "kể từ ngày đã nêu"),
                        ],
                        max_length=10,
                    ),
                ),
                ("base_on", models.DateField()),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="term",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("base__in", ["issued", "received", "assigned", "named"]),
                            ("unit__in", ["WD", "D", "W", "M"]),
                        ),
                        name="planning_term_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UrgedTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField()),
                ("due_on", models.DateField()),
                ("days_late", models.PositiveIntegerField()),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urgings",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "ordering": ["urging", "task__lead__name", "due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Urging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Dự thảo"),
                            ("issued", "Đã ban hành"),
                            ("dropped", "Đã bỏ"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("made_on", models.DateField()),
                ("paper", models.CharField(blank=True, max_length=200)),
                ("issued_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("draft", "issued", "dropped"))),
                        name="planning_urging_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_on__isnull", False),
                                ("state", "issued"),
                                models.Q(("paper", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "issued"), _negated=True),
                                ("issued_on__isnull", True),
                                ("paper", ""),
                            ),
                            _connector="OR",
                        ),
                        name="planning_urging_issued",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="task",
            name="due_time",
            field=models.TimeField(null=True),
        ),
        migrations.AddField(
            model_name="task",
            name="reported_time",
            field=models.TimeField(null=True),
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=("posting", "account"),
                        name="planning_feed_one_in_force",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("title", models.CharField(max_length=500)),
                ("product", models.CharField(max_length=500)),
                ("every_months", models.PositiveSmallIntegerField()),
                ("month", models.PositiveSmallIntegerField()),
                ("day", models.PositiveSmallIntegerField()),
                ("due_time", models.TimeField(null=True)),
                ("words", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "Đang lặp lại"), ("stopped", "Đã dừng lặp lại")],
                        default="running",
                        max_length=10,
                    ),
                ),
                ("last_due_on", models.DateField()),
                ("created_at", models.DateTimeField()),
                ("stopped_at", models.DateTimeField(null=True)),
                ("stopped_by_paper", models.CharField(blank=True, max_length=200)),
                (
                    "addressee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.requirementaddressee",
                    ),
                ),
                (
                    "assigner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.programme",
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.requirement",
                    ),
                ),
                (
                    "stopped_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["last_due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("running", "stopped"))),
                        name="planning_series_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("day__range", (1, 31)),
                            ("every_months__in", [1, 3, 6, 12]),
                            ("month__range", (1, 12)),
                        ),
                        name="planning_series_rhythm",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "stopped"),
                                ("stopped_at__isnull", False),
                                ("stopped_by__isnull", False),
                                models.Q(("stopped_by_paper", ""), _negated=True),
                            ),
                            models.Q(
                                ("state", "running"),
                                ("stopped_at__isnull", True),
                                ("stopped_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_series_stopped",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeriesPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=500)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="planning.taskseries",
                    ),
                ),
            ],
            options={
                "ordering": ["series", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "body"), name="planning_series_part_once"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="task",
            name="series",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tasks",
                to="planning.taskseries",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.UniqueConstraint(
                fields=("series", "original_due_on"), name="planning_task_once_a_time"
            ),
        ),
        migrations.AddField(
            model_name="urgedtask",
            name="urging",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="planning.urging",
            ),
        ),
        migrations.AddConstraint(
            model_name="urgedtask",
            constraint=models.UniqueConstraint(
                fields=("urging", "task"), name="planning_urged_once"
            ),
        ),
    ]
