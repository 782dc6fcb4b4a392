import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("org", "0001_initial"),
        ("reporting", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[("report", "Báo cáo")], default="report", max_length=20
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Đang soạn"),
                            ("submitted", "Đang trình ký"),
                            ("issued", "Đã ban hành"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("parent_body", models.CharField(blank=True, max_length=200)),
                ("issuer", models.CharField(max_length=200)),
                ("symbol", models.CharField(max_length=60)),
                ("place", models.CharField(max_length=120)),
                ("title", models.CharField(max_length=500)),
                ("title_folded", models.CharField(max_length=520)),
                ("addressees", models.TextField(blank=True)),
                ("legal_bases", models.TextField(blank=True)),
                ("opening", models.TextField(blank=True)),
                ("closing", models.TextField(blank=True)),
                ("recipients", models.TextField(blank=True)),
                ("archive", models.CharField(default="VT", max_length=60)),
                (
                    "signer_authority",
                    models.CharField(
                        choices=[
                            ("OWN", "Ký trực tiếp (người đứng đầu)"),
                            ("COLLECTIVE", "TM. (thay mặt tập thể)"),
                            ("ACTING_HEAD", "Q. (quyền người đứng đầu)"),
                            ("FOR_HEAD", "KT. (ký thay)"),
                            ("BY_ORDER", "TL. (thừa lệnh)"),
                            ("BY_AUTHORISATION", "TUQ. (thừa ủy quyền)"),
                        ],
                        default="OWN",
                        max_length=20,
                    ),
                ),
                ("signer_head", models.CharField(blank=True, max_length=120)),
                ("signer_office", models.CharField(blank=True, max_length=120)),
                ("signer_name", models.CharField(blank=True, max_length=120)),
                ("memo_addressee", models.CharField(blank=True, max_length=200)),
                ("memo_unit", models.CharField(blank=True, max_length=200)),
                ("memo_office", models.CharField(blank=True, max_length=120)),
                ("memo_summary", models.TextField(blank=True)),
                ("memo_proposals", models.TextField(blank=True)),
                ("created_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True)),
                ("number", models.CharField(blank=True, max_length=20)),
                ("issued_on", models.DateField(null=True)),
                ("issued_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="org.arealineage",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="org.body",
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
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "memo_file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.storedfile",
                    ),
                ),
                (
                    "report_file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.storedfile",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="reporting.round",
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
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "issued"), _negated=True),
                        fields=("round", "area", "body", "kind"),
                        name="publishing_paper_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "draft"),
                                ("submitted_at__isnull", True),
                                ("submitted_by__isnull", True),
                            ),
                            models.Q(
                                ("state__in", ["submitted", "issued"]),
                                ("submitted_at__isnull", False),
                                ("submitted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="publishing_paper_submitted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_on__isnull", True),
                                ("number", ""),
                                ("state__in", ["draft", "submitted"]),
                                ("memo_file__isnull", True),
                                ("report_file__isnull", True),
                            ),
                            models.Q(
                                ("issued_by__isnull", False),
                                ("issued_on__isnull", False),
                                ("state", "issued"),
                                ("memo_file__isnull", False),
                                ("report_file__isnull", False),
                                models.Q(("number", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="publishing_paper_issued",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperFigures",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("n", models.PositiveIntegerField()),
                ("taken_at", models.DateTimeField()),
                ("as_of", models.DateField()),
                ("approved_only", models.BooleanField(default=False)),
                ("of", models.PositiveIntegerField()),
                ("reported", models.PositiveIntegerField()),
                ("not_approved", models.PositiveIntegerField()),
                ("waiting", models.PositiveIntegerField(default=0)),
                ("missing", models.JSONField(default=list)),
                ("versions", models.JSONField(default=list)),
                ("figures", models.JSONField(default=list)),
                ("changes", models.JSONField(default=list)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figure_sets",
                        to="publishing.paper",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["paper", "-n"],
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "n"), name="publishing_figures_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reported__lte", models.F("of")),
                            ("not_approved__lte", models.F("reported")),
                        ),
                        name="publishing_figures_counts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("level", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=200)),
                ("topic", models.CharField(blank=True, max_length=20)),
                ("holds_figures", models.BooleanField(default=False)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="publishing.paper",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "position"), name="publishing_section_position"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("position", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("source_text", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("kept", "Giữ"), ("dropped", "Đã bỏ")],
                        default="kept",
                        max_length=10,
                    ),
                ),
                ("sources", models.ManyToManyField(related_name="+", to="reporting.reportversion")),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="publishing.papersection",
                    ),
                ),
            ],
            options={
                "ordering": ["section", "position", "pk"],
            },
        ),
    ]
