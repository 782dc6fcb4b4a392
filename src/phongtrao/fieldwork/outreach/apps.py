"""The slice of communication as Django knows it."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """Communication."""

    name = "phongtrao.fieldwork.outreach"
    label = "outreach"
    default_auto_field = "django.db.models.BigAutoField"
