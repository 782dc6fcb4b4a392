"""Oversight as Django knows it."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Inspections."""

    name = "phongtrao.oversight"
    label = "oversight"
    default_auto_field = "django.db.models.BigAutoField"
