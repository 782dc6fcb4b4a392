"""The slice of models as Django knows it."""

from django.apps import AppConfig


class ExemplarsConfig(AppConfig):
    """Models and advanced examples."""

    name = "phongtrao.fieldwork.exemplars"
    label = "exemplars"
    default_auto_field = "django.db.models.BigAutoField"
