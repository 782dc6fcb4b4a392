"""What the page of a meeting shows of its minutes and statements."""

from typing import Any

from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.meetings import exports, queries
from phongtrao.fieldwork.meetings.actions.statements import speaker_of
from phongtrao.fieldwork.meetings.forms import minutes as forms
from phongtrao.fieldwork.meetings.models import Statement
from phongtrao.fieldwork.meetings.permissions import can_approve
from phongtrao.fieldwork.meetings.rules.drafting import Known, Said, completed, drafted
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.org.permissions import Actor


def minutes_context(actor: Actor, entry: Any, *, with_draft: bool) -> dict[str, Any]:
    """Versions, statements, addenda and their forms; `with_draft` fills what data can tell."""
    versions, said = queries.versions_of(entry), queries.statements_of(entry)
    may_keep, is_closed = can_keep(actor, entry), entry.minutes_approved_on is not None
    text = entry.minutes
    if with_draft and may_keep and not is_closed:
        text = completed(text, drafted(_known(entry, said)))
    began = [row for row in versions if row.outcome != "unmerged"]
    return {
        "may_keep": may_keep,
        "versions": versions,
        "waiting": [row for row in versions if row.waits],
        "statements": [shown(row) for row in said],
        "addenda": list(entry.addenda.select_related("added_by__body")),
        "may_approve": can_approve(actor, entry) and bool(entry.minutes) and not is_closed,
        "may_say": may_keep and not is_closed and entry.state != MeetingState.CALLED_OFF
        and entry.held_on <= actor.day,
        "minutes_form": forms.MinutesForm(
            initial={"text": text, "base": began[0].number if began else 0}
        ),
        "approve_form": forms.ApproveForm(
            auto_id="id_approve_%s", initial={"approver": entry.chair}
        ),
        "correct_form": forms.CorrectionForm(
            auto_id="id_correct_%s", initial={"day": actor.day}
        ),
    }  # fmt: skip


def shown(row: Statement) -> dict[str, Any]:
    """A statement with who spoke and how it read before."""
    return {"row": row, "speaker": speaker_of(row), "former": list(row.former.all())}


def _known(entry: Any, said: list[Statement]) -> Known:
    start = entry.starts_at.strftime("%Hh%M, ") if entry.starts_at else ""
    bridges = entry.bridges.select_related("body")
    total = entry.attendances or 0
    here = total - sum(row.attendances for row in bridges)
    held = [f"- {row.body.name} cùng chủ trì, phối hợp" for row in entry.partners.all()]
    away = [f"- Điểm cầu {row.body.name}: {row.attendances} người dự" for row in bridges]
    return Known(
        facts=(
            ("Cuộc họp", entry.title),
            ("Thời gian", f"{start}ngày {date_vn(entry.held_on)}"),
            ("Địa điểm", entry.venue),
            ("Hình thức", str(exports.form_name(entry.form))),
            ("Chủ trì", ", ".join(filter(None, (entry.chair, entry.body.name)))),
        ),
        present=[f"Tổng số người dự: {total}; tại điểm chính: {here}", *held, *away, *_came(entry)],
        agenda=[
            f"{row.content} ({row.presenter})" if row.presenter else row.content
            for row in entry.agenda.all()
        ],
        said=[
            Said(str(row.programme.short_name) if row.programme else "", speaker_of(row), row.text)
            for row in said
            if row.struck_on is None
        ],
        concluded=[_concluded(row) for row in entry.conclusions.select_related("body")],
    )


def _came(entry: Any) -> list[str]:
    """Who of those invited attended, by body and post."""
    rows = entry.invitations.filter(withdrawn_on__isnull=True, attended__gt=0)
    return [
        f"- {row.body.name}, {row.stand_in or row.post}: {row.attended} người dự"
        for row in rows.select_related("body").order_by("body__name", "pk")
    ]


def _concluded(row: Any) -> str:
    if not row.body:
        return str(row.text)
    return f"{row.text} ({row.body.name}, hạn {date_vn(row.due_on)})"
