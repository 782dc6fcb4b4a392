"""The page of one meeting: its plan, who attended, minutes, conclusions and what is still open."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse

from phongtrao.core.attempts import form_page
from phongtrao.fieldwork.meetings import exports, queries
from phongtrao.fieldwork.meetings.forms import conclusions as conclusion_forms
from phongtrao.fieldwork.meetings.forms import meetings as forms
from phongtrao.fieldwork.meetings.queries import by_section
from phongtrao.fieldwork.meetings.rules import DIRECTIVE
from phongtrao.fieldwork.meetings.views.before_page import before_context
from phongtrao.fieldwork.meetings.workflow import MEETING, MeetingState
from phongtrao.fieldwork.register.exports import prepare_areas
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies

PAGE = "meetings:meeting-detail"


def meeting_page(request: ActingRequest, entry: Any, **sent: Any) -> HttpResponse:
    """The page with the forms of what may be done; `sent` ones that were refused first."""
    actor = request.actor
    prepare_areas([entry])
    may_keep = can_keep(actor, entry)
    before = before_context(actor, entry, sent)
    guest = before["guest"]
    agenda = entry.agenda.select_related("programme") if entry.has_agenda else []
    own, earlier = ([], []) if guest else queries.conclusions_of(entry)
    bridges = list(entry.bridges.select_related("body")) if entry.has_bridges else []
    context = {
        "entry": entry,
        "kind": exports.kind_name(entry.kind),
        "form_name": exports.form_name(entry.form),
        "state": (exports.state_shown(entry), exports.state_tone(entry)),
        "may_keep": may_keep,
        "steps": set(MEETING.verbs(entry.state)) if may_keep else set(),
        "agenda": [each for each in by_section(entry, agenda) if each.rows],
        "bridges": [] if guest else bridges,
        "moves": list(entry.moves.all()) if entry.has_moves else [],
        **_concluded(entry, own, earlier),
        "may_conclude": may_keep and entry.state == MeetingState.HELD,
        "suggested": suggested_bodies(actor) if may_keep and entry.held_on <= actor.day else (),
        "may_hold": entry.held_on <= actor.day,
    }
    return form_page(
        request,
        "meetings/meeting_detail.html",
        context | before | _forms(request, entry, sent, bridges),
    )


def _concluded(entry: Any, own: Sequence[Any], earlier: Sequence[Any]) -> dict[str, Any]:
    """The conclusions by section, and what former meetings have left open."""
    return {
        "conclusions": [
            (each.name, [_shown(row) for row in each.rows])
            for each in by_section(entry, own)
            if each.rows
        ],
        "before": [_shown(row) for row in earlier],
    }


def _shown(row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "kind": exports.conclusion_kind(row.kind),
        "standing": (exports.standing_shown(row), exports.standing_tone(row)),
        "is_free": not (row.task_id or row.requirement_id or row.settled_on),
        "due": exports.due_of(row),
        "parts": list(row.parts.all()),
        "bonds": exports.bonds_shown(row),
        "directs": row.kind == DIRECTIVE,
    }


def _forms(
    request: ActingRequest, entry: Any, sent: dict[str, Any], bridges: list[Any]
) -> dict[str, Any]:
    actor = request.actor
    written = "\n".join(f"{row.body.name}: {row.attendances}" for row in bridges)
    held = {"attendances": entry.attendances, "bridges": written}
    held["without_quorum"] = entry.quorum_met is False
    given = {
        "strike_form": StrikeForm(),
        "move_form": forms.MoveForm(auto_id="id_move_%s"),
        "held_form": forms.HeldForm(actor=actor, initial=held),
        "notice_form": forms.NoticeForm(auto_id="id_notice_%s", initial={"day": actor.day}),
        "off_form": forms.ReasonForm(auto_id="id_off_%s"),
        "reopen_form": forms.ReasonForm(auto_id="id_reopen_%s"),
        "conclusion_form": conclusion_forms.ConclusionForm(
            actor=actor, meeting=entry, auto_id="id_new_%s"
        ),
    }
    return given | sent
