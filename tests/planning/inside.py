"""Short ways to work given inside a body, for the tests of planning."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.org.actions import open_sub_body
from phongtrao.org.models import Body
from phongtrao.planning import actions
from phongtrao.planning.deadlines.typed import Due
from phongtrao.planning.models import InternalAssignment

LINE = (
    "Giao Đội An ninh chủ trì, Đội Tổng hợp phối hợp; đ/c Cán bộ phụ trách theo dõi; "
    "báo cáo trước 25/12"
)
_TERMS = {"content", "lead", "officer", "parts", "due"}


def part(plan: Any, name: str = "Đội An ninh", *, by: str = "An") -> Body:
    """A sub-body of the body of one of the cast, made ten days ago."""
    with clock.set_to(clock.now() - timedelta(days=10)):
        return open_sub_body(name, by=plan.actor(by))


def post(plan: Any, name: str, capacity: str, *, body: Body | None = None, **fields: Any) -> Any:
    """One more official, by the title of his post; in a sub-body where one is named."""
    posting = plan.world.add_posting(name, "ca", "quang-ngai", fields.pop("role", "officer"))
    posting.capacity = capacity
    posting.body = body or posting.body
    posting.account.is_demo = True
    posting.account.save()
    posting.save()
    return posting


def terms(plan: Any, **fields: Any) -> actions.InternalTerms:
    """What is to be done in five days by Giáp's post (made where there is none)."""
    values = {"content": "Tham mưu kế hoạch triển khai", "due": Due(plan.day(5))} | fields
    if values.get("lead") is None and values.get("officer") is None:
        values["officer"] = officer(plan)
    return actions.InternalTerms(**values)


def officer(plan: Any) -> Any:
    """Giáp, an officer of the provincial police with a post of his own."""
    known = plan.world.postings.get("Giáp")
    return known or post(plan, "Giáp", "Cán bộ phụ trách")


def given(plan: Any, *, by: str = "Bình", **fields: Any) -> InternalAssignment:
    """Work given by the leader of the provincial police."""
    of_terms = {name: fields.pop(name) for name in _TERMS & set(fields)}
    spec = actions.InternalSpec(terms=terms(plan, **of_terms), **fields)
    return actions.give_inside(spec, by=plan.actor(by))


def reported(plan: Any, *, doer: str = "Giáp", **fields: Any) -> InternalAssignment:
    """Work that its officer has reported done."""
    return actions.report_inside(given(plan, **fields), "Đã trình kế hoạch.", by=plan.actor(doer))
