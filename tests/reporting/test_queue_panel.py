"""The queue with a report beside it, kept phrases, closing with a preview, one paper for many."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core.errors import Forbidden, InvalidInput
from phongtrao.core.models import StoredFile
from phongtrao.org.models import Account, Posting
from phongtrao.reporting import actions, queries
from phongtrao.reporting.models import Approval, ReturnPhrase, Round
from tests.reporting import cases
from tests.world import World

ClientFor = Callable[[Posting], Client]
CAST = (("dak-ha", "Chi"), ("ba-to", "Ba"), ("ly-son", "Lý"))


@pytest.fixture
def round_(world: World) -> Round:
    """A round in which all three communes have sent."""
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    found = cases.open_round(world)
    for area, name in CAST:
        cases.submitted(world, found, area, name)
    return found


def _pk(world: World, round_: Round, area: str) -> int:
    return cases.report_of(round_, world, area).pk


def test_the_neighbours_follow_the_names_and_come_round(world: World, round_: Round) -> None:
    actor = world.actor("An")
    order = [r.pk for r in queries.waiting_for(actor).order_by("body__name_folded", "pk")]
    reports = [queries.report_for(actor, pk) for pk in order]
    found = [queries.neighbours(actor, report) for report in reports]
    assert [(each.before, each.after) for each in found] == [
        (None, order[1]),
        (order[0], order[2]),
        (order[1], order[0]),
    ]
    assert {each.of for each in found} == {3}


def test_a_report_opens_beside_the_queue_and_a_decision_leads_to_the_next(
    world: World, round_: Round, client_for: ClientFor
) -> None:
    client = client_for(world.posting("Bình"))
    queue = client.get(reverse("reporting:round-detail", args=[round_.pk]), {"duyet": "cho-toi"})
    assert 'id="bang-duyet"' in queue.content.decode()
    pk = _pk(world, round_, "ba-to")
    with CaptureQueriesContext(connection) as asked:
        part = client.get(reverse("reporting:report-panel", args=[pk])).content.decode()
    assert len(asked) <= 20
    assert "<html" not in part
    assert "Báo cáo sau" in part
    approve = reverse("reporting:report-approve", args=[pk])
    after = queries.neighbours(
        world.actor("Bình"), queries.report_for(world.actor("Bình"), pk)
    ).after
    onward = cases.post(client, approve, {"ban": "1", "tiep": "bang"})
    assert onward["Location"].endswith(f"?duyet=cho-toi&mo={after}")
    follow = client.get(onward["Location"]).content.decode()
    assert reverse("reporting:report-panel", args=[after]) in follow
    for area in ("dak-ha", "ly-son"):
        address = reverse("reporting:report-approve", args=[_pk(world, round_, area)])
        last = cases.post(client, address, {"ban": "1", "tiep": "trang"})
    assert last["Location"].endswith("?duyet=cho-toi")  # nothing waits any more


def test_what_was_said_last_time_stands_with_what_was_done_about_it(
    world: World, round_: Round, client_for: ClientFor
) -> None:
    client, pk = client_for(world.posting("An")), _pk(world, round_, "dak-ha")
    back = {"ban": "1", "reason": "Xem lại", "yk-o-0": "Có đúng không?", "yk-o-1": "Sao ít thế?"}
    cases.post(client, reverse("reporting:report-return", args=[pk]), back | {"yk-c-0": "Ở đâu?"})
    cases.submitted(world, round_, changes={0: "6"})
    page = client.get(reverse("reporting:report-review", args=[pk])).content.decode()
    assert "đã sửa: 5 → 6" in page
    assert "không đổi, không ghi chú" in page
    assert "giữ nguyên ý này" in page
    reading = queries.reading(queries.report_for(world.actor("An"), pk))
    assert reading is not None
    assert [each.is_met for each in reading.answered] == [True, False, False]


def test_a_reason_is_kept_for_the_body_and_dropped(
    world: World, round_: Round, client_for: ClientFor
) -> None:
    client, pk = client_for(world.posting("An")), _pk(world, round_, "ly-son")
    sent = {"ban": "1", "reason": "Thiếu giải trình", "luu_mau": "1", "tiep": "trang"}
    cases.post(client, reverse("reporting:report-return", args=[pk]), sent)
    phrase = ReturnPhrase.objects.get()
    assert actions.keep_phrase("Thiếu giải trình", by=world.actor("Bình")) == phrase
    review = reverse("reporting:report-review", args=[_pk(world, round_, "ba-to")])
    assert "<option>Thiếu giải trình</option>" in client.get(review).content.decode()
    front = client_for(world.posting("Dũng")).get(review).content.decode()
    assert "<option>Thiếu giải trình</option>" not in front
    with pytest.raises(Forbidden):
        actions.drop_phrase(phrase, by=world.actor("Dũng"))
    with pytest.raises(InvalidInput):
        actions.keep_phrase(" ", by=world.actor("An"))
    cases.post(client, reverse("reporting:phrase-drop", args=[phrase.pk]))
    assert not ReturnPhrase.objects.exists()


def test_closing_tells_first_what_it_does_and_opening_again_wants_a_reason(
    world: World, round_: Round, client_for: ClientFor
) -> None:
    version = queries.newest_version(cases.report_of(round_, world))
    assert version is not None
    actions.approve_version(version, kind="approve", by=world.actor("Bình"))
    actions.approve_version(version, kind="concur", by=world.actor("Dương"))
    client = client_for(world.posting("An"))
    preview = reverse("reporting:round-close", args=[round_.pk])
    page = client.get(preview).content.decode()
    assert "1 báo cáo đã duyệt được chốt" in page
    assert "2 báo cáo đã gửi, chưa duyệt" in page
    assert "Công an xã Ba Tơ" in page
    queue = client.get(reverse("reporting:report-list"), {"duyet": "cho-toi"}).content.decode()
    assert preview in queue
    cases.post(client, reverse("reporting:round-lock", args=[round_.pk]), {"reason": "Đã họp"})
    shown = client.get(reverse("reporting:round-detail", args=[round_.pk])).content.decode()
    assert "Lý do: Đã họp" in shown
    reopen = reverse("reporting:round-reopen", args=[round_.pk])
    refused = cases.post(client, reopen, {"reason": ""})
    assert refused.status_code == 422
    assert "Chưa ghi lý do" in refused.content.decode()
    assert cases.post(client, reopen, {"reason": "Xã sửa số"}).status_code == 302


def test_one_signed_paper_is_recorded_for_many_with_one_copy(world: World, round_: Round) -> None:
    pks = [_pk(world, round_, area) for area, _name in CAST]
    clerk = world.actor("Vân")
    stored = StoredFile.objects.create(
        sha256="0" * 64, name="ky.pdf", kind="pdf", size=1, created_at=round_.opened_at
    )
    paper: dict[str, Any] = {"kind": "concur", "number": "15/MTTQ", "signer": "Phó Chủ tịch"}
    paper |= {"signed_on": round_.last_day, "file": stored}
    read = dict.fromkeys(pks, 1) | {pks[0]: 2}
    done = actions.record_signed_many(read, **paper, by=clerk)
    assert (len(done.done), len(done.skipped)) == (2, 0)  # a version nobody read is passed over
    kept = Approval.objects.filter(form="signed_paper", paper_number="15/MTTQ")
    assert {approval.signed_copy_id for approval in kept} == {stored.pk}
    again = actions.record_signed_many(dict.fromkeys(pks, 1), **paper, by=clerk)
    assert (len(again.done), len(again.skipped)) == (1, 2)
    with pytest.raises(InvalidInput):
        actions.record_signed_many(read, **paper | {"number": " "}, by=clerk)
    refused = actions.record_signed_many(read, **paper, by=world.actor("An"))
    assert not refused.done


def test_the_page_for_many_shows_each_and_wants_the_signed_copy(
    world: World, round_: Round, client_for: ClientFor
) -> None:
    client = client_for(world.posting("Vân"))
    address = reverse("reporting:report-record-many")
    page = client.get(address, {"tat_ca": "1", "duyet": "cho-toi", "dot": round_.pk})
    assert "Ghi nhận cho 3 báo cáo" in page.content.decode()
    pks = [_pk(world, round_, area) for area, _name in CAST]
    sent = {"b": [f"{pk}:1" for pk in pks], "kind": "approve", "number": "16/CAT"}
    without = client.post(
        address, sent | {"signed_on": "2026-07-01", "signer": "PGĐ"} | cases.once()
    )
    assert without.status_code == 422
    assert not Approval.objects.exists()
