"""Criteria as dated data: what something is looked at by, version by version. Pure.

A version is in force since a day, until a day or until another one; whatever was begun with one
keeps it, so that a later version never changes what was decided by an earlier one.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Criterion:
    """One point that something is looked at by."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class CriteriaVersion:
    """The points in force since a day; `until` is the first day on which they no longer hold.

    `source` is the paper they are taken from; `is_verified` says whether somebody has compared
    them with it.
    """

    version: str
    since: date
    source: str
    is_verified: bool
    points: tuple[Criterion, ...]
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the version is in force on a day."""
        return self.since <= day and (self.until is None or day < self.until)

    def name_of(self, code: str) -> str:
        """What a point is called; the code where this version does not have it."""
        return next((point.name for point in self.points if point.code == code), code)


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """The versions of one set of criteria, the oldest first; there is always one."""

    code: str
    versions: tuple[CriteriaVersion, ...]

    def on(self, day: date) -> CriteriaVersion:
        """The version in force on a day; the nearest earlier one where none is, else the first."""
        begun = [each for each in self.versions if each.since <= day]
        held = [each for each in begun if each.holds_on(day)]
        return (held or begun or self.versions[:1])[-1]

    def called(self, version: str) -> CriteriaVersion | None:
        """The version with this number."""
        return next((each for each in self.versions if each.version == version), None)

    def name_of(self, code: str) -> str:
        """What a point is called in the newest version that has it; else the code."""
        for each in reversed(self.versions):
            name = each.name_of(code)
            if name != code:
                return name
        return code


def shipped_criteria(package: str, file: str) -> CriteriaSet:
    """The set that a package ships; raises ValueError where its data contradict themselves."""
    path = resources.files(package).joinpath("data", file)
    return criteria_set(json.loads(path.read_text("utf-8")))


def criteria_set(raw: Mapping[str, Any]) -> CriteriaSet:
    """The set as its file says; raises ValueError for none, doubled or overlapping versions."""
    versions = sorted((_version(each) for each in raw["versions"]), key=lambda each: each.since)
    _require_apart(versions)
    return CriteriaSet(raw["code"], tuple(versions))


def _version(raw: Mapping[str, Any]) -> CriteriaVersion:
    until = raw.get("until")
    points = tuple(Criterion(each["code"], each["name"]) for each in raw["points"])
    if not points or len({point.code for point in points}) < len(points):
        raise ValueError(f"version {raw['version']!r} has no points or the same one twice")
    return CriteriaVersion(
        raw["version"],
        date.fromisoformat(raw["since"]),
        raw["source"],
        raw["is_verified"],
        points,
        None if until is None else date.fromisoformat(until),
    )


def _require_apart(versions: Sequence[CriteriaVersion]) -> None:
    if not versions or len({each.version for each in versions}) < len(versions):
        raise ValueError("a set of criteria has no version or the same one twice")
    for before, after in pairwise(versions):
        if before.since == after.since or (before.until and before.until > after.since):
            raise ValueError(f"versions {before.version!r} and {after.version!r} overlap")
