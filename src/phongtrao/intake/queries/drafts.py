"""Arrived papers as the receiving body sees them: the one scope door, and the page of a draft."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_, NotFound
from phongtrao.core.inbox import InboxItem
from phongtrao.core.inbox_sources import Source
from phongtrao.intake.extraction.doubts import SENTENCES as DOUBTS
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.rules import Mark, Passage, header_values, passages
from phongtrao.intake.workflow import Certainty, DraftState, ItemState
from phongtrao.org import queries as org_queries
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.held_work import HeldKind

_HEAVY = ("text", "extraction", "references", "search_folded")
_SHOWN_DONE_FOR = timedelta(days=30)
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


@dataclass(frozen=True, slots=True)
class DoubtShown:
    """One thing the reader was not sure of: the sentence, the first words of its place."""

    key: str
    sentence: str
    words: str
    start: int | None
    end: int | None


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


def asking(rows: QuerySet[Draft], body_ids: Container[int]) -> set[int]:
    """The ids of those drafts that have an item for one of some bodies; dropped items do not count.

    Who is asked is kept as it was read, so the items are looked through one by one.
    """
    items = DraftRequirement.objects.filter(draft__in=rows.order_by().values("pk"))
    lists = items.exclude(state=ItemState.DROPPED).values_list("draft_id", "leads", "coordinators")
    return {
        draft
        for draft, leads, coordinators in lists
        if any(each.get("body_id") in body_ids for each in (*leads, *coordinators))
    }


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


def doubts_about(draft: Draft) -> list[DoubtShown]:
    """What the reader was not sure of, each with its place in the text where it has one."""
    found = []
    for number, row in enumerate(draft.extraction.get("doubts", ()), start=1):
        start = row.get("start")
        end = _end_of_place(draft.text, start) if start is not None else None
        words = " ".join(draft.text[start:end].split()) if end else ""
        sentence = DOUBTS[row["code"]]
        said = gettext(sentence)
        found.append(DoubtShown(f"d{number}", said, words, start if words else None, end))
    return found


def _end_of_place(text: str, start: int) -> int:
    """The end of the first words of a place: of its line, or a few words on."""
    line_end = text.find("\n", start)
    return min(start + _LONGEST_PLACE, line_end if line_end > start else len(text))


def events_of(draft: Draft) -> list[dict[str, Any]]:
    """The events that the paper tells of, in its order: kind, date, place, span, rule."""
    return [
        row | {"key": f"e{number}", "words": " ".join((row.get("quote") or "").split())}
        for number, row in enumerate(draft.extraction.get("events") or (), start=1)
    ]


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
    draft: Draft,
    fields: Sequence[HeaderField],
    items: Sequence[DraftRequirement],
    doubts: Sequence[DoubtShown] = (),
) -> list[Passage]:
    """The paper's text in runs, each under the marks of the cards that speak of it."""
    cards = [
        *((field.key, "head", field.start, field.end) for field in fields),
        *(
            (f"r{number}", "reference", row.get("start"), row.get("end"))
            for number, row in enumerate(draft.references, start=1)
        ),
        *((row["key"], "event", row.get("start"), row.get("end")) for row in events_of(draft)),
        *((item.key, f"item-{item.state}", item.start, item.end) for item in items),
        *((doubt.key, "doubt", doubt.start, doubt.end) for doubt in doubts),
    ]
    marks = [
        Mark(key, kind, start, end)
        for key, kind, start, end in cards
        if start is not None and end is not None
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


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """Papers that wait for the acting body's word, and those it settled in the last 30 days."""
    rows = visible(actor).select_related("file").defer(*_HEAVY)
    yield Source(rows.filter(state=DraftState.PROPOSED), _inbox_item)
    since = day - _SHOWN_DONE_FOR
    settled = rows.exclude(state=DraftState.PROPOSED).filter(decided_at__date__gte=since)
    yield Source(settled, _inbox_item, most=50)


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
