"""Arrived papers as the receiving body sees them: the one scope door, and the page of a draft."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import formats
from phongtrao.core.errors import N_, NotFound
from phongtrao.core.inbox import InboxItem
from phongtrao.core.vietnamese import roman
from phongtrao.intake.extraction.doubts import SENTENCES as DOUBTS
from phongtrao.intake.extraction.rules import BY_ID
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.rules import Mark, Passage, full_date, header_values, passages
from phongtrao.intake.workflow import Certainty, DraftState, ItemState
from phongtrao.org import queries as org_queries
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.held_work import HeldKind

_HEAVY = ("text", "extraction", "references", "search_folded")
_SHOWN_DONE_FOR = timedelta(days=30)
_MOST = 200
_LONGEST_PLACE = 60
# What changes hands when the receiving body ends.
OPEN_WORK = (
    OpenWork(Draft, "body", "body", N_("Văn bản chờ xác nhận"), Q(state=DraftState.PROPOSED)),
)
# What an official holds of it: papers he has taken in that wait to be confirmed.
HELD_WORK = (
    HeldKind(
        key="intake.draft",
        model=Draft,
        field="received_by",
        noun=N_("Văn bản đã tiếp nhận, chờ xác nhận"),
        is_open=Q(state=DraftState.PROPOSED),
        fields=("number", "title", "file__name"),
        words=lambda number, title, name: " – ".join(filter(None, (number, title))) or name,
        address="intake:draft-detail",
    ),
)
STATE_TONES = {
    DraftState.PROPOSED: "warning",
    DraftState.ACCEPTED: "success",
    DraftState.REJECTED: "secondary",
}
CERTAINTY_TONES = {
    Certainty.CERTAIN: "success",
    Certainty.CHECK: "warning",
    Certainty.GUESS: "danger",
}


@dataclass(frozen=True, slots=True)
class HeaderField:
    """One field of the paper's head: what stands now, what was proposed, and where."""

    key: str
    label: Any
    value: Any
    proposed: Any
    start: int | None
    end: int | None
    certainty: str
    rule: str
    is_corrected: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the official has come with a draft."""

    total: int
    open: int
    kept: int
    dropped: int
    bodies: int
    unmatched: int
    undated: int

    @property
    def done(self) -> int:
        """Items that were looked at."""
        return self.total - self.open


def visible(actor: Actor) -> QuerySet[Draft]:
    """The drafts of the acting body; nobody else has any."""
    if actor.body_id is None or not actor.can("intake.read"):
        return Draft.objects.none()
    return Draft.objects.filter(body_id=actor.body_id)


def draft_rows(actor: Actor) -> QuerySet[Draft]:
    """Rows of the list: without the texts, with the number of items not yet looked at."""
    waiting = Count("items", filter=Q(items__state=ItemState.PROPOSED))
    asked = Count("items", filter=~Q(items__state=ItemState.DROPPED))
    rows = visible(actor).select_related("file", "received_by__account")
    return rows.defer(*_HEAVY).annotate(open_count=waiting, item_count=asked)


def draft_for(actor: Actor, pk: int) -> Draft:
    """One draft of the acting body; raises NotFound."""
    rows = visible(actor).select_related("file", "body", "received_by__account")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def item_for(actor: Actor, draft_pk: int, pk: int) -> DraftRequirement:
    """One proposed requirement of a draft of the acting body; raises NotFound."""
    rows = DraftRequirement.objects.filter(draft__in=visible(actor), draft_id=draft_pk, pk=pk)
    found = rows.select_related("draft").first()
    if found is None:
        raise NotFound
    return found


def known_draft(body_id: int, sha256: str) -> Draft | None:
    """The draft that this body already has of the same bytes; one it rejected does not count."""
    rows = Draft.objects.filter(body_id=body_id, file__sha256=sha256)
    return rows.exclude(state=DraftState.REJECTED).defer(*_HEAVY).select_related("file").first()


def doubts_about(draft: Draft) -> list[str]:
    """What the reader was not sure of, as sentences; the first words of the place where known."""
    found = []
    for row in draft.extraction.get("doubts", ()):
        sentence = DOUBTS[row["code"]]
        said = gettext(sentence)
        start = row.get("start")
        words = " ".join(draft.text[start : start + _LONGEST_PLACE].split()) if start else ""
        found.append(f"{said} “{words}…”" if words else said)
    return found


def same_number(draft: Draft) -> Draft | None:
    """Another live draft of the body with the same number and date."""
    if not draft.number:
        return None
    rows = Draft.objects.filter(
        body_id=draft.body_id, number__iexact=draft.number, issued_on=draft.issued_on
    )
    rows = rows.exclude(pk=draft.pk).exclude(state=DraftState.REJECTED)
    return rows.defer(*_HEAVY).select_related("file").first()


def items_of(draft: Draft) -> list[DraftRequirement]:
    """The items in their order, ready for their cards; see `with_names`."""
    items = list(draft.items.all())
    for item in items:
        item.draft = draft
    return with_names(items)


def with_names(items: list[DraftRequirement]) -> list[DraftRequirement]:
    """The items with `lead_rows` and `coordinator_rows`: each body with its present name."""
    rows = [row for item in items for row in [*item.leads, *item.coordinators]]
    named = {row["body_id"] for row in rows if row.get("body_id")}
    names = dict(Body.objects.filter(pk__in=named).values_list("pk", "name")) if named else {}
    for item in items:
        item.lead_rows = _named(item.leads, names)  # type: ignore[attr-defined]  # for the page
        item.coordinator_rows = _named(item.coordinators, names)  # type: ignore[attr-defined]
    return items


def _named(rows: Iterable[dict[str, Any]], names: dict[int, str]) -> list[dict[str, Any]]:
    return [row | {"name": names.get(row.get("body_id") or 0, "")} for row in rows]


def progress_of(items: Iterable[DraftRequirement]) -> Progress:
    """Counts for the bar and for the summary before confirming."""
    items = list(items)
    live = [item for item in items if item.state != ItemState.DROPPED]
    rows = [row for item in live for row in [*item.leads, *item.coordinators]]
    return Progress(
        total=len(items),
        open=sum(item.state == ItemState.PROPOSED for item in live),
        kept=len(live),
        dropped=len(items) - len(live),
        bodies=len({row["body_id"] for row in rows if row.get("body_id")}),
        unmatched=len({row["text"] for row in rows if not row.get("body_id")}),
        undated=sum(item.due_on is None for item in live),
    )


def header_of(draft: Draft) -> list[HeaderField]:
    """The cards of the paper's head in the order in which it is read."""
    found = draft.extraction.get("metadata") or {}
    proposed = header_values(draft.extraction)
    issuers = [row for row in found.get("issuers") or [] if row.get("role") != "parent"]
    records = (
        ("so", _("Số, ký hiệu"), "number", found.get("number")),
        ("ngay", _("Ngày ban hành"), "issued_on", found.get("date")),
        ("co-quan", _("Cơ quan ban hành"), "issuer_text", issuers[0] if issuers else None),
        ("loai", _("Loại văn bản"), "document_type", found.get("doc_type")),
        ("trich-yeu", _("Trích yếu"), "title", found.get("title")),
    )
    return [
        HeaderField(
            key=key,
            label=label,
            value=getattr(draft, name),
            proposed=proposed[name],
            start=(record or {}).get("start"),
            end=(record or {}).get("end"),
            certainty=_certainty(record),
            rule=(record or {}).get("rule") or "",
            is_corrected=getattr(draft, name) != proposed[name],
        )
        for key, label, name, record in records
    ]


def _certainty(record: dict[str, Any] | None) -> str:
    """A record without a certainty of its own is one to look at; "" = nothing was found."""
    return (record.get("certainty") or Certainty.CHECK) if record else ""


def text_of(
    draft: Draft, fields: Sequence[HeaderField], items: Sequence[DraftRequirement]
) -> list[Passage]:
    """The paper's text in runs, each under the marks of the cards that speak of it."""
    marks = [
        Mark(field.key, "head", field.start, field.end)
        for field in fields
        if field.start is not None and field.end is not None
    ]
    marks += [
        Mark(f"r{number}", "reference", row["start"], row["end"])
        for number, row in enumerate(draft.references, start=1)
        if row.get("start") is not None
    ]
    marks += [
        Mark(item.key, f"item-{item.state}", item.start, item.end)
        for item in items
        if item.start is not None and item.end is not None
    ]
    return passages(draft.text, marks)


def bodies_called(actor: Actor, text: str) -> list[Body]:
    """Bodies in the actor's area and below whose name holds the typed words."""
    return org_queries.find_bodies(text, actor.day, within=actor.scope)


def body_names(pks: Iterable[int], actor: Actor) -> dict[int, str]:
    """Names of bodies in force within the actor's area, by id."""
    rows = Body.objects.on(actor.day).filter(pk__in=set(pks))
    if not actor.scope.everything:
        rows = rows.filter(area_id__in=actor.scope.current)
    return dict(rows.values_list("pk", "name"))


def inbox_items(actor: Actor, day: date) -> list[InboxItem]:
    """Papers that wait for the acting body's word, and those it settled in the last 30 days."""
    rows = draft_rows(actor)
    waiting = rows.filter(state=DraftState.PROPOSED)[:_MOST]
    since = day - _SHOWN_DONE_FOR
    settled = rows.exclude(state=DraftState.PROPOSED).filter(decided_at__date__gte=since)[:50]
    return [_inbox_item(draft) for draft in [*waiting, *settled]]


def _inbox_item(draft: Draft) -> InboxItem:
    waits = draft.state == DraftState.PROPOSED
    return InboxItem(
        kind=_("Văn bản đến"),
        title=" – ".join(part for part in (str(draft), draft.title[:200]) if part),
        body=draft.issuer_text,
        due_on=None,
        state_label=DraftState(draft.state).label,
        tone=STATE_TONES[DraftState(draft.state)],
        url=reverse("intake:draft-detail", args=[draft.pk]),
        verb=_("Xem đề xuất") if waits else _("Xem"),
        tab="waiting" if waits else "done",
    )


_RHYTHMS = {
    "P1D": _("hằng ngày"),
    "P1W": _("hằng tuần"),
    "P1M": _("hằng tháng"),
    "P3M": _("hằng quý"),
    "P6M": _("6 tháng một lần"),
    "P1Y": _("hằng năm"),
}
_WORDS = {
    "ONGOING": _("thường xuyên"),
    "ON_REQUEST": _("khi có yêu cầu"),
    "REL:today": _("trong ngày"),
    "REL:now": _("làm ngay"),
    "REL:this_week": _("trong tuần"),
    "REL:next_week": _("tuần sau"),
    "REL:end_of_month": _("cuối tháng"),
    "REL:next_meeting": _("phiên họp sau"),
    "REL:school_year_start": _("đầu năm học"),
    "REL:before_event": _("trước sự kiện"),
    "REL:annual_budget": _("trong dự toán năm"),
}
_UNITS = {"D": _("ngày"), "WD": _("ngày làm việc"), "W": _("tuần"), "M": _("tháng")}


def norm_words(norm: str) -> str:
    """A deadline in the notation of the schema, in words: "hằng quý", "trong 5 ngày làm việc"."""
    return "; ".join(_one_norm(part.strip()) for part in norm.split(";") if part.strip())


def _one_norm(norm: str) -> str:
    sort, _colon, value = norm.partition(":")
    if norm in _WORDS:
        return str(_WORDS[norm])
    if sort == "BY":
        return gettext("chậm nhất %(day)s") % {"day": partial_date(value)}
    if sort == "FROM":
        start, _slash, end = value.partition("/")
        days = {"start": partial_date(start), "end": partial_date(end)}
        return gettext("từ %(start)s đến %(end)s") % days
    if sort == "EVERY":
        rhythm, _at, day = value.partition("@")
        words = str(_RHYTHMS.get(rhythm, rhythm))
        month, dash, of_month = day.partition("-")
        day = f"{int(of_month)}/{int(month)}" if dash and day[:2].isdecimal() else day
        return gettext("%(rhythm)s, ngày %(day)s") % {"rhythm": words, "day": day} if day else words
    counted = re.fullmatch(r"P(\d+)(WD|D|W|M)", value)
    if counted:
        count = {"count": counted[1], "unit": str(_UNITS[counted[2]])}
        return gettext("trong %(count)s %(unit)s") % count
    return norm


def partial_date(text: str) -> str:
    """An ISO date or period as people write it: 05/02/2026, tháng 2/2026, quý III/2026."""
    day = full_date(text)
    if day is not None:
        return formats.date_vn(day)
    found = re.fullmatch(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)))?", text or "")
    if not found:
        return text or ""
    year, quarter, half, month = found.groups()
    if quarter:
        return gettext("quý %(quarter)s/%(year)s") % {"quarter": roman(int(quarter)), "year": year}
    if half == "1":
        return gettext("6 tháng đầu năm %(year)s") % {"year": year}
    if month:
        return gettext("tháng %(month)s/%(year)s") % {"month": int(month), "year": year}
    return gettext("năm %(year)s") % {"year": year}


def rule_title(code: str) -> str:
    """The title of a numbered rule with its number, for whoever asks why."""
    rule = BY_ID.get(code)
    return (
        gettext("%(code)s: %(title)s") % {"code": code, "title": gettext(rule.title)}
        if rule
        else code
    )
