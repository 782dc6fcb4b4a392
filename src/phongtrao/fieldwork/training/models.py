"""Classes of training with their sessions, and drills: counts, never who attended."""

from django.db import models
from django.db.models import F, Q

from phongtrao.fieldwork.register.models import Entry
from phongtrao.fieldwork.training.rules import MOST_ATTENDANCES
from phongtrao.org.models import Posting


class TrainingClass(Entry):
    """A class that a body plans and holds (lớp tập huấn); counted once it is closed."""

    title = models.CharField(max_length=300)
    topic = models.CharField(max_length=30)
    group = models.CharField(max_length=30)
    first_day = models.DateField()
    last_day = models.DateField()
    # Number, day and issuer of the plan or the decision to open it.
    paper = models.CharField(max_length=200, blank=True)
    closed_on = models.DateField(null=True)

    class Meta(Entry.Meta):
        ordering = ["-first_day", "-pk"]
        indexes = [models.Index(fields=["body", "closed_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="training_class_days",
                condition=Q(last_day__gte=F("first_day"))
                & (Q(closed_on__isnull=True) | Q(closed_on__gte=F("first_day"))),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ClassSession(models.Model):
    """One day of a class and how many attended it."""

    training_class = models.ForeignKey(
        TrainingClass, on_delete=models.CASCADE, related_name="sessions"
    )
    held_on = models.DateField()
    attendances = models.PositiveIntegerField()

    class Meta:
        ordering = ["held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["training_class", "held_on"], name="training_session_once"
            ),
            models.CheckConstraint(
                name="training_session_count",
                condition=Q(attendances__gte=1, attendances__lte=MOST_ATTENDANCES),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training_class_id} {self.held_on}"


class Certificate(Entry):
    """That an official completed a class, kept by his post; nobody else's is kept."""

    training_class = models.ForeignKey(
        TrainingClass, on_delete=models.PROTECT, related_name="certificates"
    )
    holder = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField()
    # The last day; open where the paper names none.
    valid_to = models.DateField(null=True)

    class Meta(Entry.Meta):
        ordering = ["-issued_on", "-pk"]
        indexes = [models.Index(fields=["holder", "issued_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["training_class", "holder"],
                condition=Q(struck_on__isnull=True),
                name="training_certificate_once",
            ),
            models.CheckConstraint(
                name="training_certificate_days",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("issued_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.issued_on}"


class Drill(Entry):
    """A drill that was held (cuộc diễn tập)."""

    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=30)
    held_on = models.DateField()
    paper = models.CharField(max_length=200, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["body", "held_on"])]

    def __str__(self) -> str:
        return self.title
