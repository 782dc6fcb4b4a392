"""Lists where the sources disagree with each other or with published counts."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from areas_build.compose import MERGER, Composition

HEAD = ("kind", "old_code", "new_code", "detail")
PARTIAL = r"(?:1|mot) phan (?:dien tich (?:tu nhien )?)?(?:cua )?(?:xa|phuong|thi tran) "
PUBLISHED_2025 = {"xã": 7_694, "phường": 1_724, "thị trấn": 617}


def list_doubts(country: Composition) -> str:
    """A CSV text, sorted; facts only (codes, names, numbers), no sentence of a source."""
    rows = sorted([*_acts(country), *_counts(country), *_pair_doubts(country)])
    print(f"doubts: {dict(Counter(row[0] for row in rows))}")
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([HEAD, *rows])
    return buffer.getvalue()


def _acts(country: Composition) -> Iterator[tuple[str, str, str, str]]:
    for number, (_, applies_from, verified) in country.acts.items():
        if not verified:
            yield "act-not-compared", "", "", f"{number} applies from {applies_from}"


def _counts(country: Composition) -> Iterator[tuple[str, str, str, str]]:
    old = Counter(
        row.type for row in country.versions if row.level == 3 and row.valid_from < MERGER
    )
    for kind, published in PUBLISHED_2025.items():
        if old[kind] != published:
            yield "old-type-count", "", "", f"{kind}: {old[kind]}, published {published}"


def _pair_doubts(country: Composition) -> Iterator[tuple[str, str, str, str]]:
    notes = {code: _fold(unit.note) for code, unit in country.sources.latest_communes.items()}
    for key, code in sorted(country.sources.pairs):
        old = country.sources.old_communes[key]
        name, note = _fold(old.name), notes[code]
        is_whole = len(country.successors[key]) == 1
        detail = f"{old.type} {old.name} → {country.sources.merged_communes[code].name}"
        pair = (old.code or old.district_code, code, detail)
        if not _names(note, name) and not note.startswith("giu nguyen"):
            yield "old-name-not-in-note", *pair
        elif is_whole and re.search(rf"{PARTIAL}{re.escape(name)}(?!\w| \w)", note):
            yield "whole-here-part-in-note", *pair
        elif not is_whole and " phan " not in note:
            yield "split-here-no-part-in-note", *pair
        if is_whole and old.code and not _keeps_name(country, name, code):
            kinds = re.findall(rf"\b(xa|phuong|thi tran) {re.escape(name)}(?=[,.;]| va |$)", note)
            if kinds and _fold(old.type) not in kinds:
                yield "old-type-differs", *pair


def _keeps_name(country: Composition, name: str, code: str) -> bool:
    """Then the note's type word may be that of the new unit and says nothing."""
    return _fold(country.sources.merged_communes[code].name) == name


def _names(note: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", note) is not None


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("’", "'"))
    return " ".join("".join(s for s in plain if not unicodedata.combining(s)).split())
