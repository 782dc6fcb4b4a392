"""Deciding about many reports: each as the single action would, one fault never loses the rest."""

import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import DomainError, InvalidInput
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.org import scope
from phongtrao.org.models import Account, Posting
from phongtrao.reporting import actions, queries
from phongtrao.reporting.models import Approval, Report, Round
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
PREVIEW = "reporting:report-many"
COMMUNES = (("dak-ha", "Chi"), ("ba-to", "Ba"), ("ly-son", "Lý"))


def _sent(world: World) -> Round:
    round_ = cases.open_round(world)
    for area, by in COMMUNES:
        cases.submitted(world, round_, area, by)
    return round_


def _read(round_: Round) -> dict[int, int]:
    return dict(round_.reports.filter(version_count__gt=0).values_list("pk", "version_count"))


def _states(round_: Round) -> dict[str, str]:
    rows = Report.objects.filter(round=round_).values_list("body__name", "state")
    return dict(rows.order_by("body__name"))


def _more(world: World, round_: Round, count: int) -> None:
    """More sent reports, copies of the first one, versions and all."""
    keys = cases.add_communes(world, count)
    first = Report.objects.get(round=round_, area=world.area("dak-ha"))
    version = first.versions.get()
    for key in keys:
        first.pk, first._state.adding = None, True
        first.area, first.body = world.area(key), world.bodies["ca", key]
        first.save()
        version.pk, version._state.adding = None, True
        version.report = first
        version.save()


def test_many_are_approved_each_with_its_entry_and_its_notice(world: World) -> None:
    round_ = _sent(world)
    decided = actions.approve_many(_read(round_), by=world.actor("Bình"))
    assert (len(decided.done), list(decided.skipped)) == (3, [])
    assert {a.kind for a in Approval.objects.all()} == {"approve"}
    assert AuditEntry.objects.filter(verb="report.approved").count() == 3
    assert set(_states(round_).values()) == {"submitted"}  # the Front has not agreed yet
    agreed = actions.approve_many(_read(round_), by=world.actor("Dương"))
    assert len(agreed.done) == 3
    assert set(_states(round_).values()) == {"approved"}
    told = Notice.objects.filter(kind="report.approved").values_list("account_id", flat=True)
    assert {world.posting(name).account_id for _area, name in COMMUNES} <= set(told)


def test_a_report_that_was_sent_anew_is_passed_over_and_the_others_stay_approved(
    world: World,
) -> None:
    round_ = _sent(world)
    read = _read(round_)
    again = cases.report_of(round_, world)
    version = queries.newest_version(again)
    assert version is not None
    actions.return_report(version, reason="Xem lại", by=world.actor("An"))
    cases.submitted(world, round_, changes={0: "6"})
    decided = actions.approve_many(read, by=world.actor("Bình"))
    [(report, reason)] = decided.skipped
    assert report.pk == again.pk
    assert "bản mới hơn" in str(reason)
    assert Approval.objects.filter(decision="approved").count() == 2
    assert not Approval.objects.filter(version__report=again, decision="approved").exists()


def test_one_reason_returns_many_and_voids_what_was_given(world: World) -> None:
    round_ = _sent(world)
    actions.approve_many(_read(round_), by=world.actor("Bình"))
    decided = actions.return_many(
        _read(round_), reason="Thiếu phần lời văn", by=world.actor("Dũng")
    )
    assert len(decided.done) == 3
    assert set(_states(round_).values()) == {"returned"}
    returned = Approval.objects.filter(decision="returned").values_list("reason", flat=True)
    assert list(returned) == ["Thiếu phần lời văn"] * 3
    assert not Approval.objects.filter(decision="approved", voided_at=None).exists()
    assert AuditEntry.objects.filter(verb="report.returned").count() == 3


def test_without_a_reason_nothing_is_returned(world: World) -> None:
    round_ = _sent(world)
    with pytest.raises(InvalidInput):
        actions.return_many(_read(round_), reason="  ", by=world.actor("An"))
    assert set(_states(round_).values()) == {"submitted"}


@pytest.mark.parametrize("name", ["Giang", "Gấm", "Chi", "Cường", "Vân", "Trung", "Kiểm"])
def test_nobody_else_decides_about_many(world: World, name: str) -> None:
    round_ = _sent(world)
    decided = actions.approve_many(_read(round_), by=world.actor(name))
    assert not decided.done
    back = actions.return_many(_read(round_), reason="Xem", by=world.actor(name))
    assert not back.done
    assert set(_states(round_).values()) == {"submitted"}
    assert not Approval.objects.exists()


def test_the_preview_foretells_what_the_action_does_with_each(world: World) -> None:
    """Own submission, approved before, not sent, closed: the same reports are passed over."""
    round_ = cases.open_round(world)
    binh = world.actor("Bình")
    cases.submitted(world, round_, "ba-to", "Ba")
    given = cases.submitted(world, round_, "ly-son", "Lý")
    own = cases.submitted(world, round_)
    version = queries.newest_version(given)
    assert version is not None
    actions.approve_version(version, kind="approve", by=binh)
    Posting.objects.filter(pk=world.posting("Chi").pk).update(account=binh.account)
    _agree(world, round_, {own.body.name, given.body.name})
    Round.objects.filter(pk=round_.pk).update(state="locked", locked_at=clock.now())
    _agree(world, round_, {"Công an xã Đăk Hà", "Công an xã Ba Tơ", "Công an đặc khu Lý Sơn"})


def _agree(world: World, round_: Round, refused: set[str]) -> None:
    """Preview and action refuse the same reports."""
    binh = world.actor("Bình")
    reports = list(queries.chosen_reports(binh, round_.reports.values_list("pk", flat=True)))
    found = queries.verdicts(binh, reports, approving=True)
    assert {v.report.body.name for v in found if v.reason} == refused
    for verdict in found:
        newest = queries.newest_version(Report.objects.get(pk=verdict.report.pk))
        if newest is None or verdict.reason is None:
            continue
        with pytest.raises(DomainError):
            actions.approve_version(newest, kind=verdict.kind, by=binh)


def _demo(world: World) -> None:
    Account.objects.update(is_demo=True)  # the second factor has its own test below


def test_the_pages_lead_from_the_queue_over_the_preview_to_the_decision(
    world: World, client_for: ClientFor
) -> None:
    round_ = _sent(world)
    _demo(world)
    binh = client_for(world.posting("Bình"))
    queue = reverse("reporting:round-detail", args=[round_.pk]) + "?duyet=cho-toi"
    html = binh.get(queue).content.decode()
    assert html.count('name="b"') == 3
    preview = reverse(PREVIEW)
    shown = binh.get(f"{preview}?dot={round_.pk}&duyet=cho-toi&tat_ca=1&viec=duyet")
    assert "Sẽ duyệt 3 báo cáo<" in shown.content.decode()
    assert not Approval.objects.exists()
    first = cases.report_of(round_, world)
    one = binh.get(f"{preview}?b={first.pk}&viec=duyet").content.decode()
    assert "Sẽ duyệt 1 báo cáo<" in one
    ticks = [f"{pk}:{n}" for pk, n in _read(round_).items()]
    answer = cases.post(
        binh, reverse("reporting:report-approve-many"), {"b": ticks, "dot": round_.pk}
    )
    assert answer["Location"] == queue
    html = binh.get(queue).content.decode()
    assert "Đã duyệt, thống nhất 3 báo cáo." in html
    assert "Không có báo cáo nào chờ bạn duyệt." in html


def test_what_was_passed_over_is_named_with_its_reason(world: World, client_for: ClientFor) -> None:
    round_ = _sent(world)
    _demo(world)
    binh = client_for(world.posting("Bình"))
    version = queries.newest_version(cases.report_of(round_, world))
    assert version is not None
    ticks = [f"{pk}:{n}" for pk, n in _read(round_).items()]
    actions.approve_version(version, kind="approve", by=world.actor("Bình"))
    picks = "&".join(f"b={pk}" for pk in _read(round_))
    shown = binh.get(f"{reverse(PREVIEW)}?{picks}&viec=duyet").content.decode()
    assert "Sẽ duyệt 2 báo cáo, bỏ qua 1 vì: Nội dung này đã được duyệt rồi. (1)" in shown
    answer = cases.post(binh, reverse("reporting:report-approve-many"), {"b": ticks})
    html = binh.get(answer["Location"]).content.decode()
    assert "Đã duyệt, thống nhất 2 báo cáo." in html
    assert "Bỏ qua 1 báo cáo" in html
    assert "Công an xã Đăk Hà: Nội dung này đã được duyệt rồi" in html


def test_a_return_without_reason_keeps_the_choice_on_the_page(
    world: World, client_for: ClientFor
) -> None:
    round_ = _sent(world)
    an = client_for(world.posting("An"))
    ticks = [f"{pk}:{n}" for pk, n in _read(round_).items()]
    address = reverse("reporting:report-return-many")
    answer = cases.post(an, address, {"b": ticks, "reason": " "})
    assert answer.status_code == 422
    html = answer.content.decode()
    assert all(f'name="b" value="{tick}"' in html for tick in ticks)
    assert set(_states(round_).values()) == {"submitted"}
    done = cases.post(an, address, {"b": ticks, "reason": "Chưa khớp kỳ trước"})
    assert done.status_code == 302
    assert set(_states(round_).values()) == {"returned"}


def test_approving_many_needs_the_second_factor_as_approving_one(
    world: World, client_for: ClientFor
) -> None:
    round_ = _sent(world)
    binh = client_for(world.posting("Bình"))
    ticks = [f"{pk}:{n}" for pk, n in _read(round_).items()]
    answer = cases.post(binh, reverse("reporting:report-approve-many"), {"b": ticks})
    assert answer.status_code == 403
    assert "xác thực hai lớp" in answer.content.decode()
    assert not Approval.objects.exists()


@pytest.mark.parametrize("ticks", [[], ["x"], ["1:x"], ["9" * 40], ["9:1"], ["１:1"]])
def test_broken_ticks_decide_nothing(world: World, client_for: ClientFor, ticks: list[str]) -> None:
    _sent(world)
    _demo(world)
    binh = client_for(world.posting("Bình"))
    answer = cases.post(binh, reverse("reporting:report-approve-many"), {"b": ticks})
    assert answer.status_code == 302
    assert "chưa có gì thay đổi" in binh.get(answer["Location"]).content.decode()
    assert not Approval.objects.exists()
    query = "&".join(f"b={tick}" for tick in ticks)
    assert binh.get(f"{reverse(PREVIEW)}?{query}").status_code == 200


@pytest.mark.parametrize("name", ["Giang", "Gấm"])
def test_another_province_previews_and_decides_nothing(
    world: World, client_for: ClientFor, name: str
) -> None:
    round_ = _sent(world)
    _demo(world)
    client = client_for(world.posting(name))
    picks = "&".join(f"b={pk}" for pk in _read(round_))
    html = client.get(f"{reverse(PREVIEW)}?{picks}").content.decode()
    assert "Chưa chọn báo cáo nào" in html
    assert "Đăk Hà" not in html
    ticks = [f"{pk}:{n}" for pk, n in _read(round_).items()]
    cases.post(client, reverse("reporting:report-approve-many"), {"b": ticks})
    cases.post(client, reverse("reporting:report-return-many"), {"b": ticks, "reason": "x"})
    assert set(_states(round_).values()) == {"submitted"}
    assert not Approval.objects.exists()


def _count(act: Callable[[], object]) -> int:
    scope.forget()
    with CaptureQueriesContext(connection) as seen:
        act()
    return len(seen)


@pytest.mark.parametrize("name", ["round-detail", "report-list", "round-excel", "report-many"])
def test_the_queue_and_the_preview_cost_the_same_with_3_and_with_65_reports(
    world: World, client_for: ClientFor, name: str
) -> None:
    round_ = _sent(world)
    an = client_for(world.posting("An"))
    args = [round_.pk] if name.startswith("round") else []
    query = f"?duyet=cho-toi&tat_ca=1&dot={round_.pk}"
    address = reverse(f"reporting:{name}", args=args) + query
    assert an.get(address).status_code == 200
    few = _count(lambda: an.get(address))
    _more(world, round_, 62)
    many = _count(lambda: an.get(address))
    assert few == many <= 20


def test_each_further_report_costs_the_action_a_bounded_number_of_queries(world: World) -> None:
    round_ = _sent(world)
    _more(world, round_, 20)
    binh, read = world.actor("Bình"), _read(round_)
    keys = sorted(read)
    three = _count(lambda: actions.approve_many({k: read[k] for k in keys[:3]}, by=binh))
    ten = _count(lambda: actions.approve_many({k: read[k] for k in keys[3:13]}, by=binh))
    assert (ten - three) / 7 <= 12


def test_the_queue_tells_what_changed_and_what_is_open(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    told = (("result", "Ra mắt hai mô hình"), ("plan", "Kiện toàn tổ tự quản"))
    report = cases.submitted(world, round_, told=told)
    version = queries.newest_version(report)
    assert version is not None
    actions.return_report(version, reason="Xem", by=world.actor("An"))
    again = (("result", "Ra mắt ba mô hình"),)
    cases.submitted(world, round_, changes={0: "6", 3: ""}, told=again, reason="Chưa tổng hợp xong")
    an = client_for(world.posting("An"))
    html = an.get(reverse("reporting:round-detail", args=[round_.pk]) + "?duyet=cho-toi")
    text = html.content.decode()
    assert "2 ô, thêm 1 ý, bỏ 2 ý" in text
    assert "1 đã giải trình" in text
    page = an.get(reverse("reporting:report-review", args=[report.pk])).content.decode()
    assert '<td class="numeric" data-label="Lần trước">5</td>' in page
    assert "<del>Ra mắt hai mô hình</del>" in page
    assert "<del>Kiện toàn tổ tự quản</del>" in page
    assert "Đúng hạn" in page


def test_the_filter_holds_only_what_waits_for_the_own_body(world: World) -> None:
    round_ = _sent(world)
    binh, duong = world.actor("Bình"), world.actor("Dương")
    actions.approve_many(dict(list(_read(round_).items())[:1]), by=binh)
    assert queries.waiting_for(binh).count() == 2
    assert queries.waiting_for(duong).count() == 3
    for name in ("Chi", "Trung", "Giang"):
        assert not queries.waiting_for(world.actor(name)).exists()
    Round.objects.filter(pk=round_.pk).update(state="locked", locked_at=clock.now())
    assert not queries.waiting_for(binh).exists()


def test_the_queue_counts_a_check_against_last_year_as_the_form_does(world: World) -> None:
    cases.submitted(world, cases.open_round(world, period="2026-H1"))
    later = cases.open_round(world, period="2027-H1")
    report = cases.submitted(world, later, changes={4: "9000"}, reason="Thêm hội nghị")
    key = later.template_version.cells[4]["key"]
    check = {"check": f"{key} ~50% cung_ky({key})", "weight": "block"}
    with connection.cursor() as cursor:  # a frozen form does not let itself be changed
        cursor.execute("UPDATE reporting_templateversion SET checks = %s", [json.dumps([check])])
    (row,) = queries.chosen_reports(world.actor("Bình"), [report.pk])
    queries.attach_review_facts([row])
    assert row.review_facts is not None
    assert row.review_facts.faults == 1
