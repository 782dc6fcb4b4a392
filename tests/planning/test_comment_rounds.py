"""Comments on a draft: asked, written, signed or recorded, answered; silence agrees to nothing."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused, TransitionRefused
from phongtrao.core.models import Notice
from phongtrao.intake.extraction.articles import Cutting
from phongtrao.planning import actions, queries
from phongtrao.planning.actions import CommentAnswer
from phongtrao.planning.models import ClauseComment, CommentRequest, CommentRound
from tests.planning.exchanges import (
    asked,
    comment_on,
    commented,
    prepared,
    sent,
    signed_paper,
    upload,
)

pytestmark = pytest.mark.database
WHOLE = CommentAnswer(agrees_whole=True)


def _table(plan, round_):
    return queries.comment_table(plan.actor("An"), round_.pk)


def test_a_draft_is_cut_into_clauses_with_their_words(plan):
    round_ = prepared(plan)
    found = [(row.label, text) for row, text in queries.clause_texts(round_)]
    assert [label for label, _text in found] == ["Điều 1", "Khoản 1 Điều 2", "Khoản 2 Điều 2"]
    assert found[2][1] == "2. Mặt trận vận động nhân dân."


def test_it_can_be_cut_another_way_until_it_is_sent(plan):
    round_ = actions.recut_round(prepared(plan), Cutting.ARTICLE, by=plan.actor("An"))
    assert round_.clauses.count() == 2
    actions.send_round(round_, [plan.world.body("ca", "dak-ha")], by=plan.actor("An"))
    with pytest.raises(TransitionRefused):
        actions.recut_round(round_, Cutting.WHOLE, by=plan.actor("An"))


def test_a_paper_of_the_register_can_be_the_draft(plan):
    document = plan.document()
    round_ = prepared(plan, upload=None, document=document)
    assert round_.text == document.text


@pytest.mark.parametrize("wrong", [{"title": " "}, {"upload": None}, {"due_on": None}])
def test_a_round_without_title_draft_or_a_day_to_come_is_refused(plan, wrong):
    if "due_on" in wrong:
        wrong = {"due_on": plan.day(-1)}
    with pytest.raises(InvalidInput):
        prepared(plan, **wrong)


def test_a_file_without_text_is_refused_and_nothing_is_kept(plan):
    with pytest.raises(Refused):
        prepared(plan, upload=upload("  \n"))
    assert not CommentRound.objects.exists()


def test_only_chosen_clauses_go_out(plan):
    round_ = prepared(plan)
    first = round_.clauses.first()
    actions.send_round(
        round_, [plan.world.body("ca", "dak-ha")], clauses=[first.pk], by=plan.actor("An")
    )
    assert list(round_.clauses.all()) == [first]


def test_each_body_is_asked_once_and_never_the_asker(plan):
    dak_ha, police = plan.world.body("ca", "dak-ha"), plan.world.body("ca", "quang-ngai")
    round_ = prepared(plan)
    actions.send_round(round_, [dak_ha, dak_ha, police], by=plan.actor("An"))
    assert [row.body for row in round_.requests.all()] == [dak_ha]
    actions.ask_more(round_, [dak_ha, plan.world.body("ca", "ba-to")], by=plan.actor("An"))
    assert round_.requests.count() == 2


def test_a_body_of_another_province_is_out_of_reach(plan):
    with pytest.raises(InvalidInput):
        sent(plan, to=(("ca", "gia-lai"),))


def test_who_is_asked_sees_the_draft_once_it_is_sent_and_nobody_else(plan):
    round_ = prepared(plan)
    assert not queries.visible_rounds(plan.actor("Chi")).exists()
    actions.send_round(round_, [plan.world.body("ca", "dak-ha")], by=plan.actor("An"))
    sees = {
        name: queries.visible_rounds(plan.actor(name)).exists()
        for name in ("An", "Chi", "Ba", "Dũng", "Giang", "Trung")
    }
    assert sees == dict.fromkeys(sees, False) | {"An": True, "Chi": True}
    assert Notice.objects.filter(account_id=plan.world.posting("Chi").account_id).exists()


def test_what_is_prepared_is_not_shown_to_the_asker_before_it_is_signed(plan):
    round_ = sent(plan)
    request = asked(round_, plan)
    actions.prepare_comment(request, comment_on(round_, "Ghi rõ hạn."), by=plan.actor("Chi"))
    assert not _table(plan, round_).commented
    actions.sign_comment(request, by=plan.actor("Cường"))
    [clause] = _table(plan, round_).commented
    assert [(clause.label, line.comment.text) for line in clause.said] == [
        ("Điều 1", "Ghi rõ hạn.")
    ]


def test_an_officer_writes_but_does_not_sign_and_a_leader_signs_only_for_his_body(plan):
    round_ = sent(plan)
    for name in ("Chi", "Bình"):
        with pytest.raises(Forbidden):
            actions.sign_comment(asked(round_, plan), answer=WHOLE, by=plan.actor(name))
    with pytest.raises(Forbidden):
        actions.prepare_comment(asked(round_, plan), WHOLE, by=plan.actor("Ba"))


def test_there_is_nothing_to_sign_before_somebody_wrote_it(plan):
    with pytest.raises(Refused):
        actions.sign_comment(asked(sent(plan), plan), by=plan.actor("Cường"))


def test_a_word_is_sent_once(plan):
    round_ = commented(plan)
    with pytest.raises(TransitionRefused):
        actions.sign_comment(asked(round_, plan), answer=WHOLE, by=plan.actor("Cường"))


@pytest.mark.parametrize("said", [None, ("comment", "  "), ("maybe", "x")])
def test_a_word_says_something(plan, said):
    round_ = sent(plan)
    answer = CommentAnswer(words={round_.clauses.first().pk: said} if said else {})
    with pytest.raises(InvalidInput):
        actions.prepare_comment(asked(round_, plan), answer, by=plan.actor("Chi"))


def test_a_word_on_a_clause_of_another_draft_is_refused(plan):
    round_, other = sent(plan), prepared(plan)
    with pytest.raises(InvalidInput):
        actions.prepare_comment(
            asked(round_, plan), comment_on(other, "Nhầm."), by=plan.actor("Chi")
        )


def test_silence_is_listed_and_is_no_consent(plan):
    round_ = sent(plan)
    actions.sign_comment(asked(round_, plan), answer=WHOLE, by=plan.actor("Cường"))
    actions.close_round(round_, by=plan.actor("An"))
    table = _table(plan, round_)
    assert [body.name for body in table.agreed] == ["Công an xã Đăk Hà"]
    assert {body.name for body in table.silent} == {
        "Công an xã Ba Tơ",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ngãi",
    }


def test_what_lies_unsigned_at_the_end_counts_as_silence(plan):
    round_ = sent(plan)
    actions.prepare_comment(asked(round_, plan), WHOLE, by=plan.actor("Chi"))
    actions.close_round(round_, by=plan.actor("An"))
    assert len(_table(plan, round_).silent) == 3
    with pytest.raises(Refused):
        actions.sign_comment(asked(round_, plan), by=plan.actor("Cường"))


def test_a_late_word_is_marked_until_the_date_is_moved(plan):
    round_ = commented(plan)
    CommentRound.objects.filter(pk=round_.pk).update(
        due_on=plan.day(-1), original_due_on=plan.day(-1)
    )
    assert [body.name for body in _table(plan, round_).late] == ["Công an xã Đăk Hà"]
    actions.extend_round(round_, plan.day(4), by=plan.actor("An"))
    round_.refresh_from_db()
    assert (round_.due_on, round_.original_due_on) == (plan.day(4), plan.day(-1))
    assert not _table(plan, round_).late


def test_more_time_is_a_later_day(plan):
    with pytest.raises(InvalidInput):
        actions.extend_round(sent(plan), plan.day(5), by=plan.actor("An"))


@pytest.mark.parametrize("name", ["Chi", "Vân", "Ba"])
def test_a_signed_paper_is_recorded_by_the_body_or_by_the_asker(plan, name):
    round_ = sent(plan)
    paper = signed_paper(plan)
    if name == "Ba":
        with pytest.raises(Forbidden):
            actions.record_comment(asked(round_, plan), WHOLE, paper, by=plan.actor(name))
        return
    request = actions.record_comment(asked(round_, plan), WHOLE, paper, by=plan.actor(name))
    assert (request.form, request.paper_number) == ("paper", "12/CAX")


def test_tiep_thu_and_giai_trinh_stand_beside_the_comment(plan):
    round_ = commented(plan)
    comment = ClauseComment.objects.get()
    with pytest.raises(InvalidInput):
        actions.respond(comment, "explained", " ", by=plan.actor("An"))
    with pytest.raises(Forbidden):
        actions.respond(comment, "accepted", "", by=plan.actor("Chi"))
    actions.respond(comment, "accepted", "", by=plan.actor("An"))
    assert _table(plan, round_).open_count == 0


def test_the_table_is_the_askers_alone(plan):
    round_ = commented(plan)
    for name in ("Chi", "Giang"):
        with pytest.raises(NotFound):
            queries.comment_table(plan.actor(name), round_.pk)


def test_the_database_holds_that_a_sent_word_has_its_signer(plan):
    request = asked(sent(plan), plan)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentRequest.objects.filter(pk=request.pk).update(state="answered")
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentRequest.objects.filter(pk=request.pk).update(form="paper")


def test_the_database_holds_one_word_on_the_whole_draft(plan):
    request = asked(sent(plan), plan)
    ClauseComment.objects.create(request=request, stance="comment", text="Một")
    with pytest.raises(IntegrityError), transaction.atomic():
        ClauseComment.objects.create(request=request, stance="comment", text="Hai")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["silent", "whole", "comment", "prepared"]), min_size=3, max_size=3)
)
def test_every_body_is_either_heard_or_silent_whatever_they_do(plan, acts):
    with transaction.atomic():
        round_ = sent(plan)
        places = [("ca", "dak-ha", "Cường"), ("ca", "ba-to", "Bé"), ("mttq", "quang-ngai", "Dương")]
        if "Bé" not in plan.world.postings:
            plan.world.add_posting("Bé", "ca", "ba-to", "leader")
        for act, (kind, area, name) in zip(acts, places, strict=True):
            request, by = asked(round_, plan, kind, area), plan.actor(name)
            if act == "prepared":
                actions.prepare_comment(request, WHOLE, by=by)
            elif act != "silent":
                answer = WHOLE if act == "whole" else comment_on(round_, "Sửa.")
                actions.sign_comment(request, answer=answer, by=by)
        table = _table(plan, round_)
        assert len(table.agreed) == acts.count("whole")
        assert len(table.silent) == acts.count("silent") + acts.count("prepared")
        assert len(table.answered) + len(table.silent) == table.asked
        transaction.set_rollback(True)
        plan.world.postings.pop("Bé", None)
