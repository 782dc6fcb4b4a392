"""The dossier of an issued paper: nothing is missing, page numbers are true, the XML is valid."""

import hashlib
import io
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from phongtrao import publishing
from phongtrao.core import clock, files
from phongtrao.core.errors import NotFound
from phongtrao.org import scope
from phongtrao.publishing import actions, queries
from phongtrao.publishing.dossier import NAMESPACE, dossier_pdf, dossier_xml
from phongtrao.publishing.models import Paper, PaperDelivery
from phongtrao.publishing.queries import Part
from phongtrao.publishing.workflow import DeliveryForm
from tests.publishing import signing
from tests.publishing.test_sending import ClientFor
from tests.world import World

pytestmark = pytest.mark.database
SCHEMA = Path(publishing.__file__).parent / "data" / "dossier.xsd"
HOSTILE = 'Ý kiến #image("/etc/passwd") $x$ <b>&\x0b\u202e "'


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(out, format="PNG")
    return out.getvalue()


def _paper(world: World) -> Paper:
    """Asked about, returned once, signed on paper, numbered, sent to two, received by one."""
    paper = signing.ready(world)
    asked = signing.question(paper)
    slip = files.store(_picture(), name="y-kien.png", kind="png", by=world.actor("Vân"))
    given = signing.on_paper(world, "Trần Văn Tám", file=slip)
    actions.answer_word(asked, HOSTILE, by=world.actor("Vân"), signed=given)
    first = signing.handed_in(world, Paper.objects.get(pk=paper.pk))
    actions.return_paper(
        first, "Sửa địa danh", expected_version=first.row_version, by=world.actor("Bình")
    )
    issued = signing.issued(world, Paper.objects.get(pk=paper.pk))
    actions.send_paper(
        issued,
        [world.body("ca", "dak-ha"), world.body("ca", "ba-to")],
        form=DeliveryForm.COPY,
        copy_number="12/SY-CAT",
        by=world.actor("Vân"),
    )
    delivery = PaperDelivery.objects.get(body=world.body("ca", "dak-ha"))
    actions.acknowledge(delivery, arrival_number="45", by=world.actor("Chi"))
    return queries.paper_for(world.actor("An"), issued.pk)


def test_the_contents_list_names_everything_that_belongs_to_a_paper(world: World) -> None:
    dossier = queries.dossier_of(_paper(world))
    assert [item.n for item in dossier.items] == list(range(1, len(dossier.items) + 1))
    assert [len(dossier.of(part)) for part in Part] == [1, 1, 2, 8, 2]
    kinds = [item.step.kind for item in dossier.of(Part.STEP) if item.step]
    assert kinds == [
        "asked", "answered", "submitted", "returned", "submitted", "signed", "issued", "sent",
    ]  # fmt: skip
    assert {stored.kind for stored in dossier.files} == {"docx", "pdf", "png"}


def test_the_pdf_has_bookmarks_true_pages_the_copies_and_the_word_files(world: World) -> None:
    dossier = queries.dossier_of(_paper(world))
    reader = PdfReader(io.BytesIO(dossier_pdf(dossier)))
    texts = [page.extract_text() for page in reader.pages]
    whole = " ".join(" ".join(texts).split())
    for words in ("Mục lục văn bản trong hồ sơ", "Sửa địa danh", "12/SY-CAT", "/etc/passwd"):
        assert words in whole, words
    for stored in dossier.files:
        assert stored.sha256 in "".join(whole.split())
    titles = {}
    for entry in _flat(reader.outline):
        titles[entry.title] = reader.get_destination_page_number(entry)
    for title in ("Bản trình ký lần 1", "Bản trình ký lần 2", "Nơi nhận và xác nhận"):
        assert title in " ".join(texts[titles[title]].split())
    # The answer that came on paper stands as a page of its own, at the page its line names.
    page = titles["y-kien.png"]
    assert not texts[page].strip()
    line = next(item for item in dossier.items if item.file and item.file.name == "y-kien.png")
    assert f"{line.author} {page + 1}" in whole
    issued = dossier.files[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts[titles[issued.name]]
    names = " ".join(reader.attachments)
    assert "Bao-cao" in names
    assert "ban-ky.pdf" in names  # three letters of a PDF are no PDF: attached, not lost


def _flat(outline: list[object]) -> list[object]:
    found = []
    for entry in outline:
        found.extend(_flat(entry) if isinstance(entry, list) else [entry])
    return found


def test_the_xml_is_valid_by_its_schema_and_names_the_hash_of_every_file(world: World) -> None:
    dossier = queries.dossier_of(_paper(world))
    data = dossier_xml(dossier)
    found = etree.fromstring(data)
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(found)
    space = {"d": NAMESPACE}
    assert len(found.findall(".//d:item", space)) == len(dossier.items)
    assert found.find(".//d:receipt", space).get("arrival") == "45"
    for node in found.findall(".//d:file", space):
        stored = next(each for each in dossier.files if each.sha256 == node.get("sha256"))
        assert hashlib.sha256(files.read(stored)).hexdigest() == node.get("sha256")
    [answer] = [item for item in dossier.items if item.step and item.step.kind == "answered"]
    words = found.findall(".//d:item", space)[answer.n - 1].find("d:text", space).text
    assert "<b>&" in words
    assert "\x0b" not in words


def test_only_the_body_of_the_paper_opens_the_dossier_and_only_once_it_is_out(
    world: World, client_for: ClientFor
) -> None:
    draft = signing.ready(world)
    names = ("paper-dossier", "dossier-pdf", "dossier-xml")
    an = client_for(world.posting("An"))
    for name in names:
        assert an.get(reverse(f"publishing:{name}", args=[draft.pk])).status_code == 404
    paper = signing.issued(world, draft)
    actions.send_paper(paper, [world.body("ca", "dak-ha")], by=world.actor("Vân"))
    for name in names:
        address = reverse(f"publishing:{name}", args=[paper.pk])
        assert an.get(address).status_code == 200
        assert client_for(world.posting("Chi")).get(address).status_code == 404
    with pytest.raises(NotFound):
        queries.paper_for(world.actor("Chi"), paper.pk)


def _queries(client: Client, address: str) -> int:
    client.get(address)
    scope.forget()
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_a_dossier_takes_few_queries_at_any_number_of_recipients(
    world: World, client_for: ClientFor
) -> None:
    paper = _paper(world)
    an = client_for(world.posting("An"))
    for name in ("paper-dossier", "dossier-pdf", "dossier-xml"):
        assert _queries(an, reverse(f"publishing:{name}", args=[paper.pk])) <= 20, name
    assert clock.today() == queries.dossier_of(paper).items[0].on
