"""How programmes hang together: predecessors and linked ones, and who is in charge of a content."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phongtrao.org.models import Body, Posting
from phongtrao.planning.models.programmes import (
    Programme,
    ProgrammeContent,
    ProgrammeDocument,
)
from phongtrao.planning.models.tasks import Task
from phongtrao.planning.workflow import Part


class LinkKind(models.TextChoices):
    """How a programme stands to another one."""

    REPLACES = "replaces", _("Thay thế")
    CONTINUES = "continues", _("Tiếp nối")
    LINKED = "linked", _("Liên quan, lồng ghép")


class ProgrammeLink(models.Model):
    """A predecessor of a programme or one that it goes with: one kept here, or only named."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10, choices=LinkKind.choices)
    other = models.ForeignKey(
        Programme, null=True, on_delete=models.PROTECT, related_name="linked_from"
    )
    # Number, day and issuer of a programme that has no page here.
    named = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["programme", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "other"],
                condition=Q(other__isnull=False),
                name="planning_link_once",
            ),
            models.CheckConstraint(
                name="planning_link_kind", condition=Q(kind__in=LinkKind.values)
            ),
            models.CheckConstraint(
                name="planning_link_one_end",
                condition=(Q(other__isnull=False) & Q(named=""))
                | (Q(other__isnull=True) & ~Q(named="")),
            ),
            models.CheckConstraint(
                name="planning_link_not_itself",
                condition=Q(other__isnull=True) | ~Q(other=models.F("programme")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.kind} {self.other_id or self.named}"


class ContentAssignment(models.Model):
    """A body in charge of a content, or taking part in it, as a table of assignments says."""

    content = models.ForeignKey(
        ProgrammeContent, on_delete=models.CASCADE, related_name="assignments"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=Part.choices)
    # What exactly the body does, where the paper says so.
    note = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["content", "-part", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["content", "body"], name="planning_content_assigned_once"
            ),
            models.CheckConstraint(
                name="planning_content_assigned_part", condition=Q(part__in=Part.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.content_id} {self.part} {self.body_id}"


class TaskProgramme(models.Model):
    """A further programme that one task serves; the task itself is counted once."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="further_programmes")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["task", "programme__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "programme"], name="planning_task_programme_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.programme_id}"


class DocumentProgramme(models.Model):
    """A further programme that one paper serves, and with it what the paper asks for."""

    document = models.ForeignKey(
        ProgrammeDocument, on_delete=models.CASCADE, related_name="further_programmes"
    )
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["document", "programme__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "programme"], name="planning_document_programme_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.programme_id}"
