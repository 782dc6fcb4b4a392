"""Fills the papers of this set: own names and places, letterheads and signature blocks.

``!H parent // body // number // place`` writes a letterhead, ``!D parent // body // number //
place`` that of a Party body, ``!S receivers // post // name`` the end of a paper.
"""

from collections.abc import Callable

from tests.core.guard.fourth_papers.filler import Filler
from tests.core.guard.sixth_papers.pools import POOLS

_NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


class Clerk(Filler):
    """Draws the values of one paper; kinds unknown here are those of the older filler."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self._own: dict[str, Callable[[], str]] = {
            "ten": self._person,
            "nam": self._man,
            "nu": self._woman,
            "dd": self._mobile,
            "cd": self._landline,
            "cccd": self._identity,
            "ns": self._born,
            "du": self._decimal,
        }
        self._blocks: dict[str, Callable[[list[str]], list[str]]] = {
            "!H": self._head,
            "!D": self._party_head,
            "!S": self._end,
        }

    def paper(self, text: str) -> str:
        """Return the paper with its letterhead and end written out and every slot filled."""
        lines: list[str] = []
        for line in text.strip("\n").split("\n"):
            block = self._blocks.get(line[:2])
            parts = [part.strip() for part in line[2:].split("//")]
            lines += block(parts) if block else [line]
        return self.fill("\n".join(lines))

    def _head(self, parts: list[str]) -> list[str]:
        parent, body, number, place = parts
        day = f"{place}, {{ngaydai}}"
        if self._random.random() < 0.7:
            rows = zip((parent, body, f"Số: {number}"), (*_NATION, day), strict=True)
            return [f"| {left} | {right}" for left, right in rows]
        return [parent, body, *_NATION, f"Số: {number}", day]

    def _party_head(self, parts: list[str]) -> list[str]:
        parent, body, number, place = parts
        day = f"{place}, {{ngaydai}}"
        return [f"| {parent} | ĐẢNG CỘNG SẢN VIỆT NAM", f"| {body} | {day}", "*", f"Số {number}"]

    def _end(self, parts: list[str]) -> list[str]:
        receivers, post, name = parts
        told = [f"- {receiver.strip()}" for receiver in receivers.split(";")]
        posts = [line.strip() for line in post.split(";")]
        if self._random.random() < 0.5:
            left, right = " ".join(["Nơi nhận:", *told]), " ".join([*posts, name])
            return [f"| {left} | {right}"]
        return ["Nơi nhận:", *told, *posts, name]

    def _draw(self, kind: str, argument: str) -> str:
        if kind in self._own:
            return self._own[kind]()
        if kind not in POOLS:
            return super()._draw(kind, argument)
        if not self._left.get(kind):
            self._left[kind] = list(POOLS[kind])
            self._random.shuffle(self._left[kind])
        return self._left[kind].pop()

    def _person(self) -> str:
        chance = self._random.random()
        if chance < 0.05:
            return self._random.choice(POOLS["highland"])
        return self._man() if chance < 0.6 else self._woman()

    def _man(self) -> str:
        return self._joined("family", "male", "malegiven")

    def _woman(self) -> str:
        return self._joined("family", "female", "femalegiven")

    def _joined(self, *names: str) -> str:
        return " ".join(self._random.choice(POOLS[name]) for name in names)

    def _mobile(self) -> str:
        shape = self._random.choice((".___.___", "____" + "__", " ___ ___", "_.__.__._"))
        return self._random.choice(POOLS["mobile"]) + self._digits(shape)

    def _landline(self) -> str:
        shape = self._random.choice((" 3 ___ ___", ".3___.___", "3______", ".3.___.___"))
        return self._random.choice(POOLS["landline"]) + self._digits(shape)

    def _identity(self) -> str:
        return self._random.choice(POOLS["birth"]) + self._digits("________")

    def _born(self) -> str:
        return str(self._random.randint(1958, 1999))

    def _decimal(self) -> str:
        return f"{self._random.randint(1, 38)},{self._random.randint(1, 9)}"
