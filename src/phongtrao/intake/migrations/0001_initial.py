import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("org", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("received_at", models.DateTimeField()),
                ("text", models.TextField()),
                ("extraction", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Chờ xác nhận"),
                            ("accepted", "Đã xác nhận"),
                            ("rejected", "Không tiếp nhận"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                ("reject_reason", models.TextField(blank=True)),
                ("document_type", models.CharField(blank=True, max_length=40)),
                ("number", models.CharField(blank=True, max_length=80)),
                ("issued_on", models.DateField(blank=True, null=True)),
                ("issuer_text", models.CharField(blank=True, max_length=300)),
                ("title", models.TextField(blank=True)),
                ("references", models.JSONField(default=list)),
                ("search_folded", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="org.body",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.storedfile",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["-received_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["body", "state", "received_at"],
                        name="intake_draf_body_id_8fdc1d_idx",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("state", "proposed")),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("state__in", ["accepted", "rejected"]),
                            ),
                            _connector="OR",
                        ),
                        name="intake_draft_decided",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftRequirement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("position", models.PositiveIntegerField()),
                ("action", models.TextField()),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("leads", models.JSONField(default=list)),
                ("coordinators", models.JSONField(default=list)),
                ("deadline_text", models.CharField(blank=True, max_length=300)),
                ("deadline_norm", models.CharField(blank=True, max_length=120)),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("certain", "chắc chắn"),
                            ("check", "cần xem"),
                            ("guess", "suy đoán"),
                        ],
                        max_length=10,
                    ),
                ),
                ("rule", models.CharField(blank=True, max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Đề xuất"),
                            ("kept", "Giữ nguyên"),
                            ("edited", "Đã sửa"),
                            ("added", "Thêm mới"),
                            ("dropped", "Bỏ"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("proposed", models.JSONField(default=dict)),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="intake.draft",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="intake_item_span",
                    )
                ],
            },
        ),
    ]
