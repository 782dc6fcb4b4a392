""" "Công an thành phố", "UBND huyện" in a paper that tells of one city or district: that one.

A province's own paper says "Công an huyện" of all its districts; so a district or commune must be
named often before the bare word means it. A city is meant as soon as it is the only one named.
"""

import re
from collections import Counter
from dataclasses import replace

from phongtrao.intake.extraction.canon import Paper
from phongtrao.intake.extraction.records import BodyMention
from phongtrao.org.gazetteer.bodies import BodyGazetteer

_NAMED = re.compile(r"\b(thanh\s+pho|tp\.?|huyen|thi\s+xa|quan|xa|phuong)\s+[a-z]")
_BARE = re.compile(r"(?<!cac)(?<!cap)\s(thanh\s+pho|tp|huyen|thi\s+xa|xa|phuong)$")
_OFTEN = 2


def in_named_places(
    paper: Paper, found: list[BodyMention], gazetteer: BodyGazetteer
) -> list[BodyMention]:
    """The mentions, those with a bare level word placed in the one place of that level."""
    named: dict[str, Counter[str]] = {}
    for mention in found:
        place = mention.org_id.partition("@")[2]
        said = _NAMED.search(paper.key, mention.span.start, mention.span.end)
        if said and "/" in place:
            named.setdefault(_level(said[1]), Counter())[place] += 1
    only = {
        level: next(iter(places))
        for level, places in named.items()
        if len(places) == 1 and (level == "thanh pho" or places.total() >= _OFTEN)
    }
    return [_placed(paper, m, only, gazetteer) for m in found] if only else found


def _level(words: str) -> str:
    plain = " ".join(words.split()).rstrip(".")
    return "thanh pho" if plain == "tp" else plain


def _placed(
    paper: Paper, mention: BodyMention, only: dict[str, str], gazetteer: BodyGazetteer
) -> BodyMention:
    said = _BARE.search(paper.key[mention.span.start : mention.span.end])
    place = only.get(_level(said[1])) if said else None
    kind, _, where = mention.org_id.partition("@")
    if place is None or "/" in where:
        return mention
    if kind.startswith("grp:"):
        of_group = [k.id for k in gazetteer.kinds.values() if kind in _groups(k.id, k.groups)]
        return replace(mention, org_id=f"{of_group[0]}@{place}") if of_group else mention
    province = gazetteer.provinces.get(where)
    if where != place.partition("/")[0] or (province and province.city):
        return mention
    return replace(mention, org_id=f"{kind}@{place}")


def _groups(kind: str, groups: dict[str, str]) -> set[str]:
    return {f"grp:{kind}-huyen", f"grp:{kind}-xa", *groups.values()}
