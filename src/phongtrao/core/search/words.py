"""Words of texts and of queries, folded alike; where a query shows in a text. Pure: no Django."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from phongtrao.core.vietnamese import fold, nfc, one_tone_placement, tidy, tidy_line

LONGEST_QUERY = 200
MOST_WORDS = 12
_LONGEST_WORD = 40
_MOST_PLACES = 2_000
_MOST_KEPT = 32_768
# A vector of PostgreSQL holds one megabyte: each word costs its letters and some bytes a place.
_MOST_BYTES = {"title": 60_000, "text": 500_000, "marked": 200_000}
_WORD = re.compile(r"[^\W_]+")
_CAPITALS = re.compile(r"(?<![^\W_])[A-ZĐ][A-ZĐ0-9]{1,6}(?![^\W_])")
_PLAIN = re.compile(r"[a-z0-9]+")
_ZEROS = re.compile(r"^0+(?=[0-9])")
# Short forms of bodies and of what they are about; found by either form. Capitals where a short
# form is an ordinary syllable too.
ABBREVIATIONS = {
    "antq": "an ninh to quoc",
    "antt": "an ninh trat tu",
    "bca": "bo cong an",
    "bcd": "ban chi dao",
    "btg": "ban tuyen giao",
    "btv": "ban thuong vu",
    "ca": "cong an",
    "cax": "cong an xa",
    "catp": "cong an thanh pho",
    "hccb": "hoi cuu chien binh",
    "hdnd": "hoi dong nhan dan",
    "hlhpn": "hoi lien hiep phu nu",
    "hnd": "hoi nong dan",
    "ldld": "lien doan lao dong",
    "lhpn": "lien hiep phu nu",
    "mttq": "mat tran to quoc",
    "mttw": "uy ban trung uong mat tran to quoc",
    "pv05": "phong xay dung phong trao",
    "qh": "quoc hoi",
    "ttcp": "thu tuong chinh phu",
    "tw": "trung uong",
    "ubmttq": "uy ban mat tran to quoc",
    "ubnd": "uy ban nhan dan",
    "v05": "cuc xay dung phong trao",
}
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it is found: what names it, what else it says, the day that orders it."""

    object_id: int
    title: str
    text: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class IndexedWords:
    """What the index stores of an entry: folded words in their order, and the marked ones once."""

    title: str
    text: str
    marked: str


@dataclass(frozen=True)
class Query:
    """What was typed, in words; the last word may be the beginning of one."""

    typed: str
    words: tuple[str, ...]
    # The typed words that carry marks: an entry that holds just these comes first.
    marked: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the words of the query in a folded text."""
        whole = [rf"0*{word}(?![a-z0-9])" for word in self.words[:-1]]
        forms = "|".join([*whole, f"0*{self.words[-1]}"])
        return re.compile(rf"(?<![a-z0-9])(?:{forms})")


def parse(typed: str) -> Query:
    """The words of what was typed; anything at all may be typed, and too much is cut off."""
    tidy_text = tidy_line(typed[: 4 * LONGEST_QUERY])[:LONGEST_QUERY]
    pairs = list(_words(tidy_text))[:MOST_WORDS]
    words = dict.fromkeys(word for word, _marked in pairs)
    marked = dict.fromkeys(marked for _word, marked in pairs if marked)
    return Query(tidy_text, tuple(words), tuple(marked))


def indexed(entry: Entry) -> IndexedWords:
    """What the index keeps of an entry; a text beyond all measure is kept by its beginning."""
    title, marked_title = _split(entry.title, "title")
    text, marked_text = _split(entry.text, "text")
    marked = _within(dict.fromkeys([*marked_title, *marked_text]), "marked")
    return IndexedWords(" ".join(title), " ".join(text), " ".join(marked))


def highlighted(text: str, query: Query) -> list[tuple[str, bool]]:
    """A short text in pieces: (piece, whether the query asked for it); joined, the text again."""
    text = nfc(text)
    return _pieces(text, 0, len(text), _places(text, query))


def excerpt(text: str, query: Query, width: int = 220) -> list[tuple[str, bool]]:
    """The part of a long text that holds most words of the query, in pieces; [] where none is."""
    text = nfc(text)
    places = _places(text, query)
    if not places:
        return []
    begin, end = _window(text, places, width)
    inside = [(left, right) for left, right in places if begin <= left and right <= end]
    pieces = [
        (" ".join(piece.split("\n")), hit) for piece, hit in _pieces(text, begin, end, inside)
    ]
    before = [(_CUT, False)] if begin else []
    return [*before, *pieces, *([(_CUT, False)] if end < len(text) else [])]


def _words(text: str) -> Iterable[tuple[str, str]]:
    """(folded word, the word with its marks or nothing) in their order."""
    written = _WORD.findall(nfc(one_tone_placement(text).casefold()))
    return chain.from_iterable(_FORMS[word] for word in written)


class _Forms(dict[str, tuple[tuple[str, str], ...]]):
    """Written word → how it is indexed; there are few syllables, so they are remembered."""

    def __missing__(self, written: str) -> tuple[tuple[str, str], ...]:
        found = _forms(written[: 4 * _LONGEST_WORD])
        if len(written) <= _LONGEST_WORD and len(self) < _MOST_KEPT:
            self[written] = found
        return found


_FORMS = _Forms()


def _forms(written: str) -> tuple[tuple[str, str], ...]:
    folded = fold(written)
    plain = _PLAIN.findall(folded)
    whole = plain == [folded] and len(folded) == len(written) and folded != written
    marked = written[:_LONGEST_WORD] if whole else ""
    return tuple((_ZEROS.sub("", each)[:_LONGEST_WORD], marked) for each in plain)


def _split(text: str, part: str) -> tuple[list[str], list[str]]:
    """The folded words of a text with the other forms of abbreviations, and the marked words."""
    pairs = list(_words(tidy(text)))
    words = _within([word for word, _marked in pairs], part)
    marked = [marked for marked in dict.fromkeys([marked for _word, marked in pairs]) if marked]
    return words + _other_forms(text, words), marked


def _other_forms(text: str, words: Sequence[str]) -> list[str]:
    """What an abbreviation stands for where it is written, and the abbreviation where that is."""
    joined, said = f" {' '.join(words)} ", set(words)
    capitals = {fold(word) for word in set(_CAPITALS.findall(text))}
    found: list[str] = []
    for short, long in ABBREVIATIONS.items():
        if long.split(" ", 1)[0] in said and f" {long} " in joined:
            found.append(short)
        elif short in capitals:
            found += long.split()
    return found


def _within(words: Collection[str], part: str) -> list[str]:
    """As many words, from the beginning, as the index takes."""
    # No letter has more than four bytes: most texts are far below the measure.
    if 8 * len(words) + 4 * sum(map(len, words)) <= _MOST_BYTES[part]:
        return list(words)
    left, known, kept = _MOST_BYTES[part], set[str](), list[str]()
    for word in words:
        left -= 2 if word in known else len(word.encode()) + 8
        if left < 0:
            break
        known.add(word)
        kept.append(word)
    return kept


class _Folding(dict[int, str]):
    """Letter → the one letter that stands for it, so that places in a text stay true."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        bare = unicodedata.normalize("NFD", letter.casefold())
        self[code] = (fold(bare) or letter)[0]
        return self[code]


_FOLDING = _Folding()


def _places(text: str, query: Query) -> list[tuple[int, int]]:
    if not query.words:
        return []
    return [match.span() for match in query.pattern.finditer(text.translate(_FOLDING))]


def _window(text: str, places: Sequence[tuple[int, int]], width: int) -> tuple[int, int]:
    """Begin and end of the stretch with most of the words, and these close together."""
    folded = [text[left:right].translate(_FOLDING).lstrip("0") for left, right in places]
    best, most = 0, (0, 0)
    for first, (left, _right) in enumerate(places[:_MOST_PLACES]):
        seen, reach = set[str](), left
        for word, (_left, right) in zip(
            folded[first : first + MOST_WORDS], places[first : first + MOST_WORDS], strict=True
        ):
            if right > left + width // 2:
                break
            if word not in seen:
                seen.add(word)
                reach = right
        if (len(seen), left - reach) > most or not first:
            best, most = first, (len(seen), left - reach)
    begin = max(0, places[best][0] - width // 4)
    end = min(len(text), begin + width)
    if begin:
        begin = max(text.find(" ", begin, places[best][0]) + 1, begin)
    if end < len(text):
        cut = text.rfind(" ", places[best][1], end)
        end = cut if cut > 0 else max(end, places[best][1])
    return begin, end


def _pieces(
    text: str, begin: int, end: int, places: Sequence[tuple[int, int]]
) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    at = begin
    for left, right in places:
        if left > at:
            pieces.append((text[at:left], False))
        pieces.append((text[left:right], True))
        at = right
    if at < end:
        pieces.append((text[at:end], False))
    return pieces
