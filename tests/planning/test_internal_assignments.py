"""Giao việc nội bộ: given by the leader's word, seen inside the body alone, counted by nobody."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, StaleVersion, TransitionRefused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.models import Notice, SearchEntry
from phongtrao.org import actions as org
from phongtrao.org.actions.handovers import HandoverTerms, hand_over_posting, preview_handover
from phongtrao.org.permissions import actor_for
from phongtrao.org.queries import held_by
from phongtrao.planning import actions, exports
from phongtrao.planning.deadlines.typed import Due
from phongtrao.planning.forms.internal import InternalFilter
from phongtrao.planning.models import InternalAssignment, InternalPart
from phongtrao.planning.queries import inbox_sources
from phongtrao.planning.queries import internal as queries
from phongtrao.portal.queries import audit_entries
from tests.planning import inside

pytestmark = pytest.mark.database
SOURCE = Path(__file__).resolve().parents[2] / "src" / "phongtrao"


def _sees(plan, name, given):
    return queries.visible_internal(plan.actor(name)).filter(pk=given.pk).exists()


def _inbox(plan, name):
    items = lines_of(inbox_sources(plan.actor(name), clock.today()))
    return [(item.title, item.tab, str(item.verb)) for item in items if "noi-bo" in item.url]


def _told(name, plan):
    return set(Notice.objects.filter(account=plan.world.posting(name).account).values_list("kind"))


def test_a_leader_gives_work_to_a_sub_body_and_a_post(plan):
    lead, other = inside.part(plan), inside.part(plan, "Đội Tổng hợp")
    draft = plan.draft()
    given = inside.given(
        plan, lead=lead, parts=[other], officer=inside.officer(plan), draft=draft,
        instruction=inside.LINE,
    )  # fmt: skip
    assert (given.state, given.leader, given.body) == (
        "assigned",
        plan.world.posting("Bình"),
        plan.world.body("ca", "quang-ngai"),
    )
    assert [part.body for part in given.parts.all()] == [other]
    entry = audit.entries_of(given).get()
    assert (entry.verb, entry.auditpayload.payload["lead"]) == ("internal.given", lead.pk)
    assert _told("Giáp", plan) == {("internal.given",)}


@pytest.mark.parametrize("name", ["An", "Vân", "Chi", "Dũng", "Trung"])
def test_only_a_leader_gives(plan, name):
    with pytest.raises(Forbidden):
        inside.given(plan, by=name, officer=inside.officer(plan))


@pytest.mark.parametrize("name", ["An", "Vân"])
def test_an_officer_or_a_clerk_records_a_word_written_on_paper(plan, name):
    day = plan.day(-2)
    given = inside.given(
        plan, by=name, leader=plan.world.posting("Bình"), written_on=day, instruction=inside.LINE
    )
    assert (given.leader, given.recorded_by) == (
        plan.world.posting("Bình"),
        plan.world.posting(name),
    )
    assert given.written_on == day
    assert audit.entries_of(given).get().verb == "internal.recorded"


def test_a_word_under_a_delegation_says_so(plan):
    leader, chief = plan.world.posting("Bình"), plan.world.posting("An")
    today = clock.today()
    org.delegate(
        leader, chief.account, valid_from=today, valid_to=today + timedelta(days=5),
        paper_number="12/GUQ", paper_date=today, by=plan.actor("Bình"),
    )  # fmt: skip
    acting = actor_for(chief.account, today, posting_id=leader.pk)
    spec = actions.InternalSpec(inside.terms(plan))
    given = actions.give_inside(spec, by=acting)
    assert given.leader == leader
    assert queries.signed_by(given) == "An (TUQ. Lãnh đạo)"
    paper = inside.given(plan, by="Vân", leader=leader, instruction=inside.LINE)
    assert (queries.signed_by(paper), queries.entered_by(paper)) == ("Bình", "Vân")


def test_a_word_is_recorded_of_a_leader_of_the_same_body_on_a_day_that_has_been(plan):
    for leader, day in (("Cường", -1), ("An", -1), ("Bình", 1)):
        with pytest.raises(InvalidInput):
            inside.given(plan, by="An", leader=plan.world.posting(leader), written_on=plan.day(day))
    with pytest.raises(Forbidden):  # a leader gives in his own name
        inside.given(plan, by="Bình", leader=plan.world.posting("Bình"))


def test_wrong_terms_are_refused_with_the_reason(plan):
    lead = inside.part(plan)
    officer = inside.officer(plan)
    away = plan.world.posting("Chi")
    wrong = [
        {"content": "  "},
        {"officer": away},
        {"lead": plan.world.body("ca", "dak-ha")},
        {"lead": lead, "parts": [lead]},
        {"due": Due(plan.day(-1))},
        {"content": "Giao đ/c Nguyễn Văn Mẫu soạn kế hoạch"},
    ]
    for fields in wrong:
        with pytest.raises(InvalidInput):
            inside.given(plan, **{"officer": officer} | fields)
    with pytest.raises(InvalidInput):
        inside.given(plan, officer=officer, instruction="Cán bộ phụ trách Trần Văn Thử theo dõi")
    nobody = actions.InternalSpec(actions.InternalTerms("Soạn kế hoạch"))
    with pytest.raises(InvalidInput):
        actions.give_inside(nobody, by=plan.actor("Bình"))
    assert not InternalAssignment.objects.exists()


@pytest.mark.parametrize(
    ("name", "sees"),
    [("An", True), ("Bình", True), ("Vân", True), ("Giáp", True)]
    + [(name, False) for name in ("Trung", "Chi", "Cường", "Dũng", "Dương", "Giang", "Gấm")]
    + [("Kiểm", False), ("Quản", False)],
)
def test_only_the_body_sees_it_superiors_do_not(plan, name, sees):
    given = inside.given(plan, draft=plan.draft())
    assert _sees(plan, name, given) is sees
    if not sees:
        with pytest.raises(NotFound):
            queries.internal_for(plan.actor(name), given.pk)


def test_a_communes_work_is_hidden_from_the_province_above(plan):
    spec = actions.InternalSpec(
        actions.InternalTerms("Soạn kế hoạch", officer=plan.world.posting("Chi"))
    )
    given = actions.give_inside(spec, by=plan.actor("Cường"))
    assert _sees(plan, "Chi", given)
    for name in ("An", "Bình", "Vân", "Trung"):
        assert not _sees(plan, name, given)


def test_a_sub_body_sees_what_it_takes_part_in_and_nothing_else(plan):
    lead, other = inside.part(plan), inside.part(plan, "Đội Tổng hợp")
    inside.post(plan, "Hạnh", "Đội trưởng", body=lead)
    inside.post(plan, "Hòa", "Đội trưởng", body=other)
    given = inside.given(plan, lead=lead)
    assert _sees(plan, "Hạnh", given)
    assert not _sees(plan, "Hòa", given)
    assert _inbox(plan, "Hạnh") == [(given.content, "soon", "Nhận việc")]
    assert _inbox(plan, "An") == []
    joint = inside.given(plan, lead=lead, parts=[other])
    assert _sees(plan, "Hòa", joint)
    assert _inbox(plan, "Hòa") == [(joint.content, "soon", "Xem")]


def test_the_audit_pages_of_others_do_not_show_it(plan):
    given = inside.given(plan)
    above = plan.actor("Kiểm")
    plan.world.add_posting("Soát", "ca", "quang-ngai", "auditor")
    own = plan.actor("Soát")
    of_it = {"target_type": "planning.internalassignment", "target_id": str(given.pk)}
    assert audit_entries(own).filter(**of_it).exists()
    assert not audit_entries(above).filter(**of_it).exists()
    task = plan.task()
    assert audit_entries(above).filter(verb="task.assigned", target_id=str(task.pk)).exists()


def test_the_officer_finds_it_takes_it_up_and_reports_and_the_leader_accepts(plan):
    given = inside.given(plan)
    giap, binh = plan.actor("Giáp"), plan.actor("Bình")
    assert _inbox(plan, "Giáp") == [(given.content, "soon", "Nhận việc")]
    assert _inbox(plan, "An") == []
    actions.start_inside(given, by=giap)
    assert _inbox(plan, "Giáp") == [(given.content, "soon", "Báo xong")]
    actions.report_inside(given, "Đã trình kế hoạch.", by=giap)
    assert _inbox(plan, "Giáp") == []
    assert _inbox(plan, "Bình") == [(given.content, "waiting", "Nhận kết quả")]
    assert _told("Bình", plan) == {("internal.reported",)}
    done = actions.accept_inside(given, by=binh)
    assert (done.state, done.ended_at is not None) == ("done", True)
    assert _inbox(plan, "Giáp") == [(given.content, "done", "Xem")]
    assert [note.kind for note in given.notes.all()] == ["started", "reported", "accepted"]


def test_a_returned_result_comes_back_with_the_reason(plan):
    given = inside.reported(plan)
    with pytest.raises(InvalidInput):
        actions.return_inside(given, "", by=plan.actor("Bình"))
    back = actions.return_inside(given, "Bổ sung số liệu.", by=plan.actor("Bình"))
    assert (back.state, back.returned_at is not None, back.reported_account) == (
        "in_progress",
        True,
        None,
    )
    assert _inbox(plan, "Giáp") == [(given.content, "returned", "Báo xong")]


def test_whoever_reported_it_done_does_not_accept_it(plan):
    given = inside.given(plan, officer=plan.world.posting("Bình"))
    actions.report_inside(given, "Đã xong.", by=plan.actor("Bình"))
    with pytest.raises(Forbidden):
        actions.accept_inside(given, by=plan.actor("Bình"))
    inside.post(plan, "Bảo", "Phó Giám đốc", role="leader")
    assert actions.accept_inside(given, by=plan.actor("Bảo")).state == "done"


@pytest.mark.parametrize("name", ["An", "Vân", "Bình", "Chi"])
def test_nobody_else_reports_it_done(plan, name):
    given = inside.given(plan)
    with pytest.raises(Forbidden):
        actions.report_inside(given, "Đã xong.", by=plan.actor(name))


def test_for_a_sub_body_without_accounts_the_officials_of_the_body_report(plan):
    given = inside.given(plan, lead=inside.part(plan))
    assert _inbox(plan, "An") == [(given.content, "soon", "Nhận việc")]
    assert _inbox(plan, "Bình") == []
    with pytest.raises(Forbidden):  # whoever gives it does not do it in the sub-body's place
        actions.report_inside(given, "Đã xong.", by=plan.actor("Bình"))
    assert actions.report_inside(given, "Đã xong.", by=plan.actor("An")).state == "reported"


def test_steps_that_do_not_fit_are_refused(plan):
    given = inside.given(plan)
    with pytest.raises(TransitionRefused):
        actions.accept_inside(given, by=plan.actor("Bình"))
    actions.withdraw_inside(given, "Đã có văn bản thay thế.", by=plan.actor("Bình"))
    with pytest.raises(TransitionRefused):
        actions.report_inside(given, "Đã xong.", by=plan.actor("Giáp"))
    with pytest.raises(TransitionRefused):
        actions.change_inside(
            given, inside.terms(plan), by=plan.actor("Bình"), expected_version=None
        )


def test_work_is_given_again_to_another_post_with_a_line_in_the_thread(plan):
    given = inside.given(plan)
    other = plan.world.posting("An")
    changed = actions.change_inside(
        given,
        inside.terms(plan, officer=other, due=Due(plan.day(9))),
        by=plan.actor("Bình"),
        expected_version=given.row_version,
    )
    assert (changed.officer, changed.due_on) == (other, plan.day(9))
    assert "Người thực hiện: Cán bộ" in changed.notes.get().text
    assert _inbox(plan, "Giáp") == []
    with pytest.raises(StaleVersion):
        actions.change_inside(
            given, inside.terms(plan), by=plan.actor("Bình"), expected_version=given.row_version
        )


def test_an_old_day_may_stay_but_a_new_one_is_not_past(plan):
    given = inside.given(plan)
    with clock.set_to(clock.now() + timedelta(days=8)):
        keep = inside.terms(plan, due=Due(given.due_on), content="Tham mưu thêm phụ lục")
        late = actions.change_inside(given, keep, by=plan.actor("Bình"), expected_version=None)
        assert late.due_on == given.due_on
        with pytest.raises(InvalidInput):
            actions.change_inside(
                given,
                inside.terms(plan, due=Due(given.due_on + timedelta(days=1))),
                by=plan.actor("Bình"),
                expected_version=None,
            )


def test_notes_are_written_by_the_body_and_not_by_others(plan):
    given = inside.given(plan)
    actions.note_inside(given, "Đề nghị xin số liệu của xã.", by=plan.actor("An"))
    assert given.notes.get().author == "Cán bộ – An"
    with pytest.raises(InvalidInput):
        actions.note_inside(given, " ", by=plan.actor("An"))
    with pytest.raises(Forbidden):
        actions.note_inside(given, "x", by=plan.actor("Kiểm"))


def test_a_handover_moves_the_open_work_to_the_receiver(plan):
    given, done = inside.given(plan), inside.reported(plan, content="Việc đã xong")
    actions.accept_inside(done, by=plan.actor("Bình"))
    giap, an = plan.world.posting("Giáp"), plan.world.posting("An")
    [held] = [h for h in held_by(giap, clock.today()) if h.kind.key == "planning.internal"]
    assert [item.title for item in held.items] == [given.content]
    terms = HandoverTerms(an, clock.today())
    mark = preview_handover(giap, terms, by=plan.actor("Giáp")).mark
    hand_over_posting(giap, terms, by=plan.actor("Giáp"), mark=mark)
    assert _inbox(plan, "An")[0] == (given.content, "soon", "Nhận việc")
    rows = [queries.internal_for(plan.actor("An"), given.pk)]
    queries.name_holders(rows)
    assert (rows[0].officer, rows[0].holder) == (giap, an)
    assert actions.report_inside(given, "Đã xong.", by=plan.actor("An")).state == "reported"


def test_a_merger_of_sub_bodies_moves_their_open_work(plan):
    first, second = inside.part(plan), inside.part(plan, "Đội Tổng hợp")
    led = inside.given(plan, lead=first)
    helped = inside.given(plan, lead=second, parts=[first])
    joint = inside.given(plan, officer=inside.officer(plan), parts=[first])
    org.close_sub_body(first, into=second, by=plan.actor("An"))
    led.refresh_from_db()
    assert led.lead == second
    assert [part.body for part in joint.parts.all()] == [second]
    assert queries.parts_in_words(queries.internal_for(plan.actor("An"), helped.pk)) == ""


def test_the_database_holds_what_must_hold(plan):
    given = inside.given(plan, task=plan.task(by="An", lead=plan.world.body("ca", "quang-ngai")))
    wrong = (
        {"officer": None},
        {"content": ""},
        {"draft": plan.draft()},
        {"state": "done"},
        {"state": "reported"},
        {"due_on": None, "due_time": "17:00"},
    )
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            InternalAssignment.objects.filter(pk=given.pk).update(**fields)
    part = inside.part(plan)
    InternalPart.objects.create(assignment=given, body=part)
    with pytest.raises(IntegrityError), transaction.atomic():
        InternalPart.objects.create(assignment=given, body=part)


def test_no_list_sorts_filters_or_searches_by_officer(plan):
    fields = {column.sort for column in exports.INTERNALS.columns}
    assert not [name for name in fields if name and "officer" in name]
    filters = InternalFilter.base_filters.values()
    assert not [each for each in filters if "officer" in (each.field_name or "")]
    given = inside.given(plan, instruction=inside.LINE)
    assert "giap" not in given.search_folded
    assert "can bo phu trach" not in given.search_folded


def test_no_code_counts_or_groups_by_officer():
    """Calls that aggregate or order never name the officer, nor the account behind it."""
    counting = {"Count", "Sum", "Avg", "values", "aggregate", "annotate", "order_by", "groupby"}
    found = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            words = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
            if name in counting and any("officer" in str(word) for word in words):
                found.append(f"{path.name}:{node.lineno}")
    assert not found


def test_the_search_index_never_holds_it(plan):
    task = plan.task(title="Tham mưu kế hoạch chung")
    inside.given(plan, content="Tham mưu kế hoạch riêng", task=task)
    for kind in search.offered():
        search.rebuild(kind)
    found = set(SearchEntry.objects.values_list("title", flat=True))
    assert "tham muu ke hoach chung" in found
    assert not [title for title in found if "rieng" in title]
    assert not SearchEntry.objects.filter(kind__contains="internal").exists()
