"""Proposals: enter one with whom it asks, answer it, pass it on, take it back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.intake.models import DraftRequirement
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning import permissions
from phongtrao.planning.models import (
    Programme,
    ProgrammeDocument,
    Proposal,
    ProposalAddressee,
    Task,
)
from phongtrao.planning.permissions import posting_of
from phongtrao.planning.rules import answer_by
from phongtrao.planning.workflow import PROPOSAL_ANSWER, AnswerState, ProposalOrigin

_LONGEST_TEXT = 20_000
_AUDITED_AS = {
    AnswerState.AGREED: "proposal.agreed",
    AnswerState.DECLINED: "proposal.declined",
    AnswerState.NOTED: "proposal.noted",
}
_MOST_ADDRESSEES = 50


@dataclass(frozen=True, slots=True)
class ProposalSpec:
    """A proposal to be entered: what, of whom, to whom, from where; `answer_by` None = the term."""

    text: str
    asker: Body
    addressees: Sequence[Body]
    programme: Programme
    proposed_on: date
    answer_by: date | None = None
    paper: str = ""
    origin: str = ProposalOrigin.DIRECT
    origin_text: str = ""
    task: Task | None = None
    document: ProgrammeDocument | None = None
    span: tuple[int, int] | None = None
    # Said at a meeting of the acting body, whose minutes hold it; never from a form.
    heard: bool = False


@transaction.atomic
def make_proposal(spec: ProposalSpec, *, by: Actor) -> Proposal:
    """Enter a proposal; each body that is asked has its date for an answer.

    The asker is the acting body, or the issuer of a paper in its own register, or a body heard
    at its meeting, that proposes something to it. Raises Forbidden and InvalidInput (no text,
    nobody asked, a body out of reach, a day to come, a day for the answer before the proposal).
    """
    if not permissions.can_propose_for(by, spec.asker, spec.document, heard=spec.heard):
        raise Forbidden(N_("Chỉ ghi được kiến nghị của cơ quan bạn hoặc nêu trong văn bản đến."))
    _check(spec, by)
    text = tidy(spec.text).strip()
    start, end = spec.span if spec.span is not None else (None, None)
    proposal = Proposal.objects.create(
        programme=spec.programme,
        asker=spec.asker,
        text=text,
        origin=spec.origin,
        origin_text=tidy_line(spec.origin_text)[:300],
        task=spec.task,
        document=spec.document,
        start=start,
        end=end,
        paper=tidy_line(spec.paper)[:200],
        proposed_on=spec.proposed_on,
        created_at=clock.now(),
        created_by=posting_of(by),
        search_folded=fold(f"{text} {spec.paper} {spec.origin_text} {spec.asker.name}"),
    )
    ids = _address(proposal, spec)
    search.refresh(Proposal, [proposal.pk])
    audit.record("proposal.made", proposal, by=by, asker=spec.asker.pk, bodies=ids)
    _tell_asked(proposal, ids, by)
    return proposal


@transaction.atomic
def answer_proposal(
    addressee: ProposalAddressee, verb: str, *, text: str, by: Actor, paper: str = ""
) -> ProposalAddressee:
    """Agree, decline or note (`verb` of the workflow); the asker is told.

    Raises Forbidden, TransitionRefused (answered already) and InvalidInput (nothing said).
    """
    addressee = _locked(addressee, by)
    state = PROPOSAL_ANSWER.target(verb, current=AnswerState(addressee.state))
    if not tidy(text).strip() and (verb == "decline" or not tidy_line(paper)):
        raise InvalidInput(
            N_("Chưa ghi nội dung trả lời; không đồng ý thì nêu rõ lý do."),
            "proposal.silent",
            fields={"text": N_("Chưa ghi nội dung trả lời.")},
        )
    _write_answer(addressee, state, text, paper, by)
    audit.record(_AUDITED_AS[AnswerState(state)], addressee.proposal, by=by, body=addressee.body_id)
    _tell_asker(addressee, by)
    return addressee


@transaction.atomic
def pass_on_proposal(
    addressee: ProposalAddressee,
    body: Body,
    *,
    by: Actor,
    text: str = "",
    paper: str = "",
    until: date | None = None,
) -> ProposalAddressee:
    """Hand a proposal on to the body that can answer it, which then has a date of its own.

    Raises Forbidden, TransitionRefused and InvalidInput (a body out of reach, the asker itself,
    one that is asked already, a day that is past).
    """
    addressee = _locked(addressee, by)
    state = PROPOSAL_ANSWER.target("pass_on", current=AnswerState(addressee.state))
    proposal = addressee.proposal
    _check_bodies([body], proposal.asker_id, by)
    if proposal.addressees.filter(body=body).exists():
        raise InvalidInput(
            N_("%(body)s đã được hỏi về kiến nghị này."), "proposal.asked_twice", body=body.name
        )
    if until is not None and until < by.day:
        raise InvalidInput(N_("Hạn trả lời phải từ hôm nay trở đi."), "proposal.past")
    _write_answer(addressee, state, text, paper, by)
    passed = ProposalAddressee.objects.create(
        proposal=proposal,
        body=body,
        passed_by=addressee,
        asked_on=by.day,
        answer_by=until or answer_by(by.day, work_calendar()),
    )
    audit.record("proposal.passed_on", proposal, by=by, body=addressee.body_id, to=body.pk)
    _tell_asked(proposal, [body.pk], by)
    _tell_asker(addressee, by)
    return passed


@transaction.atomic
def withdraw_proposal(proposal: Proposal, *, by: Actor) -> Proposal:
    """Take a proposal back from everybody who has not answered yet; given answers stay.

    Raises Forbidden and Refused (everybody has answered).
    """
    proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if not permissions.can_withdraw_proposal(by, proposal):
        raise Forbidden(N_("Chỉ cơ quan kiến nghị mới rút được kiến nghị."))
    waiting = list(proposal.addressees.filter(state=AnswerState.WAITING))
    if not waiting:
        raise Refused(N_("Các cơ quan đã trả lời nên kiến nghị không rút được nữa."))
    for row in waiting:
        row.state = PROPOSAL_ANSWER.target("withdraw", current=AnswerState(row.state))
        row.save(update_fields=["state"])
    proposal.row_version += 1
    proposal.save(update_fields=["row_version"])
    ids = [row.body_id for row in waiting]
    audit.record("proposal.withdrawn", proposal, by=by, bodies=ids)
    text = _("%(body)s rút kiến nghị: %(text)s") % _words(proposal.asker.name, proposal)
    _notify(proposal, ids, "proposal.answer", "proposal.withdrawn", by, text)
    return proposal


def propose_items(
    document: ProgrammeDocument, items: Sequence[DraftRequirement], *, by: Actor
) -> list[Proposal]:
    """Enter what a paper that is being registered proposes, in the name of its issuer.

    A paper of others proposes to the registering body; an own one to the bodies that each item
    names. Raises as `make_proposal`; Refused where the issuer is no single body here.
    """
    issuer = document.issuer_body
    if items and issuer is None:
        raise Refused(
            N_("Chưa rõ cơ quan ban hành nên chưa ghi được kiến nghị; hãy sửa phần đầu văn bản.")
        )
    made = []
    for item in items:
        named = {row["body_id"] for row in item.leads if row.get("body_id")}
        if issuer is not None and issuer.pk != document.home_body_id:
            named = {document.home_body_id}
        spec = ProposalSpec(
            text=item.action[:1].upper() + item.action[1:],
            asker=issuer or document.home_body,
            addressees=list(Body.objects.filter(pk__in=named).order_by("pk")),
            programme=document.programme,
            proposed_on=min(document.issued_on or by.day, by.day),
            answer_by=answer_by(by.day, work_calendar()),
            paper=document.heading[:200],
            origin=ProposalOrigin.DOCUMENT,
            document=document,
            span=(item.start, item.end) if item.start is not None and item.end else None,
        )
        made.append(make_proposal(spec, by=by))
    return made


def _check(spec: ProposalSpec, by: Actor) -> None:
    text = tidy(spec.text).strip()
    if not text:
        raise InvalidInput(N_("Chưa ghi nội dung kiến nghị."), "proposal.empty")
    if len(text) > _LONGEST_TEXT:
        raise InvalidInput(
            N_("Nội dung dài quá %(most)s ký tự; hãy tách thành nhiều kiến nghị."),
            "proposal.too_long",
            most=_LONGEST_TEXT,
        )
    if spec.proposed_on > by.day:
        raise InvalidInput(
            N_("Ngày kiến nghị không thể sau hôm nay."),
            "proposal.future",
            fields={"proposed_on": N_("Ngày kiến nghị không thể sau hôm nay.")},
        )
    if spec.answer_by is not None and spec.answer_by < spec.proposed_on:
        raise InvalidInput(
            N_("Hạn trả lời không thể trước ngày kiến nghị."),
            "proposal.due_before",
            fields={"answer_by": N_("Hạn trả lời không thể trước ngày kiến nghị.")},
        )
    _check_span(spec)
    _check_bodies(spec.addressees, spec.asker.pk, by)
    own = by.body_id in {body.pk for body in spec.addressees}
    if spec.asker.pk != by.body_id and not own:
        raise InvalidInput(
            N_("Kiến nghị nêu trong văn bản đến phải gửi cơ quan bạn; sau đó có thể chuyển tiếp."),
            "proposal.in_anothers_name",
        )


def _check_span(spec: ProposalSpec) -> None:
    if spec.span is None:
        return
    start, end = spec.span
    size = len(spec.document.text) if spec.document else 0
    if not 0 <= start < end <= size:
        raise InvalidInput(N_("Đoạn được chọn không nằm trong văn bản."), "proposal.span")


def _address(proposal: Proposal, spec: ProposalSpec) -> list[int]:
    """Ask the bodies of a new proposal; returns their ids."""
    until = spec.answer_by or answer_by(spec.proposed_on, work_calendar())
    ProposalAddressee.objects.bulk_create(
        ProposalAddressee(proposal=proposal, body=body, asked_on=spec.proposed_on, answer_by=until)
        for body in spec.addressees
    )
    return [body.pk for body in spec.addressees]


def _check_bodies(bodies: Sequence[Body], asker_id: int, by: Actor) -> None:
    ids = [body.pk for body in bodies]
    if not ids or len(ids) > _MOST_ADDRESSEES:
        raise InvalidInput(
            N_("Mỗi kiến nghị gửi từ 1 đến %(most)s cơ quan."),
            "proposal.addressees",
            most=_MOST_ADDRESSEES,
        )
    if asker_id in ids or len(set(ids)) != len(ids):
        raise InvalidInput(
            N_("Mỗi cơ quan chỉ ghi một lần và không phải cơ quan kiến nghị."),
            "proposal.body_twice",
        )
    far = permissions.bodies_not_near(by, bodies)
    if far:
        raise InvalidInput(
            N_("%(names)s không phải cơ quan cấp trên, cùng địa bàn hay cấp dưới của cơ quan bạn."),
            "proposal.out_of_reach",
            names=", ".join(body.name for body in far),
        )


def _locked(addressee: ProposalAddressee, by: Actor) -> ProposalAddressee:
    found = (
        ProposalAddressee.objects.select_for_update(of=("self",))
        .select_related("proposal__asker", "body")
        .get(pk=addressee.pk)
    )
    if not permissions.can_answer_proposal(by, found):
        raise Forbidden(N_("Chỉ cơ quan được kiến nghị mới trả lời được."))
    return found


def _write_answer(
    addressee: ProposalAddressee, state: str, text: str, paper: str, by: Actor
) -> None:
    addressee.state = state
    addressee.answer_text = tidy(text).strip()[:_LONGEST_TEXT]
    addressee.answer_paper = tidy_line(paper)[:200]
    addressee.answered_at = clock.now()
    addressee.answered_on = by.day
    addressee.answered_by = posting_of(by)
    addressee.save()


def _words(body: str, proposal: Proposal) -> dict[str, str]:
    return {"body": body, "text": proposal.text[:200]}


def _tell_asked(proposal: Proposal, bodies: Iterable[int], by: Actor) -> None:
    text = _("%(body)s kiến nghị: %(text)s") % _words(proposal.asker.name, proposal)
    _notify(proposal, bodies, "proposal.answer", "proposal.made", by, text)


def _tell_asker(addressee: ProposalAddressee, by: Actor) -> None:
    words = _words(addressee.body.name, addressee.proposal)
    words["state"] = str(AnswerState(addressee.state).label)
    text = _("%(body)s trả lời kiến nghị (%(state)s): %(text)s") % words
    asker = [addressee.proposal.asker_id]
    _notify(addressee.proposal, asker, "proposal.make", "proposal.answered", by, text)


def _notify(
    proposal: Proposal, bodies: Iterable[int], capability: str, kind: str, by: Actor, text: str
) -> None:
    notify.notify(
        postings_in(bodies, capability, by.day) - {by.account_id},
        kind=kind,
        text=text,
        address=reverse("planning:proposal-detail", args=[proposal.pk]),
    )
