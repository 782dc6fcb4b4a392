"""Answers about figures, from files that are made of the record."""

from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    """Roll-ups of any areas and periods, fast."""

    name = "phongtrao.analytics"
