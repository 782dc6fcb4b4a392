"""A paper on its way out: approved reports only, then a number, then nothing moves any more."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings

from phongtrao.core import clock, files
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    StaleVersion,
    TransitionRefused,
)
from phongtrao.core.models import AuditEntry, Notice, StoredFile
from phongtrao.publishing import actions, exports, queries
from phongtrao.publishing.models import Paper, PaperLine
from phongtrao.publishing.workflow import LINE, PAPER, LineState, PaperState
from phongtrao.reporting import actions as reporting_actions
from phongtrao.reporting import queries as reporting
from phongtrao.reporting.models import Round
from tests.publishing import signing
from tests.publishing.docx_text import docx_of, header_of, text_of
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


def _ready(world: World, round_: Round, **head: str) -> Paper:
    paper = actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))
    values = {"signer_office": "Giám đốc", "symbol": "BC-CAT"} | head
    return actions.edit_paper(paper, values, expected_version=1, by=world.actor("An"))


def _submitted(world: World, round_: Round) -> Paper:
    paper = _ready(world, round_)
    return actions.submit_for_signature(paper, expected_version=2, by=world.actor("An"))


def _signed(world: World, round_: Round) -> Paper:
    return signing.signed_on_paper(world, _submitted(world, round_))


def _issue(world: World, paper: Paper, number: str = "125", by: str = "Vân") -> Paper:
    return actions.record_issue(
        paper,
        number=number,
        issued_on=clock.today(),
        expected_version=paper.row_version,
        by=world.actor(by),
    )


def test_a_paper_on_unapproved_reports_cannot_be_signed_and_says_how_many(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba", told=())
    paper = _ready(world, round_)
    with pytest.raises(Refused, match="1/2 báo cáo chưa được duyệt"):
        actions.submit_for_signature(paper, expected_version=2, by=world.actor("An"))
    actions.refresh_figures(paper, by=world.actor("An"), approved_only=True)
    signed = actions.submit_for_signature(paper, expected_version=3, by=world.actor("An"))
    assert signed.state == PaperState.SUBMITTED


def test_a_sentence_of_an_unapproved_report_cannot_be_signed(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba", told=(("plan", "Việc chưa duyệt."),))
    paper = _ready(world, round_)
    actions.refresh_figures(paper, by=world.actor("An"), approved_only=True)
    with pytest.raises(Refused, match="Việc chưa duyệt"):
        actions.submit_for_signature(paper, expected_version=3, by=world.actor("An"))
    line = PaperLine.objects.get(section__paper=paper, text="Việc chưa duyệt.")
    actions.drop_line(line, by=world.actor("An"))
    actions.submit_for_signature(paper, expected_version=4, by=world.actor("An"))


def test_a_report_opened_again_after_the_figures_stops_the_signature(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.approved(world, round_)
    paper = _ready(world, round_)
    reporting_actions.reopen_report(report, reason="Sai số", by=world.actor("Bình"))
    with pytest.raises(Refused, match="1 báo cáo đã bị trả lại hoặc có bản mới"):
        actions.submit_for_signature(paper, expected_version=2, by=world.actor("An"))


def test_a_head_that_lacks_something_names_it(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _ready(world, round_, signer_office="", addressees="")
    with pytest.raises(InvalidInput, match="Chức vụ người ký, Kính gửi"):
        actions.submit_for_signature(paper, expected_version=2, by=world.actor("An"))


def test_what_was_not_read_is_not_handed_in(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _ready(world, round_)
    actions.add_line(paper.sections.get(topic="plan"), "Câu mới", by=world.actor("Bình"))
    with pytest.raises(StaleVersion):
        actions.submit_for_signature(paper, expected_version=2, by=world.actor("An"))


def test_a_paper_comes_back_from_signature_and_goes_again(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _submitted(world, round_)
    back = actions.withdraw_from_signature(paper, by=world.actor("Bình"))
    assert (back.state, back.submitted_at) == (PaperState.DRAFT, None)
    actions.submit_for_signature(back, expected_version=back.row_version, by=world.actor("An"))


def test_an_issued_paper_is_frozen_whatever_happens_to_its_rows(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _issue(world, _signed(world, round_))
    first = docx_of(exports.report_download(paper)), docx_of(exports.memo_download(paper))
    assert "Số: 125/BC-CAT" in text_of(first[0])
    PaperLine.objects.filter(section__paper=paper).update(text="Đã đổi sau khi ban hành")
    Paper.objects.filter(pk=paper.pk).update(title="Khác")
    again = Paper.objects.select_related("report_file", "memo_file").get(pk=paper.pk)
    assert docx_of(exports.report_download(again)) == first[0]
    assert docx_of(exports.memo_download(again)) == first[1]


def test_every_verb_is_closed_once_a_paper_is_issued(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _issue(world, _signed(world, round_))
    an = world.actor("An")
    line = PaperLine.objects.filter(section__paper=paper).first()
    assert line is not None
    for verb in (
        lambda: actions.edit_paper(paper, {"place": "X"}, expected_version=9, by=an),
        lambda: actions.add_line(line.section, "Câu", by=an),
        lambda: actions.drop_line(line, by=an),
        lambda: actions.refresh_figures(paper, by=an),
        lambda: actions.submit_for_signature(paper, expected_version=paper.row_version, by=an),
        lambda: actions.withdraw_from_signature(paper, by=an),
        lambda: _issue(world, paper, "126"),
    ):
        with pytest.raises(TransitionRefused):
            verb()
    assert StoredFile.objects.filter(kind="docx").count() == 2


def test_a_draft_gets_no_number(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    with pytest.raises(TransitionRefused):
        _issue(world, _ready(world, round_))


def test_two_clerks_cannot_give_two_numbers(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _signed(world, round_)
    seen = Paper.objects.get(pk=paper.pk)
    _issue(world, paper, "125")
    with pytest.raises(TransitionRefused, match=r"Vân.* đã ghi số 125/BC-CAT .*126") as refusal:
        _issue(world, seen, "126", by="An")
    assert refusal.value.code == "numbered_before"
    assert Paper.objects.get(pk=paper.pk).number == "125"


def test_a_number_is_given_once_a_year(world: World) -> None:
    first = cases.open_round(world)
    second = cases.open_round(world, period="2025-H2")
    for round_ in (first, second):
        cases.approved(world, round_)
    _issue(world, _signed(world, first), "0125")
    paper = _signed(world, second)
    with pytest.raises(Refused, match="125/BC-CAT đã ghi"):
        _issue(world, paper, "125")
    assert StoredFile.objects.filter(kind="docx").count() == 2
    _issue(world, paper, "126")


@pytest.mark.parametrize(
    ("number", "days", "field"),
    [("0", 0, "number"), ("mười", 0, "number"), ("5", 1, "issued_on"), ("5", -1, "issued_on")],
)
def test_an_impossible_number_or_day_is_refused_at_its_field(
    world: World, number: str, days: int, field: str
) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _signed(world, round_)
    with pytest.raises(InvalidInput) as refusal:
        actions.record_issue(
            paper,
            number=number,
            issued_on=clock.today() + timedelta(days=days),
            expected_version=paper.row_version,
            by=world.actor("Vân"),
        )
    assert set(refusal.value.fields) == {field}
    assert Paper.objects.get(pk=paper.pk).state == PaperState.SIGNED


@pytest.mark.parametrize("name", ["Dũng", "Chi", "Giang", "Trung", "Kiểm", "Quản"])
def test_only_the_body_of_the_paper_records_its_number(world: World, name: str) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _signed(world, round_)
    with pytest.raises(Forbidden):
        _issue(world, paper, by=name)


def test_an_issued_paper_is_read_by_partners_in_its_area_and_nobody_outside(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _signed(world, round_)
    with pytest.raises(NotFound):
        queries.paper_for(world.actor("Dũng"), paper.pk)
    _issue(world, paper)
    assert queries.paper_for(world.actor("Dũng"), paper.pk) == paper
    assert queries.paper_for(world.actor("Trung"), paper.pk) == paper
    for name in ("Giang", "Gấm", "Chi"):
        with pytest.raises(NotFound):
            queries.paper_for(world.actor(name), paper.pk)


def test_signing_and_issuing_are_audited_and_told(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    Notice.objects.all().delete()
    paper = _issue(world, _signed(world, round_))
    verbs = list(
        AuditEntry.objects.filter(verb__startswith="paper.").values_list("verb", flat=True)
    )
    assert verbs == [
        "paper.drafted",
        "paper.edited",
        "paper.submitted",
        "paper.signed",
        "paper.issued",
    ]
    payload = AuditEntry.objects.get(verb="paper.issued").auditpayload.payload
    assert paper.report_file is not None
    assert payload["number"] == "125/BC-CAT"
    assert payload["sha256"] == paper.report_file.sha256
    told = set(Notice.objects.filter(kind="paper.submitted").values_list("account", flat=True))
    assert told == {world.posting(name).account_id for name in ("Bình", "Vân")}


@override_settings(DEMO=True)
def test_papers_of_a_demo_installation_are_marked_frozen_ones_too(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _signed(world, round_)
    assert "SỐ LIỆU GIẢ ĐỊNH" in header_of(docx_of(exports.report_download(paper)))
    issued = _issue(world, paper)
    assert issued.report_file is not None
    assert issued.memo_file is not None
    for stored in (issued.report_file, issued.memo_file):
        assert "SỐ LIỆU GIẢ ĐỊNH" in header_of(files.read(stored))


def test_downloads_are_inert(world: World) -> None:
    paper = _ready(world, cases.open_round(world))
    answer = exports.report_download(paper)
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_tables_of_states_are_those_of_the_database(world: World) -> None:
    assert set(PAPER.states) == set(PaperState.values)
    assert set(LINE.states) == set(LineState.values)
    paper = _ready(world, cases.open_round(world))
    broken: list[dict[str, object]] = [
        {"state": "issued"},
        {"state": "submitted"},
        {"state": "lost"},
        {"number": "5"},
        {"issued_on": date(2026, 1, 1)},
    ]
    for changes in broken:
        with pytest.raises(IntegrityError), transaction.atomic():
            Paper.objects.filter(pk=paper.pk).update(**changes)


def test_after_issue_a_further_paper_about_the_round_may_follow(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.approved(world, round_)
    _issue(world, _signed(world, round_))
    assert reporting.newest_version(report) is not None
    second = actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))
    assert second.state == PaperState.DRAFT
