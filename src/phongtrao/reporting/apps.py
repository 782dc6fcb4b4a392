"""Refuses to load over a catalogue or a form that counts what may not be counted."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Reports and their roll-up."""

    name = "phongtrao.reporting"

    def ready(self) -> None:
        """Hold the packaged catalogue and forms against the boundary."""
        from phongtrao.core.boundary import start  # late: models are not ready earlier
        from phongtrao.reporting import imports

        start.refuse_to_start(imports.packaged_faults())
