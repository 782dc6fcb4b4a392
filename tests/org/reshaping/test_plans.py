"""Operations on areas keep every invariant of the tree, whatever the sequence of acts."""

from collections import defaultdict
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.org.gazetteer.records import AreaVersion
from phongtrao.org.reshaping.faults import faults
from phongtrao.org.reshaping.known import KnownAreas
from phongtrao.org.reshaping.plans import applied, plan
from tests.org.reshaping.extent import PLANS
from tests.org.reshaping.little_country import COUNTRY, FIRST_FREE, HORIZON, Acts, little_country
from tests.org.reshaping.soundness import assert_sound

FAR = date(2040, 1, 1)


def _after_random_acts(data: st.DataObject, most: int = 8) -> tuple[KnownAreas, list[date]]:
    """The country after up to `most` acts without faults, and the days of the acts, in order."""
    known, acts, days, free = little_country(), Acts(data), [HORIZON], FIRST_FREE
    for number in range(data.draw(st.integers(1, most))):
        order = acts.order(known, number)
        if faults(known, order, horizon=HORIZON):
            continue
        change = plan(known, order, first_id=free)
        free += len(change.opened)
        known = applied(known, change)
        days.append(order.on)
    return known, sorted(set(days))


def _in_force(known: KnownAreas, day: date) -> list[AreaVersion]:
    return [each for each in known.versions() if each.covers(day)]


@settings(max_examples=PLANS, deadline=None)
@given(st.data())
def test_on_every_day_each_place_has_one_version_one_code_and_a_parent_in_force(
    data: st.DataObject,
) -> None:
    known, days = _after_random_acts(data)
    assert_sound(known, [*days, FAR])


@settings(max_examples=PLANS, deadline=None)
@given(st.data())
def test_a_sum_over_the_country_is_conserved_exactly_through_every_act(
    data: st.DataObject,
) -> None:
    """Each commune's figure is carried by the shares; only what was closed outright goes away."""
    known, days = _after_random_acts(data)
    weights = {
        each.lineage_id: Fraction(index + 1)
        for index, each in enumerate(_in_force(known, HORIZON))
        if each.level == "commune"
    }
    total = sum(weights.values())
    lost = Fraction(0)
    for day in days[1:]:
        links = [each for each in known.successions if each.on == day]
        gone = {each.from_id for each in links}
        after: dict[int, Fraction] = defaultdict(Fraction)
        present = {each.lineage_id for each in _in_force(known, day)}
        for lineage_id, weight in weights.items():
            if lineage_id in gone:
                for link in (each for each in links if each.from_id == lineage_id):
                    after[link.to_id] += weight * link.share
            elif lineage_id in present:
                after[lineage_id] += weight
            else:
                lost += weight
        weights = dict(after)
        assert set(weights) <= present
    assert sum(weights.values()) + lost == total


@settings(max_examples=PLANS, deadline=None)
@given(st.data())
def test_the_past_is_never_rewritten(data: st.DataObject) -> None:
    known, days = _after_random_acts(data)
    first = {
        each.lineage_id: (each.name, each.code, each.path) for each in little_country().versions()
    }
    then = {
        each.lineage_id: (each.name, each.code, each.path) for each in _in_force(known, HORIZON)
    }
    assert then == first
    assert all(known.on(COUNTRY, day) for day in days)
