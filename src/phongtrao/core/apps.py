"""Refuses to load over a broken boundary, and registers the start-up checks of core."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    """The words everyone shares."""

    name = "phongtrao.core"

    def ready(self) -> None:
        """Hold the tables against the boundary before anything else can run."""
        from phongtrao.core import search  # late: models are not ready earlier
        from phongtrao.core.boundary import schema, start  # as above

        start.refuse_to_start(schema.schema_faults())
        # A table that Django has no model for is made where migrations have just run.
        post_migrate.connect(search.ensure_tables, sender=self)
