"""Lets the site's wiring connect the stages once everything is loaded."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class PortalConfig(AppConfig):
    """The web door."""

    name = "phongtrao.portal"

    def ready(self) -> None:
        """Run the wiring, which stands beside the site map; portal itself names no later layer."""
        package = settings.ROOT_URLCONF.rpartition(".")[0]
        import_module(f"{package}.wiring").connect()
