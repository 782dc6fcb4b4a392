"""An issued paper goes to many bodies, each confirms it has it, and it can be called back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    StaleVersion,
    TransitionRefused,
)
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.org import scope
from phongtrao.org.models import Account, AreaSet, AreaSetMember, Body, Posting
from phongtrao.publishing import actions, queries
from phongtrao.publishing.models import Paper, PaperDelivery, PaperStep
from phongtrao.publishing.workflow import DeliveryForm, PaperState, StepKind
from tests.journeys.story import PNG
from tests.publishing import signing
from tests.reporting import cases
from tests.world import MERGER, World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
COMMUNES = ("dak-ha", "ba-to", "ly-son")
MOST = 20


@pytest.fixture(autouse=True)
def demo_accounts(world: World) -> None:
    """The second factor has its own tests."""
    Account.objects.update(is_demo=True)


def _communes(world: World) -> list[Body]:
    return [world.body("ca", area) for area in COMMUNES]


def _to(paper: Paper, body: Body) -> PaperDelivery:
    return PaperDelivery.objects.get(paper=paper, body=body)


def _sent(world: World) -> Paper:
    paper = signing.issued(world)
    actions.send_paper(paper, _communes(world), by=world.actor("Vân"))
    return paper


def _address(name: str, *arguments: int) -> str:
    return reverse(f"publishing:{name}", args=arguments)


def test_a_second_act_sends_to_those_only_who_have_nothing_yet(world: World) -> None:
    paper = signing.issued(world)
    first, *rest = _communes(world)
    assert actions.send_paper(paper, [first, first], by=world.actor("Vân")) == actions.Sent(1, 0)
    moment = _to(paper, first).sent_at
    again = actions.send_paper(
        paper,
        [first, *rest],
        by=world.actor("An"),
        form=DeliveryForm.COPY,
        copy_number="12/SY-CAT",
    )
    assert again == actions.Sent(2, 1)
    assert (_to(paper, first).form, _to(paper, first).sent_at) == ("original", moment)
    copy = _to(paper, rest[0])
    assert (copy.form_words, copy.copied_by) == ("Bản sao y 12/SY-CAT", paper.body)
    with pytest.raises(Refused, match="3 cơ quan đã chọn đều được gửi") as refusal:
        actions.send_paper(paper, [first, *rest], by=world.actor("Vân"))
    assert refusal.value.code == "sent_before"
    assert PaperDelivery.objects.count() == 3
    assert [step.text for step in paper.steps.filter(kind=StepKind.SENT)] == [
        "Bản chính, 1 cơ quan",
        "Bản sao y 12/SY-CAT, 2 cơ quan",
    ]
    told = Notice.objects.filter(kind="paper.sent", account=world.posting("Chi").account)
    assert told.count() == 1


def test_only_the_office_of_the_paper_sends_it_and_only_once_it_is_issued(world: World) -> None:
    body = [world.body("ca", "dak-ha")]
    draft = signing.ready(world)
    with pytest.raises(TransitionRefused):
        actions.send_paper(draft, body, by=world.actor("Vân"))
    paper = signing.issued(world, draft)
    for name in ("Dũng", "Chi", "Giang", "Trung"):
        with pytest.raises(Forbidden):
            actions.send_paper(paper, body, by=world.actor(name))


def test_nobody_out_of_reach_gets_a_paper_and_then_nobody_does(world: World) -> None:
    paper = signing.issued(world)
    near, far = world.body("ca", "dak-ha"), world.body("ca", "chu-se")
    for bodies in ([near, far], [near, paper.body], []):
        with pytest.raises(InvalidInput):
            actions.send_paper(paper, bodies, by=world.actor("Vân"))
    Body.objects.filter(pk=near.pk).update(valid_to=clock.today())
    with pytest.raises(InvalidInput, match="Chưa gửi cho ai"):
        actions.send_paper(paper, [Body.objects.get(pk=near.pk)], by=world.actor("Vân"))
    assert not PaperDelivery.objects.exists()


def test_a_copy_has_a_number_that_no_other_paper_has_this_year(world: World) -> None:
    first = signing.issued(world)
    round_ = cases.open_round(world, period="2025-H2")
    cases.approved(world, round_)
    second = signing.issued(world, signing.ready(world, round_), "126")
    body = [world.body("ca", "dak-ha")]
    copy = {"form": DeliveryForm.COPY, "by": world.actor("Vân")}
    with pytest.raises(InvalidInput) as refusal:
        actions.send_paper(first, body, copy_number=" ", **copy)
    assert set(refusal.value.fields) == {"copy_number"}
    actions.send_paper(first, body, copy_number="12/SY-CAT", **copy)
    with pytest.raises(Refused, match="125/BC-CAT"):
        actions.send_paper(second, body, copy_number="12/SY-CAT", **copy)
    with pytest.raises(InvalidInput, match="sao lục"):
        actions.send_paper(second, body, form=DeliveryForm.TRANSCRIPT, by=world.actor("Vân"))


def test_each_body_confirms_for_itself_and_saying_so_twice_changes_nothing(world: World) -> None:
    paper = _sent(world)
    delivery = _to(paper, world.body("ca", "dak-ha"))
    for name in ("Ba", "Vân", "Giang"):
        with pytest.raises(Forbidden):
            actions.acknowledge(delivery, by=world.actor(name))
    done = actions.acknowledge(delivery, arrival_number=" 45 ", by=world.actor("Chi"))
    assert (done.arrival_number, done.received_on) == ("45", clock.today())
    assert done.receiver.startswith("Chi, Cán bộ, Công an xã")
    again = actions.acknowledge(delivery, arrival_number="45", by=world.actor("Cường"))
    assert again.receiver == done.receiver
    assert AuditEntry.objects.filter(verb="paper.received").count() == 1
    counted = queries.receipts_of(paper)
    assert (counted.sent, counted.received, counted.waiting) == (3, 1, 2)
    for name, area in (("Ba", "ba-to"), ("Lý", "ly-son")):
        actions.acknowledge(_to(paper, world.body("ca", area)), by=world.actor(name))
    assert Notice.objects.filter(kind="paper.received").exists()


def test_of_two_arrival_numbers_the_first_stands_and_the_second_is_told(world: World) -> None:
    delivery = _to(_sent(world), world.body("ca", "dak-ha"))
    actions.acknowledge(delivery, arrival_number="45", by=world.actor("Chi"))
    with pytest.raises(Refused, match=r'Chi.*số đến 45.*"46" bạn nhập chưa được ghi') as refusal:
        actions.acknowledge(delivery, arrival_number="46", by=world.actor("Cường"))
    assert refusal.value.code == "received_before"
    delivery.refresh_from_db()
    assert delivery.arrival_number == "45"


def test_whose_posting_has_ended_neither_sends_nor_confirms_and_is_told_so(world: World) -> None:
    paper = _sent(world)
    sender, receiver = world.actor("Vân"), world.actor("Chi")
    for posting in (sender.posting, receiver.posting):
        assert posting is not None
        Posting.objects.filter(pk=posting.pk).update(valid_to=clock.today())
    with pytest.raises(Refused, match="đã thôi giữ chức vụ"):
        actions.send_paper(paper, [world.body("mttq", "dak-ha")], by=sender)
    with pytest.raises(Refused, match="đã thôi giữ chức vụ"):
        actions.acknowledge(_to(paper, world.body("ca", "dak-ha")), by=receiver)
    slip = signing.on_paper(world, "Chi", signed_on=clock.today())
    world.add_posting("Văn", "ca", "quang-ngai", "clerk")
    with pytest.raises(InvalidInput) as refusal:
        actions.acknowledge(
            _to(paper, world.body("ca", "dak-ha")), signed=slip, by=world.actor("Văn")
        )
    assert set(refusal.value.fields) == {"signer"}


def test_a_clerk_of_either_side_records_a_signed_slip(world: World, client_for: ClientFor) -> None:
    paper = _sent(world)
    delivery = _to(paper, world.body("ca", "ba-to"))
    address = _address("receipt-record", delivery.pk)
    clerk = client_for(world.posting("Vân"))
    form = {
        "signer": "Phạm Thị Sáu",
        "office": "Văn thư",
        "signed_on": f"{clock.today():%d/%m/%Y}",
        "arrival_number": "88",
    }
    assert cases.post(clerk, address, form).status_code == 422
    text = SimpleUploadedFile("phieu.txt", b"khong phai ban chup")
    assert cases.post(clerk, address, form | {"file": text}).status_code == 422
    early = form | {"signed_on": f"{clock.today() - timedelta(days=1):%d/%m/%Y}"}
    picture = SimpleUploadedFile("phieu.png", PNG)
    assert cases.post(clerk, address, early | {"file": picture}).status_code == 422
    slip = SimpleUploadedFile("phieu.png", PNG)
    assert cases.post(clerk, address, form | {"file": slip}).status_code == 302
    shown = clerk.get(_address("received-detail", delivery.pk)).content.decode()
    for words in ("Phạm Thị Sáu, Văn thư", "theo bản giấy đã ký", "phieu.png", "88"):
        assert words in shown
    assert clerk.get(_address("receipt-file", delivery.pk)).status_code == 200


def test_a_body_that_has_the_paper_sends_copies_of_it_further(world: World) -> None:
    paper = signing.issued(world)
    front = world.body("mttq", "quang-ngai")
    actions.send_paper(paper, [front], by=world.actor("Vân"))
    delivery = _to(paper, front)
    below = world.body("mttq", "dak-ha")
    by = world.actor("Dũng")
    with pytest.raises(Forbidden, match="đã xác nhận nhận"):
        actions.pass_on(delivery, [below], copy_number="3/SY-MTTQ", by=by)
    actions.acknowledge(delivery, by=by)
    actions.pass_on(delivery, [below], copy_number="3/SY-MTTQ", by=by)
    copy = _to(paper, below)
    assert (copy.form, copy.sender) == (DeliveryForm.COPY, front)
    assert actions.copy_form(copy) == DeliveryForm.TRANSCRIPT
    assert queries.delivery_for(world.actor("Vân"), copy.pk) == copy
    for name in ("Giang", "Chi"):
        with pytest.raises(NotFound):
            queries.delivery_for(world.actor(name), copy.pk)


def test_a_recalled_paper_is_no_longer_received_handed_out_or_numbered_again(
    world: World, client_for: ClientFor
) -> None:
    paper = _sent(world)
    chi = client_for(world.posting("Chi"))
    delivery = _to(paper, world.body("ca", "dak-ha"))
    actions.acknowledge(_to(paper, world.body("ca", "ba-to")), by=world.actor("Ba"))
    for reason, version in (("", paper.row_version), ("Nhầm", paper.row_version - 1)):
        with pytest.raises((InvalidInput, StaleVersion)):
            actions.recall_paper(paper, reason, expected_version=version, by=world.actor("Vân"))
    assert chi.get(_address("received-file", delivery.pk)).status_code == 200
    version = paper.row_version
    with pytest.raises(Forbidden):
        actions.recall_paper(paper, "Nhầm", expected_version=version, by=world.actor("Chi"))
    actions.recall_paper(paper, "Sai số liệu.", expected_version=version, by=world.actor("Vân"))
    assert Paper.objects.get(pk=paper.pk).state == PaperState.RECALLED
    with pytest.raises(Refused, match="đã bị thu hồi"):
        actions.acknowledge(delivery, by=world.actor("Chi"))
    with pytest.raises(TransitionRefused):
        actions.send_paper(paper, [world.body("mttq", "dak-ha")], by=world.actor("Vân"))
    shown = chi.get(_address("received-detail", delivery.pk)).content.decode()
    assert "Sai số liệu." in shown
    assert "Hãy hủy bản đã nhận" in shown
    assert chi.get(_address("received-file", delivery.pk)).status_code == 404
    kept = _to(paper, world.body("ca", "ba-to"))
    assert kept.received_on == clock.today()
    assert lines_of(queries.inbox_sources(world.actor("Chi"), clock.today())) == []
    assert Notice.objects.filter(kind="paper.recalled").count() >= 3


def test_a_paper_goes_to_a_group_a_set_of_areas_and_those_it_names(
    world: World, client_for: ClientFor
) -> None:
    front = world.body("mttq", "quang-ngai")
    named = f"- {front.name} (để phối hợp);\n- Công an xã Chư Sê;\n- Lưu: VT."
    paper = signing.issued(world, signing.ready(world, recipients=named))
    clerk = client_for(world.posting("Vân"))
    address = _address("paper-send", paper.pk)
    shown = clerk.get(address).content.decode()
    box = shown[shown.index("<textarea") : shown.index("</textarea>")]
    assert front.name in box
    assert "Chư Sê" not in box
    kept = AreaSet.objects.create(code="bien-gioi", name="Xã biên giới", kind="border")
    AreaSetMember.objects.create(area_set=kept, area=world.area("ly-son"), valid_from=MERGER)
    form = {"area_set": kept.pk, "set_kind": "ca", "bodies": front.name, "form": "original"}
    assert cases.post(clerk, address, form).status_code == 302
    assert set(paper.deliveries.values_list("body", flat=True)) == {
        front.pk,
        world.body("ca", "ly-son").pk,
    }
    bad = form | {"form": "copy"}
    assert "Ghi số, ký hiệu bản sao" in cases.post(clerk, address, bad).content.decode()
    wide = cases.post(clerk, address, {"groups": "ca", "bodies": "", "form": "original"})
    assert wide.status_code == 302
    assert paper.deliveries.count() == 4
    for hostile in ("<script>alert(1)</script>", "A" * 20_001, "\u202eCông an\u0000"):
        answer = cases.post(clerk, address, {"bodies": hostile, "form": "original"})
        assert answer.status_code in {400, 422}
        assert "<script>alert" not in answer.content.decode()
    assert cases.post(clerk, address, form | {"form": "gui-het"}).status_code == 422


def test_the_receiver_finds_the_paper_in_his_work_and_confirms_it_there(
    world: World, client_for: ClientFor
) -> None:
    paper = _sent(world)
    delivery = _to(paper, world.body("ca", "dak-ha"))
    address = _address("received-detail", delivery.pk)
    chi = client_for(world.posting("Chi"))
    assert address in chi.get("/").content.decode()
    assert "125/BC-CAT" in chi.get(_address("received-list")).content.decode()
    assert chi.get(_address("received-excel")).status_code == 200
    assert cases.post(chi, address, {"arrival_number": "4" * 31}).status_code == 422
    assert cases.post(chi, address, {"arrival_number": "45"}).status_code == 302
    assert address not in chi.get("/").content.decode()
    late = cases.post(chi, address, {"arrival_number": "46"})
    assert late.status_code == 422
    assert "bạn nhập chưa được ghi" in late.content.decode()
    clerk = client_for(world.posting("Vân"))
    waiting = clerk.get(_address("delivery-list", paper.pk) + "?trang_thai=sent").content.decode()
    assert "Ba Tơ" in waiting
    assert "Đăk Hà" not in waiting.split("<tbody")[1]
    assert "st-danger" not in waiting.split("<tbody")[1]  # nothing was recalled
    assert clerk.get(_address("delivery-excel", paper.pk)).status_code == 200


def _queries(client: Client, address: str) -> int:
    client.get(address)
    scope.forget()
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_pages_of_sending_take_few_queries(world: World, client_for: ClientFor) -> None:
    paper = _sent(world)
    actions.send_paper(
        paper,
        [world.body("mttq", area) for area in COMMUNES],
        form=DeliveryForm.COPY,
        copy_number="1/SY-CAT",
        by=world.actor("Vân"),
    )
    clerk, chi = client_for(world.posting("Vân")), client_for(world.posting("Chi"))
    for name in ("delivery-list", "delivery-excel", "paper-send", "paper-recall", "paper-detail"):
        assert _queries(clerk, _address(name, paper.pk)) <= MOST, name
    delivery = _to(paper, world.body("ca", "dak-ha"))
    for name in ("received-list", "received-excel"):
        assert _queries(chi, _address(name)) <= MOST, name
    assert _queries(chi, _address("received-detail", delivery.pk)) <= MOST


def test_many_bodies_are_sent_to_in_few_queries(world: World) -> None:
    paper = signing.issued(world)
    by = world.actor("Vân")
    bodies = _communes(world)
    scope.forget()
    with CaptureQueriesContext(connection) as one:
        actions.send_paper(paper, bodies[:1], by=by)
    with CaptureQueriesContext(connection) as two:
        actions.send_paper(paper, bodies, by=by)
    assert len(two) <= len(one)
    assert PaperStep.objects.filter(kind=StepKind.SENT).count() == 2
