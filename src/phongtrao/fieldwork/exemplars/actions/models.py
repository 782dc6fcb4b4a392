"""Enter a model, whether proposed or running already, and change what it is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.fieldwork.exemplars.actions.origins import Origin, hold_the_forest, write_origin
from phongtrao.fieldwork.exemplars.models import ModelSize, ModelStep, PracticeModel
from phongtrao.fieldwork.exemplars.rules import MOST_SITES, field_name, kind_name, vocabulary
from phongtrao.fieldwork.exemplars.workflow import ModelState
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_past,
    require_recorder,
    save_changed,
)
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of

_MOST_MEMBERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Size:
    """How large a model is: places it is applied at, teams, members as a number."""

    sites: int = 1
    teams: int = 0
    members: int | None = None


@dataclass(frozen=True, slots=True)
class Launch:
    """A model that was running before it was entered: the paper that approved it, and its days."""

    paper: str
    approved_on: date
    launched_on: date


@dataclass(frozen=True, slots=True)
class ModelTerms:
    """What a model is; `launch` only of one that runs already when it is entered."""

    programme: Programme
    area_id: int
    name: str
    field: str
    kind: str
    lead: str = ""
    purpose: str = ""
    size: Size = Size()
    launch: Launch | None = None
    origin: Origin | None = None


@transaction.atomic
def enter_model(terms: ModelTerms, *, by: Actor) -> PracticeModel:
    """Enter a model: proposed, or running where `launch` is given.

    Raises Forbidden, and InvalidInput (no name, a word outside the lists, a size out of bounds,
    days that run backwards, an area out of reach, an origin that cannot be).
    """
    require_recorder(by)
    if terms.origin is not None:
        hold_the_forest()
    posting = posting_of(by)
    facts = _facts(terms, by) | _size_facts(terms.size)
    if terms.launch is not None:
        facts |= _launch_facts(terms.launch, by)
    model = PracticeModel.objects.create(
        body=posting.body,
        recorded_at=clock.now(),
        recorded_by=posting,
        state=ModelState.RUNNING if terms.launch else ModelState.PROPOSED,
        **facts,
    )
    if terms.origin is not None:
        write_origin(model, terms.origin, by=by)
    _first_step(model, by)
    _write_size(model, model.launched_on or by.day)
    search.refresh(PracticeModel, [model.pk])
    audit.record("practicemodel.entered", model, by=by, state=str(model.state), field=model.field)
    return model


@transaction.atomic
def change_model(
    model: PracticeModel, terms: ModelTerms, *, by: Actor, expected_version: int | None = None
) -> PracticeModel:
    """Other facts of a model, and its size as of today. Raises as entering does, and StaleVersion.

    Steps and the days they set are not changed here.
    """
    if terms.origin is not None:
        hold_the_forest()
    found = locked(model, by=by, expected_version=expected_version)
    require_counted(found)
    before = (found.sites, found.teams, found.members)
    save_changed(found, _facts(terms, by) | _size_facts(terms.size))
    if before != (found.sites, found.teams, found.members):
        _write_size(found, by.day)
    if _origin_differs(found, terms.origin):
        write_origin(found, terms.origin, by=by)
    audit.record("practicemodel.changed", found, by=by, sites=found.sites, teams=found.teams)
    return found


def require_counted(model: PracticeModel) -> None:
    """Raises Refused for an entry that was merged into another one."""
    if model.is_merged:
        raise Refused(
            N_("Mục này đã nhập vào mô hình khác nên không sửa được. Hãy sửa ở mô hình được giữ."),
            code="merged",
        )


def _origin_differs(model: PracticeModel, origin: Origin | None) -> bool:
    stands = (model.adopted_from_id, model.adopted_on, model.adapted)
    told = (origin.source.pk, origin.on, origin.adapted) if origin else (None, None, "")
    return stands != told


def _facts(terms: ModelTerms, by: Actor) -> dict[str, Any]:
    name = tidy_line(terms.name)[:200]
    if not name:
        said = Sentence(N_("Hãy ghi tên mô hình, ví dụ: Tiếng kẻng an ninh."))
        raise InvalidInput(said, fields={"name": said})
    words = vocabulary()
    _require_known("field", terms.field, {term.code for term in words.fields})
    _require_known("kind", terms.kind, {term.code for term in words.kinds})
    lead, purpose = tidy_line(terms.lead)[:200], tidy(terms.purpose).strip()[:5_000]
    named = (name, lead, field_name(terms.field), kind_name(terms.kind), purpose)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "name": name,
        "field": terms.field,
        "kind": terms.kind,
        "lead": lead,
        "purpose": purpose,
        "search_folded": fold("\n".join(named)),
    }


def _size_facts(size: Size) -> dict[str, Any]:
    require_within("sites", size.sites, 1, MOST_SITES)
    require_within("teams", size.teams, 0, MOST_SITES)
    if size.members is not None:
        require_within("members", size.members, 0, _MOST_MEMBERS)
    return {"sites": size.sites, "teams": size.teams, "members": size.members}


def _launch_facts(launch: Launch, by: Actor) -> dict[str, Any]:
    paper = tidy_line(launch.paper)[:200]
    if not paper:
        said = Sentence(N_("Mô hình đang hoạt động cần số văn bản phê duyệt."))
        raise InvalidInput(said, fields={"approval_paper": said})
    require_past(launch.launched_on, by, field="launched_on")
    if launch.approved_on > launch.launched_on:
        said = Sentence(N_("Ngày phê duyệt không sau ngày ra mắt."))
        raise InvalidInput(said, fields={"approved_on": said})
    return {
        "approval_paper": paper,
        "approved_on": launch.approved_on,
        "launched_on": launch.launched_on,
    }


def _first_step(model: PracticeModel, by: Actor) -> None:
    running = model.launched_on is not None
    ModelStep.objects.create(
        model=model,
        verb="launch" if running else "propose",
        state=model.state,
        on=model.launched_on or by.day,
        paper=model.approval_paper,
        recorded_at=clock.now(),
        recorded_by=posting_of(by),
    )


def _write_size(model: PracticeModel, on: date) -> None:
    ModelSize.objects.update_or_create(
        model=model,
        on=on,
        defaults={"sites": model.sites, "teams": model.teams, "members": model.members},
    )


def _require_known(field: str, code: str, known: Collection[str]) -> None:
    if code not in known:
        said = Sentence(N_("Hãy chọn trong danh mục."))
        raise InvalidInput(said, fields={field: said})


def require_within(field: str, figure: int, lowest: int, highest: int) -> None:
    """Raises InvalidInput, at the field, for a figure out of bounds."""
    if not lowest <= figure <= highest:
        said = Sentence(
            N_("Hãy ghi một số từ %(lowest)s đến %(highest)s."),
            {"lowest": lowest, "highest": highest},
        )
        raise InvalidInput(said, fields={field: said})
