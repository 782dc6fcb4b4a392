"""The list of papers, drawing one up, and the page on which it is written."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from phongtrao.core import lists
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.publishing import actions, exports, permissions, queries
from phongtrao.publishing.actions.report_files import Looks, NotPrinted
from phongtrao.publishing.forms import PaperFilter, RoundChoiceForm
from phongtrao.publishing.models import Paper
from phongtrao.publishing.workflow import ON_THE_WAY, OUT, PAPER, PaperState
from phongtrao.reporting.exports import TONES as REPORT_TONES
from phongtrao.reporting.exports import period_name
from phongtrao.reporting.models import ReportVersion

_SHIPPED = "co-san"  # the word of an address for the shipped layout


@requires("paper.read")
@require_safe
def paper_list(request: HttpRequest) -> HttpResponse:
    """The papers one sees."""
    actor = actor_of(request)
    filters = PaperFilter(request.GET, queries.paper_rows(actor), request=request)
    found = lists.list_page(request, exports.PAPER_LIST, filters.qs, filters=filters)
    context = {
        "list": found,
        "may_draft": actor.can("paper.draft"),
        "may_set_rules": permissions.can_set_rules(actor),
        "may_set_template": permissions.can_set_template(actor),
    }
    return page(request, "publishing/paper_list.html", context)


@requires("paper.read")
@require_safe
def paper_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    rows = PaperFilter(request.GET, queries.paper_rows(actor_of(request)), request=request).qs
    return lists.excel(request, exports.PAPER_LIST, rows)


@requires("paper.draft")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_draft(request: HttpRequest) -> HttpResponse:
    """Choose the round and draw up its report; a report that is being written is opened."""
    actor = actor_of(request)
    asked = request.POST or ({"round": request.GET["dot"]} if "dot" in request.GET else None)
    form = RoundChoiceForm(asked, actor=actor)
    chosen = form.rounds[form.cleaned_data["round"]] if asked and form.is_valid() else None
    known = queries.open_paper(actor, chosen, actor.body.area_id) if chosen and actor.body else None
    if known is not None:
        return redirect("publishing:paper-detail", known.pk)
    if request.method == "POST" and chosen is not None and actor.body is not None:
        paper = actions.draft_paper(chosen, actor.body.area_id, by=actor)
        messages.success(request, _("Đã soạn báo cáo từ các báo cáo của đợt."))
        return redirect("publishing:paper-detail", paper.pk)
    figures = queries.take_figures(actor, chosen, approved_only=False) if chosen else None
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "chosen": chosen, "figures": figures}
    return page(request, "publishing/paper_draft.html", context, status=status)


@requires("paper.read")
@require_safe
def paper_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper: outline, draft with figures and sources, and what is told from below."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    contents = queries.contents_of(paper)
    may_edit = paper.state == PaperState.DRAFT and permissions.can_edit(actor, paper)
    versions = queries.versions_below(actor, paper.round) if may_edit else []
    context = _context(actor, paper) | {
        "contents": contents,
        "trace": queries.trace(contents),
        "trace_words": exports.TRACE_WORDS,
        "may_edit": may_edit,
        "below": _below(contents, versions),
        "outdated": queries.outdated_sources(versions, contents.figures) if may_edit else 0,
        "history": exports.history_of(paper),
    }
    return page(request, "publishing/paper_detail.html", context | _way(actor, paper))


@requires("paper.read")
@require_safe
def figure_sources(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """The reports behind a figure of the paper, as they were when the figures were taken."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    figures = queries.newest_figures(paper)
    row, parts, sources = queries.frozen_sources(figures, code)
    lines = queries.figure_lines(paper.round, figures)
    context = _context(actor, paper) | {
        "line": next(line for line in lines if line.code == code),
        "row": row,
        "figures": figures,
        "parts_of": parts,
        "sources": sources,
        "tones": REPORT_TONES,
    }
    return page(request, "publishing/figure_sources.html", context)


@requires("paper.read")
@require_safe
def report_file(request: HttpRequest, pk: int) -> FileResponse:
    """The report as a Word file."""
    paper = queries.paper_for(actor_of(request), pk)
    return exports.report_download(paper, _looks(request, paper))


@requires("paper.read")
@require_safe
def report_portable(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The report as PDF; where its body's template is not printed, why, and what else there is."""
    paper = queries.paper_for(actor_of(request), pk)
    try:
        return exports.report_pdf_download(paper, _looks(request, paper))
    except NotPrinted as refusal:
        context = {"paper": paper, "error": refusal}
        return page(request, "publishing/report_unprinted.html", context, status=refusal.status)


def _looks(request: HttpRequest, paper: Paper) -> Looks:
    """The template of the body once it is frozen, before that for its own officials."""
    if request.GET.get("mau") == _SHIPPED:
        return Looks.SHIPPED
    follows = permissions.can_follow(actor_of(request), paper)
    return Looks.OWN if paper.state in OUT or follows else Looks.SHIPPED


@requires("paper.read")
@require_safe
def summary_file(request: HttpRequest, pk: int) -> FileResponse:
    """The summary of two or three pages as a Word file."""
    return exports.summary_download(queries.paper_for(actor_of(request), pk))


@requires("paper.read")
@require_safe
def memo_file(request: HttpRequest, pk: int) -> FileResponse:
    """The phiếu trình as a Word file."""
    return exports.memo_download(queries.paper_for(actor_of(request), pk))


def _context(actor: Actor, paper: Paper) -> dict[str, object]:
    state = PaperState(paper.state)
    own = permissions.can_edit(actor, paper)
    return {
        "paper": paper,
        "period": period_name(paper.round),
        "state": (state.label, exports.TONES[state]),
        "may_submit": own and state == PaperState.DRAFT,
        "may_raise": state == PaperState.ISSUED
        and permissions.can_raise(actor, paper)
        and bool(queries.raisable_lines(paper)),
        "has_own_layout": _has_own_layout(actor, paper),
        "may_withdraw": own and state in ON_THE_WAY,
    }


def _has_own_layout(actor: Actor, paper: Paper) -> bool:
    """Whether the report that is offered is set in a template, beside the shipped layout."""
    if paper.state in OUT:
        return paper.word_template_id is not None
    return permissions.can_follow(actor, paper) and queries.template_in_use(paper) is not None


def _way(actor: Actor, paper: Paper) -> dict[str, object]:
    """The way of the paper, for its own body, and what the actor may do about it."""
    steps = queries.steps_of(paper)
    state, follows = PaperState(paper.state), permissions.can_follow(actor, paper)
    way = queries.way_of(paper, steps)
    records = permissions.can_record_step(actor, paper)
    may = {
        "note": state == PaperState.PRESENTED and permissions.can_sign(actor, paper),
        "return_": "return" in PAPER.verbs(state) and permissions.can_return(actor, paper),
        "record": records and state in {*ON_THE_WAY, PaperState.SIGNED},
        "record_answers": records and "answer" in PAPER.verbs(state),
        "ask": "ask" in PAPER.verbs(state) and permissions.can_edit(actor, paper),
        "compare": any(step.version_id for step in steps),
        "send": "send" in PAPER.verbs(state) and permissions.can_send(actor, paper),
    }
    asked = [
        each.asked
        for each in way.questions
        if each.answer is None and permissions.can_answer(actor, each.asked)
    ]
    return {
        "way": way if follows else None,
        "turn": queries.turn_of(actor, paper),
        "may": may,
        "asked": asked if "answer" in PAPER.verbs(state) else [],
        "receipts": queries.receipts_of(paper) if follows and state in OUT else None,
        "tones": exports.STEP_TONES,
    }


def _below(
    contents: queries.PaperContents, versions: list[ReportVersion]
) -> list[queries.TopicBelow]:
    used = {
        (version, index)
        for section in contents.sections
        for line in section.kept
        for version, index in line.places
    }
    told = queries.told_below(versions, contents.paper.round, contents.figures.of)
    return queries.below_by_topic(told, used)
