"""Supervision by the Front and what was made public: papers and days, never persons."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.grassroots.rules import publicity, vocabulary
from phongtrao.fieldwork.grassroots.workflow import SUPERVISION, SupervisionState
from phongtrao.fieldwork.register.models import Entry
from phongtrao.org.models import Body

_S = SupervisionState
_ADVICE_OUT = (_S.ADVICE_SENT, _S.ANSWERED)


class Supervision(Entry):
    """One round of supervision or social criticism; `body` is of the Front and in charge of it."""

    kind = models.CharField(max_length=20)
    method = models.CharField(max_length=20)
    # What was supervised, or the draft that was criticised.
    subject = models.CharField(max_length=400)
    asked = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    plan_paper = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=20, choices=_S, default=_S.PLANNED)
    advice_paper = models.CharField(max_length=200, blank=True)
    advice_on = models.DateField(null=True)
    advice = models.TextField(blank=True)
    answer_by = models.DateField(null=True)
    answer_paper = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    # Why it did not take place.
    called_off_reason = models.CharField(max_length=300, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-starts_on", "-pk"]
        indexes = [
            models.Index(fields=["body", "advice_on"]),
            models.Index(fields=["asked", "state"]),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="grassroots_supervision_state", condition=Q(state__in=SUPERVISION.states)
            ),
            models.CheckConstraint(
                name="grassroots_supervision_days", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="grassroots_advice_whole",
                condition=Q(state__in=_ADVICE_OUT, advice_on__isnull=False, answer_by__isnull=False)
                & ~Q(advice="")
                | ~Q(state__in=_ADVICE_OUT)
                & Q(advice_on__isnull=True, answer_by__isnull=True, advice=""),
            ),
            models.CheckConstraint(
                name="grassroots_answer_whole",
                condition=Q(
                    state=_S.ANSWERED, answered_on__isnull=False, answered_on__gte=F("advice_on")
                )
                & ~Q(outcome="")
                | ~Q(state=_S.ANSWERED) & Q(answered_on__isnull=True, outcome=""),
            ),
            models.CheckConstraint(
                name="grassroots_called_off",
                condition=Q(state=_S.CALLED_OFF) & ~Q(called_off_reason="")
                | ~Q(state=_S.CALLED_OFF) & Q(called_off_reason=""),
            ),
            models.CheckConstraint(
                name="grassroots_supervision_kind",
                condition=Q(kind__in=[term.code for term in vocabulary().kinds]),
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class Disclosure(Entry):
    """One matter that a body makes public under Law 10/2022, from the paper to the last day."""

    # The clause of Article 11.
    item = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=400)
    paper = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField()
    # Decided on, and the working days of Article 12.3 after it.
    due_on = models.DateField()
    published_on = models.DateField(null=True)
    # Codes of the ways, in the order of the list.
    ways = models.JSONField(default=list)
    place = models.CharField(max_length=200, blank=True)
    # Open where the posting goes on.
    posted_until = models.DateField(null=True)
    loudspeaker_days = models.PositiveSmallIntegerField(default=0)

    class Meta(Entry.Meta):
        ordering = ["-decided_on", "-pk"]
        indexes = [
            models.Index(fields=["body", "published_on"]),
            models.Index(fields=["area", "item", "published_on"]),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="grassroots_disclosure_item",
                condition=Q(item__in=[each.number for each in publicity().items]),
            ),
            models.CheckConstraint(
                name="grassroots_disclosure_due", condition=Q(due_on__gte=F("decided_on"))
            ),
            models.CheckConstraint(
                name="grassroots_disclosure_days",
                condition=Q(published_on__isnull=True, posted_until__isnull=True)
                | Q(published_on__gte=F("decided_on"))
                & (Q(posted_until__isnull=True) | Q(posted_until__gte=F("published_on"))),
            ),
        ]

    def __str__(self) -> str:
        return self.title
