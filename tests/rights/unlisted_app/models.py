"""A harmless field without a class."""

from django.db import models


class Sheet(models.Model):
    """Not in any boundary.yaml."""

    pages_read = models.IntegerField(default=0)

    class Meta:
        app_label = "unlisted_app"

    def __str__(self) -> str:
        return str(self.pages_read)
