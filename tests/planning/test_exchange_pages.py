"""Pages of proposals, drafts and schemes: they render, act, keep what was typed, stay quick."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core.inbox_sources import lines_of
from phongtrao.planning import actions, queries
from phongtrao.planning.models import (
    ClauseComment,
    CommentRound,
    Proposal,
    ProposalAddressee,
    Scheme,
)
from phongtrao.planning.workflow import AnswerState
from tests.core.gate.papers import png
from tests.planning import exchanges
from tests.planning.exchanges import ASKED, DRAFT

pytestmark = pytest.mark.database


def _text(page):
    return re.sub(r"\s+", " ", page.content.decode())


def _url(name, *args):
    return reverse(f"planning:{name}", args=args)


def _day(plan, days):
    return f"{plan.day(days):%d/%m/%Y}"


class TestProposals:
    """From the form to the answer."""

    def test_a_proposal_is_sent_and_answered_through_the_pages(self, plan, client_for, send):
        commune, province = (client_for(plan.world.posting(name)) for name in ("Chi", "An"))
        made = send(
            commune, _url("proposal-make"), programme=plan.programme.pk, text=ASKED,
            asker=plan.world.body("ca", "dak-ha").pk, addressees="Công an tỉnh Quảng Ngãi",
            origin="meeting", origin_text="Hội nghị sơ kết", proposed_on=_day(plan, 0),
        )  # fmt: skip
        row = ProposalAddressee.objects.get()
        assert made["Location"] == _url("proposal-detail", row.proposal_id)
        page = _text(province.get(made["Location"]))
        assert "Hội nghị sơ kết" in page
        assert _url("proposaladdressee-answer", row.pk) in page
        answer = _url("proposaladdressee-answer", row.pk)
        assert "chưa đối chiếu với quy định" in _text(province.get(answer))
        send(province, answer, tra_loi="agree", text="Sẽ ban hành trong tháng.")
        page = _text(commune.get(made["Location"]))
        assert "Đồng ý" in page
        assert "Sẽ ban hành trong tháng." in page

    def test_a_refused_form_keeps_what_was_typed(self, plan, client_for, send):
        page = send(
            client_for(plan.world.posting("Chi")), _url("proposal-make"),
            programme=plan.programme.pk, text=ASKED, asker=plan.world.body("ca", "dak-ha").pk,
            addressees="Công an tỉnh Gia Lai", origin="direct", proposed_on=_day(plan, 0),
        )  # fmt: skip
        assert page.status_code == 422
        assert "Không thấy cơ quan" in _text(page)
        assert ASKED in _text(page)
        assert not Proposal.objects.exists()

    def test_it_is_passed_on_through_the_page(self, plan, client_for, send):
        row = exchanges.proposal(plan).addressees.get()
        page = send(
            client_for(plan.world.posting("An")), _url("proposaladdressee-pass", row.pk),
            body="Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ngãi", until=_day(plan, 9),
        )  # fmt: skip
        assert page.status_code == 302
        passed = row.proposal.addressees.get(passed_by=row)
        assert passed.answer_by == plan.day(9)

    def test_from_a_clause_of_a_paper_it_keeps_its_place(self, plan, client_for, send):
        document = plan.document()
        requirement = document.requirements.get(position=3)
        client = client_for(plan.world.posting("An"))
        address = f"{_url('proposal-make')}?noi_dung={requirement.pk}"
        assert requirement.headline in _text(client.get(address))
        send(
            client, address, text=requirement.headline, addressees="Bộ Công an",
            asker=plan.world.body("ca", "quang-ngai").pk, proposed_on=_day(plan, 0),
        )  # fmt: skip
        proposal = Proposal.objects.get()
        assert (proposal.document, proposal.start) == (document, requirement.start)
        page = _text(client.get(_url("document-detail", document.pk)))
        assert _url("proposal-detail", proposal.pk) in page
        shown = _text(client.get(_url("proposal-detail", proposal.pk)))
        assert document.text[proposal.start : proposal.end] in shown

    def test_from_a_task_it_leads_back_to_the_task(self, plan, client_for, send):
        task = plan.task()
        client = client_for(plan.world.posting("Chi"))
        send(
            client, f"{_url('proposal-make')}?nhiem_vu={task.pk}", text=ASKED,
            addressees="Công an tỉnh Quảng Ngãi", asker=plan.world.body("ca", "dak-ha").pk,
            proposed_on=_day(plan, 0),
        )  # fmt: skip
        proposal = Proposal.objects.get(task=task)
        page = _text(client.get(_url("proposal-detail", proposal.pk)))
        assert _url("task-detail", task.pk) in page

    @pytest.mark.parametrize("name", ["nhiem_vu", "van_ban", "noi_dung"])
    def test_a_source_that_one_may_not_see_is_not_there(self, plan, client_for, name):
        plan.document()
        pks = {"nhiem_vu": plan.task().pk, "van_ban": 1, "noi_dung": plan.requirement().pk}
        client = client_for(plan.world.posting("Giang"))
        assert client.get(f"{_url('proposal-make')}?{name}={pks[name]}").status_code == 404

    def test_the_list_is_filtered_by_side_and_exported(self, plan, client_for):
        exchanges.proposal(plan)
        client = client_for(plan.world.posting("An"))
        address = _url("proposal-list")
        assert "1 dòng" in _text(client.get(f"{address}?chieu=nhan"))
        assert "0 dòng" in _text(client.get(f"{address}?chieu=gui"))
        assert "0 dòng" in _text(client.get(f"{address}?han=qua"))
        assert "1 dòng" in _text(client.get(f"{address}?tu_khoa=mau+so"))
        book = client.get(_url("proposal-excel"))
        sheet = load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
        assert ASKED in [cell.value for row in sheet.iter_rows() for cell in row]

    def test_marked_items_become_proposals_at_registration(self, plan, client_for, send):
        draft = plan.draft(issuer_text="Công an xã Đăk Hà")
        client = client_for(plan.world.posting("An"))
        address = _url("draft-accept", draft.pk)
        assert "Là kiến nghị" in _text(client.get(address))
        item = draft.items.get(position=3)
        send(client, address, programme=plan.programme.pk, kien_nghi=item.pk)
        assert Proposal.objects.get().asker == plan.world.body("ca", "dak-ha")


class TestDrafts:
    """From the upload to the table."""

    def test_a_file_is_read_cut_and_sent_to_a_whole_group(self, plan, client_for, send):
        client = client_for(plan.world.posting("An"))
        made = send(
            client, _url("commentround-make"), programme=plan.programme.pk, title="Quy chế",
            cutting="auto", due_on=_day(plan, 7),
            file=SimpleUploadedFile("quy-che.txt", DRAFT.encode()),
        )  # fmt: skip
        round_ = CommentRound.objects.get()
        assert made["Location"] == _url("commentround-detail", round_.pk)
        page = _text(client.get(made["Location"]))
        assert "Khoản 2 Điều 2" in page
        kept = [row.pk for row in round_.clauses.all()[:2]]
        assert send(client, _url("commentround-send", round_.pk), bodies="").status_code == 422
        send(client, _url("commentround-send", round_.pk), groups="ca", bodies="", clause=kept)
        assert (round_.requests.count(), round_.clauses.count()) == (3, 2)
        file = client.get(_url("commentround-file", round_.pk))
        assert b"".join(file.streaming_content) == DRAFT.encode()

    def test_without_a_file_nothing_is_made(self, plan, client_for, send):
        page = send(
            client_for(plan.world.posting("An")), _url("commentround-make"),
            programme=plan.programme.pk, title="Quy chế", cutting="auto", due_on=_day(plan, 7),
        )  # fmt: skip
        assert page.status_code == 422
        assert not CommentRound.objects.exists()

    def test_an_officer_writes_and_the_leader_signs(self, plan, client_for, send):
        round_ = exchanges.sent(plan)
        request = exchanges.asked(round_, plan)
        officer, leader = (client_for(plan.world.posting(name)) for name in ("Chi", "Cường"))
        first = round_.clauses.first()
        address = _url("commentrequest-answer", request.pk)
        assert "quy định việc phối hợp" in _text(officer.get(address))
        send(officer, address, **{f"text_{first.pk}": "Đề nghị ghi rõ thời hạn."})
        detail = _url("commentround-detail", round_.pk)
        assert "Ký gửi ý kiến" in _text(leader.get(detail))
        send(leader, _url("commentrequest-sign", request.pk))
        asker = client_for(plan.world.posting("An"))
        page = _text(asker.get(detail))
        assert "Đề nghị ghi rõ thời hạn." in page
        assert "Chưa có ý kiến (2)" in page

    def test_consent_and_comments_exclude_each_other(self, plan, client_for, send):
        request = exchanges.asked(exchanges.sent(plan), plan)
        page = send(
            client_for(plan.world.posting("Chi")), _url("commentrequest-answer", request.pk),
            agrees_whole="on", general="Đề nghị sửa.",
        )  # fmt: skip
        assert page.status_code == 422
        assert "Đề nghị sửa." in _text(page)

    def test_a_signed_paper_is_recorded_with_its_copy(self, plan, client_for, send):
        request = exchanges.asked(exchanges.sent(plan), plan)
        client = client_for(plan.world.posting("Vân"))
        address = _url("commentrequest-record", request.pk)
        fields = {
            "agrees_whole": "on", "number": "12/CAX", "signer": "Trưởng Công an xã",
            "signed_on": _day(plan, 0),
        }  # fmt: skip
        assert send(client, address, **fields).status_code == 422
        text = SimpleUploadedFile("gop-y.txt", b"Nhat tri")
        assert send(client, address, file=text, **fields).status_code == 422
        request.refresh_from_db()
        assert request.state == "asked"
        scan = SimpleUploadedFile("gop-y.png", png())
        assert send(client, address, file=scan, **fields).status_code == 302
        request.refresh_from_db()
        assert (request.state, request.form, request.agrees_whole) == ("answered", "paper", True)
        copy = client.get(_url("commentrequest-file", request.pk))
        assert copy["Content-Disposition"].startswith("attachment")

    def test_the_response_is_written_and_shown_to_both_sides(self, plan, client_for, send):
        round_ = exchanges.commented(plan)
        comment = ClauseComment.objects.get()
        asker, asked = (client_for(plan.world.posting(name)) for name in ("An", "Chi"))
        address = _url("clausecomment-respond", comment.pk)
        assert comment.text in _text(asker.get(address))
        assert send(asker, address, kind="explained", text="").status_code == 422
        send(asker, address, kind="partly", text="Đã bổ sung thời hạn ở Điều 2.")
        detail = _url("commentround-detail", round_.pk)
        for client in (asker, asked):
            assert "Đã bổ sung thời hạn ở Điều 2." in _text(client.get(detail))

    def test_a_body_reads_its_own_word_alone(self, plan, client_for):
        round_ = exchanges.commented(plan)
        page = client_for(plan.world.posting("Ba")).get(_url("commentround-detail", round_.pk))
        assert "Đề nghị ghi rõ thời hạn." not in _text(page)

    def test_it_is_extended_and_closed_through_the_page(self, plan, client_for, send):
        round_ = exchanges.sent(plan)
        client = client_for(plan.world.posting("An"))
        wrong = send(client, _url("commentround-extend", round_.pk), due_on=_day(plan, 1))
        assert wrong.status_code == 422
        send(client, _url("commentround-extend", round_.pk), due_on=_day(plan, 20))
        send(client, _url("commentround-close", round_.pk))
        round_.refresh_from_db()
        assert (round_.state, round_.due_on) == ("closed", plan.day(20))


class TestSchemes:
    """From the start to the end."""

    def test_a_scheme_is_followed_planned_and_reported(self, plan, client_for, send):
        client = client_for(plan.world.posting("An"))
        made = send(
            client, _url("scheme-start"), programme=plan.programme.pk, kind="plan",
            title="Kế hoạch tổ chức Ngày hội năm 2027",
        )  # fmt: skip
        scheme = Scheme.objects.get()
        assert made["Location"] == _url("scheme-plan", scheme.pk)
        police = "Công an tỉnh Quảng Ngãi"
        fields = {f"body_{place}": police for place in range(1, 5)}
        send(client, made["Location"], planned_1=_day(plan, -2), **fields)
        page = _text(client.get(_url("scheme-detail", scheme.pk)))
        assert "quá 2 ngày" in page
        stage = scheme.stages.get(position=1)
        address = _url("schemestage-complete", stage.pk)
        file = SimpleUploadedFile("du-thao.txt", b"Du thao lan mot")
        send(client, address, done_on=_day(plan, 0), note="Đã xong dự thảo.", file=file)
        page = _text(client.get(_url("scheme-detail", scheme.pk)))
        assert "chậm 2 ngày" in page
        assert "du-thao.txt" in page
        answer = client.get(_url("schemestage-file", stage.pk))
        assert b"".join(answer.streaming_content) == b"Du thao lan mot"

    def test_the_list_shows_stage_and_lateness_and_filters_by_it(self, plan, client_for):
        exchanges.scheme(plan)
        client = client_for(plan.world.posting("An"))
        page = _text(client.get(_url("scheme-list")))
        assert "Chậm tiến độ" in page
        assert "Soạn thảo" in page
        assert "1 dòng" in _text(client.get(f"{_url('scheme-list')}?tien_do=cham"))
        assert "0 dòng" in _text(client.get(f"{_url('scheme-list')}?trang_thai=stopped"))

    def test_a_stage_is_left_out_reopened_and_the_scheme_stopped(self, plan, client_for, send):
        scheme = exchanges.scheme(plan)
        client = client_for(plan.world.posting("An"))
        stage = scheme.stages.get(position=1)
        assert send(client, _url("schemestage-skip", stage.pk), note="").status_code == 422
        send(client, _url("schemestage-skip", stage.pk), note="Đã có bản cũ.")
        send(client, _url("schemestage-reopen", stage.pk))
        send(client, _url("scheme-stop", scheme.pk), paper="Công văn 3/CAT ngày 1/11/2026")
        scheme.refresh_from_db()
        stage.refresh_from_db()
        assert (scheme.state, stage.state) == ("stopped", "open")


def _inbox(plan, name):
    return [
        (str(i.verb), i.tab) for i in lines_of(queries.inbox_sources(plan.actor(name), plan.day(0)))
    ]


def test_the_inbox_asks_for_answers_comments_signatures_and_stages(plan):
    exchanges.scheme(plan)
    round_ = exchanges.sent(plan)
    exchanges.proposal(plan)
    assert ("Trả lời", "waiting") in _inbox(plan, "An")
    assert ("Báo hoàn thành giai đoạn", "late") in _inbox(plan, "An")
    assert ("Góp ý", "soon") in _inbox(plan, "Chi")
    request = exchanges.asked(round_, plan)
    whole = actions.CommentAnswer(agrees_whole=True)
    actions.prepare_comment(request, whole, by=plan.actor("Chi"))
    assert ("Góp ý", "soon") not in _inbox(plan, "Chi")
    assert ("Ký gửi ý kiến", "soon") in _inbox(plan, "Cường")


def test_the_inbox_tells_the_asker_what_was_answered_and_what_waits_for_a_response(plan):
    row = exchanges.proposal(plan).addressees.get()
    actions.answer_proposal(row, "decline", text="Chưa thể.", by=plan.actor("An"))
    assert ("Xem trả lời", "done") in _inbox(plan, "Chi")
    round_ = exchanges.commented(plan)
    actions.close_round(round_, by=plan.actor("An"))
    assert ("Tiếp thu, giải trình", "waiting") in _inbox(plan, "An")


def _fill(plan, count):
    for number in range(count):
        proposal = exchanges.proposal(plan, text=f"{ASKED} Lần {number}.")
        ProposalAddressee.objects.create(
            proposal=proposal, body=plan.world.body("mttq", "quang-ngai"),
            asked_on=plan.day(0), answer_by=plan.day(9), state=AnswerState.WAITING,
        )  # fmt: skip
        exchanges.scheme(plan, title=f"Kế hoạch {number}")
        exchanges.sent(plan, title=f"Quy chế {number}")


@pytest.mark.parametrize("name", ["proposal-list", "commentround-list", "scheme-list"])
def test_a_list_takes_few_queries_whatever_its_size(
    plan, client_for, name, django_assert_max_num_queries
):
    _fill(plan, 12)
    client = client_for(plan.world.posting("An"))
    client.get(_url(name))
    with django_assert_max_num_queries(20):
        page = client.get(_url(name))
    assert page.status_code == 200
    assert "0 dòng" not in _text(page).replace("20 dòng", "")


def test_the_page_of_a_round_takes_few_queries_whatever_was_said(
    plan, client_for, django_assert_max_num_queries
):
    round_ = exchanges.commented(plan)
    plan.world.add_posting("Bé", "ca", "ba-to", "leader")
    for kind, area, name in (("ca", "ba-to", "Bé"), ("mttq", "quang-ngai", "Dương")):
        request = exchanges.asked(round_, plan, kind, area)
        actions.sign_comment(
            request, answer=exchanges.comment_on(round_, "Thêm ý.", 2), by=plan.actor(name)
        )
    client = client_for(plan.world.posting("An"))
    client.get(_url("commentround-detail", round_.pk))
    with django_assert_max_num_queries(24):
        page = client.get(_url("commentround-detail", round_.pk))
    assert _text(page).count("Thêm ý.") == 2
