"""Two texts grown from one: nothing that either writer wrote is lost, and order stays."""

from hypothesis import given
from hypothesis import strategies as st

from phongtrao.fieldwork.meetings.rules.merging import (
    Agreed,
    Clash,
    chosen_text,
    compared,
    merge,
    merged_text,
)

# Few different paragraphs, so that sides often share, repeat and move some.
_TEXT = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "", "f g"]), max_size=9).map("\n".join)
_BASE = "Khai mạc\nÝ kiến A\nÝ kiến B\nKết luận"


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


@given(_TEXT, _TEXT, _TEXT)
def test_every_paragraph_that_a_writer_added_is_in_the_result(
    base: str, mine: str, theirs: str
) -> None:
    parts = merge(base, mine, theirs)
    agreed = [line for part in parts if isinstance(part, Agreed) for line in part.lines]
    clashes = [part for part in parts if isinstance(part, Clash)]
    for text, side in ((mine, "mine"), (theirs, "theirs")):
        held = agreed + [line for part in clashes for line in getattr(part, side)]
        assert set(_lines(text)) - set(_lines(base)) <= set(held)


@given(_TEXT, _TEXT)
def test_one_writer_alone_gets_what_he_wrote(base: str, mine: str) -> None:
    assert merged_text(merge(base, mine, base)) == mine
    assert merged_text(merge(base, base, mine)) == mine
    assert merged_text(merge(base, mine, mine)) == mine


@given(_TEXT, _TEXT, _TEXT)
def test_choosing_one_side_everywhere_keeps_the_order_of_that_side(
    base: str, mine: str, theirs: str
) -> None:
    parts = merge(base, mine, theirs)
    clashes = [part for part in parts if isinstance(part, Clash)]
    whole = _lines(chosen_text(parts, ["\n".join(part.mine) for part in clashes]))
    rest = iter(whole)
    ours = [line for line in _lines(mine) if line not in _lines(base)]
    assert all(line in rest for line in ours)


def test_neighbouring_paragraphs_and_additions_at_one_place_need_no_choice() -> None:
    one = _BASE.replace("Ý kiến A", "Ý kiến A, sửa")
    other = _BASE.replace("Ý kiến B", "Ý kiến B, sửa")
    assert merged_text(merge(_BASE, one, other)) == one.replace("Ý kiến B", "Ý kiến B, sửa")
    ends = (f"{_BASE}\nMột", f"{_BASE}\nHai")
    assert merged_text(merge(_BASE, *ends)) == f"{_BASE}\nHai\nMột"


def test_an_empty_line_that_both_added_stands_once() -> None:
    assert merged_text(merge("a", "a\n", "a\n")) == "a\n"


def test_the_same_paragraph_changed_twice_stands_side_by_side() -> None:
    one, other = (_BASE.replace("Ý kiến A", word) for word in ("Của tôi", "Của bạn"))
    parts = merge(_BASE, one, other)
    assert [part for part in parts if isinstance(part, Clash)] == [
        Clash(("Của tôi",), ("Của bạn",))
    ]
    assert chosen_text(parts, ["Cả hai"]) == _BASE.replace("Ý kiến A", "Cả hai")


@given(_TEXT, _TEXT)
def test_a_comparison_tells_both_texts(old: str, new: str) -> None:
    rows = compared(old, new)
    for text, kind in ((old, "removed"), (new, "added")):
        told = [row.text for row in rows if row.kind in ("same", kind)]
        assert [line for line in told if line] == [line for line in _lines(text) if line]
