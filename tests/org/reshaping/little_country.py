"""An invented country of three provinces, and random acts on it, for tests of operations."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from phongtrao.org.gazetteer.records import AreaVersion
from phongtrao.org.reshaping.known import KnownAreas
from phongtrao.org.reshaping.operations import (
    Amend,
    Close,
    NewArea,
    Open,
    Operation,
    Order,
    Part,
    Reorganise,
)

HORIZON = date(2025, 1, 1)
COUNTRY = 1
PROVINCES = (11, 12, 13)
FIRST_FREE = 900_000
_STEPS = st.sampled_from([30, 0, -10])


def _version(lineage_id: int, code: str, name: str, parent: int | None, path: str) -> AreaVersion:
    level = {0: "country", 1: "province", 2: "commune"}[path.count("/") - 1]
    words = {"country": "", "province": "tỉnh", "commune": "xã"}
    return AreaVersion(
        lineage_id, code, name, words[level], level, parent, HORIZON, None, "", True, path,  # type: ignore[arg-type]
    )  # fmt: skip


def little_country() -> KnownAreas:
    """Three provinces of four communes each."""
    rows = [_version(COUNTRY, "00", "Việt Nam", None, "000001/")]
    for place, province in enumerate(PROVINCES):
        path = f"000001/{province:06d}/"
        rows.append(_version(province, f"{place + 1:02d}", f"Tỉnh Số {place}", COUNTRY, path))
        for number in range(4):
            commune = province * 10 + number
            name, code = f"Xóm {place} {number}", f"{commune:05d}"
            rows.append(_version(commune, code, name, province, f"{path}{commune:06d}/"))
    return KnownAreas(rows)


@dataclass
class Acts:
    """Draws acts; names and codes are new each time unless a code is reused on purpose."""

    data: st.DataObject
    last: date = HORIZON
    """The latest day of an act so far."""
    made: int = 0

    def order(self, known: KnownAreas, number: int) -> Order:
        """Any act on areas in force: on the day of the last act, after it, or before it."""
        on = max(self.last + timedelta(days=self.data.draw(_STEPS)), HORIZON + timedelta(days=1))
        self.last = max(self.last, on)
        kinds = ["open", "amend", "rename", "move", "merge", "cut", "close"]
        if not self._communes(known, on):
            kinds = ["open"]  # an earlier act has closed the last one
        kind = self.data.draw(st.sampled_from(kinds))
        return Order(getattr(self, f"_{kind}")(known, on), on, f"{number + 1}/NQ-GĐ")

    def _communes(self, known: KnownAreas, on: date) -> list[int]:
        return [each.lineage_id for each in known.below(COUNTRY, on) if each.level == "commune"]

    def _province(self, known: KnownAreas, on: date) -> int:
        rows = [each.lineage_id for each in known.children(COUNTRY, on)]
        return self.data.draw(st.sampled_from(rows))

    def _fresh(self, known: KnownAreas, on: date, code: str | None = None) -> NewArea:
        self.made += 1
        parent = self._province(known, on)
        return NewArea(code or f"{50_000 + self.made}", f"Mới {self.made}", "xã", "commune", parent)

    def _some(self, known: KnownAreas, on: date, most: int) -> list[int]:
        rows = self._communes(known, on)
        return self.data.draw(
            st.lists(st.sampled_from(rows), min_size=1, max_size=most, unique=True)
        )

    def _open(self, known: KnownAreas, on: date) -> Operation:
        return Open(self._fresh(known, on))

    def _amend(self, known: KnownAreas, on: date) -> Operation:
        self.made += 1
        return Amend(self._some(known, on, 1)[0], name=f"Đổi {self.made}", type="phường")

    def _rename(self, known: KnownAreas, on: date) -> Operation:
        """A province takes another name; what lies in it stays as it is."""
        self.made += 1
        return Amend(self._province(known, on), name=f"Tỉnh Đổi {self.made}")

    def _move(self, known: KnownAreas, on: date) -> Operation:
        return Amend(self._some(known, on, 1)[0], parent_id=self._province(known, on))

    def _close(self, known: KnownAreas, on: date) -> Operation:
        return Close(self._some(known, on, 1)[0])

    def _merge(self, known: KnownAreas, on: date) -> Operation:
        """Communes become one, which may take over the code of the first; or provinces do."""
        provinces = [each.lineage_id for each in known.children(COUNTRY, on)]
        if len(provinces) > 1 and self.data.draw(st.booleans()):
            self.made += 1
            area = NewArea(f"{20 + self.made}", f"Gộp {self.made}", "tỉnh", "province", COUNTRY)
            return Reorganise((area,), tuple(Part(each, 0, Fraction(1)) for each in provinces[:2]))
        old = self._some(known, on, 3)
        first = known.on(old[0], on)
        reused = first.code if first and self.data.draw(st.booleans()) else None
        area = self._fresh(known, on, reused)
        return Reorganise((area,), tuple(Part(each, 0, Fraction(1)) for each in old))

    def _cut(self, known: KnownAreas, on: date) -> Operation:
        """Every old commune goes to one to three new ones, by uneven shares."""
        old = self._some(known, on, 2)
        count = self.data.draw(st.integers(2, 3))
        areas = tuple(self._fresh(known, on) for _ in range(count))
        parts: list[Part] = []
        for lineage_id in old:
            weights = self.data.draw(st.lists(st.integers(1, 5), min_size=count, max_size=count))
            shares = (Fraction(weight, sum(weights)) for weight in weights)
            parts += [Part(lineage_id, to, share) for to, share in enumerate(shares)]
        return Reorganise(areas, tuple(parts), source="Nghị quyết tách xã")
