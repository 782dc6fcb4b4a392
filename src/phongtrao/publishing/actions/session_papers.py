"""The minutes of a session of an inspection as a Word draft. Stores nothing.

The words are those of the minutes as saved; both sides sign with the pen.
"""

import re
from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from phongtrao.core.formats import date_vn
from phongtrao.oversight.models import InspectionSession
from phongtrao.publishing.actions.letterheads import letterhead_of
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    Statement,
    side,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

_MOST_RECIPIENTS = 12
_HEADING = re.compile(r"([IVX]+)\. (.+)")


def session_minutes_bytes(session: InspectionSession) -> bytes:
    """The *biên bản làm việc* as .docx; number and signatures stay open."""
    with translation.override("vi"):
        return render_paper(
            session_minutes_of(session),
            profile=profile_on(session.held_on),
            demo_mark=settings.DEMO,
        )


def session_minutes_of(session: InspectionSession) -> OfficialPaper:
    """The typed content of the minutes: the saved text under the head of the body in charge."""
    inspection = session.entry
    head = head_of(inspection.body, PaperKind.MINUTES.abbreviation, session.held_on)
    bodies = [each.body.name for each in session.bodies.select_related("body")]
    basis = f"Căn cứ {inspection.decision_paper} ngày {date_vn(inspection.decided_on)}"
    return OfficialPaper(
        kind=PaperKind.MINUTES,
        letterhead=letterhead_of(head),
        abstract=f"Làm việc của {_team(session)}",
        legal_bases=(basis,),
        opening=f"{session.title}, ngày {date_vn(session.held_on)}:",
        sections=tuple(_sections(session.minutes)),
        closing=(
            "Biên bản đã được đọc lại cho các bên cùng nghe, thống nhất và lập thành các bản có"
            " giá trị như nhau, mỗi bên giữ một bản"
        ),
        signatures=(
            side("Đại diện cơ quan được kiểm tra", "", ""),
            side("Đại diện đoàn kiểm tra", "", ""),
        ),
        recipients=Recipients(tuple(bodies[:_MOST_RECIPIENTS]) or ("Như trên",)),
    )


def _team(session: InspectionSession) -> str:
    number = session.entry.team_number
    return f"Đoàn kiểm tra số {number}" if number else "Đoàn kiểm tra"


def _sections(text: str) -> Iterator[PaperSection]:
    """The parts of the text: a line "I. …" begins one, every other line is a paragraph."""
    number = title = ""
    lines: list[Statement] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        found = _HEADING.fullmatch(line)
        if found is None:
            lines.append(Statement(line))
            continue
        if title or lines:
            yield PaperSection(SectionLevel.SECTION, number, title, tuple(lines))
        number, title, lines = found[1], found[2], []
    if title or lines:
        yield PaperSection(SectionLevel.SECTION, number, title, tuple(lines))
