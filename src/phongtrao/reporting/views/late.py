"""The late of a round: the letter that urges them, the message for a chat group, its number."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import clock
from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions, exports, permissions, queries
from phongtrao.reporting.forms.decisions import UrgedForm, chosen_keys
from phongtrao.reporting.models import Round


@requires("report.return")
@require_safe
def round_late(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has not sent after the deadline, how often each was urged, and the words to urge with."""
    actor = actor_of(request)
    return _late_page(request, actor, _round_to_urge(actor, pk), request.GET, UrgedForm())


@requires("report.return")
@require_POST
def round_urge(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the number and day of the letter that was issued."""
    actor = actor_of(request)
    round_ = _round_to_urge(actor, pk)
    form = UrgedForm(request.POST)

    def act() -> Any:
        chosen = chosen_keys(request.POST.getlist("b"))
        return actions.note_urging(round_, chosen, by=actor, **form.cleaned_data)

    said = _("Đã ghi số, ngày ban hành; lần đôn đốc đã được ghi vào từng báo cáo.")
    answer = carried_out(request, form, act, said, "reporting:round-late", pk)
    return answer or _late_page(request, actor, round_, request.POST, form)


def _round_to_urge(actor: Actor, pk: int) -> Round:
    round_ = queries.round_for(actor, pk)
    if not permissions.can_urge(actor, round_):
        raise Forbidden(N_("Chỉ cơ quan duyệt báo cáo của cấp này mới đôn đốc được."))
    return round_


def _late_page(
    request: HttpRequest, actor: Actor, round_: Round, sent: QueryDict, form: UrgedForm
) -> HttpResponse:
    items = queries.overdue_in(actor, round_, clock.now())
    ticked = set(chosen_keys(sent.getlist("b"))) or {item.report.pk for item in items}
    chosen = [item for item in items if item.report.pk in ticked]
    context = {
        "round": round_,
        "period": exports.period_name(round_),
        "items": items,
        "ticked": ticked,
        "chosen": chosen,
        "message": exports.urging_message(round_, chosen, issuer=actor.body) if actor.body else "",
        "most": queries.MOST_URGED,
        "form": form,
    }
    return form_page(request, "reporting/round_late.html", context)
