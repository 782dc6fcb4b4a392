"""What the delegation has seen, and what it found of each point at each inspected body."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import VersionedModel
from phongtrao.org.models import Body, Posting
from phongtrao.oversight.models.inspections import Inspection
from phongtrao.oversight.models.sessions import InspectionSession
from phongtrao.oversight.rules import LACKING, RESULTS
from phongtrao.oversight.workflow import DOCUMENT, DocumentState

_D = DocumentState


class SeenDocument(VersionedModel):
    """A document that the delegation asked an inspected body for, as evidence for a point.

    What was not handed over or was refused is kept with the reason given, also once it was handed
    in later (`seen_on`).
    """

    entry = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="documents")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(
        InspectionSession, null=True, on_delete=models.PROTECT, related_name="documents"
    )
    criterion = models.CharField(max_length=30)
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True)
    issuer = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=500)
    state = models.CharField(max_length=20, choices=_D, default=_D.ASKED)
    reason = models.CharField(max_length=500, blank=True)
    seen_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["entry", "body", "pk"]
        constraints = [
            models.CheckConstraint(
                name="oversight_document_state", condition=Q(state__in=DOCUMENT.states)
            ),
            models.CheckConstraint(
                name="oversight_document_seen",
                condition=Q(state=_D.SEEN, seen_on__isnull=False)
                | ~Q(state=_D.SEEN) & Q(seen_on__isnull=True) & ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.subject[:80]


class DocumentStep(models.Model):
    """What happened to a document that was asked for: when, why, by whom; never changed."""

    document = models.ForeignKey(SeenDocument, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=20)
    done_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.document_id} {self.verb}"


class CheckLine(VersionedModel):
    """What was found of one point at one inspected body; no line: not looked at yet.

    The documents seen for the same body and point are its evidence, beside `evidence` in words.
    """

    entry = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="checks")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    criterion = models.CharField(max_length=30)
    result = models.CharField(max_length=20, choices=RESULTS)
    strengths = models.TextField(blank=True)
    limits = models.TextField(blank=True)
    causes = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    session = models.ForeignKey(
        InspectionSession, null=True, on_delete=models.PROTECT, related_name="checks"
    )
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "body", "criterion"], name="oversight_check_once"
            ),
            models.CheckConstraint(
                name="oversight_check_result",
                condition=Q(result__in=[code for code, _name in RESULTS]),
            ),
            models.CheckConstraint(
                name="oversight_check_limits", condition=~Q(result=LACKING) | ~Q(limits="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.criterion}"
