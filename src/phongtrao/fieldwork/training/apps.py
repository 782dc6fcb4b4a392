"""The slice of training as Django knows it."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """Training."""

    name = "phongtrao.fieldwork.training"
    label = "training"
    default_auto_field = "django.db.models.BigAutoField"
