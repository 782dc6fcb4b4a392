"""Papers and speeches approved before a meeting; sections of a conference on several programmes."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from phongtrao.core import clock, files
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused, TransitionRefused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.models import StoredFile
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.models import Meeting, MeetingPaper
from phongtrao.fieldwork.meetings.rules import read_agenda
from phongtrao.fieldwork.meetings.workflow import PAPER
from phongtrao.planning.models import Programme, Task
from tests.fieldwork.meetings_cases import directive, held, meeting
from tests.world import World

pytestmark = pytest.mark.database


@pytest.fixture
def coming(world: World, programme: Programme, settings: Any, tmp_path: Any) -> Meeting:
    """A conference in ten days to which two communes are invited."""
    settings.FILES_DIR = tmp_path
    made = meeting(world, kind="so_ket", title="Sơ kết", held_on=clock.today() + timedelta(days=10))
    lines = [
        actions.Invited(world.body("ca", area), "Trưởng Công an xã") for area in ("ba-to", "dak-ha")
    ]
    actions.invite(made, lines, by=world.actor("An"))
    actions.send_invitations(made, by=world.actor("An"))
    return made


def _asked(world: World, made: Meeting, **facts: Any) -> MeetingPaper:
    usual: dict[str, Any] = {"kind": "tham_luan", "title": "Camera an ninh"}
    terms = actions.PaperTerms(body=world.body("ca", "dak-ha"), **usual | facts)
    return actions.ask_paper(made, terms, by=world.actor("An"))


def _file(world: World, text: bytes = b"Tham luan") -> StoredFile:
    return files.store(text, name="tham-luan.txt", kind="txt", by=world.actor("Chi"))


def _other_programme(programme: Programme) -> Programme:
    return Programme.objects.create(
        code="CT-KHAC", name="Chương trình khác", short_name="CT khác", level=programme.level,
        signed_on=programme.signed_on, first_year=2020,
        last_year=2030, home_body=programme.home_body,
    )  # fmt: skip


def test_a_speech_is_read_by_the_invited_only_once_it_is_approved(
    world: World, coming: Meeting
) -> None:
    paper, an, chi = _asked(world, coming), world.actor("An"), world.actor("Chi")
    assert [i.state_label for i in lines_of(queries.inbox_sources(chi, clock.today()))][
        -1
    ] == "Đề nghị"
    with pytest.raises(NotFound):
        queries.paper_for(world.actor("Ba"), paper.pk)
    with pytest.raises(Forbidden):
        actions.send_paper(paper, file=_file(world), by=world.actor("Ba"))
    with pytest.raises(TransitionRefused):
        actions.approve_paper(paper, by=an)
    actions.send_paper(paper, file=_file(world), by=chi)
    verbs = [str(i.verb) for i in lines_of(queries.inbox_sources(an, clock.today()))]
    assert verbs == ["Duyệt hoặc trả lại"]
    actions.return_paper(paper, reason="Rút gọn còn 7 phút", by=an)
    tabs = [i.tab for i in lines_of(queries.inbox_sources(chi, clock.today()))]
    assert tabs[-1] == "returned"
    second = _file(world, b"Ban rut gon")
    actions.send_paper(paper, file=second, by=chi)
    actions.approve_paper(paper, by=an)
    seen = queries.paper_for(world.actor("Ba"), paper.pk)
    assert seen.file_id == second.pk
    states = [step.state for step in seen.steps.all()]
    assert states == ["asked", "received", "returned", "received", "approved"]
    assert len({step.file_id for step in seen.steps.all()}) == 3  # none, the first, the second


def test_every_step_of_a_paper_is_of_the_table_and_the_database_keeps_to_it(
    world: World, coming: Meeting
) -> None:
    an = world.actor("An")
    acts: dict[str, Any] = {
        "send": lambda row: actions.send_paper(row, file=_file(world), by=an),
        "return": lambda row: actions.return_paper(row, reason="sửa", by=an),
        "approve": lambda row: actions.approve_paper(row, by=an),
    }
    ways = {
        "asked": (),
        "received": ("send",),
        "returned": ("send", "return"),
        "approved": ("send", "approve"),
    }
    assert set(acts) == {step.verb for step in PAPER.transitions}
    assert set(ways) == set(PAPER.states)
    for state, way in ways.items():
        for verb, act in acts.items():
            row = _asked(world, coming)
            for step in way:
                row = acts[step](row)
            if verb in PAPER.verbs(state):
                assert act(row).state == PAPER.target(verb, state)
            else:
                with pytest.raises(TransitionRefused):
                    act(row)
    bare = _asked(world, coming)
    with pytest.raises(IntegrityError), transaction.atomic():
        MeetingPaper.objects.filter(pk=bare.pk).update(state="approved")


def test_what_was_sent_is_never_dropped_and_nothing_at_all_is_not_sent(
    world: World, coming: Meeting
) -> None:
    an, paper = world.actor("An"), _asked(world, coming)
    with pytest.raises(InvalidInput):
        actions.send_paper(paper, by=world.actor("Chi"))
    actions.send_paper(paper, file=_file(world), by=world.actor("Chi"))
    with pytest.raises(Refused):
        actions.drop_paper(paper, by=an)
    actions.drop_paper(_asked(world, coming), by=an)
    late = coming.held_on + timedelta(days=1)
    with pytest.raises(InvalidInput):
        _asked(world, coming, due_on=late)
    assert coming.papers.count() == 1


def test_speakers_take_the_turns_they_are_given(world: World, coming: Meeting) -> None:
    one, two = (_asked(world, coming, title=name) for name in ("Một", "Hai"))
    actions.order_papers(coming, {one.pk: 2, two.pk: 1}, by=world.actor("An"))
    assert [row.title for row in coming.papers.all()] == ["Hai", "Một"]


def test_a_file_that_is_refused_says_why_and_leaves_what_was_sent(
    world: World, coming: Meeting, desk: Any
) -> None:
    paper, client = _asked(world, coming), desk("Chi")
    page = client.get(f"/hoi-nghi/tai-lieu/{paper.pk}/").content.decode()
    once = page.split('name="_once" value="', 1)[1].split('"', 1)[0]
    broken = SimpleUploadedFile("tham-luan.docx", b"PK\x03\x04" + b"x" * 200)
    sent = client.post(f"/hoi-nghi/tai-lieu/{paper.pk}/gui/", {"file": broken, "_once": once})
    assert sent.status_code == 422
    assert "Chưa lưu gì" in sent.content.decode()
    paper.refresh_from_db()
    assert paper.state == "asked"
    text = SimpleUploadedFile("tham-luan.txt", "Kính thưa hội nghị".encode())
    once = sent.content.decode().split('name="_once" value="', 1)[1].split('"', 1)[0]
    sent = client.post(f"/hoi-nghi/tai-lieu/{paper.pk}/gui/", {"file": text, "_once": once})
    assert sent.status_code == 302, sent.content.decode()[:3000]
    assert client.get(f"/hoi-nghi/tai-lieu/{paper.pk}/tep/").status_code == 200
    assert "tham-luan.txt" in client.get(f"/hoi-nghi/tai-lieu/{paper.pk}/").content.decode()


def test_a_conference_on_two_programmes_gives_tasks_under_the_one_of_the_section(
    world: World, programme: Programme, desk: Any
) -> None:
    other, by = _other_programme(programme), world.actor("An")
    lines = read_agenda("Khai mạc\n[ct khác]\nBáo cáo phần hai | Công an | 10\n[]\nBế mạc")
    made = held(world, kind="tong_ket", title="Tổng kết", others=[other], agenda=lines)
    assert [item.programme_id for item in made.agenda.all()] == [None, other.pk, None]
    asked = directive(world, made, programme=other)
    actions.give_as_task(asked, product="Báo cáo", by=by)
    assert Task.objects.get().programme_id == other.pk
    page = desk("An").get(f"/hoi-nghi/{made.pk}/").content.decode()
    assert '<h3 class="h4">CT khác</h3>' in page
    for wanted in (programme, other):
        found = desk("An").get(f"/hoi-nghi/?chuong_trinh={wanted.pk}").content.decode()
        assert f"/hoi-nghi/{made.pk}/" in found
    outside = _other_programme_named(other, "CT thứ ba")
    with pytest.raises(InvalidInput):
        directive(world, made, programme=outside)


def test_a_section_in_use_is_not_taken_away_and_an_unknown_one_is_named(
    world: World, programme: Programme
) -> None:
    other, by = _other_programme(programme), world.actor("An")
    made = held(world, kind="tong_ket", title="Tổng kết", others=[other])
    directive(world, made, programme=other)
    terms = actions.MeetingTerms(
        programme, world.area("quang-ngai").pk, "tong_ket", "Tổng kết", made.held_on
    )
    with pytest.raises(InvalidInput, match="CT khác"):
        actions.change_meeting(made, terms, by=by)
    with pytest.raises(InvalidInput, match="Lạ"):
        meeting(world, agenda=read_agenda("[Lạ]\nMục một"))


def _other_programme_named(like: Programme, name: str) -> Programme:
    return Programme.objects.create(
        code=name, name=name, short_name=name, level=like.level, signed_on=like.signed_on,
        first_year=like.first_year, last_year=2030,
    )  # fmt: skip
