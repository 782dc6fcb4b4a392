"""Who signed, at the foot of a paper. Only officials in office; nobody else is kept.

Authority marks (TM., KT., TL., TUQ.): Decree 30/2020/NĐ-CP, Appendix I.
"""

import re

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.letters import LOWER, UPPER
from phongtrao.intake.extraction.records import BodyMention, Made, Signer
from phongtrao.intake.extraction.segment import is_upper, lines_of

_RANK = (
    r"(?:(?:đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|"
    r"đại úy|thượng úy|trung úy|ts|ths|pgs|gs)\.?\s+)"
)
RANK = re.compile(_RANK, re.IGNORECASE)
_WORD = rf"[{UPPER}](?:['’][{UPPER}])?[{LOWER}]{{0,7}}"
NAME = rf"{_WORD}(?:\s{_WORD}){{1,4}}"
_NAME_ONLY = re.compile(rf"(?:(?i:{_RANK}))*({NAME})")
_AUTHORITY = re.compile(r"^(tm|t/m|kt|k/t|tl|t/l|tuq|q)\s*[.:]")
_OFFICE = re.compile(
    r"\b(?:pho |quyen )?(?:chu tich|bi thu|giam doc|thu truong|bo truong|thu tuong|cuc truong|"
    r"truong ban|chanh van phong|tong bi thu|tong giam doc|truong phong|chi huy truong|"
    r"vien truong|chanh an|pho thu tuong|thuong truc|truong cong an|chanh thanh tra|hieu truong|"
    r"uy vien|thu truong co quan|thong ke|chanh thanh tra|cuc pho|truong doan)\b"
)
_CODES = {"tm": "TM", "t/m": "TM", "kt": "KT", "k/t": "KT", "tl": "TL", "t/l": "TL", "tuq": "TUQ"}
_FLAT_FOOT = re.compile(
    rf"[\s;.](?P<title>(?:[{UPPER}./,-]{{2,}}\s+){{2,16}})(?:(?i:{_RANK}))*(?P<name>{NAME})\s*$"
)
_BODY = re.compile(
    r"(?:Sở|Ban|Hội|Công An|Công an|Ủy ban|Uỷ ban|Phòng|Tỉnh|Bộ|Cục|Viện|Tòa|Toà|Văn phòng|Huyện|"
    r"Mặt trận|Báo|Như|Đảng|Trường)\s"
)
_SIGNED = re.compile(r"^\W*(?:da ky|ky ten|ky, dong dau|chu ky|ky va dong dau)")


def signers_of(paper: Paper, issuers: tuple[BodyMention, ...]) -> tuple[Signer, ...]:
    """The signers printed at the foot: a name under a title in capitals."""
    cells = _foot_cells(paper)
    found: list[Signer] = []
    titles: list[Span] = []
    authority: str | None = None
    for cell in cells:
        words, key = paper.quote(cell), paper.key[cell.start : cell.end]
        mark = _AUTHORITY.match(key)
        if mark:
            authority = authority if authority == "KT" and titles else _CODES.get(mark[1])
            if _OFFICE.search(key):
                titles.append(cell)
        elif is_upper(words) and _OFFICE.search(key):
            titles.append(cell)
        elif titles and _is_name(words):
            name = _NAME_ONLY.fullmatch(words.strip())
            if name:
                start = cell.start + paper.quote(cell).index(name[1])
                title = titles[min(len(found), len(titles) - 1)] if len(issuers) > 1 else titles[-1]
                span = Span(start, start + len(name[1]))
                org = _signed_for(issuers, len(found))
                found.append(Signer(span, title, authority, org, Made("D11")))
    return tuple(found) or _flat_signer(paper, issuers)


def _flat_signer(paper: Paper, issuers: tuple[BodyMention, ...]) -> tuple[Signer, ...]:
    """ "… KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG Họ Tên" at the end of a page without lines."""
    said = _FLAT_FOOT.search(paper.text, max(0, len(paper.text) - 220))
    if not said or not _OFFICE.search(paper.key, *said.span("title")):
        return ()
    mark = _AUTHORITY.match(paper.key[said.start("title") : said.end("title")])
    title = paper.trimmed(Span(*said.span("title")))
    authority = _CODES.get(mark[1]) if mark else None
    return (
        Signer(Span(*said.span("name")), title, authority, _signed_for(issuers, 0), Made("D11")),
    )


def _signed_for(issuers: tuple[BodyMention, ...], place: int) -> str | None:
    """The body signed for; of several the one in the same place of the head (not certain)."""
    return issuers[min(place, len(issuers) - 1)].org_id if issuers else None


def _is_name(words: str) -> bool:
    text = words.strip()
    if is_upper(text) or not _NAME_ONLY.fullmatch(text) or _BODY.match(text):
        return False
    bare = RANK.sub("", text).strip()
    return all(w[0].isupper() for w in bare.split()) and 2 <= len(bare.split()) <= 5


def _foot_cells(paper: Paper) -> list[Span]:
    """Cells (lines cut at bars and wide gaps) from the first authority or office line on."""
    cells: list[Span] = []
    floor = len(paper.text) * 2 // 5
    for line in lines_of(paper):
        if line.start < floor:
            continue
        for part in re.finditer(r"(?:(?!\s{3,}|[|\t]).)+", paper.quote(line)):
            span = paper.trimmed(Span(line.start + part.start(), line.start + part.end()))
            if span.end > span.start:
                cells.append(span)
    first = [
        n
        for n, c in enumerate(cells)
        if is_upper(paper.quote(c))
        and (
            _AUTHORITY.match(paper.key[c.start : c.end])
            or _OFFICE.search(paper.key[c.start : c.end])
        )
    ]
    if not first:
        return []
    return [c for c in cells[first[0] :] if not _SIGNED.match(paper.key[c.start : c.end])]
