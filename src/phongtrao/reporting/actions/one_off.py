"""Asking once (báo cáo đột xuất): a form frozen for one request, its round and its reports."""

import hashlib
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.formats import datetime_vn
from phongtrao.core.periods import CALENDAR, parse_period, window
from phongtrao.core.vietnamese import roman, tidy, tidy_line
from phongtrao.org.models import AreaSet, AreaVersion, Body, BodyKind
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.reporting import permissions
from phongtrao.reporting.cells import canonical_json
from phongtrao.reporting.models import (
    Indicator,
    OneOffRequest,
    Report,
    ReportTemplate,
    Round,
    TemplateVersion,
)
from phongtrao.reporting.rules.asking import asking_faults
from phongtrao.reporting.workflow import ApprovalKind, AskedOf, Topic

MOST_ROWS = 10
# Kinds of figures that may be added over areas; parts are asked instead of percentages.
ADDED = ("flow", "stock")
_BATCH = 1_000


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One figure that is asked for: free words with a unit, or an indicator by its code."""

    name: str
    unit: str = ""
    decimals: int = 0
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class AskedPoint:
    """One point of an outline: its name, and what is told of it as (code, name), codes its own."""

    name: str
    topics: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class OneOffDraft:
    """What is asked, of whom, by when and on which ground; areas are those of one level."""

    title: str
    rows: Sequence[AskedRow]
    level: str
    area_ids: Collection[int]
    deadline_at: datetime
    period: str
    question: str = ""
    note: str = ""
    asked_of: str = AskedOf.ALL
    area_set: AreaSet | None = None
    paper_number: str = ""
    paper_date: date | None = None
    needs_approval: bool = False
    points: Sequence[AskedPoint] = ()


@transaction.atomic
def ask_one_off(draft: OneOffDraft, *, by: Actor) -> OneOffRequest:
    """Ask bodies of one's own kind below, once, by an hour; they are told at once.

    The answers are reports of a round of their own: they are filled, sent, listed and urged as
    any other, and never enter periodic figures. Raises ``Forbidden``, ``InvalidInput`` (nothing
    asked, too much, a word that may not be asked for, a deadline that has passed), ``Refused``
    (nobody who could answer).
    """
    if not permissions.can_ask_one_off(by, draft.level) or by.body is None:
        raise Forbidden(N_("Chỉ cơ quan cấp trên mới yêu cầu báo cáo đột xuất được."))
    require_askable(draft)
    bodies = answering_bodies(by, draft.level, draft.area_ids)
    if not bodies:
        raise Refused(
            N_("Chưa chọn địa bàn nào có cơ quan trả lời nên chưa gửi yêu cầu."),
            code="one_off.nobody",
        )
    round_ = open_asked(draft, by, kinds=[by.body.kind], level=draft.level)
    create_reports(round_, bodies, by.body.area_id)
    asked = OneOffRequest.objects.create(
        round=round_,
        body=by.body,
        question=tidy(draft.question).strip(),
        note=tidy(draft.note).strip(),
        paper_number=tidy_line(draft.paper_number)[:60],
        paper_date=draft.paper_date,
        asked_of=draft.asked_of,
        area_set=draft.area_set,
        needs_approval=draft.needs_approval,
    )
    audit.record(
        "one_off.asked", round_, by=by, reports=len(bodies), cells=len(draft.rows),
        deadline=draft.deadline_at.isoformat(),
    )  # fmt: skip
    tell_asked(asked, bodies)
    return asked


def require_askable(draft: OneOffDraft) -> None:
    """Raise ``InvalidInput`` for what may not be asked, or not so; nothing is stored."""
    fields: dict[str, Sentence] = {}
    if not tidy_line(draft.title):
        fields["title"] = Sentence(N_("Chưa ghi tên yêu cầu."))
    if not draft.rows and not draft.question.strip() and not draft.points:
        fields["question"] = Sentence(N_("Hãy hỏi ít nhất một số liệu hoặc một câu."))
    if len(draft.rows) > MOST_ROWS:
        fields["title"] = Sentence(N_("Mỗi yêu cầu hỏi nhiều nhất 10 số liệu."))
    if draft.deadline_at <= clock.now():
        fields["deadline"] = Sentence(N_("Hạn gửi đã qua; hãy chọn ngày giờ sau lúc này."))
    fields |= _words_refused(draft)
    if fields:
        raise InvalidInput(
            N_("Chưa gửi yêu cầu. Hãy sửa các chỗ được chỉ ra; nội dung đã nhập vẫn còn."),
            "one_off.refused",
            fields=fields,
        )


def _words_refused(draft: OneOffDraft) -> dict[str, Sentence]:
    """Field → why its words may not be asked."""
    said = {
        "title": asking_faults(draft.title),
        "question": asking_faults(draft.question),
        "note": asking_faults(draft.note),
    }
    for place, row in enumerate(draft.rows):
        if not row.indicator:
            said[f"row-{place}"] = asking_faults(row.name, unit=row.unit)
    return {name: faults[0] for name, faults in said.items() if faults}


def answering_bodies(by: Actor, level: str, area_ids: Collection[int]) -> list[Body]:
    """The bodies of the asker's own kind in these areas, as far as they are below him today."""
    if by.body is None:
        return []
    inside = [each for each in area_ids if by.scope.covers_now(each) and each != by.body.area_id]
    here = AreaVersion.objects.on(clock.today()).at_level(level).filter(lineage_id__in=inside)
    rows = Body.objects.on(clock.today()).filter(
        kind_id=by.body.kind_id, area_id__in=here.values("lineage_id"), parent=None
    )
    return list(rows.order_by("name_folded", "pk"))


def open_asked(draft: OneOffDraft, by: Actor, *, kinds: Sequence[BodyKind], level: str) -> Round:
    """The round of a request to bodies of these kinds at a level, with the form frozen for it."""
    period = parse_period(draft.period)
    first_day, last_day = window(period, CALENDAR, level)
    round_ = Round(
        template_version=_frozen_form(draft, by, kinds),
        scheme=CALENDAR.code,
        period=period.label,
        first_day=first_day,
        last_day=last_day,
        area_id=by.body.area_id if by.body else 0,
        level=level,
        opened_at=clock.now(),
        opened_on=clock.today(),
        opened_by=permissions.posting_of(by),
        deadline_at=draft.deadline_at,
    )
    round_.save(force_insert=True)
    return round_


def _frozen_form(draft: OneOffDraft, by: Actor, kinds: Sequence[BodyKind]) -> TemplateVersion:
    approval = {"kind": ApprovalKind.APPROVE.value, "body_kind": kinds[0].pk}
    content: dict[str, Any] = {
        "sections": _sections(draft),
        "cells": [_cell(place, row) for place, row in enumerate(draft.rows, start=1)],
        "checks": [],
        "computed": [],
        "kinds": [kind.pk for kind in kinds],
        "approvals": {draft.level: [approval]} if draft.needs_approval else {},
        "period_kind": parse_period(draft.period).kind.value,
    }
    template = ReportTemplate.objects.create(
        code=f"dot-xuat-{uuid.uuid4().hex[:16]}",
        name=tidy_line(draft.title)[:200],
        is_one_off=True,
        owner=by.body,
    )
    version = TemplateVersion.objects.create(
        template=template,
        n=1,
        hash=hashlib.sha256(canonical_json(content)).hexdigest(),
        created_at=clock.now(),
        issued_by=permissions.posting_of(by),
        **content,
    )
    version.participants.set(kinds)
    return version


def _sections(draft: OneOffDraft) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if draft.rows:
        found.append({"code": "I", "name": _("Số liệu")})
    if draft.question.strip():
        code = "II" if draft.rows else "I"
        found.append({"code": code, "name": _("Trả lời"), "topics": [Topic.ANSWER.value]})
    for point in draft.points:
        told = {"topics": [topic for topic, _name in point.topics]}
        names = {"topic_names": dict(point.topics)}
        found.append({"code": roman(len(found) + 1), "name": point.name} | told | names)
    return found


def _cell(place: int, row: AskedRow) -> dict[str, Any]:
    """A cell with a key of its own: never that of the catalogue, so no periodic figure has it."""
    known = Indicator.objects.filter(code=row.indicator).first() if row.indicator else None
    if known is not None and known.kind not in ADDED:
        raise InvalidInput(
            N_("Chỉ tiêu %(shown)s được tính từ các số khác; hãy hỏi các số thành phần."),
            "one_off.computed",
            shown=known.code,
        )
    return {
        "key": f"DX{place}",
        "indicator": known.code if known else f"DX{place}",
        "disaggregation": "",
        "section": "I",
        "order": str(place),
        "name": known.name if known else tidy_line(row.name)[:200],
        "unit": known.unit if known else tidy_line(row.unit)[:40],
        "kind": known.kind if known else "flow",
        "decimals": known.decimals if known else row.decimals,
        "counts_people": bool(known and known.counts_people),
    }


def create_reports(round_: Round, bodies: Sequence[Body], asker_area: int) -> None:
    """A report for each body, with the area of whoever asks above it."""
    Report.objects.bulk_create(
        [
            Report(round=round_, area_id=body.area_id, body=body, superior_id=asker_area)
            for body in bodies
        ],
        batch_size=_BATCH,
    )
    search.refresh(Report, round_.reports.values_list("pk", flat=True))


def tell_asked(asked: OneOffRequest, bodies: Sequence[Body]) -> None:
    """A notice to those who report for these bodies."""
    round_ = asked.round
    text = _("Báo cáo đột xuất: %(title)s, hạn %(deadline)s, theo yêu cầu của %(body)s.") % {
        "title": round_.template_version.template.name,
        "deadline": datetime_vn(round_.deadline_at),
        "body": asked.body.name,
    }
    notify.notify(
        postings_in([body.pk for body in bodies], "report.submit", clock.today()),
        kind="one_off.asked",
        text=text,
        address=reverse("reporting:oneoff-detail", args=[round_.pk]),
    )
