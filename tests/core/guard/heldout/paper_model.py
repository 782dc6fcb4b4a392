"""What a state paper is for the test: its blocks, the expected verdict, its contacts."""

from dataclasses import dataclass, field
from random import Random

from . import invent, slots
from .marks import lines_of


@dataclass(frozen=True)
class Block:
    """A piece of the body: ``p`` paragraph, ``h`` heading, ``table`` rows, ``c`` centred."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass
class Paper:
    """One paper; ``contacts`` are the strings that must not stay in the masked text.

    ``expected`` is accept, hold or refuse; ``contacts`` of an accepted paper are public ones
    (.gov.vn, 1900, 113) and may stay, so they are kept apart in ``public_contacts``.
    """

    paper_id: str
    genre: str
    expected: str
    why: str
    title: str
    parent: str = "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"
    issuer: str = "BAN CHỈ ĐẠO 138"
    number: str = ""
    place_date: str = ""
    subject: str = ""
    basis: tuple[str, ...] = ()
    blocks: list[Block] = field(default_factory=list)
    signer: tuple[str, str, str] = ("", "", "")
    recipients: tuple[str, ...] = ("Như trên;", "Lưu: VT.")
    foot: str = ""
    contacts: list[str] = field(default_factory=list)
    public_contacts: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the paper as plain text, tables with tabs."""
        head = [
            f"{self.parent}\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            f"{self.issuer}\t\tĐộc lập - Tự do - Hạnh phúc",
            f"Số: {self.number}\t\t{self.place_date}",
            "",
            self.title,
            self.subject,
            *self.basis,
        ]
        body: list[str] = []
        for block in self.blocks:
            body += ["\t".join(row) for row in block.rows] if block.rows else [block.text]
        nearby = [f"- {line}" for line in self.recipients]
        return "\n".join([*head, *body, "", *self.signer, "", "Nơi nhận:", *nearby, self.foot])


ISSUERS = (
    ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "BAN CHỈ ĐẠO 138", "BCĐ"),
    ("TỈNH QUẢNG NGÃI", "ỦY BAN NHÂN DÂN", "UBND"),
    ("BỘ CÔNG AN", "CÔNG AN TỈNH QUẢNG NGÃI", "CAT-PV05"),
    ("ỦY BAN NHÂN DÂN TỈNH", "SỞ NỘI VỤ", "SNV"),
    ("ỦY BAN MTTQ VIỆT NAM TỈNH", "BAN THƯỜNG TRỰC", "MTTQ-BTT"),
    ("TỈNH QUẢNG NGÃI", "ỦY BAN NHÂN DÂN XÃ TRÀ GIANG", "UBND"),
    ("ĐẢNG ỦY XÃ NGHĨA HÀNH", "ỦY BAN NHÂN DÂN", "UBND"),
)
SHORT_TYPES = {
    "plan": "KH", "inspection_plan": "KH", "report": "BC", "notice": "TB", "minutes": "BB",
    "seminar": "CTr", "composition": "QĐ", "delegation": "QĐ", "award": "QĐ", "invitation": "GM",
}  # fmt: skip
SIGNS = (
    ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"),
)


def pool(name: str, rng: Random, count: int) -> list[str]:
    """Return ``count`` different filled paragraphs of a pool, in the pool's order."""
    lines = lines_of("papers", f"{name}.txt")
    chosen = sorted(rng.sample(range(len(lines)), min(count, len(lines))))
    return [slots.filled(lines[at], rng) for at in chosen]


def title_of(sort: str, rng: Random) -> str:
    """Return a title for one sort of paper."""
    pairs = [line.split("=", 1) for line in lines_of("papers", "titles_other.txt")]
    return slots.filled(rng.choice([text for name, text in pairs if name == sort]), rng)


def started(paper_id: str, genre: str, title: str, rng: Random) -> Paper:
    """Return a paper with its formal parts filled and an empty body, expected accept."""
    parent, issuer, symbol = rng.choice(ISSUERS)
    paper = Paper(paper_id, genre, "accept", "", title, parent, issuer)
    kind = SHORT_TYPES.get(genre, "BC")
    paper.number = f"{rng.randint(1, 2999):02d}/{kind}-{symbol}"
    paper.place_date = f"Quảng Ngãi, {slots.SLOTS['ngaychu'](rng)}"
    paper.signer = (*rng.choice(SIGNS), invent.full_name(rng))
    office = rng.choice(("PV05", "NC", "VX", "VP", "PTMĐT"))
    paper.recipients = (
        "Ban Chỉ đạo Trung ương (để b/c);",
        "Thường trực Tỉnh ủy, HĐND, UBND tỉnh;",
        f"UBND các xã, phường ({rng.randint(40, 96)} đơn vị);",
        f"Lưu: VT, {office}.",
    )
    return paper


def paragraphs(texts: list[str], mark: str = "") -> list[Block]:
    """Return texts as body paragraphs, numbered ``1.`` or dashed."""
    if mark == "1":
        return [Block("p", f"{n}. {text}") for n, text in enumerate(texts, 1)]
    return [Block("p", f"{mark}{text}") for text in texts]
