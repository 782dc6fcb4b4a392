"""Areas: loading the packaged country, the tree of a day, texts resolved a second."""

import random
import time
from collections.abc import Callable
from datetime import date

from bench.figures import Figure
from phongtrao.org.gazetteer.country import Country, read_country
from phongtrao.org.gazetteer.resolve import resolve

RUNS, TEXTS = 5, 2_000
DAY = date(2026, 1, 1)


def measure() -> tuple[list[Figure], list[str]]:
    """Milliseconds of load and tree, texts a second."""
    country = read_country()
    texts = _texts(country)
    resolve(texts[0], DAY)  # the index of names is built once a process
    loads = [_seconds(read_country) * 1000 for _ in range(RUNS)]
    fresh = [read_country() for _ in range(RUNS)]
    trees = [_seconds(lambda c=c: c.tree_on(DAY)) * 1000 for c in fresh]
    rates = [TEXTS / _seconds(lambda: [resolve(text, DAY) for text in texts]) for _ in range(RUNS)]
    return [
        Figure("load the country", "ms", tuple(loads)),
        Figure("first tree of a day", "ms", tuple(trees)),
        Figure("resolve “xã …, tỉnh …”", "texts/s", tuple(rates)),
    ], [f"{TEXTS:,} different texts of communes with their province; one processor."]


def _texts(country: Country) -> list[str]:
    rand = random.Random(7)
    communes = [v for v in country.versions if v.level == "commune" and v.valid_to is None]
    chosen = rand.sample(communes, TEXTS)
    found = []
    for version in chosen:
        province = country.province_on(version.lineage_id, DAY)
        found.append(f"{version.type} {version.name}, {province.type} {province.name}")
    return found


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
