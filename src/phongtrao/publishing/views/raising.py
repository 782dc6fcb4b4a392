"""Sending what an issued report proposes to the bodies that can answer it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.formats import number
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.planning.queries import bodies_above
from phongtrao.planning.rules import term
from phongtrao.publishing import actions, permissions, queries
from phongtrao.publishing.forms import RaisingForm


@requires("proposal.make")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_raise(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the lines, the programme and who is asked; each line goes once."""
    actor = actor_of(request)
    paper = queries.paper_for(actor, pk)
    if not permissions.can_raise(actor, paper):
        raise Forbidden(N_("Chỉ cơ quan ban hành báo cáo mới gửi được kiến nghị nêu trong đó."))
    lines = list(queries.proposal_lines(paper))
    form = RaisingForm(request.POST or None, actor=actor, lines=lines)
    if request.method == "POST" and form.is_valid():
        raising = form.raising()
        raised = attempt(form, lambda: actions.raise_proposals(paper, raising, by=actor))
        if raised is not None:
            count = len(raised)
            said = ngettext("Đã gửi %(count)s kiến nghị.", "Đã gửi %(count)s kiến nghị.", count)
            messages.success(request, said % {"count": number(count)})
            return redirect("publishing:paper-detail", pk)
    context = {
        "paper": paper,
        "form": form,
        "lines": lines,
        "suggested": bodies_above(actor),
        "term": term("answer_proposal"),
    }
    return form_page(request, "publishing/paper_raise.html", context)
