"""What the page of a meeting shows of its preparation: to the body in charge, to those invited."""

from typing import Any

from phongtrao.fieldwork.meetings import queries
from phongtrao.fieldwork.meetings.forms import invitations as forms
from phongtrao.fieldwork.meetings.forms.papers import paper_kinds
from phongtrao.fieldwork.meetings.workflow import (
    PAPER_TONES,
    REPLY_TONES,
    MeetingState,
    PaperState,
    Reply,
)
from phongtrao.fieldwork.register.permissions import may_record
from phongtrao.org.permissions import Actor


def before_context(actor: Actor, entry: Any, sent: dict[str, Any]) -> dict[str, Any]:
    """Own invitations with their forms, papers, and sums of what is answered."""
    guest = not entry.is_whole
    papers = queries.papers_of(actor, entry) if entry.has_papers else []
    invited = list(entry.invitations.all()) if entry.has_invitations and not guest else []
    approved = [row for row in papers if row.state == PaperState.APPROVED]
    sections = queries.by_section(entry, approved)
    return {
        "guest": guest,
        "own_invitations": _own_invitations(actor, entry, sent) if entry.has_invitations else [],
        "own_papers": [paper_line(row) for row in papers if row.body_id == actor.body_id],
        "approved": [
            (each.name, [paper_line(row) for row in each.rows]) for each in sections if each.rows
        ],
        "paper_count": len(papers),
        "approved_count": len(approved),
        "replies": queries.replies_of(invited),
        "quorum": queries.quorum_of(entry, invited),
        "has_before": bool(invited or papers),
    }


def paper_line(row: Any) -> dict[str, Any]:
    """A paper as a line of a page: its kind and state in words."""
    state = PaperState(row.state)
    return {
        "row": row,
        "kind": dict(paper_kinds()).get(row.kind, row.kind),
        "state": state.label,
        "tone": PAPER_TONES[state],
    }


def _own_invitations(actor: Actor, entry: Any, sent: dict[str, Any]) -> list[dict[str, Any]]:
    roles = dict(forms.role_choices())
    is_open = entry.state == MeetingState.PLANNED and entry.held_on >= actor.day
    return [
        {
            "row": row,
            "role": roles.get(row.role, row.role),
            "tone": REPLY_TONES[Reply(row.reply)],
            "may_answer": is_open and row.withdrawn_on is None and may_record(actor),
            "form": sent["answer_form"]
            if sent.get("answered") == row.pk
            else forms.answer_form(row),
        }
        for row in queries.own_invitations(actor, entry)
    ]
