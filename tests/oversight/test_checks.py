"""The checklist by the criteria of the decision, and the documents that were seen or refused."""

from datetime import date, timedelta
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.criteria import CriteriaSet, CriteriaVersion, Criterion
from phongtrao.core.errors import Forbidden, InvalidInput, StaleVersion, TransitionRefused
from phongtrao.oversight import actions, queries, rules
from phongtrao.oversight.models import Recommendation
from phongtrao.planning.models import Programme
from tests.oversight import inspection_cases, session_cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def test_a_later_version_of_the_points_never_changes_an_old_checklist(
    world: World, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = inspection_cases.under_way(world)
    first = rules.criteria_versions().versions
    later = CriteriaVersion("2", clock.today() - timedelta(days=5), "-", True,
                            (Criterion("moi", "Nội dung mới"),))  # fmt: skip
    both = CriteriaSet("kiem_tra", (*first, later))
    monkeypatch.setattr(rules, "criteria_versions", lambda: both)
    monkeypatch.setattr("phongtrao.oversight.actions.steps.criteria_versions", lambda: both)
    new = inspection_cases.under_way(world)
    assert (old.criteria_version, new.criteria_version) == ("1", "2")
    session_cases.checked(world, old)
    session_cases.checked(world, new, criterion="moi")
    for inspection, unknown in ((old, "moi"), (new, "ky_ket")):
        with pytest.raises(InvalidInput) as refused:
            session_cases.checked(world, inspection, criterion=unknown)
        assert "criterion" in refused.value.fields
        wanted = inspection_cases.wanted(world, criterion=unknown)
        with pytest.raises(InvalidInput):
            actions.recommend(inspection, wanted, by=world.actor("An"))
    paper = inspection_cases.team(world, decided_on=date(2026, 11, 26))
    assert actions.decide(old, paper, by=world.actor("An")).criteria_version == "1"


def test_two_writers_of_one_line_lose_nothing_and_of_two_lines_do_not_wait_for_each_other(
    world: World, programme: Programme
) -> None:
    inspection, by = inspection_cases.under_way(world), world.actor("An")
    write = actions.check
    write(inspection, session_cases.finding(world), by=by, expected_version=0)
    other = session_cases.finding(world, limits="Chưa ký với Hội Nông dân")
    with pytest.raises(StaleVersion) as stale:
        write(inspection, other, by=by, expected_version=0)
    assert stale.value.mine["Tồn tại, hạn chế"] == "Chưa ký với Hội Nông dân"
    assert stale.value.theirs["Tồn tại, hạn chế"] == "Chưa ký kết với đủ tổ chức thành viên"
    apart = session_cases.finding(world, criterion="mo_hinh")
    assert write(inspection, apart, by=by, expected_version=0).row_version == 1
    assert write(inspection, other, by=by, expected_version=1).row_version == 2


def test_a_shortcoming_without_words_or_of_a_stranger_is_refused(
    world: World, programme: Programme
) -> None:
    inspection = inspection_cases.under_way(world)
    for facts in ({"limits": " "}, {"body": world.body("ca", "ba-to")}, {"result": "tot"}):
        with pytest.raises(InvalidInput):
            session_cases.checked(world, inspection, **facts)
    with pytest.raises(Forbidden):
        actions.check(inspection, session_cases.finding(world), by=world.actor("Chi"))
    with pytest.raises(Forbidden):
        session_cases.checked(world, inspection_cases.concluded(world))


def test_the_inspected_read_their_lines_once_the_conclusion_is_out(
    world: World, programme: Programme
) -> None:
    inspection = inspection_cases.under_way(world)
    session_cases.checked(world, inspection)

    def lines(name: str) -> int:
        return queries.check_rows(world.actor(name)).count()

    assert (lines("An"), lines("Ba"), lines("Chi")) == (1, 1, 0)
    actions.conclude(inspection, inspection_cases.conclusion(), by=world.actor("An"))
    assert (lines("Chi"), lines("Giang")) == (1, 0)


def test_a_refused_document_is_kept_with_its_reason_also_once_it_was_handed_in(
    world: World, programme: Programme
) -> None:
    inspection, by = inspection_cases.under_way(world), world.actor("An")
    with pytest.raises(InvalidInput) as refused:
        session_cases.document(world, inspection, state="refused")
    assert "reason" in refused.value.fields
    found = session_cases.document(world, inspection, state="asked", reason="Người giữ đi vắng")
    found = actions.take_document_step(found, "refuse", by=by, day=clock.today(), reason="Mật")
    found = actions.take_document_step(found, "see", by=by, day=clock.today())
    assert (found.state, found.seen_on, found.reason) == ("seen", clock.today(), "Mật")
    assert [(step.verb, step.reason) for step in found.steps.all()] == [
        ("record", "Người giữ đi vắng"),
        ("refuse", "Mật"),
        ("see", ""),
    ]
    with pytest.raises(TransitionRefused):
        actions.take_document_step(found, "refuse", by=by, day=clock.today(), reason="-")
    wanted = actions.DocumentTerms(found.body, "ky_ket", "Sổ")
    later = actions.Handing("seen", clock.today() + timedelta(days=1))
    with pytest.raises(InvalidInput):
        actions.note_document(inspection, wanted, later, by=by)


def test_a_recommendation_is_started_from_a_line_of_the_checklist(
    world: World, programme: Programme, desk: Any
) -> None:
    inspection, client = inspection_cases.under_way(world), desk("An")
    session_cases.document(world, inspection)
    line = session_cases.checked(world, inspection)
    table = client.get(f"/kiem-tra/{inspection.pk}/bang-kiem/").content.decode()
    address = f"/kiem-tra/{inspection.pk}/kien-nghi/?dong={line.pk}"
    assert address in table
    form = client.get(address).content.decode()
    assert '<option value="ky_ket" selected>' in form
    assert f'<option value="{line.body_id}" selected>' in form
    assert (
        "Chưa ký kết với đủ tổ chức thành viên\nCăn cứ: 01/CTrPH Chương trình phối hợp cấp xã"
    ) in form
    assert client.get(f"/kiem-tra/{inspection.pk}/kien-nghi/?dong=x").status_code == 200
    assert not Recommendation.objects.exists()


def test_the_conclusion_opens_with_what_the_checklist_says_of_each_body(
    world: World, programme: Programme, desk: Any
) -> None:
    bodies = [world.body("ca", "dak-ha"), world.body("mttq", "dak-ha")]
    inspection, client = inspection_cases.under_way(world, inspected=bodies), desk("An")
    address = f"/kiem-tra/{inspection.pk}/ket-luan/"
    assert "lấy sẵn lời ghi" not in client.get(address).content.decode()
    session_cases.checked(world, inspection)
    assert queries.points_found(inspection) == {
        "limits": "- Ký kết, phân công nhiệm vụ giữa Công an, Mặt trận và tổ chức thành viên: "
        "Chưa ký kết với đủ tổ chức thành viên"
    }
    session_cases.checked(world, inspection, body=bodies[1])
    form = client.get(address).content.decode()
    assert "lấy sẵn lời ghi" in form
    for body in bodies:
        assert f"({body.name}): Chưa ký kết với đủ tổ chức thành viên" in form


def test_the_page_shows_both_texts_where_somebody_else_wrote_the_line_meanwhile(
    world: World, programme: Programme, desk: Any
) -> None:
    inspection, client = inspection_cases.under_way(world), desk("An")
    address = f"/kiem-tra/{inspection.pk}/bang-kiem/"
    html = client.get(address).content.decode()
    sent = {
        "_once": html.split('name="_once" value="', 1)[1].split('"', 1)[0],
        "row_version": 0,
        "body": world.body("ca", "dak-ha").pk,
        "criterion": "ky_ket",
        "result": "ton_tai",
        "limits": "Văn bản của tôi",
    }
    session_cases.checked(world, inspection)
    answer = client.post(f"{address}ghi/", sent)
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "Văn bản của tôi" in told
    assert "Chưa ký kết với đủ tổ chức thành viên" in told
