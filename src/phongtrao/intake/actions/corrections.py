"""What officials make of a proposal, card by card; what was proposed stays beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, StaleVersion
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.intake import permissions, rules
from phongtrao.intake.extraction import due_on
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.workflow import Certainty, DraftState, ItemState
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor

Json = dict[str, Any]
_FIELDS = ["action", "start", "end", "leads", "coordinators", "deadline_text", "deadline_norm",
           "due_on", "state", "proposed", "position", "row_version"]  # fmt: skip
LABELS = {
    "action": N_("Nội dung"),
    "leads": N_("Chủ trì"),
    "coordinators": N_("Phối hợp"),
    "deadline": N_("Cách tính hạn"),
    "due_on": N_("Hạn"),
    "number": N_("Số, ký hiệu"),
    "issued_on": N_("Ngày ban hành"),
    "issuer_text": N_("Cơ quan ban hành"),
    "document_type": N_("Loại văn bản"),
    "title": N_("Trích yếu"),
}
_STATE = N_("Trạng thái")


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What an official makes of an item; `deadline_norm` in the notation of the schema."""

    action: str
    leads: tuple[Json, ...]
    coordinators: tuple[Json, ...]
    deadline_norm: str
    due_on: date | None


@transaction.atomic
def keep_item(
    item: DraftRequirement, *, by: Actor, expected_version: int | None = None
) -> DraftRequirement:
    """The proposal is right as it stands. Raises Forbidden, Refused, StaleVersion."""
    item = _locked(item, by, expected_version, {_STATE: ItemState.KEPT.label})
    if item.state == ItemState.PROPOSED:
        item.state = ItemState.KEPT
    return _saved(item, "draft.item_kept", by)


@transaction.atomic
def keep_certain_items(draft: Draft, *, by: Actor) -> int:
    """Keep every open proposal whose rule is certain; returns how many. Raises as `keep_item`."""
    draft = _open_draft(draft, by)
    rows = draft.items.filter(state=ItemState.PROPOSED, certainty=Certainty.CERTAIN)
    count = rows.update(state=ItemState.KEPT, row_version=F("row_version") + 1)
    if count:
        audit.record("draft.items_kept", draft, by=by, items=count)
    return count


@transaction.atomic
def edit_item(
    item: DraftRequirement, change: ItemChange, *, by: Actor, expected_version: int | None = None
) -> DraftRequirement:
    """Correct text, bodies or deadline; what was proposed is kept beside it.

    Raises Forbidden, Refused (decided), StaleVersion and InvalidInput (no text, no lead).
    """
    if not change.action.strip():
        raise InvalidInput(N_("Nội dung không được để trống."), code="action_missing")
    item = _locked(item, by, expected_version, _shown_change(change))
    _remember(item)
    item.action = change.action.strip()
    item.leads, item.coordinators = list(change.leads), list(change.coordinators)
    if change.deadline_norm != item.deadline_norm:
        item.deadline_norm = change.deadline_norm
    item.due_on = change.due_on or _due(item.draft, item.deadline_norm, by.day)
    if item.state != ItemState.ADDED:
        item.state = ItemState.EDITED
    return _saved(item, "draft.item_edited", by)


@transaction.atomic
def drop_item(
    item: DraftRequirement, *, by: Actor, expected_version: int | None = None
) -> DraftRequirement:
    """Leave an item out of what will be created; it stays on the page and can come back."""
    item = _locked(item, by, expected_version, {_STATE: ItemState.DROPPED.label})
    item.state = ItemState.DROPPED
    return _saved(item, "draft.item_dropped", by)


@transaction.atomic
def restore_item(
    item: DraftRequirement, *, by: Actor, expected_version: int | None = None
) -> DraftRequirement:
    """Bring a dropped item back, with the corrections it had."""
    item = _locked(item, by, expected_version, {_STATE: ItemState.KEPT.label})
    if item.state != ItemState.DROPPED:
        raise Refused(N_("Nội dung này không bị bỏ nên không cần phục hồi."), code="not_dropped")
    item.state = ItemState.EDITED if item.proposed else ItemState.KEPT
    return _saved(item, "draft.item_restored", by)


@transaction.atomic
def split_item(
    item: DraftRequirement, at: int, *, by: Actor, expected_version: int | None = None
) -> tuple[DraftRequirement, DraftRequirement]:
    """Cut an item in two at an offset of the paper's text; both take their words from the paper.

    Raises Forbidden, Refused, StaleVersion and InvalidInput (the cut leaves one side empty).
    """
    item = _locked(item, by, expected_version, {_STATE: N_("Tách làm hai")})
    text = item.draft.text
    start, end = item.start or 0, item.end or 0
    halves = [(start, at), (at, end)] if start < at < end else []
    parts = [rules.trimmed(text, *half) for half in halves]
    if not parts or any(begin == stop for begin, stop in parts):
        raise InvalidInput(
            N_("Chỗ tách phải nằm giữa nội dung, mỗi bên còn ít nhất một chữ. Chưa tách."),
            code="cut_outside",
        )
    _remember(item)
    item.draft.items.filter(position__gt=item.position).update(position=F("position") + 1)
    other = _copy(item, item.position + 1)
    for part, (begin, stop) in zip((item, other), parts, strict=True):
        part.start, part.end = begin, stop
        part.action = tidy_line(text[begin:stop])
        part.state = ItemState.EDITED
    other.save()
    return _saved(item, "draft.item_split", by, other=other.pk), other


@transaction.atomic
def join_items(
    first: DraftRequirement,
    second: DraftRequirement,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> DraftRequirement:
    """Put two items together; the later one is dropped, its bodies go to the earlier one."""
    first = _locked(first, by, expected_version, {_STATE: N_("Gộp hai nội dung")})
    second = _locked(second, by, None, {})
    if first.pk == second.pk or first.draft_id != second.draft_id:
        raise InvalidInput(N_("Hãy chọn hai nội dung khác nhau."), code="same_item")
    if ItemState.DROPPED in (first.state, second.state):
        raise Refused(N_("Nội dung đã bỏ thì không gộp được."), code="dropped_item")
    _remember(first)
    first.action = "; ".join(part.action.rstrip(" .;,") for part in (first, second))
    if first.start is not None and second.start is not None:
        ends = [end for end in (first.end, second.end) if end is not None]
        first.start, first.end = min(first.start, second.start), max(ends)
    first.leads = _union(first.leads, second.leads)
    first.coordinators = _union(first.coordinators, second.coordinators)
    if not first.deadline_norm:
        first.deadline_text, first.deadline_norm = second.deadline_text, second.deadline_norm
        first.due_on = second.due_on
    first.state = ItemState.EDITED
    second.state = ItemState.DROPPED
    _saved(second, "draft.item_dropped", by)
    return _saved(first, "draft.item_joined", by, other=second.pk)


@transaction.atomic
def add_item(draft: Draft, start: int, end: int, *, by: Actor) -> DraftRequirement:
    """Make an item of a stretch of the paper's text that extraction passed over.

    Raises Forbidden, Refused (decided) and InvalidInput (nothing there).
    """
    draft = _open_draft(draft, by, heavy=True)
    inside = 0 <= start < end <= len(draft.text)
    start, end = rules.trimmed(draft.text, start, end) if inside else (0, 0)
    action = tidy_line(draft.text[start:end])
    if not action:
        raise InvalidInput(N_("Đoạn chọn không có chữ. Hãy bôi đen một đoạn trong văn bản."))
    before = draft.items.filter(start__lte=start).aggregate(last=Max("position"))["last"] or 0
    draft.items.filter(position__gt=before).update(position=F("position") + 1)
    item = DraftRequirement.objects.create(
        draft=draft,
        position=before + 1,
        action=action,
        start=start,
        end=end,
        certainty=Certainty.CERTAIN,
        state=ItemState.ADDED,
    )
    audit.record("draft.item_added", item, by=by, draft=draft.pk)
    return item


@transaction.atomic
def correct_header(
    draft: Draft, values: dict[str, Any], *, by: Actor, expected_version: int | None = None
) -> Draft:
    """Correct number, date, issuer, type or abstract; the extraction keeps what was proposed.

    `values` maps number, issued_on, issuer_text, document_type, title. Dates that count from the
    day of issue move with it, unless an official has set them. Raises Forbidden, Refused
    (decided) and StaleVersion.
    """
    names = ("number", "issued_on", "issuer_text", "document_type", "title")
    draft = _open_draft(draft, by, heavy=True)
    if expected_version is not None and draft.row_version != expected_version:
        mine = {LABELS[name]: values[name] for name in names}
        theirs = {LABELS[name]: getattr(draft, name) for name in names}
        raise _stale(mine, theirs, draft.row_version)
    moved = draft.issued_on != values["issued_on"]
    for name in names:
        setattr(draft, name, values[name])
    words = (draft.number, draft.title, draft.issuer_text, draft.file.name)
    draft.search_folded = fold(" ".join(words))
    draft.row_version += 1
    draft.save(update_fields=[*names, "search_folded", "row_version"])
    if moved:
        _move_dates(draft, by.day)
    audit.record("draft.header_corrected", draft, by=by)
    return draft


def _move_dates(draft: Draft, received: date) -> None:
    rows = draft.items.exclude(deadline_norm="").filter(
        state__in=[ItemState.PROPOSED, ItemState.KEPT]
    )
    moved = []
    for item in rows:
        day = _due(draft, item.deadline_norm, received)
        if day != item.due_on:
            item.due_on, item.row_version = day, item.row_version + 1
            moved.append(item)
    DraftRequirement.objects.bulk_update(moved, ["due_on", "row_version"], batch_size=200)


def _open_draft(draft: Draft, by: Actor, *, heavy: bool = False) -> Draft:
    """The draft under lock, still waiting, for one of its body's officials."""
    rows = Draft.objects.select_for_update(of=("self",)).select_related("file")
    if not heavy:
        rows = rows.defer("text", "extraction", "references")
    draft = rows.get(pk=draft.pk)
    if not permissions.can_correct(by, draft):
        raise Forbidden(N_("Chỉ cán bộ, văn thư của cơ quan đã nhận văn bản mới sửa được đề xuất."))
    if draft.state != DraftState.PROPOSED:
        raise Refused(
            N_("Văn bản này đã được xử lý (%(state)s) nên đề xuất không sửa được nữa."),
            code="draft_decided",
            state=DraftState(draft.state).label,
        )
    return draft


def _locked(
    item: DraftRequirement, by: Actor, expected_version: int | None, mine: Json
) -> DraftRequirement:
    draft = _open_draft(item.draft, by)
    item = DraftRequirement.objects.select_for_update(of=("self",)).get(pk=item.pk, draft=draft)
    item.draft = draft
    if expected_version is not None and item.row_version != expected_version:
        raise _stale(mine, _shown_item(item), item.row_version)
    return item


def _stale(mine: Json, theirs: Json, version: int) -> StaleVersion:
    return StaleVersion(mine=mine, theirs=theirs, labels=LABELS, current_version=version)


def _shown_item(item: DraftRequirement) -> Json:
    return {
        LABELS["action"]: item.action,
        LABELS["leads"]: _names(item.leads),
        LABELS["coordinators"]: _names(item.coordinators),
        LABELS["due_on"]: date_vn(item.due_on),
        _STATE: ItemState(item.state).label,
    }


def _shown_change(change: ItemChange) -> Json:
    return {
        LABELS["action"]: change.action,
        LABELS["leads"]: _names(change.leads),
        LABELS["coordinators"]: _names(change.coordinators),
        LABELS["due_on"]: date_vn(change.due_on),
    }


def _names(rows: Iterable[Json]) -> str:
    rows = list(rows)
    known = dict(
        Body.objects.filter(pk__in=[r["body_id"] for r in rows if r.get("body_id")]).values_list(
            "pk", "name"
        )
    )
    return "; ".join(known.get(row.get("body_id") or 0) or row["text"] for row in rows)


def _remember(item: DraftRequirement) -> None:
    """Keep what was proposed, once: later corrections are compared with the first state."""
    if not item.proposed and item.state != ItemState.ADDED:
        item.proposed = item.content


def _copy(item: DraftRequirement, position: int) -> DraftRequirement:
    return DraftRequirement(
        draft=item.draft,
        position=position,
        leads=item.leads,
        coordinators=item.coordinators,
        deadline_text=item.deadline_text,
        deadline_norm=item.deadline_norm,
        due_on=item.due_on,
        certainty=item.certainty,
        rule=item.rule,
        proposed={"split_from": item.pk},
    )


def _union(first: list[Json], second: list[Json]) -> list[Json]:
    """Rows of both, each body or text once."""
    rows = {row.get("body_id") or row["text"]: row for row in [*second, *first]}
    ordered = [row.get("body_id") or row["text"] for row in [*first, *second]]
    return [rows[key] for key in dict.fromkeys(ordered)]


def _due(draft: Draft, norm: str, received: date) -> date | None:
    return due_on(norm, draft.issued_on or received, received, work_calendar())


def _saved(item: DraftRequirement, verb: str, by: Actor, **payload: Any) -> DraftRequirement:
    item.row_version += 1
    item.save(update_fields=_FIELDS)
    audit.record(verb, item, by=by, draft=item.draft_id, **payload)
    return item
