"""Handing a paper in for signature, taking it back, writing down its number."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from phongtrao.core.attempts import show_refusal
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest, actor_of
from phongtrao.publishing import actions, permissions, queries
from phongtrao.publishing.actions.word_templates import OwnLayout
from phongtrao.publishing.forms import IssueForm
from phongtrao.publishing.views.deciding import version_read

_UNFILLED = gettext_lazy(
    "Không điền được báo cáo vào mẫu của cơ quan nên tệp Word được giữ theo mẫu có sẵn; nội dung,"
    " số và ngày không đổi. Hãy kiểm tra mẫu ở trang Mẫu Word của cơ quan."
)


@requires("paper.draft")
@require_POST
def paper_submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the paper in for signature."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    actions.submit_for_signature(paper, expected_version=version_read(request), by=actor)
    messages.success(request, _("Đã trình ký. Hãy in báo cáo cùng phiếu trình để trình lãnh đạo."))
    return redirect("publishing:paper-detail", pk)


@requires("paper.draft")
@require_POST
def paper_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a paper back to be changed."""
    actor = actor_of(request)
    actions.withdraw_from_signature(queries.paper_for(actor, pk), by=actor)
    messages.success(request, _("Đã rút báo cáo về để sửa."))
    return redirect("publishing:paper-detail", pk)


def _own_layout(request: HttpRequest) -> OwnLayout | None:
    """The report in its body's template, filled before the row is held: it takes its time."""
    form = IssueForm(request.POST)
    assert request.resolver_match is not None
    paper = queries.paper_for(actor_of(request), request.resolver_match.kwargs["pk"])
    if not form.is_valid() or not permissions.can_record_issue(actor_of(request), paper):
        return None
    given = form.cleaned_data
    return actions.own_layout_ahead(paper, given["number"], given["issued_on"])


@requires("paper.issue", before=_own_layout)
@require_http_methods(["GET", "HEAD", "POST"])
def paper_issue(request: ActingRequest, pk: int) -> HttpResponse:
    """Write down number and date from the agency's register; both files are frozen then."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    if not permissions.can_record_issue(actor, paper):
        raise Forbidden(_("Chỉ cơ quan soạn thảo mới ghi được số, ngày ban hành."))
    actions.require_official(paper)
    form = IssueForm(request.POST or None, initial={"row_version": paper.row_version})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            issued = actions.record_issue(
                paper,
                number=given["number"],
                issued_on=given["issued_on"],
                expected_version=given["row_version"],
                by=actor,
                own=request.prepared,
            )
        except (InvalidInput, Refused) as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("Đã ghi số, ngày ban hành; tệp báo cáo được giữ nguyên."))
            if actions.lacks_own_layout(issued):
                messages.warning(request, _UNFILLED)
            return redirect("publishing:paper-detail", pk)
    status = 422 if request.method == "POST" else 200
    context = {"paper": paper, "form": form}
    return page(request, "publishing/paper_issue.html", context, status=status)
