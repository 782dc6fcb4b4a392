"""The slice of forums as Django knows it."""

from django.apps import AppConfig


class ForumsConfig(AppConfig):
    """Listening forums."""

    name = "phongtrao.fieldwork.forums"
    label = "forums"
    default_auto_field = "django.db.models.BigAutoField"
