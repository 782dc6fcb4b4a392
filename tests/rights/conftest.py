"""Whoever tries to misuse the product, and proof that nothing of it was kept."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.db.models import BinaryField
from django.test import Client

from tests.planning.conftest import Plan, plan

__all__ = ["Plan", "plan"]

NUMBER = "051199000123"  # made up: the shape of a citizen number, of nobody
PEOPLE = (
    "STT\tHọ và tên\tNăm sinh\tNơi thường trú\n"
    "1\tLò Thị Bịa\t1971\tthôn 3\n"
    "2\tĐinh Văn Giả\t1968\tthôn 4\n"
)


def refused_unkept(answer: Any) -> bool:
    """Whether the guard refused this (and not a form for a field left out), and says so."""
    return bool(answer.status_code == 422 and "chưa lưu gì" in answer.content.decode().casefold())


@pytest.fixture
def kept(plan: Plan) -> Callable[[str], list[str]]:
    """Every place of the database and of the stored files that holds a text."""

    def places(text: str) -> list[str]:
        found = []
        for model in apps.get_models(include_auto_created=True):
            fields = [f for f in model._meta.concrete_fields if not isinstance(f, BinaryField)]
            for row in model._base_manager.values(*(f.attname for f in fields)):
                found += [
                    f"{model._meta.label}.{n}" for n, value in row.items() if text in str(value)
                ]
        for path in Path(django_settings.FILES_DIR).rglob("*"):
            if path.is_file() and text.encode() in path.read_bytes():
                found.append(path.name)
        return found

    return places


@pytest.fixture
def send() -> Callable[..., Any]:
    """Send a form as a browser does, with a fresh one-time key."""

    def post(client: Client, address: str, **fields: Any) -> Any:
        return client.post(address, {"_once": uuid.uuid4().hex, **fields})

    return post
