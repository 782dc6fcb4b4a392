"""What a model did, and what its year was worth: the evidence that it is still alive."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.exemplars.actions.models import require_counted, require_within
from phongtrao.fieldwork.exemplars.models import ModelActivity, ModelReview, PracticeModel
from phongtrao.fieldwork.exemplars.rules import vocabulary
from phongtrao.fieldwork.register.actions import locked, require_past
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of

_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class ActivityTerms:
    """What was done on a day: one line, how many took part, how many matters were settled."""

    held_on: date
    line: str
    attendances: int | None = None
    settled: int | None = None


@dataclass(frozen=True, slots=True)
class ReviewTerms:
    """The review of a year; `rank` may be left out where a model was reviewed without one."""

    year: int
    reviewed_on: date
    rank: str = ""
    paper: str = ""
    note: str = ""


@transaction.atomic
def record_activity(
    model: PracticeModel, terms: ActivityTerms, *, by: Actor, file: StoredFile | None = None
) -> ModelActivity:
    """Enter what a model did.

    Raises Forbidden, Refused (it does not run yet, or repeats another one) and InvalidInput (a day
    to come or before the launch, no line, a figure out of bounds).
    """
    found = _running(model, by)
    _require_since_launch(found, terms.held_on, by, field="held_on")
    line = tidy_line(terms.line)[:500]
    if not line:
        said = Sentence(N_("Hãy ghi một dòng về hoạt động, ví dụ: tuần tra 4 buổi trong tuần."))
        raise InvalidInput(said, fields={"line": said})
    for name in ("attendances", "settled"):
        if getattr(terms, name) is not None:
            require_within(name, getattr(terms, name), 0, _MOST)
    made = ModelActivity.objects.create(
        model=found,
        held_on=terms.held_on,
        line=line,
        attendances=terms.attendances,
        settled=terms.settled,
        file=file,
        search_folded=fold(line),
        **_kept(found, by),
    )
    audit.record("modelactivity.recorded", made, by=by, model=found.pk)
    return made


@transaction.atomic
def review_model(model: PracticeModel, terms: ReviewTerms, *, by: Actor) -> ModelReview:
    """Enter the review of a year.

    Raises Forbidden, Refused, and InvalidInput (a year twice, a day to come, an unknown rank).
    """
    found = _running(model, by)
    _require_since_launch(found, terms.reviewed_on, by, field="reviewed_on")
    launched = found.launched_on
    first = launched.year if launched else terms.year
    require_within("year", terms.year, first, terms.reviewed_on.year)
    if terms.rank and terms.rank not in {term.code for term in vocabulary().ranks}:
        said = Sentence(N_("Hãy chọn trong danh mục."))
        raise InvalidInput(said, fields={"rank": said})
    if found.reviews.filter(year=terms.year, struck_on__isnull=True).exists():
        said = Sentence(N_("Năm này đã có sơ kết, xếp loại. Nếu ghi nhầm hãy gạch bỏ dòng cũ."))
        raise InvalidInput(said, fields={"year": said})
    made = ModelReview.objects.create(
        model=found,
        year=terms.year,
        reviewed_on=terms.reviewed_on,
        rank=terms.rank,
        paper=tidy_line(terms.paper)[:200],
        note=tidy_line(terms.note)[:500],
        **_kept(found, by),
    )
    audit.record("modelreview.recorded", made, by=by, model=found.pk, rank=made.rank)
    return made


def _running(model: PracticeModel, by: Actor) -> PracticeModel:
    found = locked(model, by=by)
    require_counted(found)
    if found.launched_on is None:
        raise Refused(N_("Mô hình chưa ra mắt nên chưa có hoạt động để ghi."), code="not_launched")
    return found


def _require_since_launch(model: PracticeModel, day: date, by: Actor, *, field: str) -> None:
    require_past(day, by, field=field)
    if model.launched_on is not None and day < model.launched_on:
        said = Sentence(N_("Ngày này trước ngày mô hình ra mắt."))
        raise InvalidInput(said, fields={field: said})


def _kept(model: PracticeModel, by: Actor) -> dict[str, Any]:
    return {
        "programme_id": model.programme_id,
        "body_id": model.body_id,
        "area_id": model.area_id,
        "recorded_at": clock.now(),
        "recorded_by": posting_of(by),
    }
