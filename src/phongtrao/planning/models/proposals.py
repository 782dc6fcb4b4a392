"""Proposals (kiến nghị, đề xuất): one object wherever it grew from, and each body's answer."""

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.programmes import Programme, ProgrammeDocument
from phongtrao.planning.models.tasks import Task
from phongtrao.planning.workflow import PROPOSAL_ANSWER, AnswerState, ProposalOrigin

_UNANSWERED = ["waiting", "withdrawn"]


class Proposal(VersionedModel):
    """What a body asks of others, with the place it grew from."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="proposals")
    asker = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    origin = models.CharField(
        max_length=12, choices=ProposalOrigin.choices, default=ProposalOrigin.DIRECT
    )
    # The report, delegation of inspection or meeting in words, until those stages link their own.
    origin_text = models.CharField(max_length=300, blank=True)
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="proposals")
    document = models.ForeignKey(
        ProgrammeDocument, null=True, on_delete=models.PROTECT, related_name="proposals"
    )
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    # Number and date of the paper in which the asker has proposed it.
    paper = models.CharField(max_length=200, blank=True)
    proposed_on = models.DateField()
    created_at = models.DateTimeField()
    # Another body than the asker enters what an arrived paper proposes to it.
    created_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["-proposed_on", "-pk"]
        indexes = [models.Index(fields=["asker", "proposed_on"])]
        constraints = [
            models.CheckConstraint(name="planning_proposal_says", condition=~Q(text="")),
            models.CheckConstraint(
                name="planning_proposal_origin",
                condition=Q(origin="task", task__isnull=False, document__isnull=True)
                | Q(origin="document", task__isnull=True, document__isnull=False)
                | (
                    Q(origin__in=["direct", "report", "inspection", "meeting"])
                    & Q(task__isnull=True, document__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="planning_proposal_span",
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(document__isnull=False, end__gt=F("start")),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class ProposalAddressee(models.Model):
    """A body that is asked, and its answer; passed on, the body it went to has a row of its own."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="addressees")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    passed_by = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="passed_to"
    )
    state = models.CharField(
        max_length=10, choices=AnswerState.choices, default=AnswerState.WAITING
    )
    asked_on = models.DateField()
    answer_by = models.DateField()
    answered_at = models.DateTimeField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    answer_text = models.TextField(blank=True)
    answer_paper = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["proposal", "pk"]
        indexes = [models.Index(fields=["body", "state", "answer_by"])]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "body"], name="planning_proposal_addressee_once"
            ),
            models.CheckConstraint(
                name="planning_proposal_state", condition=Q(state__in=PROPOSAL_ANSWER.states)
            ),
            models.CheckConstraint(
                name="planning_proposal_answered",
                condition=Q(
                    state__in=_UNANSWERED,
                    answered_at__isnull=True,
                    answered_on__isnull=True,
                    answered_by__isnull=True,
                )
                | (
                    ~Q(state__in=_UNANSWERED)
                    & Q(
                        answered_at__isnull=False,
                        answered_on__isnull=False,
                        answered_by__isnull=False,
                    )
                ),
            ),
            models.CheckConstraint(
                name="planning_proposal_not_passed_to_itself",
                condition=Q(passed_by__isnull=True) | ~Q(passed_by=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} → {self.body_id}"
