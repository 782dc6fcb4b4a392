"""Proving that a paper says nothing without a source: its sentences, their numbers, its table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from phongtrao.publishing.models import PaperLine
from phongtrao.publishing.queries.contents import PaperContents
from phongtrao.publishing.queries.line_numbers import figure_targets, line_numbers
from phongtrao.publishing.rules.drafting import counted_together
from phongtrao.reporting.models import ReportVersion
from phongtrao.reporting.rules.linked_numbers import NumberTarget
from phongtrao.reporting.rules.said_numbers import numbers_in


@dataclass(frozen=True, slots=True)
class TraceFault:
    """What has no source: a code, the words concerned, and the line (0 for the table).

    Codes: "sentence.no_source", "sentence.gone", "number.no_source", "number.differs",
    "count.differs", "figure.no_source".
    """

    code: str
    what: str
    line: int = 0


@dataclass(slots=True)
class Trace:
    """What was followed to its source; `own` sentences are marked as the author's own.

    `own_numbers` are those of such sentences that are linked to no figure.
    """

    sentences: int = 0
    own: int = 0
    numbers: int = 0
    own_numbers: int = 0
    faults: list[TraceFault] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether everything resolves or is marked as the author's own."""
        return not self.faults

    def of_line(self, line: int) -> list[TraceFault]:
        """The faults of one line."""
        return [fault for fault in self.faults if fault.line == line]


def trace(contents: PaperContents) -> Trace:
    """Follow every printed sentence and number of the paper to what it was drawn from.

    A number inside a sentence resolves when it is linked to a figure of the paper that says the
    same, or when a source says the same number, in figures or in words; "12/96" at the head of a
    merged statement when 12 areas are among its sources.
    """
    found = Trace()
    lines = [line for section in contents.sections if section.number for line in section.kept]
    versions = _versions(lines, contents)
    targets = figure_targets(contents.figures)
    for line in lines:
        found.sentences += 1
        found.own += line.is_own
        if line.is_own or _has_sources(line, versions, contents.figures.of, found):
            _trace_numbers(line, versions, targets, found)
    for row in contents.figures.figures:
        if row["value"] is None:
            continue
        found.numbers += 1
        if not row["versions"] or any(pk not in versions for pk in row["versions"]):
            found.faults.append(TraceFault("figure.no_source", row["name"]))
    return found


def _has_sources(
    line: PaperLine, versions: Mapping[int, ReportVersion], of: int, found: Trace
) -> bool:
    """Whether reports say the sentence; the count at its head is compared with them."""
    sources = {version.pk for version in line.sources.all()}
    said = [_said(versions.get(pk), index) for pk, index in line.places]
    if not sources:
        found.faults.append(TraceFault("sentence.no_source", line.text, line.pk))
        return False
    if None in said or any(pk not in sources for pk, _index in line.places):
        found.faults.append(TraceFault("sentence.gone", line.text, line.pk))
        return False
    counted = counted_together(line.text)
    if counted:
        areas = {versions[pk].report.area_id for pk in sources}
        if counted[:2] != (len(areas), of):
            found.faults.append(TraceFault("count.differs", line.text, line.pk))
    return True


def _trace_numbers(
    line: PaperLine,
    versions: Mapping[int, ReportVersion],
    targets: Sequence[NumberTarget],
    found: Trace,
) -> None:
    counted = counted_together(line.text)
    start = len(line.text) - len(counted[2]) if counted else 0
    found.numbers += bool(counted)
    said = [_said(versions.get(pk), index) for pk, index in line.places]
    words = [text for text in said if text] or [line.source_text]
    known = {number.value for text in words for number in numbers_in(text)}
    for told in line_numbers(line, targets):
        if told.number.start < start:
            continue
        found.numbers += 1
        if told.agrees is False:
            found.faults.append(TraceFault("number.differs", told.said, line.pk))
        elif told.agrees is None and line.is_own:
            found.own_numbers += 1
        elif told.agrees is None and told.number.value not in known:
            found.faults.append(TraceFault("number.no_source", told.said, line.pk))


def _said(version: ReportVersion | None, index: int) -> str | None:
    """The words of one statement; None where the version says no such thing."""
    if version is None or not 0 <= index < len(version.statements):
        return None
    return version.statements[index]["text"]


def _versions(lines: Iterable[PaperLine], contents: PaperContents) -> dict[int, ReportVersion]:
    wanted = {pk for line in lines for pk, _index in line.places}
    wanted |= {version.pk for line in lines for version in line.sources.all()}
    wanted |= {pk for row in contents.figures.figures for pk in row["versions"]}
    rows = ReportVersion.objects.filter(pk__in=wanted).select_related("report")
    return {version.pk: version for version in rows}
