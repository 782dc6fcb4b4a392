"""Packaged data (areas, programme, catalogue): loaded once a version, safe to ask for again."""

from collections.abc import Callable

from django.db import connection, transaction

from phongtrao.core import clock
from phongtrao.core.models import LoadedPack


def load_once(name: str, version: str, load: Callable[[], None]) -> bool:
    """Run `load` in one transaction unless this version is already in; says whether it ran."""
    if LoadedPack.objects.filter(name=name, version=version).exists():
        return False
    with transaction.atomic():
        load()
        _learn_sizes()
        LoadedPack.objects.update_or_create(
            name=name, defaults={"version": version, "loaded_at": clock.now()}
        )
    return True


def _learn_sizes() -> None:
    """PostgreSQL plans the checks of keys for the empty tables it knew, and reads them whole."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
