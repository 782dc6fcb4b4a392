"""What the pages of the door need."""

import uuid
from collections.abc import Callable

import pytest


@pytest.fixture
def once() -> Callable[[], str]:
    """A fresh one-time key for each form."""
    return lambda: uuid.uuid4().hex
