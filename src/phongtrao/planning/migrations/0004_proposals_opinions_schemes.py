import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_hash_of_the_original_of_a_covered_file"),
        ("org", "0004_handovers"),
        ("org", "__first__"),
        ("planning", "0003_task_deadlines"),
    ]

    operations = [
        migrations.CreateModel(
            name="CommentRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("title", models.CharField(max_length=500)),
                ("note", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("original_due_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("preparing", "Đang chuẩn bị"),
                            ("open", "Đang lấy ý kiến"),
                            ("closed", "Đã kết thúc"),
                        ],
                        default="preparing",
                        max_length=10,
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("sent_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("search_folded", models.TextField(blank=True)),
                (
                    "asker",
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
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comment_rounds",
                        to="planning.programmedocument",
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
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="planning.programme",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["asker", "state", "due_on"], name="planning_co_asker_i_c46116_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("preparing", "open", "closed"))),
                        name="planning_comment_round_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("original_due_on"))),
                        name="planning_comment_round_extended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_on__isnull", True),
                                ("sent_on__isnull", True),
                                ("state", "preparing"),
                            ),
                            models.Q(
                                ("closed_on__isnull", True),
                                ("sent_on__isnull", False),
                                ("state", "open"),
                            ),
                            models.Q(
                                ("closed_on__isnull", False),
                                ("sent_on__isnull", False),
                                ("state", "closed"),
                            ),
                            _connector="OR",
                        ),
                        name="planning_comment_round_dates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", True), ("file__isnull", False)),
                            models.Q(("document__isnull", False), ("file__isnull", True)),
                            _connector="OR",
                        ),
                        name="planning_comment_round_draft",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Chưa có ý kiến"),
                            ("prepared", "Chờ ký"),
                            ("answered", "Đã có ý kiến"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("agrees_whole", models.BooleanField(default=False)),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("screen", "Ký trên hệ thống"),
                            ("paper", "Ghi nhận theo văn bản đã ký"),
                        ],
                        max_length=6,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("paper_number", models.CharField(blank=True, max_length=80)),
                ("signer", models.CharField(blank=True, max_length=120)),
                (
                    "answered_account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        null=True,
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="requests",
                        to="planning.commentround",
                    ),
                ),
            ],
            options={
                "ordering": ["round", "pk"],
                "indexes": [
                    models.Index(fields=["body", "state"], name="planning_co_body_id_73af36_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "body"), name="planning_comment_asked_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("asked", "prepared", "answered"))),
                        name="planning_comment_request_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_on__isnull", False),
                                ("state", "answered"),
                                ("answered_account__isnull", False),
                                ("answered_by__isnull", False),
                                ("form__in", ["screen", "paper"]),
                            ),
                            models.Q(
                                models.Q(("state", "answered"), _negated=True),
                                ("answered_at__isnull", True),
                                ("answered_on__isnull", True),
                                ("form", ""),
                                ("answered_account__isnull", True),
                                ("answered_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_comment_request_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("form", "paper"),
                                ("signed_copy__isnull", False),
                                models.Q(("paper_number", ""), _negated=True),
                                models.Q(("signer", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("form", "paper"), _negated=True),
                                ("paper_number", ""),
                                ("signed_copy__isnull", True),
                                ("signer", ""),
                            ),
                            _connector="OR",
                        ),
                        name="planning_comment_request_paper",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentClause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("label", models.CharField(max_length=120)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clauses",
                        to="planning.commentround",
                    ),
                ),
            ],
            options={
                "ordering": ["round", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "position"), name="planning_comment_clause_position"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))),
                        name="planning_comment_clause_span",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("text", models.TextField()),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("direct", "Nêu trực tiếp"),
                            ("task", "Từ nhiệm vụ"),
                            ("document", "Từ văn bản"),
                            ("report", "Từ báo cáo"),
                            ("inspection", "Từ kiểm tra, giám sát"),
                            ("meeting", "Từ hội nghị, cuộc họp"),
                        ],
                        default="direct",
                        max_length=12,
                    ),
                ),
                ("origin_text", models.CharField(blank=True, max_length=300)),
                ("start", models.PositiveIntegerField(null=True)),
                ("end", models.PositiveIntegerField(null=True)),
                ("paper", models.CharField(blank=True, max_length=200)),
                ("proposed_on", models.DateField()),
                ("created_at", models.DateTimeField()),
                ("search_folded", models.TextField(blank=True)),
                (
                    "asker",
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
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="planning.programmedocument",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="planning.programme",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "ordering": ["-proposed_on", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["asker", "proposed_on"], name="planning_pr_asker_i_a51b8e_idx"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="planning_proposal_says",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("document__isnull", True),
                                ("origin", "task"),
                                ("task__isnull", False),
                            ),
                            models.Q(
                                ("document__isnull", False),
                                ("origin", "document"),
                                ("task__isnull", True),
                            ),
                            models.Q(
                                ("origin__in", ["direct", "report", "inspection", "meeting"]),
                                ("document__isnull", True),
                                ("task__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_proposal_origin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            models.Q(("document__isnull", False), ("end__gt", models.F("start"))),
                            _connector="OR",
                        ),
                        name="planning_proposal_span",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProposalAddressee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ trả lời"),
                            ("agreed", "Đồng ý"),
                            ("declined", "Không đồng ý"),
                            ("noted", "Ghi nhận"),
                            ("passed_on", "Đã chuyển"),
                            ("withdrawn", "Đã rút"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("answer_by", models.DateField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("answer_text", models.TextField(blank=True)),
                ("answer_paper", models.CharField(blank=True, max_length=200)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "passed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passed_to",
                        to="planning.proposaladdressee",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addressees",
                        to="planning.proposal",
                    ),
                ),
            ],
            options={
                "ordering": ["proposal", "pk"],
                "indexes": [
                    models.Index(
                        fields=["body", "state", "answer_by"], name="planning_pr_body_id_0f7704_idx"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("proposal", "body"), name="planning_proposal_addressee_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                (
                                    "waiting",
                                    "agreed",
                                    "declined",
                                    "noted",
                                    "passed_on",
                                    "withdrawn",
                                ),
                            )
                        ),
                        name="planning_proposal_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at__isnull", True),
                                ("answered_by__isnull", True),
                                ("answered_on__isnull", True),
                                ("state__in", ["waiting", "withdrawn"]),
                            ),
                            models.Q(
                                models.Q(("state__in", ["waiting", "withdrawn"]), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("answered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="planning_proposal_answered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("passed_by__isnull", True),
                            models.Q(("passed_by", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="planning_proposal_not_passed_to_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Scheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1)),
                ("title", models.CharField(max_length=500)),
                ("kind", models.CharField(max_length=30)),
                ("note", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "Đang thực hiện"),
                            ("finished", "Đã hoàn thành"),
                            ("stopped", "Đã dừng"),
                        ],
                        default="running",
                        max_length=10,
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("finished_on", models.DateField(null=True)),
                ("stopped_by_paper", models.CharField(blank=True, max_length=200)),
                ("search_folded", models.TextField(blank=True)),
                (
                    "body",
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
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schemes",
                        to="planning.programme",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schemes",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(fields=["body", "state"], name="planning_sc_body_id_0aa425_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("running", "finished", "stopped"))),
                        name="planning_scheme_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_on__isnull", False), ("state", "finished")),
                            models.Q(
                                models.Q(("state", "finished"), _negated=True),
                                ("finished_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_scheme_finished",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "stopped"),
                                models.Q(("stopped_by_paper", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "stopped"), _negated=True),
                                ("stopped_by_paper", ""),
                            ),
                            _connector="OR",
                        ),
                        name="planning_scheme_stopped",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchemeStage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=30)),
                ("name", models.CharField(max_length=120)),
                ("planned_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Chưa xong"),
                            ("done", "Đã xong"),
                            ("skipped", "Không áp dụng"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("done_on", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="org.body"
                    ),
                ),
                (
                    "comment_round",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stages",
                        to="planning.commentround",
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
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stages",
                        to="planning.scheme",
                    ),
                ),
            ],
            options={
                "ordering": ["scheme", "position"],
                "indexes": [
                    models.Index(
                        fields=["body", "state", "planned_on"],
                        name="planning_sc_body_id_8999e1_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "position"), name="planning_stage_position"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("open", "done", "skipped"))),
                        name="planning_stage_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", False), ("state", "done")),
                            models.Q(
                                models.Q(("state", "done"), _negated=True),
                                ("done_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="planning_stage_done",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClauseComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[("agree", "Nhất trí"), ("comment", "Có ý kiến")], max_length=8
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "response",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Tiếp thu"),
                            ("partly", "Tiếp thu một phần"),
                            ("explained", "Giải trình"),
                        ],
                        max_length=10,
                    ),
                ),
                ("response_text", models.TextField(blank=True)),
                ("responded_at", models.DateTimeField(null=True)),
                (
                    "responded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.posting",
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="planning.commentclause",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="planning.commentrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["clause__position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "clause"), name="planning_clause_comment_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("clause__isnull", True)),
                        fields=("request",),
                        name="planning_whole_comment_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("clause__isnull", False), ("stance", "agree"), ("text", "")),
                            models.Q(("stance", "comment"), models.Q(("text", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="planning_clause_comment_says",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("responded_at__isnull", True),
                                ("responded_by__isnull", True),
                                ("response", ""),
                                ("response_text", ""),
                            ),
                            models.Q(
                                ("response__in", ["accepted", "partly", "explained"]),
                                ("stance", "comment"),
                                ("responded_at__isnull", False),
                                ("responded_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="planning_clause_comment_response",
                    ),
                ],
            },
        ),
    ]
