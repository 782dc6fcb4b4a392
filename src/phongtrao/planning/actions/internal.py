"""Work given inside a body: by the leader's word, on screen or recorded from paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, StaleVersion
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.intake.models import Draft
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import parts_of, posts_inside
from phongtrao.org.roles import Role
from phongtrao.planning import permissions
from phongtrao.planning.deadlines.typed import Due
from phongtrao.planning.models import (
    InternalAssignment,
    InternalNote,
    InternalPart,
    Requirement,
    Task,
)
from phongtrao.planning.permissions import posting_of
from phongtrao.planning.queries.internal import holder_id, inside_names, part_label
from phongtrao.planning.rules.instruction_names import person_named
from phongtrao.planning.workflow import INTERNAL, InternalState

_LONGEST_CONTENT = 5_000
_LONGEST_LINE = 1_000


@dataclass(frozen=True, slots=True)
class InternalTerms:
    """To whom and until when: what a leader may change later."""

    content: str
    lead: Body | None = None
    officer: Posting | None = None
    parts: Sequence[Body] = ()
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class InternalSpec:
    """Work to be given. `leader` and `written_on` are given for a word written on paper."""

    terms: InternalTerms
    instruction: str = ""
    leader: Posting | None = None
    written_on: date | None = None
    draft: Draft | None = None
    task: Task | None = None
    requirement: Requirement | None = None
    source_text: str = ""


@transaction.atomic
def give_inside(spec: InternalSpec, *, by: Actor) -> InternalAssignment:
    """Give work inside the acting body, or record that its leader has done so on paper.

    Raises Forbidden, and InvalidInput: nothing to do, nobody to do it, a sub-body or a post of
    elsewhere, a name of a person, a day that is past, a post that gives no work.
    """
    leader, written_on = _whose_word(spec, by)
    body = posting_of(by).body
    terms = _checked(spec.terms, body, written_on, by)
    line = tidy_line(spec.instruction)[:_LONGEST_LINE]
    _refuse_person(f"{line}\n{terms.content}", body, by)
    given = InternalAssignment.objects.create(
        body=body,
        instruction=line,
        draft=spec.draft,
        task=spec.task,
        requirement=spec.requirement,
        source_text=tidy_line(spec.source_text)[:300],
        leader=leader,
        written_on=written_on,
        recorded_by=posting_of(by),
        recorded_at=clock.now(),
        **_stored(terms, spec.source_text),
    )
    _set_parts(given, terms.parts)
    verb = "internal.given" if leader == by.posting else "internal.recorded"
    audit.record(verb, given, by=by, leader=leader.pk, **_in_audit(given, terms))
    tell_doers(given, "internal.given", _("Lãnh đạo giao việc: %(text)s"), by)
    return given


@transaction.atomic
def change_inside(
    given: InternalAssignment, terms: InternalTerms, *, by: Actor, expected_version: int | None
) -> InternalAssignment:
    """Give the same work to others, with another day or other words, while it is not finished.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput as `give_inside`.
    """
    given = locked(given, expected_version)
    if not permissions.can_give_inside(by, given.body_id):
        raise Forbidden(N_("Chỉ lãnh đạo cơ quan mới giao lại được việc này."))
    given.state = INTERNAL.target("change", current=InternalState(given.state))
    same_day = terms.due is not None and terms.due.day == given.due_on
    terms = _checked(terms, given.body, given.written_on if same_day else by.day, by)
    _refuse_person(terms.content, given.body, by)
    for name, value in _stored(terms, given.source_text).items():
        setattr(given, name, value)
    given.row_version += 1
    given.save()
    given.parts.all().delete()
    _set_parts(given, terms.parts)
    audit.record("internal.changed", given, by=by, **_in_audit(given, terms))
    add_note(given, "changed", _in_words(terms), by)
    tell_doers(given, "internal.changed", _("Lãnh đạo giao lại việc: %(text)s"), by)
    return given


def locked(given: InternalAssignment, expected_version: int | None) -> InternalAssignment:
    """The row as it stands, locked; raises StaleVersion where it changed since the form."""
    found = (
        InternalAssignment.objects.select_for_update(of=("self",))
        .select_related("body")
        .get(pk=given.pk)
    )
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion(
            theirs={
                N_("Trạng thái"): InternalState(found.state).label,
                N_("Hạn hoàn thành"): date_vn(found.due_on) if found.due_on else "–",
            },
            version=found.row_version,
        )
    return found


def add_note(given: InternalAssignment, kind: str, text: str, by: Actor) -> InternalNote:
    """One more line in the thread, in the name of the acting posting."""
    return InternalNote.objects.create(
        assignment=given,
        kind=kind,
        posting=posting_of(by),
        account=by.account,
        text=text,
        at=clock.now(),
    )


def tell_doers(given: InternalAssignment, kind: str, words: str, by: Actor) -> None:
    """Tell the officer, else the officials of the sub-body, else those of the body."""
    posts = posts_inside(given.body_id, by.day, "internal.work")
    if given.officer_id is not None:
        posts = posts.filter(pk=holder_id(given) or 0)
    else:
        own = posts.filter(body_id=given.lead_id or 0)
        posts = own if own.exists() else posts.filter(role=Role.OFFICER)
    send(given, set(posts.values_list("account_id", flat=True)), kind, words, by)


def send(given: InternalAssignment, accounts: set[int], kind: str, words: str, by: Actor) -> None:
    """A notice to accounts of the body, but not to whoever acts."""
    notify.notify(
        accounts - {by.account_id},
        kind=kind,
        text=words % {"text": given.content[:200]},
        address=reverse("planning:internal-detail", args=[given.pk]),
    )


def _whose_word(spec: InternalSpec, by: Actor) -> tuple[Posting, date]:
    """The leader's post and the day of his word; a leader gives in his own name only."""
    if spec.leader is None:
        if not permissions.can_give_inside(by, by.body_id):
            raise Forbidden(N_("Chỉ lãnh đạo cơ quan mới bút phê, giao việc trong cơ quan."))
        return posting_of(by), by.day
    if not permissions.can_record_inside(by, by.body_id):
        raise Forbidden(N_("Chỉ cán bộ, văn thư cơ quan mới ghi nhận bút phê từ bản giấy."))
    written_on = spec.written_on or by.day
    if written_on > by.day:
        raise InvalidInput(
            N_("Ngày bút phê không thể sau hôm nay."),
            "internal.future",
            fields={"written_on": N_("Ngày bút phê không thể sau hôm nay.")},
        )
    own = by.body_id or 0
    leaders = posts_inside(own, written_on, "internal.give").filter(body_id=own)
    if spec.leader not in leaders:
        raise InvalidInput(
            N_("Người bút phê phải giữ chức vụ lãnh đạo của cơ quan vào ngày bút phê."),
            "internal.leader",
            fields={"leader": N_("Chọn lãnh đạo của cơ quan vào ngày bút phê.")},
        )
    return spec.leader, written_on


def _checked(terms: InternalTerms, body: Body, first: date, by: Actor) -> InternalTerms:
    content = tidy(terms.content).strip()[:_LONGEST_CONTENT]
    if not content:
        raise InvalidInput(N_("Chưa ghi việc phải làm."), "internal.empty")
    if terms.lead is None and terms.officer is None:
        raise InvalidInput(
            N_("Chọn đội, tổ chủ trì hoặc người thực hiện."),
            "internal.nobody",
            fields={"lead": N_("Chọn đội, tổ chủ trì hoặc người thực hiện.")},
        )
    units = set(parts_of(body.pk, by.day))
    named = [*terms.parts, *([terms.lead] if terms.lead else [])]
    if len(set(named)) != len(named) or not set(named) <= units:
        raise InvalidInput(
            N_("Mỗi đội, tổ của cơ quan chỉ ghi một lần, chủ trì hoặc phối hợp."),
            "internal.units",
        )
    posts = posts_inside(body.pk, by.day, "internal.work")
    if terms.officer is not None and terms.officer not in posts:
        raise InvalidInput(N_("Người thực hiện phải giữ chức vụ trong cơ quan."), "internal.post")
    if terms.due is not None and terms.due.day < first:
        raise InvalidInput(
            N_("Thời hạn %(day)s đã qua."),
            "internal.past",
            day=date_vn(terms.due.day),
            fields={"due": N_("Thời hạn đã qua; hãy ghi ngày khác.")},
        )
    return InternalTerms(content, terms.lead, terms.officer, tuple(terms.parts), terms.due)


def _refuse_person(text: str, body: Body, by: Actor) -> None:
    person = person_named(text, inside_names(body.pk, by.day))
    if person:
        raise InvalidInput(
            N_('Hãy ghi chức vụ thay cho họ tên "%(name)s": việc được giao theo chức vụ.'),
            "internal.person",
            name=person,
        )


def _stored(terms: InternalTerms, source: str) -> dict[str, Any]:
    lead = part_label(terms.lead) if terms.lead else ""
    return {
        "content": terms.content,
        "lead": terms.lead,
        "officer": terms.officer,
        "due_on": terms.due.day if terms.due else None,
        "due_time": terms.due.hour if terms.due else None,
        "search_folded": fold(f"{terms.content} {source} {lead}"),
    }


def _set_parts(given: InternalAssignment, parts: Sequence[Body]) -> None:
    InternalPart.objects.bulk_create(InternalPart(assignment=given, body=part) for part in parts)


def _in_audit(given: InternalAssignment, terms: InternalTerms) -> dict[str, Any]:
    return {
        "lead": given.lead_id,
        "officer": given.officer_id,
        "parts": [part.pk for part in terms.parts],
        "due_on": given.due_on.isoformat() if given.due_on else None,
    }


def _in_words(terms: InternalTerms) -> str:
    """What now holds, as a line of the thread."""
    said = [_("Việc: %(text)s.") % {"text": terms.content.rstrip(".")}]
    if terms.lead:
        said.append(_("Chủ trì: %(name)s.") % {"name": part_label(terms.lead)})
    if terms.parts:
        names = ", ".join(part_label(part) for part in terms.parts)
        said.append(_("Phối hợp: %(name)s.") % {"name": names})
    if terms.officer:
        said.append(_("Người thực hiện: %(name)s.") % {"name": terms.officer.capacity})
    if terms.due:
        said.append(_("Hạn: %(day)s.") % {"day": date_vn(terms.due.day)})
    return " ".join(said)
