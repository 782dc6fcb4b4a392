"""Whatever is asked, the answer is one that the description declares, and never a fault of ours."""

import json
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.api.views import description
from phongtrao.org import actions, scope
from phongtrao.org.roles import BY_TOKEN
from tests.api.conftest import Program
from tests.reporting import cases
from tests.world import build_world

pytestmark = pytest.mark.django_db
TOLD = description()
OPERATIONS = [
    (method, path, told)
    for path, methods in TOLD["paths"].items()
    for method, told in methods.items()
    if "multipart/form-data" not in told.get("requestBody", {}).get("content", {})
]
# What people and programs get wrong, beside what hypothesis thinks of.
ODD = [
    "", "0", "-1", "9" * 30, "1e400", "null", "2026-H1", "2026", "2026-02-30", "51", "CD01",
    "ADMIN_15_14", "CUMULATIVE(2023-11)", "\u0000", "\ufb00", "%", "country", "YWJj",
]  # fmt: skip
TEXTS = st.one_of(st.sampled_from(ODD), st.text("aĂđ0 1.,/%-\u0301\u0000\U0001f4a9", max_size=12))
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").removeprefix("#/components/schemas/")
    found: dict[str, Any] = TOLD["components"]["schemas"][name] if name else schema
    return found


def _fitting(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that a schema allows, by and large."""
    told = _resolved(schema)
    if "anyOf" in told:
        return st.one_of(*map(_fitting, told["anyOf"]))
    if "enum" in told:
        return st.sampled_from(told["enum"])
    if told.get("type") == "integer":
        return st.integers(told.get("minimum", -5), min(told.get("maximum", 5), 2**40))
    if told.get("type") == "array":
        return st.lists(_fitting(told["items"]), min_size=told.get("minItems", 0), max_size=3)
    if told.get("type") == "object":
        return _objects(told)
    if told.get("format") == "date":
        return st.dates().map(str)
    return st.none() if told.get("type") == "null" else TEXTS


def _objects(told: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "properties" not in told:
        keys = st.sampled_from(["CD01", "TT01", "XX99"])
        return st.dictionaries(keys, _fitting(told["additionalProperties"]), max_size=3)
    every = {name: _fitting(each) for name, each in told["properties"].items()}
    must = set(told.get("required", []))
    return st.fixed_dictionaries(
        {name: each for name, each in every.items() if name in must},
        optional={name: each for name, each in every.items() if name not in must},
    )


KINDS = {
    "integer": int, "number": (int, float), "string": str, "array": list, "object": dict,
    "boolean": bool, "null": type(None),
}  # fmt: skip


def _faults(schema: dict[str, Any], value: Any, at: str = "") -> Iterator[str]:
    """Where a value is not what a schema says."""
    told = _resolved(schema)
    kind = told.get("type")
    if "anyOf" in told:
        if all(list(_faults(each, value)) for each in told["anyOf"]):
            yield f"{at}: {value!r} is none of {told['anyOf']}"
    elif kind and (not isinstance(value, KINDS[kind]) or (kind != "boolean" and value is True)):
        yield f"{at}: {value!r} is no {kind}"
    elif "enum" in told and value not in told["enum"]:
        yield f"{at}: {value!r} is none of {told['enum']}"
    elif kind == "object":
        yield from (f"{at}.{name}: missing" for name in {*told.get("required", [])} - set(value))
        for name in set(told.get("properties", {})) & set(value):
            yield from _faults(told["properties"][name], value[name], f"{at}.{name}")
    elif kind == "array":
        for n, each in enumerate(value):
            yield from _faults(told["items"], each, f"{at}.{n}")


@pytest.fixture(scope="module")
def caller(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Program, int]]:
    """A program of the commune's officer, and his report, the same for every question."""
    with django_db_blocker.unblock(), transaction.atomic():
        scope.forget()
        world = build_world()
        report = cases.submitted(world, cases.open_round(world))
        by = world.actor("Chi")
        held = [each for each in BY_TOKEN if by.can(each)]
        _token, text = actions.make_token(name="Thử", capabilities=held, days=5, by=by)
        yield Program(text, Client(raise_request_exception=True)), report.pk
        transaction.set_rollback(True)
    scope.forget()


def _asked(draw: Any, told: dict[str, Any], path: str, pk: int) -> str:
    """An address with parameters, half of them as declared."""
    query = []
    for each in told.get("parameters", []):
        value = draw(st.one_of(_fitting(each["schema"]), TEXTS))
        if each["in"] == "path":
            known = str(pk) if each["name"] in ("report_id", "round_id") else "1"
            shown = known if draw(st.booleans()) else str(value) or "x"
            path = path.replace(f"{{{each['name']}}}", quote(shown, safe=""))
        elif each["in"] == "query" and value is not None and draw(st.booleans()):
            query.append((each["name"], value))
    return f"{path}?{urlencode(query, doseq=True)}"


@given(data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_answer_is_declared(caller: tuple[Program, int], data: st.DataObject) -> None:
    program, pk = caller
    method, path, told = data.draw(st.sampled_from(OPERATIONS))
    address = _asked(data.draw, told, path, pk)
    cache.clear()
    with transaction.atomic():
        if method == "get":
            answer = program.get(address.removeprefix("/api/v1"))
        else:
            schema = told["requestBody"]["content"]["application/json"]["schema"]
            body = data.draw(st.one_of(_fitting(schema), JSON))
            sent = json.dumps(body)
            answer = program.post(address.removeprefix("/api/v1"), sent, key=uuid.uuid4().hex)
        transaction.set_rollback(True)
    _require_declared(answer, told, address)


def _require_declared(answer: Any, told: dict[str, Any], address: str) -> None:
    kind = answer["Content-Type"].partition(";")[0]
    if answer.status_code == 404 and kind == "text/html":
        return  # an address of no operation: a slash was asked for
    assert answer.status_code in told["responses"], f"{address} {answer.status_code}"
    declared = told["responses"][answer.status_code]["content"]
    assert kind in declared, f"{address} {kind}"
    if kind != "text/csv":
        assert not list(_faults(declared[kind]["schema"], answer.json())), address
