import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("org", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=10, unique=True)),
                ("section_code", models.CharField(max_length=4)),
                ("section", models.CharField(max_length=120)),
                ("name", models.CharField(max_length=200)),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("unit", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=10)),
                ("numerator", models.CharField(blank=True, max_length=60)),
                ("denominator", models.CharField(blank=True, max_length=60)),
                ("disaggregation", models.JSONField(default=list)),
                ("frequency", models.JSONField(default=list)),
                ("levels", models.JSONField(default=list)),
                ("decimals", models.PositiveSmallIntegerField(default=0)),
                ("counts_people", models.BooleanField(default=False)),
                ("is_scored", models.BooleanField(default=False)),
                ("is_enabled", models.BooleanField(default=True)),
                ("disabled_reason", models.CharField(blank=True, max_length=200)),
                ("evidence", models.CharField(blank=True, max_length=60)),
                ("position", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["position", "code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["flow", "stock", "distinct", "ratio", "mean"])
                        ),
                        name="reporting_indicator_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("disabled_reason", ""), ("is_enabled", True)),
                            models.Q(
                                ("is_enabled", False),
                                models.Q(("disabled_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reporting_indicator_disabled_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
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
                            ("submitted", "Đã gửi"),
                            ("returned", "Bị trả lại"),
                            ("approved", "Đã duyệt"),
                            ("locked", "Đã chốt số liệu"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version_count", models.PositiveIntegerField(default=0)),
                ("first_submitted_at", models.DateTimeField(null=True)),
                ("submitted_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="org.arealineage",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="org.body",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "superior",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.arealineage",
                    ),
                ),
            ],
            options={
                "ordering": ["round", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "draft"),
                                ("submitted_at__isnull", True),
                                ("version_count", 0),
                            ),
                            models.Q(
                                ("first_submitted_at__isnull", False),
                                ("state__in", ["submitted", "returned", "approved", "locked"]),
                                ("submitted_at__isnull", False),
                                ("submitted_by__isnull", False),
                                ("version_count__gt", 0),
                            ),
                            _connector="OR",
                        ),
                        name="reporting_report_submitted",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("n", models.PositiveIntegerField()),
                ("cells", models.BinaryField()),
                ("text", models.JSONField(default=dict)),
                ("prev_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
                ("submitted_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="reporting.report",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "-n"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "n"), name="reporting_version_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="CellComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("cell", models.PositiveIntegerField(null=True)),
                ("statement", models.PositiveIntegerField(null=True)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                ("resolved_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="reporting.reportversion",
                    ),
                ),
            ],
            options={
                "ordering": ["cell", "statement", "at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cell__isnull", False), ("statement__isnull", True)),
                            models.Q(("cell__isnull", True), ("statement__isnull", False)),
                            _connector="OR",
                        ),
                        name="reporting_comment_one_place",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("approve", "Duyệt"), ("concur", "Thống nhất")], max_length=10
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "decision",
                    models.CharField(
                        choices=[("approved", "Đồng ý"), ("returned", "Trả lại")], max_length=10
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("screen", "Trên hệ thống"),
                            ("signed_paper", "Ghi nhận theo văn bản đã ký"),
                        ],
                        default="screen",
                        max_length=15,
                    ),
                ),
                ("paper_number", models.CharField(blank=True, max_length=60)),
                ("paper_date", models.DateField(null=True)),
                ("signer", models.CharField(blank=True, max_length=120)),
                ("voided_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "signed_copy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.storedfile",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="reporting.reportversion",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "approved"), ("voided_at__isnull", True)),
                        fields=("version", "kind"),
                        name="reporting_approval_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("form", "screen"),
                                ("paper_date__isnull", True),
                                ("signed_copy__isnull", True),
                                ("paper_number", ""),
                                ("signer", ""),
                            ),
                            models.Q(
                                ("form", "signed_paper"),
                                ("paper_date__isnull", False),
                                ("signed_copy__isnull", False),
                                models.Q(("paper_number", ""), _negated=True),
                                models.Q(("signer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reporting_approval_paper",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision", "approved"),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="reporting_approval_return_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("scheme", models.CharField(max_length=60)),
                ("period", models.CharField(max_length=20)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("level", models.CharField(max_length=20)),
                ("opened_at", models.DateTimeField()),
                ("opened_on", models.DateField()),
                ("deadline_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Đang mở"), ("locked", "Đã chốt số liệu")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("locked_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="org.arealineage",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["-last_day", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="reporting_round_window",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("locked_at__isnull", True), ("state", "open")),
                            models.Q(("locked_at__isnull", False), ("state", "locked")),
                            _connector="OR",
                        ),
                        name="reporting_round_locked",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="report",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="reporting.round",
            ),
        ),
        migrations.CreateModel(
            name="TemplateVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("n", models.PositiveIntegerField()),
                ("sections", models.JSONField(default=list)),
                ("cells", models.JSONField(default=list)),
                ("checks", models.JSONField(default=list)),
                ("computed", models.JSONField(default=list)),
                ("kinds", models.JSONField(default=list)),
                ("approvals", models.JSONField(default=dict)),
                ("period_kind", models.CharField(max_length=20)),
                ("hash", models.CharField(max_length=64)),
                ("created_at", models.DateTimeField()),
                ("participants", models.ManyToManyField(related_name="+", to="org.bodykind")),
                (
                    "template",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="reporting.reporttemplate",
                    ),
                ),
            ],
            options={
                "ordering": ["template", "-n"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("template", "n"), name="reporting_template_version_once"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="round",
            name="template_version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rounds",
                to="reporting.templateversion",
            ),
        ),
        migrations.CreateModel(
            name="WorkingCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("cells", models.BinaryField()),
                ("text", models.JSONField(default=dict)),
                ("typed", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField()),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_copy",
                        to="reporting.report",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["round", "state"], name="reporting_r_round_i_a67c55_idx"),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("round", "area", "body"), name="reporting_report_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                fields=("template_version", "scheme", "period", "area", "level"),
                name="reporting_round_once",
            ),
        ),
    ]
