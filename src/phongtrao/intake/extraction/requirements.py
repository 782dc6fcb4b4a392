"""What a paper asks for: walk the blocks, keep who was last addressed, read each sentence."""

import re
from dataclasses import replace

from phongtrao.intake.extraction.asked import read_sentence
from phongtrao.intake.extraction.assisting import coordinating
from phongtrao.intake.extraction.canon import Span
from phongtrao.intake.extraction.clauses import trim_action
from phongtrao.intake.extraction.deadlines import deadlines_in, joined
from phongtrao.intake.extraction.labels import Label, apply_label, label_of
from phongtrao.intake.extraction.leads import inherited, names_only_bodies, unique
from phongtrao.intake.extraction.openings import (
    is_section,
    leave_frames,
    open_list,
    open_section,
    opens,
    opens_list,
    push,
)
from phongtrao.intake.extraction.records import BodyMention, Made, Requirement
from phongtrao.intake.extraction.segment import Block, is_heading, sentences_of
from phongtrao.intake.extraction.tables import Row, cells_of, columns_of, row_of, stacked_rows
from phongtrao.intake.extraction.walk import Walk

# How far the name of the last addressee may go on after what the gazetteer knows of it.
_REST_OF_A_NAME = 60
_CLOSING = re.compile(r"(?:tren day la|noi nhan|luu\s*:|kinh gui)")

_LIST_FOLLOWS = re.compile(r"(?:sau(?: day)?|gom|nhu sau|noi dung|nhiem vu|viec)\s*:$|:$")


def requirements_of(walk: Walk, blocks: list[Block], start: int) -> list[Requirement]:
    """Every requirement in the blocks of the paper from ``start`` (the end of its head) on."""
    blocks = [_after(walk, b, start) for b in blocks if b.span.end > start]
    to = walk.addressees[-1].span.end if walk.addressees else 0
    blocks = [b for b in blocks if b.span.start >= to or not _addresses(walk, b, to)]
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
            at = _after_foot(walk, blocks, at)
            continue
        _read_block(walk, block, blocks[at + 1] if at + 1 < len(blocks) else None)
        at += 1
    return walk.made


def _addresses(walk: Walk, block: Block, to: int) -> bool:
    """Whether a block belongs to the list after "Kính gửi:" that ends at ``to``."""
    listed = bool(block.mark) or walk.paper.key.startswith("kinh gui", block.body.start)
    return listed and block.span.end - to <= _REST_OF_A_NAME


def _after(walk: Walk, block: Block, start: int) -> Block:
    """The block without what belongs to the head (a headline and the first lines in one)."""
    if walk.kind != "news" or block.span.start >= start:
        return block
    rest = walk.paper.trimmed(Span(start, block.span.end))
    return replace(block, span=rest, body=rest)


def _is_foot(walk: Walk, block: Block) -> bool:
    return walk.paper.key.startswith("noi nhan", block.body.start)


_APPENDIX = re.compile(r"(?:phu luc|bang phan cong|danh muc nhiem vu)\b")


def _after_foot(walk: Walk, blocks: list[Block], at: int) -> int:
    """The place of an appendix after "Nơi nhận" and the signature, else the end."""
    walk.frames.clear()
    walk.modes.clear()
    for n in range(at + 1, len(blocks)):
        if _APPENDIX.match(walk.paper.key, blocks[n].body.start):
            return n
    return len(blocks)


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
    if not leads and row.lead and any(c.isalpha() for c in paper.quote(row.lead)):
        leads = [BodyMention("", row.lead, sure=False)]
    if not leads:
        leads = inherited(walk.leads or walk.parties)
    action = trim_action(paper, row.content)
    made = Made("T08", "certain" if leads and all(m.sure for m in leads) else "check")
    walk.made.append(
        Requirement(action, row.span, unique(leads), unique(coord), joined(found), made)
    )


def _read_block(walk: Walk, block: Block, following: Block | None) -> None:
    paper = walk.paper
    leave_frames(walk, block, following)
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
    if named and (block.mark or words.endswith(":")) and (children or opens(words)):
        push(walk, block, following, named, named=True)
        return
    if named and not children and not opens(words):
        return
    if words.endswith(":") and opens_list(walk, block, following):
        return
    if is_heading(paper, block) and (
        children or table_next or not block.mark or is_section(walk, block)
    ):
        open_section(walk, block, following)
        walk.pending = block if block.mark and block.depth >= 2 else None
        walk.waiting = []
        return
    _read_sentences(walk, block, following)


def _attach(walk: Walk, label: Label) -> None:
    """ "Đơn vị chủ trì: …" below an item belongs to the item."""
    if walk.pending is not None and label.name != "lead":
        walk.waiting.append(label)
        return
    if walk.pending is not None:
        action = trim_action(walk.paper, walk.pending.body)
        base = Requirement(action, walk.pending.span, (), (), None, Made("T07", "check"))
        for earlier in walk.waiting:
            base = apply_label(walk.paper, base, earlier, walk.clock)
        walk.made.append(base)
        walk.pending = None
    walk.waiting = []
    if walk.made:
        walk.made[-1] = apply_label(walk.paper, walk.made[-1], label, walk.clock)
        if not walk.made[-1].lead and label.name != "lead":
            leads = inherited(walk.leads)
            walk.made[-1] = replace(walk.made[-1], lead=unique(leads))


def _read_sentences(walk: Walk, block: Block, following: Block | None) -> None:
    paper = walk.paper
    walk.pending = None
    walk.waiting = []
    walk.speaking = False
    walk.block_leads = []
    sentences = sentences_of(paper, block.body)[: walk.sentences_left]
    walk.sentences_left -= len(sentences)
    for n, sentence in enumerate(sentences):
        last = n == len(sentences) - 1
        words = paper.key[sentence.start : sentence.end].rstrip()
        if last and _LIST_FOLLOWS.search(words) and following is not None:
            open_list(walk, block, following, sentence)
            continue
        whole = block.span if len(sentences) == 1 else sentence
        if n == 0 and len(sentences) > 1:
            whole = Span(block.span.start, sentence.end)
        read_sentence(walk, sentence, whole, item=bool(block.mark) and n == 0)
    if not walk.made or walk.made[-1].sentence.start < block.span.start:
        walk.pending = block if block.mark else None
