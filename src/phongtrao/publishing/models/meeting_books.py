"""All materials of a meeting as one file: who asked for it, how far it is, what it became."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import StoredFile
from phongtrao.fieldwork.meetings.models import Meeting
from phongtrao.org.models import Posting
from phongtrao.publishing.workflow import BookState


class MeetingBook(models.Model):
    """One file asked for by a posting; what it may hold is looked at again when it is made."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=BookState, default=BookState.WAITING)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    # Files that are named with their hash and hold no pages of the book.
    only_named = models.PositiveSmallIntegerField(default=0)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    failure = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="publishing_book_state", condition=Q(state__in=BookState.values)
            ),
            models.CheckConstraint(
                name="publishing_book_made",
                condition=Q(state="ready", file__isnull=False)
                | ~Q(state="ready") & Q(file__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.state}"
