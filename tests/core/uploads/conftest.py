"""Doors to knock at."""

from collections.abc import Callable

import pytest
from django.test import Client

from phongtrao.org.models import Posting
from tests.core.uploads.doors import DOORS, Door
from tests.world import World


@pytest.fixture
def door(world: World, client_for: Callable[[Posting], Client]) -> Callable[[str], Door]:
    """Opens one of the doors by its name."""
    return lambda name: DOORS[name](world, client_for)
