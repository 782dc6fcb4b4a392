"""Changing a paper while it is a draft: its head and its lines."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, StaleVersion
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.models import Paper, PaperLine, PaperSection
from phongtrao.publishing.rules.drafting import HEAD, LONGEST_LINE
from phongtrao.publishing.workflow import LINE, PAPER, LineState, SigningAuthority
from phongtrao.reporting.actions.held_rows import held_row
from phongtrao.reporting.rules.linked_numbers import without_numbers

_TEXT = N_("Nội dung")


@transaction.atomic
def edit_paper(
    paper: Paper, values: Mapping[str, str], *, expected_version: int, by: Actor
) -> Paper:
    """Change the head of a paper (`rules.HEAD`); raises ``StaleVersion`` with both sides."""
    found = _draft(paper, by)
    clean = _clean_head(values)
    changed = {name: text for name, text in clean.items() if getattr(found, name) != text}
    if changed and found.row_version != expected_version:
        raise StaleVersion(
            mine={HEAD[name].label: text for name, text in changed.items()},
            theirs={HEAD[name].label: getattr(found, name) for name in changed},
            version=found.row_version,
            labels={name: field.label for name, field in HEAD.items()},
        )
    if not changed:
        return found
    for name, text in changed.items():
        setattr(found, name, text)
    found.title_folded = fold(found.title)[:520]
    touch(found)
    audit.record("paper.edited", found, by=by, fields=sorted(changed))
    return found


@transaction.atomic
def add_line(section: PaperSection, text: str, *, by: Actor) -> PaperLine:
    """Add the author's own words at the end of a section; they are shown as his own."""
    found = _draft(section.paper, by)
    line = _append(section, PaperLine(text=_clean_text(text)))
    touch(found)
    audit.record("paper.line_added", found, by=by, line=line.pk, own=True)
    return line


@transaction.atomic
def add_told(paper: Paper, key: str, *, by: Actor) -> PaperLine:
    """Put a statement from below into the section of its topic, with all its sources.

    Said again it is not doubled: the line that stands there is taken back if it was dropped.
    Raises ``Refused`` when no report says so any more.
    """
    found = _draft(paper, by)
    of = queries.newest_figures(found).of
    below = queries.told_below(queries.versions_below(by, found.round), found.round, of)
    told = next((item for item in below if item.key == key), None)
    section = found.sections.filter(topic=told.topic).first() if told else None
    if told is None or section is None:
        raise Refused(
            N_("Ý này không còn trong báo cáo nguồn nên chưa thêm. Hãy tải lại trang để xem."),
            code="statement_gone",
        )
    line = next((row for row in section.lines.all() if _says(row, told)), None)
    if line is None:
        line = _append(
            section, PaperLine(text=told.said, source_text=told.said, places=told.places)
        )
        line.sources.add(*told.versions)
    line.state = LineState.KEPT
    line.save(update_fields=["state"])
    touch(found)
    versions = [version.pk for version in told.versions]
    audit.record("paper.line_added", found, by=by, line=line.pk, versions=versions)
    return line


@transaction.atomic
def edit_line(line: PaperLine, text: str, *, expected_version: int, by: Actor) -> PaperLine:
    """Change the words of a line; its sources stay, and the page says that it was changed."""
    found = _draft(line.section.paper, by)
    row = PaperLine.objects.select_for_update().get(pk=line.pk)
    clean = _clean_text(text)
    if row.text == clean:
        return row
    if row.row_version != expected_version:
        raise StaleVersion(
            mine={_TEXT: clean},
            theirs={_TEXT: row.text},
            version=row.row_version,
            labels={"text": _TEXT},
        )
    if without_numbers(row.text) != without_numbers(clean):
        row.links = []
    row.text = clean
    row.row_version += 1
    row.save(update_fields=["text", "links", "row_version"])
    touch(found)
    audit.record("paper.line_edited", found, by=by, line=row.pk)
    return row


@transaction.atomic
def drop_line(line: PaperLine, *, by: Actor) -> PaperLine:
    """Leave a line out of the paper; it is kept beside and can be taken back."""
    return _turn(line, "drop", by)


@transaction.atomic
def restore_line(line: PaperLine, *, by: Actor) -> PaperLine:
    """Take a dropped line back."""
    return _turn(line, "restore", by)


@transaction.atomic
def move_line(line: PaperLine, *, up: bool, by: Actor) -> PaperLine:
    """Change places with the neighbour above or below; nothing happens at either end."""
    found = _draft(line.section.paper, by)
    rows = list(
        PaperLine.objects.select_for_update()
        .filter(section=line.section_id, state=LineState.KEPT)
        .order_by("position", "pk")
    )
    places = [row.pk for row in rows]
    if line.pk not in places:
        return line
    here = places.index(line.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(rows):
        return line
    rows[here], rows[there] = rows[there], rows[here]
    for position, row in enumerate(rows):
        row.position = position
    PaperLine.objects.bulk_update(rows, ["position"])
    touch(found)
    audit.record("paper.line_moved", found, by=by, line=line.pk, place=there)
    return rows[there]


def held(paper: Paper, by: Actor) -> Paper:
    """The paper's row, held until the transaction ends, for somebody who may edit it."""
    rows = Paper.objects.select_for_update(of=("self",))
    found = held_row(rows.select_related("round__template_version__template", "body"), paper.pk)
    if not permissions.can_edit(by, found):
        raise Forbidden(
            N_("Chỉ cán bộ của cơ quan soạn thảo mới sửa được văn bản này. Chưa có gì thay đổi.")
        )
    return found


def touch(paper: Paper) -> None:
    """Save the paper under its next version, after its lines."""
    paper.row_version += 1
    paper.save()
    search.refresh(Paper, [paper.pk])


def _draft(paper: Paper, by: Actor) -> Paper:
    found = held(paper, by)
    PAPER.target("edit", current=found.state)
    return found


def _turn(line: PaperLine, verb: str, by: Actor) -> PaperLine:
    found = _draft(line.section.paper, by)
    row = PaperLine.objects.select_for_update().get(pk=line.pk)
    row.state = LINE.target(verb, current=row.state)
    row.row_version += 1
    row.save(update_fields=["state", "row_version"])
    touch(found)
    done = {"drop": "paper.line_dropped", "restore": "paper.line_restored"}[verb]
    audit.record(done, found, by=by, line=row.pk)
    return row


def _says(line: PaperLine, told: queries.ToldBelow) -> bool:
    """Whether the line was drawn from one of these statements, whatever it counts now."""
    return line.source_text == told.said or any(place in line.places for place in told.places)


def _append(section: PaperSection, line: PaperLine) -> PaperLine:
    last = section.lines.aggregate(last=Max("position"))["last"]
    line.section = section
    line.position = 0 if last is None else last + 1
    line.save()
    return line


def _clean_text(text: str) -> str:
    clean = tidy(text).strip()
    if not clean:
        raise InvalidInput(N_("Chưa có nội dung nên chưa lưu. Hãy nhập câu rồi lưu."), "line.empty")
    if len(clean) > LONGEST_LINE:
        raise InvalidInput(
            N_("Câu dài quá %(most)s ký tự nên chưa lưu. Hãy tách thành nhiều câu."),
            "line.too_long",
            most=LONGEST_LINE,
        )
    return clean


def _clean_head(values: Mapping[str, str]) -> dict[str, str]:
    clean: dict[str, str] = {}
    faults: dict[str, str] = {}
    for name, field in HEAD.items():
        if name not in values:
            continue
        text = tidy(values[name]).strip() if field.lines > 1 else tidy_line(values[name])
        if field.required and not text:
            faults[name] = N_("Mục này không được để trống.")
        elif len(text) > field.longest:
            faults[name] = N_("Nội dung dài quá số ký tự cho phép.")
        clean[name] = text
    if clean.get("signer_authority", SigningAuthority.OWN) not in SigningAuthority.values:
        faults["signer_authority"] = N_("Thẩm quyền ký không có trong danh sách.")
    if faults:
        raise InvalidInput("", "paper.head", fields=faults)
    return clean
