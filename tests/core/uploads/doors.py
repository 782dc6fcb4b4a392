"""Every door that takes a file, opened for somebody who may send one there."""

import io
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from phongtrao.core import clock
from phongtrao.org.models import Posting
from phongtrao.planning import actions as planning
from phongtrao.planning.actions import TaskSpec
from phongtrao.planning.models import Programme
from phongtrao.reporting.models import ReportVersion
from tests.intake.papers import PLAN
from tests.packs import load_pack
from tests.reporting import cases
from tests.world import World

ClientFor = Callable[[Posting], Client]
# Made up, with the shape of an office's number: nobody is called there.
CONTACT = "Mọi vướng mắc xin liên hệ Phòng tham mưu, điện thoại 0255 3822 123."
CONTACT_NUMBER = "0255 3822 123"


@dataclass
class Door:
    """A form with a file: who sends what to which address."""

    name: str
    client: Client
    address: str
    file_field: str = "file"
    fields: dict[str, Any] = field(default_factory=dict)
    ending: str = "txt"

    def send(self, *files: SimpleUploadedFile, **more: Any) -> Any:
        """The answer to the form with these files."""
        data = {"_once": uuid.uuid4().hex, **self.fields, **more}
        if files:
            data[self.file_field] = list(files)
        return self.client.post(self.address, data)

    def paper(self, *lines: str) -> SimpleUploadedFile:
        """A file as this door takes it, with these lines."""
        if self.ending == "csv":
            days = (date(2027, 3, 1) + timedelta(days=n) for n in range(len(lines)))
            rows = "".join(
                f"{day:%d/%m/%Y};nghỉ;Nghỉ bù;{line}\n"
                for day, line in zip(days, lines, strict=True)
            )
            return SimpleUploadedFile("lich.csv", f"Ngày;Loại;Tên;Căn cứ\n{rows}".encode())
        return SimpleUploadedFile("ke-hoach.txt", "\n".join([PLAN, *lines]).encode())


def intake(world: World, client_for: ClientFor) -> Door:
    """*Tiếp nhận văn bản*."""
    return Door("intake", client_for(world.posting("An")), reverse("intake:draft-upload"), "files")


def progress(world: World, client_for: ClientFor) -> Door:
    """*Báo cáo tiến độ* of a task of Đăk Hà."""
    load_pack()
    lead = world.body("ca", "dak-ha")
    due_on = clock.today() + timedelta(days=20)
    spec = TaskSpec(title="Tổ chức Ngày hội", product="Báo cáo", lead=lead, due_on=due_on)
    task = planning.assign_task(spec, programme=Programme.objects.first(), by=world.actor("An"))
    address = reverse("planning:task-report", args=[task.pk])
    fields = {"text": "Đã tổ chức Ngày hội.", "row_version": task.row_version}
    return Door("progress", client_for(world.posting("Chi")), address, fields=fields)


def signed_copy(world: World, client_for: ClientFor) -> Door:
    """*Ghi nhận theo văn bản đã ký* of a submitted report."""
    cases.submitted(world, cases.open_round(world))
    report = ReportVersion.objects.select_related("report").get().report
    address = reverse("reporting:report-record", args=[report.pk])
    fields = {
        "kind": "concur",
        "number": "15/MTTQ-BTT",
        "signed_on": "20/06/2026",
        "signer": "Phó Chủ tịch",
    }
    return Door("signed_copy", client_for(world.posting("Vân")), address, fields=fields)


def calendar(world: World, client_for: ClientFor) -> Door:
    """*Nhập điều chỉnh lịch làm việc*."""
    client = client_for(world.posting("Quản"))
    return Door("calendar", client, reverse("portal:calendar-import"), ending="csv")


DOORS: Mapping[str, Callable[[World, ClientFor], Door]] = {
    "intake": intake,
    "progress": progress,
    "signed_copy": signed_copy,
    "calendar": calendar,
}


def hidden(answer: Any, name: str) -> list[str]:
    """The values of the hidden fields or ticked boxes of one name on a page."""
    page = answer.content.decode()
    tags = re.findall(rf'<input[^>]*name="{re.escape(name)}"[^>]*>', page)
    return [found[1] for tag in tags if (found := re.search(r'value="([^"]*)"', tag))]


def word_file(*paragraphs: str) -> bytes:
    """A Word file."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
