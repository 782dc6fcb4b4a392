"""Models of the movement (mô hình): what stands, each step of its life, its evidence and reviews.

Aggregates only: members are a number, never names; a leader is named by his body.
"""

from django.db import models
from django.db.models import F, Q

from phongtrao.core.models import StoredFile, VersionedModel
from phongtrao.fieldwork.exemplars.rules import MOST_SITES
from phongtrao.fieldwork.exemplars.workflow import (
    BEFORE_LAUNCH,
    LAUNCHED,
    LEARNING,
    MODEL,
    LearningState,
    ModelState,
)
from phongtrao.fieldwork.register.models import Entry
from phongtrao.org.models import Body, Posting

_NO_PAPER_YET = [ModelState.PROPOSED, ModelState.SURVEYED, ModelState.DROPPED]


def _together(*names: str) -> Q:
    """All of these days are given, or none."""
    given = Q(**{f"{name}__isnull": False for name in names})
    return given | Q(**{f"{name}__isnull": True for name in names})


class PracticeModel(Entry):
    """One model by its name, in the charge of one body; `state` is that of its last step.

    `sites` (điểm), `teams` (tổ) and `members` are the newest of `ModelSize`. Where a model was
    taken over from another one, `adopted_from`, the day and how it was adapted stand together.
    `merged_into` names the entry of the same model that this one was found to repeat.
    """

    name = models.CharField(max_length=200)
    field = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    # The organisation that runs it, as people call it ("Hội Liên hiệp Phụ nữ xã").
    lead = models.CharField(max_length=200, blank=True)
    purpose = models.TextField(blank=True)
    state = models.CharField(max_length=20, choices=ModelState.choices)
    # Number and day of the paper that approved it.
    approval_paper = models.CharField(max_length=200, blank=True)
    approved_on = models.DateField(null=True)
    launched_on = models.DateField(null=True)
    recognition_paper = models.CharField(max_length=200, blank=True)
    recognised_on = models.DateField(null=True)
    removal_paper = models.CharField(max_length=200, blank=True)
    removed_on = models.DateField(null=True)
    removal_reason = models.CharField(max_length=300, blank=True)
    sites = models.PositiveIntegerField(default=1)
    teams = models.PositiveIntegerField(default=0)
    members = models.PositiveIntegerField(null=True)
    adopted_from = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="adoptions"
    )
    adopted_on = models.DateField(null=True)
    adapted = models.CharField(max_length=500, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="repeats"
    )
    merged_on = models.DateField(null=True)

    class Meta(Entry.Meta):
        ordering = ["-launched_on", "-pk"]
        indexes = [
            models.Index(fields=["body", "state"]),
            models.Index(fields=["state", "field"]),
            models.Index(fields=["area", "state"]),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="exemplars_model_state", condition=Q(state__in=MODEL.states)
            ),
            models.CheckConstraint(
                name="exemplars_model_approved",
                condition=Q(state__in=_NO_PAPER_YET)
                | (~Q(approval_paper="") & Q(approved_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="exemplars_model_launched",
                condition=Q(state__in=sorted(LAUNCHED), launched_on__isnull=False)
                | Q(
                    state__in=sorted(BEFORE_LAUNCH | {ModelState.DROPPED}),
                    launched_on__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="exemplars_model_recognised",
                condition=~Q(state=ModelState.EXEMPLARY)
                | (~Q(recognition_paper="") & Q(recognised_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="exemplars_model_removed",
                condition=(
                    Q(state=ModelState.REMOVED, removed_on__isnull=False)
                    & ~Q(removal_paper="")
                    & ~Q(removal_reason="")
                )
                | (
                    ~Q(state=ModelState.REMOVED)
                    & Q(removed_on__isnull=True, removal_paper="", removal_reason="")
                ),
            ),
            models.CheckConstraint(
                name="exemplars_model_adopted", condition=_together("adopted_from", "adopted_on")
            ),
            models.CheckConstraint(
                name="exemplars_model_not_from_itself",
                condition=Q(adopted_from__isnull=True) | ~Q(adopted_from=F("id")),
            ),
            models.CheckConstraint(
                name="exemplars_model_merged", condition=_together("merged_into", "merged_on")
            ),
            models.CheckConstraint(
                name="exemplars_model_not_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(
                name="exemplars_model_sites", condition=Q(sites__gte=1, sites__lte=MOST_SITES)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_merged(self) -> bool:
        """Whether the entry repeats another one and counts there."""
        return self.merged_into_id is not None


class ModelStep(models.Model):
    """A step in the life of a model, by the day it was taken; never edited.

    `before` is empty for the first one: a proposal, or a model that was running already.
    """

    model = models.ForeignKey(PracticeModel, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=20)
    before = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=20, choices=ModelState.choices)
    on = models.DateField()
    paper = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["model", "on"])]
        constraints = [
            models.CheckConstraint(
                name="exemplars_step_follows",
                condition=Q(before="")
                | Q(
                    *(
                        Q(state=state, before__in=befores)
                        for state, befores in MODEL.condition_table().items()
                        if befores
                    ),
                    _connector=Q.OR,
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.verb}"


class ModelSize(models.Model):
    """How large a model was from a day on: its điểm, tổ and members."""

    model = models.ForeignKey(PracticeModel, on_delete=models.CASCADE, related_name="sizes")
    on = models.DateField()
    sites = models.PositiveIntegerField()
    teams = models.PositiveIntegerField()
    members = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["model", "on"], name="exemplars_size_once_a_day"),
            models.CheckConstraint(
                name="exemplars_size_sites", condition=Q(sites__gte=1, sites__lte=MOST_SITES)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.sites}"


class ModelActivity(Entry):
    """What a model did on a day: the evidence that it is still alive."""

    model = models.ForeignKey(PracticeModel, on_delete=models.PROTECT, related_name="activities")
    held_on = models.DateField()
    line = models.CharField(max_length=500)
    # How often people took part, and how many matters were settled on the spot.
    attendances = models.PositiveIntegerField(null=True)
    settled = models.PositiveIntegerField(null=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Entry.Meta):
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["model", "held_on"])]
        constraints = [*Entry.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.held_on:%d/%m/%Y} {self.line[:40]}"


class ModelReview(Entry):
    """The review of a model for a year, with its rank (sơ kết, tổng kết, xếp loại)."""

    model = models.ForeignKey(PracticeModel, on_delete=models.PROTECT, related_name="reviews")
    year = models.PositiveSmallIntegerField()
    reviewed_on = models.DateField()
    rank = models.CharField(max_length=20, blank=True)
    paper = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta(Entry.Meta):
        ordering = ["-year", "-pk"]
        indexes = [models.Index(fields=["model", "reviewed_on"])]
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["model", "year"],
                condition=Q(struck_on__isnull=True),
                name="exemplars_review_once_a_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.rank}"


class ModelPair(models.Model):
    """What somebody decided about two entries that look alike: one model, or two."""

    first = models.ForeignKey(PracticeModel, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(PracticeModel, on_delete=models.CASCADE, related_name="+")
    is_same = models.BooleanField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    decided_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    # A merge that was taken back stays readable.
    undone_on = models.DateField(null=True)

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                condition=Q(undone_on__isnull=True),
                name="exemplars_pair_once",
            ),
            models.CheckConstraint(
                name="exemplars_pair_in_order", condition=Q(first__lt=F("second"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {'=' if self.is_same else '≠'} {self.second_id}"


class LearningRequest(VersionedModel):
    """A body asks to learn from the one that runs a model; a visit is agreed and noted."""

    model = models.ForeignKey(PracticeModel, on_delete=models.PROTECT, related_name="requests")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    wish = models.CharField(max_length=500)
    state = models.CharField(max_length=20, choices=LearningState.choices)
    answered_on = models.DateField(null=True)
    answer = models.CharField(max_length=500, blank=True)
    visit_on = models.DateField(null=True)
    visited_on = models.DateField(null=True)
    learned = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="exemplars_learning_state", condition=Q(state__in=LEARNING.states)
            ),
            models.CheckConstraint(
                name="exemplars_learning_agreed",
                condition=~Q(state__in=[LearningState.AGREED, LearningState.VISITED])
                | Q(visit_on__isnull=False, answered_on__isnull=False),
            ),
            models.CheckConstraint(
                name="exemplars_learning_declined",
                condition=~Q(state=LearningState.DECLINED)
                | (~Q(answer="") & Q(answered_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="exemplars_learning_visited",
                condition=Q(state=LearningState.VISITED, visited_on__isnull=False)
                | (~Q(state=LearningState.VISITED) & Q(visited_on__isnull=True)),
            ),
            models.UniqueConstraint(
                fields=["model", "body"],
                condition=Q(state__in=[LearningState.ASKED, LearningState.AGREED]),
                name="exemplars_learning_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} → {self.model_id}"


class GoodPractice(Entry):
    """A good way of doing something (cách làm hay): three lines and a picture; may grow up."""

    title = models.CharField(max_length=200)
    field = models.CharField(max_length=20)
    # What was the matter, what was done about it, what came of it.
    matter = models.CharField(max_length=300)
    deed = models.CharField(max_length=300)
    effect = models.CharField(max_length=300)
    told_on = models.DateField()
    picture = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    grown_into = models.OneToOneField(
        PracticeModel, null=True, on_delete=models.PROTECT, related_name="grown_from"
    )

    class Meta(Entry.Meta):
        ordering = ["-told_on", "-pk"]
        constraints = [*Entry.Meta.constraints]

    def __str__(self) -> str:
        return self.title
