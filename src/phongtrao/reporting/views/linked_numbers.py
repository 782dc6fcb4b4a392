"""Linking the numbers of a narrative to the cells whose figures they are."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from phongtrao.core.http import page, requires
from phongtrao.org.middleware import actor_of
from phongtrao.reporting import actions, exports, queries
from phongtrao.reporting.forms.entry import expected_version
from phongtrao.reporting.grid.content import NumberLink
from phongtrao.reporting.queries.linked_numbers import NumberChoice
from phongtrao.reporting.views.typed import own_report


@requires("report.fill")
@require_http_methods(["GET", "HEAD", "POST"])
def report_numbers(request: HttpRequest, pk: int) -> HttpResponse:
    """Every number of the narrative with the cells it may be; one choice each, or none."""
    actor = actor_of(request)
    report = own_report(actor, pk)
    grid, choices = queries.number_choices(report)
    if request.method == "POST":
        links = _chosen(choices, request.POST)
        number = expected_version(request.POST)
        actions.link_numbers(report, links, expected_version=number, by=actor)
        messages.success(request, _("Đã gắn %(n)s số với ô số liệu.") % {"n": len(links)})
        return redirect("reporting:report-fill", pk)
    context = {
        "report": report,
        "grid": grid,
        "choices": choices,
        "period": exports.period_name(report.round),
        "topics": report.round.template_version.topic_labels,
    }
    return page(request, "reporting/report_numbers.html", context)


def _chosen(choices: list[NumberChoice], sent: QueryDict) -> list[NumberLink]:
    """The cell chosen for each number; only what was offered can be."""
    found = []
    for place, choice in enumerate(choices):
        key = sent.get(f"so-{place}", "")
        if key in {target.key for target in choice.offered}:
            found.append(choice.number.linked_to(key))
    return found
