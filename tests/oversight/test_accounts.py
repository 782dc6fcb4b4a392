"""Outlines, reports and summaries of inspected bodies, and what they are asked to clarify."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    StaleVersion,
    TransitionRefused,
)
from phongtrao.core.formats import date_vn
from phongtrao.core.inbox_sources import lines_of
from phongtrao.org.actions import open_work
from phongtrao.org.models import Account, Posting
from phongtrao.org.permissions import actor_for
from phongtrao.oversight import actions, queries
from phongtrao.oversight.models import ClarificationRequest, Inspection
from phongtrao.oversight.workflow import CLARIFICATION, ClarificationState
from phongtrao.planning.models import Programme
from phongtrao.reporting import actions as reporting
from phongtrao.reporting.grid.content import Statement, read_content, specs_of
from phongtrao.reporting.models import Indicator, Report
from tests.oversight import inspection_cases as cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TOLD = "Đã ký chương trình phối hợp với Mặt trận"


def _later(days: int = 2) -> Any:
    return clock.today() + timedelta(days=days)


def _ahead(world: World, **facts: Any) -> Inspection:
    """One whose delegation stands and whose first session is three weeks away."""
    days = {"starts_on": _later(21), "ends_on": _later(25)}
    return cases.decided(world, **days | facts)


def _sent(world: World, inspection: Inspection, **facts: Any) -> list[Any]:
    terms = actions.OutlineTerms(**{"due_on": _later(10), "points": ["ky_ket", "mo_hinh"]} | facts)
    return actions.send_outline(inspection, terms, by=world.actor("An"))


def _send(client: Any, address: str, typed: dict[str, Any]) -> Any:
    """What the form sends, with the key of its page."""
    key = re.search(r'name="_once" value="([^"]+)"', client.get(address).content.decode())
    return client.post(address, typed | {"_once": key.group(1) if key else ""}, follow=True)


def _reported(world: World, report: Report) -> Report:
    specs = specs_of(report.round.template_version.cells)
    content = read_content(specs, {}, statements=[Statement("ky_ket-result", TOLD)])
    reporting.save_working_copy(report, content, expected_version=0, by=world.actor("Chi"))
    return reporting.submit_report(report, by=world.actor("Chi"))


def test_an_outline_asks_exactly_the_inspected_bodies_of_any_kind_and_level(
    world: World, programme: Programme
) -> None:
    front = world.body("mttq", "ba-to")
    inspection = _ahead(world, inspected=[world.body("ca", "dak-ha"), front])
    made = _sent(world, inspection)
    reports = Report.objects.filter(round__in=[each.round_id for each in made])
    assert {each.body for each in reports} == {world.body("ca", "dak-ha"), front}
    sections = made[0].round.template_version.sections
    assert sections[0]["name"].startswith("Ký kết, phân công nhiệm vụ")
    labels = made[0].round.template_version.topic_labels
    assert [labels[each] for each in sections[0]["topics"]] == ["Kết quả", "Hạn chế", "Nguyên nhân"]
    assert made[0].criteria == "1"
    an = world.actor("An")
    parts = queries.parts_of(an, inspection)
    shown = queries.accounts_of(an, inspection, [world.body("ca", "dak-ha"), front], parts)
    assert [(each.is_late, each.has_reporter) for each in shown] == [(False, True), (False, False)]


def test_a_body_is_asked_for_figures_beside_words_and_for_nothing_unknown(
    world: World, programme: Programme
) -> None:
    inspection = _ahead(world)
    with pytest.raises(InvalidInput, match="chỉ tiêu"):
        _sent(world, inspection, indicators=["KHONG-CO"])
    assert not inspection.outlines.exists()


def test_figures_of_an_outline_are_chosen_by_their_names(
    world: World, programme: Programme, desk: Any
) -> None:
    inspection, client = _ahead(world), desk("An")
    Indicator.objects.create(
        code="TT91", section="Tuyên truyền", section_code="TT", name="Số buổi nói chuyện",
        unit="buổi", kind="flow",
    )  # fmt: skip
    address = f"/kiem-tra/{inspection.pk}/de-cuong/"
    assert "Số buổi nói chuyện (TT91, buổi)" in client.get(address).content.decode()
    typed = {
        "points": "ky_ket",
        "indicators": "TT91",
        "due_on": date_vn(_later(10)),
    }
    _send(client, address, typed | {"indicators": "KHONG-CO"})
    assert not inspection.outlines.exists()
    _send(client, address, typed)
    [outline] = inspection.outlines.all()
    cells = outline.round.template_version.cells
    assert [each["indicator"] for each in cells if each.get("indicator")] == ["TT91"]


def test_a_report_is_read_under_the_door_of_the_inspection_until_the_seat_ends(
    world: World, programme: Programme
) -> None:
    inspection = _ahead(world)
    _sent(world, inspection)
    report = _reported(world, Report.objects.get(body=world.body("ca", "dak-ha")))
    for name in ("An", "Ba", "Chi"):
        found = queries.account_report(world.actor(name), inspection.pk, report.pk)
        assert found[1] == report
    with pytest.raises(NotFound):
        queries.account_report(world.actor("Lý"), inspection.pk, report.pk)
    other = actions.Seat(world.body("ca", "ly-son"), "Trưởng Công an đặc khu")
    actions.decide(inspection, cases.team(world, members=(other,)), by=world.actor("An"))
    with pytest.raises(NotFound):
        queries.account_report(world.actor("Ba"), inspection.pk, report.pk)
    assert queries.account_report(world.actor("Lý"), inspection.pk, report.pk)[1] == report


def test_the_page_of_an_inspection_says_what_was_sent_and_when_and_the_report_is_shown(
    world: World, programme: Programme, client_for: Any
) -> None:
    Account.objects.update(is_demo=True)
    inspection = _ahead(world)
    _sent(world, inspection)
    report = _reported(world, Report.objects.get(body=world.body("ca", "dak-ha")))
    cases.clarification(world, inspection)
    client = client_for(world.posting("Ba"))
    page = reverse("oversight:inspection-detail", args=[inspection.pk])
    client.get(page)
    with CaptureQueriesContext(
        connection,
    ) as made:
        text = client.get(page).content.decode()
    assert len(made) <= 20
    assert "Báo cáo đã gửi ngày" in text
    assert "Đúng hạn" in text
    address = reverse("oversight:inspection-report", args=[inspection.pk, report.pk])
    with CaptureQueriesContext(connection) as made:
        assert TOLD in client.get(address).content.decode()
    assert len(made) <= 20
    assert client_for(world.posting("Giang")).get(address).status_code == 404


def test_a_round_that_is_open_already_is_linked_only_where_an_inspected_body_reports_in_it(
    world: World, programme: Programme
) -> None:
    first, second = _ahead(world), _ahead(world, inspected=[world.body("ca", "ly-son")])
    round_ = _sent(world, first)[0].round
    again = _ahead(world)
    made = actions.send_outline(again, actions.OutlineTerms(round=round_), by=world.actor("An"))
    assert [each.round for each in made] == [round_]
    for inspection in (again, second):
        with pytest.raises(InvalidInput):
            actions.send_outline(
                inspection, actions.OutlineTerms(round=round_), by=world.actor("An")
            )


def test_no_outline_after_the_conclusion_nor_for_a_day_that_has_passed_or_comes_too_late(
    world: World, programme: Programme
) -> None:
    inspection = _ahead(world)
    for wrong in ({"due_on": _later(-1)}, {"due_on": _later(22)}, {"points": []}):
        with pytest.raises(InvalidInput):
            _sent(world, inspection, **wrong)
    with pytest.raises(Refused, match="chưa có kết luận"):
        _sent(world, cases.concluded(world))
    assert not Report.objects.exists()


def test_a_body_without_anybody_who_reports_is_named_and_its_outline_is_kept(
    world: World, programme: Programme, client_for: Any
) -> None:
    Account.objects.update(is_demo=True)
    inspection = _ahead(world)
    Posting.objects.filter(body=world.body("ca", "dak-ha")).update(valid_to=clock.today())
    address = reverse("oversight:inspection-outline", args=[inspection.pk])
    client = client_for(world.posting("An"))
    sent = {"points": ["ky_ket"], "due_on": _later(7).strftime("%d/%m/%Y")}
    answer = _send(client, address, sent)
    assert "chưa có tài khoản gửi báo cáo" in answer.content.decode()
    assert inspection.outlines.count() == 1


def test_a_summary_is_amended_with_its_versions_until_the_conclusion(
    world: World, programme: Programme
) -> None:
    inspection, chi = cases.under_way(world), world.actor("Chi")
    first = actions.write_summary(inspection, "Bản một", paper="12/BC-CAX", by=chi)
    actions.write_summary(inspection, "Bản hai", by=chi, expected_version=first.row_version)
    with pytest.raises(StaleVersion):
        actions.write_summary(inspection, "Bản ba", by=chi, expected_version=first.row_version)
    with pytest.raises(InvalidInput, match="còn trống"):
        actions.write_summary(inspection, "  ", by=chi)
    _entry, held = queries.summary_for(world.actor("Ba"), inspection.pk, chi.body_id or 0)
    assert [each.text for each in held.versions.all()] == ["Bản hai", "Bản một"]
    with pytest.raises(NotFound):
        queries.summary_for(world.actor("Lý"), inspection.pk, chi.body_id or 0)
    with pytest.raises(Forbidden):
        actions.write_summary(inspection, "Không phải cơ quan này", by=world.actor("Lý"))
    actions.conclude(inspection, cases.conclusion(), by=world.actor("An"))
    with pytest.raises(Forbidden):
        actions.write_summary(inspection, "Muộn", by=chi)


def test_a_request_is_answered_asked_again_and_accepted_with_every_step_kept(
    world: World, programme: Programme
) -> None:
    inspection, chi, ba = cases.under_way(world), world.actor("Chi"), world.actor("Ba")
    found = cases.clarification(world, inspection, by="Ba")
    step = actions.take_clarification_step
    with pytest.raises(InvalidInput):
        step(found, "answer", by=chi, text="  ")
    found = step(found, "answer", by=chi, text="Ba xã", papers="03/CV-CAX")
    found = step(found, "ask_again", by=ba, text="Nêu tên xã", asked_by=_later(5))
    found = step(found, "answer", by=chi, text="Đăk Hà, Ba Tơ, Lý Sơn", papers="04/CV-CAX")
    found = step(found, "accept", by=world.actor("An"))
    assert found.state == ClarificationState.ACCEPTED
    kept = [(each.verb, each.papers) for each in found.steps.all()]
    assert kept == [("ask", ""), ("answer", "03/CV-CAX"), ("ask_again", ""),
                    ("answer", "04/CV-CAX"), ("accept", "")]  # fmt: skip
    with pytest.raises(TransitionRefused):
        step(found, "withdraw", by=ba, text="Thôi")


def test_nobody_asks_a_body_that_is_not_inspected_nor_for_a_day_that_has_passed(
    world: World, programme: Programme
) -> None:
    inspection = cases.under_way(world)
    for wrong in ({"body": world.body("ca", "ly-son")}, {"asked_by": _later(-1)}, {"text": " "}):
        with pytest.raises(InvalidInput):
            cases.clarification(world, inspection, **wrong)
    for name in ("Chi", "Lý"):
        with pytest.raises(Forbidden):
            cases.clarification(world, inspection, by=name)
    with pytest.raises(Forbidden):
        cases.clarification(world, cases.concluded(world))
    assert not ClarificationRequest.objects.exists()


def test_a_request_is_read_by_those_who_inspect_and_by_the_addressed_body_only(
    world: World, programme: Programme
) -> None:
    front = world.body("mttq", "ba-to")
    inspection = cases.under_way(world, inspected=[world.body("ca", "dak-ha"), front])
    found = cases.clarification(world, inspection)
    world.add_posting("Mai", "mttq", "ba-to", "officer")
    for name in ("An", "Ba", "Chi"):
        assert queries.clarification_for(world.actor(name), found.pk) == found
    for name in ("Mai", "Lý", "Giang"):
        with pytest.raises(NotFound):
            queries.clarification_for(world.actor(name), found.pk)
    with pytest.raises(Forbidden):
        actions.take_clarification_step(found, "accept", by=world.actor("Chi"))


def test_it_waits_for_the_addressed_body_then_for_who_asked_and_is_late_past_its_day(
    world: World, programme: Programme
) -> None:
    inspection = cases.under_way(world)
    found = cases.clarification(world, inspection, by="Ba")

    def waits(name: str) -> list[str]:
        items = lines_of(queries.inbox_sources(world.actor(name), clock.today()))
        return [str(each.verb) for each in items if each.title == found.text]

    assert (waits("Chi"), waits("Ba"), waits("An")) == (["Trả lời"], [], [])
    assert queries.is_late_answer(found, found.due_on + timedelta(days=1))
    assert not queries.is_late_answer(found, found.due_on)
    found = actions.take_clarification_step(found, "answer", by=world.actor("Chi"), text="Ba xã")
    assert (waits("Chi"), waits("Ba"), waits("An")) == ([], ["Xem trả lời"], ["Xem trả lời"])


def test_the_database_keeps_what_the_table_of_requests_says(
    world: World, programme: Programme
) -> None:
    found = cases.clarification(world, cases.under_way(world))
    rows = ClarificationRequest.objects.filter(pk=found.pk)
    for wrong in ({"state": "answered"}, {"state": "lost"}, {"asker": found.body}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
    for state in CLARIFICATION.states:
        settled = state in (ClarificationState.ACCEPTED, ClarificationState.WITHDRAWN)
        assert bool(CLARIFICATION.verbs(state)) is not settled


def test_a_seat_reads_nothing_of_a_report_before_the_decision_day(
    world: World, programme: Programme
) -> None:
    inspection = _ahead(world)
    _sent(world, inspection)
    report = Report.objects.get(body=world.body("ca", "dak-ha"))
    posting = world.posting("Ba")
    early = actor_for(posting.account, clock.today() - timedelta(days=10), posting_id=posting.pk)
    with pytest.raises(NotFound):
        queries.account_report(early, inspection.pk, report.pk)


def test_the_successor_of_the_addressed_body_answers_and_amends_its_summary(
    world: World, programme: Programme
) -> None:
    inspection = cases.under_way(world)
    found = cases.clarification(world, inspection)
    actions.write_summary(inspection, "Bản của xã cũ", by=world.actor("Chi"))
    heir = world.body("ca", "ly-son")
    open_work.hand_over({world.body("ca", "dak-ha").pk: heir.pk}, {})
    found.refresh_from_db()
    assert found.body == heir
    answered = actions.take_clarification_step(found, "answer", by=world.actor("Lý"), text="Đủ")
    assert answered.state == ClarificationState.ANSWERED
    held = actions.write_summary(inspection, "Bản của xã mới", by=world.actor("Lý"))
    assert held.versions.count() == 2
