"""A paper cut into blocks (heading, item, paragraph, table row) and blocks into sentences.

Lines that a page or a scan wrapped are joined again; a page without line ends is cut at its list
marks. Depth grows inwards: I. = 1, 1. = 2, 1.1. = 3, a) = 4, plain paragraph = 5, dash = 6, + = 7.
"""

import re
from dataclasses import dataclass, replace

from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.letters import UPPER

PARAGRAPH = 5.0
# About 260 printed pages; what follows in a longer text is not read (a doubt says so).
MOST_BLOCKS = 12_000
MOST_LETTERS = 700_000
_MOST_LINES = 3 * MOST_BLOCKS
_MARKS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (0, re.compile(r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVX]{1,5}|\d{1,2}|THỨ \w+)[.:]?\s*")),
    (0, re.compile(rf"[A-HĐ][.)]\s+(?=[{UPPER}]{{2}})")),
    (1, re.compile(r"[IVX]{1,5}\s?[.)/-]\s*(?=\S)")),
    (1.5, re.compile(r"(?:Điều|ĐIỀU)\s+\d{1,3}[.:]\s*")),
    (4, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s+")),
    (3, re.compile(r"\d{1,2}\.\d{1,2}(?:[.)]?\s+|\s?[-–]\s*)(?=[^\W\d])")),
    (2, re.compile(rf"\d{{1,2}}[a-zđ]?\s?[.)/-](?:\s+|(?=[{UPPER}]))(?=\D)")),
    (2, re.compile(rf"[1-9]\d?[a-zđ]?\s?[°º]\s?[.)/-]?\s*(?=[{UPPER}])")),
    (3.5, re.compile(r"\(\d{1,2}[a-zđ]?\)\s*")),
    (4, re.compile(rf"\([a-zđ]\d?\)\s*|[a-zđ]\d?(?:[.)]\s+|\s?[/-]\s+|\s?[/-](?=[{UPPER}]))")),
    (6, re.compile(r"[-–—•*●▪]\s*(?=[^\s\d\-–—*])|[-–—•*●▪]\s+(?=\S)")),
    (7, re.compile(r"[+○o]\s+(?=\S)|\+(?=\S)")),
)
_INLINE_MARK = re.compile(
    r"(?<=[.;:!?…])\s+(?=(?:[IVX]{1,5}\.|\d{1,2}\.(?:\d{1,2}\.)?|[a-zđ]\)|\(\d{1,2}\)|[-–+•])\s+"
    rf"[{UPPER}“])"
    rf"|\s(?=[IVX]{{1,5}}\.\s+[{UPPER}]{{2,}})|\s(?=a\)\s+[{UPPER}])"
    r"|(?<=[./;])\s+(?=Nơi nhận\s*:)"
    rf"|(?<=[{UPPER}]{{2}})\s(?=\d{{1,2}}\.\s+[{UPPER}][^{UPPER}])"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’)\]]*\s+(?=[“\"‘(\[]?[^\W_])")
_NOT_AN_END = frozenset(
    [
        "tp",
        "tt",
        "tx",
        "tm",
        "kt",
        "tl",
        "tuq",
        "đ/c",
        "gs",
        "ts",
        "ths",
        "pgs",
        "bs",
        "q",
        "p",
        "st",
        "bt",
        "số",
        "khoản",
    ]
)
_FIRST_COLUMN = re.compile(r"(?:stt|tt|so tt)\W*")
# Words that no line of a heading or an item ends with: "… xong trước / 17 giờ ngày …".
_HANGS = re.compile(
    r"\b(?:truoc|ngay|thang|trong|den|va|cua|voi|cho|theo|tai|cac|nhung|bang|gom|hoac|cung|"
    r"cham nhat|nghi dinh|nam hoc|so)\Z"
)
_CLOSES = ".;:!?…"


@dataclass(frozen=True)
class Block:
    """One heading, item, paragraph or table row; ``body`` is ``span`` without its list mark."""

    span: Span
    body: Span
    mark: str
    depth: float
    row: bool = False


# Letters that tell whether a stretch is in capitals.
_ENOUGH = 400


def is_upper(text: str) -> bool:
    """Whether a stretch is printed in capitals."""
    letters = [c for c in text[:_ENOUGH] if c.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def readable(text: str) -> str:
    """The text up to where reading ends: enough for any paper, not for an attack."""
    text = text[:MOST_LETTERS]
    if text.count("\n") <= _MOST_LINES:
        return text
    lines = text.split("\n", _MOST_LINES)
    return text[: len(text) - len(lines[-1])]


def lines_of(paper: Paper) -> list[Span]:
    """The lines that are not empty, without the space around them."""
    return paper.lines


def blocks_of(paper: Paper) -> list[Block]:
    """The blocks of a paper, in order."""
    pieces: list[Span] = []
    for line in lines_of(paper):
        pieces.extend(_at_inline_marks(paper, line))
    width = _usual_width(pieces)
    blocks: list[Block] = []
    for piece in pieces:
        block = _block(paper, piece)
        if blocks and _continues(paper, blocks[-1], block, width):
            last = blocks[-1]
            blocks[-1] = replace(
                last,
                span=Span(last.span.start, piece.end),
                body=Span(last.body.start, piece.end),
            )
        else:
            blocks.append(block)
    return blocks


def _at_inline_marks(paper: Paper, line: Span) -> list[Span]:
    if line.end - line.start < 200 or is_row(paper.quote(line)):
        return [line]
    cuts = [m.span() for m in _INLINE_MARK.finditer(paper.text, line.start, line.end)]
    spans, start = list[Span](), line.start
    for cut_start, cut_end in cuts:
        spans.append(Span(start, cut_start))
        start = cut_end
    return [*spans, Span(start, line.end)]


def is_row(text: str) -> bool:
    """Whether a line is a row of a table written with bars or tabs."""
    return text.count("|") >= 2 or text.count("\t") >= 2 or text.count(" | ") >= 1


def _usual_width(pieces: list[Span]) -> int:
    lengths = sorted(p.end - p.start for p in pieces)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _block(paper: Paper, span: Span) -> Block:
    if is_row(paper.quote(span)):
        return Block(span, span, "", PARAGRAPH, row=True)
    for depth, mark in _MARKS:
        found = mark.match(paper.text, span.start, span.end)
        if found and found.end() < span.end:
            return Block(span, Span(found.end(), span.end), found[0].strip(), depth)
    return Block(span, span, "", PARAGRAPH)


def _continues(paper: Paper, last: Block, new: Block, width: int) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    if new.mark or new.row or last.row or paper.text.count("\n", last.span.end, new.span.start) > 1:
        return False
    tail, head = paper.text[last.span.end - 1], paper.text[new.span.start]
    if _FIRST_COLUMN.fullmatch(paper.key, new.span.start, new.span.end):
        return False
    full = _is_full_line(paper, last, width)
    if tail == ";" and (full or last.mark) and (head.islower() or (full and last.mark)):
        return True
    if tail in _CLOSES:
        return False
    capitals = is_upper(paper.quote(last.span))
    hangs = _HANGS.search(paper.key, max(last.span.start, last.span.end - 12), last.span.end)
    if head.islower() or tail == "," or (hangs and not capitals):
        return True
    return full and not capitals


def _is_full_line(paper: Paper, block: Block, width: int) -> bool:
    """Whether the last line of a block runs to the margin of a wrapped page."""
    last_line = paper.text.rfind("\n", block.span.start, block.span.end)
    length = block.span.end - max(last_line + 1, block.span.start)
    return width <= 130 and length >= 0.72 * width and length > 30


def sentences_of(paper: Paper, body: Span) -> list[Span]:
    """The sentences of a stretch, without the space around them."""
    spans, start = list[Span](), body.start
    for end in _SENTENCE_END.finditer(paper.text, body.start, body.end):
        after = paper.text[end.end()] if end.end() < body.end else ""
        if after in '“"‘([' and end.end() + 1 < body.end:
            after = paper.text[end.end() + 1]
        if not (after.isupper() or after.isdigit()) or _abbreviated(paper, start, end.start()):
            continue
        spans.append(paper.trimmed(Span(start, end.end())))
        start = end.end()
    spans.append(paper.trimmed(Span(start, body.end)))
    return [s for s in spans if s.end > s.start]


def _abbreviated(paper: Paper, start: int, dot: int) -> bool:
    word = re.split(r"\s", paper.low[max(start, dot - 8) : dot])[-1]
    return word in _NOT_AN_END or (word.isdigit() and dot - start <= 3)


_MODES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "skip",
        wrapped(
            r"\b(?:muc dich|muc tieu|quan diem|nguyen tac|(?<!nam\s)(?<!doi\s)tinh hinh|"
            r"ket qua|uu diem|han che|"
            r"ton tai|nguyen nhan|can cu|dac diem|chi tieu|nhung viec da lam|danh gia chung|"
            r"pham vi|doi tuong ap dung)\b|^yeu cau\W*$|^noi nhan"
        ),
    ),
    (
        "assign",
        wrapped(
            r"\b(?:to chuc thuc hien|phan cong|trach nhiem|kien nghi|de xuat|che do (?:thong tin|"
            r"bao cao)|thong tin,? bao cao|y kien chi dao|ket luan)\b"
        ),
    ),
    (
        "joint",
        wrapped(r"\b(?:noi dung,? (?:va )?(?:nhiem vu )?phoi hop|noi dung chuong trinh phoi hop)"),
    ),
    (
        "content",
        wrapped(
            r"\b(?:noi dung|nhiem vu|giai phap|bien phap|phuong huong|cong tac trong tam|"
            r"thoi gian|tien do|kinh phi|lo trinh|yeu cau)\b"
        ),
    ),
)


_ASKING = wrapped(r"\b(?:yeu cau|de nghi|giao|chi dao)\s*:\s*$")
_AHEAD = wrapped(
    r"\b(?:phuong huong|nhiem vu trong tam|trong tam (?:cong tac|nhiem vu|thoi gian)|"
    r"(?:thoi gian|nam|quy|thang|ky|giai doan) toi|tiep theo|sap toi|"
    r"(?:viec|cong viec|nhung viec)(?: can| phai| se)* lam(?! duoc)|can lam|"
    r"(?:0?6|sau|0?3|ba|0?9|chin) thang cuoi nam|nhung thang cuoi nam|"
    r"(?:nhiem vu|cong tac|ke hoach|chuong trinh|giai phap)\s+(?:quy|nam|thang|6 thang|"
    r"sau thang)\b)"
)


def section_mode(heading_key: str) -> str | None:
    """What a heading announces: skip, assign, joint, content; None = nothing we know.

    "Để hoàn thành mục tiêu, yêu cầu:" asks, whatever it names before.
    """
    if _ASKING.search(heading_key[:160]) or _AHEAD.search(heading_key[:160]):
        return "assign"
    for mode, words in _MODES:
        if words.search(heading_key[:160]):
            return mode
    return None


def is_heading(paper: Paper, block: Block) -> bool:
    """Whether a block is a title over others: marked or in capitals, short, without a full stop."""
    words = paper.quote(block.body)
    if block.row or len(words) > 170 or words[-1] in ".;,":
        return False
    if is_upper(words) and len(words) > 6:
        return True
    return bool(block.mark) and block.depth <= 4 and len(words) <= 140
