"""From the late of a round to the Word draft of the letter that urges them. Stores nothing.

The words are Vietnamese whatever the language of the page.
"""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.utils import translation

from phongtrao.core.formats import date_vn, datetime_vn
from phongtrao.org.models import Body
from phongtrao.publishing.actions.letterheads import letterhead_of
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.papers import (
    Authority,
    AuthorityLine,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper
from phongtrao.reporting.exports import period_name
from phongtrao.reporting.models import Round
from phongtrao.reporting.queries import Overdue

_MOST_ADDRESSEES = 12  # more are named in the text, not at the head


def late_bytes(round_: Round, items: Sequence[Overdue], *, issuer: Body, day: date) -> bytes:
    """The letter as .docx, with the demo mark on a demo installation."""
    with translation.override("vi"):
        letter = late_letter(round_, items, issuer=issuer, day=day)
        return render_paper(letter, profile=profile_on(day), demo_mark=settings.DEMO)


def late_letter(
    round_: Round, items: Sequence[Overdue], *, issuer: Body, day: date
) -> OfficialPaper:
    """The typed content of the letter; number and signature stay open for the pen."""
    head = head_of(issuer, "", day)
    ordinal = max((item.ordinal for item in items), default=1)
    again = f" (lần {ordinal})" if ordinal > 1 else ""
    names = tuple(item.report.body.name for item in items)
    many = len(names) > _MOST_ADDRESSEES
    asked = f"{round_.template_version.template.name}, {period_name(round_)}"
    return OfficialPaper(
        kind=PaperKind.LETTER,
        letterhead=letterhead_of(head, symbol=issuer.symbol),
        abstract=f"đôn đốc gửi báo cáo quá hạn{again}",
        addressees=("Các cơ quan có tên dưới đây",) if many else names,
        opening=(
            f"{asked} có hạn gửi là {datetime_vn(round_.deadline_at)}. Qua theo dõi, đến ngày"
            f" {date_vn(day)}, các cơ quan dưới đây chưa gửi báo cáo:"
        ),
        sections=tuple(_sections(items)),
        closing=(
            f"{head.issuer} đề nghị các cơ quan khẩn trương hoàn thành, gửi báo cáo; trường hợp"
            " có khó khăn, vướng mắc, nêu rõ nguyên nhân và thời gian hoàn thành"
        ),
        recipients=Recipients(("Như trên",)),
        signatures=(SignatureBlock((AuthorityLine(Authority.OWN, ""),)),),
    )


def _sections(items: Sequence[Overdue]) -> list[PaperSection]:
    """The bodies under the time they are urged for, those urged most often first."""
    found = []
    ordinals = sorted({item.ordinal for item in items}, reverse=True)
    for place, ordinal in enumerate(ordinals, start=1):
        title = f"Đôn đốc lần {ordinal}"
        lines = tuple(_line(item) for item in items if item.ordinal == ordinal)
        found.append(PaperSection(SectionLevel.CLAUSE, str(place), title, lines))
    return found


def _line(item: Overdue) -> Statement:
    late = f", quá hạn {item.days_late} ngày" if item.days_late else ""
    before = f", đã đôn đốc tại {item.last_paper}" if item.last_paper else ""
    return Statement(f"- {item.report.body.name}{late}{before}.")
