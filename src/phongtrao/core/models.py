"""Tables every stage shares: the audit chain, one-time keys, notices, stored files, schedule."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from phongtrao.core.calendar import LONGEST_NAME, LONGEST_SOURCE, DayKind


class AuditEntry(models.Model):
    """One link of the audit chain; its content stands apart, salted, so it can be erased."""

    sequence = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    verb = models.CharField(max_length=80)
    actor = models.CharField(max_length=200)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    posting_id = models.BigIntegerField(null=True)
    target_type = models.CharField(max_length=80)
    target_id = models.CharField(max_length=64)
    commitment = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["sequence"]
        indexes = [models.Index(fields=["target_type", "target_id"])]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb}"


class AuditPayload(models.Model):
    """What a link of the chain speaks of; the salt makes the commitment unguessable."""

    entry = models.OneToOneField(AuditEntry, primary_key=True, on_delete=models.PROTECT)
    salt = models.CharField(max_length=64)
    payload = models.JSONField()

    def __str__(self) -> str:
        return str(self.entry_id)


class IdempotencyRecord(models.Model):
    """The answer that a one-time key has had; the same key again gets the same answer."""

    key = models.CharField(max_length=64)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    content_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.CharField(max_length=500, blank=True)
    body = models.TextField(blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="core_idempotency_once")
        ]

    def __str__(self) -> str:
        return self.key


class Notice(models.Model):
    """A line for one account: what happened and where to act."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    kind = models.CharField(max_length=40)
    text = models.CharField(max_length=500)
    address = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    # One notice a fact: a reminder job may run twice and tells once.
    dedupe_key = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["account", "read_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "dedupe_key"],
                condition=~Q(dedupe_key=""),
                name="core_notice_once",
            )
        ]

    def __str__(self) -> str:
        return self.text


class StoredFile(models.Model):
    """Bytes under their SHA-256; who may read them is decided by the object that holds the file."""

    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Where other bytes are kept than were sent (covered, converted, a picture written anew): the
    # hash of what was sent, which was never stored.
    original_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["sha256"])]

    def __str__(self) -> str:
        return self.name


class CalendarDay(models.Model):
    """A correction to the packaged table of days off, with the paper it rests on.

    Its kinds are those of `core.calendar.DayKind`; the row that confirms a year stands on its
    first of January. A row is never changed: a newer correction takes its place.
    """

    day = models.DateField()
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in DayKind])
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    source = models.CharField(max_length=LONGEST_SOURCE)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["day", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["day"], condition=~Q(kind="confirm_year"), name="core_calendar_one_a_day"
            ),
            models.UniqueConstraint(
                fields=["day"], condition=Q(kind="confirm_year"), name="core_calendar_one_a_year"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in DayKind]),
                name="core_calendar_kind_known",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="core_calendar_has_its_paper"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"


class SearchEntry(models.Model):
    """What search finds of one record, in words without tone marks; see `core.search`."""

    # The model, e.g. "planning.task", and the key of the record in its own table.
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    title = models.TextField()
    text = models.TextField(blank=True)
    # The words that carry marks, each once, as they are written.
    marked = models.TextField(blank=True)
    # What orders equally good finds: the newest first.
    day = models.DateField(null=True)

    class Meta:
        # Broad words are asked along the newest; all that this needs stands in the index.
        indexes = [
            models.Index(fields=["day", "id", "kind", "object_id"], name="core_search_newest")
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="core_search_entry_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class ScheduledJob(models.Model):
    """A job that the scheduler enqueues at a fixed interval; the scheduler does nothing else."""

    name = models.CharField(max_length=60, unique=True)
    every_minutes = models.PositiveIntegerField()
    next_at = models.DateTimeField()
    last_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Heartbeat(models.Model):
    """When a long-running process last showed that it lives."""

    process = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.process


class VersionedModel(models.Model):
    """A row whose edits carry the number they were based on; see `expect`."""

    row_version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class LoadedPack(models.Model):
    """Which version of a packaged data file stands in this database."""

    name = models.CharField(max_length=60, primary_key=True)
    version = models.CharField(max_length=80)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.version}"
