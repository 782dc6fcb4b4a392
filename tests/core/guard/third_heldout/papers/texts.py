"""Papers made of running text: plans, reports, minutes, notices, dispatches, invitations."""

import random
import re

from docx.document import Document as Docx

from tests.core.guard.third_heldout import numbers
from tests.core.guard.third_heldout.addresses import mail
from tests.core.guard.third_heldout.honest import filled
from tests.core.guard.third_heldout.pools import load, without_a_number

from .layout import letterhead, opened, saved, signature, table, title

_PRIVATE = re.compile(r"\{(mobile|landline|mail|cccd|plate|bhyt|bank)\}")
ISSUERS = (
    "UBND TỈNH\nBAN CHỈ ĐẠO 138",
    "CÔNG AN TỈNH\nPHÒNG XÂY DỰNG PHONG TRÀO",
    "UBND XÃ\nBAN CHỈ ĐẠO",
    "ỦY BAN MTTQ VIỆT NAM TỈNH\nBAN THƯỜNG TRỰC",
    "UBND TỈNH\nSỞ NỘI VỤ",
    "UBND TỈNH\nSỞ DÂN TỘC VÀ TÔN GIÁO",
)


def _thing(rng: random.Random, kind: str) -> str:
    if kind == "plate":
        return numbers.plate(rng)[1].replace("\n", " ")
    if kind == "mail":
        return mail(rng)
    number = numbers.MAKERS[kind](rng)
    writings = [write for habit, write in numbers.WRITINGS[kind] if habit != "wrapped"]
    return rng.choice(writings)(number)


def with_things(rng: random.Random, template: str) -> str:
    """Fill the slots of a line, those of personal numbers too."""
    return filled(rng, _PRIVATE.sub(lambda found: _thing(rng, found[1]), template))


def started(rng: random.Random, genre: str) -> Docx:
    """Letterhead and title of a genre."""
    material = load("papers")[genre]
    document = opened()
    heading, about = rng.choice(material["heading"]), filled(rng, rng.choice(material["about"]))
    letterhead(document, rng, rng.choice(ISSUERS), "" if heading else about)
    if heading:
        title(document, heading, about)
    return document


def _figures(document: Docx, rng: random.Random) -> None:
    rows = [
        filled(rng, f"{no}|{{xa}}|{{hundreds}}|{{hundreds}}|{{pct}}").split("|") for no in "123456"
    ]
    table(document, ["TT", "Xã, phường", "Số hộ", "Số hộ đăng ký", "Tỷ lệ (%)"], rows)


def _assignments(document: Docx, rng: random.Random) -> None:
    lines = "{office}|Tham mưu {p_doc}|{day}", "{office}|Tuyên truyền {n} buổi|{day}"
    rows = [[str(no), *filled(rng, line).split("|")] for no, line in enumerate(lines * 2, 1)]
    table(document, ["TT", "Cơ quan chủ trì", "Nội dung", "Thời hạn"], rows)


def paper(genre: str, seed: str, extra: str = "", place: str = "end") -> bytes:
    """A paper of running text; ``extra`` is a line with slots put at ``place``."""
    rng = random.Random(seed)
    document = started(rng, genre)
    added = with_things(rng, extra) if extra else ""
    lines = [filled(rng, line) for line in load("papers")[genre]["body"]]
    if added and place == "middle":
        lines.insert(len(lines) // 2, added)
    for line in lines:
        document.add_paragraph(line)
    if genre == "report" or rng.random() < 0.3:
        _figures(document, rng)
    if genre == "plan" and rng.random() < 0.6:
        _assignments(document, rng)
    if added and place == "end":
        document.add_paragraph(added)
    if added and place == "footer":
        document.sections[0].footer.paragraphs[0].text = added
    if added and place == "cell":
        table(document, ["TT", "Nội dung"], [["1", without_a_number(rng)], ["2", added]])
    signature(document, rng)
    return saved(document)


def secret(seed: str, mark: str, place: str) -> bytes:
    """A paper that bears a mark of secrecy."""
    rng = random.Random(seed)
    document = opened()
    if place == "header":
        document.sections[0].header.paragraphs[0].text = mark
    else:
        document.add_paragraph().add_run(mark).bold = True
    material = load("papers")["report"]
    letterhead(document, rng, rng.choice(ISSUERS))
    title(document, material["heading"][0], filled(rng, rng.choice(material["about"])))
    for line in material["body"][:6]:
        document.add_paragraph(filled(rng, line))
    signature(document, rng)
    return saved(document)
