"""Registers the start-up checks of core."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The words everyone shares."""

    name = "phongtrao.core"

    def ready(self) -> None:
        """Load the checks; importing them registers them."""
        from phongtrao.core import boundary  # noqa: F401 - late: models are not ready earlier
