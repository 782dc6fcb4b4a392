"""The slice of grassroots democracy as Django knows it."""

from django.apps import AppConfig


class GrassrootsConfig(AppConfig):
    """Supervision and social criticism of the Front; what was made public."""

    name = "phongtrao.fieldwork.grassroots"
    label = "grassroots"
    default_auto_field = "django.db.models.BigAutoField"
