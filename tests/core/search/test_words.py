"""Words of texts and queries: folded alike, marks kept beside, anything may be typed."""

import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from phongtrao.core.search import Entry, excerpt, highlighted, indexed, parse

HOSTILE = (
    '"',
    "'; DROP TABLE core_searchentry; --",
    "a AND OR NOT NEAR(b, 3)",
    "title : x",
    "^a* -b +c (d",
    "a:*A & !b | <-> c",
    "\x00\x01\u202e\ud800",
    "%_\\",
    "*" * 5_000,
    "tên " * 5_000,
    "x" * 100_000,
    "𞤀𞤁 漢字 ﬁ İ ß ½ ٣",
)


def _shown(pieces):
    return "".join(piece for piece, _hit in pieces)


def _marked(pieces):
    return [piece for piece, hit in pieces if hit]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Quảng Ngãi", ("quang", "ngai")),
        ("QUẢNG NGÃI quảng", ("quang", "ngai")),
        ("Đắk Lắk", ("dak", "lak")),
        ("07/CTrPH-BCA-MTTW", ("7", "ctrph", "bca", "mttw")),
        ("số: 125/KH-CAT", ("so", "125", "kh", "cat")),
        ("   ", ()),
    ],
)
def test_a_query_is_its_words_without_marks(typed, words):
    assert parse(typed).words == words


def test_marks_are_kept_beside_the_words_wherever_the_tone_stands():
    assert parse("Thanh Hoá").marked == parse("thanh hóa").marked == ("hoá",)
    assert parse(unicodedata.normalize("NFD", "Quảng Ngãi")) == parse("Quảng Ngãi")
    assert parse("quang ngai").marked == ()


def test_abbreviations_and_what_they_stand_for_are_indexed_together():
    assert "ubnd" in indexed(Entry(1, "Ủy ban nhân dân xã Ba Tơ")).title.split()
    assert "uy ban nhan dan" in indexed(Entry(1, "UBND xã Ba Tơ")).title
    assert "cong an" in indexed(Entry(1, "CA tỉnh")).title
    # An ordinary syllable is no abbreviation.
    assert "cong" not in indexed(Entry(1, "Cả xã cùng làm")).title


def test_a_text_beyond_all_measure_is_kept_by_its_beginning():
    words = indexed(Entry(1, "đầu", " ".join(f"từ{n}" for n in range(300_000)), date(2026, 1, 1)))
    assert words.text.startswith("tu0 tu1 ")
    assert len(words.text) < 600_000


def test_what_was_asked_for_is_marked_and_the_text_stays_whole():
    title = "Kế hoạch số 07/KH của Công an tỉnh Quảng Ngãi"
    pieces = highlighted(title, parse("quang nga 7"))
    assert _shown(pieces) == title
    assert _marked(pieces) == ["07", "Quảng"] or _marked(pieces) == ["07", "Quảng", "Ngãi"]


def test_only_the_last_word_may_be_a_beginning():
    assert _marked(highlighted("Quảng Ngãi", parse("qua ngai"))) == ["Ngãi"]
    assert _marked(highlighted("Quảng Ngãi", parse("ngai qua"))) == ["Quả", "Ngãi"]


def test_an_excerpt_shows_the_place_with_most_of_the_words():
    text = "mở đầu về quảng bá. " * 60 + "Tại tỉnh Quảng Ngãi có hai mô hình. " + "kết thúc " * 60
    shown = excerpt(text, parse("quảng ngãi"))
    assert "tỉnh Quảng Ngãi có hai" in _shown(shown)
    assert _shown(shown).startswith("…")
    assert _shown(shown).endswith("…")
    assert len(_shown(shown)) < 300
    assert excerpt(text, parse("vắng hẳn")) == []


@given(st.text(max_size=400), st.text(max_size=80))
@example("Quảng Ngãi", "\u0301")
@example("İstanbul ﬁn", "i f")
def test_no_text_and_no_query_breaks_the_marking(text, typed):
    query = parse(typed)
    whole = unicodedata.normalize("NFC", text)
    if query.words:
        assert _shown(highlighted(text, query)) == whole
        excerpt(text, query)
    indexed(Entry(1, text, typed))


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_queries_become_plain_words(typed):
    query = parse(typed)
    assert all(word.isascii() and word.isalnum() and len(word) <= 40 for word in query.words)
    assert len(query.words) <= 12
