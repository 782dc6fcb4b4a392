"""Why each site was chosen or not: its points, the rule that bars it, or the better ones."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from phongtrao.core.errors import N_, Sentence
from phongtrao.fieldwork.events.planner.checking import day_text
from phongtrao.fieldwork.events.planner.problem import Problem, Quota, Site, Visit, chosen

_DAYS = N_("ngày của điểm, số điểm mỗi nơi trong ngày và ngày của khách")


@dataclass(frozen=True, slots=True)
class Reason:
    """A site with the sentence that says why it is in the plan or not."""

    site: int
    is_chosen: bool
    said: Sentence


def why(problem: Problem, visits: Sequence[Visit]) -> list[Reason]:
    """One reason for each candidate of a proven plan, the chosen ones first, by points."""
    lines = chosen(visits)
    in_order = sorted(problem.sites, key=lambda site: (-site.score, site.key))
    picked = [site for site in in_order if site.key in lines]
    scarce = _scarce(problem, picked)
    reachable = {day for guest in problem.guests for day in guest.days}
    reasons = [Reason(s.key, is_chosen=True, said=_chosen(s, in_order, lines, scarce))
               for s in picked]  # fmt: skip
    for site in in_order:
        if site.key not in lines:
            said = _barred(site, problem, reachable) or _beaten(site, picked, problem, visits)
            reasons.append(Reason(site.key, is_chosen=False, said=said))
    return reasons


def changes_between(
    problem: Problem, before: Sequence[Visit], after: Sequence[Visit]
) -> list[Sentence]:
    """What differs in a new plan, line by line."""
    name = {site.key: site.name for site in problem.sites}
    guest = {each.key: each.name for each in problem.guests}
    old, new = chosen(before), chosen(after)
    said = [
        Sentence(N_("Thôi điểm %(site)s."), {"site": name[key]}) for key in old if key not in new
    ]
    for key, line in new.items():
        facts = {
            "site": name[key],
            "day": day_text(line.day),
            "guests": ", ".join(guest[each] for each in line.guests) or "–",
        }
        if key not in old:
            said.append(Sentence(N_("Thêm điểm %(site)s ngày %(day)s, khách: %(guests)s."), facts))
        elif old[key].day != line.day:
            said.append(
                Sentence(N_("Điểm %(site)s chuyển sang ngày %(day)s, khách: %(guests)s."), facts)
            )
        elif set(old[key].guests) != set(line.guests):
            said.append(Sentence(N_("Điểm %(site)s đổi khách: %(guests)s."), facts))
    return said


def _scarce(problem: Problem, picked: Sequence[Site]) -> list[Quota]:
    """The quotas that the plan just meets: their sites hold a place against better ones."""
    met = Counter(key for site in picked for key in site.sets)
    return [q for q in problem.rules.quotas if q.least and met[q.set_key] <= q.least]


def _chosen(
    site: Site, in_order: Sequence[Site], lines: dict[int, Visit], scarce: Sequence[Quota]
) -> Sentence:
    left_out = sum(
        other.score > site.score and other.key not in lines and not other.is_barred
        for other in in_order
    )
    if site.is_fixed:
        return Sentence(N_("Được giữ theo yêu cầu, %(score)s điểm số."), {"score": site.score})
    if not left_out:
        return Sentence(
            N_("%(score)s điểm số: không điểm nào bị bỏ lại có điểm số cao hơn."),
            {"score": site.score},
        )
    needs = [quota.name for quota in scarce if quota.set_key in site.sets]
    if needs:
        return Sentence(
            N_("%(score)s điểm số; cần để đủ chỉ tiêu của %(sets)s."),
            {"score": site.score, "sets": ", ".join(needs)},
        )
    return Sentence(
        N_("%(score)s điểm số; %(count)s điểm có điểm số cao hơn không xếp được vì quy tắc khác."),
        {"score": site.score, "count": left_out},
    )


def _barred(site: Site, problem: Problem, reachable: set[int]) -> Sentence | None:
    """The rule that bars a site whatever the others are."""
    if site.is_barred:
        return Sentence(N_("Được loại ra theo yêu cầu."))
    if problem.rules.not_as_last_year and site.held_last_year:
        return Sentence(N_("Đã tổ chức năm trước."))
    if not site.days:
        return Sentence(N_("Không có ngày nào tổ chức được trong thời gian của kế hoạch."))
    if problem.rules.guests_each and not reachable & set(site.days):
        return Sentence(N_("Không khách nào đi được vào các ngày của điểm này."))
    return None


def _beaten(
    site: Site, picked: Sequence[Site], problem: Problem, visits: Sequence[Visit]
) -> Sentence:
    """The better sites, or the rules that a place of a lesser one could not be taken under."""
    weaker = [other for other in picked if other.score < site.score and not other.is_fixed]
    if not weaker:
        lowest = min((other.score for other in picked), default=0)
        return Sentence(
            N_("%(score)s điểm số, không hơn điểm nào được chọn (thấp nhất %(lowest)s)."),
            {"score": site.score, "lowest": lowest},
        )
    rules = _blocking(site, weaker, problem, visits)
    return Sentence(
        N_(
            "%(score)s điểm số, cao hơn %(count)s điểm được chọn, nhưng thay điểm nào trong đó "
            "cũng không giữ được quy tắc: %(rules)s."
        ),
        {"score": site.score, "count": len(weaker), "rules": rules},
    )


def _blocking(
    site: Site, weaker: Sequence[Site], problem: Problem, visits: Sequence[Visit]
) -> Sentence:
    """The families of rules that the exchanges for weaker sites break, one or the other each."""
    sets = {each.key: each.sets for each in problem.sites}
    met = Counter(key for visit in visits for key in sets[visit.site])
    names: dict[str, None] = {}
    others = False
    for other in weaker:
        lost = [
            quota.name
            for quota in problem.rules.quotas
            if quota.set_key in other.sets - site.sets and met[quota.set_key] <= quota.least
        ]
        names |= dict.fromkeys(lost)
        others = others or not lost
    if not names:
        return Sentence(_DAYS)
    facts: dict[str, object] = {"sets": ", ".join(names), "days": Sentence(_DAYS)}
    if others:
        return Sentence(N_("chỉ tiêu của %(sets)s, %(days)s"), facts)
    return Sentence(N_("chỉ tiêu của %(sets)s"), facts)
