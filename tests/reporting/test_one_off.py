"""Báo cáo đột xuất: asked in one page, answered as a report, summed by the rule, never periodic."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.core.periods import parse_period
from phongtrao.org.models import AreaSet, AreaSetMember, Posting
from phongtrao.reporting import actions, queries
from phongtrao.reporting.actions import AskedRow, OneOffDraft
from phongtrao.reporting.grid.content import Statement, read_content, specs_of
from phongtrao.reporting.models import OneOffRequest, Report, Round
from tests.reporting import cases
from tests.world import World

ClientFor = Callable[[Posting], Client]
ROWS = (AskedRow("Số nhà bị tốc mái", "nhà"), AskedRow("Diện tích lúa ngập", "ha", decimals=1))


def draft(world: World, **changes: Any) -> OneOffDraft:
    """What An asks of all three communes until tomorrow."""
    plain: dict[str, Any] = {
        "title": "Thiệt hại do bão số 12",
        "rows": ROWS,
        "level": "commune",
        "area_ids": [world.area(key).pk for key in ("dak-ha", "ba-to", "ly-son")],
        "deadline_at": clock.now() + timedelta(days=1),
        "period": "2026-11",
        "question": "Cần hỗ trợ gì ngay?",
    }
    return OneOffDraft(**plain | changes)


def ask(world: World, by: str = "An", **changes: Any) -> OneOffRequest:
    return actions.ask_one_off(draft(world, **changes), by=world.actor(by))


def answer(
    world: World, round_: Round, area: str, by: str, figures: list[str], told: str
) -> Report:
    report = cases.report_of(round_, world, area)
    specs = specs_of(round_.template_version.cells)
    said = [Statement("answer", told)] if told else []
    content = read_content(specs, dict(enumerate(figures)), statements=said)
    actions.save_working_copy(report, content, expected_version=0, by=world.actor(by))
    return actions.submit_report(report, by=world.actor(by))


@pytest.mark.database
def test_answers_count_when_sent_and_are_summed_with_who_is_missing(world: World) -> None:
    round_ = ask(world).round
    assert round_.reports.count() == 3
    assert Notice.objects.filter(kind="one_off.asked").count() >= 3
    assert AuditEntry.objects.filter(verb="one_off.asked").count() == 1
    sent = answer(world, round_, "dak-ha", "Chi", ["12", "3,5"], "Bạt che mái nhà")
    assert sent.state == "approved"  # nobody has to approve it
    answer(world, round_, "ba-to", "Ba", ["0", "-"], "")
    found = queries.answers_of(world.actor("An"), round_, clock.now())
    assert [row.report.body.name for row in found.missing] == ["Công an đặc khu Lý Sơn"]
    total = found.totals["DX1"]
    assert (total.value, total.n, total.of) == (12, 2, 3)
    area = found.totals["DX2"]
    assert (float(area.value or 0), area.n, area.of) == (3.5, 1, 2)
    assert [row.words for row in found.told] == [["Bạt che mái nhà"]]


def test_with_approval_an_answer_waits_in_the_queue_of_who_asked(world: World) -> None:
    round_ = ask(world, needs_approval=True).round
    sent = answer(world, round_, "dak-ha", "Chi", ["1", "0"], "Không")
    assert sent.state == "submitted"
    assert [r.pk for r in queries.waiting_for(world.actor("An"))] == [sent.pk]
    version = queries.newest_version(sent)
    assert version is not None
    done = actions.approve_version(version, kind="approve", by=world.actor("Bình"))
    assert done.state == "approved"


def test_a_wrong_answer_is_opened_again_by_who_asked(world: World) -> None:
    round_ = ask(world).round
    sent = answer(world, round_, "dak-ha", "Chi", ["1", "0"], "Không")
    opened = actions.reopen_report(sent, reason="Nhầm đơn vị tính", by=world.actor("An"))
    assert opened.state == "returned"


@pytest.mark.parametrize("name", ["Giang", "Chi", "Kiểm", "Vân"])
def test_only_an_officer_of_a_body_above_asks(world: World, name: str) -> None:
    with pytest.raises((Forbidden, Refused)):
        ask(world, by=name)
    assert not OneOffRequest.objects.exists()


def test_a_body_asks_bodies_of_its_own_kind(world: World) -> None:
    asked = ask(world, by="Dũng")
    assert {report.body.kind_id for report in asked.round.reports.all()} == {"mttq"}


def test_areas_outside_scope_are_not_asked(world: World) -> None:
    asked = ask(world, area_ids=[world.area("dak-ha").pk, world.area("chu-se").pk])
    assert [r.area_id for r in asked.round.reports.all()] == [world.area("dak-ha").pk]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("question", "Gửi danh sách những người tham gia khiếu kiện."),
        ("question", "Ghi rõ họ tên từng hộ bị thiệt hại"),
        ("question", "Bao nhiêu tín đồ tôn giáo dự lễ?"),
        ("title", "Lập danh sách người theo đạo"),
        ("note", "Kèm danh sách hội viên"),
        ("row", "Số tin báo, tố giác của người dân"),
        ("row", "Số đối tượng đang quản lý"),
    ],
)
def test_persons_lists_and_faith_are_refused_in_words(world: World, field: str, words: str) -> None:
    change = {"rows": (AskedRow(words),)} if field == "row" else {field: words}
    with pytest.raises(InvalidInput) as refusal:
        ask(world, **change)
    at = "row-0" if field == "row" else field
    assert str(refusal.value.fields[at]).startswith(("Không", "Từ", "Chỉ"))
    assert not OneOffRequest.objects.exists()


def test_honest_questions_pass(world: World) -> None:
    asked = ask(
        world,
        rows=(AskedRow("Số người bị thương do bão", "người"), AskedRow("Số mô hình", "mô hình")),
        question="Nêu khó khăn khi tổ chức Ngày hội? Danh sách các mô hình đang hoạt động.",
    )
    assert asked.round.reports.count() == 3


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"rows": (), "question": ""}, "question"),
        ({"rows": ROWS * 6}, "title"),
        ({"deadline_at": datetime(2020, 1, 1, tzinfo=clock.VIETNAM)}, "deadline"),
        ({"title": " "}, "title"),
    ],
)
def test_nothing_too_much_or_too_late_is_refused(
    world: World, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        ask(world, **change)
    assert field in refusal.value.fields


@pytest.mark.database
def test_what_is_known_is_told_and_answers_never_enter_periodic_figures(world: World) -> None:
    periodic = cases.open_round(world)
    cases.submitted(world, periodic)
    actor, ids = world.actor("An"), [world.area(key).pk for key in ("dak-ha", "ba-to")]
    code = periodic.template_version.cells[0]["key"]
    (known,) = queries.known_figures(actor, [code, "XX99"], ids, "commune")
    assert (known.code, known.figure.value, known.figure.n, known.figure.of) == (code, 5, 1, 2)
    before = queries.roll_up(actor, periodic, [code]).lines[0].current
    round_ = ask(world, rows=(AskedRow("", indicator=code),), period="2026-H1").round
    assert round_.template_version.cells[0]["name"] == known.name
    answer(world, round_, "dak-ha", "Chi", ["999"], "")
    assert queries.roll_up(actor, periodic, [code]).lines[0].current == before
    asked = queries.FiguresAsked([code], [parse_period("2026-H1")], "province")
    assert [row.figure.value for row in queries.figure_rows(asked) if row.figure.n] == [5]


def test_the_load_of_the_month_is_counted_by_area(world: World) -> None:
    ask(world)
    ask(world, area_ids=[world.area("dak-ha").pk])
    ids = [world.area(key).pk for key in ("dak-ha", "ba-to")]
    times = queries.asked_this_month(ids, "ca", clock.today())
    assert times == {ids[0]: 2, ids[1]: 1}


def _form(**changes: Any) -> dict[str, Any]:
    day = f"{clock.today() + timedelta(days=2):%d/%m/%Y}"
    plain = {"name-0": "Số nhà bị tốc mái", "unit-0": "nhà", "question": "Cần gì?"}
    plain |= {"period": f"{clock.today():%Y-%m}", "level": "commune", "asked_of": "all"}
    plain |= {"deadline": "khac", "deadline_on": day, "deadline_time": "10:00"}
    return plain | changes | cases.once()


def test_nothing_is_sent_before_the_preview_was_seen(world: World, client_for: ClientFor) -> None:
    client = client_for(world.posting("An"))
    address = reverse("reporting:oneoff-ask")
    assert client.get(address).status_code == 200
    shown = client.post(address, _form(verb="gui"))
    assert "3 cơ quan sẽ nhận" in shown.content.decode()
    assert not OneOffRequest.objects.exists()
    sent = client.post(address, _form(verb="gui", da_xem="1"))
    asked = OneOffRequest.objects.get()
    assert sent.headers["Location"] == reverse("reporting:oneoff-detail", args=[asked.round_id])
    assert asked.round.template_version.template.name == "Số nhà bị tốc mái"


def test_a_set_of_areas_is_asked_and_a_commune_answers_on_its_page(
    world: World, client_for: ClientFor
) -> None:
    named = {"code": "dao", "name": "Xã đảo", "name_folded": "xa dao", "kind": "island"}
    area_set = AreaSet.objects.create(**named)
    AreaSetMember.objects.create(
        area_set=area_set, area=world.area("ly-son"), valid_from=clock.today()
    )
    client = client_for(world.posting("An"))
    client.post(
        reverse("reporting:oneoff-ask"),
        _form(verb="gui", da_xem="1", asked_of="set", area_set=area_set.pk),
    )
    round_ = OneOffRequest.objects.get().round
    assert [r.area_id for r in round_.reports.all()] == [world.area("ly-son").pk]
    commune = client_for(world.posting("Lý"))
    page = commune.get(reverse("reporting:oneoff-detail", args=[round_.pk]))
    report = round_.reports.get()
    assert reverse("reporting:report-fill", args=[report.pk]) in page.content.decode()
    (item,) = lines_of(queries.inbox_sources(world.actor("Lý"), clock.today()))
    assert item.title.startswith("Báo cáo đột xuất: Số nhà bị tốc mái – hạn")
    assert "10:00" in item.title
    fill = commune.get(reverse("reporting:report-fill", args=[report.pk])).content.decode()
    assert "Cần gì?" in fill
    others = client_for(world.posting("Giang"))
    assert others.get(reverse("reporting:oneoff-detail", args=[round_.pk])).status_code == 404


def test_more_time_for_who_has_not_answered_and_closing_early(
    world: World, client_for: ClientFor
) -> None:
    round_ = ask(world).round
    answer(world, round_, "dak-ha", "Chi", ["1", "0"], "Không")
    client = client_for(world.posting("An"))
    later = clock.today() + timedelta(days=5)
    given = {"deadline_on": f"{later:%d/%m/%Y}", "deadline_time": "09:00", "reason": "Mất điện"}
    cases.post(client, reverse("reporting:oneoff-extend", args=[round_.pk]), given)
    extended = round_.reports.exclude(extended_to=None)
    assert {r.area_id for r in extended} == {world.area("ba-to").pk, world.area("ly-son").pk}
    cases.post(client, reverse("reporting:oneoff-close", args=[round_.pk]), {"reason": "Đủ rồi"})
    round_.refresh_from_db()
    assert (round_.state, round_.state_reason) == ("locked", "Đủ rồi")
    page = client.get(reverse("reporting:oneoff-detail", args=[round_.pk])).content.decode()
    assert "Lý do kết thúc: Đủ rồi" in page
    with pytest.raises(Refused):
        answer(world, round_, "ba-to", "Ba", ["1", "0"], "Không")


def test_the_pages_of_a_request_ask_few_questions_at_any_size(
    world: World, client_for: ClientFor
) -> None:
    keys = cases.add_communes(world, 30)
    ids = [world.area(key).pk for key in ["dak-ha", *keys]]
    round_ = ask(world, area_ids=ids).round
    answer(world, round_, "dak-ha", "Chi", ["1", "0"], "=cmd()")
    client = client_for(world.posting("An"))
    for name, args in (("oneoff-list", []), ("oneoff-detail", [round_.pk])):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(reverse(f"reporting:{name}", args=args)).status_code == 200
        assert len(asked) <= 20
    book = client.get(reverse("reporting:oneoff-excel", args=[round_.pk]))
    rows = cases.workbook_rows(book)
    assert rows["Công an xã Đăk Hà"][3] == 1
    text = (
        client.get(reverse("reporting:oneoff-csv", args=[round_.pk])).getvalue().decode("utf-8-sig")
    )
    assert "'=cmd()" in text
