"""Short ways to a founded programme, a joint paper and a target, for the tests of the register."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from phongtrao.org.models import BodyKind
from phongtrao.planning import actions
from phongtrao.planning.actions.targets import TargetSpec
from phongtrao.planning.models import JointPaper, Programme, ProgrammeDocument, Target
from phongtrao.planning.queries import targets
from phongtrao.planning.queries.targets import KnownIndicator
from tests.planning.conftest import Plan

MADE_UP = {
    "CD01": KnownIndicator("CD01", "Tỷ lệ mô hình hoạt động hiệu quả", "%"),
    "CD02": KnownIndicator("CD02", "Số mô hình mới ra mắt", "mô hình"),
    "KD01": KnownIndicator("KD01", "Chỉ tiêu không giao mức", "tin", "không được giao mức."),
}


class Catalogue:
    """Three indicators, one of which may have no target."""

    def known(self, codes: Any) -> dict[str, KnownIndicator]:
        """Those of the codes that there are."""
        return {code: MADE_UP[code] for code in codes if code in MADE_UP}

    def offered(self) -> list[KnownIndicator]:
        """Those that may have a target."""
        return [each for each in MADE_UP.values() if not each.refusal]


def terms(**changes: Any) -> actions.ProgrammeTerms:
    """The terms of the programme of Quảng Ngãi."""
    values = {
        "code": "01/CTrPH-CAT-MTTQT",
        "name": "Chương trình phối hợp giữa Công an tỉnh và Mặt trận Tổ quốc tỉnh Quảng Ngãi",
        "short_name": "Chương trình phối hợp tỉnh Quảng Ngãi",
        "signed_on": date(2026, 1, 10),
        "first_year": 2026,
        "last_year": 2030,
    }
    return actions.ProgrammeTerms(**(values | changes))


def found(
    plan: Plan,
    *,
    by: str = "An",
    document: ProgrammeDocument | None = None,
    parent: Programme | None = None,
    **changes: Any,
) -> Programme:
    """A programme founded by one of the cast, each content mapped to its namesake above."""
    above = parent or plan.programme
    paper = document or plan.document(number=f"{by}/01/CTrPH")
    specs = [actions.ContentSpec(f"{c.name} tại địa phương", c) for c in above.contents.all()]
    return actions.found_programme(
        paper,
        terms(**changes),
        parent=above,
        contents=specs,
        kinds=list(BodyKind.objects.filter(code__in=["ca", "mttq"])),
        by=plan.actor(by),
    )


def own_paper(plan: Plan, by: str, number: str) -> ProgrammeDocument:
    """A paper in the register of the body of one of the cast."""
    draft = plan.draft(by=by, number=number)
    return actions.adopt_draft(draft, programme=plan.programme, by=plan.actor(by))


def joint_paper(plan: Plan, *, by: str = "An", **changes: Any) -> JointPaper:
    """A regulation between the police and the Front of the province; the Front has not signed."""
    spec = {
        "programme": plan.programme,
        "type": "Quy chế phối hợp",
        "number": "05/QCPH-CAT-MTTQ",
        "title": "Phối hợp vận động Nhân dân bảo vệ an ninh trật tự",
        "starts_on": plan.day(-100),
        "ends_on": plan.day(400),
    }
    parties = changes.pop("parties", None) or [
        actions.PartySpec(plan.world.body("ca", "quang-ngai"), "", plan.day(-100), "Giám đốc"),
        actions.PartySpec(plan.world.body("mttq", "quang-ngai")),
    ]
    return actions.record_joint_paper(
        actions.JointTerms(**(spec | changes)), parties, by=plan.actor(by)
    )


def target_spec(plan: Plan, **changes: Any) -> TargetSpec:
    """At least 90 per cent in Đăk Hà in 2027."""
    values = {
        "programme": plan.programme,
        "area_id": plan.world.area("dak-ha").pk,
        "period": "2027",
        "indicator": "CD01",
        "bound": "at_least",
        "value": Decimal(90),
        "source": "Kế hoạch 125/KH-CAT ngày 10/01/2026",
        "baseline": Decimal("82.5"),
        "baseline_year": 2024,
        "clause": "mục II.2",
    }
    return TargetSpec(**(values | changes))


def target(plan: Plan, *, by: str = "An", **changes: Any) -> Target:
    """That target, set by one of the cast."""
    return actions.set_target(target_spec(plan, **changes), by=plan.actor(by))


def one_of_each(plan: Plan) -> dict[str, int]:
    """One of everything around the programme of Quảng Ngãi, by the noun of its addresses."""
    programme, an = found(plan), plan.actor("An")
    link = actions.link_programme(programme, "replaces", named="Chương trình 15/2011", by=an)
    content, body = programme.contents.first(), plan.world.body("ca", "quang-ngai")
    [row] = actions.assign_content(content, [body], part="lead", by=an)
    paper = joint_paper(plan)
    made = with_catalogue(lambda: target(plan))
    return {
        "programme": programme.pk,
        "link": link.pk,
        "assignment": row.pk,
        "joint": paper.pk,
        "party": paper.parties.get(signed_on=None).pk,
        "target": made.pk,
    }


def with_catalogue(make: Callable[[], Target]) -> Target:
    """Set a target while the three made-up indicators stand for the catalogue."""
    kept = targets._catalogue[0]
    targets.use_catalogue(Catalogue())
    try:
        return make()
    finally:
        targets.use_catalogue(kept)
