"""An oracle for roll-ups, written from DESIGN.md alone: slow, plain, sharing no code with ours.

A small country with a merger that joins, keeps and cuts communes (1/7/2025), and a later split
(1/3/2026). Figures are plain dictionaries; every answer is found by walking from each area.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

MERGER, SPLIT = date(2025, 7, 1), date(2026, 3, 1)
START, END = date(2025, 1, 1), date(9999, 1, 1)

# lineage: [(code, name, level, parent, first day, end)]
AREAS: dict[int, list[tuple[str, str, str, int | None, date, date]]] = {
    1: [("VN", "Việt Nam", "country", None, START, END)],
    2: [("01", "Cũ Một", "province", 1, START, MERGER)],
    3: [("02", "Cũ Hai", "province", 1, START, MERGER)],
    4: [("01", "Mới", "province", 1, MERGER, END)],
    5: [("09", "Yên", "province", 1, START, END)],
    21: [("011", "Huyện Một", "district", 2, START, MERGER)],
    31: [("021", "Huyện Hai", "district", 3, START, MERGER)],
    101: [("00101", "A", "commune", 21, START, MERGER)],
    102: [("00102", "B", "commune", 21, START, MERGER)],
    103: [("00103", "C", "commune", 31, START, MERGER)],
    104: [("00104", "D", "commune", 31, START, MERGER)],
    105: [("00105", "E", "commune", 31, START, MERGER)],
    106: [
        ("00106", "G", "commune", 31, START, MERGER),
        ("00106", "G", "commune", 4, MERGER, END),
    ],
    # The code of A is used again for another place.
    201: [("00101", "Đông", "commune", 4, MERGER, END)],
    202: [("00202", "Tây", "commune", 4, MERGER, END)],
    203: [("00203", "Nam", "commune", 4, MERGER, SPLIT)],
    301: [("00301", "Nam Một", "commune", 4, SPLIT, END)],
    302: [("00203", "Nam Hai", "commune", 4, SPLIT, END)],
    107: [("00107", "H", "commune", 5, START, END)],
}
# (from, to, share, estimated, day)
LINKS = [
    (2, 4, Fraction(1), False, MERGER),
    (3, 4, Fraction(1), False, MERGER),
    (101, 201, Fraction(1), False, MERGER),
    (102, 201, Fraction(1), False, MERGER),
    (103, 202, Fraction(1), False, MERGER),
    (104, 202, Fraction(1, 2), True, MERGER),
    (104, 203, Fraction(1, 2), True, MERGER),
    (105, 203, Fraction(1), False, MERGER),
    (203, 301, Fraction(1, 3), True, SPLIT),
    (203, 302, Fraction(2, 3), True, SPLIT),
]
RATIO, MEAN = {"HG05": ("HG04", "HG03")}, {"LL13": "LL02"}
STOCKS = {"LL02", "MH02"}

Months = tuple[int, int]
Key = tuple[int, str, Months, str]
# source area, months, figure, share, estimated
Term = tuple[int, Months, Fraction, Fraction, bool]


@dataclass
class Answer:
    """What is expected of one row."""

    value: Fraction | None
    n: int
    of: int
    estimated: bool


@dataclass
class Oracle:
    """Figures by area, kind of body, months and indicator; newer ones replace older ones."""

    figures: dict[Key, Fraction] = field(default_factory=dict)
    body: str | None = None

    def rows(
        self, code: str, asked: Months, level: str, *, as_of: date | None, body: str | None,
        under: str | None = None,
    ) -> dict[str, Answer]:  # fmt: skip
        """Area code → the answer, for every area of the level on the day of the boundaries."""
        self.body = body
        day = max(as_of or days_of(asked)[1], START)
        found = {}
        for area in at_level(level, day):
            line = above(area, day)
            if under is None or under in [version(each, day)[0] for each in line]:
                found[version(area, day)[0]] = self._one(code, asked, area, day)
        return found

    def _one(self, code: str, asked: Months, target: int, day: date) -> Answer:
        last_day = max(days_of(asked)[1], START)
        n = of = 0
        entering: dict[str, dict[tuple[int, Months], list[Fraction | bool]]] = {}
        totals: dict[str, Fraction] = {}
        for area in at_level("commune", last_day):
            into = [(share, guess) for place, share, guess in carried(area, last_day, day)
                    if target in above(place, day)]  # fmt: skip
            share = sum((part for part, _guess in into), Fraction(0))
            if not share:
                continue
            of += 1
            said = {part: self._said(area, part, asked) for part in parts_of(code)}
            if any(answer is None for answer in said.values()):
                continue
            n += 1
            for part, answer in said.items():
                assert answer is not None
                for source, months, value, weight, guess in answer:
                    seen = entering.setdefault(part, {}).setdefault(
                        (source, months), [Fraction(0), False]
                    )
                    seen[0] += weight * share
                    seen[1] = seen[1] or guess or any(g for _part, g in into)
                    totals[part] = totals.get(part, Fraction(0)) + value * weight * share
            if code in MEAN:
                self._weigh(totals, said, share, MEAN[code], code)
        guessed = any(marked and weight != 1 for found in entering.values()
                      for weight, marked in found.values())  # fmt: skip
        known = n and not (code in MEAN and self._several(code, entering.get(code, {})))
        return Answer(_value(code, totals) if known else None, n, of, guessed)

    def _several(self, code: str, entering: Iterable[tuple[int, Months]]) -> bool:
        """Whether of one area two bodies typed a mean: nobody knows whose weight is whose."""
        return any(
            sum(
                1 for (area, who, when, what) in self.figures
                if (area, when, what) == (*each, code) and self.body in (None, who)
            ) > 1
            for each in entering
        )  # fmt: skip

    @staticmethod
    def _weigh(
        totals: dict[str, Fraction],
        said: dict[str, list[Term] | None],
        share: Fraction,
        weight_code: str,
        code: str,
    ) -> None:
        means, weights = said[code], said[weight_code]
        assert means is not None
        assert weights is not None
        weight = sum(value * part for _s, _m, value, part, _g in weights)
        mean = means[0][2]
        totals["Σ"] = totals.get("Σ", Fraction(0)) + mean * weight * share

    def _said(self, area: int, code: str, asked: Months) -> list[Term] | None:
        """[(source, months, value, weight, estimated)] for the whole of the time asked, or None."""
        exact = self._for(area, code, asked, asked)
        if exact is not None or code in MEAN or code in RATIO:
            return exact
        parts = self._tiles(area, code, asked[0], asked)
        if parts is None:
            return None
        return parts[-1] if code in STOCKS else [term for part in parts for term in part]

    def _tiles(self, area: int, code: str, first: int, asked: Months) -> list[list[Term]] | None:
        """The parts that fill the time asked from a month on, the longest first."""
        if first > asked[1]:
            return []
        for last in range(asked[1], first - 1, -1):
            part = self._for(area, code, (first, last), asked)
            if part is not None and (rest := self._tiles(area, code, last + 1, asked)) is not None:
                return [part, *rest]
        return None

    def _for(self, area: int, code: str, told: Months, asked: Months) -> list[Term] | None:
        own = self._own(area, code, told)
        if own is not None:
            return [(area, told, own, Fraction(1), False)]
        first, last = days_of(asked)
        before = [link for link in LINKS if link[1] == area and first < link[4] <= last]
        found = []
        for source, _to, share, guess, _day in before:
            value = self._own(source, code, told)
            if value is None:
                return None
            found.append((source, told, value, share, guess))
        return found or None

    def _own(self, area: int, code: str, told: Months) -> Fraction | None:
        said = [
            value
            for (where, who, when, what), value in self.figures.items()
            if (where, when, what) == (area, told, code) and self.body in (None, who)
        ]
        return sum(said, Fraction(0)) if said else None


def parts_of(code: str) -> tuple[str, ...]:
    """What must be known for an indicator."""
    if code in RATIO:
        return RATIO[code]
    return (code, MEAN[code]) if code in MEAN else (code,)


def days_of(months: Months) -> tuple[date, date]:
    """Month M runs from the 15th of the month before to the 14th (Nghị định 09/2019, Điều 12)."""
    year, month = divmod(months[0] - 1, 12)
    first = date(year, month + 1, 15)
    year, month = divmod(months[1], 12)
    return first, date(year, month + 1, 15) - timedelta(days=1)


def version(area: int, day: date) -> tuple[str, str, str, int | None, date, date]:
    """An area as it stood on a day."""
    return next(each for each in AREAS[area] if each[4] <= day < each[5])


def at_level(level: str, day: date) -> list[int]:
    """The areas of a level on a day."""
    return [area for area, life in AREAS.items()
            for each in life if each[2] == level and each[4] <= day < each[5]]  # fmt: skip


def above(area: int, day: date) -> list[int]:
    """An area and everything above it on a day."""
    found = [area]
    while (parent := version(found[-1], day)[3]) is not None:
        found.append(parent)
    return found


def carried(area: int, day: date, to: date) -> Iterable[tuple[int, Fraction, bool]]:
    """Where the area of a day lies on another day: (area, share, estimated)."""
    if any(each[4] <= to < each[5] for each in AREAS[area]):
        return [(area, Fraction(1), False)]
    if to > day:
        steps = [(link[1], link[2], link[3]) for link in LINKS if link[0] == area]
    else:
        links = [link for link in LINKS if link[1] == area]
        whole = sum((link[2] for link in links), Fraction(0))
        steps = [(link[0], link[2] / whole, len(links) > 1) for link in links]
    return [(end, share * part, guess or further) for each, share, guess in steps
            for end, part, further in carried(each, day, to)]  # fmt: skip


def _value(code: str, totals: dict[str, Fraction]) -> Fraction | None:
    if code in RATIO:
        above_line, below = RATIO[code]
        return 100 * totals[above_line] / totals[below] if totals[below] else None
    if code in MEAN:
        return totals["Σ"] / totals[MEAN[code]] if totals[MEAN[code]] else None
    return totals.get(code, Fraction(0))
