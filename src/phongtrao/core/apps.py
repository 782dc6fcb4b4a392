"""Refuses to load over a broken boundary, and registers the start-up checks of core."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The words everyone shares."""

    name = "phongtrao.core"

    def ready(self) -> None:
        """Hold the tables against the boundary before anything else can run."""
        from phongtrao.core.boundary import schema, start  # late: models are not ready earlier

        start.refuse_to_start(schema.schema_faults())
