"""All names of all times in the spellings people use lead to the areas meant, or to a question.

A sample by default; all of them with PHONGTRAO_AREAS=full (some minutes a day of the calendar).
"""

import os
import random
import sys
from datetime import date

import pytest

from phongtrao.org.gazetteer.country import load_country
from phongtrao.org.gazetteer.resolve import Match, resolve
from tests.org.gazetteer.spelling import body_spellings, spellings
from tests.org.gazetteer.variants import Case, Truth

IS_FULL = os.environ.get("PHONGTRAO_AREAS") == "full"
SAMPLE = 25
LEAST_RIGHT = 0.998
TODAY = date(2026, 11, 26)
DAYS = (TODAY, date(2025, 6, 30))
SPELLINGS = tuple(spellings())


@pytest.fixture(scope="module", params=DAYS, ids=str)
def truth(request):
    """What texts mean on a day, worked out without the resolver."""
    return request.param, Truth(load_country(), request.param)


def asked(day, text):
    return resolve(text, day, today=TODAY)


def lineages(matches: list[Match]) -> frozenset[int]:
    return frozenset(match.version.lineage_id for match in matches)


def sample(owned, seed):
    return owned if IS_FULL else random.Random(seed).sample(owned, SAMPLE)


def told(day, case: Case, answer: list[Match]) -> str:
    names = [f"{match.version.full_name} {match.version.code}" for match in answer]
    return f"{day} {case.text!r}: {names}, meant {sorted(case.meant)}"


def test_names_in_every_spelling_find_what_is_meant(truth):
    day, known = truth
    count, wrong = 0, []
    for spelling in SPELLINGS:
        for case in known.cases(spelling, sample(known.owned, spelling[0])):
            count += 1
            answer = asked(day, case.text)
            if not case.is_right(lineages(answer)):
                wrong.append(f"{spelling[0]}: {told(day, case, answer)}")
    share = 1 - len(wrong) / count
    report = f"{day}: {count:,} texts, {share:.4%} right; {len(wrong)} wrong"
    sys.stdout.write("\n".join([report, *wrong[:40]]) + "\n")
    assert share >= LEAST_RIGHT, "\n".join([report, *wrong])


def test_a_single_answer_is_never_another_place_than_the_one_written_in_full(truth):
    day, known = truth
    own_names = SPELLINGS[:8]
    for spelling in own_names:
        for case in known.cases(spelling, sample(known.owned, f"{spelling[0]} one")):
            answer = asked(day, case.text)
            if len(answer) == 1:
                assert lineages(answer) <= case.meant | case.alike, told(day, case, answer)


def test_a_body_is_named_with_its_place(truth):
    day, known = truth
    for kind, write in body_spellings():
        for case in known.cases((kind, write), sample(known.owned, kind)):
            answer = asked(day, case.text)
            assert {match.kind for match in answer} == {kind}, told(day, case, answer)
            assert case.is_right(lineages(answer)), told(day, case, answer)


def test_a_former_area_answers_with_its_last_day_and_what_holds_it_today():
    country = load_country()
    known = Truth(country, TODAY)
    former = [each for each in known.owned if len(each.chain) == 3]
    for each in sample(former, "former"):
        (case,) = known.cases(SPELLINGS[0], [each])
        for match in asked(TODAY, case.text):
            if country.version_on(match.version.lineage_id, TODAY) is None:
                held = country.carried(match.version.lineage_id, match.on, TODAY)
                expected = held[0].version.code if len(held) == 1 else None
                assert match.on == date(2025, 6, 30)
                assert match.current_code == expected
