"""A database that is made at once is the one that the migrations make."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.cli.processes import environment, run

Shape = dict[str, Any]
# Django's own migration leaves the key of this table, which nothing of ours fills, narrower.
_OF_DJANGO = ("auth_group_permissions", "id")
_CATALOGUE = {
    "columns": "SELECT table_name, column_name, data_type, is_nullable,"
    " character_maximum_length FROM information_schema.columns WHERE table_schema = 'public'",
    "constraints": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
}


def _parts(statement: str) -> list[str]:
    """The columns and constraints of a table, in no order: migrations append columns."""
    found, depth, part = [], 0, ""
    for sign in statement[statement.index("(") + 1 : statement.rindex(")")]:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            found.append(part.strip())
            part = ""
        else:
            part += sign
    return sorted([*found, part.strip()])


def _sqlite_shape(path: Path) -> Shape:
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            name: _parts(sql) if sql.startswith("CREATE TABLE") else sql
            for name, sql in rows.fetchall()
        } | {"migrations": database.execute("SELECT count(*) FROM django_migrations").fetchone()}


def test_an_empty_file_becomes_what_the_migrations_make(tmp_path: Path) -> None:
    at_once, step_by_step = tmp_path / "once", tmp_path / "steps"
    for folder in (at_once, step_by_step):
        folder.mkdir()
    assert run("audit", "verify", data=at_once).returncode == 0
    assert run("migrate", "--skip-checks", data=step_by_step).returncode == 0
    made = _sqlite_shape(at_once / "phongtrao.sqlite3")
    assert len(made) > 700
    assert made == _sqlite_shape(step_by_step / "phongtrao.sqlite3")


def _postgresql_shape(address: str) -> Shape:
    import psycopg

    with psycopg.connect(address) as database:
        shape = {key: sorted(database.execute(sql)) for key, sql in _CATALOGUE.items()}
        count = database.execute("SELECT count(*) FROM django_migrations").fetchone()
    return shape | {"migrations": [count]}


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_an_empty_server_becomes_what_the_migrations_make(tmp_path: Path) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    address = environment(tmp_path, **_addresses("once"))["PHONGTRAO_DATABASE_URL"]
    assert run("audit", "verify", data=tmp_path, **_addresses("once")).returncode == 0
    assert run("migrate", "--skip-checks", data=tmp_path, **_addresses("steps")).returncode == 0
    made = _postgresql_shape(address)
    assert len(made["constraints"]) > 700
    by_steps = _postgresql_shape(_addresses("steps")["PHONGTRAO_DATABASE_URL"])
    for what, rows in made.items():
        differing = {row for row in set(rows) ^ set(by_steps[what]) if row[:2] != _OF_DJANGO}
        assert differing == set(), what


def _addresses(name: str) -> dict[str, str]:
    """The address of an empty database beside that of the tests; made where it is missing."""
    import psycopg

    server = os.environ["PHONGTRAO_DATABASE_URL"]
    with psycopg.connect(server, autocommit=True) as database:
        known = database.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if known.fetchone() is None:
            database.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')  # type: ignore[call-overload]  # a fixed name
    return {"PHONGTRAO_DATABASE_URL": server.rsplit("/", 1)[0] + "/" + name}
