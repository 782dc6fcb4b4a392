"""Reading a finding: what it speaks of, what was not done, in which way it is wrong. Pure.

The clause with the defect weighs most: what is praised before "nhưng", a ground ("do …") and an
outcome ("dẫn đến …") are only heard beside it. Numbers, years and papers are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.oversight.rules.finding_words import finding_words

_THE_LACK = ("kien_toan", "hong")  # "đã chuyển công tác", "đã hư hỏng": the lack itself
OTHER = "other"  # how an act of no list begins
MAIN, BESIDE, ASIDE = 1.0, 0.5, 0.12
_TOPIC, _SET = 0.5, 0.7  # of what is named before the defect, after the first
_NO_DEFECT = 0.8  # of what stands between commas without it
_NEAR = 7  # words after "chưa" within which it is said what there is not
_TOKEN = re.compile(r"[^\W_]+|[,;.:]")
_PAPER = re.compile(r"\([^)]*(?:\d+/|[Bb]iên bản|[Vv]ăn bản số|[Kk]ế hoạch số)[^)]*\)")
QUOTED = re.compile("[“\"']([^”\"']+)[”\"']")
_CODE = re.compile(r"(?:số )?\b\d+[\w-]*/[A-ZĐ\d][\w./-]*")
_SYLLABLE = re.compile(
    "(?:ngh|[cgknpt]h|ng|gi|qu|tr|[bcdghklmnpqrstvx])?(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|iu|oa|oe|oi"
    "|ua|ue|ui|uo|uy|uu|ie|ye|oo|yeu|ieu|oai|oay|uoi|uou|uay|uya|uye|uyu|oeo)(?:ng|nh|ch|[cmnpt])?"
)
_PLACE = re.compile(
    r"\b(xã|phường|thị trấn|đặc khu|thôn|tỉnh|huyện|thành phố|buôn|ấp|làng|bản)"
    r"(?: (?!(?:Công|Mặt|Ủy|Uỷ|Ban|Hội|Đoàn|Chương)\b)[A-ZĐÂĂÊÔƠƯÁÀẢÃẠÝỶ][^\W\d_]*)+"
)
_CONTRASTS = frozenset({"nhưng", "song"})
_TURNS = frozenset({("tuy", "nhien"), ("nhung", "chua")})
_GROUNDS = frozenset({"do", "vì", "bởi"})
_PURPOSES = frozenset({"để", "nhằm"})
_OUTCOMES = frozenset({"nên"})
_OUTCOME_PHRASES = frozenset({("dan", "den"), ("anh", "huong")})
_CONCESSIONS = frozenset({("mac", "du"), ("tuy", "da"), ("du", "da"), ("sau", "khi"), ("sau", "ky"),
                          ("so", "voi"), ("ben", "canh")})  # fmt: skip
# A syllable that would be another word without its marks counts only as it stands here.
_MARKED = {
    "cap": "cấp", "cao": "cao", "dung": "đúng", "deu": "đều", "du": "đủ", "hong": "hỏng",
    "hop": "họp", "it": "ít", "kem": "kém", "kip": "kịp", "lech": "lệch", "luong": "lượng",
    "mong": "mỏng", "muon": "muộn", "nghiem": "nghiêm", "ngung": "ngừng", "nham": "nhầm",
    "nhieu": "nhiều", "quy": "quỹ", "ro": "rõ", "sau": "sâu", "som": "sớm", "vang": "vắng",
    "yeu": "yếu", "ho": "hộ", "vuot": "vượt", "tre": "trễ", "phao": "pháo", "loai": "loại",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a finding was read as; the weight of a word is that of the clause it stands in."""

    subjects: Mapping[str, float]
    acts: Mapping[str, float]
    kinds: Mapping[str, float]
    head: str
    """What it is about first: a subject or an act."""
    named: frozenset[str]
    """What stands in quotation marks: the name of a model."""
    qualifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    meaning: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def read_finding(text: str) -> Reading:
    """Read one finding, or what is asked for it."""
    marked, folded = words_of(text)
    silent = {at for each in _all(_phrases("silent"), marked, folded)
              for at in range(each.start, each.end)}  # fmt: skip
    weights = _weights(marked, folded)
    defects = _defects(marked, folded, silent)
    named = _all(_phrases("subjects"), marked, folded, silent)
    subjects = _weighed(named, _by_place(folded, weights, named, defects))
    idle = silent | {at for each in _all(_phrases("no_act"), marked, folded)
                     for at in range(each.start, each.end)}  # fmt: skip
    done = _all(_phrases("acts"), marked, folded, idle)
    done = [each for each in done if not _is_past(folded, each)]
    acts = _weighed(done, _by_place(folded, weights, done, defects))
    acts = acts or _other_act(folded, weights, defects, [*named, *done])
    told = _all(_phrases("qualifiers"), marked, folded, silent)
    return Reading(
        _of_subjects(subjects),
        acts,
        _weighed(defects, weights),
        _head(folded, weights, [*named, *done], defects),
        frozenset(fold(tidy_line(name)) for name in QUOTED.findall(text)),
        frozenset(each.meaning for each in told if weights[each.start] > ASIDE),
    )


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[list[str], list[str]]:
    """The words of a finding as written and without marks; papers and names of places left out."""
    return _tokens(_PLACE.sub(r"\1", _CODE.sub(" ", _PAPER.sub(" ", tidy_line(text)))))


def _of_subjects(found: Mapping[str, float]) -> dict[str, float]:
    """What is spoken of; where the clause of the defect names nothing, what is named beside it."""
    most = max(found.values(), default=MAIN)
    return {name: weight / most * finding_words().weights[name] for name, weight in found.items()}


def _tokens(line: str) -> tuple[list[str], list[str]]:
    """The words as they are written and without marks: short forms in full, slips of the pen set
    right, figures left out.
    """
    marked: list[str] = []
    folded: list[str] = []
    for token in _TOKEN.findall(line.lower()):
        plain = _plain(token)
        if plain[0].isdigit():
            continue
        full = (
            finding_words().short_forms.get(plain)
            if not (plain == "tt" and len(token) < 2)
            else None
        )
        for part in full.split() if full else [plain]:
            marked.append(part if full else token)
            folded.append(part)
    return marked, _set_right(folded)


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return fold(word)


def _set_right(folded: list[str]) -> list[str]:
    """Unknown words that are one letter away from one that is known beside their neighbour."""
    known, couples = _known()
    found = list(folded)
    for at, word in enumerate(folded):
        if word in known or _SYLLABLE.fullmatch(word) or not word.isalpha():
            continue
        before = found[at - 1] if at else ""
        after = folded[at + 1] if at + 1 < len(folded) else ""
        for other in _near(word, known):
            if (before, other) in couples or (other, after) in couples:
                found[at] = other
                break
    return found


@lru_cache(maxsize=10_000)
def _near(word: str, known: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        sorted(o for o in known if abs(len(o) - len(word)) < 2 and len(o) > 2 and _one_off(word, o))
    )


def _one_off(word: str, other: str) -> bool:
    """Whether one letter more, less, another one, or two changed places make one the other."""
    if len(word) == len(other):
        apart = [at for at, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1
        return len(apart) == 1 or (
            swapped and word[apart[0]] == other[apart[1]] and word[apart[1]] == other[apart[0]]
        )
    long, short = (word, other) if len(word) > len(other) else (other, word)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _weights(marked: Sequence[str], folded: Sequence[str]) -> list[float]:
    """The weight of every word by its clause: with the defect, beside it, or aside from it."""
    found = [MAIN] * len(folded)
    kind = MAIN
    begun = 0
    for at, (word, plain) in enumerate(zip(marked, folded, strict=True)):
        couple = (plain, folded[at + 1] if at + 1 < len(folded) else "")
        if plain in (".", ";"):
            kind, begun = MAIN, at + 1
        elif plain == "," and kind == BESIDE:
            kind = MAIN
        elif word in _CONTRASTS or couple in _TURNS:
            kind = MAIN
            found[begun:at] = [min(each, ASIDE) for each in found[begun:at]]
        elif word in _OUTCOMES | _GROUNDS or couple in _OUTCOME_PHRASES:
            kind = ASIDE if at > begun else kind
        elif couple in _CONCESSIONS or (word in _PURPOSES and plain != folded[at - 1]):
            kind = BESIDE
        found[at] = ASIDE if kind == BESIDE else kind
    return _without_praise(marked, folded, found)


def _without_praise(
    marked: Sequence[str], folded: Sequence[str], weights: list[float]
) -> list[float]:
    """Less for the sentences in which nothing is wrong, where something is in another one."""
    bad = {each.start for each in _defects(marked, folded, set())}
    parts = list(_parts(folded, ".;"))
    if len(parts) > 1 and bad:
        for part in parts:
            if not bad & set(part):
                for at in part:
                    weights[at] = min(weights[at], ASIDE)
    return weights


def _parts(folded: Sequence[str], ends: str) -> Iterator[range]:
    begun = 0
    for at, word in enumerate([*folded, ends[0]]):
        if word in ends:
            if at > begun:
                yield range(begun, at)
            begun = at + 1


def _head(
    folded: Sequence[str],
    weights: Sequence[float],
    named: Sequence[_Found],
    defects: Sequence[_Found],
) -> str:
    """The first matter after the first "chưa", else before it; the programme is none."""
    own = sorted(
        (each for each in named
         if weights[each.start] >= BESIDE and each.meaning not in finding_words().setting),
        key=lambda each: each.start,
    )  # fmt: skip
    pivot = next((each.start for each in defects if weights[each.start] >= BESIDE), None)
    if pivot is not None:
        part = next(part for part in _parts(folded, ",.;:") if pivot in part)
        after = [each for each in own if pivot <= each.start and each.start in part]
        before = [each for each in own if each.start in part and each.start < pivot]
        own = after or before or own
    return own[0].meaning if own else ""


def _is_past(folded: Sequence[str], act: _Found) -> bool:
    """Whether an act is what was done: "nhiệm vụ đã ký kết chưa được triển khai"."""
    return act.meaning not in _THE_LACK and "da" in folded[max(0, act.start - 1) : act.start + 1]


def _other_act(
    folded: Sequence[str],
    weights: Sequence[float],
    defects: Sequence[_Found],
    named: Sequence[_Found],
) -> dict[str, float]:
    """The words of a verb of no list after the first "chưa" ("chưa thực tập phương án")."""
    begins = {each.start for each in named}
    for each in defects:
        if folded[each.start] not in finding_words().negations or weights[each.start] < MAIN:
            continue
        for at in range(each.start + 1, min(each.start + 4, len(folded) - 1)):
            if at in begins or folded[at] in ",.;:" or each.meaning != "none":
                break
            if folded[at] not in finding_words().generic:
                return {f"{OTHER} {folded[at]} {folded[at + 1]}": MAIN}
        break
    return {}


def _by_place(
    folded: Sequence[str],
    weights: Sequence[float],
    named: Sequence[_Found],
    defects: Sequence[_Found],
) -> list[float]:
    """Less for what is named before the defect where it takes its own object ("mô hình chưa được
    cấp kinh phí"), and for what is named after the first ("kinh phí của mô hình").
    """
    found = list(weights)
    for part in _parts(folded, ",.;:"):
        here = [each for each in named if each.start in part]
        pivots = [each.start for each in defects if each.start in part]
        after = [each for each in here if pivots and each.start > pivots[0]]
        first = (after or here)[:1]
        for each in here:
            if defects and not pivots:
                found[each.start] *= _NO_DEFECT
            if each not in first:
                found[each.start] *= _SET if each in after or not after else _TOPIC
    return found


def _defects(marked: Sequence[str], folded: Sequence[str], silent: set[int]) -> list[_Found]:
    """Where it is said that something is wrong, and in which way."""
    no = {at for each in _all(_phrases("no_negation"), marked, folded)
          for at in range(each.start, each.end)}  # fmt: skip
    found = _all(_phrases("kinds"), marked, folded, silent)
    taken: set[int] = set()
    for at, word in enumerate(folded):
        if word in finding_words().negations and at not in no:
            lost = _taken_away(marked, folded, at)
            found.append(_Found(lost.meaning if lost else "none", at, at + 1))
            taken |= set(range(lost.start, lost.end)) if lost else set()
    kept = [each for each in found if each.start not in taken or each.meaning == "none"]
    poor = {
        at
        for part in _parts(folded, ",.;:")
        for at in part
        if any(w in " ".join(folded[part.start : part.stop]) for w in finding_words().worth)
    }
    told = [
        _Found("formal", each.start, each.end)
        if each.meaning == "low" and each.start in poor
        else each
        for each in kept
    ]
    return sorted(told, key=lambda each: each.start)


def _taken_away(marked: Sequence[str], folded: Sequence[str], at: int) -> _Found | None:
    """The first quality that a negation takes away; one of manner is not of an act named before
    it ("không tổ chức đánh giá chất lượng").
    """
    end = min(at + _NEAR, len(folded))
    for place in range(at + 1, end):
        if folded[place] in ".;:" or folded[place] in finding_words().negations:
            end = place
            break
    near = _all(_phrases("qualities"), marked[at + 1 : end], folded[at + 1 : end])
    acts = _all(_phrases("acts"), marked[at + 1 : end], folded[at + 1 : end])
    act = min(
        (each.start for each in acts if each.meaning not in finding_words().of_quality), default=end
    )
    for each in near:
        if each.meaning in finding_words().of_doing or each.start < act:
            return _Found(each.meaning, each.start + at + 1, each.end + at + 1)
    return None


def _weighed(found: Sequence[_Found], weights: Sequence[float]) -> dict[str, float]:
    """The greatest weight of each meaning."""
    told: dict[str, float] = {}
    for each in found:
        told[each.meaning] = max(weights[each.start], told.get(each.meaning, 0.0))
    return told


_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def _all(
    phrases: _Phrases, marked: Sequence[str], folded: Sequence[str], silent: set[int] | None = None
) -> list[_Found]:
    """Every phrase of a list in a text, the longest first, none within another one."""
    found: list[_Found] = []
    at = 0
    while at < len(folded):
        step = 1
        for phrase, meaning in phrases.get(folded[at], ()):
            end = at + len(phrase)
            if tuple(folded[at:end]) != phrase or (silent and at in silent):
                continue
            if len(phrase) == 1 and phrase[0] in _MARKED and marked[at] != _MARKED[phrase[0]]:
                continue
            found.append(_Found(meaning, at, end))
            step = len(phrase)
            break
        at += step
    return found


@cache
def _phrases(name: str) -> _Phrases:
    """A list of phrases by the first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for meaning, listed in finding_words().phrases[name].items():
        for phrase in listed:
            split = tuple(phrase.split())
            found.setdefault(split[0], []).append((split, meaning))
    return {first: sorted(each, key=lambda p: -len(p[0])) for first, each in found.items()}


@cache
def _known() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The words of all lists, and which stand beside each other."""
    split = [
        phrase
        for name in finding_words().phrases
        for each in _phrases(name).values()
        for phrase, _meaning in each
    ]
    known = (
        {word for phrase in split for word in phrase}
        | finding_words().idle
        | finding_words().negations
    )
    beside = {pair for phrase in split for pair in pairwise(phrase)}
    no = finding_words().negations
    return frozenset(known), frozenset(pair for pair in beside if no.isdisjoint(pair))
