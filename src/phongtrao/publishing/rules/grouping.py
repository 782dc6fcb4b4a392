"""Grouping near-equal statements of one topic: the same place always gives the same groups. Pure.

Each statement is read into what it is about (aspects), other words, its marks, and whether it
says that things are well or ill. Two statements belong together when they share what they are
about and enough of their words; they never do when one denies what the other says or when one tells
of a rise and the other of a fall. Those with other numbers, papers or places come together only
behind a statement that names none, and never among results: nobody is made to say what he has not.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from phongtrao.core.vietnamese import name_key, one_tone_placement, tidy_line
from phongtrao.publishing.rules import statement_words as words
from phongtrao.reporting.rules.said_numbers import numbers_in

_SYLLABLE = re.compile(r"[^\W_]+|[,;.:]")
_WORD = re.compile(r"[^\W\d_]+")
# What kind of place a name follows: "xã Ba Tơ"; after "at" two capitals are one: "tại Đăk Hà".
_PLACES = ("xã", "phường", "thôn", "tỉnh", "khu", "huyện", "phố", "làng", "ấp", "buôn")
_AT = ("tại", "ở")
_NAME_SYLLABLES = 4
_CODE = re.compile(r"\b\d+[\w]*/[A-ZĐ][\w./-]*")
_WISHES = ("proposal", "plan")  # topics that ask for something: a lack in them is a ground
_RESULTS = ("result", "answer")
_COMPLAINTS = ("difficulty", "cause")
ENOUGH = 0.46  # likeness from which two statements are near-equal
_ASPECT_SHARE = 0.62  # of the likeness where both say what they are about
_REACH = 4  # words that a denial reaches, never past a comma
_HEARD = 60  # members of a group whose likeness decides who speaks for it
_COMPARED = 6  # members of a group that a statement is compared with


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement was read as: the ground of every grouping, shown to whoever asks why."""

    aspects: frozenset[str]
    words: frozenset[str]
    marks: frozenset[str]  # numbers, numbers of papers, names of places: true of who says them
    tone: int  # 1 well, -1 ill, 0 neither
    trend: int  # 1 rise, -1 fall, 0 neither


@dataclass(slots=True)
class Group:
    """Places of the statements that say nearly the same; the first stands for all of them."""

    places: list[int]
    readings: list[Reading] = field(default_factory=list)


def group_statements(statements: Sequence[tuple[str, str]]) -> list[list[int]]:
    """(topic, text) → places of those that belong together, each group in the order said.

    Groups come in the order of their first statement; every place is in exactly one.
    """
    by_topic: dict[str, dict[Reading, list[int]]] = {}
    for place, (topic, text) in enumerate(statements):
        same = by_topic.setdefault(topic, {})
        same.setdefault(read_statement(topic, text), []).append(place)
    groups = [
        sorted(group.places)
        for topic, same in by_topic.items()
        for group in _of_one_topic(topic, same)
    ]
    return sorted(groups, key=lambda places: places[0])


def spokesman(texts: Sequence[str], topic: str) -> int:
    """The place of the statement that says what all of a group say.

    It counts and names nothing that others do not, where there is such a one, and shares most
    with the rest; the shorter, then the earlier, wins.
    """
    readings = [read_statement(topic, text) for text in texts]
    marked_by_all = frozenset.intersection(*(one.marks for one in readings))

    def rank(place: int) -> tuple[int, float, int, int]:
        own = readings[place]
        extra = len(own.marks - marked_by_all)
        alike = sum(likeness(own, other) for other in readings[:_HEARD])
        return extra, -alike, len(texts[place]), place

    return min(range(len(texts)), key=rank)


def conflict(a: Reading, b: Reading) -> str:
    """Why two statements may never stand as one: "tone", "trend", "marks"; "" if they may."""
    if a.tone * b.tone < 0:
        return "tone"
    if a.trend * b.trend < 0:
        return "trend"
    if a.marks and b.marks and a.marks != b.marks:
        return "marks"
    return ""


def likeness(a: Reading, b: Reading) -> float:
    """0 to 1: how much two statements share of what they are about and of their words."""
    rest = _dice(a.words, b.words)
    if not a.aspects and not b.aspects:
        return rest
    if not a.aspects or not b.aspects:
        return rest * 0.8
    shared = len(a.aspects & b.aspects) / min(len(a.aspects), len(b.aspects))
    about = (_dice(a.aspects, b.aspects) + shared) / 2  # who adds a second matter says the first
    return _ASPECT_SHARE * about + (1 - _ASPECT_SHARE) * rest


@lru_cache(maxsize=8192)
def read_statement(topic: str, text: str) -> Reading:
    """Read one statement of a topic; topic and words decide alone, nothing else said around it."""
    line = tidy_line(text)
    plain, places = _without_places(line)
    syllables = [one_tone_placement(s) for s in _SYLLABLE.findall(plain.casefold())]
    syllables = [part for s in syllables for part in words.SHORT_FORMS.get(s, s).split()]
    signs = _signs(syllables)
    aspects, rest = _about(syllables)
    return Reading(
        aspects, rest, _marks_of(line, plain, places), _tone(topic, signs), _trend(signs)
    )


def _without_places(text: str) -> tuple[str, list[str]]:
    """The text without the names of places in it, and these names."""
    tokens = list(_WORD.finditer(text))
    plain, names, kept = "", [], 0
    for place, token in enumerate(tokens):
        word = one_tone_placement(token[0].casefold())
        if token.start() < kept or word not in (*_PLACES, *_AT):
            continue
        end = place
        while end - place < _NAME_SYLLABLES and end + 1 < len(tokens):
            between = text[tokens[end].end() : tokens[end + 1].start()]
            if between != " " or not tokens[end + 1][0][0].isupper():
                break
            end += 1
        if end - place >= (2 if word in _AT else 1):
            names.append(text[token.end() + 1 : tokens[end].end()])
            plain, kept = plain + text[kept : token.start()], tokens[end].end()
    return plain + text[kept:], names


def _marks_of(text: str, plain: str, places: Sequence[str]) -> frozenset[str]:
    numbers = {str(said.value) for said in numbers_in(plain)}
    return frozenset(numbers | {name_key(name) for name in (*places, *_CODE.findall(text))})


def _of_one_topic(topic: str, same: Mapping[Reading, list[int]]) -> list[Group]:
    """Each reading joins the likeliest group; what most say comes first and draws the others."""
    groups: list[Group] = []
    for reading, places in sorted(same.items(), key=lambda each: (-len(each[1]), each[1][0])):
        best, most = None, ENOUGH
        for group in groups:
            likely = _fit(topic, reading, group)
            if likely >= most and (best is None or likely > most):
                best, most = group, likely
        if best is None:
            groups.append(Group(list(places), [reading]))
        else:
            best.places += places
            best.readings.append(reading)
    return groups


def _fit(topic: str, reading: Reading, group: Group) -> float:
    """The mean likeness to the first members; none where any member says otherwise."""
    compared = group.readings[:_COMPARED]
    mean = sum(likeness(reading, other) for other in compared) / len(compared)
    if mean < ENOUGH:
        return 0.0
    has_plain = topic not in _RESULTS and not all(other.marks for other in group.readings)
    against = {conflict(reading, other) for other in group.readings}
    return 0.0 if against - ({"", "marks"} if has_plain else {""}) else mean


def _about(syllables: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The aspects named, narrow before broad, and the remaining words."""
    aspects: set[str] = set()
    rest: set[str] = set()
    place = 0
    while place < len(syllables):
        size, meaning = _phrase_at(syllables, place)
        if meaning.startswith("about:"):
            aspects.add(meaning)
        elif meaning:
            rest.add(meaning)
        elif syllables[place] not in words.IDLE and syllables[place].isalpha():
            rest.add(syllables[place])
        place += size
    narrow = {each for each in aspects if each.removeprefix("about:") not in words.BROAD}
    return frozenset(narrow or aspects), frozenset(rest)


def _phrase_at(syllables: Sequence[str], place: int) -> tuple[int, str]:
    """The longest known phrase that begins here: its length in syllables and its meaning."""
    known, longest = _meanings()
    for size in range(min(longest, len(syllables) - place), 0, -1):
        meaning = known.get(tuple(syllables[place : place + size]))
        if meaning:
            return size, meaning
    return 1, ""


def _signs(syllables: Sequence[str]) -> list[str]:
    """Words of well and ill, denials, rises, falls, commas in their order; "" for other words.

    What belongs to the name of a matter ("công nghệ cao") judges nothing.
    """
    known, longest = _tones()
    found: list[str] = []
    place = 0
    while place < len(syllables):
        for size in range(min(longest, len(syllables) - place), 0, -1):
            sign = known.get(tuple(syllables[place : place + size]))
            if sign:
                break
        named, meaning = _phrase_at(syllables, place)
        if meaning and named > size:
            size, sign = named, ""
        found.append("break" if syllables[place] in ",;.:" else sign or "")
        place += size
    return found


def _tone(topic: str, signs: Sequence[str]) -> int:
    marks = _marks(signs)
    if topic in _WISHES:
        return -1 if "stop" in signs or "kept" in marks else 1
    judged = [mark for mark in marks if isinstance(mark, int)]
    if topic in _COMPLAINTS:
        return 1 if judged and min(judged) > 0 and "done" in signs else -1
    return -1 if judged and max(judged) < 0 else 1


def _marks(signs: Sequence[str]) -> list[int | str]:
    """Each judgement, turned round by a denial; a lone denial is ill; "kept": no rise or fall."""
    marks: list[int | str] = []
    reach = 0
    for sign in (*signs, "break"):
        judges = sign in ("well", "ill", "up", "down")
        if judges and reach and sign in ("up", "down"):
            marks.append("kept")
        elif sign in ("well", "ill"):
            marks.append((1 if sign == "well" else -1) * (-1 if reach else 1))
        elif reach == 1 or (reach and sign in ("break", "not", "stop")):
            marks.append(-1)
        if sign in ("not", "stop"):
            reach = _REACH
        else:
            reach = 0 if judges or sign == "break" else max(reach - 1, 0)
    return marks


def _trend(signs: Sequence[str]) -> int:
    return ("up" in signs) - ("down" in signs)


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    whole = len(a) + len(b)
    return 2 * len(a & b) / whole if whole else 1.0


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(one_tone_placement(phrase).split())


@cache
def _meanings() -> tuple[dict[tuple[str, ...], str], int]:
    found = {_key(p): f"same:{name}" for name, own in words.SAME.items() for p in own}
    found |= {_key(p): f"about:{name}" for name, own in words.ASPECTS.items() for p in own}
    return found, max(map(len, found))


@cache
def _tones() -> tuple[dict[tuple[str, ...], str], int]:
    kinds = {
        "well": words.WELL, "ill": words.ILL, "not": words.NOT, "up": words.UP,
        "down": words.DOWN, "stop": words.STOP, "none": words.NO_DENIAL, "done": words.DONE,
    }  # fmt: skip
    found = {_key(phrase): sign for sign, own in kinds.items() for phrase in own}
    return found, max(map(len, found))
