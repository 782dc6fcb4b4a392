import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("org", "0004_handovers"),
        ("planning", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContentAssignment",
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
                ("note", models.CharField(blank=True, max_length=300)),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "content",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assignments",
                        to="planning.programmecontent",
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
                "ordering": ["content", "-part", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("content", "body"), name="planning_content_assigned_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["lead", "coordinating"])),
                        name="planning_content_assigned_part",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentProgramme",
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
                        related_name="further_programmes",
                        to="planning.programmedocument",
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
            ],
            options={
                "ordering": ["document", "programme__code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "programme"), name="planning_document_programme_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JointPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("type", models.CharField(max_length=60)),
                ("number", models.CharField(blank=True, max_length=80)),
                ("title", models.CharField(max_length=500)),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("ended_by_paper", models.CharField(blank=True, max_length=200)),
                ("ended_on", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("search_folded", models.TextField(blank=True)),
                (
                    "document",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joint_paper",
                        to="planning.programmedocument",
                    ),
                ),
                (
                    "home_body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joint_papers",
                        to="planning.programme",
                    ),
                ),
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
                "ordering": ["-recorded_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["home_body", "ends_on"], name="planning_jo_home_bo_dddcde_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on__isnull", True),
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="planning_joint_term",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("ended_by_paper", "")),
                            models.Q(
                                ("ended_on__isnull", False),
                                models.Q(("ended_by_paper", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_joint_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="planning_joint_titled",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JointParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("named", models.CharField(blank=True, max_length=250)),
                ("name_folded", models.CharField(blank=True, max_length=300)),
                ("signed_on", models.DateField(null=True)),
                ("signer_post", models.CharField(blank=True, max_length=120)),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.body",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="planning.jointpaper",
                    ),
                ),
            ],
            options={
                "ordering": ["paper", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "position"), name="planning_joint_party_position"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("body__isnull", False)),
                        fields=("paper", "body"),
                        name="planning_joint_party_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body__isnull", False), ("named", "")),
                            models.Q(
                                ("body__isnull", True), models.Q(("named", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="planning_joint_party_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_on__isnull", False), ("signer_post", ""), _connector="OR"
                        ),
                        name="planning_joint_party_post",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeLink",
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
                            ("replaces", "Thay thế"),
                            ("continues", "Tiếp nối"),
                            ("linked", "Liên quan, lồng ghép"),
                        ],
                        max_length=10,
                    ),
                ),
                ("named", models.CharField(blank=True, max_length=300)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linked_from",
                        to="planning.programme",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="planning.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["programme", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("other__isnull", False)),
                        fields=("programme", "other"),
                        name="planning_link_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["replaces", "continues", "linked"])),
                        name="planning_link_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("other__isnull", False), ("named", "")),
                            models.Q(
                                ("other__isnull", True), models.Q(("named", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="planning_link_one_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("other__isnull", True),
                            models.Q(("other", models.F("programme")), _negated=True),
                            _connector="OR",
                        ),
                        name="planning_link_not_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("period", models.CharField(max_length=20)),
                ("indicator_code", models.CharField(max_length=20)),
                ("indicator_name", models.CharField(max_length=300)),
                ("unit", models.CharField(blank=True, max_length=60)),
                (
                    "bound",
                    models.CharField(
                        choices=[
                            ("at_least", "ít nhất"),
                            ("at_most", "nhiều nhất"),
                            ("between", "từ … đến …"),
                            ("exactly", "bằng"),
                        ],
                        max_length=10,
                    ),
                ),
                ("value", models.DecimalField(decimal_places=3, max_digits=16)),
                ("upper", models.DecimalField(decimal_places=3, max_digits=16, null=True)),
                ("baseline", models.DecimalField(decimal_places=3, max_digits=16, null=True)),
                ("baseline_year", models.PositiveSmallIntegerField(null=True)),
                ("source", models.CharField(max_length=300)),
                ("clause", models.CharField(blank=True, max_length=120)),
                ("search_folded", models.TextField(blank=True)),
                ("set_at", models.DateTimeField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.arealineage",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="targets",
                        to="planning.programmedocument",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="planning.programme",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
            ],
            options={
                "ordering": ["programme", "area", "period", "indicator_code"],
                "indexes": [
                    models.Index(fields=["area", "period"], name="planning_ta_area_id_bb4006_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "area", "period", "indicator_code"),
                        name="planning_target_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bound", "between"),
                                ("upper__gt", models.F("value")),
                                ("upper__isnull", False),
                            ),
                            models.Q(
                                ("bound__in", ["at_least", "at_most", "exactly"]),
                                ("upper__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_target_bound",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("baseline__isnull", True), ("baseline_year__isnull", True)),
                            models.Q(("baseline__isnull", False), ("baseline_year__isnull", False)),
                            _connector="OR",
                        ),
                        name="planning_target_baseline",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="planning_target_source",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskProgramme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="further_programmes",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "ordering": ["task", "programme__code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("task", "programme"), name="planning_task_programme_once"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="programme",
            name="home_body",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.body",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="level",
            field=models.CharField(
                choices=[
                    ("country", "Trung ương"),
                    ("province", "Cấp tỉnh"),
                    ("commune", "Cấp xã"),
                ],
                default="country",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="paper",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="founded_programme",
                to="planning.programmedocument",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="children",
                to="planning.programme",
            ),
        ),
        migrations.AddField(
            model_name="programme",
            name="search_folded",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="programme",
            name="row_version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="programmecontent",
            name="parent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="made_concrete_by",
                to="planning.programmecontent",
            ),
        ),
        migrations.AlterField(
            model_name="programme",
            name="code",
            field=models.CharField(max_length=60),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(
                condition=models.Q(("home_body__isnull", True)),
                fields=("code",),
                name="planning_programme_pack_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.UniqueConstraint(
                condition=models.Q(("home_body__isnull", False)),
                fields=("home_body", "code"),
                name="planning_programme_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", "country"), ("parent__isnull", True)),
                    models.Q(
                        ("level__in", ["province", "commune"]),
                        ("home_body__isnull", False),
                        ("paper__isnull", False),
                        ("parent__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="planning_programme_cascade",
            ),
        ),
    ]
