"""Sessions, documents seen, findings by point; the version of the points is kept."""

import django.db.models.deletion
from django.db import migrations, models


def keep_the_first_version(apps, editor) -> None:  # type: ignore[no-untyped-def]  # of migrations
    """What was decided before versions were kept was decided with the only one there was."""
    rows = apps.get_model("oversight", "Inspection").objects
    rows.exclude(decided_on=None).update(criteria_version="1")


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0005_access_tokens"),
        ("oversight", "0007_recurrences"),
        ("planning", "0005_internal_assignments"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="inspection",
            name="oversight_inspection_decided",
        ),
        migrations.AddField(
            model_name="inspection",
            name="criteria_version",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.RunPython(keep_the_first_version, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "state__in",
                            ("decided", "under_way", "concluded", "followed_up", "closed"),
                        ),
                        _negated=True,
                    ),
                    models.Q(
                        ("decided_on__isnull", False),
                        models.Q(
                            ("leader_agency", ""), ("leader_body__isnull", True), _negated=True
                        ),
                        models.Q(("decision_paper", ""), _negated=True),
                        models.Q(("leader_post", ""), _negated=True),
                        models.Q(("criteria_version", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="oversight_inspection_decided",
            ),
        ),
        migrations.CreateModel(
            name="InspectionSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="oversight.inspection",
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("held_on", models.DateField()),
                ("starts_at", models.TimeField(null=True)),
                ("ends_at", models.TimeField(null=True)),
                ("venue", models.CharField(blank=True, max_length=200)),
                (
                    "presider_body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.body",
                    ),
                ),
                ("presider_agency", models.CharField(blank=True, max_length=200)),
                ("presider_post", models.CharField(max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Sắp làm việc"),
                            ("held", "Đã làm việc"),
                            ("called_off", "Không làm việc"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("presented", models.TextField(blank=True)),
                ("questions", models.TextField(blank=True)),
                ("answers", models.TextField(blank=True)),
                ("called_off_reason", models.CharField(blank=True, max_length=300)),
                ("minutes", models.TextField(blank=True)),
                ("minutes_approved_on", models.DateField(null=True)),
                (
                    "minutes_approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["held_on", "starts_at", "pk"],
                "indexes": [
                    models.Index(fields=["state", "held_on"], name="oversight_i_state_7a96a4_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("planned", "held", "called_off"))),
                        name="oversight_session_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "called_off"),
                                models.Q(("called_off_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "called_off"), _negated=True),
                                ("called_off_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="oversight_session_called_off",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("presider_post", ""), _negated=True),
                            models.Q(
                                models.Q(("presider_agency", ""), ("presider_body__isnull", False)),
                                models.Q(
                                    ("presider_body__isnull", True),
                                    models.Q(("presider_agency", ""), _negated=True),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="oversight_session_presider",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "held"),
                            models.Q(("minutes", ""), ("minutes_approved_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="oversight_session_minutes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("minutes_approved_by__isnull", True),
                                ("minutes_approved_on__isnull", True),
                            ),
                            models.Q(
                                ("minutes_approved_by__isnull", False),
                                ("minutes_approved_on__isnull", False),
                                models.Q(("minutes", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="oversight_session_approved",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bodies",
                        to="oversight.inspectionsession",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "body"), name="oversight_sessionbody_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="oversight.inspectionsession",
                    ),
                ),
                ("from_day", models.DateField()),
                ("from_time", models.TimeField(null=True)),
                ("to_day", models.DateField()),
                ("to_time", models.TimeField(null=True)),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="oversight_move_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="oversight.inspectionsession",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("doan", "Đoàn kiểm tra"),
                            ("duoc_kiem_tra", "Cơ quan được kiểm tra"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.body",
                    ),
                ),
                ("agency", models.CharField(blank=True, max_length=200)),
                ("post", models.CharField(max_length=200)),
                ("headcount", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["doan", "duoc_kiem_tra"])),
                        name="oversight_attendance_side",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("headcount__gte", 1)), name="oversight_attendance_some"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency", ""), ("body__isnull", False)),
                            models.Q(
                                ("body__isnull", True), models.Q(("agency", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="oversight_attendance_whose",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionMinutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("saved_at", models.DateTimeField()),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="oversight.inspectionsession",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "number"), name="oversight_minutes_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SeenDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="oversight.inspection",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="oversight.inspectionsession",
                    ),
                ),
                ("criterion", models.CharField(max_length=30)),
                ("number", models.CharField(blank=True, max_length=80)),
                ("issued_on", models.DateField(null=True)),
                ("issuer", models.CharField(blank=True, max_length=200)),
                ("subject", models.CharField(max_length=500)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Chưa cung cấp"),
                            ("refused", "Từ chối cung cấp"),
                            ("seen", "Đã xem"),
                        ],
                        default="asked",
                        max_length=20,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("seen_on", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["entry", "body", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("asked", "refused", "seen"))),
                        name="oversight_document_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seen_on__isnull", False), ("state", "seen")),
                            models.Q(
                                models.Q(("state", "seen"), _negated=True),
                                ("seen_on__isnull", True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="oversight_document_seen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="oversight.seendocument",
                    ),
                ),
                ("verb", models.CharField(max_length=20)),
                ("done_on", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="CheckLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="oversight.inspection",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                ("criterion", models.CharField(max_length=30)),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("chua_kiem_tra", "Chưa kiểm tra"),
                            ("dat", "Đạt yêu cầu"),
                            ("ton_tai", "Còn tồn tại, hạn chế"),
                        ],
                        max_length=20,
                    ),
                ),
                ("strengths", models.TextField(blank=True)),
                ("limits", models.TextField(blank=True)),
                ("causes", models.TextField(blank=True)),
                ("evidence", models.TextField(blank=True)),
                (
                    "session",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="oversight.inspectionsession",
                    ),
                ),
                ("saved_at", models.DateTimeField()),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("entry", "body", "criterion"), name="oversight_check_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("result__in", ["chua_kiem_tra", "dat", "ton_tai"])),
                        name="oversight_check_result",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "ton_tai"), _negated=True),
                            models.Q(("limits", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="oversight_check_limits",
                    ),
                ],
            },
        ),
    ]
