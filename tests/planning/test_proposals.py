"""Proposals: asked upwards, answered once, passed on, taken back; each rule as users meet it."""

import pytest
from django.db import IntegrityError, transaction

from phongtrao.core.errors import Forbidden, InvalidInput, Refused, TransitionRefused
from phongtrao.core.models import Notice
from phongtrao.planning import actions, queries
from phongtrao.planning.actions import ProposalSpec
from phongtrao.planning.models import Proposal, ProposalAddressee
from phongtrao.planning.workflow import AnswerState, ProposalOrigin

pytestmark = pytest.mark.database
ASKED = "Đề nghị Công an tỉnh hướng dẫn thống nhất mẫu sổ theo dõi mô hình."


def _spec(plan, asker=("ca", "dak-ha"), to=(("ca", "quang-ngai"),), **fields):
    values = {
        "text": ASKED,
        "asker": plan.world.body(*asker),
        "addressees": [plan.world.body(*each) for each in to],
        "programme": plan.programme,
        "proposed_on": plan.day(0),
    }
    return ProposalSpec(**(values | fields))


def _made(plan, by="Chi", **fields):
    return actions.make_proposal(_spec(plan, **fields), by=plan.actor(by))


def _row(proposal, plan, kind="ca", area="quang-ngai"):
    return proposal.addressees.get(body=plan.world.body(kind, area))


def _told(plan, name):
    account = plan.world.posting(name).account_id
    return Notice.objects.filter(account_id=account, kind__startswith="proposal").count()


def test_a_commune_asks_the_province_and_the_province_is_told(plan):
    proposal = _made(plan)
    row = _row(proposal, plan)
    assert row.state == AnswerState.WAITING
    assert row.answer_by > plan.day(14)
    assert (_told(plan, "An"), _told(plan, "Chi")) == (1, 0)


def test_several_bodies_are_asked_and_each_answers_for_itself(plan):
    proposal = _made(plan, to=(("ca", "quang-ngai"), ("mttq", "quang-ngai")))
    actions.answer_proposal(_row(proposal, plan), "agree", text="Sẽ ban hành.", by=plan.actor("An"))
    front = _row(proposal, plan, "mttq")
    assert front.state == AnswerState.WAITING
    actions.answer_proposal(front, "note", text="Đã nhận.", by=plan.actor("Dũng"))
    states = set(proposal.addressees.values_list("state", flat=True))
    assert states == {AnswerState.AGREED, AnswerState.NOTED}


def test_the_asker_is_told_and_reads_the_answer_with_its_paper(plan):
    proposal = _made(plan)
    row = actions.answer_proposal(
        _row(proposal, plan), "decline", text="Chưa có kinh phí.", paper="Công văn 9/CAT",
        by=plan.actor("An"),
    )  # fmt: skip
    assert (row.answer_text, row.answer_paper) == ("Chưa có kinh phí.", "Công văn 9/CAT")
    assert _told(plan, "Chi") == 1


def test_an_answer_is_given_once(plan):
    row = _row(_made(plan), plan)
    actions.answer_proposal(row, "agree", text="Đồng ý.", by=plan.actor("An"))
    with pytest.raises(TransitionRefused):
        actions.answer_proposal(row, "decline", text="Thôi.", by=plan.actor("Bình"))


@pytest.mark.parametrize(("verb", "paper"), [("decline", "Công văn 9/CAT"), ("agree", "")])
def test_an_answer_says_something(plan, verb, paper):
    row = _row(_made(plan), plan)
    with pytest.raises(InvalidInput):
        actions.answer_proposal(row, verb, text="  ", paper=paper, by=plan.actor("An"))


@pytest.mark.parametrize("name", ["Chi", "Dũng", "Giang", "Vân"])
def test_only_the_body_that_is_asked_answers(plan, name):
    row = _row(_made(plan), plan)
    with pytest.raises(Forbidden):
        actions.answer_proposal(row, "agree", text="Đồng ý.", by=plan.actor(name))


def test_passed_on_it_waits_at_the_other_body_with_a_date_of_its_own(plan):
    proposal = _made(plan)
    passed = actions.pass_on_proposal(
        _row(proposal, plan), plan.world.body("mttq", "quang-ngai"), until=plan.day(5),
        by=plan.actor("An"),
    )  # fmt: skip
    assert _row(proposal, plan).state == AnswerState.PASSED_ON
    assert (passed.state, passed.answer_by) == (AnswerState.WAITING, plan.day(5))
    assert (_told(plan, "Dũng"), _told(plan, "Chi")) == (1, 1)
    actions.answer_proposal(passed, "agree", text="Đồng ý.", by=plan.actor("Dũng"))


def test_it_is_not_passed_back_to_the_asker_nor_twice_to_one_body_nor_to_a_stranger(plan):
    proposal = _made(plan, to=(("ca", "quang-ngai"), ("mttq", "quang-ngai")))
    row = _row(proposal, plan)
    for kind, area in [("ca", "dak-ha"), ("mttq", "quang-ngai"), ("ca", "gia-lai")]:
        with pytest.raises(InvalidInput):
            actions.pass_on_proposal(row, plan.world.body(kind, area), by=plan.actor("An"))
    assert proposal.addressees.count() == 2


def test_taken_back_it_asks_nobody_any_more_and_given_answers_stay(plan):
    proposal = _made(plan, to=(("ca", "quang-ngai"), ("mttq", "quang-ngai")))
    actions.answer_proposal(_row(proposal, plan), "agree", text="Đồng ý.", by=plan.actor("An"))
    actions.withdraw_proposal(proposal, by=plan.actor("Chi"))
    assert _row(proposal, plan).state == AnswerState.AGREED
    assert _row(proposal, plan, "mttq").state == AnswerState.WITHDRAWN
    with pytest.raises(Refused):
        actions.withdraw_proposal(proposal, by=plan.actor("Chi"))


def test_only_the_asker_takes_it_back(plan):
    with pytest.raises(Forbidden):
        actions.withdraw_proposal(_made(plan), by=plan.actor("An"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "   "},
        {"text": "a" * 20_001},
        {"to": ()},
        {"to": (("ca", "dak-ha"),)},
        {"to": (("ca", "quang-ngai"), ("ca", "quang-ngai"))},
        {"to": (("ca", "gia-lai"),)},
        {"to": (("ca", "ba-to"),)},
    ],
)
def test_what_is_no_proposal_is_refused(plan, wrong):
    with pytest.raises(InvalidInput):
        _made(plan, **wrong)
    assert not Proposal.objects.exists()


def test_days_must_follow_each_other(plan):
    with pytest.raises(InvalidInput):
        _made(plan, proposed_on=plan.day(1))
    with pytest.raises(InvalidInput):
        _made(plan, answer_by=plan.day(-1))


def test_nobody_proposes_in_the_name_of_another_body(plan):
    with pytest.raises(Forbidden):
        _made(plan, by="An")


def test_a_clerk_enters_none(plan):
    with pytest.raises(Forbidden):
        actions.make_proposal(_spec(plan, asker=("ca", "quang-ngai"), to=(("ca", "vn"),)),
                              by=plan.actor("Vân"))  # fmt: skip


def test_what_an_arrived_paper_proposes_is_entered_for_its_issuer(plan):
    document = plan.document(issuer_text="Công an xã Đăk Hà")
    assert document.issuer_body == plan.world.body("ca", "dak-ha")
    start = document.text.find("rà soát các mô hình")
    spec = _spec(plan, document=document, origin=ProposalOrigin.DOCUMENT, span=(start, start + 19))
    proposal = actions.make_proposal(spec, by=plan.actor("An"))
    assert document.text[proposal.start : proposal.end] == "rà soát các mô hình"
    front = _spec(plan, document=document, origin="document", to=(("mttq", "quang-ngai"),))
    with pytest.raises(InvalidInput):
        actions.make_proposal(front, by=plan.actor("An"))


def test_a_span_outside_the_paper_is_refused(plan):
    document = plan.document()
    spec = _spec(
        plan, asker=("ca", "quang-ngai"), to=(("ca", "vn"),), document=document,
        origin="document", span=(0, len(document.text) + 1),
    )  # fmt: skip
    with pytest.raises(InvalidInput):
        actions.make_proposal(spec, by=plan.actor("An"))


@pytest.mark.parametrize(
    ("name", "sees"),
    [("Chi", True), ("An", True), ("Dũng", True), ("Trung", True), ("Ba", False), ("Giang", False)],
)
def test_asker_asked_and_the_parties_above_see_it(plan, name, sees):
    _made(plan)
    assert queries.visible_proposals(plan.actor(name)).exists() is sees


def test_the_database_holds_that_an_answer_has_its_author(plan):
    row = _row(_made(plan), plan)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProposalAddressee.objects.filter(pk=row.pk).update(state="agreed")
    with pytest.raises(IntegrityError), transaction.atomic():
        ProposalAddressee.objects.filter(pk=row.pk).update(state="nowhere")


def test_the_database_holds_that_an_origin_has_its_object(plan):
    proposal = _made(plan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(origin="task")
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(start=5, end=3)


def test_items_marked_while_registering_become_proposals_and_no_requirements(plan):
    draft = plan.draft(issuer_text="Công an xã Đăk Hà")
    third = draft.items.get(position=3)
    document = actions.adopt_draft(
        draft, programme=plan.programme, by=plan.actor("An"), proposals=[third.pk]
    )
    [proposal] = queries.proposals_of(plan.actor("An"), document)
    assert document.requirements.count() == 2
    assert proposal.asker == plan.world.body("ca", "dak-ha")
    assert document.text[proposal.start : proposal.end] == third.action
    assert [row.body for row in proposal.addressees.all()] == [plan.world.body("ca", "quang-ngai")]


def test_proposals_of_an_unknown_issuer_stop_the_registration(plan):
    draft = plan.draft(issuer_text="Nhà xuất bản")
    with pytest.raises(Refused):
        actions.adopt_draft(
            draft,
            programme=plan.programme,
            by=plan.actor("An"),
            proposals=[draft.items.first().pk],
        )
    assert not Proposal.objects.exists()


def test_proposals_of_an_own_paper_go_to_the_bodies_that_the_item_names(plan):
    draft = plan.draft()
    ministry = plan.world.body("ca", "vn")
    item = draft.items.get(position=1)
    item.leads = [{"text": ministry.name, "org_id": "bca", "body_id": ministry.pk}]
    item.save()
    actions.adopt_draft(draft, programme=plan.programme, by=plan.actor("An"), proposals=[item.pk])
    [row] = ProposalAddressee.objects.all()
    assert (row.body, row.proposal.asker) == (ministry, plan.world.body("ca", "quang-ngai"))
