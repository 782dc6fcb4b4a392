"""The slice of festivals as Django knows it."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Festivals."""

    name = "phongtrao.fieldwork.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"
