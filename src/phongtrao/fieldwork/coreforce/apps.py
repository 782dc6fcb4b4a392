"""The slice of the core force as Django knows it."""

from django.apps import AppConfig


class CoreForceConfig(AppConfig):
    """Teams of the core force."""

    name = "phongtrao.fieldwork.coreforce"
    label = "coreforce"
    default_auto_field = "django.db.models.BigAutoField"
