"""How each part of a faultless paper looks."""

from dataclasses import dataclass

from .model import Habit

FLOWING = ("body", "clause", "point", "dash", "article", "end", "attached_end")
"""Parts of the running text that share one look."""


@dataclass(frozen=True)
class Look:
    """Size in points; `align` one of left, center, both; `first` = indent of the first line."""

    size: float
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first: bool = False
    before: float = 0
    after: float = 0
    colour: str = ""
    underline: bool = False


def looks(habit: Habit) -> dict[str, Look]:
    """The look of every part for an office with this habit."""
    found = _head(habit) | _text(habit) | _foot(habit)
    return found | _party(habit) if habit.party else found


def _head(habit: Habit) -> dict[str, Look]:
    small, large = habit.nation, min(habit.nation + 1, 14)
    centred = "center"
    return {
        "nation": Look(small, bold=True, align=centred),
        "motto": Look(large, bold=True, align=centred),
        "parent": Look(small, align=centred),
        "issuer": Look(small, bold=True, align=centred),
        "number": Look(13, align=centred, before=6),
        "date": Look(large, italic=True, align=centred, before=6),
        "subject": Look(small, align=centred, before=6),
        "urgency": Look(13, bold=True, align=centred, before=6, colour="FF0000"),
        "kind": Look(14, bold=True, align=centred, before=12),
        "abstract": Look(14, bold=True, align=centred),
        "maker": Look(14, bold=True, align=centred, before=6),
        "order": Look(14, bold=True, align=centred, before=6, after=6),
        "addressee": Look(habit.body, align=centred, before=12, after=6),
        "to": Look(habit.body, align="to"),
    }


def _text(habit: Habit) -> dict[str, Look]:
    around = (habit.before, habit.after)
    plain = Look(habit.body, False, False, "both", True, *around)
    bold = Look(habit.body, True, False, "both", True, *around)
    middle = Look(14, True, False, "center", False, *around)
    found = dict.fromkeys(FLOWING, plain)
    found |= dict.fromkeys(("heading", "clause_title", "article_title"), bold)
    division = ("part", "chapter", "section")
    found |= dict.fromkeys((*division, *(f"{name}_title" for name in division)), middle)
    found |= dict.fromkeys(("attached", "attached_name", "appendix", "appendix_title"), middle)
    note = Look(14, False, True, "center", False, 0, 6)
    found |= dict.fromkeys(("attached_ref", "appendix_ref"), note)
    found["basis"] = Look(habit.body, False, True, "both", True, *around)
    found["cell"] = Look(12)
    return found


def _foot(habit: Habit) -> dict[str, Look]:
    signing = Look(14 if habit.body == 14 else 13, bold=True, align="center")
    names = ("sign", "sign2", "signer", "signer2")
    return dict.fromkeys(names, signing) | {
        "rtitle": Look(12, bold=True, italic=True),
        "rec": Look(11),
        "archive": Look(11),
    }


def _party(habit: Habit) -> dict[str, Look]:
    centred = "center"
    return {
        "party": Look(15, bold=True, align=centred),
        "parent": Look(14, align=centred),
        "issuer": Look(14, bold=True, align=centred),
        "asterisk": Look(14, bold=True, align=centred),
        "number": Look(14, align=centred),
        "date": Look(14, italic=True, align=centred),
        "kind": Look(16, bold=True, align=centred, before=12),
        "abstract": Look(14, bold=True, align=centred),
        "rtitle": Look(14, underline=True),
        "rec": Look(12),
        "archive": Look(12),
    }
