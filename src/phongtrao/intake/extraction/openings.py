"""Headings and opening sentences: they say who is addressed by the blocks below them."""

import re

from phongtrao.intake.extraction.canon import Span, wrapped
from phongtrao.intake.extraction.clauses import clauses_of, only_vague
from phongtrao.intake.extraction.records import BodyMention
from phongtrao.intake.extraction.segment import PARAGRAPH, Block, section_mode, sentences_of
from phongtrao.intake.extraction.walk import Frame, Walk

PARTIES = wrapped(
    r"\b(?:hai|ba|bon|cac) (?:ben|bo|nganh|co quan|don vi)(?: thong nhat)?\b|\bmoi ben\b|"
    r"\blien nganh\b(?! so)"
)

_SPEECH = wrapped(r"\b(?:yeu cau|de nghi|chi dao|luu y|ket luan)\b")

_JOINT_SAID = wrapped(r"noi dung phoi hop(?: bao gom| gom| nhu sau)?\s*:?\s*$")

BODY_NOUN = wrapped(
    r"(?:Đề nghị |Các |Đối với |Giao )?(?:[Ss]ở|Ban|Hội|Ngân hàng|Viễn thông|Bưu điện|Công ty|"
    r"Trường|Đài|Báo|Chi cục|Cục|"
    r"Trung tâm|Phòng|Đoàn|Liên |Điện lực|Thuế|Hải quan|Kho bạc|Văn phòng|Thủ trưởng|Viện|Tòa|"
    r"Toà|Tổ|Đồn|Bộ|"
    r"Công an|Ủy ban|Uỷ ban|UBND|HĐND|MTTQ|Mặt trận|LĐLĐ|Tỉnh|Thành|Huyện|Đảng|Chi bộ|Thôn|"
    r"Quỹ|Tổng|Hiệp hội|Hạt|Trạm|Bảo hiểm|[Dd]oanh nghiệp|[Cc]ơ "
    r"quan|[Đđ]ơn vị|Thanh tra|Đội)(?!\w)"
)


def leave_frames(walk: Walk, block: Block, following: Block | None) -> None:
    """Forget who was addressed by headings at the depth of the block or deeper."""
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


def push(
    walk: Walk,
    block: Block,
    following: Block | None,
    leads: list[BodyMention],
    *,
    named: bool = False,
) -> None:
    """Address the blocks below this one to ``leads``."""
    depth = _depth_of_opening(block, following)
    while walk.frames and walk.frames[-1].depth >= depth:
        walk.frames.pop()
    walk.frames.append(Frame(depth, leads, named))
    if walk.mode == "skip" and walk.modes and walk.modes[-1][0] > depth:
        walk.modes.pop()


def opens_list(walk: Walk, block: Block, following: Block | None) -> bool:
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
    push(walk, block, following, asked[-1].leads)
    return True


def opens(words: str) -> bool:
    """Whether a block that names only bodies is a heading over what follows."""
    return words.rstrip().endswith(":") or not words.rstrip().endswith((".", ";", ","))


def is_section(walk: Walk, block: Block) -> bool:
    """Whether a block is the title of a section we know."""
    words = walk.paper.key[block.body.start : block.body.end]
    return block.depth <= 1 and section_mode(words) is not None


_WORK_AHEAD = wrapped(r"\b(?:nhiem vu|giai phap|phuong huong|chuong trinh|ke hoach)\b")


def _mode_here(walk: Walk, words: str) -> str | None:
    """What a heading announces in this kind of paper.

    "Yêu cầu" is an aim of a plan but an order of a conclusion; the tasks of a report are its end.
    """
    mode = section_mode(words)
    if mode == "skip" and walk.kind in {"conclusion", "dispatch"}:
        return "assign" if re.fullmatch(r"\W*yeu cau\W*", words) else mode
    if walk.kind == "report" and mode != "skip" and _WORK_AHEAD.search(words[:160]):
        return "assign"
    return mode


def _depth_of_section(walk: Walk, block: Block, following: Block | None) -> float:
    if not block.mark and walk.paper.quote(block.body).isupper():
        return 0.5
    return _depth_of_opening(block, following)


def open_section(walk: Walk, block: Block, following: Block | None) -> None:
    """Begin a section: what it holds, and whom its heading addresses."""
    paper = walk.paper
    words = paper.key[block.body.start : block.body.end]
    mode = _mode_here(walk, words)
    depth = _depth_of_section(walk, block, following)
    if not block.mark:
        while walk.modes and walk.modes[-1][0] >= depth:
            walk.modes.pop()
    if walk.parties and is_joint(walk) and PARTIES.match(words):
        mode = "joint"
    if mode == "joint" or (mode == "content" and is_joint(walk)):
        walk.modes.append((depth, "joint"))
        if walk.parties:
            push(walk, block, following, walk.parties)
    elif mode:
        walk.modes.append((depth, mode))
    elif (
        walk.mode == "assign" and block.depth >= 2 and BODY_NOUN.match(paper.text, block.body.start)
    ):
        push(walk, block, following, walk.bodies.within(block.body) or [_unlisted(block)])
    elif walk.mode not in {"skip", "joint"}:
        named = [c for c in clauses_of(paper, walk.bodies, block.body, ordered=True) if c.leads]
        if named and words.rstrip().endswith(":"):
            push(walk, block, following, named[0].leads)


def is_joint(walk: Walk) -> bool:
    """Whether the paper is of two or more parties."""
    return len(walk.parties) >= 2


def _unlisted(block: Block) -> BodyMention:
    """A body that the gazetteer does not know: its words without an identifier."""
    return BodyMention("", block.body, sure=False)


def open_list(walk: Walk, block: Block, following: Block, sentence: Span) -> None:
    """An opening sentence ("… yêu cầu các sở thực hiện các nội dung sau:")."""
    paper = walk.paper
    words = paper.key[sentence.start : sentence.end]
    if _JOINT_SAID.search(words) or (PARTIES.search(words) and walk.parties):
        walk.modes.append((_depth_of_opening(block, following), "joint"))
        push(walk, block, following, walk.parties)
        return
    asked = [c for c in clauses_of(paper, walk.bodies, sentence, ordered=True) if c.leads]
    leads = [m for c in asked[-1:] for m in c.leads]
    if (not leads or only_vague(leads)) and walk.addressees and _SPEECH.search(words):
        leads = walk.addressees
    if leads:
        walk.speech = leads
        push(walk, block, following, leads)
    else:
        walk.pending = block if block.mark else None
