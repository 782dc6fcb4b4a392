"""A leader's line at a paper (bút phê) read by numbered rules. Pure: no Django.

«Giao Đội An ninh chủ trì, Đội Tổng hợp phối hợp; đ/c Phó Trưởng phòng theo dõi; báo cáo trước
25/11» proposes who leads, who takes part, which post follows, until when. Names come from outside:
the sub-bodies and the posts of one body. What is unsure is a doubt and is asked; a name of a person
is never read as an officer.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from phongtrao.core.calendar import WorkCalendar
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.vietnamese import fold, fold_keep_length, tidy_line
from phongtrao.planning.deadlines.typed import Bases, Due, read_due
from phongtrao.planning.rules.instruction_names import (
    COMRADE,
    Inside,
    Mention,
    clauses,
    mentions_in,
    person_at,
    person_named,
)

RULES: dict[str, str] = {
    "BP1": N_("Đội, tổ đứng trước chữ “chủ trì”, hoặc sau “chủ trì:”, là nơi chủ trì."),
    "BP2": N_("Đội, tổ gắn với chữ “phối hợp” hoặc “cùng” là nơi phối hợp."),
    "BP3": N_("Đội, tổ được giao mà không nêu vai trò là nơi chủ trì nếu chưa có nơi chủ trì."),
    "BP4": N_("Chức vụ của cơ quan được nhắc đến là người theo dõi, thực hiện."),
    "BP5": N_("Chức vụ đứng sau “báo cáo”, “trình” chỉ là nơi nhận báo cáo."),
    "BP6": N_("Ngày, giờ hoặc thời hạn sau các chữ như “trước”, “xong”, “báo cáo” là thời hạn."),
    "BP7": N_("Phần còn lại là việc phải làm."),
}
DOUBTS: dict[str, str] = {
    "nobody": N_("Chưa rõ ai chủ trì hay theo dõi: hãy chọn đội, tổ hoặc chức vụ của cơ quan."),
    "same_name": N_("Có nhiều nơi hoặc chức vụ cùng tên %(words)s: hãy chọn."),
    "longer_name": N_("Sau %(words)s còn chữ khác: hãy xem có đúng đội, tổ này không."),
    "unknown_unit": N_("Cơ quan không có %(words)s."),
    "unknown_post": N_("Cơ quan không có chức vụ %(words)s."),
    "person": N_("Có họ tên %(words)s: hãy ghi chức vụ thay cho họ tên."),
    "two_leads": N_("Có hai nơi chủ trì; %(words)s cần chọn lại."),
    "no_role": N_("Chưa rõ %(words)s chủ trì hay phối hợp."),
    "several_posts": N_("Nêu nhiều chức vụ (%(words)s): hãy chọn một."),
    "due_past": N_("Thời hạn %(words)s đã qua; nếu là năm sau, hãy ghi rõ năm."),
    "due_unclear": N_("Chưa hiểu thời hạn trong %(words)s."),
    "due_twice": N_("Có hai thời hạn; %(words)s chưa được dùng."),
    "recurring": N_("%(words)s là việc định kỳ; ở đây chỉ ghi kỳ đầu."),
}
_LEAD = r"chu tri|chu cong"
_TOGETHER = r"phoi hop|p/h|cung(?=\W)"
_FOLLOWS = r"theo doi|chi dao|phu trach|don doc|kiem tra|thuc hien|xu ly|giai quyet"
_WORD = re.compile(rf"(?<!\w)(?:(?P<lead>{_LEAD})|(?P<with>{_TOGETHER}))(?P<on>\s*(?:voi|:|la)?)")
_RECEIVES = re.compile(r"(?:bao cao|b/c|trinh|xin y kien)(?:\s+(?:d/c|dc|dong chi|voi))*\s*$")
_DUE_CUE = re.compile(
    r"(?<!\w)(?:truoc|trong|cham nhat|xong|hoan thanh|bao cao|b/c|han|het|den ngay|hang|moi)\b"
)
_DUE_ASKED = re.compile(r"(?<!\w)(?:truoc|xong truoc|cham nhat|han)\b")
# Written with a small or a capital letter: «đội An ninh», «Tổ 2».
_UNIT = re.compile(r"(?<!\w)(?:doi|to|phong|ban|bo phan|tram)\s+")
_NAME_TAIL = re.compile(r"(?:[^\W_]+\s*){1,4}")
_STARTS_WORK = re.compile(
    rf"(?:{_LEAD}|{_TOGETHER}|{_FOLLOWS}|va\b|tham muu|trien khai|nghien cuu|ra soat|xay dung|"
    r"bao cao|b/c|lam\b|soan|du thao|tong hop|khan truong|tiep tuc|to chuc|tiep thu|truoc|xong|"
    r"voi\b|de\b|lap\b|kiem diem|chuan bi|thong bao|trong\b)"
)
_LEADING = re.compile(
    r"^(?:kinh chuyen|chuyen|giao cho|giao|yeu cau|de nghi|dong y|va|voi|la|[:,])\s*"
)
_NOT_WORK = re.compile(rf"(?:{_FOLLOWS}|bao cao(?: ket qua)?|b/c|voi|va|cung|xong|{_LEAD})\W*")


@dataclass(frozen=True, slots=True)
class Step:
    """One conclusion: the words it rests on, what they were taken for, and the rule."""

    rule: str
    words: str
    taken_for: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What has to be asked: a sentence of `DOUBTS`, and the words of the line."""

    code: str
    words: str = ""


@dataclass
class Reading:
    """What a line proposes; `officer` is a post, `due_words` what the deadline was read from."""

    lead: int | None = None
    # Somebody was named as lead, but who is not sure: nobody else is taken for it.
    lead_unsure: bool = False
    coordinating: list[int] = field(default_factory=list)
    officer: int | None = None
    due: Due | None = None
    due_words: str = ""
    content: str = ""
    steps: list[Step] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_instruction(text: str, inside: Inside, bases: Bases, calendar: WorkCalendar) -> Reading:
    """Read one line; nothing raises, what cannot be read is a doubt."""
    line = tidy_line(text)
    reading = Reading()
    mentions = mentions_in(line, inside)
    strangers = _strangers(line, mentions)
    posts = [each for each in mentions if each.is_post]
    units = [each for each in (*mentions, *strangers) if not each.is_post]
    for start, end in clauses(line):
        _roles(reading, line, (start, end), [u for u in units if start <= u.start < end])
    _officer(reading, line, posts)
    reading.doubts += [Doubt("unknown_post", each.words) for each in strangers if each.is_post]
    _deadline(reading, line, bases, calendar)
    _rest(reading, line, inside, [*mentions, *strangers])
    reading.doubts = list(dict.fromkeys(reading.doubts))
    if reading.lead is None and reading.officer is None and not reading.doubts:
        reading.doubts.append(Doubt("nobody"))
    return reading


def _roles(reading: Reading, line: str, clause: tuple[int, int], units: list[Mention]) -> None:
    """Walk through a clause: units wait for a word of role after them or follow one before."""
    if not units:
        return
    folded = fold_keep_length(line)
    words = list(_WORD.finditer(folded, *clause))
    events: list[tuple[int, Mention | re.Match[str]]] = [(u.start, u) for u in units]
    events += [
        (w.start(), w) for w in words if not any(u.start <= w.start() < u.end for u in units)
    ]
    waiting: list[Mention] = []
    expected, since = "", 0
    for place, event in sorted(events, key=lambda each: each[0]):
        if not isinstance(event, Mention):
            expected, since = _role_word(reading, event, waiting), event.end()
            waiting = []
            continue
        _goes_on(reading, line, event)
        if expected and "," not in line[since:place]:
            _take(reading, expected, event)
            since = event.end + 2  # a list goes on: «phối hợp với Đội 2, Đội 3»
        else:
            waiting.append(event)
            expected = ""
    _without_role(reading, waiting)


def _role_word(reading: Reading, word: re.Match[str], waiting: list[Mention]) -> str:
    """Give the waiting units their role; answers the role that the units after it will have."""
    if word["lead"]:
        for unit in waiting:
            _take(reading, "BP1", unit)
        return "" if waiting and word["on"].strip() != ":" else "BP1"
    joins = word["on"].strip() in ("voi", ":") or word["with"] == "cung"
    if waiting and joins:
        _without_role(reading, waiting[:1])
        for unit in waiting[1:]:
            _take(reading, "BP2", unit)
        return "BP2"
    for unit in waiting:
        _take(reading, "BP2", unit)
    return "" if waiting else "BP2"


def _without_role(reading: Reading, waiting: list[Mention]) -> None:
    if not waiting:
        return
    if reading.lead is None and not reading.lead_unsure:
        _take(reading, "BP3", waiting[0])
        waiting = waiting[1:]
    reading.doubts += [Doubt("no_role", unit.words) for unit in waiting]


def _take(reading: Reading, rule: str, unit: Mention) -> None:
    if len(unit.found) != 1:
        reading.doubts.append(Doubt("same_name" if unit.found else "unknown_unit", unit.words))
        reading.lead_unsure |= rule != "BP2"
        return
    named = unit.found[0]
    if named.pk == reading.lead or named.pk in reading.coordinating:
        return
    if rule == "BP2":
        reading.coordinating.append(named.pk)
    elif reading.lead is None:
        reading.lead = named.pk
    else:
        reading.doubts.append(Doubt("two_leads", unit.words))
        return
    reading.steps.append(Step(rule, unit.words, named.label))


def _goes_on(reading: Reading, line: str, unit: Mention) -> None:
    """A longer name may begin like a known one: «Đội An ninh mạng» is not «Đội An ninh»."""
    rest = fold_keep_length(line[unit.end :]) if unit.found else ""
    if rest[:1] == " " and rest[1:2].isalnum() and not _STARTS_WORK.match(rest[1:]):
        reading.doubts.append(Doubt("longer_name", unit.words))


def _officer(reading: Reading, line: str, posts: list[Mention]) -> None:
    folded = fold_keep_length(line)
    named = []
    for post in posts:
        if _RECEIVES.search(folded[: post.start]):
            reading.steps.append(Step("BP5", post.words))
        else:
            named.append(post)
    different = {post.found: post for post in named}
    if len(different) > 1:
        words = ", ".join(post.words for post in different.values())
        reading.doubts.append(Doubt("several_posts", words))
    elif named and len(named[0].found) > 1:
        reading.doubts.append(Doubt("same_name", named[0].words))
    elif named:
        reading.officer = named[0].found[0].pk
        reading.steps.append(Step("BP4", named[0].words, named[0].found[0].label))


def _strangers(line: str, mentions: list[Mention]) -> list[Mention]:
    """Units and posts that are named like such but that the body does not have."""
    folded = fold_keep_length(line)
    known = [range(each.start, each.end) for each in mentions]
    found = [
        _stranger(line, said.end(), said.end(), is_post=True)
        for said in COMRADE.finditer(folded)
        if not person_at(line, said.end())
    ]
    for said in _UNIT.finditer(folded):
        initial = line[said.end() : said.end() + 1]
        if initial.isupper() or initial.isdigit():
            found.append(_stranger(line, said.start(), said.end(), is_post=False))
    return [each for each in found if not any(each.start in span for span in known)]


def _stranger(line: str, start: int, name: int, *, is_post: bool) -> Mention:
    words = line[start:name] + _tail(line, name)
    return Mention(start, start + len(words), words, (), is_post)


def _tail(line: str, start: int) -> str:
    """The words of an unknown name: up to four, and not the word of role after them."""
    found = _NAME_TAIL.match(line, start)
    words = found[0].split() if found else []
    kept: list[str] = []
    for number, word in enumerate(words):
        if number and _STARTS_WORK.match(fold(" ".join(words[number:]))):
            break
        kept.append(word)
    return " ".join(kept)


def _deadline(reading: Reading, line: str, bases: Bases, calendar: WorkCalendar) -> None:
    for start, end in clauses(line):
        clause = line[start:end].strip()
        folded = fold_keep_length(clause)
        cues = [found.start() for found in _DUE_CUE.finditer(folded)]
        if not cues:
            continue
        due = _read(clause[cues[0] :], bases, calendar)
        if due is not None:
            _take_due(reading, due, _shortest(clause, cues, due, bases, calendar), bases)
        elif _DUE_ASKED.search(folded):
            reading.doubts.append(Doubt("due_unclear", clause[cues[0] :]))


def _read(words: str, bases: Bases, calendar: WorkCalendar) -> Due | None:
    try:
        return read_due(words, bases, calendar)
    except InvalidInput:
        return None


def _shortest(clause: str, cues: list[int], due: Due, bases: Bases, calendar: WorkCalendar) -> str:
    """The fewest words of a clause that mean the same deadline: the others say what to do."""
    starts = (clause[cue:].split() for cue in reversed(cues))
    words = next(each for each in starts if _read(" ".join(each), bases, calendar) == due)
    while len(words) > 1 and _read(" ".join(words[:-1]), bases, calendar) == due:
        words.pop()
    return " ".join(words)


def _take_due(reading: Reading, due: Due, words: str, bases: Bases) -> None:
    if reading.due is not None:
        if reading.due.day != due.day:
            reading.doubts.append(Doubt("due_twice", words))
        return
    if due.day < bases.today:
        reading.doubts.append(Doubt("due_past", words))
    if due.rhythm is not None:
        reading.doubts.append(Doubt("recurring", words))
    reading.due, reading.due_words = due, words
    reading.steps.append(Step("BP6", words))


def _rest(reading: Reading, line: str, inside: Inside, mentions: list[Mention]) -> None:
    """What is to be done: the words that neither name nor date nor role has used."""
    used = [(each.start, each.end) for each in mentions]
    folded = fold_keep_length(line)
    used += [found.span() for pattern in (_WORD, COMRADE) for found in pattern.finditer(folded)]
    person = person_named(line, inside)
    unclear = [doubt.words for doubt in reading.doubts if doubt.code == "due_unclear"]
    for words in filter(None, (reading.due_words, person, *unclear)):
        start = line.find(words)
        used.append((start, start + len(words)))
    if person:
        reading.doubts.append(Doubt("person", person))
    kept = [words for words in map(_stripped, _left(line, used)) if len(words.split()) > 1]
    reading.content = "; ".join(dict.fromkeys(kept))
    if reading.content:
        reading.content = reading.content[:1].upper() + reading.content[1:]
        reading.steps.append(Step("BP7", reading.content))


def _left(line: str, used: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The stretches of every clause that are not used."""
    marks = [False] * len(line)
    for start, end in used:
        marks[start:end] = [True] * (end - start)
    for start, end in clauses(line):
        pairs = zip(line[start:end], marks[start:end], strict=True)
        for is_used, run in groupby(pairs, key=lambda pair: pair[1]):
            if not is_used:
                yield "".join(char for char, _mark in run)


def _stripped(piece: str) -> str:
    words = piece.strip(" ,.;:()-–")
    while True:
        found = _LEADING.match(fold_keep_length(words))
        if found is None or not found.end():
            break
        words = words[found.end() :].strip(" ,.;:()")
    parts = [part.strip() for part in words.split(",")]
    return ", ".join(p for p in parts if p and not _NOT_WORK.fullmatch(fold_keep_length(p)))
