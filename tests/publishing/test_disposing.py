"""After a recall each body that had the paper says it is gone, on screen or by a signed slip."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import etree
from pypdf import PdfReader

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.org.models import Account, Posting
from phongtrao.publishing import actions, queries
from phongtrao.publishing.dossier import dossier_pdf, dossier_xml
from phongtrao.publishing.models import Paper, PaperDelivery
from phongtrao.publishing.workflow import Disposal
from tests.journeys.story import PNG
from tests.publishing import signing
from tests.publishing.test_dossier import SCHEMA
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]


@pytest.fixture(autouse=True)
def demo_accounts(world: World) -> None:
    """The second factor has its own tests."""
    Account.objects.update(is_demo=True)


def _to(world: World, paper: Paper, area: str) -> PaperDelivery:
    return PaperDelivery.objects.get(paper=paper, body=world.body("ca", area))


def _received(world: World) -> Paper:
    """Sent to three communes; two of them have it."""
    paper = signing.issued(world)
    bodies = [world.body("ca", area) for area in ("dak-ha", "ba-to", "ly-son")]
    actions.send_paper(paper, bodies, by=world.actor("Vân"))
    for area, name in (("dak-ha", "Chi"), ("ba-to", "Ba")):
        actions.acknowledge(_to(world, paper, area), by=world.actor(name))
    return paper


def _recalled(world: World) -> Paper:
    found = Paper.objects.get(pk=_received(world).pk)
    return actions.recall_paper(
        found, "Sai số liệu.", expected_version=found.row_version, by=world.actor("Vân")
    )


def _address(name: str, pk: int) -> str:
    return reverse(f"publishing:{name}", args=[pk])


def test_each_body_that_had_it_confirms_and_the_list_says_who_has_not(
    world: World, client_for: ClientFor
) -> None:
    paper = _recalled(world)
    chi, van = client_for(world.posting("Chi")), client_for(world.posting("Vân"))
    delivery = _to(world, paper, "dak-ha")
    [item] = lines_of(queries.inbox_sources(world.actor("Chi"), clock.today()))
    assert str(item.verb) == "Xác nhận gửi trả, hủy"
    form = {"disposal": "destroyed"}
    assert cases.post(chi, _address("disposal-confirm", delivery.pk), form).status_code == 302
    assert lines_of(queries.inbox_sources(world.actor("Chi"), clock.today())) == []
    assert "Đã hủy bản nhận" in chi.get(_address("received-detail", delivery.pk)).content.decode()
    shown = van.get(_address("delivery-list", paper.pk)).content.decode()
    assert "1/2 nơi đã nhận đã xác nhận gửi trả hoặc hủy" in shown
    left = van.get(_address("delivery-list", paper.pk), {"thu_hoi": "chua"}).content.decode()
    assert world.body("ca", "ba-to").name in left
    assert world.body("ca", "dak-ha").name not in left
    assert world.body("ca", "ly-son").name not in left
    actions.confirm_disposal(_to(world, paper, "ba-to"), Disposal.RETURNED, by=world.actor("Ba"))
    assert Notice.objects.filter(kind="paper.disposed").exists()
    assert AuditEntry.objects.filter(verb="paper.disposed").count() == 2


def test_a_clerk_of_either_side_records_a_signed_slip_of_it(
    world: World, client_for: ClientFor
) -> None:
    delivery = _to(world, _recalled(world), "dak-ha")
    clerk = client_for(world.posting("Vân"))
    address = _address("disposal-record", delivery.pk)
    for day, status in ((clock.today() - timedelta(1), 422), (clock.today(), 302)):
        sent = {
            "disposal": "returned",
            "signer": world.posting("Chi").account.full_name,
            "signed_on": f"{day:%d/%m/%Y}",
            "file": SimpleUploadedFile("giay.png", PNG),
        }
        assert cases.post(clerk, address, sent).status_code == status
    page = clerk.get(_address("received-detail", delivery.pk)).content.decode()
    assert "Đã gửi trả bản nhận" in page
    assert "ghi nhận theo bản giấy đã ký" in page
    assert clerk.get(_address("disposal-file", delivery.pk)).status_code == 200
    dossier = queries.dossier_of(queries.paper_for(world.actor("Vân"), delivery.paper_id))
    told = dossier_xml(dossier)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(told))
    assert b'kind="returned"' in told
    pages = PdfReader(io.BytesIO(dossier_pdf(dossier))).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Đã gửi trả bản nhận" in printed
    with pytest.raises(Forbidden):
        actions.confirm_disposal(
            delivery, Disposal.RETURNED, by=world.actor("Bình"), signed=signing.on_paper(world)
        )


def test_the_same_word_twice_changes_nothing_and_another_is_told_whose_stands(
    world: World,
) -> None:
    delivery = _to(world, _recalled(world), "dak-ha")
    first = actions.confirm_disposal(delivery, Disposal.DESTROYED, by=world.actor("Chi"))
    again = actions.confirm_disposal(delivery, Disposal.DESTROYED, by=world.actor("Chi"))
    assert again.disposed_at == first.disposed_at
    with pytest.raises(Refused, match="Điều đó được giữ nguyên"):
        actions.confirm_disposal(delivery, Disposal.RETURNED, by=world.actor("Chi"))
    assert AuditEntry.objects.filter(verb="paper.disposed").count() == 1


def test_only_who_had_a_recalled_paper_says_it_is_gone(world: World) -> None:
    paper = _received(world)
    delivery = _to(world, paper, "dak-ha")
    with pytest.raises(Refused, match="còn hiệu lực"):
        actions.confirm_disposal(delivery, Disposal.DESTROYED, by=world.actor("Chi"))
    found = Paper.objects.get(pk=paper.pk)
    actions.recall_paper(found, "Sai.", expected_version=found.row_version, by=world.actor("Vân"))
    with pytest.raises(Forbidden):
        actions.confirm_disposal(delivery, Disposal.DESTROYED, by=world.actor("Ba"))
    slip = signing.on_paper(world)
    with pytest.raises(Refused, match="chưa xác nhận nhận"):
        actions.confirm_disposal(
            paper.deliveries.get(state="sent"),
            Disposal.RETURNED,
            by=world.actor("Vân"),
            signed=slip,
        )
    late = signing.on_paper(world, "Chi", signed_on=clock.today() + timedelta(1))
    with pytest.raises(InvalidInput):
        actions.confirm_disposal(delivery, Disposal.RETURNED, by=world.actor("Vân"), signed=late)
