import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0002_area_changes_and_sets"),
    ]

    operations = [
        migrations.CreateModel(
            name="Composition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("decision_number", models.CharField(blank=True, max_length=60)),
                ("decided_on", models.DateField(null=True)),
                ("issuer_text", models.CharField(blank=True, max_length=200)),
                ("basis", models.TextField(blank=True, max_length=4000)),
                ("made_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compositions",
                        to="org.body",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
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
                (
                    "standing_body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compositions_served",
                        to="org.body",
                    ),
                ),
            ],
            options={
                "verbose_name": "quyết định về thành phần",
                "ordering": ["-valid_from", "-pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="org_composition_validity",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("confirmed_at__isnull", False), ("valid_to__isnull", True)
                        ),
                        fields=("body",),
                        name="org_composition_now",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("confirmed_at__isnull", False)),
                        fields=("body", "valid_from"),
                        name="org_composition_start",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("confirmed_at__isnull", False), ("valid_to__isnull", False)
                        ),
                        fields=("body", "valid_to"),
                        name="org_composition_end",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("confirmed_at__isnull", True)),
                        fields=("body",),
                        name="org_composition_one_draft",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at__isnull", True),
                                ("confirmed_by__isnull", True),
                                ("valid_to__isnull", True),
                            ),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                ("decided_on__isnull", False),
                                models.Q(("decision_number", ""), _negated=True),
                                models.Q(("issuer_text", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="org_composition_confirmed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "title",
                    models.CharField(
                        choices=[
                            ("head", "Trưởng ban"),
                            ("standing_deputy", "Phó Trưởng ban Thường trực"),
                            ("deputy", "Phó Trưởng ban"),
                            ("standing_member", "Ủy viên Thường trực"),
                            ("member", "Ủy viên"),
                            ("secretary", "Thư ký"),
                        ],
                        max_length=20,
                    ),
                ),
                ("post", models.CharField(max_length=200)),
                ("field_in_charge", models.CharField(blank=True, max_length=200)),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats_elsewhere",
                        to="org.body",
                    ),
                ),
                (
                    "composition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seats",
                        to="org.composition",
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "verbose_name": "vị trí trong ban",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("composition", "position"), name="org_seat_position_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("title", "head")),
                        fields=("composition",),
                        name="org_seat_one_head",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "title__in",
                                [
                                    "head",
                                    "standing_deputy",
                                    "deputy",
                                    "standing_member",
                                    "member",
                                    "secretary",
                                ],
                            )
                        ),
                        name="org_seat_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("post", ""), _negated=True), name="org_seat_post"
                    ),
                ],
            },
        ),
    ]
