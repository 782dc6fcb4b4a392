"""The slice of weekly calendars as Django knows it."""

from django.apps import AppConfig


class WeeksConfig(AppConfig):
    """What a body does in a week, approved and changed by number."""

    name = "phongtrao.fieldwork.weeks"
    label = "weeks"
    default_auto_field = "django.db.models.BigAutoField"
