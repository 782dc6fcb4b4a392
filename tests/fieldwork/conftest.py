"""The world with its programme, as the registers of the movement need it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from phongtrao.core import clock
from phongtrao.planning.models import Programme
from tests.packs import load_pack
from tests.world import World


@pytest.fixture
def programme(world: World) -> Programme:
    """The programme that ships."""
    return load_pack()


@pytest.fixture
def desk(world: World, programme: Programme, client_for: Any) -> Callable[[str], Client]:
    """A browser of one of the cast, by name."""
    return lambda name: client_for(world.posting(name))


@pytest.fixture
def in_august() -> Iterator[None]:
    """A morning in the middle of a festival's window, whatever day it really is."""
    with clock.set_to(datetime(clock.real_today().year, 8, 10, 9, tzinfo=clock.VIETNAM)):
        yield
