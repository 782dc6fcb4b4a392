"""An action cut at its semicolons: which clauses are requirements of their own.

A clause stands for itself where it is a command and either stands in a list after a colon
("Công an xã: lập chốt …; mời gia đình …"), or the clause before has a day of its own, or it has
assisting bodies and a day of its own. What only tells when, how or with what result goes on.
"""

import re
from itertools import pairwise

from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.clauses import is_imperative, trim_action
from phongtrao.intake.extraction.deadlines import deadlines_in
from phongtrao.intake.extraction.records import Deadline
from phongtrao.intake.extraction.walk import Walk

_MOST_CUTS = 40
_SHORTEST = 15
_COMPLETION = wrapped(
    r"\W*(?:phai |can )?(?:hoan thanh|xong|bao cao|gui|trinh|ket thuc|thoi gian|moi nam|moi quy|"
    r"so ket|tong ket|ket qua)\b"
)
_GOES_ON = wrapped(
    r"\W*(?:khong|kien quyet|chu trong|kip thoi|uu tien|bao dam|dam bao|nhat la|trong do|dac biet|"
    r"phan dau|tuyet doi|tranh)\b"
)
# A month, a quarter or a year says when the whole is to be done, not the first clause alone.
_ONE_DAY = re.compile(r"BY:\d{4}-\d\d-\d\d|REL:(?:P\d|now|today|this|next_week)|FROM")
_TOGETHER = wrapped(r"\W*(?:chu tri, )?phoi hop (?:voi|cung)\b")


def parts_of(walk: Walk, action: Span, *, colon: bool = False) -> list[Span]:
    """The requirements in an action, in order; ``colon``: the action is a list after a colon."""
    paper = walk.paper
    cuts = [action.start + m.start() for m in re.finditer(";", paper.quote(action))]
    if len(cuts) > _MOST_CUTS:
        return [action]
    parts, start = list[Span](), action.start
    for at, stop in pairwise([*cuts, action.end]):
        clause = Span(at + 1, stop)
        long_enough = action.end - at > _SHORTEST
        if long_enough and _stands_alone(walk, Span(start, at), clause, colon=colon):
            parts.append(trim_action(paper, Span(start, at)))
            start = at + 1
    parts.append(trim_action(paper, Span(start, action.end)))
    return [p for p in parts if p.end > p.start]


def _stands_alone(walk: Walk, before: Span, clause: Span, *, colon: bool) -> bool:
    paper = walk.paper
    own = deadlines_in(paper, clause, walk.clock, masked=walk.references)
    opens_with_day = bool(own) and own[0].span.start <= clause.start + 2
    if not opens_with_day and is_imperative(paper, paper.trimmed(clause)) is None:
        return False
    if _only_completes(paper, clause, own):
        return False
    earlier = deadlines_in(paper, before, walk.clock, masked=walk.references)
    if own:
        return colon or bool(earlier) or _with_others(paper, clause)
    if _GOES_ON.match(paper.key, clause.start, clause.end):
        return False
    day = any(_ONE_DAY.match(d.norm) for d in earlier)
    return colon or day or (bool(earlier) and _with_others(paper, clause))


def _with_others(paper: Paper, clause: Span) -> bool:
    """A clause with assisting bodies of its own stands for itself."""
    return bool(_TOGETHER.match(paper.key, clause.start, clause.end))


def _only_completes(paper: Paper, clause: Span, own: list[Deadline]) -> bool:
    """ "; hoàn thành trước ngày …", "; kết quả gửi …" tell when and how, they ask nothing new."""
    after = own[0].span.end if own and own[0].span.start <= clause.start + 2 else clause.start
    if not any(_COMPLETION.match(paper.key, at, clause.end) for at in (clause.start, after)):
        return False
    told = sum(d.span.end - d.span.start for d in own)
    return clause.end - clause.start - told < 60
