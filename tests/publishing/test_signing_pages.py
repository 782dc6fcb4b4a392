"""The pages of a paper's way: who sees which button, a copy recorded, the inbox, few queries."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.inbox_sources import lines_of
from phongtrao.org import scope
from phongtrao.org.models import Account, Posting
from phongtrao.publishing import actions, queries
from phongtrao.publishing.models import Paper, PaperStep
from phongtrao.publishing.workflow import PaperState, StepKind
from tests.journeys.story import PNG
from tests.publishing import signing
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
MOST = 20


@pytest.fixture(autouse=True)
def demo_accounts(world: World) -> None:
    """The second factor has its own tests."""
    Account.objects.update(is_demo=True)


def _address(paper: Paper, name: str, *more: int) -> str:
    return reverse(f"publishing:{name}", args=[paper.pk, *more])


def _asked(world: World, paper: Paper, name: str) -> list[str]:
    """What the inbox of an official says about the paper."""
    items = lines_of(queries.inbox_sources(world.actor(name), clock.today()))
    return [str(item.verb) for item in items]


def test_the_inbox_leads_whoever_must_act_and_nobody_else(world: World) -> None:
    paper = signing.handed_in(world)
    record = "Ghi nhận bản giấy đã ký"
    for expected in (
        {"An": [], "Bình": ["Ký nháy nội dung"], "Vân": [record], "Dũng": []},
        {"An": [], "Bình": ["Ký nháy thể thức"], "Vân": ["Ký nháy thể thức"], "Dũng": []},
        {"An": [], "Bình": ["Ký ban hành"], "Vân": [record], "Giang": []},
    ):
        assert {name: _asked(world, paper, name) for name in expected} == expected
        if paper.state != PaperState.PRESENTED:
            content = paper.state == PaperState.SUBMITTED
            kind = StepKind.CONTENT if content else StepKind.LAYOUT
            paper = signing.initialled(world, paper, kind)
    by = world.actor("Bình")
    actions.return_paper(paper, "Sửa", expected_version=paper.row_version, by=by)
    assert _asked(world, paper, "An") == ["Sửa và trình lại"]


def test_a_question_stands_in_the_inbox_of_the_body_that_is_asked(
    world: World, client_for: ClientFor
) -> None:
    paper = signing.ready(world)
    client = client_for(world.posting("An"))
    front = world.body("mttq", "quang-ngai")
    form = {"body": front.pk, "unit": "", "text": "Đề nghị góp ý"}
    assert cases.post(client, _address(paper, "paper-ask"), form).status_code == 302
    assert cases.post(client, _address(paper, "paper-ask"), form).status_code == 422
    step = PaperStep.objects.get(kind=StepKind.ASKED)
    other = client_for(world.posting("Dũng"))
    assert _address(paper, "step-answer", step.pk) in other.get("/").content.decode()
    shown = other.get(_address(paper, "paper-detail")).content.decode()
    assert "Cho ý kiến" in shown
    assert "Các bước đã ghi" not in shown
    answer = _address(paper, "step-answer", step.pk)
    assert cases.post(other, answer, {"text": "Nhất trí dự thảo"}).status_code == 302
    assert "Nhất trí dự thảo" in client.get(_address(paper, "paper-detail")).content.decode()


def test_a_clerk_records_a_signed_copy_and_every_page_says_so(
    world: World, client_for: ClientFor
) -> None:
    paper = signing.handed_in(world)
    clerk = client_for(world.posting("Vân"))
    address = _address(paper, "paper-record")
    form = {
        "row_version": paper.row_version,
        "kind": "signed",
        "signer": "Bình",
        "office": "Giám đốc",
        "signed_on": f"{clock.today():%d/%m/%Y}",
        "text": "",
    }
    bare = cases.post(clerk, address, form)
    assert bare.status_code == 422
    wrong = SimpleUploadedFile("ban-ky.txt", b"khong phai ban chup")
    assert cases.post(clerk, address, form | {"file": wrong}).status_code == 422
    copy = SimpleUploadedFile("ban-ky.png", PNG)
    assert cases.post(clerk, address, form | {"file": copy}).status_code == 302
    shown = client_for(world.posting("An")).get(_address(paper, "paper-detail")).content.decode()
    for words in ("theo bản giấy đã ký", "Bình, Giám đốc", "Người ghi nhận: Vân", "ban-ky.png"):
        assert words in shown
    step = PaperStep.objects.get(kind=StepKind.SIGNED)
    assert clerk.get(_address(paper, "step-file", step.pk)).status_code == 200
    assert "chưa ghi nhận" in shown  # the initials that stand on the paper only


def test_the_second_of_two_clerks_reads_whose_number_stands_and_keeps_what_he_typed(
    world: World, client_for: ClientFor
) -> None:
    paper = signing.signed_on_paper(world, signing.handed_in(world))
    first, second = (client_for(world.posting(name)) for name in ("Vân", "An"))
    day = f"{clock.today():%d/%m/%Y}"
    form = {"row_version": paper.row_version, "number": "125", "issued_on": day}
    address = _address(paper, "paper-issue")
    assert cases.post(first, address, form).status_code == 302
    late = cases.post(second, address, form | {"number": "126"})
    told = late.content.decode()
    assert late.status_code == 422
    assert "đã ghi số 125/BC-CAT" in told
    assert 'value="126"' in told
    assert Paper.objects.get(pk=paper.pk).number == "125"


def test_a_note_comes_as_a_picture_and_versions_stand_side_by_side(
    world: World, client_for: ClientFor
) -> None:
    paper = signing.initialled(world, signing.handed_in(world))
    leader = client_for(world.posting("Bình"))
    note = {"row_version": paper.row_version, "text": ""}
    assert cases.post(leader, _address(paper, "paper-note"), note).status_code == 422
    picture = SimpleUploadedFile("but-phe.png", PNG)
    sent = cases.post(leader, _address(paper, "paper-note"), note | {"file": picture})
    assert sent.status_code == 302
    paper.refresh_from_db()
    reason = {"row_version": paper.row_version, "text": "Sửa địa danh"}
    assert cases.post(leader, _address(paper, "paper-return"), reason).status_code == 302
    paper.refresh_from_db()
    actions.edit_paper(
        paper, {"place": "Đức Phổ"}, expected_version=paper.row_version, by=world.actor("An")
    )
    officer = client_for(world.posting("An"))
    shown = officer.get(_address(paper, "paper-compare")).content.decode()
    assert "1 chỗ khác nhau" in shown
    assert "Đức Phổ" in shown
    back = officer.get(_address(paper, "paper-detail")).content.decode()
    assert "Bị trả lại ngày" in back
    assert "Sửa địa danh" in back


def test_a_leader_lays_down_the_rules_of_his_body(world: World, client_for: ClientFor) -> None:
    leader = client_for(world.posting("Bình"))
    address = reverse("publishing:signing-rules")
    assert cases.post(leader, address, {"needs_content": "on", "basis": ""}).status_code == 422
    form = {"needs_content": "on", "basis": "Quy chế văn thư"}
    assert cases.post(leader, address, form).status_code == 302
    assert "Quy chế văn thư" in leader.get(address).content.decode()
    assert signing.initialled(world, signing.handed_in(world), StepKind.CONTENT).state == (
        PaperState.PRESENTED
    )


def _queries(client: Client, address: str) -> int:
    client.get(address)
    scope.forget()
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_papers_are_read_in_the_one_query_of_the_inbox_however_many_there_are(world: World) -> None:
    signing.handed_in(world)
    with CaptureQueriesContext(connection) as seen:
        assert lines_of(queries.inbox_sources(world.actor("Bình"), clock.today()))
    of_publishing = [each for each in seen if "publishing_paper" in each["sql"]]
    assert len(of_publishing) == 1


def test_the_pages_of_the_way_take_few_queries(world: World, client_for: ClientFor) -> None:
    paper = signing.ready(world)
    for place in range(6):
        actions.ask_word(paper, "Góp ý", unit=f"Phòng {place}", by=world.actor("An"))
    paper = signing.initialled(world, signing.handed_in(world, paper))
    leader = client_for(world.posting("Bình"))
    for name in ("paper-detail", "paper-compare", "paper-note", "paper-return"):
        assert _queries(leader, _address(paper, name)) <= MOST, name
    clerk = client_for(world.posting("Vân"))
    assert _queries(clerk, _address(paper, "paper-record")) <= MOST
    assert _queries(leader, reverse("publishing:paper-list")) <= MOST
