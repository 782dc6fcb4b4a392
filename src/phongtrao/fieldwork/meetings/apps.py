"""The slice of meetings as Django knows it."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings, briefings and review conferences."""

    name = "phongtrao.fieldwork.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"
