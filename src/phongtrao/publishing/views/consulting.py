"""The word of others on a paper; what was handed in side by side; the files of its steps."""

from functools import partial
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from phongtrao.core import clock, files, uploads
from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest, actor_of
from phongtrao.publishing import actions, permissions, queries
from phongtrao.publishing.forms import AnswerForm, AskForm, RecordedAnswerForm
from phongtrao.publishing.models import Paper, PaperStep, PaperVersion
from phongtrao.publishing.views.deciding import signed_step
from phongtrao.publishing.workflow import StepKind


@requires("paper.draft")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_ask(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask a body or a unit for its word."""
    paper = queries.paper_for(request.actor, pk)
    if not permissions.can_edit(request.actor, paper):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan soạn thảo mới xin ý kiến được."))
    form = AskForm(request.POST or None, bodies=queries.bodies_to_ask(paper, clock.today()))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        act = partial(
            actions.ask_word,
            paper,
            data["text"],
            body=form.chosen,
            unit=data["unit"],
            by=request.actor,
        )
        said = _("Đã xin ý kiến.")
        answer = carried_out(request, form, act, said, "publishing:paper-detail", pk)
        if answer is not None:
            return answer
    return form_page(request, "publishing/paper_ask.html", {"paper": paper, "form": form})


@requires("paper.answer")
@require_http_methods(["GET", "HEAD", "POST"])
def step_answer(request: ActingRequest, pk: int, step_pk: int) -> HttpResponse:
    """Give the word of one's body."""
    paper, step = _question(request, pk, step_pk)
    if not permissions.can_answer(request.actor, step):
        raise Forbidden(N_("Chỉ cơ quan được xin ý kiến mới cho ý kiến được."))
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = partial(actions.answer_word, step, form.cleaned_data["text"], by=request.actor)
        said = _("Đã gửi ý kiến.")
        answer = carried_out(request, form, act, said, "publishing:paper-detail", pk)
        if answer is not None:
            return answer
    return _answer_page(request, paper, step, form)


@requires("paper.record_signed", before=uploads.judged)
@require_http_methods(["GET", "HEAD", "POST"])
def step_record(request: ActingRequest, pk: int, step_pk: int) -> HttpResponse:
    """Record a word that came on paper."""
    paper, step = _question(request, pk, step_pk)
    if not permissions.can_record_answer(request.actor, paper, step):
        raise Forbidden(N_("Chỉ văn thư của hai cơ quan mới ghi nhận được ý kiến bằng giấy."))
    form = RecordedAnswerForm(
        request.POST or None, request.FILES or None, initial={"signed_on": clock.today()}
    )
    if request.method == "POST" and form.is_valid():

        def act() -> PaperStep:
            data: dict[str, Any] = form.cleaned_data
            signed = signed_step(request, data)
            return actions.answer_word(step, data["text"], by=request.actor, signed=signed)

        said = _("Đã ghi nhận ý kiến theo bản giấy.")
        answer = carried_out(request, form, act, said, "publishing:paper-detail", pk)
        if answer is not None:
            return answer
    return _answer_page(request, paper, step, form)


@requires("paper.read")
@require_safe
def step_file(request: HttpRequest, pk: int, step_pk: int) -> FileResponse:
    """The signed copy or the picture of a step."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    step = queries.step_for(paper, step_pk)
    if step.file is None or not permissions.can_read_step(actor, paper, step):
        raise NotFound
    return files.attachment(step.file)


@requires("paper.read")
@require_safe
def paper_compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What was handed in once beside what stands now, or what was handed in later."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    if not permissions.can_follow(actor, paper):
        raise NotFound
    versions = queries.versions_of(paper)
    before = versions[-2:][:1]
    left = _asked_version(request.GET.get("truoc", ""), versions) or next(iter(before), None)
    right = _asked_version(request.GET.get("sau", ""), versions)
    now = right.content if right else queries.snapshot(queries.contents_of(paper))
    context = {
        "paper": paper,
        "versions": versions,
        "left": left,
        "right": right,
        "found": queries.compare(left.content, now) if left else None,
    }
    return page(request, "publishing/paper_compare.html", context)


def _asked_version(text: str, versions: list[PaperVersion]) -> PaperVersion | None:
    return next((each for each in versions if str(each.n) == text), None)


def _question(request: ActingRequest, pk: int, step_pk: int) -> tuple[Paper, PaperStep]:
    paper = queries.paper_for(request.actor, pk)
    step = queries.step_for(paper, step_pk)
    if step.kind != StepKind.ASKED:
        raise NotFound
    return paper, step


def _answer_page(request: ActingRequest, paper: Paper, step: PaperStep, form: Any) -> HttpResponse:
    context = {"paper": paper, "step": step, "form": form}
    return form_page(request, "publishing/step_answer.html", context)
