"""Everything that is wrong with an order, in sentences; an order with faults changes nothing."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import lcm

from phongtrao.core.errors import N_, Sentence
from phongtrao.core.vietnamese import name_key
from phongtrao.org.gazetteer.records import AreaVersion
from phongtrao.org.reshaping.known import KnownAreas
from phongtrao.org.reshaping.operations import (
    LARGEST_DENOMINATOR,
    Amend,
    Close,
    NewArea,
    Open,
    Order,
    Reorganise,
)
from phongtrao.org.reshaping.plans import place_of_child

# Digits of a code by level: Decision 19/2025/QĐ-TTg.
_CODE_LENGTH = {"province": 2, "commune": 5}
_ABOVE = {"province": "country", "commune": "province", "residential_area": "commune"}


def faults(known: KnownAreas, order: Order, *, horizon: date) -> list[Sentence]:
    """All faults of an order; an empty list means that `plan` can work it out."""
    return list({str(each): each for each in _all(known, order, horizon)}.values())


def _all(known: KnownAreas, order: Order, horizon: date) -> Iterator[Sentence]:
    if not order.basis.strip():
        yield Sentence(N_("Hãy ghi số, ngày, cơ quan ban hành văn bản làm căn cứ."))
    if order.on <= horizon:
        yield Sentence(
            N_("Ngày áp dụng phải sau %(day)s, ngày đầu tiên hệ thống có danh mục địa bàn."),
            {"day": f"{horizon:%d/%m/%Y}"},
        )
    operation = order.operation
    if isinstance(operation, Open):
        yield from _new_area_faults(known, order, operation.area, ended=frozenset())
    elif isinstance(operation, Amend):
        yield from _amend_faults(known, order, operation)
    elif isinstance(operation, Close):
        yield from _close_faults(known, order, operation)
    else:
        yield from _reorganise_faults(known, order, operation)


def _standing_faults(known: KnownAreas, order: Order, lineage_id: int) -> Iterator[Sentence]:
    """An area must be in force, and nothing may be written about it for a later day.

    Acts of one day go one after the other, in the order in which they are recorded.
    """
    life = known.of(lineage_id)
    if not life:
        yield Sentence(N_("Không có địa bàn nào mang số %(id)s."), {"id": lineage_id})
        return
    name = {"area": life[-1].full_name, "day": f"{order.on:%d/%m/%Y}"}
    if known.on(lineage_id, order.on) is None:
        yield Sentence(N_("%(area)s không còn (hoặc chưa có) vào ngày %(day)s."), name)
    elif known.changes_after(lineage_id, order.on):
        yield Sentence(
            N_(
                "%(area)s đã có thay đổi ghi cho ngày sau %(day)s."
                " Hãy hoàn tác thay đổi ấy trước, hoặc chọn ngày muộn hơn."
            ),
            name,
        )


def _leaving_faults(known: KnownAreas, order: Order, lineage_id: int) -> Iterator[Sentence]:
    """An area that goes or moves takes what is below along; nothing may come there later."""
    yield from _standing_faults(known, order, lineage_id)
    coming = [
        each for each in known.placed_under(lineage_id, order.on) if each.valid_from > order.on
    ]
    standing = known.on(lineage_id, order.on)
    if coming and standing is not None:
        yield Sentence(
            N_(
                "%(area)s đã được ghi là cấp trên của %(child)s từ ngày %(day)s."
                " Hãy hoàn tác thay đổi ấy trước."
            ),
            {
                "area": standing.full_name,
                "child": coming[0].full_name,
                "day": f"{coming[0].valid_from:%d/%m/%Y}",
            },
        )


def _ending_faults(known: KnownAreas, order: Order, lineage_id: int) -> Iterator[Sentence]:
    """An area that ends must have been there for a day at least."""
    yield from _leaving_faults(known, order, lineage_id)
    standing = known.on(lineage_id, order.on)
    if standing is not None and known.begins_on(lineage_id, order.on):
        yield Sentence(
            N_(
                "%(area)s mới lập từ chính ngày %(day)s nên không kết thúc trong ngày ấy. Hãy hoàn"
                " tác việc lập, rồi ghi thẳng từ địa bàn cũ sang địa bàn mới."
            ),
            {"area": standing.full_name, "day": f"{order.on:%d/%m/%Y}"},
        )


def _amend_faults(known: KnownAreas, order: Order, operation: Amend) -> Iterator[Sentence]:
    yield from _standing_faults(known, order, operation.lineage_id)
    standing = known.on(operation.lineage_id, order.on)
    if standing is None:
        return
    wanted = NewArea(
        code=standing.code if operation.code is None else operation.code,
        name=standing.name if operation.name is None else operation.name,
        type=standing.type if operation.type is None else operation.type,
        level=standing.level,
        parent_id=standing.parent_id if operation.parent_id is None else operation.parent_id,
    )
    present = (standing.code, standing.name, standing.type, standing.parent_id)
    if (wanted.code, wanted.name, wanted.type, wanted.parent_id) == present:
        yield Sentence(N_("Chưa có gì khác so với hiện nay."))
        return
    itself = frozenset({standing.lineage_id})
    yield from _new_area_faults(known, order, wanted, ended=itself)
    if wanted.parent_id != standing.parent_id:
        yield from _move_faults(known, order, standing, wanted.parent_id)


def _move_faults(
    known: KnownAreas, order: Order, standing: AreaVersion, parent_id: int | None
) -> Iterator[Sentence]:
    below = known.below(standing.lineage_id, order.on)
    if parent_id in {standing.lineage_id, *(each.lineage_id for each in below)}:
        yield Sentence(N_("%(area)s không thể nằm trong chính nó."), {"area": standing.full_name})
    for each in (standing, *below):
        yield from _leaving_faults(known, order, each.lineage_id)


def _close_faults(known: KnownAreas, order: Order, operation: Close) -> Iterator[Sentence]:
    yield from _ending_faults(known, order, operation.lineage_id)
    children = known.children(operation.lineage_id, order.on)
    if children:
        yield Sentence(
            N_("Còn %(count)s địa bàn bên dưới, như %(area)s. Hãy xử lý các địa bàn ấy trước."),
            {"count": len(children), "area": children[0].full_name},
        )


def _reorganise_faults(
    known: KnownAreas, order: Order, operation: Reorganise
) -> Iterator[Sentence]:
    if not operation.areas or not operation.parts:
        yield Sentence(N_("Hãy chọn ít nhất một địa bàn cũ và một địa bàn mới."))
        return
    ended = frozenset(operation.predecessors)
    for lineage_id in operation.predecessors:
        yield from _ending_faults(known, order, lineage_id)
    for place, area in enumerate(operation.areas):
        yield from _new_area_faults(known, order, area, ended=ended)
        if not any(part.to == place for part in operation.parts):
            yield Sentence(
                N_("%(area)s chưa nhận phần nào của địa bàn cũ."), {"area": _named(area)}
            )
    yield from _twins(operation.areas)
    yield from _share_faults(known, operation)
    yield from _children_faults(known, order, operation)


def _share_faults(known: KnownAreas, operation: Reorganise) -> Iterator[Sentence]:
    for lineage_id in operation.predecessors:
        parts = operation.parts_of(lineage_id)
        life = known.of(lineage_id)
        name = {"area": life[-1].full_name if life else lineage_id}
        if any(part.share <= 0 for part in parts) or len({p.to for p in parts}) < len(parts):
            yield Sentence(
                N_("Các phần của %(area)s phải lớn hơn 0 và mỗi nơi nhận một phần."), name
            )
        total = sum((part.share for part in parts), Fraction(0))
        if total != 1:
            yield Sentence(
                N_("Các phần của %(area)s cộng lại là %(total)s, phải đúng bằng 1."),
                {**name, "total": str(total)},
            )
        if lcm(*(part.share.denominator for part in parts)) > LARGEST_DENOMINATOR:
            yield Sentence(N_("Mẫu số chung của các phần của %(area)s vượt quá 10.000."), name)
        if any(not 0 <= part.to < len(operation.areas) for part in parts):
            yield Sentence(N_("Có phần của %(area)s chưa rõ về địa bàn mới nào."), name)


def _children_faults(known: KnownAreas, order: Order, operation: Reorganise) -> Iterator[Sentence]:
    """Each area below an ended one must come under a new one of the level above it."""
    for lineage_id in operation.predecessors:
        for child in known.children(lineage_id, order.on):
            if child.lineage_id in operation.predecessors:
                continue
            try:
                place = place_of_child(operation, child.lineage_id)
                parent = operation.areas[place]
            except (KeyError, IndexError):
                yield Sentence(N_("Chưa chọn địa bàn mới cho %(area)s."), {"area": child.full_name})
                continue
            if _ABOVE.get(child.level, parent.level) != parent.level:
                yield _wrong_level(child.full_name, _named(parent))
            for each in (child, *known.below(child.lineage_id, order.on)):
                yield from _leaving_faults(known, order, each.lineage_id)


def _new_area_faults(
    known: KnownAreas, order: Order, area: NewArea, *, ended: frozenset[int]
) -> Iterator[Sentence]:
    """Name, code and parent of an area as it will stand; `ended` are out of the way by then."""
    if not area.name.strip() or not area.type.strip():
        yield Sentence(N_("Hãy ghi đủ loại và tên địa bàn."))
    yield from _code_faults(known, order, area, ended)
    parent = known.on(area.parent_id, order.on) if area.parent_id is not None else None
    if parent is None or parent.lineage_id in ended:
        yield Sentence(
            N_("Địa bàn cấp trên của %(area)s không còn vào ngày áp dụng."), {"area": _named(area)}
        )
        return
    if known.changes_after(parent.lineage_id, order.on) and parent.valid_to is not None:
        yield Sentence(
            N_("%(parent)s kết thúc ngày %(day)s nên không nhận thêm %(area)s."),
            {
                "parent": parent.full_name,
                "day": f"{parent.valid_to:%d/%m/%Y}",
                "area": _named(area),
            },
        )
    if _ABOVE.get(area.level, parent.level) != parent.level:
        yield _wrong_level(_named(area), parent.full_name)
    for sibling in known.children(parent.lineage_id, order.on):
        same = (sibling.type, name_key(sibling.name)) == (area.type, name_key(area.name))
        if same and sibling.lineage_id not in ended:
            yield Sentence(
                N_("%(parent)s đã có %(area)s."),
                {"parent": parent.full_name, "area": sibling.full_name},
            )


def _code_faults(
    known: KnownAreas, order: Order, area: NewArea, ended: frozenset[int]
) -> Iterator[Sentence]:
    length = _CODE_LENGTH.get(area.level)
    if length and not (area.code.isascii() and area.code.isdigit() and len(area.code) == length):
        yield Sentence(
            N_("Mã của %(area)s phải có đúng %(length)s chữ số."),
            {"area": _named(area), "length": length},
        )
    for holder in known.holders(area.level, area.code, order.on):
        if holder.lineage_id not in ended:
            yield Sentence(
                N_("Mã %(code)s đang là của %(area)s."),
                {"code": area.code, "area": holder.full_name},
            )


def _twins(areas: tuple[NewArea, ...]) -> Iterator[Sentence]:
    """Two new areas of one act with one code or one name."""
    seen: set[tuple[object, ...]] = set()
    for area in areas:
        keys = {
            (area.level, area.code),
            (area.parent_id, area.type, name_key(area.name)),
        }
        if keys & seen:
            yield Sentence(
                N_("%(area)s trùng mã hoặc tên với một địa bàn mới khác."), {"area": _named(area)}
            )
        seen |= keys


def _wrong_level(area: str, parent: str) -> Sentence:
    return Sentence(
        N_("%(area)s không thể trực thuộc %(parent)s."), {"area": area, "parent": parent}
    )


def _named(area: NewArea) -> str:
    return f"{area.type[:1].upper()}{area.type[1:]} {area.name}".strip()
