"""Small pieces that the tests of committees share."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from phongtrao.core.vietnamese import fold
from phongtrao.org.actions import compositions as actions
from phongtrao.org.models import Body, BodyKind, Composition, SeatTitle
from tests.world import MERGER, World

KIND = "bcd138"
NAME = "Ban Chỉ đạo 138 {area}"
STARTS = date(2025, 8, 1)


def committee_kind() -> BodyKind:
    """The kind of steering committees, at the levels of the world."""
    names = {"province": NAME, "commune": NAME}
    return BodyKind.objects.get_or_create(
        code=KIND, defaults={"name": "Ban Chỉ đạo 138", "names": names}
    )[0]


def committee(world: World, area: str) -> Body:
    """The stored committee of an area."""
    committee_kind()
    lineage = world.area(area)
    name = NAME.format(area=lineage.versions.get(valid_to=None).full_name)
    return Body.objects.get_or_create(
        kind_id=KIND,
        area=lineage,
        parent=None,
        defaults={"name": name, "name_folded": fold(name), "valid_from": MERGER},
    )[0]


def seats_of_five(world: World, area: str) -> list[actions.SeatTerms]:
    """A head, his deputies and two members; the deputy's seat is linked to a posting."""
    police, front = world.body("ca", area), world.body("mttq", area)
    return [
        actions.SeatTerms(SeatTitle.HEAD, "Chủ tịch UBND", world.body("ubnd", area),
                          "Phụ trách chung"),
        actions.SeatTerms(SeatTitle.STANDING_DEPUTY, "Trưởng Công an", police, "An ninh, trật tự"),
        actions.SeatTerms(SeatTitle.DEPUTY, "Chủ tịch Ủy ban MTTQ Việt Nam", front),
        actions.SeatTerms(SeatTitle.MEMBER, "Chỉ huy trưởng Ban Chỉ huy quân sự"),
        actions.SeatTerms(SeatTitle.SECRETARY, "Cán bộ tổng hợp", police),
    ]  # fmt: skip


def terms(**changes: Any) -> actions.DecisionTerms:
    """A signed decision."""
    typed: dict[str, Any] = {
        "decision_number": "12/QĐ-UBND",
        "decided_on": STARTS,
        "issuer_text": "Chủ tịch Ủy ban nhân dân xã Đăk Hà",
        "basis": "Luật Tổ chức chính quyền địa phương;\nQuy chế làm việc của Ủy ban nhân dân",
        "valid_from": STARTS,
        "standing_body": None,
    }
    return actions.DecisionTerms(**(typed | changes))


def draft(world: World, area: str = "dak-ha", *, by: str = "Chi", **changes: Any) -> Composition:
    """The draft of a decision with five seats."""
    committee(world, area)
    actor = world.actor(by)
    made = actions.start_composition(KIND, world.area(area).pk, by=actor)
    seats = changes.pop("seats", None)
    return actions.change_composition(
        made,
        terms(**changes),
        seats_of_five(world, area) if seats is None else seats,
        expected_version=made.row_version,
        by=actor,
    )


def confirmed(
    world: World, area: str = "dak-ha", *, by: str = "Chi", **changes: Any
) -> Composition:
    """The same, confirmed."""
    made = draft(world, area, by=by, **changes)
    return actions.confirm_composition(made, by=world.actor(by))


def form_sent(seats: Sequence[Sequence[str]], **changes: str) -> dict[str, str]:
    """What the form of a draft sends: its head and rows (title, post, body, field)."""
    data = {
        "row_version": "2", "decision_number": "15/QĐ-UBND", "decided_on": "02/03/2026",
        "valid_from": "05/03/2026", "issuer_text": "Chủ tịch Ủy ban nhân dân xã Đăk Hà",
        "standing_body": "Công an xã Đăk Hà", "basis": "", "paste": "",
        "vi-tri-TOTAL_FORMS": str(len(seats)), "vi-tri-INITIAL_FORMS": "0",
    }  # fmt: skip
    for row, seat in enumerate(seats):
        for name, value in zip(("title", "post", "body", "field_in_charge"), seat, strict=False):
            data[f"vi-tri-{row}-{name}"] = value
    return data | changes
