"""Open work that changes hands when a body or an area ends: tasks, drafts, returned reports.

Later stages say what of theirs is open and by which field it is owned; `config/wiring.py` hands the
list in. What is submitted, approved or done stays with whom it was; authors never change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.apps import apps
from django.db.models import F, Model, Q, UniqueConstraint

from phongtrao.core import search
from phongtrao.core.errors import N_, Refused
from phongtrao.core.models import VersionedModel


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Objects of one model that are owned through one field while `is_open` holds."""

    model: type[Model]
    field: str
    owner: Literal["body", "area"]
    """Whether the field points at a body or at an area."""
    noun: str
    """What officials call it, marked for translation: "nhiệm vụ chủ trì"."""
    is_open: Q
    never_with: str = ""
    """Another owner of the same object that must be somebody else (its verifier)."""


@dataclass(frozen=True, slots=True)
class Handing:
    """What of one kind of work changes hands: how many items, and how many stay for a reason."""

    noun: str
    moving: int
    staying: int
    """The successor takes part in the same object already; its own part goes on."""


_KINDS: list[OpenWork] = []
Heirs = Mapping[int, int]
"""Ended owner → the main heir: the one with the largest share."""


def register(kinds: Sequence[OpenWork]) -> None:
    """Hand in what the later stages own; replaces what was handed in before."""
    _KINDS[:] = kinds


def kinds() -> Sequence[OpenWork]:
    """All kinds that were handed in."""
    return tuple(_KINDS)


def consequences(bodies: Heirs, areas: Heirs) -> list[Handing]:
    """What would change hands, by kind; kinds without any are left out. For the preview."""
    found = []
    for kind in _KINDS:
        rows = _owned(kind, bodies, areas)
        stuck = sum(_is_taken(kind, pk, heir) for pk, _old, heir in rows)
        if rows:
            found.append(Handing(kind.noun, len(rows) - stuck, stuck))
    return found


def counts_of(body_id: int) -> list[tuple[str, int]]:
    """How much open work lies with a body, by noun; it stays there when an official leaves."""
    found = [
        (kind.noun, _rows(kind.model).filter(kind.is_open, **{kind.field: body_id}).count())
        for kind in _KINDS
        if kind.owner == "body"
    ]
    return [(noun, count) for noun, count in found if count]


def hand_over(bodies: Heirs, areas: Heirs) -> list[list[Any]]:
    """Give open work to the heirs; answers `[model, pk, field, old, new]` of each for an undo."""
    moved: list[list[Any]] = []
    for kind in _KINDS:
        for pk, old, heir in _owned(kind, bodies, areas):
            if not _is_taken(kind, pk, heir):
                _set_owner(kind.model, kind.field, pk, heir)
                moved.append([kind.model._meta.label, pk, kind.field, old, heir])
    return moved


def take_back(moved: Sequence[Sequence[Any]]) -> None:
    """Give work back to its former owner. Raises Refused where it has changed hands again."""
    for label, pk, field, old, new in reversed(moved):
        model = apps.get_model(label)
        if not _rows(model).filter(pk=pk, **{f"{field}_id": new}).exists():
            raise Refused(
                N_(
                    "Có công việc đã chuyển tiếp sang cơ quan khác sau thay đổi này nên chưa hoàn"
                    " tác được. Chưa có gì thay đổi."
                ),
                code="work_moved_on",
            )
        _set_owner(model, field, pk, old)


def owners() -> list[list[Any]]:
    """Every open item with its owner, for the hash of the state."""
    return [
        [kind.model._meta.label, kind.field, pk, owner]
        for kind in _KINDS
        for pk, owner in _rows(kind.model)
        .filter(kind.is_open)
        .order_by("pk")
        .values_list("pk", f"{kind.field}_id")
    ]


def _rows(model: type[Model]) -> Any:
    return model._default_manager.all()  # noqa: SLF001 - Django's documented name for any model


def _owned(kind: OpenWork, bodies: Heirs, areas: Heirs) -> list[tuple[int, int, int]]:
    """Open items of ended owners that have an heir: (pk, owner, heir)."""
    heirs = bodies if kind.owner == "body" else areas
    rows = _rows(kind.model).filter(kind.is_open, **{f"{kind.field}__in": list(heirs)})
    found = rows.order_by("pk").values_list("pk", f"{kind.field}_id")
    return [(pk, owner, heirs[owner]) for pk, owner in found]


def _is_taken(kind: OpenWork, pk: int, heir: int) -> bool:
    """Whether the heir has its own row beside, so that the moved one would come twice, or is the
    other owner that must be somebody else; then the item stays until somebody chooses.
    """
    if kind.never_with and _rows(kind.model).filter(pk=pk, **{kind.never_with: heir}).exists():
        return True
    for constraint in kind.model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and kind.field in constraint.fields:
            others = [name for name in constraint.fields if name != kind.field]
            values = _rows(kind.model).filter(pk=pk).values(*others).get()
            if _rows(kind.model).filter(**values, **{kind.field: heir}).exists():
                return True
    return False


def _set_owner(model: type[Model], field: str, pk: int, owner: int) -> None:
    """Open pages of the item must notice: its row version goes up."""
    changes: dict[str, Any] = {f"{field}_id": owner}
    if issubclass(model, VersionedModel):
        changes["row_version"] = F("row_version") + 1
    _rows(model).filter(pk=pk).update(**changes)
    search.refresh(model, [pk])
