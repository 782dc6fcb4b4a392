"""What the words around a number say that a paper does to the one it names (Decree 30/2020)."""

import re
from collections.abc import Iterable

from phongtrao.core.vietnamese import fold_keep_length
from phongtrao.portal.drawing.records import Relation

_BEFORE, _AFTER = 160, 60
_SENTENCE_END = re.compile(r"[;\n]|\.(?=\s)")
_UNDONE = re.compile(
    r"\b(?:duoc|bi) (?:thay the|bai bo|sua doi(?:, bo sung)?) (?:boi|bang|tai|theo)\b"
)
_WORDS = (
    (Relation.REPLACES, re.compile(r"\b(?:thay the|thay cho|bai bo|huy bo)\b")),
    (Relation.AMENDS, re.compile(r"\b(?:sua doi|bo sung|dieu chinh|dinh chinh)\b")),
    (Relation.EXTENDS, re.compile(r"\b(?:gia han|keo dai)\b")),
    (Relation.BASIS, re.compile(r"\bcan cu\b")),
    (
        Relation.CARRIES_OUT,
        re.compile(r"\b(?:thuc hien|trien khai|cu the hoa|theo tinh than|quan triet)\b"),
    ),
)
_ENDED = re.compile(r"[^\w]*(?:het hieu luc|bi bai bo|bi thay the)\b")


def relation_in(text: str, start: int, end: int) -> Relation:
    """The relation said around the mention at `start`–`end` of a paper's text."""
    if not 0 <= start < end <= len(text):
        return Relation.NAMES
    if _ENDED.match(fold_keep_length(text[end : end + _AFTER])):
        return Relation.REPLACES
    before = fold_keep_length(text[max(0, start - _BEFORE) : start])
    sentence = _SENTENCE_END.split(before)[-1]
    if _UNDONE.search(sentence):  # there the named paper is the one that does it
        return Relation.NAMES
    return next((relation for relation, words in _WORDS if words.search(sentence)), Relation.NAMES)


def strongest(relations: Iterable[Relation]) -> Relation:
    """Of several mentions of one paper the one that does most to it."""
    order = list(Relation)
    return min(relations, key=order.index, default=Relation.NAMES)
