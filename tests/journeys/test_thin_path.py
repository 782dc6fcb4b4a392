"""The thin path without a browser: a directive goes in, an official report comes out.

One test walks the five steps as officials do, page after page, and then shows every address that
was visited to two officials of another province.
"""

import io
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from docx import Document

from phongtrao.core import audit, clock
from phongtrao.core.formats import date_vn
from phongtrao.core.models import AuditEntry
from phongtrao.intake.models import Draft
from phongtrao.org.models import Account, Posting
from phongtrao.planning.models import ProgrammeDocument, Requirement, Task
from phongtrao.publishing.models import Paper
from phongtrao.reporting.models import Report, Round, TemplateVersion
from phongtrao.reporting.workflow import ReportState
from tests.journeys.story import AREAS, FIGURES, PAPER, PLACES, PNG, SEEDS, SIGNED
from tests.packs import load_catalogue, load_pack
from tests.publishing.docx_text import rows_of, text_of
from tests.world import World

pytestmark = pytest.mark.database


@dataclass
class Walk:
    """Officials at their pages; remembers every address that somebody opened or sent."""

    world: World
    client_for: Callable[[Posting], Client]
    visited: dict[str, set[str]] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)

    def _client(self, name: str) -> Client:
        if name not in self.clients:
            self.clients[name] = self.client_for(self.world.posting(name))
        return self.clients[name]

    def opens(self, name: str, address: str, *, status: int = 200) -> str:
        """The words of a page."""
        answer = self._client(name).get(address)
        assert answer.status_code == status, f"{name} {address}: {answer.status_code}"
        self._remember(address, "GET")
        return re.sub(r"\s+", " ", answer.content.decode())

    def fetches(self, name: str, address: str) -> bytes:
        """The bytes of a file."""
        answer = self._client(name).get(address)
        assert answer.status_code == 200, f"{name} {address}: {answer.status_code}"
        self._remember(address, "GET")
        return b"".join(answer.streaming_content)  # type: ignore[arg-type]  # a file is sync

    def sends(self, name: str, address: str, *, status: int = 302, **form: Any) -> str:
        """What the page says to whom sent a form: the page it leads to, or the form again."""
        answer = self._client(name).post(address, {"_once": uuid.uuid4().hex} | form)
        said = answer.content.decode()
        assert answer.status_code == status, (
            f"{name} {address}: {answer.status_code} {said[-3000:]}"
        )
        self._remember(address, "POST")
        if status != 302:
            return re.sub(r"\s+", " ", said)
        return self.opens(name, answer["Location"].partition("#")[0])

    def _remember(self, address: str, method: str) -> None:
        self.visited.setdefault(address.partition("#")[0], set()).add(method)


@pytest.fixture
def walk(world: World, client_for: Any, settings: Any, tmp_path: Path) -> Walk:
    """Everybody at the door, the programme and the form loaded."""
    settings.FILES_DIR = tmp_path
    load_pack()
    load_catalogue()
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    return Walk(world, client_for)


def _in_days(days: int) -> str:
    return date_vn(clock.today() + timedelta(days=days))


def _uploaded(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def _directive_goes_in(walk: Walk) -> ProgrammeDocument:
    """Step 1: An uploads a plan, corrects one deadline, accepts."""
    assert "Tiếp nhận văn bản" in walk.opens("An", reverse("portal:inbox"))
    walk.opens("An", reverse("intake:draft-upload"))
    page = walk.sends(
        "An", reverse("intake:draft-upload"), files=_uploaded(PAPER.name, PAPER.read_bytes())
    )
    for words in ("86/KH-UBND", "24/03/2026", "Ngày hội toàn dân bảo vệ an ninh Tổ quốc"):
        assert words in page
    draft = Draft.objects.get()
    item = draft.items.get(action__contains="hướng dẫn các xã, phường, đặc khu")
    assert draft.text[item.start : item.end] == item.action
    assert item.due_on.isoformat() == "2026-05-15"
    assert item.leads[0]["body_id"] == walk.world.body("ca", "quang-ngai").pk
    edit = reverse("intake:item-edit", args=[draft.pk, item.pk])
    walk.opens("An", edit)
    form = {
        "action": item.action,
        "deadline": "ngay",
        "due_on": _in_days(40),
        "row_version": item.row_version,
        "leads": [f"b:{row['body_id']}" for row in item.leads if row["body_id"]],
        "coordinators": [f"b:{row['body_id']}" for row in item.coordinators if row["body_id"]],
    }
    page = walk.sends("An", edit, **form)
    assert _in_days(40) in page
    walk.sends("An", reverse("intake:items-keep", args=[draft.pk]))
    accept = reverse("planning:draft-accept", args=[draft.pk])
    assert "Chưa có gì được tạo" in walk.opens("An", accept)
    page = walk.sends("An", accept, programme=load_pack().pk)
    assert "Đã ghi văn bản vào sổ của chương trình." in page
    document = ProgrammeDocument.objects.get()
    assert "86/KH-UBND" in walk.opens("An", reverse("planning:document-list"))
    assert document.requirements.count() == draft.items.exclude(state="dropped").count()
    return document


def _one_is_made_concrete(walk: Walk, document: ProgrammeDocument) -> tuple[Task, Requirement]:
    """Step 2a: the addressed body makes one requirement concrete and declares another standing."""
    police = walk.world.body("ca", "quang-ngai")
    mine = document.requirements.filter(addressees__body=police, addressees__part="lead")
    first = mine.get(action__contains="hướng dẫn các xã, phường, đặc khu")
    other = mine.exclude(pk=first.pk).order_by("position").first()
    assert other is not None
    page = walk.opens("An", reverse("planning:requirement-detail", args=[first.pk]))
    assert "Cụ thể hóa thành nhiệm vụ" in page
    assert _in_days(40) in page
    address = reverse("planning:addressee-concretise", args=[first.addressees.get(body=police).pk])
    walk.opens("An", address)
    page = walk.sends(
        "An",
        address,
        **{
            "viec-TOTAL_FORMS": "1",
            "viec-INITIAL_FORMS": "0",
            "viec-0-title": "Tổ chức Ngày hội toàn dân bảo vệ an ninh Tổ quốc",
            "viec-0-product": "Ngày hội được tổ chức, có báo cáo kết quả",
            "viec-0-lead": "Công an xã Đăk Hà",
            "viec-0-parts": "Ủy ban Mặt trận Tổ quốc Việt Nam xã Đăk Hà: vận động hội viên",
            "viec-0-due_on": _in_days(10),
        },
    )
    assert "Đã giao 1 nhiệm vụ." in page
    standing = reverse("planning:addressee-standing", args=[other.addressees.get(body=police).pk])
    assert "Thực hiện thường xuyên; nêu kết quả" in walk.sends("An", standing)
    return Task.objects.get(), other


def _the_task_is_done(walk: Walk, task: Task) -> None:
    """Step 2b: progress with a file, more time granted, completion confirmed by another."""
    page = reverse("planning:task-detail", args=[task.pk])
    assert task.title in walk.opens("Chi", reverse("planning:task-list"))
    report = reverse("planning:task-report", args=[task.pk])
    walk.opens("Chi", page)
    walk.opens("Chi", report)
    sent = {"text": "Đã xây dựng kịch bản.", "row_version": task.row_version}
    said = walk.sends("Chi", report, file=_uploaded("kich-ban.png", PNG), **sent)
    assert "kich-ban.png" in said
    entry = task.entries.get(file__isnull=False)
    walk.fetches("An", reverse("planning:progress-file", args=[entry.pk]))
    task.refresh_from_db()
    ask = reverse("planning:extension-ask", args=[task.pk])
    walk.opens("Chi", ask)
    sent = {"due_on": _in_days(20), "reason": "Mưa lũ", "row_version": task.row_version}
    walk.sends("Chi", ask, **sent)
    decide = reverse("planning:extension-decide", args=[task.extensions.get().pk])
    walk.opens("An", decide)
    # Neither an extension nor completion is decided by whoever asks for it.
    walk.sends("Chi", decide, status=403)
    assert "Đã đồng ý gia hạn." in walk.sends("An", decide)
    task.refresh_from_db()
    walk.sends("Chi", report, text="Đã tổ chức xong.", done="on", row_version=task.row_version)
    confirm = reverse("planning:task-confirm", args=[task.pk])
    task.refresh_from_db()
    walk.sends("Chi", confirm, status=403, row_version=task.row_version)
    said = walk.sends("An", confirm, row_version=task.row_version)
    assert "Đã xác nhận hoàn thành." in said
    assert "Hoàn thành – đúng hạn" in walk.opens("Chi", page)


def _a_round_opens(walk: Walk) -> Round:
    """Step 3a: the province opens the half-year of its communes."""
    address = reverse("reporting:round-open")
    walk.opens("An", address)
    walk.sends(
        "An",
        address,
        template_version=TemplateVersion.objects.get(template__code="bao-cao-6-thang").pk,
        period="2026-H1",
        scheme="ADMIN_15_14",
        level="commune",
        deadline_on=_in_days(15),
        deadline_time="16:30",
    )
    round_ = Round.objects.get()
    for name in AREAS:
        assert "6 tháng đầu năm 2026" in walk.opens(name, reverse("portal:inbox"))
    return round_


def _filled(name: str, version: int, changes: dict[int, str] | None = None) -> dict[str, Any]:
    figures = dict(enumerate(FIGURES[name])) | (changes or {})
    return {f"o-{index}": text for index, text in figures.items()} | {
        "row_version": version,
        # A hyphen inside a number is no list mark.
        "yk-result": f"- Ra mắt hai mô hình mới tại {PLACES[name]}\n- Ký quy chế {SIGNED[name]}",
        "verb": "gui",
    }


def _communes_report(walk: Walk, round_: Round) -> dict[str, Report]:
    """Step 3b: three communes fill and send; an impossible figure is kept as typed."""
    reports = {name: round_.reports.get(area=walk.world.area(key)) for name, key in AREAS.items()}
    for name, report in reports.items():
        fill = reverse("reporting:report-fill", args=[report.pk])
        walk.opens(name, fill)
        if name == "Chi":
            wrong = walk.sends(name, fill, status=422, **_filled(name, 0, {7: "12"}))
            assert "Lớn hơn số vụ mâu thuẫn tiếp nhận ở mục 2.4" in wrong
        page = walk.sends(name, fill, **_filled(name, 0))
        assert "Đã gửi báo cáo lên cấp trên." in page
    page = walk.opens("An", reverse("reporting:round-detail", args=[round_.pk]))
    assert "3/3" in page
    return reports


def _one_is_returned_and_all_approved(walk: Walk, reports: dict[str, Report]) -> None:
    """Step 3c: a word at a cell, a correction, approval on screen and from a signed paper."""
    returned = reports["Ba"]
    review = reverse("reporting:report-review", args=[returned.pk])
    walk.opens("An", review)
    sent = {"ban": 1, "reason": "Chưa khớp sổ trực", "yk-o-3": "Xem lại số buổi tuyên truyền"}
    walk.sends("An", reverse("reporting:report-return", args=[returned.pk]), **sent)
    fill = reverse("reporting:report-fill", args=[returned.pk])
    assert "Xem lại số buổi tuyên truyền" in walk.opens("Ba", fill)
    walk.sends("Ba", fill, **_filled("Ba", returned.working_copy.version, {3: "16"}))
    told = walk.opens("Bình", review)
    assert "Thay đổi so với lần gửi trước" in told
    assert told.count('data-label="Lần trước"') == 1
    for name, report in reports.items():
        version = 2 if name == "Ba" else 1
        approve = reverse("reporting:report-approve", args=[report.pk])
        walk.sends("Bình", approve, ban=version)
        if name != "Lý":
            walk.sends("Dương", approve, ban=version)
    _recorded_from_paper(walk, reports["Lý"])
    states = set(Report.objects.values_list("state", flat=True))
    assert states == {ReportState.APPROVED}


def _recorded_from_paper(walk: Walk, report: Report) -> None:
    record = reverse("reporting:report-record", args=[report.pk])
    walk.opens("Vân", record)
    form = {
        "kind": "concur",
        "number": "45/MTTQ-BTT",
        "signed_on": date_vn(clock.today()),
        "signer": "Phó Chủ tịch Dương",
    }
    page = walk.sends("Vân", record, file=_uploaded("ban-ky.png", PNG), **form)
    assert "Ghi nhận theo văn bản đã ký số 45/MTTQ-BTT" in page
    approval = report.versions.get().approvals.get(kind="concur")
    walk.fetches("An", reverse("reporting:approval-file", args=[report.pk, approval.pk]))


def _it_becomes_a_paper(walk: Walk, round_: Round) -> Paper:
    """Step 4: n of N with sources, the Word report and its phiếu trình, the number."""
    roll_up = walk.opens("An", reverse("reporting:rollup-detail", args=[round_.pk]))
    assert "tất cả đã được duyệt" in roll_up
    sources = walk.opens("An", reverse("reporting:rollup-sources", args=[round_.pk, "TT01"]))
    assert "Kỳ này: 46 " in sources
    assert "Công an xã Ba Tơ, lần gửi 2" in sources
    walk.opens("An", f"{reverse('publishing:paper-draft')}?dot={round_.pk}")
    page = walk.sends("An", reverse("publishing:paper-draft"), round=round_.pk)
    assert "Ra mắt hai mô hình mới tại Ba Tơ" in page
    paper = Paper.objects.get()
    edit = reverse("publishing:paper-edit", args=[paper.pk])
    walk.sends("An", edit, **_head(walk.opens("An", edit)))
    paper.refresh_from_db()
    walk.sends(
        "An",
        reverse("publishing:paper-submit", args=[paper.pk]),
        row_version=paper.row_version,
    )
    for name, verb in (
        ("Bình", "paper-initial-content"),
        ("Vân", "paper-initial-layout"),
        ("Bình", "paper-sign"),
    ):
        paper.refresh_from_db()
        step = reverse(f"publishing:{verb}", args=[paper.pk])
        walk.sends(name, step, row_version=paper.row_version)
    paper.refresh_from_db()
    issue = reverse("publishing:paper-issue", args=[paper.pk])
    form = {"number": "125", "issued_on": date_vn(clock.today()), "row_version": paper.row_version}
    walk.opens("Vân", issue)
    walk.sends("Vân", issue, **form)
    return paper


def _head(page: str) -> dict[str, str]:
    """The fields of a form as the page offers them, with a signer."""
    boxes = re.findall(r'<input[^>]*name="(\w+)"[^>]*?value="([^"]*)"', page)
    texts = re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</textarea>', page)
    found = dict([*boxes, *texts])
    for name in ("_once", "csrfmiddlewaretoken", "language", "next"):
        found.pop(name, None)
    return found | {"signer_authority": "OWN", "signer_office": "Giám đốc"}


def _the_word_files_say_it(walk: Walk, paper: Paper) -> None:
    report = walk.fetches("Vân", reverse("publishing:report-file", args=[paper.pk]))
    text = text_of(report)
    expected = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 125/", *SIGNED.values()]
    for words in [*expected, *(f"Ra mắt hai mô hình mới tại {p}" for p in PLACES.values())]:
        assert words in text
    [row] = [cells for name, cells in rows_of(report).items() if cells[0] == "2.1"]
    assert "46" in row
    memo = walk.fetches("Vân", reverse("publishing:memo-file", args=[paper.pk]))
    assert "PHIẾU TRÌNH" in "\n".join(p.text for p in Document(io.BytesIO(memo)).paragraphs)


def _nobody_else_sees_it(walk: Walk) -> None:
    """Step 5: every address of an object answers 404 to the other province."""
    seen = 0
    for address, methods in walk.visited.items():
        try:
            found = resolve(address.partition("?")[0])
        except Resolver404:  # pragma: no cover - an address we visited is known
            pytest.fail(address)
        if not found.kwargs:
            continue
        for name in ("Giang", "Gấm"):
            for method in methods:
                _closed(walk, name, method, address, found.func.requires)  # type: ignore[attr-defined]
                seen += 1
    assert seen > 60


def _closed(walk: Walk, name: str, method: str, address: str, capability: str) -> None:
    client = walk._client(name)
    if method == "GET":
        answer = client.get(address)
    else:
        answer = client.post(address, {"_once": uuid.uuid4().hex})
    may = walk.world.actor(name).can(capability)
    assert answer.status_code == (404 if may else 403), f"{name} {method} {address}"


def test_a_directive_goes_in_and_an_official_report_comes_out(walk: Walk) -> None:
    document = _directive_goes_in(walk)
    task, _standing = _one_is_made_concrete(walk, document)
    _the_task_is_done(walk, task)
    round_ = _a_round_opens(walk)
    reports = _communes_report(walk, round_)
    _one_is_returned_and_all_approved(walk, reports)
    paper = _it_becomes_a_paper(walk, round_)
    _the_word_files_say_it(walk, paper)
    assert list(audit.faults()) == []
    verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert {"report.submitted", "report.returned"} <= verbs, verbs
    _nobody_else_sees_it(walk)


def test_the_five_documents_of_the_programme_are_received(walk: Walk) -> None:
    if not SEEDS.is_dir():
        pytest.skip("../shared is not here: the five documents of the programme are not tested")
    papers = sorted(SEEDS.glob("*.txt"))
    sent = [_uploaded(path.name, path.read_bytes()) for path in papers]
    page = walk.sends("An", reverse("intake:draft-upload"), files=sent)
    assert Draft.objects.count() == len(papers) == 5
    for draft in Draft.objects.all():
        page_of = reverse("intake:draft-detail", args=[draft.pk])
        shown = unescape(re.sub("<[^>]*>", "", walk.opens("An", page_of)))
        assert " ".join(draft.text[:60].split()) in " ".join(shown.split())
        walk.opens("Giang", page_of, status=404)
        for item in draft.items.all():
            assert draft.text[item.start : item.end].strip(), draft.file.name
    assert f"{len(papers)} văn bản" in page
    # They are pieces of news about the programme: none has a number, most ask for something.
    assert sum(draft.items.exists() for draft in Draft.objects.all()) >= 4
