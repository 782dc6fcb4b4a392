"""What a check of a form says in words, for whoever designs or fills it. Pure."""

from collections.abc import Mapping

from phongtrao.core.errors import N_, Sentence
from phongtrao.reporting.rules.cell_checks import BEFORE, CellCheck, CellPlace, Term

_SAID = {
    "<=": N_("%(left)s không được lớn hơn %(right)s"),
    ">=": N_("%(left)s không được nhỏ hơn %(right)s"),
    "=": N_("%(left)s phải bằng %(right)s"),
    "<": N_("%(left)s phải nhỏ hơn %(right)s"),
    ">": N_("%(left)s phải lớn hơn %(right)s"),
    "~": N_("%(left)s lệch quá %(percent)s%% so với %(right)s thì phải ghi lý do"),
}


def check_words(check: CellCheck, places: Mapping[str, CellPlace]) -> Sentence:
    """The check as a sentence that names its cells by their place and name."""
    return Sentence(
        _SAID[check.operator],
        {
            "left": _side(check.left, places),
            "right": _side(check.right, places),
            "percent": check.percent,
        },
    )


def _side(side: tuple[Term, ...], places: Mapping[str, CellPlace]) -> Sentence:
    if len(side) == 1:
        return _term(side[0], places)
    if all(term.sign > 0 for term in side):
        parts = [_term(term, places) for term in side]
        terms = ", ".join(str(part) for part in parts)
        return Sentence(N_("tổng của %(terms)s"), {"terms": terms})
    shown = " ".join(f"{'-' if t.sign < 0 else '+'} {_term(t, places)}" for t in side)
    return Sentence("%(terms)s", {"terms": shown.removeprefix("+ ")})


def _term(term: Term, places: Mapping[str, CellPlace]) -> Sentence:
    if not term.code:
        return Sentence("%(number)s", {"number": term.constant})
    place = places.get(term.code, CellPlace(term.code))
    named = {"name": place.name, "place": place.place}
    if term.when:
        when = N_("số kỳ trước") if term.when == BEFORE else N_("số cùng kỳ năm trước")
        return Sentence(when)
    return Sentence(N_("“%(name)s” (mục %(place)s)") if place.place else "“%(name)s”", named)
