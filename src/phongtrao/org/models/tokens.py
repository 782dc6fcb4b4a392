"""What lets a program of one's office act in one's posting, through REST alone."""

from datetime import date

from django.conf import settings
from django.db import models

from phongtrao.org.models.accounts import Posting


class AccessToken(models.Model):
    """A personal access token (mã truy cập): some capabilities of one posting, for a time.

    The token itself is shown once and kept nowhere; `digest` is its SHA-256, `hint` its beginning
    by which its holder knows it again.
    """

    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="tokens")
    # Who made it; a posting never changes hands, so that it is also who answers for it.
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tokens"
    )
    name = models.CharField(max_length=60)
    hint = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    capabilities = models.JSONField(default=list)
    made_at = models.DateTimeField()
    # The first day on which it no longer works.
    valid_to = models.DateField()
    revoked_at = models.DateTimeField(null=True)
    # The day, not the moment: enough to find one that nobody needs any more.
    last_used_on = models.DateField(null=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    def holds_on(self, day: date) -> bool:
        """Whether it works on that day, as far as the token itself goes."""
        return self.revoked_at is None and day < self.valid_to
