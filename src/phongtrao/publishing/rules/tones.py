"""Whether a statement says that things are well or ill, and whether they rise or fall. Pure."""

from collections.abc import Sequence
from functools import cache

from phongtrao.core.vietnamese import one_tone_placement
from phongtrao.publishing.rules import statement_words as words

_WISHES = ("proposal", "plan")
_COMPLAINTS = ("difficulty", "cause")
_REACH = 4  # words that a denial reaches, never past a comma


def tone_and_trend(topic: str, syllables: Sequence[str]) -> tuple[int, int]:
    """(1 well or -1 ill, 1 rise, -1 fall or 0) of a statement in lower case."""
    signs = _signs(syllables)
    trend = 0 if "kept" in _marks(signs) else ("up" in signs) - ("down" in signs)
    return (0 if topic == "lesson" else _tone(topic, signs)), trend


def _signs(syllables: Sequence[str]) -> list[str]:
    """Words of well and ill, denials, rises, falls, commas in their order; "" for other words."""
    known, longest = _tones()
    found: list[str] = []
    place = 0
    while place < len(syllables):
        sign, size = "", 1
        for size in range(min(longest, len(syllables) - place), 0, -1):
            sign = known.get(tuple(syllables[place : place + size]), "")
            if sign:
                break
        found.append("break" if syllables[place] in ",;.:" else sign)
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
    """Each judgement, turned round by a denial; a lone "chưa" is ill; "kept": no rise or fall."""
    marks: list[int | str] = []
    reach = lone = 0
    for sign in (*signs, "break"):
        judges = sign in ("well", "ill", "up", "down")
        if judges and reach and sign in ("up", "down"):
            marks.append("kept")
        elif sign in ("well", "ill"):
            marks.append((1 if sign == "well" else -1) * (-1 if reach else 1))
        elif reach == 1 or (reach and sign in ("break", "not", "yet", "stop")):
            marks.append(lone)
        if sign in ("not", "yet", "stop"):
            reach, lone = _REACH, 0 if sign == "not" else -1
        else:
            reach = 0 if judges or sign == "break" else max(reach - 1, 0)
    return marks


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(one_tone_placement(phrase).split())


@cache
def _tones() -> tuple[dict[tuple[str, ...], str], int]:
    kinds = {
        "well": words.WELL, "ill": words.ILL, "not": words.NOT, "yet": words.NOT_YET,
        "up": words.UP, "down": words.DOWN, "stop": words.STOP, "none": words.NO_DENIAL,
        "done": words.DONE,
    }  # fmt: skip
    found = {_key(phrase): sign for sign, own in kinds.items() for phrase in own}
    return found, max(map(len, found))
