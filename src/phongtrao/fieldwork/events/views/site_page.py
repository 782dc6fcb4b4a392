"""The page of one site: what is prepared, which steps may follow, the result."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phongtrao.core.attempts import form_page
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.events import actions, exports, forms
from phongtrao.fieldwork.events.rules import PARTS, SOURCES
from phongtrao.fieldwork.events.workflow import (
    HELD,
    OF_EITHER,
    OF_THE_PLAN,
    OWN_ACTS,
    SITE,
    WITH_REASON,
    Reply,
    SiteState,
)
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import prepare_areas
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.queries.occasions import LAUNCHES, occasions
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies

_LABELS = {step.verb: step.label for step in SITE.transitions}


def site_page(request: ActingRequest, site: Any, **forms_sent: Any) -> HttpResponse:
    """The page, with the form that was sent and refused where there is one."""
    prepare_areas([site])
    actor = request.actor
    may_keep = permissions.can_keep(actor, site)
    invitations = list(site.invitations.select_related("body"))
    context = {
        "site": site,
        "level": exports.shown_level(site.level),
        "kind": exports.shown_kind(site.plan.kind),
        "tone": exports.TONES[SiteState(site.state)],
        "parts": _parts(site),
        "checks": list(site.checks.all()),
        "costs": _costs(site),
        "invitations": invitations,
        "replies": {each: Reply(each).label for each in Reply.values},
        "launched": occasions(LAUNCHES, actor, site.area_id, site.held_on),
        "pictures": list(site.pictures.all()),
        "figures": _figures(site),
        "steps": _steps(site),
        "verbs": _verbs(site, actor),
        "actor_body": actor.body_id,
        "may_keep": may_keep,
        "may_prepare": may_keep and site.state not in (*HELD, SiteState.CANCELLED),
        "may_approve": _may_approve(site, actor),
        "may_answer": permissions.may_record(actor),
        "suggested": suggested_bodies(actor) if may_keep else (),
    }
    return form_page(request, "events/site_detail.html", context | _forms(request, forms_sent))


def keys_among(texts: list[str]) -> frozenset[int]:
    """The numbers that were ticked; whatever else was sent is left out."""
    return frozenset(
        int(text) for text in texts[:1000] if text.isascii() and text.isdecimal() and len(text) < 12
    )


def _forms(request: ActingRequest, sent: dict[str, Any]) -> dict[str, Any]:
    given = {
        "strike_form": StrikeForm(),
        "approve_form": forms.ApproveForm(),
        "step_form": forms.StepForm(),
        "invite_form": forms.InviteForm(actor=request.actor),
        "reply_form": forms.ReplyForm(),
        "picture_form": forms.PictureForm(),
    }
    return given | sent


def _verbs(site: Any, actor: Any) -> list[dict[str, Any]]:
    """The steps that the reader may take now, in the order of the table."""
    if site.is_struck or not permissions.may_record(actor):
        return []
    found = []
    for verb in SITE.verbs(site.state):
        early = verb == "open" and site.held_on is not None and site.held_on > actor.day
        if verb in OWN_ACTS or early:
            continue
        bodies = {site.plan.body_id} if verb in OF_THE_PLAN else {site.body_id}
        if verb in OF_EITHER:
            bodies.add(site.plan.body_id)
        if actor.body_id in bodies:
            found.append(
                {
                    "verb": verb,
                    "label": _(_LABELS[verb]),
                    "asks": verb in WITH_REASON,
                    "asks_day": verb == "move",
                }
            )
    return found


def _may_approve(site: Any, actor: Any) -> bool:
    """Whether the reader decides on the candidate."""
    return (
        site.state == SiteState.CANDIDATE
        and not site.is_struck
        and permissions.may_record(actor)
        and actions.decided_by(site, actor)
    )


def _parts(site: Any) -> list[tuple[str, list[Any]]]:
    items = list(site.items.all())
    return [(_(name), [item for item in items if item.part == code]) for code, name in PARTS]


def _costs(site: Any) -> dict[str, Any]:
    rows, names = list(site.costs.all()), dict(SOURCES)
    added: dict[str, int] = {}
    for row in rows:
        added[row.source] = added.get(row.source, 0) + row.amount
    return {
        "rows": [(row.content, _(names[row.source]), row.amount) for row in rows],
        "sources": [(_(names[code]), amount) for code, amount in added.items()],
        "total": sum(added.values()),
    }


def _figures(site: Any) -> list[tuple[Any, int]]:
    result = getattr(site, "result", None)
    if result is None:
        return []
    return [(title, getattr(result, name)) for name, title in exports.FIGURES]


def _steps(site: Any) -> list[dict[str, Any]]:
    rows = site.steps.select_related("by__body")
    return [
        {
            "at": row.at,
            "author": row.by.body.name,
            "text": row.reason,
            "label": _(_LABELS[row.verb])
            + (f" ({date_vn(row.held_on)})" if row.verb in ("move", "approve") else ""),
            "tone": "info",
        }
        for row in rows
    ]
