"""Refusals carry a sentence, a code, a status and what the page needs."""

import pickle

import pytest

from phongtrao.core.errors import (
    DomainError,
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    Sentence,
    StaleVersion,
    TransitionRefused,
)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (Refused, 409),
        (TransitionRefused, 409),
        (Forbidden, 403),
        (NotFound, 404),
        (StaleVersion, 409),
        (InvalidInput, 422),
    ],
)
def test_each_refusal_knows_its_status(kind: type[DomainError], status: int) -> None:
    error = kind("Không được.")
    assert (error.status, str(error)) == (status, "Không được.")


def test_a_sentence_is_translated_before_it_is_filled() -> None:
    english = {"Quá %(limit)s dòng": "More than %(limit)s rows"}
    error = InvalidInput("Quá %(limit)s dòng", limit=5)
    assert str(error) == "Quá 5 dòng"
    assert error.shown(lambda text: english.get(text, text)) == "More than 5 rows"


def test_a_sentence_inside_a_sentence_is_translated_too() -> None:
    inner = Sentence("Quý %(n)s", {"n": "III"})
    outer = Sentence("%(period)s đã chốt", {"period": inner})
    assert str(outer) == "Quý III đã chốt"
    assert outer.shown(lambda text: text.replace("Quý", "Q")) == "Q III đã chốt"


def test_a_per_cent_sign_in_a_plain_sentence_is_left_alone() -> None:
    assert str(Refused("Mới đạt 70% chỉ tiêu.")) == "Mới đạt 70% chỉ tiêu."


def test_a_conflict_keeps_both_sides() -> None:
    error = StaleVersion(mine={"title": "A"}, theirs={"title": "B"})
    assert (error.mine, error.theirs) == ({"title": "A"}, {"title": "B"})
    assert "vẫn được giữ" in str(error)


def test_invalid_input_names_each_field() -> None:
    error = InvalidInput(fields={"deadline": "Chưa nhập ngày."})
    assert error.fields == {"deadline": "Chưa nhập ngày."}
    assert error.code == "invalid"


def test_a_refusal_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(InvalidInput("Quá %(n)s", "rows", n=3)))
    assert (str(error), error.code, error.data) == ("Quá 3", "rows", {"n": 3})
