"""Whether a plan keeps the rules, read from the plan alone; shares nothing with the model."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from phongtrao.core.errors import N_, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.events.planner.problem import Guest, Problem, Site, Visit


def faults_of(problem: Problem, visits: Sequence[Visit]) -> list[Sentence]:
    """Every rule that a plan breaks, in words; empty for a plan that may be applied."""
    sites = {site.key: site for site in problem.sites}
    guests = {guest.key: guest for guest in problem.guests}
    unknown = [v for v in visits if v.site not in sites or set(v.guests) - guests.keys()]
    if unknown:
        return [Sentence(N_("Phương án có điểm hoặc khách không còn trong danh sách."))]
    checks: tuple[Callable[[], Iterator[Sentence]], ...] = (
        lambda: _number(problem, visits, sites),
        lambda: _sites(problem, visits, sites),
        lambda: _provinces(problem, visits, sites),
        lambda: _quotas(problem, visits, sites),
        lambda: _attended(problem, visits, sites),
        lambda: _guests(problem, visits, sites, guests),
    )
    return [said for check in checks for said in check()]


def _number(
    problem: Problem, visits: Sequence[Visit], sites: dict[int, Site]
) -> Iterator[Sentence]:
    wanted, got = problem.rules.number, len(visits)
    if got != wanted:
        yield Sentence(
            N_("Cần đúng %(wanted)s điểm nhưng phương án có %(got)s điểm."),
            {"wanted": wanted, "got": got},
        )
    twice = [key for key, count in Counter(visit.site for visit in visits).items() if count > 1]
    for key in twice:
        yield Sentence(N_("Điểm %(site)s có hai lần trong phương án."), {"site": sites[key].name})
    for site in problem.sites:
        if site.is_fixed and site.key not in {visit.site for visit in visits}:
            yield Sentence(N_("Điểm %(site)s đã được giữ nên phải có."), {"site": site.name})


def _sites(problem: Problem, visits: Sequence[Visit], sites: dict[int, Site]) -> Iterator[Sentence]:
    for visit in visits:
        site = sites[visit.site]
        if visit.day not in site.days:
            yield Sentence(
                N_("Điểm %(site)s không tổ chức được ngày %(day)s."),
                {"site": site.name, "day": day_text(visit.day)},
            )
        if site.is_barred:
            yield Sentence(N_("Điểm %(site)s đã được loại ra."), {"site": site.name})
        if problem.rules.not_as_last_year and site.held_last_year and not site.is_fixed:
            yield Sentence(N_("Điểm %(site)s đã tổ chức năm trước."), {"site": site.name})


def _provinces(
    problem: Problem, visits: Sequence[Visit], sites: dict[int, Site]
) -> Iterator[Sentence]:
    most = problem.rules.a_day_a_province
    met = Counter((sites[visit.site].province, visit.day) for visit in visits)
    for (_province, day), count in sorted(met.items()):
        if most and count > most:
            yield Sentence(
                N_("Ngày %(day)s có %(count)s điểm ở cùng một nơi, quá %(most)s."),
                {"day": day_text(day), "count": count, "most": most},
            )


def _quotas(
    problem: Problem, visits: Sequence[Visit], sites: dict[int, Site]
) -> Iterator[Sentence]:
    for quota in problem.rules.quotas:
        inside = sum(quota.set_key in sites[visit.site].sets for visit in visits)
        if inside < quota.least:
            yield Sentence(
                N_("%(set)s cần ít nhất %(least)s điểm nhưng chỉ có %(inside)s."),
                {"set": quota.name, "least": quota.least, "inside": inside},
            )


def _attended(
    problem: Problem, visits: Sequence[Visit], sites: dict[int, Site]
) -> Iterator[Sentence]:
    each = problem.rules.guests_each
    for visit in visits:
        if len(set(visit.guests)) != each or len(visit.guests) != each:
            yield Sentence(
                N_("Điểm %(site)s cần %(each)s khách nhưng có %(count)s."),
                {"site": sites[visit.site].name, "each": each, "count": len(visit.guests)},
            )


def _guests(
    problem: Problem,
    visits: Sequence[Visit],
    sites: dict[int, Site],
    guests: dict[int, Guest],
) -> Iterator[Sentence]:
    for guest in guests.values():
        mine = sorted((v for v in visits if guest.key in v.guests), key=lambda v: v.day)
        said = {"guest": guest.name}
        if len(mine) > guest.most:
            yield Sentence(
                N_("%(guest)s dự %(count)s điểm, quá %(most)s."),
                said | {"count": len(mine), "most": guest.most},
            )
        for visit in mine:
            if visit.day not in guest.days:
                yield Sentence(
                    N_("%(guest)s không đi được ngày %(day)s."),
                    said | {"day": day_text(visit.day)},
                )
        for first, then in pairwise(mine):
            far = sites[first.site].region != sites[then.site].region
            if first.day == then.day:
                yield Sentence(
                    N_("%(guest)s có hai điểm trong ngày %(day)s."),
                    said | {"day": day_text(first.day)},
                )
            elif problem.rules.near_next_day and then.day - first.day == 1 and far:
                yield Sentence(
                    N_("%(guest)s ngày %(day)s và ngày hôm sau ở hai vùng khác nhau."),
                    said | {"day": day_text(first.day)},
                )


def day_text(ordinal: int) -> str:
    """A day as it is read."""
    return date_vn(date.fromordinal(ordinal))
