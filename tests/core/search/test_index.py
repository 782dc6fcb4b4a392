"""The index in the database: the same answers on SQLite and on PostgreSQL."""

import unicodedata
from datetime import date

import pytest
from django.db.models import BooleanField, Case, Value

from phongtrao.core import search
from phongtrao.core.models import SearchEntry
from phongtrao.core.search import Entry, parse
from tests.core.search.test_words import HOSTILE

pytestmark = [pytest.mark.database, pytest.mark.django_db]
EVERYTHING = Case(default=Value(value=True), output_field=BooleanField())


def _found(typed):
    return [row.object_id for row in search.best(parse(typed), EVERYTHING, 100)]


@pytest.fixture
def papers():
    """Six short papers."""
    search.keep(
        "x",
        [
            Entry(1, "Kế hoạch 125/KH-CAT", "Công an tỉnh Quảng Ngãi", date(2026, 1, 1)),
            Entry(2, "Quảng Ngãi: kết luận", "về đường sắt", date(2026, 1, 2)),
            Entry(3, "Báo cáo", "quang vinh, ngải cứu", date(2026, 1, 3)),
            Entry(4, "Đắk Hà", "UBND xã", date(2026, 1, 4)),
            Entry(5, "Chương trình 07/CTrPH-BCA-MTTW", "", None),
            Entry(6, "Kế hoạch 3125/KH", "nội dung khác", date(2026, 1, 6)),
        ],
    )


def test_tone_marks_are_optional_and_word_order_is_free(papers):
    assert set(_found("quang ngai")) == {1, 2, 3}
    assert set(_found("ngãi quảng")) == {1, 2, 3}
    assert set(_found("NGAI  Quang")) == {1, 2, 3}
    assert _found("dak ha") == _found("đăk hà") == _found("Đắk Hà") == [4]
    assert set(_found(unicodedata.normalize("NFD", "quảng ngãi"))) == {1, 2, 3}


def test_marks_as_typed_come_first_then_the_title_then_the_newest(papers):
    assert _found("quảng ngãi") == [2, 1, 3]
    assert _found("quang ngai") == [2, 1, 3]
    assert _found("ngải")[0] == 3
    assert _found("ke hoach") == [6, 1]


def test_a_number_is_found_in_every_way_of_writing_it(papers):
    for typed in ("07/CTrPH-BCA-MTTW", "7/ctrph", "số 07", "bca mttw 07", "07 / CTrPH - BCA"):
        assert 5 in _found(typed.removeprefix("số ")), typed
    assert _found("125") == [1]


def test_the_last_word_may_be_a_beginning(papers):
    assert set(_found("quang nga")) == {1, 2, 3}
    assert _found("qua ngai") == []


def test_an_abbreviation_finds_what_it_stands_for(papers):
    assert _found("ủy ban nhân dân xã") == [4]
    assert _found("ca tinh quang ngai") == [1]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_queries_are_answered(papers, typed):
    _found(typed)


def test_broad_words_find_the_same_in_the_same_order(papers, monkeypatch):
    typed = ("quảng ngãi", "quang ngai", "ke hoach", "ngải", "q", "kh 125", "ca tinh", "Đắk Hà")
    ranked = [_found(each) for each in typed]
    for most in (0, 1, 2):
        monkeypatch.setattr("phongtrao.core.search.index.MOST_RANKED", most)
        assert [_found(each) for each in typed] == ranked
        first = [search.best(parse(each), EVERYTHING, 1) for each in typed]
        assert [[row.object_id for row in rows] for rows in first] == [
            found[:1] for found in ranked
        ]


def test_a_record_without_a_day_comes_last(papers):
    assert _found("07") == [5]
    search.keep("x", [Entry(8, "Chương trình 07", "", date(2020, 1, 1))])
    assert _found("07") == [8, 5]


def test_nothing_typed_finds_nothing(papers):
    assert _found("") == _found(" -- ") == []


def test_what_is_written_again_or_goes_is_found_anew_or_not_at_all(papers):
    search.keep("x", [Entry(1, "Thông báo", "Lý Sơn", None)])
    assert set(_found("quang ngai")) == {2, 3}
    assert _found("ly son") == [1]
    SearchEntry.objects.filter(object_id=1).delete()
    assert _found("ly son") == []


def test_a_text_of_many_different_words_is_taken(papers):
    search.keep("x", [Entry(7, "dài", " ".join(f"chữ{n}đắk" for n in range(100_000)))])
    assert _found("chu17dak") == [7]
