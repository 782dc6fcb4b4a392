"""Comments on drafts (lấy ý kiến dự thảo): a round, its clauses, who is asked, what each says."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.programmes import Programme, ProgrammeDocument
from phongtrao.planning.workflow import (
    COMMENT_REQUEST,
    COMMENT_ROUND,
    CommentForm,
    CommentRequestState,
    CommentRoundState,
    ResponseKind,
    Stance,
)


class CommentRound(VersionedModel):
    """A draft that a body sends to others for their word, clause by clause, until a day."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    asker = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=500)
    note = models.TextField(blank=True)
    # The draft: a paper of the register, or a file of its own; its text is kept as it was sent.
    document = models.ForeignKey(
        ProgrammeDocument, null=True, on_delete=models.PROTECT, related_name="comment_rounds"
    )
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    original_due_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=CommentRoundState.choices, default=CommentRoundState.PREPARING
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    search_folded = models.TextField(blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["asker", "state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                name="planning_comment_round_state", condition=Q(state__in=COMMENT_ROUND.states)
            ),
            models.CheckConstraint(
                name="planning_comment_round_extended",
                condition=Q(due_on__gte=F("original_due_on")),
            ),
            models.CheckConstraint(
                name="planning_comment_round_dates",
                condition=Q(state="preparing", sent_on__isnull=True, closed_on__isnull=True)
                | Q(state="open", sent_on__isnull=False, closed_on__isnull=True)
                | Q(state="closed", sent_on__isnull=False, closed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="planning_comment_round_draft",
                condition=Q(document__isnull=True, file__isnull=False)
                | Q(document__isnull=False, file__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CommentClause(models.Model):
    """A clause of the draft on which a word is asked; one row for the whole where it is not cut."""

    round = models.ForeignKey(CommentRound, on_delete=models.CASCADE, related_name="clauses")
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=120)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["round", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "position"], name="planning_comment_clause_position"
            ),
            models.CheckConstraint(
                name="planning_comment_clause_span", condition=Q(end__gt=F("start"))
            ),
        ]

    def __str__(self) -> str:
        return self.label


class CommentRequest(models.Model):
    """A body that is asked for its word on a draft. Silence stays silence: it agrees to nothing."""

    round = models.ForeignKey(CommentRound, on_delete=models.CASCADE, related_name="requests")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=CommentRequestState.choices, default=CommentRequestState.ASKED
    )
    agrees_whole = models.BooleanField(default=False)
    prepared_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=6, choices=CommentForm.choices, blank=True)
    answered_at = models.DateTimeField(null=True)
    # The day that counts against the date: of signing on screen, or of the signed paper.
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    # Who signed or recorded: under a delegation not the holder of the posting.
    answered_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    paper_number = models.CharField(max_length=80, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    signed_copy = models.ForeignKey(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["round", "pk"]
        indexes = [models.Index(fields=["body", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["round", "body"], name="planning_comment_asked_once"),
            models.CheckConstraint(
                name="planning_comment_request_state",
                condition=Q(state__in=COMMENT_REQUEST.states),
            ),
            models.CheckConstraint(
                name="planning_comment_request_answered",
                condition=(
                    Q(state="answered", answered_at__isnull=False, answered_on__isnull=False)
                    & Q(answered_by__isnull=False, answered_account__isnull=False)
                    & Q(form__in=CommentForm.values)
                )
                | (
                    ~Q(state="answered")
                    & Q(answered_at__isnull=True, answered_on__isnull=True, form="")
                    & Q(answered_by__isnull=True, answered_account__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="planning_comment_request_paper",
                condition=(
                    Q(form="paper", signed_copy__isnull=False) & ~Q(paper_number="") & ~Q(signer="")
                )
                | (~Q(form="paper") & Q(signed_copy__isnull=True, paper_number="", signer="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} → {self.body_id}"


class ClauseComment(models.Model):
    """A body's word on one clause, and what the asker makes of it; no clause: on the draft."""

    request = models.ForeignKey(CommentRequest, on_delete=models.CASCADE, related_name="comments")
    clause = models.ForeignKey(
        CommentClause, null=True, on_delete=models.CASCADE, related_name="comments"
    )
    stance = models.CharField(max_length=8, choices=Stance.choices)
    text = models.TextField(blank=True)
    response = models.CharField(max_length=10, choices=ResponseKind.choices, blank=True)
    response_text = models.TextField(blank=True)
    responded_at = models.DateTimeField(null=True)
    responded_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["clause__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "clause"], name="planning_clause_comment_once"
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(clause__isnull=True),
                name="planning_whole_comment_once",
            ),
            models.CheckConstraint(
                name="planning_clause_comment_says",
                condition=Q(stance="agree", text="", clause__isnull=False)
                | (Q(stance="comment") & ~Q(text="")),
            ),
            models.CheckConstraint(
                name="planning_clause_comment_response",
                condition=Q(
                    response="",
                    response_text="",
                    responded_at__isnull=True,
                    responded_by__isnull=True,
                )
                | (
                    Q(stance="comment", response__in=ResponseKind.values)
                    & Q(responded_at__isnull=False, responded_by__isnull=False)
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.clause_id}"
