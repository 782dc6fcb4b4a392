"""Every edge of a paper's way: initials, notes, returns with versions compared, the signature."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused, TransitionRefused
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.org.models import Posting
from phongtrao.org.permissions import Actor
from phongtrao.publishing import actions, queries
from phongtrao.publishing.actions import Raising
from phongtrao.publishing.models import Paper, PaperLine, PaperStep
from phongtrao.publishing.workflow import PAPER, PaperState, StepForm, StepKind
from tests.packs import load_pack
from tests.publishing import signing
from tests.world import World

pytestmark = pytest.mark.database
Verb = Callable[[World, Paper], object]


def _fresh(paper: Paper) -> Paper:
    return Paper.objects.get(pk=paper.pk)


def _by(world: World, name: str, paper: Paper) -> dict[str, object]:
    return {"expected_version": _fresh(paper).row_version, "by": world.actor(name)}


# Each verb as an official does it; `record` is the clerk with a signed copy.
VERBS: dict[str, Verb] = {
    "edit": lambda w, p: actions.edit_paper(
        p, {"opening": f"Mở đầu {p.row_version}"}, **_by(w, "An", p)
    ),
    "submit": lambda w, p: actions.submit_for_signature(p, **_by(w, "An", p)),
    "initial_content": lambda w, p: actions.initial(p, StepKind.CONTENT, **_by(w, "Bình", p)),
    "initial_layout": lambda w, p: actions.initial(p, StepKind.LAYOUT, **_by(w, "Vân", p)),
    "note": lambda w, p: actions.note_on_paper(p, "Đồng ý", **_by(w, "Bình", p)),
    "sign": lambda w, p: actions.sign_paper(p, **_by(w, "Bình", p)),
    "record_signature": lambda w, p: actions.sign_paper(
        p, **_by(w, "Vân", p), signed=signing.on_paper(w)
    ),
    "return": lambda w, p: actions.return_paper(p, "Bổ sung số liệu", **_by(w, "Bình", p)),
    "withdraw": lambda w, p: actions.withdraw_from_signature(p, by=w.actor("An")),
    "issue": lambda w, p: actions.record_issue(
        p, number="125", issued_on=clock.today(), **_by(w, "Vân", p)
    ),
    "send": lambda w, p: actions.send_paper(p, [w.body("ca", "dak-ha")], by=w.actor("Vân")),
    "recall": lambda w, p: actions.recall_paper(p, "Sai số liệu", **_by(w, "Vân", p)),
    "ask": lambda w, p: actions.ask_word(
        p, "Xin ý kiến", unit=f"Phòng {p.steps.count()}", by=w.actor("An")
    ),
    "answer": lambda w, p: actions.answer_word(
        _question(w, p), "Nhất trí", by=w.actor("Vân"), signed=signing.on_paper(w, "Trần Văn Tám")
    ),
    "raise": lambda w, p: actions.raise_proposals(
        p,
        Raising(queries.raisable_lines(p), load_pack(), [w.body("ca", "vn")]),
        by=w.actor("An"),
    ),
}
# How a paper comes to each state, one verb after another.
WAYS = {
    PaperState.DRAFT: [],
    PaperState.SUBMITTED: ["submit"],
    PaperState.CHECKED: ["submit", "initial_content"],
    PaperState.PRESENTED: ["submit", "initial_content", "initial_layout"],
    PaperState.SIGNED: ["submit", "record_signature"],
    PaperState.ISSUED: ["submit", "record_signature", "issue"],
    PaperState.RECALLED: ["submit", "record_signature", "issue", "recall"],
}


def _question(world: World, paper: Paper) -> PaperStep:
    """A question asked while the paper was a draft."""
    return paper.steps.get(unit="Phòng sẵn")


def _at(world: World, state: PaperState) -> Paper:
    paper = signing.ready(world)
    actions.add_line(paper.sections.get(topic="proposal"), "Cấp kinh phí", by=world.actor("An"))
    actions.ask_word(paper, "Xin ý kiến", unit="Phòng sẵn", by=world.actor("An"))
    for verb in WAYS[state]:
        VERBS[verb](world, _fresh(paper))
    found = _fresh(paper)
    assert found.state == state
    return found


@pytest.mark.parametrize("state", PaperState.values)
def test_every_edge_is_walked_and_every_other_verb_is_refused(world: World, state: str) -> None:
    assert set(VERBS) == {step.verb for step in PAPER.transitions}
    paper = _at(world, PaperState(state))
    for verb, act in VERBS.items():
        with transaction.atomic():
            if state in {s for t in PAPER.transitions if t.verb == verb for s in t.sources}:
                act(world, _fresh(paper))
                assert _fresh(paper).state == PAPER.target(verb, current=state), verb
            else:
                with pytest.raises(TransitionRefused):
                    act(world, _fresh(paper))
            transaction.set_rollback(True)


def test_the_steps_say_who_took_them_and_are_never_changed(world: World) -> None:
    paper = signing.initialled(world, signing.handed_in(world))
    VERBS["note"](world, paper)
    VERBS["sign"](world, paper)
    steps = queries.steps_of(paper)
    assert [(step.kind, step.author.split(",")[0]) for step in steps] == [
        ("submitted", "An"),
        ("content", "Bình"),
        ("layout", "Vân"),
        ("noted", "Bình"),
        ("signed", "Bình"),
    ]
    assert {step.form for step in steps} == {StepForm.SCREEN}
    assert _fresh(paper).signer_name == "Bình"
    with pytest.raises(Refused):
        steps[0].save()


def test_whoever_hands_a_paper_in_does_not_initial_it(world: World) -> None:
    paper = signing.handed_in(world)
    with pytest.raises(Forbidden, match="Bạn đã trình văn bản này"):
        actions.initial(paper, StepKind.CONTENT, **_by(world, "An", paper))
    for name in ("Vân", "Dũng", "Giang"):
        with pytest.raises(Forbidden):
            actions.initial(paper, StepKind.CONTENT, **_by(world, name, paper))
    checked = signing.initialled(world, paper, StepKind.CONTENT)
    with pytest.raises(Forbidden):
        actions.initial(checked, StepKind.LAYOUT, **_by(world, "An", paper))


def test_only_the_leader_signs_and_only_whom_the_paper_names(world: World) -> None:
    paper = signing.initialled(world, signing.handed_in(world, signing.ready(world)))
    for name in ("An", "Vân", "Dương", "Gấm"):
        with pytest.raises(Forbidden):
            actions.sign_paper(paper, **_by(world, name, paper))
    Paper.objects.filter(pk=paper.pk).update(signer_name="Lê Văn Chín")
    with pytest.raises(Refused, match="ghi người ký là Lê Văn Chín"):
        actions.sign_paper(paper, **_by(world, "Bình", paper))
    with pytest.raises(InvalidInput) as refusal:
        signing.signed_on_paper(world, _fresh(paper))
    assert set(refusal.value.fields) == {"signer"}
    named = signing.on_paper(world, "lê văn chín")
    done = actions.sign_paper(paper, **_by(world, "Vân", paper), signed=named)
    assert done.state == PaperState.SIGNED


def test_a_returned_paper_is_compared_with_what_comes_next(world: World) -> None:
    paper = signing.handed_in(world)
    actions.return_paper(paper, "Bổ sung phương hướng", **_by(world, "Bình", paper))
    back = _fresh(paper)
    assert (back.state, back.submitted_by) == (PaperState.DRAFT, None)
    line = PaperLine.objects.filter(section__paper=paper).first()
    assert line is not None
    actions.edit_line(line, "Đã ra mắt ba mô hình", expected_version=1, by=world.actor("An"))
    actions.add_line(paper.sections.get(topic="plan"), "Việc mới", by=world.actor("An"))
    actions.edit_paper(paper, {"place": "Đức Phổ"}, **_by(world, "An", paper))
    signing.handed_in(world, _fresh(paper))
    first, second = queries.versions_of(paper)
    found = queries.compare(first.content, second.content)
    assert [(pair.label, pair.after) for pair in found.head] == [("Địa danh", "Đức Phổ")]
    changed = [(p.before, p.after) for part in found.sections for p in part.pairs if not p.is_same]
    assert changed == [("Ra mắt hai mô hình mới", "Đã ra mắt ba mô hình"), ("", "Việc mới")]
    assert (found.figures, found.changed) == ([], 3)
    [reason] = [s for s in queries.steps_of(paper) if s.kind == StepKind.RETURNED]
    assert (reason.text, reason.version) == ("Bổ sung phương hướng", first)


def test_figures_that_were_taken_again_stand_beside_the_old_ones() -> None:
    row = {"code": "A", "name": "Số mô hình", "unit": "mô hình", "decimals": 0, "n": 1, "of": 3}
    before = {"head": {}, "sections": [], "figures": [row | {"value": "5"}]}
    after = {"head": {}, "sections": [], "figures": [row | {"value": "1200", "n": 2}]}
    [pair] = queries.compare(before, after).figures
    assert (pair.label, pair.before, pair.after) == ("Số mô hình", "5 (1/3)", "1.200 (2/3)")


def test_a_return_needs_its_reasons_and_a_note_words_or_a_picture(world: World) -> None:
    paper = signing.initialled(world, signing.handed_in(world))
    with pytest.raises(InvalidInput, match="Chưa ghi bước này"):
        actions.return_paper(paper, "  ", **_by(world, "Bình", paper))
    with pytest.raises(InvalidInput, match="lời ghi hoặc ảnh"):
        actions.note_on_paper(paper, " ", **_by(world, "Bình", paper))
    picture = signing.copy(world, "but-phe.png")
    actions.note_on_paper(paper, "", **_by(world, "Bình", paper), picture=picture)
    assert paper.steps.get(kind=StepKind.NOTED).file == picture


def test_a_body_may_leave_out_either_initials_and_the_steps_say_by_what_rule(world: World) -> None:
    with pytest.raises(InvalidInput) as refusal:
        actions.set_signing_rules(
            needs_content=True, needs_layout=False, basis="", by=world.actor("Bình")
        )
    assert set(refusal.value.fields) == {"basis"}
    with pytest.raises(Forbidden):
        actions.set_signing_rules(
            needs_content=False, needs_layout=False, basis="x", by=world.actor("An")
        )
    rule = "Quy chế văn thư số 12"
    actions.set_signing_rules(
        needs_content=False, needs_layout=True, basis=rule, by=world.actor("Bình")
    )
    paper = signing.handed_in(world)
    assert paper.state == PaperState.CHECKED
    left_out = paper.steps.get(kind=StepKind.CONTENT)
    assert (left_out.form, left_out.text) == (StepForm.RULE, rule)
    actions.set_signing_rules(
        needs_content=True, needs_layout=False, basis=rule, by=world.actor("Bình")
    )
    back = actions.withdraw_from_signature(paper, by=world.actor("An"))
    again = signing.initialled(world, signing.handed_in(world, back), StepKind.CONTENT)
    assert again.state == PaperState.PRESENTED


def test_each_step_is_recorded_from_paper_by_the_clerk_alone(world: World) -> None:
    paper = signing.handed_in(world)
    for name in ("An", "Bình", "Dũng", "Giang"):
        with pytest.raises(Forbidden):
            actions.initial(
                paper, StepKind.CONTENT, **_by(world, name, paper), signed=signing.on_paper(world)
            )
    leader = signing.on_paper(world, "Bình", office="Giám đốc")
    for kind in (StepKind.CONTENT, StepKind.LAYOUT):
        paper = actions.initial(paper, kind, **_by(world, "Vân", paper), signed=leader)
    actions.note_on_paper(paper, "", **_by(world, "Vân", paper), signed=leader)
    actions.return_paper(paper, "Sửa địa danh", **_by(world, "Vân", paper), signed=leader)
    steps = [step for step in queries.steps_of(paper) if step.form == StepForm.PAPER]
    assert [step.kind for step in steps] == ["content", "layout", "noted", "returned"]
    assert {(step.who, step.author.split(",")[0]) for step in steps} == {("Bình, Giám đốc", "Vân")}
    assert all(step.file for step in steps)
    entry = AuditEntry.objects.filter(verb="paper.initialled").first()
    assert entry is not None
    assert entry.auditpayload.payload["form"] == "paper"


def test_a_signer_whose_posting_had_ended_is_named_with_his_last_day(world: World) -> None:
    posting, paper = world.posting("Bình"), signing.handed_in(world)
    Posting.objects.filter(pk=posting.pk).update(valid_to=clock.today())
    last = f"{clock.today() - timedelta(days=1):%d/%m/%Y}"
    with pytest.raises(InvalidInput) as refusal:
        signing.signed_on_paper(world, paper)
    sentence = str(refusal.value.fields["signer"])
    assert f"Bình (Lãnh đạo, {posting.body.name}) đã thôi giữ chức vụ sau ngày {last}" in sentence
    assert _fresh(paper).state == PaperState.SUBMITTED
    with pytest.raises(Refused, match="đã thôi giữ chức vụ"):
        actions.initial(paper, StepKind.CONTENT, **_by_posting(world, "Bình", paper))


def _by_posting(world: World, name: str, paper: Paper) -> dict[str, object]:
    """Somebody whose page was open when his posting ended."""
    posting = world.posting(name)
    actor = Actor(posting.account, posting, clock.today())
    return {"expected_version": _fresh(paper).row_version, "by": actor}


@pytest.mark.parametrize(
    ("name", "days", "field"),
    [("", 0, "signer"), ("Bình", 1, "signed_on"), ("Bình", -400, "signed_on")],
)
def test_an_impossible_copy_is_refused_at_its_field(
    world: World, name: str, days: int, field: str
) -> None:
    paper = signing.handed_in(world)
    signed = signing.on_paper(world, name, signed_on=clock.today() + timedelta(days=days))
    with pytest.raises(InvalidInput) as refusal:
        actions.sign_paper(paper, **_by(world, "Vân", paper), signed=signed)
    assert field in refusal.value.fields


def test_a_number_is_not_older_than_the_signature(world: World) -> None:
    with clock.set_to(clock.now() - timedelta(days=3)):
        paper = signing.handed_in(world)
    signed = signing.signed_on_paper(world, paper)
    with pytest.raises(InvalidInput) as refusal:
        actions.record_issue(
            signed,
            number="5",
            issued_on=clock.today() - timedelta(days=1),
            **_by(world, "Vân", paper),
        )
    assert str(refusal.value.fields["issued_on"]) == "Ngày ban hành không thể trước ngày ký."


def test_a_body_that_is_asked_reads_the_paper_and_gives_its_word_once(world: World) -> None:
    paper = signing.ready(world)
    with pytest.raises(NotFound):
        queries.paper_for(world.actor("Dũng"), paper.pk)
    front = world.body("mttq", "quang-ngai")
    step = actions.ask_word(paper, "Đề nghị góp ý", body=front, by=world.actor("An"))
    assert queries.paper_for(world.actor("Dũng"), paper.pk) == paper
    assert list(queries.asked_of_body(world.actor("Dũng"))) == [step]
    with pytest.raises(Refused, match="chưa trả lời"):
        actions.ask_word(paper, "Hỏi lại", body=front, by=world.actor("An"))
    for name in ("An", "Chi", "Giang"):
        with pytest.raises(Forbidden):
            actions.answer_word(step, "Nhất trí", by=world.actor(name))
    answer = actions.answer_word(step, "Nhất trí", by=world.actor("Dũng"))
    assert (answer.answers, answer.asked_of) == (step, front.name)
    assert not queries.asked_of_body(world.actor("Dũng")).exists()
    with pytest.raises(Refused, match="đã cho ý kiến rồi"):
        actions.answer_word(step, "Khác", by=world.actor("Dương"))
    told = Notice.objects.filter(kind="paper.answered").values_list("account", flat=True)
    assert world.posting("An").account_id in set(told)


@pytest.mark.parametrize("place", [("ca", "dak-ha"), ("ca", "gia-lai")])
def test_bodies_of_other_areas_are_not_asked_on_the_platform(
    world: World, place: tuple[str, str]
) -> None:
    paper = signing.ready(world)
    with pytest.raises(InvalidInput, match="cùng địa bàn"):
        actions.ask_word(paper, "Góp ý", body=world.body(*place), by=world.actor("An"))


def test_everybody_who_must_act_next_hears_of_it(world: World) -> None:
    paper = signing.handed_in(world)
    for verb, names in (
        ("initial_content", {"An", "Bình", "Vân"}),
        ("initial_layout", {"Bình"}),
        ("sign", {"An", "Vân"}),
        ("return", {"An"}),
    ):
        Notice.objects.all().delete()
        VERBS[verb](world, _fresh(paper))
        told = set(Notice.objects.values_list("account__full_name", flat=True))
        expected = names - {"Bình"} if verb == "initial_content" else names
        assert told == expected, verb
