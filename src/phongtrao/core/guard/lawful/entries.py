"""Prose of lawful papers: entries of officials, of awards, of those invited."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from phongtrao.core.guard.lawful import drops, persons
from phongtrao.core.guard.lawful.shapes import (
    AwardLine,
    Kind,
    Line,
    OfficialLine,
    PostLine,
    Span,
)
from phongtrao.core.guard.normal import NormalText

_NOT_LISTED = re.compile(r"[ \t]*(?:can cu|xet|theo de nghi|theo van ban|noi nhan|so:)")
_TITLE = re.compile(r"[ \t]*(?:danh sach|phu luc|quyet dinh|giay )")
_ARTICLE = re.compile(r"[ \t]*dieu \d{1,2}(?!\d)")
_ITEM = re.compile(
    r"[ \t]*(?:[-+*\u2022]|\(?\d{1,3}[.)]|\d{1,3}(?=[ \t]?[|\t])|[ivx]{1,4}[.)]|[a-h][.)])[ \t|]*"
)
# A semicolon ends an entry unless more is told of the same person behind it.
_SEGMENT = re.compile(
    r";(?! ?(?:sinh|sn |tru |thuong tru|tam tru|noi o|que|dia chi|dt|sdt|so dien|dien thoai))"
    r"|(?<=[.:,;]) +(?=\d{1,2}[.)] )"
)
_NUMBER = re.compile(r"\d(?:[ .-]?\d){5}")
_AWARD = re.compile(
    r"(?:bằng khen|giấy khen|cờ thi đua|kỷ niệm chương|huy hiệu|huân chương|huy chương"
    r"|danh hiệu [^\n,;:.]{3,60}|lao động tiên tiến|chiến sĩ thi đua|gia đình văn hóa"
    r"|tập thể lao động xuất sắc)"
)
_GROUPS = re.compile(
    r"(?:cán bộ|nhân dân|tập thể|công an|ban |ủy ban|uỷ ban|chi hội|hội |đoàn |tổ |đội |thôn"
    r"|khu dân cư|trường|phòng|sở|xã|phường|trung tâm|chi bộ|chi đoàn|buôn|ấp|câu lạc bộ|mô hình)"
)
_SECTION = re.compile(r"(?:cac )?(?P<what>tap the|ca nhan)[^:;\n]{0,40}?(?::|$)")
_COLLECTIVE = re.compile(r"[^\W\d_][^|\t,(:]{1,160}(?=[|\t,(]|$)", re.MULTILINE)
_TASK = re.compile(
    r"(?:ký|phụ trách|chịu|dự|từ ngày|tham gia|thực hiện|được|kể từ|để|giúp|trong|theo|nay|đi|làm)"
    r"(?!\w)"
)
_TASK_INSIDE = re.compile(r" (?:tham gia|tham dự|dự|kể từ|để) ")
_MERIT = re.compile(r"(?:có|đã|vì|đạt|do|với)(?!\w)")
_INVITES = re.compile(r"(?:kinh|tran trong) moi|thanh phan[^:\n]{0,40}:|^[ \t]*moi *:")
_INVITED_ENDS = re.compile(
    r"[ \t]*(?:toi |den |ve )?(?:du|tham du|thoi gian|noi dung|dia diem|de nghi|tran trong|vao hoi"
    r"|chuong trinh|chu tri|trang phuc|noi nhan)(?![a-z])"
)
_LONGEST_PART, _LONGEST_LINE = 160, 4_000


class _Segment(NamedTuple):
    """A piece of a line: its place, the place of its words, and whether a mark opens it."""

    start: int
    end: int
    words: int
    is_item: bool


class Reader:
    """Reads the lines of one lawful paper in order; remembers role, section and award."""

    def __init__(self, text: NormalText, kind: Kind, *, goes_on: bool = False) -> None:
        """Nothing is read yet; ``goes_on``: the list began on a page before."""
        self._text, self.kind = text, kind
        self.award = ""
        self._role = ""
        self._is_open = goes_on
        self._is_collective = False
        self._is_inviting = False

    def line(self, start: int, end: int) -> Iterator[tuple[Line, list[Span]]]:
        """The entries of one line of the text."""
        bare = self._text.bare
        if _NOT_LISTED.match(bare, start, end) or end - start > _LONGEST_LINE:
            return
        if self.kind == "invitation":
            yield from self._invited(start, end)
            return
        self._note_article(start, end)
        if _TITLE.match(bare, start, end):
            return
        for segment in self._segments(start, end):
            if self.kind == "award":
                yield from self._awarded(segment)
            else:
                yield from self._officials(segment)

    def _note_article(self, start: int, end: int) -> None:
        """An article that gives an award opens a list of awards; any other closes it."""
        award = _AWARD.search(self._text.low, start, end)
        if _ARTICLE.match(self._text.bare, start, end):
            self._is_open, self._role, self._is_collective = award is not None, "", False
        elif award or self._text.bare.startswith(("danh sach", "phu luc"), start):
            self._is_open = True
        if award:
            self.award = self._text.cased[slice(*award.span())]

    def _segments(self, start: int, end: int) -> Iterator[_Segment]:
        bare = self._text.bare
        bounds = [(cut.start(), cut.end()) for cut in _SEGMENT.finditer(bare, start, end)]
        at, is_listed = start, False
        for stop, following in [*bounds, (end, end)]:
            item = _ITEM.match(bare, at, stop)
            is_listed = is_listed or item is not None
            words = item.end() if item else at
            section = _SECTION.match(bare, words, stop)
            if section and self.kind == "award":
                self._is_collective = section["what"] == "tap the"
                words = section.end()
                item = _ITEM.match(bare, words, stop)
                words, is_listed = (item.end() if item else words), True
            while words < stop and bare[words] in " \t":
                words += 1
            if words < stop:
                yield _Segment(at, stop, words, is_listed)
            at = following

    def _people(self, segment: _Segment) -> Iterator[tuple[persons.Found, int, int]]:
        """Each person of a segment, with where the entry begins and ends."""
        text = self._text
        found = persons.name_in(text, segment.words, segment.end)
        begin = segment.start
        while found:
            following = persons.name_in(text, found.end, segment.end)
            stop = following.begin if following else segment.end
            yield found, begin, stop
            found, begin = following, stop

    def _officials(self, segment: _Segment) -> Iterator[tuple[Line, list[Span]]]:
        text, is_named = self._text, False
        for found, begin, stop in self._people(segment):
            is_named = True
            dropped = self._dropped(found, begin, stop, is_posted=True)
            ahead = text.cased[segment.words : found.begin] if begin == segment.start else ""
            role = persons.role_of(ahead.rpartition(".")[2]) or self._role
            line = _official(text, found, Span(begin, stop), dropped, role)
            if line.post or line.role:
                yield line, dropped
        if not is_named:
            yield from self._unnamed(segment)

    def _unnamed(self, segment: _Segment) -> Iterator[tuple[Line, list[Span]]]:
        """A post without a name, or a heading that gives the role of those under it."""
        words = self._text.cased[segment.words : segment.end].strip()
        if words.endswith(":"):
            self._role = persons.role_in_heading(words)
            return
        parts = persons.parts_of(words)
        if not segment.is_item or len(parts) < 2 or len(words) > _LONGEST_PART:
            return
        role = persons.role_of(words[slice(*parts[-1])])
        post, body = persons.post_and_body(_sliced(words, parts[:-1]))
        if role and post:
            nowhere = Span(segment.words, segment.words)
            yield OfficialLine(Span(*segment[:2]), "", nowhere, post, body, role), []

    def _awarded(self, segment: _Segment) -> Iterator[tuple[Line, list[Span]]]:
        if not self._is_open:
            return
        is_named = False
        for found, begin, stop in self._people(segment):
            is_named = True
            after = self._text.cased[found.end : stop]
            parts = persons.parts_of(after)
            is_posted = any(persons.begins_with_post(after[slice(*part)]) for part in parts)
            dropped = self._dropped(found, begin, stop, is_posted=is_posted)
            yield _awarded(self._text, found, Span(begin, stop), dropped, self.award), dropped
        if not is_named and segment.is_item:
            yield from self._collective(segment)

    def _collective(self, segment: _Segment) -> Iterator[tuple[Line, list[Span]]]:
        text = self._text
        if not (self._is_collective or _GROUPS.match(text.low, segment.words, segment.end)):
            return
        cell = _COLLECTIVE.match(text.cased[segment.words : segment.end])
        if cell is None:
            return
        end = segment.words + len(cell[0].rstrip(" ."))
        award = _AWARD.search(text.low, end, segment.end)
        rest = text.cased[end : award.start() if award else segment.end].strip(" .,|\t")
        where = rest if drops.begins_with_commune(rest) else ""
        if not self._is_collective and not award and rest != where:
            return
        given = text.cased[slice(*award.span())] if award else self.award
        place = Span(segment.words, end)
        name = cell[0].rstrip(" .")
        yield AwardLine(Span(*segment[:2]), name, place, True, where, given), []  # noqa: FBT003

    def _dropped(
        self, found: persons.Found, begin: int, stop: int, *, is_posted: bool
    ) -> list[Span]:
        """What must go of one entry."""
        text = self._text
        spans = [
            *drops.births_after(text, begin, stop, found.end),
            *drops.homes(text, begin, stop, keeps_commune=self.kind == "award"),
        ]
        if self.kind != "award":
            spans += drops.phones(text, begin, stop)
        elif not is_posted:
            spans += drops.hamlets(text, found.end, stop)
        return [span for span in spans if span.start < span.end]

    def _invited(self, start: int, end: int) -> Iterator[tuple[Line, list[Span]]]:
        """Posts and bodies behind *kính mời*, on its line and in the list under it."""
        bare = self._text.bare
        opened = _INVITES.search(bare, start, end)
        if opened:
            self._is_inviting = True
            start = opened.end()
        elif _INVITED_ENDS.match(bare, start, end):
            self._is_inviting = False
        if not self._is_inviting:
            return
        for segment in self._segments(start, end):
            found = persons.name_in(self._text, segment.words, segment.end)
            begin = found.end if found else segment.words
            words = self._text.cased[begin : segment.end]
            parts = persons.parts_of(words)
            if parts and parts[0][1] - parts[0][0] <= _LONGEST_PART:
                post, body = persons.post_and_body(persons.uncalled(_sliced(words, parts)))
                yield PostLine(Span(*segment[:2]), post, body), []


def _kept(text: NormalText, start: int, end: int, dropped: list[Span]) -> str:
    """The words of a place without what must go."""
    kept, at = [], start
    for span in sorted(dropped, key=lambda span: span.start):
        if span.end > at and span.start < end:
            kept.append(text.cased[at : max(at, span.start)])
            at = max(at, span.end)
    pieces = [piece.strip(" ,;:()-") for piece in [*kept, text.cased[at:end]]]
    return ", ".join(piece for piece in pieces if piece)


def _official(
    text: NormalText, found: persons.Found, span: Span, dropped: list[Span], role: str
) -> OfficialLine:
    """Post, body and role of what stands behind a name."""
    words = _kept(text, found.end, span.end, dropped)
    posts: list[tuple[int, int]] = []
    for begin, end in persons.parts_of(words):
        part = words[begin:end]
        own = persons.role_of(part)
        if own and (posts or not persons.begins_with_post(part)):
            role = own
            break
        if _TASK.match(part) or (posts and words[:begin].rstrip().endswith(":")):
            role = role or words[begin:][:_LONGEST_PART].strip(" .")
            break
        posts.append((begin, end))
    if len(posts) == 1 and not role and (role := persons.role_of(words[slice(*posts[0])])):
        posts.clear()
    post, body = persons.post_and_body(_TASK_INSIDE.split(_sliced(words, posts))[0])
    name = text.cased[found.start : found.end]
    return OfficialLine(span, name, Span(found.start, found.end), post, body, role)


def _awarded(
    text: NormalText, found: persons.Found, span: Span, dropped: list[Span], award: str
) -> AwardLine:
    """Post and commune of an awarded person; the merits are left out."""
    words = _kept(text, found.end, span.end, dropped)
    places: list[tuple[int, int]] = []
    for begin, end in persons.parts_of(words):
        part = words[begin:end]
        if _MERIT.match(part):
            break
        if _AWARD.match(part.lower()):
            award = part
            break
        if _NUMBER.search(part):
            break
        places.append((begin, end))
    name = text.cased[found.start : found.end]
    place = Span(found.start, found.end)
    return AwardLine(span, name, place, False, _sliced(words, places), award)  # noqa: FBT003


def _sliced(words: str, parts: list[tuple[int, int]]) -> str:
    """The wording from the first of its parts to the last; a number of a person is no part."""
    if not parts:
        return ""
    wording = words[parts[0][0] : parts[-1][1]][:_LONGEST_PART].strip(" ,.")
    return "" if _NUMBER.search(wording) else wording
