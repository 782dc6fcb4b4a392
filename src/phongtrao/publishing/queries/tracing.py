"""Proving that a paper says nothing without a source: its sentences, their numbers, its table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from phongtrao.publishing.models import PaperLine
from phongtrao.publishing.queries.contents import PaperContents
from phongtrao.publishing.rules.drafting import counted_together
from phongtrao.reporting.models import ReportVersion
from phongtrao.reporting.rules.said_numbers import numbers_in


@dataclass(slots=True)
class Trace:
    """What was followed to its source; `own` sentences are marked as the author's own.

    `faults` name each sentence or number without a source by code and by what it is:
    "sentence.no_source", "sentence.gone", "number.no_source", "count.differs",
    "figure.no_source".
    """

    sentences: int = 0
    own: int = 0
    numbers: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether everything resolves or is marked as the author's own."""
        return not self.faults


def trace(contents: PaperContents) -> Trace:
    """Follow every printed sentence and number of the paper to what it was drawn from.

    A number inside a sentence resolves when a source says the same number, in figures or in
    words; "12/96" at the head of a merged statement when 12 areas are among its sources.
    """
    found = Trace()
    lines = [line for section in contents.sections if section.number for line in section.kept]
    versions = _versions(lines, contents)
    for line in lines:
        found.sentences += 1
        if line.is_own:
            found.own += 1
        else:
            _trace_line(line, versions, contents.figures.of, found)
    for row in contents.figures.figures:
        if row["value"] is None:
            continue
        found.numbers += 1
        if not row["versions"] or any(pk not in versions for pk in row["versions"]):
            found.faults.append(("figure.no_source", row["name"]))
    return found


def _trace_line(
    line: PaperLine, versions: Mapping[int, ReportVersion], of: int, found: Trace
) -> None:
    sources = {version.pk for version in line.sources.all()}
    said = [_said(versions.get(pk), index) for pk, index in line.places]
    if not sources:
        found.faults.append(("sentence.no_source", line.text))
        return
    if None in said or any(pk not in sources for pk, _index in line.places):
        found.faults.append(("sentence.gone", line.text))
        return
    counted = counted_together(line.text)
    if counted:
        found.numbers += 1
        areas = {versions[pk].report.area_id for pk in sources}
        if counted[:2] != (len(areas), of):
            found.faults.append(("count.differs", line.text))
    words = [text for text in said if text] or [line.source_text]
    known = {number.value for text in words for number in numbers_in(text)}
    for number in numbers_in(counted[2] if counted else line.text):
        found.numbers += 1
        if number.value not in known:
            found.faults.append(("number.no_source", line.text[number.start : number.end]))


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
