"""Listening forums and what was said there: matters in summary, never who said them.

Complaints, denunciations and reports of crime are no remarks: of them only how many people were
shown the legal way is kept, by forum and kind.
"""

from django.db import models
from django.db.models import Q

from phongtrao.fieldwork.forums.rules import (
    KINDS,
    LEVELS,
    MATTERS,
    MOST_ATTENDANCES,
    WAYS,
    codes_of,
)
from phongtrao.fieldwork.forums.workflow import CLOSED, FORUM, REMARK, ForumState, RemarkState
from phongtrao.fieldwork.register.models import Entry, Partner
from phongtrao.org.models import Body, Posting

_BY_PAPER = Q(assigned_to__isnull=False) & ~Q(answer_paper="")


class Forum(Entry):
    """A forum at which a body listens to people (diễn đàn lắng nghe ý kiến Nhân dân)."""

    kind = models.CharField(max_length=20, choices=[(term.code, term.name) for term in KINDS])
    level = models.CharField(max_length=10, choices=[(term.code, term.name) for term in LEVELS])
    theme = models.CharField(max_length=300)
    # The day it is planned for, then the day it was held.
    held_on = models.DateField()
    venue = models.CharField(max_length=150, blank=True)
    # The post of who chairs it, never a name.
    chair_post = models.CharField(max_length=150, blank=True)
    plan_paper = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, choices=ForumState.choices)
    attendances = models.PositiveIntegerField(null=True)
    # Number and day of the published notice of the result.
    notice_paper = models.CharField(max_length=200, blank=True)
    concluded_on = models.DateField(null=True)

    class Meta(Entry.Meta):
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["body", "held_on"]),
            models.Index(fields=["area", "held_on"]),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="forums_forum_kind", condition=Q(kind__in=codes_of(KINDS))),
            models.CheckConstraint(
                name="forums_forum_level", condition=Q(level__in=codes_of(LEVELS))
            ),
            models.CheckConstraint(name="forums_forum_state", condition=Q(state__in=FORUM.states)),
            models.CheckConstraint(
                name="forums_forum_held",
                condition=Q(state=ForumState.PLANNED, attendances__isnull=True)
                | (
                    ~Q(state=ForumState.PLANNED)
                    & Q(attendances__gte=1, attendances__lte=MOST_ATTENDANCES)
                ),
            ),
            models.CheckConstraint(
                name="forums_forum_concluded",
                condition=(
                    Q(state=ForumState.CONCLUDED, concluded_on__isnull=False) & ~Q(notice_paper="")
                )
                | (~Q(state=ForumState.CONCLUDED) & Q(concluded_on__isnull=True, notice_paper="")),
            ),
        ]

    def __str__(self) -> str:
        return self.theme


class ForumPartner(Partner):
    """A body that held a forum together with the one in charge."""

    entry = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="partners")


class Remark(Entry):
    """What was said at a forum, in summary and without names; closed by a published answer.

    `body` noted it, `assigned_to` is the one whose competence it is. The days of the terms run
    from the forum and stay when the matter is handed on.
    """

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="remarks")
    number = models.PositiveIntegerField()
    matter = models.CharField(max_length=20, choices=[(term.code, term.name) for term in MATTERS])
    text = models.TextField()
    state = models.CharField(max_length=20, choices=RemarkState.choices)
    first_due_on = models.DateField()
    due_on = models.DateField()
    assigned_to = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    assigned_on = models.DateField(null=True)
    first_reply_on = models.DateField(null=True)
    answer_text = models.TextField(blank=True)
    answer_paper = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    published_on = models.DateField(null=True)
    published_at = models.CharField(max_length=200, blank=True)

    class Meta(Entry.Meta):
        ordering = ["forum", "number"]
        indexes = [
            models.Index(fields=["body", "state"]),
            models.Index(fields=["assigned_to", "state"]),
        ]
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(fields=["forum", "number"], name="forums_remark_once"),
            models.CheckConstraint(
                name="forums_remark_matter",
                condition=Q(matter__in=codes_of(MATTERS)),
            ),
            models.CheckConstraint(
                name="forums_remark_state", condition=Q(state__in=REMARK.states)
            ),
            models.CheckConstraint(
                name="forums_remark_answered",
                condition=(
                    Q(state__in=sorted(CLOSED), answered_on__isnull=False) & ~Q(answer_text="")
                )
                | (
                    ~Q(state__in=sorted(CLOSED))
                    & Q(answered_on__isnull=True, answer_text="", answer_paper="")
                ),
            ),
            models.CheckConstraint(
                name="forums_remark_assigned",
                condition=Q(
                    state__in=[RemarkState.NOTED, RemarkState.ON_SPOT],
                    assigned_to__isnull=True,
                    assigned_on__isnull=True,
                )
                | Q(
                    state=RemarkState.ASSIGNED,
                    assigned_to__isnull=False,
                    assigned_on__isnull=False,
                )
                | (Q(state=RemarkState.ANSWERED, assigned_on__isnull=False) & _BY_PAPER)
                | (Q(state=RemarkState.PUBLISHED) & (Q(assigned_to__isnull=True) | _BY_PAPER)),
            ),
            models.CheckConstraint(
                name="forums_remark_published",
                condition=(
                    Q(state=RemarkState.PUBLISHED, published_on__isnull=False) & ~Q(published_at="")
                )
                | (~Q(state=RemarkState.PUBLISHED) & Q(published_on__isnull=True, published_at="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum_id}/{self.number}"


class RemarkStep(models.Model):
    """A step of a remark, by the day it was taken; never edited. `body` is the one it went to."""

    remark = models.ForeignKey(Remark, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=20)
    before = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=RemarkState.choices)
    on = models.DateField()
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="forums_step_follows",
                condition=Q(
                    *(
                        Q(state=state, before__in=befores)
                        for state, befores in REMARK.condition_table().items()
                        if befores
                    ),
                    _connector=Q.OR,
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.verb}"


class GuidedCount(models.Model):
    """How many people at a forum were shown the legal way of one kind; nothing of the content."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="guided")
    kind = models.CharField(max_length=20, choices=[(way.code, way.name) for way in WAYS])
    people = models.PositiveIntegerField()

    class Meta:
        ordering = ["forum", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "kind"], name="forums_guided_once"),
            models.CheckConstraint(
                name="forums_guided_kind", condition=Q(kind__in=[way.code for way in WAYS])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum_id} {self.kind}"
