"""Good practices: told in three lines with a picture, changed, and grown into a model."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.exemplars.actions.models import ModelTerms, enter_model
from phongtrao.fieldwork.exemplars.models import GoodPractice, PracticeModel
from phongtrao.fieldwork.exemplars.rules import field_name, vocabulary
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

_LINES = {
    "title": (N_("Hãy đặt tên cho cách làm."), 200),
    "matter": (N_("Hãy ghi vấn đề gặp phải."), 300),
    "deed": (N_("Hãy ghi đã làm gì."), 300),
    "effect": (N_("Hãy ghi kết quả."), 300),
}


@dataclass(frozen=True, slots=True)
class PracticeTerms:
    """What was the matter, what was done about it, what came of it."""

    programme: Programme
    area_id: int
    title: str
    field: str
    matter: str
    deed: str
    effect: str
    told_on: date


@transaction.atomic
def tell_practice(
    terms: PracticeTerms, *, by: Actor, picture: StoredFile | None = None
) -> GoodPractice:
    """Share a good practice. Raises Forbidden and InvalidInput (a line that is missing)."""
    require_recorder(by)
    posting = posting_of(by)
    made = GoodPractice.objects.create(
        body=posting.body,
        recorded_at=clock.now(),
        recorded_by=posting,
        picture=picture,
        **_facts(terms, by),
    )
    search.refresh(GoodPractice, [made.pk])
    audit.record("goodpractice.told", made, by=by, field=made.field)
    return made


@transaction.atomic
def change_practice(
    practice: GoodPractice,
    terms: PracticeTerms,
    *,
    by: Actor,
    picture: StoredFile | None = None,
    expected_version: int | None = None,
) -> GoodPractice:
    """Tell it otherwise; without a new picture the old one stays. Raises as telling does."""
    found = locked(practice, by=by, expected_version=expected_version)
    kept = {"picture": picture} if picture is not None else {}
    save_changed(found, _facts(terms, by) | kept)
    audit.record("goodpractice.changed", found, by=by, field=found.field)
    return found


@transaction.atomic
def grow_practice(practice: GoodPractice, terms: ModelTerms, *, by: Actor) -> PracticeModel:
    """Make a proposed model of it. Raises Refused where it has grown already."""
    found = locked(practice, by=by)
    if found.grown_into_id is not None:
        raise Refused(N_("Cách làm này đã thành mô hình."), code="grown")
    model = enter_model(terms, by=by)
    save_changed(found, {"grown_into": model})
    audit.record("goodpractice.grown", found, by=by, model=model.pk)
    return model


def _facts(terms: PracticeTerms, by: Actor) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, (missing, longest) in _LINES.items():
        told[name] = tidy_line(getattr(terms, name))[:longest]
        if not told[name]:
            said = Sentence(missing)
            raise InvalidInput(said, fields={name: said})
    if terms.field not in {term.code for term in vocabulary().fields}:
        said = Sentence(N_("Hãy chọn trong danh mục."))
        raise InvalidInput(said, fields={"field": said})
    require_past(terms.told_on, by, field="told_on")
    named = (*told.values(), field_name(terms.field))
    return told | {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "field": terms.field,
        "told_on": terms.told_on,
        "search_folded": fold("\n".join(named)),
    }
