"""The slice of funds as Django knows it."""

from django.apps import AppConfig


class FundsConfig(AppConfig):
    """Funds."""

    name = "phongtrao.fieldwork.funds"
    label = "funds"
    default_auto_field = "django.db.models.BigAutoField"
