"""Packaged data (areas, programme, catalogue): loaded once a version, safe to ask for again."""

from collections.abc import Callable

from django.db import transaction

from phongtrao.core import clock
from phongtrao.core.models import LoadedPack


def load_once(name: str, version: str, load: Callable[[], None]) -> bool:
    """Run `load` in one transaction unless this version is already in; says whether it ran."""
    if LoadedPack.objects.filter(name=name, version=version).exists():
        return False
    with transaction.atomic():
        load()
        LoadedPack.objects.update_or_create(
            name=name, defaults={"version": version, "loaded_at": clock.now()}
        )
    return True
