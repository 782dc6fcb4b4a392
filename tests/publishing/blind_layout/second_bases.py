"""The offices of the second set: for each paper the habit of who types it and what Word leaves."""

from dataclasses import dataclass

from . import second_touches as word
from .model import Habit
from .second_touches import Touch


@dataclass(frozen=True)
class Office:
    """A habit, and what is done to the file last."""

    habit: Habit
    touches: tuple[Touch, ...] = ()


OFFICES: dict[str, Office] = {
    "cva": Office(
        Habit(font="style", nation=12, margins=(20, 20, 30, 20)),
        (word.controls("number", "date", "subject"), word.noise),
    ),
    "cvb": Office(
        Habit(look="styles", font="theme", split=True, page_number="complex", rule="border",
              pages=2, margins=(22, 20, 32, 18)),
        (word.bulleted("to"), word.tracked("body"), word.even_header),
    ),
    "cvc": Office(
        Habit(head="tabs", foot="tabs", rule="drawing", body=13, nation=12, line=1.15),
        (word.hard_spaces("date", "number"), word.connectors),
    ),
    "cvd": Office(
        Habit(look="styles", font="direct", rule="line", empty=True, nation=12),
        (word.smart_tags("date"), word.hard_hyphens("number")),
    ),
    "cde": Office(
        Habit(head="single", font="style", rule="vml", indent=10),
        (word.lean, word.one_paragraph("sign")),
    ),
    "tba": Office(
        Habit(look="styles", lists=True, rule="line", line=1.2, before=0, after=6),
        (word.block_control("body"), word.soft_break("abstract")),
    ),
    "gma": Office(
        Habit(head="single", look="styles", font="direct", rule="drawing", indent=10, nation=12),
        (word.tracked("body"), word.hard_spaces("date")),
    ),
    "ggt": Office(Habit(font="theme", rule="border", empty=True), (word.controls("kind"),)),
    "pgu": Office(Habit(head="single", rule="border", nation=12), (word.head_box,)),
    "qda": Office(
        Habit(look="styles", font="style", split=True, rule="drawing"),
        (word.field("number"), word.one_paragraph("rec", "archive"), word.connectors),
    ),
    "nqa": Office(
        Habit(head="single", font="theme", page_number="simple", line=1.15, pages=2),
        (word.lean, word.number_by_tab),
    ),
    "bba": Office(
        Habit(head="tabs", font="style", rule="vml", nation=12, body=13, line=1.3),
        (word.tracked("clause"),),
    ),
    "hdo": Office(
        Habit(font="direct", page_number="complex", split=True, empty=True, rule="border", pages=2),
        (word.smart_tags("date"), word.even_header, word.noise),
    ),
    "ctr": Office(
        Habit(look="styles", page_number="gallery", line=1.25, rule="line", pages=2),
        (word.mid_section,),
    ),
    "pan": Office(
        Habit(font="style", page_number="frame", rule="line", margins=(22, 22, 33, 17), pages=4),
        (word.bulleted("rec", "archive"), word.hard_hyphens("number"), word.after_frame),
    ),
    "dan": Office(
        Habit(look="styles", font="theme", page_number="simple", line=1.4, rule="drawing", pages=2),
        (word.block_control("body"), word.field("date")),
    ),
    "qdb": Office(
        Habit(page_number="complex", split=True, rule="vml", margins=(25, 25, 30, 20), pages=3),
        (word.hard_spaces("date"), word.noise),
    ),
    "khl": Office(
        Habit(font="direct", page_number="gallery", rule="border", before=6, after=6, pages=2),
        (word.controls("date"),),
    ),
    "tbl": Office(
        Habit(head="single", look="styles", font="style", rule="vml", indent=10), (word.noise,)
    ),
    "bca": Office(
        Habit(look="styles", font="style", page_number="complex", wide_appendix=True, pages=3,
              before=3, after=6, rule="border"),
        (word.bulleted("dash"), word.controls("number")),
    ),
    "khb": Office(
        Habit(head="single", page_number="simple", rule="border", line=1.1, pages=3, nation=12),
        (word.head_box, word.lean),
    ),
    "hdb": Office(
        Habit(look="styles", lists=True, page_number="frame", rule="drawing", pages=4,
              margins=(20, 25, 35, 15)),
        (word.hard_spaces("number"), word.connectors, word.after_frame),
    ),
    "ttb": Office(
        Habit(head="tabs", foot="tabs", font="direct", page_number="complex", rule="vml", pages=2,
              nation=12, indent=10, line=1.2),
        (word.noise, word.tracked("body")),
    ),
    "dct": Office(Habit(party=True, rule="line"), (word.hard_spaces("date"),)),
    "dbc": Office(
        Habit(party=True, look="styles", font="theme", page_number="simple", rule="drawing",
              pages=2, line=1.2),
        (word.controls("date"),),
    ),
    "dqd": Office(
        Habit(party=True, head="single", font="style", split=True, rule="border"), (word.noise,)
    ),
}  # fmt: skip
"""By the paper's name."""
