"""The asking clauses of one sentence: who is asked, from where to where, by which rule."""

import re
from dataclasses import dataclass, field

from phongtrao.intake.extraction.assisting import ASSISTS
from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.leads import Bodies, chain_at
from phongtrao.intake.extraction.records import BodyMention, Certainty
from phongtrao.intake.extraction.verbs import (
    AFTER_SUBJECT,
    ANY_VERB,
    CONNECTIVE,
    IMPERATIVE,
    MODAL,
    NOT_IMPERATIVE,
    NOT_ORDERED,
    QUALIFIED,
    STRONG,
)

_TRIGGER = wrapped(
    r"(?<![\w/])(?:giao(?: nhiệm vụ)?(?: cho)?|yêu cầu|đề nghị|phân công|kiến nghị|uỷ quyền(?: "
    r"cho)?|"
    r"ủy quyền(?: cho)?|chỉ đạo|đề xuất|nhắc nhở|lưu ý|thống nhất giao|đồng ý giao)(?!\w)"
)
_NOT_TRIGGER = wrapped(
    r"(?:được|theo|khi có|có|đáp ứng|các|những|sự|bàn|lãnh đạo,|quan tâm|trực tiếp|tập trung|"
    r"nhiệm vụ|"
    r"tham mưu|văn bản|ý kiến|công tác|xin|bảng|việc|bản|lịch|lời|nội dung|quyết định)\s+$"
)
_SPEAKER = wrapped(r"(?:\bông|\bbà|đồng chí|trưởng|chủ tịch|bí thư|giám đốc)(?: cũng| còn)?\s+$")
_COREFERENCE = wrapped(r",\s*(Cục|Sở|Ban|Phòng|Đoàn|Bộ|Ủy ban|Công an)\s+(?=phải\b|cần\b)")
_BARE = wrapped(
    r"(?<!\w)(?:yêu cầu|ấn định|đề nghị)\s*,?\s+(?=(?:đúng ngày|ngay trong|trước ngày|chậm nhất|"
    r"phải|trong tuần|"
    r"trong tháng|đến ngày|ngay từ|khẩn trương|tiếp tục|cần))"
)
_YOU = wrapped(
    r"(?<!\w)(?:đề nghị|yêu cầu) (?:các )?(?:quý (?:cơ quan|đơn vị|ủy ban|bộ|sở)|đồng chí|"
    r"địa phương)(?:,? (?:đơn vị|địa phương|tổ chức))*\s+"
)
_VAGUE = "grp:co-quan-lien-quan"
_ADVERBIAL = wrapped(
    r"(?:ngay|giai doan|han|muon nhat|toi da|sau|can cu|dinh ky|hang|truoc|cham nhat|"
    r"trong|tren co so|dong thoi|ben canh do|ngoai ra|"
    r"doi voi|"
    r"khi|sau khi|tu|de(?! nghi| xuat)|nham|voi|ve|rieng voi|lien quan|nhan dip|nhan|neu|cung|"
    r"muc|moi|(?:mot|hai|ba|bon|sau|chin|\d+) thang|theo|vao|rieng|den|thuc hien|phat huy|"
    r"thoi gian toi|cung voi|trach nhiem)\b"
)
_SPLIT_BEFORE = wrapped(r"(?:[;,.]|\bđồng thời|\bvà)\s*(?:đồng thời\s*,?\s*)?$")


@dataclass(frozen=True)
class Clause:
    """One asking clause; ``bare`` = the asked body must come from the context.

    ``colon``: a colon stands between the body and its work ("Giao Công an tỉnh: a; b").
    """

    start: int
    action: Span
    leads: list[BodyMention] = field(default_factory=list)
    rule: str = "T01"
    certainty: Certainty = "certain"
    bare: bool = False
    directs: bool = False
    colon: bool = False


@dataclass(frozen=True)
class _Anchor:
    start: int
    action: int
    leads: list[BodyMention]
    rule: str
    bare: bool = False
    directs: bool = False


def clauses_of(
    paper: Paper,
    bodies: Bodies,
    sentence: Span,
    *,
    ordered: bool,
    first: bool = True,
    item: bool = False,
) -> list[Clause]:
    """The asking clauses of a sentence, in order; [] where nothing is asked of a named body.

    ``ordered``: the sentence stands where things are asked (a section of tasks, a directive), so a
    body and a plain verb are enough; elsewhere a word of duty is needed. ``item``:
    the sentence is an item of a list there; then whatever its body is to do is asked.
    """
    said = _trigger_anchors(paper, bodies, sentence, ordered=ordered and first)
    later = _later_subjects(paper, bodies, sentence, every=item or bool(said))
    subject = _subject_anchor(paper, bodies, sentence, ordered=ordered, item=item)
    anchors = [
        *subject,
        *(later if ordered or said or subject else []),
        *said,
        *_coreference_anchor(paper, bodies, sentence),
        *_bare_anchors(paper, sentence),
    ]
    chosen: list[_Anchor] = []
    for anchor in sorted(anchors, key=lambda a: (a.start, a.bare)):
        inside = chosen and anchor.start < chosen[-1].action
        if inside or (chosen and not _may_split(paper, chosen[-1], anchor)):
            continue
        chosen.append(anchor)
    ends = [*(a.start for a in chosen[1:]), sentence.end][: len(chosen)]
    starts = [sentence.start, *(a.start for a in chosen[1:])]
    clauses = [_clause(paper, a, s, e) for a, s, e in zip(chosen, starts, ends, strict=False)]
    return [c for c in clauses if c.action.end - c.action.start >= 8]


def _may_split(paper: Paper, last: _Anchor, new: _Anchor) -> bool:
    """A second clause begins after ";" or ",", or replaces a first that asks for nothing yet."""
    if new.rule == "T04" and last.rule == "T01":
        return True
    before = paper.low[max(last.action, new.start - 30) : new.start]
    return bool(_SPLIT_BEFORE.search(before)) or new.start - last.action < 3


_LONGEST_SUBJECT = 200


def _clause(paper: Paper, anchor: _Anchor, start: int, end: int) -> Clause:
    action = trim_action(paper, Span(anchor.action, max(end, anchor.action)))
    before = anchor.start if anchor.rule == "T01" else min(start, anchor.start)
    if (
        anchor.rule in {"T01", "T02", "T14"}
        and action.end - action.start <= anchor.action - before <= _LONGEST_SUBJECT
    ):
        # Beside a long list of bodies a short command says little: it keeps its subject.
        action = trim_action(paper, Span(before, action.end))
    sure = all(m.sure for m in anchor.leads) and not anchor.bare
    certainty: Certainty = "certain" if sure and anchor.leads else "check"
    colon = ":" in paper.text[max(anchor.start, anchor.action - 3) : anchor.action]
    return Clause(
        anchor.start,
        action,
        anchor.leads,
        anchor.rule,
        certainty,
        anchor.bare,
        anchor.directs,
        colon,
    )


def trim_action(paper: Paper, span: Span) -> Span:
    """The clause without marks, closing stops and a hanging "đồng thời"."""
    span = paper.trimmed(span, " \t\n\u00a0,;:.-–“")
    hanging = re.search(r"[,;]?\s*(?:đồng thời|và)\s*,?$", paper.low[span.start : span.end])
    if hanging:
        span = Span(span.start, span.start + hanging.start())
    if paper.text.startswith("/", span.end - 1):
        span = Span(span.start, span.end - 1)
    return paper.trimmed(span, " \t\n,;:.")


def _subject_anchor(
    paper: Paper, bodies: Bodies, sentence: Span, *, ordered: bool, item: bool
) -> list[_Anchor]:
    """ "Công an tỉnh chủ trì …", "Hằng năm, Sở Y tế báo cáo …", "Sở Tài chính: …"."""
    head = CONNECTIVE.match(paper.key, sentence.start, sentence.end)
    begin = head.end() if head else sentence.start
    for candidate in _subject_starts(paper, bodies, Span(begin, sentence.end)):
        chain, end = chain_at(paper, bodies, candidate, sentence.end)
        told = _TOLD_TO.match(paper.key, end, sentence.end) if chain else None
        if told:
            return [_Anchor(candidate, _after_modal(paper, told.end()), chain, "T14")]
        if not chain or NOT_ORDERED.match(paper.key, end):
            continue
        colon = _COLON.match(paper.key, end, min(end + 100, sentence.end))
        if colon and colon.end() < sentence.end:
            return [_Anchor(candidate, colon.end(), chain, "T03")]
        verb = (AFTER_SUBJECT if ordered else STRONG).match(paper.key, end, sentence.end)
        plain = (
            ordered
            and item
            and (
                ANY_VERB.match(paper.key, end, sentence.end)
                or QUALIFIED.match(paper.key, end, sentence.end)
            )
        )
        if verb or plain:
            return [_Anchor(candidate, _after_modal(paper, end), chain, "T02")]
    return []


# "Bộ Y tế cũng được giao đưa …", "Đài tỉnh được đề nghị tăng …"; not "đã được giao".
_TOLD_TO = wrapped(
    r"\s+(?:cung |se )?duoc (?:giao|de nghi|yeu cau|phan cong)(?: nhiem vu| trach nhiem)?\s+"
    r"(?=(?!(?:cho|tai|theo|trong|o|va|nam|tu|tren)\b)[a-z])"
)
_COLON = wrapped(r"(?:(?:\s*,|\s+va)\s[^:.;()]{3,80})?\s*:\s*(?=\S)")


# "Về phương tiện: Sở Tài chính cân đối …", "Đồng chí nhấn mạnh, Sở Tài chính phải …".
_TOPIC = wrapped(
    r"(?!doi tuong|thanh phan|dia diem|thoi gian|kinh phi|noi nhan|tai lieu|chu tri|phoi hop|"
    r"don vi|"
    r"co quan|pham vi)[^:;.,]{3,90}(?:,[^:;.,]{3,60})?:\s*(?=\S)|"
    r"[^:;.,]{2,90}\b(?:nhan manh|luu y|neu ro|chi ro|quan triet|khang dinh|de nghi|yeu cau|"
    r"chi dao|"
    r"ket luan)(?: them)?(?: rang)?\s*[,:]\s*"
)


def _subject_starts(paper: Paper, bodies: Bodies, span: Span) -> list[int]:
    """Places where the asked body may stand: the front, or after the comma of an adverbial."""
    starts = [span.start]
    topic = _TOPIC.match(paper.key, span.start, span.end)
    if topic and bodies.within(Span(topic.end(), min(span.end, topic.end() + 90))):
        starts.append(topic.end())
    if not _ADVERBIAL.match(paper.key, span.start):
        return starts
    last = span.start
    for mention in bodies.within(Span(span.start, min(span.end, span.start + 420)))[:8]:
        comma = paper.key.rfind(",", span.start, mention.span.start)
        listed = last > span.start and not paper.key[last : max(comma, last)].strip()
        last = mention.span.end
        if comma == -1 or listed:
            continue
        between = paper.key[comma + 1 : mention.span.start]
        if len(between) < 40 and re.fullmatch(
            r"\s*(?:cac |dong chi |thu truong |giam doc |chu tich |lanh dao )*", between
        ):
            starts.append(comma + 1)
    return starts


_AFTER_STOP = wrapped(
    r";\s*(?:dong thoi\s*,?\s*)?(?:cac |dong chi |thu truong |giam doc |chu tich |lanh dao )*$"
)


# "đề nghị Công an tỉnh số hóa hồ sơ, Ủy ban MTTQ tỉnh rà lại …": work stands between the two.
_AFTER_COMMA = wrapped(r"(?! (?:va|voi|cung)\b)\s+[a-z][^;.:]{18,}, ")


def _later_subjects(paper: Paper, bodies: Bodies, sentence: Span, *, every: bool) -> list[_Anchor]:
    """ "…; Sở Tài chính bố trí …": a later clause with a body of its own.

    ``every``: where things are asked any verb will do, and a comma parts as well as ";".
    """
    anchors = []
    verb = ANY_VERB if every else AFTER_SUBJECT
    named = bodies.within(sentence)
    asked = every or bool(_TRIGGER.search(paper.low, sentence.start, sentence.end))
    for n, mention in enumerate(named):
        begin = named[n - 1].span.end if n else sentence.start
        before = paper.key[max(begin, mention.span.start - 50) : mention.span.start]
        further = asked and n and _AFTER_COMMA.fullmatch(paper.key, begin, mention.span.start)
        if not _AFTER_STOP.search(before) and not further:
            continue
        chain, end = chain_at(paper, bodies, mention.span.start, sentence.end)
        colon = re.match(r"\s*:\s*", paper.key[end : end + 4])
        if ASSISTS.match(paper.key, end, sentence.end):
            continue
        if chain and not NOT_ORDERED.match(paper.key, end):
            if colon:
                anchors.append(_Anchor(mention.span.start, end + colon.end(), chain, "T03"))
            elif verb.match(paper.key, end, sentence.end):
                at = _after_modal(paper, end)
                anchors.append(_Anchor(mention.span.start, at, chain, "T02"))
    return anchors


def _after_modal(paper: Paper, at: int) -> int:
    modal = MODAL.match(paper.key, at)
    return modal.end() if modal else at


def _trigger_anchors(
    paper: Paper, bodies: Bodies, sentence: Span, *, ordered: bool
) -> list[_Anchor]:
    anchors = []
    for said in _TRIGGER.finditer(paper.low, sentence.start, sentence.end):
        before = paper.low[max(sentence.start, said.start() - 24) : said.start()]
        if _NOT_TRIGGER.search(before):
            continue
        leading = CONNECTIVE.match(paper.key, sentence.start, sentence.end)
        at_front = said.start() <= (leading.end() if leading else sentence.start) + 2
        spoken = bool(_SPEAKER.search(before)) and said[0] == "chỉ đạo"
        if said[0].startswith(("chỉ đạo", "đề xuất", "nhắc nhở")) and not (
            spoken or (ordered and at_front)
        ):
            continue
        chain, end = chain_at(paper, bodies, said.end(), sentence.end)
        if not chain:
            chain, end = _named_later(paper, bodies, said.end(), sentence.end)
        if not chain:
            chain, end = _named_before(paper, bodies, sentence, said)
        if chain:
            directs = said[0] == "chỉ đạo"
            at = _after_modal(paper, end)
            anchors.append(_Anchor(said.start(), at, chain, "T01", directs=directs))
    return anchors


_GENERAL = wrapped(
    r"\s*(?:thu truong|lanh dao|cac|nguoi dung dau|truong|giam doc|bi thu|chu tich)\b"
)


def _after_general(
    paper: Paper, bodies: Bodies, at: int, end: int
) -> tuple[list[BodyMention], int]:
    """ "yêu cầu trưởng các phòng, Công an các xã …": the first body we know in the list."""
    for mention in bodies.within(Span(at, min(end, at + 110)))[:1]:
        between = paper.key[at : mention.span.start]
        if re.search(r"(?:,|\bva)\s+(?:cac |giam doc |chu tich |truong |thu truong )*$", between):
            return chain_at(paper, bodies, mention.span.start, end)
    return [], at


_ABOUT = wrapped(r"[\s“\"]*(?:doi voi|rieng|voi|ve phia)\s+")


def _named_before(
    paper: Paper, bodies: Bodies, sentence: Span, said: re.Match[str]
) -> tuple[list[BodyMention], int]:
    """ "Đối với Công an các tỉnh, Thứ trưởng yêu cầu gửi …": whom the order is about."""
    about = _ABOUT.match(paper.key, sentence.start, said.start())
    if about is None or not ANY_VERB.match(paper.key, said.end(), sentence.end):
        return [], said.end()
    chain, end = chain_at(paper, bodies, about.end(), said.start())
    follows = re.match(r"\s*,[^,;:]{0,60}$", paper.key[end : said.start()])
    return (chain if follows else []), said.end()


def _named_later(paper: Paper, bodies: Bodies, at: int, end: int) -> tuple[list[BodyMention], int]:
    """The body after an insertion: "yêu cầu, ngay từ bây giờ, Cục … cần …"."""
    if _GENERAL.match(paper.key, at):
        return _after_general(paper, bodies, at, end)
    if not re.match(r"\s*,", paper.key[at : at + 3]):
        return [], at
    for mention in bodies.within(Span(at, min(end, at + 160)))[:4]:
        chain, stop = chain_at(paper, bodies, mention.span.start, end)
        duty = re.match(
            r"\s*,?\s*(?:can|phai|tich cuc|tiep tuc|chu dong)\b", paper.key[stop : stop + 14]
        )
        if chain and duty:
            return chain, stop
    return [], at


def _coreference_anchor(paper: Paper, bodies: Bodies, sentence: Span) -> list[_Anchor]:
    """ ", Cục phải …": the last body whose name begins with the word."""
    for said in _COREFERENCE.finditer(paper.text, sentence.start, sentence.end):
        word = said[1]
        for mention in reversed(bodies.before(said.end())):
            if paper.text.startswith(word, mention.span.start) and mention.span.end <= said.start():
                return [
                    _Anchor(said.start() + 1, _after_modal(paper, said.end()), [mention], "T04")
                ]
    return []


def _bare_anchors(paper: Paper, sentence: Span) -> list[_Anchor]:
    """ "ấn định ngay trong tuần này phải hoàn thành …": the asked body stands before."""
    addressed = [
        _Anchor(m.start(), m.end(), [], "T12", bare=True)
        for m in _YOU.finditer(paper.low, sentence.start, sentence.end)
    ]
    return addressed + [
        _Anchor(m.start(), m.end(), [], "T05", bare=True)
        for m in _BARE.finditer(paper.low, sentence.start, sentence.end)
        if not _NOT_TRIGGER.search(paper.low[max(sentence.start, m.start() - 16) : m.start()])
    ]


# "đối với vùng đồng bào dân tộc, bố trí …": the command stands after the comma.
_OPENING = wrapped(r"(?:doi voi|tai|nhung noi|noi|khi|neu|tren co so|nham)\b[^.;:]{3,110}, ")


def is_imperative(paper: Paper, sentence: Span) -> int | None:
    """Where the command of a sentence without a named body begins; None = it is no command."""
    head = CONNECTIVE.match(paper.key, sentence.start, sentence.end)
    begin = head.end() if head else sentence.start
    if NOT_IMPERATIVE.match(paper.key, begin, sentence.end):
        return None
    if IMPERATIVE.match(paper.key, begin, sentence.end):
        return begin
    opening = _OPENING.match(paper.key, begin, sentence.end)
    stands = opening and IMPERATIVE.match(paper.key, opening.end(), sentence.end)
    return opening.end() if opening and stands else None


def only_vague(leads: list[BodyMention]) -> bool:
    """Whether only "các cơ quan, đơn vị" are named."""
    return bool(leads) and all(m.org_id.startswith(_VAGUE) for m in leads)
