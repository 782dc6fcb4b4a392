"""The pages of a report and a round: forms without script, refusals that lose nothing."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.org.models import Posting
from phongtrao.reporting import actions, queries
from phongtrao.reporting.models import CellComment, ReportVersion, Round, WorkingCopy
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]


def _fill(world: World, round_: Round) -> str:
    return reverse("reporting:report-fill", args=[cases.report_of(round_, world).pk])


def test_the_form_saves_and_sends_without_script(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    chi, address = client_for(world.posting("Chi")), _fill(world, round_)
    narrative = {"yk-result": "- Ra mắt mô hình\r\n\r\n+ Kiện toàn tổ", "yk-proposal": ""}
    saved = chi.post(address, cases.typed({3: "abc"}, row_version="0", verb="luu", **narrative))
    assert saved.status_code == 302
    html = chi.get(address).content.decode()
    assert 'value="abc"' in html
    assert "không phải là số" in html
    assert "Ra mắt mô hình\nKiện toàn tổ" in html
    sent = chi.post(address, cases.typed({}, row_version="1", verb="gui", **narrative))
    assert sent.status_code == 302
    version = ReportVersion.objects.get()
    assert [s["text"] for s in version.statements] == ["Ra mắt mô hình", "Kiện toàn tổ"]


@pytest.mark.parametrize("typed", ["1e400", "12,5", "abc", "-7", "1,234.5", "٣"])
def test_an_impossible_figure_is_told_at_its_cell_and_kept_as_typed(
    world: World, client_for: ClientFor, typed: str
) -> None:
    round_ = cases.open_round(world)
    chi = client_for(world.posting("Chi"))
    answer = chi.post(_fill(world, round_), cases.typed({3: typed}, row_version="0", verb="gui"))
    assert answer.status_code == 422
    html = answer.content.decode()
    assert f'name="o-3" value="{typed}"' in html
    assert 'name="o-4" value="1.200"' in html
    assert 'href="#o-3"' in html
    assert 'aria-invalid="true"' in html
    assert not ReportVersion.objects.exists()


def test_a_fault_between_cells_is_told_in_words(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    chi = client_for(world.posting("Chi"))
    answer = chi.post(
        _fill(world, round_), cases.typed({6: "10", 7: "12"}, row_version="0", verb="gui")
    )
    assert answer.status_code == 422
    assert "Lớn hơn số vụ mâu thuẫn tiếp nhận ở mục 2.4" in answer.content.decode()


def test_a_double_click_sends_once(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    chi = client_for(world.posting("Chi"))
    form = cases.typed({}, row_version="0", verb="gui")
    first, second = chi.post(_fill(world, round_), form), chi.post(_fill(world, round_), form)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert ReportVersion.objects.count() == 1


def test_a_stale_form_shows_both_sides_and_can_be_saved_knowingly(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    chi, address = client_for(world.posting("Chi")), _fill(world, round_)
    chi.post(address, cases.typed({0: "5"}, row_version="0", verb="luu"))
    chi.post(address, cases.typed({0: "6"}, row_version="1", verb="luu"))
    stale = chi.post(address, cases.typed({0: "7"}, row_version="1", verb="luu"))
    assert stale.status_code == 409
    html = stale.content.decode()
    assert 'name="o-0" value="7"' in html
    assert 'name="row_version" value="2"' in html
    assert '<td class="kept-text">7</td><td class="kept-text">6</td>' in html
    assert WorkingCopy.objects.get().version == 2
    again = chi.post(address, cases.typed({0: "7"}, row_version="2", verb="luu"))
    assert again.status_code == 302
    assert WorkingCopy.objects.get().version == 3


@pytest.mark.parametrize("broken", ["", "abc", "-1", "9" * 40, "１"])
def test_a_broken_row_version_is_a_stale_form_and_no_fault(
    world: World, client_for: ClientFor, broken: str
) -> None:
    round_ = cases.open_round(world)
    chi, address = client_for(world.posting("Chi")), _fill(world, round_)
    chi.post(address, cases.typed({0: "5"}, row_version="0", verb="luu"))
    answer = chi.post(address, cases.typed({0: "6"}, row_version=broken, verb="luu"))
    assert answer.status_code == 409


def test_sending_after_it_was_sent_elsewhere_keeps_what_was_typed(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    chi = client_for(world.posting("Chi"))
    answer = chi.post(_fill(world, round_), cases.typed({0: "77"}, row_version="1", verb="gui"))
    assert answer.status_code == 409
    assert 'name="o-0" value="77"' in answer.content.decode()


def test_saving_while_typing_answers_the_version_and_the_faults(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    chi = client_for(world.posting("Chi"))
    address = reverse("reporting:report-save", args=[report.pk])
    headers = {"accept": "application/json"}
    form = cases.typed({3: "abc", 5: ""}, row_version="0")
    answer = chi.post(address, form, headers=headers)
    saved = json.loads(answer.content)
    assert (answer.status_code, saved["version"]) == (200, 1)
    assert "không phải là số" in saved["faults"]["3"][0][1]
    assert saved["sections"]["II"] == [1, 1]
    form = cases.typed({0: "8"}, row_version="0")
    older = json.loads(chi.post(address, form, headers=headers).content)
    both = [(each["field"], each["mine"], each["theirs"]) for each in older["conflicts"]]
    assert both == [("o-0", "8", "5"), ("o-3", "20", "abc")]
    assert (older["version"], older["fields"]["o-3"]) == (2, "abc")


def test_the_review_page_returns_with_words_and_keeps_them_when_the_reason_is_missing(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    an = client_for(world.posting("An"))
    address = reverse("reporting:report-return", args=[report.pk])
    words = {"ban": "1", "yk-o-3": "Xem lại số buổi", "yk-c-0": "Nêu tên mô hình"}
    empty = cases.post(an, address, words | {"reason": " "})
    assert empty.status_code == 422
    assert "Xem lại số buổi" in empty.content.decode()
    assert not CellComment.objects.exists()
    done = cases.post(an, address, words | {"reason": "Chưa khớp"})
    assert done.status_code == 302
    assert CellComment.objects.count() == 2
    html = client_for(world.posting("Chi")).get(_fill(world, round_)).content.decode()
    assert "Xem lại số buổi" in html
    assert "Nêu tên mô hình" in html


def test_a_version_that_came_after_the_page_was_read_is_not_approved_unseen(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    version = queries.newest_version(report)
    assert version is not None
    actions.return_report(version, reason="Xem", by=world.actor("An"))
    cases.submitted(world, round_, changes={0: "6"})
    world.posting("Bình").account.is_demo = True
    world.posting("Bình").account.save()
    binh = client_for(world.posting("Bình"))
    address = reverse("reporting:report-approve", args=[report.pk])
    assert cases.post(binh, address, {"ban": "1"}).status_code == 409
    assert cases.post(binh, address, {"ban": "2"}).status_code == 302
    assert cases.post(binh, address, {"ban": "x"}).status_code == 404


def test_an_open_cell_of_the_last_period_stands_beside(world: World, client_for: ClientFor) -> None:
    before = cases.open_round(world, period="2025-H2")
    cases.submitted(world, before, changes={3: "18"})
    round_ = cases.open_round(world)
    html = client_for(world.posting("Chi")).get(_fill(world, round_)).content.decode()
    assert '<td class="numeric" data-label="Kỳ trước">18</td>' in html


def test_the_round_form_opens_a_round_and_tells_what_is_wrong(
    world: World, client_for: ClientFor
) -> None:
    form = cases.load_form(world)
    an = client_for(world.posting("An"))
    address = reverse("reporting:round-open")
    asked = {
        "template_version": str(form.pk),
        "period": "2026-H1",
        "scheme": "ADMIN_15_14",
        "level": "commune",
        "deadline_on": "20/12/2099",
        "deadline_time": "16:30",
    }
    for changes, said in (
        ({"deadline_on": "31/02/2099"}, "Hạn gửi, ngày"),
        ({"deadline_on": "20/12/2001"}, "Hạn gửi đã qua"),
        ({"period": "2026-Q1"}, "không đúng loại kỳ"),
        ({"period": "vo-ly"}, "Kỳ báo cáo"),
        ({"level": "country"}, "Cấp báo cáo"),
        ({"template_version": "0"}, "Biểu mẫu"),
    ):
        answer = cases.post(an, address, asked | changes)
        assert answer.status_code == 422, changes
        assert said in answer.content.decode()
    assert not Round.objects.exists()
    assert cases.post(an, address, asked).status_code == 302
    again = cases.post(an, address, asked)
    assert again.status_code == 422
    assert "đã được mở" in again.content.decode()


def test_a_locked_round_can_be_opened_again_from_its_page(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    an = client_for(world.posting("An"))
    assert cases.post(an, reverse("reporting:round-lock", args=[round_.pk])).status_code == 302
    address = reverse("reporting:round-reopen", args=[round_.pk])
    assert cases.post(an, address, {"reason": ""}).status_code == 422
    assert cases.post(an, address, {"reason": "Bổ sung"}).status_code == 302
    round_.refresh_from_db()
    assert round_.state == "open"


def test_a_draft_is_read_by_nobody_above(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    actions.save_working_copy(
        report,
        cases.content(round_, told=(("result", "Chưa gửi đi"),)),
        expected_version=0,
        by=world.actor("Chi"),
    )
    an = client_for(world.posting("An"))
    for name in ("report-detail", "report-review"):
        html = an.get(reverse(f"reporting:{name}", args=[report.pk])).content.decode()
        assert "Chưa gửi đi" not in html
    assert an.get(reverse("reporting:report-fill", args=[report.pk])).status_code == 403
