"""Drafts to work on, made by the same action; the child process is tested in test_receive."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from phongtrao.core.uploads import Upload
from phongtrao.intake.actions import receive_file
from phongtrao.intake.imports import read_paper
from phongtrao.intake.models import Draft
from tests.intake.papers import PLAN


@dataclass
class Received:
    """A draft with the addresses of its pages."""

    draft: Draft

    @property
    def address(self) -> str:
        """Its page."""
        return f"/van-ban-den/{self.draft.pk}/"

    def item(self, number: int = 1) -> Any:
        """One of its items, read afresh."""
        return self.draft.items.get(position=number)

    def verb(self, verb: str, number: int = 1) -> str:
        """The address of a verb of an item."""
        return f"{self.address}noi-dung/{self.item(number).pk}/{verb}/"


@pytest.fixture
def received(world, tmp_path) -> Callable[..., Received]:
    """Receive a text as An (or another of the cast) does."""

    def receive(text: str = PLAN, *, by: str = "An", name: str = "ke-hoach.txt") -> Received:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        upload = Upload(name, "txt", path.read_bytes(), "", read_paper(path, "txt"))
        return Received(receive_file(upload, by=world.actor(by)))

    return receive


@pytest.fixture
def plan(received) -> Received:
    """The plan, received by the provincial police."""
    return received()
