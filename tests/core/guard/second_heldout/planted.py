"""Lines with one planted thing each: numbers, addresses, mail, headers of lists, accusations."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import cycle
from random import Random

from . import invent
from .habits import HABITS, IN_FILE_NAMES, Habit, Mention
from .material import load
from .model import Act, PlantedLine

_SEED = 20261126
_PER_HABIT = 7
_ASKED = {"landline", "passport", "mail", "name_accusation"}
_WHOLE_LINE: dict[str, Callable[[str], str]] = {
    "line-capitals": str.upper,
    "line-no-marks": invent.plain_letters,
    "line-nfd": lambda text: unicodedata.normalize("NFD", text),
    "line-wide-spaces": lambda text: text.replace(" ", "\u00a0"),
}


def _unchanged(text: str) -> str:
    return text


def _act(kind: str) -> Act:
    return "ask" if kind in _ASKED else "block"


def _fill(rng: Random, carrier: str, mark: str = "{v}") -> tuple[str, str]:
    """Fill the small slots of a carrier; return what stands before and after the mention."""
    slots = {
        "{ten}": invent.person(rng),
        "{xa}": invent.place(rng),
        "{thon}": invent.place(rng),
        "{ngay}": invent.day(rng),
        "{n}": str(rng.randint(1, 60)),
    }
    for slot, text in slots.items():
        if slot != mark:
            carrier = carrier.replace(slot, text)
    left, right = carrier.split(mark, 1)
    return left, right


def _line(
    carrier: tuple[str, str],
    mention: Mention,
    kind: str,
    habit: str,
    act: Act | None = None,
    change: Callable[[str], str] = _unchanged,
) -> PlantedLine:
    """Put a mention into a filled carrier and note where the planted thing stands."""
    left = change(carrier[0] + mention.before)
    value = change(mention.value)
    right = change(mention.after + carrier[1])
    end = len(left) + len(value)
    return PlantedLine(left + value + right, kind, habit, len(left), end, act or _act(kind))


def _endless(rng: Random, carriers: list[str]) -> Iterator[str]:
    shuffled = list(carriers)
    rng.shuffle(shuffled)
    return cycle(shuffled)


def _label(rng: Random, kind: str) -> tuple[str, str]:
    style = rng.choice(["full", "short"])
    return style, rng.choice(load("wording")["labels"][kind][style])


def _number_line(rng: Random, kind: str, name: str, habit: Habit, text: str) -> PlantedLine | None:
    _style, label = _label(rng, kind)
    mention = habit(rng, kind, label, invent.MAKERS[kind](rng))
    if mention is None:
        return None
    act: Act | None = "ask" if kind == "cmnd" and name == "no-label" else None
    return _line(_fill(rng, text), mention, kind, name, act)


def _numbers(rng: Random) -> Iterator[PlantedLine]:
    genres = load("carriers")["numbers"]
    running = [text for genre, texts in genres.items() if genre != "filename" for text in texts]
    for kind in invent.MAKERS:
        own = load("carriers")["plates"] * 3 if kind == "plate" else []
        carriers = _endless(rng, running + own)
        for name, habit in HABITS.items():
            for _ in range(_PER_HABIT):
                line = _number_line(rng, kind, name, habit, next(carriers))
                if line:
                    yield line


def _file_names(rng: Random) -> Iterator[PlantedLine]:
    for kind in invent.MAKERS:
        for carrier in load("carriers")["numbers"]["filename"]:
            for name in rng.sample(sorted(IN_FILE_NAMES), 4):
                line = _number_line(rng, kind, name, IN_FILE_NAMES[name], carrier)
                if line:
                    yield line


def _whole_lines(rng: Random) -> Iterator[PlantedLine]:
    genres = load("carriers")["numbers"]
    running = [text for genre, texts in genres.items() if genre != "filename" for text in texts]
    for kind, make in invent.MAKERS.items():
        for name, change in _WHOLE_LINE.items():
            for carrier in rng.sample(running, 6):
                mention = Mention(f"{_label(rng, kind)[1]} ", make(rng))
                yield _line(_fill(rng, carrier), mention, kind, name, change=change)


def _odd_numbers(rng: Random) -> Iterator[PlantedLine]:
    """Lines whose right verdict needs its own word: contact phones, identity of other codes."""
    for carrier in load("carriers")["mobile_contacts"]:
        for label in load("wording")["labels"]["mobile"]["full"]:
            mention = Mention(f"{label} ", invent.mobile(rng))
            yield _line(_fill(rng, carrier), mention, "mobile", "contact-line", "ask")
    report = load("carriers")["numbers"]["report"] + load("carriers")["numbers"]["letter"]
    for carrier in report * 2:
        label = rng.choice(["số CCCD ", "căn cước số ", "số định danh cá nhân: ", "CCCD: "])
        mention = Mention(label, invent.cccd_other_code(rng))
        yield _line(_fill(rng, carrier), mention, "cccd", "other-birth-code")


_MAIL_HABITS: dict[str, Callable[[str], Mention]] = {
    "plain": lambda mail: Mention("", mail),
    "mail-label": lambda mail: Mention("email: ", mail),
    "mail-label-glued": lambda mail: Mention("Email:", mail, "."),
    "mail-capitals": lambda mail: Mention("E-mail ", mail.upper()),
    "mail-scheme": lambda mail: Mention("mailto:", mail),
    "mail-full-width": lambda mail: Mention("thư điện tử ", mail.replace("@", "＠")),
    "mail-zero-width": lambda mail: Mention("mail ", mail.replace("@", "\u200b@\u200b")),
    "dodge-mail-at": lambda mail: Mention("mail ", mail.replace("@", " (at) ")),
    "dodge-mail-a-cong": lambda mail: Mention("mail ", mail.replace("@", " a còng ")),
    "dodge-mail-dot": lambda mail: Mention("mail ", mail.replace(".", " chấm ")),
}


def _mails(rng: Random) -> Iterator[PlantedLine]:
    hosts = load("wording")["mail_hosts"]
    for carrier in load("carriers")["mails"]:
        for name, habit in _MAIL_HABITS.items():
            yield _line(_fill(rng, carrier), habit(invent.mail(rng, hosts)), "mail", name)


def _addresses(rng: Random) -> Iterator[PlantedLine]:
    for before, form in load("wording")["addresses"]:
        for carrier in load("carriers")["addresses"]:
            value = form.format(
                a=rng.randint(2, 499), b=rng.randint(2, 98), c=rng.randint(1, 19),
                p=invent.place(rng),
            )  # fmt: skip
            name = rng.choice(["plain", "plain", *_WHOLE_LINE])
            change = _WHOLE_LINE.get(name, _unchanged)
            filled = _fill(rng, carrier)
            yield _line(filled, Mention(before, value), "address", name, change=change)


def _person_lists(rng: Random) -> Iterator[PlantedLine]:
    joints = {
        "cell-tab": "\t",
        "cell-pipe": " | ",
        "cell-semicolon": ";",
        "cell-comma": ",",
        "cell-pipe-glued": "|",
    }
    for header in load("wording")["headers"]:
        for name, joint in joints.items():
            cells = [cell.replace(",", "") if joint == "," else cell for cell in header]
            for style, change in [("", _unchanged), *_WHOLE_LINE.items()]:
                carrier = _fill(rng, rng.choice(load("carriers")["person_lists"]))
                habit = f"{name}-{style}" if style else name
                mention = Mention("", joint.join(cells))
                yield _line(carrier, mention, "person_list", habit, change=change)


def _accusations(rng: Random) -> Iterator[PlantedLine]:
    for words in load("wording")["accusations"]:
        for carrier in load("carriers")["accusations"]:
            name = rng.choice(["plain", "plain", *_WHOLE_LINE])
            left, right = _fill(rng, carrier.replace("{v}", words), "{ten}")
            mention = Mention("", invent.person(rng))
            change = _WHOLE_LINE.get(name, _unchanged)
            yield _line((left, right), mention, "name_accusation", name, change=change)


def planted_lines() -> Iterator[PlantedLine]:
    """Yield every planted line, the same on every call (security.md 4.2, table of kinds)."""
    makers = (
        _numbers, _file_names, _whole_lines, _odd_numbers, _mails, _addresses, _person_lists,
        _accusations,
    )  # fmt: skip
    for at, maker in enumerate(makers):
        yield from maker(Random(_SEED + at))
