"""Lines that complete an item: "Đơn vị chủ trì: …", "Phối hợp: …", "Thời gian: …"."""

from dataclasses import dataclass, replace

from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.dates import Clock
from phongtrao.intake.extraction.deadlines import deadlines_in, joined
from phongtrao.intake.extraction.leads import Bodies, unique
from phongtrao.intake.extraction.records import BodyMention, Requirement

_LABELS = (
    ("coord", r"(?:(?:don vi|co quan|cac don vi)\s+)?phoi hop(?: thuc hien)?"),
    ("lead", (r"(?:(?:don vi|co quan|cac don vi)\s+)?(?:chu tri(?: thuc hien)?|thuc hien|phu "
             r"trach)|phan cong(?: thuc hien)?")),
    ("deadline", (r"thoi gian(?: thuc hien| hoan thanh| to chuc)?|thoi han(?: hoan thanh| bao "
                 r"cao)?|han hoan thanh|tien do|hoan thanh|thoi diem")),
)  # fmt: skip
_LINE = tuple((name, wrapped(rf"(?:{said})\s*:\s*(?=\S)")) for name, said in _LABELS)
_INSIDE = tuple(
    (name, wrapped(rf"(?<=[(;.,])\s*(?:{said})\s*:\s*(?=\S)")) for name, said in _LABELS
)


@dataclass(frozen=True)
class Label:
    """A labelled stretch: lead, coord or deadline."""

    name: str
    span: Span
    bodies: tuple[BodyMention, ...]


def label_of(paper: Paper, bodies: Bodies, body: Span) -> Label | None:
    """The label a block consists of; None for any other block."""
    if body.end - body.start > 400:
        return None
    for name, said in _LINE:
        found = said.match(paper.key, body.start, body.end)
        if found:
            span = Span(found.end(), body.end)
            return Label(name, span, tuple(bodies.within(span)))
    return None


def labels_inside(paper: Paper, bodies: Bodies, span: Span) -> list[Label]:
    """Labels in brackets or after a stop: "(Chủ trì: A; phối hợp: B; hoàn thành: 30/6)"."""
    places = [
        (found.end(), found.start(), name)
        for name, said in _INSIDE
        for found in said.finditer(paper.key, span.start, span.end)
    ]
    places.sort()
    labels = []
    for n, (start, _, name) in enumerate(places):
        end = places[n + 1][1] if n + 1 < len(places) else span.end
        stretch = Span(start, end)
        labels.append(Label(name, stretch, tuple(bodies.within(stretch))))
    return labels


def apply_label(paper: Paper, made: Requirement, label: Label, clock: Clock) -> Requirement:
    """The requirement with what the label says."""
    if label.name == "deadline":
        found = joined(deadlines_in(paper, label.span, clock, cell=True))
        return replace(made, deadline=found) if found else made
    if not label.bodies:
        return made
    if label.name == "lead":
        kept = tuple(m for m in made.coord if m.org_id not in {b.org_id for b in label.bodies})
        return replace(made, lead=unique(list(label.bodies)), coord=kept)
    return replace(made, coord=unique([*made.coord, *label.bodies]))
