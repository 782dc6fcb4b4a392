"""Recurrences beside a recommendation: the chain over years, units and mergers; deciding one."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phongtrao.core.attempts import carried_out
from phongtrao.core.http import requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.oversight import actions, exports, permissions, queries
from phongtrao.oversight.forms.recurrences import RecurrenceForm

_PAGE = "oversight:recommendation-detail"


def recurrence_context(actor: Actor, found: Any) -> dict[str, Any]:
    """What the page of a recommendation tells of its recurrences."""
    exports.prepare_recurrences([found])
    links = queries.links_of(actor, found)
    return {
        "recurrence": exports.recurrence_shown(found),
        "recurrences": [
            {
                "link": each.link,
                "other": each.other,
                "is_earlier": each.is_earlier,
                "state": exports.remedy_shown(each.other),
                "tone": exports.remedy_tone(each.other),
                "reasons": [_(said) for said in each.link.reason.split("; ")],
                "may_settle": each.is_earlier and permissions.can_settle(actor, each.link),
            }
            for each in links
        ],
    }


@requires("movement.keep")
@require_POST
def recurrence_settle(request: ActingRequest, pk: int) -> HttpResponse:
    """Say whether a defect has come back."""
    link = queries.link_for(request.actor, pk)
    permissions.require_settler(request.actor, link)
    form = RecurrenceForm(request.POST)
    if form.is_valid():
        is_same = form.cleaned_data["verdict"] == "co"
        reason = form.cleaned_data["reason"]
        act = partial(
            actions.settle_recurrence, link, is_same=is_same, by=request.actor, reason=reason
        )
        answer = carried_out(request, form, act, _("Đã ghi nhận."), _PAGE, link.later_id)
        if answer is not None:
            return answer
    return redirect(_PAGE, link.later_id)
