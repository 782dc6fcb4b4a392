"""What an issued report proposes is sent once, to those above, and followed from the paper."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, TransitionRefused
from phongtrao.org.models import Posting
from phongtrao.planning.models import Programme, Proposal
from phongtrao.publishing import actions, queries
from phongtrao.publishing.actions import Raising
from phongtrao.publishing.models import Paper
from tests.packs import load_pack
from tests.publishing import signing
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ASKED = (("proposal", "Cấp kinh phí hằng năm."), ("proposal", "Mở lớp tập huấn."))


def _issued(world: World) -> Paper:
    load_pack()
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_, told=ASKED)
    version = cases.queries.newest_version(report)
    assert version is not None
    for kind, name in (("approve", "Bình"), ("concur", "Dương")):
        cases.actions.approve_version(version, kind=kind, by=world.actor(name))
    paper = signing.signed_on_paper(world, signing.handed_in(world, signing.ready(world, round_)))
    return actions.record_issue(
        paper,
        number="125",
        issued_on=clock.today(),
        expected_version=paper.row_version,
        by=world.actor("Vân"),
    )


def _raising(world: World, paper: Paper, count: int = 2) -> Raising:
    lines = queries.raisable_lines(paper)[:count]
    above = world.body("ca", "vn")
    return Raising(lines, Programme.objects.order_by("pk")[0], [above])


def test_each_line_becomes_a_proposal_with_paper_and_date(world: World) -> None:
    paper = _issued(world)
    actions.raise_proposals(paper, _raising(world, paper), by=world.actor("An"))
    proposals = list(Proposal.objects.order_by("pk"))
    assert [each.text for each in proposals] == [text for _topic, text in ASKED]
    assert {each.asker_id for each in proposals} == {paper.body_id}
    assert proposals[0].paper.startswith("125/BC-CAT ngày ")
    assert [row.body.name for row in proposals[0].addressees.all()] == [world.body("ca", "vn").name]


def test_a_line_is_sent_once_whoever_asks_again(world: World) -> None:
    paper, an = _issued(world), world.actor("An")
    actions.raise_proposals(paper, _raising(world, paper, 1), by=an)
    first = [line.pk for line in queries.proposal_lines(paper)]
    again = _raising(world, paper)
    actions.raise_proposals(paper, Raising(first, again.programme, again.addressees), by=an)
    assert Proposal.objects.count() == 2
    with pytest.raises(InvalidInput):
        actions.raise_proposals(paper, Raising(first, again.programme, again.addressees), by=an)


def test_a_draft_sends_nothing_and_nobody_else_does(world: World) -> None:
    load_pack()
    round_ = cases.open_round(world)
    cases.submitted(world, round_, told=ASKED)
    draft = actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))
    with pytest.raises(TransitionRefused):
        actions.raise_proposals(draft, _raising(world, draft), by=world.actor("An"))
    with pytest.raises(Forbidden):
        actions.raise_proposals(draft, _raising(world, draft), by=world.actor("Dương"))
    assert not Proposal.objects.exists()


def test_they_are_chosen_and_sent_on_a_page_and_seen_on_the_paper(
    world: World, client_for: Callable[[Posting], Client]
) -> None:
    paper = _issued(world)
    an = client_for(world.posting("An"))
    address = reverse("publishing:paper-raise", args=[paper.pk])
    html = an.get(address).content.decode()
    assert "Cấp kinh phí hằng năm." in html
    sent = {
        "lines": [str(pk) for pk in queries.raisable_lines(paper)],
        "programme": str(Programme.objects.order_by("pk")[0].pk),
        "addressees": world.body("ca", "vn").name,
    }
    assert cases.post(an, address, sent | {"lines": []}).status_code == 422
    assert cases.post(an, address, sent).status_code == 302
    detail = an.get(reverse("publishing:paper-detail", args=[paper.pk])).content.decode()
    assert detail.count("đã gửi kiến nghị") == 2
    assert address not in detail
    assert client_for(world.posting("Giang")).get(address).status_code == 404
