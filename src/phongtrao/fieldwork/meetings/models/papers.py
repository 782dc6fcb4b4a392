"""What is read or handed out at a meeting, approved beforehand by the body in charge."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.fieldwork.meetings.models.meetings import Meeting
from phongtrao.fieldwork.meetings.rules import PAPER_KINDS
from phongtrao.fieldwork.meetings.workflow import PAPER, PaperState
from phongtrao.org.models import Body, Posting
from phongtrao.planning.models import Programme, ProgrammeDocument


class MeetingPaper(VersionedModel):
    """A report, speech, material or draft; `body` is to send it, `place` its turn to be read.

    The words are a file or a paper that the system keeps already; only approved ones are shown to
    those invited. `programme` is the section it belongs to; none is the meeting as a whole.
    """

    entry = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="papers")
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=PAPER_KINDS)
    title = models.CharField(max_length=300)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=150, blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(
        ProgrammeDocument, null=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=PaperState, default=PaperState.ASKED)
    returned_reason = models.CharField(max_length=300, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    minutes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place", "pk"]
        indexes = [models.Index(fields=["body", "state"])]
        constraints = [
            models.CheckConstraint(
                name="meetings_paper_state", condition=Q(state__in=PAPER.states)
            ),
            models.CheckConstraint(
                name="meetings_paper_kind",
                condition=Q(kind__in=[code for code, _n in PAPER_KINDS]),
            ),
            models.CheckConstraint(
                name="meetings_paper_words",
                condition=Q(state=PaperState.ASKED, file__isnull=True, document__isnull=True)
                | Q(state__in=[s for s in PaperState if s != PaperState.ASKED])
                & (
                    Q(file__isnull=False, document__isnull=True)
                    | Q(file__isnull=True, document__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="meetings_paper_returned",
                condition=(Q(state=PaperState.RETURNED) & ~Q(returned_reason=""))
                | (~Q(state=PaperState.RETURNED) & Q(returned_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class MeetingPaperStep(models.Model):
    """A step of a paper with what was said; the file that was sent then stays."""

    paper = models.ForeignKey(MeetingPaper, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=20, choices=PaperState)
    note = models.CharField(max_length=300, blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.state}"
