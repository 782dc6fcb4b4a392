"""A paper on its way out: handed in for signature, taken back, numbered and frozen."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, files
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, TransitionRefused
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.actions.composition import memo_bytes, report_bytes
from phongtrao.publishing.actions.editing import held, touch
from phongtrao.publishing.actions.initialling import NEXT, pass_over
from phongtrao.publishing.actions.steps import add_step, require_version, tell
from phongtrao.publishing.actions.word_templates import OwnLayout, fits, own_layout_of
from phongtrao.publishing.models import Paper, PaperVersion
from phongtrao.publishing.rules.drafting import HEAD, paper_number
from phongtrao.publishing.workflow import OUT, PAPER, PaperState, StepKind
from phongtrao.reporting.actions.held_rows import held_row
from phongtrao.reporting.models import Report, ReportVersion
from phongtrao.reporting.workflow import ReportState

_NEEDED = ("signer_office", "addressees", "recipients")


@transaction.atomic
def submit_for_signature(paper: Paper, *, expected_version: int, by: Actor) -> Paper:
    """Hand the paper in for signature: only on approved reports, as they stand now.

    Raises ``Refused`` while a figure or a sentence rests on a report that is not approved or has
    a newer version, ``InvalidInput`` naming what the head still lacks, ``StaleVersion``.
    """
    found = held(paper, by)
    state = PAPER.target("submit", current=found.state)
    require_version(found, expected_version)
    _require_head(found)
    contents = queries.contents_of(found)
    _require_approved(contents)
    found.state = state
    found.submitted_at = clock.now()
    found.submitted_by = by.posting
    _keep_version(contents)
    add_step(found, StepKind.SUBMITTED, by=by)
    pass_over(found, by)
    touch(found)
    audit.record("paper.submitted", found, by=by, figures=contents.figures.n)
    text = _("Trình ký: %(paper)s.") % {"paper": found}
    tell(found, text, "paper.submitted", by, *NEXT[PaperState(found.state)])
    return found


def _keep_version(contents: queries.PaperContents) -> None:
    """What is handed in stays as it was, to be compared with what comes after a return."""
    before = queries.newest_version(contents.paper)
    PaperVersion.objects.create(
        paper=contents.paper,
        n=before.n + 1 if before else 1,
        content=queries.snapshot(contents),
        made_at=clock.now(),
    )


@transaction.atomic
def withdraw_from_signature(paper: Paper, *, by: Actor) -> Paper:
    """Take a paper back to be changed: it was returned unsigned, or a fault was seen."""
    found = held(paper, by)
    found.state = PAPER.target("withdraw", current=found.state)
    add_step(found, StepKind.WITHDRAWN, by=by)
    found.submitted_at = None
    found.submitted_by = None
    touch(found)
    audit.record("paper.withdrawn", found, by=by)
    return found


@transaction.atomic
def record_issue(
    paper: Paper,
    *,
    number: str,
    issued_on: date,
    expected_version: int,
    by: Actor,
    own: OwnLayout | None = None,
) -> Paper:
    """Write down the number and date that the agency's register gave, and freeze both files.

    The report is frozen in the template that its body uses (`own`, made ahead), in the shipped
    layout where there is none or it can not be filled. Raises ``InvalidInput`` for an impossible
    number or day, ``Refused`` when the body has another paper of this number and symbol in the
    same year.
    """
    found = _to_number(paper, by)
    _require_unnumbered(found, number)
    state = PAPER.target("issue", current=PaperState(found.state))
    require_version(found, expected_version)
    found.number = _require_number(found, number, issued_on)
    found.issued_on = issued_on
    found.state = state
    found.issued_at = clock.now()
    found.issued_by = by.posting
    _freeze(found, own, by)
    add_step(found, StepKind.ISSUED, by=by, text=found.heading, signed_on=issued_on)
    touch(found)
    audit.record(
        "paper.issued",
        found,
        by=by,
        number=found.heading,
        issued_on=issued_on.isoformat(),
        sha256=found.report_file.sha256 if found.report_file else "",
    )
    told = _("Đã ban hành %(paper)s, số %(number)s.")
    text = told % {"paper": found, "number": found.heading}
    tell(found, text, "paper.issued", by, "paper.draft", "paper.record_signed")
    return found


def _freeze(paper: Paper, own: OwnLayout | None, by: Actor) -> None:
    """Keep both Word files of a numbered paper as they are now."""
    contents = queries.contents_of(paper)
    own = own if fits(own, paper) else own_layout_of(paper)
    report = own.data if own else None
    paper.word_template = own.template if own and report else None
    name = f"{paper.number}-{paper.symbol}.docx".replace("/", "-")
    for field, prefix, content in (
        ("report_file", "Bao-cao", report or report_bytes(contents)),
        ("memo_file", "Phieu-trinh", memo_bytes(contents)),
    ):
        setattr(paper, field, files.store(content, name=f"{prefix}-{name}", kind="docx", by=by))


def _to_number(paper: Paper, by: Actor) -> Paper:
    rows = Paper.objects.select_for_update(of=("self",))
    found = held_row(rows.select_related("round__template_version__template", "body"), paper.pk)
    if not permissions.can_record_issue(by, found):
        raise Forbidden(
            N_("Chỉ cơ quan soạn thảo mới ghi được số, ngày ban hành. Chưa có gì thay đổi.")
        )
    require_official(found)
    return found


def require_official(paper: Paper) -> None:
    """Raise ``Refused`` for a paper of a training round: it gets no number of the register."""
    if paper.is_training:
        raise Refused(
            N_(
                "Văn bản này thuộc đợt tập làm nên không được cấp số, không ban hành. Nội dung vẫn"
                " còn; hãy soạn từ đợt báo cáo chính thức khi cần ban hành."
            ),
            code="training",
        )


def _require_unnumbered(paper: Paper, typed: str) -> None:
    """Two clerks, one paper: the second is told whose number stands and what became of his."""
    if paper.state not in OUT or paper.issued_on is None:
        return
    step = paper.steps.filter(kind=StepKind.ISSUED).last()
    raise TransitionRefused(
        N_(
            "%(who)s đã ghi số %(number)s ngày %(day)s cho văn bản này; số đó được giữ nguyên và số"
            ' "%(typed)s" bạn nhập chưa được ghi. Hãy đối chiếu sổ văn bản đi; nếu số đã ghi sai,'
            " hãy báo lãnh đạo cơ quan."
        ),
        code="numbered_before",
        who=step.author if step else paper.body.name,
        number=paper.heading,
        day=date_vn(paper.issued_on),
        typed=tidy_line(typed)[:20],
    )


def _require_head(paper: Paper) -> None:
    lacking = {
        HEAD[name].label: N_("Chưa ghi.") for name in _NEEDED if not getattr(paper, name).strip()
    }
    if lacking:
        raise InvalidInput(
            N_("Chưa trình ký được vì còn thiếu: %(names)s. Hãy sửa thể thức rồi trình lại."),
            "paper.incomplete",
            fields=lacking,
            names=", ".join(lacking),
        )


def _require_approved(contents: queries.PaperContents) -> None:
    figures = contents.figures
    if figures.not_approved:
        raise Refused(
            N_(
                "Số liệu còn gồm %(open)s/%(all)s báo cáo chưa được duyệt nên chưa trình ký."
                " Hãy bấm Chỉ lấy số liệu đã duyệt, xem thay đổi rồi trình lại."
            ),
            code="not_approved",
            open=figures.not_approved,
            all=figures.reported,
        )
    valid = _valid_versions(figures.versions)
    gone = len(set(figures.versions) - valid)
    if gone:
        raise Refused(
            N_(
                "%(count)s báo cáo đã bị trả lại hoặc có bản mới sau khi lấy số liệu nên chưa"
                " trình ký. Hãy cập nhật số liệu, xem thay đổi rồi trình lại."
            ),
            code="figures_outdated",
            count=gone,
        )
    _require_approved_lines(contents)


def _require_approved_lines(contents: queries.PaperContents) -> None:
    lines = [line for section in contents.sections for line in section.kept if not line.is_own]
    sources = {line.pk: {version.pk for version in line.sources.all()} for line in lines}
    valid = _valid_versions([pk for ids in sources.values() for pk in ids])
    open_lines = [line for line in lines if not sources[line.pk] & valid]
    if open_lines:
        raise Refused(
            N_(
                "%(count)s câu dẫn báo cáo chưa được duyệt hoặc đã có bản mới, bắt đầu từ:"
                ' "%(start)s…". Hãy bỏ các câu đó hoặc chờ duyệt rồi trình lại.'
            ),
            code="lines_not_approved",
            count=len(open_lines),
            start=open_lines[0].text[:60],
        )


def _valid_versions(ids: list[int]) -> set[int]:
    """Which of these versions are the newest of an approved report."""
    approved = Report.objects.filter(state__in=[ReportState.APPROVED, ReportState.LOCKED])
    rows = ReportVersion.objects.filter(pk__in=set(ids), report__in=approved)
    return {
        pk for pk, n, newest in rows.values_list("pk", "n", "report__version_count") if n == newest
    }


def _require_number(paper: Paper, typed: str, issued_on: date) -> str:
    number = paper_number(typed)
    faults: dict[str, str] = {}
    if number is None:
        faults["number"] = N_(
            "Số văn bản là một số nguyên, có thể kèm một chữ, ví dụ 125 hoặc 05a."
        )
    wrong_day = _wrong_day(paper, issued_on)
    if wrong_day:
        faults["issued_on"] = wrong_day
    if faults or number is None:
        raise InvalidInput(
            N_("Chưa ghi số, ngày ban hành. Hãy sửa các chỗ được chỉ ra rồi gửi lại."),
            "issue.invalid",
            fields=faults,
        )
    same = Paper.objects.filter(body_id=paper.body_id, state__in=OUT, number=number)
    other = same.filter(symbol=paper.symbol, issued_on__year=issued_on.year).first()
    if other is not None:
        raise Refused(
            N_(
                "Số %(number)s đã ghi cho báo cáo ban hành ngày %(day)s nên chưa ghi lần nữa."
                " Hãy kiểm tra sổ văn bản đi."
            ),
            code="number_taken",
            number=other.heading,
            day=date_vn(other.issued_on) if other.issued_on else "",
        )
    return number


def _wrong_day(paper: Paper, issued_on: date) -> str:
    """Why a paper cannot have been issued on a day; empty where it can."""
    if issued_on > clock.today():
        return N_("Ngày ban hành không thể sau hôm nay.")
    if issued_on < timezone.localtime(paper.created_at, clock.VIETNAM).date():
        return N_("Ngày ban hành không thể trước ngày soạn báo cáo.")
    signature = paper.steps.filter(kind=StepKind.SIGNED).last()
    if signature is not None and issued_on < signature.signed_on:
        return N_("Ngày ban hành không thể trước ngày ký.")
    return ""
