"""A program that calls the REST door with a token of one of the cast."""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from phongtrao.org import actions
from phongtrao.org.roles import BY_TOKEN
from tests.world import World


@dataclass
class Program:
    """What calls: its token, and what it was answered."""

    token: str
    client: Client = field(default_factory=Client)

    def get(self, address: str, query: dict[str, Any] | None = None, **headers: str) -> Any:
        """A reading call."""
        return self.client.get(f"/api/v1{address}", query or {}, headers=self._headers(headers))

    def post(self, address: str, body: Any, *, key: str = "", **headers: str) -> Any:
        """A changing call with JSON; `key` is its idempotency key, by default a new one."""
        sent = body if isinstance(body, str | bytes) else json.dumps(body)
        return self.client.post(
            f"/api/v1{address}",
            sent,
            content_type="application/json",
            headers=self._headers({"idempotency-key": key or uuid.uuid4().hex, **headers}),
        )

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"} | more


@pytest.fixture
def program(world: World) -> Callable[..., Program]:
    """A program of one of the cast, by default with everything that he may give it."""
    cache.clear()  # the count of calls

    def made(name: str, *capabilities: str) -> Program:
        actor = world.actor(name)
        wanted = capabilities or [each for each in BY_TOKEN if actor.can(each)]
        _token, text = actions.make_token(name="Thử", capabilities=wanted, days=30, by=actor)
        return Program(text)

    return made
