"""Which rules leave no plan: a smallest set of them, and how far each could be kept."""

from collections.abc import Sequence

from phongtrao.core.errors import N_, Sentence
from phongtrao.fieldwork.events.planner.model import (
    FIXED,
    GUESTS,
    LAST_YEAR,
    MOST,
    NUMBER,
    PROVINCE,
    QUOTA,
    TRAVEL,
    build,
)
from phongtrao.fieldwork.events.planner.problem import Problem
from phongtrao.fieldwork.events.planner.solving import solve

_LONGEST = 10.0  # seconds for each question
_WORDS = {
    GUESTS: N_("mỗi điểm có đủ khách dự vào ngày khách đi được"),
    PROVINCE: N_("giới hạn số điểm của mỗi nơi trong một ngày"),
    LAST_YEAR: N_("không chọn lại điểm năm trước"),
    TRAVEL: N_("hai ngày liền nhau khách ở cùng một vùng"),
    MOST: N_("số điểm nhiều nhất của mỗi khách"),
    FIXED: N_("các điểm đã được giữ"),
}


def conflict_of(problem: Problem) -> list[Sentence]:
    """The rules that cannot be kept together, and for counts how many there could be.

    Called for a problem without a plan. Dropping any one of the named rules leaves a plan; the
    last line says what to loosen.
    """
    families = _families(problem)
    needed = list(families)
    without: frozenset[str] = frozenset()
    for family in families:
        if not _is_possible(problem, without | {family}):
            without |= {family}
            needed.remove(family)
    if not needed:
        return [Sentence(N_("Không có phương án: các điểm đề nghị không có ngày nào phù hợp."))]
    said = [_named(problem, family, without) for family in needed]
    head = Sentence(N_("Không có phương án nào giữ được cùng lúc các quy tắc sau:"))
    tail = Sentence(N_("Hãy nới một trong các quy tắc này rồi tính lại."))
    return [head, *said, tail]


def _families(problem: Problem) -> list[str]:
    """Every rule of the problem; those that officials loosen least willingly stand last."""
    rules = problem.rules
    found = []
    if any(site.is_fixed for site in problem.sites):
        found.append(FIXED)
    if rules.guests_each:
        found += [MOST, GUESTS]
        found += [TRAVEL] if rules.near_next_day else []
    found += [PROVINCE] if rules.a_day_a_province else []
    found += [LAST_YEAR] if rules.not_as_last_year else []
    return [*found, *(f"{QUOTA}{quota.set_key}" for quota in rules.quotas), NUMBER]


def _is_possible(problem: Problem, without: frozenset[str]) -> bool:
    nothing: dict[int, float] = {}
    program = build(problem, without=without, worth=nothing)
    return solve(program, longest=_LONGEST) is not None


def _named(problem: Problem, family: str, without: frozenset[str]) -> Sentence:
    if family == NUMBER:
        most = _most(problem, without | {family}, [site.key for site in problem.sites])
        return Sentence(
            N_("– đúng %(number)s điểm (giữ các quy tắc khác thì nhiều nhất %(most)s);"),
            {"number": problem.rules.number, "most": most},
        )
    if family.startswith(QUOTA):
        quota = next(q for q in problem.rules.quotas if f"{QUOTA}{q.set_key}" == family)
        inside = [site.key for site in problem.sites if quota.set_key in site.sets]
        most = _most(problem, without | {family}, inside)
        return Sentence(
            N_("– %(set)s ít nhất %(least)s điểm (giữ các quy tắc khác thì nhiều nhất %(most)s);"),
            {"set": quota.name, "least": quota.least, "most": most},
        )
    return Sentence(N_("– %(rule)s;"), {"rule": Sentence(_WORDS[family])})


def _most(problem: Problem, without: frozenset[str], keys: Sequence[int]) -> int:
    """How many of some sites a plan could have without a rule."""
    program = build(problem, without=without, worth=dict.fromkeys(keys, 1.0))
    found = solve(program, longest=_LONGEST)
    return round(found.worth) if found is not None else 0
