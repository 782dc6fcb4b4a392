"""The province a paper belongs to: from its place line, the names in it, a page's address."""

import re
from collections import Counter

from phongtrao.org.gazetteer.bodies import BodyGazetteer, load_bodies
from phongtrao.org.gazetteer.mentions import trie_of
from phongtrao.org.gazetteer.name_trie import folded, split_words

_PLACE_LINE = re.compile(r"^\s*(?:tp\.?\s*)?([a-z][a-z \-]{2,25}),\s*ngay\b", re.MULTILINE)
_NAMED = re.compile(r"\b(?:tinh(?: uy| doan)?|thanh (?:uy|pho)|tp\.?)\s+(?=[a-z])")


def province_of(text: str, gazetteer: BodyGazetteer | None = None) -> str | None:
    """The province a paper belongs to: its place line, else the one named most (first of equals).

    Falls back on a page's address (thanhhoa.dcs.vn).
    """
    gazetteer = gazetteer or load_bodies()
    key = folded(text)
    slugs = {s.replace("-", ""): s for s in gazetteer.provinces}
    for line in _PLACE_LINE.finditer(key[:6000]):
        slug = slugs.get(re.sub(r"[^a-z]", "", line[1]))
        if slug and slug != "ha-noi":
            return slug
    trie, words = trie_of(gazetteer), split_words(key, [])
    named: Counter[str] = Counter()
    for i, word in enumerate(words):
        if i and words[i - 1].key in {"tinh", "uy", "pho", "tp", "an"} and word.gap == "near":
            for _, name in trie.match(text, words, i):
                if name.sort == "province" and text[word.start].isupper():
                    named[name.id] += 1
    host = re.search(r"\b([a-z]{5,14})\.(?:dcs|gov)\.vn", key)
    if host and slugs.get(host[1]):
        return slugs[host[1]]
    return named.most_common(1)[0][0] if named else None
