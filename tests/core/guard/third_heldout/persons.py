"""Lists of private persons, and names near words of offence, faith or ethnicity."""

import random
from collections.abc import Iterator

from .habits import LINE_HABITS, Parts
from .model import PlantedLine
from .pools import fill, load, person

SEED = 730_116
LISTS = 300
ACCUSATIONS = 250
LIST_HABITS = ("as-is", "as-is", "capitals", "no-tones", "nfd", "no-break-spaces", "double-spaces")
NAME_HABITS = (
    "as-is",
    "as-is",
    "as-is",
    "capitals",
    "nfd",
    "no-break-spaces",
    "bulleted",
    "double-spaces",
    "quoted",
    "bracketed",
    "loose-commas",
    "no-tones",
)


def _row(rng: random.Random, at: int, width: int, mark: str) -> str:
    cells = [str(at), person(rng), fill(rng, "{born}"), fill(rng, "{job}"), fill(rng, "{xa}"), "x"]
    return mark.join(cells[:width])


def _heading(rng: random.Random, at: int, mark: str) -> tuple[str, list[str]]:
    columns = load("lists")["headers"][at % len(load("lists")["headers"])]
    cells = list(columns)
    if rng.random() < 0.25:
        cells.append(rng.choice(["Ghi chú", "Ký tên", "Xếp loại", "Kết quả"]))
    line = mark.join(cells)
    return (f"| {line} |" if mark == " | " and rng.random() < 0.5 else line), cells


def _list(rng: random.Random, at: int) -> tuple[Parts, str]:
    material = load("lists")
    mark = rng.choice(material["marks"])
    title = fill(rng, rng.choice(material["titles"]))
    header, cells = _heading(rng, at, mark)
    rows = [_row(rng, no, len(cells), mark) for no in range(1, rng.choice([1, 1, 3, 4]))]
    before = f"{title}\n" if title else ""
    after = "".join(f"\n{row}" for row in rows)
    shape = ("titled" if title else "untitled") + ("-with-rows" if rows else "-header-only")
    return (before, header, after), shape


def list_lines() -> Iterator[PlantedLine]:
    """Lists of private persons; the planted thing is the header."""
    rng = random.Random(SEED)
    seen: set[str] = set()
    at = 0
    while len(seen) < LISTS:
        at += 1
        parts, shape = _list(rng, at)
        habit = LIST_HABITS[at % len(LIST_HABITS)]
        before, header, after = LINE_HABITS[habit](rng, parts)
        text = before + header + after
        if text in seen:
            continue
        seen.add(text)
        end = len(before) + len(header)
        yield PlantedLine(text, "person_list", f"{shape}+{habit}", len(before), end, "block")


def accusation_lines() -> Iterator[PlantedLine]:
    """A private person's name near words of offence, faith or ethnicity."""
    rng = random.Random(SEED + 1)
    carriers = load("accusations")
    seen: set[str] = set()
    at = 0
    while len(seen) < ACCUSATIONS:
        at += 1
        before, after = carriers[at % len(carriers)].split("{X}")
        habit = NAME_HABITS[at % len(NAME_HABITS)]
        parts = fill(rng, before), person(rng), fill(rng, after)
        lead, name, rest = LINE_HABITS[habit](rng, parts)
        text = lead + name + rest
        if text in seen:
            continue
        seen.add(text)
        end = len(lead) + len(name)
        yield PlantedLine(text, "name_accusation", habit, len(lead), end, "ask")
