"""The bodies of a paper: what the gazetteer finds, with what only the paper can tell.

Columns (tabs, bars, wide gaps) part names; a commune keeps its type word (``ca@x/phuong-y``); the
Party organisation of a body stands for that body; a list "sở, ban, ngành, đoàn thể" is one group.
"""

import re
from dataclasses import replace
from datetime import date

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.dates import days_in
from phongtrao.intake.extraction.named_places import in_named_places
from phongtrao.intake.extraction.records import BodyMention
from phongtrao.org.gazetteer.bodies import BodyGazetteer, province_slug
from phongtrao.org.gazetteer.country import load_country
from phongtrao.org.gazetteer.mentions import find_mentions
from phongtrao.org.gazetteer.province_of_text import province_of

_ADDRESS = re.compile(r"https?://\S{1,500}|www\.\S{1,500}|(?<!\w)[\w.+-]{1,64}@[\w.-]{1,80}")
_COLUMN_GAP = re.compile(r"[\t|]| {3,}")
_COMMUNE = re.compile(r"(?P<type>xa|phuong|dac\s+khu|thi\s+tran)\s+(?P<name>[a-z][a-z'\s-]{1,40})$")
_NEXT_LINE = re.compile(r"[ \t]*\n\s*")
_HEAD = 1500
# Where a paper is from stands in its first pages; a longer text is not searched for it.
_WHERE = 60_000
_NOT_COMMUNE = re.compile(r"thi\s+xa\s+[a-z' -]+$")


def bodies_of(paper: Paper, gazetteer: BodyGazetteer, numbers: list[Span]) -> list[BodyMention]:
    """Every body named in the paper, in order, not overlapping."""
    masked = [(s.start, s.end) for s in numbers]
    masked = sorted([*masked, *(m.span() for m in _ADDRESS.finditer(paper.text))])
    province = province_of(paper.text[:_WHERE], gazetteer)
    text = _COLUMN_GAP.sub(lambda gap: ";" * len(gap[0]), paper.text)
    unit = _issuing_unit(text, gazetteer, province)
    if province is None and unit is not None:
        province = _province_of_unit(paper, unit)
    found = [
        BodyMention(
            m.org_id,
            Span(m.start, m.end),
            current_id=gazetteer.current_id(m.org_id),
            sure=m.sure,
        )
        for m in find_mentions(
            text, gazetteer=gazetteer, province=province, unit=unit, masked=masked
        )
    ]
    found = [_in_known_group(m, gazetteer) for m in found]
    if unit is None:
        found = in_named_places(paper, found, gazetteer)
    return _with_commune_words(paper, [_in_unit(m, unit) for m in _joined(paper, found)])


_GENERAL = re.compile(
    r"cong an|to bao ve an ninh,? trat tu|cac (?:co quan|don vi),? (?:don vi|dia phuong)"
)
_PARTNER = re.compile(r"\s+voi\s+mat\s+tran")
_SAME_LEVEL = re.compile(r"\bcung\s+cap$")
_COUNTED = re.compile(r"\d\s*$")


def listed(paper: Paper, bodies: list[BodyMention]) -> list[BodyMention]:
    """The bodies worth listing: without counted things and words that name no body of their own.

    "1.284 Tổ bảo vệ an ninh, trật tự", "Công an cùng cấp", "các cơ quan, đơn vị".
    """
    return [m for m in bodies if not _only_general(paper, m)]


def _only_general(paper: Paper, mention: BodyMention) -> bool:
    words = " ".join(paper.key[mention.span.start : mention.span.end].split())
    if words == "cong an" and _PARTNER.match(paper.key, mention.span.end):
        return False
    if _GENERAL.fullmatch(words) or _SAME_LEVEL.search(words):
        return True
    before = paper.key[max(0, mention.span.start - 4) : mention.span.start]
    return mention.org_id.startswith("grp:") and bool(_COUNTED.search(before))


def _issuing_unit(text: str, gazetteer: BodyGazetteer, province: str | None) -> str | None:
    """The commune or district whose body stands in capitals at the head, as a slug."""
    for mention in find_mentions(text[:400], gazetteer=gazetteer, province=province):
        unit = mention.org_id.partition("/")[2]
        if unit and text[mention.start : mention.end].isupper():
            return unit
    return None


def _in_known_group(mention: BodyMention, gazetteer: BodyGazetteer) -> BodyMention:
    """A group that has no name of its own ("MTTQ các tỉnh") is that of all levels."""
    group, at, place = mention.org_id.partition("@")
    all_levels = re.sub(r"-(?:tinh|huyen|xa)$", "-cac-cap", group)
    if (
        not group.startswith("grp:")
        or group in gazetteer.groups
        or all_levels not in gazetteer.groups
    ):
        return mention
    return replace(mention, org_id=all_levels + at + place)


def _in_unit(mention: BodyMention, unit: str | None) -> BodyMention:
    """ "Huyện ủy" in a paper of a district is that district's."""
    kind, _, place = mention.org_id.partition("@")
    if unit is None or kind not in {"huyenuy", "dubn"} or "/" in place or not place:
        return mention
    return replace(mention, org_id=f"{mention.org_id}/{unit}")


def _province_of_unit(paper: Paper, unit: str) -> str | None:
    """The province of the one district or commune called so on the day; None where several are."""
    days = [d.iso() for d in days_in(paper, 0, _HEAD)]
    day = next((date.fromisoformat(iso) for iso in days if iso), None)
    if day is None:
        return None
    country = load_country()
    named = [v for v in country.living_on(day).values() if province_slug(v.name) == unit]
    for level in ("district", "commune"):
        places = [v for v in named if v.level == level]
        above = country.province_on(places[0].lineage_id, day) if len(places) == 1 else None
        if above:
            return country.provinces_with_slug.get(above.lineage_id)
    return None


def _joined(paper: Paper, found: list[BodyMention]) -> list[BodyMention]:
    """ "Đảng ủy Công an tỉnh" is the police's own; "sở, ban, ngành, đoàn thể" is one group."""
    made: list[BodyMention] = []
    for mention in found:
        last = made[-1] if made else None
        gap = paper.key[last.span.end : mention.span.start] if last else ""
        joined = _one_of_two(last, mention, gap) if last else None
        if joined is None:
            made.append(mention)
        else:
            made[-1] = joined
    return made


def _one_of_two(last: BodyMention, new: BodyMention, gap: str) -> BodyMention | None:
    whole = Span(last.span.start, new.span.end)
    kind = last.org_id.partition("@")[0]
    if kind == "dubn" and gap.isspace():
        return replace(new, span=whole)
    if kind == "bcs" and gap.isspace():
        return replace(last, span=whole)
    after = new.org_id.partition("@")[0]
    if kind == "grp:so-nganh" and after == "grp:doan-the" and re.fullmatch(r",\s*", gap):
        return replace(last, span=whole)
    return None


def _with_commune_words(paper: Paper, found: list[BodyMention]) -> list[BodyMention]:
    """The slugs of communes with their type word, from the mentions that print it."""
    full: dict[str, str] = {}
    for mention in found:
        place = mention.org_id.partition("/")[2]
        words = paper.key[mention.span.start : mention.span.end]
        said = None if _NOT_COMMUNE.search(words) else _COMMUNE.search(words)
        if said and place and "-".join(said["name"].split()) == place:
            full[place] = "-".join([*said["type"].split(), place])
    return [_renamed(paper, mention, full) for mention in found]


def _renamed(paper: Paper, mention: BodyMention, full: dict[str, str]) -> BodyMention:
    head, slash, place = mention.org_id.partition("/")
    if not slash:
        return mention
    for longer, whole in full.items():
        rest = longer.removeprefix(f"{place}-").replace("-", " ")
        after = _NEXT_LINE.match(paper.key, mention.span.end)
        if longer.startswith(f"{place}-") and after and paper.key.startswith(rest, after.end()):
            span = Span(mention.span.start, after.end() + len(rest))
            return replace(mention, org_id=f"{head}/{whole}", span=span)
    return replace(mention, org_id=f"{head}/{full.get(place, place)}")
