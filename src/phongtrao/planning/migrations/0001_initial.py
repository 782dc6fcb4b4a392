import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("intake", "0001_initial"),
        ("org", "0001_initial"),
        ("org", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Programme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=60, unique=True)),
                ("name", models.TextField()),
                ("short_name", models.CharField(max_length=120)),
                ("signed_on", models.DateField()),
                ("first_year", models.PositiveSmallIntegerField()),
                ("last_year", models.PositiveSmallIntegerField()),
                ("source", models.TextField()),
                ("is_verified", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_year__gte", models.F("first_year"))),
                        name="planning_programme_term",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=120)),
                ("key", models.CharField(max_length=120, unique=True)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="planning.programme",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProgrammeContent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                ("is_separate_regime", models.BooleanField(default=False)),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contents",
                        to="planning.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["programme", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "position"), name="planning_content_position"
                    ),
                    models.UniqueConstraint(
                        fields=("programme", "code"), name="planning_content_code"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("type", models.CharField(blank=True, max_length=60)),
                ("number", models.CharField(blank=True, max_length=80)),
                ("number_key", models.CharField(blank=True, db_index=True, max_length=80)),
                ("issued_on", models.DateField(blank=True, null=True)),
                ("issuer_text", models.CharField(blank=True, max_length=300)),
                ("issuer_key", models.CharField(blank=True, max_length=300)),
                ("title", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("search_folded", models.TextField(blank=True)),
                ("registered_at", models.DateTimeField()),
                ("registered_on", models.DateField()),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.draft",
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
                    "home_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "issuer_body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.body",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="planning.programme",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["-registered_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["programme", "issued_on"], name="planning_pr_program_3983ec_idx"
                    ),
                    models.Index(
                        fields=["home_body", "registered_on"], name="planning_pr_home_bo_d5b89a_idx"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("number_key", ""), _negated=True),
                        fields=("home_body", "number_key", "issuer_key", "issued_on"),
                        name="planning_document_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=80)),
                ("number_key", models.CharField(db_index=True, max_length=80)),
                ("type", models.CharField(blank=True, max_length=60)),
                ("issued_on", models.DateField(null=True)),
                ("name", models.TextField(blank=True)),
                (
                    "target_programme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="planning.programme",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="references",
                        to="planning.programmedocument",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="referred_by",
                        to="planning.programmedocument",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("target__isnull", True),
                            models.Q(("target", models.F("document")), _negated=True),
                            _connector="OR",
                        ),
                        name="planning_reference_not_itself",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.bodykind",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="planning.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["programme", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "kind"), name="planning_party_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Requirement",
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
                ("deadline_text", models.CharField(blank=True, max_length=300)),
                ("deadline_norm", models.CharField(blank=True, max_length=120)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("addressed_as", models.TextField(blank=True)),
                (
                    "content",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="planning.programmecontent",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="planning.programmedocument",
                    ),
                ),
            ],
            options={
                "ordering": ["document", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "position"), name="planning_requirement_position"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="planning_requirement_span",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequirementAddressee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("lead", "Chủ trì"), ("coordinating", "Phối hợp")], max_length=12
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Chưa cụ thể hóa"),
                            ("made_concrete", "Đã cụ thể hóa"),
                            ("standing", "Thực hiện thường xuyên"),
                            ("separate_regime", "Theo chế độ riêng"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("addressed_on", models.DateField()),
                ("concretise_by", models.DateField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("done_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addressees",
                        to="planning.requirement",
                    ),
                ),
            ],
            options={
                "ordering": ["requirement", "-part", "pk"],
                "indexes": [
                    models.Index(
                        fields=["body", "state", "concretise_by"],
                        name="planning_re_body_id_ccc1c8_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("requirement", "body"), name="planning_addressee_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("open", "made_concrete", "standing", "separate_regime"))
                        ),
                        name="planning_addressee_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True),
                                ("decided_by__isnull", True),
                                ("state", "open"),
                            ),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="planning_addressee_decided",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", True), ("state", "separate_regime"), _connector="OR"
                        ),
                        name="planning_addressee_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["lead", "coordinating"])),
                        name="planning_addressee_part",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                ("original_due_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("assigned", "Đã giao"),
                            ("in_progress", "Đang thực hiện"),
                            ("reported_done", "Chờ xác nhận hoàn thành"),
                            ("completed", "Đã hoàn thành"),
                            ("suspended", "Tạm dừng"),
                            ("withdrawn", "Thôi giao"),
                        ],
                        default="assigned",
                        max_length=15,
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("reported_on", models.DateField(null=True)),
                ("returned_at", models.DateTimeField(null=True)),
                ("completed_at", models.DateTimeField(null=True)),
                ("suspended_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("halted_by_paper", models.CharField(blank=True, max_length=200)),
                ("search_folded", models.TextField(blank=True)),
                (
                    "addressee",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
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
                    "completed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
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
                        related_name="tasks",
                        to="planning.programme",
                    ),
                ),
                (
                    "reported_account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="planning.requirement",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "indexes": [
                    models.Index(
                        fields=["lead", "state", "due_on"], name="planning_ta_lead_id_690304_idx"
                    ),
                    models.Index(
                        fields=["assigner", "state", "due_on"],
                        name="planning_ta_assigne_cbaabc_idx",
                    ),
                    models.Index(
                        fields=["programme", "due_on"], name="planning_ta_program_4f7597_idx"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                (
                                    "assigned",
                                    "in_progress",
                                    "reported_done",
                                    "completed",
                                    "suspended",
                                    "withdrawn",
                                ),
                            )
                        ),
                        name="planning_task_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("original_due_on"))),
                        name="planning_task_extended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("reported_account__isnull", False),
                                ("reported_on__isnull", False),
                                ("state__in", ["reported_done", "completed"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", ["reported_done", "completed"]), _negated=True
                                ),
                                ("reported_account__isnull", True),
                                ("reported_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_task_reported",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_at__isnull", True),
                            models.Q(("state__in", ["reported_done", "completed"]), _negated=True),
                            _connector="OR",
                        ),
                        name="planning_task_returned",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("completed_at__isnull", False),
                                ("completed_by__isnull", False),
                                ("state", "completed"),
                            ),
                            models.Q(
                                models.Q(("state", "completed"), _negated=True),
                                ("completed_at__isnull", True),
                                ("completed_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_task_completed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "suspended"),
                                ("suspended_at__isnull", False),
                                models.Q(("halted_by_paper", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "suspended"), _negated=True),
                                ("suspended_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_task_suspended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                models.Q(("halted_by_paper", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "withdrawn"), _negated=True),
                                ("withdrawn_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_task_withdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("addressee__isnull", True),
                            ("requirement__isnull", False),
                            _connector="OR",
                        ),
                        name="planning_task_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressEntry",
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
                        choices=[
                            ("progress", "Tiến độ"),
                            ("done_report", "Báo cáo hoàn thành"),
                            ("returned", "Trả lại"),
                            ("note", "Ghi nhận"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.storedfile",
                    ),
                ),
                (
                    "posting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "ordering": ["task", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["progress", "done_report", "returned", "note"])
                        ),
                        name="planning_entry_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="planning_entry_says"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExtensionRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_on_before", models.DateField()),
                ("asked_due_on", models.DateField()),
                ("reason", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Chờ quyết định"),
                            ("granted", "Đồng ý gia hạn"),
                            ("refused", "Không gia hạn"),
                            ("withdrawn", "Đã rút"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("decision_reason", models.TextField(blank=True)),
                (
                    "asked_account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "ordering": ["task", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("asked", "granted", "refused", "withdrawn"))
                        ),
                        name="planning_extension_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asked_due_on__gt", models.F("due_on_before"))),
                        name="planning_extension_later",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True),
                                ("decided_by__isnull", True),
                                ("state", "asked"),
                            ),
                            models.Q(
                                models.Q(("state", "asked"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="planning_extension_decided",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")),
                        fields=("task",),
                        name="planning_extension_one_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskPart",
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
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "ordering": ["task", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("task", "body"), name="planning_part_once")
                ],
            },
        ),
    ]
