"""What a paper asks for: walk the blocks, keep who was last addressed, read each sentence."""

import re
from dataclasses import dataclass, field, replace

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.clauses import (
    Clause,
    clauses_of,
    is_imperative,
    only_vague,
    trim_action,
)
from phongtrao.intake.extraction.dates import Clock
from phongtrao.intake.extraction.deadlines import deadlines_in, joined
from phongtrao.intake.extraction.labels import Label, apply_label, label_of, labels_inside
from phongtrao.intake.extraction.leads import (
    Bodies,
    coordinating,
    inherited,
    names_only_bodies,
    unique,
)
from phongtrao.intake.extraction.records import (
    BodyMention,
    Certainty,
    Deadline,
    Made,
    Requirement,
)
from phongtrao.intake.extraction.segment import (
    PARAGRAPH,
    Block,
    blocks_of,
    is_heading,
    section_mode,
    sentences_of,
)
from phongtrao.intake.extraction.verbs import NOT_IMPERATIVE
from phongtrao.intake.extraction.tables import Row, cells_of, columns_of, row_of, stacked_rows

_PARTIES = re.compile(r"\b(?:hai|cac) (?:ben|nganh|co quan|don vi)(?: thong nhat)?\b|\bmoi ben\b")
_CLOSING = re.compile(r"(?:tren day la|noi nhan|luu\s*:|kinh gui)")
_SPEECH = re.compile(r"\b(?:yeu cau|de nghi|chi dao|luu y|ket luan)\b")
_LIST_FOLLOWS = re.compile(r"(?:sau(?: day)?|gom|nhu sau|noi dung|nhiem vu|viec)\s*:$|:$")
_JOINT_SAID = re.compile(r"noi dung phoi hop(?: bao gom| gom| nhu sau)?\s*:?\s*$")


@dataclass
class Frame:
    """Who is addressed by the blocks below a heading or an opening sentence."""

    depth: float
    leads: list[BodyMention]


@dataclass
class Walk:
    """The state of the walk through a paper."""

    paper: Paper
    bodies: Bodies
    clock: Clock
    kind: str
    parties: list[BodyMention]
    addressees: list[BodyMention]
    references: tuple[Span, ...]
    frames: list[Frame] = field(default_factory=list)
    modes: list[tuple[float, str]] = field(default_factory=list)
    made: list[Requirement] = field(default_factory=list)
    pending: Block | None = None
    speech: list[BodyMention] = field(default_factory=list)
    columns: list[str] | None = None

    @property
    def mode(self) -> str:
        """What the section holds; a directive without sections asks all through."""
        if self.modes:
            return self.modes[-1][1]
        return "neutral" if self.kind in {"news", "report"} else "content"

    @property
    def leads(self) -> list[BodyMention]:
        """Who is addressed here."""
        return self.frames[-1].leads if self.frames else []


def requirements_of(walk: Walk, start: int) -> list[Requirement]:
    """Every requirement of the paper from ``start`` (the end of its head) on."""
    blocks = [b for b in blocks_of(walk.paper) if b.span.end > start]
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.row:
            _read_row(walk, block)
            at += 1
            continue
        walk.columns = None
        rows, after = stacked_rows(walk.paper, blocks, at)
        for row in rows:
            _add_row(walk, row)
        if rows:
            at = after
            continue
        if _is_foot(walk, block):
            break
        _read_block(walk, block, blocks[at + 1] if at + 1 < len(blocks) else None)
        at += 1
    return walk.made


def _is_foot(walk: Walk, block: Block) -> bool:
    return walk.paper.key.startswith("noi nhan", block.body.start)


def _read_row(walk: Walk, block: Block) -> None:
    cells = cells_of(walk.paper, block.span)
    columns = columns_of(walk.paper, cells)
    if columns:
        walk.columns = columns
        return
    if walk.columns:
        row = row_of(walk.paper, walk.columns, cells, block.span)
        if row:
            _add_row(walk, row)


def _add_row(walk: Walk, row: Row) -> None:
    paper = walk.paper
    leads = list(walk.bodies.within(row.lead)) if row.lead else []
    coord = list(walk.bodies.within(row.coord)) if row.coord else []
    if row.lead and not row.coord:
        extra = coordinating(paper, walk.bodies, row.lead)
        coord, leads = extra, [m for m in leads if m not in extra]
    if row.deadline:
        found = deadlines_in(paper, row.deadline, walk.clock, cell=True)
    else:
        found = deadlines_in(paper, row.content, walk.clock, masked=walk.references)
    if not leads:
        leads = inherited(walk.leads or walk.parties)
    action = trim_action(paper, row.content)
    made = Made("T08", "certain" if leads and all(m.sure for m in leads) else "check")
    walk.made.append(
        Requirement(action, row.span, unique(leads), unique(coord), joined(found), made)
    )


def _read_block(walk: Walk, block: Block, following: Block | None) -> None:
    paper = walk.paper
    _leave_frames(walk, block, following)
    children = bool(following and following.depth > block.depth and not following.row)
    label = label_of(paper, walk.bodies, block.body)
    if label and (walk.made or walk.pending):
        _attach(walk, label)
        return
    words = paper.key[block.body.start : block.body.end]
    if _CLOSING.match(words):
        walk.frames.clear()
        walk.modes.clear()
    named = names_only_bodies(paper, walk.bodies, block.body) if len(words) < 400 else []
    table_next = bool(following and following.row)
    if named and (block.mark or words.endswith(":")) and (children or _opens(words)):
        _push(walk, block, following, named)
        return
    if words.endswith(":") and _opens_list(walk, block, following):
        return
    if is_heading(paper, block) and (children or table_next or not block.mark or _is_section(walk, block)):
        _open_section(walk, block, following)
        walk.pending = block if block.mark and block.depth >= 2 else None
        return
    _read_sentences(walk, block, following)


def _opens_list(walk: Walk, block: Block, following: Block | None) -> bool:
    """A short block that addresses bodies and ends with a colon."""
    last = sentences_of(walk.paper, block.body)[-1:]
    asked = [
        c
        for s in last
        for c in clauses_of(walk.paper, walk.bodies, s, ordered=True)
        if c.leads and s.start == block.body.start
    ]
    if not asked or following is None or walk.mode == "skip":
        return False
    _push(walk, block, following, asked[-1].leads)
    return True


def _opens(words: str) -> bool:
    return words.rstrip().endswith(":") or not words.rstrip().endswith((".", ";", ","))


def _is_section(walk: Walk, block: Block) -> bool:
    words = walk.paper.key[block.body.start : block.body.end]
    return block.depth <= 1 and section_mode(words) is not None


def _leave_frames(walk: Walk, block: Block, following: Block | None) -> None:
    if block.mark:
        while walk.frames and walk.frames[-1].depth >= block.depth:
            walk.frames.pop()
        while walk.modes and walk.modes[-1][0] >= block.depth:
            walk.modes.pop()
    elif walk.frames and walk.frames[-1].depth > PARAGRAPH and following is not None:
        # A plain paragraph after a dash list ends what an opening paragraph began.
        while walk.frames and walk.frames[-1].depth > PARAGRAPH:
            walk.frames.pop()


def _depth_of_opening(block: Block, following: Block | None) -> float:
    """An unmarked opening line holds for what follows it, whatever its depth."""
    if block.mark:
        return block.depth
    if following is None or not following.mark:
        return PARAGRAPH + 0.1
    return following.depth - 0.25


def _push(
    walk: Walk, block: Block, following: Block | None, leads: list[BodyMention]
) -> None:
    depth = _depth_of_opening(block, following)
    while walk.frames and walk.frames[-1].depth >= depth:
        walk.frames.pop()
    walk.frames.append(Frame(depth, leads))
    if walk.mode == "skip" and walk.modes and walk.modes[-1][0] > depth:
        walk.modes.pop()


def _open_section(walk: Walk, block: Block, following: Block | None) -> None:
    paper = walk.paper
    words = paper.key[block.body.start : block.body.end]
    mode = section_mode(words)
    depth = block.depth if block.mark else (0.5 if paper.text[block.body.start : block.body.end].isupper() else _depth_of_opening(block, following))
    if not block.mark:
        while walk.modes and walk.modes[-1][0] >= depth:
            walk.modes.pop()
    if mode == "joint" or (mode == "content" and walk.kind == "programme" and _is_joint(walk)):
        walk.modes.append((depth, "joint"))
        if walk.parties:
            _push(walk, block, following, walk.parties)
    elif mode:
        walk.modes.append((depth, mode))
    elif walk.mode == "assign" and block.depth >= 2 and _BODY_NOUN.match(paper.text, block.body.start):
        _push(walk, block, following, walk.bodies.within(block.body) or [_unlisted(block)])
    elif walk.mode not in {"skip", "joint"}:
        named = [c for c in clauses_of(paper, walk.bodies, block.body, ordered=True) if c.leads]
        if named and words.rstrip().endswith(":"):
            _push(walk, block, following, named[0].leads)


_BODY_NOUN = re.compile(
    r"(?:Đề nghị |Các |Đối với |Giao )?(?:[Ss]ở|Ban|Hội|Ngân hàng|Viễn thông|Bưu điện|Công ty|Trường|Đài|Báo|Chi cục|Cục|"
    r"Trung tâm|Phòng|Đoàn|Liên |Điện lực|Thuế|Hải quan|Kho bạc|Văn phòng|Thủ trưởng|Viện|Tòa|Toà|Tổ|Đồn|Bộ|"
    r"Công an|Ủy ban|Đảng|Chi bộ|Thôn|Quỹ|Tổng|Hiệp hội|Hạt|Trạm|Bảo hiểm|[Dd]oanh nghiệp|[Cc]ơ quan|[Đđ]ơn vị)(?!\w)"
)


def _unlisted(block: Block) -> BodyMention:
    """A body that the gazetteer does not know: its words without an identifier."""
    return BodyMention("", block.body, sure=False)


def _is_joint(walk: Walk) -> bool:
    return len(walk.parties) >= 2


def _attach(walk: Walk, label: Label) -> None:
    """"Đơn vị chủ trì: …" below an item belongs to the item."""
    if walk.pending is not None:
        action = trim_action(walk.paper, walk.pending.body)
        base = Requirement(action, walk.pending.span, (), (), None, Made("T07", "check"))
        walk.made.append(base)
        walk.pending = None
    if walk.made:
        walk.made[-1] = apply_label(walk.paper, walk.made[-1], label, walk.clock)
        if not walk.made[-1].lead and label.name != "lead":
            leads = inherited(walk.leads)
            walk.made[-1] = replace(walk.made[-1], lead=unique(leads))


def _read_sentences(walk: Walk, block: Block, following: Block | None) -> None:
    paper = walk.paper
    walk.pending = None
    sentences = sentences_of(paper, block.body)
    for n, sentence in enumerate(sentences):
        last = n == len(sentences) - 1
        words = paper.key[sentence.start : sentence.end].rstrip()
        if last and _LIST_FOLLOWS.search(words) and following is not None:
            _open_list(walk, block, following, sentence)
            continue
        whole = block.span if len(sentences) == 1 else sentence
        if n == 0 and len(sentences) > 1:
            whole = Span(block.span.start, sentence.end)
        _read_sentence(walk, sentence, whole, item=bool(block.mark) and n == 0)
    if not walk.made or walk.made[-1].sentence.start < block.span.start:
        walk.pending = block if block.mark else None


def _open_list(walk: Walk, block: Block, following: Block, sentence: Span) -> None:
    """An opening sentence ("… yêu cầu các sở thực hiện các nội dung sau:")."""
    paper = walk.paper
    words = paper.key[sentence.start : sentence.end]
    if _JOINT_SAID.search(words) or (_PARTIES.search(words) and walk.parties):
        walk.modes.append((_depth_of_opening(block, following), "joint"))
        _push(walk, block, following, walk.parties)
        return
    asked = [c for c in clauses_of(paper, walk.bodies, sentence, ordered=True) if c.leads]
    leads = [m for c in asked[-1:] for m in c.leads]
    if (not leads or only_vague(leads)) and walk.addressees and _SPEECH.search(words):
        leads = walk.addressees
    if leads:
        walk.speech = leads
        _push(walk, block, following, leads)
    else:
        walk.pending = block if block.mark else None


def _read_sentence(walk: Walk, sentence: Span, whole: Span, *, item: bool) -> None:
    if walk.mode == "skip":
        return
    paper = walk.paper
    ordered = walk.mode in {"assign", "content", "joint"} or bool(walk.speech)
    if walk.kind == "report" and walk.mode not in {"assign"}:
        ordered = False
    clauses = clauses_of(paper, walk.bodies, sentence, ordered=ordered)
    if walk.mode == "joint" and walk.leads and clauses and clauses[0].rule == "T02":
        clauses = []
    if clauses:
        _add_clauses(walk, clauses, sentence, whole)
        return
    if _add_labelled(walk, sentence, whole) or _add_vague(walk, sentence, whole):
        return
    if not item and _add_time(walk, sentence, whole):
        return
    _add_inherited(walk, sentence, whole, item=item)


def _key(walk: Walk, span: Span) -> str:
    return walk.paper.key[span.start : span.end]


def _add_clauses(walk: Walk, clauses: list[Clause], sentence: Span, whole: Span) -> None:
    for clause in clauses:
        leads, rule = clause.leads, clause.rule
        if clause.bare:
            context = walk.made[-1].lead if walk.made else tuple(walk.leads)
            leads = inherited(list(context))
        elif clause.directs and walk.leads and "phoi hop" not in _key(walk, clause.action):
            leads, rule = inherited(walk.leads), "T06"
            clause = replace(clause, action=trim_action(walk.paper, Span(clause.start, clause.action.end)))
        elif only_vague(leads) and walk.addressees:
            leads = inherited(walk.addressees)
        elif rule == "T01" and walk.kind == "news":
            walk.speech = leads
        if not leads and not clause.bare:
            continue
        if walk.kind == "report" and walk.mode != "assign" and rule != "T01":
            continue
        for part in _parts(walk, clause.action):
            _add(walk, part, whole, leads, Made(rule, clause.certainty))


def _add_labelled(walk: Walk, sentence: Span, whole: Span) -> bool:
    """"… (Chủ trì: A; phối hợp: B; hoàn thành: 28/02)": the brackets say who and when."""
    labels = labels_inside(walk.paper, walk.bodies, sentence)
    if not any(label.name == "lead" and label.bodies for label in labels):
        return False
    end = walk.paper.text.rfind("(", sentence.start, labels[0].span.start)
    action = trim_action(walk.paper, Span(sentence.start, end if end > 0 else labels[0].span.start))
    made = Requirement(action, whole, (), (), None, Made("T07", "certain"))
    for label in labels:
        made = apply_label(walk.paper, made, label, walk.clock)
    walk.made.append(made)
    return True


_TIME_SAID = re.compile(r"(?:thoi gian|thoi han|hoan thanh|xong|viec nay)\b")


def _add_time(walk: Walk, sentence: Span, whole: Span) -> bool:
    """"Thời gian: từ … đến …" as a sentence of its own completes the item before it."""
    if not walk.made or not _TIME_SAID.match(walk.paper.key, sentence.start, sentence.end):
        return False
    last = walk.made[-1]
    found = joined(deadlines_in(walk.paper, sentence, walk.clock))
    near = not walk.paper.text[last.sentence.end : whole.start].strip()
    if found and last.deadline is None and near:
        walk.made[-1] = replace(last, deadline=found)
        return True
    return False


_ALL_UNITS = re.compile(
    r"(?:thu truong\s+)?(?:cac|cac co quan,?)\s+(?:co quan|don vi|dia phuong|so|nganh|ban)\b(?:[\s,]|va|cac|"
    r"co quan|don vi|dia phuong|lien quan|co|nganh|duoc phan cong|tren|noi|neu)*(?=(?:gui|bao cao|can cu|"
    r"xay dung|tong hop|trien khai|to chuc|dinh ky|hang|co trach nhiem|chu dong|nghiem tuc|phoi hop)\b)"
)


def _add_vague(walk: Walk, sentence: Span, whole: Span) -> bool:
    """"Các đơn vị gửi báo cáo …": all who were asked before, or the addressees."""
    said = _ALL_UNITS.match(walk.paper.key, sentence.start, sentence.end)
    if not said or walk.mode not in {"assign", "content"} or walk.kind in {"news", "report"}:
        return False
    before = [m for r in walk.made for m in r.lead]
    leads = list(unique(walk.leads or walk.addressees or before))[:12]
    if not leads:
        return False
    action = trim_action(walk.paper, Span(said.end(), sentence.end))
    _add(walk, action, whole, inherited(leads), Made("T11", "guess"))
    return True


def _add_inherited(walk: Walk, sentence: Span, whole: Span, *, item: bool) -> None:
    """A command without a body: the heading, the opening sentence or the speech names it."""
    begin = is_imperative(walk.paper, sentence)
    leads = walk.leads or walk.speech
    if walk.kind == "report" and walk.mode != "assign":
        return
    free = item and walk.mode in {"assign", "content"} and bool(walk.frames)
    free = free and not NOT_IMPERATIVE.match(walk.paper.key, sentence.start)
    if not leads or (begin is None and not free and not (walk.mode == "joint" and item)):
        return
    if begin is None and walk.paper.quote(sentence)[0].islower() and not item:
        return
    start = sentence.start if begin is None else begin
    action = trim_action(walk.paper, Span(start, sentence.end))
    if action.end - action.start < 12:
        return
    certainty: Certainty = "certain" if walk.frames and begin is not None else "guess"
    rule = "T09" if walk.mode == "joint" else "T06" if walk.frames else "T10"
    for part in _parts(walk, action):
        _add(walk, part, whole, inherited(leads), Made(rule, certainty))


_COMPLETION = re.compile(
    r"\W*(?:phai |can )?(?:hoan thanh|xong|bao cao|gui|trinh|ket thuc|thoi gian|moi nam|moi quy|ket qua)\b"
)


def _only_completes(paper: Paper, clause: Span, own: list[Deadline]) -> bool:
    """"; hoàn thành trước ngày …" tells when, it asks for nothing new."""
    if not own or not _COMPLETION.match(paper.key, clause.start, clause.end):
        return False
    told = sum(d.span.end - d.span.start for d in own)
    return clause.end - clause.start - told < 60


def _parts(walk: Walk, action: Span) -> list[Span]:
    """An action cut at ";" where a later clause has a deadline of its own."""
    paper = walk.paper
    cuts = [m.start() for m in re.finditer(r";", paper.text[action.start : action.end])]
    parts, start = list[Span](), action.start
    for cut in cuts:
        at = action.start + cut
        rest = Span(at + 1, action.end)
        stop = paper.text.find(";", at + 1, action.end)
        next_clause = Span(at + 1, stop if stop != -1 else action.end)
        own = deadlines_in(paper, next_clause, walk.clock, masked=walk.references)
        command = is_imperative(paper, paper.trimmed(next_clause))
        if command is None and own and own[0].span.start <= at + 3:
            command = own[0].span.end
        earlier = deadlines_in(paper, Span(start, at), walk.clock, masked=walk.references)
        own_work = bool(earlier) or (bool(own) and not _only_completes(paper, next_clause, own))
        if command is not None and own_work and rest.end - rest.start > 15:
            parts.append(trim_action(paper, Span(start, at)))
            start = at + 1
    parts.append(trim_action(paper, Span(start, action.end)))
    return [p for p in parts if p.end > p.start]


def _add(walk: Walk, action: Span, whole: Span, leads: list[BodyMention], made: Made) -> None:
    paper = walk.paper
    reach = Span(min(action.start, whole.start), action.end)
    previous = [r for r in walk.made if r.sentence == whole]
    if previous:
        reach = Span(previous[-1].action.end, action.end)
    coord = [
        m
        for m in coordinating(paper, walk.bodies, action)
        if m.org_id not in {lead.org_id for lead in leads}
    ]
    found = deadlines_in(paper, reach, walk.clock, masked=walk.references)
    made_one = Requirement(action, whole, unique(leads), unique(coord), joined(found), made)
    for label in labels_inside(paper, walk.bodies, action):
        made_one = apply_label(paper, made_one, label, walk.clock)
    walk.made.append(made_one)
