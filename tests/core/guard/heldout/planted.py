"""Lines that hold one planted find each, with kind, span, act and writing habit."""

from dataclasses import asdict, dataclass
from random import Random

from . import invent
from .habits import JOINERS, Habit, habits_of
from .marks import CLOSE, OPEN, WORDS, lines_of, place, without_marks

Row = dict[str, object]
WANTED = {
    "cccd": 460, "cccd_labelled": 60, "cmnd": 400, "bhxh": 360, "tax": 360, "bhyt": 440,
    "mobile": 500, "mobile_contact": 160, "mobile9": 340, "landline": 360, "plate": 440,
    "passport": 340, "bank": 380, "address": 480, "mail": 340,
}  # fmt: skip
ASKED = frozenset({"landline", "passport", "mail", "mobile_contact"})
MAKERS = {
    "cccd": invent.cccd, "cccd_labelled": invent.foreign_cccd, "cmnd": invent.cmnd,
    "bhxh": invent.ten, "tax": invent.ten, "bhyt": invent.bhyt, "mobile": invent.mobile,
    "mobile_contact": invent.mobile, "mobile9": lambda rng: invent.mobile(rng)[1:],
    "landline": invent.landline, "plate": invent.plate, "passport": invent.passport,
    "bank": invent.bank, "mail": invent.mail,
}  # fmt: skip
SHAPE = {"cccd_labelled": "cccd", "mobile_contact": "mobile"}
KIND = {**SHAPE, "mobile9": "mobile"}
STREET_WORDS = WORDS["street_words"]


@dataclass(frozen=True)
class Planted:
    """One line; ``start`` and ``end`` are offsets of the planted value in ``text``."""

    text: str
    kind: str
    start: int
    end: int
    act: str
    habit: str


def _labels(name: str) -> dict[str, list[str]]:
    pairs = (line.split("=", 1) for line in lines_of("planted", name))
    return {kind: labels.split("|") for kind, labels in pairs}


LABELS, TYPOS = _labels("labels.txt"), _labels("label_typos.txt")


def _fill(carrier: str, rng: Random) -> str:
    while "{name}" in carrier:
        carrier = carrier.replace("{name}", invent.full_name(rng), 1)
    day = f"{rng.randint(1, 28):02d}/{rng.randint(1, 12)}/2026"
    return (
        carrier.replace("{date}", day)
        .replace("{commune}", invent.commune(rng))
        .replace("{prov}", rng.choice(invent.PROVINCES))
        .replace("{bank}", rng.choice(invent.BANKS))
    )


def _label(sort: str, habit: Habit, rng: Random) -> str:
    kind = SHAPE.get(sort, sort)
    if sort == "cccd_labelled" or habit.label == "own":
        return rng.choice(LABELS[kind][:6])
    return rng.choice(TYPOS[kind] if habit.label == "typo" else LABELS[kind])


def _labelled(sort: str, habit: Habit, value: str, rng: Random) -> str:
    """Return label and value as that habit writes them."""
    marked, label = f"{OPEN}{value}{CLOSE}", _label(sort, habit, rng)
    if habit.label == "none":
        return marked
    if habit.label == "glued":
        return f"{label}{rng.choice(('', ':', '.', '-'))}{marked}"
    if habit.label == "after":
        return rng.choice((f"{marked} ({label})", f"{marked} - {label}", f"{marked}, {label}"))
    if habit.label == "upper":
        return f"{without_marks(label).upper()}{rng.choice((': ', ' ', ' SO '))}{marked}"
    if habit.label == "wide":
        return f"{label}{rng.choice(('  :  ', ' :', ':  ', '....: ', ' ………… '))}{marked}"
    joiners = [j for j in JOINERS if "số" not in label.lower() or "số" not in j]
    joiner = " " if label.endswith("số") else rng.choice(joiners)
    return f"{label}{joiner}{marked}"


def _numbered(sort: str, carrier: str, habit: Habit, rng: Random) -> Planted:
    kind = SHAPE.get(sort, sort)
    value = habit.spell(kind, MAKERS[sort](rng), rng)
    line = _fill(carrier, rng)
    if habit.label == "none" or "{lx}" not in line:
        line = line.replace("{x}", f"{OPEN}{value}{CLOSE}")
    line = line.replace("{lx}", _labelled(sort, habit, value, rng))
    return _finish(sort, habit, line, rng)


def _finish(sort: str, habit: Habit, line: str, rng: Random) -> Planted:
    text, start, end = place(habit.turn(line, rng) if habit.turn else line)
    act = "ask" if sort in ASKED else "block"
    return Planted(text, KIND.get(sort, sort), start, end, act, habit.name)


def _home(rng: Random) -> str:
    form = rng.choice(lines_of("planted", "address_forms.txt"))
    return form.format(
        n=rng.randint(2, 480), m=rng.randint(2, 90), k=rng.randint(1, 12),
        street=rng.choice(invent.STREETS), commune=invent.commune(rng),
        prov=rng.choice(invent.PROVINCES), hamlet=rng.choice([*STREET_WORDS, "3", "5", "Tân Lập"]),
    )  # fmt: skip


def _address(carrier: str, habit: Habit, rng: Random) -> Planted:
    line = _fill(carrier, rng).replace("{addr}", f"{OPEN}{_home(rng)}{CLOSE}")
    return _finish("address", habit, line, rng)


def _carriers(sort: str, habit: Habit) -> list[str]:
    lines = lines_of("planted", f"{sort}.txt")
    needs_label = habit.label not in ("normal", "none")
    labelled = [line for line in lines if "{lx}" in line]
    return labelled if needs_label and labelled else lines


def _of_sort(sort: str, rng: Random) -> list[Planted]:
    habits = habits_of(SHAPE.get(sort, sort))
    rows = []
    for index in range(WANTED[sort]):
        habit = habits[index % len(habits)]
        if sort == "cccd_labelled" and habit.label in ("none", "after", "typo"):
            habit = habits[0]
        carriers = _carriers(sort, habit)
        carrier = carriers[(index // len(habits) + index) % len(carriers)]
        if sort == "address":
            rows.append(_address(carrier, habit, rng))
        else:
            rows.append(_numbered(sort, carrier, habit, rng))
    return rows


def _headers(rng: Random, count: int = 224) -> list[Planted]:
    """Return headers of lists of persons, with one or two rows below."""
    rows = []
    for index in range(count):
        heads = lines_of("planted", "person_list.txt")
        names, form = heads[index % len(heads)].split(";"), index // len(heads)
        mark = ("\t", " | ", ";", ",", "\t")[form % 5]
        head = mark.join(names).upper() if form % 8 == 5 else mark.join(names)
        cells = [str(index % 9 + 1), invent.full_name(rng)]
        body = mark.join(cells + ["…"] * (len(names) - 2))
        text = f"DANH SÁCH\n{head}\n{body}" if form % 3 == 1 else f"{head}\n{body}"
        start = text.index(head)
        habit = {"\t": "tab_cells", " | ": "pipe_cells"}.get(mark, "csv_cells")
        rows.append(Planted(text, "person_list", start, start + len(head), "block", habit))
    return rows


def _accusations(rng: Random, count: int = 220) -> list[Planted]:
    habits = [h for h in habits_of("mail") if h.turn and h.name not in ("in_brackets", "chat_bold")]
    lines = lines_of("planted", "accusation.txt")
    rows = []
    for index in range(count):
        habit = habits_of("mail")[0] if index % 3 == 0 else habits[index % len(habits)]
        line = _fill(lines[index % len(lines)], rng)
        line = line.replace("{x}", f"{OPEN}{invent.full_name(rng)}{CLOSE}")
        text, start, end = place(habit.turn(line, rng) if habit.turn else line)
        rows.append(Planted(text, "name_accusation", start, end, "ask", habit.name))
    return rows


def planted_lines(seed: int = 20261101) -> list[Row]:
    """Return all planted lines as rows ``text, kind, start, end, act, habit``."""
    rng = Random(seed)
    rows = [row for sort in WANTED for row in _of_sort(sort, rng)]
    rows += _headers(rng) + _accusations(rng)
    return [asdict(row) for row in rows]
