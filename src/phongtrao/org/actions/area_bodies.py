"""What follows an act on areas: bodies end and begin, postings end or go on in the successor."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from phongtrao.core import search
from phongtrao.core.errors import N_, Refused
from phongtrao.core.vietnamese import fold, same_name
from phongtrao.org.actions.sub_bodies import SUB_BODY, new_sub_body, sub_body_name
from phongtrao.org.gazetteer.records import Succession
from phongtrao.org.models import AreaVersion, Body, BodySuccession, Delegation, Posting
from phongtrao.org.queries.bodies import (
    bodies_opening,
    body_for_kind,
    body_on,
    name_at_level,
)
from phongtrao.org.queries.sub_bodies import parts_of
from phongtrao.org.reshaping.plans import Plan
from phongtrao.org.roles import Role

# Heads, approvers and administrators are appointed anew by a decision; staff goes on.
STAFF = frozenset({Role.OFFICER, Role.CLERK})


def follow(change: Plan, *, moving: Collection[int] | None) -> dict[str, Any]:
    """Write bodies and postings after the areas; answers the rows for the change's record."""
    on = change.order.on
    opened = _open_bodies(change, on)
    ending = bodies_ending(change)
    require_begun(change)
    heirs = _heirs(change, ending, on, opened)
    successions = _succeed(heirs, on, change.order.basis)
    ended = [body.pk for body in ending]
    Body.objects.filter(pk__in=ended).update(valid_to=on)
    return {
        "heirs": [[body_id, found[0].pk] for body_id, found in heirs.items() if found],
        "bodies_opened": [body.pk for body in opened],
        "bodies_ended": ended,
        "body_successions": successions,
        "bodies_renamed": _rename(change),
        **_end_postings(ended, on),
        "postings_made": _move(heirs, ending, on, change.order.basis, moving),
    }


def bodies_ending(change: Plan) -> list[Body]:
    """The bodies of the areas that a plan closes, by area and kind."""
    closed = [each.lineage_id for each in change.closed]
    if not closed:
        return []
    rows = Body.objects.filter(area_id__in=closed).filter(_lasts_beyond(change.order.on))
    return list(rows.select_related("kind").order_by("area_id", "kind__position", "pk"))


def postings_ending(change: Plan) -> list[Posting]:
    """The postings that end with those bodies, by body."""
    ending = bodies_ending(change)
    if not ending:
        return []
    rows = Posting.objects.filter(body__in=ending)
    return list(
        rows.filter(_lasts_beyond(change.order.on))
        .select_related("account", "body")
        .order_by("body_id", "pk")
    )


def delegations_ending(change: Plan) -> list[Delegation]:
    """The delegations from those postings."""
    ending = postings_ending(change)
    if not ending:
        return []
    rows = Delegation.objects.filter(from_posting__in=ending)
    return list(
        rows.filter(_lasts_beyond(change.order.on))
        .select_related("from_posting__account", "from_posting__body", "to_account")
        .order_by("from_posting_id", "pk")
    )


def heir_names(change: Plan, ending: Iterable[Body]) -> dict[int, str]:
    """Ended body → what its main successor will be called; none where no such body will be."""
    largest = {row.from_id: row.to_id for row in reversed(_by_share(change))}
    areas = {each.lineage_id: each for each in change.begins}
    names: dict[int, str] = {}
    for body in ending:
        area = areas.get(largest.get(body.area_id, 0))
        if area is not None:
            shown = _shown(area.type, area.name)
            name = name_at_level(body.kind, area.level, shown, change.order.on)
            whole = names.get(body.parent_id or 0)
            if body.kind_id == SUB_BODY and whole:
                name = sub_body_name(body.short_name, whole)
            if name:
                names[body.pk] = name
    return names


def require_begun(change: Plan) -> None:
    """Raise Refused where a posting or delegation of an ending body begins on the day or later."""
    starts = [row.valid_from for row in postings_ending(change)]
    starts += [row.valid_from for row in delegations_ending(change)]
    if any(start >= change.order.on for start in starts):
        raise Refused(
            N_(
                "Có phân công hoặc ủy quyền bắt đầu từ ngày áp dụng trở đi ở cơ quan sẽ kết"
                " thúc. Hãy hủy phân công ấy trước. Chưa có gì thay đổi."
            ),
            code="posting_after_end",
        )


def _by_share(change: Plan) -> list[Succession]:
    return sorted(change.successions, key=lambda each: (-each.share, each.to_id))


def _lasts_beyond(on: date) -> Q:
    return Q(valid_to=None) | Q(valid_to__gt=on)


def _open_bodies(change: Plan, on: date) -> list[Body]:
    """Parts after their wholes: the row of a whole must be there for its part to point at."""
    opened = []
    areas = AreaVersion.objects.filter(
        lineage_id__in=[each.lineage_id for each in change.opened], valid_from=on
    )
    for area in areas.order_by("path"):
        for body in bodies_opening(area, on):
            body.save()
            opened.append(body)
    return opened


def _heirs(
    change: Plan, ending: Iterable[Body], on: date, opened: list[Body]
) -> dict[int, list[Body]]:
    """Ended body → the bodies of its kind in the successors, the largest share first.

    One that is made here because only some areas have such a body joins those `opened`.
    """
    parts: dict[int, list[int]] = {}
    for row in _by_share(change):
        parts.setdefault(row.from_id, []).append(row.to_id)
    heirs: dict[int, list[Body]] = {}
    for body in ending:
        heirs[body.pk] = []
        if body.kind_id == SUB_BODY:
            heirs[body.pk] = _sub_body_heirs(body, heirs.get(body.parent_id or 0, []), on, opened)
            continue
        for area_id in parts.get(body.area_id, []):
            is_new = body_for_kind(body.kind_id, area_id, on) is None
            heir = body_on(body.kind_id, area_id, on, create=True)
            if heir is None:
                continue
            heirs[body.pk].append(heir)
            if is_new:
                opened.append(heir)
    return heirs


def _sub_body_heirs(part: Body, wholes: list[Body], on: date, opened: list[Body]) -> list[Body]:
    """A sub-body goes on in the main heir of its body, in the one there of its own name."""
    if not wholes:
        return []
    whole = wholes[0]
    for known in parts_of(whole.pk, on):
        if same_name(known.short_name, part.short_name):
            return [known]
    heir = new_sub_body(whole, part.short_name, on)
    heir.save()
    opened.append(heir)
    return [heir]


def _succeed(heirs: dict[int, list[Body]], on: date, basis: str) -> list[int]:
    rows = BodySuccession.objects.bulk_create(
        BodySuccession(predecessor_id=body_id, successor=heir, on=on, basis=basis)
        for body_id, found in heirs.items()
        for heir in found
    )
    return [row.pk for row in rows]


def _end_postings(body_ids: list[int], on: date) -> dict[str, Any]:
    """End what ends with the bodies; each with the day it would have ended on, for an undo."""
    postings = Posting.objects.filter(_lasts_beyond(on), body_id__in=body_ids)
    delegations = Delegation.objects.filter(_lasts_beyond(on), from_posting__in=postings)
    rows: dict[str, Any] = {}
    both = (("delegations_ended", Delegation, delegations), ("postings_ended", Posting, postings))
    for name, _model, ending in both:
        found = list(ending.order_by("pk").values_list("pk", "valid_to"))
        rows[name] = [[pk, end.isoformat() if end else None] for pk, end in found]
    for name, model, _ending in both:
        model.objects.filter(pk__in=[pk for pk, _end in rows[name]]).update(valid_to=on)
    return rows


def _move(
    heirs: dict[int, list[Body]],
    ending: list[Body],
    on: date,
    basis: str,
    moving: Collection[int] | None,
) -> list[int]:
    """Postings that go on in the main heir: the chosen ones, by default those of staff."""
    rows = Posting.objects.filter(body__in=ending, valid_to=on).order_by("pk")
    chosen = [row for row in rows if (row.role in STAFF if moving is None else row.pk in moving)]
    made = []
    for old in chosen:
        if not heirs.get(old.body_id):
            continue
        heir = heirs[old.body_id][0]
        same = Posting.objects.filter(
            account=old.account_id, body=heir, role=old.role, valid_to=None
        )
        if not same.exists():
            new = Posting.objects.create(
                account_id=old.account_id,
                body=heir,
                role=old.role,
                capacity=old.capacity,
                basis=basis,
                valid_from=on,
            )
            made.append(new.pk)
    return made


def _rename(change: Plan) -> list[list[Any]]:
    """Write the new names; body and old name for the record."""
    renamed: list[list[Any]] = []
    for body, name in renames(change):
        renamed.append([body.pk, body.name])
        body.name, body.name_folded = name, fold(name)
        body.save(update_fields=["name", "name_folded"])
    search.refresh(Body, [pk for pk, _name in renamed])
    return renamed


def renames(change: Plan) -> Iterator[tuple[Body, str]]:
    """Bodies that are named after a renamed area, each with its new name; own names stay."""
    before = {each.lineage_id: each for each in change.ends}
    for after in change.begins:
        old = before.get(after.lineage_id)
        if old is None or old.full_name == after.full_name:
            continue
        for body in Body.objects.filter(area_id=after.lineage_id).select_related("kind"):
            pattern = body.kind.names.get(after.level, "")
            if pattern and body.name == pattern.format(area=_shown(old.type, old.name)):
                name = pattern.format(area=_shown(after.type, after.name))
                yield body, name
                for part in body.parts.filter(kind=SUB_BODY).order_by("pk"):
                    yield part, sub_body_name(part.short_name, name)


def _shown(type_word: str, name: str) -> str:
    return f"{type_word} {name}".strip()
