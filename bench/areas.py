"""Areas: loading, the tree of a day and of a province, texts resolved a second, the command."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date

from bench.figures import Figure
from phongtrao.core.vietnamese import fold
from phongtrao.org.gazetteer.country import Country, load_country, read_country
from phongtrao.org.gazetteer.records import AreaVersion
from phongtrao.org.gazetteer.resolve import Resolver

RUNS = 5
DAY = date(2026, 1, 1)
EVE = date(2025, 6, 30)


def measure() -> tuple[list[Figure], list[str]]:
    """Milliseconds of load, trees and command; texts a second, each asked for the first time."""
    country = load_country()
    loads = [_seconds(lambda: Resolver(read_country())) * 1000 for _ in range(RUNS)]
    trees = [_seconds(lambda: read_country().tree_on(EVE)) * 1000 for _ in range(RUNS)]
    command = [_seconds(_tree_command) * 1000 for _ in range(RUNS)]
    subtrees = [_seconds(lambda: list(_below(country, 1))) * 1000 / 63 for _ in range(RUNS)]
    return [
        Figure("load country and names", "ms", tuple(loads)),
        Figure("load and first tree of a day", "ms", tuple(trees)),
        Figure("`areas tree` as a command", "ms", tuple(command)),
        Figure("subtree of a province", "ms", tuple(subtrees)),
        *(_rate(name, kind) for name, kind in _KINDS.items()),
    ], ["Each run: every commune of 30/6/2025 once, by a resolver just loaded."]


def _rate(name: str, write: Callable[[list[AreaVersion]], str]) -> Figure:
    rand = random.Random(7)
    texts = [write(chain) for chain in _chains(load_country())]
    rates = []
    for _ in range(RUNS):
        resolver, chosen = Resolver(read_country()), rand.sample(texts, len(texts))
        rates.append(len(texts) / _seconds(lambda r=resolver, c=chosen: _resolve_all(r, c)))
    return Figure(f"resolve {name}", "texts/s", tuple(rates))


def _resolve_all(resolver: Resolver, texts: list[str]) -> None:
    for text in texts:
        resolver.resolve(text, EVE, DAY)


def _chains(country: Country) -> list[list[AreaVersion]]:
    """Each commune of the eve of the merger with its district and province."""
    chains = []
    for version in country.tree_on(EVE).versions:
        if version.level == "commune":
            district = country.version_on(version.parent_id or 0, EVE)
            province = country.province_on(version.lineage_id, EVE)
            chains.append([each for each in (version, district, province) if each])
    return chains


def _below(country: Country, lineage_id: int) -> Iterator[AreaVersion]:
    for version in country.children_on(lineage_id, EVE):
        yield version
        yield from _below(country, version.lineage_id)


def _tree_command() -> None:
    command = [sys.executable, "-m", "phongtrao", "areas", "tree", "--on", str(EVE), "--json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


_SHORT = {
    "xã": "X.", "phường": "P.", "thị trấn": "TT.", "quận": "Q.", "huyện": "H.", "thị xã": "TX.",
    "thành phố": "TP.", "tỉnh": "T.",
}  # fmt: skip
_KINDS: dict[str, Callable[[list[AreaVersion]], str]] = {
    "“xã …, huyện …, tỉnh …”": lambda chain: ", ".join(f"{v.type} {v.name}" for v in chain),
    "“UBND X. … - H. … - T. …”": lambda chain: (
        "UBND " + " - ".join(f"{_SHORT[v.type]} {v.name}" for v in chain)
    ),
    "“xa …, tinh …” without marks": lambda chain: fold(
        f"{chain[0].type} {chain[0].name}, {chain[-1].type} {chain[-1].name}"
    ),
}
