"""Fills the papers with this set's own names; adds names by sex, telephones, identity numbers."""

from collections.abc import Callable

from tests.core.guard.fifth_papers.pools import POOLS
from tests.core.guard.fourth_papers.filler import Filler

_BY_KIND = {
    "tinh": "PROVINCES",
    "xa": "COMMUNES",
    "thon": "HAMLETS",
    "mh": "MODELS",
    "truong": "SCHOOLS",
    "dn": "FIRMS",
}


class StateFiller(Filler):
    """Draws values of one paper; kinds unknown here are those of the older filler."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self._own: dict[str, Callable[[], str]] = {
            "ten": self._person,
            "nam": self._man,
            "nu": self._woman,
            "dd": self._mobile,
            "cd": self._landline,
            "cccd": self._identity,
        }

    def _draw(self, kind: str, argument: str) -> str:
        if kind in self._own:
            return self._own[kind]()
        if kind not in _BY_KIND:
            return super()._draw(kind, argument)
        if not self._left.get(kind):
            self._left[kind] = list(POOLS[_BY_KIND[kind]])
            self._random.shuffle(self._left[kind])
        return self._left[kind].pop()

    def _person(self) -> str:
        return self._man() if self._random.random() < 0.62 else self._woman()

    def _man(self) -> str:
        return self._joined("FAMILY", "MALE", "MALE_GIVEN")

    def _woman(self) -> str:
        return self._joined("FAMILY", "FEMALE", "FEMALE_GIVEN")

    def _joined(self, *names: str) -> str:
        return " ".join(self._random.choice(POOLS[name]) for name in names)

    def _mobile(self) -> str:
        shape = self._random.choice(("_______", "_.___.___", " ____ ___", "_ ___ ___"))
        return self._random.choice(POOLS["PREFIXES"]) + self._digits(shape)

    def _landline(self) -> str:
        shape = self._random.choice((".3.___.___", " 3___ ___", ".3______", "-3___.___"))
        return self._random.choice(POOLS["AREA_CODES"]) + self._digits(shape)

    def _identity(self) -> str:
        sex = self._random.choice("0123")
        return self._random.choice(POOLS["BIRTH_CODES"]) + sex + self._digits("________")
