"""Lists of bodies in a sentence: who is asked, who is to assist."""

import re
from bisect import bisect_left
from dataclasses import replace

from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.records import BodyMention

_TITLES = (
    r"cac\b|dong chi\b|d/c\b|thu truong\b|giam doc\b|chu tich\b|bi thu\b|lanh dao\b|truong\b|"
    r"nguoi dung dau\b|cap uy\b|tap the\b|toan the\b|ban\b(?= giam doc| lanh dao)|chi huy\b|"
    r"bo truong\b|vien truong\b|chanh an\b|tong giam doc\b|cuc truong\b|chanh van phong\b|"
    r"tu lenh\b|chi huy truong\b|chu nhiem\b|thong doc\b|hieu truong\b|"
    r"pho\b(?= giam doc| chu tich)|truong ban\b|thuong truc\b|tinh\b|va toi\b"
)
_JOIN = wrapped(rf"(?:[\s,;]|[-–](?=\s)|va\b|cung\b|cung voi\b|hoac\b|{_TITLES}|doi voi\b)*")
_FILL = wrapped(
    rf"(?:[\s,:]|{_TITLES}|cho\b|doi voi\b|toi\b|den\b(?= cac)|voi\b|(?:trong )?thoi gian toi\b|"
    r"chat che\b|thuong xuyen\b|hieu qua\b|cung\b|tu nay\b|ngay tu bay gio\b|trach nhiem cua\b)*"
)
_TAIL = wrapped(
    r"(?:(?:\s*,\s*(?:va\s+)?|\s+va\s+)(?:cac\s+)?(?:co quan|don vi|dia phuong|doan the|"
    r"nganh)\b|\s+(?:co\s+)?lien quan\b|\s+tren dia ban(?: toan)?(?: tinh)?\b|"
    r"\s+(?:cac cap|truc thuoc|khac|con lai|noi tren|neu tren|so tai)\b|"
    r"\s+(?:cua|thuoc)\s+(?:tinh|thanh pho)\b(?:\s+(?:kon tum|quang \w+))?|"
    r"\s*,?\s+(?:(?:o|thuoc|tai|cua)\s+)?(?:cac\s+)?(?:khu vuc|vung|dia ban|noi)?\s*(?:ven bien|"
    r"bien gioi|vung cao|vung sau|vung xa|mien nui|hai dao|bai ngang|giap ranh|giap bien|"
    r"trong diem|noi thanh|ngoai thanh|dong dan cu|kho khan)\b(?:\s*,\s*(?=vung|bien|mien|hai)|"
    r"\s+va(?= vung| bien| mien| hai))?)+"
)
_BRACKET = wrapped(r"\s*\([^()\n]{1,80}\)")
_LONGEST_LIST = 1500
_APPOSITION = wrapped(r"\s*(?:[-–]|,?\s*la)\s*$")


class Bodies:
    """The bodies of a paper, in order, for quick look-up by place."""

    def __init__(self, mentions: list[BodyMention]) -> None:
        self.all = mentions
        self._starts = [m.span.start for m in mentions]

    def within(self, span: Span) -> list[BodyMention]:
        """The bodies named inside a stretch."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [m for m in self.all[first:last] if m.span.end <= span.end]

    def before(self, at: int) -> list[BodyMention]:
        """The bodies named before a place, nearest last."""
        return self.all[max(0, bisect_left(self._starts, at) - 40) : bisect_left(self._starts, at)]


def chain_at(paper: Paper, bodies: Bodies, at: int, end: int) -> tuple[list[BodyMention], int]:
    """The list of bodies that begins at ``at`` (titles and fillers may stand before), and its end.

    An apposition ("Công an tỉnh - Cơ quan Thường trực …", "(…)") names no further body.
    """
    fill = _FILL.match(paper.key, at, end)
    start = fill.end() if fill else at
    chain: list[BodyMention] = []
    last = at
    for mention in bodies.within(Span(at, min(end, at + _LONGEST_LIST))):
        if mention.span.start < last:
            continue
        gap = paper.key[last : mention.span.start]
        joins = (not chain and mention.span.start <= start) or (
            bool(chain) and bool(gap) and bool(_JOIN.fullmatch(gap))
        )
        if not joins:
            break
        if not (chain and _is_parent(chain[-1], mention, gap)):
            chain.append(mention)
        bracket = _BRACKET.match(paper.key, mention.span.end, end)
        last = bracket.end() if bracket else mention.span.end
    tail = _TAIL.match(paper.key, last, end) if chain else None
    return chain, tail.end() if tail else last if chain else at


_SUB_BODY = wrapped(r"(?:p[vcax]\d\d|px\d\d|[vcahx]\d\d|vp-bca|pv01)(?:@|$)")


def _is_parent(last: BodyMention, new: BodyMention, gap: str) -> bool:
    """ "Công an tỉnh - Cơ quan Thường trực …", "Phòng PV05 Công an tỉnh": one body, not two."""
    if _APPOSITION.fullmatch(gap) and "bcd" in new.org_id:
        return True
    above = new.org_id.startswith(("ca@", "bca"))
    return (not gap.strip() or gap.strip() == "," or gap.strip() == "thuoc") and (
        above and bool(_SUB_BODY.match(last.org_id) or last.org_id.startswith("grp:phong-nv"))
    )


def inherited(leads: list[BodyMention]) -> list[BodyMention]:
    """The same bodies, marked as named elsewhere."""
    return [replace(m, inherited=True) for m in leads]


def unique(leads: list[BodyMention]) -> tuple[BodyMention, ...]:
    """Each body once, in order."""
    seen: dict[str, BodyMention] = {}
    for m in leads:
        seen.setdefault(m.org_id, m)
    return tuple(seen.values())


_ASKS = wrapped(r"\b(?:yeu cau|de nghi|giao|phan cong|kien nghi)\b")


def _after_trigger(paper: Paper, named: list[BodyMention]) -> list[BodyMention]:
    """ "Sở X yêu cầu các trường …": the asker is not among the asked."""
    for n in range(len(named) - 1, 0, -1):
        if _ASKS.search(paper.key[named[n - 1].span.end : named[n].span.start]):
            return named[n:]
    return named


_ONLY_BODIES = wrapped(
    r"(?:[\s,;:.\-–/&0-9()]|\(.{0,80}\)|va|cac|cung|voi|giao|yeu cau|de nghi|phan cong|doi voi|"
    r"trach nhiem(?: cua)?|nhiem vu(?: cua)?|cua|tinh|la|co quan thuong truc|thuong truc|dong chi|"
    r"thu truong|bo truong|vien truong|chanh an|cuc truong|truong phong|truong|chi huy truong|"
    r"giam doc|chu tich|lanh dao|chi dao|kien nghi|cho|lien quan|co|truc thuoc|thuoc|"
    r"toan tinh|tren dia ban(?: tinh)?|cap tinh|huyen|thi xa|thanh pho|xa|phuong|dac khu|don vi|"
    r"dia phuong|nganh|so|ban|don|vi|hoi|doan the|co quan|to chuc|thanh vien|khac|con lai|de xuat)*"
)


def names_only_bodies(paper: Paper, bodies: Bodies, span: Span) -> list[BodyMention]:
    """The bodies of a stretch that names nothing else (a heading, a cell); [] otherwise."""
    named = bodies.within(span)
    if not named:
        return []
    rest, last = [], span.start
    for m in named:
        rest.append(paper.key[last : m.span.start])
        last = m.span.end
    rest.append(paper.key[last : span.end])
    if not all(len(r) < 120 and _ONLY_BODIES.fullmatch(r) for r in rest):
        return []
    named = _after_trigger(paper, named)
    kept = [named[0]]
    for m in named[1:]:
        gap = paper.key[kept[-1].span.end : m.span.start]
        if gap.rstrip().endswith("(") or re.search(r"\(\s*(?:co quan thuong truc )?$", gap):
            continue
        if not (("bcd" in m.org_id) and re.search(r"[-–(]|\bla\b", gap)):
            kept.append(m)
    return kept
