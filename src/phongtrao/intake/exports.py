"""The list of arrived papers for its page, Excel and print; decided papers as test material."""

from collections import Counter
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.queries import STATE_TONES
from phongtrao.intake.rules import header_values, place_of
from phongtrao.intake.workflow import DraftState, ItemState
from phongtrao.org.queries.authors import tell_authors

Json = dict[str, Any]
_FOUND = ("doc_id", "kind", "text_sha256", "metadata", "references", "organisations", "events",
          "figures")  # fmt: skip


def _address(draft: Draft) -> str:
    return reverse("intake:draft-detail", args=[draft.pk])


def _left(draft: Draft) -> int | None:
    """Items not looked at; nothing once the paper is decided."""
    waits = draft.state == DraftState.PROPOSED
    return draft.open_count if waits else None  # type: ignore[attr-defined]  # annotated


DRAFTS = ListSpec(
    title=_("Văn bản đến"),
    columns=[
        Column("so", _("Số, ký hiệu"), str, sort="number", link=_address),
        Column("trich_yeu", _("Trích yếu"), lambda d: d.title, width=50),
        Column("co_quan", _("Cơ quan ban hành"), lambda d: d.issuer_text, "issuer_text", width=30),
        Column("ngay", _("Ngày ban hành"), lambda d: d.issued_on, sort="issued_on"),
        Column("loai", _("Loại"), lambda d: d.document_type, sort="document_type", optional=True),
        Column("tep", _("Tệp"), lambda d: d.file.name, optional=True),
        Column("nhan", _("Tiếp nhận lúc"), lambda d: d.received_at, sort="received_at"),
        Column(
            "nguoi",
            _("Người tiếp nhận"),
            lambda d: d.author,
            optional=True,
        ),
        Column("noi_dung", _("Nội dung"), lambda d: d.item_count, numeric=True),
        Column("con_lai", _("Chưa xem"), _left, numeric=True),
        Column(
            "trang_thai",
            _("Trạng thái"),
            lambda d: DraftState(d.state).label,
            sort="state",
            chip=lambda d: STATE_TONES[DraftState(d.state)],
        ),
    ],
    order="-nhan",
    empty=_("Chưa có văn bản nào. Hãy tải văn bản lên để bắt đầu."),
    file_name="van-ban-den",
    prepare=lambda rows: tell_authors(rows, "draft.received", "received_by"),
)


# -- what officials made of proposals, as test material of extraction ------------------------------
# Fields of the head that the schema has as words of the paper.
_METADATA = {"number": "number", "issued_on": "date", "title": "title"}


def corrected_paper(draft: Draft) -> Json:
    """A decided paper in the extraction schema with the requirements as officials left them.

    What officials added or changed has no rule and no certainty; `corrections` counts by state how
    many requirements stand as proposed, were edited, added and dropped, and names the fields of
    the head that were corrected.
    """
    found = {key: draft.extraction[key] for key in _FOUND if key in draft.extraction}
    items = list(draft.items.all())
    tasks = [_task(item, draft) for item in items if item.state != ItemState.DROPPED]
    metadata = dict(found.get("metadata") or {})
    proposed = header_values(draft.extraction)
    changed = [name for name in proposed if getattr(draft, name) != proposed[name]]
    for name in changed:
        if name in _METADATA:
            metadata[_METADATA[name]] = _typed(draft, name)
    states = Counter(str(item.state) for item in items)
    counts = {"states": dict(sorted(states.items())), "head": changed}
    return found | {"metadata": metadata, "tasks": tasks, "corrections": counts}


def _typed(draft: Draft, name: str) -> Json | None:
    """A field of the head as an official wrote it, with its place where the text has it."""
    value = getattr(draft, name)
    if not value:
        return None
    place = place_of(draft.text, str(value)) if isinstance(value, str) else None
    span = _span(draft, place)
    return span if name == "title" else span | {"value": str(value)}


def _task(item: DraftRequirement, draft: Draft) -> Json:
    """One requirement; a part that is unchanged keeps the record that extraction made of it."""
    place = (item.start, item.end) if item.start is not None and item.end is not None else None
    deadline = None
    if item.deadline_norm:
        said = place_of(draft.text, item.deadline_text) if item.deadline_text else None
        deadline = _span(draft, said) | {"norm": item.deadline_norm}
    action = _span(draft, place)
    return {
        "id": f"t{item.position}",
        "action": action,
        "lead": [_body(row, draft, place) for row in item.leads],
        "coord": [_body(row, draft, place) for row in item.coordinators],
        "deadline": deadline,
        "sentence": action,
    }


def _body(row: Json, draft: Draft, place: tuple[int, int] | None) -> Json:
    """A body of a requirement, at its nearest mention before the end of the clause."""
    end = place[1] if place else len(draft.text)
    at = draft.text.rfind(row["text"], 0, end) if row.get("text") else -1
    span = _span(draft, (at, at + len(row["text"])) if at >= 0 else None)
    known = {"org_id": row.get("org_id") or None, "inherited": bool(row.get("inherited"))}
    return span | known


def _span(draft: Draft, place: tuple[int, int] | None) -> Json:
    if place is None:
        return {"start": None, "end": None, "quote": None}
    return {"start": place[0], "end": place[1], "quote": draft.text[place[0] : place[1]]}
