"""Lines with one planted thing each: carriers × ways of writing the thing × habits of the line."""

import random
from collections.abc import Callable, Iterator
from itertools import count
from typing import Literal

from . import numbers
from .addresses import after_a_lead, house, mail
from .habits import DODGES, LABELLED_HABITS, LINE_HABITS, Parts
from .model import PlantedLine
from .pools import digits, fill, load

Act = Literal["block", "ask"]
Draft = tuple[Parts, str, Act]
Source = Callable[[random.Random, int], Draft]
SEED = 730_115
LABELLED = ("cccd", "cmnd", "bhxh", "bhyt", "tax", "passport", "bank")
# A letter of the thing would run into the label, or the lead is no label at all.
NEVER_RUN_IN = frozenset({"passport", "bhyt", "plate"})
COUNTS = {
    "cccd": 360,
    "cmnd": 330,
    "bhxh": 320,
    "bhyt": 330,
    "tax": 300,
    "mobile": 400,
    "landline": 300,
    "plate": 330,
    "passport": 300,
    "bank": 300,
    "address": 330,
    "mail": 160,
}
ASKED = frozenset({"passport", "landline", "mail"})


def _around(rng: random.Random, carrier: str, thing: str) -> Parts:
    before, after = carrier.split("{X}")
    return fill(rng, before), thing, fill(rng, after)


def _written(rng: random.Random, kind: str) -> tuple[str, str]:
    habit, write = rng.choice(numbers.WRITINGS[kind])
    return habit, write(numbers.MAKERS[kind](rng))


def labelled(kind: str) -> Source:
    """Numbers that stand after their label."""
    ids = load("ids")
    carriers = ids["carriers"] + ids["extra"].get(kind, []) * 2

    def draft(rng: random.Random, at: int) -> Draft:
        label = ids["labels"][kind][at % len(ids["labels"][kind])]
        carrier = carriers[at % len(carriers)].replace("{L}", f"{label} ")
        habit, thing = _written(rng, kind)
        if kind == "cccd" and at % 19 == 0:
            habit, thing = "born-abroad", numbers.cccd_abroad(rng)
        return _around(rng, carrier, thing), habit, "ask" if kind in ASKED else "block"

    return draft


def bare(kind: str) -> Source:
    """Numbers without any label, as cells and notes have them."""
    carriers = load("ids")["bare"][kind]

    def draft(rng: random.Random, at: int) -> Draft:
        habit, thing = _written(rng, kind)
        if kind == "cmnd" or habit not in {"groups-of-three", "groups-of-four", "card-print"}:
            habit, thing = "plain", numbers.MAKERS[kind](rng)
        act: Act = "ask" if kind == "cmnd" else "block"
        return _around(rng, carriers[at % len(carriers)], thing), f"no-label+{habit}", act

    return draft


def mobiles(rng: random.Random, at: int) -> Draft:
    """Mobile numbers of private persons, and of named officials on contact lines (ask)."""
    phones = load("phones")
    of_office = at % 4 == 0
    carriers = phones["office" if of_office else "private"]
    carrier = carriers[(at // (4 if of_office else 1)) % len(carriers)]
    label = phones["labels"][at % len(phones["labels"])]
    habit, thing = _written(rng, "mobile")
    if not of_office and "{L}" in carrier and at % 7 == 3:
        label, habit, thing = "SĐT", "lost-zero", numbers.mobile(rng)[1:]
    parts = _around(rng, carrier.replace("{L}", f"{label} "), thing)
    return parts, f"contact-line+{habit}" if of_office else habit, "ask" if of_office else "block"


def landlines(rng: random.Random, at: int) -> Draft:
    """Landline numbers, of offices and of homes alike."""
    carriers = load("phones")["landline"]
    habit, thing = _written(rng, "landline")
    return _around(rng, carriers[at % len(carriers)], thing), habit, "ask"


def plates(rng: random.Random, at: int) -> Draft:
    """Number plates."""
    carriers = load("things")["plate"]
    habit, thing = numbers.plate(rng)
    return _around(rng, carriers[at % len(carriers)], thing), habit, "block"


def homes(rng: random.Random, at: int) -> Draft:
    """Home addresses, three of four after a word of residence."""
    things = load("things")
    lead = at % 4 != 0
    carriers = things["address_lead" if lead else "house_lead"]
    thing = after_a_lead(rng) if lead else house(rng)
    habit = "after-residence-word" if lead else "house-word"
    return _around(rng, carriers[at % len(carriers)], thing), habit, "block"


def mails(rng: random.Random, at: int) -> Draft:
    """Mail addresses outside the state's domain."""
    carriers = load("things")["mail"]
    return _around(rng, carriers[at % len(carriers)], mail(rng)), "mail", "ask"


SOURCES: dict[str, list[Source]] = {
    **{kind: [labelled(kind)] for kind in LABELLED},
    "mobile": [mobiles],
    "landline": [landlines],
    "plate": [plates],
    "address": [homes],
    "mail": [mails],
}
for _kind in ("cccd", "bhyt", "cmnd"):
    SOURCES[_kind] = [labelled(_kind)] * 4 + [bare(_kind)]


def _line(kind: str, parts: Parts, habit: str, act: Act) -> PlantedLine:
    before, thing, after = parts
    start = len(before)
    return PlantedLine(before + thing + after, kind, habit, start, start + len(thing), act)


def _line_habit(rng: random.Random, kind: str, habit: str, at: int) -> str:
    habits = list(LINE_HABITS)
    if kind in LABELLED and not habit.startswith("no-label"):
        habits += list(LABELLED_HABITS)
    chosen = habits[at % len(habits)] if at % 3 else rng.choice(["as-is", "colon", "tight-colon"])
    if chosen not in habits or (chosen == "run-in" and kind in NEVER_RUN_IN):
        return "as-is"
    if kind == "mail" and chosen in {"capitals", "no-break-spaces", "form-dots"}:
        return "as-is"
    return chosen


def _plain_kind(kind: str) -> Iterator[PlantedLine]:
    rng = random.Random(f"{SEED}-{kind}")
    seen: set[str] = set()
    for at in count():
        parts, habit, act = SOURCES[kind][at % len(SOURCES[kind])](rng, at)
        line_habit = _line_habit(rng, kind, habit, at)
        change = {**LINE_HABITS, **LABELLED_HABITS}[line_habit]
        line = _line(kind, change(rng, parts), f"{habit}+{line_habit}", act)
        if line.text not in seen:
            seen.add(line.text)
            yield line
        if len(seen) == COUNTS[kind]:
            return


DODGED = ("cccd", "cmnd", "bhxh", "bhyt", "tax", "mobile", "bank", "plate", "mail")


def _dodged_mail(rng: random.Random, address: str) -> tuple[str, str]:
    local, host = address.split("@")
    return rng.choice(
        [
            ("dodge-mail-words", f"{local} a còng {host.replace('.', ' chấm ')}"),
            ("dodge-mail-brackets", f"{local} (at) {host.replace('.', ' (dot) ')}"),
            ("dodge-mail-spaces", f"{local} @ {host.replace('.', ' . ')}"),
        ]
    )


def _dodged(rng: random.Random, kind: str, at: int) -> tuple[str, str]:
    if kind == "mail":
        return _dodged_mail(rng, mail(rng))
    habits = list(DODGES)
    habit = habits[at % len(habits)]
    if kind == "plate":
        plain = f"{rng.randint(11, 99)}{rng.choice('ABCFH')}{digits(rng, 5)}"
    else:
        plain = numbers.MAKERS[kind](rng)
    return habit, DODGES[habit](plain)


def _dodges(kind: str) -> Iterator[PlantedLine]:
    rng = random.Random(f"{SEED}-dodge-{kind}")
    source = SOURCES[kind][0]
    seen: set[str] = set()
    at = 0
    while len(seen) < 42:
        at += 1
        (before, plain, after), _, act = source(rng, at)
        habit, thing = _dodged(rng, kind, at)
        if thing == plain or thing.replace("-", "").replace(" ", "").isdigit():
            continue
        line = _line(kind, (before, thing, after), habit, act)
        if line.text not in seen:
            seen.add(line.text)
            yield line


def numbered_lines() -> Iterator[PlantedLine]:
    """Every planted line but the lists of persons and the accusations."""
    for kind in COUNTS:
        yield from _plain_kind(kind)
    for kind in DODGED:
        yield from _dodges(kind)
