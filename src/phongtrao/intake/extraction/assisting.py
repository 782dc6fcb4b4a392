"""Who is to assist: "phối hợp với …", "A cùng B …", "mời C tham gia", "…; D phối hợp …"."""

import re

from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.leads import Bodies, chain_at
from phongtrao.intake.extraction.records import BodyMention

_WITH = wrapped(
    r"\bphoi hop(?:\s+(?:chat che|thuong xuyen|hieu qua|tot|cac|dong bo|trong))*"
    r"(?:\s*,?\s*(?:voi|cung voi|cung))?(?:\s+chat che)?(?=[\s,:])|"
    r"\b(?:co|voi|duoc) su (?:tham gia|phoi hop|ho tro|giup do)(?:,? (?:phoi hop|ho tro))? cua|"
    r"\b(?:giao ban|hop) voi|\bcung(?: voi)?(?=\s)|\bket hop(?: chat che)?(?: (?:voi|cung))?(?=\s)|"
    r"\btham (?:khao|van) y kien(?: cua)?|\btranh thu su (?:ho tro|giup do|phoi hop) cua|"
    r"\bky(?: ket)?(?: (?:ke hoach|chuong trinh|quy che|thoa thuan|bien ban))?(?: phoi hop)?"
    r"(?: lien nganh)? voi"
)
_NOT_WITH = re.compile(r"c(?:ũ|ú|ủ)ng\b")
_INVITED = wrapped(r"\bmoi(?=\s)")
_NOT_ASKED = wrapped(r"\b(?:noi dung|cong tac|ket qua|viec|quy che|chuong trinh|ke hoach)\s+$")
# "…; Sở Tài chính có ý kiến về nguồn vốn": a short clause whose body only helps with the rest.
ASSISTS = wrapped(
    r"\s*,?\s*(?:(?:cung )?phoi hop(?! (?:voi|cung|chat che voi)\b)(?!,)|cung tham gia|"
    r"(?:co trach nhiem |se )?(?:(?:ho tro|giup|giup do)(?: (?:kiem tra|thuc hien|trien khai|"
    r"to chuc|"
    r"tuyen truyen|van dong|huong dan|xu ly)(?:\s+[^\s.;,]+){0,6}|(?:\s+[^\s.;,]+){0,4})|"
    r"(?:tham gia|phoi hop|cung tham gia|cu bao cao vien|cu can bo|cu luc luong|co y kien|"
    r"cung cap (?:thong tin|so lieu|tai lieu))(?:\s+[^\s.;,]+){0,8})(?=\s*(?:[.;]|$)))"
)
# "ký chương trình với Công an cùng cấp": the other party of each, no one's helper.
_SAME_LEVEL = wrapped(r"\bcung cap$")
_TOGETHER = wrapped(r"\s+cung(?: voi)?\s+(?:cac\s+)?$")


def coordinating(paper: Paper, bodies: Bodies, span: Span) -> list[BodyMention]:
    """The bodies that a clause tells to assist."""
    found: list[BodyMention] = []
    for said in _WITH.finditer(paper.key, span.start, span.end):
        agreed = said[0].startswith("ky")
        if not agreed and _NOT_ASKED.search(paper.key[max(0, said.start() - 20) : said.start()]):
            continue
        if _NOT_WITH.match(paper.low, said.start()):
            continue
        chain = chain_at(paper, bodies, said.end(), span.end)[0]
        found += [m for m in chain if not (agreed and _SAME_LEVEL.search(_words(paper, m)))]
    for said in _INVITED.finditer(paper.key, span.start, span.end):
        found += chain_at(paper, bodies, said.end(), span.end)[0]
    found += _helpers(paper, bodies, span)
    return list({m.org_id: m for m in reversed(found)}.values())[::-1]


def _words(paper: Paper, mention: BodyMention) -> str:
    return paper.key[mention.span.start : mention.span.end]


def _helpers(paper: Paper, bodies: Bodies, span: Span) -> list[BodyMention]:
    """ "…; Công an xã phối hợp thực hiện": a clause whose body only assists."""
    starts = [
        span.start,
        *(m.end() for m in re.finditer(r"[;,]\s*", paper.text[span.start : span.end])),
    ]
    helpers: list[BodyMention] = []
    for n, start in enumerate(starts[:40]):
        at = start if n == 0 else span.start + start
        chain, end = chain_at(paper, bodies, at, span.end)
        if chain and ASSISTS.match(paper.key, end, span.end):
            helpers += chain
    return helpers


def together(paper: Paper, leads: list[BodyMention]) -> tuple[list[BodyMention], list[BodyMention]]:
    """ "A cùng B vận động …": A leads, B assists."""
    for n in range(1, len(leads)):
        here = leads[n]
        gap = Span(leads[n - 1].span.end, here.span.start)
        if gap.start <= gap.end and _TOGETHER.fullmatch(paper.key, gap.start, gap.end):
            return leads[:n], leads[n:]
    return leads, []
