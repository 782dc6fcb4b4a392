"""The page of a body's own template, its versions, and the report that is taken in it."""

import io
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from docx.shared import Pt
from pypdf import PdfReader

from phongtrao.core import clock, files
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.core.models import AuditEntry, StoredFile
from phongtrao.core.uploads import Upload
from phongtrao.org.models import Account, Posting
from phongtrao.publishing import actions, queries
from phongtrao.publishing.models import Paper, WordTemplate
from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word_templates.starting import starting_template
from tests.core.uploads.doors import CONTACT, word_file
from tests.publishing import signing
from tests.publishing.docx_text import docx_of, header_of, text_of
from tests.publishing.word_templates.files import docx, p
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.django_db
ADDRESS = "publishing:template-list"
START = starting_template(DECREE_30_2020)
MOST = 20
SHIPPED = "?mau=co-san"
CHECKED = Upload("a.docx", "docx", START, "", {"layout": {"faults": [], "counts": {}}})
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")


@pytest.fixture
def client(world: World, client_for: Callable[[Posting], Client]) -> Client:
    """An officer of the province's police."""
    Account.objects.update(is_demo=True)
    return client_for(world.posting("An"))


def _sent(client: Client, data: bytes, name: str = "mau-cua-tinh.docx") -> Any:
    file = SimpleUploadedFile(name, data)
    return client.post(reverse(ADDRESS), {"file": file, "_once": uuid.uuid4().hex})


def _changed(words: str = "Mẫu riêng của cơ quan") -> bytes:
    """The starting template as somebody changes it with a word processor."""
    document = Document(io.BytesIO(START))
    document.paragraphs[0].insert_paragraph_before(words)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_a_template_is_taken_changed_sent_and_used(client: Client, world: World) -> None:
    start = client.get(reverse("publishing:template-start"))
    assert docx_of(start) == START
    paper = signing.ready(world)
    page = reverse("publishing:paper-detail", args=[paper.pk])
    own = reverse("publishing:report-file", args=[paper.pk])
    assert SHIPPED not in client.get(page).content.decode()
    assert _sent(client, _changed()).status_code == 302
    assert own + SHIPPED in client.get(page).content.decode()
    text = text_of(docx_of(client.get(own)))
    usual = text_of(docx_of(client.get(own + SHIPPED)))
    assert "Mẫu riêng của cơ quan" in text
    assert "Mẫu riêng" not in usual
    for line in queries.contents_of(paper).sections:
        assert all(each.text in text for each in line.kept)
    assert text.splitlines()[-1:] == usual.splitlines()[-1:]


def test_a_report_of_a_training_round_is_marked_in_the_own_template_too(
    client: Client, world: World
) -> None:
    practice = cases.open_training(world)
    cases.approved(world, practice)
    paper = signing.ready(world, practice)
    assert _sent(client, _changed()).status_code == 302
    answer = client.get(reverse("publishing:report-file", args=[paper.pk]))
    assert "TẬP LÀM" in header_of(docx_of(answer))


def test_every_version_is_kept_and_the_newest_is_used(client: Client, world: World) -> None:
    paper = signing.ready(world)
    for words in ("Bản thứ nhất", "Bản thứ hai"):
        assert _sent(client, _changed(words)).status_code == 302
    rows = list(WordTemplate.objects.order_by("n"))
    assert [row.n for row in rows] == [1, 2]
    own = client.get(reverse("publishing:report-file", args=[paper.pk]))
    assert "Bản thứ hai" in text_of(docx_of(own))
    first = client.get(reverse("publishing:template-file", args=[rows[0].pk]))
    assert "Bản thứ nhất" in text_of(docx_of(first))
    assert AuditEntry.objects.filter(verb="word_template.saved").count() == 2
    rows[0].n = 5
    with pytest.raises(Refused):
        rows[0].save()


def test_what_is_wrong_is_listed_and_nothing_is_kept(client: Client) -> None:
    before = StoredFile.objects.count()
    answer = _sent(client, docx(p("{{ so_kyhieu }}") + p("{{ 7*7 }}") + p("{{ noi_nhan }}")))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "có 3 chỗ cần sửa" in text
    for words in ("Có phải là “{{ so_ky_hieu }}”?", "Không được dùng “{{ 7*7 }}” (đoạn 2)"):
        assert words in text
    assert (StoredFile.objects.count(), WordTemplate.objects.count()) == (before, 0)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (word_file("Chỉ là một văn bản khác."), "a.docx", "không có chỗ điền nào"),
        (b"Chu thuong", "a.txt", "Mẫu phải là tệp Word"),
        (b"MZ\x90\x00", "a.docx", ""),
        (docx(p("{{ luu }}") + p("a" * 10_000_000)), "a.docx", ""),
    ],
)
def test_a_file_that_is_something_else_gets_a_sentence(
    client: Client, data: bytes, name: str, words: str
) -> None:
    answer = _sent(client, data, name)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not WordTemplate.objects.exists()


def test_a_template_with_personal_data_is_held_and_not_kept(client: Client) -> None:
    answer = _sent(client, docx(p("{{ luu }}") + p(CONTACT)))
    assert answer.status_code == 422
    assert not WordTemplate.objects.exists()


def test_layout_faults_are_listed_and_keep_nobody_out(client: Client) -> None:
    document = Document(io.BytesIO(START))
    document.styles["Nội dung văn bản"].font.size = Pt(10)
    made = io.BytesIO()
    document.save(made)
    assert _sent(client, made.getvalue()).status_code == 302
    assert WordTemplate.objects.get().layout["counts"]
    text = client.get(reverse(ADDRESS)).content.decode()
    assert "Nghị định 30/2020/NĐ-CP, Phụ lục I" in text
    assert _sent(client, START).status_code == 302
    assert WordTemplate.objects.order_by("-n")[0].layout == {"faults": [], "counts": {}}


def test_another_body_sees_no_template_of_this_one(
    client: Client, world: World, client_for: Callable[[Posting], Client]
) -> None:
    _sent(client, _changed())
    template = WordTemplate.objects.get()
    other = client_for(world.posting("Chi"))
    assert other.get(reverse("publishing:template-file", args=[template.pk])).status_code == 404
    assert template.file.name not in other.get(reverse(ADDRESS)).content.decode()
    assert client_for(world.posting("Vân")).get(reverse(ADDRESS)).status_code == 403


def test_an_unchecked_file_is_kept_by_no_way(world: World) -> None:
    upload = Upload("a.docx", "docx", START, "", {"template": [["construct"]]})
    with pytest.raises(InvalidInput):
        actions.save_template(upload, by=world.actor("An"))
    with pytest.raises(Forbidden):
        actions.save_template(CHECKED, by=world.actor("Vân"))
    assert actions.save_template(CHECKED, by=world.actor("An")).n == 1


def test_what_can_not_be_filled_leaves_the_report_as_it_is(client: Client, world: World) -> None:
    paper = signing.ready(world)
    broken = Upload("a.docx", "docx", docx(p("{{ 7*7 }}")), "", {"layout": {"faults": []}})
    actions.save_template(broken, by=world.actor("An"))
    answer = client.get(reverse("publishing:report-file", args=[paper.pk]))
    assert answer.status_code == 409
    assert "Nội dung báo cáo vẫn giữ nguyên" in answer.content.decode()


def test_the_page_asks_no_more_of_the_database_with_many_versions(
    client: Client, world: World
) -> None:
    client.get(reverse(ADDRESS))
    counts = []
    for _ in range(2):
        for _version in range(3):
            actions.save_template(CHECKED, by=world.actor("An"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse(ADDRESS))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= MOST


def _verb(client: Client, name: str, template: WordTemplate) -> Any:
    address = reverse(f"publishing:{name}", args=[template.pk])
    return client.post(address, {"_once": uuid.uuid4().hex}, follow=True)


def _signed(world: World, words: str) -> Paper:
    """Handed in and signed while a template with these words was in use."""
    sent = Upload("a.docx", "docx", _changed(words), "", CHECKED.result)
    actions.save_template(sent, by=world.actor("An"))
    return signing.signed_on_paper(world, signing.handed_in(world))


def _numbered(client_for: Callable[[Posting], Client], world: World, paper: Paper) -> Any:
    """The page after Vân has written down the number."""
    sent = {"row_version": paper.row_version, "number": "125", "issued_on": clock.today()}
    address = reverse("publishing:paper-issue", args=[paper.pk])
    clerk = client_for(world.posting("Vân"))
    return clerk.post(address, sent | {"_once": uuid.uuid4().hex}, follow=True)


def test_a_template_is_no_longer_used_and_used_again(client: Client, world: World) -> None:
    paper = signing.ready(world)
    _sent(client, _changed("Bản thứ nhất"))
    _sent(client, _changed("Bản thứ hai"))
    first, second = WordTemplate.objects.order_by("n")
    report = reverse("publishing:report-file", args=[paper.pk])
    assert "ngừng dùng mẫu" in _verb(client, "template-stop", second).content.decode()
    assert "Bản thứ" not in text_of(docx_of(client.get(report)))
    assert _verb(client, "template-stop", second).status_code == 409
    assert "phiên bản 1" in _verb(client, "template-use", first).content.decode()
    assert "Bản thứ nhất" in text_of(docx_of(client.get(report)))
    assert _verb(client, "template-use", first).status_code == 409
    verbs = AuditEntry.objects.filter(verb__startswith="word_template").order_by("sequence")
    told = [verb.removeprefix("word_template.") for verb in verbs.values_list("verb", flat=True)]
    assert told == ["saved", "saved", "stopped", "used"]
    with pytest.raises(Forbidden):
        actions.stop_template(first, by=world.actor("Vân"))
    with pytest.raises(Forbidden):
        actions.use_template(second, by=world.actor("Chi"))


def test_the_file_of_an_issued_report_is_the_one_of_the_template_it_was_handed_in_with(
    client_for: Callable[[Posting], Client], world: World
) -> None:
    paper = _signed(world, "Mẫu lúc trình ký")
    actions.stop_template(WordTemplate.objects.get(), by=world.actor("An"))
    assert "Đã ghi số" in _numbered(client_for, world, paper).content.decode()
    paper.refresh_from_db()
    assert paper.report_file is not None
    text = text_of(files.read(paper.report_file))
    assert "Mẫu lúc trình ký" in text
    assert "125/BC-CAT" in text
    assert paper.word_template == WordTemplate.objects.get()


def test_a_template_that_can_not_be_filled_stops_no_number(
    client_for: Callable[[Posting], Client], world: World
) -> None:
    broken = Upload("a.docx", "docx", docx(p("{{ 7*7 }}")), "", {"layout": {"faults": []}})
    actions.save_template(broken, by=world.actor("An"))
    paper = signing.signed_on_paper(world, signing.handed_in(world))
    page = _numbered(client_for, world, paper).content.decode()
    assert "tệp Word được giữ theo mẫu có sẵn" in page
    paper.refresh_from_db()
    assert paper.report_file is not None
    assert "125/BC-CAT" in text_of(files.read(paper.report_file))
    assert paper.word_template is None


@needs_office
def test_the_pdf_of_a_report_in_the_own_template_is_made_from_its_word_file(
    client: Client, client_for: Callable[[Posting], Client], world: World
) -> None:
    paper = _signed(world, "Mẫu riêng của cơ quan")
    address = reverse("publishing:report-pdf", args=[paper.pk])
    for _state in ("signed", "issued"):
        own = PdfReader(io.BytesIO(docx_of(client.get(address))))
        shipped = PdfReader(io.BytesIO(docx_of(client.get(address + SHIPPED))))
        assert "LibreOffice" in str(own.metadata)
        assert "Mẫu riêng của cơ quan" in own.pages[0].extract_text()
        assert "Mẫu riêng của cơ quan" not in shipped.pages[0].extract_text()
        _numbered(client_for, world, paper)
        paper.refresh_from_db()
    dossier = client.get(reverse("publishing:dossier-pdf", args=[paper.pk]))
    pages = PdfReader(io.BytesIO(docx_of(dossier))).pages
    assert any("Mẫu riêng của cơ quan" in each.extract_text() for each in pages)


@pytest.mark.parametrize(
    ("program", "words"),
    [(None, "chưa cài LibreOffice"), (Path("/bin/false"), "không chuyển được")],
)
def test_without_a_pdf_of_the_template_the_shipped_one_is_offered(
    client: Client,
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    program: Path | None,
    words: str,
) -> None:
    paper = _signed(world, "Mẫu riêng của cơ quan")
    monkeypatch.setattr("phongtrao.core.gate.programs.office_program", lambda: program)
    address = reverse("publishing:report-pdf", args=[paper.pk])
    answer = client.get(address)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert words in text
    assert "giữ nguyên" in text
    assert address + SHIPPED in text
    assert docx_of(client.get(address + SHIPPED)).startswith(b"%PDF")
