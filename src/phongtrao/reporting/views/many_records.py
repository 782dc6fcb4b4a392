"""One signed paper that decides about many reports: what would become of each, then recording."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from phongtrao.core import uploads
from phongtrao.core.attempts import show_refusal
from phongtrao.core.errors import InvalidInput
from phongtrao.core.http import page, requires
from phongtrao.core.uploads import Upload
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, permissions, queries
from phongtrao.reporting.forms.decisions import SignedPaperForm, versions_chosen
from phongtrao.reporting.models import Report
from phongtrao.reporting.views.many_decisions import asked_reports, back_to_queue, left
from phongtrao.reporting.views.review import SIGNED_KINDS, why_refused
from phongtrao.reporting.workflow import ApprovalKind


@requires("report.record_signed", before=uploads.judged)
@require_http_methods(["GET", "HEAD", "POST"])
def report_record_many(request: HttpRequest) -> HttpResponse:
    """Record one signed paper, with one signed copy, for the reports that were chosen."""
    actor = actor_of(request)
    if request.method == "POST":
        read = versions_chosen(request.POST.getlist("b"))
        reports = list(queries.chosen_reports(actor, read))
    else:
        reports = list(asked_reports(request, actor)[: queries.MOST_AT_ONCE])
    form = SignedPaperForm(
        request.POST or None, request.FILES or None, kinds=_kinds_needed(reports)
    )
    if request.method == "POST" and form.is_valid():
        decided = _record(request, actor, form)
        if decided is not None:
            return _recorded(request, decided)
    return _page(request, actor, reports, form)


def _kinds_needed(reports: Sequence[Report]) -> list[str]:
    queries.attach_forms(reports)
    return list(dict.fromkeys(n["kind"] for r in reports for n in permissions.needs_of(r)))


def _record(
    request: HttpRequest, actor: Actor, form: SignedPaperForm
) -> actions.ManyDecided | None:
    copy: Upload | None = request.prepared  # type: ignore[attr-defined]  # set by `requires`
    if copy is None or not copy.accepted or not (copy.is_substitute or copy.kind in SIGNED_KINDS):
        form.add_error("file", why_refused(copy))
        return None
    given = form.cleaned_data
    paper = {name: given[name] for name in ("kind", "number", "signed_on", "signer")}
    read = versions_chosen(request.POST.getlist("b"))
    try:
        stored = uploads.keep(copy, by=actor)
        return actions.record_signed_many(read, **paper, file=stored, by=actor)
    except InvalidInput as refusal:
        show_refusal(form, refusal)
        return None


def _recorded(request: HttpRequest, decided: actions.ManyDecided) -> HttpResponse:
    count = len(decided.done)
    if count:
        said = ngettext(
            "Đã ghi nhận văn bản đã ký cho %(n)s báo cáo.",
            "Đã ghi nhận văn bản đã ký cho %(n)s báo cáo.",
            count,
        )
        messages.success(request, said % {"n": count})
    return left(request, decided)


def _page(
    request: HttpRequest, actor: Actor, reports: Sequence[Report], form: SignedPaperForm
) -> HttpResponse:
    sent = request.POST if request.method == "POST" else request.GET
    kind = sent.get("kind") or next((code for code, _l in form.fields["kind"].choices), "")  # type: ignore[attr-defined]  # a choice field
    verdicts = queries.verdicts(actor, reports, approving=True, recorded=kind)
    context: dict[str, Any] = {
        "form": form,
        "verdicts": verdicts,
        "taken": [verdict for verdict in verdicts if verdict.reason is None],
        "round_pk": sent.get("dot", ""),
        "back": back_to_queue(sent),
        "kinds": dict(ApprovalKind.choices),
        "period_of": exports.period_name,
        "most": queries.MOST_AT_ONCE,
    }
    status = 422 if request.method == "POST" else 200
    return page(request, "reporting/report_record_many.html", context, status=status)
