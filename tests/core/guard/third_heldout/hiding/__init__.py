"""Files with one value in one place, and honest files with the same places filled lawfully."""

import random
from collections.abc import Callable, Iterator
from functools import partial

from tests.core.guard.third_heldout import numbers
from tests.core.guard.third_heldout.honest import filled
from tests.core.guard.third_heldout.model import HiddenFile

from .pages import PAGE_PLACES, attached
from .sheets import SHEET_PLACES, number_cell
from .word_places import WORD_PLACES

SEED = 730_118
PLACES: dict[str, Callable[[str], bytes]] = {**WORD_PLACES, **SHEET_PLACES, **PAGE_PLACES}
STOPPED = frozenset({"refuse"})
KEPT_OUT = frozenset({"refuse", "hold"})
ACCEPTED = frozenset({"accept"})
# A label in front lets the place also be a sheet name or a value in a list, which are short.
WRITTEN = (("cccd", "CCCD "), ("mobile", "SĐT "), ("bhyt", "BHYT "), ("cccd", ""))
LAWFUL = ("Công văn {p_doc}", "Kế hoạch {p_doc}", "Biểu {n}", "Kỳ {month}/{year}")
HEADS: tuple[tuple[str, str, str], ...] = (
    ("Số CCCD", "cccd", "0"),
    ("CCCD", "cccd", "000000000000"),
    ("Số căn cước", "cccd", "General"),
    ("SĐT", "mobile", "0"),
    ("Số điện thoại", "mobile", "General"),
    ("SĐT", "mobile", "0000000000"),
)
SUMS = ("Kinh phí (đồng)", "Dự toán", "Số hộ", "Dân số", "Lượt người dự", "Mã dự án")


def _pictured(place: str) -> bool:
    return "picture-chunk" in place or "picture-exif" in place


def _file(place: str, at: int, make: Callable[[], bytes], expected: frozenset[str]) -> HiddenFile:
    return HiddenFile(place, f"{place}-{at}.{place.split('-', maxsplit=1)[0]}", make, expected)


def _numbers() -> Iterator[HiddenFile]:
    for at, (head, kind, look) in enumerate(HEADS):
        rng = random.Random(f"{SEED}-cell-{at}")
        number = int(numbers.MAKERS[kind](rng))
        hidden = at % 2 == 1
        place = "xlsx-number-cell-very-hidden" if hidden else "xlsx-number-cell"
        make = partial(number_cell, head, number, look, hidden=hidden)
        yield _file(place, at, make, STOPPED if kind == "cccd" else KEPT_OUT)


def _file_names() -> Iterator[HiddenFile]:
    samples = {
        "docx": WORD_PLACES["docx-body"],
        "xlsx": SHEET_PLACES["xlsx-cell"],
        "pdf": PAGE_PLACES["pdf-text"],
    }
    for ending, make in samples.items():
        for kind in ("cccd", "mobile"):
            number = numbers.MAKERS[kind](random.Random(f"{SEED}-name-{ending}-{kind}"))
            name = f"Ho so {number}.{ending}"
            yield HiddenFile("file-name", name, partial(make, "Tong hop chung"), KEPT_OUT)


def hiding_places() -> Iterator[HiddenFile]:
    """One number in each place, in two kinds or spellings."""
    for index, (place, make) in enumerate(PLACES.items()):
        for at in range(2):
            kind, label = WRITTEN[(index + 2 * at + at) % len(WRITTEN)]
            value = label + numbers.MAKERS[kind](random.Random(f"{SEED}-{place}-{at}"))
            expected = KEPT_OUT if kind == "mobile" or _pictured(place) else STOPPED
            yield _file(place, at, partial(make, value), expected)
    number = "CCCD " + numbers.cccd(random.Random(f"{SEED}-attached"))
    yield _file("pdf-attachment", 0, partial(attached, number), KEPT_OUT)
    yield from _numbers()
    yield from _file_names()


def hiding_controls() -> Iterator[HiddenFile]:
    """The same places with lawful values: every file is accepted."""
    for index, (place, make) in enumerate(PLACES.items()):
        if place == "docx-link-target":
            continue
        for at in range(2):
            rng = random.Random(f"{SEED}-control-{place}-{at}")
            value = filled(rng, LAWFUL[(index + at) % len(LAWFUL)])
            yield _file(place, at + 10, partial(make, value), ACCEPTED)
    for at, head in enumerate(SUMS):
        number = random.Random(f"{SEED}-sum-{at}").randint(4_100_000, 9_900_000)
        make = partial(number_cell, head, number, "#,##0", hidden=at % 2 == 1)
        yield _file("xlsx-number-cell", at + 10, make, ACCEPTED)
