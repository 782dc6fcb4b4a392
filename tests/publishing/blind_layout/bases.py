"""The offices: for each paper the habit of who types it."""

from .model import Habit

BASES: dict[str, Habit] = {
    "bc": Habit(page_number="complex", margins=(20, 20, 30, 20), wide_appendix=True, pages=3),
    "cv1": Habit(head="tabs", foot="tabs", font="direct", rule="vml", nation=12, indent=10),
    "cv2": Habit(look="styles", font="style", split=True, page_number="simple", pages=2),
    "cv3": Habit(head="single", rule="border", font="style", body=13, nation=12, empty=True),
    "kh": Habit(
        look="styles", font="theme", rule="line", page_number="gallery", before=0, after=6,
        line=1.15, pages=4,
    ),
    "qd": Habit(font="direct", rule="border", nation=12, empty=True, split=True),
    "qc": Habit(font="style", rule="vml", page_number="frame", margins=(25, 20, 35, 15), pages=3),
    "ttr": Habit(head="single", look="styles", rule="line", page_number="complex", pages=2),
    "tb": Habit(head="tabs", foot="tabs", rule="drawing", body=13, nation=12, line=1.3),
    "gm": Habit(look="styles", font="style", rule="border", empty=True),
    "bb": Habit(font="direct", rule="line", nation=12, indent=10, lists=True),
    "ct": Habit(font="default", page_number="simple", before=6, after=6, split=True, pages=2),
    "hd": Habit(
        look="styles", font="theme", lists=True, page_number="complex", margins=(20, 25, 30, 20),
        line=1.2, pages=3,
    ),
    "nq": Habit(rule="vml", font="style", nation=12, body=13, indent=10, split=True, empty=True),
    "da": Habit(font="default", rule="border", page_number="frame", line=1.5, pages=3),
    "dkh": Habit(
        party=True, page_number="complex", rule="line", font="style", line=1.3, pages=2
    ),
    "dkl": Habit(party=True, look="styles", rule="drawing", font="direct"),
}  # fmt: skip
