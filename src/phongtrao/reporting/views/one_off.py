"""One-off requests: asking, the asker's page with what came back, more time, closing early."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import clock, lists
from phongtrao.core.attempts import carried_out, form_page, show_refusal
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.reporting import actions, exports, permissions, queries
from phongtrao.reporting.forms.deadlines import MoreTimeForm
from phongtrao.reporting.forms.one_off import OneOffForm, outside_hours
from phongtrao.reporting.models import Round

SEND = "gui"  # the button that sends; any other shows what sending would do
MANY_TIMES = 3  # requests a month from which an area is named in the preview


@requires("report.read")
@require_safe
def one_off_list(request: HttpRequest) -> HttpResponse:
    """The one-off requests one has asked or was asked."""
    rows = queries.one_offs_for(actor_of(request))
    found = lists.list_page(request, exports.ONE_OFF_LIST, rows)
    return page(request, "reporting/one_off_list.html", {"list": found})


@requires("report.read")
@require_safe
def one_off_list_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    return lists.excel(request, exports.ONE_OFF_LIST, queries.one_offs_for(actor_of(request)))


@requires("round.open")
@require_http_methods(["GET", "HEAD", "POST"])
def one_off_ask(request: HttpRequest) -> HttpResponse:
    """Ask once: what is typed is first shown with what is known already, then sent."""
    actor = actor_of(request)
    form = OneOffForm(request.POST or None, actor=actor)
    preview: dict[str, Any] | None = None
    if request.method == "POST" and form.is_valid():
        draft = form.draft()
        try:
            actions.require_askable(draft)
            if request.POST.get("verb") == SEND and _has_seen(request, draft):
                asked = actions.ask_one_off(draft, by=actor)
                _tell_asked(request, asked.round)
                return redirect("reporting:oneoff-detail", asked.round_id)
            preview = _preview(actor, draft)
        except (InvalidInput, Refused, Forbidden) as refusal:
            _show_refusal(form, refusal)
    status = 422 if form.is_bound and form.errors else 200
    context = {"form": form, "preview": preview, "most_rows": actions.MOST_ROWS}
    return page(request, "reporting/one_off_form.html", context, status=status)


@requires("report.read")
@require_safe
def one_off_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What was asked and what came back: sums, who is missing, texts side by side."""
    return _detail_page(request, queries.one_off_for(actor_of(request), pk))


@requires("report.read")
@require_safe
def one_off_excel(request: HttpRequest, pk: int) -> FileResponse:
    """The answers as a workbook."""
    return exports.answers_workbook(*_answers(request, pk))


@requires("report.read")
@require_safe
def one_off_csv(request: HttpRequest, pk: int) -> FileResponse:
    """The answers as a CSV file that a spreadsheet opens with Vietnamese letters."""
    return exports.answers_csv(*_answers(request, pk))


@requires("round.open")
@require_POST
def one_off_extend(request: HttpRequest, pk: int) -> HttpResponse:
    """Give everybody who has not answered more time."""
    actor = actor_of(request)
    round_ = queries.one_off_for(actor, pk)
    if not permissions.can_close_round(actor, round_):
        raise Forbidden(N_("Chỉ cơ quan hỏi mới gia hạn được cho cả yêu cầu."))
    form = MoreTimeForm(request.POST)

    def act() -> Any:
        given = form.cleaned_data
        return actions.extend_unsent(
            round_, deadline_at=given["deadline_at"], reason=given["reason"], by=actor
        )

    said = _("Đã gia hạn cho các cơ quan chưa trả lời.")
    answer = carried_out(request, form, act, said, "reporting:oneoff-detail", pk)
    return answer or _detail_page(request, round_, form)


@requires("round.open")
@require_POST
def one_off_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a request early: who has not answered need not any more."""
    actor = actor_of(request)
    round_ = queries.one_off_for(actor, pk)
    actions.lock_round(round_, reason=request.POST.get("reason", ""), by=actor)
    messages.success(request, _("Đã kết thúc yêu cầu; các câu trả lời đã có được giữ nguyên."))
    return redirect("reporting:oneoff-detail", pk)


def _has_seen(request: HttpRequest, draft: actions.OneOffDraft) -> bool:
    """Whether the preview showed what is known of every indicator that is asked for."""
    shown = set(request.POST.get("da_xem", "").split(","))
    return "1" in shown and {row.indicator for row in draft.rows if row.indicator} <= shown


def _preview(actor: Any, draft: actions.OneOffDraft) -> dict[str, Any]:
    bodies = actions.answering_bodies(actor, draft.level, draft.area_ids)
    ids = [body.area_id for body in bodies]
    codes = [row.indicator for row in draft.rows if row.indicator]
    times = queries.asked_this_month(ids, actor.body.kind_id, clock.today())
    counts = [times.get(pk, 0) for pk in ids]
    named = {body.area_id: body.name for body in bodies}
    busy = [(named[pk], n) for pk, n in sorted(times.items(), key=lambda each: -each[1])]
    return {
        "draft": draft,
        "bodies": bodies,
        "without_body": len(draft.area_ids) - len(bodies),
        "known": queries.known_figures(actor, codes, ids, draft.level) if ids else [],
        "period_of": exports.period_name,
        "most": max(counts, default=0),
        "busy": [(name, n) for name, n in busy if n >= MANY_TIMES],
        "outside_hours": outside_hours(draft.deadline_at),
        "seen": ",".join(["1", *codes]),
    }


def _show_refusal(form: OneOffForm, refusal: InvalidInput | Refused | Forbidden) -> None:
    show_refusal(form, refusal)
    fields = refusal.fields if isinstance(refusal, InvalidInput) else {}
    at_rows = {name: _shown(said) for name, said in fields.items() if name.startswith("row-")}
    form.show_at_rows(at_rows)
    for said in at_rows.values():
        if said not in form.non_field_errors():
            form.add_error(None, said)


def _shown(said: Any) -> str:
    return said.shown(_) if isinstance(said, Sentence) else _(str(said))


def _tell_asked(request: HttpRequest, round_: Round) -> None:
    count = round_.reports.count()
    told = ngettext("Đã gửi yêu cầu đến %(n)s cơ quan.", "Đã gửi yêu cầu đến %(n)s cơ quan.", count)
    messages.success(request, told % {"n": count})


def _answers(request: HttpRequest, pk: int) -> tuple[Round, queries.Answers]:
    actor = actor_of(request)
    round_ = queries.one_off_for(actor, pk)
    return round_, queries.answers_of(actor, round_, clock.now())


def _detail_page(
    request: HttpRequest, round_: Round, form: MoreTimeForm | None = None
) -> HttpResponse:
    actor = actor_of(request)
    asks = permissions.can_close_round(actor, round_)
    answers = queries.answers_of(actor, round_, clock.now())
    own = next((row.report for row in answers.rows if row.report.body_id == actor.body_id), None)
    context = {
        "round": round_,
        "asked": round_.asked_once,
        "answers": answers,
        "period": exports.period_name(round_),
        "own": own,
        "asks": asks,
        "is_open": round_.locked_at is None,
        "is_past": clock.now() > round_.deadline_at,
        "may_urge": permissions.can_urge(actor, round_) and clock.now() > round_.deadline_at,
        "form": form or MoreTimeForm(),
        "tones": exports.TONES,
        "lateness": exports.lateness,
        "due_words": exports.due_words,
        "queue": queries.waiting_for(actor).filter(round=round_).count() if asks else 0,
    }
    return form_page(request, "reporting/one_off_detail.html", context)
