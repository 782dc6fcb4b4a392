"""Bulletins between bodies, each with its receipts."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import StoredFile
from phongtrao.fieldwork.register.models import Entry
from phongtrao.org.models import Body, Posting


class Bulletin(Entry):
    """What a body tells others of its work at intervals (bản tin, thông tin trao đổi)."""

    number = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=300)
    issued_on = models.DateField()
    summary = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Entry.Meta):
        ordering = ["-issued_on", "-pk"]
        indexes = [models.Index(fields=["body", "issued_on"])]

    def __str__(self) -> str:
        return self.title


class BulletinReceipt(models.Model):
    """A body a bulletin went to: when it confirmed that it has it, or that it has not yet."""

    bulletin = models.ForeignKey(Bulletin, on_delete=models.CASCADE, related_name="receipts")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField(null=True)
    received_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["bulletin", "body__name"]
        indexes = [models.Index(fields=["body", "received_on"])]
        constraints = [
            models.UniqueConstraint(fields=["bulletin", "body"], name="outreach_receipt_once"),
            models.CheckConstraint(
                name="outreach_receipt_whole",
                condition=Q(received_on__isnull=True, received_by__isnull=True)
                | Q(received_on__isnull=False, received_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bulletin_id} {self.body_id}"
